//! The words for feelings that a picker offers, and the list in which they are chosen.
//!
//! Role: `group` of checkboxes, named by its legend; each is named by the word and described by its meaning.
//! Keys: Tab moves, Space chooses.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

use leptos::prelude::*;
use satkarya_core::content::{Family, Vocabulary, Word, vocabulary};
use satkarya_core::diary::{FeelingId, OwnFeeling};
use satkarya_core::journal::Journal;
use satkarya_core::record::Origin;
use satkarya_core::search::fold;

use super::chips::Tick;
use super::held::hold;
use super::ident;
use super::keyed::Keyed;
use crate::i18n::content_text;

/// A word to choose.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FeelingWord {
    /// Which feeling.
    pub(super) id: FeelingId,
    /// The word.
    pub(super) word: String,
    /// What it means; empty for an own word.
    pub(super) meaning: String,
    /// The family it belongs to.
    pub(super) family: FeelingId,
    /// −1 unpleasant to +1 pleasant.
    pub(super) pleasant: f32,
    /// −1 quiet to +1 stirred up.
    pub(super) stirred: f32,
    /// Whether the person made it.
    pub(super) is_own: bool,
}

/// The family of an own word while nobody has said which it is closest to.
pub(super) const NO_FAMILY: &str = "own";

/// Every word: the vocabulary by family, each family followed by the own words in it; then those
/// in no family.
pub(super) fn all(journal: &Journal) -> Vec<FeelingWord> {
    let own: Vec<_> = journal
        .others()
        .filter(|record| record.origin == Origin::Own)
        .filter_map(|record| Some((FeelingId::from(record.id), record.feeling()?)))
        .collect();
    let placed = vocabulary().families().iter().flat_map(|family| of_family(family, &own));
    let is_placed = |own: &OwnFeeling| vocabulary().family(&own.family).is_some();
    let others = own.iter().filter(|(_, own)| !is_placed(own));
    placed.chain(others.map(|(id, own)| own_word(id, own, (0.0, 0.0)))).collect()
}

/// An own word, at the place that is given.
fn own_word(id: &FeelingId, own: &OwnFeeling, (pleasant, stirred): (f32, f32)) -> FeelingWord {
    FeelingWord {
        id: id.clone(),
        word: own.word.to_string(),
        meaning: String::new(),
        family: own.family.clone(),
        pleasant,
        stirred,
        is_own: true,
    }
}

fn of_family(family: &Family, own: &[(FeelingId, &OwnFeeling)]) -> Vec<FeelingWord> {
    let known = family.words().iter().map(|word| FeelingWord {
        id: word.id().clone(),
        word: content_text(word.word()),
        meaning: content_text(word.meaning()),
        family: family.id().clone(),
        pleasant: word.pleasant(),
        stirred: word.stirred(),
        is_own: false,
    });
    let own = own.iter().filter(|(_, own)| own.family == *family.id());
    // Nobody said where an own word lies: the middle of its family.
    let place = (middle(family, Word::pleasant), middle(family, Word::stirred));
    let own = own.map(|(id, own)| own_word(id, own, place));
    known.chain(own).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a family has fewer than ten words")]
fn middle(family: &Family, axis: impl Fn(&Word) -> f32) -> f32 {
    let words = family.words();
    words.iter().map(axis).sum::<f32>() / words.len().max(1) as f32
}

/// The name of a family.
pub(super) fn family_name(vocabulary: &Vocabulary, id: &FeelingId) -> String {
    vocabulary.family(id).map_or_else(String::new, |family| content_text(family.name()))
}

/// The words in which something typed is found: in the word first, then in its family, then in its meaning.
pub(super) fn found(words: &[FeelingWord], typed: &str) -> Vec<FeelingWord> {
    let typed = fold(typed.trim());
    if typed.is_empty() {
        return Vec::new();
    }
    let rank = |word: &FeelingWord| {
        let name = fold(&word.word);
        let family = fold(&family_name(vocabulary(), &word.family));
        let has = |text: &str| text.split_whitespace().any(|part| part.starts_with(&typed));
        if name.starts_with(&typed) {
            Some(0)
        } else if has(&name) {
            Some(1)
        } else if family.starts_with(&typed) {
            Some(2)
        } else if has(&fold(&word.meaning)) {
            Some(3)
        } else {
            None
        }
    };
    let mut found: Vec<_> =
        words.iter().filter_map(|word| Some((rank(word)?, word.clone()))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, word)| word).collect()
}

