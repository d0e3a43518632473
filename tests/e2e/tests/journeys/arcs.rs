//! Whole pieces of work, from one worksheet to the next: a loss, a change of life, and being alone.

use satkarya_e2e::{Result, ensure, page::Name, runner::Stage, wait};
use serde_json::json;

use crate::{hand, sheet, sheets};

/// What is said of a worksheet that has what it is for.
pub(crate) async fn is_done(stage: &Stage, id: &str) -> Result<()> {
    let words = &sheet::of(id)?.done_text;
    let plain = stage.msg("sheet-done")?;
    stage.browser.see(if words.is_empty() { &plain } else { words }).await?;
    hand::saved(stage).await
}

/// Goes on to the end of the worksheet, which is done by now.
pub(crate) async fn end(stage: &Stage, id: &str) -> Result<()> {
    sheet::to_end(stage).await?;
    is_done(stage, id).await
}

/// Presses what leads to another worksheet, and waits for that.
pub(crate) async fn hand_on(stage: &Stage, button: &str, to: &str) -> Result<()> {
    stage.browser.press("button", button).await?;
    stage.browser.find("heading", &sheet::of(to)?.title).await?;
    sheet::there(stage).await
}

/// Waits until the fields for text that are in sight hold exactly this.
pub(crate) async fn holds(stage: &Stage, texts: &[&str]) -> Result<()> {
    wait::until(&format!("{texts:?} in the fields"), async || {
        Ok((sheets::typed(stage).await? == json!(texts)).then_some(()))
    })
    .await
}

/// Chooses somebody who is among the people already.
pub(crate) async fn with(stage: &Stage, name: &str) -> Result<()> {
    sheet::with(stage, name).await?;
    let chosen = "return [...document.querySelectorAll('main .people-picker input:checked')]
        .some(it => it.checkVisibility() && it.labels[0].textContent.includes(arguments[0]))";
    wait::until(&format!("{name} to be chosen"), async || {
        let is_chosen = stage.browser.run(chosen, vec![json!(name)]).await?;
        Ok((is_chosen == json!(true)).then_some(()))
    })
    .await
}

/// Says that now is a good time, and goes on from the question who it was.
async fn now(stage: &Stage, name: &str) -> Result<()> {
    stage.browser.press("button", &stage.msg("sheet-now")?).await?;
    sheet::at(stage, "Who died?").await?;
    with(stage, name).await
}

/// Writes on a card, saves it, and goes on after the quiet minute.
async fn card(stage: &Stage, label: &str, text: &str) -> Result<()> {
    let page = &stage.browser;
    sheet::write(stage, label, 0, text).await?;
    landed(stage).await?;
    page.press("button", &stage.msg("sheet-go-on")?).await
}

/// Saves the card, and waits for the quiet minute.
async fn landed(stage: &Stage) -> Result<()> {
    stage.browser.press("button", &stage.msg("sheet-save-card")?).await?;
    sheet::read_from(stage, &stage.msg("sheet-landing-title")?).await
}

