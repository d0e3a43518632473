//! What the app knows while it runs, and the only way to change it.
//!
//! [`AppState`] is one copyable value, made once from [`Ports`]. Views read its signals and call
//! its methods; nothing else writes. Records are plain values in one signal; rows of a list take
//! a slice with [`AppState::record`].
//!
//! - `write` changes records and keeps the undo list;
//! - `keep` saves every change and says truthfully when it is safe;
//! - `draft` keeps what is being typed, `typing` knows which forms hold it;
//! - `visit` is one visit to the page of anything but an entry;
//! - `find` holds what is searched, and makes it quick;
//! - `transfer` makes files, `page_file` the one that opens without the app, `backup` the one with a
//!   passphrase; `bring_in` takes one in, `folder` keeps devices in step;
//! - `aside` sets old years aside;
//! - `space` tells how much fits, `stored` shows what is there;
//! - `lock` is what pages know of the lock, and ask of it;
//! - `mend` gives up what cannot be read, and removes everything;
//! - `load` brings the months in, newest first;
//! - `offer` knows what to offer first, and takes new people and own words in;
//! - `prefs` holds how the person wants the app, `shortcut` what each key does;
//! - `sheets` begins a worksheet;
//! - `notice` holds the short message on screen.

mod arriving;
mod aside;
mod backup;
mod bring_in;
mod draft;
mod find;
pub mod folder;
mod keep;
mod load;
pub mod lock;
mod mend;
mod notice;
mod offer;
mod older;
mod open_plan;
mod owed;
mod page_file;
mod prefs;
mod present;
mod printing;
mod sample;
mod sheets;
pub mod shortcut;
mod space;
mod stored;
#[cfg(test)]
pub mod testing;
mod transfer;
mod typing;
mod visit;
mod write;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use satkarya_core::course::{Standing, standing};
use satkarya_core::id::Id;
use satkarya_core::journal::{Favorites, Journal};
use satkarya_core::measure::SafetyAnswer;
use satkarya_core::port::{Clock, Entropy, RedoLog};
use satkarya_core::record::{Body, Record};
use satkarya_core::search::Haystack;
use satkarya_core::stamp::{Stamp, StampClock};
use satkarya_core::store::{DraftName, KeyValue, Problem, Repository, ShardName, StartReport};
use satkarya_core::transfer::SetAside;

use crate::route::Route;

pub use arriving::{Chosen, Lent};
pub use aside::{NotProved, NotSetAside, Proved};
pub use backup::{Made, NotMade, NotOpened, SavedFile, Tested, open_backup};
pub use bring_in::{Incoming, NotBroughtIn, Refused};
pub use draft::Draft;
pub use find::Looking;
pub use keep::{Access, OnlyHere, Saving};
pub use load::{Loading, Unread};
pub use mend::{DamagedPart, Erased};
pub use notice::{Notice, NoticeAct, Notices};
pub use offer::MAX_OWN_FEELINGS;
pub use older::Settled;
pub use open_plan::PlanPart;
pub use page_file::{PageNotSaved, open_page};
pub use prefs::{
    BackupMark, Break, Energy, Idle, KEY as PREFERENCES_KEY, Motion, Older, Prefs, Switch,
    TextSize, Theme, Word,
};
pub use space::Space;
pub use stored::{NotShown, Others, StoredItem};
pub use typing::{DRAFT_MS, Typing};
pub use visit::{Fill, Visit};

/// What the state needs from the browser.
pub struct Ports {
    /// The clock.
    pub clock: Box<dyn Clock>,
    /// The random generator.
    pub entropy: Box<dyn Entropy>,
    /// The redo log; none where the browser has none.
    pub log: Option<Rc<dyn RedoLog>>,
    /// Called after something was stored, so that other tabs can look.
    pub on_written: Box<dyn Fn()>,
    /// Called when everything is being erased, so that other tabs forget what they show.
    pub on_erased: Box<dyn Fn()>,
    /// Called when nothing of the diary is left: a lock goes with it.
    pub on_gone: Box<dyn Fn()>,
    /// Called after the preferences were stored, so that the page can follow them.
    pub on_prefs: Box<dyn Fn()>,
    /// Takes the writing over from another tab.
    pub take_over: Box<dyn Fn()>,
}

/// Whether what is stored outlives the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// It is in localStorage.
    Stored,
    /// The browser refuses storage: it is in memory only.
    MemoryOnly,
}

/// The store behind the state.
pub type Store = Repository<Box<dyn KeyValue>>;

/// Saves what stands in the form on screen. Says whether nothing in it is left unsaved.
pub type Flush = Rc<dyn Fn() -> bool>;

