//! Words that SatKarya does not use, in the pages that no build script reads.
//!
//! Everything under `content/` is checked when the app is built. The pages
//! that stand by themselves are checked here, with the same list and the same
//! way of looking.

#[path = "../../../crates/core/build/wording.rs"]
mod rules;

use anyhow::{Result, anyhow};
use walkdir::WalkDir;

use super::Problem;
use crate::stamp::html;
use crate::workspace;

/// The list.
const LIST: &str = "content/en/wording.toml";

pub(super) fn check() -> Result<Vec<Problem>> {
    let root = workspace::root();
    let list = rules::Rules::read(&root.join(LIST)).map_err(|errors| anyhow!(errors.join("; ")))?;
    let mut pages = vec![root.join("index.html")];
    for entry in WalkDir::new(root.join("public")).sort_by_file_name() {
        let path = entry?.into_path();
        if path.extension().is_some_and(|ending| ending == "html" || ending == "webmanifest") {
            pages.push(path);
        }
    }
    let mut found = Vec::new();
    for path in pages {
        let text = workspace::read(&path)?;
        // The manifest is no page; all its values are for reading.
        let text = if path.extension().is_some_and(|ending| ending == "html") {
            words(&text)?
        } else {
            text
        };
        let file = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        for hit in list.check("", &text) {
            let text = hit.trim_start_matches(": ").to_owned();
            found.push(Problem { file: file.clone(), line: 0, rule: "wording", text });
        }
    }
    Ok(found)
}

/// What people can read on a page: the text between tags, and the attributes
/// that are shown or read out. Scripts and styles are not in our pages.
fn words(page: &str) -> Result<String> {
    let mut text = String::with_capacity(page.len());
    for tag in html::tags(page)? {
        for name in ["alt", "aria-label", "content", "placeholder", "title"] {
            text.push_str(tag.get(name).unwrap_or_default());
            // A full stop, so that no phrase is found across two texts.
            text.push_str(" . ");
        }
        text.push_str(tag.rest.split('<').next().unwrap_or_default());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_page(page: &str, expected: usize) {
        let list = "[[avoid]]\nphrases = [\"streak\"]\nreason = \"no\"\n";
        let list = rules::Rules::parse(list).unwrap();
        assert_eq!(list.check("", &words(page).unwrap()).len(), expected, "{page}");
    }

    #[test]
    fn only_what_people_read() {
        check_page("<p>Your <b>streak</b></p>", 1);
        check_page("<p title=\"Your streak\"></p>", 1);
        check_page("<p data-word=\"streak\" class=\"streak\">Your days</p>", 0);
        check_page("<p>Your days</p><!-- <p>streak</p> -->", 0);
    }
}
