//! What goes wrong while somebody writes: a damaged month, a text that was being typed when the
//! page or the browser went.

use std::time::{Duration, Instant};

use satkarya_e2e::{Result, bail, ensure, page::Name, runner::Stage, wait};
use serde_json::json;

use crate::hand;

/// JavaScript that begins a change of the redo log: `asked` awaits a request, `log` is the store.
pub(crate) const OPEN_LOG: &str = "
        const asked = request => new Promise((done, fail) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => fail(request.error);
        });
        const database = await asked(indexedDB.open('sk1log'));
        const change = database.transaction('log', 'readwrite');
        const log = change.objectStore('log');";

/// Flips one character of a stored month, in the store and if asked in the second copy.
pub(crate) async fn damage(stage: &Stage, month: &str, both: bool) -> Result<()> {
    stage.browser.web().goto(format!("{}notes.html", stage.server.url())).await?;
    let flip = "const [month, both] = args;
        const flip = text => {
          const at = text.length - 5;
          const other = String.fromCharCode(text.charCodeAt(at) ^ 1);
          return text.slice(0, at) + other + text.slice(at + 1);
        };
        const keys = Object.keys(localStorage).filter(key => key.startsWith('sk1.s.' + month));
        for (const key of keys) localStorage.setItem(key, flip(localStorage.getItem(key)));
        if (!both) return keys.length;
        OPEN_LOG
        for (const key of keys) {
          const item = await asked(log.get(key));
          if (item && item.value) await asked(log.put({ ...item, value: flip(item.value) }, key));
        }
        await new Promise(done => { change.oncomplete = done; });
        database.close();
        return keys.length;";
    let flip = flip.replace("OPEN_LOG", OPEN_LOG);
    let found = stage.browser.run_async(&flip, vec![json!(month), json!(both)]).await?;
    ensure!(found == json!(1), "{found} values were stored for {month}");
    Ok(())
}

/// A stored month with one wrong character: mended from the second copy; and where that is wrong
/// too, the rest is there, the part is told of, and the month can be written in.
pub(crate) async fn quarantine(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Of this month", 6, 0).await?;
    hand::write(stage, "Of an older month", 5, 70).await?;
    let day = hand::day(stage, 0).await?;
    let month = day.get(..7).unwrap_or_default();
    damage(stage, month, false).await?;
    stage.open().await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.find("link", Name::Has("Of an older month")).await?;
    stage.browser.find("link", Name::Has("Of this month")).await?;
    damage(stage, month, true).await?;
    let before = stage.browser.stored().await?;
    stage.open().await?;
    hand::write(stage, "New in the damaged month", 7, 0).await?;
    stage.browser.reload().await?;
    stage.browser.is_ready().await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.find("link", Name::Has("Of an older month")).await?;
    stage.browser.find("link", Name::Has("New in the damaged month")).await?;
    let after = stage.browser.stored().await?;
    for (key, value) in before.iter().filter(|(key, _)| key.starts_with(&format!("sk1.s.{month}")))
    {
        ensure!(after.get(key) == Some(value), "the unreadable bytes of {key} were touched");
    }
    stage.browser.see(&stage.msg("quarantine-title")?).await?;
    Ok("1 of 1 mended; 1 of 1 put aside untouched and told of, the others and a new entry there"
        .to_owned())
}

/// A text being typed is back after the page was left without a word.
pub(crate) async fn left(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    let web = stage.browser.web();
    let ways = ["reload", "back", "address", "leave", "close"];
    let first = web.window().await?;
    for way in ways {
        let text = format!("Typed before {way}");
        hand::begin(stage).await?;
        hand::type_what(stage, &text).await?;
        match way {
            "reload" => stage.browser.reload().await?,
            "back" => web.back().await?,
            "address" => stage.browser.address("people").await?,
            "leave" => {
                stage.browser.press("button", &stage.msg("nav-leave")?).await?;
                stage.browser.find("heading", "Notes").await?;
                web.goto(stage.server.url()).await?;
                stage.browser.press("button", Name::Is("Open")).await?;
            }
            _ => {
                let other = web.new_tab().await?;
                web.switch_to_window(first.clone()).await?;
                web.close_window().await?;
                web.switch_to_window(other).await?;
                stage.open().await?;
            }
        }
        stage.browser.is_ready().await?;
        stage.go("nav-diary", "diary-title").await?;
        stage.browser.find("link", Name::Has(&text)).await?;
    }
    Ok(format!("text back {0} of {0}", ways.len()))
}

/// A browser killed while somebody types, who never saved, loses at most the last two seconds
///
pub(crate) async fn typing(stage: &mut Stage) -> Result<String> {
    const ROUNDS: u64 = 3;
    let mut most = Duration::ZERO;
    stage.open().await?;
    for round in 0..ROUNDS {
        hand::begin(stage).await?;
        let begin = Instant::now();
        let mut typed: Vec<(String, Instant)> = Vec::new();
        while begin.elapsed() < Duration::from_millis(4_300 + 700 * round) {
            let word = format!("r{round}w{:03}", typed.len());
            hand::type_what(stage, &format!("{word} ")).await?;
            typed.push((word, Instant::now()));
        }
        let killed = Instant::now();
        stage.browser.kill().await?;
        stage.browser.restart().await?;
        stage.open().await?;
        stage.browser.see(&stage.msg("today-draft-title")?).await?;
        stage.browser.press("button", &stage.msg("today-draft-continue")?).await?;
        let label = stage.msg("entry-what")?;
        let field = stage.browser.find("textbox", Name::Starts(&label)).await?;
        let text = wait::until("the text in the form", async || {
            let text = field.prop("value").await?.unwrap_or_default();
            Ok((!text.is_empty()).then_some(text))
        })
        .await?;
        let kept = typed.iter().rposition(|(word, _)| text.contains(word));
        let Some(kept) = kept else { bail!("round {round}: nothing is left of the text") };
        let complete = typed.iter().take(kept).all(|(word, _)| text.contains(word));
        ensure!(complete, "round {round}: words are missing in the middle: {text}");
        if let Some((_, lost)) = typed.get(kept + 1) {
            most = most.max(killed - *lost);
        }
        hand::done(stage).await?;
    }
    ensure!(most <= Duration::from_millis(2_300), "{most:?} of typing were lost");
    Ok(format!("{ROUNDS} kills while typing, at most {} ms of it lost", most.as_millis()))
}
