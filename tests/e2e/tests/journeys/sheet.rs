//! What a person's hand does in a worksheet: begin it, answer, go on, stop. On a phone, where one
//! prompt is in sight at a time.

use satkarya_core::{
    content::{self, Field, FieldId, Kind},
    id::Id,
    record::{Body, Record},
    sheet::{Answers, Slot, Worksheet},
    stamp::Stamp,
};
use satkarya_e2e::{Context as _, Result, app, bail, ensure, page::Name, runner::Stage, wait};
use serde_json::{Value, json};

use crate::{diary, hand};

/// A worksheet as the content has it.
pub(crate) fn of(id: &str) -> Result<&'static content::Sheet> {
    content::sheet(id).with_context(|| format!("no worksheet {id}"))
}

/// Opens the app on a phone.
pub(crate) async fn open(stage: &Stage) -> Result<()> {
    stage.browser.viewport(360, 740).await?;
    stage.open().await
}

/// Begins a worksheet from the page that tells of it.
pub(crate) async fn begin(stage: &Stage, id: &str) -> Result<()> {
    let page = &stage.browser;
    page.address(&format!("work/{id}")).await?;
    page.find("heading", &of(id)?.title).await?;
    page.press("button", &stage.msg("sheet-begin")?).await?;
    page.absent("button", &stage.msg("sheet-begin")?).await?;
    there(stage).await
}

/// Waits until a worksheet is open.
pub(crate) async fn there(stage: &Stage) -> Result<()> {
    let here = "return location.hash.startsWith('#/work/page/') && !!document.querySelector('main .sheet h1')";
    wait::until("a worksheet to open", async || {
        Ok((stage.browser.run(here, vec![]).await? == json!(true)).then_some(()))
    })
    .await
}

/// Waits until this prompt is in sight.
pub(crate) async fn at(stage: &Stage, prompt: &str) -> Result<()> {
    stage.browser.find("heading", prompt).await?;
    Ok(())
}

/// Goes on to the next prompt.
pub(crate) async fn next(stage: &Stage, prompt: &str) -> Result<()> {
    stage.browser.press("button", &stage.msg("sheet-next")?).await?;
    read_from(stage, prompt).await
}

/// Waits until reading begins at this prompt: it is in sight and has the focus, and nothing moves
/// any more.
pub(crate) async fn read_from(stage: &Stage, prompt: &str) -> Result<()> {
    at(stage, prompt).await?;
    wait::until(&format!("the focus on {prompt}"), async || {
        Ok((focused(stage).await? == prompt).then_some(()))
    })
    .await
}

/// Presses what goes on from a prompt, and waits for the one that comes after it.
pub(crate) async fn leave(stage: &Stage, before: &str, button: &str) -> Result<String> {
    stage.browser.press("button", button).await?;
    wait::until(&format!("what comes after {before}"), async || {
        let now = focused(stage).await?;
        Ok((!now.is_empty() && now != before && now == here(stage).await?).then_some(now))
    })
    .await
}

/// The prompt that has the focus, and nothing where none has.
async fn focused(stage: &Stage) -> Result<String> {
    let read = "const e = document.activeElement;
        return e?.localName === 'h2' ? e.textContent.replace(/[\\u2066-\\u2069]/g, '').trim() : ''";
    let read = stage.browser.run(read, vec![]).await?;
    Ok(read.as_str().unwrap_or_default().to_owned())
}

/// Goes on until this prompt is in sight.
pub(crate) async fn on_to(stage: &Stage, prompt: &str) -> Result<()> {
    for _ in 0..20 {
        let before = here(stage).await?;
        if before == prompt {
            return Ok(());
        }
        leave(stage, &before, &stage.msg("sheet-next")?).await?;
    }
    bail!("{prompt} does not come")
}

/// Goes on to the end.
pub(crate) async fn to_end(stage: &Stage) -> Result<()> {
    let end = stage.msg("sheet-end")?;
    on_to(stage, &end).await
}

/// The prompt that is in sight, and nothing where none is.
pub(crate) async fn here(stage: &Stage) -> Result<String> {
    let read = "const all = [...document.querySelectorAll('main h2')]
          .filter(it => it.checkVisibility() && it.getClientRects().length);
        return (all[0]?.textContent ?? '').replace(/[\\u2066-\\u2069]/g, '').trim();";
    let read = stage.browser.run(read, vec![]).await?;
    Ok(read.as_str().unwrap_or_default().to_owned())
}

