//! The last step of a build: files whose contents depend on the finished ones.
//!
//! Trunk leaves the pages, scripts, styles and the module. This step bundles
//! the styles and the icons, checks that every page keeps to one strict policy, gives the
//! build an id made from all contents, and writes what needs the whole list:
//! the worker's files with their hashes, the headers for a static host, and
//! the checksums. It runs once on a fresh `dist/` and refuses a second time.
//!
//! The same input gives the same bytes: nothing here looks at a clock.

mod headers;
pub(crate) mod html;
mod manifest;
mod styles;

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use sha2::{Digest as _, Sha256};

/// The page that starts the app.
const INDEX: &str = "index.html";
/// The worker, which the stamp is written into.
const WORKER: &str = "sw.js";
/// What stands in the page until it is stamped.
const UNSTAMPED_PAGE: &str = r#"<meta name="sk-build" content="dev">"#;
/// What stands in the worker until it is stamped.
const UNSTAMPED_WORKER: &str = "const STAMP = null;";
/// Rules for the host.
const HEADERS: &str = "_headers";
/// Checksums for people.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// A file that stands beside the app: its name, and what makes its text from the build's id.
pub(crate) type Beside = (&'static str, fn(&str) -> Result<String>);

/// What was stamped.
#[derive(Debug)]
pub(crate) struct Report {
    /// The id of the build: the first half of the hash over all files.
    pub(crate) build: String,
    /// How many files the worker keeps for offline use.
    pub(crate) files: usize,
    /// How large they are together, in bytes.
    pub(crate) bytes: u64,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kib = self.bytes.div_ceil(1024);
        write!(f, "build {}: {} files for offline use, {kib} KiB", self.build, self.files)
    }
}

/// Finishes `dist`, which trunk has just written. `beside` are files by name that nothing of the
/// app asks for, made from the build's id.
///
/// # Errors
///
/// A page with an inline script or style, or with another policy than the
/// start page, and a folder that is stamped already, are errors.
pub(crate) fn run(dist: &Path, beside: &[Beside]) -> Result<Report> {
    let index = read(dist, INDEX)?;
    ensure!(index.contains(UNSTAMPED_PAGE), "{} is stamped already; build it anew", dist.display());
    let index = styles::bundle(dist, &index)?;
    manifest::inline_icons(dist)?;
    fs::write(dist.join(INDEX), &index).context("cannot write the start page")?;

    let policy = html::policy(&index).context("the start page has no policy")?;
    let mut files = list(dist)?;
    for page in files.keys().filter(|name| ending(name) == "html") {
        html::check(&read(dist, page)?, &policy).with_context(|| format!("in {page}"))?;
    }

    let for_pages = headers::for_pages(&policy);
    let build = build_id(&files, &for_pages);
    let stamped = index.replacen(UNSTAMPED_PAGE, &UNSTAMPED_PAGE.replace("dev", &build), 1);
    fs::write(dist.join(INDEX), &stamped).context("cannot write the start page")?;
    files.insert(INDEX.to_owned(), sha256(stamped.as_bytes()));

    let mut work = files.keys().filter(|name| headers::is_work(name));
    let (Some(work), None) = (work.next(), work.next()) else { bail!("there is one work.js") };
    let kept: BTreeMap<_, _> = files.iter().filter(|(name, _)| *name != WORKER).collect();
    let stamp = serde_json::json!({
        "build": build,
        "headers": for_pages.iter().cloned().collect::<BTreeMap<_, _>>(),
        "work": { "file": work, "policy": headers::WORK_POLICY },
        "files": kept,
    });
    let worker = read(dist, WORKER)?;
    ensure!(worker.matches(UNSTAMPED_WORKER).count() == 1, "{WORKER} has no single place to stamp");
    let worker = worker.replace(UNSTAMPED_WORKER, &format!("const STAMP = {stamp};"));
    fs::write(dist.join(WORKER), worker).context("cannot write the worker")?;

    let report = Report { build, files: kept.len(), bytes: size(dist, kept.keys())? };
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    fs::write(dist.join(HEADERS), headers::file(&for_pages, &names))
        .context("cannot write the headers")?;
    for (name, text) in beside {
        let text = text(&report.build)?;
        fs::write(dist.join(name), text).with_context(|| format!("cannot write {name}"))?;
    }
    let mut sums = String::new();
    for (name, hash) in list(dist)? {
        let _ = writeln!(sums, "{hash}  {name}");
    }
    fs::write(dist.join(SUMS), sums).context("cannot write the checksums")?;
    Ok(report)
}

/// Every file below `dist` by its address, with its hash; none of them may be
/// one that this step writes itself.
pub(crate) fn list(dist: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(dist) {
        let entry = entry.context("cannot list the built files")?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = entry.path().strip_prefix(dist).context("a file outside the build")?;
        let Some(path) = path.to_str() else { bail!("{} is not plain text", path.display()) };
        let name = path.replace('\\', "/");
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
        ensure!(name.chars().all(plain), "{name}: an address needs only a-z, 0-9 and - _ . /");
        let contents = fs::read(entry.path()).with_context(|| format!("cannot read {name}"))?;
        files.insert(name, sha256(&contents));
    }
    Ok(files)
}

/// One id for the headers and the contents of all files, the unstamped page
/// and worker among them, so that it changes when any byte of the app does.
fn build_id(files: &BTreeMap<String, String>, headers: &[(String, String)]) -> String {
    let mut hasher = Sha256::new();
    for (name, hash) in files {
        hasher.update(format!("{hash}  {name}\n"));
    }
    for (name, value) in headers {
        hasher.update(format!("{name}: {value}\n"));
    }
    let mut id = hex(&hasher.finalize());
    id.truncate(16);
    id
}

fn size<'a>(dist: &Path, names: impl Iterator<Item = &'a &'a String>) -> Result<u64> {
    names
        .map(|name| {
            let about = fs::metadata(dist.join(name.as_str()));
            about.map(|about| about.len()).with_context(|| format!("cannot read {name}"))
        })
        .sum()
}

fn read(dist: &Path, name: &str) -> Result<String> {
    fs::read_to_string(dist.join(name)).with_context(|| format!("cannot read {name} of the build"))
}

/// What stands behind the last dot of a name.
fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// The SHA-256 of some bytes in lower-case hex.
fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}"); // writing to a string cannot fail
        text
    })
}

#[cfg(test)]
mod tests;
