//! The words of the table for spreadsheets.

use satkarya_core::content;
use satkarya_core::transfer::{Column, Label};

use crate::i18n::{Msg, content_text, labels, msg, names, t};

/// The word of whatever the table asks for.
pub(super) fn word(label: Label<'_>) -> String {
    t(match label {
        Label::Feeling(id) => {
            let known = content::vocabulary().word(id);
            return known.map_or_else(|| id.to_string(), |word| content_text(word.word()));
        }
        Label::Person(it) => return names::shown(it),
        Label::Column(it) => column(it),
        Label::Kind(it) => labels::kind(it),
        Label::Got(it) => labels::got(it),
        Label::Did(it) => labels::did(it),
        Label::Need(it) => labels::need(it),
        Label::Area(it) => labels::area(it),
        Label::Alcohol(it) => labels::alcohol(it),
        Label::Me => msg::column_me(),
        Label::SomebodyElse => msg::column_somebody(),
        Label::Yes => msg::column_yes(),
    })
}

/// The head of a column.
pub(super) fn column(column: Column) -> Msg {
    match column {
        Column::Day => msg::column_day(),
        Column::Time => msg::column_time(),
        Column::Zone => msg::column_zone(),
        Column::Mood => msg::column_mood(),
        Column::Before => msg::column_before(),
        Column::After => msg::column_after(),
        Column::Feelings => msg::column_feelings(),
        Column::People => msg::column_people(),
        Column::Kind => msg::column_kind(),
        Column::What => msg::column_what(),
        Column::Said => msg::column_said(),
        Column::Expected => msg::column_expected(),
        Column::Got => msg::column_got(),
        Column::Did => msg::column_did(),
        Column::Outcome => msg::column_outcome(),
        Column::Need => msg::column_need(),
        Column::Areas => msg::column_areas(),
        Column::Support => msg::column_support(),
        Column::Connected => msg::column_connected(),
        Column::SleepHours => msg::column_sleep_hours(),
        Column::SleepQuality => msg::column_sleep_quality(),
        Column::Energy => msg::column_energy(),
        Column::Appetite => msg::column_appetite(),
        Column::Alcohol => msg::column_alcohol(),
        Column::Up => msg::column_up(),
        Column::Out => msg::column_out(),
        Column::FirstContact => msg::column_first_contact(),
        Column::Bed => msg::column_bed(),
        Column::Quiet => msg::column_quiet(),
        Column::Star => msg::column_star(),
        Column::Covered => msg::column_covered(),
    }
}
