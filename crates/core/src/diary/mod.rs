//! What a diary entry holds, and the few rules that look at one entry or one day.

pub(crate) mod choice;
mod entry;
mod rules;

pub use choice::{Alcohol, Area, Did, EventKind, Got, Need};
pub use entry::{
    Entry, Feeling, FeelingId, NotAFeelingId, OwnFeeling, Rhythm, SaidLine, Speaker, Unknown,
    Wellbeing, When, toggle,
};
pub use rules::{HEAVY_DAY_ENTRIES, Heaviness, heaviness, is_in_future, is_very_low, weighs};
