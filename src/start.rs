//! Wiring: opens the stores, finds out which tab writes, makes the state and mounts the app.
//!
//! Nothing here decides anything about the diary; it only joins `platform` to `state`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::chart::PictureFile;
use satkarya_core::port::{Entropy as _, RedoLog};
use satkarya_core::store::fence::{FENCE_PATIENCE_MS, FENCE_POLL_MS};
use satkarya_core::store::{
    FenceStep, KeyValue, LogSnapshot, Measure, MemoryStore, Options, Repository, Role, StartReport,
    Waited, fence, stored_generation,
};

use crate::platform::page::{self, Tell, Told};
use crate::platform::redo_log::LateLog;
use crate::platform::storage::{self, Home as Found};
use crate::platform::tabs::{self, Saying, Tabs};
use crate::platform::{Listener, address, clock, dom, entropy, timer};
use crate::route::Route;
use crate::shell::Frame;
use crate::state::{Access, AppState, Home, Ports, Saving, Store};
use crate::ui::saveable::PictureSaver;

/// How long a first tab hopes for the last writes of one that has just closed.
const SETTLE_MS: u32 = 200;
/// How long after the start the redo log is thinned out.
const FORGET_MS: u32 = 10 * 60 * 1000;

/// The key of the preferences, which other tabs write as well.
const PREFERENCES: &str = crate::state::PREFERENCES_KEY;
/// The name under which it is noted that the browser was asked to keep the data.
const ASKED: &str = "asked";
/// After how many days it is asked again: it may agree once the app is used more.
const ASK_AGAIN_DAYS: i64 = 30;

/// Opens everything and mounts the app.
pub(crate) async fn start() {
    let session = Session::open().await;
    let (store, report, home) = session.open_store().await;
    let ports = Ports {
        clock: Box::new(clock::BrowserClock),
        entropy: Box::new(entropy::BrowserEntropy),
        log: Some(Rc::new(session.log.clone()) as Rc<dyn RedoLog>),
        on_written: {
            let tabs = session.tabs.clone();
            Box::new(move || tabs.say(Saying::Written))
        },
        on_erased: {
            let tabs = session.tabs.clone();
            Box::new(move || tabs.say(Saying::Erased))
        },
        on_prefs: Box::new(|| page::tell(Tell::Preferences)),
        take_over: {
            let session = Rc::clone(&session);
            Box::new(move || Rc::clone(&session).take_over())
        },
    };
    leptos::mount::mount_to_body(move || {
        let app = AppState::new(ports, store, report, home);
        session.follow(app);
        view! { <Root app /> }
    });
    page::tell(Tell::Ready);
}

/// The root: mounts everything again when the language changes, or how people or the app are named.
#[component]
fn Root(app: AppState) -> impl IntoView {
    provide_context(app);
    provide_context(PictureSaver(Callback::new(move |(id, kind): (String, PictureFile)| {
        app.save_picture(&id, kind);
    })));
    let locale = Memo::new(move |_| app.prefs.with(crate::state::Prefs::locale));
    let initials = Memo::new(move |_| app.prefs.with(|prefs| prefs.initials().is_on()));
    let plain = Memo::new(move |_| app.prefs.with(|prefs| prefs.plain().is_on()));
    // Worked out only where somebody has a mark or is shown by it.
    let called = Memo::new(move |_| app.journal.with(satkarya_core::people::called_by_initials));
    move || {
        crate::i18n::set_locale(locale.get());
        crate::i18n::set_plain(plain.get());
        crate::i18n::names::set_initials(called, initials.get());
        view! { <Frame /> }
    }
}