/// The story of a loss, both sides of what was, and one thread picked up again and looked back at.
pub(crate) async fn grief(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    sheet::open(stage).await?;
    let save = stage.msg("sheet-save-card")?;
    let skip = async |prompt: &str| {
        page.press("button", &save).await?;
        sheet::read_from(stage, prompt).await
    };
    sheet::begin(stage, "story").await?;
    page.press("button", &stage.msg("sheet-now")?).await?;
    sheet::at(stage, "Who died?").await?;
    sheet::with(stage, "Emre").await?;
    page.find("checkbox", Name::Starts("Emre")).await?;
    sheet::next(stage, "What was it like before?").await?;
    for (prompt, next) in [
        ("What was it like before?", "The day, or the days, when it happened"),
        ("The day, or the days, when it happened", "How did you learn of it?"),
        ("How did you learn of it?", "The funeral, the prayers, the goodbye – or none"),
    ] {
        card(stage, prompt, "A line").await?;
        sheet::at(stage, next).await?;
    }
    for next in [
        "The first weeks",
        "Who was there, and who wasn’t?",
        "What did you do with your feelings then?",
        "That is all of it",
    ] {
        skip(next).await?;
    }
    is_done(stage, "story").await?;

    sheet::begin(stage, "both-sides").await?;
    now(stage, "Emre").await?;
    let (loved, hard) =
        ("What did you love, and what do you miss?", "What was difficult, or what did you resent?");
    sheet::next(stage, loved).await?;
    card(stage, loved, "He rang me from the car").await?;
    sheet::at(stage, hard).await?;
    card(stage, hard, "He never listened").await?;
    sheet::at(stage, "What do you feel guilty or relieved about?").await?;
    skip("What didn’t you get to say?").await?;
    skip("Both sides together").await?;
    page.see("He rang me from the car").await?;
    page.see("He never listened").await?;
    sheet::next(stage, "That is all of it").await?;
    is_done(stage, "both-sides").await?;

    sheet::begin(stage, "threads").await?;
    now(stage, "Emre").await?;
    sheet::next(stage, "What did life with them give you?").await?;
    page.press("button", Name::Has("Company")).await?;
    landed(stage).await?;
    page.press("button", &stage.msg("sheet-go-on")?).await?;
    sheet::at(stage, "One person, and one thing to take up again").await?;
    skip("Enjoying something isn’t forgetting").await?;
    skip("One small step a week").await?;
    sheet::write(stage, "The step", 0, "A walk with Dilys").await?;
    // Whoever stops after writing has a minute to land, too.
    page.press("button", &stage.msg("sheet-stop")?).await?;
    sheet::read_from(stage, &stage.msg("sheet-landing-title")?).await?;
    sheet::stop(stage).await?;
    // A week later: taken up again where it was.
    sheet::take_up(stage, "threads").await?;
    page.press("button", &stage.msg("sheet-now")?).await?;
    sheet::at(stage, "One small step a week").await?;
    page.press("switch", "I tried it").await?;
    sheet::write(stage, "How was it?", 0, "Cold, and good").await?;
    landed(stage).await?;
    page.press("button", &stage.msg("sheet-go-on")?).await?;
    sheet::at(stage, &stage.msg("sheet-end")?).await?;
    is_done(stage, "threads").await?;
    let kept = sheet::newest(stage, "threads").await?;
    let step = json!([{ "what": "A walk with Dilys", "tried": true, "review": "Cold, and good" }]);
    ensure!(kept["answers"]["tries"] == step, "{kept}");
    Ok("a story of 3 cards, 2 sides, 1 step tried and looked back at; 7 landings".to_owned())
}

/// A change with a name, both sides of the old role, what the new one asks, and two tries.
pub(crate) async fn change(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    sheet::open(stage).await?;
    sheet::begin(stage, "turn").await?;
    page.press("button", "I stopped working").await?;
    holds(stage, &["I stopped working"]).await?;
    let wish = "Did you want it?";
    sheet::next(stage, wish).await?;
    sheet::choose(stage, wish, 0, "Both").await?;
    sheet::on_to(stage, "Who were you before?").await?;
    sheet::write(stage, "Who were you before?", 0, "The one who gets everybody home").await?;
    sheet::next(stage, "And who are you now?").await?;
    sheet::write(stage, "And who are you now?", 0, "The one at home").await?;
    end(stage, "turn").await?;

    hand_on(stage, "Look at the old role, both sides", "old").await?;
    sheet::at(stage, "Which old role is this about?").await?;
    holds(stage, &["The one who gets everybody home"]).await?;
    sheet::next(stage, "What was good about it?").await?;
    for (n, text) in ["My own money", "The quiet at five"].iter().enumerate() {
        sheet::write(stage, "What was good", n, text).await?;
    }
    sheet::next(stage, "What was hard about it?").await?;
    sheet::next(stage, "Asked another way: what did it cost you?").await?;
    sheet::next(stage, "Nothing hard?").await?;
    page.press("switch", "Nothing comes").await?;
    end(stage, "old").await?;

    sheet::begin(stage, "skills").await?;
    let day = hand::day(stage, -3).await?;
    for (n, (demand, sure, step)) in
        [("The forms", "1", "Send them to Nadia"), ("The evenings", "3", "")].iter().enumerate()
    {
        sheet::write(stage, "What is asked of you", n, demand).await?;
        sheet::choose(stage, "How sure you feel of it", n, sure).await?;
        if !step.is_empty() {
            sheet::write(stage, "The next small step", n, step).await?;
            sheet::day(stage, "By about when", n, &day).await?;
        }
    }
    end(stage, "skills").await?;

    hand_on(stage, "Try one step, and look back", "trying").await?;
    sheet::at(stage, "What will you try, and how was it?").await?;
    for n in 0..3 {
        if n > 0 {
            page.press("button", "Add a step").await?;
        }
        sheet::write(stage, "The step", n, "Fetch him from school").await?;
        sheet::day(stage, "Around when", n, &hand::day(stage, 21 - 7 * i64::try_from(n)?).await?)
            .await?;
        sheet::write(stage, "What happened", n, "I stood there").await?;
        sheet::choose(stage, "How sure you feel after", n, &format!("{}", 3 + n)).await?;
    }
    sheet::next(stage, "How sure you have felt, step by step").await?;
    page.see("3 tries with a day and a number, from").await?;
    end(stage, "trying").await?;
    Ok("4 worksheets of a change, 1 role handed on, 3 tries with a line of how sure".to_owned())
}

