//! Diaries that were kept for years: put into the browser as the app would have stored them.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use satkarya_e2e::{Context as _, Result, app, ensure, runner::Stage, wait};
use serde_json::{Value, json};

use crate::{diary, hand, sheet};

/// Number of entries on a page of the list.
const PAGE: usize = 40;
/// The most rows that any page may have.
const MOST_ROWS: u64 = 300;

/// Puts a diary of so many entries into the browser and opens the app.
pub(crate) async fn filled(stage: &Stage, n_entries: usize) -> Result<()> {
    stage.browser.web().goto(format!("{}notes.html", stage.server.url())).await?;
    let set = "localStorage.setItem(arguments[0], arguments[1])";
    for (key, value) in diary::stored(n_entries, sheet::filled()?)? {
        stage.browser.run(set, vec![json!(key), json!(value)]).await?;
    }
    stage.open().await
}

/// The addresses of the links in the page that begin so, in their order.
async fn links(stage: &Stage, start: &str) -> Result<Vec<String>> {
    let look = "return [...document.querySelectorAll('main a[href]')]
        .map(a => a.getAttribute('href')).filter(href => href.startsWith(arguments[0]))
        .map(href => href.slice(2))";
    wait::until(&format!("links to {start}"), async || {
        let found = stage.browser.run(look, vec![json!(start)]).await?;
        let found: Vec<String> = found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        Ok((!found.is_empty()).then_some(found))
    })
    .await
}

/// Every kind of page that a filled diary has, reached by the links that lead there.
pub(crate) async fn addresses(stage: &Stage) -> Result<Vec<String>> {
    let mut all: Vec<String> = app::everywhere().map(|place| place.address.to_owned()).collect();
    all.extend(["pages/month".to_owned(), "pages/year".to_owned()]);
    stage.go("nav-diary", "diary-title").await?;
    let entry = links(stage, "#/page/").await?.into_iter().next().context("no entry")?;
    all.extend([format!("{entry}/edit"), entry]);
    stage.go("nav-people", "people-title").await?;
    all.extend(links(stage, "#/person/").await?.into_iter().next());
    stage.visit(app::place("plan/pages")?).await?;
    all.extend(links(stage, "#/plan/page/").await?.into_iter().next());
    stage.visit(app::place("line")?).await?;
    // The first are a low spell and an event.
    all.extend(
        links(stage, "#/line/").await?.into_iter().collect::<BTreeSet<_>>().into_iter().take(2),
    );
    stage.visit(app::place("pinch")?).await?;
    all.extend(links(stage, "#/pinch/").await?.into_iter().next());
    stage.visit(app::place("aims")?).await?;
    all.extend(links(stage, "#/aims/").await?.into_iter().next());
    sheet::hub(stage).await?;
    let worksheets = links(stage, "#/work/page/").await?;
    ensure!(worksheets.len() >= sheet::FILLED.len(), "{} worksheets", worksheets.len());
    all.extend(worksheets.into_iter().take(sheet::FILLED.len()));
    stage.go("nav-journey", "journey-title").await?;
    let articles: BTreeSet<String> = links(stage, "#/path/").await?.into_iter().collect();
    ensure!(articles.len() >= 7, "Journey leads only to {articles:?}");
    all.extend(articles);
    Ok(all)
}

/// Goes to an address and waits until its page stands in the place of the one before.
pub(crate) async fn go(stage: &Stage, address: &str) -> Result<()> {
    // The views of the diary are one page; what stands in it is looked at as a whole.
    let note = "const main = document.querySelector('main');
        window.before = [main.firstElementChild, main.textContent];
        const same = (location.hash || '#/today') === '#/' + arguments[0];
        location.hash = '#/' + arguments[0];
        return same;";
    if stage.browser.run(note, vec![json!(address)]).await? == json!(true) {
        return Ok(());
    }
    let there = "const [old, text] = window.before;
        const main = document.querySelector('main');
        return !!main.querySelector('h1')
          && (main.firstElementChild !== old || main.textContent !== text)";
    wait::until(&format!("the page {address}"), async || {
        Ok((stage.browser.run(there, vec![]).await? == json!(true)).then_some(()))
    })
    .await
}

