//! A window on stores in memory, for the unit tests of what is private to a feature.

#![expect(clippy::missing_panics_doc, reason = "helpers of tests may stop on what they expect")]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::port::{Clock, Entropy, NoEntropy};
use satkarya_core::store::{
    KeyValue, Measure, MemoryStore, Options, Repository, Role, StartReport,
};
use satkarya_core::time::{Now, Offset, Zone};

use super::{AppState, Home, Ports, Store};

/// A clock that stands still on 24 November 2026.
pub struct Fixed;

impl Clock for Fixed {
    fn now(&self) -> Now {
        Now { ms: 1_795_483_800_000, offset: Offset::UTC, zone: Zone::default() }
    }
}

/// Gives every window numbers of its own, each one once.
struct Dice {
    window: u8,
    n_given: Cell<u8>,
}

impl Entropy for Dice {
    fn bytes(&self) -> Result<[u8; 16], NoEntropy> {
        let n = self.n_given.replace(self.n_given.get().wrapping_add(1));
        let mut bytes = [self.window; 16];
        bytes[15] = n;
        Ok(bytes)
    }
}

/// One store that several windows share, and how many there were.
#[derive(Clone, Default)]
pub struct Shared(Rc<RefCell<MemoryStore>>, Rc<Cell<u8>>);

impl Shared {
    /// The store opened once more.
    pub fn open(&self, role: Role) -> (Store, StartReport) {
        let options = Options { role, measure: Measure::Units, identity: 7 };
        let kv: Box<dyn KeyValue> = Box::new(Rc::clone(&self.0));
        Repository::open(kv, None, options).expect("it opens")
    }

    /// Another window on it.
    pub fn window(&self, role: Role) -> AppState {
        self.1.set(self.1.get() + 1);
        let ports = Ports {
            clock: Box::new(Fixed),
            // Far from the small numbers that tests give to their own records.
            entropy: Box::new(Dice { window: 100 + self.1.get(), n_given: Cell::new(0) }),
            log: None,
            on_written: Box::new(|| ()),
            on_erased: Box::new(|| ()),
            on_gone: Box::new(|| ()),
            on_prefs: Box::new(|| ()),
            take_over: Box::new(|| ()),
        };
        let (store, report) = self.open(role);
        AppState::new(ports, store, report, Home::Stored)
    }
}

/// Runs a story inside an owner, as a page does, in a window that may write. Whatever it holds is
/// cleaned up at the end.
pub fn story(tell: impl FnOnce(AppState)) {
    let owner = Owner::new();
    owner.with(|| tell(Shared::default().window(Role::Writer)));
    owner.cleanup();
}
