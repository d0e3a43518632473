//! What leaves a worksheet on paper or as plain text: the staying-well plan, and the page for a
//! session.

use satkarya_e2e::{Result, app, engine::Engine, ensure, page::Name, runner::Stage};
use serde_json::{Value, json};

use crate::{arcs, hand, plan, sheet, sheets};

/// What comes out of the printer, and on how many pages of A4. Only Chromium tells.
async fn printed(stage: &Stage) -> Result<Option<(String, u64)>> {
    let page = &stage.browser;
    if page.engine() != Engine::Chromium {
        return Ok(None);
    }
    let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
    let file = page.devtools("Page.printToPDF", paper).await?;
    let count = r"return (atob(arguments[0]).match(/\/Type \/Page\b/g) ?? []).length";
    let pages = page.run(count, vec![file["data"].clone()]).await?.as_u64().unwrap_or_default();
    let media = |media: &str| json!({ "media": media });
    page.devtools("Emulation.setEmulatedMedia", media("print")).await?;
    let told = page.text().await?;
    page.devtools("Emulation.setEmulatedMedia", media("")).await?;
    Ok(Some((told, pages)))
}

/// Saves the worksheet at whose end one is as plain text.
pub(crate) async fn plain(stage: &Stage) -> Result<String> {
    for old in std::fs::read_dir(stage.browser.downloads())? {
        std::fs::remove_file(old?.path())?;
    }
    stage.browser.press("button", &stage.msg("sheet-text")?).await?;
    let text = stage.download(".txt").await?;
    ensure!(!text.contains('\u{2068}'), "signs of direction are in the file");
    Ok(text)
}

/// Ensures that these words stand in a text one after the other.
pub(crate) fn in_order(text: &str, words: &[&str]) -> Result<()> {
    let mut rest = text;
    for words in words {
        let at = rest.find(words);
        ensure!(at.is_some(), "`{words}` is not there, or not in its place: {text}");
        rest = &rest[at.unwrap_or_default() + words.len()..];
    }
    Ok(())
}

/// Ensures that a text says when the numbers of India were checked.
fn dated(text: &str) -> Result<()> {
    const INDIA: &str = include_str!("../../../../content/en/support/india.toml");
    let day = INDIA.lines().find_map(|line| line.strip_prefix("checked = \""));
    let year = day.and_then(|it| it.get(..4)).unwrap_or_default();
    let at = text.to_lowercase().find("last checked ").map(|at| text[at..].to_owned());
    let says = at.is_some_and(|it| it.lines().next().is_some_and(|line| line.contains(year)));
    ensure!(says && year.len() == 4, "not said when the numbers were checked: {text}");
    Ok(())
}

