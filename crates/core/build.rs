//! Reads the guide from `content/`, checks it and packs it for the app.
//!
//! Every mistake is listed with its file and key, and stops the build.

#[path = "build/check.rs"]
mod check;
#[path = "build/compile.rs"]
mod compile;
#[path = "build/measures.rs"]
mod measures;
#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the core uses all of it, the build script a part"
)]
#[path = "src/content/model/mod.rs"]
mod model;
#[expect(unreachable_pub, reason = "public in the crate that builds the interface's text")]
#[path = "build/problems.rs"]
mod problems;
#[path = "build/sheets.rs"]
mod sheets;
#[path = "build/wording.rs"]
mod wording;

use std::{env, fs, path::Path};

use problems::Problems;

use serde::{Deserialize, Serialize};

/// Stands in for the core's checked id, which the tests of the core check again.
type FeelingId = String;

/// The areas under their names in files, as in the core.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Area {
    Grief,
    Dispute,
    Change,
    Connection,
}

fn main() -> Result<(), Problems> {
    let variable =
        |name: &str| env::var(name).map_err(|error| Problems(vec![format!("{name}: {error}")]));
    let root = Path::new(&variable("CARGO_MANIFEST_DIR")?).join("../../content/en");
    let out = variable("OUT_DIR")?;
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=src/content/model");
    // The interface's own files are left out: they change often and are the app's to check.
    for name in [
        "feelings.toml",
        "goals.toml",
        "prompts.toml",
        "sample.toml",
        "sources.toml",
        "steps.toml",
        "sheet-groups.toml",
        "wording.toml",
        "sheets",
        "measures",
        "support",
        "journey",
        "pinch",
    ] {
        println!("cargo:rerun-if-changed={}", root.join(name).display());
    }
    for (name, bytes) in compile::compile(&root)? {
        fs::write(Path::new(&out).join(name), bytes)?;
    }
    Ok(())
}
