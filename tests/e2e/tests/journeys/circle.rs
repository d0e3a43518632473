//! The closeness circle: placed by key, by mouse and from the list, kept, compared and taken back.

use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage, wait};
use serde_json::{Value, json};

use crate::{hand, much};

const UP: &str = "\u{e013}";
const DOWN: &str = "\u{e015}";
const RIGHT: &str = "\u{e014}";
const ENTER: &str = "\u{e007}";

/// Where each dot lies, by the first word of its name, in shares of the picture's half; and how
/// wide the picture is.
const DOTS: &str = "const box = document.querySelector('.circle__plot').getBoundingClientRect();
    const half = box.width / 2.06;
    const at = {};
    for (const disc of document.querySelectorAll('.circle__link')) {
      const name = disc.getAttribute('aria-label').replace(/[\\u2066-\\u2069]/g, '').split(':')[0];
      const dot = disc.querySelector('.circle__disc').getBoundingClientRect();
      at[name] = [(dot.x + dot.width / 2 - box.x) / half - 1.03,
        (dot.y + dot.height / 2 - box.y) / half - 1.03];
    }
    return at;";

/// Drags from one point of the window to another with the mouse, in steps as a hand does.
const DRAG: &str = "const [name, x, y, kind] = arguments;
    const plain = text => text.replace(/[\\u2066-\\u2069]/g, '');
    const link = [...document.querySelectorAll('.circle__link')]
      .find(it => plain(it.getAttribute('aria-label')).startsWith(name + ':'));
    document.querySelector('.circle__plot').scrollIntoView({ block: 'start', behavior: 'instant' });
    scrollBy(0, -80);
    const box = document.querySelector('.circle__plot').getBoundingClientRect();
    const half = box.width / 2.06;
    const dot = link.querySelector('.circle__disc').getBoundingClientRect();
    return [dot.x + dot.width / 2, dot.y + dot.height / 2,
      box.x + (x + 1.03) * half, box.y + (y + 1.03) * half].map(Math.round);";

/// Drags somebody to a point of the picture, in shares of its half.
async fn drag(stage: &Stage, name: &str, x: f64, y: f64, pointer: &str) -> Result<()> {
    let way = stage.browser.run(DRAG, vec![json!(name), json!(x), json!(y)]).await?;
    let n = |at: usize| way[at].as_i64().unwrap_or_default();
    stage.browser.drag((n(0), n(1)), (n(2), n(3)), pointer).await
}

/// The ring of each person as the file has it.
async fn rings(stage: &Stage) -> Result<Vec<(String, Value)>> {
    let (_, file) = hand::export(stage).await?;
    let none = Vec::new();
    let people = file["records"].as_array().unwrap_or(&none).iter();
    let people = people.map(|it| &it["body"]["person"]).filter(|it| it.is_object());
    let text = |it: &Value| it["name"].as_str().unwrap_or_default().to_owned();
    let mut rings: Vec<_> = people.map(|it| (text(it), it["ring"].clone())).collect();
    rings.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(rings)
}

/// The ring that the list shows for somebody.
async fn chosen(stage: &Stage, name: &str) -> Result<String> {
    let select = stage.browser.find("combobox", name).await?;
    let label = "return arguments[0].selectedOptions[0]?.label ?? ''";
    let label = stage.browser.run(label, vec![select.to_json()?]).await?;
    Ok(label.as_str().unwrap_or_default().to_owned())
}

/// The ring in which a dot is drawn, by its distance.
fn drawn(dots: &Value, name: &str) -> &'static str {
    let at = |n: usize| dots[name][n].as_f64().unwrap_or(9.0);
    match at(0).hypot(at(1)) {
        ..0.36 => "ring-very-close",
        0.36..0.58 => "ring-close",
        0.58..0.79 => "ring-around",
        0.79..=1.0 => "ring-outside",
        _ => "circle-waiting",
    }
}

