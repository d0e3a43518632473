//! The answers of one time that a measure was filled in: small numbers by the ids of its items.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::content::FieldId;
use crate::diary::Unknown;

/// Answers by item, in the order of ids. What was not answered is left out.
///
/// Numbers from 0 to 255; whether the measure offers one is for [`super::Filled::total`] to say, so
/// that answers to a newer guide are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Unknown", into = "Unknown")]
pub struct Given(Vec<(FieldId, u8)>);

/// A member that is no answer: its name is no id, or its value no number from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("no answer")]
pub struct NotGiven;

impl Given {
    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many answers there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The answer to an item.
    pub fn get(&self, item: &str) -> Option<u8> {
        self.0.iter().find(|(id, _)| id.as_str() == item).map(|(_, value)| *value)
    }

    /// Answers an item, or takes the answer back.
    pub fn set(&mut self, item: &FieldId, value: Option<u8>) {
        self.0.retain(|(id, _)| id != item);
        if let Some(value) = value {
            let place = self.0.partition_point(|(id, _)| id < item);
            self.0.insert(place, (item.clone(), value));
        }
    }
}

impl TryFrom<Unknown> for Given {
    type Error = NotGiven;

    fn try_from(members: Unknown) -> Result<Self, NotGiven> {
        let mut given = Self::default();
        for (id, value) in members {
            let id = FieldId::try_from(id).map_err(|_| NotGiven)?;
            let value = value.as_u64().and_then(|it| u8::try_from(it).ok()).ok_or(NotGiven)?;
            given.set(&id, Some(value));
        }
        Ok(given)
    }
}

impl From<Given> for Unknown {
    fn from(given: Given) -> Self {
        given.0.into_iter().map(|(id, value)| (String::from(id), value.into())).collect()
    }
}
