//! A row that leads somewhere: what it is, and a line about it.

use leptos::prelude::*;

/// Whose words the title of a row is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TitleBy {
    /// The app's.
    #[default]
    App,
    /// Somebody's name for it, which nothing translates.
    Person,
    /// Somebody's own sentence, set as such.
    Words,
}

/// The row. In a list it stands inside an item.
#[component]
pub fn RowLink(
    /// Where it leads.
    href: String,
    /// What it is.
    #[prop(into)]
    title: Signal<String>,
    /// A line about it; an empty one takes no room.
    #[prop(into)]
    note: Signal<String>,
    /// Whose words the title is.
    #[prop(optional)]
    by: TitleBy,
    /// Where the row has a class of its own.
    #[prop(optional)]
    class: &'static str,
    /// What stands before the words.
    #[prop(optional_no_strip)]
    before: Option<AnyView>,
    /// What stands below the line.
    #[prop(optional_no_strip)]
    below: Option<AnyView>,
) -> impl IntoView {
    let is_own = by != TitleBy::App;
    let title_class = if by == TitleBy::Words { "own-words" } else { "row__title" };
    view! {
        <a class=format!("row {class}") href=href>
            {before}
            <span class="row__body">
                <span
                    class=title_class
                    translate=is_own.then_some("no")
                    dir=is_own.then_some("auto")
                >
                    {title}
                </span>
                <span class="row__note">{note}</span>
                {below}
            </span>
            <span class="row__go" aria-hidden="true"></span>
        </a>
    }
}
