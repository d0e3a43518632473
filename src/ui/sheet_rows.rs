//! Rows that lead to worksheets that were begun: which, and when, how far, and with whom.
//!
//! Role: a list of links, each named by what stands in it, and a button for more. Keys: Enter, from
//! the browser.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::sheet::{Progress, Worksheet};
use satkarya_core::time::Day;

use super::button::{Button, Tone};
use super::keyed::Keyed;
use super::row_link::RowLink;
use super::shown::Shown;
use crate::i18n::{dates, msg, names, t};

/// One row, in words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SheetRow {
    href: String,
    title: String,
    note: String,
}

impl SheetRow {
    /// The words of a worksheet as seen from a day. `host`: the person on whose page it stands, who
    /// is not named again.
    pub fn of(
        journal: &Journal,
        it: &Worksheet,
        href: String,
        today: Day,
        host: Option<Id>,
    ) -> Self {
        let note = note(journal, it, dates::near_day(it.day, today), host);
        Self { href, title: names::sheet(it), note }
    }
}

/// When a worksheet was begun as seen from a day, how far it is, and with whom.
pub fn note_of(it: &Worksheet, journal: &Journal, today: Day) -> String {
    note(journal, it, dates::near_day(it.day, today), None)
}

/// When it was begun, how far it is, and with whom.
fn note(journal: &Journal, it: &Worksheet, day: String, host: Option<Id>) -> String {
    let progress = match it.progress(journal) {
        Progress::Begun => msg::worked_begun(),
        Progress::Done => msg::worked_done(),
        Progress::Aside => msg::worked_aside(),
    };
    let with = it.with().filter(|id| Some(*id) != host);
    let with = with.map(|id| t(msg::worked_with(names::person(id, journal))));
    [day, t(progress)].into_iter().chain(with).collect::<Vec<_>>().join(" · ")
}

/// How many rows one more press shows.
const MORE: usize = 20;

/// The rows: a few, and more of them as they are asked for.
#[component]
pub fn SheetRows(
    /// What stands in them.
    #[prop(into)]
    rows: Signal<Vec<SheetRow>>,
    /// How many are in sight at first.
    #[prop(default = 5)]
    few: usize,
) -> impl IntoView {
    let n_shown = RwSignal::new(few);
    let left = move || rows.with(Vec::len).saturating_sub(n_shown.get());
    let shown = move || {
        let mut rows = rows.get();
        rows.truncate(n_shown.get());
        rows
    };
    let more = move |()| n_shown.update(|n| *n += MORE);
    let row = |SheetRow { href, title, note }: SheetRow| {
        view! {
            <li>
                <RowLink href title note />
            </li>
        }
    };
    view! {
        <ul class="rows" role="list">
            <Keyed each=shown key=Clone::clone children=row />
        </ul>
        <Shown when=move || left() != 0>
            <div>
                <Button tone=Tone::Quiet on_click=Callback::new(more)>
                    {move || t(msg::worked_more(i64::try_from(left()).unwrap_or_default()))}
                </Button>
            </div>
        </Shown>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::people::{Person, Safe};
    use satkarya_core::record::{Body, Record};
    use satkarya_core::sheet::Slot;
    use satkarya_core::stamp::StampClock;
    use satkarya_core::text::Name;

    use super::*;

    #[test]
    fn a_row_says_when_how_far_and_with_whom() {
        let asha = Id::from_bytes([1; 16]);
        let mut journal = Journal::new();
        let person = Person { safe: Some(Safe::Yes), ..Person::new(Name::cut("Asha")) };
        let stamp = StampClock::new(1).tick(1_795_483_800_000);
        journal.load(Record::new(asha, stamp, Body::Person(person)));
        let day = "2026-11-15".parse().expect("a day");
        let sheet = |name: &str| Worksheet::new(name.to_owned().try_into().expect("a sheet"), day);
        let words = |it: &Worksheet, host| note(&journal, it, "15 November".to_owned(), host);
        let mut made = sheet("words");
        assert_eq!(words(&made, None), "15 November · begun");
        made.answers.set_text(Slot::of("with"), &asha.to_string());
        assert_eq!(words(&made, None), "15 November · begun · with Asha");
        assert_eq!(words(&made, Some(asha)), "15 November · begun", "nobody is named at home");
        made.aside = true;
        assert_eq!(words(&made, None), "15 November · put aside · with Asha");
        let mut made = sheet("goodbye");
        made.answers.set_text(Slot::of("note"), "Thank you");
        assert_eq!(words(&made, None), "15 November · done");
        assert_eq!(words(&sheet("later-guide"), None), "15 November · begun");
        println!("ways in which a row of a worksheet reads: 6");
    }
}
