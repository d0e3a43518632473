//! Small tools over token lists, which see inside macros as well as outside;
//! a syntax tree would stop at every `view!`.

use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream, TokenTree};

/// The tokens of a stream as a list.
pub(super) fn list(stream: &TokenStream) -> Vec<TokenTree> {
    stream.clone().into_iter().collect()
}

/// The word at a place.
pub(super) fn ident(tokens: &[TokenTree], at: usize) -> Option<&Ident> {
    match tokens.get(at) {
        Some(TokenTree::Ident(ident)) => Some(ident),
        _ => None,
    }
}

/// Whether a sign stands at a place.
pub(super) fn is_sign(tokens: &[TokenTree], at: usize, sign: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// Whether `::` stands at a place.
pub(super) fn is_path_sign(tokens: &[TokenTree], at: usize) -> bool {
    is_sign(tokens, at, ':') && is_sign(tokens, at + 1, ':')
}

/// The group at a place.
pub(super) fn group(tokens: &[TokenTree], at: usize) -> Option<&Group> {
    match tokens.get(at) {
        Some(TokenTree::Group(group)) => Some(group),
        _ => None,
    }
}

/// Whether the group at this place belongs to an attribute, where literals
/// are documentation or settings.
pub(super) fn is_attribute(tokens: &[TokenTree], at: usize) -> bool {
    group(tokens, at).is_some_and(|group| group.delimiter() == Delimiter::Bracket)
        && (at.checked_sub(1).is_some_and(|before| is_sign(tokens, before, '#'))
            || at.checked_sub(2).is_some_and(|before| {
                is_sign(tokens, before, '#') && is_sign(tokens, before + 1, '!')
            }))
}

/// The text of a string literal; `None` for numbers, characters and bytes.
pub(super) fn string(literal: &Literal) -> Option<String> {
    syn::parse_str::<syn::LitStr>(&literal.to_string()).ok().map(|literal| literal.value())
}

/// The line a token starts on, counted from 1.
pub(super) fn line(token: &TokenTree) -> usize {
    token.span().start().line
}

/// Whether the group at this place is the body of `mod tests`.
pub(super) fn is_test_module(tokens: &[TokenTree], at: usize) -> bool {
    at.checked_sub(2).is_some_and(|before| {
        ident(tokens, before).is_some_and(|word| word == "mod")
            && ident(tokens, before + 1).is_some_and(|word| word == "tests")
    })
}

/// Calls `look` with every list of tokens in the stream, outermost first,
/// leaving out attributes and test modules.
pub(super) fn walk(stream: &TokenStream, look: &mut dyn FnMut(&[TokenTree])) {
    let tokens = list(stream);
    look(&tokens);
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token
            && !is_attribute(&tokens, at)
            && !is_test_module(&tokens, at)
        {
            walk(&group.stream(), look);
        }
    }
}
