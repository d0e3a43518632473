//! What Patterns says: the two scenarios in their own numbers and words, the filter, and the pages
//! beside it.

use satkarya_e2e::{
    Context as _, Result, app, browser::Browser, ensure, page::Name, runner::Stage, wait,
};
use serde_json::{Value, json};

use crate::hand;

/// The words that no finding may use.
const NEVER: [&str; 3] = ["causes", "because", "triggers"];

pub(crate) fn id(n: usize) -> String {
    format!("{n:026}")
}

/// A record made a moment ago.
pub(crate) fn record(now: u64, n: usize, body: &Value) -> Value {
    let at = format!("{now:x}-{n:04x}-00000001");
    json!({ "id": id(n), "created": at, "changed": at, "body": body })
}

/// An entry so many days ago, with whatever else it says.
pub(crate) async fn entry(
    stage: &Stage,
    now: u64,
    n: usize,
    back: i64,
    says: &Value,
) -> Result<Value> {
    let when = json!({ "day": hand::day(stage, back).await?, "time": "10:00", "offset": 0 });
    let mut entry = json!({ "when": when });
    let entry_fields = entry.as_object_mut().context("an entry")?;
    entry_fields.extend(says.as_object().cloned().unwrap_or_default());
    Ok(record(now, n, &json!({ "entry": entry })))
}

pub(crate) async fn bring_in(stage: &Stage, records: &[Value]) -> Result<()> {
    let path = stage.browser.downloads().join("trends.json");
    let file = json!({ "format": "satkarya", "version": 1, "records": records }).to_string();
    std::fs::write(&path, file)?;
    hand::import(stage, &path).await?;
    stage.visit(app::place("trends")?).await
}

pub(crate) async fn now(stage: &Stage) -> Result<u64> {
    Ok(stage.browser.run("return Date.now()", vec![]).await?.as_u64().unwrap_or_default())
}

/// Everything that stands in a card, the reasons too, once it says some words.
pub(crate) async fn card(stage: &Stage, word: &str, says: &str) -> Result<String> {
    let look = "const card = document.querySelector(`[aria-labelledby=finding-${arguments[0]}]`);
        return (card?.textContent ?? '').replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ')";
    wait::until(&format!("the card {word} to say “{says}”"), async || {
        let text = stage.browser.run(look, vec![json!(word)]).await?;
        Ok(text.as_str().filter(|text| text.contains(says)).map(str::to_owned))
    })
    .await
}

/// Whether the page is wider than the screen.
pub(crate) async fn is_wide(page: &Browser) -> Result<bool> {
    let look = "return document.documentElement.scrollWidth > innerWidth";
    Ok(page.run(look, vec![]).await? == json!(true))
}

/// S18: with four entries it says how many there are and no number; with five, in these words.
pub(crate) async fn enough(stage: &mut Stage) -> Result<String> {
    const PAIRS: [(u8, u8); 5] = [(6, 4), (5, 4), (7, 4), (5, 5), (6, 3)];
    let page = &stage.browser;
    page.viewport(320, 640).await?;
    stage.open().await?;
    let now = now(stage).await?;
    let mut records = vec![record(now, 1, &json!({ "person": { "name": "Asha" } }))];
    for (n, (before, after)) in (2..).zip(PAIRS) {
        let says = json!({ "before": before, "after": after, "people": [id(1)] });
        records.push(entry(stage, now, n, i64::try_from(n)?, &says).await?);
    }
    let fifth = records.pop().context("five entries")?;
    bring_in(stage, &records).await?;
    let text = card(stage, "beforeafter", "Not enough yet: 4 of 5").await?;
    for number in ["Middle", "lower", "higher"] {
        ensure!(!text.contains(number), "{number:?} stands in {text:?}");
    }
    bring_in(stage, &[fifth]).await?;
    let said = "In 5 entries with Asha, your mood afterwards was lower 4 times, the same 1 time, \
        higher 0 times. Middle change −2. That’s a small number; it could easily change.";
    let text = card(stage, "beforeafter", said).await?;
    for word in NEVER {
        ensure!(!text.contains(word), "{word:?} stands in {text:?}");
    }
    ensure!(!text.contains("Not enough"), "{text:?}");
    ensure!(!is_wide(page).await?, "wider than 320 pixels");
    page.shoot(&stage.picture("trends-before-after")).await?;
    // Hidden and shown again by keys alone; the heading keeps the focus.
    let title = stage.msg("before-after-title")?;
    for (message, gone) in [("patterns-hide", true), ("patterns-show", false)] {
        let label = stage.lab.words.msg_with(message, &[("name", &title)])?;
        let button = page.find("button", &label).await?;
        page.run("arguments[0].focus()", vec![button.to_json()?]).await?;
        page.keys("\u{e007}").await?;
        page.absent("button", &label).await?;
        let focused = "return document.activeElement.id";
        wait::until("the heading to have the focus", async || {
            let id = page.run(focused, vec![]).await?;
            Ok((id == json!("finding-beforeafter")).then_some(()))
        })
        .await?;
        if gone {
            page.unsee(said).await?;
        } else {
            page.see(said).await?;
        }
    }
    Ok("4 of 5 entries: how many there are; 5 of 5: the sentence; hidden and shown by 2 keys"
        .into())
}

