//! The check-in: three taps, no typing, and what it calls saved is saved.

use std::time::{Duration, Instant};

use satkarya_e2e::{Context as _, Result, ensure, page::Name, runner::Stage, wait};

use crate::hand;

/// Entries that Today lists.
pub(crate) async fn listed(stage: &Stage) -> Result<u64> {
    let count = "return document.querySelectorAll('main a[href^=\"#/page/\"]').length";
    Ok(stage.browser.run(count, vec![]).await?.as_u64().unwrap_or_default())
}

/// Waits until Today lists so many entries.
pub(crate) async fn lists(stage: &Stage, expected: u64) -> Result<()> {
    wait::until(&format!("{expected} entries on Today"), async || {
        Ok((listed(stage).await? == expected).then_some(()))
    })
    .await
}

/// From the cold start to a saved check-in with mood, feeling and person: three taps, and the
/// first one already saves.
pub(crate) async fn three_taps(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    // Somebody to choose, added in the flow of the first check-in.
    page.tap("radio", Name::Starts("6, ")).await?;
    page.see(&stage.msg("save-saved")?).await?;
    page.tap("button", &stage.msg("checkin-new-person")?).await?;
    page.write("textbox", &stage.msg("entry-people-search")?, "Asha").await?;
    page.keys("\u{e007}").await?;
    page.find("checkbox", Name::Starts("Asha")).await?;
    page.tap("button", &stage.msg("common-done")?).await?;
    page.see(&stage.msg("save-saved")?).await?;
    stage.kept_offline().await?;
    stage.server.stop().await;
    stage.browser.restart().await?;
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    let start = Instant::now();
    stage.open().await?;
    let opened = start.elapsed();
    page.tap("radio", Name::Starts("4, ")).await?;
    page.see(&stage.msg("save-saved")?).await?;
    let saved = start.elapsed();
    // The feelings stand first.
    page.tap("checkbox", Name::Any).await?;
    page.tap("checkbox", Name::Starts("Asha")).await?;
    page.see(&stage.msg("save-saved")?).await?;
    let all = start.elapsed();
    ensure!(all < Duration::from_secs(10), "it took {all:?}");
    page.reload().await?;
    page.is_ready().await?;
    lists(stage, 2).await?;
    page.find("link", Name::Has("Asha")).await?;
    Ok(format!(
        "offline: opened after {:.1} s, saved after 1 tap and {:.1} s, 3 taps after {:.1} s",
        opened.as_secs_f32(),
        saved.as_secs_f32(),
        all.as_secs_f32()
    ))
}

/// A check-in with mood and feeling by keys alone: a letter opens it, Tab and Space do the rest.
pub(crate) async fn by_keys(stage: &mut Stage) -> Result<String> {
    const TAB: &str = "\u{e004}";
    stage.open().await?;
    let page = &stage.browser;
    page.keys("n").await?;
    page.find("heading", &stage.msg("checkin-title")?).await?;
    let mut presses = 1;
    for kind in ["radio", "checkbox"] {
        let at = "return document.activeElement.type ?? null";
        while page.run(at, vec![]).await? != serde_json::json!(kind) {
            ensure!(presses < 60, "Tab does not come to a {kind}");
            page.keys(TAB).await?;
            presses += 1;
        }
        page.keys(" ").await?;
        presses += 1;
        page.find("status", &stage.msg("save-saved")?).await?;
    }
    page.reload().await?;
    page.is_ready().await?;
    page.address("today").await?;
    lists(stage, 1).await?;
    Ok(format!("{presses} key presses from the first page to mood and feeling saved"))
}

/// Where the focus is.
async fn focus(stage: &Stage) -> Result<serde_json::Value> {
    stage.browser.run("return document.activeElement.localName", vec![]).await
}

/// What is typed goes where it is seen and is kept by the button that says Done: a text, a word
/// for a feeling, somebody's name. An undo by key says what it took back.
pub(crate) async fn nothing_typed_is_lost(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    let page = &stage.browser;
    let done = stage.msg("common-done")?;
    page.press("radio", Name::Starts("6, ")).await?;
    page.see(&stage.msg("save-saved")?).await?;
    // The way of the mood under the arrow keys is one step.
    page.keys("\u{e014}\u{e014}").await?;
    page.find("radio", Name::Starts("8, ")).await?;
    page.run("document.activeElement.blur()", vec![]).await?;
    page.keys("z").await?;
    page.see("Undone: the check-in of").await?;
    lists(stage, 0).await?;
    page.press("radio", Name::Starts("6, ")).await?;
    page.see(&stage.msg("save-saved")?).await?;
    // A word of one's own.
    page.press("button", &stage.msg("checkin-all-feelings")?).await?;
    page.press("tab", &stage.msg("entry-feelings-by-search")?).await?;
    page.write("searchbox", &stage.msg("entry-feelings-search")?, "gutted").await?;
    page.press("button", &done).await?;
    page.find("checkbox", "gutted").await?;
    // Somebody new.
    page.press("button", &stage.msg("checkin-new-person")?).await?;
    page.write("textbox", &stage.msg("entry-people-search")?, "Asha").await?;
    page.press("button", &done).await?;
    page.find("checkbox", Name::Starts("Asha")).await?;
    // What happened, with letters that are shortcuts elsewhere.
    page.press("button", &stage.msg("checkin-more")?).await?;
    wait::until("the focus in the text", async || {
        Ok((focus(stage).await? == "textarea").then_some(()))
    })
    .await?;
    page.keys("mpz and @Ravi").await?;
    page.find("option", Name::Has("Ravi")).await?;
    page.keys("\u{e015}\u{e007}").await?;
    page.find("checkbox", Name::Starts("Ravi")).await?;
    page.reload().await?;
    page.is_ready().await?;
    lists(stage, 1).await?;
    page.find("link", Name::Has("mpz and Ravi")).await?;
    // A name beside Add.
    stage.go("nav-people", "people-title").await?;
    page.press("button", &stage.msg("people-add")?).await?;
    page.write("textbox", &stage.msg("person-name")?, "Priya").await?;
    page.press("button", &done).await?;
    page.find("link", Name::Has("Priya")).await?;
    page.absent("textbox", &stage.msg("person-name")?).await?;
    Ok("1 text, 1 word, 3 people kept; 3 moods undone as 1".to_owned())
}