/// Early signs, of which the third tier stays, and the plan made of them: its sections in their
/// order on one page, with the numbers of the place and when they were checked (S24).
pub(crate) async fn staying_well(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    sheet::open(stage).await?;
    stage.visit(app::place("support")?).await?;
    page.press("button", "India").await?;
    page.find("link", Name::Has("14416")).await?;
    hand::write(stage, "An ordinary day", 3, 0).await?;

    sheet::begin(stage, "signs").await?;
    for sign in ["Sleep changes", "Cancelling plans", "Snapping"] {
        page.press("button", Name::Has(sign)).await?;
        page.absent("button", Name::Has(sign)).await?;
    }
    sheet::next(stage, "What comes when it is building?").await?;
    page.press("button", Name::Has("Most days low")).await?;
    sheet::next(stage, "What means: get help now?").await?;
    let third =
        ["Thoughts of dying or harming myself", "Can’t look after myself", "Not safe with someone"];
    let take = Name::Starts("Take away: Sign");
    page.absent("button", take).await?;
    // One's own can be added and taken away again.
    page.press("button", "Add a sign").await?;
    sheet::write(stage, "The sign", 3, "My own sign").await?;
    page.press("button", take).await?;
    page.absent("button", take).await?;
    let rows = sheets::typed(stage).await?;
    for (n, sign) in third.iter().enumerate() {
        ensure!(rows[3 * n] == json!(sign), "the third tier: {rows}");
    }
    arcs::end(stage, "signs").await?;

    page.press("button", "Make a staying-well plan").await?;
    sheet::at(stage, "About me").await?;
    sheet::write(stage, "The name I want here", 0, "Leila").await?;
    sheet::day(stage, "I look at this again on", 0, &hand::day(stage, -90).await?).await?;
    sheet::next(stage, "What my low spells are linked to").await?;
    sheet::choose(stage, "Mostly", 0, "A loss").await?;
    sheet::next(stage, "My early signs").await?;
    let early = sheets::typed(stage).await?;
    for sign in ["Sleep changes", "Snapping", "Most days low"] {
        ensure!(early.as_array().is_some_and(|all| all.contains(&json!(sign))), "{sign}: {early}");
    }
    sheet::next(stage, "What I do first (green)").await?;
    page.press("button", Name::Has("Go outside once")).await?;
    sheet::next(stage, "If it builds (amber)").await?;
    let contact = "My therapist, doctor or surgery, and their number";
    sheet::write(stage, contact, 0, "Dr Novak, 555 0100").await?;
    sheet::next(stage, "Get help now (red)").await?;
    page.see("14416").await?;
    sheet::write(stage, "Who?", 0, "My brother").await?;
    sheet::next(stage, "People who’ve agreed to help").await?;
    sheet::write(stage, "Who?", 0, "Mrs Haddad").await?;
    sheet::next(stage, "What I’ve learned").await?;
    sheet::write(stage, "What I’ve learned", 0, "I told my son").await?;
    sheet::next(stage, "Next steps in care").await?;
    sheet::choose(stage, "What comes next?", 0, "One more meeting later on").await?;
    arcs::end(stage, "well").await?;

    let sections: Vec<&str> = sheet::of("well")?.steps.iter().map(|it| it.title.as_str()).collect();
    let text = plain(stage).await?;
    let upper: Vec<String> = sections.iter().map(|it| it.to_uppercase()).collect();
    in_order(&text, &upper.iter().map(String::as_str).collect::<Vec<_>>())?;
    let there = [
        "Leila",
        "A loss",
        "Sleep changes",
        "Most days low",
        "Go outside once",
        "Dr Novak, 555 0100",
        "112",
        "14416",
        "My brother",
        "Mrs Haddad",
        "I told my son",
        "One more meeting later on",
        "Made by me with SatKarya. Not a medical document. Numbers can change",
    ];
    in_order(&text, &there)?;
    dated(&text)?;
    ensure!(!text.contains("PHQ") && !text.contains("An ordinary day"), "{text}");
    let on_paper = match printed(stage).await? {
        Some((told, pages)) => {
            in_order(&told, &sections)?;
            in_order(&told, &there)?;
            dated(&told)?;
            for button in ["sheet-text", "sheet-stop", "sheet-delete", "sheet-bring"] {
                let words = stage.msg(button)?;
                ensure!(!told.contains(&words), "{words} stands on paper: {told}");
            }
            ensure!(pages == 1, "{pages} pages");
            ", on 1 page of A4"
        }
        None => "",
    };
    Ok(format!(
        "{} sections in order in the plain text{on_paper}, 2 numbers of the place and the month in \
         which they were checked; 3 signs of the third tier not to be taken away, 1 own one was",
        sections.len()
    ))
}

