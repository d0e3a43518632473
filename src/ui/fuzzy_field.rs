//! A date as exactly as somebody knows it: a day, a month, a season or only a year.
//!
//! Role: one `group` of native lists and fields. Name: the legend. Keys: from the browser; Clear is
//! a button and leaves the focus on the group.
//! What is half given changes nothing, and one line says what is still wanted.
//! Days to come are as good as days that were, as far as the last year that is given.

use leptos::{html, prelude::*};
use satkarya_core::time::{Day, FuzzyDay, Half, SeasonName};

use super::button::{Button, Tone};
use super::chips::Choice;
use super::date_field::DateField;
use super::fuzzy_draft::{Draft, Exactness, Wanted};
use super::select::Select;
use super::shown::Shown;
use super::text_field::TextField;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, labels, msg, t};

/// A date that is being given.
#[derive(Clone, Copy)]
struct Asking {
    value: Signal<Option<FuzzyDay>>,
    on_change: Callback<Option<FuzzyDay>>,
    half: Half,
    last_year: i32,
    draft: Memo<Draft>,
    /// What stands in the fields, and what is known while it does.
    typed: RwSignal<Option<(Option<FuzzyDay>, Draft)>>,
}

impl Asking {
    fn new(
        value: Signal<Option<FuzzyDay>>,
        on_change: Callback<Option<FuzzyDay>>,
        usual: Exactness,
        half: Half,
        last_year: i32,
    ) -> Self {
        let typed = RwSignal::new(None::<(Option<FuzzyDay>, Draft)>);
        // Once it is undone, refused or changed elsewhere, the fields show what is known.
        let draft = Memo::new(move |_| match (typed.get(), value.get()) {
            (Some((known, draft)), value) if known == value => draft,
            (Some((_, draft)), value) => Draft::new(value, draft.exactness(), half),
            (None, value) => Draft::new(value, usual, half),
        });
        Self { value, on_change, half, last_year, draft, typed }
    }

    /// The date that the fields give, if it is not too far ahead; what is known already fits.
    fn read(self, draft: &Draft) -> Result<FuzzyDay, Wanted> {
        let last = self.last_year;
        draft.read().and_then(|it| {
            let is_known = self.value.get_untracked() == Some(it);
            if is_known || it.earliest().year() <= last { Ok(it) } else { Err(Wanted::Until(last)) }
        })
    }

    /// Changes the fields. Half a date, or none while it is written anew, takes nothing away:
    /// [`Asking::clear`] does.
    fn change(self, act: impl FnOnce(&mut Draft)) {
        let mut draft = self.draft.get_untracked();
        act(&mut draft);
        let before = self.value.get_untracked();
        let known = self.read(&draft).ok().or(before);
        self.typed.set(Some((known, draft)));
        if known != before {
            self.on_change.run(known);
        }
    }

    fn clear(self) {
        let exactness = self.draft.with_untracked(Draft::exactness);
        self.typed.set(Some((None, Draft::new(None, exactness, self.half))));
        // What was only half given was never known.
        if self.value.with_untracked(Option::is_some) {
            self.on_change.run(None);
        }
    }

    fn is_given(self) -> bool {
        self.value.get().is_some() || self.draft.with(|it| !it.is_empty())
    }
}

