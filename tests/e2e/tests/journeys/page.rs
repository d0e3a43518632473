//! The page that opens for good without the app: from the disk, with its passphrase, and back in.

use std::path::{Path, PathBuf};

use satkarya_core::generate::years;
use satkarya_e2e::{
    Context as _, Result, app,
    axe::{self, Rules},
    browser::{Browser, Setup},
    ensure,
    page::Name,
    runner::Stage,
};
use serde_json::{Value, json};

use crate::{diary, hand, lock::secrets};

/// What no file may show that is closed.
pub(crate) const MARK: &str = "zebra-77";
pub(crate) const WORDS: &str = "small things at noon";
/// Records of every kind, as files of all times must open.
const GOLDEN: [&str; 7] = ["full", "people", "courses", "focus", "sheets", "measures", "life"];

/// A backup of so many entries and of every kind of record.
pub(crate) fn backup(stage: &Stage, n_entries: usize) -> Result<(tempfile::NamedTempFile, usize)> {
    let mut records: Vec<Value> = Vec::new();
    for record in years(7, diary::today()?, n_entries) {
        records.push(serde_json::to_value(record)?);
    }
    let golden = stage.lab.repository.join("crates/core/tests/golden/v1");
    for name in GOLDEN {
        let file = std::fs::read_to_string(golden.join(format!("{name}.json")))?;
        let file: Value = serde_json::from_str(&file)?;
        records.extend(file["records"].as_array().context("records")?.iter().cloned());
    }
    let n_records = records.len();
    let file = tempfile::Builder::new().suffix(".json").tempfile()?;
    let text = json!({ "format": "satkarya", "version": 1, "records": records }).to_string();
    std::fs::write(file.path(), text)?;
    Ok((file, n_records))
}

/// Opens what is folded under these words.
pub(crate) async fn unfold(stage: &Stage, browser: &Browser, name: &str) -> Result<()> {
    let open = "[...document.querySelectorAll('summary')]
        .find(it => it.innerText.trim() === arguments[0]).click()";
    browser.run(open, vec![json!(stage.msg(name)?)]).await?;
    Ok(())
}

/// Saves the page, after what is too short and what differs was refused; returns where it is.
async fn save(stage: &Stage) -> Result<PathBuf> {
    let page = &stage.browser;
    stage.visit(app::place("settings/keeping")?).await?;
    unfold(stage, page, "file-open").await?;
    let action = stage.msg("file-action")?;
    for (words, wrong) in
        [(["nine long", "nine long"], "secret-short"), ([WORDS, "small things"], "secret-differ")]
    {
        secrets(page, &words).await?;
        page.press("button", &action).await?;
        page.see(&stage.msg(wrong)?).await?;
    }
    secrets(page, &[WORDS, WORDS]).await?;
    page.press("button", &action).await?;
    page.download_path(".html").await
}

/// Opens a file from the disk in this window.
async fn from_disk(browser: &Browser, file: &Path) -> Result<()> {
    browser.web().goto(format!("file://{}", file.display())).await?;
    Ok(())
}

/// Opens the page with its passphrase, after a wrong one.
async fn unlock(stage: &Stage, browser: &Browser) -> Result<()> {
    let title = browser.web().title().await?;
    ensure!(title == stage.msg("page-title")?, "the title is {title}");
    let open = stage.msg("page-open")?;
    secrets(browser, &["small things at night"]).await?;
    browser.press("button", &open).await?;
    browser.see(&stage.msg("page-wrong")?).await?;
    let text = browser.text().await?;
    ensure!(!text.contains(MARK) && !text.contains(&stage.msg("page-entries")?), "shown: {text}");
    secrets(browser, &[WORDS]).await?;
    // Twice, as an impatient finger does: it opens once.
    browser.keys("\u{e007}\u{e007}").await?;
    browser.find("heading", &stage.msg("page-entries")?).await?;
    Ok(())
}

async fn count(browser: &Browser, what: &str) -> Result<usize> {
    let count = "return document.querySelectorAll(arguments[0]).length";
    let n = browser.run(count, vec![json!(what)]).await?.as_u64().unwrap_or_default();
    Ok(usize::try_from(n)?)
}

