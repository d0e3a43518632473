//! Proofs that the harness does in each engine what its names promise.

use std::time::Duration;

use satkarya_e2e::{
    Result, browser::Setup, devtools::DevTools, engine::Engine, ensure, page::Name, runner::Stage,
    server::Fault, wait,
};
use serde_json::{Value, json};

/// Finding by role and name, mouse, finger, real keys in four scripts, scripts under the policy.
pub(crate) async fn page(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.web().goto(stage.server.url()).await?;
    page.find("heading", "Probe").await?;
    page.press("button", "Count").await?;
    page.see("1 counted by mouse").await?;
    page.tap("button", "Count").await?;
    // WebKitGTK has no finger: there it presses as a mouse does.
    let finger = if page.engine() == Engine::WebKit { "mouse" } else { "touch" };
    page.see(&format!("2 counted by {finger}")).await?;
    let words = "rain बारिश مطر 🙂👨‍👩‍👧";
    let field = page.write("textbox", "Words", words).await?;
    let typed = field.prop("value").await?.unwrap_or_default();
    ensure!(typed == words, "typed {words}, got {typed}");
    page.chord(&['\u{e008}'], '\u{e012}').await?;
    let selected = page
        .run("const t = document.activeElement; return t.selectionEnd - t.selectionStart", vec![])
        .await?;
    ensure!(selected.as_i64() > Some(0), "Shift and Left selected nothing");
    page.keys("\u{e004}").await?;
    let focus = page.run("return document.activeElement.localName", vec![]).await?;
    ensure!(focus == json!("button"), "Tab went to {focus}");
    let inline = page
        .run_async(
            "const s = document.createElement('div');
             try { s.innerHTML = '<b>x</b>'; return 'allowed'; } catch (e) { return e.name; }",
            vec![],
        )
        .await?;
    ensure!(inline == json!("TypeError"), "Trusted Types are off: {inline}");
    Ok("mouse, finger, 4 scripts by keys, Trusted Types on".to_owned())
}

/// The server can go away, come back, lie, and tell what was asked of it.
pub(crate) async fn offline(stage: &mut Stage) -> Result<String> {
    let url = stage.server.url();
    stage.browser.web().goto(&url).await?;
    stage.browser.find("heading", "Probe").await?;
    let worker =
        "return !!(await navigator.serviceWorker.ready) && !!navigator.serviceWorker.controller";
    wait::until("the worker", async || {
        Ok((stage.browser.run_async(worker, vec![]).await? == json!(true)).then_some(()))
    })
    .await?;
    let online = stage.server.take_hits();
    ensure!(online.iter().all(|hit| hit.referrer.is_none()), "a referrer was sent: {online:?}");
    ensure!(online.iter().any(|hit| hit.line == "GET /sw.js"), "no worker asked for: {online:?}");
    stage.browser.reload().await?;
    stage.server.take_hits();
    stage.server.stop().await;
    stage.browser.reload().await?;
    stage.browser.find("heading", "Probe").await?;
    ensure!(stage.server.take_hits().is_empty(), "a stopped server was reached");
    stage.server.go_on()?;
    stage.server.misbehave("/missing.txt", Fault::Instead("text/plain", b"lie".to_vec()));
    let ask = "return (await (await fetch('missing.txt')).text())";
    let lie = stage.browser.run_async(ask, vec![]).await?;
    ensure!(lie == json!("lie"), "the lie did not arrive: {lie}");
    stage.server.behave();
    Ok(format!("{} requests online, 0 offline", online.len()))
}

/// axe runs under the policy and finds what is wrong.
pub(crate) async fn checker(stage: &mut Stage) -> Result<String> {
    let source = satkarya_e2e::axe::source(&stage.lab.target.join("tools"))?;
    let page = &stage.browser;
    page.web().goto(stage.server.url()).await?;
    page.find("heading", "Probe").await?;
    let (wrong, passed) =
        satkarya_e2e::axe::check(page, &source, satkarya_e2e::axe::Rules::All).await?;
    ensure!(wrong.is_empty(), "the probe page is not clean: {wrong:?}");
    page.run(
        "document.querySelector('label').replaceWith(document.querySelector('textarea'))",
        vec![],
    )
    .await?;
    let (wrong, _) = satkarya_e2e::axe::check(page, &source, satkarya_e2e::axe::Rules::All).await?;
    ensure!(wrong.iter().any(|v| v.rule == "label"), "a missing label was not found: {wrong:?}");
    Ok(format!("{passed} rules pass, a missing label is found"))
}

