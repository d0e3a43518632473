//! A store that is full to the last unit, and what the app says of the space before that.

use satkarya_e2e::{
    Context as _, Result, app, engine::Engine, ensure, page::Name, runner::Stage, wait,
};
use serde_json::{Value, json};

use crate::{hand, much, older};

/// Fills what is left of the store, the reserve's place included, to the last unit.
async fn fill(stage: &Stage) -> Result<()> {
    let fill = "localStorage.removeItem('sk1.r');
        const put = (key, value) => {
          try { localStorage.setItem(key, value); return true; } catch { return false; }
        };
        let number = 0;
        for (let size = 1 << 20; size >= 1;) {
          if (put('other' + number, 'x'.repeat(size))) number += 1; else size >>= 1;
        }
        // What is left is less than a key of its own takes.
        let last = localStorage.getItem('other0');
        while (put('other0', last + 'x')) last += 'x';
        return put('o', '');";
    let room = stage.browser.run(fill, vec![]).await?;
    ensure!(room == json!(false), "the store takes another key");
    Ok(())
}

/// Takes away what [`fill`] put there.
async fn free(stage: &Stage) -> Result<()> {
    let free = "for (const key of Object.keys(localStorage))
          if (key.startsWith('other')) localStorage.removeItem(key);";
    stage.browser.run(free, vec![]).await?;
    Ok(())
}

/// What the save under way came to: whether there was room for it. An earlier one is not told of
/// any more: the page was opened anew since, or something was typed.
async fn had_room(stage: &Stage) -> Result<bool> {
    let (saved, waits) = (stage.msg("save-saved")?, stage.msg("save-waiting")?);
    let said = wait::until("the save to end", async || {
        let said = stage.browser.names("status").await?;
        Ok(said.into_iter().find(|words| *words == saved || *words == waits))
    })
    .await?;
    if said == saved {
        return Ok(true);
    }
    stage.browser.find("dialog", &stage.msg("storage-full-title")?).await?;
    stage.browser.see(&stage.msg("storage-full-body")?).await?;
    Ok(false)
}

/// What is in the diary: the entries with their moods, and the people.
type Diary = (Vec<(String, Option<u64>)>, Vec<String>);

async fn diary(stage: &Stage) -> Result<Diary> {
    let (_, file) = hand::export(stage).await?;
    let entries = hand::living(&file)?.into_iter().map(|it| (it.what, it.mood)).collect();
    let names = file["records"].as_array().into_iter().flatten();
    let names = names.filter_map(|it| it["body"]["person"]["name"].as_str().map(str::to_owned));
    Ok((sorted(entries), sorted(names.collect())))
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort();
    list
}

fn entry(what: &str, mood: u64) -> (String, Option<u64>) {
    (what.to_owned(), Some(mood))
}

/// One thing that somebody does, and what it changes.
#[derive(Clone, Copy, Debug)]
enum Act {
    New,
    Longer,
    SameLength,
    Delete,
    Rename,
}

impl Act {
    const ALL: [Self; 5] = [Self::New, Self::Longer, Self::SameLength, Self::Delete, Self::Rename];

    /// Does it, once.
    async fn perform(self, stage: &Stage) -> Result<()> {
        let page = &stage.browser;
        match self {
            Self::New => page.press("radio", Name::Starts("4, ")).await,
            Self::Longer => {
                hand::edit(stage, "To be longer").await?;
                hand::type_what(stage, ", and it is").await?;
                page.press("button", &stage.msg("common-done")?).await
            }
            Self::SameLength => {
                hand::edit(stage, "To stay as long").await?;
                page.press("radio", Name::Starts("9, ")).await
            }
            Self::Delete => {
                hand::open(stage, "To be deleted").await?;
                page.press("button", &stage.msg("common-delete")?).await
            }
            Self::Rename => {
                stage.go("nav-people", "people-title").await?;
                page.press("link", Name::Has("Asha")).await?;
                page.press("button", &stage.msg("common-edit")?).await?;
                page.write("textbox", &stage.msg("person-name")?, "Devi").await?;
                Ok(())
            }
        }
    }