/// People side by side, a thread in one's own words, a ladder with two tries, and a contact.
pub(crate) async fn connection(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    sheet::open(stage).await?;
    sheet::begin(stage, "review").await?;
    for n in 0..3 {
        if n > 0 {
            page.press("button", "Add a person").await?;
        }
        sheet::write(stage, "Who?", n, ["Farida", "Colin", "My aunt"][n]).await?;
        sheet::write(stage, "What was good?", n, "We walked").await?;
        sheet::write(stage, "What did you do?", n, ["I waited", "Waited again", "Rang"][n]).await?;
        sheet::write(stage, "What would you do again?", n, "Walk").await?;
    }
    end(stage, "review").await?;

    hand_on(stage, "Look for a thread", "thread").await?;
    sheet::at(stage, "Words that come back").await?;
    let word = stage.lab.words.msg_with("sheet-word-times", &[("word", "waited"), ("n", "2")])?;
    page.see(&word).await?;
    sheet::next(stage, "How would you finish this sentence?").await?;
    for (label, text) in [
        ("When I want …", "company"),
        ("I tend to …", "wait"),
        ("then others …", "think I am busy"),
        ("and I end up feeling …", "forgotten"),
    ] {
        sheet::write(stage, label, 0, text).await?;
    }
    sheet::next(stage, "An exception: a time it went differently, and why").await?;
    sheet::write(stage, "What happened that time?", 0, "I named a day").await?;
    end(stage, "thread").await?;

    hand_on(stage, "Build a ladder of small tries", "ladder").await?;
    let presets = ["Say no kindly", "Message an old friend", "Accept an invitation"];
    let presets = presets.iter().chain(&["Comment in a group", "Suggest a short meet-up"]);
    for (n, preset) in presets.enumerate() {
        page.press("button", Name::Has(preset)).await?;
        // One goes on where the app puts one: in the new rung.
        wait::until(&format!("the focus in {preset}"), async || {
            let there = page.run("return document.activeElement.value", vec![]).await?;
            Ok((there.as_str() == Some(*preset)).then_some(()))
        })
        .await?;
        sheet::choose(stage, "How hard is it?", n, &format!("{}", 8 - n)).await?;
    }
    // The lowest rung is the last; after two tries the next one comes.
    sheet::next(stage, "Which rung is next?").await?;
    let next = |what: &str| stage.lab.words.msg_with("sheet-rung-next", &[("what", what)]);
    page.see(&next("Suggest a short meet-up")?).await?;
    page.press("button", &stage.msg("sheet-back")?).await?;
    for _ in 0..2 {
        sheet::press(stage, "Tried it", 4).await?;
    }
    page.see("Tries so far: 2").await?;
    sheet::next(stage, "Which rung is next?").await?;
    page.see(&next("Comment in a group")?).await?;
    page.press("button", &stage.msg("sheet-back")?).await?;
    sheet::press(stage, "Tried it", 3).await?;
    end(stage, "ladder").await?;

    hand_on(stage, "Look back at a try", "contact").await?;
    let (predicted, happened) =
        ("What did you think they would do or think?", "What actually happened?");
    sheet::next(stage, predicted).await?;
    sheet::write(stage, predicted, 0, "Look at her phone").await?;
    sheet::next(stage, happened).await?;
    sheet::write(stage, happened, 0, "She asked me something").await?;
    let connected = "How connected did you feel?";
    sheet::on_to(stage, connected).await?;
    sheet::choose(stage, connected, 0, "4").await?;
    end(stage, "contact").await?;
    Ok("4 worksheets: 3 people with 1 word in 2 of them, a ladder of 5 with the next rung after 2 \
        tries, 1 contact"
        .to_owned())
}
