//! The lock that shuts: by itself, over another tab, under a browser that is killed, and erased
//! without being opened.

use std::time::Duration;

use satkarya_e2e::{
    Result, app, browser::Setup, engine::Engine, ensure, page::Name, runner::Stage, wait,
};
use serde_json::json;

use crate::{
    hand,
    lock::{
        MARKS, PASSPHRASE, is_locked, lock_now, readable, secrets, settle, turn_on, unfold, unlock,
    },
};

/// Half an entry is typed; then this happens, and the diary is locked; unlocked, the words are there
/// (V-24, V-25, Q-03, Q-04).
pub(crate) async fn by_itself(stage: &mut Stage) -> Result<String> {
    const SKEW: &str = "const Real = window.Real ??= Date;
        window.skew = arguments[0] * 60000;
        window.Date = class extends Real {
          constructor(...given) { given.length ? super(...given) : super(Real.now() + window.skew); }
          static now() { return Real.now() + window.skew; }
        };";
    const COVER: &str = "Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));";
    const FREEZE: &str = "document.dispatchEvent(new Event('freeze'))";
    let page = &stage.browser;
    stage.open().await?;
    turn_on(stage).await?;
    let mut ways = vec!["hide", "leave", "back", "freeze", "cover", "reload", "rail"];
    if page.engine() != Engine::Firefox {
        // Firefox lets no script of the driver at the clock.
        ways.extend(["idle", "clock", "clock back"]);
    }
    for way in &ways {
        let words = format!("{way} and quokka");
        hand::begin(stage).await?;
        hand::type_what(stage, &words).await?;
        match *way {
            "hide" => page.chord(&['\u{e00a}'], 'h').await?,
            "leave" => page.press("button", &stage.msg("nav-leave")?).await?,
            "back" => {
                page.web().goto("about:blank").await?;
                page.web().back().await?;
                page.is_ready().await?;
            }
            "freeze" => _ = page.run(FREEZE, vec![]).await?,
            "cover" => {
                page.run(COVER, vec![]).await?;
                wait::pass(Duration::from_secs(31)).await;
            }
            "reload" => {
                page.reload().await?;
                page.is_ready().await?;
            }
            "rail" => page.press("button", &stage.msg("lock-now")?).await?,
            "idle" => _ = page.run(SKEW, vec![json!(5.5)]).await?,
            "clock" => _ = page.run(SKEW, vec![json!(180)]).await?,
            _ => _ = page.run(SKEW, vec![json!(-180)]).await?,
        }
        if matches!(*way, "hide" | "leave") {
            page.find("heading", "Notes").await?;
            let text = page.run("return document.documentElement.textContent", vec![]).await?;
            ensure!(!text.to_string().contains("quokka"), "{way}: {text}");
            if *way == "leave" {
                page.web().goto(stage.server.url()).await?;
            }
            page.press("button", "Open").await?;
            page.is_ready().await?;
        }
        is_locked(stage).await.map_err(|error| error.context(format!("after {way}")))?;
        let text = page.run("return document.documentElement.textContent", vec![]).await?;
        ensure!(!text.to_string().contains("quokka"), "{way}: {text}");
        page.reload().await?;
        page.is_ready().await?;
        unlock(stage).await?;
        stage.go("nav-diary", "diary-title").await?;
        let there = page.find("link", Name::Has(&words)).await;
        there.map_err(|error| error.context(format!("after {way}")))?;
    }
    Ok(format!(
        "locked {0} of {0} times, the half-typed words back {0} of {0}: {1}",
        ways.len(),
        ways.join(", ")
    ))
}

/// Another tab is open with half an entry in it while the lock is turned on: it shows nothing any
/// more, nothing of it is left readable, and its words are there.
pub(crate) async fn other_tab(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    hand::write(stage, MARKS[0], 3, 0).await?;
    let web = stage.browser.web();
    let first = web.window().await?;
    let second = web.new_tab().await?;
    web.switch_to_window(second.clone()).await?;
    stage.open().await?;
    hand::begin(stage).await?;
    hand::type_what(stage, MARKS[1]).await?;
    web.switch_to_window(first.clone()).await?;
    turn_on(stage).await?;
    web.switch_to_window(second).await?;
    is_locked(stage).await?;
    let (marks, plain) = readable(stage).await?;
    ensure!((marks, plain) == (0, 0), "{marks} words and {plain} plain values can be read");
    unlock(stage).await?;
    web.switch_to_window(first).await?;
    stage.visit(app::place("today")?).await?;
    stage.browser.reload().await?;
    stage.browser.is_ready().await?;
    unlock(stage).await?;
    stage.browser.see(MARKS[1]).await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.find("link", Name::Has(MARKS[0])).await?;
    Ok("the other tab locked 1 of 1, 0 words and 0 plain values left, both texts there".to_owned())
}

