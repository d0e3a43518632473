//! Everybody can use every page: checked by axe, at every size, by keyboard, in other languages.

use satkarya_e2e::{
    Result, app,
    axe::{self, Rules},
    bail, ensure,
    runner::Stage,
    wait,
};
use serde_json::{Value, json};

use crate::much;

/// Everything is looked at in one theme, and in the other what it can change.
pub(crate) const THEMES: [(&str, Rules); 2] = [("light", Rules::All), ("dark", Rules::Colors)];

/// axe finds nothing wrong on any page, light and dark, of a diary kept for a while.
pub(crate) async fn checker_filled(stage: &mut Stage) -> Result<String> {
    let source = axe::source(&stage.lab.target.join("tools"))?;
    much::filled(stage, 300).await?;
    let addresses = much::addresses(stage).await?;
    let mut wrong = Vec::new();
    let mut checked = 0;
    for (theme, rules) in THEMES {
        set(stage, &json!({ "theme": theme, "motion": "less" })).await?;
        for address in &addresses {
            much::go(stage, address).await?;
            let (violations, _) = axe::check(&stage.browser, &source, rules).await?;
            checked += 1;
            for found in violations {
                wrong.push(format!("{theme} {address}: {} {}", found.rule, found.details));
            }
        }
    }
    ensure!(wrong.is_empty(), "{} violations:\n  {}", wrong.len(), wrong.join("\n  "));
    Ok(format!("{} filled pages in both themes, {checked} checks, 0 violations", addresses.len()))
}

/// Sets preferences and opens the app anew with them.
pub(crate) async fn set(stage: &Stage, preferences: &Value) -> Result<()> {
    let set = "localStorage.setItem('sk1.u', JSON.stringify(arguments[0]))";
    stage.browser.run(set, vec![preferences.clone()]).await?;
    stage.browser.reload().await?;
    stage.browser.is_ready().await
}

