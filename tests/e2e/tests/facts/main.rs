//! Measurements behind decisions, and proofs that the harness can do what the journeys ask of it.
//!
//! They run against a small page of their own under the app's policy, so they need no built app:
//! `cargo test -p satkarya-e2e --test facts -- [--engine a,b] [name ...]`

#![allow(clippy::indexing_slicing, reason = "JSON answers null where there is nothing")]

mod harness;
mod storage;

use std::{process::ExitCode, time::Duration};

use satkarya_e2e::{
    engine::Engine,
    runner::{self, Journey, Serve},
};

const LONG: Duration = Duration::from_mins(20);

fn main() -> ExitCode {
    let facts = [
        Journey::new("harness-page", |stage| Box::pin(harness::page(stage))),
        Journey::new("harness-offline", |stage| Box::pin(harness::offline(stage))),
        Journey::new("harness-checker", |stage| Box::pin(harness::checker(stage))),
        Journey::new("harness-pictures", |stage| Box::pin(harness::pictures(stage))),
        Journey::new("harness-devtools", |stage| Box::pin(harness::devtools(stage)))
            .only(&[Engine::Chromium]),
        Journey::new("harness-crash", |stage| Box::pin(harness::crash(stage)))
            .only(&[Engine::WebKit]),
        Journey::new("harness-setups", |stage| Box::pin(harness::setups(stage))),
        Journey::new("storage-capacity", |stage| Box::pin(storage::capacity(stage))).limit(LONG),
        Journey::new("storage-encoding", |stage| Box::pin(storage::encoding(stage))).limit(LONG),
        Journey::new("storage-kill", |stage| Box::pin(storage::kill(stage))).limit(LONG),
    ];
    runner::main(&facts, Serve::Fixture("probe"))
}
