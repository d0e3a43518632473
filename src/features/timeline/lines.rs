//! The words of everything on the timeline, for the picture and for the list that says the same.

use satkarya_core::journal::Journal;
use satkarya_core::life::Impact;
use satkarya_core::record::{Body, Record};
use satkarya_core::time::FuzzyDay;
use satkarya_core::timeline::{Item, Sort, Timeline};

use crate::i18n::dates::fuzzy;
use crate::i18n::{Msg, labels, msg, names, t};
use crate::route::Route;
use crate::ui::life_line::{Label, Sign};

/// One thing in the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Line {
    /// Where its page is.
    pub(super) href: String,
    /// What it is called.
    pub(super) title: String,
    /// When it was, what it was, who was there and how it felt.
    pub(super) note: String,
    /// Whether it lies near the beginning of the present low spell.
    pub(super) is_near: bool,
}

/// Everything in its order, in words.
pub(super) fn lines(timeline: &Timeline, journal: &Journal) -> Vec<Line> {
    let line = |item: &Item| {
        let record = journal.get(item.id)?;
        let note = std::iter::once(when(item)).chain(notes(record, journal));
        Some(Line {
            href: href(item),
            title: title(record, item),
            note: note.collect::<Vec<_>>().join(" · "),
            is_near: item.is_near,
        })
    };
    timeline.items.iter().filter_map(line).collect()
}

/// The words of each item for the picture.
pub(super) fn picture_labels(timeline: &Timeline, journal: &Journal) -> Vec<Label> {
    let label = |item: &Item| Label {
        href: href(item),
        title: journal.get(item.id).map(|it| title(it, item)).unwrap_or_default(),
        when: when(item),
        sign: sign(item),
        is_near: item.is_near,
    };
    timeline.items.iter().map(label).collect()
}

/// What stands for it in the picture.
pub(super) fn sign(item: &Item) -> Sign {
    match item.sort {
        Sort::Onset => Sign::Onset,
        Sort::Earlier => Sign::Earlier,
        Sort::Pin => Sign::Pin,
        Sort::Event | Sort::Band => match item.impact.map_or(0, Impact::get) {
            ..0 => Sign::Hard,
            0 => Sign::Plain,
            1.. => Sign::Good,
        },
    }
}

/// The words of a sign.
pub(super) fn sign_words(sign: Sign) -> Msg {
    match sign {
        Sign::Hard => msg::line_sign_hard(),
        Sign::Good => msg::line_sign_good(),
        Sign::Plain => msg::line_sign_plain(),
        Sign::Pin => msg::line_sign_pin(),
        Sign::Onset => msg::line_sign_onset(),
        Sign::Earlier => msg::line_sign_earlier(),
    }
}

fn href(item: &Item) -> String {
    match item.sort {
        Sort::Pin => Route::Entry(item.id).href(),
        Sort::Band | Sort::Earlier | Sort::Onset | Sort::Event => Route::LinePart(item.id).href(),
    }
}

/// When the present low spell began, in a sentence.
pub(super) fn began(onset: FuzzyDay) -> Msg {
    match onset {
        FuzzyDay::Day(_) => msg::line_began_on(fuzzy(onset)),
        FuzzyDay::Month(_) | FuzzyDay::Season(_) | FuzzyDay::Year(_) => {
            msg::line_began(fuzzy(onset))
        }
    }
}

/// When it was, at the exactness that was given.
fn when(item: &Item) -> String {
    between(item.when, item.until)
}

/// A date, or a time from one to another.
pub(super) fn between(when: Option<FuzzyDay>, until: Option<FuzzyDay>) -> String {
    match (when, until) {
        (None, _) => t(msg::line_undated()),
        (Some(when), Some(until)) if until != when => {
            t(msg::line_between(fuzzy(when), fuzzy(until)))
        }
        (Some(when), _) => fuzzy(when),
    }
}

fn title(record: &Record, item: &Item) -> String {
    match record.live() {
        Some(Body::Event(event)) => names::titled(&event.title, msg::event_untitled()),
        Some(Body::Band(band)) => names::titled(&band.label, msg::band_untitled()),
        Some(Body::Entry(entry)) if !entry.covered && !entry.what.is_blank() => {
            let words: String = entry.what.chars().take(60).collect();
            if words.len() < entry.what.len() { format!("{}…", words.trim_end()) } else { words }
        }
        Some(Body::Entry(_)) => t(msg::line_pin_untitled()),
        Some(Body::Spell(_)) if item.sort == Sort::Onset => t(msg::line_onset()),
        _ => t(msg::spell_earlier()),
    }
}

