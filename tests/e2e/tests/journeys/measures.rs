//! Questionnaires: what is said of a total, and what follows the answer about hurting oneself
//! (S6 to S10 of the acceptance scenarios).

use satkarya_e2e::{Result, app, axe, ensure, page::Name, runner::Stage, wait};
use serde_json::{Value, json};

use crate::{hand, looks, papers, sheet};

pub(crate) const NINE: &str = "PHQ-9";
pub(crate) const SEVEN: &str = "GAD-7";
const TAB: char = '\u{e004}';
const SPACE: &str = " ";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

/// The buttons of the support panel, in their order.
pub(crate) const DOORS: [&str; 5] = [
    "I’m in danger now",
    "Talk to someone now",
    "My people",
    "My staying-safe plan",
    "I’m OK for now",
];
pub(crate) const SAID: &str = "You said you’ve had thoughts of being better off dead or of hurting yourself. \
     Many people with low mood have them, and they can pass. You deserve support with this today.";
pub(crate) const TELL: &str = "Please tell a doctor, therapist or someone you trust today.";
const NO_DIAGNOSIS: &str =
    "This questionnaire can’t diagnose anything. A doctor or therapist looks at much more.";

/// Opens a new form.
pub(crate) async fn begin(stage: &Stage, title: &str) -> Result<()> {
    stage.visit(app::place("trends/sets")?).await?;
    let page = &stage.browser;
    let first = format!("{}: {title}", stage.msg("measures-begin")?);
    let again = format!("{}: {title}", stage.msg("measures-again")?);
    let name = wait::until(&format!("a way to begin {title}"), async || {
        let names = page.names("button").await?;
        Ok([&first, &again].into_iter().find(|it| names.contains(it)).cloned())
    })
    .await?;
    page.press("button", &*name).await?;
    page.find("heading", Name::Starts("Over the last 2 weeks")).await?;
    Ok(())
}

/// Answers items by a click on each label, as a finger does; none leaves one out.
pub(crate) async fn answer(stage: &Stage, values: &[Option<u8>]) -> Result<()> {
    const CLICK: &str = "const groups = [...document.querySelectorAll('main fieldset')];
        return arguments[0].map((value, n) => {
          if (value === null) return true;
          const label = groups[n]?.querySelectorAll('label')[value];
          label?.click();
          return label?.querySelector('input').checked === true;
        });";
    let chosen = stage.browser.run(CLICK, vec![json!(values)]).await?;
    let all = chosen.as_array().is_some_and(|it| it.iter().all(|it| *it == json!(true)));
    ensure!(all, "not every answer is chosen: {chosen}");
    Ok(())
}

/// Fills one in and finishes it.
pub(crate) async fn fill(stage: &Stage, title: &str, values: &[u8]) -> Result<()> {
    begin(stage, title).await?;
    answer(stage, &values.iter().copied().map(Some).collect::<Vec<_>>()).await?;
    stage.browser.press("button", &stage.msg("measures-finish")?).await
}

/// Answers that add up to a total, none of them above the lowest to the question about hurting oneself.
fn adding_up(total: u8, n: u8) -> Vec<u8> {
    (0..n).map(|nth| total.saturating_sub(3 * nth).min(if nth == 8 { 0 } else { 3 })).collect()
}

/// Fills one in, and returns what is said of it.
pub(crate) async fn said(stage: &Stage, title: &str, total: u8) -> Result<String> {
    let (n, most) = if title == NINE { (9, 27) } else { (7, 21) };
    fill(stage, title, &adding_up(total, n)).await?;
    stage.browser.see(&format!("{total} out of {most}")).await?;
    result(stage).await
}

/// What is said on the page of a result.
async fn result(stage: &Stage) -> Result<String> {
    let read = "return document.querySelector('.measure__result')?.innerText ?? ''";
    let said = stage.browser.run(read, vec![]).await?;
    Ok(said
        .as_str()
        .unwrap_or_default()
        .replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], ""))
}

/// The words of the support panel and whether the focus is in it; nothing while it is shut.
pub(crate) async fn panel(stage: &Stage) -> Result<Value> {
    let read = "const it = document.querySelector('dialog[open]');
        if (!it) return null;
        const box = it.getBoundingClientRect();
        return {
          text: it.innerText,
          buttons: [...it.querySelectorAll('.support-panel button')].map(it => it.innerText.trim()),
          // Still: half seen through, nothing has its colors.
          focus: it.contains(document.activeElement) && !it.getAnimations().length,
          full: box.width >= document.documentElement.clientWidth - 1
            && box.height >= document.documentElement.clientHeight - 1,
        };";
    stage.browser.run(read, vec![]).await
}

