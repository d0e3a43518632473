//! The review of something that was planned.

use super::{Ask, Slot, Worksheet, copied};
use crate::journal::Journal;
use crate::time::Day;

/// The review of a plan that is asked about, with the entry that tells of it.
pub fn review_of(journal: &Journal, ask: Ask, today: Day) -> Option<Worksheet> {
    let plan = journal.get(ask.plan)?.sheet()?;
    let then = plan.asked()?.then.iter().find(|it| it.to.as_str() == "after")?;
    let mut made = copied(journal, (ask.plan, plan), then, today)?;
    if let Some(entry) = ask.entry {
        made.answers.set_text(Slot::of("entry"), &entry.to_string());
    }
    Some(made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{Entry, When};
    use crate::id::Id;
    use crate::record::{Body, Record};
    use crate::sheet::{how_it_went, predicted_between, predictions};
    use crate::stamp::StampClock;
    use crate::time::{Now, Offset, Zone};

    const NOW: u64 = 1_795_483_800_000;

    fn id(n: u8) -> Id {
        Id::from_bytes([n; 16])
    }

    fn load(journal: &mut Journal, n: u8, body: Body) {
        let stamp = StampClock::new(1).tick(NOW + u64::from(n));
        journal.load(Record::new(id(n), stamp, body));
    }

    fn made(name: &str, answers: &[(&'static str, &str)]) -> Body {
        let today = "2026-11-24".parse().expect("a day");
        let mut made = Worksheet::new(name.to_owned().try_into().expect("a sheet"), today);
        for (field, text) in answers {
            made.answers.set_text(Slot::of(field), text);
        }
        Body::Sheet(made)
    }

    #[test]
    fn a_review_begins_with_the_plan_and_the_entry_after_it() {
        let asha = id(1).to_string();
        let plan = [("with", &*asha), ("ask", "Six in December"), ("rehearsed", "2026-11-20")];
        let mut journal = Journal::new();
        load(&mut journal, 2, made("words", &plan));
        let today = "2026-11-24".parse().expect("a day");
        assert_eq!(how_it_went(&journal, today), None, "nothing tells of a talk yet");
        let now = Now { ms: NOW, offset: Offset::UTC, zone: Zone::default() };
        let mut entry = Entry::new(When::from(&now));
        entry.people = vec![id(1)];
        load(&mut journal, 3, Body::Entry(entry));
        let ask = how_it_went(&journal, today).expect("there was a contact");
        let review = review_of(&journal, ask, today).expect("a review");
        assert_eq!(review.sheet.as_str(), "after");
        assert_eq!((review.from, review.with()), (Some(id(2)), Some(id(1))));
        assert_eq!(review.answers.text("planned"), "Six in December");
        assert_eq!(review.answers.text("entry"), id(3).to_string());
        load(&mut journal, 4, Body::Sheet(review.clone()));
        assert!(how_it_went(&journal, today).is_some(), "what says nothing is no review");
        let mut told = review;
        told.answers.set_text(Slot::of("happened"), "We agreed on six.");
        load(&mut journal, 5, Body::Sheet(told));
        assert_eq!(how_it_went(&journal, today), None, "it is asked once");
        let nowhere = Ask { plan: id(9), with: None, entry: None };
        assert_eq!(review_of(&journal, nowhere, today), None);
        println!(
            "questions how a talk went: none before, one after a contact, none after a review"
        );
    }

    #[test]
    fn what_is_counted_carries_its_days() {
        let mut journal = Journal::new();
        assert_eq!(predicted_between(&journal, None), None);
        let asha = id(1).to_string();
        load(&mut journal, 2, made("after", &[("with", &asha), ("compared", "worse")]));
        load(&mut journal, 3, made("contact", &[("compared", "better")]));
        load(&mut journal, 4, made("after", &[("with", &asha)]));
        let day: Day = "2026-11-24".parse().expect("a day");
        assert_eq!(predicted_between(&journal, None), Some((day, day)));
        assert_eq!(predictions(&journal, None).n(), 2);
        assert_eq!(predictions(&journal, Some(id(1))).worse, 1);
        assert_eq!(predicted_between(&journal, Some(id(7))), None);
    }
}
