//! The backup with a passphrase: made, brought back elsewhere, tested, and never by chance.

use std::path::Path;

use satkarya_core::vault::Passphrase;
use satkarya_core::vault::age::{AgeFile, LEAST_WORK};
use satkarya_e2e::{
    Context as _, Result, app,
    browser::{Browser, Setup},
    ensure,
    page::Name,
    runner::Stage,
    wait,
};
use serde_json::{Value, json};

use crate::lock::secrets;
use crate::page::{MARK, WORDS, backup, offer, unfold};
use crate::{hand, settings};

/// Notes of which kind a file is that the browser is given.
const KIND: &str = "const own = window.wrappedJSObject ?? window;
    const hand = own.URL.createObjectURL;
    own.URL.createObjectURL = (blob) => {
      document.documentElement.dataset.kind = blob.type;
      return hand.call(own.URL, blob);
    };";

/// Opens the form, types the passphrase twice and sends it.
pub(crate) async fn begin(stage: &Stage) -> Result<()> {
    let page = &stage.browser;
    stage.visit(app::place("settings/keeping")?).await?;
    unfold(stage, page, "backup-open").await?;
    secrets(page, &[WORDS, WORDS]).await?;
    page.press("button", &stage.msg("backup-action")?).await
}

/// Where the file is that was just saved, moved out of the downloads.
pub(crate) async fn taken(browser: &Browser) -> Result<tempfile::NamedTempFile> {
    let file = browser.download_path(".age").await?;
    let apart = tempfile::Builder::new().prefix("notes-").suffix(".age").tempfile()?;
    std::fs::copy(&file, apart.path())?;
    std::fs::remove_file(file)?;
    Ok(apart)
}

/// Makes a backup and says that it arrived.
async fn make(stage: &Stage) -> Result<tempfile::NamedTempFile> {
    begin(stage).await?;
    let file = taken(&stage.browser).await?;
    stage.browser.press("button", &stage.msg("backup-arrived-yes")?).await?;
    stage.browser.see(&stage.msg("backup-counted")?).await?;
    Ok(file)
}

/// Opens a file as any other program would, with the crate `age`.
fn opened(file: &Path) -> Result<Value> {
    let bytes = std::fs::read(file)?;
    let secret = age::secrecy::SecretString::from(WORDS.to_owned());
    let plain = age::decrypt(&age::scrypt::Identity::new(secret), &bytes)?;
    Ok(serde_json::from_slice(&plain)?)
}

/// Chooses a file in "Bring in a file" and types a passphrase.
pub(crate) async fn try_words(
    stage: &Stage,
    browser: &Browser,
    file: &Path,
    words: &str,
) -> Result<()> {
    offer(stage, browser, file).await?;
    secrets(browser, &[words]).await?;
    browser.press("button", &stage.msg("file-ask-action")?).await
}

/// Brings a backup in, with its passphrase.
async fn bring_in(stage: &Stage, browser: &Browser, file: &Path) -> Result<()> {
    try_words(stage, browser, file, WORDS).await?;
    browser.press("button", &stage.msg("import-confirm")?).await?;
    browser.find("button", &stage.msg("import-undo")?).await?;
    browser.find("status", &stage.msg("save-saved")?).await?;
    Ok(())
}

/// Everything in a browser, record by record.
pub(crate) async fn records(stage: &Stage, browser: &Browser) -> Result<Value> {
    for old in std::fs::read_dir(browser.downloads())? {
        std::fs::remove_file(old?.path())?;
    }
    browser.address("settings/keeping").await?;
    browser.press("button", &stage.msg("export-json-action")?).await?;
    let text = std::fs::read_to_string(browser.download_path(".json").await?)?;
    let file: Value = serde_json::from_str(&text)?;
    Ok(file["records"].clone())
}

/// Neither its name nor its kind nor its bytes say what is in a file.
async fn is_neutral(stage: &Stage) -> Result<()> {
    let path = stage.browser.download_path(".age").await?;
    let name = path.file_name().context("no name")?.to_string_lossy().into_owned();
    let expected = format!("notes-{}.age", hand::day(stage, 0).await?);
    ensure!(name == expected, "the file is called {name}");
    let kind = stage.browser.run("return document.documentElement.dataset.kind", vec![]).await?;
    ensure!(kind == json!("application/octet-stream"), "its kind is {kind}");
    let bytes = std::fs::read(path)?;
    let text = String::from_utf8_lossy(&bytes).to_lowercase();
    // Four letters in a row stand in so many bytes by chance now and then.
    for word in [MARK, "a walk", "coffee with", "satkarya", "diary", "\"mood\"", "\"records\""] {
        ensure!(!text.contains(word), "the file says {word}");
    }
    Ok(())
}

