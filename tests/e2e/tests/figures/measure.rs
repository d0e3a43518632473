//! What is measured, and how: scripts in the page that time what the main thread does.

use std::time::{Duration, Instant};

use satkarya_e2e::{Context as _, Result, browser::Browser, page::Name, runner::Stage, wait};
use serde_json::{Value, json};

/// How often a time is taken; odd, so that one of them is the middle.
const ROUNDS: usize = 7;
/// What a page that was just left may still be finishing, such as its last writes.
const LEAVING: Duration = Duration::from_secs(1);
/// What the app does by itself after everything is in memory: it makes the search quick.
const SETTLING: Duration = Duration::from_secs(6);

/// Defines `work(act)`: the milliseconds from `act` until everything that it set off in this
/// turn of the main thread is done and laid out. What the browser paints comes after.
const WORK: &str = "
    const turn = () => new Promise(done => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done();
      channel.port2.postMessage(0);
    });
    const work = async act => {
      await new Promise(done => requestAnimationFrame(done));
      await turn();
      const start = performance.now();
      act();
      await turn();
      document.body.offsetHeight;
      return performance.now() - start;
    };
    const until = async found => {
      const start = performance.now();
      while (!found()) {
        if (performance.now() - start > 20000) throw new Error('it did not come: ' + found);
        await turn();
      }
      document.body.offsetHeight;
      return performance.now() - start;
    };";

/// What was measured on one diary. Times in milliseconds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    /// From asking for the page to the first view that can be used.
    pub(crate) open: f64,
    /// From asking for the page to every month in memory and the patterns on screen.
    pub(crate) open_patterns: f64,
    /// The middle and the slowest key press in the search.
    pub(crate) key: (f64, f64),
    /// The same right after everything came into memory.
    pub(crate) early_key: (f64, f64),
    /// A change of a mood, until it is stored and drawn: the middle and the slowest.
    pub(crate) save: (f64, f64),
    /// Patterns from within the app: 90 days, and everything.
    pub(crate) patterns: (f64, f64),
    /// A change of what is looked at among all entries, on Patterns: the middle and the slowest.
    pub(crate) filter: (f64, f64),
    /// The most rows on any page, and which.
    pub(crate) rows: (u64, &'static str),
    /// Taps and seconds from a cold start, offline, to a saved check-in.
    pub(crate) check_in: (u32, f64),
}

/// Pages whose rows are counted.
const PAGES: [&str; 8] =
    ["today", "pages", "pages/month", "pages/year", "bin", "people", "trends", "settings"];

impl Figures {
    /// Puts a stored diary into a browser and measures.
    pub(crate) async fn take(
        stage: &Stage,
        browser: &mut Browser,
        stored: &[(String, String)],
    ) -> Result<Self> {
        let server = stage.server.url();
        fill(browser, &server, stored).await?;
        // The first start makes the worker, the redo log and the device's number.
        open(browser, &server, "today").await?;
        let offline = "return document.documentElement.dataset.offline === 'ready'";
        wait::until("the app to be kept for offline use", async || {
            Ok((browser.run(offline, vec![]).await? == json!(true)).then_some(()))
        })
        .await?;
        open_patterns(browser, &server).await?;

        let mut figures = Self::default();
        let (mut opened, mut with_patterns) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            // In a browser just started: one that still holds the page before spends the first
            // tenths of a second on giving its memory back.
            browser.restart().await?;
            tell_ready(browser).await?;
            opened.push(open(browser, &server, "today").await?);
            browser.restart().await?;
            tell_ready(browser).await?;
            with_patterns.push(open_patterns(browser, &server).await?);
        }
        figures.open = middle(&opened);
        figures.open_patterns = middle(&with_patterns);
        figures.patterns = patterns(browser).await?;
        if !stored.is_empty() {
            figures.filter = filters(browser).await?;
            open_patterns(browser, &server).await?;
            figures.early_key = keys(browser, &["dinner"]).await?;
            wait::pass(SETTLING).await;
            figures.key = keys(browser, &["dinner", "friend asked", "zebra", "mum"]).await?;
        }
        figures.save = saves(browser, &server).await?;
        figures.rows = rows(browser).await?;
        figures.check_in = check_in(stage, browser, &server).await?;
        Ok(figures)
    }
}

/// Writes the values before the app runs for the first time.
async fn fill(browser: &Browser, server: &str, stored: &[(String, String)]) -> Result<()> {
    browser.web().goto(format!("{server}notes.html")).await?;
    for (key, value) in stored {
        let set = "localStorage.setItem(arguments[0], arguments[1])";
        browser.run(set, vec![json!(key), json!(value)]).await?;
    }
    tell_ready(browser).await
}

/// Notes in every page the moment at which the app says that its first view stands.
async fn tell_ready(browser: &Browser) -> Result<()> {
    let note =
        "window.addEventListener('sk:ready', () => { window.readyAt = performance.now(); });";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": note })).await?;
    Ok(())
}

