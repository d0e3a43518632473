//! Old years: set aside into a file that was proved, undone, brought back; and never without a proof.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use satkarya_core::{
    generate::years,
    id::Id,
    journal::Journal,
    record::{Body, Record},
    store::Frame,
    text::Note,
    time::Day,
    transfer::old_years,
};
use satkarya_e2e::{
    Context as _, Result, app,
    axe::{self, Rules},
    browser::Browser,
    ensure,
    page::Name,
    runner::Stage,
    wait,
};
use serde_json::{Value, json};

use crate::backup::{records, taken};
use crate::lock::secrets;
use crate::page::WORDS;
use crate::{diary, hand, looks};

/// A word that only the entries which go have.
const MARK: &str = "kingfisher";

/// The latest year that is old enough.
pub(crate) fn year() -> Result<i32> {
    Ok(diary::today()?.year() - 2)
}

/// Writes a backup file of records.
pub(crate) fn file_of(records: &[Record]) -> Result<tempfile::NamedTempFile> {
    let file = tempfile::Builder::new().suffix(".json").tempfile()?;
    let text = json!({ "format": "satkarya", "version": 1, "records": records }).to_string();
    std::fs::write(file.path(), text)?;
    Ok(file)
}

/// Three years of a diary, with the mark in every entry of the year that would go; and how many
/// would.
fn three_years(n: usize) -> Result<(Vec<Record>, usize)> {
    let mut all = years(7, diary::today()?, n);
    // What has been in the bin for long goes by itself when the app is opened.
    all.retain(|record| record.live().is_some());
    let mut journal = Journal::new();
    for record in &all {
        journal.load(record.clone());
    }
    let old = old_years(&journal, diary::today()?, &BTreeSet::new());
    let year = year()?;
    let goes: BTreeSet<Id> =
        old.into_iter().find(|it| it.year == year).context("no old year")?.goes;
    for record in all.iter_mut().filter(|record| goes.contains(&record.id)) {
        if let Some(Body::Entry(entry)) = &mut record.body {
            entry.what = Note::cut(&format!("{MARK}: {}", entry.what));
        }
    }
    Ok((all, goes.len()))
}

/// Goes to the page of old years, from another one.
pub(crate) async fn visit(stage: &Stage) -> Result<()> {
    stage.visit(app::place("settings/keeping")?).await?;
    stage.visit(app::place("settings/years")?).await
}

/// A message about the year, with a number if it has one.
pub(crate) fn about(stage: &Stage, id: &str, year: i32, n: usize) -> Result<String> {
    stage.lab.words.msg_with(id, &[("year", &year.to_string()), ("n", &n.to_string())])
}

/// Chooses a year.
async fn choose_year(stage: &Stage, year: i32) -> Result<()> {
    visit(stage).await?;
    stage.browser.press("button", &about(stage, "aside-begin", year, 0)?).await
}

/// Makes the file of a year, and takes it from the downloads.
pub(crate) async fn make(stage: &Stage, year: i32) -> Result<tempfile::NamedTempFile> {
    choose_year(stage, year).await?;
    secrets(&stage.browser, &[WORDS, WORDS]).await?;
    stage.browser.press("button", &stage.msg("aside-make")?).await?;
    // Made and opened once more: on a busy machine that takes its time.
    let again = stage.msg("aside-again")?;
    wait::within(Duration::from_secs(60), "the file to be made", async || {
        Ok(stage.browser.names("button").await?.contains(&again).then_some(()))
    })
    .await?;
    taken(&stage.browser).await
}

/// Chooses a file in a section of the page.
async fn offer(browser: &Browser, section: &str, file: &Path) -> Result<()> {
    let field = "return document.querySelector(`#${arguments[0]} input[type=file]`)";
    let field = browser.web().execute(field, vec![json!(section)]).await?.element()?;
    field.send_keys(file.display().to_string()).await?;
    Ok(())
}

