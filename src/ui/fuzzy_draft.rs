//! A date while it is being given: what stands in the fields, and what they mean together.

use satkarya_core::time::{FuzzyDay, Half, Month, Season, SeasonName, Year};

/// How exactly a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exactness {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the season.
    Season,
    /// To the year.
    Year,
}

impl Exactness {
    /// All of them, the most exact first.
    pub const ALL: [Self; 4] = [Self::Day, Self::Month, Self::Season, Self::Year];

    /// Its name in the list.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Season => "season",
            Self::Year => "year",
        }
    }

    fn of(date: FuzzyDay) -> Self {
        match date {
            FuzzyDay::Day(_) => Self::Day,
            FuzzyDay::Month(_) => Self::Month,
            FuzzyDay::Season(_) => Self::Season,
            FuzzyDay::Year(_) => Self::Year,
        }
    }
}

/// Why what stands in the fields is no date yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The day is half typed.
    Day,
    /// The month is not chosen.
    Month,
    /// The season is not chosen.
    Season,
    /// The year is empty, or what stands there is none.
    Year,
}

/// What stands in the fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    /// How exactly a date is being given.
    pub(super) exactness: Exactness,
    /// `YYYY-MM-DD`, or empty.
    pub(super) day: String,
    /// The year as it is typed.
    pub(super) year: String,
    month: Option<u32>,
    season: Option<SeasonName>,
    half: Half,
}

impl Draft {
    /// The fields of a date, or empty ones.
    pub(super) fn new(date: Option<FuzzyDay>, usual: Exactness, half: Half) -> Self {
        let mut draft = Self {
            exactness: date.map_or(usual, Exactness::of),
            day: String::new(),
            year: date.map(|it| it.year().to_string()).unwrap_or_default(),
            month: None,
            season: None,
            half,
        };
        match date {
            Some(FuzzyDay::Day(day)) => draft.day = day.to_string(),
            Some(FuzzyDay::Month(month)) => draft.month = Some(month.number()),
            Some(FuzzyDay::Season(season)) => {
                draft.season = Some(season.name);
                // What was meant elsewhere stays as it was meant.
                draft.half = season.half;
            }
            Some(FuzzyDay::Year(_)) | None => {}
        }
        draft
    }

    /// Whether nothing was given.
    pub(super) fn is_empty(&self) -> bool {
        self.day.is_empty() && self.year.trim().is_empty() && self.part().is_empty()
    }

    /// Whether what stands in place of the year is none.
    pub(super) fn has_bad_year(&self) -> bool {
        let typed = self.year.trim();
        !typed.is_empty() && typed.parse::<Year>().is_err()
    }

    /// The date that the fields give together.
    ///
    /// # Errors
    /// [`Wanted`] where something is still missing.
    pub(super) fn read(&self) -> Result<FuzzyDay, Wanted> {
        if self.exactness == Exactness::Day {
            return self.day.parse().map(FuzzyDay::Day).map_err(|_| Wanted::Day);
        }
        let year = || self.year.trim().parse::<Year>().map_err(|_| Wanted::Year);
        match self.exactness {
            Exactness::Month => {
                let n = self.month.ok_or(Wanted::Month)?;
                Month::new(year()?.get(), n).map(FuzzyDay::Month).map_err(|_| Wanted::Month)
            }
            Exactness::Season => {
                let name = self.season.ok_or(Wanted::Season)?;
                Ok(FuzzyDay::Season(Season { year: year()?, name, half: self.half }))
            }
            Exactness::Day | Exactness::Year => year().map(FuzzyDay::Year),
        }
    }

    /// Asks more or less exactly. What is known already is carried over as far as it goes.
    pub(super) fn turn(&mut self, exactness: Exactness) {
        if let Ok(FuzzyDay::Day(day)) = self.read() {
            self.year = day.year().to_string();
            self.month = Some(day.month().number());
        }
        if exactness == Exactness::Season
            && self.season.is_none()
            && let Some(month) = self.known_month()
            && let Some(season) = Season::of(month, self.half)
        {
            self.season = Some(season.name);
            self.year = season.year.to_string();
        }
        self.exactness = exactness;
    }

