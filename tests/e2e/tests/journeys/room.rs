//! Where there is no room for more: what is shown is what is stored, and it is said.

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage, wait};
use serde_json::{Value, json};

use crate::hand;

/// A sixth feeling is refused: its chip is not chosen, that is said each time, and the file has
/// five; with one taken away there is room again.
pub(crate) async fn feelings(stage: &mut Stage) -> Result<String> {
    const CHOSEN: &str = "return [...document.querySelectorAll('.check-in__step--feelings \
        input')].map(it => it.checked)";
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    page.tap("radio", Name::Starts("6, ")).await?;
    hand::saved(stage).await?;
    let boxes = page.all("checkbox", Name::Any).await?;
    let words = page.run(
        "return [...document.querySelectorAll('.check-in__step--feelings .chip:has(input)')]
            .map(it => it.textContent.trim())",
        vec![],
    );
    let words: Vec<String> = serde_json::from_value(words.await?)?;
    ensure!(words.len() >= 6 && boxes.len() >= 6, "only {words:?} are offered");
    let full = stage.msg("entry-feelings-full")?;
    page.absent("status", &full).await?;
    for word in words.iter().take(6) {
        page.tap("checkbox", word.as_str()).await?;
    }
    page.find("status", &full).await?;
    let shows = async |expected: Value| {
        wait::until(&format!("the chips {expected}"), async || {
            Ok((page.run(CHOSEN, vec![]).await? == expected).then_some(()))
        })
        .await
    };
    shows(json!([true, true, true, true, true, false])).await?;
    // The same words again are told again.
    page.run("window.told = document.querySelector('.chips__said > *')", vec![]).await?;
    page.tap("checkbox", words[5].as_str()).await?;
    wait::until("the words to be told again", async || {
        let new = "return !!document.querySelector('.chips__said > *') && !window.told.isConnected";
        Ok((page.run(new, vec![]).await? == json!(true)).then_some(()))
    })
    .await?;
    page.tap("checkbox", words[0].as_str()).await?;
    page.absent("status", &full).await?;
    page.tap("checkbox", words[5].as_str()).await?;
    shows(json!([false, true, true, true, true, true])).await?;
    hand::saved(stage).await?;
    let (_, file) = hand::export(stage).await?;
    let stored = &file["records"][0]["body"]["entry"]["feelings"];
    ensure!(stored.as_array().map(Vec::len) == Some(5), "stored are {stored}");
    Ok("5 of 6 chosen, stored and shown; the sixth told of 2 times".to_owned())
}

/// From 60 % of the space on a quiet line in Settings says so, and nothing else does.
pub(crate) async fn space(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let line = stage.msg("storage-over-half")?;
    stage.visit(app::place("settings/keeping")?).await?;
    let says = async || page.run("return document.body.textContent", vec![]).await;
    let text = says().await?;
    ensure!(text.as_str().is_some_and(|it| !it.contains(&line)), "it is said of an empty store");
    page.run("localStorage.setItem('other', 'x'.repeat(3300000))", vec![]).await?;
    page.reload().await?;
    page.is_ready().await?;
    page.see(&line).await?;
    let banner = page.run("return document.querySelector('.frame__banner').textContent", vec![]);
    let banner = banner.await?;
    ensure!(banner == json!(""), "above the page stands {banner}");
    Ok("said in Settings, and nowhere else".to_owned())
}
