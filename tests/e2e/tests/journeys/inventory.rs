//! The people together: enough to start with, six questions, safety with somebody, and initials.

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage, wait};
use serde_json::{Value, json};

use crate::{
    circle::{add, agree, choose, focus},
    hand,
};

const UP: &str = "\u{e013}";

/// Opens the page of somebody from the list.
async fn page_of(stage: &Stage, name: &str) -> Result<()> {
    stage.go("nav-people", "people-title").await?;
    stage.browser.press("link", Name::Has(name)).await?;
    stage.browser.find("button", &stage.msg("common-edit")?).await?;
    Ok(())
}

/// Answers three of the further questions about the person whose page is open.
async fn describe(stage: &Stage) -> Result<()> {
    let page = &stage.browser;
    page.press("button", &stage.msg("common-edit")?).await?;
    page.press("button", &stage.msg("person-more")?).await?;
    for answer in ["contact-weekly", "shift-same", "disagree-talk-out"] {
        page.press("radio", &stage.msg(answer)?).await?;
    }
    page.press("button", &stage.msg("common-done")?).await
}

/// Quickly added, moved by key, counted in every ring; two people are enough when they are
/// everybody and both are described, five when three are. The six questions are kept beside them.
pub(crate) async fn enough(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    // The empty circle adds somebody by itself.
    stage.visit(app::place("rings")?).await?;
    page.press("button", &stage.msg("people-add")?).await?;
    page.press("radio", &stage.msg("ring-close")?).await?;
    page.write("textbox", Name::Starts(&stage.msg("person-name")?), "Asha").await?;
    page.press("button", &stage.msg("common-done")?).await?;
    agree(stage, &[("Asha", "ring-close")]).await?;
    focus(stage, "Asha").await?;
    page.keys(UP).await?;
    agree(stage, &[("Asha", "ring-very-close")]).await?;
    let counts = |all: [&str; 4]| {
        let gaps: Vec<_> = ["first", "second", "third", "fourth"].into_iter().zip(all).collect();
        stage.lab.words.msg_with("circle-counts", &gaps)
    };
    page.see(&counts(["1", "0", "0", "0"])?).await?;
    add(stage, &["Ravi"]).await?;
    stage.visit(app::place("rings")?).await?;
    focus(stage, "Ravi").await?;
    page.keys(UP).await?;
    agree(stage, &[("Ravi", "ring-around")]).await?;
    for name in ["Asha", "Ravi"] {
        page_of(stage, name).await?;
        describe(stage).await?;
    }
    stage.visit(app::place("rings")?).await?;
    let enough = stage.msg("circle-enough")?;
    ensure!(enough.starts_with("Enough to start with"), "it says: {enough}");
    page.unsee(&enough).await?;
    page.press("button", &stage.msg("network-everyone")?).await?;
    page.see(&enough).await?;
    // Somebody is missing after all: then five on the circle, and three of them described.
    page.press("button", &stage.msg("network-everyone-not")?).await?;
    page.unsee(&enough).await?;
    add(stage, &["Mina", "Noor", "Tom"]).await?;
    stage.visit(app::place("rings")?).await?;
    for name in ["Mina", "Noor", "Tom"] {
        choose(stage, name, "ring-close").await?;
    }
    agree(stage, &[("Mina", "ring-close"), ("Noor", "ring-close"), ("Tom", "ring-close")]).await?;
    page.unsee(&enough).await?;
    page_of(stage, "Mina").await?;
    describe(stage).await?;
    stage.visit(app::place("rings")?).await?;
    page.see(&enough).await?;
    page.press("link", Name::Has(&stage.msg("network-open")?)).await?;
    page.write("textbox", &stage.msg("network-call")?, "Asha, after nine").await?;
    page.press("radio", &stage.msg("asking-wait")?).await?;
    page.press("link", &stage.msg("common-done")?).await?;
    hand::saved(stage).await?;
    page.reload().await?;
    page.is_ready().await?;
    page.see(&stage.lab.words.msg_with("network-answered", &[("n", "2")])?).await?;
    let (_, file) = hand::export(stage).await?;
    let none = Vec::new();
    let records = file["records"].as_array().unwrap_or(&none);
    let network: Vec<&Value> =
        records.iter().map(|it| &it["body"]["network"]).filter(|it| it.is_object()).collect();
    let expected = json!({ "call": "Asha, after nine", "asking": "wait" });
    ensure!(network == [&expected], "the file has {network:?}");
    Ok("1 person moved by key and counted 1/0/0; 2 of 2 described are enough once they are \
        everybody, 3 of 5 in any case; 2 of 6 answers in 1 record"
        .to_owned())
}

/// Where somebody is not safe, the page about it has the lines of the region and the words for
/// it, says nothing in its address, and gives the tools back only when asked twice. Initials take
/// the place of names everywhere.
pub(crate) async fn not_safe(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    add(stage, &["Ravi Kumar"]).await?;
    page_of(stage, "Ravi Kumar").await?;
    page.press("button", &stage.msg("common-edit")?).await?;
    page.press("button", &stage.msg("person-more")?).await?;
    page.press("radio", &stage.msg("safe-not-always")?).await?;
    page.see(&stage.msg("person-safe-note")?).await?;
    page.press("link", &stage.msg("person-safe-open")?).await?;
    page.see(&stage.msg("safety-body")?).await?;
    page.press("button", "United Kingdom").await?;
    page.find("link", Name::Has("0808 2000 247")).await?;
    let address = page.run("return location.hash + document.title", vec![]).await?;
    let address = address.as_str().unwrap_or_default().to_lowercase();
    for word in ["safe", "abuse", "ravi", "help"] {
        ensure!(!address.contains(word), "the address and the title say {word}: {address}");
    }
    let wanted = async || {
        let (_, file) = hand::export(stage).await?;
        let none = Vec::new();
        let records = file["records"].as_array().unwrap_or(&none).iter();
        let ravi = records.map(|it| &it["body"]["person"]).find(|it| it.is_object());
        Ok::<_, satkarya_e2e::Error>(ravi.is_some_and(|it| it["wants_tools"] == json!(true)))
    };
    let want = stage.msg("safety-tools-want")?;
    page.press("button", &want).await?;
    page.press("button", &stage.msg("common-cancel")?).await?;
    page.find("button", &want).await?;
    page.press("button", &want).await?;
    page.press("button", &stage.msg("safety-tools-confirm")?).await?;
    page.find("button", &stage.msg("safety-tools-hold")?).await?;
    hand::saved(stage).await?;
    ensure!(wanted().await?, "the file does not say that the tools are wanted");
    stage.visit(app::place("settings/data")?).await?;
    page.press("switch", Name::Starts(&stage.msg("initials-switch")?)).await?;
    stage.go("nav-people", "people-title").await?;
    page.find("link", Name::Has("RK")).await?;
    page.unsee("Ravi Kumar").await?;
    page.press("link", Name::Has("RK")).await?;
    wait::until("the page of RK", async || {
        Ok(page.names("heading").await?.iter().any(|it| it == "RK").then_some(()))
    })
    .await?;
    page.unsee("Ravi Kumar").await?;
    Ok("3 lines of the region, 4 words kept out of address and title; asked twice, 1 refused; \
        initials in 2 of 2 places"
        .to_owned())
}
