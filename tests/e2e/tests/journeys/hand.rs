//! What a person's hand does in the diary: write, open, change, delete, save a file and bring
//! one in. The journeys are told in these words.

use std::path::{Path, PathBuf};

use satkarya_e2e::{Context as _, Result, app, ensure, page::Name, runner::Stage};
use serde_json::{Map, Value, json};

/// The local day so many days ago, `2026-11-24`.
pub(crate) async fn day(stage: &Stage, back: i64) -> Result<String> {
    let read = "const day = new Date(); day.setDate(day.getDate() - arguments[0]);
        const two = n => String(n).padStart(2, '0');
        return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;";
    let day = stage.browser.run(read, vec![json!(back)]).await?;
    Ok(day.as_str().unwrap_or_default().to_owned())
}

/// Chooses a day in the browser's own picker. No driver can open that, so its answer is given.
async fn choose_day(stage: &Stage, day: &str) -> Result<()> {
    let field = stage.browser.find("date", &stage.msg("entry-date")?).await?;
    let choose = "const [field, day] = arguments;
        field.value = day;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    stage.browser.run(choose, vec![field.to_json()?, json!(day)]).await?;
    Ok(())
}

/// Waits until the head of the page says that the latest change is safe.
pub(crate) async fn saved(stage: &Stage) -> Result<()> {
    stage.browser.find("status", &stage.msg("save-saved")?).await?;
    Ok(())
}

/// Opens the form for a new entry from the diary.
pub(crate) async fn begin(stage: &Stage) -> Result<()> {
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.press("link", &stage.msg("diary-new")?).await?;
    stage.browser.find("heading", &stage.msg("entry-new-title")?).await?;
    Ok(())
}

/// Types into "What happened?".
pub(crate) async fn type_what(stage: &Stage, text: &str) -> Result<()> {
    stage.browser.write("textbox", Name::Starts(&stage.msg("entry-what")?), text).await?;
    Ok(())
}

/// Leaves the form by its button and waits for the entry's page and for its being saved.
pub(crate) async fn done(stage: &Stage) -> Result<()> {
    stage.browser.press("button", &stage.msg("common-done")?).await?;
    stage.browser.find("link", &stage.msg("entry-add-more")?).await?;
    saved(stage).await
}

/// Writes an entry in the form: mood by a click, text by key presses, and the day where it is
/// not today.
pub(crate) async fn write(stage: &Stage, text: &str, mood: u8, back: i64) -> Result<()> {
    begin(stage).await?;
    type_what(stage, text).await?;
    stage.browser.press("radio", Name::Starts(&format!("{mood}, "))).await?;
    if back > 0 {
        stage.browser.press("radio", &stage.msg("entry-when-other")?).await?;
        choose_day(stage, &day(stage, back).await?).await?;
    }
    done(stage).await
}

/// Opens the page of the entry whose row shows these words.
pub(crate) async fn open(stage: &Stage, words: &str) -> Result<()> {
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.press("link", Name::Has(words)).await?;
    stage.browser.find("link", &stage.msg("entry-add-more")?).await?;
    Ok(())
}

/// Opens the form of the entry whose row shows these words.
pub(crate) async fn edit(stage: &Stage, words: &str) -> Result<()> {
    open(stage, words).await?;
    stage.browser.press("link", &stage.msg("entry-add-more")?).await?;
    stage.browser.find("heading", &stage.msg("entry-edit-title")?).await?;
    Ok(())
}

/// Deletes the entry whose row shows these words.
pub(crate) async fn delete(stage: &Stage, words: &str) -> Result<()> {
    open(stage, words).await?;
    stage.browser.press("button", &stage.msg("common-delete")?).await?;
    stage.browser.see(&stage.msg("entry-deleted")?).await?;
    stage.browser.absent("link", Name::Has(words)).await?;
    saved(stage).await
}

/// Searches, and checks how many entries the page says it found.
pub(crate) async fn search(stage: &Stage, words: &str, found: usize) -> Result<()> {
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.write("searchbox", &stage.msg("search-label")?, words).await?;
    let says = stage.lab.words.msg_with("search-found", &[("n", &found.to_string())])?;
    stage.browser.see(&says).await.with_context(|| format!("searching for {words}"))?;
    stage.browser.press("button", &stage.msg("search-clear")?).await
}

/// Saves a backup file; returns where it lies and what is in it.
pub(crate) async fn export(stage: &Stage) -> Result<(PathBuf, Value)> {
    for old in std::fs::read_dir(stage.browser.downloads())? {
        std::fs::remove_file(old?.path())?;
    }
    stage.visit(app::place("settings/keeping")?).await?;
    stage.browser.press("button", &stage.msg("export-json-action")?).await?;
    let file = stage.browser.download_path(".json").await?;
    let text = std::fs::read_to_string(&file)?;
    Ok((file, serde_json::from_str(&text)?))
}

/// Brings a file in: chooses it, looks at what it would do, and says yes.
pub(crate) async fn import(stage: &Stage, file: &Path) -> Result<()> {
    stage.visit(app::place("settings/keeping")?).await?;
    let field = "return document.querySelector('input[type=file]')";
    let field = stage.browser.web().execute(field, vec![]).await?.element()?;
    field.send_keys(file.display().to_string()).await?;
    stage.browser.press("button", &stage.msg("import-confirm")?).await?;
    stage.browser.find("button", &stage.msg("import-undo")?).await?;
    saved(stage).await
}

/// One entry as it was lived, or as a file tells it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Lived {
    pub(crate) day: String,
    pub(crate) mood: Option<u64>,
    pub(crate) what: String,
    pub(crate) people: Vec<String>,
    pub(crate) quiet: bool,
}

/// The entries of a backup file that are not deleted, in order.
pub(crate) fn living(file: &Value) -> Result<Vec<Lived>> {
    ensure!(file["format"] == json!("satkarya"), "no backup file");
    let none = Vec::new();
    let records = file["records"].as_array().unwrap_or(&none);
    let alive = || records.iter().filter(|record| record["removed"].is_null());
    let names: Map<String, Value> = alive()
        .filter_map(|r| Some((r["id"].as_str()?.to_owned(), r["body"]["person"]["name"].clone())))
        .collect();
    let mut entries = Vec::new();
    for entry in alive().map(|record| &record["body"]["entry"]).filter(|entry| entry.is_object()) {
        let people = entry["people"].as_array().unwrap_or(&none);
        let name = |id: &Value| {
            let name = id.as_str().and_then(|id| names.get(id)).and_then(Value::as_str);
            name.map(ToOwned::to_owned).context("an entry names nobody known")
        };
        entries.push(Lived {
            day: entry["when"]["day"].as_str().unwrap_or_default().to_owned(),
            mood: entry["mood"].as_u64(),
            what: entry["what"].as_str().unwrap_or_default().to_owned(),
            people: people.iter().map(name).collect::<Result<_>>()?,
            quiet: entry["quiet"] == json!(true),
        });
    }
    entries.sort();
    Ok(entries)
}
