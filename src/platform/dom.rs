//! Small acts on the document: focus, scroll, printing, media questions, keys.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{FocusEvent, FocusOptions, HtmlElement, KeyboardEvent};

use super::timer;
use super::window::{document, root, window};

/// The body of the page; none after Leave.
pub fn body() -> Option<HtmlElement> {
    document()?.body()
}

/// Moves the focus to the first element that matches, without scrolling past its top.
pub fn focus(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it was.
        drop(element.focus());
    }
}

/// Moves the focus to the first of these that is there, once the page has changed: what had the
/// focus has gone, and it must not fall to the top of the page.
pub fn focus_soon<S: AsRef<str> + 'static>(selectors: impl IntoIterator<Item = S> + 'static) {
    timer::spawn(async move {
        timer::pause(0).await;
        let there = selectors.into_iter().find(|selector| is_there(selector.as_ref()));
        if let Some(there) = there {
            focus(there.as_ref());
        }
    });
}

/// Whether an element matches.
pub fn is_there(selector: &str) -> bool {
    document().is_some_and(|document| matches!(document.query_selector(selector), Ok(Some(_))))
}

/// Where the focus was before it went to something that may go away.
#[derive(Debug, Default)]
pub struct WayBack(Option<HtmlElement>);

impl WayBack {
    /// The focus came into what matches the selector: remembers from where.
    pub fn came_into(&mut self, selector: &str, event: &FocusEvent) {
        let from = event.related_target().and_then(|it| it.dyn_into::<HtmlElement>().ok());
        let is_inside = |from: &HtmlElement| matches!(from.closest(selector), Ok(Some(_)));
        if !from.as_ref().is_some_and(is_inside) {
            self.0 = from;
        }
    }

    /// If the focus was lost, moves it back, or to the first of what else matches. Nothing is
    /// scrolled: the page is where the person reads.
    pub fn go_back(&self, or_else: &str) {
        let Some(document) = document() else { return };
        let is_lost = || document.active_element().is_none_or(|it| it.tag_name() == "BODY");
        let other = document.query_selector(or_else).ok().flatten();
        let other = other.and_then(|it| it.dyn_into::<HtmlElement>().ok());
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        for element in self.0.iter().chain(&other) {
            if is_lost() {
                // One that has gone leaves the focus where it was, and the next is tried.
                drop(element.focus_with_options(&options));
            }
        }
    }
}

/// Brings the first element that matches into view.
pub fn scroll_to(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        element.scroll_into_view();
    }
}

/// Brings the first element that matches into view, moving the page no further than is needed.
pub fn scroll_near(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls the page to its top.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Calls back before anything is printed, until the guard is dropped.
pub fn before_print(then: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "beforeprint", move |_| then()))
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        // Refused only where printing is switched off; then nothing happens.
        drop(window.print());
    }
}

/// Sets an attribute of `<html>`.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = root() {
        drop(root.set_attribute(name, value));
    }
}

/// Whether a media query holds now.
pub fn media(query: &str) -> bool {
    window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|list| list.matches())
}

/// Calls back with the new answer whenever that of a media query changes.
pub fn on_media(query: &str, then: impl Fn(bool) + 'static) -> Option<EventListener> {
    let list = window()?.match_media(query).ok().flatten()?;
    let asked = list.clone();
    Some(EventListener::new(&list, "change", move |_| then(asked.matches())))
}

/// Whether the page runs as an installed app.
pub fn is_installed() -> bool {
    media("(display-mode: standalone)")
}

/// The browser's own description of itself, for choosing install advice only.
pub fn user_agent() -> String {
    window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default()
}

/// Whether the focus is in a field that takes typing.
pub fn is_typing() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

/// A key press: its name and the modifiers that were held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The value of the key, such as `n` or `Enter`.
    pub name: String,
    /// Whether Control, Command or Alt was held.
    pub modified: bool,
    /// Whether Control or Command was held.
    pub command: bool,
}

