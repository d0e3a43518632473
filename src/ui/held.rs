//! Native boxes that show what is so.
//!
//! The browser changes a box before anybody is asked. Where the tap is then refused, since no more may be chosen or
//! another tab writes, nothing has changed that a view follows, and the box would go on showing what is not stored.

use leptos::{html, prelude::*};

/// Sets a box or a radio button to whether it is chosen: when that changes, and after every tap in its group.
/// A radio button that was refused has taken the mark from another, so all of a group must be set.
pub(super) fn hold(
    is_chosen: impl Fn() -> bool + 'static,
    tapped: RwSignal<()>,
) -> NodeRef<html::Input> {
    let input = NodeRef::<html::Input>::new();
    Effect::new(move || {
        tapped.track();
        let is_chosen = is_chosen();
        if let Some(input) = input.get() {
            input.set_checked(is_chosen);
        }
    });
    input
}
