//! The browser: the only module that talks to it.
//!
//! Each file is one small door with types of its own. Nothing here knows the diary, and nothing
//! outside here knows `web_sys`. Listeners and timers are undone when their guard is dropped.

pub mod address;
pub mod clock;
pub mod connection;
pub mod device;
pub mod dom;
pub mod entropy;
pub mod errand;
pub mod files;
pub mod folder;
pub mod intl;
pub mod page;
pub mod picture;
pub mod redo_log;
pub mod sealing;
pub mod storage;
pub mod tabs;
pub mod timer;
pub mod voice;
mod window;
pub mod worker;

/// A listener on the window, the document or a channel. It listens until it is dropped.
pub type Listener = gloo_events::EventListener;
