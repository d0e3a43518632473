//! The worksheets: where they are found, how one is begun, and how it is gone through.
//!
//! One engine for all: what is asked stands in `content/en/sheets/`, and nothing here knows a sheet
//! by its name but the panels that a sheet asks for.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod end;
mod entries;
mod field;
mod gate;
mod hub;
mod page;
mod panel;
mod paper;
mod pause;
mod rehearse;
mod rows;
mod runner;
mod start;
mod told;
mod when;
mod who;
mod work;

pub use self::hub::SheetsPage;
pub use self::page::SheetPage;
pub use self::paper::plan;
pub use self::start::StartPage;
