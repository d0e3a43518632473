//! What a diary entry holds, and the few rules that look at one entry or one day.

pub(crate) mod entry;
mod rules;

pub use entry::{
    Alcohol, Area, Did, Entry, EventKind, Feeling, FeelingId, Got, Need, NotAFeelingId, OwnFeeling,
    Rhythm, SaidLine, Speaker, Unknown, Wellbeing, When, toggle,
};
pub use rules::{HEAVY_DAY_ENTRIES, Heaviness, heaviness, is_in_future};
