//! The neutral shape: what was found in a file, before anything is made of it.

use crate::diary::FeelingId;
use crate::rating::{Level, Mood, SleepHours};
use crate::text::Name;
use crate::time::{Day, Offset, TimeOfDay, Zone};

use super::{MAX_MOMENTS, MAX_MOODS, MAX_PEOPLE, MAX_TAGS};

/// Where a diary comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum App {
    /// Daylio, its table or its backup.
    Daylio,
    /// Day One.
    DayOne,
    /// Journey.
    Journey,
    /// `MoodTracker`.
    MoodTracker,
    /// Nomie 4, 5 or 6.
    Nomie,
    /// How We Feel.
    HowWeFeel,
    /// Bearable.
    Bearable,
    /// Mini Diary, and Mini Diarium after it.
    MiniDiary,
    /// jrnl.
    Jrnl,
    /// Daily You.
    DailyYou,
    /// Pixels.
    Pixels,
    /// A table that the person explained.
    Table,
}

impl App {
    /// The word that ids are made with. It never changes.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Daylio => "daylio",
            Self::DayOne => "day-one",
            Self::Journey => "journey",
            Self::MoodTracker => "mood-tracker",
            Self::Nomie => "nomie",
            Self::HowWeFeel => "how-we-feel",
            Self::Bearable => "bearable",
            Self::MiniDiary => "mini-diary",
            Self::Jrnl => "jrnl",
            Self::DailyYou => "daily-you",
            Self::Pixels => "pixels",
            Self::Table => "table",
        }
    }
}

/// When something was, as the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// By the calendar and the clock on the wall, which decide where it stands.
    Local {
        /// The day.
        day: Day,
        /// The time; none where only the day is known.
        time: Option<TimeOfDay>,
        /// How far the clock was from UTC, if the file says so.
        offset: Option<Offset>,
    },
    /// As a moment, of which day and time follow by a zone.
    Instant {
        /// Milliseconds since 1970, UTC.
        ms: u64,
        /// How far the clock was from UTC, if the file says so.
        offset: Option<Offset>,
        /// The name of the time zone, empty if the file does not say.
        zone: Zone,
    },
}

/// One entry of the other app.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// What the app calls it; empty if it has no name of its own.
    pub key: String,
    /// When it was.
    pub at: At,
    /// Which of [`Arrival::moods`], if one was given.
    pub mood: Option<usize>,
    /// Its heading.
    pub title: String,
    /// Its words, as plain text.
    pub text: String,
    /// Tags, activities, contexts, and values by name.
    pub tags: Vec<String>,
    /// Which of [`Arrival::people`] are in it.
    pub people: Vec<usize>,
    /// Feelings whose word is one of ours.
    pub feelings: Vec<FeelingId>,
    /// Whether it is starred.
    pub star: bool,
    /// Hours slept.
    pub sleep: Option<SleepHours>,
    /// How good the sleep was.
    pub sleep_quality: Option<Level>,
    /// How much energy.
    pub energy: Option<Level>,
}

impl Moment {
    /// A moment of which only the time is known.
    pub(super) fn new(at: At) -> Self {
        Self {
            key: String::new(),
            at,
            mood: None,
            title: String::new(),
            text: String::new(),
            tags: Vec::new(),
            people: Vec::new(),
            feelings: Vec::new(),
            star: false,
            sleep: None,
            sleep_quality: None,
            energy: None,
        }
    }

    /// Adds a tag that has something in it, at most 100 characters of it.
    pub(super) fn tag(&mut self, tag: &str) {
        let tag: String = tag.trim().chars().take(100).collect();
        if !tag.is_empty() {
            self.tags.push(tag);
        }
    }

    /// Adds the words of a further field below the others.
    pub(super) fn add_text(&mut self, text: &str) {
        let text = text.trim();
        if !self.text.is_empty() && !text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.text.push_str(text);
    }

    /// Whether nothing is in it but its time.
    fn is_bare(&self) -> bool {
        self.mood.is_none()
            && self.title.is_empty()
            && self.text.is_empty()
            && self.tags.is_empty()
            && self.people.is_empty()
            && self.feelings.is_empty()
            && self.sleep.is_none()
            && self.sleep_quality.is_none()
            && self.energy.is_none()
    }
}

/// A mood as the other app calls it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoodSeen {
    /// Its word or number there.
    pub label: String,
    /// The mood that it is taken for unless the person says otherwise; none where only they know.
    pub suggested: Option<Mood>,
    /// In how many entries it is.
    pub n: usize,
}

/// Somebody who may become one of the people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What they are called there.
    pub name: Name,
    /// In how many entries they are.
    pub n: usize,
}

/// What is not taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Pictures, recordings, films.
    Media,
    /// Where something was written, and coordinates.
    Places,
    /// The weather.
    Weather,
    /// Settings, reminders and a PIN.
    Settings,
    /// Goals and templates.
    Goals,
    /// Steps, weights, runs and other numbers.
    Numbers,
    /// Columns of a table.
    Columns,
    /// Other files of the archive.
    Files,
    /// Tags and people beyond the limits.
    Beyond,
    /// Parts of a text that is longer than an entry holds.
    Cut,
    /// Entries that are in the file twice.
    Twice,
}

