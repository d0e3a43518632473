//! Tools that come from the npm registry: `wasm-opt`, and for the audits
//! axe-core and Lighthouse.
//!
//! Nothing from npm ever becomes part of the app; these only work on it or
//! look at it. Each package has a folder of its own in the tool folder.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::{run, tools, workspace};

/// The release of binaryen whose `wasm-opt` is used; `Trunk.toml` names it too.
pub(crate) const BINARYEN: &str = "132";

/// Makes the module smaller. Returns whether it is here; it is not an error
/// when Node is missing, since trunk can then download the same release.
pub(crate) fn ensure_wasm_opt() -> bool {
    if has_wasm_opt() {
        return true;
    }
    if run::find("npm").is_none() {
        println!("wasm-opt {BINARYEN} is missing and there is no npm: trunk will download it");
        return false;
    }
    tools::announce(
        &format!("binaryen {BINARYEN} (npm)"),
        "its wasm-opt makes the app smaller (seconds)",
    );
    match install("binaryen", BINARYEN) {
        Ok(()) => has_wasm_opt(),
        Err(error) => {
            println!("{error:#}; trunk will try to download it");
            false
        }
    }
}

fn has_wasm_opt() -> bool {
    run::ask(run::program("wasm-opt").arg("--version"))
        .is_some_and(|answer| answer.split_whitespace().any(|word| word == BINARYEN))
}

/// Installs one package in its own folder.
fn install(package: &str, version: &str) -> Result<()> {
    let folder = package_folder(package)?;
    std::fs::create_dir_all(&folder)?;
    // npm would otherwise look upwards for somebody else's package.json.
    std::fs::write(folder.join("package.json"), "{\"private\":true}\n")?;
    run::show(
        run::program(if cfg!(windows) { "npm.cmd" } else { "npm" })
            .current_dir(&folder)
            .args(["install", "--silent", "--no-fund", "--no-audit", "--save-exact"])
            .arg(format!("{package}@{version}")),
    )
}

/// Makes sure of a package and returns its folder inside `node_modules`.
pub(crate) fn ensure(package: &str, version: &str, why: &str) -> Result<PathBuf> {
    let folder = package_folder(package)?.join("node_modules").join(package);
    if installed_version(&folder).as_deref() == Some(version) {
        return Ok(folder);
    }
    if run::find("npm").is_none() {
        bail!("{package} needs Node and npm, which are not on this machine");
    }
    tools::announce(&format!("{package} {version} (npm)"), why);
    install(package, version)?;
    Ok(folder)
}

fn installed_version(folder: &std::path::Path) -> Option<String> {
    let text = std::fs::read_to_string(folder.join("package.json")).ok()?;
    let value: serde_json::Value = serde_json::from_str(&text).ok()?;
    Some(value.get("version")?.as_str()?.to_owned())
}

/// Where a package's programs are, whether or not it is installed.
pub(crate) fn program_folder(package: &str) -> Result<PathBuf> {
    Ok(package_folder(package)?.join("node_modules").join(".bin"))
}

fn package_folder(package: &str) -> Result<PathBuf> {
    Ok(workspace::tool_folder()?.join("npm").join(package))
}