/// Ten thousand entries: the app opens at once, lists, turns pages, searches and shows the year,
/// and never has more rows in the document than people can look at.
pub(crate) async fn ten_thousand(stage: &mut Stage) -> Result<String> {
    const N: usize = 10_000;
    filled(stage, N).await?;
    lived_with(stage, N).await
}

/// The same with more than localStorage holds in one of the engines: all but the last three months lie
/// in the redo log alone.
pub(crate) async fn twenty_five_thousand(stage: &mut Stage) -> Result<String> {
    const N: usize = 25_000;
    stage.browser.web().goto(format!("{}notes.html", stage.server.url())).await?;
    let (stored, log) = diary::stored_apart(N, sheet::filled()?)?;
    let set = "localStorage.setItem(arguments[0], arguments[1])";
    for (key, value) in stored {
        stage.browser.run(set, vec![json!(key), json!(value)]).await?;
    }
    stage.browser.run("localStorage.setItem('sk1.u', '{\"older\":\"large\"}')", vec![]).await?;
    let put = "const [items, generation] = args;
        const opening = indexedDB.open('sk1log', 1);
        opening.onupgradeneeded = () =>
          ['log', 'meta'].forEach(name => opening.result.createObjectStore(name));
        const db = await new Promise((done, fail) => {
          opening.onsuccess = () => done(opening.result);
          opening.onerror = fail;
        });
        await new Promise((done, fail) => {
          const writing = db.transaction(['log', 'meta'], 'readwrite');
          for (const [key, gen, value] of items)
            writing.objectStore('log').put({ gen, value }, key);
          writing.objectStore('meta').put(generation, 'generation');
          writing.oncomplete = done;
          writing.onabort = fail;
        });
        db.close();";
    let items: Vec<_> = log.items.iter().map(|it| (&it.key, it.generation, &it.value)).collect();
    for items in items.chunks(20) {
        stage.browser.run_async(put, vec![json!(items), json!(log.generation)]).await?;
    }
    stage.open().await?;
    lived_with(stage, N).await
}

/// Opens, reads, searches, walks through every page, writes, and counts what is in the file.
async fn lived_with(stage: &Stage, n_entries: usize) -> Result<String> {
    let page = &stage.browser;
    let start = Instant::now();
    page.reload().await?;
    page.is_ready().await?;
    let opened = start.elapsed();
    stage.go("nav-diary", "diary-title").await?;
    page.press("button", &stage.msg("diary-older")?).await?;
    let total = (n_entries / PAGE).to_string();
    let pages = stage.lab.words.msg_with("common-of", &[("n", "2"), ("total", &total)])?;
    // The list grows while the rest is read.
    wait::within(Duration::from_secs(90), "everything to be read", async || {
        Ok(page.text().await?.contains(&pages).then_some(()))
    })
    .await?;
    let whole = start.elapsed();
    let field = page.write("searchbox", &stage.msg("search-label")?, "walk").await?;
    let counted =
        "const text = document.querySelector('main').innerText.match(/([\\d,]+) (entries|entry)/);
        return text ? Number(text[1].replaceAll(',', '')) : null";
    let found = wait::until("a count of what was found", async || {
        Ok(page.run(counted, vec![]).await?.as_u64().filter(|n| *n > 0))
    })
    .await?;
    page.write_to(&field, "zzzz").await?;
    page.see(&stage.msg("search-none-title")?).await?;
    page.press("button", &stage.msg("search-clear")?).await?;
    let mut most = (0, String::new());
    let addresses = addresses(stage).await?;
    for address in &addresses {
        go(stage, address).await?;
        let count = "return document.querySelectorAll('main :is(li, tr, .chart__target)').length";
        let rows = page.run(count, vec![]).await?.as_u64().unwrap_or_default();
        ensure!(rows <= MOST_ROWS, "{rows} rows at {address}");
        if rows > most.0 {
            most = (rows, address.clone());
        }
    }
    hand::write(stage, "The one after all these", 6, 0).await?;
    let (_, file) = hand::export(stage).await?;
    let entries = hand::living(&file)?.len();
    ensure!(entries == n_entries + 1, "{entries} entries are in the file");
    Ok(format!(
        "{} entries in the file; opened after {} ms, all read after {}; “walk” in {found}; at most {} rows on {} pages, at {}",
        entries,
        opened.as_millis(),
        whole.as_millis(),
        most.0,
        addresses.len(),
        most.1
    ))
}