/// Asks for a date.
#[component]
pub fn FuzzyField(
    /// The question; the name of the group.
    #[prop(into)]
    legend: Signal<String>,
    /// What is known.
    #[prop(into)]
    value: Signal<Option<FuzzyDay>>,
    /// Gives the new date, and nothing when it was cleared.
    #[prop(into)]
    on_change: Callback<Option<FuzzyDay>>,
    /// One sentence of help.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is asked for first.
    #[prop(default = Exactness::Month)]
    usual: Exactness,
    /// Which months the words for seasons mean where the person lives.
    #[prop(default = Half::North)]
    half: Half,
    /// The last year that fits. The first is 1900.
    last_year: i32,
) -> impl IntoView {
    let asking = Asking::new(value, on_change, usual, half, last_year);
    let group = NodeRef::<html::Fieldset>::new();
    let exactness = Memo::new(move |_| asking.draft.with(Draft::exactness));
    let clear = move |()| {
        asking.clear();
        if let Some(group) = group.get_untracked() {
            // The button goes; a group that cannot take the focus loses nothing.
            drop(group.focus());
        }
    };
    let words = move || said(asking.draft.with(|it| asking.read(it)), value.get());
    view! {
        <fieldset class="fuzzy" node_ref=group tabindex="-1">
            <legend class="field__label">{move || legend.get()}</legend>
            {move || hint.get().map(|text| view! { <p class="field__hint">{text}</p> })}
            <div class="fuzzy__row">
                <Select
                    label=t(msg::fuzzy_how())
                    choices=exactness_choices()
                    chosen=Signal::derive(move || exactness.get().word().to_owned())
                    on_choose=Callback::new(move |word: String| {
                        if let Some(chosen) = Exactness::ALL.into_iter().find(|it| it.word() == word) {
                            asking.change(|draft| draft.turn(chosen));
                        }
                    })
                />
                {move || fields(asking, exactness.get())}
            </div>
            <div class="fuzzy__end">
                <p class="soft small" role="status">
                    {move || asking.is_given().then(words).flatten()}
                </p>
                <Shown when=move || asking.is_given()>
                    <Button tone=Tone::Quiet on_click=Callback::new(clear)>
                        {t(msg::fuzzy_clear())}
                    </Button>
                </Shown>
            </div>
        </fieldset>
    }
}

/// The fields of a date that is known so exactly.
fn fields(asking: Asking, exactness: Exactness) -> AnyView {
    let draft = asking.draft;
    let part = match exactness {
        Exactness::Day => {
            return view! {
                <DateField
                    label=t(msg::fuzzy_day())
                    value=Signal::derive(move || draft.with(|it| it.day().to_owned()))
                    on_change=Callback::new(move |day| asking.change(|it| it.set_day(day)))
                />
            }
            .into_any();
        }
        Exactness::Month => Some((msg::fuzzy_month(), month_choices())),
        Exactness::Season => Some((msg::fuzzy_season(), season_choices())),
        Exactness::Year => None,
    };
    let part = part.map(|(label, choices)| {
        view! {
            <Select
                label=t(label)
                choices
                chosen=Signal::derive(move || draft.with(Draft::part))
                on_choose=Callback::new(move |part: String| asking.change(|it| it.set_part(&part)))
            />
        }
    });
    // The year is judged when it is left, not while it is typed.
    let is_left = RwSignal::new(false);
    let error = move || {
        let is_bad = is_left.get() && draft.with(Draft::has_bad_year);
        is_bad.then(|| t(msg::fuzzy_year_bad()))
    };
    let type_in = move |year: String| {
        is_left.set(false);
        asking.change(|it| it.set_year(year));
    };
    view! {
        {part}
        <div on:change=move |_| is_left.set(true)>
            <TextField
                label=t(msg::fuzzy_year())
                value=Signal::derive(move || draft.with(|it| it.year().to_owned()))
                on_input=Callback::new(type_in)
                error=Signal::derive(error)
                keys="numeric"
                max_length=4
            />
        </div>
    }
    .into_any()
}

/// What is still wanted, or which months a season means.
fn said(read: Result<FuzzyDay, Wanted>, value: Option<FuzzyDay>) -> Option<String> {
    match (read, value) {
        (Err(wanted), None) => Some(t(ask(wanted))),
        (Err(wanted), Some(value)) => {
            Some(t(msg::fuzzy_until(t(ask(wanted)), dates::fuzzy(value))))
        }
        (Ok(FuzzyDay::Season(season)), _) => {
            let (first, last) = season.months();
            let month = |month| dates::month(month, DateStyle::Month);
            Some(t(msg::fuzzy_counted(month(first), month(last))))
        }
        (Ok(_), _) => None,
    }
}