/// What is known beside the title and the time.
fn notes(record: &Record, journal: &Journal) -> Vec<String> {
    match record.live() {
        Some(Body::Event(event)) => {
            let people: Vec<String> =
                event.people.iter().map(|id| names::person(*id, journal)).collect();
            let people = (!people.is_empty()).then(|| people.join(", "));
            let sort = event.sort.map(|it| t(labels::sort(it)));
            let impact = event.impact.map(|it| t(labels::impact(it)));
            sort.into_iter().chain(people).chain(impact).collect()
        }
        Some(Body::Band(band)) => {
            let level = band.level.map(|it| t(labels::mood(it)));
            level.into_iter().chain([t(msg::line_sign_band())]).collect()
        }
        Some(Body::Entry(entry)) => {
            let mood = entry.mood.map(|it| t(labels::mood(it)));
            [t(msg::line_sign_pin())].into_iter().chain(mood).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::diary::{Entry, When};
    use satkarya_core::id::Id;
    use satkarya_core::journal::Earlier;
    use satkarya_core::life::{EventSort, LifeEvent, LowSpell, MoodBand};
    use satkarya_core::people::{Person, Status};
    use satkarya_core::rating::Mood;
    use satkarya_core::stamp::StampClock;
    use satkarya_core::text::{Name, Note, Text};
    use satkarya_core::timeline::timeline;

    use super::*;

    fn id(n: u8) -> Id {
        Id::from_bytes([n; 16])
    }

    fn journal(bodies: impl IntoIterator<Item = Body>) -> Journal {
        let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
        for (body, n) in bodies.into_iter().zip(1..) {
            journal.put(id(n), body, clock.tick(1), Earlier::Kept);
        }
        journal
    }

    #[test]
    fn every_thing_is_told_at_the_exactness_that_was_given() {
        let event = LifeEvent {
            title: Text::cut("Moved"),
            when: "2024-spring".parse().ok(),
            until: "2025".parse().ok(),
            sort: Some(EventSort::Change),
            people: vec![id(1), id(9)],
            impact: Impact::try_from(-2).ok(),
            ..LifeEvent::default()
        };
        let band = MoodBand {
            when: "2019".parse().ok(),
            level: Mood::try_from(7).ok(),
            ..MoodBand::default()
        };
        let spell = LowSpell { when: "2024-winter".parse().ok(), ..LowSpell::default() };
        let died = Person { status: Status::Died, ..Person::new(Name::cut("Grandad")) };
        let journal = journal([
            Body::Person(died),
            Body::Event(event),
            Body::Event(LifeEvent::default()),
            Body::Band(band),
            Body::Spell(spell),
        ]);
        let told: Vec<String> = lines(&timeline(&journal), &journal)
            .into_iter()
            .map(|it| format!("{}: {}", it.title, it.note))
            .collect();
        assert_eq!(
            told,
            [
                "A stretch of mood: 2019 · 7 of 10, fairly good · how your mood was",
                "Moved: spring 2024 to 2025 · Change · Grandad, someone · −2, hard",
                "Low spell began: winter 2024",
                "Something that happened: No date yet",
            ]
        );
    }

    #[test]
    fn a_covered_entry_shows_no_words_on_the_timeline() {
        let when = When {
            day: "2026-11-24".parse().expect("day"),
            time: "02:10".parse().expect("time"),
            offset: satkarya_core::time::Offset::UTC,
            zone: Text::default(),
        };
        let what = Note::cut("zebra-77");
        let entry = Entry { pinned: true, what, ..Entry::new(when) };
        let title_of = |entry: Entry| {
            let journal = journal([Body::Entry(entry)]);
            let found = timeline(&journal);
            let (item, record) = found.items.first().zip(journal.get(id(1))).expect("the pin");
            title(record, item)
        };
        assert_eq!(title_of(entry.clone()), "zebra-77");
        assert_eq!(title_of(Entry { covered: true, ..entry }), "A page of your diary");
    }
}
