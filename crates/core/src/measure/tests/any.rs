//! What may never make a difference, whatever was filled in.

use proptest::prelude::*;

use super::*;
use crate::course::{Course, Mode};

/// One time that a measure was filled in, of either measure, on one of few days so that some share one.
fn any_filled() -> impl Strategy<Value = Filled> {
    let answers = prop::collection::vec(prop::option::weighted(0.95, 0..4_u8), 9);
    (0..2_usize, 0..12_i64, answers, prop::bool::weighted(0.8), prop::bool::weighted(0.2)).prop_map(
        |(nth, days, answers, is_ended, anew)| {
            let measure = &content::measures()[nth];
            let day = day("2026-11-10").plus_days(days * 3).expect("a day");
            let mut it = Filled { ended: is_ended, anew, ..Filled::new(measure.id.clone(), day) };
            for (item, value) in measure.items.iter().zip(answers) {
                it.answers.set(&item.id, value);
            }
            it
        },
    )
}

/// All that is said of a journal.
fn everything(journal: &Journal) -> Vec<String> {
    let mut all = Vec::new();
    for measure in content::measures() {
        let history = history(journal, measure);
        let totals: Vec<_> = history.iter().map(|it| (it.id(), it.day(), it.total)).collect();
        let said: Vec<_> = journal.records().map(|it| lines(journal, measure, it.id)).collect();
        all.push(format!("{totals:?} {:?} {said:?}", baseline(journal, &history)));
    }
    all.push(format!("{:?}", latest_totals(journal, content::measures(), Day::LAST)));
    all
}

proptest! {
    #![proptest_config(proptest::test_runner::Config {
        cases: 200,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn the_order_in_which_records_come_changes_nothing(
        all in prop::collection::vec(any_filled(), 0..12),
        has_course in any::<bool>(),
    ) {
        let mut records: Vec<Record> = (1..)
            .zip(all)
            .map(|(n, it)| Record::new(id(n), stamp(n.into()), Body::Filled(it)))
            .collect();
        if has_course {
            let course = Body::Course(Course::new(Mode::InIpt));
            records.push(Record::new(id(200), stamp(6), course));
        }
        let read = |records: &[Record]| {
            let mut journal = Journal::new();
            for it in records {
                journal.load(it.clone());
            }
            everything(&journal)
        };
        let forwards = read(&records);
        records.reverse();
        prop_assert_eq!(&forwards, &read(&records));
        let half = records.len() / 2;
        records.rotate_left(half);
        prop_assert_eq!(&forwards, &read(&records));
    }

    #[test]
    fn what_was_not_finished_changes_no_total_line_or_baseline(
        all in prop::collection::vec(any_filled(), 0..12),
    ) {
        let is_complete = |it: &Filled| it.state(it.asked().expect("in the guide")) == State::Complete;
        let (mut with, mut without) = (Journal::new(), Journal::new());
        for (n, it) in (1..).zip(all) {
            if is_complete(&it) {
                load(&mut without, n, it.clone());
            }
            load(&mut with, n, it);
        }
        for measure in content::measures() {
            let [ours, theirs] = [&with, &without].map(|journal| history(journal, measure));
            let told = |all: &[Complete<'_>]| -> Vec<_> {
                all.iter().map(|it| (it.id(), it.total)).collect()
            };
            prop_assert_eq!(told(&ours), told(&theirs));
            prop_assert_eq!(baseline(&with, &ours), baseline(&without, &theirs));
            // By day, and of one day by making: no total is lost to another of its day.
            prop_assert!(ours.is_sorted_by_key(|it| (it.day(), it.record.created)));
            for it in &ours {
                prop_assert_eq!(
                    lines(&with, measure, it.id()),
                    lines(&without, measure, it.id())
                );
            }
        }
    }

    #[test]
    fn answers_come_back_from_json_and_are_one_number_each(filled in any_filled()) {
        let json = serde_json::to_string(&filled).expect("json");
        prop_assert_eq!(serde_json::from_str::<Filled>(&json).expect("read"), filled.clone());
        prop_assert!(!json.contains("null") && !json.contains("total"));
        let measure = filled.asked().expect("in the guide");
        let sum = measure.items.iter().map(|it| filled.answers.get(it.id.as_str()).map(u16::from));
        let sum: Option<Vec<u16>> = sum.collect();
        prop_assert_eq!(filled.total(measure), sum.map(|all| all.iter().sum()));
    }
}
