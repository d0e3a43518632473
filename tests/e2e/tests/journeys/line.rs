//! The timeline: a beginning marked, things added as exactly as they are known, and sixty of them on a page.

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage, wait};
use serde_json::{Value, json};

use crate::hand;

const ENTER: &str = "\u{e007}";

/// The titles of the picture and of the list, each in its order.
const TITLES: &str = "const texts = where => [...document.querySelectorAll(where)]
      .map(it => it.textContent.replace(/[\\u2066-\\u2069]/g, ''));
    return [texts('.life__name > [dir]'), texts('.timeline__list .row__title')];";

/// Opens the timeline.
async fn open(stage: &Stage) -> Result<()> {
    stage.visit(app::place("line")?).await
}

/// Chooses in the list that stands at this place among those of the page, by the value as keys do.
async fn choose(stage: &Stage, label: &str, value: &str) -> Result<()> {
    let list = stage.browser.find("combobox", &stage.msg(label)?).await?;
    let choose = "const [list, value] = arguments;
        list.focus();
        list.value = value;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    stage.browser.run(choose, vec![list.to_json()?, json!(value)]).await?;
    Ok(())
}

/// Gives a date as exactly as it is written: `2024-05-17`, `2024 5`, `2023 spring` or `2010`.
pub(crate) async fn date(stage: &Stage, date: &str) -> Result<()> {
    let page = &stage.browser;
    if date.len() == 10 {
        choose(stage, "fuzzy-how", "day").await?;
        let field = page.find("date", &stage.msg("fuzzy-day")?).await?;
        let set = "const [field, day] = arguments;
            field.focus();
            field.value = day;
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        page.run(set, vec![field.to_json()?, json!(date)]).await?;
        return Ok(());
    }
    let seasons = ["spring", "summer", "autumn", "winter"];
    let (year, part) = date.split_once(' ').unwrap_or((date, ""));
    let season = seasons.iter().zip(1..).find(|it| *it.0 == part).map(|it| it.1);
    match (part, season) {
        ("", _) => choose(stage, "fuzzy-how", "year").await?,
        (_, Some(n)) => {
            choose(stage, "fuzzy-how", "season").await?;
            choose(stage, "fuzzy-season", &format!("{n}")).await?;
        }
        (n, None) => {
            choose(stage, "fuzzy-how", "month").await?;
            choose(stage, "fuzzy-month", n).await?;
        }
    }
    page.write("textbox", &stage.msg("fuzzy-year")?, year).await?;
    Ok(())
}

/// Adds something that happened, from the key press on its button to the one on Done.
async fn add(stage: &Stage, title: &str, when: &str) -> Result<()> {
    let page = &stage.browser;
    page.find("button", &stage.msg("line-add")?).await?.focus().await?;
    page.keys(ENTER).await?;
    page.find("heading", &stage.msg("event-untitled")?).await?;
    page.write("textbox", Name::Starts(&stage.msg("event-title")?), title).await?;
    date(stage, when).await?;
    page.find("button", &stage.msg("common-done")?).await?.focus().await?;
    page.keys(ENTER).await?;
    page.find("heading", &stage.msg("line-title")?).await?;
    Ok(())
}

/// Waits until picture and list both tell these titles in this order.
async fn agree(stage: &Stage, expected: &[&str]) -> Result<()> {
    wait::until(&format!("{expected:?} in the picture and in the list"), async || {
        let found = stage.browser.run(TITLES, vec![]).await?;
        Ok((found == json!([expected, expected])).then_some(()))
    })
    .await
}

