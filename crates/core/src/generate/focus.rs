//! What the invented person works on: two sittings of questions, two choices, a summary and goals.

use super::{Random, Stock, instant};
use crate::diary::Area;
use crate::focus::{Answers, Focus, Formulation, Gate, Goal, Item, Reflection};
use crate::rating::{Much, Nearness, Timing};
use crate::record::{Body, Record};
use crate::stamp::StampClock;
use crate::text::{Answer, Line};
use crate::time::{Day, TimeOfDay};

/// Answers to all questions about an area, about as strong as `most`.
fn answers(random: &mut Random, most: i32) -> Answers {
    let mut much = || {
        let n = random.between(most - 1, most).max(0).unsigned_abs();
        Much::nearest(u8::try_from(n).unwrap_or(Much::MAX))
    };
    let items = Item::ALL.iter().map(|item| (*item, much())).collect();
    let leverage = Some(much());
    Answers { gate: Some(Gate::Yes), items, timing: Timing::try_from(1).ok(), leverage }
}

/// A sitting that was finished.
fn sitting(random: &mut Random, day: Day) -> Body {
    Body::Reflection(Reflection {
        grief: Answers { gate: Some(Gate::No), ..Answers::default() },
        dispute: answers(random, 3),
        change: answers(random, 2),
        connection: answers(random, 1),
        done: true,
        ..Reflection::new(day)
    })
}

/// All of it, in the last weeks until `last`.
pub(super) fn focus(
    stock: &Stock,
    random: &mut Random,
    clock: &mut StampClock,
    last: Day,
) -> Vec<Record> {
    let back = |ago: i64| last.plus_days(-ago).unwrap_or(last);
    let mut bodies = vec![
        sitting(random, back(28)),
        Body::Focus(Focus::new(back(27), Area::Change, None)),
        sitting(random, back(14)),
        Body::Focus(Focus::new(back(13), Area::Dispute, Some(Area::Change))),
        Body::Formulation(Formulation {
            context: Answer::cut(&stock.piece(random, true)),
            when: Line::cut(&stock.piece(random, true)),
            strengths: Answer::cut(&stock.piece(random, true)),
            ..Formulation::new(back(12))
        }),
    ];
    for weeks in [4, 3] {
        let mut goal = Goal::new(back(12));
        goal.text = Line::cut(&stock.piece(random, true));
        for week in (0..weeks).rev() {
            let near = u8::try_from(random.between(2, 8)).ok();
            goal.rate(back(7 * week), near.map(Nearness::nearest));
        }
        bodies.push(Body::Goal(goal));
    }
    let mut record = |body| {
        let stamp = clock.tick(instant(last, TimeOfDay::NOON));
        Record::new(random.id(), stamp, body)
    };
    bodies.into_iter().map(&mut record).collect()
}
