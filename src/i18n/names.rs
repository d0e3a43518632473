//! Names that depend on what the person made: their people and their own words for feelings.

use satkarya_core::content;
use satkarya_core::diary::FeelingId;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;

use super::{content_text, msg, t};

/// The word of a feeling: of the vocabulary, or the person's own, even one they removed.
pub(crate) fn feeling(id: &FeelingId, journal: &Journal) -> String {
    if let Some(word) = content::vocabulary().word(id) {
        return content_text(word.word());
    }
    let own = id.as_str().parse().ok().and_then(|id| journal.get(id));
    own.and_then(|record| match record.body.as_ref()? {
        satkarya_core::record::Body::Feeling(own) => Some(own.word.to_string()),
        _ => None,
    })
    .unwrap_or_else(|| t(msg::common_unknown()))
}

/// The name of a person; "someone" if they were deleted.
pub(crate) fn person(id: Id, journal: &Journal) -> String {
    journal.person(id).map_or_else(|| t(msg::person_gone()), |it| it.person.name.to_string())
}
