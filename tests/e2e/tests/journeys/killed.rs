//! Tabs and browsers that crash, are killed or are put to sleep while somebody writes.

use std::{collections::BTreeSet, time::Duration};

use satkarya_e2e::{
    Context as _, Result, WindowHandle, browser::Setup, ensure, page::Name, release, runner::Stage,
    wait,
};
use serde_json::{Value, json};

use crate::{checkin::listed, hand};

/// Presses "Nothing much" again as soon as the entry before it is called saved, and notes the
/// address of each that was.
const KEEP_SAVING: &str = "const [label, saved] = arguments;
    window.shown = [];
    const rows = () => [...document.querySelectorAll('main a[href^=\"#/page/\"]')]
      .map(row => row.getAttribute('href'));
    const says = () => [...document.querySelectorAll('[role=status]')]
      .some(status => status.textContent.trim() === saved);
    const press = () => [...document.querySelectorAll('main button')]
      .find(button => button.textContent.trim() === label).click();
    let before = new Set(rows());
    const look = () => {
      const fresh = rows().filter(row => !before.has(row));
      if (!fresh.length || !says()) return;
      for (const row of fresh) { before.add(row); window.shown.push(row); }
      press();
    };
    new MutationObserver(look)
      .observe(document.body, { subtree: true, childList: true, characterData: true });
    press();";

/// Crashes so many tabs of one browser while they save. Returns how many entries were called saved.
async fn crash_tabs(stage: &Stage, n_tabs: usize) -> Result<usize> {
    let (label, saved) = (stage.msg("checkin-nothing-much")?, stage.msg("save-saved")?);
    let web = stage.browser.web();
    let first = web.window().await?;
    let mut shown = BTreeSet::new();
    for round in 0..n_tabs {
        let tab = web.new_tab().await?;
        web.switch_to_window(tab).await?;
        stage.open().await?;
        stage.browser.find("button", &label).await?;
        stage.browser.run(KEEP_SAVING, vec![json!(label), json!(saved)]).await?;
        // Not always at the same moment.
        let enough = 1 + round % 2;
        let now = wait::until(&format!("{enough} saved in round {round}"), async || {
            let shown = stage.browser.run("return window.shown", vec![]).await?;
            Ok(shown.as_array().filter(|rows| rows.len() >= enough).cloned())
        })
        .await?;
        stage.browser.crash_tab(&first).await?;
        shown.extend(now.iter().filter_map(Value::as_str).map(|row| row.replace("#/page/", "")));
    }
    stage.open().await?;
    let (_, file) = hand::export(stage).await?;
    let records = file["records"].as_array().context("no records")?;
    let there: BTreeSet<_> = records.iter().filter_map(|it| it["id"].as_str()).collect();
    let lost: Vec<_> = shown.iter().filter(|id| !there.contains(id.as_str())).collect();
    ensure!(shown.len() >= n_tabs, "only {} were called saved", shown.len());
    ensure!(lost.is_empty(), "{} of {} are lost: {lost:?}", lost.len(), shown.len());
    Ok(shown.len())
}

/// Tabs that crash while they save one entry after the other: each that was called saved is there
/// . Only Chromium can crash a tab.
pub(crate) async fn crashes(stage: &mut Stage) -> Result<String> {
    const TABS: usize = 40;
    let browsers = stage.rounds(1, 5);
    let mut saved = 0;
    for _ in 0..browsers {
        // With an empty profile: long lists would only take time.
        stage.browser = stage.another(Setup::PLAIN).await?;
        saved += crash_tabs(stage, TABS).await?;
    }
    let crashes = browsers * TABS;
    Ok(format!("{saved} of {saved} called saved are there after {crashes} crashes while saving"))
}

/// Without the redo log the words are the weaker ones; what a kill then takes is what they warned
/// of, and never more than the last minute.
pub(crate) async fn without_log(stage: &mut Stage) -> Result<String> {
    let delays = stage.rounds(&[0, 1_000, 6_000][..], &[0, 1_000, 6_000, 60_000][..]);
    let rounds = stage.rounds(1, 10);
    let dist = release::without_indexed_db(&stage.dist)?;
    stage.server.serve(dist.path())?;
    let (mut killed, mut lost, mut there) = (0, 0, 0);
    for delay in delays {
        for _ in 0..rounds {
            stage.open().await?;
            stage.browser.press("radio", Name::Starts("6, ")).await?;
            stage.browser.find("status", &stage.msg("save-saved-slow")?).await?;
            if *delay > 0 {
                wait::pass(Duration::from_millis(*delay)).await;
            }
            stage.browser.kill().await?;
            stage.browser.restart().await?;
            stage.open().await?;
            let now = listed(stage).await?;
            ensure!(now <= there + 1, "{now} entries are there where {there} were");
            // What was there before had long been on the disk.
            ensure!(now >= there || *delay < 60_000, "{now} entries are left of {there}");
            ensure!(now > there || *delay < 60_000, "lost a minute after it was saved");
            killed += 1;
            lost += there + 1 - now;
            there = now;
        }
    }
    Ok(format!("{killed} of {killed} told the weaker words; kills took {lost}"))
}

/// Hides the open page and puts it to sleep, as Chromium does when it needs the memory.
async fn sleep(stage: &Stage) -> Result<()> {
    let state = json!({ "state": "frozen" });
    stage.browser.devtools("Page.setWebLifecycleState", state).await?;
    Ok(())
}

