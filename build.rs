//! Prepares what the app embeds: interface messages and icons.
//!
//! Messages are read from `content/en/ui/*.ftl` and become one typed function each (see `build/messages.rs`).
//! Icons are picked by name from the Lucide set and become plain data (see `build/icons.rs`).
//! A mistake in a message stops the build with its file and key.

#[path = "build/icons.rs"]
mod icons;
#[path = "build/messages.rs"]
mod messages;
#[path = "crates/core/build/wording.rs"]
mod wording;

use std::{env, fmt, fs, io, path::Path};

/// Everything that is wrong with the content, one line each.
struct Problems(Vec<String>);

impl fmt::Debug for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the interface text or the icon list has mistakes:")?;
        self.0.iter().try_for_each(|problem| writeln!(f, "  {problem}"))
    }
}

impl From<io::Error> for Problems {
    fn from(error: io::Error) -> Self {
        Self(vec![error.to_string()])
    }
}

impl From<Vec<String>> for Problems {
    fn from(problems: Vec<String>) -> Self {
        Self(problems)
    }
}

fn main() -> Result<(), Problems> {
    let out = env::var("OUT_DIR").map_err(|error| Problems(vec![error.to_string()]))?;
    let out = Path::new(&out);
    for path in [
        "build.rs",
        "build",
        "content/en/ui",
        "content/en/wording.toml",
        "crates/core/build/wording.rs",
    ] {
        println!("cargo:rerun-if-changed={path}");
    }

    let wording = wording::Rules::read(Path::new("content/en/wording.toml"))?;
    let compiled = messages::compile(Path::new("content/en/ui"), &wording)?;
    fs::write(out.join("ui.ftl"), compiled.fluent)?;
    fs::write(out.join("msg.rs"), compiled.rust)?;
    fs::write(out.join("icons.rs"), icons::generate()?)?;
    Ok(())
}