/// Calls back on each key press; the default action is prevented if it answers true.
pub fn on_key(then: impl Fn(Key) -> bool + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let window = window()?;
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>()
            && !key.is_composing()
            && then(Key {
                name: key.key(),
                modified: key.ctrl_key() || key.meta_key() || key.alt_key(),
                command: key.ctrl_key() || key.meta_key(),
            })
        {
            event.prevent_default();
        }
    }))
}

/// Calls back when the page is hidden or about to go.
pub fn on_hide(then: impl Fn() + 'static) -> Vec<EventListener> {
    let then = std::rc::Rc::new(then);
    let mut listeners = Vec::new();
    if let (Some(window), Some(document)) = (window(), document()) {
        let hide = std::rc::Rc::clone(&then);
        listeners.push(EventListener::new(&window, "pagehide", move |_| hide()));
        let target = document.clone();
        listeners.push(EventListener::new(&target, "visibilitychange", move |_| {
            if document.visibility_state() == web_sys::VisibilityState::Hidden {
                then();
            }
        }));
    }
    listeners
}

/// Whether the page is behind others.
pub fn is_hidden() -> bool {
    document().is_some_and(|it| it.visibility_state() == web_sys::VisibilityState::Hidden)
}

/// Calls back when the page goes behind others.
pub fn on_cover(then: impl Fn() + 'static) -> Option<EventListener> {
    let document = document()?;
    Some(EventListener::new(&document, "visibilitychange", move |_| {
        if is_hidden() {
            then();
        }
    }))
}

/// Calls back when the page is about to go.
pub fn on_gone(then: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "pagehide", move |_| then()))
}

/// Calls back when the browser puts the page to sleep.
pub fn on_freeze(then: impl Fn() + 'static) -> Option<EventListener> {
    let document = document()?;
    Some(EventListener::new(&document, "freeze", move |_| then()))
}

/// Calls back whenever the person does something: taps, types or scrolls.
pub fn on_use(then: impl Fn() + 'static) -> Vec<EventListener> {
    let then = std::rc::Rc::new(then);
    let listen = |window: &web_sys::Window, what: &'static str| {
        let then = std::rc::Rc::clone(&then);
        EventListener::new(window, what, move |_| then())
    };
    let window = window();
    ["pointerdown", "keydown", "wheel", "scroll"]
        .into_iter()
        .filter_map(|what| Some(listen(window.as_ref()?, what)))
        .collect()
}

/// Calls back when the page is shown again after it was hidden.
pub fn on_show(then: impl Fn() + 'static) -> Option<EventListener> {
    let document = document()?;
    let target = document.clone();
    Some(EventListener::new(&target, "visibilitychange", move |_| {
        if document.visibility_state() == web_sys::VisibilityState::Visible {
            then();
        }
    }))
}

/// Copies a text; calls back with whether it worked.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(window) = window() else { return done(false) };
    let navigator = window.navigator();
    // Browsers give no clipboard to pages that came by plain http.
    let known = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| clipboard.is_object());
    if !known {
        return done(false);
    }
    let promise = navigator.clipboard().write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        done(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
    });
}

/// Asks the browser to keep the data when space runs short. Calls back with its answer, or
/// never, if the browser asks the person and they do not answer.
pub fn ask_to_persist(done: impl FnOnce(Option<bool>) + 'static) {
    persistence(true, done);
}

/// Whether the browser has promised to keep the data; none where it cannot tell.
pub fn is_persisted(done: impl FnOnce(Option<bool>) + 'static) {
    persistence(false, done);
}

fn persistence(ask: bool, done: impl FnOnce(Option<bool>) + 'static) {
    let Some(window) = window() else { return done(None) };
    let navigator = window.navigator();
    // Some engines have no `navigator.storage`.
    let known = js_sys::Reflect::get(&navigator, &JsValue::from_str("storage"))
        .is_ok_and(|storage| storage.is_object());
    if !known {
        return done(None);
    }
    let storage = navigator.storage();
    let promise = if ask { storage.persist() } else { storage.persisted() };
    let Ok(promise) = promise else { return done(None) };
    wasm_bindgen_futures::spawn_local(async move {
        let answer = wasm_bindgen_futures::JsFuture::from(promise).await;
        done(answer.ok().and_then(|value| value.as_bool()));
    });
}
