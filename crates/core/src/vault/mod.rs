//! The vault: everything that a person wrote, unreadable without their passphrase.
//!
//! Job: keys, their header, sealed values, and the way from plain to sealed and back.
//! Must not: draw random numbers, measure time, show anything, or keep a passphrase.
//!
//! # How to use it
//!
//! ```text
//! copies::find(&kv, log) -> Nothing | Locked(header) | Unusable(error)        at each start
//! header.passphrase() -> (salt, cost);   kdf::derive(passphrase, salt, cost)   in a worker
//! Vault::open(&header, Opener) -> Vault;   copies::write(&mut kv, &vault)      both copies whole
//! Passage::of(vault, entropy) -> Option<Passage>;   step(…) until Next::Over   finish what is under way
//! SealedStore::new(kv, entropy, &vault)   .open_log(snapshot)   .seal_batch(batch)
//! copies::unsettled(&kv, &log) -> Option<LogBatch>                             ten minutes later
//!
//! Cost::for_device(probe_ms);   copies::create(&kv, log, entropy, derived);   Passage::of   to turn it on
//! vault.with_passphrase / with_recovery / without;   copies::write, its batch to the log
//! vault.with_new_key;   Passage::of          Passage::off(&vault, entropy)
//! ```
//!
//! 1. Before the engine is opened, [`copies::find`] says whether there is a vault. An open vault goes
//!    below the engine as a [`SealedStore`]; every snapshot of the log passes through it on the way
//!    in and every batch on the way out. The fence asks the sealed store as well.
//! 2. To lock, let go of the engine, the store and the [`Vault`].
//! 3. Before a passage the engine is closed; other tabs are told, since a tab without the vault
//!    would write plain drafts.
//! 4. [`age`] makes and reads backups, with a passphrase of their own.
//! 5. Deriving and `age` take time and memory: [`job`] carries them to a worker and back.
//!
//! # Where to read on
//!
//! [`kdf`], [`code`] and `keys` make keys, [`header`] and `open` keep them; `seal`, `name` and `form`
//! say what lies in storage, `store` joins them to the engine, [`copies`] and [`passage`] change what
//! is there. `docs/storage-format.md` describes the bytes.

pub mod age;
pub mod code;
pub mod copies;
mod form;
pub mod header;
pub mod job;
pub mod kdf;
mod keys;
mod name;
mod open;
pub mod passage;
mod seal;
mod store;

pub use code::{CodeError, RecoveryCode};
pub use copies::{CreateError, Found};
pub use header::{Header, HeaderError, Method, Opener, Phase, UnlockError};
pub use kdf::{Cost, DeriveError, Passphrase};
pub use open::{Derived, Vault};
pub use passage::{Next, Passage, PassageError};
pub use seal::SealError;
pub use store::{LEFT, SealedStore};

/// Writes bytes as hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).flatten().collect()
}

/// Reads lower-case hexadecimal.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |letter: u8| match letter {
        b'0'..=b'9' => Some(letter - b'0'),
        b'a'..=b'f' => Some(letter - b'a' + 10),
        _ => None,
    };
    let (pairs, []) = text.as_bytes().as_chunks() else { return None };
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}