/// Waits until list and picture both say this of everybody.
pub(crate) async fn agree(stage: &Stage, expected: &[(&str, &str)]) -> Result<()> {
    for (name, ring) in expected {
        let words = stage.msg(ring)?;
        wait::until(&format!("{name} in {ring}, in the list and in the picture"), async || {
            let dots = stage.browser.run(DOTS, vec![]).await?;
            let listed = chosen(stage, name).await?;
            Ok((listed == words && drawn(&dots, name) == *ring).then_some(()))
        })
        .await?;
    }
    Ok(())
}

/// Adds people by name.
pub(crate) async fn add(stage: &Stage, names: &[&str]) -> Result<()> {
    let page = &stage.browser;
    // By way of another place: the list beside the circle is drawn anew between the two.
    stage.go("nav-journey", "journey-title").await?;
    stage.go("nav-people", "people-title").await?;
    page.press("button", &stage.msg("people-add")?).await?;
    for name in names {
        page.write("textbox", Name::Starts(&stage.msg("person-name")?), name).await?;
        page.keys(ENTER).await?;
        page.find("link", Name::Has(name)).await?;
    }
    page.press("button", &stage.msg("common-done")?).await
}

/// Chooses a ring in the list, as keys do.
pub(crate) async fn choose(stage: &Stage, name: &str, ring: &str) -> Result<()> {
    let select = stage.browser.find("combobox", name).await?;
    let choose = "const [list, label] = arguments;
        list.focus();
        list.selectedIndex = [...list.options].findIndex(it => it.label === label);
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    stage.browser.run(choose, vec![select.to_json()?, json!(stage.msg(ring)?)]).await?;
    Ok(())
}

/// Puts the focus on somebody's dot.
pub(crate) async fn focus(stage: &Stage, name: &str) -> Result<()> {
    stage.browser.find("link", Name::Starts(&format!("{name}:"))).await?.focus().await?;
    Ok(())
}

/// Five people are placed by key, by mouse and from the list; picture and list agree, also after a
/// reload; each step can be undone, and a dot leads to the page.
pub(crate) async fn placed(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(1280, 900).await?;
    stage.open().await?;
    add(stage, &["Asha", "Bela", "Chand", "Devi", "Esra"]).await?;
    page.press("link", Name::Starts(&stage.msg("circle-title")?)).await?;
    page.find("heading", &stage.msg("circle-title")?).await?;
    // By key: one up is the third ring, then nearer; Escape from the edge does nothing.
    focus(stage, "Asha").await?;
    page.keys(&UP.repeat(4)).await?;
    focus(stage, "Bela").await?;
    page.keys(DOWN).await?;
    agree(stage, &[("Asha", "ring-very-close"), ("Bela", "ring-outside")]).await?;
    // By mouse, from below the picture.
    drag(stage, "Chand", -0.47, 0.0, "mouse").await?;
    drag(stage, "Devi", 0.0, 0.7, "mouse").await?;
    agree(stage, &[("Chand", "ring-close"), ("Devi", "ring-around")]).await?;
    let dots = page.run(DOTS, vec![]).await?;
    let chand = (dots["Chand"][0].as_f64(), dots["Chand"][1].as_f64());
    ensure!(
        chand.0.is_some_and(|x| (x + 0.47).abs() < 0.05) && chand.1.is_some_and(|y| y.abs() < 0.05),
        "dropped at -0.47, 0 and drawn at {chand:?}"
    );
    // From the list.
    choose(stage, "Esra", "ring-close").await?;
    let all = [
        ("Asha", "ring-very-close"),
        ("Bela", "ring-outside"),
        ("Chand", "ring-close"),
        ("Devi", "ring-around"),
        ("Esra", "ring-close"),
    ];
    agree(stage, &all).await?;
    hand::saved(stage).await?;
    let before = page.run(DOTS, vec![]).await?;
    page.shoot(&stage.picture("five")).await?;
    page.reload().await?;
    page.is_ready().await?;
    agree(stage, &all).await?;
    let after = page.run(DOTS, vec![]).await?;
    for (name, n) in all.iter().flat_map(|(name, _)| [(name, 0), (name, 1)]) {
        let at = |dots: &Value| dots[*name][n].as_f64().unwrap_or(9.0);
        ensure!(
            (at(&before) - at(&after)).abs() < 0.01,
            "{name} stood at {}, and at {} after a reload",
            before[*name],
            after[*name]
        );
    }
    // Undo takes back one step.
    drag(stage, "Devi", 0.1, -0.9, "mouse").await?;
    agree(stage, &[("Devi", "ring-outside")]).await?;
    page.press("button", &stage.msg("common-undo")?).await?;
    agree(stage, &all).await?;
    // Right goes to the next person, Enter opens their page.
    focus(stage, "Asha").await?;
    page.keys(RIGHT).await?;
    page.keys(ENTER).await?;
    wait::until("the page of Chand or Esra", async || {
        let names = page.names("heading").await?;
        Ok(names.iter().any(|it| it == "Chand" || it == "Esra").then_some(()))
    })
    .await?;
    let expected: Vec<(String, Value)> = [
        ("Asha", "very_close"),
        ("Bela", "outside"),
        ("Chand", "close"),
        ("Devi", "around"),
        ("Esra", "close"),
    ]
    .map(|(name, ring)| (name.to_owned(), json!(ring)))
    .to_vec();
    let found = rings(stage).await?;
    ensure!(found == expected, "the file has {found:?}");
    Ok("5 of 5 placed, by key, mouse and list; list, picture and file agree after a reload; \
        1 of 1 undone"
        .to_owned())
}