/// A low spell is marked and things are added, one of each exactness; picture and list say the
/// same, also after a reload; what is deleted comes back.
pub(crate) async fn marked(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    open(stage).await?;
    page.find("heading", &stage.msg("line-onset-title")?).await?;
    // Half a date is no date, and one line says what is wanted.
    choose(stage, "fuzzy-how", "season").await?;
    choose(stage, "fuzzy-season", "1").await?;
    page.see(&stage.msg("fuzzy-wants-year")?).await?;
    page.write("textbox", &stage.msg("fuzzy-year")?, "2024").await?;
    let began = stage.lab.words.msg_with("line-began", &[("when", "spring 2024")])?;
    page.see(&began).await?;
    page.see(&stage.msg("line-window-none")?).await?;
    for (title, when) in [
        ("Moved", "2024-01-15"),
        ("School", "2010"),
        ("New job", "2024 7"),
        ("Exams", "2023 winter"),
        ("Later", "2024 8"),
    ] {
        add(stage, title, when).await?;
    }
    let onset = stage.msg("line-onset")?;
    let all = ["School", "Exams", "Moved", &onset, "New job", "Later"];
    agree(stage, &all).await?;
    let near = "return [...document.querySelectorAll('.life__name--near > [dir]')]
        .map(it => it.textContent)";
    let near = page.run(near, vec![]).await?;
    ensure!(near == json!(["Exams", "Moved", "New job"]), "near the beginning: {near}");
    page.see(&stage.msg("line-window")?).await?;
    for words in ["winter 2023", "2010", "spring 2024"] {
        page.see(words).await?;
    }
    hand::saved(stage).await?;
    page.reload().await?;
    page.is_ready().await?;
    agree(stage, &all).await?;
    page.press("link", Name::Starts("Moved")).await?;
    page.press("button", &stage.msg("part-delete")?).await?;
    agree(stage, &["School", "Exams", &onset, "New job", "Later"]).await?;
    page.press("button", &stage.msg("common-undo")?).await?;
    agree(stage, &all).await?;
    Ok("5 things and a beginning, of each exactness, kept and taken back".to_owned())
}

/// A backup file with sixty things that happened in twenty years.
fn sixty() -> String {
    let record = |n: u32| {
        let (id, stamp) = (format!("{n:026}"), "1a20b2c91c0-0000-00000001");
        let when = format!("{}-{:02}", 2006 + n % 20, 1 + n % 12);
        let title = format!("Something with a longer name, number {n}");
        let event = json!({ "title": title, "when": when, "impact": -1 });
        json!({ "id": id, "created": stamp, "changed": stamp, "body": { "event": event } })
    };
    let records: Vec<Value> = (0..60).map(record).collect();
    json!({ "format": "satkarya", "version": 1, "records": records }).to_string()
}

/// Sixty things of twenty years: a line each on a phone, none over another, and one sheet of paper.
pub(crate) async fn sixty_on_paper(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    let file = page.downloads().join("sixty.json");
    std::fs::write(&file, sixty())?;
    hand::import(stage, &file).await?;
    open(stage).await?;
    let look = "const boxes = [...document.querySelectorAll('.life__name')]
          .map(it => it.getBoundingClientRect());
        const over = boxes.filter((box, n) => n && box.top < boxes[n - 1].bottom - 0.5).length;
        const wide = boxes.filter(box => box.right > innerWidth || box.width < 120).length;
        return [boxes.length, over, wide, document.querySelectorAll('.timeline__list li').length];";
    let found = page.run(look, vec![]).await?;
    let n = |at: usize| found[at].as_u64().unwrap_or_default();
    ensure!(n(0) == 60 && n(1) == 0 && n(2) == 0 && n(3) == 60, "names, over, wide, list: {found}");
    let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
    let file = page.devtools("Page.printToPDF", paper).await?;
    let count = r"return (atob(arguments[0]).match(/\/Type \/Page\b/g) ?? []).length";
    let pages = page.run(count, vec![file["data"].clone()]).await?;
    ensure!(pages == json!(1), "{pages} pages");
    let day = "return document.querySelector('.printed-on').textContent";
    let day = page.run(day, vec![]).await?;
    ensure!(day.as_str().is_some_and(|it| it.starts_with("Printed on")), "{day}");
    Ok(format!("{} names on a phone, none over another; 1 page of A4", n(0)))
}
