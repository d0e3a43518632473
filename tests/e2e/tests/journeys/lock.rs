//! The lock: turned on, shut, opened, changed and turned off, as a person does it; and what is left
//! to read on the disk.

use std::{path::Path, time::Duration};

use satkarya_e2e::{
    Context as _, Result, app,
    axe::{self, Rules},
    browser::Browser,
    ensure,
    page::Name,
    runner::Stage,
    wait,
};
use serde_json::{Value, json};

use crate::hand;

pub(crate) const PASSPHRASE: &str = "small things at noon";
/// What must be nowhere once the lock is on.
pub(crate) const MARKS: [&str; 4] = ["zebra-77", "quokka-31", "narwhal-58", "small things at noon"];

/// Types into the fields for a passphrase that are to be seen, in their order.
pub(crate) async fn secrets(browser: &Browser, words: &[&str]) -> Result<()> {
    let all = "return [...document.querySelectorAll('input[type=password]')]
        .filter(it => it.checkVisibility())";
    let fields = wait::until("a field for a passphrase", async || {
        let fields = browser.web().execute(all, vec![]).await?.elements()?;
        Ok((fields.len() == words.len()).then_some(fields))
    })
    .await?;
    for (field, words) in fields.iter().zip(words) {
        let empty = "arguments[0].value = ''; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))";
        browser.run(empty, vec![field.to_json()?]).await?;
        browser.write_to(field, words).await?;
    }
    Ok(())
}

/// Opens a part of the page.
pub(crate) async fn unfold(stage: &Stage, name: &str) -> Result<()> {
    let words = stage.msg(name)?;
    let open = "const it = [...document.querySelectorAll('summary')]
          .find(it => it.innerText.trim() === arguments[0]);
        if (!it) return false;
        if (!it.parentElement.open) it.click();
        return true;";
    wait::until(&format!("the part {words}"), async || {
        Ok((stage.browser.run(open, vec![json!(words)]).await? == json!(true)).then_some(()))
    })
    .await
}

/// Turns the lock on and waits until the app stands again.
pub(crate) async fn turn_on(stage: &Stage) -> Result<()> {
    stage.visit(app::place("settings/lock")?).await?;
    secrets(&stage.browser, &[PASSPHRASE, PASSPHRASE]).await?;
    stage.browser.press("button", &stage.msg("lock-turn-on")?).await?;
    stage.browser.find("button", &stage.msg("lock-now")?).await?;
    Ok(())
}

/// Whether the locked page stands, and nothing else.
pub(crate) async fn is_locked(stage: &Stage) -> Result<()> {
    let page = &stage.browser;
    page.find("button", &stage.msg("lock-unlock")?).await?;
    let read =
        "return [document.title, document.body.innerText + [...document.querySelectorAll('input')]
        .map(it => it.value).join(' '), location.hash]";
    let shown = page.run(read, vec![]).await?;
    let text = shown[1].as_str().unwrap_or_default();
    ensure!(shown[0] == json!("SatKarya"), "the title is {}", shown[0]);
    ensure!(!text.contains(char::is_numeric), "there is a number: {text}");
    for mark in MARKS {
        ensure!(!text.contains(mark), "there is {mark}: {text}");
    }
    ensure!(shown[2] == json!("#/today"), "the address is {}", shown[2]);
    let left = page.run("return document.querySelectorAll('.places, .page-head').length", vec![]);
    let left = left.await?;
    ensure!(left == json!(0), "{left} parts of the app are left");
    Ok(())
}

/// Types a passphrase and taps Unlock.
pub(crate) async fn try_with(stage: &Stage, passphrase: &str) -> Result<()> {
    secrets(&stage.browser, &[passphrase]).await?;
    stage.browser.press("button", &stage.msg("lock-unlock")?).await
}

/// Opens the lock.
pub(crate) async fn unlock(stage: &Stage) -> Result<()> {
    try_with(stage, PASSPHRASE).await?;
    stage.browser.find("link", &stage.msg("nav-diary")?).await?;
    Ok(())
}

/// Everything that the browser holds for the page, as text: localStorage, IndexedDB, caches.
const HELD: &str = "
    const all = [];
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      all.push(key, localStorage.getItem(key));
    }
    for (const key of Object.keys(sessionStorage)) all.push(key, sessionStorage.getItem(key));
    const db = await new Promise((done, fail) => {
      const asked = indexedDB.open('sk1log');
      asked.onsuccess = () => done(asked.result);
      asked.onerror = fail;
    });
    for (const name of db.objectStoreNames) {
      const store = db.transaction(name).objectStore(name);
      for (const what of ['getAllKeys', 'getAll']) {
        all.push(JSON.stringify(await new Promise(done => {
          const asked = store[what]();
          asked.onsuccess = () => done(asked.result);
        })));
      }
    }
    db.close();
    for (const name of await caches.keys()) all.push(name);
    return all;";