/// Chooses a file to be compared, and types a passphrase.
pub(crate) async fn compare(stage: &Stage, file: &Path, words: &str) -> Result<()> {
    offer(&stage.browser, "years", file).await?;
    secrets(&stage.browser, &[words]).await?;
    stage.browser.press("button", &stage.msg("file-ask-action")?).await
}

/// The last step: the button does nothing before the year was typed.
pub(crate) async fn confirm(stage: &Stage, year: i32) -> Result<()> {
    let page = &stage.browser;
    let action = about(stage, "aside-confirm", year, 0)?;
    let button = page.find("button", &action).await?;
    ensure!(
        button.attr("aria-disabled").await?.as_deref() == Some("true"),
        "nothing was typed, and the button can be pressed"
    );
    page.write("textbox", &about(stage, "aside-type", year, 0)?, &year.to_string()).await?;
    page.press("button", &action).await
}

/// Every stored value and item of the second copy that says the mark, by its key.
async fn saying(stage: &Stage) -> Result<Vec<String>> {
    const HELD: &str = "
        const all = Object.entries(localStorage);
        const asked = request => new Promise((done, fail) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => fail(request.error);
        });
        for (const { name } of await indexedDB.databases()) {
          const db = await asked(indexedDB.open(name));
          for (const store of db.objectStoreNames) {
            const held = db.transaction(store).objectStore(store);
            const [keys, items] = [await asked(held.getAllKeys()), await asked(held.getAll())];
            keys.forEach((key, n) => {
              const item = items[n];
              all.push([String(key), String(item?.value ?? JSON.stringify(item))]);
            });
          }
          db.close();
        }
        return all;";
    let held = stage.browser.run_async(HELD, vec![]).await?;
    let held = held.as_array().context("nothing is held")?;
    ensure!(held.len() > 10, "only {} values are held", held.len());
    let mut found = Vec::new();
    for item in held {
        let (key, value) = (item[0].as_str().context("key")?, item[1].as_str().context("value")?);
        let inside = Frame::parse(key, value).map(|frame| frame.payload).unwrap_or_default();
        if value.contains(MARK) || String::from_utf8_lossy(&inside).contains(MARK) {
            found.push(key.to_owned());
        }
    }
    Ok(found)
}

/// Whether a diary is as it was told.
fn is_same(found: &Value, told: &Value) -> Result<()> {
    let (found, told) = (found.as_array().context("records")?, told.as_array().context("told")?);
    let other = found.iter().zip(told).find(|(a, b)| a != b);
    ensure!(other.is_none(), "{} records for {}, first {other:?}", found.len(), told.len());
    ensure!(found.len() == told.len(), "{} records for {}", found.len(), told.len());
    Ok(())
}

fn without(told: &Value, year: i32) -> usize {
    let marked = |it: &&Value| {
        let entry = &it["body"]["entry"];
        let says = entry["what"].as_str().is_some_and(|what| what.contains(MARK));
        says && entry["when"]["day"].as_str().is_some_and(|day| day.starts_with(&year.to_string()))
    };
    told.as_array().into_iter().flatten().filter(marked).count()
}

