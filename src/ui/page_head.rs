//! The head of a page: a way back, one heading, one main action.
//!
//! The heading takes the focus when the page is opened (the shell does that).

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// The head of a page.
#[component]
pub fn PageHead(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The page only stands beside another one, whose heading is the first.
    #[prop(optional, into)]
    aside: Signal<bool>,
    /// Where the way back leads, with its words: `(address, words)`.
    #[prop(optional)]
    back: Option<(String, String)>,
    /// One sentence under the heading.
    #[prop(optional, into)]
    note: MaybeProp<String>,
    /// The main action.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let words = move || title.get();
    let heading = move || {
        if aside.get() {
            view! { <h2 class="page-head__title">{words}</h2> }.into_any()
        } else {
            view! {
                <h1 class="page-head__title" tabindex="-1">
                    {words}
                </h1>
            }
            .into_any()
        }
    };
    view! {
        <header class="page-head">
            {back
                .map(|(href, words)| {
                    view! {
                        <div class="page-head__back">
                            <a href=href>
                                <Icon name=IconName::Back size=1.1 />
                                <span>{words}</span>
                            </a>
                        </div>
                    }
                })}
            {heading}
            {children.map(|children| view! { <div class="page-head__action">{children()}</div> })}
            {move || note.get().map(|note| view! { <p class="page-head__note">{note}</p> })}
        </header>
    }
}
