//! A growing field for the person's own words. Typing `@` offers people.
//!
//! Role: `textbox`, multi-line; with people, a list (`listbox`) opens below and the chosen line is told by
//! `aria-activedescendant`. Name: the label.
//! Keys in the list: Up and Down move, Enter or Tab takes the name, Escape closes; a tap takes it too.
//! A name that nobody has can be added by the last line; alone it must be moved to first.
//! While a word is being composed (Chinese, Japanese, Korean, many phone keyboards) nothing is rewritten.

use leptos::{ev, html, prelude::*};

use super::{
    field::{Field, describe, invalid, unhelped},
    ident,
    mention::{Mention, complete, matching, new_name, query_at},
    mention_list::{Offer, mention_list, option_id},
};

/// A labelled, growing text field.
#[component]
pub fn TextArea(
    /// The visible name.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Gives the text at every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// One sentence of help.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and how to mend it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// The fewest lines that are shown.
    #[prop(default = 3)]
    rows: u32,
    /// The most UTF-16 units that can be typed.
    #[prop(optional)]
    max_length: Option<u32>,
    /// The people that `@` offers. None: `@` is an ordinary sign.
    #[prop(optional, into)]
    people: Signal<Vec<Mention>>,
    /// The name of the list of people, for screen readers.
    #[prop(optional, into)]
    people_label: Signal<String>,
    /// A person was named; gives their id. The name stands in the text already.
    #[prop(optional, into)]
    on_mention: Option<Callback<String>>,
    /// Somebody was named whom nobody knows yet; gives the name. It stands in the text already.
    #[prop(optional, into)]
    on_add: Option<Callback<String>>,
    /// Where to find the element, for moving the focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Textarea>,
) -> impl IntoView {
    let id = ident::fresh("text");
    let list_id = StoredValue::new(format!("{id}-people"));
    let described = describe(&id, hint, error);
    let composing = StoredValue::new(false);
    let offer = RwSignal::new(Offer::default());

    // The element is written to only when its text differs, and never while a word is being composed:
    // both would move the caret.
    Effect::new(move || {
        let text = value.get();
        if let Some(element) = node_ref.get()
            && !composing.get_value()
            && element.value() != text
        {
            element.set_value(&text);
        }
    });

    let report = move || {
        let Some(element) = node_ref.get_untracked() else { return };
        let text = element.value();
        let caret = element.selection_start().ok().flatten().unwrap_or_default();
        let found = query_at(&text, caret as usize).map(|query| {
            people.with_untracked(|people| {
                let known = matching(people, &query.text);
                let new = on_add.and_then(|_| new_name(people, &query.text));
                let active = (!known.is_empty()).then_some(0);
                Offer { start: query.start, people: known, new, active }
            })
        });
        offer.set(found.unwrap_or_default());
        on_input.run(text);
    };

    let take = Callback::new(move |index: usize| {
        let Some(element) = node_ref.get_untracked() else { return };
        let Offer { start, people, new, .. } = offer.get_untracked();
        let person = people.get(index).cloned();
        let Some(name) = person.as_ref().map(|person| person.shown.clone()).or(new) else { return };
        let caret = element.selection_start().ok().flatten().unwrap_or_default();
        let (text, caret) = complete(&element.value(), start, caret as usize, &name);
        element.set_value(&text);
        let caret = u32::try_from(caret).unwrap_or(u32::MAX);
        // Fails only for inputs without a caret, which a text area never is.
        let _ = element.set_selection_range(caret, caret);
        let _ = element.focus();
        offer.set(Offer::default());
        on_input.run(text);
        match (person, on_mention, on_add) {
            (Some(person), Some(on_mention), _) => on_mention.run(person.id),
            (None, _, Some(on_add)) => on_add.run(name),
            _ => {}
        }
    });

    view! {
        <Field id=id.clone() label hint error>
            <div class="mention">
                <textarea
                    node_ref=node_ref
                    class="input input--area"
                    {..unhelped()}
                    id=id
                    rows=move || value.with(|text| rows_for(text, rows)).to_string()
                    maxlength=max_length.map(|length| length.to_string())
                    aria-describedby=described
                    aria-invalid=invalid(error)
                    aria-autocomplete=move || {
                        (on_add.is_some() || people.with(|people| !people.is_empty())).then_some("list")
                    }
                    aria-controls=move || {
                        offer.with(Offer::is_open).then(|| list_id.get_value())
                    }
                    aria-activedescendant=move || {
                        offer.with(|offer| {
                            offer.active.map(|active| option_id(&list_id.get_value(), active))
                        })
                    }
                    on:input=move |_| report()
                    on:compositionstart=move |_| composing.set_value(true)
                    on:compositionend=move |_| {
                        composing.set_value(false);
                        report();
                    }
                    on:keydown=move |event| steer(&event, offer, take)
                    on:blur=move |_| offer.set(Offer::default())
                ></textarea>
                {mention_list(list_id.get_value(), offer, people_label, take)}
            </div>
        </Field>
    }
}

/// The keys of the list, while it is open and no word is being composed.
fn steer(event: &ev::KeyboardEvent, offer: RwSignal<Offer>, take: Callback<usize>) {
    if event.is_composing() || !offer.with_untracked(Offer::is_open) {
        return;
    }
    match event.key().as_str() {
        "ArrowDown" => offer.update(Offer::next),
        "ArrowUp" => offer.update(Offer::previous),
        "Enter" | "Tab" if !event.shift_key() => {
            let Some(active) = offer.with_untracked(|offer| offer.active) else { return };
            take.run(active);
        }
        "Escape" => {
            // Only the list closes, not the dialog around it.
            event.stop_propagation();
            offer.set(Offer::default());
        }
        _ => return,
    }
    event.prevent_default();
}

/// How many lines to show for this text, where the browser does not grow the field by itself.
fn rows_for(text: &str, least: u32) -> u32 {
    const SIGNS_A_LINE: usize = 42;
    const MOST: u32 = 24;
    let lines: usize = text.split('\n').map(|line| line.chars().count() / SIGNS_A_LINE + 1).sum();
    u32::try_from(lines).unwrap_or(MOST).clamp(least, MOST.max(least))
}

#[cfg(test)]
mod tests {
    use super::rows_for;

    #[test]
    fn rows_grow_with_the_text() {
        assert_eq!(rows_for("", 3), 3);
        assert_eq!(rows_for("a\nb\nc\nd", 3), 4);
        assert_eq!(rows_for(&"a".repeat(420), 3), 11);
        assert_eq!(rows_for(&"\n".repeat(500), 3), 24);
    }
}