/// A year goes into a file, with a real download and file chooser; its words are in no key after
/// that; undo brings it back, and so does the file.
pub(crate) async fn set_aside(stage: &mut Stage) -> Result<String> {
    let (given, n_goes) = three_years(stage.rounds(1_700, 3_200))?;
    let year = year()?;
    stage.open().await?;
    hand::import(stage, file_of(&given)?.path()).await?;
    let told = records(stage, &stage.browser).await?;
    ensure!(without(&told, year) == n_goes, "the diary is not as it was given");
    let n_said = saying(stage).await?.len();
    ensure!(n_said > 10, "only {n_said} values say the mark");

    let file = make(stage, year).await?;
    let page = &stage.browser;
    compare(stage, file.path(), WORDS).await?;
    page.find("heading", &stage.msg("aside-holds-title")?).await?;
    confirm(stage, year).await?;
    let done = about(stage, "aside-done", year, n_goes)?;
    page.see(&done).await?;
    page.find("heading", &stage.msg("aside-away")?).await?;
    hand::saved(stage).await?;
    ensure!(saying(stage).await? == [""; 0], "words of the year are left");
    page.press("button", &stage.msg("common-undo")?).await?;
    page.find("button", &about(stage, "aside-begin", year, 0)?).await?;
    hand::saved(stage).await?;
    is_same(&records(stage, page).await?, &told).context("undone")?;

    // Once more, with the file that there is already.
    choose_year(stage, year).await?;
    page.press("button", &stage.msg("aside-have")?).await?;
    page.find("button", &stage.msg("aside-again")?).await?;
    compare(stage, file.path(), WORDS).await?;
    page.find("heading", &stage.msg("aside-holds-title")?).await?;
    confirm(stage, year).await?;
    page.see(&done).await?;
    hand::saved(stage).await?;
    stage.open().await?;
    ensure!(saying(stage).await? == [""; 0], "words of the year are left after a reload");
    let rest = records(stage, page).await?;
    let n_of = |all: &Value| all.as_array().map_or(0, Vec::len);
    ensure!(
        n_of(&rest) + n_goes == n_of(&told),
        "{} went, not {n_goes}",
        n_of(&told) - n_of(&rest)
    );
    ensure!(without(&rest, year) == 0, "entries of the year are left");

    // From the file, on the same page.
    visit(stage).await?;
    page.find("heading", &stage.msg("aside-away")?).await?;
    page.see(&name_of(file.path())?).await?;
    offer(page, "bring-in", file.path()).await?;
    secrets(page, &[WORDS]).await?;
    page.press("button", &stage.msg("file-ask-action")?).await?;
    page.press("button", &stage.msg("import-confirm")?).await?;
    page.find("button", &stage.msg("import-undo")?).await?;
    hand::saved(stage).await?;
    is_same(&records(stage, page).await?, &told).context("from the file")?;
    visit(stage).await?;
    page.absent("heading", &stage.msg("aside-away")?).await?;
    Ok(format!(
        "{n_goes} of {} entries of {year} and others went; words in {n_said} values before, in 0 \
         after, also opened anew; undone and brought back: {1} of {1} records equal, 2 times",
        n_of(&told),
        n_of(&told)
    ))
}

/// The name of a file where it lies.
fn name_of(file: &Path) -> Result<String> {
    Ok(file.file_name().context("no name")?.to_string_lossy().into_owned())
}

/// Entries of two old years, six of each, and a few of now.
pub(crate) fn few() -> Result<Vec<Record>> {
    let (mut all, wanted) = (Vec::new(), year()?);
    let mut n = 0;
    for mut record in years(11, diary::today()?, 40) {
        let Some(Body::Entry(entry)) = &mut record.body else {
            // Nothing else names an entry, so that all of them go.
            continue;
        };
        n += 1;
        entry.star = false;
        if n <= 12 {
            let (year, month) = (wanted - i32::from(n > 6), 1 + n % 12);
            entry.when.day = Day::new(year, month, 7)?;
            entry.what = Note::cut(&format!("{MARK} {n}"));
        }
        record.removed = None;
        all.push(record);
    }
    Ok(all)
}