/// How many of these words the browser holds in a form that can be read: as they are, or in a frame of
/// the plain form, which is packed.
pub(crate) async fn readable(stage: &Stage) -> Result<(usize, usize)> {
    let held = stage.browser.run_async(HELD, vec![]).await?;
    let held: Vec<&str> =
        held.as_array().context("nothing")?.iter().filter_map(Value::as_str).collect();
    let marks = MARKS.iter().filter(|mark| held.iter().any(|text| text.contains(**mark))).count();
    // A frame says in its third place whether it is plain.
    let plain = held.iter().filter(|text| {
        let parts: Vec<&str> = text.splitn(4, '|').collect();
        parts.first() == Some(&"SK1") && parts.get(2) == Some(&"p") && parts.get(1) != Some(&"v")
    });
    // A name of the plain form says its month; a hidden one has no dash.
    let says_month =
        |text: &str| text.split("sk1.s.").skip(1).any(|name| name.as_bytes().get(4) == Some(&b'-'));
    let months = held.iter().filter(|text| says_month(text));
    // The second store's values come as one text.
    let listed = held.iter().filter(|text| !text.starts_with("SK1|"));
    let logged: usize = listed.map(|text| text.matches("SK1|s|p|").count()).sum();
    Ok((marks, plain.count() + months.count() + logged))
}

/// Does what the app does ten minutes after a change: tells the log that it is over.
pub(crate) async fn settle(stage: &Stage) -> Result<()> {
    let write = "
        const value = localStorage.getItem('sk1.v.a');
        const gen = Number(value.split('|')[4]);
        const db = await new Promise((done, fail) => {
          const asked = indexedDB.open('sk1log');
          asked.onsuccess = () => done(asked.result);
          asked.onerror = fail;
        });
        await new Promise((done, fail) => {
          const writing = db.transaction('log', 'readwrite');
          writing.objectStore('log').put({ gen, value }, 'sk1.v.a');
          writing.oncomplete = done;
          writing.onabort = fail;
        });
        db.close();
        return gen;";
    let generation = stage.browser.run_async(write, vec![]).await?;
    ensure!(generation.as_u64().is_some(), "no generation: {generation}");
    Ok(())
}

/// Files below a folder in which one of the words stands, in UTF-8 or UTF-16.
fn found_in(folder: &Path, marks: &[&str]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder)? {
        let path = file?.path();
        if path.is_dir() {
            found.extend(found_in(&path, marks)?);
        } else if let Ok(bytes) = std::fs::read(&path) {
            for mark in marks {
                let wide: Vec<u8> = mark.encode_utf16().flat_map(u16::to_le_bytes).collect();
                let has = |what: &[u8]| bytes.windows(what.len()).any(|piece| piece == what);
                if has(mark.as_bytes()) || has(&wide) {
                    found.push(format!("{mark} in {}", path.display()));
                }
            }
        }
    }
    Ok(found)
}

