//! The first way to a feeling: its family, then its word.
//!
//! Roles: a list of buttons; then a button that leads back, a heading and a list of words.
//! Keys: Tab moves, Enter and Space choose; the focus follows from one to the other.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

use leptos::html;
use leptos::prelude::*;
use satkarya_core::content::{Family, vocabulary};
use satkarya_core::diary::FeelingId;

use super::button::{Button, Tone};
use super::chips::ChipButton;
use super::feelings::Picking;
use super::feelings_words::{FeelingWord, WordList, family_name};
use super::icon::{Icon, IconName};
use crate::i18n::{content_text, msg, t};

/// Family, then word: the words take the place of the families, so that both fit on a small screen.
#[component]
pub(super) fn ByFamily(picking: Picking, to_names: Callback<()>) -> impl IntoView {
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
