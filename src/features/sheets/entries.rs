//! Choosing an entry of the diary.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::record::Origin;
use satkarya_core::time::Day;

use super::field::Asked;
use super::work::Work;
use crate::i18n::{dates, labels, msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::chips::Choice;
use crate::ui::select::Select;
use crate::ui::shown::Shown;

/// How many of the latest are offered.
const OFFERED: usize = 30;
/// How much of an entry stands in its line, in characters.
const SOME: usize = 50;

/// The latest entries, and the one that is chosen.
#[component]
pub(super) fn EntryField(
    work: Work,
    /// What is asked.
    asked: Asked,
) -> impl IntoView {
    let app = AppState::expect();
    let Asked { slot, label, hint, .. } = asked;
    let today = app.today();
    let chosen = Memo::new(move |_| work.ask(|it| it.answers.text_at(slot).to_owned()));
    let choices = Memo::new(move |_| {
        let chosen: Option<Id> = chosen.get().parse().ok();
        app.journal.with(|journal| {
            let mut ids: Vec<Id> = journal
                .entries()
                .rev()
                .filter(|it| it.record.origin == Origin::Own)
                .take(OFFERED)
                .map(|it| it.record.id)
                .collect();
            ids.extend(chosen.filter(|id| !ids.contains(id) && journal.entry(*id).is_some()));
            let none = [Choice::new("", t(msg::sheet_entry_none()))];
            let one = |id: Id| Some(Choice::new(id.to_string(), line(journal, id, today)?));
            none.into_iter().chain(ids.into_iter().filter_map(one)).collect::<Vec<_>>()
        })
    });
    let href = move || chosen.get().parse::<Id>().ok().map(|id| Route::Entry(id).href());
    view! {
        <Select
            label
            hint
            choices
            chosen
            on_choose=Callback::new(move |it: String| work.set(slot, it.into()))
        />
        <Shown when=move || href().is_some()>
            <p>
                <a href=href>{t(msg::sheet_entry_open())}</a>
            </p>
        </Shown>
    }
}

/// An entry in a line: when, and how it begins. What is covered stays so.
pub(super) fn line(journal: &Journal, id: Id, today: Day) -> Option<String> {
    let entry = journal.entry(id)?.entry;
    let when =
        format!("{}, {}", dates::near_day(entry.when.day, today), dates::time(entry.when.time));
    let words: String = entry.texts().next().unwrap_or_default().chars().take(SOME).collect();
    let words = if entry.covered || words.trim().is_empty() {
        entry.mood.map(|mood| t(labels::mood(mood))).unwrap_or_default()
    } else {
        words.replace('\n', " ")
    };
    Some(if words.is_empty() { when } else { format!("{when}: {words}") })
}
