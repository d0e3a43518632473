//! One tab writes, the others look on, and the writing moves without loss.

use satkarya_e2e::{Result, WindowHandle, ensure, page::Name, runner::Stage, wait};
use serde_json::json;

use crate::hand;

/// Whether the open tab says that another one writes; none while it cannot be told yet.
pub(crate) async fn follows(stage: &Stage) -> Result<bool> {
    stage.browser.is_ready().await?;
    let take = stage.msg("other-tab-take")?;
    Ok(!stage.browser.all("button", Name::Is(&take)).await?.is_empty())
}

/// Two tabs that start together: exactly one writes, every time (C-01).
pub(crate) async fn together(stage: &mut Stage) -> Result<String> {
    let rounds = stage.rounds(25, 50);
    stage.open().await?;
    let web = stage.browser.web();
    let first = web.window().await?;
    let second = web.new_tab().await?;
    web.switch_to_window(second.clone()).await?;
    stage.open().await?;
    for round in 0..rounds {
        let restart = "setTimeout(() => location.reload(), 0)";
        let old = "document.documentElement.dataset.boot = 'old'";
        for tab in [&first, &second] {
            web.switch_to_window(tab.clone()).await?;
            stage.browser.run(&format!("{old}; {restart}"), vec![]).await?;
        }
        let mut writers = Vec::new();
        let settled = wait::until("one writer", async || {
            writers = writers_among(stage, [&first, &second]).await?;
            Ok((writers.iter().filter(|w| **w).count() == 1).then_some(()))
        });
        if settled.await.is_err() {
            satkarya_e2e::bail!("round {round}: {writers:?} write");
        }
    }
    Ok(format!("exactly one writer, {rounds} of {rounds}"))
}

async fn writers_among(stage: &Stage, tabs: [&WindowHandle; 2]) -> Result<Vec<bool>> {
    let mut writers = Vec::new();
    for tab in tabs {
        stage.browser.web().switch_to_window(tab.clone()).await?;
        writers.push(!follows(stage).await?);
    }
    Ok(writers)
}

/// "Continue here" moves the writing; the old tab says so; closing the writer frees it.
pub(crate) async fn take_over(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    let web = stage.browser.web();
    let first = web.window().await?;
    let second = web.new_tab().await?;
    web.switch_to_window(second.clone()).await?;
    stage.open().await?;
    ensure!(follows(stage).await?, "two tabs write");
    let mut moved = 0;
    for (taker, loser) in [(&second, &first), (&first, &second), (&second, &first)] {
        web.switch_to_window(taker.clone()).await?;
        stage.browser.press("button", &stage.msg("other-tab-take")?).await?;
        stage.browser.absent("button", &stage.msg("other-tab-take")?).await?;
        web.switch_to_window(loser.clone()).await?;
        stage.browser.see(&stage.msg("moved-tab-title")?).await?;
        moved += 1;
    }
    web.switch_to_window(second).await?;
    web.close_window().await?;
    web.switch_to_window(first).await?;
    stage.browser.reload().await?;
    ensure!(!follows(stage).await?, "nobody writes after the writer closed");
    Ok(format!("moved {moved} times, and freed by closing"))
}

/// A writer whose lock was taken by force, as happens to a frozen tab, writes nothing more when
/// it goes on, and keeps what is typed as a draft (C-05).
pub(crate) async fn stolen(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Written by the rightful tab", 6, 0).await?;
    stage.go("nav-today", "today-title").await?;
    let steal = "await new Promise(done => navigator.locks.request('sk1-writer', { steal: true },
          () => { done(); return new Promise(() => {}); }));";
    stage.browser.run_async(steal, vec![]).await?;
    let before = stage.browser.stored().await?;
    stage.browser.press("radio", Name::Starts("3, ")).await?;
    stage.browser.find("status", &stage.msg("save-follower")?).await?;
    let after = stage.browser.stored().await?;
    let written: Vec<_> = after
        .iter()
        .filter(|(key, value)| !key.starts_with("sk1.d.") && before.get(*key) != Some(*value))
        .map(|(key, _)| key)
        .collect();
    ensure!(written.is_empty(), "a tab without the lock wrote {written:?}");
    let drafts = after.keys().filter(|key| key.starts_with("sk1.d.")).count();
    ensure!(drafts == 1, "{drafts} drafts are kept");
    Ok("0 writes after the lock was stolen, the text kept as a draft".to_owned())
}

/// The same entry is changed in both tabs: the later words are shown, the others are an earlier
/// version (C-03).
pub(crate) async fn both_edit(stage: &mut Stage) -> Result<String> {
    let rounds = stage.rounds(2, 20);
    stage.open().await?;
    let web = stage.browser.web();
    let first = web.window().await?;
    for round in 0..rounds {
        let name = format!("Common words {round}");
        hand::write(stage, &name, 6, 0).await?;
        let second = web.new_tab().await?;
        web.switch_to_window(second.clone()).await?;
        stage.open().await?;
        hand::edit(stage, &name).await?;
        hand::type_what(stage, ", said the second").await?;
        web.switch_to_window(first.clone()).await?;
        hand::edit(stage, &name).await?;
        hand::type_what(stage, ", said the first").await?;
        hand::done(stage).await?;
        web.switch_to_window(second).await?;
        stage.browser.press("button", &stage.msg("other-tab-take")?).await?;
        stage.browser.absent("button", &stage.msg("other-tab-take")?).await?;
        hand::done(stage).await?;
        let (_, file) = hand::export(stage).await?;
        let told = file["records"].as_array().into_iter().flatten();
        let told = told.filter(|it| it["body"]["entry"]["what"].to_string().contains(&name));
        let told: Vec<_> = told.collect();
        ensure!(told.len() == 1, "{} entries are there of one", told.len());
        let now = told[0]["body"]["entry"]["what"].to_string();
        let earlier = told[0]["versions"].to_string();
        ensure!(now == json!(format!("{name}, said the second")).to_string(), "shown is {now}");
        ensure!(earlier.contains(&format!("{name}, said the first")), "earlier are {earlier}");
        web.close_window().await?;
        web.switch_to_window(first.clone()).await?;
        stage.browser.press("button", &stage.msg("other-tab-take")?).await?;
        stage.browser.absent("button", &stage.msg("other-tab-take")?).await?;
    }
    Ok(format!("later words shown and earlier ones kept, {rounds} of {rounds}"))
}
