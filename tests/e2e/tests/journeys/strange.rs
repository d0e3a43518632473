//! Text that is drawn in odd ways, and names that look like others.

use satkarya_e2e::{Context as _, Result, ensure, page::Name, runner::Stage};
use serde_json::{Value, json};

use crate::{hand, much};

/// A word in each of its two forms; whoever searches has either on the keyboard.
const COMPOSED: &str = "Zo\u{eb}";
const DECOMPOSED: &str = "Zoe\u{308}";

/// Texts, each with the word in it.
fn texts() -> [(&'static str, String); 7] {
    let marks = "\u{301}".repeat(200);
    let below = "\u{323}".repeat(200);
    [
        ("overrides", format!("\u{202e}\u{202b}{COMPOSED} stood there \u{202d}\u{202e}and left")),
        (
            "isolates",
            format!("\u{2067}\u{2068}\u{2066}{DECOMPOSED} said \u{2069}\u{2069}\u{2069}\u{2069}no"),
        ),
        (
            "zero-width",
            format!(
                "{COMPOSED} \u{200b}\u{200c}\u{200d}\u{2060}\u{feff}and\u{200b} I{}",
                "\u{200b}".repeat(300)
            ),
        ),
        ("piled marks", format!("{DECOMPOSED} a{marks} o{below} x{marks}{below}")),
        ("one word", format!("{COMPOSED} {}", "w".repeat(10_000))),
        ("emoji", format!("{DECOMPOSED} {}", "👩🏽‍👩🏿‍👧🏻‍👦🏾🏳️‍🌈👨🏼‍❤️‍💋‍👨🏽".repeat(40))),
        (
            "right to left",
            format!("مريم و{COMPOSED} شلום \u{200f}ذهبوا إلى البيت {}", "سلام".repeat(200)),
        ),
    ]
}

/// Puts text into a field as one insertion, as pasting does: no keyboard has these.
async fn paste(stage: &Stage, role: &str, name: Name<'_>, text: &str) -> Result<()> {
    let field = stage.browser.find(role, name).await?;
    let put = "const [field, text] = arguments;
        field.focus();
        field.select();
        document.execCommand('insertText', false, text);
        return field.value.length;";
    let length = stage.browser.run(put, vec![field.to_json()?, json!(text)]).await?;
    ensure!(length.as_u64() > Some(0), "nothing was put in");
    Ok(())
}

/// What of the row of this number stands outside of its box, and the sizes of all rows.
const ROWS: &str =
    "const rows = [...document.querySelectorAll(`main a.entry, main a.row[href^='#/person/']`)];
    const row = rows[arguments[0]];
    const box = row.getBoundingClientRect();
    const out = [...row.querySelectorAll('*')].filter(e => {
      if (!e.getClientRects().length || e.closest('.visually-hidden, .row__go')) return false;
      const r = e.getBoundingClientRect();
      return r.left < box.left - 1 || r.right > box.right + 1
        || r.top < box.top - 1 || r.bottom > box.bottom + 1;
    });
    const size = e => { const r = e.getBoundingClientRect(); return [r.x, r.width, r.height]; };
    return [out.map(e => e.localName + '.' + e.className), rows.map(size)];";

/// How wide the window is, in pixels.
const WIDTH: i64 = 360;

/// Nothing is wider than the window.
async fn fits(stage: &Stage, place: &str) -> Result<()> {
    let wide = "if (document.documentElement.scrollWidth <= arguments[0]) return [];
        return [...document.body.querySelectorAll('*')]
          .filter(e => e.getBoundingClientRect().right > arguments[0] + 1)
          .map(e => e.localName + '.' + e.className);";
    let wide = stage.browser.run(wide, vec![json!(WIDTH)]).await?;
    ensure!(wide == json!([]), "{place} is wider than the window: {wide}");
    Ok(())
}

/// The pictures of the rows above and below.
async fn neighbors(stage: &Stage) -> Result<[Vec<u8>; 2]> {
    // Nothing under the mouse, nothing with the focus, nothing in motion.
    stage.browser.run("document.activeElement.blur(); scrollTo(0, 0)", vec![]).await?;
    let mut pictures = Vec::new();
    for words in ["The row above", "The row below"] {
        let row = stage.browser.find("link", Name::Has(words)).await?;
        pictures.push(row.screenshot_as_png().await?);
    }
    pictures.try_into().ok().context("two pictures")
}

/// Seven kinds of text in a row between two others: nothing leaves its box, the others are the
/// same to the pixel, and the word in it is found in both of its forms.
pub(crate) async fn texts_in_rows(stage: &mut Stage) -> Result<String> {
    stage.browser.viewport(WIDTH, 1000).await?;
    stage.open().await?;
    for words in ["The row below", "The row between", "The row above"] {
        hand::write(stage, words, 5, 0).await?;
    }
    hand::open(stage, "The row between").await?;
    let address = stage.browser.run("return location.hash.slice(2)", vec![]).await?;
    let address = address.as_str().context("no address")?.to_owned();
    stage.go("nav-diary", "diary-title").await?;
    stage.browser.find("link", Name::Has("The row above")).await?;
    let plain = stage.browser.run(ROWS, vec![json!(1)]).await?;
    let pictures = neighbors(stage).await?;
    let mut found = 0;
    for (kind, text) in texts() {
        much::go(stage, &format!("{address}/edit")).await?;
        let what = stage.msg("entry-what")?;
        paste(stage, "textbox", Name::Starts(&what), &text).await?;
        fits(stage, &format!("{kind}, the form")).await?;
        hand::done(stage).await?;
        fits(stage, &format!("{kind}, its page")).await?;
        let same = "return document.querySelector('main p.own-words').textContent
            === arguments[0].normalize('NFC')";
        let same = stage.browser.run(same, vec![json!(text)]).await?;
        ensure!(same == json!(true), "{kind}: the page of the entry shows other characters");
        stage.go("nav-diary", "diary-title").await?;
        stage.browser.find("link", Name::Has("The row above")).await?;
        let rows = stage.browser.run(ROWS, vec![json!(1)]).await?;
        ensure!(rows[0] == json!([]), "{kind}: outside of the row: {}", rows[0]);
        ensure!(rows[1][0] == plain[1][0] && rows[1][2] == plain[1][2], "{kind}: {rows} {plain}");
        fits(stage, &format!("{kind}, the list")).await?;
        ensure!(neighbors(stage).await? == pictures, "{kind}: another row looks different");
        for word in [COMPOSED, DECOMPOSED] {
            hand::search(stage, word, 1).await.context(kind)?;
            found += 1;
        }
        stage.visit(satkarya_e2e::app::PLACES[0]).await?;
        fits(stage, &format!("{kind}, Today")).await?;
    }
    let names = names_in_rows(stage).await?;
    Ok(format!(
        "{} texts and {names} names in their boxes, the rows beside them the same to the pixel, \
         found {found} of {}",
        texts().len(),
        texts().len() * 2
    ))
}

/// Odd names in the list of people, on their pages, and in a sentence.
async fn names_in_rows(stage: &Stage) -> Result<usize> {
    let names = [
        "مريم עדה".to_owned(),
        "\u{202e}gninnigeb".to_owned(),
        "end\u{2069}\u{2069}\u{202e}less".to_owned(),
        "W".repeat(40),
        format!("a{}", "\u{335}\u{489}".repeat(19)),
        "👩🏽‍👩🏿‍👧🏻‍👦🏾".repeat(3),
    ];
    let page = &stage.browser;
    stage.go("nav-people", "people-title").await?;
    page.press("button", &stage.msg("people-add")?).await?;
    for name in &names {
        paste(stage, "textbox", Name::Is(&stage.msg("person-name")?), name).await?;
        page.keys("\u{e007}").await?;
        let said = "return [...document.querySelectorAll('[role=status]')].map(e => e.textContent)";
        let said = satkarya_e2e::wait::until("the word that they are added", async || {
            let said = page.run(said, vec![]).await?;
            let lines = said.as_array().into_iter().flatten().filter_map(Value::as_str);
            Ok(lines.filter(|line| line.contains(" is added.")).map(str::to_owned).next())
        })
        .await?;
        // What turns the direction is inside of marks that end it.
        let (own, rest) = said.rsplit_once(" is added.").context("no end")?;
        let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{590}'..='\u{8ff}');
        if own.contains(turns) {
            let depth = |n: i32, c: char| match c {
                '\u{2066}'..='\u{2068}' => n + 1,
                '\u{2069}' => n - 1,
                _ => n,
            };
            let is_whole = own.starts_with('\u{2068}') && own.ends_with('\u{2069}');
            ensure!(is_whole && own.chars().fold(0, depth) == 0 && rest.is_empty(), "{own:?}");
        }
    }
    stage.visit(satkarya_e2e::app::place("people")?).await?;
    page.reload().await?;
    page.is_ready().await?;
    for n in 0..names.len() {
        let rows = page.run(ROWS, vec![json!(n)]).await?;
        ensure!(rows[0] == json!([]), "name {n} is outside of its row: {}", rows[0]);
    }
    fits(stage, "the list of people").await?;
    let addresses = "return [...document.querySelectorAll(`main a.row[href^='#/person/']`)]
        .map(a => a.getAttribute('href').slice(2))";
    let addresses = page.run(addresses, vec![]).await?;
    let addresses: Vec<_> = addresses.as_array().into_iter().flatten().collect();
    ensure!(addresses.len() == names.len(), "{} people", addresses.len());
    for address in addresses.into_iter().filter_map(Value::as_str) {
        much::go(stage, address).await?;
        fits(stage, address).await?;
    }
    Ok(names.len())
}

/// Names that look alike stay two people; whoever adds the second is told, and decides.
pub(crate) async fn alike(stage: &mut Stage) -> Result<String> {
    /// The middle letter is Cyrillic; the same with a joiner that nobody sees; another Cyrillic one.
    const CYRILLIC: &str = "M\u{430}ya";
    const JOINED: &str = "Ma\u{200d}ya";
    const OTHER: &str = "Ma\u{443}a";
    let page = &stage.browser;
    let words = &stage.lab.words;
    let looks = words.msg_with("person-name-alike", &[("name", "Maya")])?;
    let same = words.msg_with("person-name-taken", &[("name", "Maya")])?;
    stage.open().await?;
    stage.go("nav-people", "people-title").await?;
    page.press("button", &stage.msg("people-add")?).await?;
    let field = stage.msg("person-name")?;
    let mut hints = 0;
    for (name, hint) in
        [("Maya", None), ("Mia", None), (CYRILLIC, Some(&looks)), (JOINED, Some(&same))]
    {
        paste(stage, "textbox", Name::Is(&field), name).await?;
        match hint {
            Some(hint) => {
                page.see(hint).await?;
                hints += 1;
            }
            None => ensure!(!page.text().await?.contains("keep both"), "{name} is told of"),
        }
        page.keys("\u{e007}").await?;
        page.see(&words.msg_with("person-added", &[("name", name)])?).await?;
    }
    // In an entry: the one who is written so, and not the one who looks so.
    hand::begin(stage).await?;
    hand::type_what(stage, "With one of them").await?;
    let search = stage.msg("entry-people-search")?;
    paste(stage, "textbox", Name::Is(&search), CYRILLIC).await?;
    page.keys("\u{e007}").await?;
    paste(stage, "textbox", Name::Is(&search), OTHER).await?;
    page.see(&looks).await?;
    hints += 1;
    page.keys("\u{e007}").await?;
    page.find("checkbox", Name::Starts(OTHER)).await?;
    hand::done(stage).await?;
    let (_, file) = hand::export(stage).await?;
    let lived = hand::living(&file)?;
    ensure!(lived.len() == 1 && lived[0].people == [CYRILLIC, OTHER], "the entry: {lived:?}");
    let records = file["records"].as_array().context("no records")?;
    let mut names: Vec<_> =
        records.iter().filter_map(|r| r["body"]["person"]["name"].as_str()).collect();
    names.sort_unstable();
    let mut expected = ["Maya", "Mia", CYRILLIC, JOINED, OTHER];
    expected.sort_unstable();
    ensure!(names == expected, "the people: {names:?}");
    Ok(format!("{hints} of 3 told, 5 people of 5 names, none taken for another"))
}
