//! The paragraph that is made of the answers, and how its pieces are put together.

use satkarya_core::course::{Plan, standing};
use satkarya_core::diary::Area;
use satkarya_core::focus::{Focus, Formulation, current, goals};
use satkarya_core::journal::Journal;
use satkarya_core::time::Day;

use crate::i18n::{Msg, dates, msg, names, t};

/// An area as it stands inside a sentence.
fn inline(area: Area) -> String {
    t(match area {
        Area::Grief => msg::area_inline_grief(),
        Area::Dispute => msg::area_inline_dispute(),
        Area::Change => msg::area_inline_change(),
        Area::Connection => msg::area_inline_connection(),
    })
}

/// Somebody's words so that they can stand inside a sentence: on one line, without the full stop.
fn piece(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_end_matches(['.', ';', ',', ' ']);
    (!line.is_empty()).then(|| line.to_owned())
}

/// A list inside a sentence: one, two and three.
fn list(mut items: Vec<String>) -> Option<String> {
    let last = items.pop()?;
    Some(if items.is_empty() { last } else { t(msg::list_and(items.join(", "), last)) })
}

/// What a sentence ends with.
const ENDS: [char; 6] = ['.', '!', '?', '…', '。', '।'];

/// Several of them after a colon: one sentence, or a line each where one of them has sentences of
/// its own, which would read as if it ended there.
fn several(items: &[String]) -> String {
    let has_ends = |it: &String| it.split_whitespace().any(|word| word.ends_with(ENDS));
    if !items.iter().any(has_ends) {
        return t(msg::list_end(items.join("; ")));
    }
    let line = |it: &String| {
        let it = if it.ends_with(ENDS) { it.clone() } else { t(msg::list_end(&**it)) };
        format!("\n– {it}")
    };
    items.iter().map(line).collect()
}

/// The paragraph as the answers make it; empty where nothing was answered.
pub(super) fn composed(it: &Formulation, journal: &Journal, today: Day) -> String {
    let feelings = it.feelings.iter().map(|id| names::feeling(id, journal).to_lowercase());
    let feelings = list(feelings.chain(piece(&it.felt)).collect());
    let since = it.since.map(dates::fuzzy);
    let mut said: Vec<Msg> = Vec::new();
    said.extend(match (since, feelings) {
        (Some(since), Some(feelings)) => Some(msg::summary_sentence_both(since, feelings)),
        (None, Some(feelings)) => Some(msg::summary_sentence_feelings(feelings)),
        (Some(since), None) => Some(msg::summary_sentence_since(since)),
        (None, None) => None,
    });
    said.extend(piece(&it.context).map(msg::summary_sentence_context));
    said.extend(current(journal).map(area));
    let people = it.people.iter().map(|id| names::person(*id, journal)).collect();
    said.extend(list(people).map(msg::summary_sentence_people));
    said.extend(round(it));
    said.extend(piece(&it.strengths).map(msg::summary_sentence_strengths));
    let goals: Vec<String> =
        goals(journal, false).into_iter().filter_map(|(_, it)| piece(&it.text)).collect();
    if !goals.is_empty() {
        let goals = several(&goals);
        let total = standing(journal, today).and_then(|it| it.plan).map(Plan::total);
        said.push(match total {
            Some(n) => msg::summary_sentence_goals_sessions(n.to_string(), goals),
            None => msg::summary_sentence_goals(goals),
        });
    }
    if said.is_empty() {
        return String::new();
    }
    said.push(msg::summary_sentence_close());
    // After lines of their own the next sentence begins another.
    let said =
        said.into_iter().map(t).fold(String::new(), |text, sentence| match text.lines().last() {
            None => sentence,
            Some(last) if last.starts_with('–') => [text, sentence].join("\n"),
            Some(_) => [text, sentence].join(" "),
        });
    said.replace(" \n", "\n")
}

fn area(focus: &Focus) -> Msg {
    match focus.second() {
        Some(second) => msg::summary_sentence_areas(inline(focus.main), inline(second)),
        None => msg::summary_sentence_area(inline(focus.main)),
    }
}

