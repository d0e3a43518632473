//! What the app does around the writing: the quiet card, Support, the first cards, the sample
//! diary, and the ways to take back.

use satkarya_e2e::{Result, engine::Engine, ensure, page::Name, runner::Stage, wait};
use serde_json::json;

use crate::{checkin::lists, hand};

/// The quiet card comes after a very low mood, saving waits for nothing, "Not now" keeps it away
/// for this entry, and it leads to help.
pub(crate) async fn quiet_card(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    let title = stage.msg("quiet-title")?;
    page.tap("radio", Name::Starts("5, ")).await?;
    hand::saved(stage).await?;
    page.absent("heading", &title).await?;
    page.tap("radio", Name::Starts("2, ")).await?;
    page.find("heading", &title).await?;
    hand::saved(stage).await?;
    page.tap("button", &stage.msg("quiet-not-now")?).await?;
    page.absent("heading", &title).await?;
    // Up and down again: it was put away for this entry.
    page.tap("radio", Name::Starts("6, ")).await?;
    page.tap("radio", Name::Starts("1, ")).await?;
    hand::saved(stage).await?;
    page.absent("heading", &title).await?;
    // The next entry is another one.
    page.tap("button", &stage.msg("checkin-another")?).await?;
    page.tap("radio", Name::Starts("0, ")).await?;
    page.find("heading", &title).await?;
    page.tap("button", &stage.msg("quiet-person")?).await?;
    page.find("heading", &stage.msg("support-title")?).await?;
    let people = stage.msg("support-people-title")?;
    wait::until("the focus on the people one trusts", async || {
        let at = page.run("return document.activeElement.textContent", vec![]).await?;
        Ok((at == json!(people)).then_some(()))
    })
    .await?;
    Ok("came 2 times for 2 heavy entries, stayed away when asked, led to one's people".to_owned())
}

/// Notes whatever would call somebody: a tap on a number, and anything that the page does by
/// itself. The dialler of the machine is left in peace.
const LISTEN: &str = "window.called = [];
    addEventListener('click', event => {
      const link = event.target.closest('a[href^=\"tel:\"]');
      if (!link) return;
      called.push([link.getAttribute('href'), event.isTrusted && !event.defaultPrevented]);
      event.preventDefault();
    });
    window.open = where => { called.push(['open ' + where, false]); return null; };
    HTMLElement.prototype.click = function () { called.push(['click ' + this.outerHTML, false]); };";

/// The numbers that are to be seen, as a finger finds them from the top and as a screen reader
/// does in the document; and whether the first two are in sight: nothing lies over them, and nobody has to scroll.
const NUMBERS: &str = "const links = [...document.querySelectorAll('main a[href^=\"tel:\"]')]
      .filter(e => e.getClientRects().length && e.checkVisibility());
    const box = e => e.getBoundingClientRect();
    const lower = (a, b) => box(a).top - box(b).top || box(a).left - box(b).left;
    const numbers = all => all.map(e => e.getAttribute('href').slice(4));
    const at = (e, y) => e.contains(document.elementFromPoint(box(e).left + box(e).width / 2, y));
    const seen = e => at(e, box(e).top + 2) && at(e, box(e).bottom - 2);
    return [numbers(links), numbers([...links].sort(lower)), links.slice(0, 2).every(seen)];";

/// These numbers come first on the page, before all others, and it says when they were checked.
async fn numbers_first(stage: &Stage, first: [&str; 2], file: &str) -> Result<()> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let page = &stage.browser;
    page.find("link", Name::Has(first[1])).await?;
    let found = page.run(NUMBERS, vec![]).await?;
    for order in [&found[0], &found[1]] {
        let all = order.as_array().map(Vec::as_slice).unwrap_or_default();
        ensure!(
            all.get(..2).is_some_and(|all| all == first),
            "{first:?} should be first of {order}"
        );
    }
    wait::until(&format!("{first:?} to be in sight without scrolling"), async || {
        Ok((page.run(NUMBERS, vec![]).await?[2] == json!(true)).then_some(()))
    })
    .await?;
    let checked = file.lines().find_map(|line| line.strip_prefix("checked = \""));
    let (year, month) =
        checked.and_then(|it| it.trim_end_matches('"').split_once('-')).unwrap_or_default();
    let month = MONTHS[month.parse::<usize>()? - 1];
    page.see(&format!("Numbers can change. Last checked {month} {year}.")).await
}