/// Why an entry cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It has no day, or one that does not exist.
    NoDay,
    /// Nothing is in it that could be kept.
    Nothing,
}

/// An entry that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bad {
    /// Its line in a table, else which entry it is, from 1.
    pub place: usize,
    /// Why.
    pub why: Why,
}

/// How many bad entries are listed; the rest is only counted.
const MAX_BAD: usize = 100;

/// A diary of another app, read and counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// Where it comes from.
    pub app: App,
    /// Its entries, in the order of the file.
    pub moments: Vec<Moment>,
    /// Its different moods, in the order in which they came.
    pub moods: Vec<MoodSeen>,
    /// Its different people, in the order in which they came.
    pub people: Vec<Candidate>,
    /// What is not taken over, and how much of it.
    pub left: Vec<(Left, usize)>,
    /// The first entries that cannot be read.
    pub bad: Vec<Bad>,
    /// How many there are of those.
    pub n_bad: usize,
}

impl Arrival {
    /// One with nothing in it yet.
    pub(super) fn new(app: App) -> Self {
        Self {
            app,
            moments: Vec::new(),
            moods: Vec::new(),
            people: Vec::new(),
            left: Vec::new(),
            bad: Vec::new(),
            n_bad: 0,
        }
    }

    /// Gives a moment its mood. Of more than [`MAX_MOODS`] different ones the rest stay words.
    pub(super) fn mood(&mut self, label: &str, suggested: Option<Mood>, moment: &mut Moment) {
        let label: String = label.trim().chars().take(60).collect();
        if label.is_empty() {
            return;
        }
        let nth = match self.moods.iter().position(|mood| mood.label == label) {
            Some(nth) => nth,
            None if self.moods.len() >= MAX_MOODS => return moment.tag(&label),
            None => {
                self.moods.push(MoodSeen { label, suggested, n: 0 });
                self.moods.len() - 1
            }
        };
        moment.mood = Some(nth);
        if let Some(mood) = self.moods.get_mut(nth) {
            mood.n += 1;
        }
    }

    /// Puts somebody into a moment.
    pub(super) fn person(&mut self, name: &str, moment: &mut Moment) {
        let name = Name::cut(name.trim());
        if !crate::people::is_visible(&name) {
            return;
        }
        let nth = match self.people.iter().position(|other| other.name == name) {
            Some(nth) => nth,
            None if self.people.len() >= MAX_PEOPLE => return self.leave(Left::Beyond, 1),
            None => {
                self.people.push(Candidate { name, n: 0 });
                self.people.len() - 1
            }
        };
        if !moment.people.contains(&nth) {
            moment.people.push(nth);
            if let Some(person) = self.people.get_mut(nth) {
                person.n += 1;
            }
        }
    }

    /// Counts what is not taken over.
    pub(super) fn leave(&mut self, what: Left, n: usize) {
        if n == 0 {
            return;
        }
        match self.left.iter_mut().find(|(other, _)| *other == what) {
            Some((_, count)) => *count += n,
            None => self.left.push((what, n)),
        }
    }

    /// Counts an entry that cannot be read.
    pub(super) fn refuse(&mut self, place: usize, why: Why) {
        self.n_bad += 1;
        if self.bad.len() < MAX_BAD {
            self.bad.push(Bad { place, why });
        }
    }

    /// Takes a moment in, if something is in it.
    pub(super) fn push(&mut self, place: usize, mut moment: Moment) {
        if moment.is_bare() {
            return self.refuse(place, Why::Nothing);
        }
        if moment.tags.len() > MAX_TAGS {
            self.leave(Left::Beyond, moment.tags.len() - MAX_TAGS);
            moment.tags.truncate(MAX_TAGS);
        }
        // In most apps whoever was there is a tag among others. Which ones are people only the
        // person can say; the rest stay words, as they were.
        for tag in std::mem::take(&mut moment.tags) {
            if may_be_name(&tag) && self.people.len() < MAX_PEOPLE {
                self.person(&tag, &mut moment);
            } else {
                moment.tags.push(tag);
            }
        }
        // One more is enough to know that there are too many.
        if self.moments.len() <= MAX_MOMENTS {
            self.moments.push(moment);
        }
    }

    /// Whether there are more entries than are read.
    pub(super) fn is_too_much(&self) -> bool {
        self.moments.len() > MAX_MOMENTS
    }
}

/// Whether a tag could be what somebody is called: not too long, and no reading such as "Sleep: 7".
fn may_be_name(tag: &str) -> bool {
    tag.chars().count() <= 40 && !tag.contains(|it: char| it == ':' || it.is_numeric())
}

/// The mood for a step of a scale: the middle of its share of 0 to 10, such as 1, 3, 5, 7 and 9
/// for five steps. `step` counts from 0, the lowest.
///
/// # Source
/// Our own rule. It takes the lowest step of a coarse scale not for the lowest of a fine one.
pub(super) fn of_steps(step: u8, n_steps: u8) -> Mood {
    Mood::nearest((step * 2 + 1) * 5 / n_steps.max(1))
}
