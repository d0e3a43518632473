//! What somebody works on: the questions, what they suggest, safety first, the summary and goals.

use satkarya_e2e::{Result, app, bail, engine::Engine, ensure, page::Name, runner::Stage};
use serde_json::{Value, json};

use crate::hand;

/// Gives an answer by a click on its label, as a finger does.
async fn answer(stage: &Stage, question: &str, answer: &str) -> Result<()> {
    const CLICK: &str = "const [question, answer] = arguments;
        const starts = (e, text) => e?.textContent.trim().startsWith(text);
        const group = [...document.querySelectorAll('main fieldset')]
          .find(it => starts(it.querySelector('legend'), question));
        if (!group) return 'no question ' + question;
        const label = [...group.querySelectorAll('label')].find(it => starts(it, answer));
        if (!label) return 'no answer ' + answer + ' to ' + question;
        label.click();
        return label.querySelector('input').checked ? '' : answer + ' is not chosen';";
    let wrong = stage.browser.run(CLICK, vec![json!(question), json!(answer)]).await?;
    if wrong != json!("") {
        bail!("{wrong}");
    }
    Ok(())
}

/// Answers the questions about an area: a yes, five items, the answer about time, and leverage.
async fn area(stage: &Stage, part: &Part, items: [u8; 5], time: usize, leverage: u8) -> Result<()> {
    const MUCH: [&str; 4] = ["Not at all", "A little", "Quite a bit", "A great deal"];
    answer(stage, part.gate, "Yes").await?;
    for (question, n) in part.items.iter().zip(items) {
        answer(stage, question, MUCH[usize::from(n)]).await?;
    }
    answer(stage, part.time, part.times[time]).await?;
    answer(stage, part.leverage, MUCH[usize::from(leverage)]).await
}

