//! What the app does around the writing: the quiet card, Support, the first cards, the sample
//! diary, and the ways to take back.

use satkarya_e2e::{Result, ensure, page::Name, runner::Stage, wait};
use serde_json::json;

use crate::{checkin::lists, hand};

/// The quiet card comes after a very low mood, saving waits for nothing, "Not now" keeps it away
/// for this entry, and it leads to help.
pub(crate) async fn quiet_card(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    let title = stage.msg("quiet-title")?;
    page.tap("radio", Name::Starts("5, ")).await?;
    hand::saved(stage).await?;
    page.absent("heading", &title).await?;
    page.tap("radio", Name::Starts("2, ")).await?;
    page.find("heading", &title).await?;
    hand::saved(stage).await?;
    page.tap("button", &stage.msg("quiet-not-now")?).await?;
    page.absent("heading", &title).await?;
    // Up and down again: it was put away for this entry.
    page.tap("radio", Name::Starts("6, ")).await?;
    page.tap("radio", Name::Starts("1, ")).await?;
    hand::saved(stage).await?;
    page.absent("heading", &title).await?;
    // The next entry is another one.
    page.tap("button", &stage.msg("checkin-another")?).await?;
    page.tap("radio", Name::Starts("0, ")).await?;
    page.find("heading", &title).await?;
    page.tap("button", &stage.msg("quiet-person")?).await?;
    page.find("heading", &stage.msg("support-title")?).await?;
    let people = stage.msg("support-people-title")?;
    wait::until("the focus on the people one trusts", async || {
        let at = page.run("return document.activeElement.textContent", vec![]).await?;
        Ok((at == json!(people)).then_some(()))
    })
    .await?;
    Ok("came 2 times for 2 heavy entries, stayed away when asked, led to one's people".to_owned())
}

/// Support without a connection: something to call before a place is chosen, and a place's own
/// numbers after one tap, kept for the next start.
pub(crate) async fn support(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    stage.kept_offline().await?;
    stage.server.stop().await;
    let page = &stage.browser;
    page.press("link", &stage.msg("nav-support")?).await?;
    page.find("link", Name::Has("112")).await?;
    let calls = "return [...document.querySelectorAll('main a[href^=\"tel:\"]')].length";
    let before = page.run(calls, vec![]).await?.as_u64().unwrap_or_default();
    page.press("button", "India").await?;
    page.find("link", Name::Has("14416")).await?;
    let after = page.run(calls, vec![]).await?.as_u64().unwrap_or_default();
    ensure!(after > before, "{after} numbers to call in India, {before} anywhere");
    page.reload().await?;
    page.is_ready().await?;
    page.find("link", Name::Has("14416")).await?;
    Ok(format!("offline: {before} number before a place is chosen, {after} after 1 tap"))
}

/// After the first save three short cards, and never again once they were read.
pub(crate) async fn first_cards(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let titles = ["firstrun-where-title", "firstrun-keep-title", "firstrun-hard-title"];
    page.absent("heading", &stage.msg(titles[0])?).await?;
    // To look around first is one button, that takes back what it did.
    page.press("button", &stage.msg("sample-add")?).await?;
    page.see(&stage.msg("sample-shown")?).await?;
    page.absent("button", &stage.msg("sample-add")?).await?;
    page.press("button", &stage.msg("sample-remove")?).await?;
    page.find("button", &stage.msg("sample-add")?).await?;
    page.press("radio", Name::Starts("6, ")).await?;
    hand::saved(stage).await?;
    for (n, title) in titles.iter().enumerate() {
        page.find("heading", &stage.msg(title)?).await?;
        let next = if n + 1 < titles.len() { "common-next" } else { "firstrun-finish" };
        page.press("button", &stage.msg(next)?).await?;
    }
    for title in titles {
        page.absent("heading", &stage.msg(title)?).await?;
    }
    page.reload().await?;
    page.is_ready().await?;
    lists(stage, 1).await?;
    page.absent("heading", &stage.msg(titles[0])?).await?;
    Ok(format!("{} cards, once", titles.len()))
}

