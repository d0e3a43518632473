//! Browsers that lack something: storage, WebAssembly, a memory that lasts.

use std::path::Path;

use satkarya_e2e::{
    Context as _, Result, browser::Browser, engine::Engine, ensure, page::Name, runner::Stage,
};
use serde_json::json;

use crate::{hand, settings};

/// Storage is blocked: the page stands and says that this window forgets.
pub(crate) async fn storage(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    let banner = stage.msg("memory-only-body")?;
    stage.browser.see(&banner).await?;
    // One can write, is told how long it lasts, and takes a file along.
    stage.go("nav-diary", "diary-title").await?;
    hand::begin(stage).await?;
    hand::type_what(stage, "Only for now").await?;
    stage.browser.press("button", &stage.msg("common-done")?).await?;
    stage.browser.find("status", &stage.msg("save-memory")?).await?;
    stage.browser.press("link", &stage.msg("memory-only-save")?).await?;
    let (_, file) = hand::export(stage).await?;
    let told: Vec<_> = hand::living(&file)?.into_iter().map(|entry| entry.what).collect();
    ensure!(told == ["Only for now"], "the file holds {told:?}");
    for place in satkarya_e2e::app::everywhere() {
        stage.visit(place).await?;
        stage.browser.see(&banner).await?;
    }
    stage.go("nav-support", "support-title").await?;
    stage.browser.web().goto(format!("{}rescue.html", stage.server.url())).await?;
    stage.browser.find("heading", Name::Any).await?;
    stage.open().await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.see(&stage.msg("diary-empty-title")?).await?;
    Ok("the banner on 17 of 17 places, the words in a file, nothing kept; the rescue page stands"
        .to_owned())
}

/// WebAssembly is off: a plain page explains and leads to the rescue page.
pub(crate) async fn wasm(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.web().goto(stage.server.url()).await?;
    page.find("alertdialog", Name::Has("has stopped")).await?;
    // As it is shown: of the two names in it only one is.
    let head = page.run("return document.getElementById('crash-head').innerText", vec![]).await?;
    ensure!(head.as_str() == Some("SatKarya has stopped"), "the heading is {head}");
    page.see("WebAssembly switched off").await?;
    page.run("localStorage.setItem('sk1.s.2026-11.1', '\\ub3ff\\u3400 kept')", vec![]).await?;
    page.press("link", "rescue page").await?;
    page.find("heading", "Save what is stored here").await?;
    page.see("sk1.s.2026-11.1").await?;
    page.press("button", "Download everything, as stored").await?;
    let text = stage.download(".json").await?;
    let saved: serde_json::Value = serde_json::from_str(&text)?;
    let value = &saved["stored"]["sk1.s.2026-11.1"];
    ensure!(*value == json!("\u{b3ff}\u{3400} kept"), "the file holds {value}");
    Ok("explained; every stored unit in the rescue file".to_owned())
}

/// Gives the rescue page a file to put back.
async fn put(browser: &Browser, file: &Path) -> Result<()> {
    let field = "return document.querySelector('input[type=file]')";
    let field = browser.web().execute(field, vec![]).await?.element()?;
    Ok(field.send_keys(file.display().to_string()).await?)
}

/// A diary that was saved as it is stored, erased and put back on purpose is there, and stays:
/// the erasing that is to hold after a kill does not reach it.
pub(crate) async fn rescue_after_erasing(stage: &mut Stage) -> Result<String> {
    let address = format!("{}rescue.html", stage.server.url());
    stage.open().await?;
    hand::write(stage, "To be put back", 6, 0).await?;
    let page = &stage.browser;
    page.web().goto(&address).await?;
    page.press("button", "Download everything, as stored").await?;
    stage.download(".json").await?;
    let file = page.download_path(".json").await?;
    stage.open().await?;
    settings::erase_everything(stage).await?;
    page.web().goto(&address).await?;
    put(page, &file).await?;
    page.see("is back").await?;
    for round in 0..2 {
        stage.open().await?;
        stage.go("nav-diary", "diary-title").await?;
        let there = stage.browser.find("link", Name::Has("To be put back")).await;
        there.with_context(|| format!("start {round}"))?;
    }
    Ok("there in 2 of 2 starts".to_owned())
}

