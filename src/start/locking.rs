//! Opening and shutting the lock, and changing what opens it.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::port::{Entropy as _, RedoLog as _};
use satkarya_core::store::key::PREFIX;
use satkarya_core::store::{KeyValue, LogBatch, LogSnapshot, MemoryStore};
use satkarya_core::vault::kdf::SALT;
use satkarya_core::vault::{
    Cost, Derived, Header, Method, Opener, Passage, Passphrase, SealedStore, UnlockError, Vault,
    copies,
};

use super::Session;
use super::opening::{HEADERS, has_header};
use crate::platform::entropy::BrowserEntropy;
use crate::platform::storage::{self, Home as Found};
use crate::platform::tabs::{self, Saying};
use crate::platform::worker::{self, NotDone};
use crate::platform::{address, errand, timer};
use crate::route::{Route, SettingsPart};
use crate::state::Access;
use crate::state::lock::{Door, Key, Later, Locksmith, Trouble, Wish};

impl From<NotDone> for Trouble {
    fn from(error: NotDone) -> Self {
        match error {
            NotDone::NoMemory => Self::NoMemory,
            NotDone::NoWorker | NotDone::Stopped => Self::NoWorker,
        }
    }
}

impl From<UnlockError> for Trouble {
    fn from(error: UnlockError) -> Self {
        match error {
            UnlockError::DoesNotOpen => Self::Wrong,
            UnlockError::Tampered => Self::Tampered,
        }
    }
}

/// The session, as pages may ask it.
pub(super) struct Smith(pub(super) Rc<Session>);

impl Locksmith for Smith {
    fn unlock(&self, key: Key) -> Later<Result<(), Trouble>> {
        let session = Rc::clone(&self.0);
        let number = session.n_shut.get();
        Box::pin(async move { session.unlock(key, number).await })
    }

    fn prove(&self, passphrase: Passphrase) -> Later<Result<(), Trouble>> {
        let header = self.0.vault.borrow().as_ref().map(|vault| vault.header().clone());
        Box::pin(async move {
            let header = header.ok_or(Trouble::Interrupted)?;
            open(&header, &Key::Passphrase(passphrase)).await.map(drop)
        })
    }

    fn ask(&self, passphrase: Option<Passphrase>, wish: Wish) -> Later<Result<(), Trouble>> {
        let session = Rc::clone(&self.0);
        let number = session.n_shut.get();
        Box::pin(async move { session.ask(passphrase, wish, number).await })
    }

    fn lock(&self) {
        let session = Rc::clone(&self.0);
        // What was tapped goes away with the page.
        timer::spawn(async move { session.lock() });
    }

    fn erase(&self) -> Later<bool> {
        let session = Rc::clone(&self.0);
        Box::pin(async move { session.erase_unread().await })
    }

    fn go_on(&self) {
        let session = Rc::clone(&self.0);
        timer::spawn(async move { session.go_on().await });
    }

    fn look_again(&self) {
        self.0.begin_soon();
    }
}

/// A passphrase as it is to open a vault from now on.
struct Fresh {
    key: satkarya_core::vault::job::Key,
    salt: [u8; SALT],
    cost: Cost,
}

