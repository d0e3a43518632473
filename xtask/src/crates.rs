//! What the project takes from others: licences, sources, duplicates and known
//! holes, judged by cargo-deny after `deny.toml`.

use anyhow::Result;

use crate::report::Outcome;
use crate::run;
use crate::tools::cargo_programs::{self, cargo_deny};
use crate::tools::wasm_target::TRIPLE;

/// Licences, forbidden and doubled crates, and where crates come from.
pub(crate) fn policy() -> Result<Outcome> {
    cargo_programs::ensure(&cargo_deny())?;
    // Licences and sources matter for everything that is compiled; doubled and
    // forbidden crates for what ends in the app.
    run::show(deny().args(["--workspace", "--all-features", "check", "licenses", "sources"]))?;
    run::show(deny().args(["--target", TRIPLE, "--exclude-dev", "check", "bans"]))?;
    let crates = run::ask(run::program("cargo").args([
        "tree",
        "--locked",
        "--package",
        "satkarya",
        "--edges",
        "normal",
        "--target",
        TRIPLE,
        "--prefix",
        "none",
    ]))
    .map(|text| {
        let mut names: Vec<_> = text.lines().map(|line| line.trim_end_matches(" (*)")).collect();
        names.sort_unstable();
        names.dedup();
        names.len()
    });
    Ok(Outcome::Passed(
        crates.map_or_else(String::new, |count| format!("{count} crates in the app")),
    ))
}

/// Known holes. The list of them is fetched from the network, so that on a
/// machine without one this says plainly that nothing was compared.
pub(crate) fn advisories() -> Result<Outcome> {
    cargo_programs::ensure(&cargo_deny())?;
    if let Err(error) = run::show(deny().args(["fetch", "db"])) {
        println!("{error:#}");
        println!("the advisory database could not be reached: known holes were not compared");
        // Not "not run": being offline is no fault of the project, and the
        // same commit is compared wherever there is a network.
        return Ok(Outcome::Passed("NOT COMPARED: the database cannot be reached".to_owned()));
    }
    run::show(deny().args([
        "--workspace",
        "--all-features",
        "check",
        "--disable-fetch",
        "advisories",
    ]))?;
    Ok(Outcome::Passed("compared".to_owned()))
}

fn deny() -> std::process::Command {
    let mut command = run::program("cargo");
    command.args(["deny", "--locked"]);
    command
}