    fn change(self, (entries, people): &mut Diary) {
        match self {
            Self::New => entries.push(entry("", 4)),
            Self::Longer => {
                entries.retain(|it| it.0 != "To be longer");
                entries.push(entry("To be longer, and it is", 6));
            }
            Self::SameLength => {
                entries.retain(|it| it.0 != "To stay as long");
                entries.push(entry("To stay as long", 9));
            }
            Self::Delete => entries.retain(|it| it.0 != "To be deleted"),
            Self::Rename => *people = vec!["AshaDevi".to_owned()],
        }
        entries.sort();
    }
}

/// The store is full to the last unit: whatever is done then is said to wait or fits, is there
/// after a kill, changes nothing else, and is saved when there is space again.
pub(crate) async fn full(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    stage.kept_offline().await?;
    stage.go("nav-people", "people-title").await?;
    stage.browser.press("button", &stage.msg("people-add")?).await?;
    stage.browser.write("textbox", &stage.msg("person-name")?, "Asha\n").await?;
    stage.browser.find("link", Name::Has("Asha")).await?;
    let words = ["Left alone", "To be longer", "To stay as long", "To be deleted"];
    for what in words {
        hand::write(stage, what, 6, 0).await?;
    }
    let mut expected: Diary =
        (sorted(words.map(|what| entry(what, 6)).to_vec()), vec!["Asha".to_owned()]);
    ensure!(diary(stage).await? == expected, "the diary was not written as it should be");
    let mut waited = 0;
    for act in Act::ALL {
        stage.open().await?;
        fill(stage).await?;
        act.perform(stage).await.with_context(|| format!("{act:?}"))?;
        let room = had_room(stage).await.with_context(|| format!("{act:?}"))?;
        ensure!(!(room && matches!(act, Act::New | Act::Longer)), "there was room for {act:?}");
        waited += u32::from(!room);
        act.change(&mut expected);
        stage.browser.kill().await?;
        stage.browser.restart().await?;
        stage.open().await?;
        let found = diary(stage).await?;
        ensure!(found == expected, "{act:?}, full and killed: {found:?} in place of {expected:?}");
        free(stage).await?;
        stage.open().await?;
        let found = diary(stage).await?;
        ensure!(found == expected, "{act:?}, free again: {found:?} in place of {expected:?}");
    }
    // The same page goes on when there is space again.
    stage.open().await?;
    hand::begin(stage).await?;
    stage.browser.press("radio", Name::Starts("5, ")).await?;
    hand::saved(stage).await?;
    fill(stage).await?;
    hand::type_what(stage, "Written without space").await?;
    // Leaving the field saves; nothing else may be pressed, since the dialog may be there already.
    stage.browser.keys("\u{e004}").await?;
    ensure!(!had_room(stage).await?, "there was room");
    free(stage).await?;
    stage.browser.press("button", &stage.msg("storage-full-retry")?).await?;
    stage.browser.absent("dialog", &stage.msg("storage-full-title")?).await?;
    hand::saved(stage).await?;
    expected.0.push(entry("Written without space", 5));
    expected.0.sort();
    stage.open().await?;
    ensure!(diary(stage).await? == expected, "what was saved again is not there");
    Ok(format!(
        "5 of 5 there after kills, {waited} said to wait and {} fitted; saved when there was space",
        5 - waited
    ))
}

