//! Numbers and years as they stand in the words of this page.

use crate::features::settings::keeping::bad_file;
use crate::i18n::{Msg, msg, t};
use crate::state::Access;

/// A count.
pub(super) fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Why no year can be set aside here just now.
pub(super) fn no_access(access: Access) -> Msg {
    match access {
        Access::Follower | Access::Moved | Access::Writer => msg::aside_other_tab(),
        other => bad_file::no_access(other),
    }
}

/// Some years: one, or the first and the last of them.
pub(in crate::features::settings) fn span(years: &[i32]) -> Option<String> {
    let (first, last) = (years.first()?, years.last()?);
    Some(if first == last {
        first.to_string()
    } else {
        t(msg::aside_span(first.to_string(), last.to_string()))
    })
}
