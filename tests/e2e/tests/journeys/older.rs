//! Older months that only the second store holds: by themselves when the first fills up, with the lock
//! on, and when one of the two stores is lost.

use satkarya_e2e::{
    Context as _, Result, app,
    browser::{Browser, Setup},
    ensure,
    page::Name,
    runner::Stage,
    wait,
};
use serde_json::{Value, json};

use crate::{backup, diary, hand, lock, much};

/// How many entries the diary has: several years.
const N: usize = 3_000;

/// The months of which localStorage holds a readable part, oldest first.
async fn months_here(stage: &Stage) -> Result<Vec<String>> {
    let look = "return [...Object.keys(localStorage)].filter(key => key.startsWith('sk1.s.2'))
        .map(key => key.slice(6, 13)).sort()";
    let found = stage.browser.run(look, vec![]).await?;
    let found = found.as_array().context("no list")?.iter().filter_map(Value::as_str);
    Ok(found.map(str::to_owned).collect())
}

/// Everything in a browser but for the bin, whose oldest tombstones go by themselves.
pub(crate) async fn records(stage: &Stage, browser: &Browser) -> Result<Value> {
    let mut records = backup::records(stage, browser).await?;
    let list = records.as_array_mut().context("no records")?;
    list.retain(|record| record["removed"].is_null());
    Ok(records)
}

/// Everything is as it was, record by record.
async fn same(stage: &Stage, browser: &Browser, expected: &Value, when: &str) -> Result<()> {
    let found = records(stage, browser).await?;
    let list = |all: &Value| all.as_array().cloned().unwrap_or_default();
    let (had, has) = (list(expected), list(&found));
    let differs = had.iter().find(|record| !has.contains(record));
    ensure!(
        found == *expected,
        "{when}: {} records and not {}; the first that differs was {differs:?}",
        has.len(),
        had.len()
    );
    Ok(())
}

/// Somebody else uses so much of the first store that more than half of it is full.
async fn half_full(stage: &Stage) -> Result<()> {
    stage.browser.web().goto(format!("{}notes.html", stage.server.url())).await?;
    let fill = "const put = n => localStorage.setItem('other' + n, 'x'.repeat(320000));
        for (let n = 0; n < 9; n++) put(n);";
    stage.browser.run(fill, vec![]).await?;
    Ok(())
}

/// How many entries the page says have moved.
async fn moved(stage: &Stage) -> Result<String> {
    stage.browser.address("settings").await?;
    stage.browser.unsee(&stage.msg("storage-older")?).await?;
    stage.browser.address("settings/keeping").await?;
    wait::until("how many have moved", async || {
        let said = stage.browser.names("status").await?;
        Ok(said.into_iter().find(|words| words.contains("in the larger store")))
    })
    .await
}

async fn choose(stage: &Stage, choice: &str) -> Result<()> {
    stage.browser.address("settings/keeping").await?;
    stage.browser.press("radio", Name::Starts(&stage.msg(choice)?)).await
}

/// Waits until a sentence says what became of it.
async fn settled(stage: &Stage, says: &str) -> Result<()> {
    let words = stage.msg(says)?;
    wait::until("entries to have moved", async || {
        Ok(stage.browser.names("status").await?.contains(&words).then_some(()))
    })
    .await
}

/// The month two years before this one, as keys say it.
fn two_years_ago() -> Result<String> {
    let month = diary::today()?.month().plus_months(-24).context("no such month")?;
    Ok(month.to_string())
}

