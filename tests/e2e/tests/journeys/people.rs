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
    page.see(&stage.msg("person-not-kept")?).await?;
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
