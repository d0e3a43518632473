//! Today leads on: one small step that fits, what was agreed before it, and sixteen sessions from
//! the first to keeping well.

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage};

use crate::{
    circle::{add, agree, focus},
    hand,
    plan::{choose, done, log, total},
};

const UP: &str = "\u{e013}";

/// The step that Today offers first, by its title.
async fn offered(stage: &Stage, title: &str) -> Result<()> {
    stage.go("nav-today", "today-title").await?;
    stage.browser.find("heading", &stage.msg("step-title")?).await?;
    stage.browser.see(title).await
}

/// In session 3 of 12 somebody finds from Today how to place people, to mark when the low spell
/// began and to choose a focus; what they agreed to try stands before all of it.
pub(crate) async fn leads_on(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    choose(stage, "mode-in-ipt").await?;
    total(stage, "12").await?;
    for _ in 0..2 {
        log(stage, "Hello").await?;
        done(stage).await?;
    }
    let open = stage.msg("step-open")?;
    let another = stage.msg("step-another")?;
    offered(stage, "Place one person on your circle").await?;
    page.press("link", &open).await?;
    page.find("heading", &stage.msg("circle-title")?).await?;
    add(stage, &["Asha"]).await?;
    stage.visit(app::place("rings")?).await?;
    focus(stage, "Asha").await?;
    page.keys(UP).await?;
    agree(stage, &[("Asha", "ring-around")]).await?;
    offered(stage, "Note the day of your next session").await?;
    page.press("button", &another).await?;
    page.see("Go on with your circle").await?;
    page.press("button", &another).await?;
    page.see("Mark when this low spell began").await?;
    page.press("link", &open).await?;
    page.find("heading", &stage.msg("line-title")?).await?;
    stage.go("nav-today", "today-title").await?;
    for title in ["Go on with your circle", "Mark when", "Where does it pinch?"] {
        page.press("button", &another).await?;
        page.see(title).await?;
    }
    page.press("link", &open).await?;
    page.find("heading", &stage.msg("pinch-title")?).await?;
    log(stage, "The row").await?;
    page.write("textbox", Name::Starts(&stage.msg("session-try")?), "Call Ruth on Sunday").await?;
    done(stage).await?;
    stage.go("nav-today", "today-title").await?;
    page.find("heading", &stage.msg("step-agreed")?).await?;
    page.see("Call Ruth on Sunday").await?;
    page.shoot(&stage.picture("agreed")).await?;
    Ok("3 of 3 ways found from Today, and what was agreed stands first".to_owned())
}

/// Sixteen sessions, one after the other, each in its phase; the look back at the
/// eighth, the ending announced at the twelfth, keeping well after the last.
pub(crate) async fn sixteen(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    choose(stage, "mode-in-ipt").await?;
    add(stage, &["Asha"]).await?;
    stage.visit(app::place("rings")?).await?;
    focus(stage, "Asha").await?;
    page.keys(UP).await?;
    agree(stage, &[("Asha", "ring-around")]).await?;
    let mut said = 0;
    for n in 1..=16_u8 {
        let phase = match n {
            1..=4 => "beginning",
            5..=12 => "middle",
            _ => "ending",
        };
        let n_words = n.to_string();
        let gaps = [("n", n_words.as_str()), ("total", "16")];
        stage.go("nav-journey", "journey-title").await?;
        page.see(&stage.lab.words.msg_with(&format!("plan-at-{phase}"), &gaps)?).await?;
        for (at, key) in [(8, "milestone-halfway"), (12, "milestone-ending")] {
            let words = stage.msg(key)?;
            if n == at {
                page.see(&words).await?;
                said += 1;
            } else {
                page.unsee(&words).await?;
            }
        }
        page.press("button", &stage.msg("sessions-log")?).await?;
        done(stage).await?;
    }
    page.see(&stage.lab.words.msg_with("plan-at-done", &[("total", "16")])?).await?;
    page.press("button", &stage.msg("milestone-done-action")?).await?;
    page.see(&stage.msg("mode-keeping-well")?.replace("I am keeping", "Keeping")).await?;
    hand::saved(stage).await?;
    ensure!(said == 2, "{said} of 2 said at their session");
    // The beginning and the middle ended on one day, so that there is one picture of it.
    let (_, file) = hand::export(stage).await?;
    let records = file["records"].as_array().map_or(&[][..], Vec::as_slice);
    let n_kept = records.iter().filter(|it| it["body"]["snapshot"].is_object()).count();
    ensure!(n_kept == 1, "{n_kept} pictures of the circle were kept");
    Ok("16 of 16 sessions in their phase, 2 of 2 said at theirs, keeping well after them; 1 \
        picture of the circle kept by itself"
        .to_owned())
}