/// Pages of two sizes in two themes.
pub(crate) async fn pictures(stage: &mut Stage) -> Result<String> {
    let dark = stage.another(Setup { dark: true, ..Setup::default() }).await?;
    let mut sizes = Vec::new();
    for (browser, theme) in [(&stage.browser, "light"), (&dark, "dark")] {
        browser.web().goto(stage.server.url()).await?;
        for (width, height) in [(1280, 800), (360, 740)] {
            if let Err(error) = browser.viewport(width, height).await {
                sizes.push(format!("no {width}: {error}"));
                continue;
            }
            browser.shoot(&stage.picture(&format!("{width}-{theme}"))).await?;
            sizes.push(format!("{width} {theme}"));
        }
        let is_dark =
            browser.run("return matchMedia('(prefers-color-scheme: dark)').matches", vec![]);
        let is_dark = is_dark.await?;
        ensure!(is_dark == json!(theme == "dark"), "{theme} is not {theme}");
    }
    Ok(sizes.join(", "))
}

/// The network log sees workers from their first request; a tab can be crashed and come back.
pub(crate) async fn devtools(stage: &mut Stage) -> Result<String> {
    let tools = DevTools::listen(&stage.browser).await?;
    let page = &stage.browser;
    page.web().goto(stage.server.url()).await?;
    page.find("heading", "Probe").await?;
    wait::until("the worker's requests", async || {
        let hits = tools.targets("service_worker");
        Ok((!hits.is_empty()).then_some(()))
    })
    .await?;
    tools.settle(Duration::from_millis(500)).await;
    let requests = tools.take_requests();
    let by = |asker: &str| requests.iter().filter(|r| r.asker == asker).count();
    ensure!(by("page") == 3, "the page's requests are missing: {requests:?}");
    ensure!(by("service_worker") == 4, "the worker's requests are missing: {requests:?}");
    page.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": "Asia/Kolkata" })).await?;
    let zone = page.run("return new Date(2026, 0, 1).getTimezoneOffset()", vec![]).await?;
    ensure!(zone == json!(-330), "the zone is {zone}");
    let first = page.web().window().await?;
    let second = page.web().new_tab().await?;
    page.web().switch_to_window(second).await?;
    page.web().goto(stage.server.url()).await?;
    page.crash_tab(&first).await?;
    page.find("heading", "Probe").await?;
    Ok(format!("{} requests of the page, {} of its worker", by("page"), by("service_worker")))
}

/// Blocked storage, no WebAssembly, no IndexedDB, private windows, zones and languages.
pub(crate) async fn setups(stage: &mut Stage) -> Result<String> {
    let look = "
        const attempt = f => { try { return String(f()); } catch (e) { return e.name; } };
        return [
          attempt(() => { localStorage.setItem('a', '1'); return localStorage.getItem('a'); }),
          typeof WebAssembly,
          await new Promise(done => {
            try {
              const open = indexedDB.open('probe');
              open.onsuccess = () => done('opens');
              open.onerror = () => done(open.error.name);
            } catch (e) { done(e.name); }
          }),
          new Intl.DateTimeFormat().resolvedOptions().timeZone,
          navigator.language,
        ].join(' ')";
    let plain = Setup::default();
    let setups = [
        ("plain", plain),
        ("blocked", Setup { blocked: true, ..plain }),
        ("no wasm", Setup { no_wasm: true, ..plain }),
        ("no IndexedDB", Setup { no_indexed_db: true, ..plain }),
        ("private", Setup { private: true, ..plain }),
        ("Thai", Setup { zone: Some("Asia/Bangkok"), language: Some("th-TH"), ..plain }),
    ];
    let mut seen = Vec::new();
    for (name, setup) in setups {
        let browser = stage.another(setup).await?;
        browser.web().goto(stage.server.url()).await?;
        browser.find("heading", Name::Any).await?;
        let answer = browser.run_async(look, vec![]).await?;
        seen.push(format!("{name}: {}", answer.as_str().unwrap_or_default()));
        if matches!(answer, Value::Null) {
            satkarya_e2e::bail!("{name} gave no answer");
        }
    }
    Ok(seen.join(" | "))
}

/// A crash of the engine is told from a browser that was killed, and from a page that is well.
pub(crate) async fn crash(stage: &mut Stage) -> Result<String> {
    stage.browser.web().goto(stage.server.url()).await?;
    stage.browser.kill().await?;
    stage.browser.restart().await?;
    stage.browser.web().goto(stage.server.url()).await?;
    stage.browser.find("heading", "Probe").await?;
    ensure!(!stage.browser.crashed(), "a killed browser is taken for a crash");
    stage.browser.crash_page()?;
    wait::until("the note of the crash", async || Ok(stage.browser.crashed().then_some(())))
        .await?;
    Ok("1 of 1 crash noted, 0 of 1 kill".to_owned())
}
