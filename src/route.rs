//! The addresses of the app: a typed value for each place, printed after `#`.
//!
//! An address holds a neutral word and at most the random name of a record. It never holds a
//! date, a name or what somebody was looking for, because the browser keeps it in its history.

use std::fmt;

use satkarya_core::content;
use satkarya_core::id::Id;

/// A part of the settings with a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingsPart {
    /// Theme, text size, movement, language.
    Look,
    /// Panels, prompts, own words, the break from tracking.
    Writing,
    /// Backup files, bringing in, space, installing.
    Keeping,
    /// The passphrase before everything.
    Lock,
    /// What is stored and what leaves the device.
    Privacy,
    /// Keyboard shortcuts.
    Keys,
    /// What the app is and is not.
    About,
}

impl SettingsPart {
    /// Every part, in the order of the settings page.
    pub const ALL: [Self; 7] = [
        Self::Look,
        Self::Writing,
        Self::Keeping,
        Self::Lock,
        Self::Privacy,
        Self::Keys,
        Self::About,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Look => "look",
            Self::Writing => "writing",
            Self::Keeping => "keeping",
            Self::Lock => "lock",
            Self::Privacy => "data",
            Self::Keys => "keys",
            Self::About => "about",
        }
    }
}

/// One of the ways to look back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DiaryView {
    /// Entries by day.
    #[default]
    List,
    /// A calendar of one month.
    Month,
    /// A year in pixels.
    Year,
}

