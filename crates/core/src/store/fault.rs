//! A store that fails on purpose, for tests.
//!
//! Job: make the n-th call go wrong in a chosen way, and count the calls.
//! Must not: be part of the app.

use std::cell::Cell;

use super::kv::{KeyValue, StoreError};

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The call returns this error and changes nothing.
    Fail(StoreError),
    /// From this call on every `set` returns this error and changes nothing.
    Refuse(StoreError),
    /// The world stops before the call: nothing is changed, then or later.
    CrashBefore,
    /// The world stops after the call has taken effect.
    CrashAfter,
    /// A `set` keeps only so many characters, and the world stops.
    Tear(usize),
    /// A `set` stores another value and reports success.
    Corrupt,
}

/// A store whose n-th call, counted from 1 over all four methods, meets a [`Fault`].
#[derive(Debug, Clone)]
pub struct FaultStore<S> {
    inner: S,
    plan: Option<(u64, Fault)>,
    calls: Cell<u64>,
    writes: u64,
    crashed: Cell<bool>,
}

impl<S: KeyValue> FaultStore<S> {
    /// Wraps a store, for now without a fault.
    pub fn new(inner: S) -> Self {
        Self { inner, plan: None, calls: Cell::new(0), writes: 0, crashed: Cell::new(false) }
    }

    /// Makes the `call`-th call from the beginning meet `fault`.
    #[must_use]
    pub fn at(mut self, call: u64, fault: Fault) -> Self {
        self.plan = Some((call, fault));
        self
    }

    /// Makes the `call`-th call from now meet `fault`.
    pub fn arm(&mut self, call: u64, fault: Fault) {
        self.plan = Some((self.calls.get() + call, fault));
    }

    /// Lets every call work again, unless the world has stopped.
    pub fn heal(&mut self) {
        self.plan = None;
    }

    /// Returns how many calls were made.
    pub fn calls(&self) -> u64 {
        self.calls.get()
    }

    /// Returns how many calls of `set` and `remove` took effect.
    pub fn writes(&self) -> u64 {
        self.writes
    }

    /// Returns whether the world has stopped.
    pub fn crashed(&self) -> bool {
        self.crashed.get()
    }

    /// Returns what the store holds.
    pub fn inner(&self) -> &S {
        &self.inner
    }

    /// Returns what the store holds, to change it behind the engine's back.
    pub fn inner_mut(&mut self) -> &mut S {
        &mut self.inner
    }

    /// Returns what survives.
    pub fn into_inner(self) -> S {
        self.inner
    }

    /// Counts a call and says what goes wrong with it.
    fn step(&self) -> Result<Option<&Fault>, StoreError> {
        let stopped = || StoreError::Other("the world has stopped".to_owned());
        if self.crashed.get() {
            return Err(stopped());
        }
        self.calls.set(self.calls.get() + 1);
        match &self.plan {
            Some((call, fault @ Fault::Refuse(_))) if *call <= self.calls.get() => Ok(Some(fault)),
            Some((call, fault)) if *call == self.calls.get() => match fault {
                Fault::Fail(error) => Err(error.clone()),
                Fault::CrashBefore => {
                    self.crashed.set(true);
                    Err(stopped())
                }
                Fault::CrashAfter | Fault::Tear(_) => {
                    self.crashed.set(true);
                    Ok(Some(fault))
                }
                Fault::Corrupt | Fault::Refuse(_) => Ok(Some(fault)),
            },
            _ => Ok(None),
        }
    }
}

impl<S: KeyValue> KeyValue for FaultStore<S> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.step()?;
        self.inner.get(key)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        let changed: Option<String> = match self.step()? {
            Some(Fault::Tear(kept)) => Some(value.chars().take(*kept).collect()),
            Some(Fault::Refuse(error)) => return Err(error.clone()),
            Some(Fault::Corrupt) => Some(value.chars().skip(1).collect()),
            _ => None,
        };
        self.inner.set(key, changed.as_deref().unwrap_or(value))?;
        self.writes += 1;
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.step()?;
        self.inner.remove(key)?;
        self.writes += 1;
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.step()?;
        self.inner.keys()
    }
}
