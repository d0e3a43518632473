//! How many characters still fit into a long text, once it nears its end.
//!
//! Role: the number is for the eye; a hidden `status` says it aloud, at a few steps only, or every key press would be.
//! Keys: none.

use leptos::prelude::*;
use satkarya_core::text::Note;

use crate::i18n::{msg, t};

/// The most of a note that a field takes, in UTF-16 units. A field counts some signs twice, so that a text it takes
/// always fits and nothing is cut from it.
#[expect(clippy::cast_possible_truncation, reason = "20,000 fits")]
pub const MAX_NOTE: u32 = Note::MAX as u32;

/// From how few characters left the rest is counted on screen.
const NEAR_THE_END: usize = 500;

/// What stands below the field of a note.
#[component]
pub fn RoomLeft(
    /// The note as it is being typed.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let left = Memo::new(move |_| text.with(|text| left(text)));
    let words = move || {
        left.get().map(|n| t(msg::common_characters_left(i64::try_from(n).unwrap_or_default())))
    };
    let step = Memo::new(move |_| left.get().map(step));
    let said = move || {
        step.track();
        untrack(words)
    };
    view! {
        <p class="soft small numbers" aria-hidden="true">
            {words}
        </p>
        <p class="visually-hidden" role="status">
            {said}
        </p>
    }
}

/// How many characters still fit, as the field counts them; none while there is much room.
fn left(text: &str) -> Option<usize> {
    // Most texts are far from the end, and counting costs more than a key press may.
    if text.len() < Note::MAX - NEAR_THE_END {
        return None;
    }
    let n = text.encode_utf16().count();
    (n + NEAR_THE_END >= Note::MAX).then(|| Note::MAX.saturating_sub(n))
}

/// The step that is said aloud.
fn step(left: usize) -> usize {
    [0, 20, 100].into_iter().find(|step| left <= *step).unwrap_or(NEAR_THE_END)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_only_near_the_end_and_as_the_field_does() {
        assert_eq!(left(""), None);
        assert_eq!(left(&"a".repeat(Note::MAX - NEAR_THE_END - 1)), None);
        assert_eq!(left(&"a".repeat(Note::MAX - NEAR_THE_END)), Some(NEAR_THE_END));
        assert_eq!(left(&"म".repeat(Note::MAX - NEAR_THE_END - 1)), None, "three bytes, one unit");
        assert_eq!(left(&"😀".repeat(Note::MAX / 2)), Some(0), "one sign, two units");
        assert_eq!(left(&"a".repeat(Note::MAX + 1)), Some(0));
    }

    #[test]
    fn a_text_that_the_field_takes_is_kept_whole() {
        for sign in ["a", "म", "😀"] {
            let text = sign.repeat(MAX_NOTE as usize / sign.encode_utf16().count());
            assert_eq!(*Note::cut(&text), *text);
        }
    }

    #[test]
    fn is_said_aloud_at_a_few_steps() {
        assert_eq!([500, 101, 100, 21, 20, 1, 0].map(step), [500, 500, 100, 100, 20, 20, 0]);
    }
}
