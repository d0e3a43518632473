//! Which patterns can stand on the page: those of its time that have enough entries, each in the words of
//! its card, with its numbers, its days and what it does not say. None is there unless somebody ticks it.

use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{
    BeforeAfter, Compared, DidTable, Filter, Finding, HardDays, Slice, around, before_after,
    dated_events, did_got, hard_days, support,
};
use satkarya_core::record::Origin;
use satkarya_core::time::Day;

use crate::i18n::{msg, names, t};
use crate::ui::told::{self, Told};
use crate::ui::{did_got as did, sides};

/// A pattern that has enough.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Pattern {
    /// Days with a difficult moment, and other days.
    HardDays(HardDays),
    /// Support and mood.
    Support(Compared),
    /// What was done, and how it went.
    DidGot(Finding<DidTable>),
    /// Before and after, with one person.
    With(Id, Finding<BeforeAfter>),
    /// Around an event.
    Around(Id, Compared),
}

/// Every pattern of some days that has enough, in the order of the cards: of own entries that are not
/// covered, and of events that fall in these days.
pub(super) fn all_of(journal: &Journal, first: Day, last: Day) -> Vec<Pattern> {
    let filter = Filter { without_covered: true, own_only: true, ..Filter::between(first, last) };
    let slice = Slice::of(journal, &filter);
    let mut all = Vec::new();
    let hard = hard_days(&slice);
    if hard.days.not_yet().is_none() {
        // Who was named on them is nobody else’s to read.
        all.push(Pattern::HardDays(HardDays { people: Vec::new(), ..hard }));
    }
    let support = support(&slice);
    if support.not_yet().is_none() {
        all.push(Pattern::Support(support));
    }
    let with = before_after(&slice).into_iter();
    let with = with.filter(|it| matches!(it.found, Finding::Enough(_)));
    all.extend(with.map(|it| Pattern::With(it.id, it.found)));
    let did = did_got(&slice);
    if matches!(did, Finding::Enough(_)) {
        all.push(Pattern::DidGot(did));
    }
    for event in dated_events(journal) {
        let is_own = journal.get(event.id).is_some_and(|it| it.origin == Origin::Own);
        let is_in = event.first <= last && event.last >= first;
        if let Some(found) = (is_own && is_in).then(|| around(journal, &filter, event.id)).flatten()
            && found.days.not_yet().is_none()
        {
            all.push(Pattern::Around(event.id, found.days));
        }
    }
    all
}

impl Pattern {
    /// Its word, for choosing.
    pub(super) fn word(&self) -> String {
        match self {
            Self::HardDays(_) => "harddays".to_owned(),
            Self::Support(_) => "support".to_owned(),
            Self::DidGot(_) => "didgot".to_owned(),
            Self::With(id, _) | Self::Around(id, _) => id.to_string(),
        }
    }

    /// Its name; `person` says how somebody is called.
    pub(super) fn name(&self, journal: &Journal, person: impl Fn(Id) -> String) -> String {
        t(match self {
            Self::HardDays(_) => msg::hard_days_title(),
            Self::Support(_) => msg::support_mood_title(),
            Self::DidGot(_) => msg::did_got_title(),
            Self::With(id, _) => msg::person_before_after_title(person(*id)),
            Self::Around(id, _) => {
                let event = journal.get(*id).and_then(|it| it.event());
                let title = event.map_or("", |it| &*it.title);
                msg::report_around(names::titled(title, msg::event_untitled()))
            }
        })
    }

    /// What it says, line by line: the sentences of its card, and with the last of them what they rest on
    /// and do not say, where the sentences themselves do not tell that.
    pub(super) fn said(&self, journal: &Journal, person: impl Fn(Id) -> String) -> Vec<String> {
        let (told, caveat) = match self {
            Self::HardDays(found) => (sides::hard_days(found, journal), None),
            Self::Support(found) => (sides::support(found), None),
            Self::Around(_, found) => (sides::around(found), None),
            Self::DidGot(found) => (did::did_got(found), Some(msg::did_got_why_more())),
            Self::With(id, found) => (
                Told::one(told::before_after(found, &person(*id))),
                Some(msg::before_after_why_more()),
            ),
        };
        let (mut said, mut rest) = (Vec::new(), Vec::new());
        for part in told.parts {
            said.extend(part.said);
            if part.rests_on.is_empty() {
                let row = |label: &str, note: &str| t(msg::sheet_told_part(label, note));
                rest.extend(part.strips.rows.iter().map(|it| row(&it.label, &it.note)));
            } else {
                rest.push(part.rests_on);
            }
        }
        rest.extend(told.notes);
        rest.extend(caveat.map(t));
        // A list of its own is read more easily than one long paragraph.
        if said.len() > 1 {
            said.push(rest.join(" "));
        } else {
            said.extend(rest);
            said = vec![said.join(" ")];
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::diary::{Entry, EventKind, When};
    use satkarya_core::people::Person;
    use satkarya_core::rating::Mood;
    use satkarya_core::record::{Body, Record};
    use satkarya_core::stamp::StampClock;
    use satkarya_core::text::Name;
    use satkarya_core::time::{Now, Offset, Zone};

    use super::*;

    /// 29 November 2026, noon.
    const NOW: u64 = 1_795_953_600_000;

    fn load(journal: &mut Journal, n: u8, body: Body) -> Id {
        let id = Id::from_bytes([n; 16]);
        journal.load(Record::new(id, StampClock::new(1).tick(NOW + u64::from(n)), body));
        id
    }

    /// Five days with an argument and five without, all with one person, the last of them covered or not.
    fn days(covered: bool) -> Journal {
        let mut journal = Journal::new();
        let asha = load(&mut journal, 200, Body::Person(Person::new(Name::cut("Asha Kumar"))));
        for n in 0..10_u8 {
            let ms = NOW - u64::from(n) * 86_400_000;
            let now = Now { ms, offset: Offset::UTC, zone: Zone::default() };
            let mut it = Entry::new(When::from(&now));
            it.mood = Some(Mood::nearest(4));
            it.people = vec![asha];
            (it.before, it.after) = (it.mood, it.mood);
            it.kind = (n < 5).then_some(EventKind::Argument);
            it.covered = covered && n == 9;
            load(&mut journal, n, Body::Entry(it));
        }
        journal
    }

    #[test]
    fn only_what_has_enough_in_the_time_can_be_ticked() {
        let day = |text: &str| text.parse().expect("a day");
        let words = |journal: &Journal, first: &str, last: &str| {
            let all = all_of(journal, day(first), day(last));
            all.iter().map(Pattern::word).collect::<Vec<_>>()
        };
        let asha = Id::from_bytes([200; 16]).to_string();
        let (open, covered) = (days(false), days(true));
        assert_eq!(words(&open, "2026-11-01", "2026-11-29"), ["harddays", &asha]);
        // What is covered is not counted, and neither is what came after the time.
        assert_eq!(words(&covered, "2026-11-01", "2026-11-29"), std::slice::from_ref(&asha));
        assert_eq!(words(&open, "2026-11-01", "2026-11-24"), [asha]);
        assert_eq!(words(&open, "2026-11-01", "2026-11-23"), [""; 0]);
        let all = all_of(&open, day("2026-11-01"), day("2026-11-29"));
        let names: Vec<String> = all.iter().map(|it| it.name(&open, |_| "AK".to_owned())).collect();
        assert_eq!(names, [t(msg::hard_days_title()), t(msg::person_before_after_title("AK"))]);
        println!("times with what can be ticked in them: 4");
    }
}
