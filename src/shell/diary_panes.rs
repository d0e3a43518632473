//! The diary and the entry that is open: side by side where there is room, one at a time where
//! there is not. A pane that is not shown is not in the document.
//!
//! A form keeps its place while the window grows or shrinks: only the list beside it comes and
//! goes.

use leptos::prelude::*;
use satkarya_core::id::Id;

use crate::features::{diary, entry};
use crate::i18n::{msg, t};
use crate::platform::dom;
use crate::platform::timer::Timer;
use crate::route::Route;
use crate::state::{AppState, Energy, Prefs};
use crate::ui::empty_state::EmptyState;
use crate::ui::shown::Shown;

/// From this width on there is room for two panes; the sheet says the same.
const ROOM_FOR_TWO: &str = "(width >= 60rem)";

/// What stands in the pane of the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Open {
    route: Option<Route>,
    /// Counts the new entries: each has a form of its own, although all share one address.
    n_new: u32,
}

impl Open {
    /// What is open after the address changed.
    fn next(last: Self, route: Route) -> Self {
        match route {
            Route::Diary(_) => Self { route: None, ..last },
            Route::Write => Self { route: Some(route), n_new: last.n_new.wrapping_add(1) },
            Route::Entry(_) | Route::EntryEdit(_) => Self { route: Some(route), ..last },
            // Going elsewhere; the panes are about to leave the document.
            _ => last,
        }
    }

    /// The entry that is open, if it has an address of its own.
    fn id(self) -> Option<Id> {
        match self.route {
            Some(Route::Entry(id) | Route::EntryEdit(id)) => Some(id),
            _ => None,
        }
    }
}

/// Whether there is room for two panes. Low-energy mode shows one thing at a time.
fn has_room(app: AppState) -> Memo<bool> {
    let is_wide = RwSignal::new(dom::media(ROOM_FOR_TWO));
    let listener = dom::on_media(ROOM_FOR_TWO, move |now| _ = is_wide.try_set(now));
    StoredValue::new_local(listener);
    Memo::new(move |_| is_wide.get() && app.prefs.with(Prefs::energy) != Energy::Low)
}

/// The diary and what is open in it.
#[component]
pub fn DiaryPanes() -> impl IntoView {
    let app = AppState::expect();
    let has_room = has_room(app);
    let open = Memo::new(move |last: Option<&Open>| {
        Open::next(last.copied().unwrap_or_default(), app.route.get())
    });
    let is_open = Memo::new(move |_| open.get().route.is_some());
    let is_empty = Memo::new(move |_| {
        app.loading.get().is_complete() && app.journal.with(|journal| journal.n_entries() == 0)
    });
    let has_list = Memo::new(move |_| has_room.get() || !is_open.get());
    let has_page = Memo::new(move |_| is_open.get() || (has_room.get() && !is_empty.get()));

    let timer = StoredValue::new_local(None::<Timer>);
    Effect::new(move |last: Option<Open>| {
        let now = open.get();
        // The outlet moves the focus when the diary is opened; within it that is done here.
        if let Some(last) = last
            && last != now
        {
            timer.set_value(Some(Timer::after(0, move || move_focus(last, now))));
        }
        now
    });

    view! {
        <div class:panes=move || has_list.get() && has_page.get()>
            <Shown when=move || has_list.get()>
                <section class="pane-list" aria-label=t(msg::nav_diary())>
                    <diary::DiaryPage />
                </section>
            </Shown>
            <Shown when=move || has_page.get()>
                <section class="pane-page" aria-label=t(msg::entry_view_title())>
                    {move || page(open.get())}
                </section>
            </Shown>
        </div>
    }
}

/// The page of what is open, or a word on what could be.
fn page(open: Open) -> AnyView {
    match open.route {
        Some(Route::Write) => view! { <entry::WritePage /> }.into_any(),
        Some(Route::Entry(id)) => view! { <entry::EntryPage id /> }.into_any(),
        Some(Route::EntryEdit(id)) => view! { <entry::EditPage id /> }.into_any(),
        _ => view! {
            <div class="page">
                <EmptyState title=t(msg::diary_choose_title()) text=t(msg::diary_choose()) />
            </div>
        }
        .into_any(),
    }
}

/// Moves the focus to the heading of what was opened, or back to the row it was opened from.
fn move_focus(last: Open, now: Open) {
    if now.route.is_some() {
        dom::scroll_to_top();
        return dom::focus(".pane-page h1");
    }
    dom::focus(".pane-list h1");
    if let Some(id) = last.id() {
        dom::focus(&format!(".pane-list a[href='{}']", Route::Entry(id).href()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::DiaryView;

    #[test]
    fn every_new_entry_has_a_form_of_its_own() {
        let first = Open::next(Open::default(), Route::Write);
        let second = Open::next(first, Route::Write);
        assert_ne!(first, second);
        let id = Id::from_bytes([7; 16]);
        assert_eq!(Open::next(second, Route::Entry(id)).id(), Some(id));
    }

    #[test]
    fn going_elsewhere_closes_nothing_and_the_list_does() {
        let open = Open::next(Open::default(), Route::Entry(Id::from_bytes([7; 16])));
        assert_eq!(Open::next(open, Route::Today), open);
        assert_eq!(Open::next(open, Route::Diary(DiaryView::Month)).route, None);
    }
}
