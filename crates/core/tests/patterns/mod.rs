//! Every pattern against a slow and plain count, against small stories, and against what must not
//! matter to it.

mod by_hand;
mod diary;
mod same;
mod slow;
mod slow_check;
mod week_and_goals;
