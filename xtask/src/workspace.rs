//! Where things are: the project's folders, the build folder, the tool folder.
//!
//! Only finds paths; creates nothing except the tool folder.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The project's root folder.
pub(crate) fn root() -> &'static Path {
    // Set at compile time; xtask always sits one folder below the root.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// The folder that a release build leaves for a static host.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder that cargo builds into.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The person's home folder.
pub(crate) fn home() -> Result<PathBuf> {
    std::env::home_dir().context("this account has no home folder")
}

/// Cargo's own folder, where `bin/` and the registry are.
pub(crate) fn cargo_home() -> Result<PathBuf> {
    match std::env::var_os("CARGO_HOME") {
        Some(folder) => Ok(folder.into()),
        None => Ok(home()?.join(".cargo")),
    }
}

/// A folder outside the project for tools that cargo cannot install, so that
/// a fresh clone finds them again.
pub(crate) fn tool_folder() -> Result<PathBuf> {
    let cache = match std::env::var_os("XDG_CACHE_HOME") {
        Some(folder) if !folder.is_empty() => PathBuf::from(folder),
        _ => home()?.join(".cache"),
    };
    let folder = cache.join("satkarya-tools");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    Ok(folder)
}

/// Reads a text file of the project, named from the root.
pub(crate) fn read(path: impl AsRef<Path>) -> Result<String> {
    let path = root().join(path);
    std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}