/// Whoever opened the app once and has no connection finds the numbers of their place first, in
/// two taps and later in one; nothing calls by itself; another place has its own numbers first.
pub(crate) async fn support(stage: &mut Stage) -> Result<String> {
    const INDIA: &str = include_str!("../../../../content/en/support/india.toml");
    const STATES: &str = include_str!("../../../../content/en/support/united-states.toml");
    stage.browser.viewport(360, 740).await?;
    stage.open().await?;
    stage.kept_offline().await?;
    stage.server.stop().await;
    let page = &stage.browser;
    let is_told = page.engine() == Engine::Chromium;
    if is_told {
        // The others' drivers cannot tell the page that the device is offline.
        let nothing = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
        page.devtools("Network.enable", json!({})).await?;
        page.devtools("Network.emulateNetworkConditions", nothing).await?;
    }
    let begin = async || {
        page.reload().await?;
        page.is_ready().await?;
        page.run(LISTEN, vec![]).await
    };
    let called = async || page.run("return called", vec![]).await;
    begin().await?;
    // No place is chosen yet: something to call all the same.
    page.tap("link", &stage.msg("nav-support")?).await?;
    page.find("link", Name::Has("112")).await?;
    page.tap("button", "India").await?;
    numbers_first(stage, ["112", "14416"], INDIA).await?;
    if is_told {
        page.see(&stage.msg("support-offline")?).await?;
    }
    page.shoot(&stage.picture("india")).await?;
    let by_itself = called().await?;
    ensure!(by_itself == json!([]), "before a place was chosen and after: {by_itself}");
    // From the next start on one tap is enough.
    page.address("today").await?;
    begin().await?;
    page.tap("link", &stage.msg("nav-support")?).await?;
    numbers_first(stage, ["112", "14416"], INDIA).await?;
    let by_itself = called().await?;
    ensure!(by_itself == json!([]), "from the next start: {by_itself}");
    page.tap("link", Name::Has("14416")).await?;
    let tapped = called().await?;
    ensure!(tapped == json!([["tel:14416", true]]), "a tap on 14416: {tapped}");
    let change = [("name", "India")];
    let change = stage.lab.words.msg_with("support-region-change-from", &change)?;
    page.tap("button", &change).await?;
    page.tap("button", "United States").await?;
    numbers_first(stage, ["911", "988"], STATES).await?;
    let in_all = called().await?;
    ensure!(in_all == tapped, "after another place was chosen: {in_all}");
    Ok("offline: 112 and 14416 first after 2 taps, later after 1; 911 and 988 first in another \
        place; 1 call by 1 tap, 0 by itself"
        .to_owned())
}

/// After the first save three short cards, and never again once they were read.
pub(crate) async fn first_cards(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let titles = ["firstrun-where-title", "firstrun-keep-title", "firstrun-hard-title"];
    page.absent("heading", &stage.msg(titles[0])?).await?;
    // To look around first is one button, that takes back what it did.
    page.press("button", &stage.msg("sample-add")?).await?;
    page.see(&stage.msg("sample-shown")?).await?;
    page.absent("button", &stage.msg("sample-add")?).await?;
    page.press("button", &stage.msg("sample-remove")?).await?;
    page.find("button", &stage.msg("sample-add")?).await?;
    page.press("radio", Name::Starts("6, ")).await?;
    hand::saved(stage).await?;
    for (n, title) in titles.iter().enumerate() {
        page.find("heading", &stage.msg(title)?).await?;
        let next = if n + 1 < titles.len() { "common-next" } else { "firstrun-finish" };
        page.press("button", &stage.msg(next)?).await?;
    }
    for title in titles {
        page.absent("heading", &stage.msg(title)?).await?;
    }
    page.reload().await?;
    page.is_ready().await?;
    lists(stage, 1).await?;
    page.absent("heading", &stage.msg(titles[0])?).await?;
    Ok(format!("{} cards, once", titles.len()))
}

