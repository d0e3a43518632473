//! Effects only touch the outside world. One that writes a signal runs views
//! twice and can run for ever; what it wants is a derived value.
//!
//! The rule sees writes that stand in the effect itself: `.set(…)` and
//! `.update(…)` on anything, which is also what a cell's write looks like; a
//! comment excepts those. It does not follow calls.

use proc_macro2::TokenTree;

use super::source::Source;
use super::{Problem, tokens};

/// Methods that write a signal.
const WRITES: &[&str] = &[
    "set",
    "update",
    "try_set",
    "try_update",
    "set_untracked",
    "update_untracked",
    "maybe_update",
];

pub(super) fn check(source: &Source) -> Vec<Problem> {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let mut found = Vec::new();
    tokens::walk(&source.tokens, &mut |list| {
        for (at, token) in list.iter().enumerate() {
            let starts = matches!(token, TokenTree::Ident(word) if word == "Effect")
                && tokens::is_path_sign(list, at + 1)
                && tokens::ident(list, at + 3)
                    .is_some_and(|word| word.to_string().starts_with("new"));
            if let (true, Some(body)) = (starts, tokens::group(list, at + 4)) {
                writes(&body.stream(), source, &mut found);
            }
        }
    });
    found
}

fn writes(body: &proc_macro2::TokenStream, source: &Source, found: &mut Vec<Problem>) {
    tokens::walk(body, &mut |list| {
        for (at, token) in list.iter().enumerate() {
            let TokenTree::Ident(word) = token else { continue };
            if WRITES.iter().any(|write| word == write)
                && at.checked_sub(1).is_some_and(|before| tokens::is_sign(list, before, '.'))
                && tokens::group(list, at + 1).is_some()
            {
                found.push(Problem {
                    file: source.path.clone(),
                    line: tokens::line(token),
                    rule: "effect-write",
                    text: format!("an effect calls .{word}(…); derive the value instead"),
                });
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_code(code: &str, expected: usize) {
        let source = Source::new("src/state/a.rs", code).unwrap();
        assert_eq!(check(&source).len(), expected, "{code}");
    }

    #[test]
    fn examples() {
        check_code("fn a() { Effect::new(move |_| dom::title(t.get())); }", 0);
        check_code("fn a() { Effect::new(move |_| { b.set(a.get()); }); }", 1);
        check_code(
            "fn a() { Effect::new_isomorphic(move |_| if x { b.update(|b| *b += 1) }); }",
            1,
        );
        check_code("fn a() { b.set(1); Effect::new(move |_| log(b.get())); }", 0);
        check_code("fn a() { view! { <p use:x={Effect::new(move |_| b.set(1))}/> } }", 1);
    }
}
