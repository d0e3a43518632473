//! No words in views: text that people see comes from `content/`.
//!
//! Every `view!` in `src/` is read with the parser that Leptos itself uses.
//! A string with a letter in it is a problem where it would be shown or read
//! out: as a child (`<p>"Hi"</p>`, `<p>Hi</p>`, `{"Hi"}`), as what a block in
//! child position comes to (`{move || if a { "Hi" } else { … }}`, `format!`,
//! `String::from`), and in attributes and properties that carry words
//! (`aria-label`, `title`, `label` …). Classes, ids, addresses of routes,
//! patterns and arguments of other calls are left alone. A `style` attribute
//! is a problem too: the content policy blocks it, `style:name=` is not.

use std::collections::HashSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens as _;
use rstml::node::{Node, NodeAttribute, NodeElement};
use rstml::{Infallible, Parser, ParserConfig};
use syn::spanned::Spanned as _;

use super::source::Source;
use super::{Problem, tokens};

/// Attributes and properties whose value people see or hear.
const WORDS: &[&str] = &[
    "alt",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "caption",
    "description",
    "heading",
    "hint",
    "label",
    "placeholder",
    "summary",
    "text",
    "title",
];

/// Elements without content, which may stand without a closing slash.
const VOID: &[&str] = &["br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"];

pub(super) fn check(source: &Source) -> Vec<Problem> {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let config = ParserConfig::default()
        .recover_block(true)
        .always_self_closed_elements(VOID.iter().copied().collect::<HashSet<_>>());
    let parser = Parser::new(config);
    let mut found = Found { file: source.path.clone(), problems: Vec::new() };
    tokens::walk(&source.tokens, &mut |list| {
        for (at, token) in list.iter().enumerate() {
            let is_view = matches!(token, TokenTree::Ident(word) if word == "view")
                && tokens::is_sign(list, at + 1, '!');
            if let (true, Some(body)) = (is_view, tokens::group(list, at + 2)) {
                match parser.parse_recoverable(body.stream()).split() {
                    (Some(nodes), errors) if errors.is_empty() => {
                        for node in &nodes {
                            found.node(node);
                        }
                    }
                    _ => found.add(tokens::line(token), "Leptos cannot read this view".to_owned()),
                }
            }
        }
    });
    found.problems
}

struct Found {
    file: String,
    problems: Vec<Problem>,
}

impl Found {
    fn add(&mut self, line: usize, text: String) {
        self.problems.push(Problem { file: self.file.clone(), line, rule: "literals", text });
    }

    fn word(&mut self, line: usize, word: &str) {
        self.add(line, format!("shows {word:?}; the text belongs in content/"));
    }

    fn node(&mut self, node: &Node<Infallible>) {
        match node {
            Node::Text(text) if has_letter(&text.value.value()) => {
                self.word(text.value.span().start().line, &text.value.value());
            }
            Node::RawText(text) if has_letter(&text.to_string_best()) => {
                self.word(text.span().start().line, &text.to_string_best());
            }
            Node::Block(block) => self.shown(&block.to_token_stream(), true),
            Node::Element(element) => self.element(element),
            Node::Fragment(fragment) => fragment.children.iter().for_each(|node| self.node(node)),
            Node::Text(_)
            | Node::RawText(_)
            | Node::Comment(_)
            | Node::Doctype(_)
            | Node::Custom(_) => {}
        }
    }

    fn element(&mut self, element: &NodeElement<Infallible>) {
        for attribute in element.attributes() {
            let NodeAttribute::Attribute(attribute) = attribute else { continue };
            let name = attribute.key.to_string().replace(' ', "");
            if name == "style" {
                let line = attribute.key.span().start().line;
                self.add(line, "has a style attribute, which the content policy blocks".to_owned());
            }
            let name = name.strip_prefix("attr:").or(name.strip_prefix("prop:")).unwrap_or(&name);
            if let (true, Some(value)) = (WORDS.contains(&name), attribute.value()) {
                self.shown(&value.to_token_stream(), true);
            }
        }
        element.children.iter().for_each(|node| self.node(node));
    }

    /// Looks for strings that a piece of code comes to. `is_value` tells
    /// whether the list itself is such a piece, rather than arguments.
    fn shown(&mut self, code: &TokenStream, is_value: bool) {
        let list = tokens::list(code);
        for (at, token) in list.iter().enumerate() {
            match token {
                TokenTree::Literal(literal) if is_value && comes_out(&list, at) => {
                    let text = tokens::string(literal).unwrap_or_default();
                    if has_letter(&text) {
                        self.word(tokens::line(token), &text);
                    }
                }
                // A view inside is read by itself, with its own rules.
                TokenTree::Group(_) if is_macro(&list, at, "view") => {}
                TokenTree::Group(group) => {
                    let makes_text = is_macro(&list, at, "format") || is_string_from(&list, at);
                    if makes_text {
                        self.first_string(&group.stream());
                    } else {
                        let value =
                            is_value && group.delimiter() == Delimiter::Brace || is_some(&list, at);
                        self.shown(&group.stream(), value);
                    }
                }
                _ => {}
            }
        }
    }

