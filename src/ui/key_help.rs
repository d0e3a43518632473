//! The sheet of keyboard shortcuts, to stand in a dialog.

use leptos::prelude::*;

/// One shortcut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// The keys as they are printed on the keyboard, pressed one after the other.
    pub keys: Vec<String>,
    /// What they do.
    pub does: String,
}

/// A list of shortcuts.
#[component]
pub fn KeyHelp(
    /// The shortcuts, the most useful first.
    rows: Vec<KeyRow>,
) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|row| {
            let keys = row.keys.into_iter().map(|key| view! { <kbd>{key}</kbd> }).collect_view();
            view! {
                <dt>{keys}</dt>
                <dd>{row.does}</dd>
            }
        })
        .collect_view();
    view! { <dl class="keys">{rows}</dl> }
}
