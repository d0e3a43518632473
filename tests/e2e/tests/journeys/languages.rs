//! The two invented languages: every visible word comes from the texts, and no page breaks under
//! longer words or from right to left.

use std::collections::BTreeSet;

use satkarya_e2e::{Result, app, ensure, runner::Stage};
use serde_json::{Value, json};

use crate::hand;

/// Words on the page that no text gave. Left out: what is somebody's own or a name among machines
/// (`translate="no"`, also where a label repeats it), keys, the app's name, and what the browser
/// writes itself in dates and numbers.
const STRANGERS: &str = r#"
    const own = new Set(['SatKarya']);
    for (let n = 0; n < 12; n++) for (const style of ['long', 'short']) {
      const at = new Date(2026, n, n + 1, n * 2);
      const text = new Intl.DateTimeFormat('en', { month: style, day: 'numeric' }).format(at)
        + ' ' + at.toLocaleTimeString('en') + ' ' + new Intl.DateTimeFormat('en', { month: style }).format(at);
      for (const word of text.match(/[A-Za-z]+/g) ?? []) own.add(word);
    }
    for (let n = 1; n <= 7; n++) for (const weekday of ['long', 'short'])
      own.add(new Intl.DateTimeFormat('en', { weekday }).format(new Date(2026, 0, n)));
    for (const word of ['at', 'am', 'pm', 'Sept']) own.add(word);
    const strangers = new Set();
    const marked = [...document.querySelectorAll('[translate=no]')];
    const names = marked.filter(e => e.localName === 'code').map(e => e.textContent);
    const look = (text, where) => {
      // What runs from right to left stands between its two marks.
      let rest = (text ?? '').replace(/\u202e[^\u202c]*\u202c/g, ' ');
      for (const name of names) rest = rest.replaceAll(name, ' ');
      for (const word of rest.match(/[A-Za-z]{2,}/g) ?? [])
        if (!own.has(word)) strangers.add(`${word} (${where})`);
    };
    const foreign = e => !e || e.closest('[translate=no], kbd, script, style, template');
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const e = walk.currentNode.parentElement;
      if (!foreign(e)) look(walk.currentNode.data, e.localName + '.' + e.className);
    }
    for (const e of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      if (!foreign(e)) for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        look(e.getAttribute(name), e.localName + ' ' + name);
    const page = document.documentElement;
    // A phone makes its own number larger for what does not fit.
    const [innerWidth] = arguments;
    const wide = page.scrollWidth > innerWidth ? [page.scrollWidth + ' wide: ' +
      [...document.body.querySelectorAll('*')]
        .filter(e => { const r = e.getBoundingClientRect(); return r.right > innerWidth + 1 || r.left < -1; })
        .map(e => e.localName + '.' + e.className).slice(0, 3).join(', ')] : [];
    // The mark may stand only on what was written here, names of values and files, builds and addresses.
    const can = [/^notes-[a-z]{4}\.age$/, /^(कुछ|कल के) शब्द$/, /^sk1\.[a-z0-9.-]+$/, /^[0-9a-f]{16}$/, /^https?:\S+$/];
    const misused = marked.flatMap(e => e.localName === 'ul' ? [...e.children] : [e])
      .map(e => e.textContent.trim())
      .filter(text => text && !can.some(it => it.test(text)))
      .map(text => text + ' (is marked as no words)');
    return [page.lang, page.dir || 'ltr', [...strangers], wide, misused];"#;

/// How wide the window is, in pixels.
const WIDTH: i64 = 360;

/// Every place at 360 pixels in the long and in the right-to-left language.
pub(crate) async fn invented(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    page.viewport(WIDTH, 740).await?;
    stage.open().await?;
    hand::write(stage, "कुछ शब्द", 6, 0).await?;
    hand::write(stage, "कल के शब्द", 2, 1).await?;
    let mut wrong = BTreeSet::new();
    let mut looked = 0;
    for (language, direction) in [("en-XA", "ltr"), ("en-XB", "rtl")] {
        let set = "localStorage.setItem('sk1.u', JSON.stringify({ lang: arguments[0], dir: arguments[1] }))";
        page.run(set, vec![json!(language), json!(direction)]).await?;
        page.reload().await?;
        page.is_ready().await?;
        for place in app::everywhere() {
            page.address(place.address).await?;
            page.reload().await?;
            page.is_ready().await?;
            let seen = page.run(STRANGERS, vec![json!(WIDTH)]).await?;
            looked += 1;
            let here = place.address;
            if seen[0] != json!(language) || seen[1] != json!(direction) {
                wrong.insert(format!("{language} {here}: the page says {} {}", seen[0], seen[1]));
            }
            for list in [&seen[2], &seen[3], &seen[4]] {
                for found in list.as_array().into_iter().flatten().filter_map(Value::as_str) {
                    wrong.insert(format!("{language} {here}: {found}"));
                }
            }
        }
    }
    let lines: Vec<_> = wrong.iter().map(String::as_str).collect();
    ensure!(wrong.is_empty(), "{} findings:\n  {}", wrong.len(), lines.join("\n  "));
    Ok(format!(
        "{looked} pages in two languages, 0 words from elsewhere, none wider than its window"
    ))
}

/// What is wrong with the drawing of a page: words that are cut or lie over others, strokes that
/// leave it, or more for a screen reader than the one sentence.
const DRAWN: &str = "const [width] = arguments;
    const figure = document.querySelector('main figure');
    if (!figure) return ['no drawing'];
    const wrong = [];
    const caption = figure.querySelector('figcaption');
    const parts = [...figure.querySelector('[aria-hidden=true]').children];
    if (figure.children.length !== 2 || !caption.textContent.trim()) wrong.push('not one sentence');
    const boxes = parts.map(part => part.getBoundingClientRect());
    for (const [n, part] of parts.entries()) {
      const box = boxes[n];
      const name = part.textContent.trim() || 'strokes';
      // The space at the end of a line hangs over where it runs from right to left.
      if (part.scrollWidth > part.clientWidth + 4 && part.localName === 'p') wrong.push('cut: ' + name);
      if (box.left < 0 || box.right > width || box.width < 16) wrong.push('outside or too small: ' + name);
      for (const other of boxes.slice(n + 1))
        if (box.left < other.right - 1 && other.left < box.right - 1
          && box.top < other.bottom - 1 && other.top < box.bottom - 1) wrong.push('over another: ' + name);
    }
    return wrong;";

/// The words of the drawings are whole and apart in the long and in the right-to-left language,
/// from 320 pixels up and with the largest text.
pub(crate) async fn drawings(stage: &mut Stage) -> Result<String> {
    let page = &stage.browser;
    stage.open().await?;
    let mut wrong = Vec::new();
    let mut looked = 0;
    for (language, direction) in [("en", "ltr"), ("en-XA", "ltr"), ("en-XB", "rtl")] {
        for text in ["m", "xl"] {
            let set = "localStorage.setItem('sk1.u', JSON.stringify(arguments[0]))";
            let preferences = json!({ "lang": language, "dir": direction, "text": text });
            page.run(set, vec![preferences]).await?;
            for width in [320, 360, 768, 1280] {
                page.viewport(width, 740).await?;
                for address in ["about", "back-and-forth", "four-doors", "beginning"] {
                    page.address(&format!("path/{address}")).await?;
                    page.reload().await?;
                    page.is_ready().await?;
                    let found = page.run(DRAWN, vec![json!(width)]).await?;
                    looked += 1;
                    if found != json!([]) {
                        wrong.push(format!("{address}, {language}, {text}, {width}: {found}"));
                    }
                }
            }
        }
    }
    ensure!(wrong.is_empty(), "{} findings:\n  {}", wrong.len(), wrong.join("\n  "));
    Ok(format!("{looked} drawings, each with whole words and one sentence"))
}
