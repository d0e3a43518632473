//! What browsers keep: how much, in which characters, and through which kind of end.

use std::time::Duration;

use satkarya_e2e::{Result, ensure, runner::Stage, wait};
use serde_json::json;

/// Every unit of the 15-bit alphabet, then two million in a fixed disorder.
const ALPHABET: &str = "
    const every = Array.from({ length: 32768 }, (_, i) => String.fromCharCode(0x3400 + i)).join('');
    let state = 1;
    const next = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 17;
    const parts = [];
    for (let i = 0; i < 2000; i++) {
      let part = '';
      for (let j = 0; j < 1000; j++) part += String.fromCharCode(0x3400 + next());
      parts.push(part);
    }
    const many = parts.join('');";

async fn open(stage: &Stage) -> Result<()> {
    stage.browser.web().goto(stage.server.url()).await?;
    stage.browser.find("heading", "Probe").await?;
    Ok(())
}

/// How many units fit, in three alphabets.
pub(crate) async fn capacity(stage: &mut Stage) -> Result<String> {
    open(stage).await?;
    let fill = "
        const found = [];
        for (const unit of ['a', '\\u00e9', '\\u3400', '\\ub3ff']) {
          localStorage.clear();
          let value = '', step = 1 << 22;
          while (step >= 1) {
            try { localStorage.setItem('k', value + unit.repeat(step)); value += unit.repeat(step); }
            catch (e) { if (e.name !== 'QuotaExceededError') throw e; step >>= 1; }
          }
          if (localStorage.getItem('k') !== value) throw new Error('a refused write changed the old value');
          found.push(value.length + 1);
        }
        localStorage.clear();
        return found.join(', ')";
    let found = stage.browser.run_async(fill, vec![]).await?;
    Ok(format!("units with key, a / é / U+3400 / U+B3FF: {}", found.as_str().unwrap_or_default()))
}

/// Whether the 15-bit alphabet comes back unchanged: at once, after a reload, after an orderly
/// restart and after a kill.
pub(crate) async fn encoding(stage: &mut Stage) -> Result<String> {
    open(stage).await?;
    let write = format!(
        "{ALPHABET}
         localStorage.setItem('every', every);
         localStorage.setItem('many', many);"
    );
    let compare = format!(
        "{ALPHABET}
         const same = (key, wanted) => {{
           const got = localStorage.getItem(key);
           if (got === null) return 'missing';
           if (got === wanted) return wanted.length;
           for (let i = 0; i < wanted.length; i++) {{
             if (got[i] !== wanted[i]) return 'differs at ' + i + ': ' + wanted.charCodeAt(i).toString(16);
           }}
           return 'longer';
         }};
         return [same('every', every), same('many', many)];"
    );
    let unchanged = json!([32768, 2_000_000]);
    stage.browser.run_async(&write, vec![]).await?;
    for step in ["at once", "after a reload", "after a restart", "after a kill"] {
        match step {
            "after a reload" => stage.browser.reload().await?,
            "after a restart" => {
                stage.browser.restart().await?;
                open(stage).await?;
            }
            "after a kill" => {
                stage.browser.run_async(&write, vec![]).await?;
                // Beyond the time in which every engine writes to disk.
                wait::pass(Duration::from_secs(10)).await;
                stage.browser.kill().await?;
                stage.browser.restart().await?;
                open(stage).await?;
            }
            _ => {}
        }
        let found = stage.browser.run_async(&compare, vec![]).await?;
        ensure!(found == unchanged, "{step}: {found}");
    }
    Ok("32,768 of 32,768 units and 2,000,000 in disorder: at once, reload, restart, kill"
        .to_owned())
}

/// What a browser killed some time after a write still has, in localStorage and in IndexedDB.
pub(crate) async fn kill(stage: &mut Stage) -> Result<String> {
    const ROUNDS: usize = 3;
    let write = "
        const mark = args[0];
        localStorage.setItem('mark', mark + 'x'.repeat(5000));
        const db = await new Promise((done, fail) => {
          const open = indexedDB.open('facts', 1);
          open.onupgradeneeded = () => open.result.createObjectStore('log');
          open.onsuccess = () => done(open.result);
          open.onerror = () => fail(open.error);
        });
        const start = performance.now();
        await new Promise((done, fail) => {
          const change = db.transaction('log', 'readwrite', { durability: 'strict' });
          change.objectStore('log').put(mark + 'x'.repeat(5000), 'mark');
          change.oncomplete = done;
          change.onabort = () => fail(change.error);
        });
        return performance.now() - start;";
    let read = "
        const db = await new Promise((done, fail) => {
          const open = indexedDB.open('facts', 1);
          open.onupgradeneeded = () => open.result.createObjectStore('log');
          open.onsuccess = () => done(open.result);
          open.onerror = () => fail(open.error);
        });
        const logged = await new Promise((done, fail) => {
          const ask = db.transaction('log').objectStore('log').get('mark');
          ask.onsuccess = () => done(ask.result);
          ask.onerror = () => fail(ask.error);
        });
        const kept = value => String(value).startsWith(args[0]);
        return [kept(localStorage.getItem('mark')), kept(logged)];";
    let mut report = Vec::new();
    let mut slowest = 0.0_f64;
    for delay in [0_u64, 200, 1_000, 3_000, 6_000] {
        let (mut local, mut log) = (0, 0);
        for round in 0..ROUNDS {
            open(stage).await?;
            let mark = format!("{delay}-{round}-");
            let cost = stage.browser.run_async(write, vec![json!(mark)]).await?;
            slowest = slowest.max(cost.as_f64().unwrap_or_default());
            if delay > 0 {
                wait::pass(Duration::from_millis(delay)).await;
            }
            stage.browser.kill().await?;
            stage.browser.restart().await?;
            open(stage).await?;
            let kept = stage.browser.run_async(read, vec![json!(mark)]).await?;
            local += usize::from(kept[0] == json!(true));
            log += usize::from(kept[1] == json!(true));
        }
        ensure!(log == ROUNDS, "IndexedDB lost {} of {ROUNDS} after {delay} ms", ROUNDS - log);
        report.push(format!("{delay} ms {local}/{ROUNDS} and {log}/{ROUNDS}"));
    }
    Ok(format!(
        "kept by localStorage and IndexedDB: {}; slowest log {slowest:.0} ms",
        report.join(", ")
    ))
}
