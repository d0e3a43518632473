//! SatKarya in the browser.

/// Mounts the app.
pub fn run() {}