/// Waits for the panel to be open over the whole window, with the focus in it.
pub(crate) async fn opened(stage: &Stage) -> Result<Value> {
    wait::until("the support panel", async || {
        let panel = panel(stage).await?;
        Ok((panel["focus"] == json!(true)).then_some(panel))
    })
    .await
}

/// Waits for the panel to be shut and the focus to be on the heading of the page.
pub(crate) async fn shut(stage: &Stage) -> Result<()> {
    wait::until("the panel to be shut, and the focus on the heading", async || {
        let at = "return !document.querySelector('dialog[open]')
            && document.activeElement.localName === 'h1'";
        Ok((stage.browser.run(at, vec![]).await? == json!(true)).then_some(()))
    })
    .await
}

/// A total is told as a number, with the word of the authors as theirs, and nobody has anything (S6);
/// one with something left out has none (S7).
pub(crate) async fn result_worded(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    fill(stage, NINE, &[2, 2, 2, 2, 1, 1, 1, 1, 0]).await?;
    page.see("12 out of 27").await?;
    let told = result(stage).await?;
    papers::in_order(
        &told,
        &["12 out of 27", "described by the authors as ‘moderate’", NO_DIAGNOSIS],
    )?;
    ensure!(!told.to_lowercase().contains("you have"), "{told}");
    ensure!(panel(stage).await?.is_null(), "the panel opened by itself");
    page.find("link", &stage.msg("nav-support")?).await?;
    hand::saved(stage).await?;
    page.reload().await?;
    page.is_ready().await?;
    page.see("12 out of 27").await?;

    begin(stage, NINE).await?;
    let mut values = [Some(1); 9];
    values[6] = None;
    values[8] = Some(0);
    answer(stage, &values).await?;
    page.press("button", &stage.msg("measures-finish")?).await?;
    page.see(&stage.msg("measures-unfinished")?).await?;
    let told = result(stage).await?;
    ensure!(!told.contains("out of") && !told.contains("described"), "{told}");
    page.press("link", &stage.msg("measures-over-time")?).await?;
    page.see("Not enough yet: 1 of 2").await?;
    page.find("link", Name::Has(&stage.msg("measures-unfinished")?)).await?;

    // Both are in the file, and what was left out is not.
    let (_, file) = hand::export(stage).await?;
    let none = Vec::new();
    let records = file["records"].as_array().unwrap_or(&none).iter();
    let filled: Vec<&Value> =
        records.map(|it| &it["body"]["filled"]).filter(|it| it.is_object()).collect();
    ensure!(filled.len() == 2, "{filled:?}");
    let n_answers = |it: &&Value| it["answers"].as_object().map_or(0, serde_json::Map::len);
    let mut lens: Vec<usize> = filled.iter().map(n_answers).collect();
    lens.sort_unstable();
    ensure!(lens == [8, 9], "{lens:?}");
    Ok("12 out of 27 as S6 has it; one left out is Unfinished, without a total".into())
}

