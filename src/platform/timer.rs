//! Timers that stop when their guard is dropped, and pauses that let the browser draw.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
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

/// Whether something that is done again and again goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goes {
    /// Once more.
    On,
    /// That was the last time.
    Ends,
}

/// Where the next time waits; the ticker alone holds it, so that nothing waits once that is dropped.
type Next = Rc<RefCell<Option<Timeout>>>;

/// Something that is done again and again until it ends by itself. Dropping it ends it too.
#[derive(Debug)]
#[must_use = "a ticker that is dropped does not run"]
pub struct Ticker(#[expect(dead_code, reason = "held for its Drop")] Next);

impl Ticker {
    /// Calls back again and again, some milliseconds apart, for as long as that says so.
    pub fn every(ms: u32, act: impl FnMut() -> Goes + 'static) -> Self {
        let next = Next::default();
        wait(ms, Box::new(act), &Rc::downgrade(&next));
        Self(next)
    }
}

fn wait(ms: u32, mut act: Box<dyn FnMut() -> Goes>, next: &Weak<RefCell<Option<Timeout>>>) {
    let Some(held) = next.upgrade() else { return };
    let then = next.clone();
    let timeout = Timeout::new(ms, move || {
        if act() == Goes::On {
            wait(ms, act, &then);
        }
    });
    held.replace(Some(timeout));
}

/// Waits for some milliseconds; with 0, until the browser has done what it has to do.
pub async fn pause(ms: u32) {
    TimeoutFuture::new(ms).await;
}

/// Runs a task beside everything else.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}