/// axe finds nothing wrong on any page, light and dark.
pub(crate) async fn checker(stage: &mut Stage) -> Result<String> {
    let source = axe::source(&stage.lab.target.join("tools"))?;
    let mut wrong = Vec::new();
    let mut checked = 0;
    stage.open().await?;
    for (theme, rules) in THEMES {
        set(stage, &json!({ "theme": theme, "motion": "less" })).await?;
        for place in app::everywhere() {
            stage.visit(place).await?;
            let (violations, _) = axe::check(&stage.browser, &source, rules).await?;
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

/// No page is wider than its window, from 320 pixels up, also with the largest text; in a new
/// diary and in a filled one.
pub(crate) async fn sizes(stage: &mut Stage, text_px: f64) -> Result<String> {
    const LOOK: &str = "const page = document.documentElement;
        // Not the page's own word for it: a phone makes it larger for what does not fit.
        const [innerWidth] = arguments;
        if (page.scrollWidth <= innerWidth) return null;
        const wide = [...document.body.querySelectorAll('*')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .map(e => e.localName + '.' + e.className).slice(0, 3);
        return page.scrollWidth + ' wide: ' + wide.join(', ');";
    let mut wrong = Vec::new();
    let mut looked = 0;
    stage.open().await?;
    let size = "return parseFloat(getComputedStyle(document.documentElement).fontSize)";
    let size = stage.browser.run(size, vec![]).await?;
    ensure!(size.as_f64() == Some(text_px), "the text is {size} pixels high");
    for is_filled in [false, true] {
        let addresses = if is_filled {
            much::filled(stage, 300).await?;
            much::addresses(stage).await?
        } else {
            stage.open().await?;
            app::everywhere().map(|place| place.address.to_owned()).collect()
        };
        // Larger text is looked at where there is least room for it: on the narrowest screen, and
        // where the wide arrangement begins. Twice as large is enough without the app's own
        // largest on top.
        const TIGHT: &[(i64, i64)] = &[(320, 640), (768, 1024), (1280, 800)];
        const EVERY: &[(i64, i64)] = &[(320, 640), (360, 740), (768, 1024), (1280, 800)];
        let texts: &[(&str, _)] =
            if text_px > 16.0 { &[("m", TIGHT)] } else { &[("m", EVERY), ("xl", TIGHT)] };
        for &(text, screens) in texts {
            set(stage, &json!({ "text": text })).await?;
            for &(width, height) in screens {
                stage.browser.viewport(width, height).await?;
                for address in &addresses {
                    much::go(stage, address).await?;
                    let found = stage.browser.run(LOOK, vec![json!(width)]).await?;
                    looked += 1;
                    if let Some(found) = found.as_str() {
                        wrong.push(format!("{address} at {width}, text {text}: {found}"));
                    }
                }
            }
        }
    }
    ensure!(wrong.is_empty(), "too wide:\n  {}", wrong.join("\n  "));
    Ok(format!("{looked} pages with text of {text_px} pixels, none wider than its window"))
}

/// Starts a walk by keyboard at the page's heading: notes what stands before and after it.
const BEGIN: &str = "const can = [...document.querySelectorAll(
      'a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]
    .filter(e => !e.disabled && e.tabIndex >= 0 && e.getClientRects().length
      && e.checkVisibility({ visibilityProperty: true })
      && (e.type !== 'radio' || e.checked
        || !document.querySelector(`input[name='${e.name}']:checked`)
        && document.querySelector(`input[name='${e.name}']`) === e));
  const start = document.querySelector('.pane-page h1') ?? document.querySelector('main h1');
  const after = e => start.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING;
  window.walk = { start, forth: can.filter(e => after(e)), back: can.filter(e => !after(e)) };
  return can.length;";

/// Says of the element that has the focus whether that can be seen, and what is still ahead.
const NOTE: &str = "const [way] = arguments;
  const e = document.activeElement;
  const radio = e.type === 'radio' && window.walk[way].find(w => w.name === e.name);
  window.walk[way] = window.walk[way].filter(w => w !== e && w !== radio);
  const seen = x => {
    const style = getComputedStyle(x);
    return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  };
  const label = e.labels?.[0];
  const visible = e === document.body || seen(e)
    || (label && (seen(label) || [...label.children].some(seen)));
  return [visible ? null : e.outerHTML.slice(0, 100),
    window.walk[way].map(w => w.outerHTML.slice(0, 100))];";

/// Every thing that can be used is reached with Tab from the heading on and with Shift+Tab back
/// from it, shows where the focus is, and Enter on a link goes there.
pub(crate) async fn keyboard(stage: &mut Stage) -> Result<String> {
    const TAB: char = '\u{e004}';
    const SHIFT: char = '\u{e008}';
    const ENTER: &str = "\u{e007}";
    stage.open().await?;
    let page = &stage.browser;
    let mut stops = 0;
    for place in app::everywhere() {
        stage.visit(place).await?;
        // Whoever goes to another page begins to read at its heading.
        if place != app::PLACES[0] {
            wait::until(&format!("the focus on the heading of {}", place.address), async || {
                let at = page.run("return document.activeElement.localName", vec![]);
                Ok((at.await? == json!("h1")).then_some(()))
            })
            .await?;
        }
        let count = page.run(BEGIN, vec![]).await?.as_u64().unwrap_or_default();
        for (way, held) in [("forth", [].as_slice()), ("back", &[SHIFT])] {
            page.run("window.walk.start.focus()", vec![]).await?;
            let mut missing =
                page.run("return window.walk[arguments[0]]", vec![json!(way)]).await?;
            for _ in 0..count {
                if missing == json!([]) {
                    break;
                }
                page.chord(held, TAB).await?;
                let state = page.run(NOTE, vec![json!(way)]).await?;
                if let Some(hidden) = state[0].as_str() {
                    bail!("the focus cannot be seen at {}: {hidden}", place.address);
                }
                missing = state[1].clone();
            }
            let here = place.address;
            ensure!(missing == json!([]), "Tab {way} does not reach, at {here}: {missing}");
        }
        stops += count;
    }
    stage.visit(app::PLACES[0]).await?;
    let link = page.find("link", &stage.msg("nav-people")?).await?;
    link.focus().await?;
    page.keys(ENTER).await?;
    page.find("heading", &stage.msg("people-title")?).await?;
    Ok(format!("{stops} stops, all reached and seen"))
}
