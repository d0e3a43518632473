//! Choosing feelings in three equal ways: by family, by place on a pad, by name; and adding own words.
//!
//! Roles: tabs, and in each of them a `group` of checkboxes named by word and described by meaning.
//! Keys: as in `tabs`, `chips`, `feeling_pad` and `feelings_words`.
//! What is chosen stands above the tabs; each addition and removal is announced.

use leptos::prelude::*;
use satkarya_core::content::vocabulary;
use satkarya_core::diary::{Entry, FeelingId, OwnFeeling};
use satkarya_core::journal::Journal;

use super::button::{Button, Tone};
use super::chips::{ChipSet, Choice};
use super::feeling_pad::{FeelingPad, PadEdges, PadWord};
use super::feelings_families::ByFamily;
use super::feelings_names::{ByName, Naming};
use super::feelings_words::{self, FeelingWord, WordList};
use super::said::{Said, Saying};
use super::shown::Shown;
use super::tabs::Tabs;
use crate::i18n::{content_text, msg, names, t};

const BY_FAMILY: &str = "family";
const BY_PLACE: &str = "place";
const BY_NAME: &str = "name";

/// What the three ways share.
#[derive(Clone, Copy)]
pub(super) struct Picking {
    /// Every word.
    pub(super) words: Memo<Vec<FeelingWord>>,
    /// What is chosen.
    pub(super) chosen: Signal<Vec<FeelingId>>,
    /// Gives the word that was tapped, and announces what became of it.
    pub(super) on_toggle: Callback<FeelingId>,
}

/// Chooses feelings.
#[component]
pub fn FeelingsPicker(
    /// The records, for the own words in them.
    #[prop(into)]
    journal: Signal<Journal>,
    /// What is chosen, at most [`Entry::MAX_FEELINGS`].
    #[prop(into)]
    chosen: Signal<Vec<FeelingId>>,
    /// Gives the word that was tapped; the caller adds it or takes it away.
    #[prop(into)]
    on_toggle: Callback<FeelingId>,
    /// Gives an own word to keep; the caller keeps and chooses it, and tells which it is.
    #[prop(into)]
    on_own: Callback<OwnFeeling, Option<FeelingId>>,
    /// Gives an own word that was kept, and the family it is closest to.
    #[prop(into)]
    on_family: Callback<(FeelingId, FeelingId)>,
    /// How many own words there may be.
    max_own: usize,
    /// The person is done. A word that was typed and is known nowhere is kept before.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let words = Memo::new(move |_| journal.with(feelings_words::all));
    let saying = Saying::default();
    let word = move |id: &FeelingId| journal.with_untracked(|journal| names::feeling(id, journal));
    let on_toggle = Callback::new(move |id: FeelingId| {
        let was_chosen = chosen.with_untracked(|chosen| chosen.contains(&id));
        on_toggle.run(id.clone());
        let is_chosen = chosen.with_untracked(|chosen| chosen.contains(&id));
        saying.say(match (was_chosen, is_chosen) {
            (false, true) => t(msg::entry_feeling_added(word(&id))),
            (true, false) => t(msg::entry_feeling_removed(word(&id))),
            _ => t(msg::entry_feelings_full()),
        });
    });
    let picking = Picking { words, chosen, on_toggle };
    let way = RwSignal::new(BY_FAMILY.to_owned());
    let tabs = vec![
        Choice::new(BY_FAMILY, t(msg::entry_feelings_by_family())),
        Choice::new(BY_PLACE, t(msg::entry_feelings_by_pad())),
        Choice::new(BY_NAME, t(msg::entry_feelings_by_search())),
    ];
    let on_own = Callback::new(move |own: OwnFeeling| {
        let word = own.word.to_string();
        let id = on_own.run(own);
        if id.is_some() {
            saying.say(t(msg::entry_feeling_added(word)));
        }
        id
    });
    let naming = Naming::new(words, max_own, on_own, on_family);
    let done = move |()| {
        if naming.found.with_untracked(Vec::is_empty) {
            naming.add();
        }
        on_done.run(());
    };
    let to_names = Callback::new(move |()| way.set(BY_NAME.to_owned()));
    view! {
        <div class="feelings">
            <ChosenWords picking journal />
            <Said saying class="visually-hidden" />
            <Tabs
                label=t(msg::entry_feelings_ways())
                tabs
                chosen=way
                on_choose=Callback::new(move |new: String| way.set(new))
            >
                {move || match way.get().as_str() {
                    BY_PLACE => view! { <ByPlace picking /> }.into_any(),
                    BY_NAME => view! { <ByName picking naming /> }.into_any(),
                    _ => view! { <ByFamily picking to_names /> }.into_any(),
                }}
            </Tabs>
        </div>
        <div class="dialog__actions">
            <Button tone=Tone::Primary on_click=Callback::new(done)>
                {t(msg::common_done())}
            </Button>
        </div>
    }
}

