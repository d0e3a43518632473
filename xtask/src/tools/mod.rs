//! What the commands need beyond Rust, how it is recognized and how it is
//! installed when it is missing.
//!
//! One rule for all: look first, install only what is absent or of the wrong
//! version, and say in one line what is installed and why before it starts.
//! Programs that cargo builds go to cargo's own `bin/`; the rest goes to a
//! cache folder outside the project, so that a fresh clone finds it again.
//! System packages are installed only when running as root; otherwise the
//! command to type is shown.

pub(crate) mod apt;
pub(crate) mod browsers;
pub(crate) mod cargo_programs;
pub(crate) mod npm;
pub(crate) mod wasm_target;

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::Result;

use crate::workspace;

/// One line that says what is being installed and why.
pub(crate) fn announce(what: &str, why: &str) {
    println!("installing {what}: {why}");
}

/// Where programs are looked for: our own folders first, then the machine's.
pub(crate) fn search_path() -> OsString {
    let own =
        [npm::program_folder("binaryen"), workspace::cargo_home().map(|home| home.join("bin"))];
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> =
        own.into_iter().flatten().chain(std::env::split_paths(&inherited)).collect();
    // Only a folder whose own name holds the separator cannot be joined; such
    // a path could not have come from PATH, so the inherited one is right.
    std::env::join_paths(folders).unwrap_or(inherited)
}

/// Makes sure of everything a release build needs and returns how to call it.
pub(crate) fn for_build() -> Result<BuildTools> {
    let wasm = wasm_target::ensure()?;
    cargo_programs::ensure(&cargo_programs::trunk())?;
    cargo_programs::ensure(&cargo_programs::wasm_bindgen()?)?;
    let has_wasm_opt = npm::ensure_wasm_opt();
    Ok(BuildTools { wasm, has_wasm_opt })
}

/// The tools of a release build.
pub(crate) struct BuildTools {
    /// How cargo reaches the WebAssembly target.
    pub(crate) wasm: wasm_target::WasmTarget,
    /// Whether `wasm-opt` is here in the right version; if not, trunk has to
    /// download it, so it must not be told to stay offline.
    pub(crate) has_wasm_opt: bool,
}

/// Makes sure of everything that any command needs, and says what is here.
///
/// # Errors
///
/// Only for what a build needs; a browser that cannot be installed is told.
pub(crate) fn for_everything() -> Result<()> {
    for_build()?;
    cargo_programs::ensure(&cargo_programs::cargo_deny())?;
    for engine in browsers::Engine::ALL {
        match engine.ensure() {
            Ok(version) => println!("{engine}: {version}"),
            Err(missing) => println!("{engine}: not here: {missing:#}"),
        }
    }
    Ok(())
}