/// A wrong file, a damaged one, that of another year, one that is older than what is here, a wrong
/// passphrase, a killed browser: nothing leaves.
pub(crate) async fn not_proved(stage: &mut Stage) -> Result<String> {
    let year = year()?;
    stage.open().await?;
    hand::import(stage, file_of(&few()?)?.path()).await?;
    let told = records(stage, &stage.browser).await?;
    let before = make(stage, year - 1).await?;
    let file = make(stage, year).await?;
    let stored = stage.browser.stored().await?;
    let page = &stage.browser;
    let mut n_refused = 0;

    compare(stage, file.path(), "small things at night").await?;
    page.see(&stage.msg("file-ask-wrong")?).await?;
    page.press("button", &stage.msg("common-cancel")?).await?;
    n_refused += 1;
    let bytes = std::fs::read(file.path())?;
    for length in [bytes.len() - 1, bytes.len() / 2, 60] {
        let cut = tempfile::Builder::new().suffix(".age").tempfile()?;
        std::fs::write(cut.path(), bytes.get(..length).unwrap_or_default())?;
        offer(page, "years", cut.path()).await?;
        if length > 60 {
            secrets(page, &[WORDS]).await?;
            page.press("button", &stage.msg("file-ask-action")?).await?;
        }
        page.see(&stage.msg("age-bad-damaged")?).await?;
        choose_year(stage, year).await?;
        page.press("button", &stage.msg("aside-have")?).await?;
        page.find("button", &stage.msg("aside-again")?).await?;
        n_refused += 1;
    }
    let list = tempfile::Builder::new().suffix(".json").tempfile()?;
    std::fs::write(list.path(), "bread, milk")?;
    offer(page, "years", list.path()).await?;
    page.find("heading", &stage.msg("import-bad-title")?).await?;
    n_refused += 1;
    compare(stage, before.path(), WORDS).await?;
    page.find("heading", &about(stage, "aside-other-title", year, 0)?).await?;
    n_refused += 1;
    page.absent("button", &about(stage, "aside-confirm", year, 0)?).await?;
    ensure!(page.stored().await? == stored, "something was written");

    // Killed before the last step, with the year typed.
    compare(stage, file.path(), WORDS).await?;
    page.find("heading", &stage.msg("aside-holds-title")?).await?;
    let typed = about(stage, "aside-type", year, 0)?;
    page.write("textbox", &typed, &year.to_string()).await?;
    stage.browser.kill().await?;
    stage.browser.restart().await?;
    stage.open().await?;
    ensure!(records(stage, &stage.browser).await? == told, "killed, something is gone");

    // Changed since the file was made.
    hand::edit(stage, &format!("{MARK} 3")).await?;
    hand::type_what(stage, ", and more").await?;
    hand::done(stage).await?;
    let told = records(stage, &stage.browser).await?;
    choose_year(stage, year).await?;
    let page = &stage.browser;
    page.press("button", &stage.msg("aside-have")?).await?;
    page.find("button", &stage.msg("aside-again")?).await?;
    compare(stage, file.path(), WORDS).await?;
    page.see(&about(stage, "aside-lacks", year, 1)?).await?;
    n_refused += 1;
    ensure!(records(stage, page).await? == told, "something is gone");

    // Killed just when it has gone: it is here, or told of as being in its file.
    let file = make(stage, year).await?;
    compare(stage, file.path(), WORDS).await?;
    stage.browser.find("heading", &stage.msg("aside-holds-title")?).await?;
    confirm(stage, year).await?;
    stage.browser.see(&about(stage, "aside-done", year, 6)?).await?;
    stage.browser.kill().await?;
    stage.browser.restart().await?;
    stage.open().await?;
    let left = without(&records(stage, &stage.browser).await?, year);
    ensure!(left == 0 || left == 6, "{left} of 6 entries are here");
    visit(stage).await?;
    let page = &stage.browser;
    if left == 0 {
        page.see(&name_of(file.path())?).await?;
        offer(page, "bring-in", file.path()).await?;
        secrets(page, &[WORDS]).await?;
        page.press("button", &stage.msg("file-ask-action")?).await?;
        page.press("button", &stage.msg("import-confirm")?).await?;
        hand::saved(stage).await?;
    } else {
        page.find("button", Name::Is(&about(stage, "aside-begin", year, 0)?)).await?;
    }
    ensure!(records(stage, page).await? == told, "killed, something is in neither place");
    Ok(format!(
        "{n_refused} of {n_refused} refused, nothing written; killed before the last step: all here; \
         killed just after it: {left} of 6 here, all {} records with the file",
        told.as_array().map_or(0, Vec::len)
    ))
}

