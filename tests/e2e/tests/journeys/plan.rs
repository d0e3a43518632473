//! A course of IPT: where somebody is, what they log, and that nothing of it is lost.

use satkarya_e2e::{Result, app, browser::Setup, ensure, page::Name, runner::Stage, wait};
use serde_json::{Value, json};

use crate::hand;

/// What the first section of Journey says of the place.
async fn place(stage: &Stage, phase: &str, n: u8, total: u8) -> Result<()> {
    let (n, total) = (n.to_string(), total.to_string());
    let words =
        stage.lab.words.msg_with(&format!("plan-at-{phase}"), &[("n", &n), ("total", &total)])?;
    stage.browser.see(&words).await
}

/// Says on the plan's page where one is with IPT.
pub(crate) async fn choose(stage: &Stage, mode: &str) -> Result<()> {
    stage.go("nav-journey", "journey-title").await?;
    stage.browser.press("link", &stage.msg("plan-invite-action")?).await?;
    stage.browser.find("heading", &stage.msg("plan-title")?).await?;
    let name = stage.lab.words.msg_with("plan-choose", &[("mode", &stage.msg(mode)?)])?;
    stage.browser.press("button", &name).await
}

/// Types a number of sessions in place of what stands there, and leaves the field by Enter.
pub(crate) async fn total(stage: &Stage, n: &str) -> Result<()> {
    stage.visit(app::place("plan")?).await?;
    let field = stage.browser.find("textbox", &stage.msg("plan-total")?).await?;
    stage.browser.run("arguments[0].select()", vec![field.to_json()?]).await?;
    stage.browser.write_to(&field, &format!("{n}\n")).await
}

/// Logs a session from Journey with a line about it.
pub(crate) async fn log(stage: &Stage, words: &str) -> Result<()> {
    stage.go("nav-journey", "journey-title").await?;
    stage.browser.press("button", &stage.msg("sessions-log")?).await?;
    stage.browser.write("textbox", Name::Starts(&stage.msg("session-talked")?), words).await?;
    Ok(())
}

/// Leaves the page of a session by its button.
pub(crate) async fn done(stage: &Stage) -> Result<()> {
    stage.browser.press("button", &stage.msg("common-done")?).await?;
    stage.browser.find("heading", &stage.msg("journey-title")?).await?;
    hand::saved(stage).await
}

/// The bodies of one kind in a backup file, without what is in the bin.
fn bodies<'a>(file: &'a Value, kind: &'a str) -> Vec<&'a Value> {
    let records = file["records"].as_array().map_or(&[][..], Vec::as_slice).iter();
    let there = records.filter(|record| record["removed"].is_null());
    there.map(|record| &record["body"][kind]).filter(|body| body.is_object()).collect()
}

