//! What the browser promises to keep: nothing in a private window, and elsewhere what it answers
//! when it is asked.

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage};
use serde_json::json;

use crate::hand;

/// A private window: all of the app works in it, and nothing outlives it.
pub(crate) async fn private(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Written in a private window", 6, 0).await?;
    hand::write(stage, "Of last month", 5, 40).await?;
    stage.go("nav-today", "today-title").await?;
    // No browser tells a page that its window is private, so everybody is told what one does.
    stage.browser.press("button", &stage.msg("common-next")?).await?;
    stage.browser.see(&stage.msg("firstrun-keep-body")?).await?;
    stage.browser.reload().await?;
    stage.browser.is_ready().await?;
    hand::edit(stage, "Written in a private window").await?;
    hand::type_what(stage, ", and changed").await?;
    hand::done(stage).await?;
    hand::search(stage, "changed", 1).await?;
    hand::search(stage, "Of last month", 1).await?;
    for place in app::everywhere() {
        stage.visit(place).await?;
    }
    stage.browser.restart().await?;
    stage.open().await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.see(&stage.msg("diary-empty-title")?).await?;
    let left = stage.browser.stored().await?;
    ensure!(left.keys().all(|key| !key.starts_with("sk1.s.")), "left: {:?}", left.keys());
    Ok("writes, changes and finds 2 of 2 entries; 0 are there in the next window".to_owned())
}

/// How a browser answers when it is asked to keep the data.
struct Answer {
    name: &'static str,
    /// What stands in place of `navigator.storage`.
    storage: &'static str,
    /// The line before it is asked from Settings; none where nothing is known.
    before: Option<&'static str>,
    /// The line afterwards.
    after: Option<&'static str>,
}

const ANSWERS: [Answer; 5] = [
    Answer {
        name: "yes",
        storage: "{ persist: async () => { note(); yes = true; return true; },
            persisted: async () => yes }",
        before: Some("persist-yes"),
        after: Some("persist-yes"),
    },
    Answer {
        name: "no",
        storage: "{ persist: async () => { note(); return false; }, persisted: async () => false }",
        before: Some("persist-not-yet"),
        after: Some("persist-refused"),
    },
    Answer {
        name: "never",
        storage: "{ persist: () => { note(); return new Promise(() => {}); },
            persisted: () => new Promise(() => {}) }",
        before: None,
        after: None,
    },
    Answer {
        name: "an error",
        storage: "{ persist: async () => { note(); throw new TypeError('no'); },
            persisted: async () => { throw new TypeError('no'); } }",
        before: None,
        after: None,
    },
    Answer { name: "nothing to ask", storage: "undefined", before: None, after: None },
];

/// Opens the app as on its first day, in a browser that answers in this way. `window.asked` counts
/// how often it is asked.
async fn open_with(stage: &Stage, storage: &str) -> Result<()> {
    // It is asked only once, which stands in the preferences.
    stage.browser.web().goto(format!("{}notes.html", stage.server.url())).await?;
    stage.browser.run("localStorage.removeItem('sk1.u')", vec![]).await?;
    stage.open().await?;
    let replace = format!(
        "window.asked = 0;
         const note = () => {{ window.asked += 1; }};
         let yes = false;
         const storage = {storage};
         Object.defineProperty(navigator, 'storage', {{ get: () => storage }});"
    );
    stage.browser.run(&replace, vec![]).await?;
    Ok(())
}

/// Checks how often the browser was asked.
async fn asked(stage: &Stage, times: i32, when: &str) -> Result<()> {
    let asked = stage.browser.run("return window.asked", vec![]).await?;
    ensure!(asked == json!(times), "{when}: asked {asked} times, not {times}");
    Ok(())
}

/// The browser is asked to keep the data at the first save and not before: a question while
/// somebody types would take the keyboard from them. Whatever it answers, and if it never
/// does, the save is not held up and the settings say what is known.
pub(crate) async fn persistence(stage: &mut Stage) -> Result<String> {
    open_with(stage, ANSWERS[2].storage).await?;
    hand::begin(stage).await?;
    hand::type_what(stage, "Half a sentence").await?;
    stage.browser.find("status", &stage.msg("save-draft")?).await?;
    asked(stage, 0, "a draft").await?;
    stage.browser.keys("\u{e004}").await?;
    hand::saved(stage).await?;
    asked(stage, 1, "the first save").await?;
    let lines = ["persist-yes", "persist-not-yet", "persist-refused"];
    for answer in ANSWERS {
        let Answer { name, storage, before, after } = answer;
        open_with(stage, storage).await?;
        let page = &stage.browser;
        page.press("radio", Name::Starts("6, ")).await?;
        hand::saved(stage).await?;
        asked(stage, i32::from(storage != "undefined"), name).await?;
        stage.visit(app::place("settings/keeping")?).await?;
        let says = async |expected: Option<&str>| -> Result<()> {
            if let Some(id) = expected {
                page.see(&stage.msg(id)?).await?;
            }
            let text = page.text().await?;
            for id in lines.iter().filter(|id| Some(**id) != expected) {
                let words = stage.msg(id)?;
                // The shorter of two lines begins the longer.
                let within =
                    expected.is_some_and(|it| stage.msg(it).is_ok_and(|it| it.contains(&words)));
                ensure!(within || !text.contains(&words), "{name}: the page says {words}");
            }
            Ok(())
        };
        says(before).await?;
        if before == Some("persist-not-yet") {
            page.press("button", &stage.msg("persist-ask")?).await?;
        }
        says(after).await?;
        stage.go("nav-today", "today-title").await?;
        page.press("radio", Name::Starts("3, ")).await?;
        hand::saved(stage).await?;
    }
    Ok(format!("{0} of {0} answers told as they are, no save waited", ANSWERS.len()))
}
