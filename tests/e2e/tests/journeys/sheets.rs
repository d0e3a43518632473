//! Worksheets: the stage of a dispute, safety before tools, grief at its own pace, and taking a
//! worksheet up again.

use satkarya_core::{content, diary::Area};
use satkarya_e2e::{Context as _, Result, bail, ensure, page::Name, runner::Stage};
use serde_json::{Value, json};

use crate::{circle, hand, line, sheet};

const STAND: [&str; 5] = [
    "Do you still talk about the problem, even badly?",
    "Has either of you tried something different in the last month?",
    "Has it gone cold or silent?",
    "Has either of you decided it can’t go on as it is or is over?",
    "If a fair agreement were possible, would you want it?",
];
const GUESS: &str = "Where do you stand?";

/// The questions about being safe with somebody.
pub(crate) fn safety() -> Result<&'static [String]> {
    let safety = content::questions_of(Area::Dispute).map(|it| it.safety());
    Ok(&safety.context("no questions about being safe")?.questions)
}

/// Answers the five questions and comes to the guess.
async fn stand(stage: &Stage, answers: [&str; 5]) -> Result<()> {
    for (question, answer) in STAND.iter().zip(answers) {
        sheet::next(stage, question).await?;
        sheet::choose(stage, question, 0, answer).await?;
    }
    sheet::next(stage, GUESS).await
}

/// Five answers give a guess by the rule, somebody has the last word, and being safe is asked once
/// for each person (S16).
pub(crate) async fn stage_of(stage: &mut Stage) -> Result<String> {
    const NAMES: [(&str, &str); 3] = [
        ("renegotiation", "Renegotiation: still talking"),
        ("impasse", "Impasse: it has gone quiet"),
        ("dissolution", "Dissolution: it is ending"),
    ];
    const CASES: [([&str; 5], &str, bool); 4] = [
        (["No", "No", "Mostly", "No", "Yes"], "impasse", false),
        (["Yes", "No", "Partly", "No", "Yes"], "renegotiation", false),
        (["No", "No", "Mostly", "Both", "No"], "dissolution", false),
        (["Sometimes", "No", "No", "Them", "Yes"], "impasse", true),
    ];
    const LEAVING: &str = "One of you may be leaving while the other hopes. Take this one to someone you trust or your therapist before acting.";
    let page = &stage.browser;
    sheet::open(stage).await?;
    let mut changed = 0;
    for (n, (answers, guess, is_leaving)) in CASES.into_iter().enumerate() {
        sheet::begin(stage, "stand").await?;
        sheet::at(stage, &stage.msg("sheet-safe-title")?).await?;
        sheet::with(stage, "Asha").await?;
        if n == 0 {
            for question in safety()? {
                sheet::choose(stage, question, 0, "No").await?;
            }
            page.press("button", &stage.msg("sheet-next")?).await?;
        }
        sheet::at(stage, "Which relationship is this about?").await?;
        stand(stage, answers).await?;
        let named = |id: &str| NAMES.into_iter().find(|it| it.0 == id).map_or("", |it| it.1);
        let like = |id: &str| stage.lab.words.msg_with("sheet-looks-like", &[("what", named(id))]);
        page.see(&like(guess)?).await?;
        if is_leaving {
            page.see(LEAVING).await?;
        } else {
            page.unsee(LEAVING).await?;
        }
        page.press("button", &stage.msg("sheet-fits")?).await?;
        page.unsee(&like(guess)?).await?;
        // Every one of them can be chosen in its place, and the guess is then only offered.
        for (other, name) in NAMES.into_iter().filter(|it| it.0 != guess) {
            page.press("radio", name).await?;
            page.see(&like(guess)?).await?;
            let kept = sheet::newest(stage, "stand").await?;
            ensure!(kept["answers"]["stage"] == json!(other), "{other} was chosen: {kept}");
            changed += 1;
            sheet::take_up(stage, "stand").await?;
            sheet::at(stage, &stage.msg("sheet-end")?).await?;
            page.press("button", &stage.msg("sheet-back")?).await?;
            sheet::at(stage, GUESS).await?;
        }
        page.press("radio", named(guess)).await?;
        let kept = sheet::newest(stage, "stand").await?;
        ensure!(kept["answers"]["stage"] == json!(guess), "{guess} was chosen: {kept}");
    }
    let kept = sheet::all(stage, "stand").await?.len();
    ensure!(kept == CASES.len(), "{kept} worksheets in the file");
    Ok(format!(
        "{} cases with their guess, 1 leaving note, {changed} changed; safety asked once for 1 person",
        CASES.len()
    ))
}

