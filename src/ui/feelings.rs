//! Choosing feelings in three equal ways: by family, by place on a pad, by name; and adding own words.
//!
//! Roles: tabs, and in each of them a `group` of checkboxes named by word and described by meaning.
//! Keys: as in `tabs`, `chips`, `feeling_pad` and `feeling_words`.
//! What is chosen stands above the tabs; each addition and removal is announced.

use leptos::html;
use leptos::prelude::*;
use satkarya_core::content::{Family, vocabulary};
use satkarya_core::diary::{Entry, FeelingId, OwnFeeling, Unknown};
use satkarya_core::journal::Journal;
use satkarya_core::text::Text;

use super::button::{Button, Tone};
use super::chips::{ChipButton, ChipChoice, ChipSet, Choice};
use super::feeling_pad::{FeelingPad, PadEdges, PadWord};
use super::feeling_words::{self, FeelingWord, WordList, family_name};
use super::icon::{Icon, IconName};
use super::search_field::SearchField;
use super::tabs::Tabs;
use crate::i18n::{content_text, msg, names, t};

const BY_FAMILY: &str = "family";
const BY_PLACE: &str = "place";
const BY_NAME: &str = "name";

/// What the three ways share.
#[derive(Clone, Copy)]
struct Picking {
    words: Memo<Vec<FeelingWord>>,
    chosen: Signal<Vec<FeelingId>>,
    on_toggle: Callback<FeelingId>,
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
    /// Gives an own word to keep; the caller keeps and chooses it.
    #[prop(into)]
    on_own: Callback<OwnFeeling>,
    /// How many own words there may be.
    max_own: usize,
) -> impl IntoView {
    let words = Memo::new(move |_| journal.with(feeling_words::all));
    let said = RwSignal::new(String::new());
    let word = move |id: &FeelingId| journal.with_untracked(|journal| names::feeling(id, journal));
    let on_toggle = Callback::new(move |id: FeelingId| {
        let was_chosen = chosen.with_untracked(|chosen| chosen.contains(&id));
        on_toggle.run(id.clone());
        let is_chosen = chosen.with_untracked(|chosen| chosen.contains(&id));
        said.set(match (was_chosen, is_chosen) {
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
        said.set(t(msg::entry_feeling_added(own.word.to_string())));
        on_own.run(own);
    });
    let to_names = Callback::new(move |()| way.set(BY_NAME.to_owned()));
    view! {
        <div class="feelings">
            <ChosenWords picking journal />
            <p class="visually-hidden" role="status">
                {move || said.get()}
            </p>
            <Tabs
                label=t(msg::entry_feelings_ways())
                tabs
                chosen=way
                on_choose=Callback::new(move |new: String| way.set(new))
            >
                {move || match way.get().as_str() {
                    BY_PLACE => view! { <ByPlace picking /> }.into_any(),
                    BY_NAME => view! { <ByName picking on_own max_own /> }.into_any(),
                    _ => view! { <ByFamily picking to_names /> }.into_any(),
                }}
            </Tabs>
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
            <Show
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
            </Show>
        </div>
    }
}

/// Family, then word: the words take the place of the families, so that both fit on a small screen.
#[component]
fn ByFamily(picking: Picking, to_names: Callback<()>) -> impl IntoView {
    let family = RwSignal::new(None::<FeelingId>);
    // Where the focus goes on the way back.
    let last = RwSignal::new(None::<FeelingId>);
    move || match family.get() {
        None => view! {
            <Families
                picking
                last=last.get_untracked()
                on_choose=Callback::new(move |id| family.set(Some(id)))
                to_names
            />
        }
        .into_any(),
        Some(id) => view! {
            <OneFamily
                picking
                id=id.clone()
                on_back=Callback::new(move |()| {
                    last.set(Some(id.clone()));
                    family.set(None);
                })
            />
        }
        .into_any(),
    }
}

/// The families.
#[component]
fn Families(
    picking: Picking,
    last: Option<FeelingId>,
    on_choose: Callback<FeelingId>,
    to_names: Callback<()>,
) -> impl IntoView {
    let family = |family: &'static Family| {
        let id = family.id();
        let element = NodeRef::<html::Button>::new();
        if last.as_ref() == Some(id) {
            focus_when_drawn(element);
        }
        let has_chosen = move || {
            let of_family = |word: &FeelingWord| word.family == *id;
            picking.chosen.with(|chosen| {
                picking.words.with(|words| {
                    words.iter().any(|word| of_family(word) && chosen.contains(&word.id))
                })
            })
        };
        view! {
            <li>
                <button
                    node_ref=element
                    class="chip feelings__family"
                    class:feelings__family--chosen=has_chosen
                    type="button"
                    on:click=move |_| on_choose.run(id.clone())
                >
                    {content_text(family.name())}
                </button>
            </li>
        }
    };
    view! {
        <ul class="chips" role="list" aria-label=t(msg::entry_feelings_families())>
            {vocabulary().families().iter().map(family).collect_view()}
            <li>
                <ChipButton on_click=to_names>{t(msg::entry_feelings_own_start())}</ChipButton>
            </li>
        </ul>
        <p class="feelings__hint soft">{t(msg::entry_feelings_family_hint())}</p>
    }
}

/// The words of one family.
#[component]
fn OneFamily(picking: Picking, id: FeelingId, on_back: Callback<()>) -> impl IntoView {
    let name = family_name(vocabulary(), &id);
    let words = Memo::new(move |_| {
        picking.words.with(|words| {
            words.iter().filter(|word| word.family == id).cloned().collect::<Vec<_>>()
        })
    });
    let back = NodeRef::<html::Button>::new();
    focus_when_drawn(back);
    view! {
        <div class="feelings__head">
            <Button tone=Tone::Quiet node_ref=back on_click=on_back>
                <Icon name=IconName::Back />
                {t(msg::entry_feelings_families())}
            </Button>
            <h3>{name.clone()}</h3>
        </div>
        <WordList
            legend=t(msg::entry_feelings_of_family(name))
            words
            chosen=picking.chosen
            on_toggle=picking.on_toggle
        />
    }
}

/// Moves the focus to a button as soon as it is in the document: what had it before is gone.
fn focus_when_drawn(element: NodeRef<html::Button>) {
    Effect::new(move || {
        if let Some(element) = element.get() {
            // A button that cannot take the focus leaves it where it was.
            drop(element.focus());
        }
    });
}

/// The families as choices.
fn families() -> Vec<Choice> {
    let families = vocabulary().families().iter();
    families.map(|family| Choice::new(family.id().as_str(), content_text(family.name()))).collect()
}

/// Two axes, and the words around a place.
#[component]
fn ByPlace(picking: Picking) -> impl IntoView {
    let near = RwSignal::new(Vec::<String>::new());
    let pad_words = Memo::new(move |_| {
        picking.words.with(|words| {
            words
                .iter()
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
            <Show
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
            </Show>
            <p class="soft small">{content_text(vocabulary().note())}</p>
        </div>
    }
}

/// By typing; and a word that is not there can be added.
#[component]
fn ByName(picking: Picking, on_own: Callback<OwnFeeling>, max_own: usize) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let field = NodeRef::<html::Input>::new();
    let found = Memo::new(move |_| {
        typed.with(|typed| picking.words.with(|words| feeling_words::found(words, typed)))
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
                    picking.words.with(|words| feeling_words::has_exactly(words, typed))
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
