//! The day on which a page is printed, on paper only: what is on it changes.
//!
//! Role: a paragraph.

use leptos::prelude::*;
use satkarya_core::time::Day;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::platform::dom;

/// The line with the day.
#[component]
pub fn PrintedOn(
    /// Today, asked for whenever something is printed: a page may have been open for days.
    today: Callback<(), Day>,
) -> impl IntoView {
    let day = RwSignal::new(today.run(()));
    let listener = dom::before_print(move || day.set(today.run(())));
    // Listens for as long as the line is there.
    StoredValue::new_local(listener);
    let words = move || t(msg::common_printed(dates::day(day.get(), DateStyle::Full)));
    view! { <p class="print-only small printed-on">{words}</p> }
}
