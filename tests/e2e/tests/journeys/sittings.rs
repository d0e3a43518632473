//! Questionnaires beside what is said of a total: left by closing the window, with little energy, answers
//! brought back, then and now, and what somebody takes to a doctor.

use std::time::Duration;

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage, wait};
use serde_json::json;

use crate::measures::{
    DOORS, NINE, SAID, SEVEN, TELL, answer, begin, fill, opened, panel, said, shut,
};
use crate::{hand, papers, sheet};

const WOBBLE: &str = "lower by 6: more than questionnaire wobble";

/// Answers to eight items and to the one about hurting oneself.
const fn only_last(value: u8) -> [Option<u8>; 9] {
    [None, None, None, None, None, None, None, None, Some(value)]
}

/// Brings in one that was ended with a total of 17, sixty days ago.
async fn ended_long_ago(stage: &Stage) -> Result<()> {
    let now = stage.browser.run("return Date.now()", vec![]).await?.as_u64().unwrap_or_default();
    let at = format!("{now:x}-0001-00000001");
    let answers = json!({ "q1": 3, "q2": 3, "q3": 3, "q4": 3, "q5": 3, "q6": 2, "q7": 0, "q8": 0,
        "q9": 0 });
    let filled = json!({ "measure": "nine", "day": hand::day(stage, 60).await?,
        "answers": answers, "ended": true });
    let record = json!({ "id": format!("{:026}", 1), "created": at, "changed": at,
        "body": { "filled": filled } });
    let file = json!({ "format": "satkarya", "version": 1, "records": [record] });
    let path = stage.browser.downloads().join("sittings.json");
    std::fs::write(&path, file.to_string())?;
    hand::import(stage, &path).await
}

/// Whether no panel comes, once the app had the time for it.
async fn no_panel(stage: &Stage) -> Result<()> {
    stage.browser.find("heading", &stage.msg("today-title")?).await?;
    wait::pass(Duration::from_secs(1)).await;
    ensure!(panel(stage).await?.is_null(), "the panel opened again");
    Ok(())
}

/// A browser that was killed over the form owes the support panel: it comes at the next opening, again
/// where it was not closed, and then no more. The form is as unfinished as it was.
pub(crate) async fn left_by_closing(stage: &mut Stage) -> Result<String> {
    let mut n = 0;
    stage.open().await?;
    stage.kept_offline().await?;
    for (value, tells) in [(2, true), (1, false)] {
        begin(stage, NINE).await?;
        answer(stage, &only_last(value)).await?;
        hand::saved(stage).await?;
        stage.browser.kill().await?;
        stage.browser.restart().await?;
        stage.open().await?;
        let told = opened(stage).await?;
        ensure!(told["buttons"] == json!(DOORS), "{told}");
        let text = told["text"].as_str().unwrap_or_default();
        ensure!(text.contains(SAID) && text.contains(TELL) == tells, "{value}: {text}");
        stage.browser.reload().await?;
        stage.browser.is_ready().await?;
        opened(stage).await?;
        stage.browser.press("button", DOORS[4]).await?;
        shut(stage).await?;
        hand::saved(stage).await?;
        for _ in 0..2 {
            stage.browser.reload().await?;
            stage.browser.is_ready().await?;
            no_panel(stage).await?;
        }
        // It is gone on with, and has no score.
        stage.visit(app::place("trends/sets")?).await?;
        let page = &stage.browser;
        page.press("link", &*format!("{}: {NINE}", stage.msg("measures-go-on")?)).await?;
        page.find("heading", Name::Starts("Over the last 2 weeks")).await?;
        page.press("button", &stage.msg("measures-finish")?).await?;
        opened(stage).await?;
        page.press("button", DOORS[4]).await?;
        page.see(&stage.msg("measures-unfinished")?).await?;
        page.press("link", &stage.msg("measures-over-time")?).await?;
        page.see("Not enough yet: 0 of 2").await?;
        stage.go("nav-today", "today-title").await?;
        n += 1;
    }
    Ok(format!("after {n} kills over the form the panel came, until it was closed; no score"))
}

