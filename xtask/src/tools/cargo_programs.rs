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
    /// The version that is installed when none that fits is here.
    version: String,
    /// Which other versions fit as well.
    fits: Fits,
    /// For the line shown before installing.
    why: &'static str,
    /// Whether to build with the crate's own lock file.
    locked: bool,
}

/// Which versions of a program are good enough.
#[derive(Clone, Copy)]
enum Fits {
    /// Only the one named: the result depends on it.
    Exactly,
    /// The one named or a later one: it only looks at or drives something.
    OrLater,
}

/// Builds the page around the WebAssembly module. The 0.22 line asks for a
/// newer compiler than this project does.
pub(crate) fn trunk() -> Program {
    Program {
        package: "trunk",
        name: "trunk",
        version: "0.21.14".to_owned(),
        fits: Fits::Exactly,
        why: "it bundles the app for the browser (about 7 minutes, once)",
        locked: true,
    }
}

/// Writes the JavaScript around the module; it must have the version of the
/// crate of the same name in `Cargo.lock`, to the digit.
pub(crate) fn wasm_bindgen() -> Result<Program> {
    Ok(Program {
        package: "wasm-bindgen-cli",
        name: "wasm-bindgen",
        version: locked_version("wasm-bindgen")?,
        fits: Fits::Exactly,
        why: "it joins WebAssembly and JavaScript (about 5 minutes, once)",
        // Its own lock file names a dependency that has been withdrawn.
        locked: false,
    })
}

/// Drives Firefox.
pub(crate) fn geckodriver() -> Program {
    Program {
        package: "geckodriver",
        name: "geckodriver",
        version: "0.37.0".to_owned(),
        fits: Fits::OrLater,
        why: "it drives Firefox in the journeys (about 3 minutes, once)",
        locked: true,
    }
}

/// Checks licences, advisories and duplicates of the crates used.
pub(crate) fn cargo_deny() -> Program {
    Program {
        package: "cargo-deny",
        name: "cargo-deny",
        version: "0.20.2".to_owned(),
        fits: Fits::OrLater,
        why: "it checks licences and duplicates of the crates used (about 6 minutes, once)",
        locked: true,
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
    // These run for seconds and would compile for minutes: full optimization
    // would cost far more time than it saves.
    command
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
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

/// Whether a version that fits is on the search path.
pub(crate) fn is_here(program: &Program) -> bool {
    run::ask(run::program(program.name).arg("--version"))
        .and_then(|answer| version_in(&answer))
        .is_some_and(|found| match program.fits {
            Fits::Exactly => Some(found) == numbers(&program.version),
            Fits::OrLater => Some(found) >= numbers(&program.version),
        })
}

/// The first version named in a program's answer, as its three numbers.
fn version_in(answer: &str) -> Option<[u32; 3]> {
    answer.lines().next()?.split_whitespace().find_map(|word| numbers(word.trim_start_matches('v')))
}

/// `1.2.3` as its numbers.
fn numbers(version: &str) -> Option<[u32; 3]> {
    let mut parts = version.split('.').map(str::parse);
    let found = [parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?];
    parts.next().is_none().then_some(found)
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
        for (answer, expected) in [
            ("trunk 0.21.14", Some([0, 21, 14])),
            ("geckodriver 0.37.1 (abc 2026-01-01)\n\nThe source", Some([0, 37, 1])),
            ("program v1.0.2", Some([1, 0, 2])),
            ("program 1.0", None),
            ("", None),
        ] {
            assert_eq!(version_in(answer), expected, "{answer:?}");
        }
        assert!(numbers("0.37.1") > numbers("0.37.0"));
        assert!(numbers("0.9.9") < numbers("0.37.0"));
    }

    #[test]
    fn the_lock_file_holds_one_wasm_bindgen() {
        let version = locked_version("wasm-bindgen").unwrap();
        assert!(version.starts_with("0.2."), "{version}");
        assert!(locked_version("no-such-crate").is_err());
    }
}
