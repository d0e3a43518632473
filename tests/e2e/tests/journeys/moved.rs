//! From one engine to another: by a backup file, and by the copies of a folder; record by record.

use std::{path::Path, time::Duration};

use satkarya_e2e::{
    Context as _, Result, app,
    browser::{Browser, Setup},
    engine::Engine,
    ensure,
    page::Name,
    runner::Stage,
    wait,
};
use serde_json::Value;

use crate::backup::{begin, records, taken, try_words};
use crate::lock::secrets;
use crate::page::{WORDS, unfold};
use crate::{hand, much};

/// Goes to the page, and to what is done by hand there.
async fn page(stage: &Stage, browser: &Browser) -> Result<()> {
    browser.address("settings").await?;
    browser.find("heading", &stage.msg("settings-title")?).await?;
    browser.address(app::place("settings/copies")?.address).await?;
    browser.find("heading", &stage.msg("folder-title")?).await?;
    if browser.engine() == Engine::Chromium {
        unfold(stage, browser, "folder-by-hand").await?;
    }
    Ok(())
}

/// Waits for a button for as long as much work takes on a busy machine.
async fn patiently(stage: &Stage, browser: &Browser, name: &str) -> Result<()> {
    let words = stage.msg(name)?;
    wait::within(Duration::from_secs(120), &format!("the button {words}"), async || {
        Ok(browser.all("button", Name::Is(&words)).await?.into_iter().next())
    })
    .await?;
    Ok(())
}

/// Saves this device's copy by hand, under the name that it has on this device.
async fn save(stage: &Stage, browser: &Browser) -> Result<tempfile::NamedTempFile> {
    page(stage, browser).await?;
    secrets(browser, &[WORDS, WORDS]).await?;
    browser.press("button", &stage.msg("folder-save-action")?).await?;
    patiently(stage, browser, "backup-arrived-yes").await?;
    let name = browser.download_path(".age").await?;
    let name = name.file_name().context("no name")?.to_string_lossy().into_owned();
    let letters = name.strip_prefix("notes-").and_then(|it| it.strip_suffix(".age"));
    ensure!(letters.is_some_and(|it| it.len() == 4), "the copy is called {name}");
    taken(browser).await
}

/// Chooses files, all at once, in the section for the copies of others.
async fn choose(browser: &Browser, files: &[&Path]) -> Result<()> {
    let field = "return document.querySelector('#others input[type=file]')";
    let field = browser.web().execute(field, vec![]).await?.element()?;
    let paths: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    field.send_keys(paths.join("\n")).await?;
    Ok(())
}

/// Brings copies in by hand, into an empty diary.
async fn bring_copies(stage: &Stage, browser: &Browser, files: &[&Path]) -> Result<()> {
    page(stage, browser).await?;
    choose(browser, files).await?;
    secrets(browser, &[WORDS]).await?;
    browser.press("button", &stage.msg("file-ask-action")?).await?;
    bring(stage, browser).await
}

/// Says yes to what was opened, and waits until it is saved.
async fn bring(stage: &Stage, browser: &Browser) -> Result<()> {
    patiently(stage, browser, "import-confirm").await?;
    browser.press("button", &stage.msg("import-confirm")?).await?;
    patiently(stage, browser, "import-undo").await?;
    browser.find("status", &stage.msg("save-saved")?).await?;
    Ok(())
}

/// Two devices' copies and a file that is none, chosen together: one look, one batch, one step back.
pub(crate) async fn by_hand(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Zebra one", 6, 0).await?;
    let first = save(stage, &stage.browser).await?;
    let other = stage.another(Setup::PLAIN).await?;
    stage.open_in(&other).await?;
    let here = std::mem::replace(&mut stage.browser, other);
    hand::write(stage, "Zebra two", 5, 0).await?;
    let second = save(stage, &stage.browser).await?;
    let there = std::mem::replace(&mut stage.browser, here);
    there.quit().await?;
    let list = tempfile::Builder::new().suffix(".age").tempfile()?;
    std::fs::write(list.path(), "a shopping list")?;
    let third = stage.elsewhere(Setup::PLAIN).await?;
    stage.open_in(&third).await?;
    let files = [first.path(), second.path(), list.path()];
    bring_copies(stage, &third, &files).await?;
    third.see(&stage.msg("folder-left-out")?).await?;
    let all = records(stage, &third).await?;
    let text = all.to_string();
    ensure!(text.contains("Zebra one") && text.contains("Zebra two"), "came over: {text}");
    page(stage, &third).await?;
    third.press("button", &stage.msg("import-undo")?).await?;
    third.see(&stage.msg("import-undone")?).await?;
    third.address("settings/keeping").await?;
    third.see(&stage.msg("export-none")?).await?;
    let engine = third.engine();
    third.quit().await?;
    Ok(format!(
        "2 copies and 1 other file at once into {engine}: 2 texts came, 1 left out, 1 step back"
    ))
}

/// How many records are the same, and that no other is there. The bin is left out: what has lain in it
/// for long is erased while this goes on, on either side.
fn same(told: &Value, found: &Value) -> Result<usize> {
    let list = |it: &Value| -> Vec<Value> {
        let all = it.as_array().cloned().unwrap_or_default();
        let is_there = |it: &Value| it["body"].is_object() && it["removed"].is_null();
        all.into_iter().filter(is_there).collect()
    };
    let (told, found) = (list(told), list(found));
    ensure!(told.len() == found.len(), "{} of {} records came over", found.len(), told.len());
    let n = told.iter().zip(&found).filter(|(a, b)| a == b).count();
    ensure!(n == told.len(), "{n} of {} records are the same", told.len());
    Ok(n)
}

/// A diary of 10,000 entries into another engine, through a backup and through the copy of a folder.
pub(crate) async fn between_engines(stage: &mut Stage) -> Result<String> {
    const N: usize = 10_000;
    much::filled(stage, N).await?;
    let page = &stage.browser;
    begin(stage).await?;
    patiently(stage, page, "backup-arrived-yes").await?;
    let backup = taken(page).await?;
    let copy = save(stage, page).await?;
    let told = records(stage, page).await?;
    let mut figures = Vec::new();
    for (how, file) in [("a backup", &backup), ("a copy", &copy)] {
        let other = stage.elsewhere(Setup::PLAIN).await?;
        stage.open_in(&other).await?;
        let began = std::time::Instant::now();
        if how == "a backup" {
            try_words(stage, &other, file.path(), WORDS).await?;
            bring(stage, &other).await?;
        } else {
            bring_copies(stage, &other, &[file.path()]).await?;
        }
        let took = began.elapsed().as_secs();
        let n = same(&told, &records(stage, &other).await?)?;
        let bytes = std::fs::metadata(file.path())?.len();
        figures.push(format!("{n} of {n} records equal by {how} of {bytes} bytes in {took} s"));
        figures.push(format!("into {}", other.engine()));
        other.quit().await?;
    }
    Ok(format!("{N} entries: {}", figures.join(" ")))
}
