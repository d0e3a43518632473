//! Every worksheet that there is: it opens, begins, can be gone through to its end, fits the
//! smallest screen; each kind of field can be answered; and long answers are kept.

use std::{collections::BTreeSet, time::Instant};

use satkarya_core::content::{self, Field, Kind, Sheet, SheetPace, SheetStep};
use satkarya_e2e::{Result, axe, ensure, page::Name, runner::Stage, wait};
use serde_json::json;

use crate::{hand, line, looks, sheet, sheets};

/// Says what is wider than the window, if anything is.
const WIDE: &str = "const [width] = arguments;
    const page = document.documentElement;
    if (page.scrollWidth <= width) return null;
    const wide = [...document.body.querySelectorAll('*')]
      .filter(e => e.getBoundingClientRect().right > width + 1)
      .map(e => e.localName + '.' + e.className).slice(0, 3);
    return page.scrollWidth + ' wide: ' + wide.join(', ');";

/// What was seen on the way through all worksheets.
#[derive(Default)]
struct Seen {
    steps: usize,
    left: usize,
    kinds: BTreeSet<String>,
    wrong: Vec<String>,
}

/// Begins a worksheet and comes to its first prompt, past what is asked before it.
async fn first(stage: &Stage, sheet: &'static Sheet) -> Result<()> {
    let page = &stage.browser;
    sheet::begin(stage, sheet.id.as_str()).await?;
    if sheet.pace == Some(SheetPace::Gentle) {
        page.press("button", &stage.msg("sheet-now")?).await?;
    }
    if sheet.gate.is_some() && sheet.group.as_str() == "dispute" {
        sheet::at(stage, &stage.msg("sheet-safe-title")?).await?;
        for question in sheets::safety()? {
            sheet::choose(stage, question, 0, "No").await?;
        }
        page.press("button", &stage.msg("sheet-next")?).await?;
    }
    let title = &sheet.steps.first().map(|it| it.title.clone()).unwrap_or_default();
    sheet::at(stage, title).await
}

/// Answers a field of a kind that was not answered before. Whether it was.
async fn answer(stage: &Stage, field: &Field, label: &str, seen: &mut Seen) -> Result<bool> {
    let page = &stage.browser;
    let kind = field.kind;
    let name = format!("{kind:?}");
    if seen.kinds.contains(&name) {
        return Ok(false);
    }
    let option = || field.options.first().map(|it| it.text.clone());
    match kind {
        Kind::Text | Kind::Line => {
            sheet::write(stage, label, 0, "A few words").await?;
            // The keyboard of the phone is put away; what comes with the answer is there then.
            page.run("document.activeElement.blur()", vec![]).await?;
        }
        Kind::Choice | Kind::Several => {
            let Some(option) = option() else { return Ok(false) };
            sheet::choose(stage, label, 0, &option).await?;
        }
        Kind::Scale => sheet::choose(stage, label, 0, "3").await?,
        Kind::Tick => page.press("switch", label).await?,
        Kind::Mark => {
            page.press("button", label).await?;
            page.find("button", &stage.msg("sheet-take-back")?).await?;
        }
        Kind::Count => {
            sheet::press(stage, label, 0).await?;
            page.find("button", &stage.msg("sheet-one-less")?).await?;
        }
        Kind::Date => sheet::day(stage, label, 0, &hand::day(stage, 3).await?).await?,
        Kind::Fuzzy => line::date(stage, "2020").await?,
        Kind::Person | Kind::People => sheet::with(stage, "Asha").await?,
        Kind::Entry => {
            let list = page.find("combobox", label).await?;
            let pick = "const [list] = arguments; list.selectedIndex = 1;
                list.dispatchEvent(new Event('change', { bubbles: true }))";
            page.run(pick, vec![list.to_json()?]).await?;
            page.find("link", &stage.msg("sheet-entry-open")?).await?;
        }
        Kind::Feelings => sheet::choose(stage, label, 0, "sad").await?,
        Kind::Rows => page.press("button", &field.add).await?,
        Kind::Show => {}
    }
    seen.kinds.insert(name);
    Ok(true)
}

/// Answers what is in sight and of a new kind.
async fn answer_all(stage: &Stage, step: &SheetStep, seen: &mut Seen) -> Result<()> {
    for field in step.fields.iter().filter(|it| it.when.is_none()) {
        let label = if field.label.is_empty() { &step.title } else { &field.label };
        // The rows themselves come last: one more would be the first of its name.
        for column in field.columns.iter().filter(|it| it.when.is_none()) {
            answer(stage, column, &column.label, seen).await?;
        }
        answer(stage, field, label, seen).await?;
    }
    Ok(())
}

