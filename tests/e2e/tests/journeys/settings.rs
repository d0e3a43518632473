//! What Settings promise: erasing leaves nothing, nothing can be sent, what is listed is what is
//! stored, and what cannot be read can be saved before it is given up.

use std::time::Duration;

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage, wait};
use serde_json::{Value, json};

use crate::taking::{another_tab, take};
use crate::{faults, hand};

/// Everything of the app that the browser still holds, of every kind.
async fn left(stage: &Stage) -> Result<Vec<Value>> {
    let look = "const own = name => name.startsWith('sk1');
        const workers = await navigator.serviceWorker.getRegistrations();
        return [
          ...Object.keys(localStorage).filter(own),
          ...Object.keys(sessionStorage).filter(own),
          ...(await indexedDB.databases()).map(it => it.name).filter(own),
          ...(await caches.keys()).filter(own),
          ...workers.map(it => it.scope),
        ];";
    let left = stage.browser.run_async(look, vec![]).await?;
    Ok(left.as_array().cloned().unwrap_or_default())
}

/// Erases everything from Settings as a person does, and waits for the page that says so.
pub(crate) async fn erase_everything(stage: &Stage) -> Result<()> {
    let page = &stage.browser;
    stage.visit(app::place("settings/keeping")?).await?;
    page.press("button", &stage.msg("erase-title")?).await?;
    let word = stage.msg("erase-word")?;
    let label = stage.lab.words.msg_with("erase-type", &[("word", &word)])?;
    page.write("textbox", &label, &word).await?;
    page.press("button", &stage.msg("erase-confirm")?).await?;
    page.find("heading", &stage.msg("erase-done-title")?).await?;
    page.see(&stage.msg("erase-done")?).await?;
    // No place is offered that has nothing to show any more; help and the way out stay.
    page.absent("link", &stage.msg("nav-diary")?).await?;
    page.find("link", &stage.msg("nav-support")?).await?;
    // What the page counted is what is there.
    page.see(&stage.msg("erase-counted")?).await?;
    let read = "return [...document.querySelectorAll('main dd')].map(it => it.textContent)";
    let counted = page.run(read, vec![]).await?;
    // But for the note that keeps a killed browser from bringing it back.
    let left = left(stage).await?;
    let expected = json!(["0", left.len().to_string(), "0", "0"]);
    ensure!(counted == expected, "the page counted {counted}, and there are {left:?}");
    ensure!(left.iter().all(|it| *it == json!("sk1log")), "after erasing there are {left:?}");
    Ok(())
}

/// How long the page that says "Erased" has to stand before leaving it takes the note along:
/// `DISK_MS` in `public/tools.js`.
const DISK: Duration = Duration::from_millis(10_500);

/// Leaves the page when the disk has had its time, after which the note is gone too.
async fn leave_for_good(stage: &Stage) -> Result<()> {
    wait::pass(DISK).await;
    stage.browser.web().goto(stage.server.url() + "404.html").await?;
    wait::until("the last of it to go", async || {
        let left = left(stage).await?;
        ensure!(left.is_empty(), "there is still {left:?}");
        Ok(Some(()))
    })
    .await
}

/// Erasing asks for a word, leaves nothing of any kind and nothing of others touched, says so,
/// and no kill of the browser brings anything back, not even when the page was left at once.
pub(crate) async fn erase(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    stage.kept_offline().await?;
    stage.browser.run("localStorage.setItem('other', 'not ours')", vec![]).await?;
    hand::write(stage, "Zebra to be forgotten", 6, 0).await?;
    hand::write(stage, "Zebra of last month", 5, 40).await?;
    let before = left(stage).await?;
    ensure!(before.contains(&json!("sk1log")), "the redo log is not among {before:?}");
    stage.visit(app::place("settings/keeping")?).await?;
    stage.browser.press("button", &stage.msg("erase-title")?).await?;
    stage.browser.press("button", &stage.msg("erase-confirm")?).await?;
    stage.visit(app::place("settings/data")?).await?;
    ensure!(left(stage).await? == before, "something went without the word");
    erase_everything(stage).await?;
    let other = stage.browser.run("return localStorage.getItem('other')", vec![]).await?;
    ensure!(other == json!("not ours"), "another program's value became {other}");
    stage.browser.web().goto(stage.server.url() + "404.html").await?;
    let mut empty = 0;
    for round in 0..3 {
        stage.open().await?;
        stage.go("nav-diary", "diary-title").await?;
        stage.browser.see(&stage.msg("diary-empty-title")?).await?;
        let text = stage.browser.text().await?;
        ensure!(!text.contains("Zebra"), "round {round}: {text}");
        empty += 1;
        if round < 2 {
            stage.browser.kill().await?;
            stage.browser.restart().await?;
        }
    }
    // What is still being stored for offline use would come after the erasing.
    stage.kept_offline().await?;
    hand::write(stage, "Zebra again", 6, 0).await?;
    erase_everything(stage).await?;
    leave_for_good(stage).await?;
    Ok(format!(
        "{} things gone, 0 left, said so; empty in {empty} starts, 2 of them after kills",
        before.len()
    ))
}

