//! The diary as Markdown: whatever was typed reads as it was typed, in any reader of the format.

use crate::common::{entry, id, journal_of, stamp};
use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};
use satkarya_core::journal::Journal;
use satkarya_core::record::Body;
use satkarya_core::text::{Name, Text};
use satkarya_core::transfer::{Column, Label, export_markdown};

fn label(label: Label<'_>) -> String {
    match label {
        Label::Column(Column::Outcome) => "How it ended".to_owned(),
        other => format!("{other:?}"),
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace()).collect()
}

/// The headings as a reader of the format sees them, and everything else as one text. Anything but
/// headings, paragraphs and lists is a fault.
fn read(text: &str, options: Options) -> (Vec<String>, String) {
    let (mut headings, mut rest) = (Vec::new(), String::new());
    let mut is_heading = false;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                assert!(matches!(level, HeadingLevel::H2 | HeadingLevel::H3), "{text:?}");
                is_heading = true;
                headings.push(String::new());
            }
            Event::Start(Tag::Paragraph | Tag::List(None) | Tag::Item) | Event::End(_) => {
                is_heading = false;
            }
            Event::Text(it) if is_heading => headings.last_mut().expect("one").push_str(&it),
            Event::Text(it) => rest.push_str(&it),
            Event::HardBreak => rest.push('\n'),
            other => panic!("{other:?} in {text:?}"),
        }
    }
    (headings, rest)
}

fn diary(what: &str, outcome: &str) -> (Journal, [String; 2]) {
    let mut it = entry("2026-11-24", "07:05", Some(4), what);
    it.outcome = Text::cut(outcome);
    let kept = [it.what.to_string(), it.outcome.to_string()];
    (journal_of([it]), kept)
}

#[test]
fn days_and_entries_are_headings_and_answers_are_lines() {
    let mut first = entry("2026-11-24", "07:05", Some(4), "He rang.\nI let it ring.\n\n  Then\n");
    first.people = vec![id(100)];
    first.outcome = Text::cut("we both\ncried");
    let second = entry("2026-11-24", "21:30", None, "1. Quiet *evening*");
    let third = entry("2026-11-25", "09:00", Some(7), "");
    let mut journal = journal_of([third, first, second]);
    let person = satkarya_core::people::Person::new(Name::cut("Asha_"));
    journal.put(id(100), Body::Person(person), stamp(1), satkarya_core::journal::Earlier::Kept);
    journal.put_sample(id(7), Body::Entry(entry("2026-11-24", "10:00", None, "sample")), stamp(1));
    let label = |label: Label<'_>| match label {
        Label::Person(person) => person.name.to_string(),
        Label::Column(column) => format!("{column:?}"),
        other => format!("{other:?}"),
    };
    let expected = "\
## 2026-11-24

### 07:05

He rang.\\
I let it ring.

\u{a0}\u{a0}Then

- Mood: 4
- People: Asha\\_
- Outcome: we both\\
  cried

### 21:30

1\\. Quiet \\*evening\\*

## 2026-11-25

### 09:00

- Mood: 7
";
    assert_eq!(export_markdown(&journal, &label), expected);
    assert_eq!(export_markdown(&Journal::new(), &label), "");
}

#[test]
fn what_markdown_would_take_for_its_own_reads_as_typed() {
    let risky = [
        "# not a heading",
        "## 2026-01-01",
        "> said",
        "- one\n- two",
        "+ one",
        "1. one",
        "23) x",
        "a\n===",
        "a\n---",
        "***",
        "___",
        "* * *",
        "```\ncode\n```",
        "~~~\nx",
        "    indented",
        "\tindented",
        "[a](javascript:alert)",
        "![a](b.png)",
        "<script>x</script>",
        "<!-- x -->",
        "&lt;b&gt; &amp; &#35;",
        "a|b\n-|-\n1|2",
        "~~gone~~",
        "\\",
        "\\# a",
        "a  \nb",
        "[^1]: a",
        "[a]: http://b",
        "<https://a.b>",
        "$x$",
        "a\n\n\n\nb",
        "- [ ] to do",
        ": what",
        "^up^",
    ];
    for text in risky {
        let (journal, kept) = diary(text, text);
        let written = export_markdown(&journal, &label);
        for options in [
            Options::empty(),
            Options::ENABLE_TABLES
                | Options::ENABLE_STRIKETHROUGH
                | Options::ENABLE_TASKLISTS
                | Options::ENABLE_FOOTNOTES,
        ] {
            let (headings, rest) = read(&written, options);
            assert_eq!(headings, ["2026-11-24", "07:05"], "{written}");
            let expected = format!("{}Column(Mood): 4How it ended: {}", kept[0], kept[1]);
            assert_eq!(bare(&rest), bare(&expected), "{written}");
        }
    }
    println!("texts with marks of Markdown that read as typed: {0}/{0}", risky.len());
}

proptest! {
    #[test]
    fn any_text_reads_as_typed(
        what in "([ \\t\n#>=~*_\\[\\]()!<&|`0-9.)a-z\\\\+-]|\\PC){0,60}",
        outcome in "([ \n#>=~*_\\[\\]<&|`1.)a\\\\+-]){0,40}",
    ) {
        let (journal, kept) = diary(&what, &outcome);
        let written = export_markdown(&journal, &label);
        let (headings, rest) = read(&written, Options::empty());
        prop_assert_eq!(headings, ["2026-11-24", "07:05"]);
        let ended = if kept[1].trim().is_empty() { String::new() } else { format!("How it ended: {}", kept[1]) };
        let expected = format!("{}Column(Mood): 4{ended}", kept[0]);
        prop_assert_eq!(bare(&rest), bare(&expected), "{}", written);
    }
}