/// With a finger on a phone a dot is dragged and the page stays where it is.
pub(crate) async fn by_finger(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(360, 740).await?;
    stage.open().await?;
    add(stage, &["Asha"]).await?;
    page.address("rings").await?;
    page.find("heading", &stage.msg("circle-title")?).await?;
    drag(stage, "Asha", 0.2, 0.2, "touch").await?;
    agree(stage, &[("Asha", "ring-very-close")]).await?;
    page.shoot(&stage.picture("phone")).await?;
    page.tap("link", Name::Starts("Asha:")).await?;
    page.find("heading", "Asha").await?;
    Ok("1 of 1 dragged by finger, and opened by a tap".to_owned())
}

/// Today's circle is kept; what is changed after it is told and drawn as then and now; a kept
/// picture is deleted and taken back.
pub(crate) async fn then_and_now(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    add(stage, &["Asha", "Bela", "Chand"]).await?;
    stage.visit(app::place("rings")?).await?;
    for (name, ring) in [("Asha", "ring-close"), ("Bela", "ring-close"), ("Chand", "ring-around")] {
        choose(stage, name, ring).await?;
        agree(stage, &[(name, ring)]).await?;
    }
    page.press("button", &stage.msg("circle-keep")?).await?;
    page.see(&stage.msg("circle-kept")?).await?;
    hand::saved(stage).await?;
    choose(stage, "Asha", "ring-very-close").await?;
    choose(stage, "Bela", "ring-outside").await?;
    agree(stage, &[("Asha", "ring-very-close"), ("Bela", "ring-outside")]).await?;
    page.reload().await?;
    page.is_ready().await?;
    let today = stage.msg("common-today")?;
    let compare = stage.msg("circle-compare")?;
    let select = page.find("combobox", &compare).await?;
    let choose_day = "const [list, label] = arguments;
        list.selectedIndex = [...list.options].findIndex(it => it.label === label);
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(choose_day, vec![select.to_json()?, json!(today)]).await?;
    for key in ["circle-moved-nearer", "circle-moved-further"] {
        page.see(&stage.lab.words.msg_with(key, &[("n", "1")])?).await?;
    }
    let drawn = "return document.querySelectorAll('.circle__then').length";
    let n = page.run(drawn, vec![]).await?;
    ensure!(n == json!(2), "{n} dots of then are drawn");
    page.shoot(&stage.picture("then-and-now")).await?;
    page.press("button", &stage.msg("circle-forget")?).await?;
    page.absent("combobox", &compare).await?;
    page.press("button", &stage.msg("common-undo")?).await?;
    page.find("combobox", &compare).await?;
    hand::saved(stage).await?;
    let (_, file) = hand::export(stage).await?;
    let none = Vec::new();
    let records = file["records"].as_array().unwrap_or(&none);
    let kept: Vec<&Value> = records
        .iter()
        .filter(|it| it["removed"].is_null())
        .map(|it| &it["body"]["snapshot"]["places"])
        .filter(|it| it.is_array())
        .collect();
    ensure!(
        kept.len() == 1 && kept[0].as_array().is_some_and(|it| it.len() == 3),
        "the file has {kept:?}"
    );
    Ok("1 picture kept: 1 nearer, 1 further away, 2 of 2 drawn; deleted and taken back".to_owned())
}

