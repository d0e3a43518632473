//! The third way to a feeling: typing it; and adding a word that is not there.
//!
//! Roles: `searchbox`, a list of words, and a question with radio buttons for the family of an own word.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

use leptos::html;
use leptos::prelude::*;
use satkarya_core::content::vocabulary;
use satkarya_core::diary::{FeelingId, OwnFeeling, Unknown};
use satkarya_core::text::Text;

use super::button::{Button, Tone};
use super::chips::{ChipChoice, Choice};
use super::feelings::Picking;
use super::feelings_words::{self, FeelingWord, WordList};
use super::search_field::SearchField;
use crate::i18n::{content_text, msg, t};

/// By typing; and a word that is not there can be added.
#[component]
pub(super) fn ByName(
    picking: Picking,
    on_own: Callback<OwnFeeling>,
    max_own: usize,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let field = NodeRef::<html::Input>::new();
    let found = Memo::new(move |_| {
        typed.with(|typed| picking.words.with(|words| feelings_words::found(words, typed)))
    });
    let is_typed = move || typed.with(|typed| !typed.trim().is_empty());
    let count = move || {
        let n = i64::try_from(found.with(Vec::len)).unwrap_or_default();
        is_typed().then(|| t(msg::entry_feelings_found(n)))
    };
    let own = Memo::new(move |_| picking.words.with(|words| own_words(words)));
    let shown = Memo::new(move |_| if is_typed() { found.get() } else { own.get() });
    let legend = move || {
        if is_typed() { count().unwrap_or_default() } else { t(msg::entry_feelings_own()) }
    };
    let add = Callback::new(move |own: OwnFeeling| {
        typed.set(String::new());
        on_own.run(own);
    });
    let heading = move || {
        let has_own = !is_typed() && !own.with(Vec::is_empty);
        has_own.then(|| view! { <h3>{t(msg::entry_feelings_own())}</h3> })
    };
    view! {
        <SearchField
            label=t(msg::entry_feelings_search())
            value=typed
            on_input=Callback::new(move |text: String| typed.set(text))
            clear_label=t(msg::common_clear())
            found=Signal::derive(count)
            node_ref=field
        />
        <Show when=move || !is_typed()>
            <p class="feelings__hint soft">{t(msg::entry_feelings_own_hint())}</p>
        </Show>
        {heading}
        <WordList
            legend=Signal::derive(legend)
            words=shown
            chosen=picking.chosen
            on_toggle=picking.on_toggle
        />
        <OwnWord
            typed
            is_known=Signal::derive(move || {
                typed.with(|typed| {
                    picking.words.with(|words| feelings_words::has_exactly(words, typed))
                })
            })
            has_room=Signal::derive(move || own.with(Vec::len) < max_own)
            on_add=add
        />
    }
}

fn own_words(words: &[FeelingWord]) -> Vec<FeelingWord> {
    words.iter().filter(|word| word.is_own).cloned().collect()
}

/// Adds what was typed as an own word: first the wish, then the family.
#[component]
fn OwnWord(
    #[prop(into)] typed: Signal<String>,
    is_known: Signal<bool>,
    has_room: Signal<bool>,
    on_add: Callback<OwnFeeling>,
) -> impl IntoView {
    let is_asking = RwSignal::new(false);
    let word = Memo::new(move |_| {
        let word = Text::<40>::cut(typed.get().trim());
        (!word.is_blank() && !is_known.get()).then_some(word)
    });
    let add = move |family: Option<String>| {
        let family = family.and_then(|id| FeelingId::try_from(id).ok());
        if let (Some(word), Some(family)) = (word.get_untracked(), family) {
            is_asking.set(false);
            on_add.run(OwnFeeling { word, family, unknown: Unknown::new() });
        }
    };
    move || {
        let word = word.get()?;
        Some(if !has_room.get() {
            view! { <p class="soft">{t(msg::entry_feelings_own_full())}</p> }.into_any()
        } else if is_asking.get() {
            view! {
                <ChipChoice
                    legend=t(msg::entry_feelings_own_family())
                    choices=families()
                    chosen=Signal::derive(|| None::<String>)
                    on_choose=Callback::new(add)
                />
            }
            .into_any()
        } else {
            view! {
                <Button tone=Tone::Quiet on_click=Callback::new(move |()| is_asking.set(true))>
                    {t(msg::entry_feelings_own_add(word.to_string()))}
                </Button>
            }
            .into_any()
        })
    }
}

/// The families as choices.
fn families() -> Vec<Choice> {
    let families = vocabulary().families().iter();
    families.map(|family| Choice::new(family.id().as_str(), content_text(family.name()))).collect()
}
