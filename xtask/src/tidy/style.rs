//! Rules about a file as such: it opens with its purpose, is not too long,
//! names no address, and never hands HTML to the browser as text.

use proc_macro2::TokenTree;

use super::source::Source;
use super::{Problem, tokens};

/// The longest a file may be, in lines.
const MAX_LINES: usize = 500;

/// Ways to make elements out of text.
const RAW_HTML: &[&str] =
    &["inner_html", "set_inner_html", "set_outer_html", "insert_adjacent_html", "innerHTML"];

pub(super) fn check(source: &Source) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut add = |line, rule, text: String| {
        found.push(Problem { file: source.path.clone(), line, rule, text });
    };
    if !source.text.starts_with("//!") {
        add(0, "module-docs", "does not open with `//!` and what it is for".to_owned());
    }
    let length = source.text.lines().count();
    if length > MAX_LINES {
        add(0, "length", format!("has {length} lines; over {MAX_LINES} it wants a split"));
    }
    if source.path.starts_with("src/") {
        tokens::walk(&source.tokens, &mut |list| {
            for token in list {
                match token {
                    TokenTree::Ident(word) if RAW_HTML.iter().any(|raw| word == raw) => {
                        add(tokens::line(token), "raw-html", format!("uses {word}"));
                    }
                    TokenTree::Literal(literal) => {
                        let text = tokens::string(literal).unwrap_or_default();
                        if text.contains("http://") || text.contains("https://") {
                            let line = tokens::line(token);
                            add(line, "addresses", format!("holds the address {text:?}"));
                        }
                    }
                    _ => {}
                }
            }
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_rules(path: &str, text: &str, expected: &[&str]) {
        let source = Source::new(path, text).unwrap();
        let rules: Vec<_> = check(&source).iter().map(|problem| problem.rule).collect();
        assert_eq!(rules, expected, "{text}");
    }

    #[test]
    fn examples() {
        check_rules("src/a.rs", "//! Purpose.\nfn a() {}\n", &[]);
        check_rules("src/a.rs", "fn a() {}\n", &["module-docs"]);
        check_rules("src/a.rs", "\n//! Late.\n", &["module-docs"]);
        check_rules("src/a.rs", &format!("//! Long.\n{}", "\n".repeat(500)), &["length"]);
        check_rules("src/a.rs", "//! A.\nfn a() { b(\"https://x.org\") }\n", &["addresses"]);
        check_rules("src/a.rs", "//! A.\n/// See https://x.org.\nfn a() {}\n", &[]);
        check_rules("xtask/src/a.rs", "//! A.\nfn a() { b(\"https://x.org\") }\n", &[]);
        check_rules("src/a.rs", "//! A.\nfn a() { view! { <p inner_html=x/> } }\n", &["raw-html"]);
    }
}
