//! What somebody did and how it went, in words: among the patterns, and on the page to show.
//!
//! Role: data for [`super::told`]. Keys: none.

use satkarya_core::diary::{Did, Got};
use satkarya_core::pattern::{DidRow, DidTable, Finding, MIN_DID_ROW};

use super::data_table::TableData;
use super::told::{Part, Told, n, sample_words};
use crate::i18n::{dates, labels, msg, t};

/// What was done, and how it went.
pub fn did_got(found: &Finding<DidTable>) -> Told {
    let found = match found {
        Finding::Enough(found) => found,
        Finding::NotYet { have, need } => return Told::not_yet(*have, *need),
    };
    let did = |it: Did| match it {
        Did::Other => t(msg::did_got_something_else()),
        it => t(labels::did(it)),
    };
    let sentence = |row: &DidRow| {
        let (k, n) = row.as_hoped()?;
        Some(t(msg::did_got_said(did(row.did), dates::count(k), dates::count(n))))
    };
    let cells = |row: &DidRow| {
        let counts = Got::ALL.iter().map(|got| dates::count(row.count(*got)));
        let n = [dates::count(row.n)];
        [did(row.did)].into_iter().chain(counts).chain(n).collect::<Vec<_>>()
    };
    let got = Got::ALL.iter().map(|got| t(labels::got(*got)));
    let columns = [t(msg::did_got_did())].into_iter().chain(got);
    let grid = TableData {
        caption: t(msg::did_got_summary(n(found.rows.len()), n(found.sample.n_entries))),
        columns: columns.chain([t(msg::did_got_n())]).collect(),
        rows: found.rows.iter().map(cells).collect(),
    };
    let has_small = found.rows.iter().any(|row| row.n < MIN_DID_ROW);
    let small = has_small.then(|| t(msg::did_got_row_small(MIN_DID_ROW.to_string())));
    let part = Part {
        said: found.rows.iter().filter_map(sentence).collect(),
        rests_on: sample_words(found.sample),
        ..Part::default()
    };
    let notes = [t(msg::did_got_overlap())].into_iter().chain(small).collect();
    Told { grids: vec![grid], notes, ..Told::one(part) }
}
