//! Calendars and digits of other places, and a clock that jumps.

use satkarya_e2e::{Context as _, Result, app, browser::Setup, ensure, runner::Stage, wait};
use serde_json::json;

use crate::{hand, sheet};

/// A language, and how a browser that speaks it writes the year 2026.
const PLACES: [(&str, &str); 3] = [
    ("th-TH", "2569"),
    ("ar-EG", "\u{662}\u{660}\u{662}\u{666}"),
    ("fa-IR", "\u{6f1}\u{6f4}\u{6f0}\u{6f5}"),
];

/// With Thai, Egyptian and Persian browsers days are stored alike, and shown in the language of
/// the interface: never half of each (D-08).
pub(crate) async fn calendars(stage: &mut Stage) -> Result<String> {
    const STRANGE: &str = r"const text = document.body.innerText;
        return text.match(/[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59]|\b(25[67]\d|14[04]\d)\b(?!:)|NaN|Invalid/g) ?? [];";
    let mut looked = 0;
    for (language, year) in PLACES {
        let setup = Setup { language: Some(language), ..Setup::PLAIN };
        stage.browser = stage.another(setup).await?;
        stage.open().await?;
        let speaks =
            "return new Date(Date.UTC(2026, 10, 24)).toLocaleDateString(navigator.language)";
        let speaks = stage.browser.run(speaks, vec![]).await?;
        let speaks = speaks.as_str().unwrap_or_default();
        ensure!(speaks.contains(year), "the browser does not speak {language}: {speaks}");
        hand::write(stage, "Of today", 6, 0).await?;
        hand::write(stage, "Some days ago", 4, 40).await?;
        let (today, before) = (hand::day(stage, 0).await?, hand::day(stage, 40).await?);
        let (file, content) = hand::export(stage).await?;
        let days: Vec<_> = hand::living(&content)?.into_iter().map(|entry| entry.day).collect();
        ensure!(days == [before.as_str(), today.as_str()], "{language}: the days are {days:?}");
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        ensure!(name.contains(&today), "{language}: the file is called {name}");
        let shown = "const [y, m, d] = arguments[0].split('-');
            return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })
              .format(Date.UTC(y, m - 1, d));";
        let shown = stage.browser.run(shown, vec![json!(before)]).await?;
        let shown = shown.as_str().context("no month")?.to_owned();
        hand::open(stage, "Some days ago").await?;
        let (month, _) = shown.split_once(' ').context("no month")?;
        stage.browser.see(month).await?;
        let more = ["pages/month", "pages/year", "pages"].map(str::to_owned);
        for address in app::everywhere().map(|place| place.address.to_owned()).chain(more) {
            crate::much::go(stage, &address).await?;
            let strange = stage.browser.run(STRANGE, vec![]).await?;
            ensure!(strange == json!([]), "{language}, {address}: {strange}");
            looked += 1;
        }
    }
    Ok(format!("3 calendars: 6 of 6 days stored alike, {looked} pages without a strange date"))
}