/// What to do about what is wanted.
fn ask(wanted: Wanted) -> Msg {
    match wanted {
        Wanted::Day => msg::fuzzy_wants_day(),
        Wanted::Month => msg::fuzzy_wants_month(),
        Wanted::Season => msg::fuzzy_wants_season(),
        Wanted::Year => msg::fuzzy_wants_year(),
        Wanted::Until(last) => msg::fuzzy_wants_near(last.to_string()),
    }
}

fn exactness_choices() -> Vec<Choice> {
    let choice = |it: Exactness| Choice::new(it.word(), t(label(it)));
    Exactness::ALL.into_iter().map(choice).collect()
}

fn label(exactness: Exactness) -> Msg {
    match exactness {
        Exactness::Day => msg::fuzzy_how_day(),
        Exactness::Month => msg::fuzzy_how_month(),
        Exactness::Season => msg::fuzzy_how_season(),
        Exactness::Year => msg::fuzzy_how_year(),
    }
}

/// The twelve months by their number, below a line for none.
fn month_choices() -> Vec<Choice> {
    let months = Day::FIRST.month();
    let month = |n: i32| {
        let name = dates::month(months.plus_months(n)?, DateStyle::MonthName);
        Some(Choice::new((n + 1).to_string(), name))
    };
    [Choice::new("", "–")].into_iter().chain((0..12).filter_map(month)).collect()
}

/// The four seasons by their place, below a line for none.
fn season_choices() -> Vec<Choice> {
    let season = |(name, n): (_, usize)| Choice::new(n.to_string(), t(labels::season(name)));
    let seasons = SeasonName::ALL.into_iter().zip(1..);
    [Choice::new("", "–")].into_iter().chain(seasons.map(season)).collect()
}

#[cfg(test)]
mod tests {
    use leptos::reactive::owner::Owner;

    use super::*;

    #[test]
    fn clearing_what_was_half_given_takes_nothing_away() {
        Owner::new().with(|| {
            let known = RwSignal::new(None);
            let n_told = RwSignal::new(0);
            let tell = Callback::new(move |date| {
                n_told.update(|n| *n += 1);
                known.set(date);
            });
            let asking = Asking::new(known.into(), tell, Exactness::Month, Half::North, 2027);
            asking.change(|it| it.set_part("5"));
            asking.clear();
            assert_eq!((n_told.get_untracked(), known.get_untracked()), (0, None));
            assert!(asking.draft.get_untracked().is_empty());
            asking.change(|it| it.set_part("5"));
            asking.change(|it| it.set_year("2024".to_owned()));
            assert_eq!(
                (n_told.get_untracked(), known.get_untracked()),
                (1, "2024-05".parse().ok())
            );
            asking.clear();
            assert_eq!((n_told.get_untracked(), known.get_untracked()), (2, None));
            assert!(asking.draft.get_untracked().is_empty());
        });
    }

    #[test]
    fn a_year_that_cannot_be_takes_nothing_and_stays_in_its_field() {
        Owner::new().with(|| {
            let known = RwSignal::new("2024".parse().ok());
            let tell = Callback::new(move |date| known.set(date));
            let asking = Asking::new(known.into(), tell, Exactness::Year, Half::North, 2027);
            let given = |year: &str| {
                asking.change(|it| it.set_year(year.to_owned()));
                assert_eq!(asking.draft.with_untracked(|it| it.year().to_owned()), year);
                let said = asking.draft.with_untracked(|it| asking.read(it));
                (known.get_untracked(), said.err())
            };
            for (year, wanted) in [
                ("2028", Wanted::Until(2027)),
                ("9999", Wanted::Until(2027)),
                ("1899", Wanted::Year),
                ("202", Wanted::Year),
                ("20244", Wanted::Year),
            ] {
                assert_eq!(given(year), ("2024".parse().ok(), Some(wanted)), "{year}");
            }
            for year in ["1900", "2027"] {
                assert_eq!(given(year), (year.parse().ok(), None), "{year}");
            }
        });
    }
}