/// What views never see.
struct Inner {
    ports: Ports,
    store: Store,
    stamps: StampClock,
    undo: write::UndoList,
    /// What the store refused and only this window has.
    unkept: keep::Unkept,
    /// The folded text of the entries.
    haystack: Haystack,
    /// Changes whenever entries come, change or go, and with nothing else: for what goes over all of
    /// them, and need not do so because a person was renamed.
    entries_changed: RwSignal<usize>,
    /// The random name of this tab, for its drafts.
    tab: String,
    /// The shards that are not in the journal yet, the last one first.
    waiting: Vec<ShardName>,
    /// Saves what is being typed.
    flush: RefCell<Option<Flush>>,
    /// Whether everything was erased, here or in another tab: nothing is kept here any more.
    is_over: bool,
    /// The record that was changed last.
    last_changed: Option<Id>,
    /// The drafts that go when the redo log has what was saved; none while localStorage has it.
    awaiting_log: Option<Vec<DraftName>>,
    /// The stamp of each record that was put here, as it was put last.
    put: BTreeMap<Id, Stamp>,
    /// The records that were put here since the store was opened or a file came in: for what is owed
    /// by the others, see [`AppState::owed_support`].
    put_lately: BTreeSet<Id>,
    /// What goes with the next record that is put: see [`AppState::put_along`].
    along: Option<(Id, Body)>,
    /// Whether the store would not take the latest preferences.
    prefs_waiting: bool,
    /// Counts the saves, so that only the latest decides what is said.
    n_saves: u64,
    /// What was opened and not changed yet: see [`AppState::open_blank`].
    blank: Option<(Id, Body)>,
    /// Where the person was before.
    came_from: Route,
    /// What to offer first. Looked at again only when asked after a change.
    favorites: Memo<Favorites>,
    folder: folder::Following,
    /// What is remembered of years that were set aside.
    aside: RwSignal<Vec<SetAside>>,
}

/// Everything the app knows. Copy it freely: it is a handful of handles.
#[derive(Clone, Copy)]
pub struct AppState {
    /// All records in memory.
    pub journal: RwSignal<Journal>,
    /// How the person wants the app. Change it with [`AppState::set_prefs`].
    pub prefs: RwSignal<Prefs>,
    /// Where the person is.
    pub route: RwSignal<Route>,
    /// Whether the latest change is safe. Show [`AppState::told`].
    pub saving: RwSignal<Saving>,
    /// Whether the form on screen holds something that no save has.
    is_unsaved: RwSignal<bool>,
    /// Whether records may be changed here.
    pub access: RwSignal<Access>,
    /// Whether the writing is being taken over, as the person asked, and no answer is there yet.
    pub taking: RwSignal<bool>,
    /// What only this window has, and would go with it.
    pub only_here: RwSignal<OnlyHere>,
    /// How much of the diary is in memory.
    pub loading: RwSignal<Loading>,
    /// Texts that were being written and not saved. Offer [`AppState::open_drafts`].
    pub drafts: RwSignal<Vec<Draft>>,
    /// The entries that forms on screen hold.
    holding: RwSignal<Vec<Id>>,
    /// Parts of the store that cannot be read.
    pub damaged: RwSignal<Vec<Problem>>,
    /// What else could not be read: see [`AppState::left_out`], which counts both.
    unread: RwSignal<Unread>,
    /// The person that the next new entry is about, from "Write about …". Taken by the form.
    pub start_with: RwSignal<Option<Id>>,
    /// The question that the next new entry answers. Taken by the form, which shows it.
    pub start_text: RwSignal<Option<String>>,
    /// Where on the next page the focus goes, if not to its heading: a selector.
    landing: StoredValue<Option<&'static str>>,
    /// The answer about hurting oneself that opens the support panel, until that is closed.
    pub support_panel: RwSignal<Option<SafetyAnswer>>,
    /// Whether the diary is to open with the search field in focus.
    pub wants_search: RwSignal<bool>,
    /// The step of the undo list that brought a file in, while it can be taken out again.
    pub brought_in: RwSignal<Option<u64>>,
    /// How erasing everything ended; from then on nothing else is shown.
    pub erased: RwSignal<Option<Erased>>,
    /// Where the person is while looking back.
    pub looking: Looking,
    /// The short message on screen.
    pub notices: Notices,
    /// Whether what is stored outlives the window.
    pub home: Home,
    /// What was found and mended at the start.
    pub report: StoredValue<StartReport>,
    inner: StoredValue<Inner, LocalStorage>,
}

impl AppState {
    /// Opens Support where the people stand whom the person trusts.
    pub fn go_to_my_people(self) {
        self.go_to_support("#support-people");
    }

