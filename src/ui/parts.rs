//! Questions with what was said to each: on a page, on paper and as plain text.
//!
//! Role: a section with a heading and a list for each. Keys: none.

use leptos::prelude::*;

use super::keyed::Keyed;

/// What stands under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Block {
    /// The heading.
    pub title: String,
    /// What was said: with the name of the question where it has one of its own.
    pub lines: Vec<(String, String)>,
    /// Whether the lines have words of the person's in them, which no machine should translate.
    pub is_own: bool,
}

impl Block {
    /// Lines that have no name.
    pub fn new(title: String, lines: impl IntoIterator<Item = String>, is_own: bool) -> Self {
        Self { title, lines: lines.into_iter().map(|it| (String::new(), it)).collect(), is_own }
    }
}

/// One heading with what was said.
pub fn part(block: Block) -> AnyView {
    let line = |(label, words): (String, String)| {
        view! {
            <li>
                {(!label.is_empty()).then(|| view! { <strong>{label} ": "</strong> })}
                <span translate=block.is_own.then_some("no") dir="auto">
                    {words}
                </span>
            </li>
        }
    };
    view! {
        <section class="told">
            <h2>{block.title}</h2>
            {block.lines.is_empty().then(|| view! { <p class="told__by-hand"></p> })}
            <ul>{block.lines.into_iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// All of them, each for as long as it says the same.
#[component]
pub fn Parts(
    /// What is said.
    #[prop(into)]
    parts: Signal<Vec<Block>>,
) -> impl IntoView {
    view! { <Keyed each=move || parts.get() key=Clone::clone children=part /> }
}

/// The same as plain text.
pub fn plain(title: &str, blocks: &[Block], foot: &str) -> String {
    let mut lines = vec![title.to_owned()];
    for block in blocks {
        lines.extend([String::new(), block.title.to_uppercase()]);
        lines.extend(block.lines.iter().map(|(label, words)| {
            if label.is_empty() { format!("- {words}") } else { format!("{label}: {words}") }
        }));
    }
    lines.extend([String::new(), foot.to_owned(), String::new()]);
    lines.join("\n")
}
