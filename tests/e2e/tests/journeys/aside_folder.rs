//! A year that was set aside on one device, and the folder with the copies of both.

use satkarya_e2e::{Result, app, browser::Setup, ensure, runner::Stage};

use crate::aside::{about, compare, confirm, few, file_of, make, visit, year};
use crate::backup::records;
use crate::folder::{begin, carry, join, look, lying};
use crate::hand;
use crate::page::WORDS;

/// This device's copy lacks the year from then on, which takes nothing away on the other device; the
/// other one's copy brings nothing back, and both fall silent. A change made there comes.
pub(crate) async fn in_step(stage: &mut Stage) -> Result<String> {
    let year = year()?;
    stage.open().await?;
    hand::import(stage, file_of(&few()?)?.path()).await?;
    let first = begin(stage, &stage.browser).await?;
    let there = stage.another(Setup::PLAIN).await?;
    stage.open_in(&there).await?;
    carry(&stage.browser, &there, &first).await?;
    let second = join(stage, &there).await?;
    let told = records(stage, &there).await?;

    let file = make(stage, year).await?;
    compare(stage, file.path(), WORDS).await?;
    stage.browser.find("heading", &stage.msg("aside-holds-title")?).await?;
    confirm(stage, year).await?;
    stage.browser.see(&about(stage, "aside-done", year, 6)?).await?;
    hand::saved(stage).await?;
    let rest = records(stage, &stage.browser).await?;
    let before = lying(&stage.browser).await?;
    look(stage, &stage.browser).await?;
    let after = lying(&stage.browser).await?;
    ensure!(after.get(&first) != before.get(&first), "the copy still has the year");

    // What lacks it takes nothing away, and what has it brings nothing back.
    carry(&stage.browser, &there, &first).await?;
    look(stage, &there).await?;
    ensure!(records(stage, &there).await? == told, "something went on the other device");
    for _ in 0..2 {
        carry(&there, &stage.browser, &second).await?;
        look(stage, &stage.browser).await?;
        ensure!(records(stage, &stage.browser).await? == rest, "something came back");
    }
    let silent = lying(&stage.browser).await?;
    look(stage, &stage.browser).await?;
    ensure!(lying(&stage.browser).await? == silent, "the copy was written without a change");

    // A change made there, in that year, comes.
    let here = std::mem::replace(&mut stage.browser, there);
    hand::edit(stage, "kingfisher 3").await?;
    hand::type_what(stage, ", seen again").await?;
    hand::done(stage).await?;
    look(stage, &stage.browser).await?;
    let there = std::mem::replace(&mut stage.browser, here);
    carry(&there, &stage.browser, &second).await?;
    look(stage, &stage.browser).await?;
    let came = records(stage, &stage.browser).await?;
    let n = |all: &serde_json::Value| all.as_array().map_or(0, Vec::len);
    ensure!(n(&came) == n(&rest) + 1, "{} records came", n(&came) - n(&rest));
    ensure!(came.to_string().contains(", seen again"), "the change did not come");
    visit(stage).await?;
    stage.browser.find("heading", &stage.msg("aside-away")?).await?;
    stage.visit(app::place("settings/keeping")?).await?;
    there.quit().await?;
    Ok(format!(
        "6 of {} entries set aside: there {0} of {0} stayed, here 0 came back in 2 looks, then 0 \
         writes; 1 of 1 change came",
        n(&told)
    ))
}
