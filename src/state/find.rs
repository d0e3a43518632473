//! Looking back: what is searched, where one is, and the folded text that makes search quick.

use leptos::prelude::*;
use satkarya_core::content::vocabulary;
use satkarya_core::id::Id;
use satkarya_core::journal::{Change, Journal};
use satkarya_core::search::{Filter, Haystack, Query, find};
use satkarya_core::time::{Day, Month};

use super::AppState;
use super::lock::Lock;
use crate::i18n::content_text;
use crate::route::{DiaryView, Route};

/// How many entries are folded at a time while nothing else is to do.
const SLICE: usize = 200;

/// Where somebody is while looking back. Kept while the app is open, and nowhere else.
#[derive(Clone, Copy)]
pub struct Looking {
    /// The way to look back that was chosen last.
    pub view: RwSignal<DiaryView>,
    /// What was typed into the search.
    pub typed: RwSignal<String>,
    /// The conditions that are set.
    pub filter: RwSignal<Filter>,
    /// Which page of the list is shown; 0 is the newest.
    pub page: RwSignal<usize>,
    /// The month of the calendar.
    pub month: RwSignal<Month>,
    /// The day that is open below the calendar.
    pub day: RwSignal<Option<Day>>,
    /// The year in pixels.
    pub year: RwSignal<i32>,
}

impl Looking {
    pub(super) fn new(today: Day) -> Self {
        Self {
            view: RwSignal::new(DiaryView::default()),
            typed: RwSignal::new(String::new()),
            filter: RwSignal::new(Filter::default()),
            page: RwSignal::new(0),
            month: RwSignal::new(today.month()),
            day: RwSignal::new(None),
            year: RwSignal::new(today.year()),
        }
    }

    /// Whether anything is searched or filtered.
    pub fn is_searching(self) -> bool {
        !self.typed.with(|typed| typed.trim().is_empty()) || !self.filter.with(Filter::is_empty)
    }

    /// Takes the search and all filters away.
    pub fn clear(self) {
        self.typed.set(String::new());
        self.filter.set(Filter::default());
        self.page.set(0);
    }
}

/// A haystack with nothing in it, knowing the words of the vocabulary.
pub(super) fn haystack() -> Haystack {
    let words: Vec<_> =
        vocabulary().words().map(|word| (word.id().clone(), content_text(word.word()))).collect();
    Haystack::new(&Journal::new(), words.iter().map(|(id, word)| (id.clone(), word.as_str())))
}

impl AppState {
    /// Notes where the person is now.
    pub fn arrive(self, route: Route) {
        // Whoever comes back from an entry finds the diary as it was looked at.
        if let Route::Diary(view) = route {
            self.looking.view.set(view);
        }
        // Whoever went on to another place meets the whole diary when they come back to it: a
        // search that is forgotten by then looks as if entries were lost.
        if matches!(route, Route::Today | Route::People | Route::Journey | Route::Patterns)
            && untrack(|| self.looking.is_searching())
        {
            self.looking.clear();
        }
        let before = self.route.get_untracked();
        self.inner.update_value(|inner| inner.came_from = before);
        self.route.set(route);
    }

    /// Where the person was before they came here.
    pub fn came_from(self) -> Route {
        self.inner.with_value(|inner| inner.came_from)
    }

    /// The entries to show, newest first: all of them, or those that fit the search.
    pub fn found(self) -> Memo<Vec<Id>> {
        let looking = self.looking;
        let covers = self.covers_in_search();
        Memo::new(move |_| {
            let query = looking.typed.with(|typed| Query::new(typed));
            looking.filter.with(|filter| {
                self.journal.with(|journal| {
                    let found = self
                        .inner
                        .try_with_value(|inner| find(journal, &inner.haystack, &query, filter));
                    let mut found = found.unwrap_or_default();
                    if covers.get() {
                        found.retain(|id| journal.entry(*id).is_none_or(|it| !it.entry.covered));
                    }
                    found
                })
            })
        })
    }

    /// Whether something is searched and covered entries are left out of that, because the
    /// passphrase stands before them: being found would tell what is in them.
    pub fn covers_in_search(self) -> Memo<bool> {
        let (looking, lock) = (self.looking, use_context::<Lock>());
        Memo::new(move |_| lock.is_some_and(Lock::keeps_covered) && looking.is_searching())
    }

    /// Folds some more entries. Returns whether there may be more.
    pub fn fold_some(self) -> bool {
        self.journal.with_untracked(|journal| {
            self.inner
                .try_update_value(|inner| inner.haystack.fill(journal, SLICE))
                .is_some_and(|left| left > 0)
        })
    }

    /// Takes note of changes in the folded text, and tells those who go over all entries.
    pub(super) fn note_for_search(self, changes: &[Change]) {
        let is_entry = |it: &Change| {
            let both = [&it.before, &it.after];
            both.into_iter().flatten().any(|record| record.entry().is_some())
        };
        if changes.iter().any(is_entry) {
            self.tell_entries_changed();
        }
        self.journal.with_untracked(|journal| {
            self.inner.update_value(|inner| {
                for change in changes {
                    inner.haystack.note(journal, change);
                }
            });
        });
    }

    /// Tells those who go over all entries that these are others now.
    pub(super) fn tell_entries_changed(self) {
        if let Some(changed) = self.entries_changed() {
            changed.update(|n| *n = n.wrapping_add(1));
        }
    }

    /// What is read from the journal now, and anew whenever entries come, change or go. Other records
    /// may change meanwhile, so read nothing of them.
    pub fn of_entries<T>(self, read: impl FnOnce(&Journal) -> T) -> T {
        if let Some(changed) = self.entries_changed() {
            changed.track();
        }
        self.journal.with_untracked(read)
    }

    fn entries_changed(self) -> Option<RwSignal<usize>> {
        self.inner.try_with_value(|inner| inner.entries_changed)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::story;
    use super::*;

    #[test]
    fn a_search_waits_beside_an_entry_and_ends_in_another_place() {
        let entry = Route::Entry(Id::from_bytes([1; 16]));
        let places = [
            (entry, true),
            (Route::Bin, true),
            (Route::Support, true),
            (Route::Today, false),
            (Route::People, false),
            (Route::Journey, false),
            (Route::Patterns, false),
        ];
        for (place, stays) in places {
            story(|app| {
                let diary = || Route::Diary(DiaryView::default());
                app.arrive(diary());
                app.looking.typed.set("dishes".to_owned());
                app.looking.page.set(2);
                app.arrive(place);
                app.arrive(diary());
                assert_eq!(untrack(|| app.looking.is_searching()), stays);
                assert_eq!(app.looking.page.get_untracked() == 2, stays);
            });
        }
        println!("places that a search outlives or ends in: {}", places.len());
    }
}