/// The page for a session: a covered entry and a worksheet for oneself are not on it, nobody's
/// name is written out, and what was talked about goes into the log.
pub(crate) async fn session(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    plan::choose(stage, "mode-in-ipt").await?;
    for (text, covers) in [("Lunch was hard", false), ("A hidden thing", true)] {
        hand::begin(stage).await?;
        hand::type_what(stage, text).await?;
        page.press("radio", Name::Starts("4, ")).await?;
        page.press("switch", Name::Is(&stage.msg("entry-star")?)).await?;
        if covers {
            page.press("switch", Name::Is(&stage.msg("entry-cover")?)).await?;
        }
        page.press("button", &stage.msg("common-done")?).await?;
        if covers {
            page.find("button", &stage.msg("entry-covered-open")?).await?;
        } else {
            page.find("link", &stage.msg("entry-add-more")?).await?;
        }
        hand::saved(stage).await?;
    }
    // One worksheet to bring, and one for oneself.
    for (happened, switch) in [("She said Tuesday", "sheet-bring"), ("Only mine", "sheet-mine")] {
        sheet::begin(stage, "after").await?;
        sheet::with(stage, "Asha Kumar").await?;
        page.find("checkbox", Name::Starts("Asha Kumar")).await?;
        sheet::on_to(stage, "What happened?").await?;
        sheet::write(stage, "What happened?", 0, happened).await?;
        sheet::to_end(stage).await?;
        page.press("switch", Name::Starts(&stage.msg(switch)?)).await?;
        if switch == "sheet-mine" {
            page.press("switch", Name::Starts(&stage.msg("sheet-bring")?)).await?;
        }
        hand::saved(stage).await?;
    }

    sheet::begin(stage, "bring").await?;
    page.see("2 moods since").await?;
    page.see("Session 1 of ").await?;
    sheet::next(stage, "Which moments do you want to bring?").await?;
    let chosen = "return [...document.querySelectorAll('main select')]
        .filter(it => it.checkVisibility()).map(it => it.selectedOptions[0]?.label ?? '').join('|')";
    let chosen = page.run(chosen, vec![]).await?;
    let chosen = chosen.as_str().unwrap_or_default();
    ensure!(chosen.contains("Lunch was hard"), "the starred entry is not there: {chosen}");
    ensure!(!chosen.contains("hidden") && !chosen.contains('|'), "more than that: {chosen}");
    sheet::on_to(stage, "What did you try, and how did it go?").await?;
    arcs::holds(stage, &["She said Tuesday"]).await?;
    sheet::next(stage, "Worksheets you marked for the session").await?;
    page.see("She said Tuesday").await?;
    page.unsee("Only mine").await?;
    let prompt = "One question for the session";
    sheet::next(stage, prompt).await?;
    sheet::write(stage, prompt, 0, "Why do I go quiet?").await?;
    arcs::end(stage, "bring").await?;
    let text = plain(stage).await?;
    let paper = printed(stage).await?;
    let mut looked = 0;
    for told in [Some(&text), paper.as_ref().map(|it| &it.0)].into_iter().flatten() {
        for words in ["Lunch was hard", "She said Tuesday", "Why do I go quiet?"] {
            ensure!(told.contains(words), "{words} is not on the page: {told}");
        }
        for words in ["hidden", "Only mine", "Asha Kumar", "Write names out"] {
            ensure!(!told.contains(words), "{words} is on the page: {told}");
        }
        looked += 1;
    }
    if let Some((_, pages)) = paper {
        ensure!(pages == 1, "{pages} pages");
    }
    page.press("button", &stage.msg("sheet-back")?).await?;
    let after = "Afterwards: what did you talk about?";
    sheet::at(stage, after).await?;
    sheet::write(stage, after, 0, "About my going quiet").await?;
    hand::saved(stage).await?;
    page.press("button", &stage.msg("sheet-log")?).await?;
    let talked = stage.msg("session-talked")?;
    page.find("textbox", Name::Starts(&talked)).await?;
    let log = sheets::typed(stage).await?;
    ensure!(
        log.as_array().is_some_and(|all| all.contains(&json!("About my going quiet"))),
        "the log: {log}"
    );
    hand::saved(stage).await?;
    Ok(format!(
        "1 of 2 entries and 1 of 2 worksheets on {looked} pages, no name written out; 1 line in the log"
    ))
}

