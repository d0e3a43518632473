//! Everybody can use every page: checked by axe, at every size, by keyboard, in other languages.

use satkarya_e2e::{Result, app, axe, bail, ensure, runner::Stage, wait};
use serde_json::json;

/// axe finds nothing wrong on any page, light and dark.
pub(crate) async fn checker(stage: &mut Stage) -> Result<String> {
    let source = axe::source(&stage.lab.target.join("tools"))?;
    let mut wrong = Vec::new();
    let mut checked = 0;
    stage.open().await?;
    for theme in ["light", "dark"] {
        stage.browser.run(
            "localStorage.setItem('sk1.u', JSON.stringify({ theme: arguments[0], motion: 'less' }))",
            vec![json!(theme)],
        )
        .await?;
        stage.browser.reload().await?;
        stage.browser.is_ready().await?;
        for place in app::everywhere() {
            stage.visit(place).await?;
            let (violations, _) = axe::check(&stage.browser, &source).await?;
            checked += 1;
            for violation in violations {
                let line =
                    format!("{theme} {}: {} {}", place.address, violation.rule, violation.details);
                wrong.push(line);
            }
        }
    }
    ensure!(wrong.is_empty(), "{} violations:\n  {}", wrong.len(), wrong.join("\n  "));
    Ok(format!("{checked} pages, 0 violations"))
}

/// No page is wider than its window, from 320 pixels up, also with the largest text.
pub(crate) async fn sizes(stage: &mut Stage) -> Result<String> {
    stage.open().await?;
    let look = "const page = document.documentElement;
        if (page.scrollWidth <= innerWidth) return null;
        const wide = [...document.body.querySelectorAll('*')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .map(e => e.localName + '.' + e.className).slice(0, 3);
        return page.scrollWidth + ' wide: ' + wide.join(', ');";
    let mut wrong = Vec::new();
    let mut looked = 0;
    for text in ["m", "xl"] {
        let set = "localStorage.setItem('sk1.u', JSON.stringify({ text: arguments[0] }))";
        stage.browser.run(set, vec![json!(text)]).await?;
        stage.browser.reload().await?;
        stage.browser.is_ready().await?;
        for (width, height) in [(320, 640), (360, 740), (768, 1024), (1280, 800)] {
            stage.browser.viewport(width, height).await?;
            for place in app::everywhere() {
                stage.visit(place).await?;
                let found = stage.browser.run(look, vec![]).await?;
                looked += 1;
                if let Some(found) = found.as_str() {
                    wrong.push(format!("{} at {width}, text {text}: {found}", place.address));
                }
            }
        }
    }
    ensure!(wrong.is_empty(), "too wide:\n  {}", wrong.join("\n  "));
    Ok(format!("{looked} pages, none wider than its window"))
}

/// Every thing that can be used is reached with Tab, shows where the focus is, and Enter on a
/// link goes there.
pub(crate) async fn keyboard(stage: &mut Stage) -> Result<String> {
    const TAB: &str = "\u{e004}";
    const ENTER: &str = "\u{e007}";
    stage.open().await?;
    let mut stops = 0;
    for place in app::everywhere() {
        stage.visit(place).await?;
        // Whoever goes to another page begins to read at its heading.
        if place != app::PLACES[0] {
            wait::until(&format!("the focus on the heading of {}", place.address), async || {
                let at = stage.browser.run("return document.activeElement.localName", vec![]);
                Ok((at.await? == json!("h1")).then_some(()))
            })
            .await?;
        }
        let count = "const can = [...document.querySelectorAll(
              'a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]
            .filter(e => !e.disabled && e.tabIndex >= 0 && e.getClientRects().length
              && e.checkVisibility({ visibilityProperty: true })
              && (e.type !== 'radio' || e.checked
                || !document.querySelector(`input[name='${e.name}']:checked`)
                && document.querySelector(`input[name='${e.name}']`) === e));
          window.wanted = new Set(can); window.reached = new Set();
          if (document.activeElement !== document.body) document.activeElement.blur();
          return can.length;";
        let count = stage.browser.run(count, vec![]).await?.as_u64().unwrap_or_default();
        let note = "if (!document.hasFocus()) return null;
          const e = document.activeElement;
          window.reached.add(e);
          const radio = e.type === 'radio' && [...window.wanted].find(w => w.name === e.name);
          if (radio) window.reached.add(radio);
          const style = getComputedStyle(e);
          const label = e.labels?.[0];
          const seen = x => { const s = getComputedStyle(x); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; };
          const visible = e === document.body || seen(e) || (label && (seen(label) || [...label.children].some(seen)));
          const missing = [...window.wanted].filter(w => !window.reached.has(w))
            .map(w => w.outerHTML.slice(0, 100));
          return [visible ? null : e.outerHTML.slice(0, 100), missing];";
        let mut missing = json!([]);
        // Room for the browser's own buttons, which come between the last stop and the first.
        for _ in 0..2 * count + 20 {
            stage.browser.keys(TAB).await?;
            let state = stage.browser.run(note, vec![]).await?;
            if state.is_null() {
                continue;
            }
            if let Some(hidden) = state[0].as_str() {
                bail!("the focus cannot be seen at {}: {hidden}", place.address);
            }
            missing = state[1].clone();
            if missing == json!([]) {
                break;
            }
        }
        ensure!(missing == json!([]), "Tab does not reach, at {}: {missing}", place.address);
        stops += count;
    }
    stage.visit(app::PLACES[0]).await?;
    let link = stage.browser.find("link", &stage.msg("nav-people")?).await?;
    link.focus().await?;
    stage.browser.keys(ENTER).await?;
    stage.browser.find("heading", &stage.msg("people-title")?).await?;
    Ok(format!("{stops} stops, all reached and seen"))
}
