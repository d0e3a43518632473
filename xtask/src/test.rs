//! `cargo xtask test` and `check`: every check, in the order in which a
//! mistake is found soonest.
//!
//! Each step is a small function that returns its figure; the table and the
//! verdict are the work of `report`.

use anyhow::{Context as _, Result, bail};

use crate::build;
use crate::report::{Outcome, Report};
use crate::tools::browsers::Engine;
use crate::tools::npm;
use crate::tools::wasm_target::{self, WasmTarget};
use crate::{crates, imports, privacy, reproduce, run, size, tidy};

/// The release of axe-core, the accessibility checker that journeys run.
const AXE: &str = "4.14.0";

/// What the command line chose.
pub(crate) struct Options {
    /// Leave the build, what looks at it, and the browsers out.
    pub(crate) quick: bool,
    /// The engines to run journeys in; empty means all.
    pub(crate) engines: Vec<Engine>,
    /// Repeat in the journeys as often as a release is measured with.
    pub(crate) thorough: bool,
}

/// `cargo xtask check`: what a change breaks most often, in about a minute.
pub(crate) fn check() -> Result<()> {
    let mut report = Report::new(false);
    report.step("formatting", formatting);
    report.step("clippy, host", clippy_host);
    report.step("tidy", tidy::check);
    report.step("core tests", core_tests);
    report.close()
}

/// `cargo xtask test`: everything.
pub(crate) fn run(options: &Options) -> Result<()> {
    let strict = std::env::var_os("CI").is_some_and(|value| value == "true");
    let mut report = Report::new(strict && !options.quick);
    report.step("formatting", formatting);
    report.step("tidy", tidy::check);
    let mut building = None;
    if !options.quick {
        report.step("build begun", || {
            building = Some(build::Beside::start()?);
            Ok(Outcome::Passed("goes on beside the checks".to_owned()))
        });
    }
    report.step("clippy, host", clippy_host);
    report.step("clippy, WebAssembly", clippy_wasm);
    report.step("core tests", core_tests);
    report.step("state tests", state_tests);
    report.step("command tests", command_tests);
    report.step("licences, duplicates", crates::policy);
    report.step("advisories", crates::advisories);
    if options.quick {
        return report.close();
    }

    let built = report.step("build", || {
        building.context("it did not begin")?.wait()?;
        Ok(Outcome::Passed("what was left of it".to_owned()))
    });
    if built {
        report.step("size", size::check);
        report.step("privacy scan", privacy::check);
        if options.thorough {
            report.step("the same build elsewhere", reproduce::check);
        }
        report.step("WebAssembly imports", imports::check);
    } else {
        for name in ["size", "privacy scan", "WebAssembly imports"] {
            report.skip(name, "there is no build to look at");
        }
    }

    let engines = if options.engines.is_empty() { &Engine::ALL } else { &*options.engines };
    for engine in engines {
        let name = format!("journeys, {engine}");
        if built {
            report.step(&name, || journeys(*engine, options.thorough));
        } else {
            report.skip(&name, "there is no build to open");
        }
    }
    report.close()
}

fn formatting() -> Result<Outcome> {
    run::show(run::program("cargo").args(["fmt", "--all", "--check"]))?;
    Ok(Outcome::Passed(String::new()))
}

fn clippy_host() -> Result<Outcome> {
    run::show(
        run::program("cargo")
            .args(["clippy", "--quiet", "--locked", "--workspace", "--all-targets"])
            .args(["--", "-D", "warnings"]),
    )?;
    Ok(Outcome::Passed(String::new()))
}

fn clippy_wasm() -> Result<Outcome> {
    let target = wasm_target::ensure()?;
    let mut command = run::program("cargo");
    target.prepare_toolchain(&mut command);
    run::show(command.args(["clippy", "--quiet", "--locked", "--package", "satkarya"]).args([
        "--target",
        wasm_target::TRIPLE,
        "--",
        "-D",
        "warnings",
    ]))?;
    Ok(Outcome::Passed(match target {
        WasmTarget::Installed(_) => String::new(),
        WasmTarget::FromSource => "library from source".to_owned(),
    }))
}

/// Core is tested by itself: in a build of the whole workspace the app's
/// features of shared crates, such as a system clock, would be merged in.
fn core_tests() -> Result<Outcome> {
    tests(&["--package", "satkarya-core", "--package", "satkarya-normal", "--all-features"])
}

fn state_tests() -> Result<Outcome> {
    tests(&["--package", "satkarya"])
}

fn command_tests() -> Result<Outcome> {
    tests(&["--package", "xtask"])
}

/// Runs the tests of one package and counts them.
fn tests(package: &[&str]) -> Result<Outcome> {
    let kept = run::show_and_keep(run::program("cargo").args(["test", "--locked"]).args(package))?;
    if let Some(failure) = kept.failure {
        match failed_tests(&kept.text).as_slice() {
            [] => bail!("{failure}"),
            names => bail!("{} failed: {}", names.len(), names.join(", ")),
        }
    }
    Ok(Outcome::Passed(format!("{} tests", passed_tests(&kept.text))))
}

/// How many tests cargo's output says passed.
fn passed_tests(text: &str) -> usize {
    text.lines()
        .filter_map(|line| line.strip_prefix("test result: ok. "))
        .filter_map(|rest| rest.split(' ').next()?.parse::<usize>().ok())
        .sum()
}

/// The names of the tests that cargo's output says failed.
fn failed_tests(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"))
        .collect()
}

/// Runs the journeys in one engine on the build in `dist/`.
fn journeys(engine: Engine, thorough: bool) -> Result<Outcome> {
    let version = match engine.ensure() {
        Ok(version) => version,
        Err(missing) => return Ok(Outcome::NotRun(format!("{engine} not tested: {missing:#}"))),
    };
    println!("{version}");
    let mut command = engine.run_on_dist("journeys");
    command.arg("--lib");
    if thorough {
        command.env("SATKARYA_THOROUGH", "1");
    } else {
        // Each journey says what it bears beside it. A thorough run is measured with, so nothing
        // stands beside anything there.
        command.env("SATKARYA_JOBS", jobs().to_string());
    }
    // Without npm the journeys that need the checker say so themselves.
    match npm::ensure("axe-core", AXE, "it checks pages for accessibility (seconds)") {
        Ok(folder) => _ = command.env("SATKARYA_AXE", folder.join("axe.min.js")),
        Err(missing) => println!("{missing:#}"),
    }
    let kept = run::show_and_keep(&mut command)?;
    let lines = |mark: &str| -> Vec<&str> {
        kept.text.lines().filter(|line| line.starts_with(mark)).collect()
    };
    let (passed, failed) = (lines("ok "), lines("FAIL "));
    let total = passed.len() + failed.len();
    if let Some(failure) = kept.failure {
        // The journey's name is the third word of its line.
        let names: Vec<_> =
            failed.iter().filter_map(|line| line.split_whitespace().nth(2)).collect();
        bail!("{}/{total} in {version}; {failure}: {}", passed.len(), names.join(", "));
    }
    if total == 0 {
        bail!("no journey ran in {version}");
    }
    Ok(Outcome::Passed(format!("{total}/{total} in {version}")))
}

/// How many journeys run side by side: as many as there are processors, at most two.
fn jobs() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_cargo() {
        let text = "running 2 tests\ntest a::b ... ok\ntest c ... FAILED\n\
            test result: ok. 12 passed; 0 failed; 0 ignored\n\
            test result: ok. 3 passed; 0 failed\n";
        assert_eq!(passed_tests(text), 15);
        assert_eq!(failed_tests(text), ["c"]);
    }
}
