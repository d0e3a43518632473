//! The present moment, as the browser's clock and time zone tell it.

use satkarya_core::port::Clock;
use satkarya_core::time::{Now, Offset, Zone};
use wasm_bindgen::JsValue;

/// The clock of this device.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Now {
        let date = js_sys::Date::new_0();
        // JavaScript gives whole milliseconds, and minutes that UTC is ahead of the local clock.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole numbers"
        )]
        let (ms, behind) = (date.get_time().max(0.0) as u64, date.get_timezone_offset() as i16);
        Now { ms, offset: Offset::try_from(-behind).unwrap_or(Offset::UTC), zone: zone() }
    }
}

/// The name of the time zone; empty where the browser does not tell.
fn zone() -> Zone {
    let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    js_sys::Reflect::get(&format.resolved_options(), &JsValue::from_str("timeZone"))
        .ok()
        .and_then(|name| name.as_string())
        .map(|name| Zone::cut(&name))
        .unwrap_or_default()
}
