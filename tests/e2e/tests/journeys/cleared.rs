//! Somebody clears the browser's data, while the app is open or between two visits.

use satkarya_e2e::{Context as _, Result, app, engine::Engine, ensure, page::Name, runner::Stage};
use serde_json::json;

use crate::{faults, hand};

/// Clears all data of the site under the open app: as the person does where it can be asked of
/// the browser, elsewhere as another page of the origin does.
async fn clear(stage: &Stage) -> Result<()> {
    if stage.browser.engine() == Engine::Chromium {
        let what =
            json!({ "origin": stage.server.url(), "storageTypes": "local_storage,indexeddb" });
        stage.browser.devtools("Storage.clearDataForOrigin", what).await?;
        return Ok(());
    }
    let clear = "localStorage.clear();
        const asked = request => new Promise((done, fail) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => fail(request.error);
        });
        const database = await asked(indexedDB.open('sk1log'));
        const change = database.transaction(['log', 'meta'], 'readwrite');
        for (const name of ['log', 'meta']) change.objectStore(name).clear();
        await new Promise((done, fail) => { change.oncomplete = done; change.onabort = fail; });
        database.close();";
    stage.browser.run_async(clear, vec![]).await?;
    Ok(())
}

/// Cleared while the app is open: the next save begins no empty diary, says so, keeps what is on
/// the screen, hands it out as a file, and puts it back on a word.
pub(crate) async fn while_open(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Written before", 6, 0).await?;
    hand::write(stage, "Of an older month", 5, 70).await?;
    hand::begin(stage).await?;
    hand::type_what(stage, "Being written").await?;
    clear(stage).await?;
    let page = &stage.browser;
    page.press("radio", Name::Starts("4, ")).await?;
    page.find("dialog", &stage.msg("cleared-open-title")?).await?;
    page.see("was cleared while it was open").await?;
    let begun: Vec<_> = page.stored().await?.into_iter().map(|(key, _)| key).collect();
    let parts = |key: &&String| key.starts_with("sk1.h.") || key.starts_with("sk1.s.");
    ensure!(!begun.iter().any(|key| parts(&key)), "a diary was begun: {begun:?}");
    let label = stage.msg("entry-what")?;
    let typed = "return [...document.querySelectorAll('textarea')].map(it => it.value).join('|')";
    let typed = page.run(typed, vec![]).await?;
    ensure!(typed.as_str().is_some_and(|it| it.contains("Being written")), "{label}: {typed}");
    page.press("button", &stage.msg("storage-full-backup")?).await?;
    let file = serde_json::from_str(&stage.download(".json").await?)?;
    let told: Vec<_> = hand::living(&file)?.into_iter().map(|it| it.what).collect();
    ensure!(told == ["Of an older month", "Being written", "Written before"], "file: {told:?}");
    page.press("button", &stage.msg("storage-full-retry")?).await?;
    page.absent("dialog", &stage.msg("cleared-open-title")?).await?;
    let (saved, slow) = (stage.msg("save-saved")?, stage.msg("save-saved-slow")?);
    // The second copy may be gone until the next start, and then the words are the weaker ones.
    satkarya_e2e::wait::until("what became of it", async || {
        let said = page.names("status").await?;
        Ok(said.iter().any(|words| *words == saved || *words == slow).then_some(()))
    })
    .await?;
    // Left as it stands, so that the page may go in the middle of a write.
    stage.open().await.context("after saving again")?;
    let (_, file) = hand::export(stage).await?;
    let back: Vec<_> = hand::living(&file)?.into_iter().map(|it| it.what).collect();
    ensure!(back == told, "after saving again there are {back:?}");
    Ok("said so, no empty diary begun; 3 of 3 entries on the screen, in the file, and saved again"
        .to_owned())
}

/// Clears localStorage between two visits; the second copy stays, but for what begins with
/// `forgotten`.
async fn clear_first_copy(stage: &Stage, forgotten: Option<&str>) -> Result<()> {
    stage.browser.web().goto(format!("{}notes.html", stage.server.url())).await?;
    let clear = "const [forgotten] = args;
        localStorage.clear();
        if (forgotten === null) return 0;
        OPEN_LOG
        const keys = (await asked(log.getAllKeys())).filter(key => key.startsWith(forgotten));
        for (const key of keys) log.delete(key);
        await new Promise((done, fail) => { change.oncomplete = done; change.onabort = fail; });
        database.close();
        return keys.length;";
    let clear = clear.replace("OPEN_LOG", faults::OPEN_LOG);
    let gone = stage.browser.run_async(&clear, vec![json!(forgotten)]).await?;
    ensure!(gone == json!(i32::from(forgotten.is_some())), "{gone} values were forgotten");
    Ok(())
}

/// Only localStorage is cleared between two visits: the second copy brings the diary back, and
/// it is told what is back and what is not.
pub(crate) async fn first_copy(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Of this month", 6, 0).await?;
    hand::write(stage, "Of an older month", 5, 70).await?;
    clear_first_copy(stage, None).await?;
    stage.open().await?;
    stage.browser.see(&stage.msg("cleared-back-title")?).await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.find("link", Name::Has("Of this month")).await?;
    stage.browser.find("link", Name::Has("Of an older month")).await?;
    // It is in localStorage again, and told only once.
    stage.open().await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.find("link", Name::Has("Of an older month")).await?;
    stage.browser.unsee(&stage.msg("cleared-back-title")?).await?;
    let month = hand::day(stage, 70).await?;
    let month = month.get(..7).unwrap_or_default();
    clear_first_copy(stage, Some(&format!("sk1.s.{month}"))).await?;
    stage.open().await?;
    stage.browser.see(&stage.msg("cleared-part-title")?).await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.find("link", Name::Has("Of this month")).await?;
    stage.browser.absent("link", Name::Has("Of an older month")).await?;
    hand::write(stage, "Written after", 7, 0).await?;
    stage.visit(app::place("settings/keeping")?).await?;
    stage.browser.see("is gone: this browser’s data was cleared or lost").await?;
    Ok("1 of 1 brought back whole and told; 1 of 1 in part, with what is gone".to_owned())
}
