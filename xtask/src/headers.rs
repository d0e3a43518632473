//! The `_headers` file of a static host: path patterns, each followed by
//! indented `Name: value` lines, as Netlify and Cloudflare Pages read it.
//!
//! Parses and matches only; who writes the file is `stamp`.

use anyhow::{Result, bail};

/// The rules of one `_headers` file, in file order.
#[derive(Debug, Default)]
pub(crate) struct Rules(Vec<Rule>);

#[derive(Debug)]
struct Rule {
    pattern: String,
    /// `None` as value takes a header of an earlier rule away (`! Name`).
    headers: Vec<(String, Option<String>)>,
}

impl Rules {
    /// Reads the text of a `_headers` file.
    ///
    /// # Errors
    ///
    /// A line that is neither a path, a header below a path, a comment nor
    /// blank is an error that names the line.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<Rule> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let number = index + 1;
            let words = line.trim();
            if words.is_empty() || words.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                if !words.starts_with('/') {
                    bail!("_headers line {number}: a path starts with /");
                }
                rules.push(Rule { pattern: words.to_owned(), headers: Vec::new() });
                continue;
            }
            let Some(rule) = rules.last_mut() else {
                bail!("_headers line {number}: a header needs a path above it");
            };
            if let Some(name) = words.strip_prefix('!') {
                rule.headers.push((name.trim().to_owned(), None));
            } else if let Some((name, value)) = words.split_once(':') {
                rule.headers.push((name.trim().to_owned(), Some(value.trim().to_owned())));
            } else {
                bail!("_headers line {number}: expected `Name: value`");
            }
        }
        Ok(Self(rules))
    }

    /// The headers for a path that starts with `/`. All rules that match
    /// apply; of two values for the same name the later one wins, which is
    /// what a person who writes a special rule below a general one means.
    pub(crate) fn for_path(&self, path: &str) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        for rule in self.0.iter().filter(|rule| matches(&rule.pattern, path)) {
            for (name, value) in &rule.headers {
                found.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
                if let Some(value) = value {
                    found.push((name.clone(), value.clone()));
                }
            }
        }
        found
    }
}

/// Whether `pattern` covers `path`: `*` stands for anything, `:name` for one
/// part between slashes.
fn matches(pattern: &str, path: &str) -> bool {
    if let Some((before, after)) = pattern.split_once('*') {
        let Some(rest) = path.strip_prefix(before) else { return false };
        return rest
            .char_indices()
            .map(|(at, _)| at)
            .chain([rest.len()])
            .any(|at| rest.get(at..).is_some_and(|rest| matches(after, rest)));
    }
    let (left, right): (Vec<&str>, Vec<&str>) =
        (pattern.split('/').collect(), path.split('/').collect());
    left.len() == right.len()
        && left.iter().zip(&right).all(|(want, have)| want == have || want.starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_match(pattern: &str, path: &str, expected: bool) {
        assert_eq!(matches(pattern, path), expected, "{pattern} against {path}");
    }

    #[test]
    fn patterns() {
        check_match("/*", "/", true);
        check_match("/*", "/a/b.js", true);
        check_match("/sw.js", "/sw.js", true);
        check_match("/sw.js", "/sw.js.map", false);
        check_match("/*.wasm", "/app-1.wasm", true);
        check_match("/*.wasm", "/app-1.js", false);
        check_match("/assets/*", "/other/x", false);
        check_match("/:page/x", "/a/x", true);
        check_match("/:page/x", "/a/b/x", false);
    }

    #[test]
    fn later_rule_wins_and_can_remove() {
        let rules = Rules::parse(
            "/*\n  Cache-Control: no-cache\n  X-One: 1: 2\n\n# note\n/a.js\n  cache-control: max-age=1\n  ! X-One\n",
        )
        .unwrap();
        assert_eq!(
            rules.for_path("/b"),
            [("Cache-Control".into(), "no-cache".into()), ("X-One".into(), "1: 2".into())]
        );
        assert_eq!(rules.for_path("/a.js"), [("cache-control".into(), "max-age=1".into())]);
    }

    #[test]
    fn mistakes_name_the_line() {
        for (text, line) in
            [("  A: b\n", "line 1"), ("/*\n  nonsense\n", "line 2"), ("index.html\n", "line 1")]
        {
            assert!(Rules::parse(text).unwrap_err().to_string().contains(line), "{text:?}");
        }
    }
}
