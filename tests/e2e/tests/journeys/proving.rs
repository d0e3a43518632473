//! What can be proved of the app from outside: that the version it shows is that of its files, what its fields ask of the
//! browser's helpers, that it asks for no permission, and that messages of others do nothing.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path, time::Instant};

use satkarya_e2e::{Context as _, Result, app, ensure, page::Name, runner::Stage};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::hand;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        _ = write!(text, "{byte:02x}");
        text
    })
}

/// Every file below a folder by its name.
fn files(folder: &Path, under: &str, found: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{under}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            files(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// The id of a build, worked out anew from its files: as `docs/hosting.md` says it is made.
fn identity(dist: &Path, shown: &str) -> Result<String> {
    let mut all = BTreeMap::new();
    files(dist, "", &mut all)?;
    let headers = all.remove("_headers").context("no headers")?;
    for beside in ["SHA256SUMS", "sbom.cdx.json"] {
        all.remove(beside);
    }
    // The two files that hold the id, as they were before it was known.
    let page = String::from_utf8(all.remove("index.html").context("no page")?)?;
    let page = page.replacen(&format!("content=\"{shown}\""), "content=\"dev\"", 1);
    let worker = String::from_utf8(all.remove("sw.js").context("no worker")?)?;
    let worker: Vec<_> = worker
        .split('\n')
        .map(|line| if line.starts_with("const STAMP = ") { "const STAMP = null;" } else { line })
        .collect();
    all.insert("index.html".to_owned(), page.into_bytes());
    all.insert("sw.js".to_owned(), worker.join("\n").into_bytes());
    let mut hasher = Sha256::new();
    for (name, bytes) in &all {
        hasher.update(format!("{}  {name}\n", hex(&Sha256::digest(bytes))));
    }
    // Those of every page: up to the one that only a host can know.
    let headers = String::from_utf8(headers)?;
    for line in headers.lines().skip(1).take_while(|it| !it.contains("Strict-Transport")) {
        hasher.update(format!("{}\n", line.trim_start()));
    }
    let mut id = hex(&hasher.finalize());
    id.truncate(16);
    Ok(id)
}

/// The build that About and Privacy show is the hash of the files (U-06).
pub(crate) async fn version(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let mut shown = Vec::new();
    for address in ["settings/about", "settings/data"] {
        stage.visit(app::place(address)?).await?;
        let words = stage.msg("about-build")?;
        page.see(&words).await?;
        let read = "return [...document.querySelectorAll('main code')].map(it => it.textContent)
            .filter(it => /^[0-9a-f]{16}$/.test(it))";
        let found = page.run(read, vec![]).await?;
        let id = found[0].as_str().with_context(|| format!("{address} shows {found}"))?;
        shown.push(id.to_owned());
    }
    // Beside it: whether the browser may clear it, the last backup file, how to compare.
    page.see(&stage.msg("privacy-backup-none")?).await?;
    page.see(&stage.msg("privacy-compare")?).await?;
    let promise = [
        stage.msg("persist-yes")?,
        stage.msg("persist-not-yet")?,
        stage.msg("privacy-persist-unknown")?,
    ];
    let said = page.text().await?;
    ensure!(promise.iter().any(|it| said.contains(it)), "nothing of how safe it is in: {said}");
    let expected = identity(&stage.dist, shown.first().map_or("", String::as_str))?;
    ensure!(shown.iter().all(|it| *it == expected), "shown is {shown:?}, the files are {expected}");
    Ok(format!("{} of {0} pages show {expected}, the hash of the files", shown.len()))
}

/// Every field that takes words asks the browser's helpers to keep off it (P-12).
pub(crate) async fn fields(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let read =
        "const asked = { spellcheck: 'false', writingsuggestions: 'false', autocorrect: 'off',
          autocomplete: 'off', translate: 'no' };
        const words = ['text', 'search', 'textarea', 'password', 'email', 'url', 'tel'];
        const fields = [...document.querySelectorAll('input, textarea, [contenteditable]')]
          .filter(it => !it.type || words.includes(it.type));
        const wrong = fields.filter(it => Object.entries(asked)
          .some(([name, value]) => it.getAttribute(name) !== value));
        return [fields.length, wrong.map(it => it.outerHTML.slice(0, 200))];";
    let (mut n, mut places) = (0, 0);
    for place in app::everywhere() {
        stage.visit(place).await?;
        let found = page.run(read, vec![]).await?;
        ensure!(found[1] == json!([]), "{}: {}", place.address, found[1]);
        let here = found[0].as_u64().unwrap_or_default();
        n += here;
        places += u64::from(here > 0);
    }
    ensure!(n > 10, "hardly a field was found: {n}");
    Ok(format!("{n} of {n} fields on {places} pages"))
}

/// Nothing that a browser asks a person about is ever asked for (P-15).
pub(crate) async fn permissions(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let watch = "window.asked = [];
        let watched = 0;
        const watch = (owner, name) => {
          if (typeof owner?.[name] !== 'function') return;
          watched += 1;
          const own = owner[name];
          Object.defineProperty(owner, name, { configurable: true, value(...all) {
            window.asked.push(name);
            return own.apply(this, all);
          } });
        };
        watch(window.Notification, 'requestPermission');
        watch(navigator.geolocation, 'getCurrentPosition');
        watch(navigator.geolocation, 'watchPosition');
        watch(navigator, 'vibrate');
        watch(navigator, 'requestMIDIAccess');
        watch(navigator.clipboard, 'read');
        watch(navigator.clipboard, 'readText');
        watch(navigator.clipboard, 'writeText');
        watch(navigator.clipboard, 'write');
        watch(navigator.mediaDevices, 'getUserMedia');
        watch(navigator.mediaDevices, 'getDisplayMedia');
        return watched;";
    let watched = page.run(watch, vec![]).await?.as_u64().unwrap_or_default();
    ensure!(watched > 3, "only {watched} ways to ask could be watched");
    hand::write(stage, "Nobody asks", 5, 0).await?;
    let mut n = 0;
    for place in app::everywhere() {
        stage.visit(place).await?;
        n += 1;
    }
    let asked = page.run("return window.asked", vec![]).await?;
    ensure!(asked == json!([]), "asked for {asked}");
    Ok(format!("{watched} ways to ask watched on {n} pages: asked 0 times"))
}

/// Ten thousand messages on every channel change nothing and hold nobody up.
pub(crate) async fn messages(stage: &mut Stage) -> Result<String> {
    const N: u64 = 10_000;
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, "Before the noise", 5, 0).await?;
    let before = page.stored().await?;
    let noise = "const [n] = arguments;
        const channel = new BroadcastChannel('sk1');
        const odd = [null, 0, '', '<b>', {}, [], { type: 'erased' }, 'ERASED', '\\u202e', 'x'.repeat(10000),
          { word: 'erased' }, new Uint8Array(9)];
        for (let i = 0; i < n / 2; i += 1) {
          postMessage(odd[i % odd.length], '*');
          channel.postMessage(odd[i % odd.length]);
        }
        channel.close();
        // All of them have been heard when one more has.
        const begin = performance.now();
        await new Promise(done => {
          addEventListener('message', event => event.data === 'last' && done());
          postMessage('last', '*');
        });
        return performance.now() - begin;";
    let heard = page.run_async(noise, vec![json!(N)]).await?.as_f64().unwrap_or(f64::MAX);
    let begin = Instant::now();
    hand::write(stage, "After the noise", 6, 0).await?;
    let took = begin.elapsed().as_millis();
    stage.go("nav-diary", "diary-title").await?;
    for words in ["Before the noise", "After the noise"] {
        page.find("link", Name::Has(words)).await?;
    }
    let after = page.stored().await?;
    let gone: Vec<_> = before.keys().filter(|key| !after.contains_key(*key)).collect();
    ensure!(gone.is_empty(), "the messages removed {gone:?}");
    Ok(format!("{N} ignored within {heard:.0} ms; the next entry was written in {took} ms"))
}
