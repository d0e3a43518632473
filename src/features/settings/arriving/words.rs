//! What is said about a file of another app: exhaustive matches, so that nothing new goes unsaid.

use satkarya_core::arrive::{
    App, Arrival, Column, Left, MAX_BYTES, MAX_MOMENTS, MAX_UNPACKED, Refused, Why,
};

use crate::i18n::{Msg, dates, msg, sizes, t};
use crate::platform::files::Unreadable;

/// How many places of entries that stay out are named.
const MOST_PLACES: usize = 5;

/// The name of an app.
pub(super) fn app(app: App) -> Msg {
    match app {
        App::Daylio => msg::arrive_app_daylio(),
        App::DayOne => msg::arrive_app_day_one(),
        App::Journey => msg::arrive_app_journey(),
        App::MoodTracker => msg::arrive_app_mood_tracker(),
        App::Nomie => msg::arrive_app_nomie(),
        App::HowWeFeel => msg::arrive_app_how_we_feel(),
        App::Bearable => msg::arrive_app_bearable(),
        App::MiniDiary => msg::arrive_app_mini_diary(),
        App::Jrnl => msg::arrive_app_jrnl(),
        App::DailyYou => msg::arrive_app_daily_you(),
        App::Pixels => msg::arrive_app_pixels(),
        App::Table => msg::arrive_app_table(),
    }
}

/// What an entry keeps in words: its mood as it was called there, and its tags.
pub(super) fn kept(from: App, mood: Option<&str>, tags: &[String]) -> String {
    let mood = mood.map(|mood| t(msg::arrive_kept_mood(t(app(from)), mood)));
    let tags = (!tags.is_empty()).then(|| t(msg::arrive_kept_tags(tags.join(", "))));
    mood.into_iter().chain(tags).collect::<Vec<_>>().join("\n")
}

/// A number as the messages take it.
pub(super) fn n(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// What is left behind.
pub(super) fn left(what: Left, count: usize) -> Msg {
    match what {
        Left::Media => msg::arrive_left_media(n(count)),
        Left::Places => msg::arrive_left_places(n(count)),
        Left::Weather => msg::arrive_left_weather(n(count)),
        Left::Settings => msg::arrive_left_settings(),
        Left::Goals => msg::arrive_left_goals(n(count)),
        Left::Numbers => msg::arrive_left_numbers(n(count)),
        Left::Columns => msg::arrive_left_columns(n(count)),
        Left::Files => msg::arrive_left_files(n(count)),
        Left::Beyond => msg::arrive_left_beyond(n(count)),
        Left::Cut => msg::arrive_left_cut(n(count)),
        Left::Twice => msg::arrive_left_twice(n(count)),
    }
}

/// The entries that cannot be read, with the places of the first.
pub(super) fn bad(arrival: &Arrival) -> Vec<Msg> {
    let mut lines: Vec<Msg> = Vec::new();
    for why in [Why::NoDay, Why::Nothing] {
        let with: Vec<usize> =
            arrival.bad.iter().filter(|bad| bad.why == why).map(|bad| bad.place).collect();
        if with.is_empty() {
            continue;
        }
        let places: Vec<String> = with.iter().take(MOST_PLACES).map(ToString::to_string).collect();
        let places = places.join(", ");
        lines.push(match why {
            Why::NoDay => msg::arrive_undated(n(with.len()), places),
            Why::Nothing => msg::arrive_bare(n(with.len()), places),
        });
    }
    let n_more = arrival.n_bad - arrival.bad.len();
    lines.extend((n_more > 0).then(|| msg::arrive_more_bad(n(n_more))));
    lines
}

/// What a column holds.
pub(super) fn column(column: Column) -> Msg {
    match column {
        Column::Leave => msg::arrive_column_leave(),
        Column::Day => msg::arrive_column_day(),
        Column::Time => msg::arrive_column_time(),
        Column::Mood => msg::arrive_column_mood(),
        Column::Text => msg::arrive_column_text(),
        Column::Tags => msg::arrive_column_tags(),
        Column::People => msg::arrive_column_people(),
        Column::Sleep => msg::arrive_column_sleep(),
        Column::Value => msg::arrive_column_value(),
    }
}

/// Why a file cannot be used.
pub(super) fn refused(refused: Refused) -> Msg {
    match refused {
        Refused::Empty => msg::arrive_bad_empty(),
        Refused::TooLarge => too_large(MAX_BYTES as u64),
        Refused::Ours => msg::arrive_bad_ours(),
        Refused::BadArchive => msg::arrive_bad_archive(),
        Refused::Locked => msg::arrive_bad_locked(),
        Refused::TooMuchInside => msg::arrive_bad_inside(sizes::bytes(MAX_UNPACKED as u64)),
        Refused::NotText => msg::arrive_bad_text(),
        Refused::Broken { line, column } => {
            msg::arrive_bad_broken(line.to_string(), column.to_string())
        }
        Refused::TooDeep => msg::arrive_bad_deep(),
        Refused::TooMany => msg::arrive_bad_many(dates::count(MAX_MOMENTS)),
        Refused::Unknown => msg::arrive_bad_unknown(),
        Refused::NoEntries => msg::arrive_bad_none(),
    }
}

/// Why the browser did not read a file.
pub(super) fn unreadable(unreadable: Unreadable) -> Msg {
    match unreadable {
        Unreadable::TooLarge { bytes } => too_large(bytes),
        Unreadable::Failed => msg::import_bad_unreadable(),
    }
}

/// What is said of a file of so many bytes.
fn too_large(bytes: u64) -> Msg {
    msg::arrive_bad_size(sizes::bytes(bytes), sizes::bytes(MAX_BYTES as u64))
}