/// The browser is killed while the lock is turned on: everything is there, and once the passphrase
/// was given nothing is left readable (V-22 for turning on).
pub(crate) async fn killed(stage: &mut Stage) -> Result<String> {
    let delays = stage.rounds(
        &[0, 550, 620, 700][..],
        &[0, 300, 500, 550, 600, 620, 650, 700, 800, 1_000, 1_500, 3_000][..],
    );
    let (mut locked, mut open) = (0, 0);
    for delay in delays {
        stage.browser = stage.another(Setup::PLAIN).await?;
        stage.open().await?;
        hand::write(stage, MARKS[0], 3, 0).await?;
        hand::write(stage, MARKS[1], 6, 40).await?;
        stage.visit(app::place("settings/lock")?).await?;
        secrets(&stage.browser, &[PASSPHRASE, PASSPHRASE]).await?;
        stage.browser.press("button", &stage.msg("lock-turn-on")?).await?;
        stage.browser.see(&stage.msg("lock-passing")?).await?;
        wait::pass(Duration::from_millis(*delay)).await;
        stage.browser.kill().await?;
        stage.browser.restart().await?;
        stage.open().await?;
        let unlock_button = stage.msg("lock-unlock")?;
        if stage.browser.all("button", Name::Is(&unlock_button)).await?.is_empty() {
            open += 1;
        } else {
            locked += 1;
            unlock(stage).await?;
            let (marks, plain) = readable(stage).await?;
            ensure!((marks, plain) == (0, 0), "{delay} ms: {marks} words and {plain} plain values");
        }
        stage.go("nav-diary", "diary-title").await?;
        for mark in [MARKS[0], MARKS[1]] {
            stage.browser.find("link", Name::Has(mark)).await?;
        }
    }
    Ok(format!(
        "killed {}, found locked {locked} and not yet {open}, entries lost 0 of {}",
        locked + open,
        2 * (locked + open)
    ))
}

/// Erased without being opened: after the word and once more nothing of it is left, and the app opens
/// empty.
pub(crate) async fn erased(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, MARKS[0], 3, 0).await?;
    turn_on(stage).await?;
    lock_now(stage).await?;
    unfold(stage, "erase-title").await?;
    let word = stage.msg("erase-word")?;
    let label = stage.lab.words.msg_with("erase-type", &[("word", &word)])?;
    page.write("textbox", &label, &word).await?;
    page.press("button", &stage.msg("erase-confirm")?).await?;
    page.see(&stage.msg("lock-erase-sure")?).await?;
    ensure!(page.stored().await?.keys().any(|key| key.starts_with("sk1.v.")), "erased unasked");
    page.press("button", &stage.msg("lock-erase-again")?).await?;
    page.see(&stage.msg("erase-done")?).await?;
    let left = page.stored().await?;
    ensure!(left.is_empty(), "{:?} are left", left.keys().collect::<Vec<_>>());
    page.press("button", &stage.msg("erase-again")?).await?;
    page.is_ready().await?;
    stage.visit(app::place("settings/lock")?).await?;
    page.find("button", &stage.msg("lock-turn-on")?).await?;
    stage.go("nav-diary", "diary-title").await?;
    page.absent("link", Name::Has(MARKS[0])).await?;
    // Erased while it is open, the lock goes as well.
    turn_on(stage).await?;
    hand::write(stage, MARKS[1], 3, 0).await?;
    stage.visit(app::place("settings/keeping")?).await?;
    unfold(stage, "erase-title").await?;
    page.write("textbox", &label, &word).await?;
    page.press("button", &stage.msg("erase-confirm")?).await?;
    page.see(&stage.msg("erase-done")?).await?;
    page.press("button", &stage.msg("erase-again")?).await?;
    page.is_ready().await?;
    stage.visit(app::place("settings/lock")?).await?;
    page.find("button", &stage.msg("lock-turn-on")?).await?;
    Ok("erased locked and erased open: 0 keys left, no lock left, 2 of 2".to_owned())
}

/// How long any device of the tests takes at most to try a passphrase twice.
const BOTH: Duration = Duration::from_secs(4);

/// The page is hidden in the same moment in which a passphrase begins to be tried, to open the diary
/// and to turn the lock off: behind Open the question stands, and nothing was changed.
pub(crate) async fn hidden_meanwhile(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    hand::write(stage, MARKS[0], 3, 0).await?;
    turn_on(stage).await?;
    settle(stage).await?;
    lock_now(stage).await?;
    is_locked(stage).await?;
    // Two taps in one task: nothing can come between them.
    let both = "const [name] = arguments;
        [...document.querySelectorAll('main button')].find(it => it.checkVisibility()
          && it.textContent.trim() === name).click();
        document.querySelector('[data-sk-hide]').click();";
    let open = async || -> Result<()> {
        // What was begun has an end by then, whatever it is.
        wait::pass(BOTH).await;
        page.find("heading", "Notes").await?;
        page.press("button", "Open").await?;
        is_locked(stage).await
    };
    secrets(page, &[PASSPHRASE]).await?;
    page.run(both, vec![json!(stage.msg("lock-unlock")?)]).await?;
    open().await?;
    unlock(stage).await?;
    for (part, action) in
        [("lock-off-title", "lock-off-action"), ("lock-key-title", "lock-key-action")]
    {
        stage.visit(app::place("settings/lock")?).await?;
        unfold(stage, part).await?;
        secrets(page, &[PASSPHRASE]).await?;
        page.run(both, vec![json!(stage.msg(action)?)]).await?;
        open().await?;
        unlock(stage).await?;
    }
    stage.visit(app::place("settings/lock")?).await?;
    page.find("button", &stage.msg("lock-now")?).await?;
    hand::open(stage, MARKS[0]).await?;
    Ok("hidden while unlocking, turning off and taking a new key: 3 of 3 still locked, the lock as it was".to_owned())
}
