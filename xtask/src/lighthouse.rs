//! `cargo xtask lighthouse`: how Lighthouse rates the start page of `dist/` on
//! a simulated phone, as the median of five runs.
//!
//! Runs differ by several points on a busy machine, so this is a figure to
//! look at and not part of `test`.

use std::fs;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::report::Outcome;
use crate::tools::browsers::{self, Engine};
use crate::tools::npm;
use crate::{run, serve, workspace};

/// The release of Lighthouse; its weights change between releases.
const VERSION: &str = "13.5.0";

/// How many runs the median is taken from; odd, so that it is one of them.
const N_RUNS: usize = 5;

/// What is rated, and the least points that are good enough.
const CATEGORIES: &[(&str, f64)] =
    &[("performance", 95.0), ("accessibility", 100.0), ("best-practices", 100.0)];

/// Times that explain the first of them, in milliseconds.
const TIMES: &[&str] =
    &["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index"];

/// Serves `dist/` as a host does, packed, and lets Lighthouse look at it.
pub(crate) fn check() -> Result<Outcome> {
    Engine::Chromium.ensure()?;
    let chromium = browsers::chromium().context("no Chromium")?;
    let package = npm::ensure("lighthouse", VERSION, "it rates the start page (half a minute)")?;
    println!("packing dist/ as a host would");
    let server = serve::Running::start(&serve::Options { packed: true, ..Default::default() })?;
    let folder = workspace::target().join("lighthouse");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;

    let names: Vec<&str> = CATEGORIES.iter().map(|(name, _)| *name).collect();
    println!("run  {}  {} (ms)", names.join("  "), TIMES.join("  "));
    let mut runs = Vec::new();
    for number in 1..=2 * N_RUNS {
        if runs.len() == N_RUNS {
            break;
        }
        let file = folder.join(format!("{number}.json"));
        run::show(
            run::program("node")
                .arg(package.join("cli/index.js"))
                .arg(&server.address)
                .args(["--quiet", "--output=json"])
                .arg(format!("--only-categories={}", names.join(",")))
                .arg(format!("--output-path={}", file.display()))
                .arg("--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic")
                .env("CHROME_PATH", &chromium),
        )?;
        let text = fs::read_to_string(&file)
            .with_context(|| format!("Lighthouse left no {}", file.display()))?;
        let report = serde_json::from_str(&text)?;
        if let Some(warning) = warning(&report) {
            // It rated a page that was still opening; that is no figure.
            println!("{number:>3}  not counted: {warning}");
            continue;
        }
        let figures = figures(&report)?;
        println!("{number:>3}  {}", line(&figures));
        runs.push(figures);
    }
    if runs.len() < N_RUNS {
        bail!("only {} of {N_RUNS} runs could be finished; the machine may be busy", runs.len());
    }
    let median = median(&runs);
    println!("mid  {}", line(&median));
    println!("the reports are in {}", folder.display());
    let short: Vec<_> = CATEGORIES
        .iter()
        .zip(&median)
        .filter(|((_, least), points)| *points < least)
        .map(|((name, least), points)| format!("{name} {points:.0} of {least:.0}"))
        .collect();
    let points: Vec<_> =
        median.iter().take(CATEGORIES.len()).map(|points| format!("{points:.0}")).collect();
    if short.is_empty() {
        Ok(Outcome::Passed(format!("{} (median of {N_RUNS})", points.join(" / "))))
    } else {
        bail!("below what is wanted: {}", short.join(", "))
    }
}

/// What Lighthouse says against its own run, if anything.
fn warning(report: &Value) -> Option<&str> {
    report.get("runWarnings")?.as_array()?.first()?.as_str()
}

/// The points of each category, then the times, from one report.
fn figures(report: &Value) -> Result<Vec<f64>> {
    let points = CATEGORIES.iter().map(|(name, _)| {
        let score = report.pointer(&format!("/categories/{name}/score")).and_then(Value::as_f64);
        score.map(|score| score * 100.0).with_context(|| format!("no rating of {name}"))
    });
    let times = TIMES.iter().map(|name| {
        let time = report.pointer(&format!("/audits/{name}/numericValue"));
        time.and_then(Value::as_f64).with_context(|| format!("no {name}"))
    });
    points.chain(times).collect()
}

/// The middle of each figure over all runs.
fn median(runs: &[Vec<f64>]) -> Vec<f64> {
    let n_figures = runs.first().map_or(0, Vec::len);
    (0..n_figures)
        .filter_map(|at| {
            let mut values: Vec<f64> = runs.iter().filter_map(|run| run.get(at)).copied().collect();
            values.sort_by(f64::total_cmp);
            values.get(values.len() / 2).copied()
        })
        .collect()
}

fn line(figures: &[f64]) -> String {
    figures.iter().map(|figure| format!("{figure:.0}")).collect::<Vec<_>>().join("  ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_each_figure() {
        let runs = [vec![1.0, 30.0], vec![3.0, 10.0], vec![2.0, 20.0]];
        assert_eq!(median(&runs), [2.0, 20.0]);
    }

    #[test]
    fn figures_of_a_report() {
        let audits: serde_json::Map<_, _> = TIMES
            .iter()
            .map(|name| ((*name).to_owned(), serde_json::json!({ "numericValue": 7.0 })))
            .collect();
        let report = serde_json::json!({
            "categories": {
                "performance": { "score": 0.5 },
                "accessibility": { "score": 1 },
                "best-practices": { "score": 1 },
            },
            "audits": audits,
        });
        assert_eq!(figures(&report).unwrap(), [50.0, 100.0, 100.0, 7.0, 7.0, 7.0, 7.0]);
        assert!(figures(&serde_json::json!({})).is_err());
        assert_eq!(warning(&report), None);
        assert_eq!(warning(&serde_json::json!({ "runWarnings": ["too slow"] })), Some("too slow"));
    }
}