/// What is chosen, each a chip that takes it away; and a word when there is no room for more.
#[component]
fn ChosenWords(picking: Picking, journal: Signal<Journal>) -> impl IntoView {
    let chosen = picking.chosen;
    let choices = Signal::derive(move || {
        let chosen = chosen.get();
        journal.with(|journal| {
            chosen
                .iter()
                .map(|id| Choice::new(id.as_str(), names::feeling(id, journal)))
                .collect::<Vec<_>>()
        })
    });
    let values = move || chosen.get().iter().map(ToString::to_string).collect::<Vec<_>>();
    let is_full = move || chosen.with(Vec::len) >= Entry::MAX_FEELINGS;
    let hint = move || {
        if is_full() { t(msg::entry_feelings_full()) } else { t(msg::entry_feelings_hint()) }
    };
    view! {
        <div class="feelings__chosen">
            <p class="soft small">{hint}</p>
            <Shown
                when=move || !chosen.with(Vec::is_empty)
                fallback=|| view! { <p class="feelings__none soft">{t(msg::common_none_chosen())}</p> }
            >
                <ChipSet
                    legend=t(msg::common_chosen())
                    legend_hidden=true
                    choices
                    chosen=Signal::derive(values)
                    on_toggle=Callback::new(move |id: String| {
                        if let Ok(id) = FeelingId::try_from(id) {
                            picking.on_toggle.run(id);
                        }
                    })
                />
            </Shown>
        </div>
    }
}

/// Two axes, and the words around a place.
#[component]
fn ByPlace(picking: Picking) -> impl IntoView {
    let near = RwSignal::new(Vec::<String>::new());
    let pad_words = Memo::new(move |_| {
        picking.words.with(|words| {
            words
                .iter()
                // A word without a family has no place yet.
                .filter(|word| vocabulary().family(&word.family).is_some())
                .map(|word| PadWord {
                    value: word.id.to_string(),
                    label: word.word.clone(),
                    pleasant: word.pleasant,
                    energy: word.stirred,
                })
                .collect::<Vec<_>>()
        })
    });
    let words = Memo::new(move |_| {
        let near = near.get();
        picking.words.with(|words| {
            let find = |id: &String| words.iter().find(|word| word.id.as_str() == id).cloned();
            near.iter().filter_map(find).collect::<Vec<_>>()
        })
    });
    let edges = PadEdges {
        more_energy: t(msg::entry_feelings_pad_stirred()),
        less_energy: t(msg::entry_feelings_pad_quiet()),
        unpleasant: t(msg::entry_feelings_pad_unpleasant()),
        pleasant: t(msg::entry_feelings_pad_pleasant()),
    };
    let values = move || picking.chosen.get().iter().map(ToString::to_string).collect::<Vec<_>>();
    view! {
        <div class="pad">
            <FeelingPad
                label=t(msg::entry_feelings_pad_label())
                edges
                words=pad_words
                chosen=Signal::derive(values)
                on_place=Callback::new(move |ids| near.set(ids))
            />
            <Shown
                when=move || !near.with(Vec::is_empty)
                fallback=|| {
                    view! { <p class="feelings__hint soft">{t(msg::entry_feelings_place_hint())}</p> }
                }
            >
                <WordList
                    legend=t(msg::entry_feelings_near())
                    words
                    chosen=picking.chosen
                    on_toggle=picking.on_toggle
                />
            </Shown>
            <p class="soft small">{content_text(vocabulary().note())}</p>
        </div>
    }
}
