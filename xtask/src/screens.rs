//! `cargo xtask screens`: the pictures of the README, made anew in Chromium.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::tools::browsers::Engine;
use crate::{run, workspace};

/// Builds and takes the pictures; which ones stands in `tests/e2e/tests/screens`.
pub(crate) fn run(build: bool) -> Result<()> {
    Engine::Chromium.ensure()?;
    if build {
        build::run(Profile::Release)?;
    }
    run::show(
        run::program("cargo")
            .args(["test", "--locked", "--package", "satkarya-e2e", "--test", "screens"])
            .env("SATKARYA_DIST", workspace::dist())
            .env("SATKARYA_ENGINES", Engine::Chromium.name()),
    )
}