/// Made, counted only when it was seen, opened by another program, and brought back: in another
/// engine, with another zone where that can be, and here after everything was erased (S23).
pub(crate) async fn there_and_back(stage: &mut Stage) -> Result<String> {
    let (file, n_given) = backup(stage, stage.rounds(300, 4800))?;
    stage.open().await?;
    hand::import(stage, file.path()).await?;
    hand::write(stage, &format!("A walk with {MARK}"), 6, 0).await?;
    let told = records(stage, &stage.browser).await?;
    stage.browser.run(KIND, vec![]).await?;
    let page = &stage.browser;
    unfold(stage, page, "backup-open").await?;
    let action = stage.msg("backup-action")?;
    for (words, wrong) in
        [(["nine long", "nine long"], "secret-short"), ([WORDS, "small things"], "secret-differ")]
    {
        secrets(page, &words).await?;
        page.press("button", &action).await?;
        page.see(&stage.msg(wrong)?).await?;
    }
    let began = std::time::Instant::now();
    secrets(page, &[WORDS, WORDS]).await?;
    page.press("button", &action).await?;
    page.find("button", &stage.msg("backup-arrived-no")?).await?;
    let took = began.elapsed().as_millis();
    drop(taken(page).await?);
    page.press("button", &stage.msg("backup-arrived-no")?).await?;
    page.see(&stage.msg("backup-not-counted")?).await?;
    page.see(&stage.msg("export-never")?).await?;
    secrets(page, &[WORDS, WORDS]).await?;
    page.press("button", &action).await?;
    page.find("button", &stage.msg("backup-arrived-yes")?).await?;
    is_neutral(stage).await?;
    let kept = taken(page).await?;
    let bytes = std::fs::read(kept.path())?;
    page.press("button", &stage.msg("backup-arrived-yes")?).await?;
    page.see(&stage.msg("backup-counted")?).await?;
    page.unsee(&stage.msg("export-never")?).await?;
    let work = AgeFile::parse(&bytes)?.work();
    ensure!(opened(kept.path())?["records"] == told, "another program finds something else");
    let other = stage.elsewhere(Setup::PLAIN).await?;
    let engine = other.engine();
    stage.open_in(&other).await?;
    bring_in(stage, &other, kept.path()).await?;
    ensure!(records(stage, &other).await? == told, "it came over changed into {engine}");
    other.quit().await?;
    settings::erase_everything(stage).await?;
    stage.open().await?;
    try_words(stage, &stage.browser, kept.path(), "small things at night").await?;
    stage.browser.see(&stage.msg("file-ask-wrong")?).await?;
    stage.browser.see(&stage.msg("export-none")?).await?;
    bring_in(stage, &stage.browser, kept.path()).await?;
    ensure!(records(stage, &stage.browser).await? == told, "it came back changed");
    let n = told.as_array().map_or(0, Vec::len);
    Ok(format!(
        "{n} records of {n_given} given and 1 written; work {work}, made and opened again in {took} \
         ms; not counted until it was seen; opened by the crate age, in {engine} and here after \
         erasing: {n} of {n} equal"
    ))
}

