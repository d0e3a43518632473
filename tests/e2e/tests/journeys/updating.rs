//! A new version waits for the person, comes whole or not at all, and costs nothing.

use satkarya_e2e::{Result, ensure, page::Name, release, runner::Stage, server::Fault, wait};
use serde_json::json;

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
