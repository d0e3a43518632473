//! The figures of the budget table, with 0, 1,000 and 10,000 entries in one run, in Chromium.
//!
//! `cargo xtask bench` runs it on the release build and keeps the table in `docs/figures.md`.
//! Times are the page's own, on the machine that measures; each is the middle of several.

#![allow(clippy::indexing_slicing, reason = "JSON answers null where there is nothing")]

mod diary;
mod measure;
mod table;

use std::{process::ExitCode, time::Duration};

use satkarya_e2e::{
    Result,
    browser::Setup,
    engine::Engine,
    runner::{self, Journey, Serve, Stage},
};

use crate::{measure::Figures, table::Row};

/// How large the diaries are.
const SIZES: [usize; 3] = [0, 1_000, 10_000];

fn main() -> ExitCode {
    let figures = [Journey::new("figures", |stage| Box::pin(figures(stage)))
        .only(&[Engine::Chromium])
        .limit(Duration::from_mins(15))];
    runner::main(&figures, Serve::Dist)
}

/// Measures every diary and prints the table.
async fn figures(stage: &mut Stage) -> Result<String> {
    let mut columns = Vec::new();
    for n_entries in SIZES {
        let stored = diary::stored(n_entries, Vec::new())?;
        let mut browser = stage.another(Setup::PLAIN).await?;
        columns.push(Figures::take(stage, &mut browser, &stored).await?);
        browser.quit().await?;
    }
    let rows: Vec<Row> = Row::all(&columns);
    table::print(&SIZES, &rows);
    Ok(format!("{} figures for {} diaries", rows.len(), SIZES.len()))
}