/// A place in the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// Today, with the check-in.
    Today,
    /// The check-in alone: where the shortcut of the installed app leads.
    CheckIn,
    /// The form for a new entry.
    Write,
    /// The diary.
    Diary(DiaryView),
    /// What was deleted in the last thirty days.
    Bin,
    /// One entry.
    Entry(Id),
    /// The form for an entry that exists.
    EntryEdit(Id),
    /// The people.
    People,
    /// The closeness circle.
    Circle,
    /// The questions about all people together.
    Network,
    /// Safety, with somebody or with nobody named.
    Safety(Option<Id>),
    /// One person.
    Person(Id),
    /// The pages about IPT.
    Journey,
    /// One of those pages, by its neutral name in `content/`.
    Article(&'static str),
    /// The plan of the course.
    Plan,
    /// The log of its sessions.
    Sessions,
    /// One session.
    Session(Id),
    /// The timeline.
    Line,
    /// One thing on it.
    LinePart(Id),
    /// What somebody works on.
    Focus,
    /// Before the questions that help to choose it.
    Pinch,
    /// One sitting of them.
    Sitting(Id),
    /// The working summary.
    Summary,
    /// The goals.
    Goals,
    /// One goal.
    Goal(Id),
    /// The worksheets.
    Sheets,
    /// One of them before it is begun, by its neutral name in `content/`.
    SheetKind(&'static str),
    /// A worksheet that was begun.
    Sheet(Id),
    /// Patterns.
    Patterns,
    /// How one is getting along.
    Along,
    /// A page for somebody who helps, seen as it will be printed.
    Report,
    /// The questionnaires.
    Measures,
    /// One of them over time, by its neutral name in `content/`.
    Measure(&'static str),
    /// One time that one was filled in.
    Filled(Id),
    /// What to tell somebody of the totals.
    Told,
    /// A week in words.
    Week,
    /// The days around an event of the timeline, or before one is chosen.
    Around(Option<Id>),
    /// Settings.
    Settings,
    /// One part of the settings.
    SettingsPart(SettingsPart),
    /// Bringing in a diary of another app.
    Arriving,
    /// Copies in a folder.
    Folder,
    /// Old years, here and in files.
    Years,
    /// Support.
    Support,
    /// An address that leads nowhere.
    NotFound,
}

/// One of the five places of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Today.
    Today,
    /// Diary.
    Diary,
    /// People.
    People,
    /// Journey.
    Journey,
    /// Patterns.
    Patterns,
}

impl Place {
    /// The five places in order.
    pub const ALL: [Self; 5] =
        [Self::Today, Self::Diary, Self::People, Self::Journey, Self::Patterns];

    /// Where the place begins.
    pub const fn route(self) -> Route {
        match self {
            Self::Today => Route::Today,
            Self::Diary => Route::Diary(DiaryView::List),
            Self::People => Route::People,
            Self::Journey => Route::Journey,
            Self::Patterns => Route::Patterns,
        }
    }
}

impl Route {
    /// The place of the navigation that this belongs to; none for settings and the doors.
    pub const fn place(self) -> Option<Place> {
        match self {
            Self::Today | Self::CheckIn => Some(Place::Today),
            Self::Write | Self::Diary(_) | Self::Bin | Self::Entry(_) | Self::EntryEdit(_) => {
                Some(Place::Diary)
            }
            Self::People | Self::Circle | Self::Network | Self::Safety(_) | Self::Person(_) => {
                Some(Place::People)
            }
            Self::Journey
            | Self::Article(_)
            | Self::Plan
            | Self::Sessions
            | Self::Session(_)
            | Self::Focus
            | Self::Pinch
            | Self::Sitting(_)
            | Self::Summary
            | Self::Goals
            | Self::Goal(_)
            | Self::Sheets
            | Self::SheetKind(_)
            | Self::Sheet(_)
            | Self::Line
            | Self::LinePart(_) => Some(Place::Journey),
            Self::Patterns
            | Self::Along
            | Self::Report
            | Self::Measures
            | Self::Measure(_)
            | Self::Filled(_)
            | Self::Told
            | Self::Week
            | Self::Around(_) => Some(Place::Patterns),
            Self::Settings
            | Self::SettingsPart(_)
            | Self::Arriving
            | Self::Folder
            | Self::Years
            | Self::Support
            | Self::NotFound => None,
        }
    }

    /// The place of an address, with or without `#`. The empty address is Today.
    pub fn parse(address: &str) -> Self {
        let path = address.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        Self::from_parts(&parts).unwrap_or(Self::NotFound)
    }

    fn from_parts(parts: &[&str]) -> Option<Self> {
        let id = |text: &str| text.parse::<Id>().ok();
        Some(match parts {
            ["" | "today"] => Self::Today,
            ["new"] => Self::CheckIn,
            ["write"] => Self::Write,
            ["pages"] => Self::Diary(DiaryView::List),
            ["pages", "month"] => Self::Diary(DiaryView::Month),
            ["pages", "year"] => Self::Diary(DiaryView::Year),
            ["bin"] => Self::Bin,
            ["page", text] => Self::Entry(id(text)?),
            ["page", text, "edit"] => Self::EntryEdit(id(text)?),
            ["people"] => Self::People,
            ["rings"] => Self::Circle,
            ["rings", "all"] => Self::Network,
            ["care"] => Self::Safety(None),
            ["care", text] => Self::Safety(Some(id(text)?)),
            ["person", text] => Self::Person(id(text)?),
            ["path"] => Self::Journey,
            ["path", name] => Self::Article(content::page(name)?.id().as_str()),
            ["plan"] => Self::Plan,
            ["plan", "pages"] => Self::Sessions,
            ["plan", "page", text] => Self::Session(id(text)?),
            ["line"] => Self::Line,
            ["line", text] => Self::LinePart(id(text)?),
            ["focus"] => Self::Focus,
            ["pinch"] => Self::Pinch,
            ["pinch", text] => Self::Sitting(id(text)?),
            ["summary"] => Self::Summary,
            ["aims"] => Self::Goals,
            ["aims", text] => Self::Goal(id(text)?),
            ["work"] => Self::Sheets,
            ["work", name] => Self::SheetKind(content::sheet(name)?.id.as_str()),
            ["work", "page", text] => Self::Sheet(id(text)?),
            ["trends"] => Self::Patterns,
            ["trends", "lines"] => Self::Along,
            ["trends", "show"] => Self::Report,
            ["trends", "sets"] => Self::Measures,
            ["trends", "sets", name] => Self::Measure(content::measure(name)?.id.as_str()),
            ["trends", "page", text] => Self::Filled(id(text)?),
            ["trends", "take"] => Self::Told,
            ["trends", "week"] => Self::Week,
            ["trends", "sides"] => Self::Around(None),
            ["trends", "sides", text] => Self::Around(Some(id(text)?)),
            ["settings"] => Self::Settings,
            ["settings", "other"] => Self::Arriving,
            ["settings", "copies"] => Self::Folder,
            ["settings", "years"] => Self::Years,
            ["settings", word] => {
                Self::SettingsPart(SettingsPart::ALL.into_iter().find(|part| part.word() == *word)?)
            }
            ["support"] => Self::Support,
            _ => return None,
        })
    }

    /// The address with `#`, for a link.
    pub fn href(self) -> String {
        format!("#{self}")
    }
}

impl fmt::Display for Route {
    /// The address without `#`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("/today"),
            Self::CheckIn => f.write_str("/new"),
            Self::Write => f.write_str("/write"),
            Self::Diary(DiaryView::List) => f.write_str("/pages"),
            Self::Diary(DiaryView::Month) => f.write_str("/pages/month"),
            Self::Diary(DiaryView::Year) => f.write_str("/pages/year"),
            Self::Bin => f.write_str("/bin"),
            Self::Entry(id) => write!(f, "/page/{id}"),
            Self::EntryEdit(id) => write!(f, "/page/{id}/edit"),
            Self::People => f.write_str("/people"),
            Self::Circle => f.write_str("/rings"),
            Self::Network => f.write_str("/rings/all"),
            Self::Safety(None) => f.write_str("/care"),
            Self::Safety(Some(id)) => write!(f, "/care/{id}"),
            Self::Person(id) => write!(f, "/person/{id}"),
            Self::Journey => f.write_str("/path"),
            Self::Article(name) => write!(f, "/path/{name}"),
            Self::Plan => f.write_str("/plan"),
            Self::Sessions => f.write_str("/plan/pages"),
            Self::Session(id) => write!(f, "/plan/page/{id}"),
            Self::Line => f.write_str("/line"),
            Self::LinePart(id) => write!(f, "/line/{id}"),
            Self::Focus => f.write_str("/focus"),
            Self::Pinch => f.write_str("/pinch"),
            Self::Sitting(id) => write!(f, "/pinch/{id}"),
            Self::Summary => f.write_str("/summary"),
            Self::Goals => f.write_str("/aims"),
            Self::Goal(id) => write!(f, "/aims/{id}"),
            Self::Sheets => f.write_str("/work"),
            Self::SheetKind(name) => write!(f, "/work/{name}"),
            Self::Sheet(id) => write!(f, "/work/page/{id}"),
            Self::Patterns => f.write_str("/trends"),
            Self::Along => f.write_str("/trends/lines"),
            Self::Report => f.write_str("/trends/show"),
            Self::Measures => f.write_str("/trends/sets"),
            Self::Measure(name) => write!(f, "/trends/sets/{name}"),
            Self::Filled(id) => write!(f, "/trends/page/{id}"),
            Self::Told => f.write_str("/trends/take"),
            Self::Week => f.write_str("/trends/week"),
            Self::Around(None) => f.write_str("/trends/sides"),
            Self::Around(Some(id)) => write!(f, "/trends/sides/{id}"),
            Self::Settings => f.write_str("/settings"),
            Self::SettingsPart(part) => write!(f, "/settings/{}", part.word()),
            Self::Arriving => f.write_str("/settings/other"),
            Self::Folder => f.write_str("/settings/copies"),
            Self::Years => f.write_str("/settings/years"),
            Self::Support => f.write_str("/support"),
            Self::NotFound => f.write_str("/nowhere"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_prints_and_parses_back() {
        let id = Id::from_bytes([7; 16]);
        let mut routes = vec![
            Route::Today,
            Route::CheckIn,
            Route::Write,
            Route::Diary(DiaryView::List),
            Route::Diary(DiaryView::Month),
            Route::Diary(DiaryView::Year),
            Route::Bin,
            Route::Entry(id),
            Route::EntryEdit(id),
            Route::People,
            Route::Circle,
            Route::Network,
            Route::Safety(None),
            Route::Safety(Some(id)),
            Route::Along,
            Route::Report,
            Route::Measures,
            Route::Measure("nine"),
            Route::Filled(id),
            Route::Told,
            Route::Week,
            Route::Around(None),
            Route::Around(Some(id)),
            Route::Person(id),
            Route::Journey,
            Route::Article("company"),
            Route::Plan,
            Route::Sessions,
            Route::Session(id),
            Route::Line,
            Route::LinePart(id),
            Route::Focus,
            Route::Pinch,
            Route::Sitting(id),
            Route::Summary,
            Route::Goals,
            Route::Goal(id),
            Route::Sheets,
            Route::SheetKind("slowly"),
            Route::Sheet(id),
            Route::Patterns,
            Route::Settings,
            Route::Arriving,
            Route::Folder,
            Route::Years,
            Route::Support,
            Route::NotFound,
        ];
        routes.extend(SettingsPart::ALL.map(Route::SettingsPart));
        for route in routes {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn other_addresses_lead_nowhere() {
        for bad in ["#/nothing", "#/page/x", "#/page", "#/path/x", "#/pages/week", "#/<script>"] {
            assert_eq!(Route::parse(bad), Route::NotFound, "{bad}");
        }
        assert_eq!(Route::parse(""), Route::Today);
        assert_eq!(Route::parse("#"), Route::Today);
    }
}