/// Goes on from the prompt in sight to the end; returns every prompt on the way.
async fn prompts(stage: &Stage) -> Result<Vec<String>> {
    let end = stage.msg("sheet-end")?;
    let mut seen = Vec::new();
    loop {
        let now = sheet::here(stage).await?;
        if now == end {
            return Ok(seen);
        }
        ensure!(!seen.contains(&now), "{now} comes twice");
        sheet::leave(stage, &now, &stage.msg("sheet-next")?).await?;
        seen.push(now);
    }
}

/// Begins a worksheet with Ravi and says which prompts there are.
async fn with_ravi(stage: &Stage, id: &str) -> Result<Vec<String>> {
    sheet::begin(stage, id).await?;
    sheet::with(stage, "Ravi").await?;
    stage.browser.find("checkbox", Name::Starts("Ravi")).await?;
    prompts(stage).await
}

/// Somebody is afraid of Ravi: the safety page opens before the worksheet, the plan for a talk and
/// the line to say differently are out of reach, and come only after both confirmations (S15).
pub(crate) async fn safety_first(stage: &mut Stage) -> Result<String> {
    const RETRY: &str = "Rewrite one line you’d say differently.";
    const BEND: &str = "Talk at a calm time";
    let page = &stage.browser;
    sheet::open(stage).await?;
    sheet::begin(stage, "stand").await?;
    sheet::at(stage, &stage.msg("sheet-safe-title")?).await?;
    sheet::with(stage, "Ravi").await?;
    page.find("checkbox", Name::Starts("Ravi")).await?;
    sheet::choose(stage, &safety()?[0], 0, "Yes").await?;
    page.press("button", &stage.msg("sheet-next")?).await?;
    page.find("heading", &stage.msg("safety-title")?).await?;
    page.see(&stage.msg("safety-body")?).await?;
    page.press("button", "United Kingdom").await?;
    page.find("link", Name::Has("0808 2000 247")).await?;
    hand::saved(stage).await?;

    // The plan for a talk: nothing of it.
    sheet::begin(stage, "words").await?;
    sheet::with(stage, "Ravi").await?;
    page.see("We’ve put safety first here.").await?;
    page.absent("button", &stage.msg("sheet-next")?).await?;
    let titles: Vec<&str> = sheet::of("words")?.steps.iter().map(|it| it.title.as_str()).collect();
    for title in &titles {
        page.absent("heading", *title).await?;
    }
    let plan = page.run("return location.hash", vec![]).await?;
    let seen = with_ravi(stage, "slowly").await?;
    ensure!(!seen.iter().any(|it| it == RETRY), "the line to say differently is there: {seen:?}");
    let held = seen.len();
    page.absent("button", "Plan how to say it").await?;
    sheet::begin(stage, "roads").await?;
    sheet::with(stage, "Ravi").await?;
    page.find("checkbox", Name::Starts("Ravi")).await?;
    sheet::on_to(stage, "What roads are there?").await?;
    page.find("button", Name::Has("Change what I expect")).await?;
    page.absent("button", Name::Has(BEND)).await?;

    // Two confirmations, of which the first alone changes nothing.
    page.run("location.hash = arguments[0]", vec![plan]).await?;
    page.press("link", &stage.msg("sheet-safe-open")?).await?;
    page.find("heading", &stage.msg("safety-title")?).await?;
    let want = stage.msg("safety-tools-want")?;
    page.press("button", &want).await?;
    page.press("button", &stage.msg("common-cancel")?).await?;
    sheet::begin(stage, "words").await?;
    sheet::with(stage, "Ravi").await?;
    page.see("We’ve put safety first here.").await?;
    page.press("link", &stage.msg("sheet-safe-open")?).await?;
    page.press("button", &want).await?;
    page.press("button", &stage.msg("safety-tools-confirm")?).await?;
    page.find("button", &stage.msg("safety-tools-hold")?).await?;
    hand::saved(stage).await?;

    let seen = with_ravi(stage, "words").await?;
    ensure!(seen == titles, "the plan for a talk asks {seen:?}");
    let seen = with_ravi(stage, "slowly").await?;
    ensure!(seen.iter().any(|it| it == RETRY), "no line to say differently: {seen:?}");
    ensure!(seen.len() == held + 1, "{} prompts where {held} were", seen.len());
    Ok(format!(
        "the safety page before the worksheet; 0 of {} prompts of the plan and {held} of {} of the \
         talk until 2 confirmations, then all",
        titles.len(),
        seen.len()
    ))
}

