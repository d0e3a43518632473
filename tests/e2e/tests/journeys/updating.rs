//! A new version waits for the person, comes whole or not at all, and costs nothing.

use std::time::Duration;

use satkarya_e2e::{Result, app, ensure, page::Name, release, runner::Stage, server::Fault, wait};
use serde_json::json;

use crate::hand;

/// The build of the page that is open.
pub(crate) async fn build(stage: &Stage) -> Result<String> {
    let read = "return document.querySelector('meta[name=\"sk-build\"]').content";
    let build = stage.browser.run(read, vec![]).await?;
    Ok(build.as_str().unwrap_or_default().to_owned())
}

/// Has the browser look for a new version now, as it does by itself on some visits, and waits
/// until it has settled on an answer.
pub(crate) async fn look(stage: &Stage) -> Result<()> {
    let look = "const registration = await navigator.serviceWorker.getRegistration();
        try { await registration.update(); } catch { return 'refused'; }
        const worker = registration.installing;
        if (!worker) return registration.waiting ? 'waits' : 'nothing new';
        await new Promise(done => worker.addEventListener('statechange', done));
        return worker.state;";
    stage.browser.run_async(look, vec![]).await?;
    Ok(())
}

/// The new version is announced, nothing reloads by itself, and one tap brings it (U-03).
pub(crate) async fn update(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    stage.kept_offline().await?;
    let old = build(stage).await?;
    let next = release::another(&stage.dist, "00000000000000b2")?;
    stage.server.serve(next.path())?;
    stage.browser.run("window.here = 1", vec![]).await?;
    look(stage).await?;
    stage.browser.see(&stage.msg("update-title")?).await?;
    stage.go("nav-diary", "diary-title").await?;
    let here = stage.browser.run("return window.here", vec![]).await?;
    ensure!(here == json!(1), "the page reloaded by itself");
    stage.browser.reload().await?;
    stage.browser.is_ready().await?;
    ensure!(build(stage).await? == old, "a reload took the new version without being asked");
    stage.browser.press("button", &stage.msg("update-action")?).await?;
    wait::until("the new version", async || {
        Ok((build(stage).await? == "00000000000000b2").then_some(()))
    })
    .await?;
    stage.browser.is_ready().await?;
    stage.browser.find("heading", &stage.msg("diary-title")?).await?;
    stage.browser.absent("button", &stage.msg("update-action")?).await?;
    // And it is whole: it opens with the host gone.
    stage.server.stop().await;
    stage.browser.reload().await?;
    stage.browser.is_ready().await?;
    ensure!(build(stage).await? == "00000000000000b2", "the old version came back");
    Ok("announced, waited, taken by one tap, on the same page".to_owned())
}

/// A new version with one wrong file never comes in: missing, altered, a page instead of it, a
/// portal's answer (U-04).
pub(crate) async fn broken(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    stage.kept_offline().await?;
    let old = build(stage).await?;
    let portal = b"<!doctype html><title>Sign in</title>".to_vec();
    let faults = [
        ("/notes.js", Fault::Status(404)),
        ("/notes.js", Fault::Instead("text/javascript", b"// altered".to_vec())),
        ("/rescue.js", Fault::Instead("text/html", portal.clone())),
        ("/index.html", Fault::Instead("text/html", portal)),
    ];
    let mut refused = 0;
    for (round, (path, fault)) in faults.into_iter().enumerate() {
        let next = release::another(&stage.dist, &format!("00000000000000c{round}"))?;
        stage.server.serve(next.path())?;
        stage.server.misbehave(path, fault);
        look(stage).await?;
        stage.browser.reload().await?;
        stage.browser.is_ready().await?;
        ensure!(build(stage).await? == old, "round {round}: a broken version came in");
        let offers = stage.browser.all("button", Name::Is(&stage.msg("update-action")?)).await?;
        ensure!(offers.is_empty(), "round {round}: a broken version is offered");
        stage.server.behave();
        refused += 1;
    }
    stage.server.stop().await;
    stage.browser.reload().await?;
    stage.browser.is_ready().await?;
    ensure!(build(stage).await? == old, "another version than the old one opened offline");
    let mended = release::another(&stage.dist, "00000000000000d0")?;
    stage.server.serve(mended.path())?;
    stage.server.go_on()?;
    look(stage).await?;
    stage.browser.see(&stage.msg("update-title")?).await?;
    Ok(format!(
        "{refused} of 4 refused, the old one still opens offline, the mended one is offered"
    ))
}

