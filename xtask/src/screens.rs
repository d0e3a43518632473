//! `cargo xtask screens`: the pictures of the README, made anew in Chromium.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::run;
use crate::tools::browsers::Engine;

/// Builds and takes the pictures; which ones stands in `tests/e2e/tests/screens`.
pub(crate) fn run(build: bool) -> Result<()> {
    Engine::Chromium.ensure()?;
    if build {
        build::run(Profile::Release)?;
    }
    run::show(&mut Engine::Chromium.run_on_dist("screens"))
}
