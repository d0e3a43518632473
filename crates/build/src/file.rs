//! The page that a person may save their diary as: markup, style and script become one template.
//!
//! Its policy allows this one style and this one script, by their hashes, and nothing else.

use std::{fs, path::Path};

use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};

use crate::Problems;

/// Puts `notes.html`, `notes.css` and `notes.js` of a folder together. The gaps for words and for
/// what is saved stay.
pub(crate) fn template(folder: &Path) -> Result<String, Problems> {
    let read = |name: &str| fs::read_to_string(folder.join(name));
    let (page, style, script) = (read("notes.html")?, read("notes.css")?, read("notes.js")?);
    for (name, text) in [("notes.html", &page), ("notes.css", &style), ("notes.js", &script)] {
        // Browsers hash a page with plain line ends, whatever it has: the policy would refuse both.
        if text.contains('\r') {
            return Err(vec![format!("{name}: has line ends of Windows")].into());
        }
    }
    for (name, text) in [("notes.css", &style), ("notes.js", &script)] {
        // Either would be taken for markup, or for a gap.
        if text.contains("</") || text.contains("<!--") || text.contains("{{") {
            return Err(vec![format!("{name}: holds \"</\", \"<!--\" or \"{{{{\"")].into());
        }
    }
    let hash = |text: &str| format!("sha256-{}", Base64::encode_string(&Sha256::digest(text)));
    let filled = page
        .replace("{{style-hash}}", &hash(&style))
        .replace("{{script-hash}}", &hash(&script))
        .replace("{{style}}", &style)
        .replace("{{script}}", &script);
    Ok(filled)
}