/// What a tab shows after another one erased everything, and that hiding it writes nothing.
async fn is_erased_too(stage: &Stage) -> Result<()> {
    stage.browser.find("heading", &stage.msg("erase-done-title")?).await?;
    stage.browser.see(&stage.msg("erase-elsewhere")?).await?;
    stage.browser.unsee("Zebra").await?;
    stage.browser.run("dispatchEvent(new Event('pagehide'))", vec![]).await?;
    let left = left(stage).await?;
    ensure!(left.iter().all(|it| *it == json!("sk1log")), "a tab wrote back {left:?}");
    Ok(())
}

/// Erased beside a tab that had given the writing away, one that looks on and one with an unsaved
/// form: they show nothing more, write nothing back, and one of them begins anew.
pub(crate) async fn erase_beside(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Zebra in many tabs", 6, 0).await?;
    stage.go("nav-diary", "diary-title").await?;
    let web = stage.browser.web();
    let moved = web.window().await?;
    let writer = another_tab(stage).await?;
    take(stage).await?;
    let looking = another_tab(stage).await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.find("link", Name::Has("Zebra in many tabs")).await?;
    let typing = another_tab(stage).await?;
    hand::begin(stage).await?;
    hand::type_what(stage, "Zebra, and half a sentence").await?;
    web.switch_to_window(moved.clone()).await?;
    stage.browser.see(&stage.msg("moved-tab-title")?).await?;
    stage.browser.find("link", Name::Has("Zebra in many tabs")).await?;
    web.switch_to_window(writer.clone()).await?;
    erase_everything(stage).await?;
    for tab in [&typing, &moved, &looking] {
        web.switch_to_window(tab.clone()).await?;
        is_erased_too(stage).await?;
    }
    // Longer than a draft waits for a pause in typing.
    wait::pass(Duration::from_millis(2_500)).await;
    is_erased_too(stage).await?;
    for tab in [typing, moved] {
        web.switch_to_window(tab).await?;
        web.close_window().await?;
    }
    web.switch_to_window(looking.clone()).await?;
    stage.browser.press("button", &stage.msg("erase-again")?).await?;
    take(stage).await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.absent("link", Name::Has("Zebra")).await?;
    hand::write(stage, "Begun anew", 7, 0).await?;
    stage.open().await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.find("link", Name::Has("Begun anew")).await?;
    stage.browser.absent("link", Name::Has("Zebra")).await?;
    // The page where everything was erased is closed, and takes nothing of the new diary with it.
    web.switch_to_window(writer).await?;
    web.close_window().await?;
    web.switch_to_window(looking).await?;
    hand::edit(stage, "Begun anew").await?;
    hand::type_what(stage, ", and gone on").await?;
    hand::done(stage).await?;
    ensure!(left(stage).await?.contains(&json!("sk1log")), "the new diary has no redo log");
    Ok("0 words stayed in 3 other tabs, 0 were written back; one of them begins anew".to_owned())
}

/// "Try to send something" is blocked in every way (P-13), and the lists on that page are what is
/// really stored (P-14).
pub(crate) async fn privacy(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    stage.kept_offline().await?;
    hand::write(stage, "Something to list", 6, 0).await?;
    stage.server.take_hits();
    stage.visit(app::place("settings/data")?).await?;
    page.press("button", &stage.msg("privacy-try")?).await?;
    let blocked = stage.lab.words.msg_with("privacy-tried", &[("blocked", "4"), ("n", "4")])?;
    page.see(&blocked).await?;
    let none = stage.lab.words.msg_with("privacy-requests", &[("n", "0")])?;
    page.see(&none).await?;
    let cookies = stage.lab.words.msg_with("privacy-store-cookies", &[("n", "0")])?;
    page.see(&cookies).await?;
    let hits = stage.server.take_hits();
    ensure!(hits.is_empty(), "these got out: {hits:?}");
    let listed = "return [...document.querySelectorAll('main code')].map(e => e.textContent)
        .filter(text => text.startsWith('sk1.')).sort()";
    let listed = page.run(listed, vec![]).await?;
    let mut keys: Vec<_> = page.stored().await?.keys().cloned().collect();
    keys.sort();
    ensure!(listed == json!(keys), "listed are {listed}, stored are {keys:?}");
    let month = hand::day(stage, 0).await?;
    let key = format!("sk1.s.{}.1", month.get(..7).unwrap_or_default());
    let show = stage.lab.words.msg_with("privacy-show-of", &[("key", &key)])?;
    page.press("button", &show).await?;
    page.see("Something to list").await?;
    Ok(format!("4 of 4 blocked, 0 requests, 0 cookies; {} of {0} keys listed", keys.len()))
}