/// The rescue file holds every stored unit, readable or not, and brings it back into an empty
/// browser and nowhere else.
pub(crate) async fn rescue(stage: &mut Stage) -> Result<String> {
    let address = format!("{}rescue.html", stage.server.url());
    let page = &stage.browser;
    page.web().goto(format!("{}notes.html", stage.server.url())).await?;
    let fill = "
        let huge = '';
        for (let i = 0; i < 32768; i++) huge += String.fromCharCode(0x3400 + i);
        localStorage.setItem('sk1.s.2026-11.1', 'SK1|s|p|1|7|00|' + huge.repeat(60));
        localStorage.setItem('sk1.s.2026-10.1', 'SK1|s|p|1|6|00|torn');
        localStorage.setItem('sk1.h.a', '');
        localStorage.setItem('sk1.zzz', '\\u0000\\u2028 \"<script>\" 🙂');
        localStorage.setItem('other', 'not ours');";
    page.run(fill, vec![]).await?;
    let before = page.stored().await?;
    page.web().goto(&address).await?;
    page.see("sk1.zzz").await?;
    page.see("cannot be read").await?;
    page.press("button", "Download everything, as stored").await?;
    let saved: serde_json::Value = serde_json::from_str(&stage.download(".json").await?)?;
    let stored = saved["stored"].as_object().cloned().unwrap_or_default();
    ensure!(stored == before, "the file differs from the store");
    let file = page.download_path(".json").await?;
    put(page, &file).await?;
    page.see("nothing was changed").await?;
    let other = stage.another(satkarya_e2e::browser::Setup::PLAIN).await?;
    other.web().goto(&address).await?;
    put(&other, &file).await?;
    other.see("is back").await?;
    ensure!(other.stored().await? == before, "the other browser got something else");
    Ok(format!(
        "{} keys, 1.97 million units, equal in the file and in another browser",
        before.len()
    ))
}

/// Another page of the same origin fills the store with 4 MB of odd keys: the app starts beside
/// it, leaves it alone, and says in Settings what is there and why that matters.
pub(crate) async fn neighbors(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.web().goto(format!("{}notes.html", stage.server.url())).await?;
    let fill = "for (let i = 0; i < 40; i++) localStorage.setItem('other' + i, 'x'.repeat(100000));
        localStorage.setItem('', 'empty');
        localStorage.setItem('null', 'null');
        localStorage.setItem('sk', '{');
        localStorage.setItem('sk1', '[');
        localStorage.setItem('SK1.h.a', 'SK1|h|p|1|9|00|x');
        localStorage.setItem('\\u202eturned\\ud800\\u0000', '<script>');";
    page.run(fill, vec![]).await?;
    let theirs = "const found = {};
        for (let i = 0; i < localStorage.length; i++) {
          const key = localStorage.key(i);
          if (!key.startsWith('sk1.')) found[escape(key)] = localStorage.getItem(key).length;
        }
        return found;";
    let before = page.run(theirs, vec![]).await?;
    stage.open().await?;
    hand::write(stage, "Beside others", 5, 0).await?;
    for place in satkarya_e2e::app::PLACES {
        stage.visit(place).await?;
    }
    stage.visit(satkarya_e2e::app::place("settings/data")?).await?;
    page.find("heading", &stage.msg("privacy-others")?).await?;
    let n = before.as_object().map_or(0, serde_json::Map::len).to_string();
    // Safari's relatives count one byte for each of these units, the others two.
    let size = if page.engine() == Engine::WebKit { "4" } else { "8" };
    let size = stage.lab.words.msg_with("size-megabytes", &[("n", size)])?;
    page.see(&stage.lab.words.msg_with("privacy-others-some", &[("n", &n), ("size", &size)])?)
        .await?;
    page.see(&stage.msg("privacy-others-why")?).await?;
    page.reload().await?;
    page.is_ready().await?;
    hand::open(stage, "Beside others").await?;
    let after = page.run(theirs, vec![]).await?;
    ensure!(after == before, "foreign keys changed: {after}");
    Ok(format!("starts and saves beside 4 MB of others, says so; {n} foreign keys untouched"))
}
