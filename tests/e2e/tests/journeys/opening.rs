//! The app opens, keeps itself for offline use, and then speaks to nobody.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use satkarya_e2e::{
    Result, app, browser::Setup, devtools::DevTools, engine::Engine, ensure, page::Name,
    runner::Stage, server::Server, wait,
};
use serde_json::{Value, json};

use crate::{hand, living};

/// Every place opens by its address and by the navigation; title and address stay neutral (P-09).
pub(crate) async fn places(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    let page = &stage.browser;
    let mut opened = 0;
    for place in app::everywhere() {
        stage.visit(place).await?;
        let title = page.web().title().await?;
        ensure!(title == "SatKarya", "the title says `{title}` at {}", place.address);
        opened += 1;
    }
    for (nav, heading) in [
        ("nav-today", "today-title"),
        ("nav-diary", "diary-title"),
        ("nav-people", "people-title"),
        ("nav-journey", "journey-title"),
        ("nav-patterns", "patterns-title"),
        ("nav-support", "support-title"),
        ("nav-settings", "settings-title"),
    ] {
        stage.go(nav, heading).await?;
    }
    page.address("nothing/of/that/kind").await?;
    page.see(&stage.msg("page-not-found-title")?).await?;
    page.press("link", &stage.msg("page-not-found-action")?).await?;
    page.find("heading", &stage.msg("today-title")?).await?;
    Ok(format!("{opened} addresses, 7 links, 1 title"))
}

/// With the host gone every place opens again, also in a browser started anew (U-01, P-02).
pub(crate) async fn offline(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    stage.kept_offline().await?;
    stage.server.take_hits();
    stage.server.stop().await;
    let mut opened = 0;
    for place in app::everywhere() {
        stage.browser.address(place.address).await?;
        stage.browser.reload().await?;
        stage.browser.is_ready().await?;
        stage.browser.find("heading", &stage.msg(place.heading)?).await?;
        opened += 1;
    }
    for file in ["rescue.html", "notes.html"] {
        stage.browser.web().goto(format!("{}{file}", stage.server.url())).await?;
        stage.browser.find("heading", Name::Any).await?;
    }
    // A browser started anew, as from a bookmark or a shortcut of the installed app.
    for place in [app::PLACES[0], app::place("support")?, app::PLACES[1]] {
        stage.browser.restart().await?;
        let address = format!("{}#/{}", stage.server.url(), place.address);
        stage.browser.web().goto(address).await?;
        stage.browser.is_ready().await?;
        stage.browser.find("heading", &stage.msg(place.heading)?).await?;
    }
    ensure!(stage.server.take_hits().is_empty(), "a stopped host was reached");
    Ok(format!("{opened} places reloaded and 3 cold starts, 0 requests answered"))
}

/// The same files work in a folder of a host: open, write, and open again without the host.
pub(crate) async fn folder(stage: &mut Stage) -> Result<String> {
    stage.server = Server::start_at(&stage.dist, "/some/folder/").await?;
    stage.open().await?;
    stage.kept_offline().await?;
    let hits = stage.server.take_hits();
    ensure!(hits.iter().all(|hit| hit.status == 200), "something is missing: {hits:?}");
    stage.browser.press("radio", Name::Starts("6, ")).await?;
    stage.browser.find("status", &stage.msg("save-saved")?).await?;
    stage.server.stop().await;
    for place in [app::PLACES[0], app::place("support")?] {
        stage.visit(place).await?;
        stage.browser.reload().await?;
        stage.browser.is_ready().await?;
    }
    stage.visit(app::PLACES[1]).await?;
    stage.browser.find("link", Name::Has("6 of 10")).await?;
    Ok(format!("{} files, written, and opened again without the host", hits.len()))
}

