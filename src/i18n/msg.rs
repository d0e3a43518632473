//! One function per text of the interface, generated from `content/en/ui/*.ftl` by the build script.
//!
//! The parameters of a function are the gaps of its text, in order of appearance.

#![allow(
    dead_code,
    reason = "texts and the views that use them are being written at the same time"
)]

use super::Msg;

include!(concat!(env!("OUT_DIR"), "/msg.rs"));
