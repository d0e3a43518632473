//! What is known of this device and kept beside the diary, in no file: its number, and the folder
//! that its copies go to.

use leptos::prelude::*;
use satkarya_core::stamp::StampClock;
use satkarya_core::transfer::device_file;
use serde::{Deserialize, Serialize};

use super::Kept;
use crate::state::AppState;

/// What is known of this device.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Device {
    /// A random number that its stamps carry.
    pub(super) number: u32,
    /// What is known of the folder with the copies; none where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) folder: Option<Kept>,
}

/// The number alone.
#[derive(Deserialize)]
struct Number {
    number: u32,
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
    pub(super) fn device(self) -> Option<Device> {
        let json = self.inner.try_with_value(|inner| inner.store.device().ok().flatten());
        let json = json.flatten()?;
        // What a newer version keeps of the folder does not cost the device its number.
        let number_alone = || {
            serde_json::from_str(&json)
                .ok()
                .map(|Number { number }| Device { number, folder: None })
        };
        serde_json::from_str(&json).ok().or_else(number_alone)
    }

    /// Keeps what is known of this device.
    pub(super) fn put_device(self, device: &Device) {
        let Ok(json) = serde_json::to_string(device) else { return };
        let saved = self.inner.try_update_value(|inner| inner.store.put_device(&json));
        if let Some(saved) = saved {
            self.write_log(saved.log, |_| ());
        }
    }

    /// Takes the device's number, or gives it one.
    pub(in crate::state) fn take_device(self) {
        let known = self.device();
        let number = known.as_ref().map(|device| device.number);
        let number = self.inner.try_update_value(|inner| {
            let number = number.unwrap_or_else(|| {
                let [a, b, c, d, ..] = inner.ports.entropy.bytes().unwrap_or_default();
                u32::from_be_bytes([a, b, c, d])
            });
            inner.stamps = StampClock::new(number);
            number
        });
        if let (None, Some(number)) = (known, number) {
            self.put_device(&Device { number, folder: None });
        }
    }

    /// The name of this device's copy, which says nothing of what is inside or whose it is.
    pub fn copy_name(self) -> String {
        device_file(self.device().map_or(0, |device| device.number))
    }
}
