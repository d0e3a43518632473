//! The harness of the journeys: real browsers, a static host that can fail, and ways to look at a
//! page as a person does.
//!
//! Reading order: [`runner`] (what a journey is), [`page`] (what it may do), [`browser`] (start,
//! kill, restart), [`server`] (offline, wrong files, request log), [`counter`] (who knocks),
//! [`devtools`] (Chromium's network log), [`axe`], [`words`]. The journeys themselves are in
//! `tests/journeys`, the measurements behind the storage decisions in `tests/facts`.
//!
//! It knows nothing of the app's inner names: what a person cannot see, a journey does not use,
//! except for the stored keys, which are a documented format.

#![allow(clippy::disallowed_methods, reason = "this crate never runs in a browser: it has a clock")]
#![allow(clippy::indexing_slicing, reason = "JSON answers null where there is nothing")]

pub mod app;
pub mod axe;
pub mod browser;
pub mod counter;
pub mod devtools;
pub mod display;
pub mod engine;
pub mod page;
pub mod process;
pub mod release;
pub mod runner;
pub mod server;
pub mod wait;
pub mod words;

pub use anyhow::{Context, Error, Result, bail, ensure};
pub use thirtyfour::WindowHandle;
