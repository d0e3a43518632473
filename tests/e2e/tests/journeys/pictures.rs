//! Pictures as files, looked at closer, and point by point.

use std::time::Duration;

use roxmltree::{Document, Node};
use satkarya_e2e::{
    Context as _, Result, bail, browser::Browser, devtools::DevTools, engine::Engine, ensure,
    runner::Stage, wait,
};
use serde_json::{Value, json};

use crate::{hand, trends};

/// What a part of the page shows: how many marks, and its words, with those that only a screen
/// reader says.
const SHOWN: &str = "const part = document.querySelector(arguments[0]);
    const plain = text => text.replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim();
    const names = [...part.querySelectorAll('[aria-label]')].map(it => it.getAttribute('aria-label'));
    const marks = part.querySelectorAll(arguments[1]).length;
    return [marks, plain([part.textContent, ...names].join(' '))]";

/// What stands in a drawing.
struct Drawn {
    title: String,
    sentence: String,
    /// Each line of words.
    texts: Vec<String>,
    n_circles: usize,
    /// The filled boxes that are larger than a sign in a corner and smaller than the paper.
    n_boxes: usize,
}

impl Drawn {
    /// Ensures that its name and its sentence are in sight, and that each line of it stands on the
    /// page.
    fn agrees(&self, on_page: &str) -> Result<()> {
        let all = self.texts.join(" ");
        for words in [&self.title, &self.sentence] {
            ensure!(!words.is_empty() && all.contains(words), "`{words}` is not in sight: {all}");
        }
        for text in &self.texts {
            let words = text.trim_end_matches('…');
            ensure!(!words.is_empty() && on_page.contains(words), "`{text}` is not on the page");
        }
        Ok(())
    }
}

/// Saves the picture of the part of the page that `part` selects, and gives its file.
async fn save(stage: &Stage, part: &str, kind: &str) -> Result<Vec<u8>> {
    let page = &stage.browser;
    for old in std::fs::read_dir(page.downloads())? {
        std::fs::remove_file(old?.path())?;
    }
    // The one of this part is opened and the others shut; the button is pressed as a person does it.
    let open = "const [part, words] = arguments;
        const plain = it => it.textContent.replace(/[\\u2066-\\u2069]/g, '').trim();
        for (const it of document.querySelectorAll('details'))
          if (plain(it.querySelector('summary')) === words)
            it.open = !!it.closest(part)";
    page.run(open, vec![json!(part), json!(stage.msg("picture-save")?)]).await?;
    page.press("button", &stage.msg(&format!("picture-{kind}"))?).await?;
    let path = page.download_path(&format!(".{kind}")).await?;
    let name = path.file_name().context("a name")?.to_string_lossy().into_owned();
    let is_neutral = name.starts_with("notes-2") && name.len() == "notes-2026-11-30.svg".len();
    ensure!(is_neutral, "the file is called {name}");
    Ok(std::fs::read(path)?)
}

/// Reads a drawing. Everything in it lies where it can be seen.
fn read(file: &[u8]) -> Result<Drawn> {
    let text = std::str::from_utf8(file)?;
    let document = Document::parse(text)?;
    let root = document.root_element();
    ensure!(root.tag_name().name() == "svg", "a {}", root.tag_name().name());
    for word in ["NaN", "undefined", "oklch", "var(", "href", "class=", "style=", "\u{2068}"] {
        ensure!(!text.contains(word), "`{word}` is in the file");
    }
    let plain = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let of = |name: &str| {
        let found = root.children().find(|it| it.tag_name().name() == name);
        plain(found.and_then(|it| it.text()).unwrap_or_default())
    };
    let all =
        |name: &'static str| root.descendants().filter(move |it| it.tag_name().name() == name);
    let number = |it: Node<'_, '_>, name: &str| {
        it.attribute(name).and_then(|it| it.parse::<f64>().ok()).unwrap_or(0.0)
    };
    let (width, height) = (number(root, "width"), number(root, "height"));
    ensure!(width > 300.0 && height > 100.0, "{width} × {height}");
    let is_box = |it: &Node<'_, '_>| {
        let is_filled = it.attribute("fill").is_some_and(|fill| fill != "none");
        is_filled && (8.0..200.0).contains(&number(*it, "width"))
    };
    Ok(Drawn {
        title: of("title"),
        sentence: of("desc"),
        texts: all("text").filter_map(|it| it.text()).map(plain).collect(),
        n_circles: all("circle").count(),
        n_boxes: all("rect").filter(is_box).count(),
    })
}

