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

/// The feelings in entries with somebody are counted on their page from three entries on, without
/// those that are covered: in sight for somebody who is there, folded away for somebody who died;
/// and what was opened stays open while the entries change.
pub(crate) async fn feelings(stage: &mut Stage) -> Result<String> {
    // The rows in sight, and how many entries stand below.
    const ROWS: &str = "const part = document.querySelector('[aria-labelledby=person-feelings]');
        const rows = [...part.querySelectorAll('tbody tr')].filter(row => row.checkVisibility());
        return [rows.map(row => [row.cells[0].textContent, Number(row.cells[1].textContent)]),
          document.querySelectorAll('main .entries > li').length]";
    // As the app does it: the browser's region counts where it speaks English.
    const DATE: &str = "const own = navigator.language.split('-')[0] === 'en';
      return new Date(arguments[0]).toLocaleDateString(own ? navigator.language : 'en',
        { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })";
    let (page, words) = (&stage.browser, &stage.lab.words);
    page.viewport(360, 740).await?;
    stage.open().await?;
    let file = page.downloads().join("six.json");
    std::fs::write(&file, six(stage).await?)?;
    hand::import(stage, &file).await?;
    let date = async |back: i64| -> Result<String> {
        let date = page.run(DATE, vec![json!(hand::day(stage, back).await?)]).await?;
        Ok(date.as_str().unwrap_or_default().to_owned())
    };
    let counted = async |from: i64, n: &str, named: &str| {
        let (from, to) = (date(from).await?, date(1).await?);
        let gaps = [("from", from.as_str()), ("to", to.as_str()), ("n", n), ("named", named)];
        words.msg_with("person-feelings-counted", &gaps)
    };
    let open = async |n: usize, name: &str| {
        page.address(&format!("person/{n:026}")).await?;
        page.find("heading", &words.msg_with("person-feelings-title", &[("name", name)])?).await?;
        page.run(ROWS, vec![]).await
    };
    let in_sight = open(1, "Bela").await?;
    let three = json!([["sad", 3], ["angry", 1], ["close", 1]]);
    ensure!(in_sight == json!([three, 3]), "of somebody who is there: {in_sight}");
    page.see(&counted(3, "3", "3").await?).await?;
    page.see(&words.msg_with("person-feelings-most", &[("name", "Bela")])?).await?;
    let few = open(2, "Chand").await?;
    ensure!(few == json!([[], 2]), "of two entries: {few}");
    let gaps = [("n", "2"), ("needed", "3")];
    page.see(&words.msg_with("person-feelings-not-enough", &gaps)?).await?;
    page.unsee(&stage.msg("person-feelings-note")?).await?;

    hand::delete(stage, "Moment 4").await?;
    let folded = open(0, "Asha").await?;
    ensure!(folded == json!([[], 5]), "of somebody who died is in sight, at 5 entries: {folded}");
    page.press("button", &counted(5, "4", "3").await?).await?;
    page.see(&words.msg_with("person-feelings-covered", &[("n", "1")])?).await?;
    page.see(&stage.msg("person-feelings-note")?).await?;
    let opened = page.run(ROWS, vec![]).await?;
    ensure!(opened[0] == three, "opened: {opened}");
    page.press("button", &words.msg_with("person-feelings-more", &[("n", "1")])?).await?;
    page.press("button", &stage.msg("common-undo")?).await?;
    page.find("button", &counted(5, "5", "4").await?).await?;
    let all = json!([["sad", 4], ["angry", 1], ["close", 1], ["grateful", 1]]);
    wait::until("what was opened to stay so with the new numbers", async || {
        Ok((page.run(ROWS, vec![]).await? == json!([all, 6])).then_some(()))
    })
    .await?;
    Ok("3 and 4 feelings of 3 and 5 entries, 1 covered left out, 2 entries not enough".to_owned())
}
