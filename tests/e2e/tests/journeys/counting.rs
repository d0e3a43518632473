//! What a lock between tabs does not give.

use satkarya_e2e::{Result, ensure, runner::Stage, wait};
use serde_json::json;

/// Two tabs of one browser count in one stored number, each step under the same lock (C-10).
///
/// Where tabs live in processes of their own, each has a copy of localStorage that the other's
/// writes reach a little later than the lock does, and counts are lost. That is why the store
/// also compares the header before every write and waits for the generation it was told of.
/// How many are lost depends on the machine and the engine, so the figure is printed and only
/// what must hold is asked: nobody counted more than there was.
pub(crate) async fn naive(stage: &mut Stage) -> Result<String> {
    const STEPS: u64 = 500;
    let count = "(async () => {
          for (let i = 0; i < arguments[0]; i++)
            await navigator.locks.request('n', () => {
              localStorage.setItem('n', Number(localStorage.getItem('n')) + 1);
            });
          window.counted = true;
        })();";
    let count = count.replace("arguments[0]", &STEPS.to_string());
    let web = stage.browser.web();
    let address = format!("{}notes.html", stage.server.url());
    web.goto(&address).await?;
    let first = web.window().await?;
    let second = web.new_tab().await?;
    web.switch_to_window(second.clone()).await?;
    web.goto(&address).await?;
    for tab in [&first, &second] {
        web.switch_to_window(tab.clone()).await?;
        stage.browser.run(&count, vec![]).await?;
    }
    for tab in [&first, &second] {
        web.switch_to_window(tab.clone()).await?;
        wait::until("a tab to have counted", async || {
            let counted = stage.browser.run("return window.counted === true", vec![]).await?;
            Ok((counted == json!(true)).then_some(()))
        })
        .await?;
    }
    let counted = stage.browser.run("return Number(localStorage.getItem('n'))", vec![]).await?;
    let counted = counted.as_u64().unwrap_or_default();
    ensure!((1..=2 * STEPS).contains(&counted), "counted {counted}");
    Ok(format!("{} of {} counts lost under a lock alone", 2 * STEPS - counted, 2 * STEPS))
}