/// Adds somebody who died two months ago.
async fn lost(stage: &Stage, name: &str) -> Result<()> {
    let page = &stage.browser;
    circle::add(stage, &[name]).await?;
    page.press("link", Name::Has(name)).await?;
    page.press("button", &stage.msg("common-edit")?).await?;
    page.press("radio", &stage.msg("status-died")?).await?;
    let month = "const it = new Date(); it.setDate(1); it.setMonth(it.getMonth() - 2);
        return `${it.getFullYear()} ${it.getMonth() + 1}`";
    let month = page.run(month, vec![]).await?;
    line::date(stage, month.as_str().unwrap_or_default()).await?;
    page.press("button", &stage.msg("common-done")?).await?;
    hand::saved(stage).await
}

/// What stands over the parts of the page that are in sight.
async fn headings(stage: &Stage) -> Result<Vec<String>> {
    stage.browser.names("heading").await
}

/// The story of a loss two months ago: said to be early, asked whether now is a good time, to be
/// stopped at every card, a minute to land after each, and done with three cards of which one is
/// for another day (S17).
pub(crate) async fn grief(stage: &mut Stage) -> Result<String> {
    const CARDS: [&str; 4] = [
        "What was it like before?",
        "The day, or the days, when it happened",
        "How did you learn of it?",
        "The funeral, the prayers, the goodbye – or none",
    ];
    let page = &stage.browser;
    sheet::open(stage).await?;
    lost(stage, "Meera").await?;
    let early = stage.msg("sheet-early")?;
    ensure!(early.starts_with("It’s early. Strong grief now is natural and doesn’t need fixing."));
    let ways = [stage.msg("sheet-now")?, stage.msg("sheet-later")?, stage.msg("sheet-just-read")?];
    let (card, stop) = (stage.msg("sheet-save-card")?, stage.msg("sheet-stop")?);
    let landing = stage.msg("sheet-landing-title")?;

    sheet::begin(stage, "story").await?;
    page.find("heading", &stage.msg("sheet-now-title")?).await?;
    for way in &ways {
        page.find("button", way).await?;
    }
    // Only reading: the cards with nothing to write in.
    page.press("button", &ways[2]).await?;
    page.find("heading", CARDS[0]).await?;
    ensure!(page.all("textbox", Name::Any).await?.is_empty(), "something can be written");
    page.press("button", &ways[1]).await?;
    page.find("heading", &stage.msg("sheets-title")?).await?;
    page.see(&stage.msg("sheet-later-said")?).await?;

    sheet::begin(stage, "story").await?;
    page.press("button", &ways[0]).await?;
    // Also before anybody is named: whoever died last tells.
    sheet::at(stage, "Who died?").await?;
    page.see(&early).await?;
    sheet::with(stage, "Meera").await?;
    page.see(&early).await?;
    page.find("button", &stop).await?;
    sheet::next(stage, CARDS[0]).await?;
    sheet::stop(stage).await?;
    // Whoever comes back reads it first, and is asked again.
    sheet::take_up(stage, "story").await?;
    page.find("heading", &stage.msg("sheet-now-title")?).await?;
    page.see(&early).await?;
    page.press("button", &ways[0]).await?;
    sheet::at(stage, "Who died?").await?;
    sheet::next(stage, CARDS[0]).await?;

    let mut landed = 0;
    for (title, text, mood, next) in
        [(CARDS[0], "He made tea anyway", 1, CARDS[1]), (CARDS[1], "It rained", 6, CARDS[2])]
    {
        sheet::at(stage, title).await?;
        page.find("button", &stop).await?;
        sheet::write(stage, title, 0, text).await?;
        page.press("button", &card).await?;
        sheet::read_from(stage, &landing).await?;
        let there = headings(stage).await?;
        ensure!(!there.iter().any(|it| it == next), "the next card is there: {there:?}");
        page.find("button", &stop).await?;
        let quiet = stage.msg("quiet-title")?;
        page.absent("heading", &quiet).await?;
        sheet::choose(stage, &stage.msg("sheet-how-now")?, 0, &mood.to_string()).await?;
        if mood <= 2 {
            page.find("heading", &quiet).await?;
            page.press("button", &stage.msg("quiet-not-now")?).await?;
            page.absent("heading", &quiet).await?;
        } else {
            page.absent("heading", &quiet).await?;
            page.press("checkbox", &stage.msg("sheet-unsafe")?).await?;
            page.find("heading", &quiet).await?;
        }
        page.press("button", &stage.msg("sheet-go-on")?).await?;
        sheet::at(stage, next).await?;
        landed += 1;
    }
    // Walking past what was written before asks for no such minute; stopping after writing does.
    page.press("button", &stage.msg("sheet-back")?).await?;
    sheet::at(stage, CARDS[1]).await?;
    page.press("button", &card).await?;
    sheet::at(stage, CARDS[2]).await?;
    page.absent("heading", &landing).await?;
    sheet::write(stage, CARDS[2], 0, "By telephone").await?;
    page.press("button", &stop).await?;
    sheet::read_from(stage, &landing).await?;
    page.press("button", &stage.msg("sheet-go-on")?).await?;
    sheet::at(stage, CARDS[2]).await?;
    // The third is for another day, and then nothing has to be landed from.
    page.find("button", &stop).await?;
    page.press("button", &stage.msg("sheet-not-today")?).await?;
    sheet::at(stage, CARDS[3]).await?;
    page.absent("heading", &landing).await?;
    let mut left = 0;
    let end = stage.msg("sheet-end")?;
    while sheet::here(stage).await? != end {
        let now = sheet::here(stage).await?;
        page.find("button", &stop).await?;
        sheet::leave(stage, &now, &card).await?;
        left += 1;
    }
    page.see(&sheet::of("story")?.done_text).await?;
    hand::saved(stage).await?;
    let kept = sheet::newest(stage, "story").await?;
    ensure!(kept["later"] == json!(["card-told"]), "put off: {kept}");
    ensure!(kept["answers"]["before"] == json!("He made tea anyway"), "{kept}");
    Ok(format!(
        "3 ways to begin, 2 cards with {landed} landings and 1 put off are done, {left} left open; \
         help came for 1 mood and 1 word"
    ))
}

