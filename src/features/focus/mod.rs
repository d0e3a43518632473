//! What somebody works on: questions that help to choose it, the choice, a working summary, goals.
//!
//! The person decides. Points only sort their own answers, and nothing here names a cause.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod asks;
mod beside;
mod choose;
mod goal;
mod goals;
mod outcome;
mod page;
mod paragraph;
mod pinch;
mod round;
mod sitting;
mod summary;
mod summary_parts;
mod worked;

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::record::Body;

pub use self::goal::GoalPage;
pub use self::goals::GoalsPage;
pub use self::page::FocusPage;
pub use self::pinch::PinchPage;
pub use self::sitting::SittingPage;
pub use self::summary::SummaryPage;
use crate::state::{Access, AppState};

/// Makes a record and keeps it. None where nothing may be written, which is then said on screen.
fn make(app: AppState, body: Body) -> Option<Id> {
    let id = app.fresh_id()?;
    app.put(id, body, Earlier::Kept);
    (app.access.get_untracked() == Access::Writer).then_some(id)
}
