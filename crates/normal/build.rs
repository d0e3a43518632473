//! Writes the table of combining marks, in ranges of one kind each, from the crate that the
//! tests compare with.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    let mut ranges: Vec<(u32, u32, u8)> = Vec::new();
    for c in '\0'..=char::MAX {
        let (code, class) = (u32::from(c), canonical_combining_class(c));
        if class == 0 && !is_combining_mark(c) {
            continue;
        }
        match ranges.last_mut() {
            Some((_, last, kind)) if *last + 1 == code && *kind == class => *last = code,
            _ => ranges.push((code, code, class)),
        }
    }
    let mut text = format!("static MARKS: [(u32, u32, u8); {}] = [\n", ranges.len());
    for (first, last, class) in ranges {
        let _ = writeln!(text, "({first:#x}, {last:#x}, {class}),"); // a string takes all
    }
    text.push_str("];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo set no OUT_DIR"))?;
    fs::write(Path::new(&out).join("marks.rs"), text)
}