/// The same entry was changed in both places: both texts are kept, and bringing in twice adds
/// nothing (B-08, I-11).
pub(crate) async fn both(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Zebra at noon", 6, 0).await?;
    let first = make(stage).await?;
    let other = stage.another(Setup::PLAIN).await?;
    stage.open_in(&other).await?;
    bring_in(stage, &other, first.path()).await?;
    hand::edit(stage, "Zebra at noon").await?;
    hand::type_what(stage, " here").await?;
    hand::done(stage).await?;
    let here = std::mem::replace(&mut stage.browser, other);
    hand::edit(stage, "Zebra at noon").await?;
    hand::type_what(stage, " there").await?;
    hand::done(stage).await?;
    let second = make(stage).await?;
    let there = std::mem::replace(&mut stage.browser, here);
    there.quit().await?;
    let page = &stage.browser;
    try_words(stage, page, second.path(), WORDS).await?;
    page.see(&stage.lab.words.msg_with("import-preview-conflict", &[("n", "1")])?).await?;
    page.press("button", &stage.msg("import-confirm")?).await?;
    page.find("button", &stage.msg("import-undo")?).await?;
    let all = records(stage, page).await?;
    let all = all.to_string();
    for words in ["Zebra at noon here", "Zebra at noon there"] {
        ensure!(all.contains(words), "{words} was lost: {all}");
    }
    try_words(stage, page, second.path(), WORDS).await?;
    page.see(&stage.msg("import-nothing-new")?).await?;
    page.press("button", &stage.msg("common-close")?).await?;
    page.press("button", &stage.msg("import-undo")?).await?;
    page.see(&stage.msg("import-undone")?).await?;
    let back = records(stage, page).await?.to_string();
    ensure!(back.contains("Zebra at noon here") && !back.contains("there"), "not undone: {back}");
    Ok("2 of 2 texts kept, the same file again adds 0, taken out again".to_owned())
}

/// Changes what a worker answers, before the app hears it.
const MEDDLE: &str = "
    const how = arguments[0];
    // True: the app's page never hears of it.
    const meddle = (event) => {
      const { type, detail } = event.wrappedJSObject ?? event;
      if (type !== 'sk:work' || detail[1][0] !== 2) return false;
      const done = detail[2];
      if (how === 'change') {
        detail[2] = (answer, took) => {
          const bytes = answer.wrappedJSObject ?? answer;
          bytes[bytes.length - 1] ^= 1;
          done(answer, took);
        };
        return false;
      }
      if (how === 'memory' && detail[1][1] <= 15) return false;
      setTimeout(() => done(how, 0), 0);
      return true;
    };
    // Firefox keeps what is set here from the page; elsewhere the page's own listener is first.
    if (window.wrappedJSObject) {
      const hear = (event) => meddle(event) && event.stopImmediatePropagation();
      addEventListener('sk:work', hear, true);
    } else {
      const send = window.dispatchEvent;
      window.dispatchEvent = (event) => meddle(event) || send.call(window, event);
    }
";

/// A file that was changed on its way, a browser without workers and one with little memory: it
/// is said, nothing is saved and nothing counts; with little memory less work is asked for.
pub(crate) async fn tampered(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Zebra at noon", 6, 0).await?;
    let mut n_refused = 0;
    for (how, said) in [("change", "backup-not-same"), ("start", "backup-no-means")] {
        stage.open().await?;
        stage.browser.run(MEDDLE, vec![json!(how)]).await?;
        begin(stage).await?;
        stage.browser.see(&stage.msg(said)?).await?;
        stage.browser.absent("button", &stage.msg("backup-arrived-yes")?).await?;
        stage.browser.see(&stage.msg("export-never")?).await?;
        let n_files = std::fs::read_dir(stage.browser.downloads())?.count();
        ensure!(n_files == 0, "{how}: {n_files} files were saved");
        n_refused += 1;
    }
    stage.open().await?;
    stage.browser.run(MEDDLE, vec![json!("memory")]).await?;
    let small = make(stage).await?;
    let bytes = std::fs::read(small.path())?;
    let work = AgeFile::parse(&bytes)?.work();
    ensure!(work == LEAST_WORK, "the work is {work}");
    Ok(format!("{n_refused} of 2 refused and said so, 0 files; with little memory work {work}"))
}

/// Chooses a file in "Test my backup" and gives its passphrase.
async fn test(stage: &Stage, browser: &Browser, file: &Path) -> Result<()> {
    // From elsewhere, so that nothing is unfolded any more.
    browser.address("settings").await?;
    browser.find("heading", &stage.msg("settings-title")?).await?;
    // The page before is gone, so that what is found next is not part of it.
    browser.unsee(&stage.msg("test-title")?).await?;
    browser.address("settings/keeping").await?;
    browser.find("heading", &stage.msg("test-title")?).await?;
    let field = "return document.querySelector('#test-backup input[type=file]')";
    let field = browser.web().execute(field, vec![]).await?.element()?;
    field.send_keys(file.display().to_string()).await?;
    secrets(browser, &[WORDS]).await?;
    browser.press("button", &stage.msg("file-ask-action")?).await?;
    browser.find("heading", &stage.msg("test-opens")?).await?;
    Ok(())
}

