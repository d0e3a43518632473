//! Tests of the interface's words.

use super::*;

fn check(locale: Locale, message: Msg, expected: &str) {
    set_locale(locale);
    assert_eq!(t(message), expected);
}

#[test]
fn counts_choose_their_form() {
    check(Locale::En, msg::common_entries(0), "no entries");
    check(Locale::En, msg::common_entries(1), "1 entry");
    check(Locale::En, msg::common_entries(1200), "1200 entries");
}

#[test]
fn names_are_isolated_only_where_directions_mix() {
    check(Locale::En, msg::common_with_person("Asha"), "With Asha");
    check(Locale::En, msg::common_with_person("ليلى"), "With \u{2068}ليلى\u{2069}");
}

#[test]
fn the_long_locale_is_about_two_fifths_longer_and_leaves_names_alone() {
    set_locale(Locale::PseudoLong);
    let text = t(msg::common_with_person("Asha"));
    assert_eq!(text, "Ŵîîţĥ Asha");
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