/// With little energy one question stands on the page, forth and back.
pub(crate) async fn low_energy(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(320, 640).await?;
    stage.open().await?;
    page.run("localStorage.setItem('sk1.u', JSON.stringify({ energy: 'low' }))", vec![]).await?;
    page.reload().await?;
    page.is_ready().await?;
    begin(stage, SEVEN).await?;
    let (next, back) = (stage.msg("common-next")?, stage.msg("common-back")?);
    let shown = "return [...document.querySelectorAll('main fieldset')]
        .map(it => it.querySelector('input:checked')?.value ?? '')";
    for n in 1..=7_u8 {
        let nth = [("n", n.to_string()), ("of", "7".to_owned())];
        let nth = nth.each_ref().map(|it| (it.0, it.1.as_str()));
        page.see(&stage.lab.words.msg_with("measures-nth", &nth)?).await?;
        ensure!(page.run(shown, vec![]).await? == json!([""]), "question {n} is not alone");
        answer(stage, &[Some(1)]).await?;
        if n == 3 {
            // Back to the one before, where the answer stands, and on again.
            page.press("button", &back).await?;
            page.see(&stage.lab.words.msg_with("measures-nth", &[("n", "2"), ("of", "7")])?)
                .await?;
            ensure!(page.run(shown, vec![]).await? == json!(["1"]), "the answer is gone");
            page.press("button", &next).await?;
            page.see(&stage.lab.words.msg_with("measures-nth", &nth)?).await?;
        }
        let finish = if n == 7 { stage.msg("measures-finish")? } else { next.clone() };
        page.press("button", &finish).await?;
    }
    page.see("7 out of 21").await?;
    Ok("7 questions one by one, 1 step back, 7 out of 21".into())
}

/// Answers that were changed afterwards can be read and brought back; that the form was ended stays, and
/// each message says what was done.
pub(crate) async fn answers_back(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    said(stage, SEVEN, 11).await?;
    page.see(&stage.msg("measures-finished")?).await?;
    page.absent("button", Name::Starts("1 earlier")).await?;
    page.press("button", &stage.msg("measures-change")?).await?;
    page.find("heading", Name::Starts("Over the last 2 weeks")).await?;
    answer(stage, &[Some(0)]).await?;
    page.press("button", &stage.msg("measures-finish")?).await?;
    page.see("8 out of 21").await?;
    // A new start is no other answer, and says what it does.
    page.press("switch", &stage.msg("measures-anew")?).await?;
    page.see(&stage.msg("measures-anew-on")?).await?;
    page.press("switch", &stage.msg("measures-anew")?).await?;
    page.see(&stage.msg("measures-anew-off")?).await?;
    hand::saved(stage).await?;
    page.reload().await?;
    page.is_ready().await?;
    page.press("button", Name::Starts("1 earlier")).await?;
    page.press("button", Name::Starts("As it was on")).await?;
    page.press("button", &stage.msg("versions-restore")?).await?;
    page.see("11 out of 21").await?;
    hand::saved(stage).await?;
    page.reload().await?;
    page.is_ready().await?;
    page.see("11 out of 21").await?;
    // One with something left out says so.
    begin(stage, SEVEN).await?;
    answer(stage, &[Some(1)]).await?;
    page.press("button", &stage.msg("measures-finish")?).await?;
    page.see(&stage.msg("measures-finished-unfinished")?).await?;
    Ok("11, changed to 8, and 11 again; 2 messages for a new start, 1 for what is unfinished"
        .into())
}

/// The worksheet “Then and now” sets the first total beside the latest, each with its day.
pub(crate) async fn then_and_now(stage: &mut Stage) -> Result<String> {
    sheet::open(stage).await?;
    ended_long_ago(stage).await?;
    said(stage, NINE, 11).await?;
    hand::saved(stage).await?;
    sheet::begin(stage, "then-now").await?;
    let page = &stage.browser;
    page.see(WOBBLE).await?;
    let text = page.text().await?;
    let said = [&*format!("{NINE}: 17 ("), "), 11 (", &format!("), {WOBBLE}")];
    papers::in_order(&text, &said)?;
    ensure!(!text.to_lowercase().contains("recover"), "{text}");
    Ok(format!("first and latest total with their days: {said:?}"))
}