/// The sample diary is marked, is in no file, and goes with one tap; one's own entry stays.
pub(crate) async fn sample(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, "My very own words", 6, 0).await?;
    stage.go("nav-today", "today-title").await?;
    page.address("settings").await?;
    page.press("button", &stage.msg("sample-add")?).await?;
    stage.go("nav-diary", "diary-title").await?;
    page.find("link", Name::Has("My very own words")).await?;
    let mark = stage.msg("sample-mark")?;
    let marked = page.all("link", Name::Has(&mark)).await?.len();
    let rows = "return document.querySelectorAll('main .entries a').length";
    let rows = page.run(rows, vec![]).await?.as_u64().unwrap_or_default();
    ensure!(marked > 5 && marked as u64 + 1 == rows, "{marked} of {rows} rows are marked");
    let (_, file) = hand::export(stage).await?;
    let kept = hand::living(&file)?.len();
    ensure!(kept == 1, "{kept} entries in the file");
    page.press("button", &stage.msg("sample-remove")?).await?;
    stage.go("nav-diary", "diary-title").await?;
    page.find("link", Name::Has("My very own words")).await?;
    page.absent("link", Name::Has(&mark)).await?;
    Ok(format!("{marked} rows marked, 0 in the file, all gone with 1 tap"))
}

/// A star, an earlier version brought back, and an entry out of the bin.
pub(crate) async fn taking_back(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, "First words of it", 5, 0).await?;
    page.press("button", &stage.msg("entry-star")?).await?;
    hand::saved(stage).await?;
    hand::edit(stage, "First words of it").await?;
    hand::type_what(stage, "Other words instead").await?;
    hand::done(stage).await?;
    // The list of versions, and then the one in it.
    page.press("button", Name::Starts("1 earlier")).await?;
    page.press("button", Name::Starts("As it was on")).await?;
    page.see("First words of it").await?;
    page.press("button", &stage.msg("versions-restore")?).await?;
    hand::saved(stage).await?;
    hand::delete(stage, "First words of it").await?;
    page.address("bin").await?;
    page.find("heading", &stage.msg("bin-title")?).await?;
    page.press("button", Name::Starts(&stage.msg("bin-restore")?)).await?;
    hand::saved(stage).await?;
    hand::open(stage, "First words of it").await?;
    page.find("button", &stage.msg("entry-starred")?).await?;
    Ok("starred, an earlier version back, out of the bin".to_owned())
}

/// With low energy the check-in asks one thing at a time, forth and back, and each tap is kept.
pub(crate) async fn low_energy(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    let set = "localStorage.setItem('sk1.u', JSON.stringify({ energy: 'low', cards: 'on' }))";
    page.run(set, vec![]).await?;
    page.reload().await?;
    page.is_ready().await?;
    let (next, back) = (stage.msg("common-next")?, stage.msg("common-back")?);
    page.tap("radio", Name::Starts("4, ")).await?;
    hand::saved(stage).await?;
    page.absent("radio", Name::Starts("4, ")).await?;
    page.tap("checkbox", "sad").await?;
    page.absent("button", &stage.msg("checkin-new-person")?).await?;
    page.tap("button", &next).await?;
    page.find("button", &stage.msg("checkin-new-person")?).await?;
    page.absent("checkbox", "sad").await?;
    page.tap("button", &next).await?;
    page.find("button", &stage.msg("checkin-more")?).await?;
    page.absent("button", &next).await?;
    for _ in 0..3 {
        page.tap("button", &back).await?;
    }
    page.tap("radio", Name::Starts("5, ")).await?;
    hand::saved(stage).await?;
    let (_, file) = hand::export(stage).await?;
    let entries = hand::living(&file)?;
    ensure!(entries.len() == 1 && entries[0].mood == Some(5), "{entries:?}");
    Ok("4 questions one by one, forth and back, 1 entry".to_owned())
}