/// Goes to a place of the page by its link.
async fn place(stage: &Stage, browser: &Browser, name: &str) -> Result<()> {
    let words = stage.msg(name)?;
    browser.press("link", &words).await?;
    browser.find("heading", &words).await?;
    Ok(())
}

/// Looks at every place; each entry, person and worksheet of the backup is there.
async fn look(stage: &Stage, browser: &Browser, told: &Value) -> Result<(usize, usize)> {
    let records = told["records"].as_array().context("records")?;
    let living = |kind: &str| {
        let is = |it: &&Value| it["removed"].is_null() && it["body"].get(kind).is_some();
        records.iter().filter(is).count()
    };
    place(stage, browser, "page-everything").await?;
    let (shown, lived) = (count(browser, "article[data-entry]").await?, living("entry"));
    // What is shown of earlier versions is inside of another.
    let earlier = count(browser, "article article[data-entry]").await?;
    ensure!(
        shown - earlier == lived,
        "{} entries are shown, {lived} were written",
        shown - earlier
    );
    let n_people = living("person");
    place(stage, browser, "page-people").await?;
    let rows = count(browser, "ul.rows a").await?;
    ensure!(rows == n_people, "{rows} people are shown of {n_people}");
    place(stage, browser, "page-sheets").await?;
    let sheets = count(browser, "main > article").await?;
    ensure!(sheets == living("sheet") && sheets > 0, "{sheets} worksheets");
    let apart = ["entry", "person", "sheet", "course", "session"];
    let apart = [&apart[..], &["focus", "reflection", "formulation", "goal"]].concat();
    let kind = |it: &Value| it["body"].as_object().and_then(|it| it.keys().next()).cloned();
    let kept = records.iter().filter(|it| it["body"].is_object());
    let mut groups = [("page-plan", 0), ("page-focus", 0), ("page-other", 0), ("page-bin", 0)];
    for record in kept {
        let kind = kind(record).unwrap_or_default();
        let at = if !record["removed"].is_null() {
            3
        } else {
            match apart.iter().position(|it| *it == kind) {
                Some(0..=2) => continue,
                Some(3 | 4) => 0,
                Some(_) => 1,
                None => 2,
            }
        };
        groups[at].1 += 1;
    }
    for (name, n) in groups {
        place(stage, browser, name).await?;
        let here = count(browser, "main > article").await?;
        ensure!(here == n && n > 0, "{here} of {n} under {name}");
        let text = browser.text().await?;
        for raw in ["undefined", "[object", "NaN", "_", "-spring", "-winter"] {
            let at = text.find(raw);
            let near: String =
                text.chars().skip(at.unwrap_or(0).saturating_sub(60)).take(120).collect();
            ensure!(at.is_none(), "{name} says {raw}: {near}");
        }
    }
    place(stage, browser, "page-search").await?;
    browser.write("searchbox", &stage.msg("page-search")?, MARK).await?;
    browser.see(&format!("{}: 1", stage.msg("page-found")?)).await?;
    browser.see(MARK).await?;
    Ok((lived, n_people))
}

/// axe finds nothing wrong on the pages of the page.
async fn checked(stage: &Stage, browser: &Browser) -> Result<usize> {
    let source = axe::source(&stage.lab.target.join("tools"))?;
    let places = ["page-entries", "page-people", "page-sheets", "page-search"];
    for name in places {
        place(stage, browser, name).await?;
        let (wrong, _) = axe::check(browser, &source, Rules::All).await?;
        let wrong: Vec<_> = wrong.iter().map(|it| format!("{} {}", it.rule, it.details)).collect();
        ensure!(wrong.is_empty(), "{name}: {}", wrong.join("\n"));
    }
    Ok(places.len())
}

/// Chooses the page in "Bring in a file" and types a passphrase.
pub(crate) async fn offer(stage: &Stage, browser: &Browser, file: &Path) -> Result<()> {
    browser.address("settings/keeping").await?;
    browser.find("heading", &stage.msg("import-title")?).await?;
    let field = "return document.querySelector('input[type=file]')";
    let field = browser.web().execute(field, vec![]).await?.element()?;
    field.send_keys(file.display().to_string()).await?;
    Ok(())
}

