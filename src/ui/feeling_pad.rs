//! Feelings by two questions: how pleasant, and how much energy. A tap on a place tells the words nearest to it.
//!
//! Role: `grid` of 25 places as buttons, one of them in the Tab order; each is named by its nearest words.
//! Keys: arrows move, Enter and Space choose a place; the caller offers its words below.
//! The list by family and the search offer the same words: the pad is one of three equal ways.

use leptos::{ev, html, prelude::*};

use super::{ident, keys::Step};

/// Places across and down.
const SIDE: usize = 5;
/// How many words a place offers.
const OFFERED: usize = 8;

/// A word on the pad.
#[derive(Clone, Debug, PartialEq)]
pub struct PadWord {
    /// What the callback gives back.
    pub value: String,
    /// The word.
    pub label: String,
    /// −1 unpleasant to +1 pleasant.
    pub pleasant: f32,
    /// −1 little energy to +1 much.
    pub energy: f32,
}

/// The words at the four edges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PadEdges {
    /// Top.
    pub more_energy: String,
    /// Bottom.
    pub less_energy: String,
    /// Start of the line.
    pub unpleasant: String,
    /// End of the line.
    pub pleasant: String,
}

/// The pad.
#[component]
pub fn FeelingPad(
    /// The question; the name of the pad.
    #[prop(into)]
    label: Signal<String>,
    /// The words at the edges.
    edges: PadEdges,
    /// All words.
    #[prop(into)]
    words: Signal<Vec<PadWord>>,
    /// The values of the chosen words.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Gives the values of the words at a place that was tapped, and of some around it, nearest first.
    #[prop(into)]
    on_place: Callback<Vec<String>>,
) -> impl IntoView {
    view! {
        <div class="pad__field">
            <svg class="pad__rings" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                <ellipse cx="50" cy="50" rx="46" ry="46" />
                <ellipse cx="50" cy="50" rx="30" ry="30" />
                <ellipse cx="50" cy="50" rx="14" ry="14" />
            </svg>
            {move || words.with(|words| places(words, label, chosen, on_place))}
            <span class="pad__edge pad__edge--top" aria-hidden="true">{edges.more_energy}</span>
            <span class="pad__edge pad__edge--bottom" aria-hidden="true">{edges.less_energy}</span>
            <span class="pad__edge pad__edge--start" aria-hidden="true">{edges.unpleasant}</span>
            <span class="pad__edge pad__edge--end" aria-hidden="true">{edges.pleasant}</span>
        </div>
    }
}

/// The 25 places; made anew when the words change.
fn places(
    words: &[PadWord],
    label: Signal<String>,
    chosen: Signal<Vec<String>>,
    on_place: Callback<Vec<String>>,
) -> impl IntoView + use<> {
    let place = RwSignal::new(None::<usize>);
    let elements: Vec<NodeRef<html::Button>> = (0..SIDE * SIDE).map(|_| NodeRef::new()).collect();
    let reachable = RwSignal::new(SIDE * SIDE / 2);
    let cells: Vec<_> = elements
        .iter()
        .enumerate()
        .map(|(at, element)| {
            let here = words_of(words, at);
            // The shortest word stands for a place: on a phone a place is as wide as eight letters.
            let shown =
                here.iter().map(|word| &word.label).min_by_key(|label| label.chars().count());
            let shown = shown.cloned();
            let values: Vec<String> = here.into_iter().map(|word| word.value).collect();
            let dots = values
                .iter()
                .cloned()
                .map(|value| {
                    let is_chosen = move || chosen.with(|chosen| chosen.contains(&value));
                    view! { <i class="pad__dot" class:pad__dot--chosen=is_chosen></i> }
                })
                .collect_view();
            let name: Vec<String> =
                nearest(words, at, 3).into_iter().map(|word| word.label).collect();
            let offered = StoredValue::new(
                nearest(words, at, OFFERED).into_iter().map(|word| word.value).collect::<Vec<_>>(),
            );
            view! {
                <td>
                    <button
                        node_ref=*element
                        class="pad__place"
                        type="button"
                        aria-label=name.join(", ")
                        aria-pressed=move || (place.get() == Some(at)).to_string()
                        tabindex=move || if reachable.get() == at { "0" } else { "-1" }
                        on:click=move |_| {
                            reachable.set(at);
                            place.set(Some(at));
                            on_place.run(offered.get_value());
                        }
                    >
                        <span class="pad__word" aria-hidden="true">{shown}</span>
                        <span class="pad__dots" aria-hidden="true">{dots}</span>
                    </button>
                </td>
            }
            .into_any()
        })
        .collect();

    let on_key = move |event: ev::KeyboardEvent| {
        let at = reachable.get_untracked();
        let rtl = elements
            .get(at)
            .and_then(NodeRef::get_untracked)
            .is_some_and(|cell| cell.closest("[dir=rtl]").ok().flatten().is_some());
        let Some(step) = Step::of(&event.key(), rtl) else { return };
        event.prevent_default();
        let at = step.from(at, elements.len(), SIDE);
        reachable.set(at);
        if let Some(cell) = elements.get(at).and_then(NodeRef::get_untracked) {
            let _ = cell.focus();
        }
    };

    let mut cells = cells.into_iter();
    let rows = (0..SIDE)
        .map(|_| view! { <tr>{cells.by_ref().take(SIDE).collect_view()}</tr> })
        .collect_view();
    view! {
        <table class="pad__grid" id=ident::fresh("pad") role="grid" aria-label=move || label.get()>
            <tbody on:keydown=on_key>{rows}</tbody>
        </table>
    }
}

