//! The places of the app: one folder each, none of which knows another.
//!
//! What two of them need moves down: a rule into the core, a widget into `ui`, shared data into
//! `state`, words into `i18n`.

pub mod diary;
pub mod entry;
pub mod focus;
pub mod journey;
pub mod measures;
pub mod patterns;
pub mod people;
pub mod report;
pub mod settings;
pub mod sheets;
pub mod support;
pub mod timeline;
pub mod today;