/// Whether one of the words is exactly what was typed, but for case and accents.
pub(super) fn has_exactly(words: &[FeelingWord], typed: &str) -> bool {
    let typed = fold(typed.trim());
    words.iter().any(|word| fold(&word.word) == typed)
}

/// A list of words with their meanings.
#[component]
pub(super) fn WordList(
    /// The name of the list.
    #[prop(into)]
    legend: Signal<String>,
    /// The words.
    #[prop(into)]
    words: Signal<Vec<FeelingWord>>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Vec<FeelingId>>,
    /// Gives the word that was tapped.
    #[prop(into)]
    on_toggle: Callback<FeelingId>,
) -> impl IntoView {
    view! {
        <fieldset class="feelings__list">
            <legend class="visually-hidden">{move || legend.get()}</legend>
            <Keyed
                each=move || words.get()
                key=|word| word.id.clone()
                children=move |word| view! { <WordRow word chosen on_toggle /> }
            />
        </fieldset>
    }
}

#[component]
fn WordRow(
    word: FeelingWord,
    chosen: Signal<Vec<FeelingId>>,
    on_toggle: Callback<FeelingId>,
) -> impl IntoView {
    let meaning_id = ident::fresh("meaning");
    let described = (!word.meaning.is_empty()).then(|| meaning_id.clone());
    let id = StoredValue::new(word.id);
    let tapped = RwSignal::new(());
    let is_chosen = Memo::new(move |_| id.with_value(|id| chosen.with(|it| it.contains(id))));
    view! {
        <label class="feelings__word">
            <input
                node_ref=hold(move || is_chosen.get(), tapped)
                class="chip__input"
                type="checkbox"
                aria-describedby=described
                on:change=move |_| {
                    on_toggle.run(id.get_value());
                    tapped.set(());
                }
            />
            <Tick />
            <span class="feelings__name">{word.word}</span>
            <span class="feelings__meaning" id=meaning_id>
                {word.meaning}
            </span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::diary::Unknown;
    use satkarya_core::id::Id;
    use satkarya_core::journal::Earlier;
    use satkarya_core::record::Body;
    use satkarya_core::stamp::Stamp;
    use satkarya_core::text::Text;

    use super::*;

    fn journal() -> Journal {
        let mut journal = Journal::new();
        let own = OwnFeeling {
            word: Text::cut("Fizzy"),
            family: "joyful".try_into().expect("id"),
            unknown: Unknown::new(),
        };
        let id = Id::from_bytes([1; 16]);
        journal.put(id, Body::Feeling(own), Stamp::FIRST, Earlier::Kept);
        journal
    }

    #[test]
    fn an_own_word_without_a_family_is_found_too() {
        let mut journal = journal();
        let own = OwnFeeling {
            word: Text::cut("Gutted"),
            family: NO_FAMILY.try_into().expect("id"),
            unknown: Unknown::new(),
        };
        journal.put(Id::from_bytes([2; 16]), Body::Feeling(own), Stamp::FIRST, Earlier::Kept);
        let words = all(&journal);
        assert!(has_exactly(&words, "gutted"));
        assert_eq!(words.iter().filter(|word| word.is_own).count(), 2);
    }

    fn names(typed: &str) -> Vec<String> {
        found(&all(&journal()), typed).into_iter().map(|word| word.word).collect()
    }

    #[test]
    fn own_words_stand_in_their_family() {
        let words = all(&journal());
        assert_eq!(words.len(), 61);
        let own = words.iter().find(|word| word.is_own).expect("own word");
        assert!(own.pleasant > 0.5, "joyful words are pleasant");
        assert!(has_exactly(&words, " fizzy ") && !has_exactly(&words, "fizz"));
    }

    #[test]
    fn words_are_found_by_beginning_family_and_meaning() {
        assert_eq!(names("fiz"), ["Fizzy"]);
        assert_eq!(names("LÓNELY").first().map(String::as_str), Some("lonely"));
        assert!(names("strong").contains(&"proud".to_owned()), "by family");
        assert!(names("broke").contains(&"heartbroken".to_owned()), "by meaning");
        assert!(names("").is_empty() && names("zzz").is_empty());
    }
}