    /// Opens Support at one of its parts; at its beginning where that part is not there yet.
    pub fn go_to_support(self, part: &'static str) {
        self.landing.set_value(Some(part));
        crate::platform::address::go(&Route::Support.to_string());
    }

    /// Opens the form for a new entry at a question, with the field for the answer in focus.
    pub fn write_about(self, question: Option<String>) {
        self.start_text.set(question);
        self.landing.set_value(Some(".entry-form__what textarea"));
        crate::platform::address::go(&Route::Write.to_string());
    }

    /// Where on the page that now opens the focus goes, if not to its heading. Told once.
    pub fn take_landing(self) -> Option<&'static str> {
        self.landing.try_update_value(Option::take).flatten()
    }

    /// Makes the state over an opened store, with the newest entries in the journal.
    pub fn new(ports: Ports, store: Store, report: StartReport, home: Home) -> Self {
        let tab = ports.entropy.id().map_or_else(|_| "tab".to_owned(), |id| id.to_string());
        let prefs = store.store().get(prefs::KEY).ok().flatten().unwrap_or_default();
        let journal = RwSignal::new(Journal::new());
        let today = ports.clock.now().day();
        let inner = Inner {
            ports,
            haystack: find::haystack(),
            entries_changed: RwSignal::new(0),
            store,
            stamps: StampClock::new(0),
            undo: write::UndoList::default(),
            unkept: keep::Unkept::default(),
            tab,
            waiting: Vec::new(),
            flush: RefCell::new(None),
            is_over: false,
            last_changed: None,
            awaiting_log: None,
            put: BTreeMap::new(),
            put_lately: BTreeSet::new(),
            along: None,
            prefs_waiting: false,
            n_saves: 0,
            blank: None,
            came_from: Route::Today,
            favorites: offer::favorites(journal),
            folder: folder::Following::default(),
            aside: RwSignal::default(),
        };
        let state = Self {
            journal,
            prefs: RwSignal::new(Prefs::read(&prefs)),
            route: RwSignal::new(Route::Today),
            saving: RwSignal::new(Saving::Idle),
            is_unsaved: RwSignal::new(false),
            access: RwSignal::new(Access::Writer),
            taking: RwSignal::new(false),
            only_here: RwSignal::new(OnlyHere::default()),
            loading: RwSignal::new(Loading::default()),
            drafts: RwSignal::new(Vec::new()),
            holding: RwSignal::new(Vec::new()),
            damaged: RwSignal::new(Vec::new()),
            unread: RwSignal::new(Unread::default()),
            start_with: RwSignal::new(None),
            start_text: RwSignal::new(None),
            landing: StoredValue::new(None),
            support_panel: RwSignal::new(None),
            wants_search: RwSignal::new(false),
            brought_in: RwSignal::new(None),
            erased: RwSignal::new(None),
            looking: Looking::new(today),
            notices: Notices::new(),
            home,
            report: StoredValue::new(report),
            inner: StoredValue::new_local(inner),
        };
        state.begin();
        state
    }

    /// The state, from inside a view.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Puts another opened store in place, when this tab becomes the writer or its redo log comes
    /// late: what other tabs wrote, or the log still has, is read again.
    pub fn reopen(self, store: Store, report: StartReport) {
        if self.is_over() {
            return;
        }
        self.taking.set(false);
        self.report.set_value(report);
        let unkept = self.inner.try_update_value(|inner| {
            inner.store = store;
            inner.undo = write::UndoList::default();
            inner.haystack = find::haystack();
            inner.put_lately.clear();
            std::mem::take(&mut inner.unkept)
        });
        self.brought_in.set(None);
        self.only_here.set(OnlyHere::default());
        self.damaged.set(Vec::new());
        self.unread.set(Unread::default());
        self.journal.set(Journal::new());
        self.tell_entries_changed();
        self.begin();
        self.keep_missing(&unkept.unwrap_or_default());
        // What the form on screen could not save in a tab that may not write.
        if self.access.get_untracked() == Access::Writer {
            self.flush();
        }
    }

    /// As [`Self::reopen`], with the home that was found. Where the browser has stopped giving the
    /// store, what this window has read stays on screen, and nothing is written any more; what it
    /// gives only now does not take the place of what is in memory.
    pub fn reopen_in(self, home: Home, store: Store, report: StartReport) {
        match (self.home, home) {
            (Home::Stored, Home::Stored) | (Home::MemoryOnly, Home::MemoryOnly) => {
                self.reopen(store, report);
            }
            (Home::Stored, Home::MemoryOnly) => self.stop(Access::NoStore),
            (Home::MemoryOnly, Home::Stored) => {}
        }
    }

    /// Asks to take the writing over from another tab.
    pub fn take_over(self) {
        self.taking.set(true);
        self.inner.with_value(|inner| (inner.ports.take_over)());
    }

    /// Stops writing, because another tab took over. What is being typed, and what was refused, is
    /// kept as a draft; what cannot be one waits here, and that is said.
    pub fn give_way(self) {
        self.stop(Access::Moved);
    }

    fn stop(self, why: Access) {
        if self.is_over() {
            return;
        }
        let is_all_kept = self.flush();
        let unkept = self.inner.try_update_value(|inner| {
            inner.store.give_way();
            std::mem::take(&mut inner.unkept)
        });
        self.taking.set(false);
        self.access.set(why);
        self.keep_as_drafts(&unkept.unwrap_or_default());
        // Words of which no draft is kept: those about a person.
        if !is_all_kept && self.holding.with_untracked(Vec::is_empty) {
            self.only_here.update(|only| only.has_more = true);
        }
    }

    /// Saves at once what is being typed: before the page is hidden, left or taken over. Returns
    /// whether nothing in the form is left unsaved.
    pub fn flush(self) -> bool {
        let flush = self.inner.try_with_value(|inner| inner.flush.borrow().clone()).flatten();
        flush.is_none_or(|flush| flush())
    }

    /// Says how to keep what is being typed in the form on screen; nothing once it is gone.
    pub fn set_flush(self, flush: Option<Flush>) {
        self.inner.try_with_value(|inner| inner.flush.replace(flush));
        self.note_unsaved(false);
    }

    /// Reads the store itself, for the page that shows what is stored.
    pub fn with_store<T>(self, read: impl FnOnce(&Store) -> T) -> Option<T> {
        self.inner.try_with_value(|inner| read(&inner.store))
    }

    /// Whether this tab may not write just now; whoever asks is told when that changes.
    pub fn is_read_only(self) -> Signal<bool> {
        Signal::derive(move || self.access.get() != Access::Writer)
    }

    /// A slice of the journal: one record, updated when it changes.
    pub fn record(self, id: Id) -> Memo<Option<Arc<Record>>> {
        Memo::new(move |_| self.journal.with(|journal| journal.get(id).cloned()))
    }

    /// Where the person stands in their course; none if there is none. Updated when that changes.
    pub fn standing(self) -> Memo<Option<Standing>> {
        Memo::new(move |_| self.journal.with(|journal| standing(journal, self.today())))
    }

    /// The people, by name; updated when one of them changes.
    pub fn people(self) -> Memo<Vec<Arc<Record>>> {
        Memo::new(move |_| {
            self.journal
                .with(|journal| journal.people().iter().map(|it| Arc::clone(it.record)).collect())
        })
    }

    /// Changes the preferences and stores them. The change is made to what is stored now, which
    /// another tab may have written, and not to what this one read at its start.
    ///
    /// Whoever erased everything may still look for help, and leaves no mark by it.
    pub fn set_prefs(self, change: impl FnOnce(&mut Prefs)) {
        if !self.note_in_prefs(change) && !self.keeps_nothing() {
            self.notices.show(crate::i18n::msg::storage_refused_body(), None);
        }
    }

    /// The same for what nobody chose, of which nothing is said. Returns whether it is stored.
    pub fn note_in_prefs(self, change: impl FnOnce(&mut Prefs)) -> bool {
        if self.keeps_nothing() {
            self.prefs.update(change);
            return false;
        }
        self.read_prefs();
        let Some(text) = self.prefs.try_update(|prefs| {
            change(prefs);
            prefs.write()
        }) else {
            return false;
        };
        let stored = self.inner.try_update_value(|inner| {
            let stored = inner.store.store_mut().set(prefs::KEY, &text);
            inner.prefs_waiting = stored.is_err();
            (inner.ports.on_prefs)();
            stored
        });
        matches!(stored, Some(Ok(())))
    }

    /// Takes over the preferences as they are stored, when another tab wrote them. Those that the
    /// store would not take are kept for as long as the window is open.
    pub fn read_prefs(self) {
        if self.keeps_nothing() {
            return;
        }
        let text = self.inner.try_with_value(|inner| {
            let text = inner.store.store().get(prefs::KEY).ok()?;
            (!inner.prefs_waiting).then_some(text.unwrap_or_default())
        });
        if let Some(text) = text.flatten() {
            let stored = Prefs::read(&text);
            if self.prefs.with_untracked(|prefs| *prefs != stored) {
                self.prefs.set(stored);
            }
        }
    }
}
