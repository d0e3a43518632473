//! A word on what was just done or refused.
//!
//! Role: `status`. The region stays on the page while it is empty, since screen readers announce only what changes
//! inside a region they know, and its words are made anew each time, or the same ones would be announced once only.

use super::keyed::Keyed;
use leptos::prelude::*;

/// What was said last.
#[derive(Clone, Copy, Debug)]
pub struct Saying {
    words: RwSignal<Option<String>>,
    /// How often something was said.
    n: RwSignal<u32>,
}

impl Saying {
    /// Says something, in place of what was said before. The page may be gone meanwhile.
    pub fn say(self, words: String) {
        self.n.try_update(|n| *n = n.wrapping_add(1));
        self.words.try_set(Some(words));
    }

    /// Takes the words away.
    pub fn hush(self) {
        self.words.try_set(None);
    }
}

impl Default for Saying {
    fn default() -> Self {
        Self { words: RwSignal::new(None), n: RwSignal::new(0) }
    }
}

/// The place where it is said.
#[component]
pub fn Said(
    /// What is said.
    saying: Saying,
    /// How it looks.
    class: &'static str,
) -> impl IntoView {
    let (words, n) = (saying.words, saying.n);
    view! {
        <p class=class role="status">
            <Keyed
                each=move || words.get().map(|words| (n.get(), words))
                key=|(n, _)| *n
                children=|(_, words)| view! { <span>{words}</span> }
            />
        </p>
    }
}