/// The newest raw file that was saved, as soon as it holds what it should.
async fn raw(stage: &Stage) -> Result<Value> {
    let text = stage.download(".json").await?;
    let file: Value = serde_json::from_str(&text)?;
    ensure!(file["format"] == json!("sk1-raw"), "another file was saved: {text:.100}");
    Ok(file["stored"].clone())
}

/// A part that cannot be read is saved as it is, and given up only after a question.
pub(crate) async fn give_up(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Of this month", 6, 0).await?;
    hand::write(stage, "Of an older month", 5, 70).await?;
    let day = hand::day(stage, 0).await?;
    let month = day.get(..7).unwrap_or_default();
    faults::damage(stage, month, true).await?;
    let key = format!("sk1.s.{month}.1");
    let bytes = stage.browser.stored().await?.get(&key).cloned();
    stage.open().await?;
    let page = &stage.browser;
    page.press("link", &stage.msg("quarantine-look")?).await?;
    page.press("button", &stage.msg("quarantine-save-raw")?).await?;
    let saved = raw(stage).await?;
    ensure!(saved.as_object().is_some_and(|it| it.len() == 1), "more than one part: {saved}");
    ensure!(Some(&saved[&key]) == bytes.as_ref(), "the file holds other bytes: {saved}");
    page.press("button", &stage.msg("quarantine-discard")?).await?;
    page.find("dialog", &stage.msg("quarantine-discard-title")?).await?;
    page.press("button", &stage.msg("common-cancel")?).await?;
    ensure!(page.stored().await?.contains_key(&key), "given up although the answer was no");
    page.press("button", &stage.msg("quarantine-discard")?).await?;
    page.press("button", &stage.msg("quarantine-discard-confirm")?).await?;
    wait::until("the part to be given up", async || {
        Ok((!page.stored().await?.contains_key(&key)).then_some(()))
    })
    .await?;
    stage.open().await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.find("link", Name::Has("Of an older month")).await?;
    stage.browser.unsee(&stage.msg("quarantine-title")?).await?;
    Ok("1 of 1 saved byte for byte, kept on no, given up on yes; the other month stands".to_owned())
}

/// Where nothing at all can be read, the page says so, changes nothing and hands everything over.
pub(crate) async fn unreadable(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    for back in [0, 70] {
        hand::write(stage, "One of two months", 6, back).await?;
    }
    for back in [0, 70] {
        let day = hand::day(stage, back).await?;
        faults::damage(stage, day.get(..7).unwrap_or_default(), true).await?;
    }
    let before = stage.browser.stored().await?;
    stage.open().await?;
    let page = &stage.browser;
    page.find("heading", &stage.msg("unreadable-title")?).await?;
    page.press("button", &stage.msg("unreadable-save")?).await?;
    let saved = raw(stage).await?;
    ensure!(saved == json!(before), "the file differs from what is stored: {saved}");
    stage.go("nav-support", "support-title").await?;
    ensure!(page.stored().await? == before, "something was written");
    Ok(format!("{} of {0} values in the file, 0 changed, Support open", before.len()))
}

/// The two files that are for reading elsewhere: the table, and the text by day.
pub(crate) async fn files_to_read(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, "*Lunch* & dinner", 6, 0).await?;
    let today = hand::day(stage, 0).await?;
    stage.visit(app::place("settings/keeping")?).await?;
    for (button, ending, expected) in [
        ("export-csv-action", "csv", vec![",*Lunch* & dinner,".to_owned(), format!("{today},")]),
        (
            "export-markdown-action",
            "md",
            vec![
                format!("## {today}\n\n### "),
                "\n\n\\*Lunch\\* \\& dinner\n\n".to_owned(),
                format!("- {}: 6\n", stage.msg("column-mood")?),
            ],
        ),
    ] {
        page.press("button", &stage.msg(button)?).await?;
        let file = format!("notes-{today}.{ending}");
        page.see(&stage.lab.words.msg_with("export-done", &[("file", &file)])?).await?;
        let text = stage.download(&file).await?;
        for words in expected {
            ensure!(text.contains(&words), "{words:?} is not in {file}: {text}");
        }
    }
    Ok("2 files with what was written, named after the day alone".to_owned())
}