/// What to tell a doctor: what is ticked stands on the page and in the file, and what is not does not; the
/// words are kept, and earlier ones can be brought back without turning a switch.
pub(crate) async fn taken_along(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    ended_long_ago(stage).await?;
    // Eleven, and the question how difficult things have been.
    fill(stage, NINE, &[3, 3, 3, 2, 0, 0, 0, 0, 0, 1]).await?;
    page.see("11 out of 27").await?;
    stage.visit(app::place("trends/sets")?).await?;
    page.press("switch", &*format!("Ask me to fill in {SEVEN}")).await?;
    hand::saved(stage).await?;
    let words = stage.msg("measures-take-words")?;
    let type_words = async |text: &str| -> Result<()> {
        page.address("trends/take").await?;
        page.write("textbox", Name::Starts(&words), text).await?;
        page.keys("\u{e004}").await?;
        hand::saved(stage).await?;
        stage.visit(app::place("trends/sets")?).await
    };
    type_words("I sleep badly.").await?;
    type_words("I sleep better now.").await?;
    page.address("trends/take").await?;
    page.find("heading", "What to tell my GP or therapist").await?;
    let (totals, hard) =
        (stage.msg("measures-take-totals")?, stage.msg("measures-take-difficulty")?);
    page.see("11 out of 27").await?;
    page.unsee("Somewhat difficult").await?;
    let text = papers::plain(stage).await?;
    papers::in_order(&text, &[NINE, "11 out of 27", "it was 17", WOBBLE, "I sleep better now."])?;
    ensure!(!text.contains("Somewhat difficult"), "not ticked: {text}");
    page.press("switch", &*hard).await?;
    page.see("Somewhat difficult").await?;
    page.press("switch", &*totals).await?;
    page.unsee("11 out of 27").await?;
    let text = papers::plain(stage).await?;
    papers::in_order(&text, &[NINE, "Somewhat difficult", "I sleep better now."])?;
    ensure!(!text.contains("11 out of") && !text.contains("wobble"), "not ticked: {text}");

    // The earlier words, without the switch of the other page.
    page.press("button", Name::Starts("1 earlier")).await?;
    page.press("button", Name::Starts("As it was on")).await?;
    page.press("button", &stage.msg("versions-restore")?).await?;
    hand::saved(stage).await?;
    page.press("switch", &*words).await?;
    let text = papers::plain(stage).await?;
    ensure!(!text.contains("I sleep"), "not ticked: {text}");
    page.press("switch", &*words).await?;
    let text = papers::plain(stage).await?;
    ensure!(text.contains("I sleep badly.") && !text.contains("better now"), "{text}");
    stage.visit(app::place("trends/sets")?).await?;
    let switch = page.find("switch", &*format!("Ask me to fill in {SEVEN}")).await?;
    let is_on = "return arguments[0].checked ?? arguments[0].ariaChecked === 'true'";
    let is_on = page.run(is_on, vec![switch.to_json()?]).await?;
    ensure!(is_on == json!(true), "the switch was turned with the words: {is_on}");
    Ok("4 files as they were ticked; earlier words back, and the switch as it was".into())
}

/// Whoever wants to be asked for both is asked once, fills in both, and is asked for nothing more.
pub(crate) async fn two_at_most(stage: &mut Stage) -> Result<String> {
    sheet::open(stage).await?;
    let page = &stage.browser;
    stage.visit(app::place("trends/sets")?).await?;
    for title in [NINE, SEVEN] {
        page.press("switch", &*format!("Ask me to fill in {title}")).await?;
    }
    hand::saved(stage).await?;
    let due = stage.msg("measures-due")?;
    for (title, total) in [(NINE, 9), (SEVEN, 7)] {
        stage.go("nav-today", "today-title").await?;
        let cards = page.all("heading", Name::Is(&due)).await?.len();
        ensure!(cards == 1, "{cards} cards before {title}");
        page.press("link", &stage.msg("measures-due-open")?).await?;
        let begin = format!("{}: ", stage.msg("measures-begin")?);
        page.find("button", &*format!("{begin}{title}")).await?;
        let names = page.names("button").await?;
        let offered = names.iter().filter(|it| it.starts_with(&begin)).count();
        ensure!(offered <= 2, "{offered} are offered");
        said(stage, title, total).await?;
        hand::saved(stage).await?;
    }
    stage.go("nav-today", "today-title").await?;
    page.absent("heading", &*due).await?;
    page.reload().await?;
    page.is_ready().await?;
    page.find("heading", &stage.msg("today-title")?).await?;
    page.absent("heading", &*due).await?;
    Ok("1 card for 2 questionnaires, and none once both are filled in".into())
}
