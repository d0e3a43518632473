//! The words that are left out are found wherever they stand, and only they.

#[path = "../build/wording.rs"]
mod wording;

use std::path::Path;

fn rules() -> Result<wording::Rules, Vec<String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/en/wording.toml");
    wording::Rules::read(&file)
}

#[test]
fn finds_what_is_left_out() {
    let rules = rules().expect("the list can be read");
    for text in [
        "You missed three days.",
        "A streak of five days!",
        "Saving failed.",
        "The patient is asked…",
        "She has a TOXIC friend",
        "He committed suicide in May.",
        "This will help you find closure",
        "Don’t break the chain",
        "Have you done your homework?",
        "a narcissistic partner",
    ] {
        let hits = rules.check("here", text);
        assert_eq!(hits.len(), 1, "{text}: {hits:?}");
        assert!(hits.iter().all(|hit| hit.starts_with("here: says")), "{hits:?}");
    }
}

#[test]
fn leaves_other_words_alone() {
    let rules = rules().expect("the list can be read");
    for text in [
        "I miss her.",
        "She died by suicide.",
        "The closest person",
        "You were impatient with each other",
        "Disclosure is up to you",
        "It does not work this time",
    ] {
        assert!(rules.check("here", text).is_empty(), "{text}: {:?}", rules.check("here", text));
    }
}

#[test]
fn an_exception_covers_only_its_own_phrase() {
    let rules = wording::Rules::parse(
        "[[avoid]]\nphrases = [\"cure*\"]\nreason = \"no promises\"\nallowed = [\"there is no cure\"]\n",
    )
    .expect("rules");
    assert!(rules.check("here", "There is no cure for missing someone.").is_empty());
    assert_eq!(rules.check("here", "There is no cure, but this cures it.").len(), 1);
}

#[test]
fn a_rule_without_a_reason_is_refused() {
    assert!(wording::Rules::parse("[[avoid]]\nphrases = [\"x\"]\n").is_err());
    assert!(wording::Rules::parse("").is_err());
}
