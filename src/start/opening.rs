//! Opening the store: what is there, whether it is locked, and who writes.

use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::port::{Entropy as _, RedoLog};
use satkarya_core::store::fence::{FENCE_PATIENCE_MS, FENCE_POLL_MS};
use satkarya_core::store::{
    FenceStep, KeyValue, LogBatch, LogSnapshot, Measure, MemoryStore, Options, Repository, Role,
    Slot, StartReport, StoreError, Waited, fence, stored_generation,
};
use satkarya_core::vault::header::header_key;
use satkarya_core::vault::{SealedStore, copies};

use super::{Sealer, Session};
use crate::platform::entropy::BrowserEntropy;
use crate::platform::redo_log::LateLog;
use crate::platform::storage::{self, Home as Found};
use crate::platform::{address, clock, dom, tabs, timer};
use crate::route::Route;
use crate::state::lock::Door;
use crate::state::{Access, AppState, Home, PREFERENCES_KEY, Store};

/// How long a first tab hopes for the last writes of one that has just closed.
const SETTLE_MS: u32 = 200;

/// The keys under which the header of a vault lies.
pub(super) const HEADERS: [&str; 2] = [header_key(Slot::A), header_key(Slot::B)];

/// An opened store.
pub(super) type Opened = (Store, StartReport, Home);

/// What was found.
pub(super) enum Opening {
    /// The store, open.
    Open(Box<Opened>),
    /// Something stands before it.
    Shut(Door),
}

impl Session {
    /// Opens what is stored, and mounts the app or what stands before it.
    pub(super) async fn begin(self: &Rc<Self>) {
        let number = self.begin_opening();
        let opening = self.open_store().await;
        if self.n_openings.get() != number {
            return;
        }
        match opening {
            Opening::Open(opened) => self.mount(*opened, Door::Open),
            Opening::Shut(door) => {
                let hash = address::hash();
                // Help needs no lock.
                if Route::parse(&hash) != Route::Support {
                    self.wanted.replace(Some(hash));
                    address::rename(&Route::Today.to_string());
                }
                self.mount_shut(door);
            }
        }
    }

    /// The same a moment later, from where nothing can be waited for.
    pub(super) fn begin_soon(self: &Rc<Self>) {
        let session = Rc::clone(self);
        timer::spawn(async move { session.begin().await });
    }

    /// Claims the writing and opens the store accordingly. Who is locked out writes nothing, and
    /// keeps nobody from it.
    async fn open_store(self: &Rc<Self>) -> Opening {
        let found = storage::open();
        let is_locked = matches!(&found, Found::Stored(kv) if has_header(kv));
        if self.role.get() == tabs::Role::Follower && (!is_locked || self.has_keys()) {
            let role = self.tabs.claim(self.on_lost()).await;
            self.role.set(role);
        }
        let (kv, home) = match found {
            Found::Stored(kv) => (kv, Home::Stored),
            Found::MemoryOnly(kv) => {
                // No other tab can be in the way of what only this window holds.
                self.role.set(tabs::Role::Writer);
                (kv, Home::MemoryOnly)
            }
        };
        let log = self.log.read().await;
        if home == Home::Stored
            && let Some(door) = self.look(&kv, log.as_ref())
        {
            self.let_go();
            return Opening::Shut(door);
        }
        let (kv, log) = self.through(kv, log);
        self.wait_for(&kv, log.as_ref(), FENCE_PATIENCE_MS - SETTLE_MS).await;
        Opening::Open(Box::new(self.open_with(kv, home, log)))
    }

    /// Whether the lock is open here.
    pub(super) fn has_keys(&self) -> bool {
        self.vault.borrow().is_some()
    }

