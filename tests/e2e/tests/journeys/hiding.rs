//! Hide puts a plain page over everything at once, and one tap brings everything back as it was.

use std::time::Duration;

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage, server::Fault, wait};
use serde_json::json;

use crate::hand;

const ALT: char = '\u{e00a}';
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const WORDS: &str = "What nobody sees";

/// A plain page stands in place of everything: not a word and no picture of the app is in the document.
async fn is_hidden(stage: &Stage) -> Result<()> {
    let page = &stage.browser;
    page.find("heading", "Notes").await?;
    let read =
        "return [document.title, document.querySelector('link[rel~=icon]')?.href ?? 'data:,']";
    let tab = page.run(read, vec![]).await?;
    ensure!(tab == json!(["Notes", "data:,"]), "the tab shows {tab}");
    let text = page.text().await?;
    let words: Vec<_> = text.split_whitespace().collect();
    ensure!(words == ["Notes", "Nothing", "here.", "Open"], "there is: {text}");
    Ok(())
}

/// Taps Open and waits for the app.
async fn back(stage: &Stage) -> Result<()> {
    stage.browser.press("button", "Open").await?;
    stage.browser.is_ready().await
}

/// At every place, by the button: gone within the task of the tap, and back at the same place.
pub(crate) async fn places(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, WORDS, 3, 0).await?;
    let tap = "let heard = 0;
        addEventListener('sk:hide', () => { heard += 1; }, { once: true });
        const button = document.querySelector('[data-sk-hide]');
        const from = performance.now();
        button.click();
        const took = performance.now() - from;
        return [took, heard, document.documentElement.textContent.includes('SatKarya'),
          document.querySelectorAll('input, textarea, canvas, img, svg, a').length];";
    let (mut n, mut slowest, mut pictures) = (0, 0.0_f64, Vec::new());
    for place in app::everywhere() {
        stage.visit(place).await?;
        let before = page.text().await?;
        let found = page.run(tap, vec![]).await?;
        ensure!(found[1] == json!(1), "{}: the app heard it {} times", place.address, found[1]);
        ensure!(found[2] == json!(false) && found[3] == json!(0), "{}: {found}", place.address);
        slowest = slowest.max(found[0].as_f64().unwrap_or(f64::MAX));
        is_hidden(stage).await?;
        if n % 9 == 0 {
            pictures.push(page.web().screenshot_as_png().await?);
        }
        back(stage).await?;
        page.find("heading", &stage.msg(place.heading)?).await?;
        let after = page.text().await?;
        // What is stored is looked at meanwhile, and found later.
        ensure!(
            after == before || place.address == "settings/data",
            "{}: {before} became {after}",
            place.address
        );
        n += 1;
    }
    let same = pictures.iter().filter(|it| Some(*it) == pictures.first()).count();
    ensure!(same == pictures.len(), "{same} of {} pictures are the same", pictures.len());
    Ok(format!(
        "{n} of {n} places gone in at most {slowest:.1} ms and back as they were; {same} of {same} pictures of the plain page the same to the pixel"
    ))
}

/// While typing: hidden by the key, nothing opens by what is typed on, Back and reloading show nothing, and the words
/// are there again, once as they stood and once as the entry that was kept.
pub(crate) async fn typing(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::begin(stage).await?;
    hand::type_what(stage, WORDS).await?;
    page.chord(&[ALT], 'h').await?;
    is_hidden(stage).await?;
    page.keys("nd? and so on").await?;
    page.keys(ENTER).await?;
    is_hidden(stage).await?;
    back(stage).await?;
    let value = "const it = document.activeElement; return it.value ?? it.tagName";
    let typed = page.run(value, vec![]).await?;
    ensure!(typed == json!(WORDS), "in the field is {typed}");
    page.keys(" or hears").await?;
    page.chord(&[ALT], 'h').await?;
    let mut shown = 0;
    // Two pages of the app were opened before this one.
    for way in ["back", "back", "forward", "forward"] {
        match way {
            "back" => page.web().back().await?,
            _ => page.web().forward().await?,
        }
        is_hidden(stage).await?;
        shown += 1;
    }
    page.reload().await?;
    is_hidden(stage).await?;
    // From another site and back: a page that the browser kept whole shows nothing either.
    page.web().goto("about:blank").await?;
    page.web().back().await?;
    is_hidden(stage).await?;
    back(stage).await?;
    stage.go("nav-diary", "diary-title").await?;
    page.find("link", Name::Has(&format!("{WORDS} or hears"))).await?;
    // Three times Esc leave from the plain page too.
    page.chord(&[ALT], 'h').await?;
    is_hidden(stage).await?;
    page.keys(&ESCAPE.repeat(3)).await?;
    wait::until("the notes", async || {
        let at = page.run("return location.pathname", vec![]).await?;
        Ok((at == json!("/notes.html")).then_some(()))
    })
    .await?;
    Ok(format!(
        "the words back 2 of 2, shown in {shown} steps back and forward, by reloading and after another page: 0"
    ))
}