/// Tested: it says what would come back and what not, and brings nothing in.
pub(crate) async fn tested(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    for (n, words) in ["Zebra one", "Zebra two", "Zebra three"].into_iter().enumerate() {
        hand::write(stage, words, 5, i64::try_from(n)?).await?;
    }
    begin(stage).await?;
    let file = taken(&stage.browser).await?;
    let page = &stage.browser;
    page.see(&stage.msg("export-never")?).await?;
    test(stage, page, file.path()).await?;
    let count = |id: &str, n: &str| stage.lab.words.msg_with(id, &[("n", n)]);
    page.see(&count("test-same", "3")?).await?;
    page.see(&stage.msg("test-good")?).await?;
    // What was seen to hold everything counts.
    page.unsee(&stage.msg("export-never")?).await?;
    hand::write(stage, "Zebra four", 5, 0).await?;
    hand::edit(stage, "Zebra one").await?;
    hand::type_what(stage, " and more").await?;
    hand::done(stage).await?;
    hand::delete(stage, "Zebra two").await?;
    let before = records(stage, page).await?;
    test(stage, page, file.path()).await?;
    for (id, n) in [("test-same", "1"), ("test-only-here", "1"), ("test-newer-here", "2")] {
        page.see(&count(id, n)?).await?;
    }
    page.see(&count("test-older", "3")?).await?;
    ensure!(records(stage, page).await? == before, "a test changed something");
    let other = stage.another(Setup::PLAIN).await?;
    stage.open_in(&other).await?;
    test(stage, &other, file.path()).await?;
    other.see(&count("test-only-there", "3")?).await?;
    other.see(&stage.msg("test-other-diary")?).await?;
    other.see(&stage.msg("export-none")?).await?;
    other.quit().await?;
    Ok("whole, older and of another diary: 3 of 3 told apart, 0 brought in".to_owned())
}

/// Ten things, none in a backup for long: one line on Today, that goes for the day or for good.
pub(crate) async fn reminder(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    let line = stage.lab.words.msg_with("backup-reminder", &[("n", "10")])?;
    let nine = stage.lab.words.msg_with("backup-reminder", &[("n", "9")])?;
    // The last backup was so many days ago; the first cards were seen.
    let set = "const days = arguments[0];
        const at = Date.now() - days * 86400000;
        const prefs = { ...JSON.parse(localStorage.getItem('sk1.u') ?? '{}'), cards: 'on' };
        const day = new Date(at).toISOString().slice(0, 10);
        if (days > 0) prefs.backup = `${day}.${at}`;
        localStorage.setItem('sk1.u', JSON.stringify(prefs));";
    for n in 0..9 {
        hand::write(stage, &format!("Zebra {n}"), 5, 0).await?;
    }
    stage.browser.run(set, vec![json!(15)]).await?;
    stage.open().await?;
    stage.go("nav-today", "today-title").await?;
    stage.browser.unsee(&nine).await?;
    hand::write(stage, "Zebra ten", 5, 0).await?;
    stage.go("nav-today", "today-title").await?;
    stage.browser.see(&line).await?;
    stage.browser.run(set, vec![json!(13)]).await?;
    stage.open().await?;
    stage.go("nav-today", "today-title").await?;
    stage.browser.unsee(&line).await?;
    stage.browser.run(set, vec![json!(15)]).await?;
    stage.open().await?;
    stage.go("nav-today", "today-title").await?;
    stage.browser.press("button", &stage.msg("backup-reminder-later")?).await?;
    stage.browser.unsee(&line).await?;
    stage.open().await?;
    stage.go("nav-today", "today-title").await?;
    stage.browser.unsee(&line).await?;
    let stored = stage.browser.stored().await?;
    let told = stored.get("sk1.u").and_then(Value::as_str).context("no preferences")?.to_owned();
    ensure!(!told.contains("Zebra"), "{told}");
    // As on the day after.
    let next = "const prefs = JSON.parse(localStorage.getItem('sk1.u'));
        prefs.reminded = '2026-01-01';
        localStorage.setItem('sk1.u', JSON.stringify(prefs));";
    stage.browser.run(next, vec![]).await?;
    stage.open().await?;
    stage.go("nav-today", "today-title").await?;
    stage.browser.see(&line).await?;
    let page = &stage.browser;
    page.press("link", &stage.msg("backup-reminder-action")?).await?;
    page.find("heading", &stage.msg("backup-title")?).await?;
    drop(make(stage).await?);
    stage.go("nav-today", "today-title").await?;
    page.unsee(&line).await?;
    stage.browser.run(set, vec![json!(15)]).await?;
    stage.open().await?;
    stage.go("nav-today", "today-title").await?;
    page.press("button", &stage.msg("backup-reminder-off")?).await?;
    page.unsee(&line).await?;
    stage.visit(app::place("settings/keeping")?).await?;
    let switch = page.find("switch", Name::Has(&stage.msg("settings-reminder")?)).await?;
    let on = switch.prop("checked").await?;
    ensure!(on.as_deref() == Some("false"), "the switch says {on:?}");
    Ok("said at 10 things and 15 days, not at 9 or 13; gone for the day, after a backup, for good"
        .to_owned())
}

