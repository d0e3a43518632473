//! Turning the vault on, off or over to a new key: one way through, in steps that may be interrupted.
//!
//! Job: bring every value of localStorage and of the redo log from one form to the other, so that
//! a crash between any two storage calls leaves every value readable in one of them.
//! Must not: hold two copies of more than one value, write a value that it did not read back, or touch
//! one that it cannot read.
//!
//! 1. Both copies of the header are written, then the log's. From here on the passage is certain:
//!    whoever opens the vault next goes on with it.
//! 2. Each value of localStorage is set in its new form and read back; then the old one is removed.
//! 3. The whole log changes its form in one transaction.
//! 4. The header says that it is over, or is removed where the vault was turned off. The log hears
//!    of that only when the disk has it ([`super::copies::unsettled`]): a killed browser may
//!    take localStorage back to a time before all this.
//!
//! Nothing is remembered of how far it came; every step looks at what is there. Close the engine
//! before, and open it again afterwards.

use thiserror::Error;

use super::copies;
use super::form::Form;
use super::header::Phase;
use super::name::{Sort, sort};
use super::open::Vault;
use super::seal::{Place, SealError};
use super::store::{forms, set_aside};
use crate::port::{Entropy, NoEntropy};
use crate::store::{
    KeyValue, LogBatch, LogItem, LogSnapshot, Slot, StorageKey, StoreError, lists_cold,
};

/// What to do after a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Take the next step.
    Again,
    /// Write this batch to the log, and say by [`Passage::logged`] that it is on disk; then take
    /// the next step. Where it fails, the same step may be taken again.
    Log(LogBatch),
    /// It is over.
    Over,
}

/// Why a step was not taken. Everything is readable as before, and the step may be taken again.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PassageError {
    /// The store did not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There are no random numbers.
    #[error(transparent)]
    Entropy(#[from] NoEntropy),
    /// A newer version sealed something here, so this one leaves everything as it is.
    #[error("a newer version sealed something here")]
    Newer,
    /// The passage before is not settled yet ([`copies::unsettled`]); try again in ten minutes.
    #[error("the last passage is not settled")]
    TooSoon,
    /// Some of the diary is in the log alone, and there is no log.
    #[error("the log is needed and is not there")]
    NeedsLog,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Header,
    HeaderLogged,
    Values,
    Log,
    LogWritten,
    End,
    Over,
}

/// A way from one form to another.
#[derive(Clone)]
pub struct Passage<E> {
    vault: Vault,
    entropy: E,
    from: Form,
    to: Form,
    stage: Stage,
    /// Names that are still to be looked at, the next one last.
    left: Vec<String>,
    /// How many there were.
    total: usize,
    n_unreadable: usize,
}

impl<E: Entropy> Passage<E> {
    /// Begins to seal everything, in a vault that was just made; or goes on with any passage that
    /// was begun, in a vault that was just opened. `None` where none is under way.
    pub fn of(vault: Vault, entropy: E) -> Option<Self> {
        let (to, from) = forms(&vault);
        let (stage, left) = (Stage::Header, Vec::new());
        Some(Self { vault, entropy, from: from?, to, stage, left, total: 0, n_unreadable: 0 })
    }

    /// Begins to make everything plain. Also the way back while the vault is being turned on.
    ///
    /// # Errors
    /// [`NoEntropy`].
    pub fn off(vault: &Vault, entropy: E) -> Result<Option<Self>, NoEntropy> {
        if vault.header().phase() == Phase::NewKey {
            // Two keys and the plain form would be three; this one is finished first.
            return Ok(Self::of(vault.clone(), entropy));
        }
        Ok(Self::of(vault.at(&entropy, Phase::TurningOff)?, entropy))
    }

    /// Begins to seal what was left plain or came back plain, once a person has said that it is
    /// theirs.
    ///
    /// # Errors
    /// [`NoEntropy`].
    pub fn on_again(vault: &Vault, entropy: E) -> Result<Option<Self>, NoEntropy> {
        if vault.header().phase() != Phase::Sealed {
            return Ok(Self::of(vault.clone(), entropy));
        }
        Ok(Self::of(vault.at(&entropy, Phase::TurningOn)?, entropy))
    }

