//! Where things are: the project's folders, the build folder, the tool folder.
//!
//! Only finds paths; creates nothing except the tool folder.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context as _, Result};

/// The project's root folder.
pub(crate) fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        // Cargo says where the package is that it runs. The place where it
        // was compiled can differ: two copies of the project may share a
        // build folder, and the later one leaves its program there.
        let here = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        // xtask sits one folder below the root.
        here.parent().map_or_else(|| here.clone(), Path::to_owned)
    })
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