/// After the start no page and no worker asks for anything (P-01), wherever a person goes.
pub(crate) async fn silent(stage: &mut Stage) -> Result<String> {
    let tools = match stage.browser.engine() {
        Engine::Chromium => Some(DevTools::listen(&stage.browser).await?),
        Engine::Firefox | Engine::WebKit => None,
    };
    stage.open().await?;
    stage.kept_offline().await?;
    if let Some(tools) = &tools {
        tools.settle(Duration::from_millis(500)).await;
    }
    let start = stage.server.take_hits();
    ensure!(start.iter().all(|hit| hit.referrer.is_none()), "a referrer was sent: {start:?}");
    ensure!(start.iter().all(|hit| hit.status == 200), "something is missing: {start:?}");
    let asked = tools.as_ref().map(DevTools::take_requests).unwrap_or_default();
    let own = stage.server.url();
    ensure!(asked.iter().all(|request| request.url.starts_with(&own)), "foreign: {asked:?}");
    for place in app::everywhere() {
        stage.visit(place).await?;
    }
    // A late request would come now.
    wait::pass(Duration::from_secs(1)).await;
    let after = stage.server.take_hits();
    ensure!(after.is_empty(), "requests after the start: {after:?}");
    if let Some(tools) = &tools {
        let asked = tools.take_requests();
        ensure!(asked.is_empty(), "requests after the start: {asked:?}");
        let violations = tools.take_violations();
        ensure!(violations.is_empty(), "errors in the log: {violations:?}");
    }
    let distinct: BTreeSet<_> = start.iter().map(|hit| &hit.line).collect();
    Ok(format!("{} files at the start, then 0 requests", distinct.len()))
}

/// Whom the browsers ask by themselves: for their settings and updates, the time, the page they
/// would open first, and Chromium about the fields of a form it might fill in.
const BROWSERS_OWN: [&str; 7] = [
    "accounts.google.com",
    "clients2.google.com",
    "content-autofill.googleapis.com",
    "firefox.settings.services.mozilla.com",
    "optimizationguide-pa.googleapis.com",
    "start.duckduckgo.com",
    "update.googleapis.com",
];

/// What was asked for since the last look, without what browsers ask by themselves; that is
/// counted in `browsers`.
fn asked(server: &Server, browsers: &mut BTreeMap<&'static str, usize>) -> Vec<String> {
    let mut asked = Vec::new();
    for line in server.take_hits().into_iter().map(|hit| hit.line) {
        let address = line.split(' ').nth(1).unwrap_or_default();
        let host = address.trim_start_matches("http://").split([':', '/']).next();
        match BROWSERS_OWN.into_iter().find(|own| host == Some(own)) {
            Some(own) => *browsers.entry(own).or_default() += 1,
            None => asked.push(line),
        }
    }
    asked
}

/// Behind a proxy that notes whoever is asked for, a person uses the whole diary: at the start the
/// app's own files are asked for, and afterwards nothing (P-01).
pub(crate) async fn proxied(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Brought along", 5, 2).await?;
    let (written, _) = hand::export(stage).await?;
    let file = tempfile::Builder::new().suffix(".json").tempfile()?;
    std::fs::copy(written, file.path())?;
    let proxy = Some(stage.server.port());
    stage.browser = stage.another(Setup { proxy, ..Setup::PLAIN }).await?;
    let page = &stage.browser;
    let mut browsers = BTreeMap::new();
    // What the first browser asked for.
    stage.server.take_hits();
    stage.open().await?;
    stage.kept_offline().await?;
    let start = asked(&stage.server, &mut browsers);
    let own = format!("GET {}", stage.server.url());
    ensure!(start.iter().all(|line| line.starts_with(&own)), "others were asked: {start:?}");
    living::check_in(stage, 6, "Asha").await?;
    hand::write(stage, "Argued about the dishes", 3, 1).await?;
    hand::edit(stage, "the dishes").await?;
    hand::type_what(stage, ", again").await?;
    hand::done(stage).await?;
    hand::search(stage, "dishes", 1).await?;
    hand::delete(stage, "the dishes").await?;
    page.press("button", &stage.msg("common-undo")?).await?;
    hand::saved(stage).await?;
    stage.go("nav-people", "people-title").await?;
    page.press("link", Name::Has("Asha")).await?;
    page.find("heading", Name::Has("Asha")).await?;
    hand::export(stage).await?;
    hand::import(stage, file.path()).await?;
    hand::search(stage, "Brought along", 1).await?;
    for place in app::everywhere() {
        stage.visit(place).await?;
    }
    // A late request would come now.
    wait::pass(Duration::from_secs(1)).await;
    let after = asked(&stage.server, &mut browsers);
    ensure!(after.is_empty(), "requests after the start: {after:?}");
    // The proxy is not blind.
    page.web().goto("http://example.invalid/").await?;
    let other = asked(&stage.server, &mut browsers);
    ensure!(other.iter().any(|line| line == "GET http://example.invalid/"), "only {other:?}");
    Ok(format!(
        "{} requests at the start, 0 to others, then 0 in the whole diary; the browser itself: {browsers:?}",
        start.len()
    ))
}