/// Looks at a step at the width of a phone and of a desk: the checker finds nothing wrong, nothing
/// is wider than the window, and a picture is kept. Returns how often it looked.
async fn look(stage: &Stage, source: &str, theme: (&str, Rules), step: &str) -> Result<usize> {
    let page = &stage.browser;
    let (violations, _) = axe::check(page, source, theme.1).await?;
    let wrong: Vec<String> =
        violations.iter().map(|it| format!("{} {}", it.rule, it.details)).collect();
    ensure!(wrong.is_empty(), "{} {step}: {}", theme.0, wrong.join("\n"));
    for (width, height) in [(320, 740), (360, 740), (1280, 800)] {
        page.viewport(width, height).await?;
        let wide = "return document.documentElement.scrollWidth > innerWidth + 1";
        let wide = page.run(wide, vec![]).await?;
        ensure!(wide == json!(false), "{step} is wider than {width}");
        if width > 320 {
            let name = format!("{step}-{}-{width}", theme.0);
            page.run("scrollTo(0, 0)", vec![]).await?;
            page.shoot(&stage.picture(&name)).await?;
            page.run("scrollTo(0, document.body.scrollHeight)", vec![]).await?;
            page.shoot(&stage.picture(&format!("{name}-end"))).await?;
        }
    }
    Ok(1)
}

/// Every step of setting a year aside passes the checker in both themes and fits every width.
pub(crate) async fn seen(stage: &mut Stage) -> Result<String> {
    let source = axe::source(&stage.lab.target.join("tools"))?;
    let year = year()?;
    stage.open().await?;
    hand::import(stage, file_of(&few()?)?.path()).await?;
    let page = &stage.browser;
    let (mut n_seen, mut last) = (0, None);
    for theme in looks::THEMES {
        looks::set(stage, &json!({ "theme": theme.0, "motion": "less" })).await?;
        visit(stage).await?;
        page.find("button", &about(stage, "aside-begin", year, 0)?).await?;
        n_seen += look(stage, &source, theme, "list").await?;
        choose_year(stage, year).await?;
        page.find("button", &stage.msg("aside-make")?).await?;
        n_seen += look(stage, &source, theme, "make").await?;
        let other = make(stage, year - 1).await?;
        n_seen += look(stage, &source, theme, "made").await?;
        choose_year(stage, year).await?;
        page.press("button", &stage.msg("aside-have")?).await?;
        page.find("button", &stage.msg("aside-again")?).await?;
        compare(stage, other.path(), WORDS).await?;
        page.find("heading", &about(stage, "aside-other-title", year, 0)?).await?;
        n_seen += look(stage, &source, theme, "other").await?;
        choose_year(stage, year - 1).await?;
        page.press("button", &stage.msg("aside-have")?).await?;
        page.find("button", &stage.msg("aside-again")?).await?;
        compare(stage, other.path(), WORDS).await?;
        page.find("heading", &stage.msg("aside-holds-title")?).await?;
        n_seen += look(stage, &source, theme, "holds").await?;
        last = Some(other);
    }
    for theme in looks::THEMES {
        if page.names("button").await?.contains(&about(stage, "aside-confirm", year - 1, 0)?) {
            confirm(stage, year - 1).await?;
            page.see(&about(stage, "aside-done", year - 1, 6)?).await?;
            hand::saved(stage).await?;
        }
        looks::set(stage, &json!({ "theme": theme.0, "motion": "less" })).await?;
        visit(stage).await?;
        page.find("heading", &stage.msg("aside-away")?).await?;
        n_seen += look(stage, &source, theme, "away").await?;
        stage.go("nav-diary", "diary-title").await?;
        let line = [("years", (year - 1).to_string())];
        let line: Vec<(&str, &str)> = line.iter().map(|(name, it)| (*name, it.as_str())).collect();
        page.find("link", &stage.lab.words.msg_with("aside-list-one", &line)?).await?;
        n_seen += look(stage, &source, theme, "diary").await?;
    }
    drop(last);
    Ok(format!("{n_seen} steps in two themes, 0 violations, none wider than 320, 360 or 1280"))
}
