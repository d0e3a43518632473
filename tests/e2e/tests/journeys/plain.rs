//! The discreet mode: another name, icon and manifest everywhere, and what was written as it was.

use satkarya_e2e::{Result, app, engine::Engine, ensure, page::Name, runner::Stage, wait};
use serde_json::{Value, json};

use crate::hand;

/// Words with the app's own name in them, which must stay.
const WORDS: &str = "I wrote SatKarya on a card for Amara";

const LOOK: &str =
    "const link = rel => document.querySelector(`link[rel=\"${rel}\"]`).getAttribute('href');
    return [document.title, link('icon'), link('apple-touch-icon'), link('manifest')];";

/// Title, icon, icon of a home screen, manifest.
async fn look(stage: &Stage) -> Result<Vec<String>> {
    let found = stage.browser.run(LOOK, vec![]).await?;
    Ok(found
        .as_array()
        .into_iter()
        .flatten()
        .map(|it| it.as_str().unwrap_or_default().to_owned())
        .collect())
}

async fn switch(stage: &Stage) -> Result<()> {
    stage.visit(app::place("settings/data")?).await?;
    let label = stage.msg("settings-plain-switch")?;
    stage.browser.press("switch", Name::Starts(&label)).await
}

/// Everything that an element says to eyes or to a screen reader, of the whole document.
const SAID: &str = "const said = [document.title, document.body.innerText];
    for (const e of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]'))
      for (const name of ['aria-label', 'title', 'alt', 'placeholder']) said.push(e.getAttribute(name) ?? '');
    for (const e of document.querySelectorAll('.visually-hidden')) said.push(e.textContent);
    return said.join('\\n');";

pub(crate) async fn discreet(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    let (usual, plain) = (stage.msg("app-name")?, stage.msg("app-plain")?);
    stage.open().await?;
    hand::write(stage, WORDS, 3, 0).await?;
    let own = look(stage).await?;
    ensure!(own.first() == Some(&usual), "the tab is called {own:?}");
    switch(stage).await?;
    let renamed = async |what: &str| -> Result<()> {
        wait::until(what, async || {
            let now = look(stage).await?;
            let apart = now.iter().zip(&own).all(|(now, own)| now != own);
            Ok((apart && now.len() == 4 && now.first() == Some(&plain)).then_some(()))
        })
        .await
    };
    renamed("the plain name, icons and manifest").await?;

    let (mut n, mut named) = (0, Vec::new());
    for place in app::everywhere() {
        page.address(place.address).await?;
        page.find("heading", &stage.msg(place.heading)?.replace(&usual, &plain)).await?;
        let said = page.run(SAID, vec![]).await?;
        let said = said.as_str().unwrap_or_default().replace(WORDS, "");
        if said.contains(&usual) {
            named.push(place.address);
        }
        n += 1;
    }
    ensure!(named.is_empty(), "the other name at {named:?}");
    page.address("pages").await?;
    page.see(WORDS).await?;

    // From the first moment of the next visit, and on the page that helps when nothing else does.
    page.reload().await?;
    renamed("the plain name after a reload").await?;
    page.is_ready().await?;
    let manifest = if page.engine() == Engine::Chromium {
        let read = page.devtools("Page.getAppManifest", json!({})).await?;
        let data: Value = serde_json::from_str(read["data"].as_str().unwrap_or("null"))?;
        ensure!(data["name"] == json!(plain), "to install: {data}");
        ensure!(read["errors"].as_array().is_some_and(Vec::is_empty), "wrong: {}", read["errors"]);
        "; installs under it"
    } else {
        ""
    };
    page.web().goto(format!("{}rescue.html", stage.server.url())).await?;
    let rescue = page.text().await?;
    ensure!(!rescue.contains(&usual) && rescue.contains(&plain), "on the rescue page: {rescue}");

    stage.open().await?;
    switch(stage).await?;
    wait::until("its own name again", async || Ok((look(stage).await? == own).then_some(())))
        .await?;
    page.see(&stage.msg("privacy-lead")?).await?;
    Ok(format!("{n} of {n} places, tab, icons, rescue page{manifest}; 1 of 1 text as it was; back"))
}
