//! Text that would like to be more than text.

use satkarya_core::store::Frame;
use satkarya_e2e::{Result, app, ensure, page::Name, runner::Stage};
use satkarya_normal::{nfc, nfkd};
use serde_json::{Value, json};

use crate::hand;

/// Each would set `ran` if it ever ran. Short, because a name holds forty characters.
const PAYLOADS: [&str; 20] = [
    "<script>ran=1</script>",
    "<img src=x onerror=ran=2>",
    "<svg onload=ran=3>",
    "\"><svg/onload=ran=4>",
    "'><img src=x onerror='ran=5'>",
    "javascript:ran=6",
    "<a href=javascript:ran=7>x</a>",
    "<iframe srcdoc='<script>ran=8</script>'>",
    "<body onload=ran=9>",
    "<details open ontoggle=ran=10>",
    "<input autofocus onfocus=ran=11>",
    "<video src=x onerror=ran=12>",
    "<style>*{display:none}</style>",
    "<base href=//evil.invalid/>",
    "<meta http-equiv=refresh content=0>",
    "<object data=data:text/html,x>",
    "{{constructor.constructor('ran=13')()}}",
    "${ran=14}</textarea><script>",
    "<!--><img src=x onerror=ran=15>-->",
    "%3Cscript%3Eran=16%3C/script%3E",
];

/// Twenty payloads typed as an entry's words, as names and into the search are shown as they
/// were typed, and never run (X-01, I-07).
pub(crate) async fn payloads(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let listen = "document.addEventListener('securitypolicyviolation', event => {
          const seen = document.documentElement.dataset;
          seen.violations = (seen.violations ?? '') + event.violatedDirective + ' ';
        });";
    page.run(listen, vec![]).await?;
    hand::begin(stage).await?;
    let all = PAYLOADS.join("\n");
    hand::type_what(stage, &all).await?;
    let search = stage.msg("entry-people-search")?;
    for name in PAYLOADS {
        page.write("textbox", &search, name).await?;
        page.keys("\u{e007}").await?;
        page.find("checkbox", Name::Starts(name)).await?;
    }
    hand::done(stage).await?;
    let mut shown = 0;
    for name in PAYLOADS {
        page.find("link", Name::Is(name)).await?;
        page.see(name).await?;
        shown += 2;
    }
    let words = "return [...document.querySelectorAll('main p.own-words')].map(p => p.textContent)";
    let words = page.run(words, vec![]).await?;
    ensure!(words == json!([all]), "the entry's page shows other words: {words}");
    stage.go("nav-diary", "diary-title").await?;
    let label = stage.msg("search-label")?;
    let found = stage.lab.words.msg_with("search-found", &[("n", "1")])?;
    for payload in PAYLOADS {
        page.write("searchbox", &label, payload).await?;
        page.see(&found).await?;
        page.press("button", &stage.msg("search-clear")?).await?;
        shown += 1;
    }
    for place in app::PLACES {
        stage.visit(place).await?;
    }
    for payload in PAYLOADS {
        page.address(payload).await?;
        page.see(&stage.msg("page-not-found-title")?).await?;
        shown += 1;
    }
    // Firefox runs this beside the page: take the page's own window.
    let ran = "const own = window.wrappedJSObject ?? window;
        return [own.ran ?? 0, document.documentElement.dataset.violations ?? '',
          document.querySelectorAll('main script, main iframe, main object, main base, main meta').length]";
    let ran = page.run(ran, vec![]).await?;
    ensure!(ran == json!([0, "", 0]), "ran, violations, elements: {ran}");
    Ok(format!(
        "{} payloads, shown as text {shown} times, executed 0, violations 0",
        PAYLOADS.len()
    ))
}

