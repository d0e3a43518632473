//! The checks that look at bytes only, before anything is read from them.

use crate::transfer::import::{BadFile, MAX_BYTES, MAX_DEPTH};

/// The text of a file that is of bearable size, in UTF-8, an object and not nested too deep.
///
/// A byte order mark of UTF-8 is passed over.
pub(super) fn scan(bytes: &[u8]) -> Result<&str, BadFile> {
    if bytes.len() > MAX_BYTES {
        return Err(BadFile::TooLarge { bytes: bytes.len() });
    }
    if bytes.starts_with(b"age-encryption.org/") {
        return Err(BadFile::Locked);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
        None => return Err(BadFile::Empty),
        Some(b'{') => {}
        Some(_) => return Err(BadFile::NotOurs),
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let (line, column) = place(bytes, error.valid_up_to());
        BadFile::NotText { line, column }
    })?;
    match too_deep(bytes) {
        Some(at) => {
            let (line, column) = place(bytes, at);
            Err(BadFile::TooDeep { line, column })
        }
        None => Ok(text),
    }
}

/// Line and column of a byte, both from 1.
fn place(bytes: &[u8], at: usize) -> (usize, usize) {
    let before = bytes.get(..at).unwrap_or(bytes);
    let line = memchr::memchr_iter(b'\n', before).count() + 1;
    let start = memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
    (line, before.len() - start + 1)
}

/// The bracket that opens a level too many. Brackets within strings do not count.
pub(crate) fn too_deep(bytes: &[u8]) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    bytes.iter().position(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => depth += 1,
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > MAX_DEPTH
    })
}
