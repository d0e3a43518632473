//! The writing moves between tabs many times, and through mishaps, without loss.

use std::time::{Duration, Instant};

use satkarya_e2e::{
    Result, WindowHandle, engine::Engine, ensure, page::Name, release, runner::Stage, wait,
};
use serde_json::json;

use crate::{checkin::lists, hand, tabs::follows, updating};

/// Opens another tab with the app and stays in it.
pub(crate) async fn another_tab(stage: &Stage) -> Result<WindowHandle> {
    let tab = stage.browser.web().new_tab().await?;
    stage.browser.web().switch_to_window(tab.clone()).await?;
    stage.open().await?;
    Ok(tab)
}

/// Takes the writing over in the open tab.
pub(crate) async fn take(stage: &Stage) -> Result<()> {
    let take = stage.msg("other-tab-take")?;
    stage.browser.press("button", &take).await?;
    stage.browser.absent("button", &take).await
}

/// One entry by one tap, saved; Today lists so many afterwards.
async fn quiet(stage: &Stage, total: u64) -> Result<()> {
    stage.browser.press("button", &stage.msg("checkin-nothing-much")?).await?;
    lists(stage, total).await?;
    hand::saved(stage).await
}

/// How many entries a backup file of now holds.
async fn in_file(stage: &Stage) -> Result<usize> {
    let (_, file) = hand::export(stage).await?;
    Ok(hand::living(&file)?.len())
}

/// Saves in two tabs that take the writing from each other: every entry is there (C-02).
pub(crate) async fn alternating(stage: &mut Stage) -> Result<String> {
    const SAVES: u64 = 3;
    let rounds = stage.rounds(20, 167);
    stage.open().await?;
    let web = stage.browser.web();
    let first = web.window().await?;
    quiet(stage, 1).await?;
    let second = another_tab(stage).await?;
    let mut total = 1;
    for round in 0..rounds {
        let tab = if round % 2 == 0 { &second } else { &first };
        web.switch_to_window(tab.clone()).await?;
        take(stage).await?;
        lists(stage, total).await?;
        for _ in 0..SAVES {
            total += 1;
            quiet(stage, total).await?;
        }
    }
    let found = in_file(stage).await?;
    ensure!(u64::try_from(found)? == total, "{found} of {total} entries are in the file");
    Ok(format!("{found} of {total} entries there after {rounds} take-overs"))
}

/// The writing tab goes in the middle of a save: crashed in Chromium, closed elsewhere. The other
/// takes over, everything saved before is there, and the last entry is whole or was never made
/// (C-04).
pub(crate) async fn gone_while_saving(stage: &mut Stage) -> Result<String> {
    let rounds = stage.rounds(10, 50);
    stage.open().await?;
    let web = stage.browser.web();
    let first = web.window().await?;
    let (mut total, mut kept) = (1, 0);
    quiet(stage, total).await?;
    for round in 0..rounds {
        another_tab(stage).await?;
        take(stage).await?;
        stage.browser.press("radio", Name::Starts("6, ")).await?;
        // Nothing is waited for.
        if stage.browser.engine() == Engine::Chromium {
            stage.browser.crash_tab(&first).await?;
        } else {
            web.close_window().await?;
            web.switch_to_window(first.clone()).await?;
        }
        take(stage).await?;
        stage.go("nav-today", "today-title").await?;
        let found = u64::try_from(in_file(stage).await?)?;
        ensure!([total, total + 1].contains(&found), "round {round}: {found} entries of {total}");
        kept += found - total;
        stage.go("nav-today", "today-title").await?;
        total = found + 1;
        quiet(stage, total).await?;
    }
    Ok(format!("{rounds} tabs gone while saving: {kept} last entries whole, 0 earlier ones lost"))
}