/// Whoever can write to the browser's storage puts whole frames with other texts in place of what
/// was stored: what a person could have written is shown as text and never run, and what they
/// could not have written is left out, as from a file.
pub(crate) async fn stored(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let search = stage.msg("entry-people-search")?;
    for (words, name, mood) in [("First words", "Ada", 4), ("Second words", "Bo", 6)] {
        hand::begin(stage).await?;
        hand::type_what(stage, words).await?;
        page.write("textbox", &search, name).await?;
        page.keys("\u{e007}").await?;
        page.press("radio", Name::Starts(&format!("{mood}, "))).await?;
        hand::done(stage).await?;
    }
    let inner = |text: &str| {
        let quoted = json!(text).to_string();
        quoted.trim_matches('"').to_owned()
    };
    let (all, name) = (PAYLOADS.join("\n"), PAYLOADS[3]);
    let changes = [
        ("First words", inner(&all)),
        ("Ada", inner(name)),
        ("\"mood\":6", "\"mood\":99".to_owned()),
    ];
    let read = "return Object.entries({ ...(window.wrappedJSObject ?? window).localStorage })
        .filter(([key]) => key.startsWith('sk1.s.'))";
    let mut changed = 0;
    for pair in page.run(read, vec![]).await?.as_array().into_iter().flatten() {
        let (Some(key), Some(text)) = (pair[0].as_str(), pair[1].as_str()) else { continue };
        let mut frame = Frame::parse(key, text)?;
        let mut inside = String::from_utf8(frame.payload)?;
        for (from, to) in &changes {
            changed += inside.matches(from).count();
            inside = inside.replace(from, to);
        }
        frame.payload = inside.into_bytes();
        frame.generation += 1000;
        let put = "localStorage.setItem(...arguments)";
        page.run(put, vec![json!(key), json!(frame.print(key))]).await?;
    }
    ensure!(changed == changes.len(), "{changed} places were changed");
    page.reload().await?;
    page.is_ready().await?;
    stage.go("nav-diary", "diary-title").await?;
    page.press("link", Name::Has("<script>")).await?;
    let words = "return [...document.querySelectorAll('main p.own-words')].map(p => p.textContent)";
    ensure!(page.run(words, vec![]).await? == json!([all]), "the words are others");
    page.find("link", Name::Is(name)).await?;
    for place in app::everywhere() {
        stage.visit(place).await?;
    }
    stage.go("nav-diary", "diary-title").await?;
    page.absent("link", Name::Has("Second words")).await?;
    let ran = "const own = window.wrappedJSObject ?? window;
        return [own.ran ?? 0,
          document.querySelectorAll('main script, main iframe, main object, main base, main meta').length]";
    let ran = page.run(ran, vec![]).await?;
    ensure!(ran == json!([0, 0]), "ran, elements: {ran}");
    Ok(format!(
        "{} payloads in a whole frame: shown as text, executed 0; 1 of 1 value that nobody could enter left out",
        PAYLOADS.len()
    ))
}

/// Texts that can be stored in more than one way, and how somebody may type them in the search.
const FORMS: [(&str, &str); 12] = [
    ("cafe\u{301} Zoe\u{308} A\u{30a}", "CAFÉ zoë å"),
    ("\u{212b}ngstrom \u{2126} \u{fb01}ne \u{bd}", "ångstrom ω fine 1\u{2044}2"),
    ("tie\u{302}\u{301}ng Vi\u{323}e\u{302}t", "tiếng vịêt"),
    ("q\u{307}\u{323} q\u{323}\u{307}", "q\u{323}\u{307} q\u{307}\u{323}"),
    ("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "한글"),
    ("क\u{93c}लम ज\u{93c}िंदगी", "क़लम जिंदगी"),
    ("مُحَمَّد أ\u{64e}حمد", "محمد احمد"),
    ("שׁ\u{5b8}לו\u{5b9}ם", "שלום"),
    ("か\u{3099} ｶﾞｷﾞ", "が ガギ"),
    ("İstanbul Straße ΟΔΥΣΣΕΥΣ", "istanbul STRASSE οδυσσευς"),
    ("\u{f900}\u{2f800} \u{1d400}\u{2460}\u{3392}", "豈丽 a1mhz"),
    ("don’t “go” – 👩\u{200d}👧 ❤\u{fe0f}", "don't \"go\" - 👩👧 ❤"),
];

/// The app brings text to one form by the browser's tables, and its tests by a crate's: both
/// agree, and what was written in one form is found in another (ADR 16).
pub(crate) async fn forms(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let texts: Vec<&str> = FORMS.iter().flat_map(|(written, typed)| [*written, *typed]).collect();
    let ask = "return arguments[0].map(it => [it.normalize('NFC'), it.normalize('NFKD')])";
    let by_browser = page.run(ask, vec![json!(texts)]).await?;
    let by_crate: Vec<Value> = texts.iter().map(|text| json!([nfc(text), nfkd(text)])).collect();
    ensure!(by_browser == json!(by_crate), "browser {by_browser}, crate {by_crate:?}");

    hand::begin(stage).await?;
    let all: Vec<&str> = FORMS.iter().map(|(written, _)| *written).collect();
    hand::type_what(stage, &all.join("\n")).await?;
    hand::done(stage).await?;
    stage.go("nav-diary", "diary-title").await?;
    let label = stage.msg("search-label")?;
    let found = stage.lab.words.msg_with("search-found", &[("n", "1")])?;
    for (written, typed) in FORMS {
        page.write("searchbox", &label, typed).await?;
        let seen = page.see(&found).await;
        ensure!(seen.is_ok(), "{written:?} is not found by {typed:?}");
        page.press("button", &stage.msg("search-clear")?).await?;
    }
    Ok(format!("{} texts in one form in browser and crate, each found by another", texts.len()))
}