/// Turned on over what is there: nothing of it can be read any more; wrong passphrases open nothing;
/// the right one opens everything; turned off it is as before (V-10, V-12, V-16).
pub(crate) async fn whole_way(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, MARKS[0], 3, 0).await?;
    hand::write(stage, MARKS[1], 6, 40).await?;
    let (_, before) = hand::export(stage).await?;
    turn_on(stage).await?;
    page.see(&stage.msg("lock-turned-on")?).await?;
    hand::write(stage, MARKS[2], 5, 0).await?;
    hand::begin(stage).await?;
    hand::type_what(stage, "zebra-77 again, not sent").await?;
    wait::pass(Duration::from_secs(3)).await;
    let (marks, plain) = readable(stage).await?;
    ensure!((marks, plain) == (0, 0), "{marks} words and {plain} plain values can be read");
    stage.visit(app::place("settings/lock")?).await?;
    page.press("button", &stage.msg("lock-now")?).await?;
    is_locked(stage).await?;
    let source = axe::source(&stage.lab.target.join("tools"))?;
    let (violations, _) = axe::check(page, &source, Rules::All).await?;
    let wrong: Vec<_> = violations.iter().map(|it| format!("{} {}", it.rule, it.details)).collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    let before_tries = page.stored().await?;
    let wrong = [
        "",
        "small things at noom",
        "Small things at noon",
        "small things at noon ",
        " small things at noon",
        "smallthingsatnoon",
        "x",
        "small things at midnight",
    ];
    for words in wrong {
        try_with(stage, words).await?;
        page.see(&stage.msg("lock-wrong")?).await?;
        is_locked(stage).await?;
    }
    ensure!(page.stored().await? == before_tries, "trying changed what is stored");
    // Support is open, and has nothing of one's own.
    page.press("link", &stage.msg("nav-support")?).await?;
    page.find("heading", &stage.msg("support-title")?).await?;
    page.press("link", &stage.msg("common-back")?).await?;
    let mut took = Vec::new();
    for _ in 0..stage.rounds(5, 10) {
        let begin = "window.began = performance.now();
            new MutationObserver((_, seen) => {
              if (!document.querySelector('.places')) return;
              window.took = performance.now() - window.began; seen.disconnect();
            }).observe(document.body, { childList: true, subtree: true });";
        secrets(page, &[PASSPHRASE]).await?;
        page.run(begin, vec![]).await?;
        page.press("button", &stage.msg("lock-unlock")?).await?;
        page.find("link", &stage.msg("nav-diary")?).await?;
        took.push(page.run("return window.took", vec![]).await?.as_f64().unwrap_or(f64::NAN));
        stage.visit(app::place("settings/lock")?).await?;
        page.press("button", &stage.msg("lock-now")?).await?;
        is_locked(stage).await?;
    }
    took.sort_by(f64::total_cmp);
    page.reload().await?;
    is_locked(stage).await?;
    unlock(stage).await?;
    // What was being typed is there.
    stage.go("nav-diary", "diary-title").await?;
    page.find("link", Name::Has("zebra-77 again, not sent")).await?;
    stage.visit(app::place("settings/lock")?).await?;
    let off = stage.msg("lock-off-action")?;
    // Not before the last change is safe on the disk, and not without the passphrase.
    for (words, said) in [("another passphrase", "lock-wrong"), (PASSPHRASE, "lock-too-soon")] {
        unfold(stage, "lock-off-title").await?;
        secrets(page, &[words]).await?;
        page.press("button", &off).await?;
        page.see(&stage.msg(said)?).await?;
    }
    settle(stage).await?;
    unfold(stage, "lock-off-title").await?;
    secrets(page, &[PASSPHRASE]).await?;
    page.press("button", &off).await?;
    page.find("button", &stage.msg("lock-turn-on")?).await?;
    let header = page.stored().await?.keys().filter(|key| key.starts_with("sk1.v.")).count();
    ensure!(header == 0, "{header} copies of the header are left");
    page.reload().await?;
    page.is_ready().await?;
    let (_, after) = hand::export(stage).await?;
    let (before, after) = (hand::living(&before)?, hand::living(&after)?);
    let lost = before.iter().filter(|it| !after.contains(it)).count();
    ensure!(lost == 0, "{lost} of {} are lost", before.len());
    Ok(format!(
        "0 of {} words and 0 plain values to be read; wrong passphrases tried {}, accepted 0; opened in {:.0} ms (median of {}), {} of {} entries there",
        MARKS.len(),
        wrong.len(),
        took[took.len() / 2],
        took.len(),
        before.len(),
        before.len()
    ))
}

/// With the lock on from the start, the profile holds no word of what was written, after the browser
/// was closed (V-15, V-16, V-17).
pub(crate) async fn profile(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    turn_on(stage).await?;
    hand::write(stage, MARKS[0], 3, 0).await?;
    hand::begin(stage).await?;
    hand::type_what(stage, MARKS[1]).await?;
    wait::pass(Duration::from_secs(6)).await;
    stage.browser.kill().await?;
    let folder = stage.browser.downloads();
    let folder = folder.parent().context("no profile")?;
    let found = found_in(folder, &MARKS)?;
    ensure!(found.is_empty(), "{found:?}");
    stage.browser.restart().await?;
    stage.open().await?;
    is_locked(stage).await?;
    unlock(stage).await?;
    stage.browser.see(MARKS[1]).await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.find("link", Name::Has(MARKS[0])).await?;
    Ok(format!(
        "0 of {} words in the profile of a killed browser, and both texts there",
        MARKS.len()
    ))
}

/// Locks by the button in Settings.
pub(crate) async fn lock_now(stage: &Stage) -> Result<()> {
    stage.visit(app::place("settings/lock")?).await?;
    stage.browser.press("button", &stage.msg("lock-now")?).await?;
    is_locked(stage).await
}

/// Tries a recovery code on the locked page.
async fn try_code(stage: &Stage, code: &str) -> Result<()> {
    unfold(stage, "lock-by-code").await?;
    let field = stage.browser.find("textbox", &stage.msg("lock-code")?).await?;
    stage.browser.write_to(&field, code).await?;
    stage.browser.keys("\u{e007}").await
}

