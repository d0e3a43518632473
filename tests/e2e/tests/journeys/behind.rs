//! What stays behind the passphrase while the diary is open, and the one thing that may stand before
//! it: covered entries, and the staying-safe plan.

use std::time::Duration;

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage, wait};
use serde_json::json;

use crate::{
    hand,
    lock::{
        MARKS, PASSPHRASE, is_locked, lock_now, readable, secrets, settle, turn_on, unfold, unlock,
    },
    sheet,
};

/// Finds nothing by words that stand in a covered entry, and says that it was not searched.
async fn unsearched(stage: &Stage, words: &str) -> Result<()> {
    let page = &stage.browser;
    stage.go("nav-diary", "diary-title").await?;
    page.write("searchbox", &stage.msg("search-label")?, words).await?;
    page.see(&stage.msg("search-covered-left")?).await?;
    page.see(&stage.msg("search-none-title")?).await
}

/// A covered entry with a lock on: its words are nowhere before the passphrase is given once more,
/// the searching for them included; afterwards a tap is enough until the diary is locked again.
pub(crate) async fn covered(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    turn_on(stage).await?;
    for words in &MARKS[..2] {
        hand::begin(stage).await?;
        hand::type_what(stage, words).await?;
        page.press("switch", Name::Is(&stage.msg("entry-cover")?)).await?;
        page.see(&stage.msg("entry-cover-hint-locked")?).await?;
        page.press("button", &stage.msg("common-done")?).await?;
        page.find("button", &stage.msg("entry-covered-open")?).await?;
        hand::saved(stage).await?;
    }
    // The key that takes the last step back does not uncover.
    stage.go("nav-diary", "diary-title").await?;
    page.keys("zz").await?;
    for words in &MARKS[..2] {
        page.unsee(words).await?;
    }
    // Nor does the page that shows what is stored, piece by piece.
    stage.visit(app::place("settings/data")?).await?;
    let show = "const all = [...document.querySelectorAll('.settings-stored button')];
        all.forEach(it => it.click());
        return all.length;";
    wait::until("the pieces", async || {
        Ok((page.run(show, vec![]).await? != json!(0)).then_some(()))
    })
    .await?;
    page.see(&stage.msg("privacy-covered")?).await?;
    for words in &MARKS[..2] {
        page.unsee(words).await?;
    }
    let mut n_wrong = 0;
    for _ in 0..2 {
        unsearched(stage, MARKS[0]).await?;
        page.press("button", &stage.msg("search-none-action")?).await?;
        page.unsee(&stage.msg("search-covered-left")?).await?;
        page.press("link", Name::Has(&stage.msg("entry-covered")?)).await?;
        let address = page.run("return location.hash", vec![]).await?;
        let edit = format!("{}/edit", address.as_str().unwrap_or_default());
        for wrong in ["", "small things at night", MARKS[0]] {
            secrets(page, &[wrong]).await?;
            page.press("button", &stage.msg("entry-covered-open")?).await?;
            page.see(&stage.msg("lock-wrong")?).await?;
            for words in &MARKS[..2] {
                page.unsee(words).await?;
            }
            n_wrong += 1;
        }
        // The form of the same entry asks as well.
        page.run("location.hash = arguments[0]", vec![json!(edit)]).await?;
        page.find("heading", &stage.msg("entry-edit-title")?).await?;
        page.absent("textbox", Name::Starts(&stage.msg("entry-what")?)).await?;
        secrets(page, &[PASSPHRASE]).await?;
        page.press("button", &stage.msg("entry-covered-open")?).await?;
        page.find("textbox", Name::Starts(&stage.msg("entry-what")?)).await?;
        // Now words find them, and a tap opens the other one.
        for words in &MARKS[..2] {
            // A search is forgotten at another place.
            stage.go("nav-patterns", "patterns-title").await?;
            stage.go("nav-diary", "diary-title").await?;
            page.write("searchbox", &stage.msg("search-label")?, words).await?;
            page.press("link", Name::Has(&stage.msg("entry-covered")?)).await?;
            let is_asked = page.run(
                "return document.querySelectorAll('main input[type=password]').length",
                vec![],
            );
            ensure!(is_asked.await? == json!(0), "asked again");
            if !page.all("button", Name::Is(&stage.msg("entry-covered-open")?)).await?.is_empty() {
                page.press("button", &stage.msg("entry-covered-open")?).await?;
            }
            page.see(words).await?;
        }
        lock_now(stage).await?;
        is_locked(stage).await?;
        unlock(stage).await?;
    }
    Ok(format!(
        "2 covered entries: {n_wrong} wrong passphrases opened 0, found by their words 0 of 2 before \
         and 4 of 4 after, asked anew after locking"
    ))
}

