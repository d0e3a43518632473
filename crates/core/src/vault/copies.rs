//! Where the header of a vault lies: twice in localStorage, once in the redo log.
//!
//! Job: find the newest whole copy, write both, and say what the log still has to learn.
//! Must not: give up the last copy of a header while anything is sealed.

use thiserror::Error;

use super::header::{Header, HeaderError, Phase, header_key};
use super::open::{Derived, Vault};
use super::seal::is_sealed;
use super::store::header_item;
use crate::port::{Entropy, NoEntropy};
use crate::store::frame::Damage;
use crate::store::key::PREFIX;
use crate::store::{KeyValue, LogBatch, LogItem, LogSnapshot, Slot, StorageKey, StoreError};

/// Whether there is a vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// There is none: open the store as it is.
    Nothing,
    /// There is one. Ask for the passphrase.
    Locked(Box<Header>),
    /// There is one, and no copy of its header can be used. Nothing may be written; what is there
    /// can be downloaded.
    Unusable(HeaderError),
}

/// Looks for a vault in localStorage and in everything that the redo log holds.
///
/// # Errors
/// [`StoreError`] when the store cannot be asked.
pub fn find(kv: &impl KeyValue, log: Option<&LogSnapshot>) -> Result<Found, StoreError> {
    let mut found = Copies::default();
    for place in [Slot::A, Slot::B] {
        found.take(place, kv.get(header_key(place))?.as_deref());
    }
    let is_stored = found.any;
    let logged = log.and_then(logged_header);
    found.take(Slot::A, logged.and_then(|item| item.value.as_deref()));
    let in_log = || log.is_some_and(|log| log.items.iter().any(is_item_sealed));
    Ok(match (found.newest, found.error) {
        // Turning it off was the last thing that was done, and is over: copies in localStorage are
        // written before anything there is sealed, and removed after the last sealed value.
        (Some(header), _) if header.phase() == Phase::TurningOff && !is_stored && !in_log() => {
            Found::Nothing
        }
        (Some(header), _) => Found::Locked(Box::new(header)),
        // The first copy that was ever written went wrong: nothing was sealed yet.
        (None, Some(_)) if !in_log() && !is_anything_sealed(kv)? => Found::Nothing,
        (None, Some(error)) => Found::Unusable(error),
        (None, None) => match is_list_sealed(kv)? {
            Some(true) => Found::Unusable(Damage::Missing.into()),
            None if in_log() => Found::Unusable(Damage::Missing.into()),
            _ => Found::Nothing,
        },
    })
}

#[derive(Default)]
struct Copies {
    newest: Option<Header>,
    error: Option<HeaderError>,
    any: bool,
}

impl Copies {
    fn take(&mut self, place: Slot, text: Option<&str>) {
        let Some(text) = text else { return };
        self.any = true;
        match Header::parse(place, text) {
            Ok(header) => {
                let newest = self.newest.as_ref().map_or(0, Header::generation);
                if header.generation() > newest {
                    self.newest = Some(header);
                }
            }
            Err(error) => self.error = self.error.or(Some(error)),
        }
    }
}

fn logged_header(log: &LogSnapshot) -> Option<&LogItem> {
    log.items.iter().find(|item| item.key == header_key(Slot::A))
}

fn is_item_sealed(item: &LogItem) -> bool {
    item.value.as_deref().is_some_and(is_sealed)
}

