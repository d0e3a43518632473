//! JSON that anybody may have written: read within limits, and asked by name.

use serde_json::Value;

use crate::transfer::too_deep;

use super::Refused;

/// Reads JSON.
pub(super) fn read(text: &str) -> Result<Value, Refused> {
    if too_deep(text.as_bytes()).is_some() {
        return Err(Refused::TooDeep);
    }
    serde_json::from_str(text)
        .map_err(|error| Refused::Broken { line: error.line(), column: error.column() })
}

/// The text under a name; empty if there is none.
pub(super) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The list under a name; empty if there is none.
pub(super) fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// The number under a name.
pub(super) fn number(value: &Value, name: &str) -> Option<f64> {
    value.get(name).and_then(Value::as_f64)
}

/// The whole number under a name.
pub(super) fn whole(value: &Value, name: &str) -> Option<i64> {
    let value = value.get(name)?;
    // Some write whole numbers as text, or with a point.
    value.as_i64().or_else(|| value.as_f64().and_then(to_whole)).or_else(|| {
        let text = value.as_str()?;
        text.trim().parse().ok()
    })
}

/// A number without what is after its point; none beyond what a float holds exactly.
pub(super) fn to_whole(number: f64) -> Option<i64> {
    const MOST: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "within what a float holds exactly")]
    (number.is_finite() && number.abs() < MOST).then_some(number as i64)
}

/// Whether a name says yes.
pub(super) fn is(value: &Value, name: &str) -> bool {
    value.get(name).is_some_and(|value| value.as_bool() == Some(true) || value.as_i64() == Some(1))
}

/// Whether there is something under a name.
pub(super) fn has(value: &Value, name: &str) -> bool {
    match value.get(name) {
        None | Some(Value::Null) => false,
        Some(Value::Array(list)) => !list.is_empty(),
        Some(Value::Object(inside)) => !inside.is_empty(),
        Some(_) => true,
    }
}