    /// The string at the front of `format!` or `String::from`.
    fn first_string(&mut self, arguments: &TokenStream) {
        let first = arguments.clone().into_iter().next();
        if let Some(token @ TokenTree::Literal(literal)) = &first {
            let text = tokens::string(literal).unwrap_or_default();
            // What stands in the gaps of `format!` is code.
            let words: String = text
                .split('{')
                .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest))
                .collect();
            if has_letter(&words) {
                self.word(tokens::line(token), &text);
            }
        }
    }
}

fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// Whether a literal is what its block, arm or closure comes to: it stands at
/// the front or after `=>`, `|`, `;` or `return`, and nothing but a method
/// call or the end of its arm follows.
fn comes_out(list: &[TokenTree], at: usize) -> bool {
    let starts = match at.checked_sub(1) {
        None => true,
        Some(before) => match list.get(before) {
            Some(TokenTree::Punct(sign)) => match sign.as_char() {
                '|' | ';' => true,
                '>' => before.checked_sub(1).is_some_and(|arrow| tokens::is_sign(list, arrow, '=')),
                _ => false,
            },
            Some(TokenTree::Ident(word)) => word == "return",
            _ => false,
        },
    };
    let ends = match list.get(at + 1) {
        None => true,
        Some(TokenTree::Punct(sign)) => matches!(sign.as_char(), ',' | '.' | ';'),
        Some(_) => false,
    };
    starts && ends
}

fn is_macro(list: &[TokenTree], at: usize, name: &str) -> bool {
    at.checked_sub(2).is_some_and(|before| {
        tokens::ident(list, before).is_some_and(|word| word == name)
            && tokens::is_sign(list, before + 1, '!')
    })
}

fn is_string_from(list: &[TokenTree], at: usize) -> bool {
    at.checked_sub(4).is_some_and(|before| {
        tokens::ident(list, before).is_some_and(|word| word == "String")
            && tokens::is_path_sign(list, before + 1)
            && tokens::ident(list, before + 3).is_some_and(|word| word == "from")
    })
}

fn is_some(list: &[TokenTree], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        tokens::ident(list, before).is_some_and(|word| word == "Some" || word == "Ok")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_view(view: &str, expected: usize) {
        let code = format!("fn a() -> impl IntoView {{ view! {{ {view} }} }}");
        let found = check(&Source::new("src/ui/a.rs", &code).unwrap());
        assert_eq!(found.len(), expected, "{view}: {found:?}");
    }

    #[test]
    fn words_that_are_shown() {
        check_view("<p>\"Hello\"</p>", 1);
        check_view("<p>Hello there</p>", 1);
        check_view("<p>{\"Hello\"}</p>", 1);
        check_view("<p>{move || \"Hello\"}</p>", 1);
        check_view("<p>{if a { \"yes\" } else { \"no\" }}</p>", 2);
        check_view("<p>{match a { A => \"yes\", B => t(msg::no()) }}</p>", 1);
        check_view("<p>{\"Hello\".to_owned()}</p>", 1);
        check_view("<p>{format!(\"{a} entries\")}</p>", 1);
        check_view("<p>{String::from(\"Hello\")}</p>", 1);
        check_view("<p>{Some(\"Hello\")}</p>", 1);
        check_view("<ul><li><b>\"नमस्ते\"</b></li></ul>", 1);
        check_view("<A>{move || view! { <p>\"inside\"</p> }}</A>", 1);
    }

    #[test]
    fn attributes_that_are_read() {
        check_view("<button aria-label=\"Close\"/>", 1);
        check_view("<input placeholder=\"Name\">", 1);
        check_view("<Field label=\"Name\"/>", 1);
        check_view("<p title=move || if a { \"yes\" } else { \"\" }></p>", 1);
        check_view("<p attr:title=\"yes\"></p>", 1);
        check_view("<p style=\"color: red\"></p>", 1);
    }

    #[test]
    fn what_is_left_alone() {
        check_view("<p class=\"card\" id=\"a\" role=\"status\">{t(msg::hello())}</p>", 0);
        check_view("<a href=\"#/today\" class:on=move || a == \"b\">{name}</a>", 0);
        check_view("<p>\"·\" {format!(\"{a} / {b:?}\")} \"1:1\"</p>", 0);
        check_view("<p>{match a { \"x\" => b, _ => c }}</p>", 0);
        check_view("<p>{let c = a == \"x\"; f(\"key\", c)}</p>", 0);
        check_view("<p style:width=w aria-label=t(msg::close())></p>", 0);
        check_view("<input type=\"text\"><br/>", 0);
        check_view("<Field label=Signal::derive(move || t(msg::name()))/>", 0);
    }

    #[test]
    fn views_that_cannot_be_read() {
        // The first `>` ends the tag; such a value needs braces.
        check_view("<A words=a.collect::<Vec<_>>() b=c/>", 1);
        check_view("<A words={a.collect::<Vec<_>>()} b=c/>", 0);
    }

    #[test]
    fn tests_and_other_folders_are_free() {
        let code = "//! A.\n#[cfg(test)] mod tests { fn a() { view! { <p>\"Hello\"</p> } } }";
        assert!(check(&Source::new("src/ui/a.rs", code).unwrap()).is_empty());
        let code = "fn a() { view! { <p>\"Hello\"</p> } }";
        assert!(check(&Source::new("xtask/src/a.rs", code).unwrap()).is_empty());
    }
}