/// "Saved" of what was chosen is not said of the words that follow, from the first of them until
/// they are saved too.
pub(crate) async fn said_when_true(stage: &mut Stage) -> Result<String> {
    // What the head of the page says once the page has answered a key press.
    const LISTEN: &str = "window.said = [];
        addEventListener('input', () => setTimeout(() =>
          window.said.push(document.querySelector('.save-status').textContent)));";
    const WORDS: &str = "what came";
    stage.open().await?;
    let (page, saved) = (&stage.browser, stage.msg("save-saved")?);
    page.run(LISTEN, vec![]).await?;
    let keys_told = async |place: &str| -> Result<usize> {
        let said = wait::until("an answer to each key", async || {
            let said = page.run("return window.said", vec![]).await?;
            let said: Vec<String> = serde_json::from_value(said)?;
            Ok((said.len() >= WORDS.len()).then_some(said))
        })
        .await?;
        ensure!(!said.contains(&saved), "{place}: called saved while it was typed: {said:?}");
        page.run("window.said = []", vec![]).await?;
        page.keys("\u{e004}").await?;
        page.see(&saved).await.context(place.to_owned())?;
        Ok(said.len())
    };
    let mut keys = 0;

    page.press("radio", Name::Starts("6, ")).await?;
    page.see(&saved).await?;
    page.press("button", &stage.msg("checkin-more")?).await?;
    page.run("window.said = []", vec![]).await?;
    hand::type_what(stage, WORDS).await?;
    keys += keys_told("check-in").await?;

    hand::begin(stage).await?;
    page.press("radio", Name::Starts("5, ")).await?;
    page.see(&saved).await?;
    page.run("window.said = []", vec![]).await?;
    hand::type_what(stage, WORDS).await?;
    keys += keys_told("entry").await?;

    stage.go("nav-people", "people-title").await?;
    page.press("button", &stage.msg("people-add")?).await?;
    page.write("textbox", &stage.msg("person-name")?, "Asha\n").await?;
    page.press("link", Name::Has("Asha")).await?;
    page.press("button", &stage.msg("common-edit")?).await?;
    page.see(&saved).await?;
    page.run("window.said = []", vec![]).await?;
    page.write("textbox", Name::Starts(&stage.msg("person-note")?), WORDS).await?;
    keys += keys_told("person").await?;
    Ok(format!("after {keys} of {keys} keys in 3 places not called saved, and then 3 of 3"))
}

/// "Nothing much" is one tap, and undone by one more.
pub(crate) async fn nothing_much(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    let page = &stage.browser;
    page.tap("button", &stage.msg("checkin-nothing-much")?).await?;
    page.see(&stage.msg("checkin-nothing-much-saved")?).await?;
    lists(stage, 1).await?;
    page.tap("button", &stage.msg("common-undo")?).await?;
    lists(stage, 0).await?;
    page.see(&stage.msg("save-saved")?).await?;
    page.reload().await?;
    page.is_ready().await?;
    lists(stage, 0).await?;
    Ok("1 tap, undone by 1".to_owned())
}

/// What was called saved is there after the whole browser was killed, however soon.
pub(crate) async fn kill(stage: &mut Stage) -> Result<String> {
    let rounds = stage.rounds(1, 10);
    // The longest is beyond the half minute that some engines keep a write in memory.
    let delays = stage
        .rounds(&[0, 200, 1_000, 3_000, 6_000][..], &[0, 200, 1_000, 3_000, 6_000, 35_000][..]);
    let mut saved = 0;
    stage.open().await?;
    // A Firefox killed while it stores the worker's files counts its space below zero afterwards,
    // and refuses the redo log for as long as it runs; the app then says the weaker words.
    stage.kept_offline().await?;
    for delay in delays {
        for round in 0..rounds {
            stage.open().await?;
            lists(stage, saved).await?;
            stage.browser.tap("radio", Name::Starts("6, ")).await?;
            let words = stage.msg("save-saved")?;
            stage.browser.see(&words).await.with_context(|| format!("{delay} ms, {round}"))?;
            saved += 1;
            if *delay > 0 {
                wait::pass(Duration::from_millis(*delay)).await;
            }
            stage.browser.kill().await?;
            stage.browser.restart().await?;
        }
    }
    stage.open().await?;
    lists(stage, saved).await?;
    let longest = delays.last().copied().unwrap_or_default() / 1_000;
    Ok(format!("{saved} of {saved} present after as many kills, 0 to {longest} s after Saved"))
}
