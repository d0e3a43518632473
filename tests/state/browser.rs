//! A browser in memory for the state tests: its store and its log outlive a window.
//!
//! Each test file uses a part of it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use satkarya::state::{Access, AppState, Home, Ports, Store};
use satkarya_core::diary::{Entry, When};
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::port::{Clock, Entropy, NoEntropy, RedoLog};
use satkarya_core::record::Body;
use satkarya_core::store::{
    KeyValue, LogBatch, LogSnapshot, Measure, MemoryStore, Options, Repository, Role, StartReport,
    StoreError,
};
use satkarya_core::text::Note;
use satkarya_core::time::{Now, Offset, Zone};

/// One store that several windows share, the key that it will not give, if any, and whether it
/// takes nothing more.
#[derive(Clone, Default)]
pub(crate) struct Shared(
    pub Rc<RefCell<MemoryStore>>,
    pub Rc<RefCell<Option<String>>>,
    pub Rc<Cell<bool>>,
);

impl KeyValue for Shared {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if self.1.borrow().as_deref() == Some(key) {
            return Err(StoreError::Other("not now".to_owned()));
        }
        self.0.borrow().get(key)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        if self.2.get() {
            return Err(StoreError::Quota);
        }
        self.0.borrow_mut().set(key, value)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.borrow().keys()
    }
}

/// A redo log in memory that can be told to fail or to answer later.
#[derive(Clone, Default)]
pub(crate) struct Log {
    pub(crate) snapshot: Rc<RefCell<LogSnapshot>>,
    pub(crate) mode: Rc<RefCell<Mode>>,
    waiting: Rc<RefCell<Vec<(LogBatch, Done)>>>,
}

pub(crate) type Done = Box<dyn FnOnce(bool)>;

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Mode {
    #[default]
    AtOnce,
    Later,
    Fails,
}

impl RedoLog for Log {
    fn write(&self, batch: LogBatch, done: Done) {
        let mode = *self.mode.borrow();
        match mode {
            Mode::AtOnce => {
                self.snapshot.borrow_mut().apply(&batch);
                done(true);
            }
            Mode::Later => self.waiting.borrow_mut().push((batch, done)),
            Mode::Fails => done(false),
        }
    }
}

impl Log {
    pub(crate) fn catch_up(&self) {
        let waiting = std::mem::take(&mut *self.waiting.borrow_mut());
        for (batch, done) in waiting {
            self.snapshot.borrow_mut().apply(&batch);
            done(true);
        }
    }
}

#[derive(Clone, Copy)]
pub(crate) struct Fixed(pub u64);

impl Clock for Fixed {
    fn now(&self) -> Now {
        Now { ms: self.0, offset: Offset::UTC, zone: Zone::default() }
    }
}

#[derive(Default)]
pub(crate) struct Counter(RefCell<u8>);

impl Entropy for Counter {
    fn bytes(&self) -> Result<[u8; 16], NoEntropy> {
        *self.0.borrow_mut() += 1;
        // The address of the counter tells windows apart.
        let mut bytes = (std::ptr::from_ref(self) as usize).to_be_bytes().repeat(2);
        bytes[0] = *self.0.borrow();
        bytes.try_into().map_err(|_| NoEntropy)
    }
}

pub(crate) const NOW: u64 = 1_795_483_800_000;

/// A browser: its store and its log, which outlive a window.
#[derive(Clone, Default)]
pub(crate) struct Browser {
    pub(crate) store: Shared,
    pub(crate) log: Log,
    /// How many windows were opened; each offers another identity for a new diary.
    n_opened: Rc<Cell<u64>>,
    /// How often a window told the others that everything is erased.
    pub(crate) n_erased: Rc<Cell<u32>>,
}

impl Browser {
    pub(crate) fn with_capacity(units: u64) -> Self {
        let memory = MemoryStore::with_capacity(Measure::Units, units);
        let store = Shared(Rc::new(RefCell::new(memory)), Rc::default(), Rc::default());
        Self { store, ..Self::default() }
    }

    pub(crate) fn open_store(&self, role: Role) -> (Store, StartReport) {
        self.n_opened.set(self.n_opened.get() + 1);
        let options = Options { role, measure: Measure::Units, identity: self.n_opened.get() };
        let log = self.log.snapshot.borrow().clone();
        let store: Box<dyn KeyValue> = Box::new(self.store.clone());
        Repository::open(store, Some(log), options).expect("the store opens")
    }

    pub(crate) fn window(&self, role: Role) -> AppState {
        self.window_at(role, NOW)
    }

    /// A window opened at a moment.
    pub(crate) fn window_at(&self, role: Role, now: u64) -> AppState {
        let opened = self.open_store(role);
        self.show(opened, Some(Rc::new(self.log.clone())), now, Home::Stored)
    }

    /// Continues in a window that looked on, with everything in memory.
    pub(crate) fn take_over(&self, app: AppState) {
        let (store, report) = self.open_store(Role::Writer);
        app.reopen(store, report);
        while app.load_next() {}
        assert_eq!(app.access.get_untracked(), Access::Writer, "the window writes");
    }

    /// A window of a browser without a redo log.
    pub(crate) fn window_without_log(&self) -> AppState {
        let options = Options { identity: 99, ..Options::default() };
        let store: Box<dyn KeyValue> = Box::new(self.store.clone());
        let opened = Repository::open(store, None, options).expect("the store opens");
        self.show(opened, None, NOW, Home::Stored)
    }

    /// A window of a browser that stores nothing.
    pub(crate) fn window_in_memory(&self) -> AppState {
        let store: Box<dyn KeyValue> = Box::new(MemoryStore::new());
        let opened = Repository::open(store, None, Options::default()).expect("the store opens");
        self.show(opened, None, NOW, Home::MemoryOnly)
    }

    /// A window whose redo log is not open yet.
    pub(crate) fn window_before_log(&self) -> AppState {
        *self.log.mode.borrow_mut() = Mode::Fails;
        let options = Options { identity: 99, ..Options::default() };
        let store: Box<dyn KeyValue> = Box::new(self.store.clone());
        let opened = Repository::open(store, None, options).expect("the store opens");
        self.show(opened, Some(Rc::new(self.log.clone())), NOW, Home::Stored)
    }

    pub(crate) fn show(
        &self,
        (store, report): (Store, StartReport),
        log: Option<Rc<dyn RedoLog>>,
        now: u64,
        home: Home,
    ) -> AppState {
        let n_erased = Rc::clone(&self.n_erased);
        let ports = Ports {
            clock: Box::new(Fixed(now)),
            entropy: Box::new(Counter::default()),
            log,
            on_written: Box::new(|| ()),
            on_erased: Box::new(move || n_erased.set(n_erased.get() + 1)),
            on_gone: Box::new(|| ()),
            on_prefs: Box::new(|| ()),
            take_over: Box::new(|| ()),
        };
        AppState::new(ports, store, report, home)
    }
}

pub(crate) fn entry(what: &str) -> Entry {
    let mut entry = Entry::new(When::from(&Fixed(NOW).now()));
    entry.what = Note::cut(what);
    entry
}

pub(crate) fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

pub(crate) fn put(app: AppState, n: u8, what: &str) {
    app.put(id(n), Body::Entry(entry(what)), Earlier::Kept);
}

pub(crate) fn words(app: AppState) -> Vec<String> {
    while app.load_next() {}
    app.journal
        .with_untracked(|journal| journal.entries().map(|it| it.entry.what.to_string()).collect())
}

/// Runs a story inside an owner, as the app does.
pub(crate) fn story(tell: impl FnOnce()) {
    let owner = Owner::new();
    owner.set();
    tell();
}
