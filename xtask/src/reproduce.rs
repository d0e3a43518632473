//! `cargo xtask reproduce`: builds the same sources a second time, in another folder, from
//! nothing, and compares every file with `dist/`.
//!
//! What two people build from one commit with one compiler is then the same to the byte, so that
//! `SHA256SUMS` proves that a published build holds these sources and no others.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use walkdir::WalkDir;

use crate::report::Outcome;
use crate::{build, run, stamp, sums, workspace};

/// Folders of the project that are no sources.
const MADE: [&str; 3] = [".git", "dist", "target"];

/// Builds here first, unless `dist/` is to be taken as it is, and then elsewhere.
pub(crate) fn run(build_here: bool) -> Result<()> {
    if build_here {
        build::run(build::Profile::Release)?;
    }
    match check()? {
        Outcome::Passed(figure) => println!("ok: {figure}"),
        Outcome::NotRun(reason) => println!("not run: {reason}"),
    }
    Ok(())
}

/// Compares `dist/` with a build of the same sources elsewhere.
///
/// # Errors
///
/// When a file is missing or differs, with its name.
pub(crate) fn check() -> Result<Outcome> {
    sums::check(&workspace::dist())?;
    let elsewhere = Elsewhere::new()?;
    println!("building the same in {}; this takes a few minutes", elsewhere.0.display());
    elsewhere.build()?;
    let (ours, theirs) = (stamp::list(&workspace::dist())?, stamp::list(&elsewhere.dist())?);
    let different = sums::differences(&ours, &theirs);
    let same = ours.len().saturating_sub(different.len());
    if !different.is_empty() {
        bail!("{same} of {} files are the same; not: {}", ours.len(), different.join(", "));
    }
    Ok(Outcome::Passed(format!("{same}/{} files are the same to the byte", ours.len())))
}

/// A copy of the sources, with a build folder of its own; removed at the end.
struct Elsewhere(PathBuf);

impl Elsewhere {
    fn new() -> Result<Self> {
        let name = format!("satkarya-elsewhere-{}", std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        copy(workspace::root(), &folder.sources())?;
        Ok(folder)
    }

    fn sources(&self) -> PathBuf {
        self.0.join("copied-sources")
    }

    fn dist(&self) -> PathBuf {
        self.sources().join("dist")
    }

    /// Runs this very program on the copy: it finds the project by what cargo would tell it.
    fn build(&self) -> Result<()> {
        let myself = std::env::current_exe().context("cannot tell where xtask is")?;
        let sources = self.sources();
        run::show(
            run::program(myself)
                .arg("build")
                .current_dir(&sources)
                .env("CARGO_MANIFEST_DIR", sources.join("xtask"))
                .env("CARGO_TARGET_DIR", self.0.join("build"))
                .env_remove("SATKARYA_FAST"),
        )
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            println!("cannot remove {}: {error}", self.0.display());
        }
    }
}

/// Copies the sources: everything but what builds leave.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let is_source = |path: &Path| {
        let first = path.strip_prefix(from).ok().and_then(|it| it.components().next());
        first.is_none_or(|it| !MADE.iter().any(|made| it.as_os_str() == *made))
            && path != workspace::target()
    };
    for entry in WalkDir::new(from).into_iter().filter_entry(|entry| is_source(entry.path())) {
        let entry = entry.context("cannot list the sources")?;
        let place = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&place)?;
        } else {
            fs::copy(entry.path(), &place)
                .with_context(|| format!("cannot copy {}", entry.path().display()))?;
        }
    }
    Ok(())
}