/// S19: five other days are needed; then both middles, both numbers, and what they do not show.
/// The filter says how much it counts, and goes by one tap.
pub(crate) async fn harder_days(stage: &mut Stage) -> Result<String> {
    const HARD: [u8; 6] = [3, 4, 3, 2, 5, 4];
    const OTHER: [u8; 5] = [6, 7, 5, 6, 7];
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    let now = now(stage).await?;
    let mut records = Vec::new();
    for (n, mood) in (1..).zip(HARD) {
        let says = json!({ "mood": mood, "kind": "argument" });
        records.push(entry(stage, now, n, i64::try_from(n)?, &says).await?);
    }
    for (n, mood) in (11..).zip(OTHER) {
        records.push(entry(stage, now, n, i64::try_from(n)?, &json!({ "mood": mood })).await?);
    }
    let fifth = records.pop().context("five other days")?;
    bring_in(stage, &records).await?;
    card(stage, "harddays", "Not enough yet: 4 of 5").await?;
    bring_in(stage, &[fifth]).await?;
    let said = "On 6 days with a difficult moment, the middle mood was 3.5. On 5 other days it was \
        6. This doesn’t show which came first.";
    let text = card(stage, "harddays", said).await?;
    for word in NEVER {
        ensure!(!text.contains(word), "{word:?} stands in {text:?}");
    }
    let dots = "return document.querySelectorAll(
        '[aria-labelledby=finding-harddays] .strips__dot').length";
    let n_dots = page.run(dots, vec![]).await?;
    ensure!(n_dots == json!(HARD.len() + OTHER.len()), "{n_dots} dots");
    ensure!(!is_wide(page).await?, "wider than the screen");
    page.shoot(&stage.picture("trends-harder-days")).await?;

    page.press("button", &stage.msg("filter-title")?).await?;
    let kind = page.find("combobox", &stage.msg("patterns-filter-kind")?).await?;
    let choose = "const [list, label] = arguments;
        list.selectedIndex = [...list.options].findIndex(it => it.label === label);
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    let argument = stage.msg("kind-argument")?;
    page.run(choose, vec![kind.to_json()?, json!(argument)]).await?;
    page.see(&stage.msg("patterns-filtered")?).await?;
    page.see("6 entries on 6 days").await?;
    card(stage, "harddays", "Not enough yet: 0 of 5").await?;
    page.press("button", &stage.msg("patterns-filter-clear")?).await?;
    card(stage, "harddays", said).await?;
    page.unsee(&stage.msg("patterns-filtered")?).await?;
    Ok(format!("4 of 5 other days: how many there are; then 3.5 and 6, {n_dots} dots; 1 filter"))
}

