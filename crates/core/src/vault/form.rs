//! The two forms in which a value may lie: as it is, or sealed.
//!
//! Job: say under which name and as which text a value lies in a form, and read it from there.
//! Must not: decide which form counts.

use std::rc::Rc;

use super::keys::{Keys, random};
use super::name::{Sort, hide, reveal, sort};
use super::seal::{Place, SealError, is_sealed, open, seal};
use crate::port::{Entropy, NoEntropy};
use crate::store::StorageKey;

/// A form.
#[derive(Clone)]
pub(super) enum Form {
    /// As it is.
    Plain,
    /// Sealed with these keys.
    Sealed(Rc<Keys>),
}

impl Form {
    pub(super) fn sealed(keys: Keys) -> Self {
        Self::Sealed(Rc::new(keys))
    }

    /// The name under which the value of a key lies.
    pub(super) fn name(&self, key: &str) -> String {
        match self {
            Self::Plain => key.to_owned(),
            Self::Sealed(keys) => hide(keys, key),
        }
    }

    /// The key whose value lies under a name; `None` if none does in this form.
    pub(super) fn key(&self, name: &str) -> Option<String> {
        match sort(name) {
            Sort::Outside | Sort::Header => None,
            Sort::Fixed => Some(name.to_owned()),
            Sort::Hidden => match self {
                Self::Plain => name.parse::<StorageKey>().is_ok().then(|| name.to_owned()),
                Self::Sealed(keys) => reveal(keys, name),
            },
        }
    }

    /// Reads what lies under a name.
    pub(super) fn read(&self, place: Place, name: &str, text: &str) -> Result<String, SealError> {
        match self {
            Self::Plain if is_sealed(text) => Err(SealError::OtherKey),
            Self::Plain => Ok(text.to_owned()),
            Self::Sealed(keys) => open(keys, place, name, text),
        }
    }

    /// Makes what lies under a name.
    pub(super) fn write(
        &self,
        entropy: &impl Entropy,
        place: Place,
        name: &str,
        text: &str,
    ) -> Result<String, NoEntropy> {
        match self {
            Self::Plain => Ok(text.to_owned()),
            // A fresh nonce for every attempt, also of the same text.
            Self::Sealed(keys) => Ok(seal(keys, place, name, text, random(entropy)?)),
        }
    }
}
