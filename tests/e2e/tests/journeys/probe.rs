//! What a hostile script in the running app could send away: every known way out of a page is
//! tried towards doors that count who knocks (P-03).

use std::{
    collections::BTreeMap,
    path::Path,
    time::{Duration, Instant},
};

use satkarya_e2e::{
    Result,
    counter::{Arrivals, Counter},
    engine::Engine,
    ensure,
    runner::Stage,
    server::{Fault, Server},
    wait,
};
use serde_json::{Value, json};

const SCRIPT: &str = include_str!("channels.js");

/// How long an attempt may take that neither arrives nor is refused in so many words. From a page
/// without a policy each arrives within a small part of this; the journey prints the slowest.
const PATIENCE: Duration = Duration::from_secs(4);

/// What becomes of a channel in an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// Nothing arrived, though it does from a page without a policy.
    Refused,
    /// It arrived, with all a script wants to tell.
    Reached,
    /// A connection was opened, but nothing said: only the other's name and port are told.
    Touched,
    /// It does not even arrive from a page without a policy.
    Absent,
}

use Fate::{Absent, Reached, Refused, Touched};

/// The columns: the three engines, then Chromium at the first visit to a host without headers,
/// where the app's worker does not answer yet.
const COLUMNS: usize = 4;
const BARE: usize = 3;

/// Every channel, and what is known to become of it.
const CHANNELS: &[(&str, [Fate; COLUMNS])] = &[
    ("fetch", [Refused; 4]),
    ("fetch kept alive", [Refused; 4]),
    ("XMLHttpRequest", [Refused; 4]),
    ("beacon", [Refused; 4]),
    ("WebSocket", [Refused; 4]),
    ("WebTransport", [Refused, Refused, Absent, Refused]),
    ("EventSource", [Refused; 4]),
    ("image", [Refused; 4]),
    ("srcset", [Refused; 4]),
    ("input image", [Refused; 4]),
    ("SVG image", [Refused; 4]),
    ("SVG use", [Absent; 4]),
    ("style of an element", [Refused; 4]),
    ("constructed style sheet", [Refused; 4]),
    ("style sheet", [Refused; 4]),
    ("@import", [Refused; 4]),
    ("font", [Refused; 4]),
    ("script", [Refused; 4]),
    ("import()", [Refused; 4]),
    ("worker", [Refused; 4]),
    ("shared worker", [Refused; 4]),
    ("worklet", [Refused; 4]),
    ("iframe", [Refused, Refused, Refused, Touched]),
    ("fetch in a blank frame", [Refused; 4]),
    ("object", [Refused; 4]),
    ("embed", [Refused; 4]),
    ("video", [Refused; 4]),
    ("audio", [Refused; 4]),
    ("poster", [Refused; 4]),
    ("track", [Refused; 4]),
    ("preload", [Refused; 4]),
    ("modulepreload", [Refused; 4]),
    ("prefetch", [Refused, Refused, Absent, Refused]),
    ("preconnect", [Refused, Touched, Touched, Touched]),
    ("prerender", [Absent; 4]),
    ("speculation rules", [Refused, Absent, Absent, Refused]),
    ("icon", [Refused, Refused, Absent, Refused]),
    ("manifest", [Refused, Absent, Absent, Refused]),
    ("STUN", [Refused, Reached, Absent, Reached]),
    ("TURN", [Refused, Reached, Absent, Reached]),
    ("report of a policy", [Absent; 4]),
    ("form", [Refused, Refused, Refused, Touched]),
    ("ping", [Refused, Absent, Refused, Refused]),
    ("download", [Refused, Reached, Reached, Reached]),
    ("link in a new tab", [Refused, Reached, Reached, Reached]),
    ("window.open", [Refused, Reached, Reached, Reached]),
    ("fetch in a blank window", [Refused; 4]),
    ("location", [Refused, Reached, Reached, Reached]),
    ("refresh", [Refused, Reached, Reached, Reached]),
];

/// The channels that leave the page, change its policy or need a click: one page for each.
const ALONE: usize = 9;

/// Waits until every one of `names` has arrived or the page tells how it ended.
async fn decided(stage: &Stage, counter: &Counter, names: &[&str]) -> Result<()> {
    let read = "return document.documentElement.dataset.channels ?? null";
    let all = wait::within(PATIENCE, "every attempt to end", async || {
        let told = stage.browser.run(read, vec![]).await?;
        // The page has gone: it was led away, or to the browser's own words on why not.
        let Some(told) = told.as_str() else { return Ok(Some(())) };
        let told: BTreeMap<String, Value> = serde_json::from_str(told)?;
        let arrived = counter.arrived();
        let spoke = |name: &str| arrived.get(name).is_some_and(|arrival| arrival.spoke);
        let over = |name: &&str| told.contains_key(*name) || spoke(*name);
        Ok(names.iter().all(over).then_some(()))
    });
    // Some attempts are refused without a word; but a browser that has gone refuses nothing.
    if all.await.is_err() {
        stage.browser.run(read, vec![]).await?;
    }
    Ok(())
}

