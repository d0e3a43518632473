//! Conditions that are set: each a chip that takes it away, and one button for all of them.
//!
//! Role: `button`s, named by what they take away. Keys: Tab, Enter and Space, from the browser. The
//! caller says where the focus goes, since what was pressed is gone.

use leptos::prelude::*;

use super::button::{Button, Tone};
use super::icon::{Icon, IconName};
use super::shown::Shown;
use crate::i18n::{msg, t};

/// The chips; nothing where no condition is set.
#[component]
pub fn SetChips(
    /// The conditions in words.
    #[prop(into)]
    names: Signal<Vec<String>>,
    /// Takes the condition at this place away.
    on_remove: Callback<usize>,
    /// What takes all of them away, in words.
    #[prop(into)]
    clear: Signal<String>,
    /// Takes all of them away.
    on_clear: Callback<()>,
) -> impl IntoView {
    let chip = move |(place, name): (usize, String)| {
        let label = t(msg::filter_remove(name.clone()));
        view! {
            <button
                class="chip"
                type="button"
                aria-label=label
                on:click=move |_| on_remove.run(place)
            >
                <span>{name}</span>
                <Icon name=IconName::Close size=1.0 />
            </button>
        }
    };
    view! {
        <Shown when=move || !names.with(Vec::is_empty)>
            <div class="cluster no-print">
                {move || names.get().into_iter().enumerate().map(chip).collect_view()}
                <Button tone=Tone::Quiet on_click=on_clear>
                    {move || clear.get()}
                </Button>
            </div>
        </Shown>
    }
}
