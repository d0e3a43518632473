//! How things went next to what was expected: counts from the worksheets that say so.

use leptos::prelude::*;
use satkarya_core::journal::Journal;
use satkarya_core::sheet::{Prediction, predicted_between, predictions};
use satkarya_core::time::Day;

use super::card::{Card, Finding};
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::state::AppState;
use crate::ui::count_table::{CountRow, count_table};
use crate::ui::shown::Shown;

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    /// How much there is of what is needed.
    TooFew(String),
    /// The sentence, what it rests on, and the counts.
    Counted(String, String, Vec<CountRow>),
}

/// What can be said; nothing where nothing was ever noted.
fn said(journal: &Journal, date: fn(Day) -> String) -> Option<Said> {
    let (first, last) = predicted_between(journal, None)?;
    let found = predictions(journal, None);
    let n = i64::try_from(found.n()).unwrap_or(i64::MAX);
    if found.n() < Prediction::LEAST {
        let needed = dates::count(Prediction::LEAST);
        return Some(Said::TooFew(t(msg::predictions_not_enough(dates::count(found.n()), needed))));
    }
    let rows = [
        (msg::predictions_better(), found.better),
        (msg::predictions_same(), found.same),
        (msg::predictions_worse(), found.worse),
    ];
    Some(Said::Counted(
        t(msg::predictions_said(dates::count(found.better), dates::count(found.n()))),
        t(msg::predictions_rests_on(date(first), date(last), n)),
        rows.map(|(name, n)| CountRow::new(t(name), n)).to_vec(),
    ))
}

/// The card; nothing for whoever never noted how something went.
#[component]
pub(super) fn PredictionCard() -> impl IntoView {
    let app = AppState::expect();
    let found = Memo::new(move |_| {
        app.journal.with(|journal| said(journal, |day| dates::day(day, DateStyle::Medium)))
    });
    view! {
        <Shown when=move || found.with(Option::is_some)>
            <Card finding=Finding::Predictions>
                {move || found.get().map(shown)}
            </Card>
        </Shown>
    }
}

fn shown(said: Said) -> AnyView {
    match said {
        Said::TooFew(words) => view! {
            <p>{words}</p>
            <p class="soft small">{t(msg::predictions_not_enough_hint())}</p>
        }
        .into_any(),
        Said::Counted(sentence, rests_on, rows) => {
            let n = rows.len();
            view! {
                <p>{sentence}</p>
                <p class="soft small">{rests_on}</p>
                {count_table(Signal::stored(rows), n, |_| t(msg::common_show_all()))}
            }
            .into_any()
        }
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::id::Id;
    use satkarya_core::record::{Body, Record};
    use satkarya_core::sheet::{Slot, Worksheet};
    use satkarya_core::stamp::StampClock;

    use super::*;

    #[test]
    fn below_five_there_is_no_number_but_how_many_there_are() {
        let mut journal = Journal::new();
        let said = |journal: &Journal| said(journal, |day| day.to_string());
        assert_eq!(said(&journal), None);
        let noted = ["better", "same", "better", "worse", "better", "better"];
        for (n, compared) in (1_u8..).zip(noted) {
            let name = if n == 2 { "contact" } else { "after" };
            let day = "2026-11-24".parse().expect("a day");
            let mut made = Worksheet::new(name.to_owned().try_into().expect("a sheet"), day);
            made.answers.set_text(Slot::of("compared"), compared);
            let stamp = StampClock::new(1).tick(1_795_483_800_000);
            journal.load(Record::new(Id::from_bytes([n; 16]), stamp, Body::Sheet(made)));
            match said(&journal).expect("something is said") {
                Said::TooFew(words) => assert_eq!(words, format!("Not enough yet: {n} of 5")),
                Said::Counted(words, rests_on, rows) => {
                    let (better, same) = if n == 5 { (3, 1) } else { (4, 1) };
                    let sentence =
                        format!("It went better than you expected {better} of {n} times.");
                    assert_eq!(words, sentence);
                    assert!(rests_on.contains(&format!("{n} times")), "{rests_on}");
                    let counts: Vec<usize> = rows.iter().map(|it| it.n).collect();
                    assert_eq!(counts, [better, same, 1]);
                }
            }
            assert_eq!(matches!(said(&journal), Some(Said::TooFew(_))), n < 5);
        }
        println!("numbers of reviews, from none to six, and what is said of them: 7");
    }
}