/// The staying-safe plan before the lock: there only where somebody asked for it, as it is now, and
/// nothing else of theirs; gone when they take it back, when the lock goes, and when all is erased.
pub(crate) async fn open_plan(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    let what = "What do you notice?";
    stage.open().await?;
    hand::write(stage, MARKS[2], 3, 0).await?;
    turn_on(stage).await?;
    sheet::begin(stage, "harbour").await?;
    sheet::write(stage, what, 0, "lamplight-5").await?;
    hand::saved(stage).await?;
    let heading = stage.msg("sheet-harbour")?;
    let support = async |shown: &[&str], hidden: &[&str]| -> Result<()> {
        lock_now(stage).await?;
        is_locked(stage).await?;
        page.press("link", &stage.msg("nav-support")?).await?;
        page.find("heading", &stage.msg("support-title")?).await?;
        for words in shown {
            page.see(words).await?;
        }
        for words in hidden.iter().chain(&MARKS) {
            page.unsee(words).await?;
        }
        page.press("link", &stage.msg("common-back")?).await?;
        unlock(stage).await
    };
    let switch = async || -> Result<()> {
        stage.visit(app::place("settings/lock")?).await?;
        page.press("switch", Name::Is(&stage.msg("lock-plan")?)).await
    };
    support(&[], &[&heading, "lamplight-5"]).await?;
    switch().await?;
    support(&[&heading, "lamplight-5"], &[]).await?;
    // What is changed later is there as it is then.
    sheet::take_up(stage, "harbour").await?;
    sheet::write(stage, what, 0, " or 6").await?;
    hand::saved(stage).await?;
    support(&[&heading, "lamplight-5 or 6"], &[]).await?;
    // Locked in the moment of typing, too.
    sheet::take_up(stage, "harbour").await?;
    sheet::write(stage, what, 0, " or 7").await?;
    page.press("button", &stage.msg("lock-now")?).await?;
    is_locked(stage).await?;
    page.press("link", &stage.msg("nav-support")?).await?;
    page.see("lamplight-5 or 6 or 7").await?;
    page.press("link", &stage.msg("common-back")?).await?;
    unlock(stage).await?;
    let words = page.stored().await?;
    let words = words.get("sk1.u").map(ToString::to_string).unwrap_or_default();
    ensure!(words.contains("lamplight-5 or 6"), "the preferences hold {words}");
    let (n_words, _) = readable(stage).await?;
    ensure!(n_words == 0, "{n_words} of the other words can be read");
    switch().await?;
    support(&[], &[&heading, "lamplight-5"]).await?;
    let words = page.stored().await?;
    ensure!(!words.values().any(|it| it.to_string().contains("lamplight")), "a copy is left");
    // Erased before the lock, it is not there any more.
    switch().await?;
    lock_now(stage).await?;
    unfold(stage, "erase-title").await?;
    let word = stage.msg("erase-word")?;
    let label = stage.lab.words.msg_with("erase-type", &[("word", &word)])?;
    page.write("textbox", &label, &word).await?;
    page.press("button", &stage.msg("erase-confirm")?).await?;
    page.press("button", &stage.msg("lock-erase-again")?).await?;
    page.see(&stage.msg("erase-done")?).await?;
    page.press("link", &stage.msg("nav-support")?).await?;
    page.find("heading", &stage.msg("support-title")?).await?;
    page.unsee("lamplight-5").await?;
    // Nor is a place that is chosen now kept.
    page.press("button", "India").await?;
    page.find("link", Name::Has("14416")).await?;
    let left = page.stored().await?;
    ensure!(left.is_empty(), "{:?} are left", left.keys().collect::<Vec<_>>());
    // A lock that is turned off takes the wish and the copy with it.
    page.press("link", &stage.msg("common-back")?).await?;
    page.press("button", &stage.msg("erase-again")?).await?;
    page.is_ready().await?;
    turn_on(stage).await?;
    sheet::begin(stage, "harbour").await?;
    sheet::write(stage, what, 0, "lamplight-5").await?;
    hand::saved(stage).await?;
    switch().await?;
    let copy = async || -> Result<String> {
        let all = page.stored().await?;
        Ok(all.get("sk1.u").map(ToString::to_string).unwrap_or_default())
    };
    ensure!(copy().await?.contains("lamplight-5"), "the preferences hold {}", copy().await?);
    settle(stage).await?;
    unfold(stage, "lock-off-title").await?;
    secrets(page, &[PASSPHRASE]).await?;
    page.press("button", &stage.msg("lock-off-action")?).await?;
    page.find("button", &stage.msg("lock-turn-on")?).await?;
    ensure!(!copy().await?.contains("plan"), "the preferences hold {}", copy().await?);
    Ok("not asked for, asked for, changed, taken back, erased, lock turned off: shown 3 of 3 times, \
        hidden 3 of 3, other words 0; after erasing 0 values, without a lock 0 copies"
        .to_owned())
}

/// How long any device of the tests takes at most to make a backup and to open it again.
const MADE: Duration = Duration::from_secs(8);

/// Locked in the same moment in which a backup begins to be made, by the button and by Hide: no file
/// comes, none counts, and the next one is made as ever.
pub(crate) async fn while_made(stage: &mut Stage) -> Result<String> {
    const BOTH: &str = "const [name, other] = arguments;
        const named = (all, words) => [...document.querySelectorAll(all)]
          .find(it => it.checkVisibility() && it.innerText.trim() === words);
        named('main button', name).click();
        named('button', other).click();";
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, MARKS[0], 3, 0).await?;
    turn_on(stage).await?;
    for way in ["lock-now", "nav-hide"] {
        stage.visit(app::place("settings/keeping")?).await?;
        unfold(stage, "backup-open").await?;
        secrets(page, &[PASSPHRASE, PASSPHRASE]).await?;
        let names = [stage.msg("backup-action")?, stage.msg(way)?];
        page.run(BOTH, names.map(|it| json!(it)).to_vec()).await?;
        // What was begun has an end by then.
        wait::pass(MADE).await;
        if way == "nav-hide" {
            page.press("button", "Open").await?;
        }
        is_locked(stage).await?;
        let files = std::fs::read_dir(page.downloads())?.count();
        ensure!(files == 0, "{files} files were saved");
        unlock(stage).await?;
        stage.visit(app::place("settings/keeping")?).await?;
        page.see(&stage.msg("export-never")?).await?;
    }
    unfold(stage, "backup-open").await?;
    secrets(page, &[PASSPHRASE, PASSPHRASE]).await?;
    page.press("button", &stage.msg("backup-action")?).await?;
    page.download_path(".age").await?;
    Ok("locked and hidden while a backup was made: 0 files, 0 counted; made afterwards 1 of 1"
        .to_owned())
}
