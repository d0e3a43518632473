//! The backup as one page that any browser opens, without this app and from a disk.
//!
//! Job: put a backup into the page and find it there again. What is inside is closed and opened by
//! the browser's own means (PBKDF2 and AES-GCM), so that nothing of ours has to run for it in years
//! to come; this module only knows where it stands.
//! Must not: know a passphrase, or believe a page.

use base64ct::{Base64, Encoding as _};
use thiserror::Error;

/// How often the hash is repeated in a page that is written now: PBKDF2 with SHA-256.
pub const ROUNDS: u32 = 2_000_000;
/// The fewest rounds that are believed: a page of less was not made by this app.
const FEWEST_ROUNDS: u32 = 1_000_000;
/// The most rounds that are done for a page: some seconds.
pub const MOST_ROUNDS: u32 = 20_000_000;
/// Bytes of the salt.
pub const PAGE_SALT: usize = 16;
/// Bytes of the nonce of AES-GCM.
pub const PAGE_NONCE: usize = 12;
/// What is closed has a multiple of so many bytes, so that its size says little.
const STEP: usize = 64 * 1024;
/// The version of this layout.
const VERSION: u32 = 1;
/// Where what is saved begins. A type that no browser runs.
const MARK: &str = "<script type=\"application/octet-stream\" id=\"notes\"";
/// Where it ends.
const END: &str = "</script>";
/// How far into a file its first tag is looked for.
const HEAD: usize = 64;

/// What stands in a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// Everybody who has the file can read it.
    Plain(Vec<u8>),
    /// It opens with a passphrase.
    Sealed {
        /// How often the hash is repeated.
        rounds: u32,
        /// The salt of the passphrase.
        salt: [u8; PAGE_SALT],
        /// The nonce.
        nonce: [u8; PAGE_NONCE],
        /// What AES-GCM made of what [`pack`] gave, its tag at the end.
        data: Vec<u8>,
    },
}

/// Why a page cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BadPage {
    /// It is of a newer version than this app reads.
    #[error("made by a newer version")]
    Newer,
    /// It is not as this app writes it: changed, or part of it is missing.
    #[error("the page is damaged")]
    Damaged,
    /// It asks for fewer rounds than are safe or more than [`MOST_ROUNDS`]; none was done.
    #[error("asks for too little or too much work")]
    Work,
}

/// Whether a file looks like a page of ours.
pub fn is_page(file: &[u8]) -> bool {
    let begins = file.get(..HEAD.min(file.len())).unwrap_or_default().to_ascii_lowercase();
    begins.trim_ascii_start().starts_with(b"<!doctype html")
        && file.windows(MARK.len()).any(|it| it == MARK.as_bytes())
}

/// What is closed: the words that the page shows it with, as one line of JSON, then the backup,
/// then spaces up to the next multiple of 64 KiB.
pub fn pack(words: &str, backup: &str) -> Vec<u8> {
    let mut packed = [words, "\n", backup].concat().into_bytes();
    packed.resize(packed.len().next_multiple_of(STEP), b' ');
    packed
}

/// The backup in what [`pack`] made; none where it is not that.
pub fn unpack(packed: &[u8]) -> Option<&[u8]> {
    let end = packed.iter().position(|byte| *byte == b'\n')?;
    packed.get(end + 1..).map(<[u8]>::trim_ascii_end)
}

/// Writes the page: `template` with `words` and what is saved in its gaps, `{{name}}`.
///
/// A gap without a word stays empty. Words are escaped; the template is ours.
pub fn write_page(template: &str, words: &[(&str, String)], page: &Page) -> String {
    let mut written = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        written.push_str(before);
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        if name == "notes" {
            push_saved(&mut written, page);
        } else if let Some((_, word)) = words.iter().find(|(it, _)| *it == name) {
            push_escaped(&mut written, word);
        }
        rest = after;
    }
    written.push_str(rest);
    written
}

fn push_saved(written: &mut String, page: &Page) {
    written.push_str(MARK);
    written.push_str(" data-version=\"");
    written.push_str(&VERSION.to_string());
    let data = match page {
        Page::Plain(data) => data,
        Page::Sealed { rounds, salt, nonce, data } => {
            let (salt, nonce) = (Base64::encode_string(salt), Base64::encode_string(nonce));
            for (name, value) in [("rounds", rounds.to_string()), ("salt", salt), ("nonce", nonce)]
            {
                for part in ["\" data-", name, "=\"", &value] {
                    written.push_str(part);
                }
            }
            data
        }
    };
    written.push_str("\">");
    written.push_str(&Base64::encode_string(data));
    written.push_str(END);
}

fn push_escaped(written: &mut String, word: &str) {
    for letter in word.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            _ => written.push(letter),
        }
    }
}

