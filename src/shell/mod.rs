//! The frame around every page: the two doors, the five places, banners, the short message, and
//! the place where the page of the present address is shown.

pub mod banners;
pub mod calm;
pub mod diary_panes;
pub mod frame;
pub mod keys;
pub mod locked;
pub mod notices;
mod open_plan;
pub mod outlet;
pub mod save_status;
pub mod storage_dialog;
pub mod store_banners;

pub use frame::Frame;
pub use locked::LockedFrame;
pub use open_plan::keep_open_plan;