/// Goes through a worksheet from its first prompt to its end.
async fn through(stage: &Stage, sheet: &'static Sheet, seen: &mut Seen) -> Result<()> {
    let page = &stage.browser;
    let end = stage.msg("sheet-end")?;
    let landing = stage.msg("sheet-landing-title")?;
    let buttons = [stage.msg("sheet-next")?, stage.msg("sheet-save-card")?];
    let mut came = Vec::new();
    loop {
        let now = sheet::here(stage).await?;
        if let Some(wide) = page.run(WIDE, vec![json!(320)]).await?.as_str() {
            seen.wrong.push(format!("{} at {now}: {wide}", sheet.id));
        }
        if now == end {
            break;
        }
        ensure!(!came.contains(&now), "{now} comes twice in {}", sheet.id);
        let Some(step) = sheet.steps.iter().find(|it| it.title == now) else {
            // Two steps may not bear one name, and nothing else stands in their place.
            satkarya_e2e::bail!("{now} is no step of {}", sheet.id);
        };
        answer_all(stage, step, seen).await?;
        came.push(now.clone());
        let mut go = None;
        for button in &buttons {
            if !page.all("button", Name::Is(button)).await?.is_empty() {
                go = Some(button);
            }
        }
        let go = go.map_or("", String::as_str);
        let next = sheet::leave(stage, &now, go).await?;
        if next == landing {
            // By key: with text twice as large a click by WebKit's driver lands beside this button,
            // though nothing on the page moves between its press and its release.
            page.find("button", &stage.msg("sheet-go-on")?).await?.focus().await?;
            page.keys("\u{e007}").await?;
            page.absent("heading", &landing).await?;
        }
    }
    // Those that depend on an answer may have been left out, and no other.
    for step in sheet.steps.iter().filter(|it| !came.contains(&it.title)) {
        ensure!(step.when.is_some(), "{} of {} was not reached", step.title, sheet.id);
        seen.left += 1;
    }
    seen.steps += came.len();
    Ok(())
}

/// Every worksheet is opened, begun and gone through, on the narrowest screen.
pub(crate) async fn opens(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(320, 640).await?;
    stage.open().await?;
    hand::write(stage, "Something happened", 4, 0).await?;
    let mut seen = Seen::default();
    for sheet in content::sheets() {
        let there = async || {
            first(stage, sheet).await?;
            Ok::<_, satkarya_e2e::Error>(())
        };
        there()
            .await
            .map_err(|error| error.context(format!("at the beginning of {}", sheet.id)))?;
        let way = through(stage, sheet, &mut seen).await;
        way.map_err(|error| error.context(format!("on the way through {}", sheet.id)))?;
    }
    sheet::hub(stage).await?;
    let n = content::sheets().len();
    ensure!(seen.wrong.is_empty(), "too wide:\n  {}", seen.wrong.join("\n  "));
    ensure!(seen.kinds.len() == KINDS, "{} kinds: {:?}", seen.kinds.len(), seen.kinds);
    Ok(format!(
        "{n} worksheets gone through, {} steps reached by Next and {} that hang on an answer left \
         out, {KINDS} kinds of field answered, none wider than 320",
        seen.steps, seen.left
    ))
}

/// How many kinds of field there are.
const KINDS: usize = 16;

/// Worksheets of each sort, in which axe finds nothing wrong, with all steps in sight and one by
/// one, light and dark.
pub(crate) async fn checked(stage: &mut Stage) -> Result<String> {
    const SOME: [&str; 7] = ["words", "story", "stand", "ladder", "signs", "well", "bring"];
    let source = axe::source(&stage.lab.target.join("tools"))?;
    let page = &stage.browser;
    let mut wrong = Vec::new();
    let mut n_checked = 0;
    stage.open().await?;
    for (theme, rules) in looks::THEMES {
        looks::set(stage, &json!({ "theme": theme, "motion": "less" })).await?;
        for id in SOME {
            for (width, height) in [(360, 740), (1280, 900)] {
                page.viewport(width, height).await?;
                let sheet = sheet::of(id)?;
                first(stage, sheet).await?;
                let mut seen = Seen::default();
                if let Some(step) = sheet.steps.first() {
                    answer_all(stage, step, &mut seen).await?;
                }
                let (violations, _) = axe::check(page, &source, rules).await?;
                n_checked += 1;
                for found in violations {
                    wrong
                        .push(format!("{theme} {id} at {width}: {} {}", found.rule, found.details));
                }
            }
        }
    }
    ensure!(wrong.is_empty(), "{} violations:\n  {}", wrong.len(), wrong.join("\n  "));
    Ok(format!(
        "{} worksheets in both themes and arrangements, {n_checked} checks, 0 violations",
        SOME.len()
    ))
}