    /// The vault as it is now. After [`Next::Over`] of turning it off there is none any more.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// How many values of localStorage were looked at, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.total - self.left.len(), self.total)
    }

    /// How many values could not be read. They stay as they are; where the vault is turned off,
    /// behind a word that says why, so that the engine sets them aside as damaged.
    pub fn n_unreadable(&self) -> usize {
        self.n_unreadable
    }

    /// The batch that the last step gave is on disk.
    pub fn logged(&mut self) {
        self.stage = match self.stage {
            Stage::HeaderLogged => Stage::Values,
            Stage::LogWritten => Stage::End,
            stage => stage,
        };
    }

    /// Takes one step. `log` is everything in the log as it is now, or `None` where the browser has
    /// none; it must not be `None` only because it was not read.
    ///
    /// # Errors
    /// [`PassageError`].
    pub fn step(
        &mut self,
        kv: &mut impl KeyValue,
        log: Option<&LogSnapshot>,
    ) -> Result<Next, PassageError> {
        match self.stage {
            Stage::Header | Stage::HeaderLogged => {
                // localStorage may still fall back to what neither of these two forms reads.
                if log.map_or(Ok(None), |log| copies::unsettled(kv, log))?.is_some() {
                    return Err(PassageError::TooSoon);
                }
                if log.is_none() && self.needs_log(kv)? {
                    return Err(PassageError::NeedsLog);
                }
                if self.has_newer(kv, log)? {
                    return Err(PassageError::Newer);
                }
                let batch = copies::write(kv, &self.vault)?;
                let known = |log: &LogSnapshot| batch.items.iter().all(|it| log.items.contains(it));
                if log.is_some_and(|log| !known(log)) {
                    self.stage = Stage::HeaderLogged;
                    return Ok(Next::Log(batch));
                }
                self.stage = Stage::Values;
            }
            Stage::Values if self.total == 0 => {
                // What is rewritten may grow; the engine makes the reserve again.
                kv.remove(&StorageKey::Reserve.to_string())?;
                self.left = kv.keys()?;
                self.left.retain(|name| self.from.key(name).is_some());
                self.left.sort_unstable_by(|a, b| b.cmp(a));
                self.total = self.left.len();
                if self.total == 0 {
                    self.stage = Stage::Log;
                }
            }
            Stage::Values => {
                if let Some(name) = self.left.last().cloned() {
                    self.bring_over(kv, &name)?;
                    self.left.pop();
                } else {
                    self.stage = Stage::Log;
                }
            }
            Stage::Log | Stage::LogWritten => {
                let batch = log.map_or(Ok(LogBatch::default()), |log| self.recast(log, kv))?;
                if !batch.is_empty() {
                    self.stage = Stage::LogWritten;
                    return Ok(Next::Log(batch));
                }
                self.stage = Stage::End;
            }
            Stage::End => {
                if self.vault.header().phase() == Phase::TurningOff {
                    copies::remove(kv)?;
                } else {
                    let sealed = match self.vault.header().phase() {
                        Phase::Sealed => self.vault.clone(),
                        _ => self.vault.at(&self.entropy, Phase::Sealed)?,
                    };
                    // The log hears of it later.
                    copies::write(kv, &sealed)?;
                    self.vault = sealed;
                }
                self.stage = Stage::Over;
            }
            Stage::Over => return Ok(Next::Over),
        }
        Ok(Next::Again)
    }

    /// Whether the diary lists parts that only the log holds. Without it they would stay as they are,
    /// to be read by nobody afterwards, or by anybody.
    fn needs_log(&self, kv: &impl KeyValue) -> Result<bool, StoreError> {
        for slot in [Slot::A, Slot::B] {
            for form in [&self.from, &self.to] {
                let name = form.name(&StorageKey::Header(slot).to_string());
                if let Some(text) = kv.get(&name)?
                    && let Ok(plain) = form.read(Place::Store, &name, &text)
                    && lists_cold(slot, &plain)
                {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Whether a newer version sealed any of the values that are to be brought over.
    fn has_newer(&self, kv: &impl KeyValue, log: Option<&LogSnapshot>) -> Result<bool, StoreError> {
        let is_newer = |it: &LogItem| {
            let read = it.value.as_deref().map(|text| self.from.read(Place::Log, &it.key, text));
            self.from.key(&it.key).is_some() && read == Some(Err(SealError::Newer))
        };
        if log.is_some_and(|log| log.items.iter().any(is_newer)) {
            return Ok(true);
        }
        for name in kv.keys()? {
            if self.from.key(&name).is_some()
                && let Some(text) = kv.get(&name)?
                && self.from.read(Place::Store, &name, &text) == Err(SealError::Newer)
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Brings one value of localStorage over.
    fn bring_over(&mut self, kv: &mut impl KeyValue, name: &str) -> Result<(), PassageError> {
        let (Some(key), Some(text)) = (self.from.key(name), kv.get(name)?) else { return Ok(()) };
        let new_name = self.to.name(&key);
        let there = if new_name == name { Some(text.clone()) } else { kv.get(&new_name)? };
        let is_there =
            there.is_some_and(|there| self.to.read(Place::Store, &new_name, &there).is_ok());
        if !is_there {
            let plain = match (self.from.read(Place::Store, name, &text), &self.to) {
                (Ok(plain), _) => plain,
                (Err(error), to) => {
                    self.n_unreadable += 1;
                    let Form::Plain = to else { return Ok(()) };
                    // Without a header it could not even be told what it is.
                    set_aside(&text, error)
                }
            };
            let made = self.to.write(&self.entropy, Place::Store, &new_name, &plain)?;
            kv.set(&new_name, &made)?;
            let back = kv.get(&new_name)?.unwrap_or_default();
            if self.to.read(Place::Store, &new_name, &back).as_ref() != Ok(&plain) {
                // The old value is still there where its name is another; where it is the same,
                // it is set back.
                if new_name == name {
                    kv.set(name, &text)?;
                }
                return Err(StoreError::Other("something else was read back".to_owned()).into());
            }
        }
        if new_name != name {
            kv.remove(name)?;
        }
        Ok(())
    }

    /// What brings the whole log over, in one transaction.
    fn recast(&self, log: &LogSnapshot, kv: &impl KeyValue) -> Result<LogBatch, PassageError> {
        let mut batch = LogBatch::default();
        for LogItem { key: name, generation, value } in &log.items {
            let Some(key) = self.from.key(name) else { continue };
            let new_name = self.to.name(&key);
            let is_over = |text: &str| self.to.read(Place::Log, &new_name, text).is_ok();
            if new_name == *name && value.as_deref().is_none_or(is_over) {
                continue;
            }
            let value = match value.as_deref().map(|text| self.from.read(Place::Log, name, text)) {
                None => None,
                Some(Ok(plain)) => {
                    Some(self.to.write(&self.entropy, Place::Log, &new_name, &plain)?)
                }
                Some(Err(error)) if matches!(self.to, Form::Plain) => {
                    let is_part = matches!(key.parse(), Ok(StorageKey::Part(_)));
                    if is_part && kv.get(&new_name)?.is_none() {
                        // There is no other copy of it.
                        value.as_deref().map(|text| set_aside(text, error))
                    } else {
                        // Of no use to anybody; what it was a copy of is where it was.
                        batch.forget.push(name.clone());
                        continue;
                    }
                }
                Some(Err(_)) => continue,
            };
            if new_name != *name {
                batch.forget.push(name.clone());
            }
            let newer = log.items.iter().find(|item| item.key == new_name && new_name != *name);
            if newer.is_none_or(|newer| newer.generation < *generation) {
                batch.items.push(LogItem { key: new_name, generation: *generation, value });
            }
        }
        Ok(batch)
    }
}

/// Names of values below that are in neither form of this vault, and so are not read: left plain by
/// another version, put there by somebody, or of another vault. The header's copies are none.
///
/// # Errors
/// [`StoreError`] when the store cannot be asked.
pub fn left_behind(kv: &impl KeyValue, vault: &Vault) -> Result<Vec<String>, StoreError> {
    let (to, from) = forms(vault);
    let mut names = kv.keys()?;
    names.retain(|name| {
        matches!(sort(name), Sort::Fixed | Sort::Hidden)
            && to.key(name).is_none()
            && from.as_ref().is_none_or(|from| from.key(name).is_none())
    });
    Ok(names)
}