/// Tries `names` in the page that is open; returns how long the slowest took that arrived.
async fn attempt(stage: &Stage, counter: &Counter, names: &[&str]) -> Result<Duration> {
    let page = &stage.browser;
    let start = Instant::now();
    page.run(SCRIPT, vec![json!(counter.ports()), json!(names)]).await?;
    if let [_] = names {
        let button = "return document.getElementById('sk-click')";
        page.web().execute(button, vec![]).await?.element()?.click().await?;
    }
    decided(stage, counter, names).await?;
    let arrived = counter.arrived();
    let times = names.iter().filter_map(|name| arrived.get(*name));
    Ok(times.map(|arrival| arrival.at.duration_since(start)).max().unwrap_or_default())
}

fn names() -> Vec<&'static str> {
    CHANNELS.iter().map(|(name, _)| *name).collect()
}

/// Tries every channel, each lot in a page that `open` opens; returns what arrived, and how long
/// the slowest took.
async fn everything(
    stage: &Stage,
    open: impl AsyncFn() -> Result<()>,
) -> Result<(Arrivals, Duration)> {
    let names = names();
    let counter = Counter::start(&names).await?;
    let (together, alone) = names.split_at(names.len() - ALONE);
    open().await?;
    let mut slowest = attempt(stage, &counter, together).await?;
    let still = "return document.documentElement.hasAttribute('data-channels')";
    let still = stage.browser.run(still, vec![]).await?;
    ensure!(still == json!(true), "the page was led away before all was tried");
    let web = stage.browser.web();
    let first = web.window().await?;
    for name in alone {
        open().await?;
        slowest = slowest.max(attempt(stage, &counter, &[name]).await?);
        for window in web.windows().await?.into_iter().filter(|window| *window != first) {
            web.switch_to_window(window).await?;
            web.close_window().await?;
        }
        web.switch_to_window(first.clone()).await?;
    }
    Ok((counter.arrived(), slowest))
}

/// Compares what arrived with what is listed; `possible` is what arrives without a policy.
fn compare(arrived: &Arrivals, possible: Option<&Arrivals>, column: usize) -> Result<String> {
    let mut other = Vec::new();
    for (name, fates) in CHANNELS {
        let listed = fates[column];
        let fate = match (arrived.get(*name), possible) {
            (Some(arrival), _) if arrival.spoke => Reached,
            (Some(_), _) => Touched,
            (None, Some(possible)) if !possible.contains_key(*name) => Absent,
            (None, None) if listed == Absent => Absent,
            (None, _) => Refused,
        };
        if fate != listed {
            other.push(format!("{name}: {fate:?}, listed as {listed:?}"));
        }
    }
    let told: Vec<_> = arrived
        .iter()
        .map(|(name, arrival)| format!("{name}{}", if arrival.spoke { "" } else { " (touched)" }))
        .collect();
    let all = CHANNELS.len();
    ensure!(other.is_empty(), "{}/{all} reached: {told:?}; {other:?}", told.len());
    let absent = CHANNELS.iter().filter(|(_, fates)| fates[column] == Absent).count();
    let names = if told.is_empty() { String::new() } else { format!(": {}", told.join(", ")) };
    Ok(format!("{}/{all} reached{names}; {absent} absent", told.len()))
}

/// The rows of the table in `docs/privacy-proof.md`: channels that fare alike share one.
fn rows() -> Vec<String> {
    let mut groups: Vec<([Fate; COLUMNS], Vec<&str>)> = Vec::new();
    for (name, fates) in CHANNELS {
        match groups.iter_mut().find(|group| group.0 == *fates) {
            Some((_, names)) => names.push(name),
            None => groups.push((*fates, vec![name])),
        }
    }
    let word = |fate: &Fate| format!("{fate:?}").to_lowercase();
    let row = |(fates, names): ([Fate; COLUMNS], Vec<&str>)| {
        format!("| {} | {} |", names.join(", "), fates.each_ref().map(word).join(" | "))
    };
    groups.into_iter().map(row).collect()
}

/// Every channel is tried from a page without a policy and then from the running app: what
/// arrives is what is listed, no more and no less, and what the documentation says.
pub(crate) async fn channels(stage: &mut Stage) -> Result<String> {
    let free = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/open");
    let free = Server::start(&free).await?;
    let goto = async || Ok(stage.browser.web().goto(free.url()).await?);
    let (possible, slowest) = everything(stage, goto).await?;
    let (reached, _) = everything(stage, async || stage.open().await).await?;
    let column = Engine::ALL.iter().position(|engine| *engine == stage.browser.engine());
    let told = compare(&reached, Some(&possible), column.unwrap_or_default())?;
    let page = std::fs::read_to_string(stage.lab.repository.join("docs/privacy-proof.md"))?;
    let missing: Vec<_> = rows().into_iter().filter(|row| !page.contains(row)).collect();
    ensure!(missing.is_empty(), "docs/privacy-proof.md lacks\n{}", missing.join("\n"));
    let count = possible.len();
    Ok(format!("{told}; without a policy {count}, the slowest after {slowest:.1?}"))
}

/// On a host that sends no headers the worker sends them, and it comes to the same.
pub(crate) async fn by_worker(stage: &mut Stage) -> Result<String> {
    stage.server.without_headers();
    stage.open().await?;
    stage.kept_offline().await?;
    let (reached, _) = everything(stage, async || stage.open().await).await?;
    compare(&reached, None, 0)
}

/// At the first visit to such a host there is only the policy in the page.
pub(crate) async fn bare(stage: &mut Stage) -> Result<String> {
    stage.server.without_headers();
    stage.server.misbehave("/sw.js", Fault::Status(404));
    let (reached, _) = everything(stage, async || stage.open().await).await?;
    compare(&reached, None, BARE)
}