/// By themselves: more than half of the space is used, so what is older than two years moves at the
/// start. It is found, changed and in every file as before, and comes back on a word.
pub(crate) async fn by_themselves(stage: &mut Stage) -> Result<String> {
    much::filled(stage, N).await?;
    let before = records(stage, &stage.browser).await?;
    let all = months_here(stage).await?.len();
    half_full(stage).await?;
    stage.open().await?;
    let said = moved(stage).await?;
    let limit = two_years_ago()?;
    let here = wait::until("old months to be gone", async || {
        let here = months_here(stage).await?;
        Ok(here.iter().all(|month| *month >= limit).then_some(here))
    })
    .await?;
    same(stage, &stage.browser, &before, "something else is in the file").await?;
    // After a start, too; and what is old is found and changed like anything else.
    stage.open().await?;
    same(stage, &stage.browser, &before, "something else after a start").await?;
    let oldest = before
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| Some((it["body"]["entry"]["when"]["day"].as_str()?, it["id"].as_str()?)))
        .min()
        .context("no entry")?;
    ensure!(oldest.0 < limit.as_str(), "nothing is old");
    stage.browser.address(&format!("page/{}/edit", oldest.1)).await?;
    hand::type_what(stage, "remembered later").await?;
    hand::done(stage).await?;
    hand::saved(stage).await?;
    let back = months_here(stage).await?;
    ensure!(back.contains(&oldest.0[..7].to_owned()), "what is changed is not here: {back:?}");
    hand::search(stage, "remembered later", 1).await?;
    let changed = records(stage, &stage.browser).await?;
    // A killed browser takes nothing with it.
    stage.browser.restart().await?;
    stage.open().await?;
    same(stage, &stage.browser, &changed, "something else after a kill").await?;
    choose(stage, "storage-older-here").await?;
    settled(stage, "storage-older-none").await?;
    let here_again = months_here(stage).await?.len();
    ensure!(here_again == all, "{here_again} of {all} parts came back");
    same(stage, &stage.browser, &changed, "something else after coming back").await?;
    Ok(format!(
        "{} of {all} parts left at the start ({said}); {} records equal before, after a start, \
         after a change and a kill, and back",
        all - here.len(),
        before.as_array().map_or(0, Vec::len)
    ))
}

/// Everything that the two stores hold, as the rescue page saves it, in another browser.
async fn rescued(stage: &Stage, expected: &Value) -> Result<()> {
    let rescue = format!("{}rescue.html", stage.server.url());
    let page = &stage.browser;
    for old in std::fs::read_dir(page.downloads())? {
        std::fs::remove_file(old?.path())?;
    }
    page.web().goto(&rescue).await?;
    page.press("button", "Download everything, as stored").await?;
    let file = page.download_path(".json").await?;
    let other = stage.another(Setup::PLAIN).await?;
    other.web().goto(&rescue).await?;
    let field = "return document.querySelector('input[type=file]')";
    let field = other.web().execute(field, vec![]).await?.element()?;
    field.send_keys(file.display().to_string()).await?;
    other.see("is back").await?;
    stage.open_in(&other).await?;
    same(stage, &other, expected, "the other browser has something else").await?;
    other.quit().await
}

/// One of the two stores is lost: without the first everything comes back from the second; the rescue
/// page saves both; without the second it says how many months it misses, and keeps the rest.
pub(crate) async fn one_store_lost(stage: &mut Stage) -> Result<String> {
    much::filled(stage, N).await?;
    choose(stage, "storage-older-large").await?;
    let said = moved(stage).await?;
    let before = records(stage, &stage.browser).await?;
    rescued(stage, &before).await?;
    stage.browser.web().goto(format!("{}notes.html", stage.server.url())).await?;
    stage.browser.run("localStorage.clear()", vec![]).await?;
    stage.open().await?;
    same(stage, &stage.browser, &before, "not everything is back").await?;
    choose(stage, "storage-older-large").await?;
    moved(stage).await?;
    stage.browser.web().goto(format!("{}notes.html", stage.server.url())).await?;
    let drop = "await new Promise((done, fail) => {
          const asked = indexedDB.deleteDatabase('sk1log');
          asked.onsuccess = done;
          asked.onerror = fail;
        });";
    stage.browser.run_async(drop, vec![]).await?;
    stage.open().await?;
    let left = records(stage, &stage.browser).await?;
    let ids = |all: &Value| -> Vec<String> {
        all.as_array().into_iter().flatten().map(|it| it.to_string()).collect()
    };
    let (had, has) = (ids(&before), ids(&left));
    ensure!(has.iter().all(|it| had.contains(it)), "something is there that was not");
    let newest = before
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it["body"]["entry"]["when"]["day"].as_str())
        .max()
        .context("no entry")?;
    ensure!(left.to_string().contains(newest), "the newest entries are gone as well");
    let title = stage.msg("quarantine-title")?;
    stage.browser.find("heading", &title).await?;
    Ok(format!(
        "{said} {} of {} records back without the first store and in another browser; without \
         the second {} are left, and it says so",
        had.len(),
        had.len(),
        has.len()
    ))
}

