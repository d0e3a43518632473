//! The third way to a feeling: typing it; and adding a word that is not there.
//!
//! Roles: `searchbox`, a list of words, and a question with radio buttons for the family of an own word.
//! Keys: Enter in the field takes the one word that fits, or adds what was typed.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

use leptos::html;
use leptos::prelude::*;
use satkarya_core::content::vocabulary;
use satkarya_core::diary::{FeelingId, OwnFeeling, Unknown};
use satkarya_core::text::Text;

use super::button::{Button, Tone};
use super::chips::{ChipChoice, Choice};
use super::feelings::Picking;
use super::feelings_words::{self, FeelingWord, NO_FAMILY, WordList};
use super::search_field::SearchField;
use super::shown::Shown;
use crate::i18n::{content_text, msg, t};

/// What is typed, what it finds, and the word that was made of it last.
#[derive(Clone, Copy)]
pub(super) struct Naming {
    words: Memo<Vec<FeelingWord>>,
    typed: RwSignal<String>,
    /// The words that what was typed finds.
    pub(super) found: Memo<Vec<FeelingWord>>,
    /// The own words.
    own: Memo<Vec<FeelingWord>>,
    /// What was typed, if it is a word that nobody knows yet.
    new: Memo<Option<Text<40>>>,
    has_room: Memo<bool>,
    /// The word that was added last, and whether it was asked where it belongs.
    added: RwSignal<Option<FeelingId>>,
    on_own: Callback<OwnFeeling, Option<FeelingId>>,
    on_family: Callback<(FeelingId, FeelingId)>,
}

impl Naming {
    pub(super) fn new(
        words: Memo<Vec<FeelingWord>>,
        max_own: usize,
        on_own: Callback<OwnFeeling, Option<FeelingId>>,
        on_family: Callback<(FeelingId, FeelingId)>,
    ) -> Self {
        let typed = RwSignal::new(String::new());
        let found = Memo::new(move |_| {
            typed.with(|typed| words.with(|words| feelings_words::found(words, typed)))
        });
        let own = Memo::new(move |_| {
            let own = |word: &&FeelingWord| word.is_own;
            words.with(|words| words.iter().filter(own).cloned().collect::<Vec<_>>())
        });
        let new = Memo::new(move |_| {
            let word = Text::<40>::cut(typed.get().trim());
            let is_known = words.with(|words| feelings_words::has_exactly(words, &word));
            (!word.is_blank() && !is_known).then_some(word)
        });
        let has_room = Memo::new(move |_| own.with(Vec::len) < max_own);
        let added = RwSignal::new(None);
        Self { words, typed, found, own, new, has_room, added, on_own, on_family }
    }

    /// Keeps what was typed as an own word, if it is new and there is room. Where it belongs can
    /// be said afterwards.
    pub(super) fn add(self) {
        let Some(word) = self.new.get_untracked().filter(|_| self.has_room.get_untracked()) else {
            return;
        };
        let Ok(family) = FeelingId::try_from(NO_FAMILY) else { return };
        let added = self.on_own.run(OwnFeeling { word, family, unknown: Unknown::new() });
        // What could not be kept stays where it was typed.
        if added.is_some() {
            self.typed.set(String::new());
            self.added.set(added);
        }
    }

    /// Enter: takes the one word that fits, or adds what is typed where none does.
    fn enter(self, picking: Picking) {
        let found = self.found.get_untracked();
        let exact = self.typed.with_untracked(|typed| {
            let is_it = |word: &&FeelingWord| {
                feelings_words::has_exactly(std::slice::from_ref(word), typed)
            };
            found.iter().find(is_it).cloned()
        });
        match (exact, found.as_slice()) {
            (Some(word), _) => self.take(picking, &word),
            (None, [word]) => self.take(picking, &word.clone()),
            (None, []) => self.add(),
            (None, _) => {}
        }
    }

    fn take(self, picking: Picking, word: &FeelingWord) {
        if !picking.chosen.with_untracked(|chosen| chosen.contains(&word.id)) {
            picking.on_toggle.run(word.id.clone());
        }
        self.typed.set(String::new());
    }
}

/// By typing; and a word that is not there can be added.
#[component]
pub(super) fn ByName(picking: Picking, naming: Naming) -> impl IntoView {
    let Naming { typed, found, own, .. } = naming;
    let field = NodeRef::<html::Input>::new();
    let is_typed = move || typed.with(|typed| !typed.trim().is_empty());
    let count = move || {
        let n = i64::try_from(found.with(Vec::len)).unwrap_or_default();
        is_typed().then(|| t(msg::entry_feelings_found(n)))
    };
    let shown = Memo::new(move |_| if is_typed() { found.get() } else { own.get() });
    let legend = move || {
        if is_typed() { count().unwrap_or_default() } else { t(msg::entry_feelings_own()) }
    };
    let heading = move || {
        let has_own = !is_typed() && !own.with(Vec::is_empty);
        has_own.then(|| view! { <h3>{t(msg::entry_feelings_own())}</h3> })
    };
    view! {
        <div on:keydown=move |event| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                naming.enter(picking);
            }
        }>
            <SearchField
                label=t(msg::entry_feelings_search())
                value=typed
                on_input=Callback::new(move |text: String| typed.set(text))
                clear_label=t(msg::common_clear())
                found=Signal::derive(count)
                node_ref=field
            />
        </div>
        <Shown when=move || !is_typed()>
            <p class="feelings__hint soft">{t(msg::entry_feelings_own_hint())}</p>
        </Shown>
        <OwnWord
            naming
            on_added=Callback::new(move |()| {
                // The button that was pressed is gone.
                if let Some(field) = field.get_untracked() {
                    drop(field.focus());
                }
            })
        />
        {heading}
        <WordList
            legend=Signal::derive(legend)
            words=shown
            chosen=picking.chosen
            on_toggle=picking.on_toggle
        />
    }
}

/// Adds what was typed as an own word, at once; then asks where it belongs, which may be left
/// open.
#[component]
fn OwnWord(naming: Naming, on_added: Callback<()>) -> impl IntoView {
    let Naming { words, new, has_room, added, on_family, .. } = naming;
    let add = Callback::new(move |()| {
        naming.add();
        on_added.run(());
    });
    // The word that was added last: which, how it reads, and its family.
    let last = Memo::new(move |_| {
        let id = added.get()?;
        words.with(|words| words.iter().find(|word| word.id == id).cloned())
    });
    move || match new.get() {
        Some(_) if !has_room.get() => {
            Some(view! { <p class="soft">{t(msg::entry_feelings_own_full())}</p> }.into_any())
        }
        Some(word) => {
            let words = t(msg::entry_feelings_own_add(word.to_string()));
            Some(view! { <Button tone=Tone::Quiet on_click=add>{words}</Button> }.into_any())
        }
        None => added.get().map(|id| {
            let word = untrack(|| last.get()).map(|it| it.word).unwrap_or_default();
            let chosen = Signal::derive(move || last.get().map(|it| it.family.to_string()));
            let choose = move |family: Option<String>| {
                if let Some(family) = family.and_then(|family| FeelingId::try_from(family).ok()) {
                    on_family.run((id.clone(), family));
                }
            };
            view! {
                <ChipChoice
                    legend=t(msg::entry_feelings_own_family(word))
                    choices=families()
                    chosen
                    on_choose=Callback::new(choose)
                />
            }
            .into_any()
        }),
    }
}

/// The families as choices.
fn families() -> Vec<Choice> {
    let families = vocabulary().families().iter();
    families.map(|family| Choice::new(family.id().as_str(), content_text(family.name()))).collect()
}