/// The place on the pad where a word lies, row by row from the top.
fn place_of(word: &PadWord) -> usize {
    let step = |value: f32| -> usize {
        // Five equal steps from −1 to +1.
        [-0.6, -0.2, 0.2, 0.6].iter().filter(|edge| value >= **edge).count()
    };
    (SIDE - 1 - step(word.energy)) * SIDE + step(word.pleasant)
}

/// The middle of a place: pleasantness and energy.
fn middle(place: usize) -> (f32, f32) {
    const MIDDLES: [f32; SIDE] = [-0.8, -0.4, 0.0, 0.4, 0.8];
    let at = |step: usize| MIDDLES.get(step).copied().unwrap_or_default();
    (at(place % SIDE), -at(place / SIDE))
}

fn by_distance(words: &[PadWord], place: usize) -> Vec<PadWord> {
    let (pleasant, energy) = middle(place);
    let distance =
        |word: &PadWord| (word.pleasant - pleasant).powi(2) + (word.energy - energy).powi(2);
    let mut sorted = words.to_vec();
    sorted.sort_by(|a, b| distance(a).total_cmp(&distance(b)).then_with(|| a.value.cmp(&b.value)));
    sorted
}

fn words_of(words: &[PadWord], place: usize) -> Vec<PadWord> {
    let mut here = by_distance(words, place);
    here.retain(|word| place_of(word) == place);
    here
}

/// The words nearest to a place: all that lie in it come first, so that none is out of reach.
fn nearest(words: &[PadWord], place: usize, count: usize) -> Vec<PadWord> {
    let inside = words_of(words, place);
    let count = count.max(inside.len());
    let around = by_distance(words, place).into_iter().filter(|word| place_of(word) != place);
    inside.iter().cloned().chain(around).take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::{PadWord, SIDE, nearest, place_of, words_of};

    fn word(value: &str, pleasant: f32, energy: f32) -> PadWord {
        PadWord { value: value.to_owned(), label: value.to_owned(), pleasant, energy }
    }

    #[test]
    fn corners_and_middle() {
        assert_eq!(place_of(&word("furious", -0.85, 0.9)), 0);
        assert_eq!(place_of(&word("excited", 0.75, 0.8)), SIDE - 1);
        assert_eq!(place_of(&word("numb", -0.9, -0.7)), SIDE * (SIDE - 1));
        assert_eq!(place_of(&word("calm", 1.0, -1.0)), SIDE * SIDE - 1);
        assert_eq!(place_of(&word("okay", 0.1, -0.15)), SIDE * SIDE / 2);
    }

    #[test]
    fn no_word_is_out_of_reach() {
        let crowd: Vec<_> =
            (0..20u8).map(|n| word(&n.to_string(), -0.9, f32::from(n) / 100.0 - 0.1)).collect();
        let reached: usize = (0..SIDE * SIDE).map(|place| words_of(&crowd, place).len()).sum();
        assert_eq!(reached, crowd.len());
        let place = place_of(&word("x", -0.9, 0.0));
        assert_eq!(nearest(&crowd, place, 3).len(), words_of(&crowd, place).len());
    }

    #[test]
    fn the_nearest_come_first() {
        let words = [word("far", 0.9, 0.9), word("near", -0.8, 0.8), word("close", -0.4, 0.5)];
        let labels: Vec<_> = nearest(&words, 0, 2).into_iter().map(|word| word.label).collect();
        assert_eq!(labels, ["near", "close"]);
    }
}