fn is_anything_sealed(kv: &impl KeyValue) -> Result<bool, StoreError> {
    for name in kv.keys()?.iter().filter(|name| name.starts_with(PREFIX)) {
        if kv.get(name)?.is_some_and(|text| is_sealed(&text)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether the list of what is stored is sealed; `None` where there is none.
fn is_list_sealed(kv: &impl KeyValue) -> Result<Option<bool>, StoreError> {
    let mut found = None;
    for place in [Slot::A, Slot::B] {
        if let Some(text) = kv.get(&StorageKey::Header(place).to_string())? {
            found = Some(found == Some(true) || is_sealed(&text));
        }
    }
    Ok(found)
}

/// Why no vault was made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CreateError {
    /// The store cannot be asked.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There are no random numbers.
    #[error(transparent)]
    Entropy(#[from] NoEntropy),
    /// There is one.
    #[error("there is a vault already")]
    Exists,
    /// The last one was turned off, and that is not settled yet ([`unsettled`]).
    #[error("the last vault is not settled")]
    TooSoon,
}

/// Makes a vault with a random key, in memory; [`Passage::of`](super::Passage::of) turns it on.
///
/// # Errors
/// [`CreateError`].
pub fn create(
    kv: &impl KeyValue,
    log: Option<&LogSnapshot>,
    entropy: &impl Entropy,
    passphrase: Derived<'_>,
) -> Result<Vault, CreateError> {
    if find(kv, log)? != Found::Nothing {
        return Err(CreateError::Exists);
    }
    if log.and_then(logged_header).is_some() {
        return Err(CreateError::TooSoon);
    }
    Ok(Vault::create(entropy, passphrase)?)
}

/// Writes both copies of a header, the one that is not the newest first, and reads each back. Until
/// the second is written the first counts, since its generation is higher. What is there already is
/// left alone, so this may be done again at every start.
///
/// Afterwards give the log what is returned: until it has that, a browser that is killed may fall
/// back to the header before. Not while [`unsettled`] has something to say.
///
/// # Errors
/// [`StoreError`]: at least one whole copy is there, the old or the new one.
pub fn write(kv: &mut impl KeyValue, vault: &Vault) -> Result<LogBatch, StoreError> {
    let generation = |kv: &_, place| -> Result<u64, StoreError> {
        let text = KeyValue::get(kv, header_key(place))?;
        let header = text.and_then(|text| Header::parse(place, &text).ok());
        Ok(header.map_or(0, |header| header.generation()))
    };
    let (a, b) = (generation(kv, Slot::A)?, generation(kv, Slot::B)?);
    let first = if a > b { Slot::B } else { Slot::A };
    for place in [first, first.other()] {
        let text = vault.print(place);
        if kv.get(header_key(place))?.as_ref() == Some(&text) {
            continue;
        }
        kv.set(header_key(place), &text)?;
        let back = kv.get(header_key(place))?.unwrap_or_default();
        let opens = Header::parse(place, &back).is_ok_and(|header| vault.reopen(&header).is_some());
        if !opens {
            return Err(StoreError::Other("another header was read back".to_owned()));
        }
    }
    Ok(LogBatch { items: vec![header_item(vault)], ..LogBatch::default() })
}

/// Removes both copies.
pub(super) fn remove(kv: &mut impl KeyValue) -> Result<(), StoreError> {
    kv.remove(header_key(Slot::A))?;
    kv.remove(header_key(Slot::B))
}

/// What the log does not know yet of the end of the last passage.
///
/// A browser that is killed within seconds takes localStorage back to a time before the passage;
/// then the log must still say that it is under way, so that it is gone through again. Ten minutes
/// after it ended, or after a later start, apply this batch. Until then no passage is begun and no
/// slot is changed.
///
/// # Errors
/// [`StoreError`] when the store cannot be asked.
pub fn unsettled(kv: &impl KeyValue, log: &LogSnapshot) -> Result<Option<LogBatch>, StoreError> {
    let mut stored = Copies::default();
    for place in [Slot::A, Slot::B] {
        stored.take(place, kv.get(header_key(place))?.as_deref());
    }
    let key = header_key(Slot::A);
    let logged = logged_header(log).map(|item| item.generation);
    let Some(header) = stored.newest else {
        let is_over = logged.is_some() && find(kv, Some(log))? == Found::Nothing;
        let forget = vec![key.to_owned()];
        return Ok(is_over.then(|| LogBatch { forget, ..LogBatch::default() }));
    };
    let generation = header.generation();
    if header.phase() != Phase::Sealed || logged.is_some_and(|logged| logged >= generation) {
        return Ok(None);
    }
    let item = LogItem { key: key.to_owned(), generation, value: Some(header.print(Slot::A)) };
    Ok(Some(LogBatch { items: vec![item], ..LogBatch::default() }))
}
