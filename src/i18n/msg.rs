//! One function per text of the interface, generated from `content/en/ui/*.ftl` by the build script.
//!
//! The parameters of a function are the gaps of its text, in order of appearance.

use super::Msg;

include!(concat!(env!("OUT_DIR"), "/msg.rs"));
