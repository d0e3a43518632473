//! The kit: widgets without state of their own, used by every page.

pub mod icon;