/// Over the page stands a dialog: hidden by the button in its head, and back as a dialog.
pub(crate) async fn dialog(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let focus = "const link = document.querySelector('nav a[href*=path]'); link.focus();
        return document.activeElement === link";
    ensure!(page.run(focus, vec![]).await? == json!(true), "nothing has the focus");
    page.keys("?").await?;
    let title = stage.msg("keys-title")?;
    page.find("heading", &title).await?;
    let button = "return document.querySelector('dialog[open] [data-sk-hide]')";
    page.web().execute(button, vec![]).await?.element()?.click().await?;
    is_hidden(stage).await?;
    back(stage).await?;
    page.find("heading", &title).await?;
    let modal = "return document.querySelectorAll('dialog:modal').length";
    let modal = page.run(modal, vec![]).await?;
    ensure!(modal == json!(1), "{modal} dialogs are over the page");
    page.press("button", &stage.msg("common-close")?).await?;
    wait::until("the focus to be where it was", async || {
        let there = "return document.activeElement.matches('nav a[href*=path]')";
        Ok((page.run(there, vec![]).await? == json!(true)).then_some(()))
    })
    .await?;
    page.press("link", &stage.msg("nav-diary")?).await?;
    page.find("heading", &stage.msg("diary-title")?).await?;
    Ok("1 of 1 back over the page; closed, and the focus where it was".to_owned())
}

/// Before the app is there: what arrives meanwhile stays out of sight, and is whole when the page is back.
pub(crate) async fn early(stage: &mut Stage) -> Result<String> {
    for file in std::fs::read_dir(&stage.dist)?.collect::<Result<Vec<_>, _>>()? {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".wasm") {
            let slow = Fault::Slow(Duration::from_secs(6));
            stage.server.misbehave(&format!("/{name}"), slow);
        }
    }
    let page = &stage.browser;
    page.web().goto("about:blank").await?;
    page.web().goto(stage.server.url()).await?;
    let state = "return document.documentElement.dataset.boot ?? null";
    let before = page.run(state, vec![]).await?;
    page.press("button", "Hide").await?;
    is_hidden(stage).await?;
    wait::until("the app to have arrived", async || {
        Ok((page.run(state, vec![]).await? == json!("ready")).then_some(()))
    })
    .await?;
    is_hidden(stage).await?;
    back(stage).await?;
    let boot = page.run("return document.querySelectorAll('#boot').length", vec![]).await?;
    ensure!(boot == json!(0), "the start screen is still there");
    ensure!(before == json!("opening"), "it had started already: {before}");
    page.press("link", Name::Is(&stage.msg("nav-diary")?)).await?;
    page.find("heading", &stage.msg("diary-title")?).await?;
    Ok("hidden while it loaded, whole when it was back".to_owned())
}

/// Typing capitals, and Alt with other keys whose places end in an H or not, never hide.
pub(crate) async fn not_by_typing(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::begin(stage).await?;
    hand::type_what(stage, "x").await?;
    for letter in "HAHHH".chars() {
        stage.browser.chord(&['\u{e008}'], letter).await?;
    }
    for key in ['/', '\\', 'x', '7'] {
        stage.browser.chord(&[ALT], key).await?;
    }
    stage.browser.find("heading", &stage.msg("entry-new-title")?).await?;
    let hidden = "return 'hidden' in document.documentElement.dataset";
    ensure!(stage.browser.run(hidden, vec![]).await? == json!(false), "hidden by another key");
    Ok("5 capitals and 4 keys with Alt, still here".to_owned())
}

/// A dialog that opens in the moment of hiding shows nothing over the plain page, and works after it.
pub(crate) async fn before_dialog(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, WORDS, 3, 0).await?;
    page.press("button", &stage.msg("common-delete")?).await?;
    stage.visit(app::place("bin")?).await?;
    let both = "[...document.querySelectorAll('main button')].find(it => it.checkVisibility()
          && it.innerText.trim() === arguments[0]).click();
        document.querySelector('[data-sk-hide]').click();
        return document.querySelectorAll('dialog[open]').length;";
    let empty = stage.msg("bin-empty-all")?;
    page.run(both, vec![json!(empty)]).await?;
    // Whatever opens by itself a moment later has opened by then.
    wait::pass(Duration::from_secs(1)).await;
    is_hidden(stage).await?;
    back(stage).await?;
    page.find("heading", &stage.msg("bin-title")?).await?;
    page.press("button", &stage.msg("common-cancel")?).await?;
    page.absent("button", Name::Is(&stage.msg("common-cancel")?)).await?;
    page.find("button", &empty).await?;
    Ok("1 of 1 dialogs that opened while hidden showed 0 words, and was answered after it"
        .to_owned())
}