/// Wakes the open page and turns to its tab, from the tab `other`.
async fn wake(stage: &Stage, other: &WindowHandle) -> Result<()> {
    let state = json!({ "state": "active" });
    stage.browser.devtools("Page.setWebLifecycleState", state).await?;
    let page = stage.browser.web().window().await?;
    // Chromium shows only what was behind something.
    for tab in [other, &page] {
        stage.browser.web().switch_to_window(tab.clone()).await?;
        stage.browser.devtools("Page.bringToFront", json!({})).await?;
    }
    let seen = "return document.visibilityState === 'visible'";
    wait::until("the page to be seen", async || {
        Ok((stage.browser.run(seen, vec![]).await? == json!(true)).then_some(()))
    })
    .await
}

/// A page that is put to sleep while somebody types and while it saves goes on as if nothing had
/// been; and one that never wakes has lost nothing.
pub(crate) async fn frozen(stage: &mut Stage) -> Result<String> {
    const SLEEP: Duration = Duration::from_secs(4);
    let page = &stage.browser;
    let other = page.web().window().await?;
    let first = page.web().new_tab().await?;
    page.web().switch_to_window(first).await?;
    stage.open().await?;
    let note = "window.slept = [];
        for (const name of ['freeze', 'resume'])
          document.addEventListener(name, () => window.slept.push(name));";
    page.run(note, vec![]).await?;
    // Asleep before the pause after which a text is kept.
    hand::begin(stage).await?;
    hand::type_what(stage, "Typed before sleep").await?;
    sleep(stage).await?;
    wait::pass(SLEEP).await;
    wake(stage, &other).await?;
    hand::type_what(stage, ", and after it").await?;
    // Asleep in the middle of a save.
    page.press("radio", Name::Starts("6, ")).await?;
    sleep(stage).await?;
    wait::pass(SLEEP).await;
    wake(stage, &other).await?;
    hand::saved(stage).await?;
    hand::done(stage).await?;
    let slept = page.run("return window.slept.join(' ')", vec![]).await?;
    ensure!(slept == json!("freeze resume freeze resume"), "the page slept so: {slept}");
    page.reload().await?;
    page.is_ready().await?;
    let (_, file) = hand::export(stage).await?;
    let told: Vec<_> = hand::living(&file)?.into_iter().map(|it| (it.what, it.mood)).collect();
    let expected = [("Typed before sleep, and after it".to_owned(), Some(6))];
    ensure!(told == expected, "there is {told:?}");
    // Asleep at once, and thrown away without waking.
    hand::begin(stage).await?;
    hand::type_what(stage, "Typed, then thrown away").await?;
    sleep(stage).await?;
    page.crash_tab(&other).await?;
    stage.open().await?;
    stage.go("nav-diary", "diary-title").await?;
    page.find("link", Name::Has("Typed, then thrown away")).await?;
    Ok("2 of 2 sleeps through, 1 entry saved once; 1 of 1 thrown away asleep has its text"
        .to_owned())
}

/// What the page's memory and store take after a full collection: bytes of the heap, elements,
/// and units stored.
async fn weight(stage: &Stage) -> Result<[f64; 3]> {
    let page = &stage.browser;
    page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = page.devtools("Runtime.getHeapUsage", json!({})).await?;
    let sizes = ["usedSize", "embedderHeapUsedSize", "backingStorageSize"];
    let bytes = sizes.iter().filter_map(|name| heap[*name].as_f64()).sum();
    let counters = page.devtools("Memory.getDOMCounters", json!({})).await?;
    let nodes = counters["nodes"].as_f64().context("no count of nodes")?;
    let stored = page.stored().await?;
    let units = |(key, value): (&String, &Value)| {
        key.len() + value.as_str().map_or(0, |value| value.encode_utf16().count())
    };
    let units: usize = stored.iter().map(units).sum();
    Ok([bytes, nodes, f64::from(u32::try_from(units)?)])
}

/// One save a second for ten minutes: neither memory nor store grow by more than a twentieth
/// . The first two minutes fill what is kept for undoing.
pub(crate) async fn soak(stage: &mut Stage) -> Result<String> {
    const WARM: u32 = 120;
    const SAVES: u32 = 720;
    stage.open().await?;
    hand::write(stage, "Changed every second", 6, 0).await?;
    hand::edit(stage, "Changed every second").await?;
    let mut start = None;
    for n in 1..=SAVES {
        let mood = if n % 2 == 0 { "6, " } else { "4, " };
        stage.browser.press("radio", Name::Starts(mood)).await?;
        hand::saved(stage).await?;
        wait::pass(Duration::from_secs(1)).await;
        if n == WARM {
            start = Some(weight(stage).await?);
        }
    }
    let (start, end) = (start.context("no first weight")?, weight(stage).await?);
    let names = ["bytes of memory", "nodes", "units stored"];
    let grown: Vec<_> = names
        .iter()
        .zip(start.iter().zip(end))
        .map(|(name, (start, end))| format!("{start:.0} to {end:.0} {name}"))
        .collect();
    let within = start.iter().zip(end).all(|(start, end)| end <= start * 1.05);
    ensure!(within, "grew: {}", grown.join(", "));
    Ok(format!("{} saves: {}", SAVES - WARM, grown.join(", ")))
}
