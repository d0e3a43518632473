//! Timers that stop when their guard is dropped, and pauses that let the browser draw.

use gloo_timers::callback::{Interval, Timeout};
use gloo_timers::future::TimeoutFuture;

/// A timer under way. Dropping it cancels it.
#[derive(Debug)]
#[must_use = "a timer that is dropped does not run"]
pub struct Timer(#[expect(dead_code, reason = "held for its Drop")] Timeout);

impl Timer {
    /// Calls back once after some milliseconds.
    pub fn after(ms: u32, then: impl FnOnce() + 'static) -> Self {
        Self(Timeout::new(ms, then))
    }
}

/// Something that is done again and again. Dropping it ends it.
#[derive(Debug)]
#[must_use = "a ticker that is dropped does not run"]
pub struct Ticker(#[expect(dead_code, reason = "held for its Drop")] Interval);

impl Ticker {
    /// Calls back again and again, some milliseconds apart.
    pub fn every(ms: u32, act: impl FnMut() + 'static) -> Self {
        Self(Interval::new(ms, act))
    }
}

/// Waits for some milliseconds; with 0, until the browser has done what it has to do.
pub async fn pause(ms: u32) {
    TimeoutFuture::new(ms).await;
}

/// Runs a task beside everything else.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}