/// A code is made, opens the diary, lets another passphrase be chosen without the old one, and opens
/// nothing once it was taken away (V-20).
pub(crate) async fn by_code(stage: &mut Stage) -> Result<String> {
    const OTHER: &str = "quite another passphrase";
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, MARKS[0], 3, 0).await?;
    turn_on(stage).await?;
    settle(stage).await?;
    unfold(stage, "lock-code-title").await?;
    page.press("button", &stage.msg("lock-code-make")?).await?;
    let code =
        "return document.querySelector('details[open] .lock-phrase')?.textContent.trim() ?? null";
    let code = wait::until("the code", async || {
        Ok(page.run(code, vec![]).await?.as_str().map(ToOwned::to_owned))
    })
    .await?;
    page.write("textbox", &stage.msg("lock-code-back")?, &code.to_lowercase().replace('-', " "))
        .await?;
    secrets(page, &[PASSPHRASE]).await?;
    page.press("button", &stage.msg("lock-code-use")?).await?;
    page.see(&stage.msg("lock-code-made")?).await?;
    lock_now(stage).await?;
    let mut slip = code.clone();
    let last = if slip.ends_with('0') { "1" } else { "0" };
    slip.replace_range(slip.len() - 1.., last);
    try_code(stage, &slip).await?;
    page.see(&stage.msg("lock-code-slip")?).await?;
    page.reload().await?;
    page.is_ready().await?;
    is_locked(stage).await?;
    try_code(stage, &code).await?;
    page.find("button", &stage.msg("lock-now")?).await?;
    page.see(&stage.msg("lock-change-by-code")?).await?;
    secrets(page, &[OTHER, OTHER]).await?;
    page.press("button", &stage.msg("lock-change-action")?).await?;
    page.see(&stage.msg("lock-changed")?).await?;
    lock_now(stage).await?;
    try_with(stage, PASSPHRASE).await?;
    page.see(&stage.msg("lock-wrong")?).await?;
    try_with(stage, OTHER).await?;
    page.find("link", &stage.msg("nav-diary")?).await?;
    stage.go("nav-diary", "diary-title").await?;
    page.find("link", Name::Has(MARKS[0])).await?;
    stage.visit(app::place("settings/lock")?).await?;
    unfold(stage, "lock-code-title").await?;
    secrets(page, &[OTHER]).await?;
    page.press("button", &stage.msg("lock-code-remove")?).await?;
    page.see(&stage.msg("lock-code-removed")?).await?;
    lock_now(stage).await?;
    try_code(stage, &code).await?;
    page.see(&stage.msg("lock-wrong")?).await?;
    Ok("the code opened it 1 of 1, the old passphrase 0 of 1, the new one 1 of 1, the code taken away 0 of 1".to_owned())
}

/// A new key seals everything anew: it opens with the passphrase as before, every sealed value is
/// another, and the header of before, put back, is not believed (V-22 for a new key).
pub(crate) async fn new_key(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, MARKS[0], 3, 0).await?;
    hand::write(stage, MARKS[1], 6, 40).await?;
    let (_, before) = hand::export(stage).await?;
    turn_on(stage).await?;
    settle(stage).await?;
    let old = page.stored().await?;
    stage.visit(app::place("settings/lock")?).await?;
    unfold(stage, "lock-key-title").await?;
    secrets(page, &[PASSPHRASE]).await?;
    page.press("button", &stage.msg("lock-key-action")?).await?;
    page.see(&stage.msg("lock-new-key-done")?).await?;
    let new = page.stored().await?;
    let is_sealed = |it: &&Value| it.as_str().is_some_and(|it| it.split('|').nth(2) == Some("e"));
    let sealed = new.values().filter(is_sealed).count();
    let same =
        new.values().filter(is_sealed).filter(|new| old.values().any(|it| it == *new)).count();
    ensure!(sealed > 3 && same == 0, "{same} of {sealed} sealed values are as they were");
    let (marks, plain) = readable(stage).await?;
    ensure!((marks, plain) == (0, 0), "{marks} words and {plain} plain values can be read");
    for key in ["sk1.v.a", "sk1.v.b"] {
        let header = old.get(key).with_context(|| format!("no {key}"))?;
        page.run("localStorage.setItem(...arguments)", vec![json!(key), json!(header)]).await?;
    }
    page.reload().await?;
    is_locked(stage).await?;
    unlock(stage).await?;
    let (_, after) = hand::export(stage).await?;
    let (before, after) = (hand::living(&before)?, hand::living(&after)?);
    let lost = before.iter().filter(|it| !after.contains(it)).count();
    ensure!(lost == 0, "{lost} of {} are lost", before.len());
    Ok(format!(
        "{sealed} of {sealed} sealed values anew, the old header not believed, {} of {} entries there",
        before.len(),
        before.len()
    ))
}