/// Ensures that a file is an image of points, wide enough to be read, with something drawn in it.
fn points(file: &[u8]) -> Result<(u32, u32)> {
    ensure!(file.starts_with(b"\x89PNG\r\n\x1a\n"), "no PNG: {:?}", file.get(..8));
    let number = |at: usize| {
        let bytes = file.get(at..at + 4).and_then(|it| it.try_into().ok());
        bytes.map_or(0, u32::from_be_bytes)
    };
    let (width, height) = (number(16), number(20));
    ensure!(width > 600 && height > 200, "{width} × {height}");
    // Of one color throughout, it would be a hundredth of that.
    ensure!(file.len() > 8_000, "{} bytes: nothing is drawn", file.len());
    Ok((width, height))
}

/// Whether a color of a drawing is a light one.
fn is_light(color: &str) -> Result<bool> {
    let numbers = color.split(['(', ')', ',']).filter_map(|it| it.parse::<f64>().ok());
    let [red, green, blue] = *numbers.take(3).collect::<Vec<_>>() else {
        bail!("no color: {color}")
    };
    Ok(0.3 * red + 0.6 * green + 0.1 * blue > 128.0)
}

/// Sixty days with moods and harder days, two people, five entries with both moods.
async fn diary(stage: &Stage) -> Result<()> {
    let now = trends::now(stage).await?;
    let mut records =
        vec![trends::record(now, 1, &json!({ "person": { "name": "Asha", "ring": "around" } }))];
    for n in 0..60_usize {
        let mut says = json!({ "mood": n % 11, "feelings": [{ "id": "sad" }] });
        if n % 5 == 0 {
            says = json!({ "mood": n % 11, "kind": "argument", "people": [trends::id(1)],
                "before": 6, "after": n % 7 });
        }
        records.push(trends::entry(stage, now, n + 2, i64::try_from(n)?, &says).await?);
    }
    trends::bring_in(stage, &records).await
}

/// The mood line and a card with dots as files: a drawing with the title, the sentence and each
/// point, and an image; nothing is asked of anybody.
pub(crate) async fn saved(stage: &mut Stage) -> Result<String> {
    const MOOD: &str = "[aria-labelledby=finding-moodline]";
    const HARD: &str = "[aria-labelledby=finding-harddays]";
    stage.browser.viewport(360, 740).await?;
    stage.open().await?;
    stage.kept_offline().await?;
    diary(stage).await?;
    let tools = match stage.browser.engine() {
        Engine::Chromium => Some(DevTools::listen(&stage.browser).await?),
        Engine::Firefox | Engine::WebKit => None,
    };
    let page = &stage.browser;
    drop(stage.server.take_hits());
    page.see(&stage.msg("mood-line-title")?).await?;
    let mut told = Vec::new();
    for (part, marks, title) in
        [(MOOD, ".chart__point", "mood-line-title"), (HARD, ".strips__dot", "hard-days-title")]
    {
        wait::until("the marks", async || {
            let shown = page.run(SHOWN, vec![json!(part), json!(marks)]).await?;
            Ok((shown[0] != json!(0)).then_some(()))
        })
        .await?;
        let shown = page.run(SHOWN, vec![json!(part), json!(marks)]).await?;
        let drawn = read(&save(stage, part, "svg").await?)?;
        let name = format!("notes-{}.svg", hand::day(stage, 0).await?);
        page.see(&stage.lab.words.msg_with("sheet-text-saved", &[("name", &name)])?).await?;
        let n = drawn.n_circles;
        ensure!(drawn.title == stage.msg(title)?, "the title is {}", drawn.title);
        ensure!(json!(n) == shown[0], "{n} points in the file, {} on the page", shown[0]);
        let texts = drawn.texts.join(" ");
        ensure!(texts.starts_with(&drawn.title), "the title is not above the rest: {texts}");
        drawn.agrees(shown[1].as_str().context("words")?)?;
        let (width, height) = points(&save(stage, part, "png").await?)?;
        told.push(format!("{n} points, {width} × {height}"));
    }
    wait::pass(Duration::from_millis(500)).await;
    let asked = stage.server.take_hits();
    ensure!(asked.is_empty(), "asked for: {asked:?}");
    if let Some(tools) = &tools {
        let asked = tools.take_requests();
        let foreign = asked.iter().filter(|it| !it.url.starts_with("blob:")).collect::<Vec<_>>();
        ensure!(foreign.is_empty(), "asked for: {foreign:?}");
        let violations = tools.take_violations();
        ensure!(violations.is_empty(), "errors in the log: {violations:?}");
    }
    Ok(format!("{}; 0 requests", told.join(", ")))
}

