//! The commands of the project, run as `cargo xtask <command>`.
//!
//! This file only reads the command line and hands over; each command lives in
//! the module of its name. Nothing here is part of the app: xtask must never
//! depend on the app crate, or a broken app could not be built or tested.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is a command line program")]

mod bench;
mod build;
mod crates;
mod headers;
mod imports;
mod lighthouse;
mod privacy;
mod report;
mod reproduce;
mod run;
mod sbom;
mod screens;
mod serve;
mod size;
mod stamp;
mod sums;
mod test;
mod tidy;
mod tools;
mod workspace;

use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

const HELP: &str = "\
cargo xtask <command>

Two are enough to know:
  serve          build the release app and serve it at http://127.0.0.1:8080/
                   --port N       another port
                   --under NAME   serve it in a folder, at http://127.0.0.1:8080/NAME/
                   --no-build     serve dist/ as it is
                   --fast         a quick build, larger and slower
  test           run every check and close with a table of what ran
                   --quick        without the build and the browsers
                   --engine NAME  only chromium, firefox or webkit (may be repeated)
                   --thorough     with as many kills and crashes as before a release: hours

Their parts:
  build          leave in dist/ what a static host needs
                   --fast         a quick build, larger and slower
  check          formatting, clippy, tidy and core tests, for every few minutes
  tidy           the project's own rules
  size           what a first visit downloads, against the budget
  scan           look through dist/ for foreign addresses, inline code, build paths, wrong sums
  reproduce      build twice, in two folders, and compare every file
                   --no-build     take dist/ as the first of the two
  imports        compare what the module can call with the reviewed list
                   --accept       write the list anew, to be reviewed
  lighthouse     rate dist/ as a phone sees it, median of 5 runs
  bench          measure with 0, 1,000 and 10,000 entries; kept in docs/figures.md
                   --no-build     measure dist/ as it is
  screens        make the pictures of the README anew, in docs/screens
                   --no-build     of dist/ as it is
  tools          install everything that the other commands need
  help           this text

Whatever is missing on this machine is installed first; a line says what and why.
";

fn main() -> ExitCode {
    match command(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the command line and runs the one command it names.
fn command(words: Vec<String>) -> Result<()> {
    let mut words = words.into_iter();
    let name = words.next().unwrap_or_else(|| "help".to_owned());
    let mut rest = Options::new(words);
    match name.as_str() {
        "build" => {
            let profile = build::Profile::from_flag(rest.flag("--fast"));
            rest.end()?;
            build::run(profile)
        }
        "serve" => {
            let options = serve::Options {
                port: rest.value("--port")?.map_or(Ok(8080), |port| {
                    port.parse().with_context(|| format!("{port:?} is not a port number"))
                })?,
                under: rest.value("--under")?,
                packed: false,
            };
            let build = !rest.flag("--no-build");
            let profile = build::Profile::from_flag(rest.flag("--fast"));
            rest.end()?;
            if build {
                build::run(profile)?;
            }
            serve::run(&options)
        }
        "test" => {
            let quick = rest.flag("--quick");
            let thorough = rest.flag("--thorough");
            let mut engines = Vec::new();
            while let Some(name) = rest.value("--engine")? {
                engines.push(name.parse()?);
            }
            rest.end()?;
            test::run(&test::Options { quick, engines, thorough })
        }
        "check" => rest.end().and_then(|()| test::check()),
        "tidy" => rest.end().and_then(|()| alone(tidy::check)),
        "size" => rest.end().and_then(|()| alone(size::check)),
        "scan" => rest.end().and_then(|()| alone(privacy::check)),
        "reproduce" => {
            let build = !rest.flag("--no-build");
            rest.end()?;
            reproduce::run(build)
        }
        "imports" => {
            let accept = rest.flag("--accept");
            rest.end()?;
            if accept { imports::accept() } else { alone(imports::check) }
        }
        "bench" => {
            let build = !rest.flag("--no-build");
            rest.end()?;
            bench::run(build)
        }
        "screens" => {
            let build = !rest.flag("--no-build");
            rest.end()?;
            screens::run(build)
        }
        "lighthouse" => rest.end().and_then(|()| alone(lighthouse::check)),
        "tools" => {
            rest.end()?;
            tools::for_everything()
        }
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("there is no command {other:?}; `cargo xtask help` lists them"),
    }
}

/// Runs one check by itself and prints its figure.
fn alone(check: fn() -> Result<report::Outcome>) -> Result<()> {
    match check()? {
        report::Outcome::Passed(figure) => println!("ok: {figure}"),
        report::Outcome::NotRun(reason) => println!("not run: {reason}"),
    }
    Ok(())
}

/// The words after the command name; each option is taken out once and what
/// is left at the end is an error, so that a typing mistake never passes.
struct Options(Vec<String>);

impl Options {
    fn new(words: impl Iterator<Item = String>) -> Self {
        Self(words.collect())
    }

    /// Whether the switch was given.
    fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() != before
    }

    /// The value after the first `name`, if given.
    fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|word| word == name) else { return Ok(None) };
        self.0.remove(at);
        if at == self.0.len() {
            bail!("{name} needs a value");
        }
        Ok(Some(self.0.remove(at)))
    }

    /// Fails on anything not understood.
    fn end(self) -> Result<()> {
        match self.0.first() {
            None => Ok(()),
            Some(word) => bail!("{word:?} is not understood here; see `cargo xtask help`"),
        }
    }
}
