//! Words about people: kept when their form is left, and not shown as kept where they are not.

use satkarya_e2e::{Result, ensure, page::Name, runner::Stage, wait};
use serde_json::{Value, json};

use crate::hand;

/// Opens the form that adds somebody and types a name.
async fn type_name(stage: &Stage, name: &str) -> Result<()> {
    stage.go("nav-people", "people-title").await?;
    stage.browser.press("button", &stage.msg("people-add")?).await?;
    stage.browser.write("textbox", Name::Starts(&stage.msg("person-name")?), name).await?;
    Ok(())
}

/// A name in the form is a person when the page is reloaded, left or the form closed, and one
/// person only.
pub(crate) async fn left(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    type_name(stage, "Asha").await?;
    page.reload().await?;
    page.is_ready().await?;
    page.find("link", Name::Has("Asha")).await?;
    type_name(stage, "Bela").await?;
    stage.go("nav-today", "today-title").await?;
    type_name(stage, "Chand").await?;
    page.press("button", &stage.msg("common-done")?).await?;
    page.find("link", Name::Has("Chand")).await?;
    hand::saved(stage).await?;
    let (_, file) = hand::export(stage).await?;
    let none = Vec::new();
    let names = file["records"].as_array().unwrap_or(&none).iter();
    let mut names: Vec<&str> =
        names.filter_map(|it| it["body"]["person"]["name"].as_str()).collect();
    names.sort_unstable();
    ensure!(names == ["Asha", "Bela", "Chand"], "the file has {names:?}");
    Ok("3 of 3 names kept: after a reload, on another page, after Done".to_owned())
}

/// In a tab that may not write, what is changed about somebody goes back to what is stored, and
/// the form says that nothing is kept.
pub(crate) async fn refused(stage: &mut Stage) -> Result<String> {
    const STATE: &str = "return [
        [...document.querySelectorAll('.person__edit input[type=radio]')].map(it => it.checked),
        document.querySelector('.person__edit select').selectedIndex,
        [...document.querySelectorAll('[role=switch]')].map(it => it.checked)]";
    stage.open().await?;
    type_name(stage, "Asha").await?;
    stage.browser.press("button", &stage.msg("common-done")?).await?;
    hand::saved(stage).await?;
    let tab = stage.browser.web().new_tab().await?;
    stage.browser.web().switch_to_window(tab).await?;
    stage.open().await?;
    let page = &stage.browser;
    stage.go("nav-people", "people-title").await?;
    page.press("link", Name::Has("Asha")).await?;
    page.press("button", &stage.msg("common-edit")?).await?;
    page.see(&stage.msg("common-not-kept")?).await?;
    let before = page.run(STATE, vec![]).await?;
    let shows = async |what: &str, expected: &Value| {
        wait::until(&format!("{what} to go back"), async || {
            Ok((page.run(STATE, vec![]).await? == *expected).then_some(()))
        })
        .await
    };
    page.press("radio", Name::Starts(&stage.msg("status-died")?)).await?;
    shows("the status", &before).await?;
    page.press("switch", &stage.msg("person-trusted")?).await?;
    shows("the trust", &before).await?;
    let choose = "const list = document.querySelector('.person__edit select');
        list.focus(); list.selectedIndex = 2;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(choose, vec![]).await?;
    shows("the relation", &before).await?;
    ensure!(before[2] == json!([false, false]), "nobody is trusted yet, nor lives here");
    Ok("status, trust and relation shown as they are stored, 3 of 3".to_owned())
}

/// The feelings in entries with somebody are counted on their page: in sight for somebody who is
/// there, folded away for somebody who died.
pub(crate) async fn feelings(stage: &mut Stage) -> Result<String> {
    // The rows in sight, and how many entries stand below.
    const ROWS: &str = "const part = document.querySelector('[aria-labelledby=person-feelings]');
        const rows = [...part.querySelectorAll('tbody tr')].filter(row => row.checkVisibility());
        return [rows.map(row => [row.cells[0].textContent, Number(row.cells[1].textContent)]),
          document.querySelectorAll('main .entries > li').length]";
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    page.press("button", &stage.msg("sample-add")?).await?;
    let open = async |name: &str| {
        stage.go("nav-people", "people-title").await?;
        page.press("link", Name::Starts(name)).await?;
        let title = stage.lab.words.msg_with("person-feelings-title", &[("name", name)])?;
        page.find("heading", &title).await?;
        page.run(ROWS, vec![]).await
    };
    let folded = open("Grandad").await?;
    ensure!(folded == json!([[], 4]), "of somebody who died is in sight, at 4 entries: {folded}");
    let gaps = [("n", "4"), ("named", "4")];
    page.press("button", &stage.lab.words.msg_with("person-feelings-counted", &gaps)?).await?;
    let opened = page.run(ROWS, vec![]).await?;
    let expected = json!([["grieving", 3], ["grateful", 2], ["close", 1], ["longing", 1]]);
    ensure!(opened[0] == expected, "opened: {opened}");
    page.see(&stage.msg("person-feelings-note")?).await?;
    let there = open("Dev").await?;
    let numbers: Vec<u64> =
        there[0].as_array().into_iter().flatten().filter_map(|it| it[1].as_u64()).collect();
    let is_sorted = numbers.is_sorted_by(|a, b| a >= b);
    ensure!(is_sorted && (1..=8).contains(&numbers.len()), "of somebody who is there: {there}");
    Ok(format!("4 feelings of 4 entries after 1 tap; {} in sight at once", numbers.len()))
}
