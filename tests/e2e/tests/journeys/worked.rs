//! Ways to worksheets from the pages around them: an entry, a person, Today and Patterns.

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage};
use serde_json::{Value, json};

use crate::hand;

fn id(n: usize) -> String {
    format!("{n:026}")
}

/// A record made a moment ago.
fn record(now: u64, n: usize, body: &Value) -> Value {
    let at = format!("{now:x}-{n:04x}-00000001");
    json!({ "id": id(n), "created": at, "changed": at, "body": body })
}

const ASHA: usize = 1;
const ENTRY: usize = 2;
const COVERED: usize = 3;
const SLOWLY: usize = 4;
const WORDS: usize = 5;
const DATES: usize = 6;
const WAYS: usize = 7;
/// The first of the notes on how something went.
const AFTER: usize = 10;

/// A file with one note on how it went.
fn noted(now: u64, n: usize, day: &str, compared: &str) -> Value {
    let answers = json!({ "with": id(ASHA), "compared": compared });
    record(
        now,
        AFTER + n,
        &json!({ "sheet": { "sheet": "after", "day": day, "answers": answers } }),
    )
}

fn file(records: &[Value]) -> String {
    json!({ "format": "satkarya", "version": 1, "records": records }).to_string()
}

/// An entry with somebody, what came of it in three worksheets, a date to remember and four notes
/// on how it went.
async fn made(stage: &Stage, now: u64) -> Result<Vec<Value>> {
    let (today, earlier) = (hand::day(stage, 0).await?, hand::day(stage, 20).await?);
    let soon = hand::day(stage, -3).await?;
    let sheet = |name: &str, answers: Value, from: Option<usize>| {
        let from = from.map(id);
        json!({ "sheet": { "sheet": name, "day": today, "answers": answers, "from": from } })
    };
    let entry = |what: &str, covered: bool| {
        let when = json!({ "day": today, "time": "10:00", "offset": 0 });
        json!({ "entry": { "when": when, "mood": 5, "people": [id(ASHA)], "what": what,
            "covered": covered } })
    };
    let date = json!({ "what": "Her birthday", "day": soon, "remind": true });
    let mut records = vec![
        record(now, ASHA, &json!({ "person": { "name": "Asha", "safe": "yes" } })),
        record(now, ENTRY, &entry("Argued about the dishes", false)),
        record(now, COVERED, &entry("Something else", true)),
        record(now, SLOWLY, &sheet("slowly", json!({ "entry": id(ENTRY) }), None)),
        record(
            now,
            WORDS,
            &sheet("words", json!({ "with": id(ASHA), "tried": today }), Some(SLOWLY)),
        ),
        record(now, DATES, &sheet("dates", json!({ "dates": [date] }), None)),
        record(now, WAYS, &sheet("ways", json!({ "decision": "Whether to move" }), None)),
    ];
    let compared = ["better", "same", "better", "worse"];
    records.extend(compared.iter().enumerate().map(|(n, it)| noted(now, n, &earlier, it)));
    Ok(records)
}

/// Today asks how the talk went and names a date without a word of the worksheet; the entry and the
/// person have their worksheets and a way into one; Patterns counts from five notes on.
pub(crate) async fn around(stage: &mut Stage) -> Result<String> {
    let (page, words) = (&stage.browser, &stage.lab.words);
    page.viewport(360, 740).await?;
    stage.open().await?;
    let now = page.run("return Date.now()", vec![]).await?.as_u64().unwrap_or_default();
    let path = page.downloads().join("worked.json");
    std::fs::write(&path, file(&made(stage, now).await?))?;
    hand::import(stage, &path).await?;

    stage.go("nav-today", "today-title").await?;
    let how = words.msg_with("worked-how-with", &[("name", "Asha")])?;
    page.find("heading", &how).await?;
    page.find("heading", &stage.msg("worked-date")?).await?;
    page.find("link", &stage.msg("worked-date-action")?).await?;
    page.find("heading", &stage.msg("worked-left")?).await?;
    ensure!(!page.text().await?.contains("Her birthday"), "a worksheet is told on Today");
    page.shoot(&stage.picture("worked-today")).await?;
    // Both cards can be put away for the day.
    for _ in 0..2 {
        page.press("button", &stage.msg("worked-not-now")?).await?;
    }
    page.absent("heading", &how).await?;
    page.absent("heading", &stage.msg("worked-date")?).await?;
    page.reload().await?;
    page.find("heading", &stage.msg("worked-left")?).await?;
    page.absent("heading", &how).await?;

    hand::open(stage, "the dishes").await?;
    page.find("heading", &stage.msg("worked-title")?).await?;
    for title in ["Slow motion", "Finding the words"] {
        page.find("link", Name::Has(title)).await?;
    }
    let slowly = stage.msg("worked-slowly")?;
    page.find("button", &slowly).await?;
    page.shoot(&stage.picture("worked-entry")).await?;
    // What is covered is shown first.
    page.address(&format!("page/{}", id(COVERED))).await?;
    let show = stage.msg("entry-covered-open")?;
    page.find("button", &show).await?;
    page.absent("button", &slowly).await?;
    page.press("button", &show).await?;
    page.find("button", &slowly).await?;

    page.address(&format!("person/{}", id(ASHA))).await?;
    page.find("heading", &stage.msg("worked-title")?).await?;
    page.see("better than you expected 2 times, as you expected 1 time, worse 1 time.").await?;
    page.find("button", &words.msg_with("worked-talk", &[("name", "Asha")])?).await?;
    page.shoot(&stage.picture("worked-person")).await?;

    stage.visit(app::place("trends")?).await?;
    let too_few = words.msg_with("predictions-not-enough", &[("n", "4"), ("needed", "5")])?;
    page.see(&too_few).await?;
    std::fs::write(&path, file(&[noted(now, 4, &hand::day(stage, 1).await?, "better")]))?;
    hand::import(stage, &path).await?;
    stage.visit(app::place("trends")?).await?;
    page.see(&words.msg_with("predictions-said", &[("k", "3"), ("n", "5")])?).await?;
    page.unsee(&too_few).await?;
    page.shoot(&stage.picture("worked-patterns")).await?;
    Ok("2 of 2 cards put away for the day; an entry and a person with their worksheets, a covered \
        one only after it was shown; 4 notes on how it went too few, 5 counted"
        .to_owned())
}
