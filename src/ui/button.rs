//! Buttons, and links that look like them.
//!
//! Role: `button` or `link`. Name: the children, or `label` when only an icon is shown.
//! Keys: Enter and Space (button), Enter (link), from the browser.

use leptos::prelude::*;

/// How much a button asks for attention. One primary button a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Outlined.
    #[default]
    Plain,
    /// The one main action of a page.
    Primary,
    /// Without a border, for what may be passed by.
    Quiet,
    /// For what takes something away. Never the primary button.
    Danger,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Primary => "button button--primary",
            Self::Quiet => "button button--quiet",
            Self::Danger => "button button--danger",
        }
    }
}

/// A button.
///
/// A button that cannot act now stays reachable by keyboard (`aria-disabled`), so that nobody loses their place.
#[component]
pub fn Button(
    /// How much it asks for attention.
    #[prop(optional)]
    tone: Tone,
    /// Something is being done because of it: it keeps its place and does not act twice.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// It cannot act now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// For a button that is on or off: which it is.
    #[prop(optional, into)]
    pressed: MaybeProp<bool>,
    /// The name, when the children are only an icon.
    #[prop(optional, into)]
    label: MaybeProp<String>,
    /// Sends the form around it; `on_click` may then be left out.
    #[prop(optional)]
    submit: bool,
    /// As wide as its surroundings.
    #[prop(optional)]
    wide: bool,
    /// Only an icon inside: square, and `label` must be given.
    #[prop(optional)]
    icon_only: bool,
    /// Where to find the element, for moving the focus to it.
    #[prop(optional)]
    node_ref: NodeRef<leptos::html::Button>,
    /// What it does.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
    /// What stands on it.
    children: Children,
) -> impl IntoView {
    let blocked = move || busy.get() || disabled.get();
    view! {
        <button
            node_ref=node_ref
            type=if submit { "submit" } else { "button" }
            class=tone.class()
            class:button--wide=wide
            class:button--icon=icon_only
            aria-label=move || label.get()
            aria-pressed=move || pressed.get().map(|on| on.to_string())
            aria-busy=move || busy.get().then_some("true")
            aria-disabled=move || blocked().then_some("true")
            on:click=move |event| {
                if blocked() {
                    event.prevent_default();
                } else if let Some(act) = on_click {
                    act.run(());
                }
            }
        >
            {children()}
        </button>
    }
}

/// A link that looks like a button: it goes somewhere, a button does something.
#[component]
pub fn LinkButton(
    /// Where it goes.
    #[prop(into)]
    href: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    tone: Tone,
    /// As wide as its surroundings.
    #[prop(optional)]
    wide: bool,
    /// Which element says more, where its own words say little.
    #[prop(optional)]
    described_by: Option<&'static str>,
    /// What stands on it.
    children: Children,
) -> impl IntoView {
    view! {
        <a
            class=tone.class()
            class:button--wide=wide
            href=move || href.get()
            aria-describedby=described_by
        >
            {children()}
        </a>
    }
}
