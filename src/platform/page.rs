//! The contract with `public/boot.js`: events on the window, states on `<html>`.
//!
//! The page starts the app, blanks the screen when the person leaves, and knows about new
//! versions; the list of events stands at the head of `boot.js`.

use gloo_events::EventListener;
use web_sys::{CustomEvent, CustomEventInit};

use super::window::{root, window};

/// The event that asks for raw data.
const RAW: &str = "sk:raw";

/// What the app tells the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tell {
    /// The first view stands.
    Ready,
    /// The interface preferences were written.
    Preferences,
    /// Leave at once.
    LeaveNow,
    /// Switch to the version that waits, and reload.
    UpdateNow,
    /// Show the browser's own install question.
    InstallNow,
    /// Try again to store the app for offline use.
    OfflineRetry,
    /// Hand over everything that is stored, as it is, as a file.
    RawData,
    /// Open the app anew after everything was erased.
    Afresh,
}

/// What the page tells the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The page was blanked: write drafts now.
    Leave,
    /// The page was put out of sight: write drafts now.
    Hide,
    /// A new version waits.
    UpdateReady,
    /// The app is stored for offline use.
    OfflineReady,
    /// It could not be stored for offline use.
    OfflineFailed,
    /// It is tried again, because the person asked for it.
    OfflineTrying,
    /// The browser offers to install.
    InstallReady,
    /// The app was installed.
    Installed,
}

impl Told {
    const fn event(self) -> &'static str {
        match self {
            Self::Leave => "sk:leave",
            Self::Hide => "sk:hide",
            Self::UpdateReady => "sk:update-ready",
            Self::OfflineReady => "sk:offline-ready",
            Self::OfflineFailed => "sk:offline-failed",
            Self::OfflineTrying => "sk:offline-trying",
            Self::InstallReady => "sk:install-ready",
            Self::Installed => "sk:installed",
        }
    }
}

/// Tells the page something.
pub fn tell(what: Tell) {
    let name = match what {
        Tell::Ready => "sk:ready",
        Tell::Preferences => "sk:preferences",
        Tell::LeaveNow => "sk:leave-now",
        Tell::UpdateNow => "sk:update-now",
        Tell::InstallNow => "sk:install-now",
        Tell::OfflineRetry => "sk:offline-retry",
        Tell::RawData => RAW,
        Tell::Afresh => "sk:afresh",
    };
    if let (Some(window), Ok(event)) = (window(), CustomEvent::new(name)) {
        // A listener that throws is the page's affair; there is nothing to undo here.
        drop(window.dispatch_event(&event));
    }
}

/// Asks the page to hand over one stored value, as it is, as a file.
pub fn tell_raw(key: &str) {
    let options = CustomEventInit::new();
    options.set_detail(&key.into());
    let event = CustomEvent::new_with_event_init_dict(RAW, &options);
    if let (Some(window), Ok(event)) = (window(), event) {
        drop(window.dispatch_event(&event));
    }
}

/// Calls back whenever the page tells something, until the returned guard is dropped.
pub fn on(what: Told, then: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, what.event(), move |_| then()))
}

/// What the page knows already, from the attribute `data-<name>` of `<html>`.
pub fn state(name: &str) -> Option<String> {
    root()?.get_attribute(&format!("data-{name}"))
}

/// The build's identity, as it was stamped into the page; empty when not stamped.
pub fn build() -> String {
    super::window::document()
        .and_then(|document| document.query_selector("meta[name=sk-build]").ok()?)
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}
