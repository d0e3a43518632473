//! Prepares what the app embeds, interface messages and icons; see `crates/build`.

use std::{env, io, path::Path};

use satkarya_build::{Problems, prepare};

fn main() -> Result<(), Problems> {
    let (ui, wording) = (Path::new("content/en/ui"), Path::new("content/en/wording.toml"));
    let file = Path::new("content/file");
    for path in [ui, wording, file] {
        println!("cargo:rerun-if-changed={}", path.display());
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo set no OUT_DIR"))?;
    prepare(ui, wording, file, Path::new(&out))
}
