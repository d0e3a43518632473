//! Whether the device has a connection, as far as the browser knows. Nothing is asked over it.

use gloo_events::EventListener;

use super::window::window;

/// Whether the browser believes that there is a connection. It may be wrong either way.
pub fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// Calls back with the new state whenever it changes, until the guards are dropped.
pub fn on_change(then: impl Fn(bool) + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = window() else { return Vec::new() };
    let back = then.clone();
    vec![
        EventListener::new(&window, "online", move |_| back(true)),
        EventListener::new(&window, "offline", move |_| then(false)),
    ]
}