/// Loads a page from the beginning; the milliseconds until it can be used.
async fn open(browser: &Browser, server: &str, address: &str) -> Result<f64> {
    // Another page in between, since a changed `#` alone loads nothing.
    browser.web().goto(format!("{server}notes.html")).await?;
    wait::pass(LEAVING).await;
    browser.web().goto(format!("{server}#/{address}")).await?;
    browser.is_ready().await?;
    number(&browser.run("return window.readyAt", vec![]).await?)
}

/// Loads Patterns; the milliseconds until they are there, for which every month must be in.
async fn open_patterns(browser: &Browser, server: &str) -> Result<f64> {
    open(browser, server, "trends").await?;
    let there = format!(
        "{WORK} await until(() => document.querySelector('.finding, .empty')); \
         return performance.now();"
    );
    number(&browser.run_async(&there, vec![]).await?)
}

/// Patterns reached from another page: the one that is shown first, and then everything.
async fn patterns(browser: &Browser) -> Result<(f64, f64)> {
    let script = format!(
        "{WORK}
         const there = () => document.querySelector('.finding, .empty');
         location.hash = '#/support';
         await until(() => !there());
         const first = await work(() => {{
           location.hash = '#/trends';
           window.dispatchEvent(new HashChangeEvent('hashchange'));
         }});
         if (!there()) await until(there);
         const all = document.querySelectorAll('main fieldset input[type=radio]');
         const everything = all.length ? await work(() => all[all.length - 1].click()) : 0;
         return [first, everything];"
    );
    let mut times = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let found = browser.run_async(&script, vec![]).await?;
        times.0.push(number(&found[0])?);
        times.1.push(number(&found[1])?);
    }
    Ok((middle(&times.0), middle(&times.1)))
}

/// Kinds of moments are chosen among all entries, one after the other, and let go again.
async fn filters(browser: &Browser) -> Result<(f64, f64)> {
    let script = format!(
        "{WORK}
         const all = document.querySelectorAll('main fieldset input[type=radio]');
         await work(() => all[all.length - 1].click());
         const kinds = [...document.querySelectorAll('.patterns__filters select')].pop();
         const choose = n => work(() => {{
           kinds.selectedIndex = n;
           kinds.dispatchEvent(new Event('change', {{ bubbles: true }}));
         }});
         const times = [];
         for (let n = 1; n <= 4; n++) times.push(await choose(n), await choose(0));
         return times;"
    );
    spread(&browser.run_async(&script, vec![]).await?)
}

/// Words are typed letter by letter into the search of the whole diary.
async fn keys(browser: &Browser, words: &[&str]) -> Result<(f64, f64)> {
    browser.address("pages").await?;
    browser.find("searchbox", Name::Any).await?;
    let script = format!(
        "{WORK}
         const field = document.querySelector('input[type=search]');
         const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
         const type = text => {{
           set.call(field, text);
           field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
         }};
         const times = [];
         for (const word of args[0]) {{
           for (let n = 1; n <= word.length; n++) {{
             times.push(await work(() => type(word.slice(0, n))));
           }}
           await work(() => type(''));
         }}
         return times;"
    );
    spread(&browser.run_async(&script, vec![json!(words)]).await?)
}

/// Moods are chosen in the check-in; each choice is stored at once.
async fn saves(browser: &Browser, server: &str) -> Result<(f64, f64)> {
    // From the patterns, where everything is in memory, as after some use.
    open_patterns(browser, server).await?;
    browser.address("new").await?;
    browser.find("radio", Name::Any).await?;
    let script = format!(
        "{WORK}
         const moods = document.querySelectorAll('main .mood-dial input[type=radio]');
         const times = [];
         for (let n = 0; n < moods.length; n++) times.push(await work(() => moods[n].click()));
         return times;"
    );
    spread(&browser.run_async(&script, vec![]).await?)
}

/// The most rows in the document on any page: list items, table rows and dots of charts.
async fn rows(browser: &Browser) -> Result<(u64, &'static str)> {
    let mut most = (0, "");
    for page in PAGES {
        browser.address(page).await?;
        browser.find("heading", Name::Any).await?;
        let count = format!(
            "{WORK} await turn(); await turn();
             return document.querySelectorAll('main :is(li, tr, .chart__target)').length;"
        );
        let n = browser.run_async(&count, vec![]).await?.as_u64().unwrap_or_default();
        if n > most.0 {
            most = (n, page);
        }
    }
    Ok(most)
}

/// The browser is started anew with an empty cache in memory; one tap on a mood saves.
async fn check_in(stage: &Stage, browser: &mut Browser, server: &str) -> Result<(u32, f64)> {
    let mut times = Vec::new();
    for _ in 0..3 {
        browser.restart().await?;
        let start = Instant::now();
        browser.web().goto(server).await?;
        browser.is_ready().await?;
        browser.press("radio", Name::Starts("6, ")).await?;
        browser.see(&stage.msg("save-saved")?).await?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    Ok((1, times.get(1).map_or(0.0, Duration::as_secs_f64)))
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().with_context(|| format!("{value} is no number"))
}

/// The middle and the largest of a list.
fn spread(times: &Value) -> Result<(f64, f64)> {
    let times: Vec<f64> =
        times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let most = times.iter().copied().max_by(f64::total_cmp).context("nothing was measured")?;
    Ok((middle(&times), most))
}

fn middle(times: &[f64]) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