/// What stands in the fields for text that are in sight.
pub(crate) async fn typed(stage: &Stage) -> Result<Value> {
    let read = "return [...document.querySelectorAll('main :is(textarea, input[type=text])')]
        .filter(it => it.checkVisibility() && it.getClientRects().length).map(it => it.value)";
    stage.browser.run(read, vec![]).await
}

/// Left in the middle of a field, by a reload and by a kill of the browser: it opens there with all
/// that was typed. Put aside and taken up, an earlier version brought back, deleted and undone.
pub(crate) async fn resumed(stage: &mut Stage) -> Result<String> {
    sheet::open(stage).await?;
    sheet::begin(stage, "learned").await?;
    let page = &stage.browser;
    sheet::write(stage, "What got better?", 0, "I answer the phone again").await?;
    sheet::next(stage, "What helped most?").await?;
    sheet::write(stage, "What helped most?", 0, "Walks with Grace").await?;
    hand::saved(stage).await?;
    page.reload().await?;
    page.is_ready().await?;
    sheet::at(stage, "What helped most?").await?;
    let found = typed(stage).await?;
    ensure!(found == json!(["Walks with Grace"]), "after the reload: {found}");
    sheet::write(stage, "What helped most?", 0, ", and drawing the circle").await?;
    hand::saved(stage).await?;
    stage.browser.kill().await?;
    stage.browser.restart().await?;
    sheet::open(stage).await?;
    let page = &stage.browser;
    sheet::hub(stage).await?;
    page.find("heading", &stage.msg("sheets-open")?).await?;
    let title = &sheet::of("learned")?.title;
    page.press("link", Name::Has(&format!("{title} "))).await?;
    sheet::at(stage, "What helped most?").await?;
    let found = typed(stage).await?;
    let whole = json!(["Walks with Grace, and drawing the circle"]);
    ensure!(found == whole, "after the kill: {found}");
    page.press("button", &stage.msg("sheet-back")?).await?;
    sheet::at(stage, "What got better?").await?;
    let found = typed(stage).await?;
    ensure!(found == json!(["I answer the phone again"]), "the one before: {found}");

    // Put aside and taken up again.
    sheet::to_end(stage).await?;
    page.press("button", &stage.msg("sheet-aside")?).await?;
    page.see(&stage.msg("sheet-put-aside")?).await?;
    page.press("button", &stage.msg("sheet-take-up")?).await?;
    page.find("button", &stage.msg("sheet-aside")?).await?;
    hand::saved(stage).await?;

    // Another visit changes it, and the version before comes back.
    sheet::take_up(stage, "learned").await?;
    sheet::on_to(stage, "What helped most?").await?;
    sheet::write(stage, "What helped most?", 0, " CHANGED").await?;
    sheet::to_end(stage).await?;
    hand::saved(stage).await?;
    page.press("button", Name::Has("earlier")).await?;
    press_last_version(stage).await?;
    hand::saved(stage).await?;
    let kept = sheet::newest(stage, "learned").await?;
    ensure!(kept["answers"]["helped"] == whole[0], "brought back: {kept}");

    // Deleted, and undone.
    sheet::take_up(stage, "learned").await?;
    sheet::to_end(stage).await?;
    page.press("button", &stage.msg("sheet-delete")?).await?;
    page.see(&stage.msg("sheet-deleted")?).await?;
    page.absent("heading", &stage.msg("sheets-open")?).await?;
    page.press("button", &stage.msg("common-undo")?).await?;
    page.find("heading", &stage.msg("sheets-open")?).await?;
    sheet::take_up(stage, "learned").await?;
    hand::saved(stage).await?;
    let kept = sheet::newest(stage, "learned").await?;
    ensure!(kept["answers"]["helped"] == whole[0], "after Undo: {kept}");
    Ok("at its step with every word after 1 reload and 1 kill; put aside and taken up, 1 version \
        back, 1 deletion undone"
        .to_owned())
}

