//! One tab writes, the others look on, and the writing moves without loss.

use satkarya_e2e::{Result, WindowHandle, ensure, page::Name, runner::Stage, wait};

/// Whether the open tab says that another one writes; none while it cannot be told yet.
async fn follows(stage: &Stage) -> Result<bool> {
    stage.browser.is_ready().await?;
    let take = stage.msg("other-tab-take")?;
    Ok(!stage.browser.all("button", Name::Is(&take)).await?.is_empty())
}

/// Two tabs that start together: exactly one writes, every time (C-01).
pub(crate) async fn together(stage: &mut Stage) -> Result<String> {
    const ROUNDS: usize = 25;
    stage.open().await?;
    let web = stage.browser.web();
    let first = web.window().await?;
    let second = web.new_tab().await?;
    web.switch_to_window(second.clone()).await?;
    stage.open().await?;
    for round in 0..ROUNDS {
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
    Ok(format!("exactly one writer, {ROUNDS} of {ROUNDS}"))
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
