//! A short message at the edge of the screen, with one thing to do about it, mostly "Undo".
//!
//! Role: `status`, so that it is read politely and takes no focus. The region stays on the page while it is empty:
//! screen readers announce only what changes inside a region they know. How long a message stays is the caller's business.

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// The place for messages.
#[component]
pub fn NoticeBar(
    /// The message; nothing to show when empty.
    #[prop(into)]
    text: Signal<Option<String>>,
    /// What the button does, as a verb.
    #[prop(optional, into)]
    action: MaybeProp<String>,
    /// Does it.
    #[prop(optional, into)]
    on_action: Option<Callback<()>>,
    /// The name of the cross that takes the message away.
    #[prop(into)]
    dismiss_label: Signal<String>,
    /// Takes the message away.
    #[prop(into)]
    on_dismiss: Callback<()>,
) -> impl IntoView {
    let buttons = move || {
        let act = on_action.zip(action.get()).map(|(act, label)| {
            view! {
                <button class="notice__action" type="button" on:click=move |_| act.run(())>
                    {label}
                </button>
            }
        });
        view! {
            {act}
            <button
                class="notice__close"
                type="button"
                aria-label=dismiss_label.get()
                on:click=move |_| on_dismiss.run(())
            >
                <Icon name=IconName::Close />
            </button>
        }
    };
    view! {
        <div class="frame__notices" role="status">
            {move || {
                text.get()
                    .map(|text| {
                        view! {
                            <div class="notice">
                                <span class="notice__text">{text}</span>
                                {buttons}
                            </div>
                        }
                    })
            }}
        </div>
    }
}
