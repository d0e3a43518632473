//! Copies in a folder that keeps itself up: two devices, and somebody who carries their files.
//!
//! No driver can answer the browser's question for a folder. So the question is answered by the page's
//! own private folder, which is a real one in every other way: real handles, real writes. The files
//! are carried between two browsers as a cloud drive would do it.

use std::{collections::BTreeMap, time::Duration};

use satkarya_e2e::{
    Context as _, Result, app,
    browser::{Browser, Setup},
    ensure,
    runner::Stage,
    wait,
};
use serde_json::{Value, json};

use crate::backup::records;
use crate::hand;
use crate::lock::secrets;

/// The passphrase of the folder.
pub(crate) const WORDS: &str = "quiet copies at dawn";

/// Answers the question for a folder.
const PICK: &str = "window.showDirectoryPicker = () => navigator.storage.getDirectory();";

/// Everything that lies in the folder: name to content.
const READ: &str = "
    const dir = await navigator.storage.getDirectory();
    const all = {};
    for await (const entry of dir.values()) {
      // What is being written lies beside the file until it is whole.
      if (entry.kind !== 'file' || entry.name.endsWith('.crswap')) continue;
      const bytes = new Uint8Array(await (await entry.getFile()).arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      all[entry.name] = btoa(text);
    }
    return all;";

/// Lays a file into it.
const LAY: &str = "
    const [name, text] = args;
    const dir = await navigator.storage.getDirectory();
    const stream = await (await dir.getFileHandle(name, { create: true })).createWritable();
    await stream.write(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
    await stream.close();";

/// What lies in the folder of a browser.
pub(crate) async fn lying(browser: &Browser) -> Result<BTreeMap<String, String>> {
    let all = browser.run_async(READ, vec![]).await?;
    let all = all.as_object().context("no folder")?;
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    Ok(all.iter().map(|(name, content)| (name.clone(), text(content))).collect())
}

/// Lays a file into the folder of a browser.
pub(crate) async fn lay(browser: &Browser, name: &str, content: &str) -> Result<()> {
    browser.run_async(LAY, vec![json!(name), json!(content)]).await?;
    Ok(())
}

/// Carries one file from one folder to another.
pub(crate) async fn carry(from: &Browser, to: &Browser, name: &str) -> Result<()> {
    let all = lying(from).await?;
    lay(to, name, all.get(name).with_context(|| format!("no {name} in {:?}", all.keys()))?).await
}

/// Goes to the page and takes the question for a folder away from the browser.
pub(crate) async fn page(stage: &Stage, browser: &Browser) -> Result<()> {
    browser.address(app::place("settings/copies")?.address).await?;
    browser.find("heading", &stage.msg("folder-title")?).await?;
    browser.run(PICK, vec![]).await?;
    Ok(())
}

/// Looks and copies, and waits until that is over.
pub(crate) async fn look(stage: &Stage, browser: &Browser) -> Result<()> {
    page(stage, browser).await?;
    let button = stage.msg("folder-now")?;
    browser.press("button", &button).await?;
    wait::pass(Duration::from_millis(150)).await;
    browser.find("button", &button).await?;
    Ok(())
}

/// Waits until so many copies lie in the folder.
async fn first_copy(browser: &Browser, n: usize) -> Result<BTreeMap<String, String>> {
    wait::within(Duration::from_secs(60), "this device’s copy", async || {
        let all = lying(browser).await?;
        Ok((all.len() == n).then_some(all))
    })
    .await
}

/// Uses the folder, which holds no copies yet. Returns the name of this device's.
pub(crate) async fn begin(stage: &Stage, browser: &Browser) -> Result<String> {
    page(stage, browser).await?;
    browser.press("button", &stage.msg("folder-choose")?).await?;
    browser.find("heading", &stage.msg("folder-new")?).await?;
    secrets(browser, &[WORDS, WORDS]).await?;
    browser.press("button", &stage.msg("folder-begin")?).await?;
    browser.find("button", &stage.msg("folder-now")?).await?;
    let all = first_copy(browser, 1).await?;
    let name = all.into_keys().next().context("no copy")?;
    let letters = name.strip_prefix("notes-").and_then(|it| it.strip_suffix(".age"));
    ensure!(letters.is_some_and(|it| it.len() == 4), "the copy is called {name}");
    Ok(name)
}

/// Uses the folder in which copies of others lie, after a wrong passphrase. Returns the name of this
/// device's copy.
pub(crate) async fn join(stage: &Stage, browser: &Browser) -> Result<String> {
    let before = lying(browser).await?;
    page(stage, browser).await?;
    browser.press("button", &stage.msg("folder-choose")?).await?;
    let (open, wrong) = (stage.msg("file-ask-action")?, stage.msg("file-ask-wrong")?);
    secrets(browser, &["quiet copies at dusk"]).await?;
    browser.press("button", &open).await?;
    browser.see(&wrong).await?;
    secrets(browser, &[WORDS]).await?;
    browser.press("button", &open).await?;
    browser.find("button", &stage.msg("folder-now")?).await?;
    let after = first_copy(browser, before.len() + 1).await?;
    for (name, content) in &before {
        ensure!(after.get(name) == Some(content), "{name} is another one now");
    }
    let new = after.into_keys().find(|name| !before.contains_key(name));
    new.context("this device wrote no copy")
}

/// Changes the only entry.
async fn change(stage: &mut Stage, browser: Browser, more: &str) -> Result<Browser> {
    let other = std::mem::replace(&mut stage.browser, browser);
    hand::edit(stage, "Zebra at noon").await?;
    hand::type_what(stage, more).await?;
    hand::done(stage).await?;
    Ok(std::mem::replace(&mut stage.browser, other))
}

/// Two devices: one begins, the other joins with the same passphrase; the same entry is changed on
/// both, both texts are kept on both; looking again changes nothing; a change is copied by itself, and
/// what came can be taken out again (M-11).
pub(crate) async fn in_step(stage: &mut Stage) -> Result<String> {
    let count = |id: &str, n: &str| stage.lab.words.msg_with(id, &[("n", n)]);
    let (one_device, two_devices) = (count("folder-devices", "1")?, count("folder-devices", "2")?);
    let (came, met) = (count("folder-came", "1")?, count("folder-met", "1")?);
    stage.open().await?;
    hand::write(stage, "Zebra at noon", 6, 0).await?;
    let first = begin(stage, &stage.browser).await?;
    stage.browser.see(&one_device).await?;
    let there = stage.another(Setup::PLAIN).await?;
    stage.open_in(&there).await?;
    carry(&stage.browser, &there, &first).await?;
    let second = join(stage, &there).await?;
    ensure!(first != second, "both are called {first}");
    there.see(&two_devices).await?;
    there.see(&came).await?;
    ensure!(records(stage, &there).await? == records(stage, &stage.browser).await?, "not the same");
    // The same entry, on both, before either knows of the other.
    hand::edit(stage, "Zebra at noon").await?;
    hand::type_what(stage, " here").await?;
    hand::done(stage).await?;
    let there = change(stage, there, " there").await?;
    look(stage, &stage.browser).await?;
    look(stage, &there).await?;
    carry(&stage.browser, &there, &first).await?;
    carry(&there, &stage.browser, &second).await?;
    look(stage, &stage.browser).await?;
    stage.browser.see(&met).await?;
    stage.browser.address("today").await?;
    stage.browser.see(&met).await?;
    stage.browser.press("link", &stage.msg("folder-look")?).await?;
    stage.browser.find("heading", &stage.msg("folder-title")?).await?;
    look(stage, &there).await?;
    carry(&stage.browser, &there, &first).await?;
    look(stage, &there).await?;
    let (mine, theirs) = (records(stage, &stage.browser).await?, records(stage, &there).await?);
    ensure!(mine == theirs, "they differ: {mine} and {theirs}");
    for words in ["Zebra at noon here", "Zebra at noon there"] {
        ensure!(mine.to_string().contains(words), "{words} was lost: {mine}");
    }
    // At rest nothing is written any more.
    let before = lying(&stage.browser).await?;
    look(stage, &stage.browser).await?;
    ensure!(lying(&stage.browser).await? == before, "the copy was written without a change");
    // What came is told until somebody has put it away.
    page(stage, &there).await?;
    there.press("button", &stage.msg("common-close")?).await?;
    // A change is copied by itself.
    hand::write(stage, "Zebra at night", 4, 0).await?;
    let began = std::time::Instant::now();
    let copied = wait::within(Duration::from_secs(75), "the change to be copied", async || {
        Ok((lying(&stage.browser).await?.get(&first) != before.get(&first)).then_some(()))
    });
    copied.await?;
    let took = began.elapsed().as_secs();
    ensure!(took >= 20, "it was copied after {took} s");
    carry(&stage.browser, &there, &first).await?;
    look(stage, &there).await?;
    there.see(&came).await?;
    there.press("button", &stage.msg("import-undo")?).await?;
    there.see(&stage.msg("folder-undone")?).await?;
    let back = records(stage, &there).await?;
    ensure!(back == theirs, "not as before: {back}");
    there.quit().await?;
    Ok(format!(
        "two devices equal record by record; 2 of 2 texts of a conflict on both; at rest 0 writes; a \
         change copied by itself after {took} s; taken out again"
    ))
}
