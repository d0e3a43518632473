//! What can be wrong with a folder: each has its sentence, nothing is lost, and nothing that is not
//! this device's own is written over.

use base64ct::{Base64, Encoding as _};
use satkarya_core::store::Frame;
use satkarya_e2e::{
    Context as _, Result, app, browser::Browser, ensure, page::Name, runner::Stage, wait,
};
use serde_json::{Value, json};

use crate::backup::records;
use crate::folder::{WORDS, begin, lay, look, lying, page};
use crate::lock::{readable, turn_on, unlock};
use crate::{hand, settings};

/// Makes the browser answer as it does in a later visit, in a folder that is gone, full or protected.
const SPOIL: &str = "
    const how = arguments[0];
    const fail = (name) => () => Promise.reject(new DOMException('', name));
    const handle = FileSystemHandle.prototype;
    const folder = FileSystemDirectoryHandle.prototype;
    const stream = FileSystemWritableFileStream.prototype;
    window.whole ??= {
      query: handle.queryPermission, ask: handle.requestPermission,
      values: folder.values, write: stream.write, close: stream.close,
    };
    handle.queryPermission = how === 'rests' ? async () => 'prompt' : whole.query;
    handle.requestPermission = how === 'rests'
      ? async () => { handle.queryPermission = whole.query; return 'granted'; } : whole.ask;
    folder.values = how === 'gone' ? fail('NotFoundError') : whole.values;
    stream.write = how === 'full' ? fail('QuotaExceededError') : whole.write;
    stream.close = how === 'protected' ? fail('NoModificationAllowedError') : whole.close;
";

async fn spoil(browser: &Browser, how: &str) -> Result<()> {
    browser.run(SPOIL, vec![json!(how)]).await?;
    Ok(())
}

/// What is kept of this device, as it lies in localStorage while there is no lock.
async fn device(browser: &Browser) -> Result<String> {
    let stored = browser.stored().await?;
    let text = stored.get("sk1.t").and_then(Value::as_str).context("nothing of this device")?;
    Ok(String::from_utf8(Frame::parse("sk1.t", text)?.payload)?)
}

/// A copy as another device would write it, with another passphrase or the folder's.
fn copy_of(what: &str, words: &str) -> Result<String> {
    let record = json!({
        "id": "070w3ge1r70w3ge1r70w0000w4", "created": "1a20b2c91c0-0000-00000001",
        "changed": "1a20b2c91c0-0000-00000001",
        "body": { "entry": { "when": { "day": "2026-11-24", "time": "10:00", "offset": 0 }, "what": what } },
    });
    let file = json!({ "format": "satkarya", "version": 1, "records": [record] }).to_string();
    let secret = age::secrecy::SecretString::from(words.to_owned());
    let mut recipient = age::scrypt::Recipient::new(secret);
    recipient.set_work_factor(15);
    Ok(Base64::encode_string(&age::encrypt(&recipient, file.as_bytes())?))
}