/// A store that is full to the last unit, in which there are older months: moving them aside, from the
/// message that nothing was saved, saves it.
pub(crate) async fn moves_older(stage: &mut Stage) -> Result<String> {
    much::filled(stage, 2_000).await?;
    let before = older::records(stage, &stage.browser).await?;
    stage.open().await?;
    hand::begin(stage).await?;
    stage.browser.press("radio", Name::Starts("5, ")).await?;
    hand::saved(stage).await?;
    fill(stage).await?;
    hand::type_what(stage, "Written without space").await?;
    stage.browser.keys("\u{e004}").await?;
    ensure!(!had_room(stage).await?, "there was room");
    stage.browser.press("button", &stage.msg("storage-full-move")?).await?;
    stage.browser.absent("dialog", &stage.msg("storage-full-title")?).await?;
    hand::saved(stage).await?;
    stage.browser.kill().await?;
    stage.browser.restart().await?;
    stage.open().await?;
    let after = older::records(stage, &stage.browser).await?;
    let list = |all: &Value| all.as_array().cloned().unwrap_or_default();
    let (had, has) = (list(&before), list(&after));
    let n_there = had.iter().filter(|record| has.contains(record)).count();
    ensure!(n_there == had.len(), "{n_there} of {} records are as they were", had.len());
    ensure!(after.to_string().contains("Written without space"), "what was written is not there");
    Ok(format!("saved from the message, and {n_there} of {n_there} as they were, after a kill"))
}

/// What is left by the app's own meter, in bytes.
async fn told_free(stage: &Stage) -> Result<i64> {
    stage.visit(app::place("settings/keeping")?).await?;
    let meter = stage.browser.find("progressbar", Name::Any).await?;
    let read = "const [meter] = arguments; return [meter.max, meter.value]";
    let read = stage.browser.run(read, vec![meter.to_json()?]).await?;
    let number = |value: &Value| value.as_f64().context("no number");
    #[expect(clippy::cast_possible_truncation, reason = "a few million")]
    let free = (number(&read[0])? - number(&read[1])?) as i64;
    Ok(free * if stage.browser.engine() == Engine::WebKit { 1 } else { 2 })
}

/// Writes `letter` until the browser throws. Returns what fitted, in bytes as the engine counts.
async fn real_free(stage: &Stage, letter: &str) -> Result<i64> {
    let write = "const [letter] = arguments;
        let number = 0;
        let [keys, values] = [0, 0];
        for (let size = 1 << 19; size >= 1;) {
          const [key, value] = ['other' + number, letter.repeat(size)];
          try { localStorage.setItem(key, value); } catch { size >>= 1; continue; }
          [number, keys, values] = [number + 1, keys + key.length, values + value.length];
        }
        return [keys, values];";
    let written = stage.browser.run(write, vec![json!(letter)]).await?;
    free(stage).await?;
    let number = |value: &Value| value.as_i64().context("no number");
    let (keys, values) = (number(&written[0])?, number(&written[1])?);
    let latin = letter.chars().all(|letter| letter <= '\u{ff}');
    let (key, value) = match (stage.browser.engine(), latin) {
        (Engine::WebKit, true) => (1, 1),
        (Engine::WebKit, false) => (1, 2),
        _ => (2, 2),
    };
    Ok(keys * key + values * value)
}

/// The space that the settings tell of is what the browser really takes, whatever the diary and
/// its neighbors are written in.
pub(crate) async fn foretold(stage: &mut Stage) -> Result<String> {
    const MOST: i64 = 1_024;
    much::filled(stage, 2_000).await?;
    let mut worst = 0;
    for (what, letter) in
        [("Tea with her", "x"), ("उसके साथ चाय पी, बातें हुईं", "क"), ("🫖🙂👩‍👩‍👧 tea", "😀")]
    {
        hand::write(stage, what, 6, 0).await?;
        for start in [false, true] {
            if start {
                stage.browser.reload().await?;
                stage.browser.is_ready().await?;
            }
            let (told, real) = (told_free(stage).await?, real_free(stage, letter).await?);
            let error = (told - real).abs();
            ensure!(error <= MOST, "{letter}: {told} bytes free are told, {real} are");
            worst = worst.max(error);
        }
    }
    Ok(format!("6 of 6 predictions of free space at most {worst} bytes off"))
}
