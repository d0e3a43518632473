//! Browsers that lack something: storage, WebAssembly, a memory that lasts.

use satkarya_e2e::{Result, ensure, page::Name, runner::Stage};
use serde_json::json;

use crate::hand;

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
    Ok("the banner on 16 of 16 places, the words in a file, nothing kept; the rescue page stands"
        .to_owned())
}

/// WebAssembly is off: a plain page explains and leads to the rescue page.
pub(crate) async fn wasm(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.web().goto(stage.server.url()).await?;
    page.find("alertdialog", "SatKarya has stopped").await?;
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
    let put = async |browser: &satkarya_e2e::browser::Browser| -> Result<()> {
        let field = "return document.querySelector('input[type=file]')";
        let field = browser.web().execute(field, vec![]).await?.element()?;
        Ok(field.send_keys(file.display().to_string()).await?)
    };
    put(page).await?;
    page.see("nothing was changed").await?;
    let other = stage.another(satkarya_e2e::browser::Setup::PLAIN).await?;
    other.web().goto(&address).await?;
    put(&other).await?;
    other.see("is back").await?;
    ensure!(other.stored().await? == before, "the other browser got something else");
    Ok(format!(
        "{} keys, 1.97 million units, equal in the file and in another browser",
        before.len()
    ))
}

/// Another page of the same origin fills half the store with its own keys.
pub(crate) async fn neighbors(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.web().goto(format!("{}notes.html", stage.server.url())).await?;
    let fill = "for (let i = 0; i < 20; i++) localStorage.setItem('other' + i, 'x'.repeat(100000));
        localStorage.setItem('', 'empty');
        localStorage.setItem('null', 'null');
        localStorage.setItem('sk', '{');
        localStorage.setItem('sk1', '[');";
    page.run(fill, vec![]).await?;
    stage.open().await?;
    for place in satkarya_e2e::app::PLACES {
        stage.visit(place).await?;
    }
    let left = "return [localStorage.getItem(''), localStorage.getItem('sk1'),
        localStorage.getItem('other19').length]";
    let left = page.run(left, vec![]).await?;
    ensure!(left == json!(["empty", "[", 100_000]), "foreign keys changed: {left}");
    Ok("starts beside 2 MB of others; 24 foreign keys untouched".to_owned())
}
