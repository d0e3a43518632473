//! Wiring: opens the stores, finds out which tab writes, makes the state and mounts the app.
//!
//! Nothing here decides anything about the diary; it only joins `platform` to `state`, and puts the
//! vault between the store and the engine.
//!
//! - `opening` opens the store, with the lock or without one;
//! - `mounting` puts the app, or the locked page, into the window and takes it away again;
//! - `locking` opens and shuts the lock, and changes what opens it;
//! - `guarding` locks by itself;
//! - `following` says when the folder with the copies is looked at;
//! - `passing` turns it on, off or over to a new key.

mod following;
mod guarding;
mod locking;
mod mounting;
mod opening;
mod passing;

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::store::MemoryStore;
use satkarya_core::vault::{SealedStore, Vault};

use self::guarding::Guard;
use crate::platform::entropy::BrowserEntropy;
use crate::platform::page::{self, Tell, Told};
use crate::platform::redo_log::LateLog;
use crate::platform::storage;
use crate::platform::tabs::{self, Saying, Tabs};
use crate::platform::{Listener, address, dom, timer};
use crate::route::Route;
use crate::shell::keep_open_plan;
use crate::state::lock::{Door, Lock};
use crate::state::{Access, AppState, PREFERENCES_KEY};

/// What makes sealed values for the redo log; it reads none.
type Sealer = SealedStore<MemoryStore, BrowserEntropy>;

/// Opens everything and mounts the app.
pub(crate) async fn start() {
    let session = Session::open().await;
    session.begin().await;
    session.listen();
    page::tell(Tell::Ready);
}

/// What lives as long as the window: the tabs, the log, the listeners, and the keys while the lock
/// is open.
struct Session {
    tabs: Tabs,
    log: LateLog,
    role: Cell<tabs::Role>,
    /// What is mounted, and the state and the lock in it.
    mounted: RefCell<Option<Box<dyn Any>>>,
    owner: RefCell<Option<Owner>>,
    app: Cell<Option<AppState>>,
    lock: Cell<Option<Lock>>,
    /// Counts what was mounted, for what comes later and belongs to one of them.
    n_mounts: Cell<u32>,
    /// The open vault; none where there is no lock, or it is shut.
    vault: RefCell<Option<Vault>>,
    /// The same for the redo log of the app that is mounted.
    sealer: RefCell<Option<Rc<RefCell<Sealer>>>>,
    /// The vault of a passage that stopped on its way.
    halted: RefCell<Option<Vault>>,
    /// Whether the lock was opened with the recovery code.
    by_code: Cell<bool>,
    /// Where the person wanted to go when they met the lock.
    wanted: RefCell<Option<String>>,
    /// Whether everything is just going over from one form to the other.
    is_passing: Cell<bool>,
    /// Counts how often the window was hidden, locked or left, for what waits for a key meanwhile.
    n_shut: Cell<u32>,
    /// Whether the page was left: nothing is put into it any more.
    is_left: Cell<bool>,
    /// Counts the openings of the store, so that only the latest puts its own in place.
    n_openings: Cell<u32>,
    /// Whether another tab erased everything.
    is_erased: Cell<bool>,
    /// Whether the writing is just being taken over.
    is_taking: Cell<bool>,
    guard: Guard,
    listeners: RefCell<Vec<Listener>>,
    refresh: RefCell<Option<timer::Timer>>,
    /// Runs while nothing changes, to look at the folder with the copies then.
    resting: RefCell<Option<timer::Timer>>,
}

impl Session {
    /// Joins the other tabs, and listens to them from the first moment: one may ask for the
    /// writing while this one still opens.
    async fn open() -> Rc<Self> {
        let log = LateLog::open().await;
        let session = Rc::new(Self {
            tabs: Tabs::join(),
            log,
            role: Cell::new(tabs::Role::Follower),
            mounted: RefCell::default(),
            owner: RefCell::default(),
            app: Cell::new(None),
            lock: Cell::new(None),
            n_mounts: Cell::new(0),
            vault: RefCell::default(),
            sealer: RefCell::default(),
            halted: RefCell::default(),
            by_code: Cell::new(false),
            wanted: RefCell::default(),
            is_passing: Cell::new(false),
            n_shut: Cell::new(0),
            is_left: Cell::new(false),
            n_openings: Cell::new(0),
            is_erased: Cell::new(false),
            is_taking: Cell::new(false),
            guard: Guard::default(),
            listeners: RefCell::default(),
            refresh: RefCell::default(),
            resting: RefCell::default(),
        });
        let heard = Rc::clone(&session);
        let heard = session.tabs.hear(move |saying| heard.hear(saying));
        session.listeners.borrow_mut().extend(heard);
        session
    }

    /// The state of the app, if it is mounted and open.
    fn open_app(&self) -> Option<AppState> {
        let is_open = |lock: Lock| lock.door.try_get_untracked() == Some(Door::Open);
        self.app.get().filter(|_| self.lock.get().is_some_and(is_open))
    }

