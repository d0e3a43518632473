//! What the types cannot say about measures: their terms, bands without a gap, and totals that come out.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::{
    check::Checker,
    model::{Measure, MeasureOption},
};

/// Answers worked out by hand. They are checked and not embedded.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Example {
    /// An answer to each item, in order.
    answers: Vec<u8>,
    /// What they add up to.
    total: u16,
    /// The authors' word for it.
    band: String,
}

/// A measure with its file and its examples.
pub(crate) type Written = (String, Measure, Vec<Example>);

impl Checker<'_> {
    /// Terms are there, ids are used once, bands leave no gap, examples come out.
    pub(crate) fn measures(&mut self, measures: &[Written]) {
        let (mut ids, mut orders) = (BTreeSet::new(), BTreeSet::new());
        for (file, measure, examples) in measures {
            if !ids.insert(measure.id.as_str()) || !orders.insert(measure.order) {
                self.complain(file, "id", "another measure has its id or its order");
            }
            for (key, text) in measure.texts() {
                self.text(file, key, text);
            }
            if measure.sources.is_empty() {
                self.complain(file, "sources", "none");
            }
            if measure.days == 0 {
                self.complain(file, "days", "it asks about one day at least");
            }
            self.options(file, "options", &measure.options);
            let mut items: BTreeSet<&str> = BTreeSet::new();
            let extra = measure.extra.iter().map(|it| &it.id);
            for id in measure.items.iter().map(|it| &it.id).chain(extra) {
                if !items.insert(id.as_str()) {
                    self.complain(file, id.as_str(), "is here twice");
                }
            }
            if let Some(extra) = &measure.extra {
                self.options(file, "extra", &extra.options);
            }
            self.figures(file, measure);
            self.examples(file, measure, examples);
        }
    }

    /// Two answers at least, each counting something else.
    fn options(&mut self, file: &str, key: &str, options: &[MeasureOption]) {
        let values: BTreeSet<u8> = options.iter().map(|it| it.value).collect();
        if values.len() != options.len() || values.len() < 2 {
            self.complain(file, key, "has fewer than two answers, or two that count the same");
        }
    }

    /// Bands run from the lowest total to the highest, and each figure is one of its totals.
    fn figures(&mut self, file: &str, measure: &Measure) {
        let (least, most) = (measure.least(), measure.most());
        let begins: Vec<u16> = measure.bands.iter().map(|it| it.from).collect();
        if begins.first() != Some(&least) {
            self.complain(file, "bands", format_args!("the first does not begin at {least}"));
        }
        if !begins.is_sorted_by(|a, b| a < b) || begins.last().is_some_and(|it| *it > most) {
            self.complain(file, "bands", format_args!("they do not rise, or go beyond {most}"));
        }
        let words: BTreeSet<&str> = measure.bands.iter().map(|it| &*it.word).collect();
        if words.len() != measure.bands.len() {
            self.complain(file, "bands", "two have one word");
        }
        for (key, figure) in [
            ("reliable", Some(measure.reliable)),
            ("response_from", measure.response_from),
            ("remission_below", measure.remission_below),
            ("case_from", measure.case_from),
        ] {
            if figure.is_some_and(|it| it == 0 || it > most) {
                self.complain(file, key, format_args!("is not between 1 and {most}"));
            }
        }
    }

    /// Every example comes out, and every band has one.
    fn examples(&mut self, file: &str, measure: &Measure, examples: &[Example]) {
        let mut seen = BTreeSet::new();
        for (n, example) in examples.iter().enumerate() {
            let key = format!("examples {}", n + 1);
            if example.answers.len() != measure.items.len() {
                self.complain(file, &key, "wants one answer to each item");
                continue;
            }
            let answer = |id: &str| {
                let place = measure.items.iter().position(|it| it.id.as_str() == id)?;
                example.answers.get(place).copied()
            };
            let total = measure.total(answer);
            if total != Some(example.total) {
                self.complain(file, &key, format_args!("comes to {total:?}"));
            }
            let band = total.and_then(|it| measure.band(it)).map(|it| &*it.word);
            if band != Some(&*example.band) {
                self.complain(file, &key, format_args!("its total is called {band:?}"));
            }
            seen.insert(&*example.band);
        }
        for band in measure.bands.iter().filter(|it| !seen.contains(&*it.word)) {
            self.complain(file, "examples", format_args!("none is called {}", band.word));
        }
    }
}