/// With the lock on nothing of it can be read in either store, on the way there and back.
pub(crate) async fn locked(stage: &mut Stage) -> Result<String> {
    much::filled(stage, 1_000).await?;
    hand::write(stage, lock::MARKS[0], 5, 200).await?;
    choose(stage, "storage-older-large").await?;
    moved(stage).await?;
    let before = records(stage, &stage.browser).await?;
    lock::turn_on(stage).await?;
    lock::settle(stage).await?;
    ensure!(lock::readable(stage).await? == (0, 0), "{:?}", lock::readable(stage).await?);
    stage.open().await?;
    lock::unlock(stage).await?;
    same(stage, &stage.browser, &before, "something else behind the lock").await?;
    choose(stage, "storage-older-here").await?;
    settled(stage, "storage-older-none").await?;
    choose(stage, "storage-older-large").await?;
    moved(stage).await?;
    ensure!(lock::readable(stage).await? == (0, 0), "{:?}", lock::readable(stage).await?);
    stage.open().await?;
    lock::unlock(stage).await?;
    same(stage, &stage.browser, &before, "something else after there and back").await?;
    Ok(format!(
        "0 words and 0 plain values to be read; {} records equal behind the lock, there and back",
        before.as_array().map_or(0, Vec::len)
    ))
}

/// The second store does not open one day: it is said, what is here goes on, nothing comes in and no
/// year goes; and everything is there the day after.
pub(crate) async fn unreached(stage: &mut Stage) -> Result<String> {
    much::filled(stage, N).await?;
    choose(stage, "storage-older-large").await?;
    moved(stage).await?;
    let before = records(stage, &stage.browser).await?;
    let (file, _) = hand::export(stage).await?;
    let kept = tempfile::Builder::new().suffix(".json").tempfile()?;
    std::fs::copy(&file, kept.path())?;
    let refuse = "Object.defineProperty(window, 'indexedDB', {
        get() { throw new DOMException('refused', 'SecurityError'); },
    });";
    let page = &stage.browser;
    let method = "Page.addScriptToEvaluateOnNewDocument";
    let refused = page.devtools(method, json!({ "source": refuse })).await?;
    let said = stage.msg("storage-unreached")?;
    stage.open().await?;
    page.see(&said).await?;
    hand::begin(stage).await?;
    page.press("radio", Name::Starts("6, ")).await?;
    hand::type_what(stage, "Meanwhile").await?;
    page.press("button", &stage.msg("common-done")?).await?;
    page.find("link", &stage.msg("entry-add-more")?).await?;
    page.find("status", &stage.msg("save-saved-slow")?).await?;
    let less = records(stage, page).await?;
    let n_of = |all: &Value| all.as_array().map_or(0, Vec::len);
    ensure!(n_of(&less) < n_of(&before), "nothing was out of reach");
    stage.visit(app::place("settings/keeping")?).await?;
    let field = "return document.querySelector('#bring-in input[type=file]')";
    let field = page.web().execute(field, vec![]).await?.element()?;
    field.send_keys(kept.path().display().to_string()).await?;
    page.press("button", &stage.msg("import-confirm")?).await?;
    page.find("heading", &stage.msg("import-bad-title")?).await?;
    stage.visit(app::place("settings/years")?).await?;
    page.see(&stage.msg("aside-not-whole")?).await?;
    let name = json!({ "identifier": refused["identifier"] });
    page.devtools("Page.removeScriptToEvaluateOnNewDocument", name).await?;
    stage.open().await?;
    page.unsee(&said).await?;
    let after = records(stage, page).await?;
    let list = |all: &Value| all.as_array().cloned().unwrap_or_default();
    let (had, has) = (list(&before), list(&after));
    let n_there = had.iter().filter(|record| has.contains(record)).count();
    ensure!(n_there == had.len(), "{n_there} of {} records are as they were", had.len());
    ensure!(after.to_string().contains("Meanwhile"), "what was written meanwhile is gone");
    Ok(format!(
        "{} of {} records there without it, and it says so; nothing came in and no year went; \
         then {n_there} of {n_there} as they were",
        n_of(&less),
        n_of(&before)
    ))
}
