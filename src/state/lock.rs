//! The lock: whether the diary is behind a passphrase, and what the person may ask of it.
//!
//! Keys live in `start`, below the state; here is only what pages show and what they hand in. A
//! window is mounted anew whenever it is locked or unlocked, with a [`Lock`] of its own.

use std::collections::BTreeSet;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::vault::{Passphrase, RecoveryCode};

use crate::i18n::{Msg, msg};

/// After so many tries that opened nothing, each further one waits a moment.
pub const TRIES: usize = 5;
/// How long, in milliseconds.
pub const PAUSE_MS: u32 = 1_000;

/// What stands in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// The app; with a lock that was opened, or without one.
    Open,
    /// The question for the passphrase.
    Locked,
    /// There is a lock, and no copy of what opens it can be used. Nothing may be written.
    Unusable,
    /// Everything is going over from one form to the other: so many values of so many.
    Passing(usize, usize),
    /// It stopped on its way. Everything can be read as before, and it can go on.
    Halted(Trouble),
    /// Another tab is changing the lock.
    Elsewhere,
}

/// Why something was not done. Nothing was lost by any of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The passphrase or the code does not open it.
    Wrong,
    /// The passphrase fits, and somebody else has changed what lies beside it.
    Tampered,
    /// The device has not got the memory, so the passphrase was not tried.
    NoMemory,
    /// The browser starts no worker, or it stopped; the passphrase was not tried.
    NoWorker,
    /// There are no random numbers.
    NoRandom,
    /// The last change is not safe on the disk yet.
    TooSoon,
    /// This tab may not write.
    NotWriter,
    /// The redo log does not answer.
    NoLog,
    /// The browser would not store it.
    NoStore,
    /// A newer version sealed something here.
    Newer,
    /// The page was hidden or locked before it was done.
    Interrupted,
}

impl Trouble {
    /// What is said of it.
    pub fn words(self) -> Msg {
        match self {
            Self::Wrong => msg::lock_wrong(),
            Self::Tampered => msg::lock_tampered(),
            Self::NoMemory => msg::lock_no_memory(),
            Self::NoWorker => msg::lock_no_worker(),
            Self::NoRandom => msg::lock_no_random(),
            Self::TooSoon => msg::lock_too_soon(),
            Self::NotWriter => msg::lock_not_writer(),
            Self::NoLog => msg::lock_no_log(),
            Self::NoStore => msg::lock_no_store(),
            Self::Newer => msg::lock_newer(),
            Self::Interrupted => msg::lock_interrupted(),
        }
    }
}

/// What opens the lock.
pub enum Key {
    /// The passphrase.
    Passphrase(Passphrase),
    /// The recovery code.
    Code(RecoveryCode),
}

/// What is asked of a lock.
pub enum Wish {
    /// To be turned on, with the passphrase that is handed in.
    TurnOn,
    /// Another passphrase.
    Passphrase(Passphrase),
    /// A recovery code, in place of an older one.
    Code(RecoveryCode),
    /// No recovery code any more.
    NoCode,
    /// A new key, so that older copies are of no use. A recovery code no longer opens it.
    NewKey,
    /// To be turned off.
    TurnOff,
}

/// What comes later.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// Whoever has the keys.
pub trait Locksmith {
    /// Opens the lock. On success the window is mounted anew.
    fn unlock(&self, key: Key) -> Later<Result<(), Trouble>>;

    /// Whether this is the passphrase of the lock that is open. Changes nothing.
    fn prove(&self, passphrase: Passphrase) -> Later<Result<(), Trouble>>;

    /// Does what is asked. `passphrase` is the present one, or the first; none where the lock was
    /// opened with the code and another passphrase is wished for.
    fn ask(&self, passphrase: Option<Passphrase>, wish: Wish) -> Later<Result<(), Trouble>>;

    /// Locks, a moment later.
    fn lock(&self);

    /// Removes everything from this browser, without opening it. Says whether nothing is left.
    fn erase(&self) -> Later<bool>;

    /// Goes on with what was halted.
    fn go_on(&self);

    /// Looks again what is stored.
    fn look_again(&self);
}

/// The lock of this window.
#[derive(Clone, Copy)]
pub struct Lock {
    /// What stands in the window.
    pub door: RwSignal<Door>,
    /// Whether there is a lock, and it is open.
    pub is_on: bool,
    /// Whether a recovery code opens it too. Known only while it is open.
    pub has_code: RwSignal<bool>,
    /// Whether it was opened with the code, so that the passphrase may be forgotten.
    pub by_code: RwSignal<bool>,
    /// Whether the passphrase was given once more before a covered entry.
    pub is_proved: RwSignal<bool>,
    /// The covered entries that were opened since the window was mounted.
    opened: StoredValue<BTreeSet<Id>>,
    smith: StoredValue<Rc<dyn Locksmith>, LocalStorage>,
}

impl Lock {
    /// The lock of a window that is being mounted.
    pub fn new(door: Door, is_on: bool, smith: Rc<dyn Locksmith>) -> Self {
        Self {
            door: RwSignal::new(door),
            is_on,
            has_code: RwSignal::new(false),
            by_code: RwSignal::new(false),
            is_proved: RwSignal::new(false),
            opened: StoredValue::default(),
            smith: StoredValue::new_local(smith),
        }
    }

    /// The lock, from inside a view.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Whether the diary is out of reach in this window.
    pub fn is_closed(self) -> bool {
        self.door.get() != Door::Open
    }

    /// Whether covered entries are behind the passphrase: there is a lock, and the passphrase was
    /// not given once more since it was opened. Whoever came in by the code may have none.
    pub fn keeps_covered(self) -> bool {
        self.is_on && !self.is_proved.get() && !self.by_code.get()
    }

    /// Whether a covered entry was opened already.
    pub fn was_opened(self, entry: Id) -> bool {
        self.opened.with_value(|opened| opened.contains(&entry))
    }

    /// Notes that a covered entry was opened: reading and then changing it asks once, not twice.
    pub fn note_opened(self, entry: Id) {
        self.opened.update_value(|opened| _ = opened.insert(entry));
    }

    /// Whoever has the keys. Taken before anything is waited for: the window may go meanwhile.
    pub fn smith(self) -> Rc<dyn Locksmith> {
        self.smith.get_value()
    }
}
