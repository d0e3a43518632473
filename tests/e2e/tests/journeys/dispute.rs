//! Two who clash: from an entry of the diary through slow motion, several roads, a plan and a talk
//! to how it went and what was learned.

use satkarya_e2e::{Result, ensure, page::Name, runner::Stage};
use serde_json::json;

use crate::{arcs, hand, sheet, sheets};

/// What was said, by whom, and what one felt then.
const SAID: [(&str, &str, &str); 2] = [("Me", "Fine, whatever.", "7"), ("Them", "Good.", "5")];

/// An entry of the diary with Asha, and two lines that were said.
async fn entry(stage: &Stage, text: &str) -> Result<()> {
    let page = &stage.browser;
    hand::begin(stage).await?;
    hand::type_what(stage, text).await?;
    let search = stage.msg("entry-people-search")?;
    page.write("textbox", Name::Starts(&search), "Asha\u{e007}").await?;
    page.find("checkbox", Name::Starts("Asha")).await?;
    page.press("button", Name::Starts(&stage.msg("entry-add-event")?)).await?;
    let (who, words) = (stage.msg("entry-line-who")?, stage.msg("entry-line-text")?);
    for (n, (by, said, _)) in SAID.iter().enumerate() {
        page.press("button", &stage.msg("entry-line-add")?).await?;
        let by = if *by == "Me" { stage.msg("entry-line-me")? } else { "Asha".to_owned() };
        sheet::pick(stage, &who, n, &by).await?;
        sheet::write(stage, &words, n, said).await?;
    }
    hand::done(stage).await
}

/// One talk in slow motion, from the page of its entry: what that tells is there already.
async fn slowly(stage: &Stage, retry: &str) -> Result<()> {
    let page = &stage.browser;
    page.press("button", &stage.msg("worked-slowly")?).await?;
    page.find("heading", &sheet::of("slowly")?.title).await?;
    sheet::at(stage, "Who were you with?").await?;
    page.find("checkbox", Name::Starts("Asha")).await?;
    sheet::next(stage, "Which one talk?").await?;
    page.find("link", &stage.msg("sheet-entry-open")?).await?;
    arcs::holds(stage, &["She did not come to lunch"]).await?;
    sheet::next(stage, "What was said?").await?;
    for (n, (_, said, strong)) in SAID.iter().enumerate() {
        let there = sheets::typed(stage).await?;
        ensure!(there.as_array().is_some_and(|all| all.contains(&json!(said))), "{said}: {there}");
        sheet::choose(stage, "What I felt just then", n, "sad").await?;
        sheet::choose(stage, "How strong it was", n, strong).await?;
    }
    for (prompt, text) in [
        ("What did you hope they’d understand?", "That I was waiting for her"),
        ("What might they have heard?", "That I do not care"),
    ] {
        sheet::next(stage, prompt).await?;
        sheet::write(stage, prompt, 0, text).await?;
    }
    sheet::next(stage, "Where did it slip?").await?;
    sheet::choose(stage, "Where did it slip?", 0, "I hinted and didn’t say it").await?;
    let prompt = "Rewrite one line you’d say differently.";
    sheet::next(stage, prompt).await?;
    sheet::write(stage, prompt, 0, retry).await?;
    page.see("You can take it to your next session.").await?;
    sheet::next(stage, "And if you said it?").await?;
    sheet::write(stage, "What’s the realistic best response?", 0, "Another day").await?;
    arcs::end(stage, "slowly").await
}

/// Several roads beside each other; before that it is asked once whether one is safe with Asha.
async fn roads(stage: &Stage) -> Result<()> {
    let page = &stage.browser;
    sheet::begin(stage, "roads").await?;
    sheet::at(stage, &stage.msg("sheet-safe-title")?).await?;
    arcs::with(stage, "Asha").await?;
    for question in sheets::safety()? {
        sheet::choose(stage, question, 0, "No").await?;
    }
    page.press("button", &stage.msg("sheet-next")?).await?;
    sheet::at(stage, "Who is this about?").await?;
    let prompt = "What exactly needs deciding?";
    sheet::next(stage, prompt).await?;
    sheet::write(stage, prompt, 0, "What do I say to Asha?").await?;
    sheet::next(stage, "What roads are there?").await?;
    page.press("button", Name::Has("Talk at a calm time")).await?;
    page.absent("button", Name::Has("Talk at a calm time")).await?;
    for (n, (pro, con)) in
        [("No quarrel", "It goes on"), ("She may hear it", "It may hurt")].iter().enumerate()
    {
        sheet::write(stage, "What speaks for it", n, pro).await?;
        sheet::write(stage, "What speaks against it", n, con).await?;
    }
    sheet::on_to(stage, "What now?").await?;
    sheet::choose(stage, "For now", 0, "I’ll try one of them first").await?;
    sheet::write(stage, "Which one?", 0, "Talk at a calm time").await?;
    sheet::next(stage, "What is the smallest next step?").await?;
    sheet::write(stage, "The step", 0, "Ask her for ten minutes").await?;
    arcs::end(stage, "roads").await
}