/// In the dark theme the file is dark with light words; the year, the circle and the line have the
/// same way.
pub(crate) async fn saved_dark(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    diary(stage).await?;
    page.see(&stage.msg("mood-line-title")?).await?;
    let file = save(stage, "[aria-labelledby=finding-harddays]", "svg").await?;
    let text = std::str::from_utf8(&file)?;
    let document = Document::parse(text)?;
    let fill = |tag: &str| {
        let found = document.descendants().find(|it| it.tag_name().name() == tag);
        found.and_then(|it| it.attribute("fill")).unwrap_or_default().to_owned()
    };
    let (paper, ink) = (fill("rect"), fill("text"));
    ensure!(!is_light(&paper)? && is_light(&ink)?, "{ink} on {paper}");

    page.address("pages/year").await?;
    let year = stage.msg("diary-year-table")?;
    page.see(&year).await?;
    let drawn = read(&save(stage, "main section", "svg").await?)?;
    let shown = page.run(SHOWN, vec![json!("main"), json!(".year__cell, .mood-key__step")]).await?;
    let cells = page.run(SHOWN, vec![json!("main"), json!(".year__cell")]).await?;
    ensure!(cells[0] != json!(0), "the year has no day");
    ensure!(json!(drawn.n_boxes) == shown[0], "{} boxes, not {}", drawn.n_boxes, shown[0]);
    ensure!(drawn.n_circles == 0, "{} circles in the year", drawn.n_circles);
    drawn.agrees(shown[1].as_str().context("words")?)?;

    page.address("rings").await?;
    page.see(&stage.msg("circle-title")?).await?;
    // What is only a hint stays on the page.
    let hint = stage.msg("circle-inner-empty")?;
    page.see(&hint).await?;
    let file = save(stage, "main .circle-page", "svg").await?;
    ensure!(!std::str::from_utf8(&file)?.contains(&hint), "the hint is in the file");
    let drawn = read(&file)?;
    let shown = page.run(SHOWN, vec![json!("main"), json!(".circle__disc")]).await?;
    drawn.agrees(shown[1].as_str().context("words")?)?;
    let n = drawn.n_circles;
    ensure!(drawn.title == stage.msg("circle-title")? && n > 4, "{}, {n}", drawn.title);
    ensure!(drawn.texts.iter().any(|it| it == "A"), "the initials of Asha: {:?}", drawn.texts);
    let days = &cells[0];
    Ok(format!("{ink} on {paper}; the year with {days} days, the circle with {n} rings and dots"))
}

/// How many points the picture has and what their names are, and what is said of the days.
async fn marks(page: &Browser, part: &str) -> Result<(Vec<String>, String)> {
    let look = "const part = document.querySelector(arguments[0]);
        const plain = text => (text ?? '').replace(/[\\u2066-\\u2069]/g, '').trim();
        return [[...part.querySelectorAll('.chart__target')].map(it => plain(it.getAttribute('aria-label'))),
            plain(part.querySelector('[role=status]')?.textContent)]";
    let found = page.run(look, vec![json!(part)]).await?;
    let names = found[0].as_array().context("names")?.iter();
    let names = names.filter_map(Value::as_str).map(str::to_owned).collect();
    Ok((names, found[1].as_str().unwrap_or_default().to_owned()))
}