/// Support opens before the total, has five buttons, and shuts (S8); also for one that is left.
pub(crate) async fn support_first(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let mut values = [0; 9];
    values[8] = 1;
    fill(stage, NINE, &values).await?;
    let first = opened(stage).await?;
    ensure!(first["full"] == json!(true), "not over the whole window");
    ensure!(first["buttons"] == json!(DOORS), "{first}");
    let text = first["text"].as_str().unwrap_or_default();
    ensure!(text.contains(SAID) && !text.contains(TELL), "{text}");
    page.press("button", DOORS[4]).await?;
    shut(stage).await?;
    let told = result(stage).await?;
    let matters = "Your answer about hurting yourself matters whatever the total.";
    papers::in_order(&told, &[matters, "1 out of 27", "‘minimal’", NO_DIAGNOSIS])?;
    ensure!(!page.text().await?.to_lowercase().contains("low risk"), "low risk");

    values[8] = 2;
    fill(stage, NINE, &values).await?;
    let second = opened(stage).await?;
    papers::in_order(second["text"].as_str().unwrap_or_default(), &[SAID, TELL, DOORS[0]])?;
    page.keys(ESCAPE).await?;
    shut(stage).await?;
    page.see("2 out of 27").await?;

    // Left without an end: the panel opens where somebody went. Each door leads somewhere.
    for (door, heading) in [
        (DOORS[0], "support-title"),
        (DOORS[1], "support-title"),
        (DOORS[2], "support-title"),
        (DOORS[3], "sheet-why"),
    ] {
        stage.visit(app::place("trends/sets")?).await?;
        let go_on = format!("{}: {NINE}", stage.msg("measures-go-on")?);
        if page.all("link", Name::Is(&go_on)).await?.is_empty() {
            begin(stage, NINE).await?;
            let mut one = [None; 9];
            one[8] = Some(3);
            answer(stage, &one).await?;
        } else {
            page.press("link", &*go_on).await?;
            page.find("heading", Name::Starts("Over the last 2 weeks")).await?;
        }
        page.press("link", &stage.msg("nav-people")?).await?;
        let left = opened(stage).await?;
        papers::in_order(left["text"].as_str().unwrap_or_default(), &[SAID, TELL])?;
        page.press("button", door).await?;
        page.find("heading", &stage.msg(heading)?).await?;
        ensure!(panel(stage).await?.is_null(), "still open after {door}");
    }
    // On Support somebody is where it leads.
    stage.visit(app::place("trends/sets")?).await?;
    let go_on = format!("{}: {NINE}", stage.msg("measures-go-on")?);
    page.press("link", &*go_on).await?;
    page.find("heading", Name::Starts("Over the last 2 weeks")).await?;
    page.press("link", &stage.msg("nav-support")?).await?;
    page.find("heading", &stage.msg("support-title")?).await?;
    ensure!(panel(stage).await?.is_null(), "open over Support");
    Ok("five doors, each leads somewhere; 2 and 3 ask to tell somebody; also for one that is left"
        .into())
}

/// Lower, half, remission, about the same, and higher with the ways to help (S9, S10).
pub(crate) async fn changes(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    let wobble = "more than questionnaire wobble";
    stage.open().await?;
    said(stage, NINE, 17).await?;
    let told = said(stage, NINE, 11).await?;
    papers::in_order(&told, &["11 out of 27", &format!("lower by 6: {wobble}")])?;
    ensure!(!told.contains("half or less") && !told.contains("remission"), "{told}");
    let told = said(stage, NINE, 8).await?;
    papers::in_order(
        &told,
        &[&format!("lower by 9: {wobble}"), "half or less of where you started: yes"],
    )?;
    ensure!(!told.contains("remission"), "{told}");
    let told = said(stage, NINE, 4).await?;
    papers::in_order(&told, &["half or less", "below 5, which studies call remission: yes"])?;

    // From a new start on, and back again.
    said(stage, NINE, 12).await?;
    let anew = stage.msg("measures-anew")?;
    page.press("switch", &*anew).await?;
    hand::saved(stage).await?;
    let told = said(stage, NINE, 8).await?;
    papers::in_order(&told, &["about the same (−4); small differences can happen by chance"])?;
    ensure!(!told.contains("recovered"), "{told}");

    said(stage, NINE, 9).await?;
    page.press("switch", &*anew).await?;
    hand::saved(stage).await?;
    let told = said(stage, NINE, 15).await?;
    let harder = "Things look harder than before. That happens. Please tell someone who can help: \
         your therapist, GP or one of these lines.";
    papers::in_order(&told, &[&format!("higher by 6: {wobble}"), harder, NO_DIAGNOSIS])?;
    page.find("link", &stage.msg("quiet-lines")?).await?;
    page.press("link", "What to tell my GP or therapist").await?;
    page.find("heading", "What to tell my GP or therapist").await?;
    page.see("15 out of 27").await?;
    page.see(&format!("higher by 6: {wobble}")).await?;

    said(stage, SEVEN, 11).await?;
    let told = said(stage, SEVEN, 7).await?;
    papers::in_order(&told, &[&format!("lower by 4: {wobble}")])?;

    // Deleted and back again.
    page.press("button", &stage.msg("measures-delete")?).await?;
    page.find("heading", &stage.msg("measures-title")?).await?;
    page.see("11 out of 21").await?;
    page.press("button", &stage.msg("common-undo")?).await?;
    page.see("7 out of 21").await?;
    Ok("S9 and S10 word for word".into())
}