/// The host goes away before the app is kept for offline use: the app says so and works on, and
/// trying again keeps it (U-02).
pub(crate) async fn broken_off(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    // Only the worker asks for this one.
    stage.server.misbehave("/rescue.html", Fault::Slow(Duration::from_mins(2)));
    stage.open().await?;
    wait::until("the worker to ask for its files", async || {
        let hits = stage.server.take_hits();
        Ok(hits.iter().any(|hit| hit.line.contains("/plain.css")).then_some(()))
    })
    .await?;
    stage.visit(app::place("settings/keeping")?).await?;
    stage.server.stop().await;
    page.see(&stage.msg("offline-setup-broken")?).await?;
    hand::write(stage, "While the host is away", 5, 0).await?;
    stage.visit(app::place("settings/keeping")?).await?;
    page.see(&stage.msg("offline-setup-broken")?).await?;
    // Too early: it says the same, and can be tried once more.
    page.press("button", &stage.msg("common-try-again")?).await?;
    let state = "return document.documentElement.dataset.offline";
    wait::until("the second try to be over", async || {
        Ok((page.run(state, vec![]).await? == json!("failed")).then_some(()))
    })
    .await?;
    page.see(&stage.msg("offline-setup-broken")?).await?;
    stage.server.behave();
    stage.server.go_on()?;
    page.press("button", &stage.msg("common-try-again")?).await?;
    stage.kept_offline().await?;
    page.see(&stage.msg("offline-ready")?).await?;
    stage.server.stop().await;
    page.reload().await?;
    page.is_ready().await?;
    hand::open(stage, "While the host is away").await?;
    Ok("said at once, works on, kept by trying again, opens with the host gone".to_owned())
}

/// A new version arrives file by file: with half of its files there it never comes in, whichever
/// half it is, and not one of its files is kept (U-05).
pub(crate) async fn half(stage: &mut Stage) -> Result<String> {
    const ORDERS: usize = 20;
    const MARK: &str = "of-the-next-build";
    const CHANGED: [&str; 6] =
        ["404.html", "notes.html", "notes.js", "plain.css", "rescue.html", "rescue.js"];
    let kept = "let marked = 0;
        const names = await caches.keys();
        for (const name of names) {
          const cache = await caches.open(name);
          for (const request of await cache.keys())
            if (/\\.(html|js|css)$/.test(request.url)
              && (await (await cache.match(request)).text()).includes(args[0])) marked += 1;
        }
        const registration = await navigator.serviceWorker.getRegistration();
        return [names.length, marked, Boolean(registration.waiting)];";
    stage.open().await?;
    stage.kept_offline().await?;
    let old = build(stage).await?;
    let next = release::another(&stage.dist, "00000000000000e5")?;
    release::mark(next.path(), &CHANGED, MARK)?;
    stage.server.serve(next.path())?;
    let mut files: Vec<&str> = CHANGED.into_iter().chain(["index.html", "sw.js"]).collect();
    let mut refused = 0;
    for order in 0..ORDERS {
        // Another order each time: turned, and every second time with two of a distance swapped.
        files.rotate_left(3);
        files.swap(order % 4, 7 - order % 3);
        stage.server.behave();
        for late in &files[..files.len() / 2] {
            let bytes = std::fs::read(stage.dist.join(late))?;
            let kind = match late.rsplit('.').next() {
                Some("html") => "text/html",
                Some("css") => "text/css",
                _ => "text/javascript",
            };
            stage.server.misbehave(&format!("/{late}"), Fault::Instead(kind, bytes));
        }
        look(stage).await?;
        let state = stage.browser.run_async(kept, vec![json!(MARK)]).await?;
        ensure!(state == json!([1, 0, false]), "{files:?}: caches, marked, waits: {state}");
        refused += 1;
    }
    stage.browser.reload().await?;
    stage.browser.is_ready().await?;
    ensure!(build(stage).await? == old, "another version than the old one runs");
    stage.server.behave();
    look(stage).await?;
    stage.browser.see(&stage.msg("update-title")?).await?;
    let state = stage.browser.run_async(kept, vec![json!(MARK)]).await?;
    // The six, and the old version beside the one that waits.
    ensure!(state == json!([2, CHANGED.len(), true]), "the whole new version: {state}");
    Ok(format!(
        "{refused} of {ORDERS} orders: never mixed, the old one stays; whole, it is offered"
    ))
}