/// Saved, opened from the disk, looked through, saved from there, and brought in elsewhere.
pub(crate) async fn for_good(stage: &mut Stage) -> Result<String> {
    let (file, n_given) = backup(stage, stage.rounds(300, 4800))?;
    stage.open().await?;
    hand::import(stage, file.path()).await?;
    hand::write(stage, &format!("A walk with {MARK}"), 6, 0).await?;
    let (_, told) = hand::export(stage).await?;
    let saved = save(stage).await?;
    let apart = tempfile::Builder::new().prefix("notes-").suffix(".html").tempfile()?;
    std::fs::copy(&saved, apart.path())?;
    let text = std::fs::read_to_string(apart.path())?;
    // Four letters in a row stand in so much closed text by chance now and then.
    for word in [MARK, " walk ", "Coffee with", "SatKarya", "diary", "lonely", "satkarya"] {
        ensure!(!text.contains(word), "the closed file says {word}");
    }
    let page = &stage.browser;
    from_disk(page, apart.path()).await?;
    unlock(stage, page).await?;
    let (n_entries, n_people) = look(stage, page, &told).await?;
    let n_checked = checked(stage, page).await?;
    page.press("button", &stage.msg("page-save")?).await?;
    let back: Value = serde_json::from_str(&stage.download(".json").await?)?;
    ensure!(back["records"] == told["records"], "what the page saves is not what was in it");
    page.press("button", &stage.msg("page-close")?).await?;
    secrets(page, &[""]).await?;
    ensure!(!page.text().await?.contains(MARK), "closed, and still shown");
    bring_in(stage, apart.path(), &told).await?;
    Ok(format!(
        "{n_given} records brought in; page of {} KiB opened from the disk: {n_entries} entries and \
         {n_people} people there, marker words 0, a wrong passphrase shows nothing, {n_checked} \
         places without violations; saved from it and brought in elsewhere: equal",
        text.len() / 1024
    ))
}

/// Brings the page in where nothing is; a wrong passphrase and a changed page change nothing.
async fn bring_in(stage: &Stage, file: &Path, told: &Value) -> Result<()> {
    let other = stage.another(Setup::PLAIN).await?;
    stage.open_in(&other).await?;
    offer(stage, &other, file).await?;
    let action = stage.msg("file-ask-action")?;
    secrets(&other, &["small things at night"]).await?;
    other.press("button", &action).await?;
    other.see(&stage.msg("file-ask-wrong")?).await?;
    let changed = tempfile::Builder::new().suffix(".html").tempfile()?;
    let text = std::fs::read_to_string(file)?;
    std::fs::write(changed.path(), text.replace("data-nonce=", "data-once="))?;
    other.press("button", &stage.msg("common-cancel")?).await?;
    offer(stage, &other, changed.path()).await?;
    other.see(&stage.msg("file-bad")?).await?;
    other.see(&stage.msg("export-none")?).await?;
    offer(stage, &other, file).await?;
    secrets(&other, &[WORDS]).await?;
    other.press("button", &action).await?;
    other.press("button", &stage.msg("import-confirm")?).await?;
    other.find("status", &stage.msg("save-saved")?).await?;
    other.press("button", &stage.msg("export-json-action")?).await?;
    let back = std::fs::read_to_string(other.download_path(".json").await?)?;
    let back: Value = serde_json::from_str(&back)?;
    ensure!(back["records"] == told["records"], "it came over changed");
    other.quit().await
}

/// Without a passphrase it is asked twice, and the page opens at once.
pub(crate) async fn without(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, &format!("A walk with {MARK}"), 6, 0).await?;
    stage.visit(app::place("settings/keeping")?).await?;
    let page = &stage.browser;
    unfold(stage, page, "file-open").await?;
    page.press("button", &stage.msg("file-without")?).await?;
    page.see(&stage.msg("file-without-sure")?).await?;
    let early = std::fs::read_dir(page.downloads())?.count();
    ensure!(early == 0, "saved before the second tap");
    page.press("button", &stage.msg("file-without-action")?).await?;
    let file = page.download_path(".html").await?;
    from_disk(page, &file).await?;
    page.find("heading", &stage.msg("page-entries")?).await?;
    page.see(MARK).await?;
    let link = page.all("link", Name::Is(&stage.msg("page-search")?)).await?;
    ensure!(link.len() == 1, "no way to search");
    Ok("asked twice, and open at once".to_owned())
}
