//! Diaries of other apps: seen first, brought in as one step, taken out, and never by half.

use std::io::{Cursor, Write as _};
use std::path::PathBuf;

use rawzip::ZipArchiveWriter;
use satkarya_e2e::{Context as _, Result, app, ensure, page::Name, runner::Stage};
use serde_json::json;

use crate::hand;

const DAYLIO: &[u8] = include_bytes!("../../../../crates/core/tests/arrive/daylio.csv");
const TABLE: &[u8] = include_bytes!("../../../../crates/core/tests/arrive/table.csv");
const JOURNEY: [(&str, &[u8]); 2] = [
    ("a.json", include_bytes!("../../../../crates/core/tests/arrive/journey-1.json")),
    ("b.json", include_bytes!("../../../../crates/core/tests/arrive/journey-2.json")),
];

/// An archive of the two entries of Journey.
fn zipped() -> Result<Vec<u8>> {
    let mut writer = ZipArchiveWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in JOURNEY {
        let (mut entry, config) = writer.new_file(name).start()?;
        let mut data = config.wrap(&mut entry);
        data.write_all(bytes)?;
        let (_, descriptor) = data.finish()?;
        entry.finish(descriptor)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Chooses a file of these bytes on the page.
async fn choose(stage: &Stage, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    let file = stage.browser.downloads().join(name);
    std::fs::write(&file, bytes)?;
    let field = "return document.querySelector('input[type=file]')";
    let field = stage.browser.web().execute(field, vec![]).await?.element()?;
    field.send_keys(file.display().to_string()).await?;
    Ok(file)
}

/// A file of 100 MB is refused on both pages that take one, by its size alone: nothing of it is read.
pub(crate) async fn too_large(stage: &mut Stage) -> Result<String> {
    const COUNT: &str = "window.reads = 0;
        for (const [of, name] of [[Blob, 'arrayBuffer'], [Blob, 'text'], [Blob, 'stream'], [Blob, 'slice'],
            [FileReader, 'readAsArrayBuffer'], [FileReader, 'readAsText']]) {
          const real = of.prototype[name];
          of.prototype[name] = function (...given) { window.reads++; return real.apply(this, given); };
        }";
    let page = &stage.browser;
    stage.open().await?;
    page.run(COUNT, vec![]).await?;
    let mut n_refused = 0;
    for (place, said, limit) in [
        ("settings/keeping", "import-bad-too-big", "64 MB"),
        ("settings/other", "arrive-bad-size", "25 MB"),
    ] {
        stage.visit(app::place(place)?).await?;
        let field = "return document.querySelector('main input[type=file]')";
        let field = page.web().execute(field, vec![]).await?.element()?;
        let file = page.downloads().join("large.json");
        // It takes no room on the disk where nothing is written into it.
        std::fs::File::create(&file)?.set_len(100_000_000)?;
        field.send_keys(file.display().to_string()).await?;
        let size = [("size", "100 MB"), ("limit", limit)];
        page.see(&stage.lab.words.msg_with(said, &size)?).await?;
        n_refused += 1;
        std::fs::remove_file(&file)?;
    }
    let reads = page.run("return window.reads", vec![]).await?;
    ensure!(reads == json!(0), "something was read {reads} times");
    Ok(format!("{n_refused} of 2 files of 100 MB refused by their size, 0 reads of them"))
}

/// Chooses from a list, as keys do.
async fn pick(stage: &Stage, name: Name<'_>, label: &str) -> Result<()> {
    let select = stage.browser.find("combobox", name).await?;
    let choose = "const [list, label] = arguments;
        list.focus();
        list.selectedIndex = [...list.options].findIndex(it => it.label === label);
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    stage.browser.run(choose, vec![select.to_json()?, json!(label)]).await?;
    Ok(())
}

/// What is on screen, on a phone and a desk, by day and by night.
async fn pictures(stage: &Stage, name: &str) -> Result<()> {
    let theme = "document.documentElement.dataset.theme = arguments[0]";
    for (size, width, height) in [("phone", 360, 740), ("desk", 1280, 800)] {
        stage.browser.viewport(width, height).await?;
        for light in ["dark", "light"] {
            stage.browser.run(theme, vec![json!(light)]).await?;
            let file = stage.picture(&format!("arriving-{name}-{size}-{light}"));
            stage.browser.shoot(&file).await?;
        }
    }
    Ok(())
}

/// Brings in what is shown, and waits until it is kept.
async fn bring(stage: &Stage) -> Result<()> {
    stage.browser.press("button", &stage.msg("import-confirm")?).await?;
    stage.browser.find("button", &stage.msg("import-undo")?).await?;
    hand::saved(stage).await
}

/// How many entries a backup file of now holds, and back on the page.
async fn kept(stage: &Stage) -> Result<Vec<hand::Lived>> {
    let (_, file) = hand::export(stage).await?;
    let living = hand::living(&file)?;
    stage.visit(app::place("settings/other")?).await?;
    Ok(living)
}

/// A table of Daylio: its moods are put on the scale, and it comes and goes as a whole.
pub(crate) async fn daylio(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, "Mine before", 6, 0).await?;
    stage.visit(app::place("settings/keeping")?).await?;
    page.press("link", Name::Starts(&stage.msg("arrive-title")?)).await?;
    page.find("heading", &stage.msg("arrive-title")?).await?;
    choose(stage, "from.csv", DAYLIO).await?;
    page.see("From Daylio").await?;
    page.see("4 new entries").await?;
    let low =
        stage.lab.words.msg_with("mood-value", &[("n", "2"), ("word", &stage.msg("mood-2")?)])?;
    pick(stage, Name::Starts("Foggy"), &low).await?;
    pictures(stage, "found").await?;
    let rad = page.find("combobox", Name::Starts("rad")).await?;
    let value = rad.prop("value").await?;
    ensure!(value.as_deref() == Some("9"), "rad is taken for {value:?}");
    bring(stage).await?;
    let there = kept(stage).await?;
    ensure!(there.len() == 5, "{} entries", there.len());
    let foggy = there.iter().find(|it| it.what.contains("Foggy")).context("no foggy day")?;
    ensure!(foggy.mood == Some(2), "foggy is {:?}", foggy.mood);
    let markup = there.iter().find(|it| it.what.contains("home <3")).context("no words")?;
    ensure!(markup.day == "2026-05-17", "it stands on {}", markup.day);
    // The same file again, under another name.
    choose(stage, "again.txt", DAYLIO).await?;
    page.see(&stage.msg("arrive-nothing-new")?).await?;
    page.press("button", &stage.msg("common-close")?).await?;
    page.press("button", &stage.msg("import-undo")?).await?;
    page.see(&stage.msg("import-undone")?).await?;
    hand::saved(stage).await?;
    let left = kept(stage).await?;
    ensure!(left.len() == 1 && left[0].what == "Mine before", "{left:?}");
    Ok("4 entries in, 0 the second time, 4 out, 1 of one's own untouched".to_owned())
}

/// A table that nobody knows, explained by the person; an archive; and files that are refused.
pub(crate) async fn others(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    stage.visit(app::place("settings/other")?).await?;
    let safe = stage.msg("import-bad-safe")?;
    let bad: [(&str, &[u8], &str); 4] = [
        ("empty.json", b"", "arrive-bad-empty"),
        ("photo.csv", b"\xff\xd8\xff\xe0", "arrive-bad-text"),
        ("half.zip", b"PK\x03\x04half", "arrive-bad-archive"),
        ("other.json", b"{\"hello\":1}", "arrive-bad-unknown"),
    ];
    for (name, bytes, says) in bad {
        choose(stage, name, bytes).await?;
        page.see(&stage.msg(says)?).await?;
        page.see(&safe).await?;
    }
    choose(stage, "table.csv", TABLE).await?;
    page.find("combobox", "Date").await?;
    pictures(stage, "table").await?;
    pick(stage, "Date".into(), &stage.msg("arrive-column-leave")?).await?;
    page.press("button", &stage.msg("arrive-go-on")?).await?;
    page.see(&stage.msg("arrive-needs-day")?).await?;
    pick(stage, "Date".into(), &stage.msg("arrive-column-day")?).await?;
    page.press("button", &stage.msg("arrive-go-on")?).await?;
    page.see("2 new entries").await?;
    page.press("checkbox", Name::Starts("Sue")).await?;
    bring(stage).await?;
    let there = kept(stage).await?;
    ensure!(there.len() == 2, "{there:?}");
    ensure!(there.iter().all(|it| it.people == ["Sue"]), "{there:?}");
    ensure!(there.iter().any(|it| it.what.contains("Tom")), "{there:?}");
    choose(stage, "journey.zip", &zipped()?).await?;
    page.see("From Journey").await?;
    bring(stage).await?;
    let there = kept(stage).await?;
    ensure!(there.len() == 4, "{there:?}");
    // 16:09 UTC the day before, at the clock of Kathmandu.
    let far = there.iter().find(|it| it.what == "plain words").context("no entry of Journey")?;
    ensure!(far.day == "2026-05-16", "it stands on {}", far.day);
    Ok("4 files refused; a table of 2 rows and an archive of 2 entries in".to_owned())
}
