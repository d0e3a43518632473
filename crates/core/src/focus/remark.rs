//! What is said beside the points, where it belongs.

use crate::focus::answers::{Gate, Reflection};
use crate::rating::Timing;
use crate::time::{Day, FuzzyDay};

/// Under how many months after a loss grief is early.
const EARLY_MONTHS: i32 = 6;
/// From how many months on strong grief is worth a talk with a specialist.
const LONG_MONTHS: i32 = 12;
/// From how many points of the five sentences, of fifteen, grief is strong.
const STRONG: u8 = 10;

/// Something to be said beside the points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// A loss that was no death belongs with the life changes.
    OtherLoss,
    /// It is early, and strong grief is natural.
    EarlyGrief,
    /// It is long, and there is a therapy made for it.
    LongGrief,
    /// Low mood itself makes people withdraw.
    Withdrawal,
}

/// What is to be said beside the points of a sitting.
///
/// It belongs to the day of the sitting, whenever it is read. A loss that is known roughly counts
/// from the last day that may be meant.
///
/// # Source
/// Strong grief is spoken of as prolonged from six months (ICD-11) or twelve (DSM-5-TR) on. Here it
/// is never called that: the numbers only choose which of two gentle sentences stands there.
pub fn remarks(reflection: &Reflection) -> Vec<Remark> {
    let day = reflection.day;
    let mut remarks = Vec::new();
    let grief = &reflection.grief;
    if grief.gate == Some(Gate::No) && reflection.other_loss == Some(Gate::Yes) {
        remarks.push(Remark::OtherLoss);
    }
    if grief.is_open() && is_within(reflection.loss, EARLY_MONTHS, day) == Some(true) {
        remarks.push(Remark::EarlyGrief);
    }
    let items: u8 = grief.items.values().map(|it| it.get()).sum();
    let is_long = is_within(reflection.loss, LONG_MONTHS, day) == Some(false);
    if grief.is_open() && is_long && items >= STRONG {
        remarks.push(Remark::LongGrief);
    }
    let connection = &reflection.connection;
    if connection.is_open() && connection.timing.map(Timing::get) == Some(0) {
        remarks.push(Remark::Withdrawal);
    }
    remarks
}

/// Whether a date may lie less than so many months back; none if it is not known.
fn is_within(date: Option<FuzzyDay>, months: i32, day: Day) -> Option<bool> {
    let end = date?.latest().plus_months(months);
    Some(end.is_none_or(|end| day < end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::focus::{Answers, Item};
    use crate::rating::Much;

    fn on(text: &str) -> Day {
        text.parse().expect(text)
    }

    fn grief(loss: &str, items: u8) -> Reflection {
        let each = Item::ALL.iter().map(|item| (*item, Much::nearest(items))).collect();
        let grief = Answers { gate: Some(Gate::Yes), items: each, ..Answers::default() };
        Reflection { grief, loss: loss.parse().ok(), ..Reflection::new(on("2026-11-24")) }
    }

    #[test]
    fn early_and_long_grief_by_dates_of_every_exactness() {
        let (early, long) = (&[Remark::EarlyGrief][..], &[Remark::LongGrief][..]);
        for (loss, items, said) in [
            ("2026-11-01", 0, early),
            ("2026-11-01", 3, early),
            ("2026-05-25", 3, early),
            ("2026-05-24", 3, &[][..]),
            ("2026-05", 3, early),
            ("2026-04", 3, &[][..]),
            ("2026-06", 3, early),
            ("2026-summer", 3, early),
            ("2026-winter", 3, early),
            ("2026", 3, early),
            ("2025-11-25", 3, &[][..]),
            ("2025-11-24", 3, long),
            ("2025-11-24", 2, long),
            ("2025-11-24", 1, &[][..]),
            ("2025-spring", 2, long),
            ("2025", 2, &[][..]),
            ("2024", 2, long),
            ("1990", 3, long),
            ("not known", 3, &[][..]),
        ] {
            assert_eq!(remarks(&grief(loss, items)), said, "{loss} {items}");
        }
        let mut closed = grief("2026-11-01", 3);
        closed.grief.gate = Some(Gate::No);
        assert_eq!(remarks(&closed), []);
        closed.other_loss = Some(Gate::Yes);
        assert_eq!(remarks(&closed), [Remark::OtherLoss]);
        closed.grief.gate = Some(Gate::Unsure);
        assert_eq!(remarks(&closed), early);
    }

    #[test]
    fn s13_only_since_this_low_spell() {
        let said = |gate, timing| {
            let timing = Timing::try_from(timing).ok();
            let connection = Answers { gate: Some(gate), timing, ..Answers::default() };
            remarks(&Reflection { connection, ..Reflection::new(on("2026-11-24")) })
        };
        assert_eq!(said(Gate::Yes, 0), [Remark::Withdrawal]);
        assert_eq!(said(Gate::Yes, 1), []);
        assert_eq!(said(Gate::Yes, 9), []);
        assert_eq!(said(Gate::No, 0), []);
    }
}