/// Goes by the keys Home and Right over the drawing that the part's `nth` is, and gives what is read.
async fn walked(page: &Browser, part: &str, nth: usize) -> Result<Vec<String>> {
    let enter = "const svg = [...document.querySelectorAll(arguments[0] + ' svg[role=group]')][arguments[1]];
        const reached = svg.querySelectorAll('[tabindex=\"0\"]');
        reached[0].focus();
        return [reached.length, svg.querySelectorAll('.chart__target').length]";
    let found = page.run(enter, vec![json!(part), json!(nth)]).await?;
    ensure!(found[0] == json!(1), "{} points are in the Tab order", found[0]);
    let n = found[1].as_u64().unwrap_or_default();
    let read = "return document.activeElement.getAttribute('aria-label').replace(/[\\u2066-\\u2069]/g, '')";
    let mut names = Vec::new();
    page.keys("\u{e011}").await?;
    for _ in 0..n {
        names.push(page.run(read, vec![]).await?.as_str().unwrap_or_default().to_owned());
        page.keys("\u{e014}").await?;
    }
    Ok(names)
}

/// Presses a button of the part with Enter.
async fn by_key(stage: &Stage, word: &str) -> Result<()> {
    let button = stage.browser.find("button", &stage.msg(word)?).await?;
    stage.browser.run("arguments[0].focus()", vec![button.to_json()?]).await?;
    stage.browser.keys("\u{e007}").await
}

/// A year is looked at closer until each dot is a day, earlier and later, and from further away
/// again, by keys alone and on a narrow screen.
pub(crate) async fn closer(stage: &mut Stage) -> Result<String> {
    const PART: &str = "[aria-labelledby=finding-moodline]";
    const DAYS: i64 = 200;
    let page = &stage.browser;
    page.viewport(320, 640).await?;
    stage.open().await?;
    let now = trends::now(stage).await?;
    let mut records = Vec::new();
    for (n, back) in (1..).zip(0..DAYS) {
        let says = json!({ "mood": back % 11 });
        records.push(trends::entry(stage, now, n, back, &says).await?);
    }
    trends::bring_in(stage, &records).await?;
    page.press("radio", &stage.msg("patterns-range-all")?).await?;
    let week = stage.msg("mood-line-by-week")?;
    page.see(&week).await?;
    let (weeks, said) = marks(page, PART).await?;
    ensure!((28..=30).contains(&weeks.len()) && said.is_empty(), "{} weeks, {said}", weeks.len());
    by_key(stage, "near-closer").await?;
    page.see(&stage.msg("mood-line-by-day")?).await?;
    let (days, said) = marks(page, PART).await?;
    ensure!(days.len() == 100 && !said.is_empty(), "{} days, {said}", days.len());
    let focused = "return document.activeElement.textContent.trim()";
    ensure!(page.run(focused, vec![]).await? == json!(stage.msg("near-closer")?), "the focus went");
    by_key(stage, "near-earlier").await?;
    let (earlier, said_earlier) = marks(page, PART).await?;
    let shared = earlier.iter().filter(|it| days.contains(it)).count();
    ensure!(earlier.len() == 100 && shared == 50, "{shared} of {} days again", earlier.len());
    ensure!(said != said_earlier, "nothing new is said: {said}");
    by_key(stage, "near-later").await?;
    ensure!(marks(page, PART).await?.0 == days, "later does not lead back");
    by_key(stage, "near-later").await?;
    ensure!(marks(page, PART).await?.0 == days, "there is nothing later");
    for _ in 0..4 {
        by_key(stage, "near-closer").await?;
    }
    let (least, _) = marks(page, PART).await?;
    ensure!(least.len() == 14, "{} days at the closest", least.len());
    ensure!(!trends::is_wide(page).await?, "wider than 320 pixels");
    page.shoot(&stage.picture("picture-closer")).await?;
    ensure!(walked(page, PART, 0).await? == least, "not every point is reached by keys");
    for _ in 0..5 {
        by_key(stage, "near-further").await?;
    }
    page.see(&week).await?;
    Ok(format!("{} weeks, 100 days, 14 days; each of 14 by keys; 8 steps by Enter", weeks.len()))
}

