//! A date while it is being given: what stands in the fields, and what they mean together.

use satkarya_core::time::{Day, FuzzyDay, Half, Month, Season, SeasonName, Year};

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
    /// The year is later than this one, the last that fits.
    Until(i32),
}

/// What stands in the fields.
///
/// The fields that show are what somebody says. Those that do not show hold what was said in them
/// before or what follows from the others, and nothing that no longer agrees with what shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    /// How exactly a date is being given.
    exactness: Exactness,
    /// `YYYY-MM-DD`, or empty.
    day: String,
    /// The year of the calendar as it is typed.
    year: String,
    month: Option<u32>,
    /// The year in which the season begins. That of a January is the year before.
    season_year: String,
    season: Option<SeasonName>,
    half: Half,
}

impl Draft {
    /// The fields of a date, or empty ones.
    pub(super) fn new(date: Option<FuzzyDay>, usual: Exactness, half: Half) -> Self {
        let mut draft = Self {
            exactness: date.map_or(usual, Exactness::of),
            day: String::new(),
            year: String::new(),
            month: None,
            season_year: String::new(),
            season: None,
            half,
        };
        match date {
            Some(FuzzyDay::Day(day)) => draft.day = day.to_string(),
            Some(FuzzyDay::Month(month)) => draft.set_calendar(Some(month)),
            Some(FuzzyDay::Season(season)) => {
                draft.season = Some(season.name);
                draft.season_year = season.year.to_string();
                // What was meant elsewhere stays as it was meant.
                draft.half = season.half;
            }
            Some(FuzzyDay::Year(year)) => draft.year = year.to_string(),
            None => {}
        }
        draft.follow();
        draft
    }

    /// How exactly a date is being given.
    pub(super) fn exactness(&self) -> Exactness {
        self.exactness
    }

    /// What stands in the field of the day.
    pub(super) fn day(&self) -> &str {
        &self.day
    }

    /// What stands in the field of the year.
    pub(super) fn year(&self) -> &str {
        if self.exactness == Exactness::Season { &self.season_year } else { &self.year }
    }

    /// Whether nothing was given.
    pub(super) fn is_empty(&self) -> bool {
        let texts = [&self.day, &self.year, &self.season_year];
        texts.iter().all(|it| it.trim().is_empty()) && self.month.is_none() && self.season.is_none()
    }

    /// Whether what stands in place of the year is none.
    pub(super) fn has_bad_year(&self) -> bool {
        let typed = self.year().trim();
        !typed.is_empty() && typed.parse::<Year>().is_err()
    }

    /// The date that the fields give together.
    ///
    /// # Errors
    /// [`Wanted`] where something is still missing.
    pub(super) fn read(&self) -> Result<FuzzyDay, Wanted> {
        let year = || self.year().trim().parse::<Year>().map_err(|_| Wanted::Year);
        match self.exactness {
            Exactness::Day => self.day.parse().map(FuzzyDay::Day).map_err(|_| Wanted::Day),
            Exactness::Month => {
                let n = self.month.ok_or(Wanted::Month)?;
                Month::new(year()?.get(), n).map(FuzzyDay::Month).map_err(|_| Wanted::Month)
            }
            Exactness::Season => {
                let name = self.season.ok_or(Wanted::Season)?;
                Ok(FuzzyDay::Season(Season { year: year()?, name, half: self.half }))
            }
            Exactness::Year => year().map(FuzzyDay::Year),
        }
    }

    /// Asks more or less exactly. What is known already is carried over as far as it goes.
    pub(super) fn turn(&mut self, exactness: Exactness) {
        self.exactness = exactness;
    }

    /// Takes what stands in the field of the day.
    pub(super) fn set_day(&mut self, day: String) {
        self.edit(|it| it.day = day);
    }

    /// Takes what stands in the field of the year.
    pub(super) fn set_year(&mut self, year: String) {
        self.edit(|it| match it.exactness {
            Exactness::Season => it.season_year = year,
            Exactness::Day | Exactness::Month | Exactness::Year => it.year = year,
        });
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
        self.edit(|it| match it.exactness {
            Exactness::Month => it.month = n,
            Exactness::Season => {
                it.season = SeasonName::ALL
                    .into_iter()
                    .zip(1..)
                    .find_map(|(name, place)| (Some(place) == n).then_some(name));
            }
            Exactness::Day | Exactness::Year => {}
        });
    }

    /// Changes a field that shows. A field that is left as it was changes nothing.
    fn edit(&mut self, act: impl FnOnce(&mut Self)) {
        let before = self.clone();
        act(self);
        if *self != before {
            self.follow();
        }
    }

    /// Brings the fields that do not show in line with those that do.
    fn follow(&mut self) {
        match self.exactness {
            Exactness::Day => {
                self.set_calendar(self.known_day().map(Day::month));
                self.season_follows();
            }
            Exactness::Month => {
                if self.known_month().is_none()
                    || self.known_day().map(Day::month) != self.known_month()
                {
                    self.day.clear();
                }
                self.season_follows();
            }
            Exactness::Season => {
                let season = self.read().ok();
                let of_month = self.known_month().and_then(|it| Season::of(it, self.half));
                if season.is_none() || of_month.map(FuzzyDay::Season) != season {
                    self.day.clear();
                    self.month = None;
                    self.year = self.year_of_season();
                }
            }
            Exactness::Year => {
                self.day.clear();
                self.month = None;
                self.season_follows();
            }
        }
    }

    /// The season of the month. Without a month only the year is known, and no season.
    fn season_follows(&mut self) {
        let season = self.known_month().and_then(|it| Season::of(it, self.half));
        self.season = season.map(|it| it.name);
        self.season_year = match (season, self.month) {
            (Some(season), _) => season.year.to_string(),
            (None, Some(_)) => String::new(),
            (None, None) => self.year.clone(),
        };
    }

    /// The year of the calendar that a season leaves no doubt about: none of one over two years.
    fn year_of_season(&self) -> String {
        let is_one = match self.read() {
            Ok(FuzzyDay::Season(season)) => {
                let (first, last) = season.months();
                first.year() == last.year()
            }
            _ => self.season.is_none(),
        };
        if is_one { self.season_year.clone() } else { String::new() }
    }

    fn set_calendar(&mut self, month: Option<Month>) {
        self.year = month.map(|it| it.year().to_string()).unwrap_or_default();
        self.month = month.map(Month::number);
    }

    fn known_day(&self) -> Option<Day> {
        self.day.parse().ok()
    }

    fn known_month(&self) -> Option<Month> {
        Month::new(self.year.trim().parse::<Year>().ok()?.get(), self.month?).ok()
    }
}

#[cfg(test)]
mod tests;
