//! Words about people: kept when their form is left, and not shown as kept where they are not.

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage, wait};
use serde_json::{Value, json};

use crate::{hand, trends};

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

/// A backup file of three people and of six entries, the first of them yesterday. The last is
/// covered, the one before names no feeling.
async fn six(stage: &Stage) -> Result<String> {
    // Whose the entries are: Asha died, Bela is in the first three, Chand in the first two.
    const NAMED: [(&[&str], usize); 6] = [
        (&["sad", "close"], 3),
        (&["sad", "grateful"], 3),
        (&["sad", "angry"], 2),
        (&["sad"], 1),
        (&[], 1),
        (&["proud"], 1),
    ];
    let id = |n: usize| format!("{n:026}");
    let record = |n: usize, body: Value| {
        let stamp = "1a20b2c91c0-0000-00000001";
        json!({ "id": id(n), "created": stamp, "changed": stamp, "body": body })
    };
    let mut records = vec![
        record(0, json!({ "person": { "name": "Asha", "status": "died" } })),
        record(1, json!({ "person": { "name": "Bela" } })),
        record(2, json!({ "person": { "name": "Chand" } })),
    ];
    for (back, (n, (feelings, n_people))) in (1..).zip(NAMED.into_iter().enumerate()) {
        let feelings: Vec<Value> = feelings.iter().map(|id| json!({ "id": id })).collect();
        let people: Vec<String> = (0..n_people).map(id).collect();
        let day = hand::day(stage, back).await?;
        let when = json!({ "day": day, "time": "10:00", "offset": 0 });
        let what = format!("Moment {}", n + 1);
        let entry = json!({ "when": when, "mood": 5, "feelings": feelings, "people": people,
            "what": what, "covered": n == 5 });
        records.push(record(n + 3, json!({ "entry": entry })));
    }
    Ok(json!({ "format": "satkarya", "version": 1, "records": records }).to_string())
}

/// The feelings in entries with somebody are counted on their page as on Patterns, from three entries
/// on, without those that are covered: in sight for somebody who is there, folded away for somebody
/// who died; what was opened stays open while the entries change; and hidden once, hidden in both.
pub(crate) async fn feelings(stage: &mut Stage) -> Result<String> {
    // What is in sight of the part, and how many entries stand below.
    const SAID: &str = "const part = document.querySelector('[aria-labelledby=person-feelings]');
        const all = [...(part?.querySelectorAll('.finding__part p') ?? [])];
        const seen = all.filter(it => it.checkVisibility() && !it.closest('[aria-hidden]'));
        return [seen.map(it => it.textContent.replace(/[\\u2066-\\u2069]/g, '')).join(' '),
          document.querySelectorAll('main .entries > li').length]";
    let (page, words) = (&stage.browser, &stage.lab.words);
    page.viewport(360, 740).await?;
    stage.open().await?;
    let file = page.downloads().join("six.json");
    std::fs::write(&file, six(stage).await?)?;
    hand::import(stage, &file).await?;
    let open = async |n: usize, name: &str| {
        page.address(&format!("person/{n:026}")).await?;
        page.find("heading", &words.msg_with("person-feelings-title", &[("name", name)])?).await?;
        let found = page.run(SAID, vec![]).await?;
        let said = found[0].as_str().unwrap_or_default().to_owned();
        Ok::<_, satkarya_e2e::Error>((said, found[1].clone()))
    };
    stage.visit(app::place("trends")?).await?;
    let on_patterns = trends::card(stage, "feltwith", "Most often noted with Bela").await?;
    let (said, n) = open(1, "Bela").await?;
    ensure!(said.starts_with("Most often noted with Bela: Sad 3"), "of somebody there: {said}");
    let sentence = said.split('.').next().unwrap_or_default();
    ensure!(on_patterns.contains(sentence) && n == json!(3), "not as on Patterns: {sentence}, {n}");
    let (few, n) = open(2, "Chand").await?;
    ensure!(few == "Not enough yet: 2 of 3" && n == json!(2), "of two entries: {few}");

    hand::delete(stage, "Moment 4").await?;
    let (folded, n) = open(0, "Asha").await?;
    ensure!(folded.is_empty() && n == json!(5), "of somebody who died is in sight: {folded}, {n}");
    page.press("button", &stage.msg("common-show")?).await?;
    let shows = async |what: &str| {
        wait::until(&format!("“{what}” in sight"), async || {
            let found = page.run(SAID, vec![]).await?;
            Ok(found[0].as_str().is_some_and(|it| it.contains(what)).then_some(()))
        })
        .await
    };
    shows("Most often noted with Asha: Sad 3").await?;
    shows(&words.msg_with("patterns-covered", &[("n", "1")])?).await?;
    page.press("button", &stage.msg("common-undo")?).await?;
    shows("Most often noted with Asha: Sad 4").await?;

    let title = words.msg_with("person-feelings-title", &[("name", "Asha")])?;
    page.press("button", &words.msg_with("patterns-hide", &[("name", &title)])?).await?;
    let show = words.msg_with("patterns-show", &[("name", &title)])?;
    page.find("button", &show).await?;
    let focused = "return document.activeElement.id";
    wait::until("the heading to have the focus", async || {
        Ok((page.run(focused, vec![]).await? == json!("person-feelings")).then_some(()))
    })
    .await?;
    stage.visit(app::place("trends")?).await?;
    let on_patterns = trends::card(stage, "feltwith", "").await?;
    ensure!(!on_patterns.contains("Most often"), "not hidden on Patterns: {on_patterns}");
    open(0, "Asha").await?;
    page.press("button", &show).await?;
    page.find("button", &words.msg_with("patterns-hide", &[("name", &title)])?).await?;
    Ok("3 and 4 feelings, 1 covered left out, 2 entries not enough; hidden in 2 places".to_owned())
}
