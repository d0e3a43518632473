//! What is known of this device and kept beside the diary, in no file: its number, the folder that
//! its copies go to, and the years that were set aside here.

use leptos::prelude::*;
use satkarya_core::stamp::StampClock;
use satkarya_core::store::SaveOutcome;
use satkarya_core::transfer::{SetAside, device_file};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Kept;
use crate::state::AppState;

/// What is known of this device.
#[derive(Clone, Serialize, Deserialize)]
pub(in crate::state) struct Device {
    /// A random number that its stamps carry.
    pub(super) number: u32,
    /// What is known of the folder with the copies; none where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) folder: Option<Kept>,
    /// The years that were set aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::state) aside: Vec<SetAside>,
    /// Members of a newer version, put back as they were.
    #[serde(skip)]
    unknown: Map<String, Value>,
}

/// The members that this version knows.
const KNOWN: [&str; 3] = ["number", "folder", "aside"];

impl Device {
    fn print(&self) -> Option<String> {
        let mut value = serde_json::to_value(self).ok()?;
        value.as_object_mut()?.extend(self.unknown.clone());
        Some(value.to_string())
    }
}

/// Reads what is known of the device. What a newer version keeps of the folder, or of years that were
/// set aside, does not cost it its number.
fn read(json: &str) -> Option<Device> {
    let Ok(Value::Object(mut unknown)) = serde_json::from_str(json) else { return None };
    let mut known = Map::new();
    for name in KNOWN {
        known.extend(unknown.remove_entry(name));
    }
    for newer in ["folder", "aside", ""] {
        if let Ok(device) = serde_json::from_value(Value::Object(known.clone())) {
            return Some(Device { unknown, ..device });
        }
        known.remove(newer);
    }
    None
}

/// What is known of the device, to be shown: without the passphrase of the folder, which would open
/// every copy for whoever passes by.
pub(in crate::state) fn unsaid(json: &str) -> String {
    let Ok(mut value) = serde_json::from_str::<serde_json::Value>(json) else {
        return String::new();
    };
    if let Some(words) = value.pointer_mut("/folder/words") {
        *words = "…".into();
    }
    value.to_string()
}

impl AppState {
    /// What is known of this device; none where that cannot be read.
    pub(in crate::state) fn device(self) -> Option<Device> {
        let json = self.inner.try_with_value(|inner| inner.store.device().ok().flatten());
        read(&json.flatten()?)
    }

    /// Keeps what is known of this device. Says whether localStorage has it; else the redo log does.
    pub(in crate::state) fn put_device(self, device: &Device) -> bool {
        let Some(json) = device.print() else { return false };
        let saved = self.inner.try_update_value(|inner| inner.store.put_device(&json));
        saved.is_some_and(|saved| {
            self.write_log(saved.log, |_| ());
            saved.outcome == SaveOutcome::InStore
        })
    }

    /// Takes the device's number, or gives it one.
    pub(in crate::state) fn take_device(self) {
        let is_new = self.inner.try_with_value(|inner| inner.store.device()) == Some(Ok(None));
        let known = self.device();
        let number = known.as_ref().map(|device| device.number);
        self.tell_aside(known.as_ref().map(|it| it.aside.clone()).unwrap_or_default());
        let number = self.inner.try_update_value(|inner| {
            let number = number.unwrap_or_else(|| {
                let [a, b, c, d, ..] = inner.ports.entropy.bytes().unwrap_or_default();
                u32::from_be_bytes([a, b, c, d])
            });
            inner.stamps = StampClock::new(number);
            number
        });
        // What cannot be read is not written over; the number is this window's then.
        if let (true, None, Some(number)) = (is_new, known, number) {
            let (aside, unknown) = (Vec::new(), Map::new());
            self.put_device(&Device { number, folder: None, aside, unknown });
        }
    }

    /// The name of this device's copy, which says nothing of what is inside or whose it is.
    pub fn copy_name(self) -> String {
        device_file(self.device().map_or(0, |device| device.number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_newer_version_knows_of_the_device_survives_or_costs_only_itself() {
        let year = r#"{"year":2019,"at":"0000000000a-0000-00000001","n":5,"whole":7,"file":"a"}"#;
        let whole = format!(r#"{{"number":7,"aside":[{year}],"later":[1,2]}}"#);
        let device = read(&whole).expect("it can be read");
        let back: Value = serde_json::from_str(&device.print().expect("json")).expect("json");
        assert_eq!(back, serde_json::from_str::<Value>(&whole).expect("json"));
        let odd = format!(r#"{{"number":7,"folder":"another shape","aside":[{year}]}}"#);
        let device = read(&odd).expect("it can be read");
        assert!(device.folder.is_none() && device.number == 7 && device.aside.len() == 1);
        let odd = r#"{"number":7,"folder":1,"aside":{"2019":"another shape"}}"#;
        assert_eq!(read(odd).map(|it| (it.number, it.aside.len())), Some((7, 0)));
        assert!(read(r#"{"number":"x"}"#).is_none() && read("[]").is_none());
    }
}