/// Ten thousand characters in each field for text of the plan for a talk: all of them are there
/// after a reload; how long a key takes then is told.
pub(crate) async fn long(stage: &mut Stage) -> Result<String> {
    const N: usize = 10_000;
    const KEYS: usize = 40;
    const FILL: &str = "const [from, n] = arguments;
        const fields = [...document.querySelectorAll('main .sheet__step:not(.sheet__end) textarea')]
          .filter(it => it.checkVisibility());
        fields.forEach((field, at) => {
          if (at < from) return;
          const text = `${at} ` + 'and so it went on and on '.repeat(n / 24 + 1);
          field.focus();
          field.value = text.slice(0, n - 1) + '.';
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          field.blur();
        });
        return fields.length;";
    const LENGTHS: &str = "return [...document.querySelectorAll(
        'main .sheet__step:not(.sheet__end) textarea')]
        .filter(it => it.checkVisibility()).map(it => [it.value.length, parseInt(it.value, 10)]);";
    let page = &stage.browser;
    page.viewport(1280, 900).await?;
    stage.open().await?;
    sheet::begin(stage, "words").await?;
    sheet::at(stage, "The fact, the feeling, the ask").await?;
    let n_fields = page.run(FILL, vec![json!(0), json!(N)]).await?.as_u64().unwrap_or_default();
    hand::saved(stage).await?;
    // A key at the end of one of them, while all the others are as long.
    let field = page.find("textbox", "The fact").await?;
    let end = "const [field] = arguments; field.focus();
        field.setSelectionRange(field.value.length, field.value.length)";
    page.run(end, vec![field.to_json()?]).await?;
    let start = Instant::now();
    page.write_to(&field, &"x".repeat(KEYS)).await?;
    let each = start.elapsed().as_millis() / KEYS as u128;
    hand::saved(stage).await?;
    page.reload().await?;
    page.is_ready().await?;
    sheet::at(stage, "The fact, the feeling, the ask").await?;
    let found = page.run(LENGTHS, vec![]).await?;
    let all = found.as_array().map(Vec::as_slice).unwrap_or_default();
    ensure!(all.len() as u64 == n_fields, "{} of {n_fields} fields are there", all.len());
    let mut longer = 0;
    for (n, it) in all.iter().enumerate() {
        let length = it[0].as_u64().unwrap_or_default();
        ensure!(it[1] == json!(n), "field {n} begins with {}", it[1]);
        longer += usize::from(length == (N + KEYS) as u64);
        ensure!(length == N as u64 || length == (N + KEYS) as u64, "field {n} has {length}");
    }
    ensure!(longer == 1, "what was typed is in {longer} fields");
    Ok(format!(
        "{n_fields} fields of {N} characters whole after a reload; {each} ms for each of {KEYS} keys"
    ))
}

/// Rungs go up and down by keys, with the focus on the one that moves, and a rung that is very hard
/// asks for a smaller step.
pub(crate) async fn rungs(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    sheet::open(stage).await?;
    sheet::begin(stage, "ladder").await?;
    let (hard, easy) = ("Say no kindly", "Comment in a group");
    page.press("button", Name::Has(hard)).await?;
    page.press("button", Name::Has(easy)).await?;
    let smaller = "Can we make a smaller step?";
    let question = "How hard is it?";
    sheet::choose(stage, question, 0, "8").await?;
    page.see(smaller).await?;
    sheet::choose(stage, question, 0, "7").await?;
    page.unsee(smaller).await?;

    let name = |n: &str| stage.lab.words.msg_with("sheet-row-name", &[("name", "Rung"), ("n", n)]);
    let up = stage.lab.words.msg_with("sheet-row-up", &[("name", &name("2")?)])?;
    let down = stage.lab.words.msg_with("sheet-row-down", &[("name", &name("1")?)])?;
    let press = "arguments[0].focus()";
    let mut order = [hard, easy];
    // Of two rungs the lower one can only rise and the upper one only fall: up and back again.
    for (button, lands) in [(&up, &down), (&down, &up)] {
        let there = page.find("button", button.as_str()).await?;
        page.run(press, vec![there.to_json()?]).await?;
        page.keys("\u{e007}").await?;
        order.reverse();
        let read = "return [document.activeElement?.getAttribute('aria-label')?.replace(/[\\u2066-\\u2069]/g, ''),
            ...[...document.querySelectorAll('[data-column=action] input, [data-column=action] textarea')].map(it => it.value)]";
        wait::until("the rungs to change places, and the focus with them", async || {
            let now = page.run(read, vec![]).await?;
            Ok((now == json!([lands, order[0], order[1]])).then_some(()))
        })
        .await?;
    }
    let first_up = stage.lab.words.msg_with("sheet-row-up", &[("name", &name("1")?)])?;
    page.absent("button", Name::Is(&first_up)).await?;
    Ok("2 rungs moved up and down by keys, the focus with them; a smaller step asked at 8"
        .to_owned())
}
