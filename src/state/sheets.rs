//! Beginning a worksheet: alone, from an entry, or from another one.

use leptos::prelude::{With, WithUntracked};
use satkarya_core::content::{Sheet, Then};
use satkarya_core::id::Id;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::record::Body;
use satkarya_core::sheet::{self, Ask, Worksheet};

use super::AppState;
use crate::platform::address;
use crate::route::Route;

impl AppState {
    /// Where the staying-safe plan is: the latest one, or how to begin it. Reactive.
    pub fn staying_safe(self) -> Route {
        let plan = self.journal.with(|it| sheet::latest(it, "harbour").map(|(id, _)| id));
        plan.map_or(Route::SheetKind("harbour"), Route::Sheet)
    }

    /// Opens a worksheet that the first answer makes.
    pub fn begin_sheet(self, sheet: &'static Sheet) {
        let today = self.today();
        self.open_sheet(false, |journal| Some(sheet::begin(journal, sheet, today)));
    }

    /// Opens a worksheet with a person in it.
    pub fn begin_sheet_with(self, sheet: &'static Sheet, person: Id) {
        let today = self.today();
        self.open_sheet(false, |journal| {
            let mut made = sheet::begin(journal, sheet, today);
            made.answers.set_text(sheet::Slot::of("with"), &person.to_string());
            Some(made)
        });
    }

    /// Opens a worksheet with what an entry says.
    pub fn begin_sheet_from(self, sheet: &'static Sheet, entry: Id) {
        let today = self.today();
        self.open_sheet(true, |journal| {
            Some(sheet::begin_from_entry(journal, sheet, entry, today))
        });
    }

    /// Opens the worksheet that another one leads to.
    pub fn hand_on(self, from: Id, then: &Then) {
        let today = self.today();
        self.open_sheet(true, |journal| {
            let worksheet = journal.get(from)?.sheet()?;
            sheet::copied(journal, (from, worksheet), then, today)
        });
    }

    /// Opens the worksheet about how something went that was planned.
    pub fn begin_review(self, ask: Ask) {
        let today = self.today();
        let begun = self.journal.with_untracked(|journal| {
            let links = sheet::links_to(journal, ask.plan).into_iter();
            links.filter(|(_, it)| it.sheet.as_str() == "after").map(|(id, _)| id).next()
        });
        match begun {
            Some(id) => address::go(&Route::Sheet(id).to_string()),
            None => self.open_sheet(true, |journal| sheet::review_of(journal, ask, today)),
        }
    }

    /// Opens a worksheet. One that carries something over is kept at once; of the others the
    /// first answer makes a record.
    fn open_sheet(self, carries: bool, make: impl FnOnce(&Journal) -> Option<Worksheet>) {
        self.flush();
        let begun = self.journal.with_untracked(make);
        let body = begun.map(Body::Sheet);
        if let Some((body, id)) = body.and_then(|body| Some((body.clone(), self.open_blank(body)?)))
        {
            // What begins as every other of its kind has nothing to lose.
            let is_bare = matches!(&body, Body::Sheet(it) if !it.says_something());
            if carries && !is_bare {
                self.put(id, body, Earlier::Kept);
            }
            address::go(&Route::Sheet(id).to_string());
        }
    }
}
