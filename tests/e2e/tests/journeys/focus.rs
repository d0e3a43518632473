//! Where the focus is: never lost with the control that was pressed, and one heading to begin at.

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage, wait};
use serde_json::json;

use crate::{hand, sheet};

const ENTER: &str = "\u{e007}";

/// Presses a button as a keyboard does.
async fn enter(stage: &Stage, name: &str) -> Result<()> {
    stage.browser.find("button", name).await?.focus().await?;
    stage.browser.keys(ENTER).await
}

/// Waits until the focus is on the element that matches.
async fn rests(stage: &Stage, selector: &str, what: &str) -> Result<()> {
    let at = "return document.activeElement.matches(arguments[0])";
    wait::until(&format!("the focus on {what}"), async || {
        let there = stage.browser.run(at, vec![json!(selector)]).await?;
        Ok((there == json!(true)).then_some(()))
    })
    .await
}

/// A row that was restored or erased hands the focus to the next, the last one to the heading;
/// "Undo" and the cross of a message hand it back to where it came from.
pub(crate) async fn rows(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    for text in ["First of three", "Second of three", "Third of three"] {
        hand::write(stage, text, 5, 0).await?;
        hand::delete(stage, text).await?;
    }
    page.find("link", &stage.msg("nav-people")?).await?.focus().await?;
    enter(stage, &stage.msg("common-undo")?).await?;
    rests(stage, ".places a", "the place from which Undo was reached").await?;
    hand::delete(stage, "Third of three").await?;
    page.find("link", &stage.msg("nav-people")?).await?.focus().await?;
    enter(stage, &stage.msg("common-close")?).await?;
    rests(stage, ".places a", "the place from which the message was reached").await?;
    page.press("link", &stage.msg("bin-title")?).await?;
    page.find("heading", &stage.msg("bin-title")?).await?;
    // The newest stands first: the second comes up in its place.
    enter(stage, &stage.msg("bin-restore")?).await?;
    rests(stage, ".bin-item:first-child .button:first-child", "the row that came up").await?;
    let next = "return document.activeElement.closest('.bin-item').textContent";
    let next = page.run(next, vec![]).await?;
    ensure!(next.as_str().is_some_and(|row| row.contains("Second of three")), "{next} came up");
    for (rest, what) in [(".bin-item .button", "the row that is left"), ("main h1", "the heading")]
    {
        enter(stage, &stage.msg("bin-erase")?).await?;
        rests(stage, "dialog h2", "the question").await?;
        page.run("document.querySelector('dialog[open] .button--danger').focus()", vec![]).await?;
        page.keys(ENTER).await?;
        rests(stage, rest, what).await?;
    }
    Ok("focus kept after Undo, the cross, 1 restored and 2 erased".to_owned())
}

/// The last line that there is room for takes the focus, since the button for more goes; and what
/// is shown of a file hands it back when it goes.
pub(crate) async fn forms(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::begin(stage).await?;
    page.press("button", Name::Starts(&stage.msg("entry-add-event")?)).await?;
    for n in 1..=6 {
        enter(stage, &stage.msg("entry-line-add")?).await?;
        let lines = "return document.querySelectorAll('.said__line').length";
        wait::until(&format!("line {n}"), async || {
            Ok((page.run(lines, vec![]).await? == json!(n)).then_some(()))
        })
        .await?;
    }
    rests(stage, ".said__line:last-of-type select", "the sixth line").await?;
    page.see(&stage.msg("entry-line-full")?).await?;

    hand::write(stage, "For a file", 5, 0).await?;
    let (file, _) = hand::export(stage).await?;
    stage.visit(app::place("settings/keeping")?).await?;
    let field = "return document.querySelector('input[type=file]')";
    let field = page.web().execute(field, vec![]).await?.element()?;
    field.send_keys(file.display().to_string()).await?;
    rests(stage, ".settings-preview h3", "what is in the file").await?;
    // By mouse: Firefox takes the keyboard from the page to show that a file was saved.
    page.press("button", &stage.msg("common-close")?).await?;
    rests(stage, "input[type=file]", "the field for another file").await?;
    Ok("focus kept after the sixth line and after a file was looked at".to_owned())
}

/// A condition that is taken away hands the focus to what opens the conditions, wherever it is set.
pub(crate) async fn filters(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, "For a condition", 5, 0).await?;
    let mut n = 0;
    for (place, heading, frame, list) in [
        ("nav-diary", "diary-title", ".diary__filters summary", "filter-area"),
        ("nav-patterns", "patterns-title", ".patterns__filters summary", "patterns-filter-area"),
    ] {
        stage.go(place, heading).await?;
        let open = "document.querySelector(arguments[0]).click()";
        page.find("button", &stage.msg("filter-title")?).await?;
        page.run(open, vec![json!(frame)]).await?;
        let list = stage.msg(list)?;
        let area = stage.msg("area-grief")?;
        let gone = stage.lab.words.msg_with("filter-remove", &[("name", &area)])?;
        for all in [false, true] {
            sheet::pick(stage, &list, 0, &area).await?;
            page.find("button", gone.as_str()).await?;
            let clear =
                if frame.starts_with(".diary") { "filter-clear" } else { "patterns-filter-clear" };
            let button = if all { stage.msg(clear)? } else { gone.clone() };
            enter(stage, &button).await?;
            page.absent("button", Name::Is(&gone)).await?;
            rests(stage, frame, "what opens the conditions").await?;
            n += 1;
        }
    }
    Ok(format!("focus kept after {n} conditions were taken away in 2 places"))
}

/// With the diary and an entry side by side there is one first heading, and no id twice.
pub(crate) async fn headings(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(1280, 800).await?;
    stage.open().await?;
    hand::write(stage, "Beside the list", 5, 0).await?;
    let look = "const ids = [...document.querySelectorAll('[id]')].map(it => it.id);
        return [
          [...document.querySelectorAll('main h1')].map(it => !!it.closest('.pane-page')),
          ids.filter((id, n) => ids.indexOf(id) !== n),
        ];";
    let found = page.run(look, vec![]).await?;
    ensure!(found == json!([[true], []]), "first headings and double ids: {found}");
    stage.go("nav-diary", "diary-title").await?;
    rests(stage, ".pane-list h1, .pane-list .entry", "the list").await?;
    let found = page.run(look, vec![]).await?;
    ensure!(found == json!([[false], []]), "with the list alone: {found}");
    Ok("1 first heading with and without an entry beside the list, no id twice".to_owned())
}
