//! The message with its Undo: in nobody's way, and true to what it offers.

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage};
use serde_json::{Value, json};

use crate::hand;

/// Scrolls to everything that can be used and tells what the message still covers, and how much
/// there was to look at.
const COVERED: &str = "const notice = document.querySelector('.notice');
  if (!notice) return [['the message is gone'], 0];
  const can = [...document.querySelectorAll('a[href], button, input, textarea, summary')]
    .filter(e => !notice.contains(e) && !e.disabled && e.checkVisibility({ visibilityProperty: true })
      && e.getClientRects().length && !e.classList.contains('skip-link'))
    .map(e => e.labels?.length && ['radio', 'checkbox'].includes(e.type) ? e.labels[0] : e);
  const covered = [];
  for (const e of can) {
    e.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = e.getBoundingClientRect();
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (at && notice.contains(at)) covered.push(e.textContent.trim() || e.outerHTML.slice(0, 80));
  }
  return [covered, can.length];";

/// On a phone, everything on the pages where a person goes next can be scrolled clear of the
/// message; and its Undo takes back what it told of, not what was done since.
pub(crate) async fn undo(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    hand::write(stage, "Kept by mistake in the bin", 4, 0).await?;
    let mut looked = 0;
    for place in ["write", "today", "settings/keeping"] {
        hand::delete(stage, "Kept by mistake").await?;
        page.address(place).await?;
        page.find("heading", &stage.msg(app::place(place)?.heading)?).await?;
        let found = page.run(COVERED, vec![]).await?;
        ensure!(found[0] == json!([]), "at {place} the message covers {}", found[0]);
        looked += found[1].as_u64().unwrap_or_default();
        page.shoot(&stage.picture(&place.replace('/', "-"))).await?;
        if place == "today" {
            page.tap("radio", Name::Starts("8, ")).await?;
            hand::saved(stage).await?;
        }
        page.tap("button", &stage.msg("common-undo")?).await?;
        hand::saved(stage).await?;
    }
    let (_, file) = hand::export(stage).await?;
    let moods: Vec<Value> = hand::living(&file)?.iter().map(|it| json!(it.mood)).collect();
    ensure!(moods == [json!(4), json!(8)], "after three times Undo there are {moods:?}");
    Ok(format!("3 of 3 undone, the check-in made meanwhile kept; 0 of {looked} things covered"))
}