/// How the questions about an area begin.
struct Part {
    gate: &'static str,
    items: [&'static str; 5],
    time: &'static str,
    times: [&'static str; 3],
    leverage: &'static str,
}

const DISPUTE: Part = Part {
    gate: "Is there an ongoing clash",
    items: [
        "We seem to want",
        "The same argument",
        "I hold back what",
        "I feel stuck",
        "It spills into",
    ],
    time: "Did the trouble start",
    times: ["No, or", "Within about", "Yes, close"],
    leverage: "If this relationship",
};
const CHANGE: Part = Part {
    gate: "Has your life or role",
    items: [
        "I miss who I was",
        "The new situation feels",
        "I’ve lost people",
        "I feel less capable",
        "It’s hard to see",
    ],
    time: "Did your mood drop",
    times: ["No, or", "Within about", "Yes, close"],
    leverage: "If the new situation",
};
const CONNECTION: Part = Part {
    gate: "Have you often felt",
    items: [
        "There are few or no",
        "I find it hard to get",
        "I expect to be judged",
        "When people get close",
        "My contact with",
    ],
    time: "How long has it",
    times: ["Only since", "Some years", "Most of my"],
    leverage: "If you felt closer",
};
const SAFETY: [&str; 3] =
    ["With this person, are you ever afraid", "Have they hurt or threatened", "Do they control"];

async fn next(stage: &Stage, heading: &str) -> Result<()> {
    stage.browser.press("button", &stage.msg("common-next")?).await?;
    stage.browser.find("heading", &stage.msg(heading)?).await?;
    Ok(())
}

/// Begins a sitting and says no to grief.
async fn begin(stage: &Stage, button: &str) -> Result<()> {
    stage.visit(app::place("pinch")?).await?;
    stage.browser.press("button", &stage.msg(button)?).await?;
    stage.browser.find("heading", &stage.msg("area-grief")?).await?;
    answer(stage, "Has someone who mattered", "No").await?;
    next(stage, "area-dispute").await
}

/// The two pages about somebody with whom it is difficult, where one is safe.
async fn safe_with_all(stage: &Stage) -> Result<()> {
    for question in SAFETY {
        answer(stage, question, "No").await?;
    }
    stage.browser.press("button", &stage.msg("common-next")?).await?;
    stage.browser.find("group", Name::Starts(DISPUTE.gate)).await?;
    Ok(())
}

async fn finish(stage: &Stage) -> Result<()> {
    stage.browser.press("button", &stage.msg("pinch-finish")?).await?;
    stage.browser.find("heading", &stage.msg("outcome-title")?).await?;
    hand::saved(stage).await
}

/// What is said of each area, in the order of the page.
async fn bars(stage: &Stage) -> Result<Vec<String>> {
    let read = "return [...document.querySelectorAll('.bars__words')]
        .map(it => it.textContent.replace(/[\\u2066-\\u2069]/g, ''))";
    let read = stage.browser.run(read, vec![]).await?;
    let words = read.as_array().into_iter().flatten().filter_map(Value::as_str);
    Ok(words.map(str::to_owned).collect())
}

/// The newest record of a kind in a backup file.
async fn newest(stage: &Stage, kind: &str) -> Result<Value> {
    let (_, file) = hand::export(stage).await?;
    let records = file["records"].as_array().map_or(&[][..], Vec::as_slice).iter();
    let all = records.filter(|it| it["removed"].is_null() && it["body"][kind].is_object());
    let newest = all.max_by_key(|it| it["created"].as_str().unwrap_or_default().to_owned());
    Ok(newest.map(|it| it["body"][kind].clone()).unwrap_or_default())
}

/// A clear suggestion, broken off and taken up again; then a close call, of which one is the focus
/// and one the second; and the two sittings side by side.
pub(crate) async fn asked(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    stage.go("nav-journey", "journey-title").await?;
    page.press("link", Name::Has(&stage.msg("focus-journey-none")?)).await?;
    page.press("link", Name::Has(&stage.msg("pinch-title")?)).await?;
    page.see(
        "About 35 short questions, fewer if a topic doesn’t apply, to help you and your therapist choose a focus. It is not a test and cannot tell you what is wrong.",
    )
    .await?;
    begin(stage, "pinch-begin").await?;
    safe_with_all(stage).await?;
    area(stage, &DISPUTE, [3, 3, 2, 2, 1], 2, 3).await?;
    next(stage, "area-change").await?;
    // Stopped, opened anew, and taken up where it was.
    page.press("link", &stage.msg("pinch-stop")?).await?;
    hand::saved(stage).await?;
    page.reload().await?;
    page.is_ready().await?;
    stage.visit(app::place("pinch")?).await?;
    page.press("link", &stage.msg("pinch-go-on")?).await?;
    page.find("heading", &stage.msg("area-change")?).await?;
    area(stage, &CHANGE, [2, 1, 1, 1, 1], 1, 1).await?;
    next(stage, "area-connection").await?;
    area(stage, &CONNECTION, [1, 1, 0, 1, 0], 0, 1).await?;
    finish(stage).await?;
    let told = bars(stage).await?;
    let expected = [
        "Doesn’t apply",
        "16 out of 20 · a lot here",
        "8 out of 20 · something here",
        "4 out of 20 · a little here",
    ];
    ensure!(told == expected, "{told:?}");
    let dispute = stage.msg("area-dispute")?;
    for words in [
        "This isn’t a diagnosis.",
        &format!("Have a look at this one first: {dispute}"),
        "“We seem to want different things from each other.” A great deal",
        "“The same argument, or the same silence, keeps coming back.” A great deal",
        "“I hold back what I really want or feel with them.” Quite a bit",
        "Did the trouble start or get worse around the time your mood dropped? Yes, close together.",
        "A life change, with 8 points less.",
        "Low mood itself makes people withdraw. This may ease as your mood lifts.",
        "These points are a way of sorting your own answers. They haven’t been tested scientifically. If your therapist sees it differently, go with the conversation.",
    ] {
        page.see(words).await?;
    }
    page.unsee("“I feel stuck, as if nothing I do will change it.”").await?;
    page.press("button", &stage.msg("try-confirm")?).await?;
    page.absent("button", &stage.msg("try-confirm")?).await?;
    let focus = newest(stage, "focus").await?;
    ensure!(focus["main"] == json!("dispute") && focus["second"].is_null(), "{focus}");

    // A close call: nothing is chosen beforehand, and there can be two but not three.
    begin(stage, "pinch-again").await?;
    safe_with_all(stage).await?;
    area(stage, &DISPUTE, [3, 3, 3, 2, 1], 1, 1).await?;
    next(stage, "area-change").await?;
    area(stage, &CHANGE, [3, 3, 2, 2, 1], 1, 1).await?;
    next(stage, "area-connection").await?;
    answer(stage, CONNECTION.gate, "No").await?;
    finish(stage).await?;
    page.find("heading", "These two are close").await?;
    let checked = "return document.querySelectorAll('.try input:checked').length";
    ensure!(page.run(checked, vec![]).await? == json!(0), "something is chosen beforehand");
    let lead = stage.msg("try-choose")?;
    answer(stage, &lead, "A life change").await?;
    page.press("button", &stage.msg("try-confirm")?).await?;
    answer(stage, &lead, "A difficult relationship").await?;
    page.press("button", &stage.msg("try-second")?).await?;
    page.see("Second focus: A difficult relationship").await?;
    answer(stage, &lead, "Grief and loss").await?;
    page.press("button", &stage.msg("try-second")?).await?;
    page.see("Second focus: Grief and loss").await?;
    let other = page.find("combobox", &stage.msg("outcome-beside")?).await?;
    let choose = "const [select] = arguments; select.selectedIndex = 1;
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(choose, vec![other.to_json()?]).await?;
    page.find("table", &stage.msg("outcome-beside-title")?).await?;
    page.see("16 out of 20 · a lot here").await?;
    let focus = newest(stage, "focus").await?;
    ensure!(focus["main"] == json!("change") && focus["second"] == json!("grief"), "{focus}");
    stage.go("nav-journey", "journey-title").await?;
    page.see("Second focus: Grief and loss").await?;
    Ok("a clear suggestion, a close call, one focus and one second; side by side".to_owned())
}

/// Loneliness comes first only where nothing that happened does, and where nothing stands out
/// that is said, and everything can still be chosen.
pub(crate) async fn last_resort(stage: &mut Stage) -> Result<String> {
    const WITHDRAWN: &str =
        "Low mood itself makes people withdraw. This may ease as your mood lifts.";
    /// Five answers, the one about time, and leverage.
    type Given = ([u8; 5], usize, u8);
    let page = &stage.browser;
    stage.open().await?;
    let sittings: [(Given, Given, &str, &[&str], bool); 4] = [
        (
            ([2, 2, 2, 1, 1], 1, 2),
            ([3, 3, 3, 2, 2], 1, 1),
            "Have a look at this one first: A life change",
            &[
                "11 out of 20",
                "15 out of 20",
                "Also worth keeping in mind: Loneliness and connection",
            ],
            false,
        ),
        (
            ([1, 1, 1, 1, 0], 1, 1),
            ([2, 2, 2, 2, 1], 2, 1),
            "Have a look at this one first: Loneliness and connection",
            &["6 out of 20", "12 out of 20"],
            false,
        ),
        (
            ([1, 1, 1, 1, 0], 1, 1),
            ([3, 2, 2, 2, 1], 0, 2),
            "Have a look at this one first: Loneliness and connection",
            &["12 out of 20", WITHDRAWN],
            true,
        ),
        (
            ([1, 1, 1, 1, 0], 1, 1),
            ([1, 1, 1, 0, 0], 1, 1),
            "Nothing stands out",
            &["6 out of 20", "5 out of 20", "Talk it through, or choose for yourself"],
            false,
        ),
    ];
    for (n, (change, connection, heading, words, is_withdrawn)) in sittings.iter().enumerate() {
        begin(stage, if n == 0 { "pinch-begin" } else { "pinch-again" }).await?;
        safe_with_all(stage).await?;
        answer(stage, DISPUTE.gate, "No").await?;
        next(stage, "area-change").await?;
        area(stage, &CHANGE, change.0, change.1, change.2).await?;
        next(stage, "area-connection").await?;
        area(stage, &CONNECTION, connection.0, connection.1, connection.2).await?;
        finish(stage).await?;
        page.find("heading", *heading).await?;
        for words in *words {
            page.see(words).await?;
        }
        if !is_withdrawn {
            page.unsee(WITHDRAWN).await?;
        }
        let offered = "return document.querySelectorAll('.try input[type=radio]').length";
        let offered = page.run(offered, vec![]).await?;
        ensure!(offered == json!(4), "{offered} areas can be chosen");
    }
    Ok("an event before more points of loneliness; loneliness where no event is; 12 points told as \
        withdrawing; nothing stands out and 4 of 4 can be chosen"
        .to_owned())
}

/// Somebody is afraid of Ravi: the safety page opens, and nothing is asked about the two of them.
pub(crate) async fn safety(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    begin(stage, "pinch-begin").await?;
    page.write("textbox", Name::Starts(&stage.msg("entry-people-search")?), "Ravi\u{e007}").await?;
    page.find("checkbox", Name::Starts("Ravi")).await?;
    answer(stage, SAFETY[0], "Yes").await?;
    page.press("button", &stage.msg("common-next")?).await?;
    page.find("heading", &stage.msg("safety-title")?).await?;
    page.see("What you’ve described isn’t a communication problem, and it isn’t yours to fix with better words. You deserve to be safe.").await?;
    hand::saved(stage).await?;
    stage.browser.web().back().await?;
    page.find("heading", &stage.msg("area-change")?).await?;
    area(stage, &CHANGE, [2, 2, 2, 2, 1], 1, 1).await?;
    next(stage, "area-connection").await?;
    answer(stage, CONNECTION.gate, "No").await?;
    finish(stage).await?;
    let told = bars(stage).await?;
    ensure!(told.get(1).is_some_and(|it| it == "We’ve put safety first here."), "{told:?}");
    page.find("heading", "Have a look at this one first: A life change").await?;
    page.find("link", &stage.msg("outcome-safe-link")?).await?;
    let ravi = newest(stage, "person").await?;
    ensure!(ravi["safe"] == json!("not_always"), "{ravi}");
    Ok("the safety page first, no points, not suggested".to_owned())
}

/// A goal with its ratings and a summary: kept, agreed with, printed, and a new version of it.
pub(crate) async fn summary(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    stage.visit(app::place("aims")?).await?;
    page.press("button", &stage.msg("goals-add")?).await?;
    page.find("heading", &stage.msg("goal-title")?).await?;
    let field = Name::Starts("What would you like");
    page.write("textbox", field, "Be happy").await?;
    page.see("How would someone else notice?").await?;
    page.write("textbox", field, " with Sam on Sundays").await?;
    page.unsee("How would someone else notice?").await?;
    answer(stage, &stage.msg("goal-near")?, "4").await?;
    page.see("1 rating").await?;
    page.press("button", &stage.msg("common-done")?).await?;
    page.see("Be happy with Sam on Sundays").await?;
    hand::saved(stage).await?;

    stage.visit(app::place("summary")?).await?;
    page.press("button", &stage.msg("summary-begin")?).await?;
    let felt = stage.msg("summary-felt")?;
    page.write("textbox", Name::Starts(&felt), "flat and tired").await?;
    for (label, text) in [
        ("summary-round-when", "Sam pays"),
        ("summary-round-feel", "useless"),
        ("summary-round-act-label", "go quiet"),
        ("summary-round-others", "stop asking"),
    ] {
        page.write("textbox", Name::Starts(&stage.msg(label)?), text).await?;
    }
    page.press("heading", &stage.msg("summary-yours")?).await?;
    hand::saved(stage).await?;
    page.reload().await?;
    page.is_ready().await?;
    let words = "return [...document.querySelectorAll('main textarea')].at(-1).value";
    let made = page.run(words, vec![]).await?;
    let made = made.as_str().unwrap_or_default();
    for part in [
        "I’ve been feeling flat and tired.",
        "It seems to go round like this: when Sam pays; I feel useless; I go quiet; others then stop asking.",
        "I’d like to work on: Be happy with Sam on Sundays.",
        "it isn’t my fault, and I have a part to play in getting well.",
    ] {
        ensure!(made.contains(part), "{part} is not in {made}");
    }
    page.write("textbox", Name::Starts(&stage.msg("summary-words")?), " And I am trying.").await?;
    page.press("switch", Name::Starts(&stage.msg("summary-agreed")?)).await?;
    page.find("button", &stage.msg("summary-anew")?).await?;
    hand::saved(stage).await?;
    let printed = if page.engine() == Engine::Chromium {
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
        let file = page.devtools("Page.printToPDF", paper).await?;
        let count = r"return (atob(arguments[0]).match(/\/Type \/Page\b/g) ?? []).length";
        let pages = page.run(count, vec![file["data"].clone()]).await?;
        ensure!(pages == json!(1), "{pages} pages");
        ", on one page of A4"
    } else {
        ""
    };
    page.press("button", &stage.msg("summary-new")?).await?;
    page.find("button", &stage.msg("summary-delete")?).await?;
    let earlier = "document.querySelectorAll('main details').forEach(it => it.open = true);
        return [...document.querySelectorAll('main details .own-words')].map(it => it.textContent).join('|')";
    let earlier = page.run(earlier, vec![]).await?;
    ensure!(earlier.as_str().is_some_and(|it| it.contains("And I am trying.")), "{earlier}");
    let summary = newest(stage, "formulation").await?;
    ensure!(summary["agreed"].is_null(), "{summary}");
    ensure!(
        summary["words"].as_str().is_some_and(|it| it.ends_with("And I am trying.")),
        "{summary}"
    );
    Ok(format!("a goal with a rating, a paragraph kept as it was written, two versions{printed}"))
}
