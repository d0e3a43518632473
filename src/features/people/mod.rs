//! The people in somebody's life: a list, and a page for each, side by side where there is room.
//!
//! Nobody is scored, counted against another or ranked. Somebody who died is not suggested.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod add;
mod edit;
mod entries;
mod groups;
mod list;
mod naming;
mod not_kept;
mod person;
mod remove;
mod sitting;
mod window;

use leptos::prelude::*;
use satkarya_core::id::Id;

use self::list::PeopleList;
use self::person::PersonPage;
use crate::i18n::{msg, t};
use crate::platform::{dom, timer};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::empty_state::EmptyState;

/// The list and the page of the person at the present address.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let app = AppState::expect();
    let current = Memo::new(move |_| match app.route.get() {
        Route::Person(id) => Some(id),
        _ => None,
    });
    let people = app.people();
    let nobody = Memo::new(move |_| people.with(Vec::is_empty) && current.get().is_none());
    Effect::new(move |before: Option<Option<Id>>| {
        let now = current.get();
        // The shell moves the focus when this page is opened; within it that is our own task.
        if let Some(before) = before
            && before != now
        {
            show_from_the_top(now.is_none().then_some(before).flatten());
        }
        now
    });
    view! {
        <div
            class="panes people"
            class:people--nobody=nobody
            data-show=move || if current.get().is_some() { "page" } else { "list" }
        >
            <div class="pane-list">
                <PeopleList current />
            </div>
            <div class="pane-page">
                {move || match current.get() {
                    Some(id) => view! { <PersonPage id /> }.into_any(),
                    None => {
                        view! {
                            <div class="page">
                                <EmptyState
                                    title=t(msg::people_choose_title())
                                    text=t(msg::people_choose_body())
                                />
                            </div>
                        }
                            .into_any()
                    }
                }}
            </div>
        </div>
    }
}

/// Goes to the heading, or back to the row from which a page was opened.
fn show_from_the_top(came_from: Option<Id>) {
    dom::scroll_to_top();
    timer::spawn(async move {
        timer::pause(0).await;
        dom::focus("main h1");
        if let Some(id) = came_from {
            dom::focus(&format!(".pane-list a[href='{}']", Route::Person(id).href()));
        }
    });
}
