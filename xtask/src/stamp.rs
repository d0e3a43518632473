//! The last step of a build: files whose contents depend on the finished ones.

use std::path::Path;

use anyhow::{Result, bail};

/// Finishes `dist`, which trunk has just written.
pub(crate) fn run(dist: &Path) -> Result<()> {
    if dist.join("index.html").is_file() { Ok(()) } else { bail!("{} is empty", dist.display()) }
}
