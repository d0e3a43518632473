//! Leave is at hand everywhere, at once, and nothing brings the text back.

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage, server::Fault, wait};
use serde_json::json;

use crate::hand;

const ESCAPE: &str = "\u{e00c}";
const SHIFT: &str = "\u{e008}";

/// The neutral page stands, and says nothing.
async fn is_gone(stage: &Stage) -> Result<()> {
    let page = &stage.browser;
    page.find("heading", "Notes").await?;
    let title = page.web().title().await?;
    ensure!(title == "Notes", "the title says `{title}`");
    let text = page.text().await?;
    ensure!(!text.contains("SatKarya"), "the name is to be seen: {text}");
    Ok(())
}

/// The button, that of a dialog, three times Esc and three times Shift lead to the neutral page; Back, Forward and
/// reloading show nothing of the app.
pub(crate) async fn leave(stage: &mut Stage) -> Result<String> {
    let mut shown = 0;
    for way in ["button", "escape", "shift", "dialog"] {
        stage.open().await?;
        stage.go("nav-diary", "diary-title").await?;
        stage.go("nav-people", "people-title").await?;
        match way {
            "button" => stage.browser.press("button", &stage.msg("nav-leave")?).await?,
            // Over the page stands a dialog, and in its head the same door.
            "dialog" => {
                stage.browser.keys("?").await?;
                stage.browser.find("heading", &stage.msg("keys-title")?).await?;
                let door = "return document.querySelector('dialog[open] [data-sk-leave]')";
                stage.browser.web().execute(door, vec![]).await?.element()?.click().await?;
            }
            "escape" => stage.browser.keys(&ESCAPE.repeat(3)).await?,
            _ => stage.browser.keys(&SHIFT.repeat(3)).await?,
        }
        is_gone(stage).await?;
        for _ in 0..10 {
            stage.browser.web().back().await?;
            let text = stage.browser.text().await?;
            ensure!(!text.contains(&stage.msg("nav-diary")?), "Back shows: {text}");
            shown += 1;
        }
        for _ in 0..10 {
            stage.browser.web().forward().await?;
        }
        is_gone(stage).await?;
        stage.browser.reload().await?;
        is_gone(stage).await?;
        // Whoever comes back by the address gets the plain page with one button.
        stage.browser.web().goto(stage.server.url()).await?;
        is_gone(stage).await?;
        stage.browser.press("button", Name::Is("Open")).await?;
        stage.browser.is_ready().await?;
    }
    Ok(format!("4 ways out, text seen in {shown} steps back: 0"))
}

/// Within the task that leaves, and 100 ms later, no word of the diary is in the page.
///
/// That the tab is hidden leaves the words where they are: only Leave takes them away.
pub(crate) async fn words(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "What nobody sees", 3, 0).await?;
    let places = ["pages", "people", "trends", "settings/data", "today"];
    for address in places {
        stage.visit(app::place(address)?).await?;
        let leave = "window.dispatchEvent(new CustomEvent('sk:leave-now'));
            const root = document.documentElement;
            return [root.textContent, root.querySelectorAll('input, canvas, img, svg').length];";
        let left = stage.browser.run(leave, vec![]).await?;
        ensure!(left == json!(["Notes", 0]), "{address}: at once there is {left}");
        wait::pass(std::time::Duration::from_millis(100)).await;
        is_gone(stage).await?;
        let text = stage.browser.text().await?;
        ensure!(!text.contains("What nobody sees"), "{address}: after 100 ms there is {text}");
        stage.browser.web().goto(stage.server.url()).await?;
        stage.browser.press("button", Name::Is("Open")).await?;
        stage.browser.is_ready().await?;
    }
    Ok(format!("0 words at once and after 100 ms, {0} of {0} places", places.len()))
}

/// Typing capitals never leaves.
pub(crate) async fn capitals(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    for letter in "HELLO".chars() {
        stage.browser.chord(&['\u{e008}'], letter).await?;
    }
    stage.browser.find("link", &stage.msg("nav-diary")?).await?;
    Ok("5 capitals, still here".to_owned())
}

/// Leave works before the app has been loaded.
pub(crate) async fn early(stage: &mut Stage) -> Result<String> {
    for file in std::fs::read_dir(&stage.dist)?.collect::<Result<Vec<_>, _>>()? {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".wasm") {
            let slow = Fault::Slow(std::time::Duration::from_secs(20));
            stage.server.misbehave(&format!("/{name}"), slow);
        }
    }
    let page = &stage.browser;
    // The address is set by script: WebDriver would wait for the slow file.
    page.web().goto("about:blank").await?;
    page.web().goto(stage.server.url()).await?;
    page.press("button", "Leave").await?;
    wait::until("the neutral page", async || {
        let address = page.run("return location.pathname", vec![]).await?;
        Ok((address == json!("/notes.html")).then_some(()))
    })
    .await?;
    is_gone(stage).await?;
    Ok("left while the app was still loading".to_owned())
}

/// Whoever goes back while the focus is in a field leaves the page and nothing else: the app goes on,
/// on every page that has such a field, and on Today in the words of what happened.
pub(crate) async fn in_a_field(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let read =
        "const all = [...document.querySelectorAll('main input, main textarea')].filter(it =>
          it.checkVisibility() && !['radio', 'checkbox', 'file'].includes(it.type) && !it.disabled);
        const it = all.at(arguments[0]);
        it?.focus();
        return [all.length, it === document.activeElement];";
    let (mut n, mut places) = (0, 0);
    for place in app::everywhere() {
        for at in [0, -1] {
            stage.visit(app::place("today")?).await?;
            stage.visit(place).await?;
            let found = page.run(read, vec![json!(at)]).await?;
            if found[1] != json!(true) {
                break;
            }
            page.keys("7").await?;
            page.web().back().await?;
            page.find("heading", &stage.msg("today-title")?).await?;
            n += 1;
            places += i32::from(at == 0);
        }
    }
    ensure!(n > 6, "hardly a page has a field: {n}");
    // The words under a mood, on Today itself.
    stage.visit(app::place("pages")?).await?;
    stage.visit(app::place("today")?).await?;
    page.press("radio", Name::Starts("4, ")).await?;
    page.press("button", &stage.msg("checkin-more")?).await?;
    page.keys("She did not ring").await?;
    page.web().back().await?;
    page.find("heading", &stage.msg("diary-title")?).await?;
    page.see("She did not ring").await?;
    hand::saved(stage).await?;
    Ok(format!(
        "{n} fields of {places} pages left by Back with the focus in them, and the words of Today kept"
    ))
}