impl Fresh {
    /// Chooses what suits the device; where the memory cannot be had, less of it and more work.
    async fn make(passphrase: &Passphrase) -> Result<Self, Trouble> {
        let salt: [u8; SALT] = BrowserEntropy.bytes().map_err(|_| Trouble::NoRandom)?;
        let mut cost = Cost::for_device(worker::probe().await?);
        loop {
            match worker::derive(passphrase, &salt, cost).await {
                Ok(key) => return Ok(Self { key, salt, cost }),
                Err(NotDone::NoMemory) => cost = cost.next_lower().ok_or(Trouble::NoMemory)?,
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn derived(&self) -> Derived<'_> {
        Derived { key: &self.key, salt: self.salt, cost: self.cost }
    }
}

/// Opens a vault.
async fn open(header: &Header, key: &Key) -> Result<Vault, Trouble> {
    let opened = match key {
        Key::Passphrase(passphrase) => {
            let (salt, cost) = header.passphrase();
            let derived = worker::derive(passphrase, &salt, cost).await?;
            Vault::open(header, Opener::Passphrase(&derived))
        }
        Key::Code(code) => Vault::open(header, Opener::Recovery(code)),
    };
    Ok(opened?)
}

/// Whether the log says of the last passage what is true.
fn is_settled(kv: &impl KeyValue, log: Option<&LogSnapshot>) -> bool {
    log.is_none_or(|log| matches!(copies::unsettled(kv, log), Ok(None)))
}

impl Session {
    /// Takes the keys of a vault, or lets go of all of them.
    pub(super) fn take_keys(&self, vault: Option<Vault>) {
        let sealer =
            vault.as_ref().map(|vault| SealedStore::new(MemoryStore::new(), BrowserEntropy, vault));
        self.sealer.replace(sealer.map(|sealer| Rc::new(RefCell::new(sealer))));
        if vault.is_none() {
            self.by_code.set(false);
        }
        self.vault.replace(vault);
    }

    /// Another passphrase or code opens the same vault: the app that is mounted goes on.
    fn take_slots(&self, vault: Vault) {
        if let Some(sealer) = &*self.sealer.borrow() {
            sealer.replace(SealedStore::new(MemoryStore::new(), BrowserEntropy, &vault));
        }
        if let Some(lock) = self.lock.get() {
            // The window may be gone by now.
            _ = lock.has_code.try_set(vault.has(Method::Recovery));
            _ = lock.by_code.try_set(self.by_code.get());
        }
        self.vault.replace(Some(vault));
    }

    /// Opens the lock, unless the window was shut since `number`.
    async fn unlock(self: Rc<Self>, key: Key, number: u32) -> Result<(), Trouble> {
        let Found::Stored(mut kv) = storage::open() else { return Err(Trouble::NoStore) };
        let log = self.log.read().await;
        let Ok(copies::Found::Locked(header)) = copies::find(&kv, log.as_ref()) else {
            // Something else stands here now.
            self.begin_soon();
            return Err(Trouble::NoStore);
        };
        let vault = open(&header, &key).await?;
        let role = self.tabs.claim(self.on_lost()).await;
        self.role.set(role);
        let log = self.log.read().await;
        let found = copies::find(&kv, log.as_ref());
        let is_same = matches!(found, Ok(copies::Found::Locked(now)) if now == header);
        if !is_same || self.n_shut.get() != number {
            // Another tab changed what opens it, or the page was hidden or left meanwhile.
            self.let_go();
            self.begin_soon();
            return Err(Trouble::Interrupted);
        }
        let writes = role == tabs::Role::Writer;
        let passage = Passage::of(vault.clone(), BrowserEntropy);
        self.by_code.set(matches!(key, Key::Code(_)));
        match passage {
            Some(_) if !writes => return Err(Trouble::NotWriter),
            Some(passage) => {
                // It is told on the page how far it comes.
                self.pass(passage, None).await;
            }
            None => {
                if writes && is_settled(&kv, log.as_ref()) {
                    // Both copies whole. Where that is not possible now, one is enough.
                    if let Ok(batch) = copies::write(&mut kv, &vault) {
                        self.bring_to_log(batch, log.as_ref());
                    }
                }
                self.take_keys(Some(vault));
                self.go_in();
                self.begin().await;
            }
        }
        Ok(())
    }

    /// Goes where the person wanted to go; whoever came in by the code may have forgotten the
    /// passphrase, and can choose another one first.
    fn go_in(&self) {
        let wanted = self.wanted.take();
        if self.by_code.get() {
            address::rename(&Route::SettingsPart(SettingsPart::Lock).to_string());
        } else if let Some(wanted) = wanted {
            address::rename(&wanted);
        }
    }

    /// Gives the log what it does not have.
    fn bring_to_log(&self, batch: LogBatch, log: Option<&LogSnapshot>) {
        let known = |log: &LogSnapshot| batch.items.iter().all(|it| log.items.contains(it));
        if log.is_some_and(|log| !known(log)) {
            self.log.write(batch, Box::new(|_| ()));
        }
    }

    /// Locks: what is being typed is kept, sealed; then everything that was read goes, and the keys.
    pub(super) fn lock(self: &Rc<Self>) {
        self.was_shut();
        if !self.has_keys() || self.is_passing.get() {
            return;
        }
        self.flush();
        self.shut(Door::Locked);
    }

    /// Whatever waits for a key must not open the diary any more, or change its lock.
    fn was_shut(&self) {
        self.n_shut.set(self.n_shut.get().wrapping_add(1));
    }

    /// Whether nothing was shut since the count was `number`, and this tab may write.
    fn is_still(&self, number: u32) -> Result<(), Trouble> {
        let is_writer = self.role.get() == tabs::Role::Writer;
        if self.n_shut.get() == number && is_writer { Ok(()) } else { Err(Trouble::Interrupted) }
    }

    /// Lets go of a passage that stopped on its way: whoever unlocks goes on with it. Says whether
    /// there was one.
    pub(super) fn drop_halted(self: &Rc<Self>) -> bool {
        let was_halted = self.halted.take().is_some();
        if was_halted {
            self.take_keys(None);
            self.let_go();
            self.begin_soon();
        }
        was_halted
    }

    /// Keeps what is being typed; where a lock was turned on and this tab has no keys, its words
    /// would be readable, and go nowhere instead.
    fn flush_if_sealed(&self) {
        let is_locked = || matches!(storage::open(), Found::Stored(kv) if has_header(&kv));
        if self.has_keys() || !is_locked() {
            self.flush();
        } else if let Some(app) = self.open_app() {
            app.write_nowhere();
        }
    }

    fn shut(self: &Rc<Self>, door: Door) {
        self.was_shut();
        self.wanted.take();
        self.unmount();
        self.take_keys(None);
        self.let_go();
        address::rename(&Route::Today.to_string());
        self.mount_shut(door);
    }

    /// The page was hidden by the person: where there is a lock, it shuts.
    pub(super) fn hide(self: &Rc<Self>) {
        self.was_shut();
        if self.drop_halted() {
            return;
        }
        if self.has_keys() { self.lock() } else { self.flush() }
    }

    /// The page was left: nothing of it stays.
    pub(super) fn leave(self: &Rc<Self>) {
        self.was_shut();
        self.is_left.set(true);
        self.halted.take();
        self.flush();
        if self.has_keys() {
            self.unmount();
            self.take_keys(None);
            self.let_go();
        }
    }

    /// Another tab is about to change the lock: nothing may be written meanwhile.
    pub(super) fn step_aside(self: &Rc<Self>) {
        self.flush_if_sealed();
        self.shut(Door::Elsewhere);
    }

    /// Another tab wrote another header.
    pub(super) fn lock_was_changed(self: &Rc<Self>) {
        if self.is_passing.get() || self.app.get().is_none() {
            return;
        }
        let is_elsewhere = self.lock.get().and_then(|lock| lock.door.try_get_untracked());
        if is_elsewhere == Some(Door::Elsewhere) {
            return;
        }
        let Found::Stored(kv) = storage::open() else { return };
        let found = copies::find(&kv, None);
        let is_ours = match (&found, &*self.vault.borrow()) {
            (Ok(copies::Found::Locked(header)), Some(vault)) => **header == *vault.header(),
            (Ok(copies::Found::Nothing), None) => true,
            _ => false,
        };
        if !is_ours {
            self.flush_if_sealed();
            self.shut(Door::Locked);
            self.begin_soon();
        }
    }

    /// Everything was erased: the lock goes as well.
    pub(super) fn remove_lock(&self) {
        if !self.has_keys() {
            return;
        }
        let Found::Stored(mut kv) = storage::open() else { return };
        for key in HEADERS {
            // One that stays asks for a passphrase before an empty diary.
            drop(kv.remove(key));
        }
        let forget = HEADERS.map(str::to_owned).to_vec();
        self.log.write(LogBatch { forget, ..LogBatch::default() }, Box::new(|_| ()));
    }

    /// Erases what cannot be read here. Without the key nothing can be noted in the log that would
    /// erase again what a browser brings back that is killed just now; then it is still locked.
    async fn erase_unread(self: Rc<Self>) -> bool {
        let Found::Stored(mut kv) = storage::open() else { return false };
        self.tabs.say(Saying::Erased);
        let ours = |kv: &dyn KeyValue| {
            let mut keys = kv.keys().unwrap_or_default();
            keys.retain(|name| name.starts_with(PREFIX));
            keys
        };
        for key in ours(&*kv) {
            // One that stays is counted below.
            drop(kv.remove(&key));
        }
        let (sender, answered) = futures_channel::oneshot::channel();
        errand::erase(false, move |removed| _ = sender.send(removed));
        let removed = answered.await.ok().flatten();
        ours(&*kv).is_empty() && removed.is_some_and(|removed| removed.log == Some(true))
    }

    /// Does what is wished for, unless the window was shut since `number`.
    async fn ask(
        self: Rc<Self>,
        given: Option<Passphrase>,
        wish: Wish,
        number: u32,
    ) -> Result<(), Trouble> {
        let access = self.open_app().map(|app| app.access.get_untracked());
        if access != Some(Access::Writer) || self.role.get() != tabs::Role::Writer {
            return Err(Trouble::NotWriter);
        }
        let Found::Stored(kv) = storage::open() else { return Err(Trouble::NoStore) };
        let log = self.log.read().await;
        if log.is_none() && !self.log.is_missing() {
            return Err(Trouble::NoLog);
        }
        let vault = self.vault.borrow().clone();
        match (vault, given, wish) {
            (None, Some(passphrase), Wish::TurnOn) => {
                let fresh = Fresh::make(&passphrase).await?;
                self.is_still(number)?;
                let made = copies::create(&kv, log.as_ref(), &BrowserEntropy, fresh.derived());
                let passage = Passage::of(made?, BrowserEntropy).ok_or(Trouble::NoStore)?;
                self.pass_over(passage).await;
                Ok(())
            }
            (Some(vault), given, wish) => match given {
                Some(passphrase) => {
                    let key = Key::Passphrase(passphrase);
                    open(vault.header(), &key).await?;
                    self.is_still(number)?;
                    let Key::Passphrase(passphrase) = key else { return Err(Trouble::Wrong) };
                    self.change(vault, Some(passphrase), wish, kv, log).await
                }
                None if self.by_code.get() => self.change(vault, None, wish, kv, log).await,
                None => Err(Trouble::Wrong),
            },
            _ => Err(Trouble::NotWriter),
        }
    }

    /// Changes what opens the vault, once it is known who asks.
    async fn change(
        self: Rc<Self>,
        vault: Vault,
        given: Option<Passphrase>,
        wish: Wish,
        mut kv: Box<dyn KeyValue>,
        log: Option<LogSnapshot>,
    ) -> Result<(), Trouble> {
        if !is_settled(&kv, log.as_ref()) {
            return Err(Trouble::TooSoon);
        }
        let number = self.n_shut.get();
        let random = |_| Trouble::NoRandom;
        let is_code_enough = matches!(wish, Wish::Passphrase(_));
        if given.is_none() && !is_code_enough {
            return Err(Trouble::Wrong);
        }
        let changed = match wish {
            Wish::TurnOn => return Err(Trouble::NotWriter),
            Wish::Passphrase(passphrase) => {
                let fresh = Fresh::make(&passphrase).await?;
                self.is_still(number)?;
                vault.with_passphrase(&BrowserEntropy, fresh.derived()).map_err(random)?
            }
            Wish::Code(code) => vault.with_recovery(&BrowserEntropy, &code).map_err(random)?,
            Wish::NoCode => vault.without(&BrowserEntropy, Method::Recovery).map_err(random)?,
            Wish::NewKey => {
                let fresh = Fresh::make(given.as_ref().ok_or(Trouble::Wrong)?).await?;
                self.is_still(number)?;
                let vault = vault.with_new_key(&BrowserEntropy, fresh.derived()).map_err(random)?;
                let passage = Passage::of(vault, BrowserEntropy).ok_or(Trouble::NoStore)?;
                self.pass_over(passage).await;
                return Ok(());
            }
            Wish::TurnOff => {
                let passage = Passage::off(&vault, BrowserEntropy).map_err(random)?;
                self.pass_over(passage.ok_or(Trouble::NoStore)?).await;
                return Ok(());
            }
        };
        // Locked meanwhile: what was asked for is not done.
        self.is_still(number)?;
        let batch = copies::write(&mut kv, &changed).map_err(|_| Trouble::NoStore)?;
        if is_code_enough {
            self.by_code.set(false);
        }
        self.take_slots(changed);
        // Where the log does not take it now, the next opening gives it again.
        self.write_log(batch).await;
        Ok(())
    }
}