/// Up to five tabs (ten where it is thorough) open, close and take over at random: never two writers, no entry lost (C-08).
pub(crate) async fn many(stage: &mut Stage) -> Result<String> {
    let least = stage.rounds(Duration::ZERO, Duration::from_mins(5));
    let most = stage.rounds(5, 10);
    let start = Instant::now();
    stage.open().await?;
    let web = stage.browser.web();
    let mut tabs = vec![web.window().await?];
    let (mut total, mut samples, mut chance) = (0, 0, 20_261_124_u64);
    for step in 0.. {
        if step >= 40 && start.elapsed() >= least {
            break;
        }
        // The same run every time.
        chance =
            chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let dice = usize::try_from(chance >> 33)?;
        let at = dice % tabs.len();
        web.switch_to_window(tabs[at].clone()).await?;
        match dice / 8 % 4 {
            0 if tabs.len() < most => tabs.push(another_tab(stage).await?),
            1 if tabs.len() > 1 => {
                web.close_window().await?;
                tabs.remove(at);
            }
            _ => {
                if follows(stage).await? {
                    take(stage).await?;
                }
                lists(stage, total).await?;
                total += 1;
                quiet(stage, total).await?;
            }
        }
        wait::until(&format!("at most one writer after step {step}"), async || {
            let mut writers = 0;
            for tab in &tabs {
                web.switch_to_window(tab.clone()).await?;
                writers += usize::from(!follows(stage).await?);
            }
            Ok((writers <= 1).then_some(()))
        })
        .await?;
        samples += 1;
    }
    if follows(stage).await? {
        take(stage).await?;
    }
    let found = u64::try_from(in_file(stage).await?)?;
    ensure!(found == total, "{found} of {total} entries are in the file");
    Ok(format!("{found} of {total} entries there, at most one writer in {samples} samples"))
}

/// Opens the app in the open tab as a browser would that knows no locks between tabs.
async fn open_without_locks(stage: &Stage) -> Result<()> {
    let source = "Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });";
    let script = json!({ "source": source });
    stage.browser.devtools("Page.addScriptToEvaluateOnNewDocument", script).await?;
    stage.open().await?;
    let locks = stage.browser.run("return navigator.locks === undefined", vec![]).await?;
    ensure!(locks == json!(true), "this browser has locks");
    Ok(())
}

/// Without locks nobody writes unasked; on the person's word this tab does, also after a kill
/// (C-07).
pub(crate) async fn no_locks(stage: &mut Stage) -> Result<String> {
    let mut total = 0;
    for _ in 0..2 {
        open_without_locks(stage).await?;
        ensure!(follows(stage).await?, "a tab writes without being told to");
        take(stage).await?;
        lists(stage, total).await?;
        total += 1;
        quiet(stage, total).await?;
        stage.browser.kill().await?;
        stage.browser.restart().await?;
    }
    open_without_locks(stage).await?;
    lists(stage, total).await?;
    let first = stage.browser.web().window().await?;
    take(stage).await?;
    let second = stage.browser.web().new_tab().await?;
    stage.browser.web().switch_to_window(second).await?;
    open_without_locks(stage).await?;
    ensure!(follows(stage).await?, "a second tab writes without being told to");
    take(stage).await?;
    stage.browser.web().switch_to_window(first).await?;
    stage.browser.see(&stage.msg("moved-tab-title")?).await?;
    Ok(format!("asked first in 4 of 4 starts, {total} of {total} entries there after kills"))
}

/// A tab with the old version beside one that took the new: it gives way, says so, and writes
/// nothing more (C-09).
pub(crate) async fn old_and_new(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    stage.kept_offline().await?;
    quiet(stage, 1).await?;
    let first = stage.browser.web().window().await?;
    let old = updating::build(stage).await?;
    another_tab(stage).await?;
    let next = release::another(&stage.dist, "00000000000000e9")?;
    stage.server.serve(next.path())?;
    updating::look(stage).await?;
    stage.browser.press("button", &stage.msg("update-action")?).await?;
    wait::until("the new version", async || {
        Ok((updating::build(stage).await? != old).then_some(()))
    })
    .await?;
    stage.browser.is_ready().await?;
    take(stage).await?;
    lists(stage, 1).await?;
    quiet(stage, 2).await?;
    let new = stage.browser.web().window().await?;
    stage.browser.web().switch_to_window(first).await?;
    ensure!(updating::build(stage).await? == old, "the first tab took the new version by itself");
    stage.browser.see(&stage.msg("moved-tab-title")?).await?;
    let before = stage.browser.stored().await?;
    stage.browser.press("radio", Name::Starts("3, ")).await?;
    stage.browser.find("status", &stage.msg("save-follower")?).await?;
    let mut after = stage.browser.stored().await?;
    after.retain(|key, _| !key.starts_with("sk1.d."));
    ensure!(after == before, "the tab with the old version wrote");
    stage.browser.web().switch_to_window(new).await?;
    quiet(stage, 3).await?;
    Ok("the old version gave way to the new: 0 writes, its text kept as a draft".to_owned())
}