    /// What stands before the store, if anything does. Keys that fit nothing any more are let go of.
    fn look(self: &Rc<Self>, kv: &impl KeyValue, log: Option<&LogSnapshot>) -> Option<Door> {
        if log.is_some_and(|log| matches!(copies::unsettled(kv, log), Ok(Some(_)))) {
            self.settle_later();
        }
        match copies::find(kv, log) {
            Ok(copies::Found::Locked(header)) => {
                if self.vault.borrow().as_ref().is_some_and(|vault| *vault.header() == *header) {
                    return None;
                }
                self.take_keys(None);
                Some(Door::Locked)
            }
            Ok(copies::Found::Unusable(_)) => {
                self.take_keys(None);
                Some(Door::Unusable)
            }
            Ok(copies::Found::Nothing) => {
                self.take_keys(None);
                None
            }
            // The engine cannot ask the store either, and says so.
            Err(_) => None,
        }
    }

    /// The one place where the vault comes between the store and the engine: the store as the
    /// engine may read and write it, and what the log holds in the same form.
    fn through(
        &self,
        kv: Box<dyn KeyValue>,
        log: Option<LogSnapshot>,
    ) -> (Box<dyn KeyValue>, Option<LogSnapshot>) {
        match &*self.vault.borrow() {
            None => (kv, log),
            Some(vault) => {
                let sealed = SealedStore::new(kv, BrowserEntropy, vault);
                let log = log.map(|log| sealed.open_log(log));
                (Box::new(sealed), log)
            }
        }
    }

    /// For as long as this tab is to write, waits for what another one wrote last. `given` is how
    /// long other tabs were given already.
    async fn wait_for(&self, kv: &impl KeyValue, log: Option<&LogSnapshot>, given: u32) {
        let generation = log.map(|log| log.generation);
        let waited = Waited::begin(clock::running_ms(), given);
        let step = || fence(stored_generation(kv), generation, waited.by(clock::running_ms()));
        while self.role.get() == tabs::Role::Writer && step() == FenceStep::Wait {
            timer::pause(FENCE_POLL_MS).await;
        }
    }

    /// Opens the store for the role of this moment: another tab may have taken the writing while
    /// this one waited.
    fn open_with(&self, kv: Box<dyn KeyValue>, home: Home, log: Option<LogSnapshot>) -> Opened {
        let is_writer = self.role.get() == tabs::Role::Writer;
        let role = if is_writer { Role::Writer } else { Role::Follower };
        let identity = BrowserEntropy.bytes().map_or(0, |bytes| {
            bytes.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
        });
        let options = Options { role, measure: measure(), identity };
        match Repository::open(kv, log, options) {
            Ok((store, report)) => (store, report, home),
            // It worked a moment ago and cannot be read now: nothing is written over it.
            Err(_) => in_memory(options),
        }
    }

    /// Opens the store again and puts it in place, unless it is opened once more meanwhile.
    pub(super) async fn reopen(self: &Rc<Self>, given: u32) {
        let Some(app) = self.open_app() else { return };
        let number = self.begin_opening();
        let (kv, home) = match storage::open() {
            Found::Stored(kv) => (kv, Home::Stored),
            Found::MemoryOnly(kv) => (kv, Home::MemoryOnly),
        };
        let log = self.log.read().await;
        if self.n_openings.get() != number {
            return;
        }
        let had_keys = self.has_keys();
        let shut = self.look(&kv, log.as_ref()).filter(|_| home == Home::Stored);
        if shut.is_some() || had_keys != self.has_keys() {
            // Another tab has turned the lock on or off, or changed it.
            return self.begin_soon();
        }
        let (kv, log) = self.through(kv, log);
        self.wait_for(&kv, log.as_ref(), given).await;
        if self.n_openings.get() == number && !app.is_over() {
            let (store, report, home) = self.open_with(kv, home, log);
            app.reopen_in(home, store, report);
            self.give_way_if_lost(app);
            if app.access.get_untracked() == Access::NoStore {
                self.let_go();
            }
            self.load_the_rest(app).await;
        }
    }

