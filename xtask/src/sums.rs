//! `SHA256SUMS`: whether it covers every file of a build, and whether every sum is right, as
//! `sha256sum -c` would find.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::stamp;

/// Sums by file name, as a file of them holds them.
pub(crate) fn read(dist: &Path) -> Result<BTreeMap<String, String>> {
    let text = fs::read_to_string(dist.join(stamp::SUMS))
        .with_context(|| format!("{} is missing; run `cargo xtask build`", stamp::SUMS))?;
    let line = |line: &str| {
        let (sum, name) = line.split_once("  ").with_context(|| format!("not a sum: {line:?}"))?;
        Ok((name.to_owned(), sum.to_owned()))
    };
    text.lines().map(line).collect()
}

/// Compares the sums with the files. Returns how many files there are.
///
/// # Errors
///
/// When a file has no sum, a sum has no file, or one is wrong.
pub(crate) fn check(dist: &Path) -> Result<usize> {
    let stated = read(dist)?;
    let mut found = stamp::list(dist)?;
    // It cannot hold its own.
    found.remove(stamp::SUMS);
    let wrong = differences(&stated, &found);
    ensure!(wrong.is_empty(), "{} and the files differ: {}", stamp::SUMS, wrong.join(", "));
    Ok(found.len())
}

/// The names that only one of two lists has, or that both have with another sum.
pub(crate) fn differences(
    one: &BTreeMap<String, String>,
    other: &BTreeMap<String, String>,
) -> Vec<String> {
    let missing = other.keys().filter(|name| !one.contains_key(*name));
    let different = one.iter().filter(|(name, sum)| other.get(*name) != Some(sum));
    let mut names: Vec<_> = different.map(|(name, _)| name).chain(missing).cloned().collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs() {
        let list = |text: &str| -> BTreeMap<String, String> {
            text.split(' ').map(|it| (it[..1].to_owned(), it[1..].to_owned())).collect()
        };
        for (one, other, expected) in
            [("a1 b2", "a1 b2", ""), ("a1 b2", "a1", "b"), ("a1", "a1 b2", "b"), ("a1", "a2", "a")]
        {
            assert_eq!(differences(&list(one), &list(other)).join(" "), expected, "{one} {other}");
        }
    }
}