/// The clock jumps forth and back while the app is open: nothing is negative, nothing is lost,
/// and what is written is of the day that the clock says (D-10).
pub(crate) async fn jumps(stage: &mut Stage) -> Result<String> {
    // The app asks for the time anew whenever it needs it, so the clock can be changed under it.
    const CHANGE: &str = "const Real = window.Real ??= Date;
        window.skew = arguments[0] * 3600000;
        window.Date = class extends Real {
          constructor(...given) { given.length ? super(...given) : super(Real.now() + window.skew); }
          static now() { return Real.now() + window.skew; }
        };";
    const NEGATIVE: &str = r"return document.body.innerText
        .match(/[-\u2212]\s?\d+ ?(ms|s|sec|min|hour|day|week|month|year|entr)|NaN|Invalid|Infinity/g) ?? [];";
    const HOURS: [i32; 7] = [0, 3, -2, -26, 24 * 40, -24 * 400, 1];
    stage.open().await?;
    let mut expected = Vec::new();
    let mut looked = 0;
    for (n, hours) in HOURS.into_iter().enumerate() {
        // In the midst of writing, where that can be.
        hand::begin(stage).await?;
        stage.browser.run(CHANGE, vec![json!(hours)]).await?;
        let words = format!("Jump {n}");
        hand::type_what(stage, &words).await?;
        // Leaving the field saves. Where the clock went back, the entry gets another time then,
        // and the form other words above the button, which is pressed when they have come to rest.
        stage.browser.keys("\u{e004}").await?;
        hand::saved(stage).await?;
        hand::done(stage).await?;
        // And a whole entry after it.
        let after = format!("After {n}");
        hand::write(stage, &after, 5, 0).await?;
        let day = hand::day(stage, 0).await?;
        let (_, file) = hand::export(stage).await?;
        let lived = hand::living(&file)?;
        let dated = |words: &str| lived.iter().find(|it| it.what == words).map(|it| it.day.clone());
        ensure!(dated(&after).as_deref() == Some(&day), "{after}: {:?}, not {day}", dated(&after));
        let begun = dated(&words).with_context(|| format!("{words} is lost"))?;
        ensure!(begun <= day, "{words} is of {begun}, and the clock says {day}");
        expected.extend([words, after]);
        for place in app::everywhere() {
            stage.visit(place).await?;
            let negative = stage.browser.run(NEGATIVE, vec![]).await?;
            ensure!(negative == json!([]), "{hours} h, {}: {negative}", place.address);
            looked += 1;
        }
    }
    stage.browser.reload().await?;
    stage.browser.is_ready().await?;
    let (_, file) = hand::export(stage).await?;
    let mut found: Vec<_> = hand::living(&file)?.into_iter().map(|entry| entry.what).collect();
    found.sort();
    expected.sort();
    ensure!(found == expected, "{found:?} instead of {expected:?}");
    Ok(format!(
        "{} jumps, {} of {} entries there, 0 of them later than the clock, {looked} pages without \
         a negative number",
        HOURS.len() - 1,
        found.len(),
        expected.len()
    ))
}

/// The two minutes of a rehearsal end by themselves, and nothing ticks on after them.
pub(crate) async fn round_ends(stage: &mut Stage) -> Result<String> {
    // What was set to happen within half a second, such as the next look at the clock.
    const COUNT: &str = "window.ticks = 0;
        const real = window.setTimeout;
        window.setTimeout = (act, ms, ...rest) => {
          if (ms === 500) window.ticks++;
          return real(act, ms, ...rest);
        };";
    const LATER: &str = "const Real = Date;
        window.Date = class extends Real {
          constructor(...given) { given.length ? super(...given) : super(Real.now() + 121000); }
          static now() { return Real.now() + 121000; }
        };";
    sheet::open(stage).await?;
    let page = &stage.browser;
    sheet::begin(stage, "words").await?;
    sheet::on_to(stage, "How will you begin?").await?;
    page.run(
        "const it = [...document.querySelectorAll('main textarea')].find(it => it.checkVisibility());
         it.focus()",
        vec![],
    )
    .await?;
    page.keys("May I say something?").await?;
    hand::saved(stage).await?;
    sheet::on_to(stage, "Say it once, to a wall or a friend").await?;
    page.run(COUNT, vec![]).await?;
    page.press("button", &stage.msg("sheet-clock-start")?).await?;
    let ticks = async || -> Result<u64> {
        Ok(page.run("return window.ticks", vec![]).await?.as_u64().unwrap_or_default())
    };
    let n = wait::until("the clock to tick", async || {
        let n = ticks().await?;
        Ok((n >= 4).then_some(n))
    })
    .await?;
    page.run(LATER, vec![]).await?;
    page.see(&stage.msg("sheet-clock-over")?).await?;
    let at_end = ticks().await?;
    wait::pass(std::time::Duration::from_secs(2)).await;
    let after = ticks().await?;
    ensure!(after == at_end, "{} ticks after the end", after - at_end);
    // And it can be started anew.
    page.press("button", &stage.msg("sheet-clock-start")?).await?;
    page.find("button", &stage.msg("sheet-clock-stop")?).await?;
    Ok(format!("{n} ticks, the end, and 0 ticks in two seconds after it"))
}