/// Twelve sessions, three of them attended and one that did not take place; then sixteen, taken
/// back and done again, a reload, a session deleted and brought back, and a new course.
pub(crate) async fn course(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    choose(stage, "mode-in-ipt").await?;
    for wrong in ["7", "21"] {
        total(stage, wrong).await?;
        page.see(&stage.msg("plan-total-range")?).await?;
    }
    total(stage, "12").await?;
    page.unsee(&stage.msg("plan-total-range")?).await?;
    stage.go("nav-journey", "journey-title").await?;
    place(stage, "beginning", 1, 12).await?;
    // One that was only opened does not count and is nowhere.
    page.press("button", &stage.msg("sessions-log")?).await?;
    page.find("heading", &stage.msg("session-plain")?).await?;
    stage.go("nav-journey", "journey-title").await?;
    place(stage, "beginning", 1, 12).await?;
    for (n, phase, words) in
        [(2, "beginning", "Hello"), (3, "beginning", "My people"), (4, "middle", "The row")]
    {
        log(stage, words).await?;
        done(stage).await?;
        place(stage, phase, n, 12).await?;
    }
    log(stage, "The train").await?;
    page.press("radio", Name::Starts(&stage.msg("attendance-missed")?)).await?;
    done(stage).await?;
    place(stage, "middle", 4, 12).await?;

    total(stage, "16").await?;
    page.see("Before: Beginning 1 to 3").await?;
    page.press("button", &stage.msg("common-undo")?).await?;
    stage.go("nav-journey", "journey-title").await?;
    place(stage, "middle", 4, 12).await?;
    total(stage, "16").await?;
    stage.go("nav-journey", "journey-title").await?;
    place(stage, "beginning", 4, 16).await?;
    hand::saved(stage).await?;
    page.reload().await?;
    page.is_ready().await?;
    place(stage, "beginning", 4, 16).await?;
    stage.go("nav-today", "today-title").await?;
    place(stage, "beginning", 4, 16).await?;

    stage.visit(app::place("plan/pages")?).await?;
    page.press("link", Name::Has("The row")).await?;
    page.press("button", &stage.msg("common-done")?).await?;
    page.find("heading", &stage.msg("sessions-title")?).await?;
    page.press("link", Name::Has("The row")).await?;
    page.press("button", &stage.msg("session-delete")?).await?;
    page.see(&stage.msg("session-deleted")?).await?;
    page.absent("link", Name::Has("The row")).await?;
    page.press("button", &stage.msg("common-undo")?).await?;
    page.find("link", Name::Has("The row")).await?;

    let (file, told) = hand::export(stage).await?;
    let courses = bodies(&told, "course");
    ensure!(courses == [&json!({ "mode": "in_ipt", "total": 16 })], "courses: {courses:?}");
    let mut states: Vec<String> = bodies(&told, "session")
        .iter()
        .map(|it| format!("{} {}", it["state"].as_str().unwrap_or(""), it["talked"]))
        .collect();
    states.sort();
    let expected = [
        r#"attended "Hello""#,
        r#"attended "My people""#,
        r#"attended "The row""#,
        r#"missed "The train""#,
    ];
    ensure!(states == expected, "sessions: {states:?}");

    stage.visit(app::place("plan")?).await?;
    page.press("button", &stage.msg("plan-new-action")?).await?;
    page.press("button", &stage.msg("plan-new-confirm")?).await?;
    page.see(&stage.msg("plan-new-done")?).await?;
    stage.visit(app::place("plan/pages")?).await?;
    let earlier = stage.lab.words.msg_with("sessions-earlier", &[("n", "4")])?;
    page.see(&earlier).await?;
    page.press("button", &stage.msg("common-undo")?).await?;
    page.find("link", Name::Has("The train")).await?;
    hand::saved(stage).await?;

    let fresh = stage.another(Setup::PLAIN).await?;
    // What the old browser saved goes with it.
    let kept = fresh.downloads().join("kept.json");
    std::fs::copy(&file, &kept)?;
    stage.browser = fresh;
    stage.open().await?;
    hand::import(stage, &kept).await?;
    stage.go("nav-journey", "journey-title").await?;
    place(stage, "beginning", 4, 16).await?;
    Ok("4 sessions, 1 plan: kept, undone, in the file and brought in elsewhere".to_owned())
}

/// Eight, twelve and twenty sessions: each phase at its first and last session, and what is said
/// halfway and when the ending begins. One course goes on, and its length is changed at each step.
pub(crate) async fn lengths(stage: &mut Stage) -> Result<String> {
    const TABLE: &[(u8, &str, &str)] = &[
        (2, "8", "beginning"),
        (3, "8", "middle"),
        (3, "12", "beginning"),
        (4, "12", "middle"),
        (4, "20", "beginning"),
        (5, "20", "middle"),
        (6, "8", "middle"),
        (6, "12", "middle"),
        (7, "8", "ending"),
        (9, "12", "middle"),
        (10, "12", "ending"),
        (12, "12", "ending"),
        (16, "20", "middle"),
        (17, "20", "ending"),
    ];
    let page = &stage.browser;
    stage.open().await?;
    choose(stage, "mode-in-ipt").await?;
    let mut said = 0;
    for n in 1..=17_u8 {
        for &(_, length, phase) in TABLE.iter().filter(|(at, ..)| *at == n) {
            total(stage, length).await?;
            stage.go("nav-journey", "journey-title").await?;
            place(stage, phase, n, length.parse()?).await?;
            if length != "12" {
                continue;
            }
            for (at, key) in [(6, "milestone-halfway"), (9, "milestone-ending")] {
                if n == at {
                    page.see(&stage.msg(key)?).await?;
                    said += 1;
                }
            }
        }
        log(stage, "A talk").await?;
        done(stage).await?;
    }
    ensure!(said == 2, "{said} of 2 said at their session");
    let n = TABLE.len();
    Ok(format!("{n} of {n} sessions in their phase, 2 of 2 said at theirs, in 3 lengths"))
}

