//! Work beside the page: the worker for keys and backups.

use std::path::Path;

use base64ct::{Base64, Encoding as _};
use satkarya_core::vault::job;
use satkarya_core::vault::kdf::{self, SALT};
use satkarya_core::vault::{Cost, Passphrase};
use satkarya_e2e::{
    Context as _, Result,
    browser::{Browser, Setup},
    ensure,
    runner::Stage,
    server::Fault,
};
use serde_json::{Value, json};

/// Compiles the app's module from bytes that are handed in: the page itself may ask for nothing.
const COMPILE: &str = "
    const bytes = Uint8Array.from(atob(args[0]), (letter) => letter.charCodeAt(0));
    window.journeyModule = await WebAssembly.compile(bytes);
";

/// Hands a job to the page as the app does, and watches how long the page stands still.
const ASK: &str = "
    const job = Uint8Array.from(atob(args[0]), (letter) => letter.charCodeAt(0));
    let last = performance.now(), still = 0, ticks = 0;
    const watch = setInterval(() => {
      const now = performance.now();
      still = Math.max(still, now - last);
      last = now;
      ticks += 1;
    }, 10);
    const began = performance.now();
    const [answer, took] = await new Promise((resolve) => {
      const detail = [window.journeyModule, job, (...answer) => resolve(answer)];
      dispatchEvent(new CustomEvent('sk:work', { detail }));
    });
    clearInterval(watch);
    // What belongs to the page is closed to Firefox's scripts until it is asked for so.
    const text = typeof answer === 'string' ? null
      : btoa(String.fromCharCode(...(answer.wrappedJSObject ?? answer)));
    return { answer: text, word: text === null ? answer : null, took, all: performance.now() - began,
      still, handed: job.length };
";

struct Answer {
    bytes: Vec<u8>,
    took: u64,
    all: u64,
    still: u64,
}

async fn ask(browser: &Browser, job: &[u8]) -> Result<Answer> {
    let told = browser.run_async(ASK, vec![json!(Base64::encode_string(job))]).await?;
    ensure!(told["word"].is_null(), "no answer, but the word {}", told["word"]);
    ensure!(told["handed"] == json!(0), "the page kept its copy of the job");
    let text = told["answer"].as_str().context("no answer")?;
    let bytes = Base64::decode_vec(text).ok().context("no base 64")?;
    let whole = |name: &str| told[name].as_f64().map_or(0, |ms| ms.round() as u64);
    Ok(Answer { bytes, took: whole("took"), all: whole("all"), still: whole("still") })
}

fn module(dist: &Path) -> Result<Value> {
    let files = std::fs::read_dir(dist)?.collect::<Result<Vec<_>, _>>()?;
    let mut file = files.iter().map(std::fs::DirEntry::path);
    let file = file.find(|path| path.extension().is_some_and(|ending| ending == "wasm"));
    Ok(json!(Base64::encode_string(&std::fs::read(file.context("no module")?)?)))
}