/// A copy of the file with one thing changed.
fn copy(bytes: &[u8]) -> Result<tempfile::NamedTempFile> {
    let file = tempfile::Builder::new().suffix(".age").tempfile()?;
    std::fs::write(file.path(), bytes)?;
    Ok(file)
}

/// Wrong passphrases, changed files and files that ask for too much: nothing is brought in.
pub(crate) async fn wrong(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Zebra at noon", 6, 0).await?;
    let file = make(stage).await?;
    let bytes = std::fs::read(file.path())?;
    hand::write(stage, "Zebra after that", 6, 0).await?;
    let page = &stage.browser;
    let before = page.stored().await?;
    let tries =
        ["Small things at noon", "small things at noo", "small  things at noon", "zebra", " "];
    let ask_wrong = stage.msg("file-ask-wrong")?;
    offer(stage, page, file.path()).await?;
    for words in tries {
        secrets(page, &[words]).await?;
        page.press("button", &stage.msg("file-ask-action")?).await?;
        // The words of the last try go while the next is under way.
        wait::pass(std::time::Duration::from_millis(100)).await;
        page.see(&ask_wrong).await?;
    }
    page.press("button", &stage.msg("common-cancel")?).await?;
    page.see(&stage.msg("import-cancelled")?).await?;
    let text = |from: &str, to: &str| -> Result<Vec<u8>> {
        let at =
            bytes.windows(from.len()).position(|it| it == from.as_bytes()).context("no such")?;
        let mut changed = bytes.get(..at).unwrap_or_default().to_vec();
        changed.extend_from_slice(to.as_bytes());
        changed.extend_from_slice(bytes.get(at + from.len()..).unwrap_or_default());
        Ok(changed)
    };
    let work = AgeFile::parse(&bytes)?.work();
    let stanza = format!(" {work}\n");
    let bad = [
        (text(&stanza, " 21\n")?, "age-bad-work"),
        (text("-> scrypt", "-> X25519")?, "age-bad-key"),
        (text(".org/v1", ".org/v2")?, "age-bad-version"),
        (text("\n--- ", "\n-- ")?, "age-bad-damaged"),
        (bytes.get(..60).unwrap_or_default().to_vec(), "age-bad-damaged"),
    ];
    for (changed, said) in &bad {
        let changed = copy(changed)?;
        offer(stage, page, changed.path()).await?;
        page.see(&stage.msg(said)?).await?;
    }
    let cut = copy(bytes.get(..bytes.len() - 1).unwrap_or_default())?;
    try_words(stage, page, cut.path(), WORDS).await?;
    page.see(&stage.msg("age-bad-damaged")?).await?;
    let heavy = copy(&text(&stanza, " 19\n")?)?;
    offer(stage, page, heavy.path()).await?;
    page.find("heading", &stage.msg("file-heavy")?).await?;
    page.press("button", &stage.msg("common-cancel")?).await?;
    ensure!(page.stored().await? == before, "something was written");
    ensure!(AgeFile::parse(&bytes)?.open(&Passphrase::typed(WORDS)).is_ok(), "not even the right");
    Ok(format!(
        "tried {}, accepted 0; changed files {} of {1} refused; work 21 refused, work 19 asked about",
        tries.len(),
        bad.len() + 1
    ))
}
