//! The present moment, as the browser's clock and time zone tell it.

use js_sys::{Function, Reflect};
use satkarya_core::port::Clock;
use satkarya_core::time::{Now, Offset, Zone};
use wasm_bindgen::{JsCast as _, JsValue};

use super::window::window;

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

/// Milliseconds on a clock that only goes forward, from some moment on: to tell how long something
/// took. Where the browser has none, the clock of this device.
pub fn running_ms() -> u64 {
    let ms = running().unwrap_or_else(js_now);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative")]
    let whole = ms.max(0.0) as u64;
    whole
}

fn running() -> Option<f64> {
    let performance = Reflect::get(&window()?.into(), &"performance".into()).ok()?;
    let now: Function = Reflect::get(&performance, &"now".into()).ok()?.dyn_into().ok()?;
    now.call0(&performance).ok()?.as_f64()
}

fn js_now() -> f64 {
    js_sys::Date::new_0().get_time()
}