/// What is answered about somebody is saved in one go, told on their page and still there after a
/// reload.
pub(crate) async fn more(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    add(stage, &["Asha"]).await?;
    page.press("link", Name::Has("Asha")).await?;
    page.press("button", &stage.msg("common-edit")?).await?;
    page.press("radio", &stage.msg("ring-close")?).await?;
    page.press("button", &stage.msg("person-more")?).await?;
    page.press("radio", &stage.msg("contact-weekly")?).await?;
    page.press("checkbox", &stage.msg("gives-listening")?).await?;
    page.press("radio", &stage.msg("shift-tense")?).await?;
    page.write("textbox", &stage.msg("person-hard")?, "We talk too little").await?;
    page.press("button", &stage.msg("common-done")?).await?;
    hand::saved(stage).await?;
    page.reload().await?;
    page.is_ready().await?;
    for key in ["ring-close", "contact-weekly", "gives-listening", "shift-tense"] {
        page.see(&stage.msg(key)?).await?;
    }
    page.see("We talk too little").await?;
    page.shoot(&stage.picture("person")).await?;
    let (_, file) = hand::export(stage).await?;
    let none = Vec::new();
    let records = file["records"].as_array().unwrap_or(&none).iter();
    let asha = records.clone().find(|it| it["body"]["person"].is_object());
    let n_versions = asha.and_then(|it| it["versions"].as_array()).map_or(0, Vec::len);
    ensure!(n_versions <= 1, "one visit left {n_versions} versions");
    let told = asha.map(|it| it["body"]["person"].clone()).unwrap_or_default();
    ensure!(
        told["support"] == json!(["listening"]) && told["hard"] == json!("We talk too little"),
        "the file has {told}"
    );
    Ok("5 of 5 answers told after a reload, at most 1 version".to_owned())
}

/// The circle with its names comes out of the printer on one page.
pub(crate) async fn on_paper(stage: &mut Stage) -> Result<String> {
    much::filled(stage, 30).await?;
    stage.visit(app::place("rings")?).await?;
    stage.browser.find("link", Name::Starts("Grandad:")).await?;
    let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
    let file = stage.browser.devtools("Page.printToPDF", paper).await?;
    let count = r"return (atob(arguments[0]).match(/\/Type \/Page\b/g) ?? []).length";
    let pages = stage.browser.run(count, vec![file["data"].clone()]).await?;
    ensure!(pages == json!(1), "{pages} pages");
    // On paper stand the day and no hints.
    let media = |media: &str| json!({ "media": media });
    stage.browser.devtools("Emulation.setEmulatedMedia", media("print")).await?;
    let told = stage.browser.run("return document.querySelector('main').innerText", vec![]).await?;
    stage.browser.devtools("Emulation.setEmulatedMedia", media("")).await?;
    let told = told.as_str().unwrap_or_default();
    ensure!(told.contains("Printed on"), "no day on paper: {told}");
    for hint in ["circle-how", "circle-keys", "circle-note", "circle-enough", "circle-inner-empty"]
    {
        let hint = stage.msg(hint)?;
        ensure!(!told.contains(&hint), "{hint} stands on paper");
    }
    Ok("7 people on 1 page of A4, with its day and without hints".to_owned())
}
