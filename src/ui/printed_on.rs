//! The day on which a page is printed, on paper only: what is on it changes.
//!
//! Role: a paragraph.

use leptos::prelude::*;
use satkarya_core::time::Day;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};

/// The line with the day.
#[component]
pub fn PrintedOn(
    /// The day of printing.
    day: Signal<Day>,
) -> impl IntoView {
    let words = move || t(msg::common_printed(dates::day(day.get(), DateStyle::Full)));
    view! { <p class="print-only small printed-on">{words}</p> }
}