/// After the start the browser refuses even the app's own host (P-04), and scripts made of text
/// are refused from the first moment.
pub(crate) async fn closed(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    stage.kept_offline().await?;
    stage.server.take_hits();
    let attempts = "
        const refused = [];
        const attempt = async (name, run) => {
          try { if (await run() !== 'ran') refused.push(name); } catch { refused.push(name); }
        };
        const loads = (tag, url) => new Promise((done, fail) => {
          const element = document.createElement(tag);
          element.onload = () => done('ran');
          element.onerror = fail;
          element.src = url;
          document.body.append(element);
        });
        await attempt('fetch', async () => { await fetch('./?fetch'); return 'ran'; });
        await attempt('foreign fetch', async () => { await fetch(args[0] + '?fetch'); return 'ran'; });
        await attempt('image', () => loads('img', './icons/icon-192.png?image'));
        await attempt('socket', () => new Promise((done, fail) => {
          const socket = new WebSocket(args[0].replace('http', 'ws'));
          socket.onopen = () => done('ran');
          socket.onerror = fail;
        }));
        await attempt('stream', () => new Promise((done, fail) => {
          const source = new EventSource('./?stream');
          source.onopen = () => done('ran');
          source.onerror = fail;
        }));
        await attempt('markup', () => {
          const element = document.createElement('div');
          element.innerHTML = '<img src=x onerror=\"window.ran = true\">';
          return 'ran';
        });
        // Firefox runs this script beside the page, with an eval of its own: take the page's.
        const own = window.wrappedJSObject ?? window;
        await attempt('eval', () => own.eval('\"ran\"'));
        await attempt('function', () => new own.Function('return \"ran\"')());
        await attempt('worker', () => { new Worker('./notes.js'); return 'ran'; });
        await attempt('inline script', () => {
          const script = document.createElement('script');
          script.textContent = 'window.ran = true';
          document.body.append(script);
          return window.ran ? 'ran' : 'refused';
        });
        navigator.sendBeacon('./?beacon', 'x');
        return refused;";
    let foreign = json!(stage.server.foreign_url());
    let refused = stage.browser.run_async(attempts, vec![foreign]).await?;
    let refused: Vec<_> =
        refused.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    ensure!(refused.len() == 10, "only these were refused: {refused:?}");
    wait::pass(Duration::from_millis(500)).await;
    let hits = stage.server.take_hits();
    ensure!(hits.is_empty(), "these got out: {hits:?}");
    Ok("10 of 10 attempts refused, no beacon arrived".to_owned())
}

/// Inside another site's frame there is nothing to see, and a window opened by another
/// site gives it no hold.
pub(crate) async fn framed(stage: &mut Stage) -> Result<String> {
    let other = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/frame");
    let other = Server::start(&other).await?;
    let page = stage.another(Setup::default()).await?;
    let url = stage.server.url();
    page.web().goto(format!("{}#{url}", other.foreign_url())).await?;
    let put = "const frame = document.querySelector('iframe'); frame.src = args[0];
        await new Promise(done => { frame.onload = done; });";
    page.run_async(put, vec![json!(url)]).await?;
    page.web().enter_frame(0).await?;
    let text = page.text().await?;
    page.web().enter_default_frame().await?;
    ensure!(!text.contains("SatKarya") && !text.contains(&stage.msg("nav-diary")?), "seen: {text}");
    page.press("button", "Open").await?;
    page.see("no hold of the window").await?;
    Ok("blank in a frame, out of reach in a window".to_owned())
}