/// What lives as long as the window: the tabs, the log, the listeners.
struct Session {
    tabs: Tabs,
    log: LateLog,
    role: Cell<tabs::Role>,
    /// Set once the state exists.
    app: Cell<Option<AppState>>,
    /// Counts the openings of the store, so that only the latest puts its own in place.
    n_openings: Cell<u32>,
    /// Whether another tab erased everything.
    is_erased: Cell<bool>,
    /// Whether the writing is just being taken over.
    is_taking: Cell<bool>,
    listeners: RefCell<Vec<Listener>>,
    refresh: RefCell<Option<timer::Timer>>,
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
            app: Cell::new(None),
            n_openings: Cell::new(0),
            is_erased: Cell::new(false),
            is_taking: Cell::new(false),
            listeners: RefCell::default(),
            refresh: RefCell::default(),
        });
        let heard = Rc::clone(&session);
        let heard = session.tabs.hear(move |saying| heard.hear(saying));
        session.listeners.borrow_mut().extend(heard);
        session
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
            Saying::PleaseRelease | Saying::Released => {}
        }
    }

    /// Everything was erased in another tab.
    fn end(&self) {
        self.is_erased.set(true);
        if let Some(app) = self.app.get() {
            app.erased_elsewhere();
        }
        self.let_go();
    }

    /// Leaves the writing to others, whoever they are.
    fn let_go(&self) {
        if self.role.replace(tabs::Role::Follower) == tabs::Role::Writer {
            self.tabs.release();
        }
    }

    /// Claims the writing and opens the store accordingly.
    async fn open_store(self: &Rc<Self>) -> (Store, StartReport, Home) {
        let role = self.tabs.claim(self.on_lost()).await;
        self.role.set(role);
        let (kv, home) = match storage::open() {
            Found::Stored(kv) => (kv, Home::Stored),
            Found::MemoryOnly(kv) => {
                // No other tab can be in the way of what only this window holds.
                self.role.set(tabs::Role::Writer);
                (kv, Home::MemoryOnly)
            }
        };
        let log = self.read_log(&kv, FENCE_PATIENCE_MS - SETTLE_MS).await;
        self.open_with(kv, home, log)
    }

    /// Reads the log and, for as long as this tab is to write, waits for what another one wrote
    /// last. `given` is how long other tabs were given already.
    async fn read_log(&self, kv: &impl KeyValue, given: u32) -> Option<LogSnapshot> {
        let log = self.log.read().await;
        let generation = log.as_ref().map(|log| log.generation);
        let waited = Waited::begin(clock::running_ms(), given);
        let step = || fence(stored_generation(kv), generation, waited.by(clock::running_ms()));
        while self.role.get() == tabs::Role::Writer && step() == FenceStep::Wait {
            timer::pause(FENCE_POLL_MS).await;
        }
        log
    }

    /// Opens the store for the role of this moment: another tab may have taken the writing while
    /// this one waited.
    fn open_with(
        &self,
        kv: Box<dyn KeyValue>,
        home: Home,
        log: Option<LogSnapshot>,
    ) -> (Store, StartReport, Home) {
        let is_writer = self.role.get() == tabs::Role::Writer;
        let role = if is_writer { Role::Writer } else { Role::Follower };
        let identity = entropy::BrowserEntropy.bytes().map_or(0, |bytes| {
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
    async fn reopen(&self, given: u32) {
        let Some(app) = self.app.get() else { return };
        let number = self.begin_opening();
        let (kv, home) = match storage::open() {
            Found::Stored(kv) => (kv, Home::Stored),
            Found::MemoryOnly(kv) => (kv, Home::MemoryOnly),
        };
        let log = self.read_log(&kv, given).await;
        if self.n_openings.get() == number && !app.is_over() {
            let (store, report, home) = self.open_with(kv, home, log);
            app.reopen_in(home, store, report);
            self.give_way_if_lost(app);
            if app.access.get_untracked() == Access::NoStore {
                self.let_go();
            }
            load_the_rest(app).await;
        }
    }

    fn begin_opening(&self) -> u32 {
        self.n_openings.set(self.n_openings.get().wrapping_add(1));
        self.n_openings.get()
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
            && let Some(app) = self.app.get()
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
            self.reopen(0).await;
        });
    }

    /// Opens the store again with a redo log that came late: it may hold what localStorage lost,
    /// and until it was read nothing is written to it.
    fn join_late_log(self: Rc<Self>) {
        timer::spawn(async move {
            let Some(app) = self.app.get() else { return };
            app.flush();
            // Whoever writes already waits for nobody.
            let writes = app.access.get_untracked() == Access::Writer;
            self.reopen(if writes { FENCE_PATIENCE_MS } else { 0 }).await;
        });
    }

    /// Reads again what another tab wrote, a moment after the last of its writes.
    fn look_again(self: &Rc<Self>) {
        let session = Rc::clone(self);
        let timer = timer::Timer::after(300, move || {
            timer::spawn(async move {
                if session.role.get() == tabs::Role::Follower
                    && !session.is_taking.get()
                    && let Some(app) = session.app.get()
                    && app.access.get_untracked() == Access::Follower
                {
                    session.reopen(FENCE_PATIENCE_MS).await;
                }
            });
        });
        *self.refresh.borrow_mut() = Some(timer);
    }

    /// Asks the browser to keep the data, at a first save: still within the tap that saved, as
    /// some browsers want it. Nothing waits for the answer. Not at a draft: a browser that asks the
    /// person would take the keyboard from under their hands.
    fn ask_to_keep(app: AppState) {
        let may_ask = StoredValue::new(app.home == Home::Stored);
        Effect::new(move || {
            let saves =
                matches!(app.saving.get(), Saving::Saving | Saving::Saved | Saving::SavedSlow);
            if !saves
                || app.access.get() != Access::Writer
                || !may_ask.get_value()
                || !app.has_own()
            {
                return;
            }
            may_ask.set_value(false);
            let today = app.today();
            let asked = app.prefs.with_untracked(|prefs| prefs.put_away(ASKED));
            if asked.is_none_or(|day| today.days_since(day) >= ASK_AGAIN_DAYS) {
                // Where that cannot be noted, each start would ask again.
                if app.note_in_prefs(|prefs| prefs.set_put_away(ASKED, today)) {
                    dom::ask_to_persist(|_| ());
                }
            }
        });
    }

    /// Joins the state to what happens in the window, for as long as the window lives.
    fn follow(self: &Rc<Self>, app: AppState) {
        self.app.set(Some(app));
        self.give_way_if_lost(app);
        if self.is_erased.get() {
            app.erased_elsewhere();
        }
        app.arrive(Route::parse(&address::hash()));
        let moved = address::on_change(move |hash| app.arrive(Route::parse(&hash)));
        let left = page::on(Told::Leave, move || _ = app.flush());
        let out_of_sight = page::on(Told::Hide, move || _ = app.flush());
        let hidden = dom::on_hide(move || _ = app.flush());
        let waiting = Rc::downgrade(self);
        self.log.on_late(move || {
            if let Some(session) = waiting.upgrade() {
                session.join_late_log();
            }
        });
        Self::ask_to_keep(app);
        let set = storage::on_change(PREFERENCES, move || app.read_prefs());
        let listeners = [moved, left, out_of_sight, set].into_iter().flatten().chain(hidden);
        self.listeners.borrow_mut().extend(listeners);
        timer::spawn(load_the_rest(app));
        timer::spawn(async move {
            timer::pause(FORGET_MS).await;
            app.forget_old_log();
        });
    }
}

/// Brings the older months in, one at a time, so that the page never stands still.
async fn load_the_rest(app: AppState) {
    loop {
        timer::pause(0).await;
        if !app.load_next() {
            break;
        }
    }
    app.sweep();
    // Then the text is folded, so that the first key press in the search is quick.
    while app.fold_some() {
        timer::pause(0).await;
    }
}

/// A store that forgets, for when nothing else can be had.
fn in_memory(options: Options) -> (Store, StartReport, Home) {
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