/// Stops for today, and waits for the list of all worksheets.
pub(crate) async fn stop(stage: &Stage) -> Result<()> {
    let page = &stage.browser;
    page.press("button", &stage.msg("sheet-stop")?).await?;
    page.find("heading", &stage.msg("sheets-title")?).await?;
    page.see(&stage.msg("sheet-stopped")?).await?;
    hand::saved(stage).await
}

/// Chooses an answer of the question that comes up so often before it (rows ask the same), as a
/// finger does: by its label.
pub(crate) async fn choose(stage: &Stage, question: &str, n: usize, answer: &str) -> Result<()> {
    const CLICK: &str = "const [question, n, answer] = arguments;
        const words = e => (e?.textContent ?? '').replace(/[\\u2066-\\u2069]/g, '').trim();
        const shown = e => e.checkVisibility() && e.getClientRects().length;
        const groups = [...document.querySelectorAll('main fieldset')]
          .filter(it => shown(it) && words(it.querySelector(':scope > legend')) === question);
        if (!groups[n]) return 'no question ' + question + ' ' + n;
        const label = [...groups[n].querySelectorAll('label')].find(it => {
          const text = words(it.querySelector('.visually-hidden') ?? it);
          return text === answer || text.startsWith(answer + ',');
        });
        if (!label) return 'no answer ' + answer + ' to ' + question;
        label.click();
        return label.querySelector('input').checked ? '' : answer + ' is not chosen';";
    let arguments = vec![json!(question), json!(n), json!(answer)];
    wait::until("", async || {
        let wrong = stage.browser.run(CLICK, arguments.clone()).await?;
        let wrong = wrong.as_str().unwrap_or_default().to_owned();
        // Rows and fields may still be on their way.
        if wrong.starts_with("no question") {
            return Ok(None);
        }
        ensure!(wrong.is_empty(), "{wrong}");
        Ok(Some(()))
    })
    .await
    .with_context(|| format!("{answer} to {question}, number {n}"))
}

/// Types into the field with this name that comes after so many of the same name.
pub(crate) async fn write(stage: &Stage, label: &str, n: usize, text: &str) -> Result<()> {
    let page = &stage.browser;
    let field = wait::until(&format!("field {n} of {label}"), async || {
        Ok(page.all("textbox", Name::Is(label)).await?.into_iter().nth(n))
    })
    .await?;
    page.write_to(&field, text).await
}

/// Chooses in the list with this name that comes after so many of the same name, by words that are
/// in its line, as keys do.
pub(crate) async fn pick(stage: &Stage, label: &str, n: usize, words: &str) -> Result<()> {
    let page = &stage.browser;
    let list = wait::until(&format!("list {n} of {label}"), async || {
        Ok(page.all("combobox", Name::Is(label)).await?.into_iter().nth(n))
    })
    .await?;
    let pick = "const [list, words] = arguments;
        list.focus();
        list.selectedIndex = [...list.options].findIndex(it => it.label.includes(words));
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return list.selectedIndex;";
    let at = page.run(pick, vec![list.to_json()?, json!(words)]).await?;
    ensure!(at.as_i64().is_some_and(|at| at >= 0), "{words} is not in the list {label}");
    Ok(())
}

/// Gives a day. No driver can open the browser's own picker, so its answer is given.
pub(crate) async fn day(stage: &Stage, label: &str, n: usize, day: &str) -> Result<()> {
    let page = &stage.browser;
    let field = wait::until(&format!("day {n} of {label}"), async || {
        Ok(page.all("date", Name::Is(label)).await?.into_iter().nth(n))
    })
    .await?;
    let set = "const [field, day] = arguments;
        field.focus();
        field.value = day;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(set, vec![field.to_json()?, json!(day)]).await?;
    Ok(())
}

/// Names somebody in the field for people that is in sight, as typing does, and adds them where
/// nobody is called so.
pub(crate) async fn with(stage: &Stage, name: &str) -> Result<()> {
    let page = &stage.browser;
    let search = stage.msg("entry-people-search")?;
    page.write("textbox", Name::Starts(&search), &format!("{name}\u{e007}")).await?;
    Ok(())
}

