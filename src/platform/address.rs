//! The address bar: reading and setting the part after `#`.

use gloo_events::EventListener;

use super::window::window;

/// The address after `#`, without it.
pub fn hash() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .map(|hash| hash.trim_start_matches('#').to_owned())
        .unwrap_or_default()
}

/// Goes to an address as a new step of the history.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        drop(window.location().set_hash(hash));
    }
}

/// Goes to an address in place of the present one.
pub fn replace(hash: &str) {
    if let Some(window) = window() {
        drop(window.location().replace(&format!("#{hash}")));
    }
}

/// Gives the present place another address, without going anywhere and without telling anyone.
pub fn rename(hash: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // Refused only when it is done hundreds of times a minute; the old address still works.
        drop(history.replace_state_with_url(
            &wasm_bindgen::JsValue::NULL,
            "",
            Some(&format!("#{hash}")),
        ));
    }
}

/// One step back in the history, if there is one inside the app.
pub fn back() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        drop(history.back());
    }
}

/// Calls back whenever the address changes, until the guard is dropped.
pub fn on_change(then: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "hashchange", move |_| then(hash())))
}
