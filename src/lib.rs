//! SatKarya in the browser.
//!
//! The map of the modules, who may use whom, and where to begin reading stand in
//! `ARCHITECTURE.md`.

pub mod features;
pub mod i18n;
pub mod platform;
pub mod route;
pub mod shell;
mod start;
pub mod state;
pub mod ui;

/// Starts the app in the page that loaded it. In a worker the module only waits for its job.
pub fn run() {
    if platform::worker::is_page() {
        platform::timer::spawn(start::start());
    }
}