/// The plan for the talk, with the line from slow motion in it: practised, and had.
async fn words(stage: &Stage, retry: &str) -> Result<()> {
    let page = &stage.browser;
    let aim = "What is your one aim?";
    sheet::at(stage, "Who do you want to talk with?").await?;
    sheet::next(stage, aim).await?;
    sheet::write(stage, aim, 0, "That she knows").await?;
    sheet::next(stage, "The fact, the feeling, the ask").await?;
    arcs::holds(stage, &["", "", retry]).await?;
    sheet::write(stage, "The fact", 0, "You cancelled twice").await?;
    sheet::write(stage, "The feeling", 0, "I felt left out").await?;
    let opening = "How will you begin?";
    sheet::next(stage, opening).await?;
    sheet::write(stage, opening, 0, "Do you have ten minutes?").await?;
    sheet::on_to(stage, "What might they say?").await?;
    sheet::write(stage, "They might say", 0, "I was tired").await?;
    sheet::write(stage, "I could say", 0, "I know, and I waited").await?;
    sheet::write(stage, "Shorter", 0, "I waited").await?;
    let place = "A good time and place?";
    sheet::next(stage, place).await?;
    sheet::write(stage, place, 0, "Sunday, at the river").await?;
    let limit = "Where is your limit?";
    sheet::next(stage, limit).await?;
    sheet::write(stage, limit, 0, "If it gets heated I will go for a walk").await?;
    sheet::on_to(stage, "Say it once, to a wall or a friend").await?;
    let card = |n: &str| stage.lab.words.msg_with("sheet-card-place", &[("n", n), ("of", "2")]);
    page.see(&card("1")?).await?;
    page.see(&stage.msg("sheet-card-opening")?).await?;
    page.press("button", &stage.msg("sheet-card-turn")?).await?;
    page.see("Do you have ten minutes?").await?;
    page.press("button", &stage.msg("sheet-card-next")?).await?;
    page.see(&card("2")?).await?;
    page.see("I was tired").await?;
    page.unsee("I know, and I waited").await?;
    page.press("button", &stage.msg("sheet-card-turn")?).await?;
    page.see("I know, and I waited").await?;
    page.press("radio", &stage.msg("sheet-way-shorter")?).await?;
    page.unsee("I know, and I waited").await?;
    page.press("button", "I practised it").await?;
    page.see("Practised on ").await?;
    sheet::next(stage, "Have you had the talk?").await?;
    page.press("button", "We talked").await?;
    page.see("Talked on ").await?;
    arcs::end(stage, "words").await
}

/// How the talk went, with what had been planned.
async fn after(stage: &Stage, retry: &str) -> Result<()> {
    sheet::at(stage, "Who was it with?").await?;
    sheet::next(stage, "What had you planned?").await?;
    arcs::holds(stage, &[retry]).await?;
    let happened = "What happened?";
    sheet::next(stage, happened).await?;
    sheet::write(stage, happened, 0, "She said Tuesday").await?;
    let asked = "Did you say your ask?";
    sheet::next(stage, asked).await?;
    sheet::choose(stage, asked, 0, "Yes").await?;
    sheet::on_to(stage, "How was your mood?").await?;
    sheet::choose(stage, "Just before", 0, "4").await?;
    sheet::choose(stage, "Just after", 0, "6").await?;
    let compared = "Next to what you expected, how was it?";
    sheet::next(stage, compared).await?;
    sheet::choose(stage, compared, 0, "Better than I expected").await?;
    let learned = "What did you learn?";
    sheet::next(stage, learned).await?;
    sheet::write(stage, learned, 0, "Naming a day helps").await?;
    arcs::end(stage, "after").await
}

