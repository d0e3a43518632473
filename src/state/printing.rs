//! The day that stands on paper.

use leptos::prelude::*;
use satkarya_core::time::Day;

use super::AppState;
use crate::platform::dom;

impl AppState {
    /// The local day, told anew whenever something is printed: a page may have been open for days.
    /// Followed for as long as the view that asks for it is there.
    pub fn day_of_printing(self) -> Signal<Day> {
        let day = RwSignal::new(self.today());
        let listener = dom::before_print(move || day.set(self.today()));
        // Dropped, and deaf, with the view.
        StoredValue::new_local(listener);
        day.into()
    }
}