    /// Does what another tab says.
    fn hear(self: &Rc<Self>, saying: Saying) {
        match saying {
            Saying::PleaseRelease if self.role.get() == tabs::Role::Writer => {
                self.give_way();
                self.tabs.release();
            }
            Saying::Written => self.look_again(),
            Saying::Erased => self.end(),
            Saying::Locking if !self.is_passing.get() => self.step_aside(),
            Saying::Locked if !self.is_passing.get() && self.open_app().is_none() => {
                self.begin_soon();
            }
            Saying::PleaseRelease | Saying::Released | Saying::Locking | Saying::Locked => {}
        }
    }

    /// Everything was erased in another tab.
    fn end(self: &Rc<Self>) {
        self.is_erased.set(true);
        match self.open_app() {
            Some(app) => app.erased_elsewhere(),
            None if self.app.get().is_some() => self.begin_soon(),
            None => {}
        }
        self.let_go();
    }

    /// Leaves the writing to others, whoever they are.
    fn let_go(&self) {
        if self.role.replace(tabs::Role::Follower) == tabs::Role::Writer {
            self.tabs.release();
        }
    }

    /// Called when another tab takes the lock by force.
    fn on_lost(self: &Rc<Self>) -> impl Fn() + 'static {
        let session = Rc::downgrade(self);
        move || {
            if let Some(session) = session.upgrade() {
                session.give_way();
            }
        }
    }

    /// Stops writing for good, until the person continues here. While the store is being opened
    /// there is nothing to stop yet; it opens for looking on then.
    fn give_way(&self) {
        if self.role.replace(tabs::Role::Follower) == tabs::Role::Writer
            && let Some(app) = self.open_app()
        {
            app.give_way();
        }
    }

    /// Nothing is written by a tab that has lost the writing, whatever its store was opened for.
    fn give_way_if_lost(&self, app: AppState) {
        if self.role.get() == tabs::Role::Follower && app.access.get_untracked() == Access::Writer {
            app.give_way();
        }
    }

    /// Takes the writing over from another tab.
    fn take_over(self: Rc<Self>) {
        if self.is_taking.replace(true) {
            return;
        }
        // What is being opened for looking on comes too late now.
        self.begin_opening();
        timer::spawn(async move {
            let role = self.tabs.take_over(self.on_lost()).await;
            self.role.set(role);
            self.log.reopen().await;
            self.is_taking.set(false);
            if self.open_app().is_none() {
                // Locked meanwhile: whoever is locked out keeps nobody from writing.
                return self.let_go();
            }
            self.reopen(0).await;
        });
    }

    /// Reads again what another tab wrote, a moment after the last of its writes.
    fn look_again(self: &Rc<Self>) {
        let session = Rc::clone(self);
        let timer = timer::Timer::after(300, move || {
            timer::spawn(async move {
                if session.role.get() == tabs::Role::Follower
                    && !session.is_taking.get()
                    && let Some(app) = session.open_app()
                    && app.access.get_untracked() == Access::Follower
                {
                    session.reopen(satkarya_core::store::fence::FENCE_PATIENCE_MS).await;
                }
            });
        });
        *self.refresh.borrow_mut() = Some(timer);
    }

    /// Keeps what is being typed.
    fn flush(&self) {
        if let Some(app) = self.open_app() {
            app.flush();
            if self.has_keys() {
                keep_open_plan(app);
            }
        }
    }

    /// Listens to the window, for as long as it lives.
    fn listen(self: &Rc<Self>) {
        let with = |act: fn(&Rc<Self>)| {
            let session = Rc::clone(self);
            move || act(&session)
        };
        let moved = {
            let session = Rc::clone(self);
            address::on_change(move |hash| {
                if let Some(app) = session.app.get() {
                    app.arrive(Route::parse(&hash));
                }
            })
        };
        let left = page::on(Told::Leave, with(Self::leave));
        let out_of_sight = page::on(Told::Hide, with(Self::hide));
        let hidden = dom::on_cover(with(Self::was_covered));
        let shown = dom::on_show(with(Self::was_shown));
        // A page that the browser keeps whole, or puts to sleep, keeps no keys.
        let gone = dom::on_gone(with(Self::leave));
        let frozen = dom::on_freeze(with(Self::lock_if_kept));
        let here = dom::on_use(with(|session| session.guard.is_here()));
        let set = storage::on_change(PREFERENCES_KEY, {
            let session = Rc::clone(self);
            move || session.app.get().into_iter().for_each(AppState::read_prefs)
        });
        let relocked =
            opening::HEADERS.map(|key| storage::on_change(key, with(Self::lock_was_changed)));
        let listeners = [moved, left, out_of_sight, set, hidden, shown, gone, frozen]
            .into_iter()
            .chain(relocked);
        let listeners = listeners.flatten().chain(here);
        self.listeners.borrow_mut().extend(listeners);
        let waiting = Rc::downgrade(self);
        self.log.on_late(move || {
            if let Some(session) = waiting.upgrade() {
                session.join_late_log();
            }
        });
    }
}