/// The week in words leads to its entries, and an event has the days around it.
pub(crate) async fn beside(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(320, 640).await?;
    stage.open().await?;
    let now = now(stage).await?;
    let mut records = vec![
        record(now, 1, &json!({ "person": { "name": "Asha" } })),
        record(
            now,
            2,
            &json!({ "event": {
            "title": "Moved out", "when": hand::day(stage, 40).await? } }),
        ),
    ];
    for n in 0..5_usize {
        let back = i64::try_from(n)?;
        let before = entry(stage, now, 10 + n, 41 + back, &json!({ "mood": 3 })).await?;
        let after = entry(stage, now, 20 + n, 39 - back, &json!({ "mood": 6 })).await?;
        records.extend([before, after]);
    }
    let today = [
        (30, json!({ "mood": 2, "what": "The hard call", "people": [id(1)] })),
        (
            31,
            json!({ "mood": 8, "what": "On the roof", "people": [id(1)],
            "feelings": [{ "id": "calm" }], "did": ["said_clearly"], "got": "better" }),
        ),
    ];
    for (n, says) in &today {
        records.push(entry(stage, now, *n, 0, says).await?);
    }
    bring_in(stage, &records).await?;
    page.press("link", Name::Has(&stage.msg("review-title")?)).await?;
    page.find("heading", &stage.msg("review-title")?).await?;
    let sentences = [
        "2 entries on 1 day.",
        "Your highest mood was 8, in this entry.",
        "Your lowest mood was 2, in this entry.",
        "You wrote about Asha (2).",
        "How it went: better than I hoped",
    ];
    for said in sentences {
        page.see(said).await?;
    }
    ensure!(!is_wide(page).await?, "the week is wider than 320 pixels");
    page.shoot(&stage.picture("trends-week")).await?;
    page.find("link", Name::Has("On the roof")).await?;
    page.press("button", &stage.msg("review-earlier")?).await?;
    page.see(&stage.msg("review-empty")?).await?;
    page.press("button", &stage.msg("review-later")?).await?;
    page.press("link", &stage.msg("review-sheet")?).await?;
    page.find("heading", "Since last time").await?;

    page.address(&format!("line/{}", id(2))).await?;
    page.press("link", &stage.msg("around-open")?).await?;
    page.find("heading", &stage.msg("around-title")?).await?;
    page.see("Before: 3 (5 days). After: 6 (5 days). Other things were happening too.").await?;
    ensure!(!is_wide(page).await?, "the days around are wider than 320 pixels");
    page.shoot(&stage.picture("trends-around")).await?;
    Ok(format!(
        "{} sentences of a week, 2 ways on; 5 days before an event and 5 after",
        sentences.len()
    ))
}

/// The days of a year with a person are told by their shape and in words, and the whole year stays
/// on a narrow screen. Before and after stands on the page of the person as well.
pub(crate) async fn with_somebody(stage: &mut Stage) -> Result<String> {
    const DAYS: i64 = 3;
    let page = &stage.browser;
    page.viewport(320, 640).await?;
    stage.open().await?;
    let now = now(stage).await?;
    let mut records = vec![record(now, 1, &json!({ "person": { "name": "Asha" } }))];
    for back in 0..2 * DAYS {
        let people = if back % 2 == 0 { vec![id(1)] } else { Vec::new() };
        let says = json!({ "mood": 5, "people": people, "before": 6, "after": 4 });
        records.push(entry(stage, now, 2 + usize::try_from(back)?, back, &says).await?);
    }
    bring_in(stage, &records).await?;
    page.address("pages/year").await?;
    let list = page.find("combobox", &stage.msg("diary-year-with")?).await?;
    let marked = "return [...document.querySelectorAll('.year__cell--marked')].map(it =>
        [it.getAttribute('aria-label').replace(/[\\u2066-\\u2069]/g, ''),
         getComputedStyle(it).borderTopLeftRadius])";
    ensure!(page.run(marked, vec![]).await? == json!([]), "somebody is marked before");
    let choose = "const [list] = arguments; list.selectedIndex = 1;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(choose, vec![list.to_json()?]).await?;
    let cells = wait::until("marked days", async || {
        let found = page.run(marked, vec![]).await?;
        Ok(found.as_array().filter(|all| !all.is_empty()).cloned())
    })
    .await?;
    // Days of the year before are in another picture.
    let year = hand::day(stage, 0).await?.get(..4).map(str::to_owned).context("a year")?;
    let mut n_days = 0;
    for back in (0..2 * DAYS).step_by(2) {
        n_days += usize::from(hand::day(stage, back).await?.starts_with(&year));
    }
    ensure!(cells.len() == n_days, "{} days are marked, not {n_days}", cells.len());
    for cell in &cells {
        let label = cell[0].as_str().unwrap_or_default();
        ensure!(label.ends_with("with Asha") && cell[1] == json!("50%"), "{cell}");
    }
    ensure!(!is_wide(page).await?, "the year is wider than 320 pixels");
    page.shoot(&stage.picture("year-with-somebody")).await?;
    page.address(&format!("person/{}", id(1))).await?;
    page.see("Not enough yet: 3 of 5").await?;
    Ok(format!("{n_days} round days, each named with her; 3 of 5 entries before and after"))
}
