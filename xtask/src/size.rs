//! `cargo xtask size`: what a first visit downloads, file by file, as a host
//! sends it with brotli, against the budget.
//!
//! A first visit fetches everything, because the worker keeps every file for
//! use without a network; so every file counts except what only the host reads.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use walkdir::WalkDir;

use crate::report::Outcome;
use crate::workspace;

/// What a first visit may download, in KB of 1,000 bytes.
const BUDGET_KB: f64 = 400.0;

/// What it should be.
const GOAL_KB: f64 = 300.0;

/// What it may be until the budget is met: a little above what it is. Raised only by what something
/// new for the person weighs.
/// See docs/adr/0016.
const CEILING_KB: f64 = 1293.0;

/// Prints the table and compares with the budget.
pub(crate) fn check() -> Result<Outcome> {
    let mut files = measure(&workspace::dist())?;
    files.sort_by(|a, b| b.packed.cmp(&a.packed).then_with(|| a.name.cmp(&b.name)));
    println!("{:>10} {:>10}  file", "brotli KB", "raw KB");
    for file in &files {
        println!("{:>10.1} {:>10.1}  {}", kb(file.packed), kb(file.raw), file.name);
    }
    let total = kb(files.iter().map(|file| file.packed).sum());
    let raw = kb(files.iter().map(|file| file.raw).sum());
    println!("{total:>10.1} {raw:>10.1}  {} files", files.len());
    let figure = format!("{total:.1} KB of {BUDGET_KB:.0} (goal {GOAL_KB:.0})");
    if total > CEILING_KB {
        bail!("a first visit downloads {figure}, and may download {CEILING_KB:.0} for now");
    }
    if total > BUDGET_KB {
        return Ok(Outcome::Passed(format!("OVER THE BUDGET: {figure}, held at {CEILING_KB:.0}")));
    }
    Ok(Outcome::Passed(figure))
}

struct Measured {
    name: String,
    raw: usize,
    packed: usize,
}

fn measure(dist: &Path) -> Result<Vec<Measured>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(dist).sort_by_file_name() {
        let entry = entry.context("cannot read dist/; run `cargo xtask build`")?;
        if !entry.file_type().is_file() {
            continue;
        }
        let name = entry.path().strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        if matches!(name.as_str(), "_headers" | "_redirects" | "SHA256SUMS" | crate::sbom::NAME) {
            continue;
        }
        let bytes = fs::read(entry.path())?;
        // A host sends a file as it is where packing does not help.
        let packed = brotli(&bytes)?.len().min(bytes.len());
        files.push(Measured { name, raw: bytes.len(), packed });
    }
    Ok(files)
}

/// The bytes after brotli at its best setting, which hosts use for files that
/// never change.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 64 * 1024, 11, 22);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(packed)
}

#[expect(clippy::cast_precision_loss, reason = "sizes for reading, far below 2^52")]
fn kb(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packing_shrinks_text() {
        let text = "what happened between you ".repeat(100);
        let packed = brotli(text.as_bytes()).unwrap().len();
        assert!(packed > 0 && packed < 100, "{packed}");
    }
}