/// Working alone is chosen only after what stands before it; parts of one's own are refused and
/// taken back; waiting and keeping well count nothing.
pub(crate) async fn modes(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    choose(stage, "mode-self-guided").await?;
    page.see(&stage.msg("alone-young")?).await?;
    page.find("link", &stage.msg("alone-help")?).await?;
    page.press("button", &stage.msg("alone-understand")?).await?;
    page.see("Beginning").await?;
    let pick = "const [label, value] = arguments;
        const list = [...document.querySelectorAll('.plan__parts select')]
          .find(it => it.labels[0].textContent.trim() === label);
        list.focus(); list.value = value;
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return list.value;";
    let label = |id: &str| stage.msg(id).map(|words| json!(words));
    total(stage, "12").await?;
    page.see("10 to 12").await?;
    for (part, n) in [("plan-beginning", "4"), ("plan-ending", "2")] {
        page.run(pick, vec![label(part)?, json!(n)]).await?;
    }
    page.see("5 to 10").await?;
    page.run(pick, vec![label("plan-beginning")?, json!("6")]).await?;
    page.see("7 to 10").await?;
    page.run(pick, vec![label("plan-ending")?, json!("5")]).await?;
    page.see(&stage.msg("plan-short-middle")?).await?;
    let shown = "return [...document.querySelectorAll('.plan__parts select')].map(it => it.value)";
    let shown = page.run(shown, vec![]).await?;
    ensure!(shown == json!(["6", "2"]), "the lists show {shown}");
    page.press("button", &stage.msg("plan-reset")?).await?;
    page.see("10 to 12").await?;

    page.press("radio", Name::Starts(&stage.msg("mode-waiting")?)).await?;
    page.see(&stage.msg("mode-waiting-limits")?).await?;
    page.absent("textbox", &stage.msg("plan-total")?).await?;
    page.press("radio", Name::Starts(&stage.msg("mode-keeping-well")?)).await?;
    page.see(&stage.msg("plan-medicine")?).await?;
    page.press("radio", Name::Starts(&stage.msg("pace-three-months")?)).await?;
    stage.go("nav-journey", "journey-title").await?;
    let pace = stage.msg("pace-three-months")?;
    page.see(&stage.lab.words.msg_with("plan-at-keeping-well", &[("pace", &pace)])?).await?;

    // A no to working alone leaves what was there.
    stage.visit(app::place("plan")?).await?;
    page.press("radio", Name::Starts(&stage.msg("mode-self-guided")?)).await?;
    page.press("button", &stage.msg("common-close")?).await?;
    wait::until("the answer to go back", async || {
        let chosen = "return document.querySelector('input[type=radio]:checked').value";
        Ok((page.run(chosen, vec![]).await? == json!("3")).then_some(()))
    })
    .await?;
    page.see(&stage.msg("plan-medicine")?).await?;
    Ok("4 answers, 1 asked before, 1 refusal of own parts".to_owned())
}

/// The day of the next session leaves for a calendar, and says nothing there.
pub(crate) async fn calendar(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    choose(stage, "mode-in-ipt").await?;
    log(stage, "A secret of ours").await?;
    let field = page.find("date", &stage.msg("session-next")?).await?;
    let day = hand::day(stage, -7).await?;
    let set = "const [field, day] = arguments;
        field.value = day;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(set, vec![field.to_json()?, json!(day)]).await?;
    done(stage).await?;
    page.press("button", &stage.msg("plan-calendar")?).await?;
    let text = stage.download(".ics").await?;
    let starts = format!("DTSTART;VALUE=DATE:{}\r\n", day.replace('-', ""));
    let title = format!("SUMMARY:{}\r\n", stage.msg("plan-calendar-title")?);
    ensure!(text.contains(&starts) && text.contains(&title), "the file says {text}");
    for word in ["IPT", "SatKarya", "ession", "secret"] {
        ensure!(!text.contains(word), "the file says {word}: {text}");
    }
    Ok("1 day in a calendar file, 4 words not in it".to_owned())
}
