//! SatKarya in the browser.

pub mod i18n;
pub mod platform;
pub mod ui;

/// Mounts the app.
pub fn run() {}
