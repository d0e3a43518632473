//! Other versions of the app, made from the built one: for journeys on updates, and for browsers
//! that lack something and have no switch for it.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

/// A copy of `dist` that calls itself `build` and is otherwise the same app.
///
/// # Errors
/// When `dist` is not stamped in the way the worker's list is known to be.
pub fn another(dist: &Path, build: &str) -> Result<TempDir> {
    let copy = tempfile::Builder::new().prefix("satkarya-dist-").tempdir()?;
    copy_folder(dist, copy.path())?;
    restamp(copy.path(), |stamp| {
        let old = stamp["build"].as_str().context("no build in the worker")?.to_owned();
        stamp["build"] = json!(build);
        change(copy.path(), stamp, "index.html", |index| index.replace(&old, build))
    })?;
    Ok(copy)
}

/// Makes these files of a build others than they were, with `mark` in a comment at their end.
///
/// # Errors
/// As [`another`], or when there is no such file.
pub fn mark(dist: &Path, files: &[&str], mark: &str) -> Result<()> {
    restamp(dist, |stamp| {
        for file in files {
            let comment = match file.rsplit_once('.') {
                Some((_, "html")) => format!("<!-- {mark} -->\n"),
                _ => format!("/* {mark} */\n"),
            };
            change(dist, stamp, file, |text| text + comment.as_str())?;
        }
        Ok(())
    })
}

/// Changes the list in a build's worker.
fn restamp(dist: &Path, act: impl FnOnce(&mut Value) -> Result<()>) -> Result<()> {
    let worker_file = dist.join("sw.js");
    let worker = fs::read_to_string(&worker_file)?;
    let (before, rest) = worker.split_once("const STAMP = ").context("no list in the worker")?;
    let (list, after) = rest.split_once(";\n").context("no end of the worker's list")?;
    let mut stamp: Value = serde_json::from_str(list)?;
    act(&mut stamp)?;
    Ok(fs::write(&worker_file, format!("{before}const STAMP = {stamp};\n{after}"))?)
}

/// Changes one file of a build and its line in the list.
fn change(
    dist: &Path,
    stamp: &mut Value,
    file: &str,
    to: impl FnOnce(String) -> String,
) -> Result<()> {
    let text = to(fs::read_to_string(dist.join(file))?);
    fs::write(dist.join(file), &text)?;
    let mut hash = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        write!(hash, "{byte:02x}")?;
    }
    stamp["files"][file] = json!(hash);
    Ok(())
}

/// A copy of `dist` in whose page IndexedDB is refused, as some browsers and settings do. Its worker
/// refuses the changed page, so it is not kept for offline use.
///
/// # Errors
/// When the page is not as it is known to be.
pub fn without_indexed_db(dist: &Path) -> Result<TempDir> {
    let copy = tempfile::Builder::new().prefix("satkarya-dist-").tempdir()?;
    copy_folder(dist, copy.path())?;
    let refuse = "Object.defineProperty(window, 'indexedDB', {
        get() { throw new DOMException('refused', 'SecurityError'); },
    });";
    fs::write(copy.path().join("refuse.js"), refuse)?;
    let index_file = copy.path().join("index.html");
    let index = fs::read_to_string(&index_file)?;
    let (before, rest) = index.split_once("<script").context("no script in the page")?;
    let refused = format!("{before}<script src=\"./refuse.js\"></script><script{rest}");
    fs::write(&index_file, refused)?;
    Ok(copy)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for item in fs::read_dir(from)? {
        let item = item?;
        let target = to.join(item.file_name());
        if item.file_type()?.is_dir() {
            copy_folder(&item.path(), &target)?;
        } else {
            fs::copy(item.path(), target)?;
        }
    }
    Ok(())
}
