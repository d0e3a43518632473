//! The worksheets that name a person and what came of them, how things went next to what was
//! expected, and one way to begin where there is a fitting one.

use leptos::prelude::*;
use satkarya_core::content::{self, Sheet};
use satkarya_core::diary::Area;
use satkarya_core::focus;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::people::{Person, Relation, Status};
use satkarya_core::sheet;
use satkarya_core::time::Day;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, names, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::sheet_rows::{SheetRow, SheetRows};
use crate::ui::shown::Shown;

/// What is offered to begin with a person: nothing where a talk could do harm, where what was
/// between the two lies back, or with an animal; about somebody who died only to whoever works on
/// a loss.
fn fitting(person: &Person, journal: &Journal) -> Option<&'static str> {
    let grieves = || {
        focus::current(journal)
            .is_some_and(|it| [Some(it.main), it.second()].contains(&Some(Area::Grief)))
    };
    if person.archived || person.feels_unsafe() || person.relation == Some(Relation::Pet) {
        None
    } else if person.status == Status::Died {
        grieves().then_some("moments")
    } else {
        (!person.is_past()).then_some("words")
    }
}

/// How often it went better, as expected or worse, in one sentence; nothing where nobody said.
fn reviewed(journal: &Journal, person: Id, date: fn(Day) -> String) -> Option<String> {
    let (first, last) = sheet::predicted_between(journal, Some(person))?;
    let found = sheet::predictions(journal, Some(person));
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Some(t(msg::worked_reviews(
        count(found.n()),
        date(first),
        date(last),
        count(found.better),
        count(found.same),
        count(found.worse),
    )))
}

/// The section; nothing where there is neither a worksheet nor a fitting one.
#[component]
pub(super) fn Worked(
    /// Who.
    person: Id,
) -> impl IntoView {
    let app = AppState::expect();
    let rows = Memo::new(move |_| {
        let today = app.today();
        app.journal.with(|journal| {
            let href = |id| Route::Sheet(id).href();
            let row = |(id, it)| SheetRow::of(journal, it, href(id), today, Some(person));
            sheet::about(journal, person).into_iter().map(row).collect::<Vec<_>>()
        })
    });
    let has_rows = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let reviewed = Memo::new(move |_| {
        let date = |day| dates::day(day, DateStyle::Medium);
        app.journal.with(|journal| reviewed(journal, person, date))
    });
    // Somebody of the sample diary goes with it, and would leave a gap in an own worksheet.
    let is_sample = app.is_sample(person);
    let offer: Memo<Option<&'static str>> = Memo::new(move |_| {
        app.journal.with(|journal| {
            let found = journal.person(person).filter(|_| !is_sample)?;
            fitting(found.person, journal)
        })
    });
    let begin = move || {
        let sheet: &'static Sheet = content::sheet(offer.get()?)?;
        let name = app.journal.with(|journal| names::person(person, journal));
        let words = if sheet.id.as_str() == "words" {
            msg::worked_talk(name)
        } else {
            msg::worked_memories(name)
        };
        let begin = move |()| app.begin_sheet_with(sheet, person);
        Some(view! {
            <div>
                <Button tone=Tone::Quiet on_click=Callback::new(begin)>
                    {t(words)}
                </Button>
            </div>
        })
    };
    // Where no talk is offered for somebody who is not safe, the way to be safe is.
    let is_unsafe = Memo::new(move |_| {
        let is_feared = |it: &Person| it.feels_unsafe() && it.status != Status::Died;
        app.journal.with(|it| it.person(person).is_some_and(|it| is_feared(it.person)))
    });
    let safety = move || {
        is_unsafe.get().then(|| {
            view! {
                <p>
                    {t(msg::sheet_safe_first())} " "
                    <a href=Route::Safety(Some(person)).href()>{t(msg::sheet_safe_open())}</a>
                </p>
            }
        })
    };
    view! {
        <Shown when=move || has_rows.get() || offer.get().is_some() || is_unsafe.get()>
            <section class="section stack stack--tight no-print" aria-labelledby="person-worked">
                <h2 id="person-worked">{t(msg::worked_title())}</h2>
                {move || reviewed.get().map(|words| view! { <p class="soft">{words}</p> })}
                <Shown when=move || has_rows.get()>
                    <SheetRows rows />
                </Shown>
                {begin}
                {safety}
            </section>
        </Shown>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::focus::Focus;
    use satkarya_core::people::Safe;
    use satkarya_core::record::{Body, Record};
    use satkarya_core::sheet::{Slot, Worksheet};
    use satkarya_core::stamp::StampClock;
    use satkarya_core::text::Name;

    use super::*;

    fn load(journal: &mut Journal, n: u8, body: Body) -> Id {
        let id = Id::from_bytes([n; 16]);
        let stamp = StampClock::new(1).tick(1_795_483_800_000 + u64::from(n));
        journal.load(Record::new(id, stamp, body));
        id
    }

    #[test]
    fn nothing_is_offered_with_somebody_where_it_does_not_fit() {
        let asha = Person::new(Name::cut("Asha"));
        let mut grieving = Journal::new();
        let day = "2026-11-24".parse().expect("a day");
        load(&mut grieving, 1, Body::Focus(Focus::new(day, Area::Grief, None)));
        let none = Journal::new();
        let cases = [
            ("somebody", asha.clone(), &none, Some("words")),
            ("not safe", Person { safe: Some(Safe::No), ..asha.clone() }, &none, None),
            (
                "not safe, and wants the tools",
                Person { safe: Some(Safe::NotAlways), wants_tools: true, ..asha.clone() },
                &none,
                None,
            ),
            ("put away", Person { archived: true, ..asha.clone() }, &none, None),
            ("out of touch", Person { status: Status::OutOfTouch, ..asha.clone() }, &none, None),
            ("died", Person { status: Status::Died, ..asha.clone() }, &none, None),
            (
                "mourned",
                Person { status: Status::Died, ..asha.clone() },
                &grieving,
                Some("moments"),
            ),
            (
                "died, and was feared",
                Person { status: Status::Died, safe: Some(Safe::No), ..asha.clone() },
                &grieving,
                None,
            ),
            ("an animal", Person { relation: Some(Relation::Pet), ..asha }, &none, None),
        ];
        for (name, person, journal, expected) in &cases {
            assert_eq!(fitting(person, journal), *expected, "{name}");
        }
        println!("what can be begun with a person: {n}/{n}", n = cases.len());
    }

    #[test]
    fn how_it_went_is_counted_with_its_days() {
        let mut journal = Journal::new();
        let asha = load(&mut journal, 1, Body::Person(Person::new(Name::cut("Asha"))));
        let date = |day: Day| day.to_string();
        assert_eq!(reviewed(&journal, asha, date), None);
        for (n, (on, compared)) in
            (2..).zip([("2026-10-03", "better"), ("2026-11-15", "same"), ("2026-11-01", "better")])
        {
            let day = on.parse().expect("a day");
            let mut made = Worksheet::new("after".to_owned().try_into().expect("a sheet"), day);
            made.answers.set_text(Slot::of("with"), &asha.to_string());
            made.answers.set_text(Slot::of("compared"), compared);
            load(&mut journal, n, Body::Sheet(made));
        }
        assert_eq!(
            reviewed(&journal, asha, date).expect("a sentence"),
            "In 3 notes on how it went, 2026-10-03 to 2026-11-15: better than you expected \
             2 times, as you expected 1 time, worse 0 times."
        );
    }
}