/// Finds what was saved in a page. Nothing of the page is run, and no passphrase is needed yet.
///
/// # Errors
/// [`BadPage`].
pub fn read_page(file: &[u8]) -> Result<Page, BadPage> {
    let text = str::from_utf8(file).map_err(|_| BadPage::Damaged)?;
    let (_, rest) = text.split_once(MARK).ok_or(BadPage::Damaged)?;
    let (attributes, rest) = rest.split_once('>').ok_or(BadPage::Damaged)?;
    let (data, _) = rest.split_once(END).ok_or(BadPage::Damaged)?;
    let number = |name| attribute(attributes, name).and_then(|it| it.parse::<u32>().ok());
    match number("version") {
        Some(VERSION) => {}
        Some(other) if other > VERSION => return Err(BadPage::Newer),
        _ => return Err(BadPage::Damaged),
    }
    let data = Base64::decode_vec(data).map_err(|_| BadPage::Damaged)?;
    let Some(salt) = attribute(attributes, "salt") else { return Ok(Page::Plain(data)) };
    let rounds = number("rounds").ok_or(BadPage::Damaged)?;
    if !(FEWEST_ROUNDS..=MOST_ROUNDS).contains(&rounds) {
        return Err(BadPage::Work);
    }
    let salt = exactly(salt).ok_or(BadPage::Damaged)?;
    let nonce = attribute(attributes, "nonce").and_then(exactly).ok_or(BadPage::Damaged)?;
    Ok(Page::Sealed { rounds, salt, nonce, data })
}

fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    attributes.split(' ').find_map(|it| {
        it.strip_prefix("data-")?.strip_prefix(name)?.strip_prefix("=\"")?.strip_suffix('"')
    })
}

fn exactly<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let n_read = Base64::decode(text, &mut bytes).ok()?.len();
    (n_read == N).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEMPLATE: &str =
        "<!doctype html>\n<html lang=\"{{lang}}\"><title>{{title}}</title>\n{{notes}}\n</html>";

    fn words() -> Vec<(&'static str, String)> {
        vec![("lang", "en".into()), ("title", "<\"No & tes\">".into())]
    }

    fn any_page() -> impl Strategy<Value = Page> {
        let data = prop::collection::vec(any::<u8>(), 0..300);
        prop_oneof![
            data.clone().prop_map(Page::Plain),
            (
                FEWEST_ROUNDS..=MOST_ROUNDS,
                any::<[u8; PAGE_SALT]>(),
                any::<[u8; PAGE_NONCE]>(),
                data
            )
                .prop_map(|(rounds, salt, nonce, data)| Page::Sealed {
                    rounds,
                    salt,
                    nonce,
                    data
                }),
        ]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(page in any_page()) {
            let written = write_page(TEMPLATE, &words(), &page);
            prop_assert!(is_page(written.as_bytes()));
            prop_assert!(written.contains("<title>&lt;&quot;No &amp; tes&quot;&gt;</title>"));
            prop_assert_eq!(read_page(written.as_bytes()), Ok(page));
        }

        #[test]
        fn anything_may_stand_there(page in any_page(), at in 0..400_usize, to in any::<u8>(), end in 0..400_usize) {
            let mut written = write_page(TEMPLATE, &words(), &page).into_bytes();
            if let Some(byte) = written.get_mut(at) {
                *byte = to;
            }
            written.truncate(end.max(1));
            // It must only come back, whatever it says.
            drop((is_page(&written), read_page(&written)));
        }

        #[test]
        fn what_is_packed_comes_back(words in "\\{[a-z\":]*\\}", backup in "\\{[ -~\n]*\\}") {
            let packed = pack(&words, &backup);
            prop_assert_eq!(packed.len() % STEP, 0);
            prop_assert_eq!(unpack(&packed), Some(backup.as_bytes()));
        }
    }

    #[test]
    fn what_is_not_as_written_is_refused() {
        let sealed =
            |rounds| Page::Sealed { rounds, salt: [1; 16], nonce: [2; 12], data: vec![3; 40] };
        let written = |page| write_page(TEMPLATE, &words(), &page);
        let good = written(sealed(ROUNDS));
        let rows = [
            (written(sealed(FEWEST_ROUNDS - 1)), BadPage::Work),
            (written(sealed(MOST_ROUNDS + 1)), BadPage::Work),
            (good.replace("data-version=\"1\"", "data-version=\"2\""), BadPage::Newer),
            (good.replace("data-version=\"1\"", "data-version=\"0\""), BadPage::Damaged),
            (good.replace(" data-nonce=\"", " data-once=\""), BadPage::Damaged),
            (good.replace("data-salt=\"A", "data-salt=\""), BadPage::Damaged),
            (good.replace("AwMD", "A%MD"), BadPage::Damaged),
            (good.replace(END, ""), BadPage::Damaged),
            (good.replace("id=\"notes\"", "id=\"other\""), BadPage::Damaged),
        ];
        for (text, why) in &rows {
            assert_eq!(read_page(text.as_bytes()), Err(*why));
        }
        assert!(
            !is_page(b"{\"format\":\"satkarya\"}") && !is_page(b"") && !is_page(b"<!doctype html>")
        );
        assert_eq!(unpack(b"no line"), None);
        println!("pages that are refused: {}", rows.len());
    }
}
