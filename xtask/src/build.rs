//! `cargo xtask build`: the release app in `dist/`, ready for a static host.
//!
//! Trunk compiles and bundles; `stamp` then writes what depends on the
//! finished files. Nothing else may touch `dist/`.

use std::fs::File;
use std::path::PathBuf;
use std::process::Child;

use anyhow::{Context as _, Result, bail};

use crate::tools::wasm_target::{self, Aim};
use crate::tools::{self, BuildTools};
use crate::{run, sbom, stamp, workspace};

/// How much time to spend on making the module small and quick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// What is published and measured.
    Release,
    /// For a quick look: little optimization and no `wasm-opt`.
    Fast,
}

impl Profile {
    /// Reads the `--fast` switch, or `SATKARYA_FAST=1` in its place.
    pub(crate) fn from_flag(fast: bool) -> Self {
        let asked = fast || std::env::var_os("SATKARYA_FAST").is_some_and(|value| value == "1");
        if asked { Self::Fast } else { Self::Release }
    }

    fn aim(self) -> Aim {
        match self {
            Self::Release => Aim::Size,
            Self::Fast => Aim::Speed,
        }
    }
}

/// Makes sure of the tools, builds, stamps.
pub(crate) fn run(profile: Profile) -> Result<()> {
    let tools = tools::for_build()?;
    let _alone = alone()?;
    let watch = run::Stopwatch::start();
    println!(
        "building {}; the first time takes a few minutes",
        match profile {
            Profile::Release => "the release app",
            Profile::Fast => "a quick version of the app",
        }
    );
    fetch(&tools, profile)?;
    trunk(&tools, profile)?;
    println!("{}", stamp::run(&workspace::dist(), &[(sbom::NAME, sbom::text)])?);
    println!("dist/ is ready ({})", run::for_reading(watch.time()));
    Ok(())
}

/// A release build in a process of its own, beside the checks: its last minutes use one
/// processor, and so do theirs.
pub(crate) struct Beside {
    child: Child,
    log: PathBuf,
}

impl Beside {
    /// Makes sure of the tools, so that nobody else installs them at the same time, and begins.
    ///
    /// # Errors
    ///
    /// When a tool is missing or the process cannot start.
    pub(crate) fn start() -> Result<Self> {
        tools::for_build()?;
        let folder = workspace::target();
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        let log = folder.join("build-beside.log");
        let file =
            File::create(&log).with_context(|| format!("cannot create {}", log.display()))?;
        let errors = file.try_clone().context("cannot share the file of the build's output")?;
        let myself = std::env::current_exe().context("cannot tell where xtask is")?;
        let child = run::program(myself).arg("build").stdout(file).stderr(errors).spawn();
        Ok(Self { child: child.context("cannot start the build")?, log })
    }

    /// Waits for its end and prints what it said.
    ///
    /// # Errors
    ///
    /// When it failed.
    pub(crate) fn wait(mut self) -> Result<()> {
        let status = self.child.wait().context("cannot wait for the build")?;
        print!("{}", std::fs::read_to_string(&self.log).unwrap_or_default());
        if status.success() { Ok(()) } else { bail!("the build failed ({status})") }
    }
}

/// Waits until no other build uses the same build folder. Cargo guards its own
/// part, but trunk's later steps share files in there as well.
fn alone() -> Result<File> {
    let folder = workspace::target();
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    let path = folder.join("satkarya-build.lock");
    let file = File::create(&path).with_context(|| format!("cannot create {}", path.display()))?;
    if file.try_lock().is_err() {
        println!("another build is using {}; waiting for it", folder.display());
        file.lock().context("cannot wait for the other build")?;
    }
    Ok(file)
}

/// Downloads the crates, since trunk itself is kept offline.
fn fetch(tools: &BuildTools, profile: Profile) -> Result<()> {
    let mut command = run::program("cargo");
    tools.wasm.prepare(&mut command, profile.aim());
    run::show(command.args(["fetch", "--quiet", "--locked", "--target", wasm_target::TRIPLE]))
}

fn trunk(tools: &BuildTools, profile: Profile) -> Result<()> {
    let mut command = run::program("trunk");
    tools.wasm.prepare(&mut command, profile.aim());
    // Trunk would print where in its own code it met a mistake in ours.
    command.env("RUST_BACKTRACE", "0");
    // Trunk reads NO_COLOR as a boolean and fails on "1", which is common.
    command.env_remove("NO_COLOR");
    command.args(["build", "--skip-version-check"]);
    match profile {
        Profile::Release => command.args(["--release", "--cargo-profile", "release"]),
        Profile::Fast => command.args(["--cargo-profile", "fast"]),
    };
    // With every tool at hand there is nothing to download; without this
    // switch trunk would ask the network about versions.
    if tools.has_wasm_opt || profile == Profile::Fast {
        command.arg("--offline");
    }
    let result = run::show(&mut command);
    if result.is_err() {
        // What was half done is no part of the build that is still there.
        let _ = std::fs::remove_dir_all(workspace::dist().join(".stage"));
    }
    result
}
