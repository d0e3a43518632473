//! Turning the lock on, off or over to a new key: the passage of the core, step by step.

use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::port::{NoEntropy, RedoLog as _};
use satkarya_core::store::{LogBatch, LogSnapshot};
use satkarya_core::vault::copies::CreateError;
use satkarya_core::vault::{Next, Passage, PassageError, Phase, Vault, copies};

use super::Session;
use crate::i18n::{Msg, msg};
use crate::platform::entropy::BrowserEntropy;
use crate::platform::storage::{self, Home as Found};
use crate::platform::tabs::{self, Saying};
use crate::platform::timer;
use crate::state::lock::{Door, Trouble};

/// How long other tabs have to keep what is typed in them and to let go.
const ASIDE_MS: u32 = 600;
/// How long after a passage the log hears of its end: until then a browser that is killed may take
/// localStorage back to a time before it.
const SETTLE_MS: u32 = 10 * 60 * 1000;
/// How long a passage that stopped can go on without the passphrase.
const HALTED_MS: u32 = 60 * 1000;
/// After how many steps the page is drawn.
const STEPS: usize = 8;

impl From<PassageError> for Trouble {
    fn from(error: PassageError) -> Self {
        match error {
            PassageError::Store(_) => Self::NoStore,
            PassageError::Entropy(NoEntropy) => Self::NoRandom,
            PassageError::Newer => Self::Newer,
            PassageError::TooSoon => Self::TooSoon,
            PassageError::NeedsLog => Self::NoLog,
        }
    }
}

impl From<CreateError> for Trouble {
    fn from(error: CreateError) -> Self {
        match error {
            CreateError::Store(_) => Self::NoStore,
            CreateError::Entropy(NoEntropy) => Self::NoRandom,
            CreateError::Exists => Self::NotWriter,
            CreateError::TooSoon => Self::TooSoon,
        }
    }
}

/// What is said when it is over.
fn done(phase: Phase) -> Msg {
    match phase {
        Phase::TurningOff => msg::lock_turned_off(),
        Phase::NewKey => msg::lock_new_key_done(),
        Phase::TurningOn | Phase::Sealed => msg::lock_turned_on(),
    }
}

impl Session {
    /// Shuts the app, with everything kept, and goes through a passage.
    pub(super) async fn pass_over(self: &Rc<Self>, passage: Passage<BrowserEntropy>) {
        self.flush();
        let said = done(passage.vault().header().phase());
        self.mount_shut(Door::Passing(0, 0));
        self.pass(passage, Some(said)).await;
    }

    /// Goes through a passage to its end, and mounts the app. Where it stops, the page says why, and
    /// nothing is lost.
    pub(super) async fn pass(self: &Rc<Self>, passage: Passage<BrowserEntropy>, said: Option<Msg>) {
        let number = self.n_shut.get();
        self.is_passing.set(true);
        self.tabs.say(Saying::Locking);
        self.show(Door::Passing(0, 0));
        timer::pause(ASIDE_MS).await;
        let begun = passage.vault().clone();
        let passed = self.go_through(passage).await;
        self.is_passing.set(false);
        // Hidden or locked meanwhile: it is done all the same, and the diary stays shut.
        let is_shut = self.n_shut.get() != number;
        let said = match passed {
            Ok(vault) => {
                self.take_keys(vault.filter(|_| !is_shut));
                self.settle_later();
                said
            }
            Err(trouble) if self.has_not_begun() => {
                if is_shut {
                    self.take_keys(None);
                }
                Some(trouble.words())
            }
            Err(trouble) if is_shut => {
                self.take_keys(None);
                Some(trouble.words())
            }
            Err(trouble) => {
                self.halted.replace(Some(begun));
                self.forget_halted_later();
                return self.show(Door::Halted(trouble));
            }
        };
        self.begin().await;
        self.tabs.say(Saying::Locked);
        if let (Some(app), Some(said)) = (self.open_app(), said) {
            app.notices.show(said, None);
        }
    }

    /// Nobody may come by and go on with what somebody left half done.
    fn forget_halted_later(self: &Rc<Self>) {
        let session = Rc::clone(self);
        timer::spawn(async move {
            timer::pause(HALTED_MS).await;
            if !session.is_passing.get() {
                session.drop_halted();
            }
        });
    }

    /// Goes on with a passage that stopped.
    pub(super) async fn go_on(self: Rc<Self>) {
        let Some(vault) = self.halted.take() else { return };
        if self.role.get() == tabs::Role::Follower {
            let role = self.tabs.claim(self.on_lost()).await;
            self.role.set(role);
        }
        if let Some(passage) = Passage::of(vault, BrowserEntropy) {
            self.pass(passage, None).await;
        }
    }

    /// Whether nothing was changed yet: the app can be opened as it was.
    fn has_not_begun(&self) -> bool {
        let Found::Stored(kv) = storage::open() else { return false };
        match (copies::find(&kv, None), &*self.vault.borrow()) {
            (Ok(copies::Found::Nothing), None) => true,
            (Ok(copies::Found::Locked(found)), Some(vault)) => *found == *vault.header(),
            _ => false,
        }
    }

    fn show(&self, door: Door) {
        if let Some(lock) = self.lock.get() {
            // The window may be gone by now.
            _ = lock.door.try_set(door);
        }
    }

    /// Takes all the steps. Returns the vault as it then is; none where it was turned off.
    async fn go_through(
        &self,
        mut passage: Passage<BrowserEntropy>,
    ) -> Result<Option<Vault>, Trouble> {
        let Found::Stored(mut kv) = storage::open() else { return Err(Trouble::NoStore) };
        let is_off = passage.vault().header().phase() == Phase::TurningOff;
        let mut log = self.whole_log().await?;
        for number in 0_usize.. {
            // The writing may have been taken over by force.
            if self.role.get() != tabs::Role::Writer {
                return Err(Trouble::NotWriter);
            }
            let next = passage.step(&mut kv, log.as_ref())?;
            let (done, total) = passage.progress();
            match next {
                Next::Over => break,
                Next::Log(batch) => {
                    if !self.write_log(batch).await {
                        return Err(Trouble::NoLog);
                    }
                    passage.logged();
                    log = self.whole_log().await?;
                }
                Next::Again if done == total => log = self.whole_log().await?,
                Next::Again => {}
            }
            if number % STEPS == 0 {
                self.show(Door::Passing(done, total));
                timer::pause(0).await;
            }
        }
        Ok((!is_off).then(|| passage.vault().clone()))
    }

    /// Everything in the log; none only where there is no log.
    async fn whole_log(&self) -> Result<Option<LogSnapshot>, Trouble> {
        let log = self.log.read().await;
        if log.is_none() && !self.log.is_missing() { Err(Trouble::NoLog) } else { Ok(log) }
    }

    /// Writes to the log, as it lies there, and says whether it is on disk.
    pub(super) async fn write_log(&self, batch: LogBatch) -> bool {
        let (sender, written) = futures_channel::oneshot::channel();
        // Whoever waits does so until the answer comes.
        self.log.write(batch, Box::new(move |done| _ = sender.send(done)));
        written.await.unwrap_or(false)
    }

    /// Tells the log of the end of the last passage when the disk has it.
    pub(super) fn settle_later(self: &Rc<Self>) {
        let session = Rc::clone(self);
        timer::spawn(async move {
            timer::pause(SETTLE_MS).await;
            let Found::Stored(kv) = storage::open() else { return };
            if let Some(log) = session.log.read().await
                && !session.is_passing.get()
                && let Ok(Some(batch)) = copies::unsettled(&kv, &log)
            {
                session.write_log(batch).await;
            }
        });
    }
}