/// Files that are not what they seem, and a folder that rests, is gone, full or protected.
pub(crate) async fn told(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Zebra at noon", 6, 0).await?;
    let browser = &stage.browser;
    let own = begin(stage, browser).await?;
    let whole = copy_of("Zebra from afar", WORDS)?;
    let half = whole.get(..whole.len() / 8 * 4).unwrap_or_default().to_owned();
    let given = [
        ("notes-bcdf.age", whole.clone()),
        ("notes-bcdf (1).age", whole.clone()),
        ("notes-bcdf.sync-conflict-20261124-070000-ABC.age", whole.clone()),
        ("notes-ghjk.age", half.clone()),
        ("notes-mnpq.age", copy_of("Zebra of another", "quiet copies at dusk")?),
        ("notes-rstv.age", Base64::encode_string(b"a shopping list")),
        ("notes-2026-11-24.age", Base64::encode_string(b"not looked at")),
        ("holiday.png", Base64::encode_string(b"not looked at")),
    ];
    for (name, content) in &given {
        lay(browser, name, content).await?;
    }
    look(stage, browser).await?;
    browser.see(&stage.lab.words.msg_with("folder-came", &[("n", "1")])?).await?;
    let mut n_told = 0;
    for said in ["folder-unread-damaged", "folder-unread-wrong", "folder-unread-foreign"] {
        browser.see(&stage.msg(said)?).await?;
        n_told += 1;
    }
    let text = browser.text().await?;
    ensure!(!text.contains("holiday") && !text.contains("2026-11-24.age"), "it tells of: {text}");
    let after = lying(browser).await?;
    for (name, content) in &given {
        ensure!(after.get(*name) == Some(content), "{name} was written over");
    }
    // The rest of the half one arrives.
    lay(browser, "notes-ghjk.age", &whole).await?;
    look(stage, browser).await?;
    browser.unsee(&stage.msg("folder-unread-damaged")?).await?;
    // Somebody's file under this device's name is not written over; this device takes another name.
    lay(browser, &own, &Base64::encode_string(b"a shopping list")).await?;
    look(stage, browser).await?;
    let after = lying(browser).await?;
    ensure!(
        after.get(&own) == Some(&Base64::encode_string(b"a shopping list")),
        "a foreign file was written over"
    );
    ensure!(after.len() == given.len() + 2, "there are {:?}", after.keys());
    // The folder itself.
    let cases =
        [("gone", "folder-gone"), ("full", "folder-full"), ("protected", "folder-read-only")];
    for (n, (how, said)) in cases.into_iter().enumerate() {
        hand::write(stage, &format!("Zebra {n}"), 5, 0).await?;
        let before = lying(browser).await?;
        page(stage, browser).await?;
        spoil(browser, how).await?;
        browser.press("button", &stage.msg("folder-now")?).await?;
        browser.see(&stage.msg(said)?).await?;
        spoil(browser, "whole").await?;
        ensure!(lying(browser).await? == before, "{how}: something was written");
        look(stage, browser).await?;
        browser.unsee(&stage.msg(said)?).await?;
        ensure!(lying(browser).await? != before, "{how}: it does not go on");
        n_told += 1;
    }
    spoil(browser, "rests").await?;
    browser.press("button", &stage.msg("folder-now")?).await?;
    browser.see(&stage.msg("folder-resting")?).await?;
    browser.address("today").await?;
    browser.see(&stage.msg("folder-resting")?).await?;
    browser.press("button", &stage.msg("folder-allow")?).await?;
    browser.unsee(&stage.msg("folder-resting")?).await?;
    n_told += 1;
    // A backup does not hold the passphrase; stopping forgets it and the folder, and erases no file.
    let all = records(stage, browser).await?.to_string();
    ensure!(!all.contains(WORDS) && all.contains("Zebra from afar"), "the backup: {all}");
    let before = lying(browser).await?;
    page(stage, browser).await?;
    crate::page::unfold(stage, browser, "folder-stop").await?;
    browser.press("button", &stage.msg("folder-stop-action")?).await?;
    browser.find("button", &stage.msg("folder-choose")?).await?;
    let kept = device(browser).await?;
    ensure!(!kept.contains(WORDS), "the passphrase is still there: {kept}");
    ensure!(lying(browser).await? == before, "a file went");
    Ok(format!(
        "{n_told} of 7 said; 3 names of one copy read, 0 of {} files written over",
        given.len() + 1
    ))
}

/// With the lock on, the passphrase of the folder is nowhere readable; locked nothing is copied, and
/// afterwards it goes on. Erasing forgets the folder.
pub(crate) async fn locked(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, "Zebra at noon", 6, 0).await?;
    let own = begin(stage, &stage.browser).await?;
    let kept = device(&stage.browser).await?;
    ensure!(kept.contains(WORDS), "the passphrase is not where it is said to be: {kept}");
    turn_on(stage).await?;
    hand::write(stage, "Zebra behind the lock", 6, 0).await?;
    page(stage, &stage.browser).await?;
    stage.browser.see(&stage.msg("folder-key-sealed")?).await?;
    let before = lying(&stage.browser).await?;
    let (marks, plain) = readable(stage).await?;
    ensure!((marks, plain) == (0, 0), "{marks} words and {plain} plain values can be read");
    // Locked while a copy is being made.
    stage.browser.press("button", &stage.msg("folder-now")?).await?;
    stage.visit(app::place("settings/lock")?).await?;
    stage.browser.press("button", &stage.msg("lock-now")?).await?;
    stage.browser.find("button", &stage.msg("lock-unlock")?).await?;
    let at_lock = lying(&stage.browser).await?;
    wait::pass(std::time::Duration::from_secs(3)).await;
    ensure!(lying(&stage.browser).await? == at_lock, "it was copied while locked");
    unlock(stage).await?;
    look(stage, &stage.browser).await?;
    let after = lying(&stage.browser).await?;
    ensure!(after.get(&own) != before.get(&own), "it does not go on");
    ensure!(after.len() == 1, "there are {:?}", after.keys());
    settings::erase_everything(stage).await?;
    let left = "return (await indexedDB.databases()).map((it) => it.name).join()";
    let left = stage.browser.run_async(left, vec![]).await?;
    ensure!(!left.to_string().contains("sk1dir"), "the folder is remembered: {left}");
    ensure!(lying(&stage.browser).await? == after, "a file of the person's went");
    stage.browser.absent("button", Name::Has(&stage.msg("folder-allow")?)).await?;
    Ok("sealed: 0 words readable; locked: 0 writes; then it went on; erased: the folder forgotten, its \
        files left"
        .to_owned())
}
