//! The closing table of `cargo xtask test` and `check`: what ran, how it went,
//! how long it took and its figure.
//!
//! A step that fails does not stop the others, so that one run shows all that
//! is wrong; what needs its result is told that it did not run.

use std::fmt::Write as _;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::run::{Stopwatch, for_reading};

/// How a step ended when nothing broke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It passed; the text is its figure, such as `214 tests`.
    Passed(String),
    /// It could not run on this machine; the text says why.
    NotRun(String),
}

/// The rows so far.
pub(crate) struct Report {
    rows: Vec<Row>,
    watch: Stopwatch,
    /// Whether a check that could not run counts as failed.
    strict: bool,
}

struct Row {
    name: String,
    mark: Mark,
    time: Duration,
    figure: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Passed,
    Failed,
    NotRun,
}

impl Mark {
    fn word(self) -> &'static str {
        match self {
            Self::Passed => "ok",
            Self::Failed => "FAILED",
            Self::NotRun => "not run",
        }
    }
}

impl Report {
    /// An empty report. With `strict`, what could not run counts as failed.
    pub(crate) fn new(strict: bool) -> Self {
        Self { rows: Vec::new(), watch: Stopwatch::start(), strict }
    }

    /// Runs a step and notes how it went. Returns whether it passed.
    pub(crate) fn step(&mut self, name: &str, work: impl FnOnce() -> Result<Outcome>) -> bool {
        println!("\n== {name}");
        let watch = Stopwatch::start();
        let (mark, figure) = match work() {
            Ok(Outcome::Passed(figure)) => (Mark::Passed, figure),
            Ok(Outcome::NotRun(reason)) => (Mark::NotRun, reason),
            Err(error) => (Mark::Failed, format!("{error:#}")),
        };
        let time = watch.time();
        println!("-- {name}: {} ({}) {figure}", mark.word(), for_reading(time));
        self.rows.push(Row { name: name.to_owned(), mark, time, figure });
        mark == Mark::Passed
    }

    /// Notes a step that had no chance to run.
    pub(crate) fn skip(&mut self, name: &str, reason: &str) {
        let (mark, figure) = (Mark::NotRun, reason.to_owned());
        self.rows.push(Row { name: name.to_owned(), mark, time: Duration::ZERO, figure });
    }

    /// Prints the table.
    ///
    /// # Errors
    ///
    /// When a step failed, or in a strict run did not run.
    pub(crate) fn close(self) -> Result<()> {
        println!("\n{}", self.table());
        let count = |mark| self.rows.iter().filter(|row| row.mark == mark).count();
        let (failed, not_run) = (count(Mark::Failed), count(Mark::NotRun));
        println!("{} checks in {}", self.rows.len(), for_reading(self.watch.time()));
        if failed > 0 {
            bail!("{failed} failed");
        }
        if self.strict && not_run > 0 {
            bail!("{not_run} did not run, and with CI=true every check has to");
        }
        Ok(())
    }

    fn table(&self) -> String {
        let width = |of: fn(&Row) -> usize| self.rows.iter().map(of).max().unwrap_or_default();
        let name = width(|row| row.name.chars().count());
        let time = width(|row| for_reading(row.time).chars().count());
        let mut text = String::new();
        for row in &self.rows {
            // Only the first line: errors can be long and were shown above.
            let figure = row.figure.lines().next().unwrap_or_default();
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "{:<name$}  {:<7}  {:>time$}  {figure}",
                row.name,
                row.mark.word(),
                for_reading(row.time),
            );
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(strict: bool, outcome: Option<Outcome>) -> Report {
        let mut report = Report::new(strict);
        report.step("one", || outcome.ok_or_else(|| anyhow::anyhow!("broken\nat length")));
        report
    }

    #[test]
    fn what_counts_as_failed() {
        let not_run = || Some(Outcome::NotRun("no browser".into()));
        assert!(report(true, Some(Outcome::Passed("3 tests".into()))).close().is_ok());
        assert!(report(false, not_run()).close().is_ok());
        assert!(report(true, not_run()).close().is_err());
        assert!(report(false, None).close().is_err());
    }

    #[test]
    fn the_table_has_a_line_for_each() {
        let mut report = report(false, None);
        report.skip("a longer name", "no build");
        let table = report.table();
        assert_eq!(table.lines().count(), 2, "{table}");
        assert!(table.starts_with("one            FAILED "), "{table}");
        assert!(table.contains("broken") && !table.contains("at length"), "{table}");
    }
}
