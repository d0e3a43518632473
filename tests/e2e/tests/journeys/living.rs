//! Two weeks of somebody's life with the diary, as they would live it; at the end the diary holds
//! exactly what was lived, here and after moving to an empty browser.

use std::path::Path;

use satkarya_e2e::{Result, browser::Setup, ensure, page::Name, runner::Stage};
use serde_json::Value;

use crate::{
    hand::{self, Lived},
    settings,
};

/// What a person does, one thing after the other.
#[derive(Clone, Copy, Debug)]
enum Do {
    /// A check-in of today by taps on the phone, with whoever was there.
    CheckIn(u8, &'static str),
    /// "Nothing much" today.
    Quiet,
    /// An entry typed in the form: how many days ago, mood, words.
    Write(i64, u8, &'static str),
    /// Words added at the end of an entry: which, what.
    Add(&'static str, &'static str),
    /// Deleted, and left so.
    Delete(&'static str),
    /// Deleted, and taken back at once.
    DeleteAndUndo(&'static str),
    /// Searched: words, how many entries are found.
    Search(&'static str, usize),
    /// The connection goes.
    Offline,
    /// The connection comes back.
    Online,
    /// The battery dies, the moment after "Saved".
    Kill,
    /// Goes on in a second tab, writes there, and comes back: words.
    OtherTab(&'static str),
}

use Do::{
    Add, CheckIn, Delete, DeleteAndUndo, Kill, Offline, Online, OtherTab, Quiet, Search, Write,
};

/// The two weeks. One item is one day.
const LIFE: &[&[Do]] = &[
    &[Write(13, 6, "First page. Tea with Asha on the steps."), CheckIn(6, "Asha"), Kill],
    &[Write(12, 4, "आज माँ से बात हुई, मन हल्का है।")],
    &[Write(11, 3, "Argued about the dishes, again"), Add("the dishes", ". We both said sorry.")],
    &[Offline, Write(10, 5, "كان اليوم هادئا مع أختي"), Kill],
    &[Write(9, 8, "Long walk 🌳🙂 then soup"), Search("dishes", 1), Quiet],
    &[Write(8, 2, "A page to delete"), Delete("A page to delete"), Search("delete", 0)],
    &[Write(7, 7, "Café with José, laughed a lot"), Search("cafe", 1), Kill],
    &[Online, Write(6, 5, "नींद कम थी 😴 but fine"), DeleteAndUndo("but fine")],
    &[OtherTab("Typed in the other tab"), CheckIn(7, "Asha")],
    &[Write(4, 6, "Call with my sister أختي 💛"), Search("أختي", 2), Kill],
    &[Offline, Write(3, 1, "Hard day. It will pass."), Add("It will pass", " It did.")],
    &[Write(2, 5, "Line one\nline two"), Kill, Search("hard day", 1)],
    &[Write(1, 9, "Mended the bicycle 🚲 alone!"), Quiet],
    &[CheckIn(8, "Asha"), Online],
];

/// What has been lived so far.
#[derive(Default)]
struct Life {
    entries: Vec<Lived>,
    kills: usize,
    steps: usize,
    offline_steps: usize,
    is_offline: bool,
}

impl Life {
    fn note(&mut self, day: String, mood: Option<u8>, what: &str, people: &[&str], quiet: bool) {
        let people = people.iter().map(|name| (*name).to_owned()).collect();
        let mood = mood.map(u64::from);
        self.entries.push(Lived { day, mood, what: what.to_owned(), people, quiet });
    }

    fn sorted(&self) -> Vec<Lived> {
        let mut entries = self.entries.clone();
        entries.sort();
        entries
    }
}

/// A check-in by taps; the first time, the person is added in the flow.
pub(crate) async fn check_in(stage: &Stage, mood: u8, person: &str) -> Result<()> {
    let page = &stage.browser;
    stage.go("nav-today", "today-title").await?;
    page.tap("radio", Name::Starts(&format!("{mood}, "))).await?;
    hand::saved(stage).await?;
    page.find("button", &stage.msg("checkin-new-person")?).await?;
    if page.all("checkbox", Name::Starts(person)).await?.is_empty() {
        page.tap("button", &stage.msg("checkin-new-person")?).await?;
        page.write("textbox", &stage.msg("entry-people-search")?, person).await?;
        page.keys("\u{e007}").await?;
        page.find("checkbox", Name::Starts(person)).await?;
        page.tap("button", &stage.msg("common-done")?).await?;
    } else {
        page.tap("checkbox", Name::Starts(person)).await?;
    }
    hand::saved(stage).await
}

/// A second tab takes the writing over, writes, is closed, and the first goes on.
async fn other_tab(stage: &Stage, words: &str) -> Result<()> {
    let web = stage.browser.web();
    let take = stage.msg("other-tab-take")?;
    let first = web.window().await?;
    let second = web.new_tab().await?;
    web.switch_to_window(second).await?;
    stage.open().await?;
    stage.browser.press("button", &take).await?;
    stage.browser.absent("button", &take).await?;
    hand::write(stage, words, 5, 5).await?;
    web.close_window().await?;
    web.switch_to_window(first).await?;
    stage.browser.see(&stage.msg("moved-tab-title")?).await?;
    stage.browser.press("button", &take).await?;
    stage.browser.absent("button", &take).await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.find("link", Name::Has(words)).await?;
    Ok(())
}

async fn step(stage: &mut Stage, life: &mut Life, act: Do) -> Result<()> {
    let today = hand::day(stage, 0).await?;
    match act {
        CheckIn(mood, person) => {
            check_in(stage, mood, person).await?;
            life.note(today, Some(mood), "", &[person], false);
        }
        Quiet => {
            stage.go("nav-today", "today-title").await?;
            stage.browser.press("button", &stage.msg("checkin-nothing-much")?).await?;
            hand::saved(stage).await?;
            life.note(today, None, "", &[], true);
        }
        Write(back, mood, words) => {
            hand::write(stage, words, mood, back).await?;
            life.note(hand::day(stage, back).await?, Some(mood), words, &[], false);
        }
        Add(which, words) => {
            hand::edit(stage, which).await?;
            hand::type_what(stage, words).await?;
            hand::done(stage).await?;
            for entry in life.entries.iter_mut().filter(|entry| entry.what.contains(which)) {
                entry.what.push_str(words);
            }
        }
        Delete(which) => {
            hand::delete(stage, which).await?;
            life.entries.retain(|entry| !entry.what.contains(which));
        }
        DeleteAndUndo(which) => {
            hand::delete(stage, which).await?;
            stage.browser.press("button", &stage.msg("common-undo")?).await?;
            stage.browser.find("link", Name::Has(which)).await?;
            hand::saved(stage).await?;
        }
        Search(words, found) => hand::search(stage, words, found).await?,
        Offline => {
            stage.kept_offline().await?;
            stage.server.stop().await;
            life.is_offline = true;
        }
        Online => {
            stage.server.go_on()?;
            life.is_offline = false;
        }
        Kill => {
            stage.browser.kill().await?;
            stage.browser.restart().await?;
            stage.browser.viewport(360, 740).await?;
            stage.open().await?;
            life.kills += 1;
        }
        OtherTab(words) => {
            other_tab(stage, words).await?;
            life.note(hand::day(stage, 5).await?, Some(5), words, &[], false);
        }
    }
    life.steps += 1;
    life.offline_steps += usize::from(life.is_offline);
    Ok(())
}

/// Tells what differs between what was lived and what a file says.
fn compare(lived: &[Lived], file: &[Lived]) -> Result<()> {
    let lost: Vec<_> = lived.iter().filter(|entry| !file.contains(entry)).collect();
    let added: Vec<_> = file.iter().filter(|entry| !lived.contains(entry)).collect();
    ensure!(lived == file, "lost: {lost:?}; not lived: {added:?}");
    Ok(())
}

/// Brings the file in where nothing is, and finds exactly what was lived, after a reload too.
async fn bring_back(stage: &Stage, file: &Path, told: &Value, lived: &[Lived]) -> Result<()> {
    hand::import(stage, file).await?;
    stage.browser.reload().await?;
    stage.browser.is_ready().await?;
    let (_, back) = hand::export(stage).await?;
    compare(lived, &hand::living(&back)?)?;
    ensure!(back["records"] == told["records"], "the bin or the versions came over changed");
    hand::search(stage, "dishes", 1).await
}

/// Lives the two weeks, erases everything and brings it back, and moves to an empty browser.
pub(crate) async fn two_weeks(stage: &mut Stage) -> Result<String> {
    let mut life = Life::default();
    stage.browser.viewport(360, 740).await?;
    stage.open().await?;
    stage.kept_offline().await?;
    for (number, day) in LIFE.iter().enumerate() {
        for act in *day {
            if let Err(error) = step(stage, &mut life, *act).await {
                return Err(error.context(format!("day {}, {act:?}", number + 1)));
            }
        }
    }
    let lived = life.sorted();
    let (file, told) = hand::export(stage).await?;
    compare(&lived, &hand::living(&told)?)?;
    // Kept elsewhere, as one should.
    let apart = tempfile::Builder::new().suffix(".json").tempfile()?;
    std::fs::copy(file, apart.path())?;
    let file = apart.path();
    settings::erase_everything(stage).await?;
    // Nor does the battery's end bring anything back.
    stage.browser.kill().await?;
    stage.browser.restart().await?;
    stage.open().await?;
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.see(&stage.msg("diary-empty-title")?).await?;
    bring_back(stage, file, &told, &lived).await?;
    let fresh = stage.another(Setup::PLAIN).await?;
    stage.browser = fresh;
    stage.open().await?;
    bring_back(stage, file, &told, &lived).await?;
    Ok(format!(
        "14 days, {} steps, {} of them offline, {} kills, 2 tabs: {} entries lived, exported, \
         erased, brought back, and into an empty browser: 0 differ",
        life.steps,
        life.offline_steps,
        life.kills,
        lived.len()
    ))
}
