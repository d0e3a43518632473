//! Journeys through the built app.
//!
//! `cargo test -p satkarya-e2e --test journeys -- [--engine a,b] [--jobs n] [--list] [name ...]`

use std::process::ExitCode;

use satkarya_e2e::runner::{self, Serve};

fn main() -> ExitCode {
    runner::main(&[], Serve::Dist)
}
