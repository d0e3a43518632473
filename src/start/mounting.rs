//! Putting the app, or the page before the lock, into the window, and taking it away.

use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::chart::PictureFile;
use satkarya_core::port::RedoLog;
use satkarya_core::vault::Method;

use super::Session;
use super::locking::Smith;
use super::opening::{Opened, Through, nothing};
use crate::platform::page::{self, Tell};
use crate::platform::tabs::Saying;
use crate::platform::{address, clock, dom, entropy, timer};
use crate::route::Route;
use crate::shell::{Frame, LockedFrame};
use crate::state::lock::{Door, Lock};
use crate::state::{Access, AppState, Home, Ports, Saving};
use crate::ui::saveable::PictureSaver;

/// How long after the start the redo log is thinned out.
const FORGET_MS: u32 = 10 * 60 * 1000;

/// The name under which it is noted that the browser was asked to keep the data.
const ASKED: &str = "asked";
/// After how many days it is asked again: it may agree once the app is used more.
const ASK_AGAIN_DAYS: i64 = 30;

impl Session {
    /// Mounts the app over an opened store, in place of what was mounted.
    pub(super) fn mount(self: &Rc<Self>, opened: Opened, door: Door) {
        self.unmount();
        if self.is_left.get() {
            return;
        }
        // After Leave there is no body any more.
        let Some(body) = dom::body() else { return };
        let session = Rc::clone(self);
        let (store, report, home) = opened;
        let ports = self.ports(door);
        let mounted = leptos::mount::mount_to(body, move || {
            session.owner.replace(Owner::current());
            let lock = session.make_lock(door);
            provide_context(lock);
            let app = AppState::new(ports, store, report, home);
            session.app.set(Some(app));
            session.lock.set(Some(lock));
            session.follow(app, door);
            view! { <Root app lock /> }
        });
        self.mounted.replace(Some(Box::new(mounted)));
    }

    /// Mounts what stands before the diary: nothing that was written is in memory behind it.
    pub(super) fn mount_shut(self: &Rc<Self>, door: Door) {
        self.mount(nothing(), door);
    }

    /// Takes everything out of the window and out of memory.
    pub(super) fn unmount(&self) {
        self.begin_opening();
        self.n_mounts.set(self.n_mounts.get().wrapping_add(1));
        self.app.set(None);
        self.lock.set(None);
        self.resting.take();
        let mounted = self.mounted.take();
        drop(mounted);
        if let Some(owner) = self.owner.take() {
            owner.cleanup();
        }
    }

    fn make_lock(self: &Rc<Self>, door: Door) -> Lock {
        let is_on = door == Door::Open && self.has_keys();
        let lock = Lock::new(door, is_on, Rc::new(Smith(Rc::clone(self))));
        lock.has_code.set(self.vault.borrow().as_ref().is_some_and(|it| it.has(Method::Recovery)));
        lock.by_code.set(self.by_code.get());
        lock
    }

    fn ports(self: &Rc<Self>, door: Door) -> Ports {
        let sealer = self.sealer.borrow().clone();
        let log = Through { log: self.log.clone(), sealer };
        let tabs = self.tabs.clone();
        let erasing = self.tabs.clone();
        let (gone, taking) = (Rc::clone(self), Rc::clone(self));
        Ports {
            clock: Box::new(clock::BrowserClock),
            entropy: Box::new(entropy::BrowserEntropy),
            // A window in which nothing may be read has nothing to log.
            log: (door == Door::Open).then(|| Rc::new(log) as Rc<dyn RedoLog>),
            on_written: Box::new(move || tabs.say(Saying::Written)),
            on_erased: Box::new(move || erasing.say(Saying::Erased)),
            on_gone: Box::new(move || gone.remove_lock()),
            on_prefs: Box::new(|| page::tell(Tell::Preferences)),
            take_over: Box::new(move || Rc::clone(&taking).take_over()),
        }
    }

    /// Joins the state to the window, for as long as it is mounted.
    fn follow(self: &Rc<Self>, app: AppState, door: Door) {
        app.arrive(Route::parse(&address::hash()));
        if door != Door::Open {
            return;
        }
        self.give_way_if_lost(app);
        if self.is_erased.replace(false) {
            app.erased_elsewhere();
        }
        Self::ask_to_keep(app);
        self.follow_changes(app);
        if self.has_keys() {
            self.watch();
        }
        let session = Rc::clone(self);
        timer::spawn(async move { session.load_the_rest(app).await });
        let (session, number) = (Rc::clone(self), self.n_mounts.get());
        timer::spawn(async move {
            timer::pause(FORGET_MS).await;
            if session.n_mounts.get() == number {
                app.forget_old_log();
            }
        });
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
}

/// The root: mounts everything again when the language changes, or how people or the app are named.
#[component]
fn Root(app: AppState, lock: Lock) -> impl IntoView {
    provide_context(app);
    provide_context(PictureSaver(Callback::new(move |(id, kind): (String, PictureFile)| {
        app.save_picture(&id, kind);
    })));
    let locale = Memo::new(move |_| app.prefs.with(crate::state::Prefs::locale));
    let initials = Memo::new(move |_| app.prefs.with(|prefs| prefs.initials().is_on()));
    let plain = Memo::new(move |_| app.prefs.with(|prefs| prefs.plain().is_on()));
    // Worked out only where somebody has a mark or is shown by it.
    let called = Memo::new(move |_| app.journal.with(satkarya_core::people::called_by_initials));
    let is_open = lock.door.get_untracked() == Door::Open;
    move || {
        crate::i18n::set_locale(locale.get());
        crate::i18n::set_plain(plain.get());
        crate::i18n::names::set_initials(called, initials.get());
        if is_open { view! { <Frame /> }.into_any() } else { view! { <LockedFrame /> }.into_any() }
    }
}