/// One time that a questionnaire was filled in, every answer the same.
fn filled(now: u64, n: usize, day: &str, measure: &str, n_items: usize, value: u8) -> Value {
    let answers: serde_json::Map<String, Value> =
        (1..=n_items).map(|it| (format!("q{it}"), json!(value))).collect();
    let body = json!({ "measure": measure, "day": day, "answers": answers, "ended": true });
    trends::record(now, n, &json!({ "filled": body }))
}

/// Goals and questionnaires on one timeline, and a questionnaire over time: every point is reached
/// by keys and says what it is.
pub(crate) async fn by_keys(stage: &mut Stage) -> Result<String> {
    const PART: &str = "[aria-labelledby=finding-goals]";
    let page = &stage.browser;
    page.viewport(320, 640).await?;
    stage.open().await?;
    let now = trends::now(stage).await?;
    let day = async |back: i64| hand::day(stage, back).await;
    let mut records = Vec::new();
    let ratings = json!([{ "day": day(60).await?, "near": 2 }, { "day": day(30).await?, "near": 4 },
        { "day": day(2).await?, "near": 7 }]);
    let goal = json!({ "text": "Call my brother", "day": day(70).await?, "ratings": ratings });
    records.push(trends::record(now, 1, &json!({ "goal": goal })));
    for (n, (back, value)) in (2..).zip([(80, 2), (50, 2), (20, 1), (6, 0)]) {
        records.push(filled(now, n, &day(back).await?, "nine", 9, value));
    }
    records.push(filled(now, 10, &day(40).await?, "seven", 7, 1));
    for n in 0..3_usize {
        let says = json!({ "mood": 5 });
        records.push(trends::entry(stage, now, n + 20, i64::try_from(n)?, &says).await?);
    }
    trends::bring_in(stage, &records).await?;
    let text = trends::card(stage, "goals", "Call my brother").await?;
    for words in ["18 of 27", "0 of 27", "1 goal", "1 questionnaire"] {
        ensure!(text.contains(words), "{words:?} is not in {text:?}");
    }
    let fixed = stage.msg("measures-no-diagnosis")?;
    ensure!(text.contains(&fixed), "a total without {fixed:?}: {text:?}");
    ensure!(!text.contains("of 21"), "one total is no line: {text:?}");
    let (all, _) = marks(page, PART).await?;
    let mut read = walked(page, PART, 0).await?;
    ensure!(read.len() == 3 && read[2].ends_with(", 7"), "the goal: {read:?}");
    read.extend(walked(page, PART, 1).await?);
    ensure!(read == all && all.len() == 7, "{read:?} of {all:?}");
    ensure!(all[3].ends_with("18 of 27"), "{:?}", all[3]);
    ensure!(!trends::is_wide(page).await?, "wider than 320 pixels");
    page.shoot(&stage.picture("picture-goals")).await?;

    page.address("trends/sets/nine").await?;
    wait::until("the totals", async || Ok((marks(page, "main").await?.0.len() == 4).then_some(())))
        .await?;
    let (totals, _) = marks(page, "main").await?;
    ensure!(walked(page, "main", 0).await? == totals, "not every total is reached");
    by_key(stage, "near-closer").await?;
    let (near, said) = marks(page, "main").await?;
    ensure!(near == totals[2..] && !said.is_empty(), "closer: {near:?}, {said}");
    ensure!(!trends::is_wide(page).await?, "the totals are wider than 320 pixels");
    Ok("3 ratings and 4 totals on one timeline, 4 totals of a questionnaire, each by keys".into())
}
