//! Markup to plain text. What comes out is only ever shown as text, so nothing here guards a page;
//! it makes words readable.

/// The parts that begin on a line of their own.
const BREAKS: [&str; 11] =
    ["p", "div", "li", "ul", "ol", "tr", "blockquote", "h1", "h2", "h3", "h4"];
/// How a picture begins in Day One's Markdown.
const PICTURE: &str = "![](dayone-moment:";
/// The most bytes of what follows.
const LONGEST_LINK: usize = 200;

/// The most letters between `&` and `;`.
const LONGEST_NAME: usize = 8;

/// The text of HTML: line breaks where it breaks, its entities as letters, nothing of its scripts
/// and styles. What is not markup (`a < b`, `<3`, `R&D`) stays as it is.
pub(super) fn html(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.trim().to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let read = if from.starts_with('<') { tag(from, &mut out) } else { entity(from, &mut out) };
        let n = read.unwrap_or_else(|| {
            out.push_str(from.get(..1).unwrap_or_default());
            1
        });
        rest = from.get(n..).unwrap_or_default();
    }
    out.push_str(rest);
    tidy(&out)
}

/// Reads one tag and tells its length; none if it is not one.
fn tag(from: &str, out: &mut String) -> Option<usize> {
    let inside = from.get(1..)?;
    if inside.starts_with("!--") {
        // One that is never closed takes the rest with it, as in a browser.
        return Some(inside.find("-->").map_or(from.len(), |end| end + 4));
    }
    let first = inside.trim_start_matches('/').chars().next()?;
    if !first.is_ascii_alphabetic() {
        return None;
    }
    // Another beginning before the end: this one was no tag.
    let end = inside.find(['<', '>']).filter(|end| inside.as_bytes().get(*end) == Some(&b'>'))?;
    let body = inside.get(..end)?;
    let name = body.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let name = name.to_ascii_lowercase();
    let mut n = end + 2;
    match name.as_str() {
        "br" => out.push('\n'),
        it if BREAKS.contains(&it) && !out.is_empty() && !out.ends_with('\n') => out.push('\n'),
        "script" | "style" if !body.starts_with('/') => {
            let after = from.get(n..)?.as_bytes();
            let closes = |at: &usize| {
                let end = after.get(at + 2..at + 2 + name.len());
                end.is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
            };
            n += memchr::memmem::find_iter(after, "</").find(closes).unwrap_or(after.len());
        }
        _ => {}
    }
    Some(n)
}

/// Reads one entity and tells its length; none if it is not one.
fn entity(from: &str, out: &mut String) -> Option<usize> {
    let end = from.bytes().take(LONGEST_NAME + 2).position(|byte| byte == b';')?;
    let name = from.get(1..end)?;
    let letter = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    out.push(letter);
    Some(end + 1)
}

/// Without white space at the ends of lines, and at most one empty line in a row.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut n_empty = 0;
    for line in text.trim().lines() {
        let line = line.trim_end();
        n_empty = if line.is_empty() { n_empty + 1 } else { 0 };
        if n_empty < 2 {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The text of Markdown as Day One writes it: without needless backslashes, pictures and the mark
/// of a heading on the first line. Tells how many pictures there were.
pub(super) fn markdown(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut n_pictures = 0;
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '!']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let picture = from.strip_prefix(PICTURE).and_then(|it| {
            let end = it.bytes().take(LONGEST_LINK).position(|byte| byte == b')')?;
            Some(PICTURE.len() + end + 1)
        });
        let escaped = from.strip_prefix('\\').and_then(|it| it.chars().next());
        let n = match (picture, escaped) {
            (Some(n), _) => {
                n_pictures += 1;
                n
            }
            (None, Some(letter)) if letter.is_ascii_punctuation() => {
                out.push(letter);
                2
            }
            _ => {
                out.push_str(from.get(..1).unwrap_or_default());
                1
            }
        };
        rest = from.get(n..).unwrap_or_default();
    }
    out.push_str(rest);
    let text = out.trim();
    let without = text.trim_start_matches('#');
    let text = if without.starts_with(' ') { without.trim_start() } else { text };
    (tidy(text), n_pictures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text_and_the_rest_stays() {
        let cases = [
            ("plain", "plain"),
            ("a<br>b<br/>c", "a\nb\nc"),
            ("<p>one</p><p>two</p>", "one\ntwo"),
            ("R&amp;D &lt;3 &#65;&#x42; &nbsp;x", "R&D <3 AB  x"),
            ("a < b and c > d, R&D, <3, AT&T;", "a < b and c > d, R&D, <3, AT&T;"),
            ("<script>alert(1)</script>kept", "kept"),
            ("<SCRIPT SRC=//x>never closed", ""),
            ("<img src=x onerror=alert(1)>kept", "kept"),
            ("<!-- gone -->kept", "kept"),
            ("open <b", "open <b"),
            ("<a <b>x", "<a x"),
            ("&#xD800;&#99999999;&;", "&#xD800;&#99999999;&;"),
            ("é&eacute;", "é&eacute;"),
        ];
        for (given, expected) in cases {
            assert_eq!(html(given), expected, "{given:?}");
        }
        println!("markup read: {} cases", cases.len());
    }

    #[test]
    fn markdown_loses_its_needless_backslashes_and_pictures() {
        let cases = [
            ("It\\'s fine\\. 1\\+1\\!", "It's fine. 1+1!", 0),
            ("# A day\nwords", "A day\nwords", 0),
            ("#tag stays", "#tag stays", 0),
            ("a ![](dayone-moment://ABC) b", "a  b", 1),
            ("![](https://x.example/y.png)", "![](https://x.example/y.png)", 0),
            ("C:\\new \\", "C:\\new \\", 0),
            ("![](dayone-moment://open", "![](dayone-moment://open", 0),
        ];
        for (given, expected, n) in cases {
            assert_eq!(markdown(given), (expected.to_owned(), n), "{given:?}");
        }
        println!("markdown read: {} cases", cases.len());
    }
}
