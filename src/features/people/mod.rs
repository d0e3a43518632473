//! The people in somebody's life: a list, their circle and a page for each, side by side where there is room.
//!
//! Nobody is scored, counted against another or ranked. Somebody who died is not suggested.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod add;
mod circle;
mod edit;
mod entries;
mod events;
mod fields;
mod finding;
mod groups;
mod list;
mod more;
mod naming;
mod network;
mod person;
mod remove;
mod then;
mod window;
mod worked;

use leptos::prelude::*;
use satkarya_core::id::Id;

use self::circle::CirclePage;
use self::list::PeopleList;
use self::network::NetworkPage;
use self::person::PersonPage;
use crate::platform::{dom, timer};
use crate::route::Route;
use crate::state::AppState;

/// Where the form stands in which somebody is added: in one place at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pane {
    /// Above the list.
    List,
    /// Below the circle, while nobody is in it.
    Circle,
}

/// The list and the page of the person at the present address.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let app = AppState::expect();
    let current = Memo::new(move |_| match app.route.get() {
        Route::Person(id) => Some(id),
        _ => None,
    });
    // The circle stands beside the list where there is room; this is its own address.
    let is_circle = Memo::new(move |_| app.route.get() == Route::Circle);
    let is_network = Memo::new(move |_| app.route.get() == Route::Network);
    let is_list =
        Memo::new(move |_| current.get().is_none() && !is_circle.get() && !is_network.get());
    let adding = RwSignal::new(None::<Pane>);
    let people = app.people();
    let nobody = Memo::new(move |_| people.with(Vec::is_empty) && is_list.get());
    Effect::new(move |before: Option<(Option<Id>, bool, bool)>| {
        let now = (current.get(), is_circle.get(), is_network.get());
        // The shell moves the focus when this page is opened; within it that is our own task.
        if let Some(before) = before
            && before != now
        {
            let came_from = match before {
                (Some(id), ..) => Some(Route::Person(id)),
                (None, is_circle, _) => is_circle.then_some(Route::Circle),
            };
            show_from_the_top(came_from.filter(|_| is_list.get_untracked()));
        }
        now
    });
    view! {
        <div
            class="panes people"
            class:people--nobody=nobody
            data-show=move || if is_list.get() { "list" } else { "page" }
        >
            <div class="pane-list">
                <PeopleList current is_circle adding />
            </div>
            <div class="pane-page">
                {move || match current.get() {
                    Some(id) => view! { <PersonPage id /> }.into_any(),
                    None if is_network.get() => view! { <NetworkPage /> }.into_any(),
                    None => view! { <CirclePage aside=is_list adding /> }.into_any(),
                }}
            </div>
        </div>
    }
}

/// Goes to the heading, or back to the row from which a page was opened.
fn show_from_the_top(came_from: Option<Route>) {
    dom::scroll_to_top();
    timer::spawn(async move {
        timer::pause(0).await;
        dom::focus("main h1");
        if let Some(route) = came_from {
            dom::focus(&format!(".pane-list a[href='{}']", route.href()));
        }
    });
}