/// Opens the newest of the earlier versions and brings it back.
async fn press_last_version(stage: &Stage) -> Result<()> {
    let page = &stage.browser;
    page.press("button", Name::Starts("As it was on")).await?;
    page.press("button", &stage.msg("versions-restore")?).await
}

/// Moves the focus on with Tab until it rests on what bears this name.
async fn tab_to(stage: &Stage, name: &str) -> Result<()> {
    const NAME: &str = "const e = document.activeElement;
        const text = e.labels?.[0]?.textContent ?? e.getAttribute('aria-label') ?? e.textContent;
        return text.replace(/[\\u2066-\\u2069]/g, '').trim();";
    for _ in 0..40 {
        stage.browser.keys(TAB).await?;
        let at = stage.browser.run(NAME, vec![]).await?;
        if at.as_str().is_some_and(|it| it.starts_with(name)) {
            return Ok(());
        }
    }
    bail!("Tab does not come to {name}")
}

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

/// Goes on by key, and waits until the next prompt has the focus, as a screen reader begins there.
async fn next_by_key(stage: &Stage, prompt: &str) -> Result<()> {
    tab_to(stage, &stage.msg("sheet-next")?).await?;
    stage.browser.keys(ENTER).await?;
    sheet::read_from(stage, prompt).await
}

/// A whole worksheet with the keyboard alone: every prompt takes the focus when it comes, and no
/// answer needs a mouse.
pub(crate) async fn by_keys(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    sheet::open(stage).await?;
    page.address("work/contact").await?;
    page.find("heading", &sheet::of("contact")?.title).await?;
    tab_to(stage, &stage.msg("sheet-begin")?).await?;
    page.keys(ENTER).await?;
    sheet::there(stage).await?;
    tab_to(stage, &stage.msg("entry-people-search")?).await?;
    page.keys("Ewa").await?;
    page.keys(ENTER).await?;
    page.find("checkbox", Name::Starts("Ewa")).await?;
    for (prompt, text) in [
        ("What did you think they would do or think?", "Look at her phone"),
        ("What actually happened?", "She asked me something"),
    ] {
        next_by_key(stage, prompt).await?;
        tab_to(stage, prompt).await?;
        page.keys(text).await?;
    }
    next_by_key(stage, "How was it, beside what you expected?").await?;
    tab_to(stage, "Better").await?;
    page.keys(" ").await?;
    next_by_key(stage, "Any sign of warmth you might have skipped?").await?;
    next_by_key(stage, "How connected did you feel?").await?;
    tab_to(stage, "0").await?;
    page.keys("\u{e014}\u{e014}").await?;
    next_by_key(stage, "What would you do next time?").await?;
    next_by_key(stage, &stage.msg("sheet-end")?).await?;
    page.see(&stage.msg("sheet-done")?).await?;
    hand::saved(stage).await?;
    let kept = sheet::newest(stage, "contact").await?;
    let answers = &kept["answers"];
    ensure!(answers["predicted"] == json!("Look at her phone"), "{kept}");
    ensure!(answers["happened"] == json!("She asked me something"), "{kept}");
    ensure!(answers["compared"] == json!("better"), "{kept}");
    ensure!(answers["connected"].as_u64().is_some_and(|it| it > 0), "{kept}");
    Ok("7 prompts and 5 answers with keys alone, the focus on each prompt as it came".to_owned())
}
