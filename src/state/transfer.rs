//! Files out: the whole diary as a backup, a table, and the words of one record for the clipboard.

use leptos::prelude::*;
use satkarya_core::chart::PictureFile;
use satkarya_core::content;
use satkarya_core::course::{Again, calendar};
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::record::{Body, Origin};
use satkarya_core::time::Day;
use satkarya_core::transfer::{
    Label, NumberWords, export_csv, export_json, export_markdown, numbers_csv,
};

use super::{AppState, Prefs, SavedFile};
use crate::i18n::msg;
use crate::platform::{files, picture};

/// The media type of a backup file.
const JSON: &str = "application/json";
/// The media type of a table.
const CSV: &str = "text/csv;charset=utf-8";
/// The media type of a text in Markdown.
const MARKDOWN: &str = "text/markdown;charset=utf-8";
/// The media type of a plain text.
const TEXT: &str = "text/plain;charset=utf-8";
/// The media type of a calendar file.
const CALENDAR: &str = "text/calendar;charset=utf-8";

impl AppState {
    /// The name of a file saved now, which says nothing of what is inside.
    pub fn file_name(self, ending: &str) -> String {
        format!("notes-{}.{ending}", self.today())
    }

    /// Everything as a backup file, the sample diary left out.
    pub fn backup_text(self) -> String {
        self.load_everything();
        let now = self.now();
        self.journal.with_untracked(|journal| export_json(journal, &now, env!("CARGO_PKG_VERSION")))
    }

    /// Saves everything as a file that anyone can read. Returns it, or none if the browser
    /// refused. It does not count as a backup yet: see [`AppState::count_backup`].
    pub fn save_backup(self) -> Option<SavedFile> {
        let (name, mark) = (self.file_name("json"), self.mark());
        let taken = files::download(&name, JSON, self.backup_text().as_bytes());
        taken.then_some(SavedFile { name, mark })
    }

    /// Saves the entries as a table with the words of `label`. Returns the name of the file, or
    /// none if the browser refused.
    pub fn save_table(self, label: &dyn Fn(Label<'_>) -> String) -> Option<String> {
        self.save_entries(("csv", CSV), |journal| export_csv(journal, label))
    }

    /// Saves the entries as Markdown, by day, with the words of `label`. Returns the name of the
    /// file, or none if the browser refused.
    pub fn save_markdown(self, label: &dyn Fn(Label<'_>) -> String) -> Option<String> {
        self.save_entries(("md", MARKDOWN), |journal| export_markdown(journal, label))
    }

    fn save_entries(
        self,
        (ending, kind): (&str, &str),
        write: impl FnOnce(&Journal) -> String,
    ) -> Option<String> {
        self.load_everything();
        let text = self.journal.with_untracked(write);
        let name = self.file_name(ending);
        files::download(&name, kind, text.as_bytes()).then_some(name)
    }

    /// Saves the numbers of some days alone as a table, with the totals of measures or without, and
    /// says where it is or that the browser refused.
    pub fn save_numbers(self, days: (Day, Day), with_totals: bool, words: &NumberWords) {
        self.load_everything();
        let guide = if with_totals { content::measures() } else { &[] };
        let text = self.journal.with_untracked(|it| numbers_csv(it, guide, days, words));
        self.save_and_say("csv", CSV, &text);
    }

    /// Saves a day of a record for the person's own calendar, where it has no more than `title`
    /// and may come again, and says so.
    pub fn save_day(self, id: Id, day: Day, again: Option<Again>, title: String) {
        let name = self.file_name("ics");
        let text = calendar(id, day, again, &title, &self.now());
        let said = if files::download(&name, CALENDAR, text.as_bytes()) {
            msg::plan_calendar_saved(name, title)
        } else {
            msg::plan_calendar_refused()
        };
        self.notices.show(said, None);
    }

    /// Saves a text as a file, and says where it is or that the browser refused.
    pub fn save_text(self, text: &str) {
        self.save_and_say("txt", TEXT, text);
    }

    /// Saves what stands in the element with this id as a picture, and says where it is or that
    /// the browser refused.
    pub fn save_picture(self, id: &str, kind: PictureFile) {
        let name = self.file_name(kind.ending());
        picture::save(id, name.clone(), kind, move |taken| self.say_saved(name, taken));
    }

    fn save_and_say(self, ending: &str, kind: &str, text: &str) {
        let name = self.file_name(ending);
        let taken = files::download(&name, kind, text.as_bytes());
        self.say_saved(name, taken);
    }

    fn say_saved(self, name: String, taken: bool) {
        let said = if taken { msg::sheet_text_saved(name) } else { msg::plan_calendar_refused() };
        self.notices.show(said, None);
    }

    /// Whether there is anything of the person's own to save. Reactive.
    pub fn has_own(self) -> bool {
        self.journal.with(|journal| journal.records().any(|it| it.origin == Origin::Own))
    }

    /// Number of records that were changed since the last backup file; all of them if there was
    /// none. Reactive.
    pub fn changed_since_backup(self) -> usize {
        let since = self.prefs.with(Prefs::backup).map_or(0, |mark| mark.ms);
        self.journal.with(|journal| {
            let own = journal.records().filter(|it| it.origin == Origin::Own);
            own.filter(|it| it.changed.ms() > since).count()
        })
    }

    /// The words of what was changed last, for the clipboard. Empty where there are none, as in a
    /// check-in without a text.
    pub fn last_words(self) -> String {
        let id = self.inner.try_with_value(|inner| inner.last_changed).flatten();
        self.journal.with_untracked(|journal| {
            let record = id.and_then(|id| journal.get(id));
            match record.and_then(|record| record.body.as_ref()) {
                Some(Body::Entry(entry)) => joined(&entry.texts().collect::<Vec<_>>()),
                Some(Body::Person(person)) => joined(&[
                    &person.name,
                    &person.phone,
                    &person.note,
                    &person.like,
                    &person.hard,
                    &person.they_expect,
                    &person.i_expect,
                    &person.want,
                    &person.changed_what,
                ]),
                Some(Body::Feeling(own)) => own.word.to_string(),
                Some(Body::Session(session)) => joined(&[&session.talked, &session.to_try]),
                Some(Body::Network(it)) => {
                    joined(&[&it.call, &it.easier, &it.was_close, &it.belong, &it.pattern])
                }
                Some(Body::Event(event)) => joined(&[&event.title, &event.note]),
                Some(Body::Band(band)) => band.label.to_string(),
                Some(Body::Spell(spell)) => spell.note.to_string(),
                Some(Body::Goal(goal)) => goal.text.to_string(),
                Some(Body::Sheet(it)) => joined(&it.texts()),
                Some(Body::Formulation(it)) => {
                    let round = it.round().map(|line| &**line);
                    joined(
                        &[&[&*it.felt, &it.context], &round[..], &[&it.strengths, &it.words]]
                            .concat(),
                    )
                }
                Some(Body::Measures(it)) => it.words.to_string(),
                Some(
                    Body::Course(_)
                    | Body::Snapshot(_)
                    | Body::Focus(_)
                    | Body::Along(_)
                    | Body::Filled(_)
                    | Body::Reflection(_),
                )
                | None => String::new(),
            }
        })
    }

    /// Brings in at once what is not in memory yet: it belongs in a file as well.
    pub(super) fn load_everything(self) {
        while self.load_next() {}
    }
}

/// The texts that there are, a blank line between them.
fn joined(texts: &[&str]) -> String {
    let there = texts.iter().copied().filter(|text| !text.is_empty());
    there.collect::<Vec<_>>().join("\n\n")
}
