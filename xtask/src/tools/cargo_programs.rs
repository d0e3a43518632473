//! Programs that `cargo install` builds: trunk, wasm-bindgen, geckodriver,
//! cargo-deny. Each is pinned, so that two machines build the same app.

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::{run, tools, workspace};

/// A program from the crate registry.
pub(crate) struct Program {
    /// The crate, e.g. `wasm-bindgen-cli`.
    package: &'static str,
    /// The program it installs.
    name: &'static str,
    /// The exact version.
    version: String,
    /// For the line shown before installing.
    why: &'static str,
    /// Whether to build with the crate's own lock file.
    locked: bool,
    /// The words that make it print its version.
    ask: &'static [&'static str],
}

/// Builds the page around the WebAssembly module. The 0.22 line asks for a
/// newer compiler than this project does.
pub(crate) fn trunk() -> Program {
    Program {
        package: "trunk",
        name: "trunk",
        version: "0.21.14".to_owned(),
        why: "it bundles the app for the browser (about 7 minutes, once)",
        locked: true,
        ask: &["--version"],
    }
}

/// Writes the JavaScript around the module; it must have the version of the
/// crate of the same name in `Cargo.lock`, to the digit.
pub(crate) fn wasm_bindgen() -> Result<Program> {
    Ok(Program {
        package: "wasm-bindgen-cli",
        name: "wasm-bindgen",
        version: locked_version("wasm-bindgen")?,
        why: "it joins WebAssembly and JavaScript (about 5 minutes, once)",
        // Its own lock file names a dependency that has been withdrawn.
        locked: false,
        ask: &["--version"],
    })
}

/// Drives Firefox.
pub(crate) fn geckodriver() -> Program {
    Program {
        package: "geckodriver",
        name: "geckodriver",
        version: "0.37.0".to_owned(),
        why: "it drives Firefox in the journeys (about 3 minutes, once)",
        locked: true,
        ask: &["--version"],
    }
}

/// Checks licences, advisories and duplicates of the crates used.
pub(crate) fn cargo_deny() -> Program {
    Program {
        package: "cargo-deny",
        name: "cargo-deny",
        version: "0.20.2".to_owned(),
        why: "it checks licences and duplicates of the crates used (about 6 minutes, once)",
        locked: true,
        ask: &["--version"],
    }
}

/// Installs the program unless the right version is already here.
pub(crate) fn ensure(program: &Program) -> Result<()> {
    if is_here(program) {
        return Ok(());
    }
    tools::announce(&format!("{} {}", program.package, program.version), program.why);
    let mut command = run::program("cargo");
    // Its own build folder, so that it neither waits for nor fills ours.
    command.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS").env_remove("RUSTC_BOOTSTRAP");
    command.args(["install", program.package, "--version", &program.version, "--force"]);
    if program.locked {
        command.arg("--locked");
    }
    run::show(&mut command)?;
    if !is_here(program) {
        bail!(
            "{} was installed, but another version is found first; look at `which {}`",
            program.package,
            program.name
        );
    }
    Ok(())
}

/// Whether the program on the search path answers with the right version.
fn is_here(program: &Program) -> bool {
    run::ask(run::program(program.name).args(program.ask))
        .is_some_and(|answer| says_version(&answer, &program.version))
}

/// Whether a program's answer names exactly this version.
fn says_version(answer: &str, version: &str) -> bool {
    answer
        .lines()
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .any(|word| word.trim_start_matches('v') == version)
}

/// The version of a crate in `Cargo.lock`.
///
/// # Errors
///
/// Two versions of the crate are as wrong as none: the app could not be built.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let lock: Lock = toml::from_str(&workspace::read("Cargo.lock")?)
        .context("Cargo.lock is not what cargo writes")?;
    let mut versions = lock.package.into_iter().filter(|locked| locked.name == package);
    match (versions.next(), versions.next()) {
        (Some(locked), None) => Ok(locked.version),
        (None, _) => bail!("Cargo.lock holds no {package}"),
        (Some(_), Some(_)) => bail!("Cargo.lock holds {package} more than once"),
    }
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_in_answers() {
        for (answer, version, expected) in [
            ("trunk 0.21.14", "0.21.14", true),
            ("trunk 0.21.14", "0.21.1", false),
            ("wasm-bindgen 0.2.130", "0.2.13", false),
            ("geckodriver 0.37.0 (abc 2026-01-01)\n\nThe source", "0.37.0", true),
            ("wasm-opt version 132 (version_132)", "132", true),
            ("", "1.0.0", false),
        ] {
            assert_eq!(says_version(answer, version), expected, "{answer:?} {version}");
        }
    }

    #[test]
    fn the_lock_file_holds_one_wasm_bindgen() {
        let version = locked_version("wasm-bindgen").unwrap();
        assert!(version.starts_with("0.2."), "{version}");
        assert!(locked_version("no-such-crate").is_err());
    }
}