    fn known_month(&self) -> Option<Month> {
        Month::new(self.year.trim().parse::<Year>().ok()?.get(), self.month?).ok()
    }

    /// The value of the list of months or of seasons.
    pub(super) fn part(&self) -> String {
        let part = match self.exactness {
            Exactness::Month => self.month.map(|n| n.to_string()),
            Exactness::Season => {
                let place = SeasonName::ALL.iter().position(|it| Some(*it) == self.season);
                place.map(|n| (n + 1).to_string())
            }
            Exactness::Day | Exactness::Year => None,
        };
        part.unwrap_or_default()
    }

    /// Takes the value of the list of months or of seasons.
    pub(super) fn set_part(&mut self, part: &str) {
        let n: Option<u32> = part.parse().ok();
        match self.exactness {
            Exactness::Month => self.month = n,
            Exactness::Season => {
                self.season = SeasonName::ALL
                    .into_iter()
                    .zip(1..)
                    .find_map(|(name, place)| (Some(place) == n).then_some(name));
            }
            Exactness::Day | Exactness::Year => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(date: &str) -> Draft {
        Draft::new(date.parse().ok(), Exactness::Month, Half::North)
    }

    #[test]
    fn the_fields_of_a_date_give_it_back() {
        for text in ["2024-05-17", "2024-05", "2024-spring", "2024-winter-south", "2024"] {
            assert_eq!(draft(text).read().map(|it| it.to_string()).as_deref(), Ok(text));
            assert!(!draft(text).is_empty());
        }
        assert!(draft("").is_empty());
    }

    #[test]
    fn says_what_is_still_wanted() {
        let mut it = draft("");
        assert_eq!(it.read(), Err(Wanted::Month));
        it.set_part("5");
        assert_eq!(it.read(), Err(Wanted::Year));
        for (typed, expected) in [
            ("20", Err(Wanted::Year)),
            ("1899", Err(Wanted::Year)),
            ("year", Err(Wanted::Year)),
            (" 2024 ", Ok("2024-05")),
            ("2190", Ok("2190-05")),
        ] {
            typed.clone_into(&mut it.year);
            assert_eq!(it.read(), expected.map(|date| date.parse().expect(date)), "{typed}");
        }
        assert!(!it.has_bad_year());
        "20".clone_into(&mut it.year);
        assert!(it.has_bad_year());
        it.set_part("");
        assert_eq!(it.read(), Err(Wanted::Month));
        it.turn(Exactness::Season);
        assert_eq!(it.read(), Err(Wanted::Season));
        "2024-05-".clone_into(&mut it.day);
        it.turn(Exactness::Day);
        assert_eq!(it.read(), Err(Wanted::Day));
    }

    #[test]
    fn what_is_known_is_carried_over_and_nothing_is_made_up() {
        for (from, to, expected) in [
            ("2024-05-17", Exactness::Month, Ok("2024-05")),
            ("2024-05-17", Exactness::Season, Ok("2024-spring")),
            ("2024-01-17", Exactness::Season, Ok("2023-winter")),
            ("2024-12", Exactness::Season, Ok("2024-winter")),
            ("1900-01", Exactness::Season, Err(Wanted::Season)),
            ("2024-05", Exactness::Year, Ok("2024")),
            ("2024-spring", Exactness::Year, Ok("2024")),
            ("2024-spring", Exactness::Month, Err(Wanted::Month)),
            ("2024", Exactness::Month, Err(Wanted::Month)),
            ("2024", Exactness::Day, Err(Wanted::Day)),
        ] {
            let mut it = draft(from);
            it.turn(to);
            assert_eq!(it.read(), expected.map(|date| date.parse().expect(date)), "{from}");
        }
    }
}