/// The sample diary is marked, is in no file, and goes with one tap; one's own entry stays.
pub(crate) async fn sample(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, "My very own words", 6, 0).await?;
    stage.go("nav-today", "today-title").await?;
    page.address("settings").await?;
    page.press("button", &stage.msg("sample-add")?).await?;
    stage.go("nav-diary", "diary-title").await?;
    page.find("link", Name::Has("My very own words")).await?;
    let mark = stage.msg("sample-mark")?;
    let marked = page.all("link", Name::Has(&mark)).await?.len();
    let rows = "return document.querySelectorAll('main .entries a').length";
    let rows = page.run(rows, vec![]).await?.as_u64().unwrap_or_default();
    ensure!(marked > 5 && marked as u64 + 1 == rows, "{marked} of {rows} rows are marked");
    let (_, file) = hand::export(stage).await?;
    let kept = hand::living(&file)?.len();
    ensure!(kept == 1, "{kept} entries in the file");
    page.press("button", &stage.msg("sample-remove")?).await?;
    stage.go("nav-diary", "diary-title").await?;
    page.find("link", Name::Has("My very own words")).await?;
    page.absent("link", Name::Has(&mark)).await?;
    Ok(format!("{marked} rows marked, 0 in the file, all gone with 1 tap"))
}

/// A star, an earlier version brought back, and an entry out of the bin.
pub(crate) async fn taking_back(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, "First words of it", 5, 0).await?;
    page.press("button", &stage.msg("entry-star")?).await?;
    hand::saved(stage).await?;
    hand::edit(stage, "First words of it").await?;
    hand::type_what(stage, "Other words instead").await?;
    hand::done(stage).await?;
    // The list of versions, and then the one in it.
    page.press("button", Name::Starts("1 earlier")).await?;
    page.press("button", Name::Starts("As it was on")).await?;
    page.see("First words of it").await?;
    page.press("button", &stage.msg("versions-restore")?).await?;
    hand::saved(stage).await?;
    hand::delete(stage, "First words of it").await?;
    page.address("bin").await?;
    page.find("heading", &stage.msg("bin-title")?).await?;
    page.press("button", Name::Starts(&stage.msg("bin-restore")?)).await?;
    hand::saved(stage).await?;
    hand::open(stage, "First words of it").await?;
    page.find("button", &stage.msg("entry-starred")?).await?;
    Ok("starred, an earlier version back, out of the bin".to_owned())
}

/// With low energy the check-in asks one thing at a time, forth and back, and each tap is kept.
pub(crate) async fn low_energy(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    let set = "localStorage.setItem('sk1.u', JSON.stringify({ energy: 'low', cards: 'on' }))";
    page.run(set, vec![]).await?;
    page.reload().await?;
    page.is_ready().await?;
    let (next, back) = (stage.msg("common-next")?, stage.msg("common-back")?);
    page.tap("radio", Name::Starts("4, ")).await?;
    hand::saved(stage).await?;
    page.absent("radio", Name::Starts("4, ")).await?;
    page.tap("checkbox", "sad").await?;
    page.absent("button", &stage.msg("checkin-new-person")?).await?;
    page.tap("button", &next).await?;
    page.find("button", &stage.msg("checkin-new-person")?).await?;
    page.absent("checkbox", "sad").await?;
    page.tap("button", &next).await?;
    page.find("button", &stage.msg("checkin-more")?).await?;
    page.absent("button", &next).await?;
    for _ in 0..3 {
        page.tap("button", &back).await?;
    }
    page.tap("radio", Name::Starts("5, ")).await?;
    hand::saved(stage).await?;
    let (_, file) = hand::export(stage).await?;
    let entries = hand::living(&file)?;
    ensure!(entries.len() == 1 && entries[0].mood == Some(5), "{entries:?}");
    Ok("4 questions one by one, forth and back, 1 entry".to_owned())
}
