//! `cargo xtask bench`: the budget table with 0, 1,000 and 10,000 entries, on the release build.
//!
//! The figures come from the program beside the journeys and from core's tests; this file only
//! runs them and keeps what they print in `docs/figures.md`, between its marks. Figures are to
//! be looked at: on a busy machine they are worse, and nothing fails because of them.

use std::fs;

use anyhow::{Context as _, Result, bail};

use crate::build::{self, Profile};
use crate::tools::browsers::Engine;
use crate::{run, workspace};

/// Where the table is kept.
const PAGE: &str = "docs/figures.md";
/// What stands before and after it there.
const MARKS: (&str, &str) = ("<!-- bench -->\n", "<!-- end of bench -->");

/// Builds, measures, prints the table and keeps it.
pub(crate) fn run(build: bool) -> Result<()> {
    let version = Engine::Chromium.ensure()?;
    if build {
        build::run(Profile::Release)?;
    }
    let figures = run::show_and_keep(&mut Engine::Chromium.run_on_dist("figures"))?;
    if let Some(failure) = figures.failure {
        bail!("{failure}");
    }
    let space = run::show_and_keep(
        run::program("cargo").args(["test", "--locked", "--package", "satkarya-core"]).args([
            "--test",
            "core",
            "store_figures::",
            "--",
            "--nocapture",
            "--test-threads=1",
        ]),
    )?;
    if let Some(failure) = space.failure {
        bail!("{failure}");
    }
    let n_cores = std::thread::available_parallelism().map_or(1, usize::from);
    let table = report(&version, n_cores, &figures.text, &space.text);
    let path = workspace::root().join(PAGE);
    let page = keep(&workspace::read(PAGE)?, &table)?;
    fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))?;
    println!("\n{table}\nkept in {PAGE}");
    Ok(())
}

/// The lines that are kept: the table, and what core says about space and speed.
fn report(version: &str, n_cores: usize, figures: &str, space: &str) -> String {
    let table = figures.lines().filter(|line| line.starts_with('|'));
    let space = space
        .lines()
        .filter(|line| line.contains("entries of 300 characters") || line.contains("save one"))
        // The test's own name stands before the first line that it prints.
        .map(|line| line.split_once(" ... ").map_or(line, |(_, said)| said).trim())
        .map(|line| format!("- {line}"));
    let mut lines = vec![format!("{version}, release build, {n_cores} cores."), String::new()];
    lines.extend(table.map(str::to_owned));
    lines.push(String::new());
    lines.push("Without a browser, from core's own tests:".to_owned());
    lines.push(String::new());
    lines.extend(space);
    lines.push(String::new());
    lines.join("\n")
}

/// The page with another table between its marks.
fn keep(page: &str, table: &str) -> Result<String> {
    let missing = || format!("{PAGE} has no marks for the table");
    let (before, rest) = page.split_once(MARKS.0).with_context(missing)?;
    let (_, after) = rest.split_once(MARKS.1).with_context(missing)?;
    Ok(format!("{before}{}{table}{}{after}", MARKS.0, MARKS.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_is_replaced() {
        let page = "# Figures\n<!-- bench -->\nold\n<!-- end of bench -->\nmore\n";
        let expected = "# Figures\n<!-- bench -->\nnew\n<!-- end of bench -->\nmore\n";
        assert_eq!(keep(page, "new\n").unwrap(), expected);
        assert!(keep("no marks", "new").is_err());
    }

    #[test]
    fn the_table_and_the_space_are_kept_and_nothing_else() {
        let figures = "running\n| what | 0 |\n| --- | --- |\nok    chromium figures\n";
        let space = "test a ... Units: 48840 entries of 300 characters fit\nok\n";
        let report = report("Chromium 1", 2, figures, space);
        assert!(report.starts_with("Chromium 1, release build, 2 cores.\n\n| what | 0 |\n"));
        assert!(report.contains("- Units: 48840 entries") && !report.contains("running"));
    }
}