/// How it goes round, as far as it was said.
fn round(it: &Formulation) -> Option<Msg> {
    let parts = [
        piece(&it.when).map(msg::summary_part_when),
        piece(&it.feel).map(msg::summary_part_feel),
        piece(&it.act).map(msg::summary_part_act),
        piece(&it.others).map(msg::summary_part_others),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().map(t).collect();
    (!parts.is_empty()).then(|| msg::summary_sentence_round(several(&parts)))
}

/// The paragraph of a version: as it was written or agreed with, or as the answers make it.
pub(super) fn words(it: &Formulation, journal: &Journal, today: Day) -> String {
    if it.words.is_blank() { composed(it, journal, today) } else { it.words.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use satkarya_core::course::{Course, Mode};
    use satkarya_core::focus::Goal;
    use satkarya_core::id::Id;
    use satkarya_core::journal::Earlier;
    use satkarya_core::people::Person;
    use satkarya_core::record::Body;
    use satkarya_core::stamp::StampClock;
    use satkarya_core::text::{Name, Text};

    fn day() -> Day {
        "2026-11-24".parse().expect("a day")
    }

    #[test]
    fn words_with_sentences_of_their_own_stand_in_lines() {
        let summary = Formulation {
            when: Text::cut("Sam pays. He always does."),
            feel: Text::cut("useless"),
            act: Text::cut("ask: why?"),
            strengths: Text::cut("my sister. She listens."),
            ..Formulation::new(day())
        };
        assert_eq!(
            composed(&summary, &Journal::new(), day()),
            "It seems to go round like this:\n– when Sam pays. He always does.\n– I feel \
             useless.\n– I ask: why?\nI also have my sister. She listens. My low mood is a \
             condition that can get better; it isn’t my fault, and I have a part to play in \
             getting well."
        );
    }

    #[test]
    fn nothing_answered_is_no_paragraph() {
        assert_eq!(composed(&Formulation::new(day()), &Journal::new(), day()), "");
    }

    #[test]
    fn the_paragraph_of_all_answers() {
        let id = |n| Id::from_bytes([n; 16]);
        let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
        let goal = |text| Goal { text: Text::cut(text), ..Goal::new(day()) };
        for (n, body) in [
            (1, Body::Person(Person::new(Name::cut("Sam")))),
            (2, Body::Focus(Focus::new(day(), Area::Change, Some(Area::Dispute)))),
            (3, Body::Goal(goal("tell Sam what the job meant to me."))),
            (4, Body::Goal(goal("see one old colleague a fortnight"))),
            (5, Body::Goal(goal("  "))),
        ] {
            journal.put(id(n), body, clock.tick(1), Earlier::Kept);
        }
        let summary = Formulation {
            feelings: vec!["sad".try_into().expect("id")],
            felt: Text::cut("flat, tired and irritable"),
            since: "2026".parse().ok(),
            context: Text::cut("I was made redundant\nand my partner began paying for everything."),
            people: vec![id(1)],
            when: Text::cut("Sam pays"),
            feel: Text::cut("useless"),
            act: Text::cut("go quiet"),
            strengths: Text::cut("my sister and a good work record"),
            ..Formulation::new(day())
        };
        let text = composed(&summary, &journal, day());
        for sentence in [
            "Since 2026 I’ve been feeling sad and flat, tired and irritable.",
            "Around that time I was made redundant and my partner began paying for everything.",
            "This looks mostly like a life change, and partly like a difficult relationship.",
            "It has to do with Sam.",
            "It seems to go round like this: when Sam pays; I feel useless; I go quiet.",
            "I also have my sister and a good work record.",
            "I’d like to work on: tell Sam what the job meant to me; see one old colleague a fortnight.",
            "My low mood is a condition that can get better; it isn’t my fault, and I have a part to play in getting well.",
        ] {
            assert!(text.contains(sentence), "{sentence}\n{text}");
        }
        let course = Body::Course(Course::new(Mode::SelfGuided));
        journal.put(id(9), course, clock.tick(1), Earlier::Kept);
        let text = composed(&summary, &journal, day());
        assert!(text.contains("Over 8 sessions I’d like to work on: tell Sam"), "{text}");
        let own = Formulation { words: Text::cut("My own words."), ..summary };
        assert_eq!(words(&own, &journal, day()), "My own words.");
    }
}