/// Whoever chose to be asked meets one card on Today, which names nothing and can be put away; and the
/// page for a session has the latest totals only where somebody ticked that.
pub(crate) async fn asked(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    sheet::open(stage).await?;
    let (due, ask) = (stage.msg("measures-due")?, format!("Ask me to fill in {SEVEN}"));
    page.absent("heading", &*due).await?;
    stage.visit(app::place("trends/sets")?).await?;
    page.press("switch", &*ask).await?;
    hand::saved(stage).await?;
    stage.go("nav-today", "today-title").await?;
    page.find("heading", &*due).await?;
    ensure!(!page.text().await?.contains(SEVEN), "the card names it");
    page.press("button", &stage.msg("worked-not-now")?).await?;
    page.absent("heading", &*due).await?;
    page.reload().await?;
    page.is_ready().await?;
    page.find("heading", &stage.msg("today-title")?).await?;
    page.absent("heading", &*due).await?;

    said(stage, NINE, 14).await?;
    sheet::begin(stage, "bring").await?;
    let latest = format!("{NINE}: 14 out of 27");
    ensure!(!page.text().await?.contains(&latest), "there without being asked for");
    page.press("switch", Name::Starts("Write the latest totals")).await?;
    page.see(&latest).await?;
    Ok("one card without a name, put away for the day; totals on the page only once ticked".into())
}

/// A form filled in and finished by keys alone.
pub(crate) async fn by_keys(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    begin(stage, SEVEN).await?;
    let at = "const it = document.activeElement;
        return it.type === 'radio' ? 'radio' : it.innerText?.trim() ?? ''";
    let finish = stage.msg("measures-finish")?;
    page.run("document.querySelector('#measure-stem').focus()", vec![]).await?;
    let mut n = 0;
    for _ in 0..30 {
        page.chord(&[], TAB).await?;
        let here = page.run(at, vec![]).await?;
        if here == json!("radio") {
            page.keys(SPACE).await?;
            n += 1;
        } else if here == json!(finish) {
            break;
        }
    }
    ensure!(n == 7, "{n} of 7 questions reached");
    page.keys(ENTER).await?;
    page.see("0 out of 21").await?;
    shut(stage).await?;
    Ok("seven answers and the end by Tab, Space and Enter".into())
}

/// axe finds nothing wrong in the form, the result, the panel and the picture, light and dark, on a
/// phone and on a desk, and nothing is wider than the window.
pub(crate) async fn checked(stage: &mut Stage) -> Result<String> {
    let source = axe::source(&stage.lab.target.join("tools"))?;
    let page = &stage.browser;
    let mut wrong = Vec::new();
    let mut n = 0;
    stage.open().await?;
    said(stage, NINE, 17).await?;
    said(stage, NINE, 24).await?;
    for (theme, rules) in looks::THEMES {
        looks::set(stage, &json!({ "theme": theme, "motion": "less" })).await?;
        for width in [320, 1280] {
            page.viewport(width, 800).await?;
            for shown in ["over time", "form", "panel", "result"] {
                match shown {
                    "over time" => {
                        page.address("trends/sets/nine").await?;
                        page.find("heading", &stage.msg("measures-each")?).await?;
                    }
                    "form" => {
                        begin(stage, NINE).await?;
                        answer(stage, &[Some(1); 9]).await?;
                    }
                    "panel" => {
                        page.press("button", &stage.msg("measures-finish")?).await?;
                        opened(stage).await?;
                    }
                    _ => {
                        page.press("button", DOORS[4]).await?;
                        shut(stage).await?;
                    }
                }
                let (violations, _) = axe::check(page, &source, rules).await?;
                let what = format!("{theme}, {width}, {shown}");
                wrong.extend(
                    violations.iter().map(|it| format!("{what}: {} {}", it.rule, it.details)),
                );
                let wide = "return document.documentElement.scrollWidth - innerWidth";
                let over = page.run(wide, vec![]).await?.as_i64().unwrap_or_default();
                if over > 0 {
                    wrong.push(format!("{what}: {over} pixels too wide"));
                }
                n += 1;
            }
        }
    }
    ensure!(wrong.is_empty(), "{} wrong:\n  {}", wrong.len(), wrong.join("\n  "));
    Ok(format!("{n} checks, 0 violations"))
}