/// Presses the button with this name that comes after so many of the same name.
pub(crate) async fn press(stage: &Stage, button: &str, n: usize) -> Result<()> {
    let page = &stage.browser;
    let found = wait::until(&format!("button {n} of {button}"), async || {
        Ok(page.all("button", Name::Is(button)).await?.into_iter().nth(n))
    })
    .await?;
    let center = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
    page.run(center, vec![found.to_json()?]).await?;
    Ok(found.click().await?)
}

/// The newest worksheet of a kind that is not deleted, as a file tells it.
pub(crate) async fn newest(stage: &Stage, id: &str) -> Result<Value> {
    let all = all(stage, id).await?;
    all.into_iter().next_back().with_context(|| format!("no worksheet {id} in the file"))
}

/// All worksheets of a kind that are not deleted, the newest last.
pub(crate) async fn all(stage: &Stage, id: &str) -> Result<Vec<Value>> {
    let (_, file) = hand::export(stage).await?;
    let none = Vec::new();
    let records = file["records"].as_array().unwrap_or(&none).iter();
    let alive = records.filter(|it| it["removed"].is_null());
    let mut found: Vec<&Value> =
        alive.filter(|it| it["body"]["sheet"]["sheet"] == json!(id)).collect();
    found.sort_by_key(|it| it["created"].as_str().unwrap_or_default());
    Ok(found.into_iter().map(|it| it["body"]["sheet"].clone()).collect())
}

/// Opens a worksheet that was begun from the list of all; the first where there are several.
pub(crate) async fn take_up(stage: &Stage, id: &str) -> Result<()> {
    let page = &stage.browser;
    page.address(&format!("work/{id}")).await?;
    page.find("button", &stage.msg("sheet-begin")?).await?;
    page.press("link", Name::Starts(&of(id)?.title)).await?;
    there(stage).await
}

/// Opens the list of all worksheets.
pub(crate) async fn hub(stage: &Stage) -> Result<()> {
    stage.visit(app::place("work")?).await
}

/// The worksheets that a diary kept for a while has.
pub(crate) const FILLED: [&str; 6] = ["words", "slowly", "story", "ladder", "signs", "well"];

/// Answers a field, or a column in a row, with something of its kind.
fn fill(answers: &mut Answers, field: &'static Field, slot: Slot) {
    const WORDS: &str = "What I would have liked to say, and did not find the words for. ";
    let options = field.options.iter().map(|it| it.id.as_str());
    let value = match field.kind {
        Kind::Text => json!(WORDS.repeat(6)),
        Kind::Line => json!(WORDS.trim()),
        Kind::Choice => json!(options.take(1).collect::<String>()),
        Kind::Several => json!(options.take(3).collect::<Vec<_>>()),
        Kind::Scale => json!(3),
        Kind::Tick => json!(true),
        Kind::Count => json!(1),
        Kind::Mark | Kind::Date => json!("2026-11-20"),
        Kind::Fuzzy => json!("2020"),
        Kind::Feelings => json!(["sad", "hurt"]),
        Kind::Person | Kind::People | Kind::Entry | Kind::Rows | Kind::Show => json!(null),
    };
    answers.set(slot, value);
}

/// Worksheets in which everything is answered but the last of them, which is in its midst.
pub(crate) fn filled() -> Result<Vec<Record>> {
    let mut records = Vec::new();
    for (n, id) in FILLED.into_iter().enumerate() {
        let sheet = of(id)?;
        let mut made = Worksheet::new(sheet.id.clone(), diary::today()?);
        for field in sheet.fields() {
            let slot = Slot::of(field.id.as_str());
            fill(&mut made.answers, field, slot);
            for row in 0..3 {
                for column in &field.columns {
                    fill(&mut made.answers, column, slot.at(row, column.id.as_str()));
                }
            }
        }
        if n + 1 == FILLED.len() {
            made.answers.set(Slot::of("review"), json!(null));
            made.at = FieldId::try_from("early".to_owned()).ok();
        }
        let id = Id::from_bytes([u8::try_from(n)? + 200; 16]);
        records.push(Record::new(id, Stamp::FIRST, Body::Sheet(made)));
    }
    Ok(records)
}
