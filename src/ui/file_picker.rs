//! A place to choose a file, by button or by dropping it there.
//!
//! Role: the browser's own file input, which lies over the whole place, so that dropping works without a script.
//! Name: the label; the notes are its description. Keys: Enter and Space open the browser's dialog.

use leptos::{html, prelude::*};

use super::{
    icon::{Icon, IconName},
    ident,
};

/// A place to choose one file, or several.
#[component]
pub fn FilePicker(
    /// What is done with the file, as a verb.
    #[prop(into)]
    label: Signal<String>,
    /// What can be dropped here, and how large it may be.
    #[prop(into)]
    notes: Vec<String>,
    /// Several at once.
    #[prop(optional)]
    multiple: bool,
    /// Where to find the input, for reading the file.
    node_ref: NodeRef<html::Input>,
    /// A file was chosen; it is in the input.
    #[prop(into)]
    on_choose: Callback<()>,
) -> impl IntoView {
    let id = ident::fresh("file");
    let notes_id = format!("{id}-notes");
    let notes = notes.into_iter().map(|note| view! { <span>{note}</span> }).collect_view();
    view! {
        <div class="file-picker">
            <Icon name=IconName::Upload />
            <label class="file-picker__label" for=id.clone()>
                {move || label.get()}
            </label>
            <span class="file-picker__notes" id=notes_id.clone()>
                {notes}
            </span>
            <input
                node_ref=node_ref
                class="file-picker__input"
                type="file"
                multiple=multiple
                id=id
                aria-describedby=notes_id
                on:change=move |_| on_choose.run(())
            />
        </div>
    }
}
