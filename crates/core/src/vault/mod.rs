//! The vault: everything that a person wrote, unreadable without their passphrase.
//!
//! Job: keys, their header, sealed values, and the way from plain to sealed and back.
//! Must not: draw random numbers, measure time, show anything, or keep a passphrase.

pub mod age;
pub mod code;
pub mod copies;
mod form;
pub mod header;
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