/// What each of the two expects.
async fn hopes(stage: &Stage) -> Result<()> {
    sheet::next(stage, "What does each of you expect?").await?;
    for n in 0..2 {
        sheet::write(stage, "Topic", n, ["Time together", "Chores"][n]).await?;
        sheet::write(stage, "I expect", n, ["A word before", "Half each"][n]).await?;
        sheet::write(stage, "I think they expect", n, ["Room", "Thanks"][n]).await?;
        sheet::choose(stage, "Must I have it?", n, "Must-have").await?;
    }
    let biggest = "Where is the gap largest?";
    sheet::next(stage, biggest).await?;
    sheet::write(stage, biggest, 0, "Time together").await?;
    sheet::next(stage, "One expectation to check rather than guess").await?;
    stage.browser.see("A word before").await?;
    sheet::write(stage, "The one I’d check", 0, "Whether she wants room").await?;
    arcs::end(stage, "hopes").await
}

/// An entry with Asha leads through slow motion, several roads, a plan and a talk to how it went
/// and what was learned; what one said is in the next, and the whole round is told once.
pub(crate) async fn arc(stage: &mut Stage) -> Result<String> {
    const RETRY: &str = "I was hurt that you cancelled. Can we pick another day?";
    let page = &stage.browser;
    sheet::open(stage).await?;
    entry(stage, "She did not come to lunch").await?;
    slowly(stage, RETRY).await?;
    roads(stage).await?;
    sheet::take_up(stage, "slowly").await?;
    sheet::at(stage, &stage.msg("sheet-end")?).await?;
    arcs::hand_on(stage, "Plan how to say it", "words").await?;
    words(stage, RETRY).await?;
    arcs::hand_on(stage, "Note how it went", "after").await?;
    after(stage, RETRY).await?;
    // The outcome leads to its plan and to Asha, and she and the entry lead to it by one tap.
    let outcome = &sheet::of("after")?.title;
    page.find("link", Name::Starts(&sheet::of("words")?.title)).await?;
    page.press("link", Name::Starts("Asha")).await?;
    page.find("button", &stage.msg("common-edit")?).await?;
    page.press("link", Name::Has(outcome)).await?;
    sheet::at(stage, &stage.msg("sheet-end")?).await?;
    hand::open(stage, "She did not come").await?;
    page.press("link", Name::Has(outcome)).await?;
    sheet::at(stage, &stage.msg("sheet-end")?).await?;
    let hub = async || {
        page.address("work").await?;
        page.find("heading", &stage.msg("sheets-title")?).await
    };
    hub().await?;
    page.unsee("You’ve been through the whole cycle once.").await?;
    sheet::begin(stage, "stand").await?;
    with_asked(stage, "Which relationship is this about?").await?;
    sheet::on_to(stage, "Where do you stand?").await?;
    page.press("radio", Name::Starts("Renegotiation")).await?;
    arcs::end(stage, "stand").await?;
    arcs::hand_on(stage, "Look at what each of you hopes for", "hopes").await?;
    sheet::at(stage, "With whom?").await?;
    hopes(stage).await?;
    hub().await?;
    page.see("You’ve been through the whole cycle once.").await?;
    sheet::begin(stage, "learned").await?;
    for (n, prompt) in
        ["What got better?", "What helped most?", "What did I do that made a difference?"]
            .iter()
            .enumerate()
    {
        if n > 0 {
            sheet::next(stage, prompt).await?;
        }
        sheet::write(stage, prompt, 0, "I named a day").await?;
    }
    arcs::end(stage, "learned").await?;
    let (slow, plan) =
        (sheet::newest(stage, "slowly").await?, sheet::newest(stage, "words").await?);
    let went = sheet::newest(stage, "after").await?;
    ensure!(plan["answers"]["ask"] == slow["answers"]["retry"], "the ask: {plan}");
    ensure!(went["answers"]["planned"] == plan["answers"]["ask"], "the plan: {went}");
    for it in [&slow, &plan, &went] {
        ensure!(it["answers"]["with"] == slow["answers"]["with"], "with another: {it}");
    }
    ensure!(plan["from"].is_string() && went["from"].is_string(), "{plan} {went}");
    Ok("7 worksheets of a dispute: 1 line said anew became the ask and the plan of the outcome; \
        the whole round told"
        .to_owned())
}

/// Names Asha, with whom one is safe, where that is asked, and waits for the first prompt.
async fn with_asked(stage: &Stage, prompt: &str) -> Result<()> {
    sheet::at(stage, &stage.msg("sheet-safe-title")?).await?;
    sheet::with(stage, "Asha").await?;
    sheet::at(stage, prompt).await
}
