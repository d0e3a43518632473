//! What runs in the browser never needs `{:?}`: in the published module it
//! prints nothing (docs/adr/0016), so a word made of it is empty there and
//! right everywhere else.
//!
//! Assertions may print what they like: they are not in that module.

use proc_macro2::{TokenStream, TokenTree};

use super::source::Source;
use super::{Problem, tokens};

pub(super) fn check(source: &Source) -> Vec<Problem> {
    let runs_there =
        ["src/", "crates/core/src/"].iter().any(|start| source.path.starts_with(start));
    let is_test = source.path.ends_with("/tests.rs") || source.path.contains("/tests/");
    let mut found = Vec::new();
    if runs_there && !is_test {
        look(&source.tokens, source, &mut found);
    }
    found
}

fn look(stream: &TokenStream, source: &Source, found: &mut Vec<Problem>) {
    let list = tokens::list(stream);
    for (at, token) in list.iter().enumerate() {
        match token {
            TokenTree::Literal(literal)
                if tokens::string(literal).is_some_and(|text| text.contains(":?}")) =>
            {
                found.push(Problem {
                    file: source.path.clone(),
                    line: tokens::line(token),
                    rule: "debug-print",
                    text: "{:?} prints nothing in the published module".to_owned(),
                });
            }
            TokenTree::Group(group)
                if !tokens::is_attribute(&list, at)
                    && !tokens::is_test_module(&list, at)
                    && !is_assertion(&list, at) =>
            {
                look(&group.stream(), source, found);
            }
            _ => {}
        }
    }
}

/// Whether the group at this place belongs to `assert!` or one of its kind.
fn is_assertion(list: &[TokenTree], at: usize) -> bool {
    at.checked_sub(2).is_some_and(|before| {
        tokens::is_sign(list, before + 1, '!')
            && tokens::ident(list, before).is_some_and(|word| word.to_string().contains("assert"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_code(path: &str, code: &str, expected: usize) {
        let source = Source::new(path, code).unwrap();
        assert_eq!(check(&source).len(), expected, "{path}: {code}");
    }

    #[test]
    fn examples() {
        let word = r#"fn word(a: A) -> String { format!("{a:?}") }"#;
        check_code("src/ui/a.rs", word, 1);
        check_code("crates/core/src/a.rs", word, 1);
        check_code("src/ui/a/tests.rs", word, 0);
        check_code("xtask/src/a.rs", word, 0);
        check_code("src/ui/a.rs", &format!("#[cfg(test)] mod tests {{ {word} }}"), 0);
        check_code("src/ui/a.rs", r#"fn a() { debug_assert!(b, "no {c:?}"); }"#, 0);
        check_code("src/ui/a.rs", r#"fn a() { view! { <p id={format!("x-{:?}", b)}/> } }"#, 1);
        check_code("src/ui/a.rs", r#"fn a() { format!("{a}: ?") }"#, 0);
    }
}
