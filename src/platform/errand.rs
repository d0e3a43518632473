//! What the settings ask of the page, and its answers: see `public/tools.js`.
//!
//! The app has no way to the network, so even trying one stands in the page. Nothing of the
//! diary is in any question or answer.

use std::cell::RefCell;

use futures_util::future::{Either, select};
use gloo_events::EventListener;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast as _;
use web_sys::{CustomEvent, CustomEventInit};

use super::timer;
use super::window::window;

/// How long the page may take before it is taken as silent.
const PATIENCE_MS: u32 = 20_000;

/// One attempt to send something.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Attempt {
    /// How: `fetch`, `image`, `beacon` or `socket`.
    pub way: String,
    /// Whether the browser reported that it blocked it.
    pub blocked: bool,
}

/// A request that the page has made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Request {
    /// Its address.
    pub url: String,
    /// Whether it was made after the app stood.
    pub late: bool,
}

/// A number of things and their size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Held {
    /// How many.
    pub count: u32,
    /// Their size in bytes.
    pub bytes: u64,
}

/// What the browser holds beside localStorage, and what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Looked {
    /// The requests since the page was opened.
    pub requests: Vec<Request>,
    /// The app's own files, if the browser tells.
    pub files: Option<Held>,
    /// The redo log, if there is one.
    pub log: Option<Held>,
    /// Number of cookies.
    pub cookies: u32,
}

/// What was removed: true if it is gone, false if the browser would not, none if it was left on
/// purpose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub struct Removed {
    /// The redo log; where it holds the note of the erasing, it goes when the page is left.
    pub log: Option<bool>,
    /// The app's own files; they are left where there is no connection to get them again.
    pub files: Option<bool>,
    /// What is remembered until the tab is closed.
    pub marks: Option<bool>,
}

/// What is left of the app's own after an erasure; none of what the browser does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Left {
    /// Values in localStorage and sessionStorage.
    pub keys: u32,
    /// Databases. One, with a note of two numbers, until the page is left.
    pub databases: Option<u32>,
    /// Stores of the app's own files.
    pub caches: Option<u32>,
    /// Workers that give those files out without a connection.
    pub workers: Option<u32>,
}

/// Counts what is left.
pub fn count(done: impl FnOnce(Option<Left>) + 'static) {
    ask("sk:count", "sk:counted", done);
}

/// Tries four ways to send something and calls back with what the browser did.
pub fn probe(done: impl FnOnce(Option<Vec<Attempt>>) + 'static) {
    ask("sk:probe", "sk:probed", done);
}

/// Looks at what the browser holds for this app.
pub fn look(done: impl FnOnce(Option<Looked>) + 'static) {
    ask("sk:look", "sk:looked", done);
}

/// Removes the redo log, the app's own files and the marks of this tab. `noted` says that the
/// log is empty but for the note that everything was erased.
pub fn erase(noted: bool, done: impl FnOnce(Option<Removed>) + 'static) {
    ask_with("sk:erase", noted.then_some("noted"), "sk:erased", done);
}

fn ask<T: DeserializeOwned + 'static>(
    question: &'static str,
    event: &'static str,
    done: impl FnOnce(Option<T>) + 'static,
) {
    ask_with(question, None, event, done);
}

fn ask_with<T: DeserializeOwned + 'static>(
    question: &'static str,
    detail: Option<&'static str>,
    event: &'static str,
    done: impl FnOnce(Option<T>) + 'static,
) {
    let Some(window) = window() else { return done(None) };
    let (sender, receiver) = futures_channel::oneshot::channel::<Option<T>>();
    let sender = RefCell::new(Some(sender));
    let listener = EventListener::new(&window, event, move |event| {
        let detail = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
        if let Some(sender) = sender.borrow_mut().take() {
            // Patience may have ended already.
            _ = sender.send(detail.and_then(|text| serde_json::from_str(&text).ok()));
        }
    });
    timer::spawn(async move {
        let patience = Box::pin(timer::pause(PATIENCE_MS));
        let answer = match select(receiver, patience).await {
            Either::Left((Ok(answer), _)) => answer,
            Either::Left((Err(_), _)) | Either::Right(_) => None,
        };
        drop(listener);
        done(answer);
    });
    let options = CustomEventInit::new();
    options.set_detail(&detail.into());
    if let Ok(asked) = CustomEvent::new_with_event_init_dict(question, &options) {
        drop(window.dispatch_event(&asked));
    }
}
