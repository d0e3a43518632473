//! Tests of the interface's words.

use std::fs;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use super::*;

fn check(locale: Locale, message: Msg, expected: &str) {
    set_locale(locale);
    assert_eq!(t(message), expected);
}

#[test]
fn counts_choose_their_form() {
    check(Locale::En, msg::search_found(0), "Nothing found");
    check(Locale::En, msg::search_found(1), "1 entry found");
    check(Locale::En, msg::search_found(1200), "1200 entries found");
}

#[test]
fn every_text_is_what_fluent_makes_of_it() {
    let mut fluent = FluentBundle::default();
    fluent.set_use_isolating(false);
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/content/en/ui")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        fluent.add_resource(FluentResource::try_new(text).unwrap()).unwrap();
    }
    set_locale(Locale::En);
    for (number, (key, variables)) in msg::KEYS.iter().enumerate() {
        let pattern = fluent.get_message(key).unwrap().value().unwrap();
        for count in [0, 1, 2, 21, 1200] {
            let mut args = FluentArgs::new();
            let mut message = Msg::new(number);
            for (at, (name, is_count)) in variables.iter().enumerate() {
                let (count, text) = (count + i64::try_from(at).unwrap(), format!("<{name}>"));
                if *is_count {
                    args.set(*name, FluentValue::from(count));
                    message = message.count(count);
                } else {
                    args.set(*name, FluentValue::from(text.clone()));
                    message = message.text(text);
                }
            }
            let expected = fluent.format_pattern(pattern, Some(&args), &mut Vec::new());
            assert_eq!(t(message), expected, "{key}");
        }
    }
}

#[test]
fn names_are_isolated_only_where_directions_mix() {
    check(Locale::En, msg::entry_person_added("Asha"), "Asha added");
    check(Locale::En, msg::entry_person_added("ليلى"), "\u{2068}ليلى\u{2069} added");
    // Hidden signs turn what follows, and may try to end the isolation themselves.
    for (name, isolated) in [
        ("\u{202e}x", "\u{2068}\u{202e}x\u{2069} added"),
        ("x\u{2069}\u{202e}y", "\u{2068}x\u{202e}y\u{2069} added"),
        ("\u{2067}x", "\u{2068}\u{2067}x\u{2069}\u{2069} added"),
        ("\u{2067}x\u{2069}y", "\u{2068}\u{2067}x\u{2069}y\u{2069} added"),
    ] {
        check(Locale::En, msg::entry_person_added(name), isolated);
    }
}

#[test]
fn the_long_locale_is_about_two_fifths_longer_and_leaves_names_alone() {
    set_locale(Locale::PseudoLong);
    let text = t(msg::entry_person_added("Asha"));
    assert_eq!(text, "Asha ååððééð");
    let english = "Nobody reads this. If you need someone now, use Support.";
    let long = content_text(english).chars().count();
    let english = english.chars().count();
    assert!(long * 100 > english * 130 && long * 100 < english * 150, "{long} for {english}");
}

#[test]
fn the_mirrored_locale_runs_from_right_to_left() {
    set_locale(Locale::PseudoRtl);
    assert_eq!(locale().dir(), "rtl");
    assert_eq!(
        content_text("Not now"),
        "\u{200f}\u{202e}Not\u{202c}\u{200f} \u{200f}\u{202e}now\u{202c}\u{200f}"
    );
}

#[test]
fn language_tags_come_back_as_they_were() {
    for locale in Locale::ALL {
        assert_eq!(Locale::from_lang(locale.lang()), locale);
    }
    assert_eq!(Locale::from_lang("tlh"), Locale::En);
}

#[test]
fn a_count_below_ten_thousand_is_written_plainly() {
    for (n, expected) in
        [(0, "0"), (999, "999"), (1_000, "1000"), (9_999, "9999"), (-9_999, "-9999")]
    {
        assert_eq!(dates::count_in(Locale::En, n), expected);
    }
}

#[test]
fn what_patterns_say_is_said_in_the_words_that_were_agreed_on() {
    for (message, expected) in [
        (
            msg::before_after_said(5, "Asha", 4, 1, 0, "−2"),
            "In 5 entries with Asha, your mood afterwards was lower 4 times, the same 1 time, \
             higher 0 times. Middle change −2.",
        ),
        (msg::before_after_small(), "That’s a small number; it could easily change."),
        (msg::patterns_not_enough_of("4", "5"), "Not enough yet: 4 of 5"),
        (msg::mood_line_entries_of("3 May", "9 May"), "Your mood entries, 3 May–9 May"),
        (
            msg::hard_days_said(6, "3.5", 5, "6"),
            "On 6 days with a difficult moment, the middle mood was 3.5. On 5 other days it was 6. \
             This doesn’t show which came first.",
        ),
        (msg::felt_with_said("Asha", "Sad 4"), "Most often noted with Asha: Sad 4."),
        (
            msg::did_got_said("said it clearly", "3", "5"),
            "When you said it clearly, it went as hoped or better 3 of 5 times.",
        ),
        (msg::predictions_said("3", "5"), "It went better than you expected 3 of 5 times."),
        (
            msg::around_said("3", 5, "6.5", 14),
            "Before: 3 (5 days). After: 6.5 (14 days). Other things were happening too.",
        ),
    ] {
        check(Locale::En, message, expected);
    }
}

#[test]
fn by_its_plain_name_no_text_says_the_other_and_written_words_stay() {
    set_locale(Locale::En);
    let usual = t(msg::app_name());
    set_plain(true);
    let plain = t(msg::app_name());
    assert_ne!(usual, plain);
    let mut renamed = 0;
    for (number, (key, variables)) in msg::KEYS.iter().enumerate() {
        let gap = |message: Msg, is_count: bool| {
            if is_count { message.count(2) } else { message.text("x") }
        };
        let message = variables.iter().fold(Msg::new(number), |it, (_, count)| gap(it, *count));
        let said = t(message);
        assert!(!said.contains(&usual), "{key}: {said}");
        renamed += usize::from(said.contains(&plain));
    }
    assert_eq!(t(msg::entry_person_added(usual.clone())), format!("{usual} added"));
    assert_eq!(content_text(&format!("{usual} counts")), format!("{plain} counts"));
    set_plain(false);
    assert_eq!(t(msg::app_name()), usual);
    println!("{renamed} texts renamed, 0 of {} with the other name", msg::KEYS.len());
}