/// A page to show: what is on it is chosen, seen before it is printed, and the numbers
/// alone are a table without a word of the person's.
pub(crate) async fn to_show(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    for (text, mood, covers) in [("Lunch was hard", 3, false), ("A hidden thing", 6, true)] {
        hand::begin(stage).await?;
        hand::type_what(stage, text).await?;
        page.press("radio", Name::Starts(&format!("{mood}, "))).await?;
        page.press("switch", Name::Is(&stage.msg("entry-star")?)).await?;
        if covers {
            page.press("switch", Name::Is(&stage.msg("entry-cover")?)).await?;
        }
        page.press("button", &stage.msg("common-done")?).await?;
        hand::saved(stage).await?;
    }
    page.press("link", &stage.msg("patterns-title")?).await?;
    page.press("link", Name::Starts(&stage.msg("report-open")?)).await?;
    page.find("heading", &stage.msg("report-title")?).await?;
    page.see("One entry with a mood: 3.").await?;
    page.see("Lunch was hard").await?;
    page.unsee("A hidden thing").await?;
    // One section less, and one more.
    let (moments, people) = (stage.msg("report-moments")?, stage.msg("report-people")?);
    page.press("checkbox", &moments).await?;
    page.absent("heading", &moments).await?;
    page.unsee("Lunch was hard").await?;
    page.press("checkbox", &people).await?;
    page.find("heading", &people).await?;
    page.press("checkbox", &moments).await?;
    page.see("Lunch was hard").await?;
    let text = plain(stage).await?;
    let paper = printed(stage).await?;
    let mut looked = 0;
    for told in [Some(&text), paper.as_ref().map(|it| &it.0)].into_iter().flatten() {
        ensure!(told.contains("Lunch was hard") && told.contains("3."), "{told}");
        ensure!(!told.contains("hidden"), "what is covered is on the page: {told}");
        looked += 1;
    }
    ensure!(paper.is_none_or(|it| it.1 == 1), "more than one page");
    page.press("button", &stage.msg("report-numbers")?).await?;
    let table = stage.download(".csv").await?;
    let rows = table.lines().count();
    ensure!(rows == 2 && table.contains(",3.0,1"), "the one mood that is not covered: {table}");
    for words in ["Lunch", "hidden"] {
        ensure!(!table.contains(words), "{words} is in the table: {table}");
    }
    Ok(format!(
        "1 of 2 entries on {looked} pages, 1 section taken off and put back; 1 day in the table"
    ))
}

/// Patterns stand on the page where somebody ticks them, each with its numbers and its days, and with
/// nobody's name written out.
pub(crate) async fn patterns_shown(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    let now = page.run("return Date.now()", vec![]).await?.as_u64().unwrap_or_default();
    let at = format!("{now:x}-0001-00000001");
    let record = |n: i64, body: Value| json!({ "id": format!("{n:026}"), "created": at, "changed": at, "body": body });
    let mut records = vec![record(1, json!({ "person": { "name": "Asha Kumar" } }))];
    for back in 0..11 {
        let when = json!({ "day": hand::day(stage, back).await?, "time": "10:00", "offset": 0 });
        let mut entry = json!({ "when": when, "mood": if back < 5 { 3 } else { 6 }, "before": 5,
            "after": 4, "people": [format!("{:026}", 1)], "covered": back == 10 });
        if back < 5 {
            entry["kind"] = json!("argument");
        }
        records.push(record(2 + back, json!({ "entry": entry })));
    }
    let file = json!({ "format": "satkarya", "version": 1, "records": records });
    let path = page.downloads().join("shown.json");
    std::fs::write(&path, file.to_string())?;
    hand::import(stage, &path).await?;
    page.address("trends/show").await?;
    let (title, days) = (stage.msg("report-patterns")?, stage.msg("hard-days-title")?);
    let with = stage.lab.words.msg_with("person-before-after-title", &[("name", "Asha Kumar")])?;
    page.find("checkbox", &*days).await?;
    page.absent("heading", &*title).await?;
    page.press("checkbox", &*days).await?;
    page.find("heading", &*title).await?;
    let said = "On 5 days with a difficult moment, the middle mood was 3. On 5 other days it was 6. \
        This doesn’t show which came first.";
    page.see(said).await?;
    page.unsee("your mood afterwards").await?;
    page.press("checkbox", &*with).await?;
    page.see("In 10 entries with AK, your mood afterwards was lower 10 times").await?;
    let text = plain(stage).await?;
    let paper = printed(stage).await?;
    let mut looked = 0;
    for told in [Some(&text), paper.as_ref().map(|it| &it.0)].into_iter().flatten() {
        let told = told.replace(['\u{2068}', '\u{2069}', '\n'], " ");
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        in_order(
            &told,
            &[
                "which came first.",
                "5 entries on 5 days.",
                "5 entries on 5 days.",
                "In 10 entries with AK",
                "10 entries on 10 days.",
                "not what somebody is like",
            ],
        )?;
        for word in ["Asha", "because", "causes", "triggers", "score"] {
            ensure!(!told.contains(word), "{word} is on the page: {told}");
        }
        looked += 1;
    }
    // Last month, or whatever has not enough, has nothing to tick.
    page.press("checkbox", &*days).await?;
    page.press("checkbox", &*with).await?;
    page.absent("heading", &*title).await?;
    Ok(format!("2 patterns ticked and taken off again, on {looked} pages with counts and days"))
}