/// Derives, writes and opens beside the page, the same as natively (V-02), and asks the host for
/// nothing, whether or not the app is kept for offline use (P-04).
pub(crate) async fn jobs(stage: &mut Stage) -> Result<String> {
    let module = module(&stage.dist)?;
    let words = Passphrase::typed("a long way, न गया");
    let costs = [(19, 2), (64, 3), (46, 4)];
    let mut told = Vec::new();
    let mut n_jobs = 0;
    for is_kept in [true, false] {
        if is_kept {
            stage.open().await?;
            stage.kept_offline().await?;
        } else {
            // A host, or a browser, with which there is no offline use.
            stage.server.misbehave("/sw.js", Fault::Status(404));
            stage.browser = stage.another(Setup::PLAIN).await?;
            stage.open().await?;
            satkarya_e2e::wait::pass(std::time::Duration::from_secs(1)).await;
        }
        let page = &stage.browser;
        page.run_async(COMPILE, vec![module.clone()]).await?;
        stage.server.take_hits();
        for (mebibytes, passes) in costs {
            let cost = Cost { memory: mebibytes * 1024, passes, lanes: 1 };
            let answer = ask(page, &job::derive(&words, &[7; SALT], cost)).await?;
            let key = job::derived(&answer.bytes)?;
            ensure!(key == kdf::derive(&words, &[7; SALT], cost), "{cost:?} gives another key");
            n_jobs += 1;
            if is_kept {
                told.push(format!(
                    "{mebibytes} MiB/{passes} {} ms, in all {}, page still for {}",
                    answer.took, answer.all, answer.still
                ));
            }
        }
        let refused = Cost { memory: 1, passes: 1, lanes: 1 };
        let answer = ask(page, &job::derive(&words, &[7; SALT], refused)).await?;
        ensure!(job::derived(&answer.bytes)?.is_err(), "a cost that is not allowed was paid");
        let plain: Vec<u8> = (0..60_000_u32).flat_map(u32::to_be_bytes).take(90_000).collect();
        let answer = ask(page, &job::write(&plain, &words, 16)).await?;
        let file = job::written(&answer.bytes)??;
        let answer = ask(page, &job::open(&file, &words)).await?;
        ensure!(*job::opened(&answer.bytes)?? == plain, "another content");
        let answer = ask(page, &job::open(&file, &Passphrase::typed("no"))).await?;
        ensure!(job::opened(&answer.bytes)?.is_err(), "opened with a wrong passphrase");
        n_jobs += 4;
        let mut hits = stage.server.take_hits();
        // The browser's own look for a new version, which no page can hold back.
        hits.retain(|hit| hit.line != "GET /sw.js");
        ensure!(hits.is_empty(), "the host was asked, kept offline {is_kept}: {hits:?}");
    }
    Ok(format!("{n_jobs} jobs as natively, 0 requests; {}", told.join("; ")))
}

/// Where no worker can be had, or the module does not run in it, a word says so (and no error
/// reaches the page); and no other script than the two of the app can be a worker.
pub(crate) async fn refused(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    stage.kept_offline().await?;
    let page = &stage.browser;
    let script = "
        window.journeyErrors = [];
        addEventListener('error', (event) => journeyErrors.push(String(event.message)));
        const ask = (module) => new Promise((resolve) => dispatchEvent(new CustomEvent('sk:work',
          { detail: [module, new Uint8Array([1, 2, 3]), resolve] })));
        const broken = await ask(null);
        // The smallest module: it has none of the app's functions.
        const empty = await ask(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
        const Kept = window.Worker;
        window.Worker = undefined;
        const none = await ask(null);
        window.Worker = Kept;
        const tried = [];
        for (const url of ['boot.js', 'work.js?x', 'a/work.js', 'work-.js', 'https://example.invalid/work.js',
          'blob:' + location.origin + '/x', 'data:text/javascript,0']) {
          try {
            const worker = new Worker(url, { type: 'module' });
            // Where there are no trusted types, the policy refuses it or nothing is there.
            tried.push(await new Promise((resolve) => {
              worker.onerror = () => resolve('refused');
              worker.onmessage = () => resolve('runs');
              setTimeout(() => resolve('silent'), 500);
            }));
          } catch { tried.push('refused'); }
        }
        return { broken, empty, none, tried, errors: window.journeyErrors };
    ";
    let told = page.run_async(script, vec![]).await?;
    for what in ["broken", "empty", "none"] {
        ensure!(told[what] == json!("start"), "{what}: {told}");
    }
    let tried = told["tried"].as_array().context("nothing tried")?;
    ensure!(tried.iter().all(|end| end == "refused"), "a foreign worker: {told}");
    ensure!(told["errors"] == json!([]), "errors reached the page: {told}");
    Ok(format!("3 of 3 told by a word, {} foreign workers refused", tried.len()))
}
