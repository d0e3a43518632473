//! The identity of a record.
//!
//! An [`Id`] is 128 random bits, so that two devices never meet on the same one.
//! Randomness is handed in; this module makes none.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Crockford's base 32 in lower case: no `i`, `l`, `o` or `u`.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Number of characters of a printed id: 130 bits, of which the first two are zero.
const LEN: usize = 26;

/// Names one record for ever.
///
/// Printed as 26 characters of Crockford base 32 in lower case, which sort like the bytes.
///
/// ```
/// use satkarya_core::id::Id;
/// let id = Id::from_bytes([0xff; 16]);
/// assert_eq!(id.to_string(), "7zzzzzzzzzzzzzzzzzzzzzzzzz");
/// assert_eq!("7zzzzzzzzzzzzzzzzzzzzzzzzz".parse(), Ok(id));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(u128);

/// A text that is not an id.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not an id: 26 characters of lower-case base 32 are needed")]
pub struct NotAnId;

impl Id {
    /// Makes an id of 16 random bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(u128::from_be_bytes(bytes))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..LEN).rev().try_for_each(|place| {
            let digit = usize::try_from((self.0 >> (5 * place)) & 31).unwrap_or_default();
            let letter = ALPHABET.get(digit).copied().unwrap_or(b'0');
            fmt::Write::write_char(f, char::from(letter))
        })
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text.len() != LEN || text.as_bytes().first().is_none_or(|first| *first > b'7') {
            return Err(NotAnId);
        }
        text.bytes()
            .try_fold(0_u128, |value, byte| {
                let digit = ALPHABET.iter().position(|letter| *letter == byte).ok_or(NotAnId)?;
                Ok((value << 5) | digit as u128)
            })
            .map(Self)
    }
}

impl TryFrom<String> for Id {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn refuses_what_is_not_an_id() {
        for bad in [
            "",
            "7zzzzzzzzzzzzzzzzzzzzzzzz",
            "7zzzzzzzzzzzzzzzzzzzzzzzzzz",
            "8zzzzzzzzzzzzzzzzzzzzzzzzz",
            "0000000000000000000000000i",
            "0000000000000000000000000A",
            "ééééééééééééé",
        ] {
            assert_eq!(bad.parse::<Id>(), Err(NotAnId), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn prints_and_parses_back(bytes: [u8; 16]) {
            let id = Id::from_bytes(bytes);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
        }

        #[test]
        fn prints_in_order(a: [u8; 16], b: [u8; 16]) {
            let (a, b) = (Id::from_bytes(a), Id::from_bytes(b));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }
    }
}