    pub(super) fn begin_opening(&self) -> u32 {
        self.n_openings.set(self.n_openings.get().wrapping_add(1));
        self.n_openings.get()
    }

    /// Opens the store again with a redo log that came late: it may hold what localStorage lost,
    /// and until it was read nothing is written to it.
    pub(super) fn join_late_log(self: Rc<Self>) {
        timer::spawn(async move {
            let Some(app) = self.open_app() else { return };
            app.flush();
            // Whoever writes already waits for nobody.
            let writes = app.access.get_untracked() == Access::Writer;
            self.reopen(if writes { FENCE_PATIENCE_MS } else { 0 }).await;
        });
    }

    /// Brings the older months in, one at a time, so that the page never stands still.
    pub(super) async fn load_the_rest(&self, app: AppState) {
        let number = self.n_mounts.get();
        // The window may be locked meanwhile.
        let is_there = || self.n_mounts.get() == number;
        loop {
            timer::pause(0).await;
            if !is_there() {
                return;
            }
            if !app.load_next() {
                break;
            }
        }
        app.sweep();
        self.look_at_folder();
        // Then the text is folded, so that the first key press in the search is quick.
        while is_there() && app.fold_some() {
            timer::pause(0).await;
        }
        if is_there() {
            app.settle_older().await;
        }
    }
}

/// Whether a copy of a header lies in the store, whatever it is worth.
pub(super) fn has_header(kv: &impl KeyValue) -> bool {
    HEADERS.iter().any(|key| !matches!(kv.get(key), Ok(None)))
}

/// The redo log as the app that is mounted writes to it: sealed where its store is.
pub(super) struct Through {
    pub(super) log: LateLog,
    pub(super) sealer: Option<Rc<std::cell::RefCell<Sealer>>>,
}

impl RedoLog for Through {
    fn write(&self, batch: LogBatch, done: Box<dyn FnOnce(bool)>) {
        let Some(sealer) = &self.sealer else { return self.log.write(batch, done) };
        let made = sealer.borrow().seal_batch(batch);
        match made {
            Ok(batch) => self.log.write(batch, done),
            Err(_) => done(false),
        }
    }

    fn is_missing(&self) -> bool {
        self.log.is_missing()
    }
}

/// The store of a window in which nothing may be read: in memory, but for the preferences.
struct Preferences(Box<dyn KeyValue>, MemoryStore);

impl KeyValue for Preferences {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if key == PREFERENCES_KEY { self.0.get(key) } else { self.1.get(key) }
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        if key == PREFERENCES_KEY { self.0.set(key, value) } else { self.1.set(key, value) }
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        if key == PREFERENCES_KEY { self.0.remove(key) } else { self.1.remove(key) }
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.1.keys()
    }
}

/// A store for a window in which nothing may be read.
pub(super) fn nothing() -> Opened {
    let kv: Box<dyn KeyValue> = match storage::open() {
        Found::Stored(kv) => Box::new(Preferences(kv, MemoryStore::new())),
        Found::MemoryOnly(kv) => kv,
    };
    let options = Options { role: Role::Writer, ..Options::default() };
    match Repository::open(kv, None, options) {
        Ok((store, report)) => (store, report, Home::Stored),
        Err(_) => in_memory(options),
    }
}

/// A store that forgets, for when nothing else can be had.
fn in_memory(options: Options) -> Opened {
    let opened = Repository::open(Box::new(MemoryStore::new()) as Box<dyn KeyValue>, None, options);
    // Memory never fails to be read, so this does not turn in circles.
    opened.map_or_else(|_| in_memory(options), |(store, report)| (store, report, Home::MemoryOnly))
}

/// How this browser counts the space of a value.
fn measure() -> Measure {
    let agent = dom::user_agent();
    if agent.contains("AppleWebKit") && !agent.contains("Chrom") {
        Measure::WebKitBytes
    } else {
        Measure::Units
    }
}
