//! A JSON value that refuses what a plain one lets pass: a name that stands twice in one
//! object, and lists without measure.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::transfer::import::{Break, MAX_LIST, Size};

/// What serde's errors cannot carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    Broken(Break),
    TooMany(Size),
}

/// Reads one value. Notes in its place why it stopped.
pub(super) struct Strict<'a>(pub(super) &'a mut Option<Stop>);

/// Stops reading for a reason that serde does not know.
pub(super) fn stop<E: Error>(place: &mut Option<Stop>, why: Stop) -> E {
    *place = Some(why);
    E::custom("stopped")
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = seq.next_element_seed(Strict(self.0))? {
            if list.len() == MAX_LIST {
                return Err(stop(self.0, Stop::TooMany(Size::List)));
            }
            list.push(value);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            if object.len() == MAX_LIST {
                return Err(stop(self.0, Stop::TooMany(Size::List)));
            }
            if object.contains_key(&name) {
                return Err(stop(self.0, Stop::Broken(Break::DuplicateName)));
            }
            let value = map.next_value_seed(Strict(self.0))?;
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}
