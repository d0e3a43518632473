//! The measures: questionnaires of others, word for word, with what their authors say of totals.

use serde::{Deserialize, Serialize};

use super::pages::Source;
use super::{FieldId, MeasureId};

/// A questionnaire that somebody may fill in, with its terms of use.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its id: neutral, since it stands in the address; kept in diaries for ever.
    pub id: MeasureId,
    /// Its place among the measures.
    pub order: u8,
    /// What its authors call it.
    pub title: String,
    /// What it asks about, in a sentence of ours.
    pub lead: String,
    /// By which right it is here.
    pub licence: String,
    /// The notice that its owners ask for, word for word.
    pub notice: String,
    /// The works it comes from, and its figures.
    pub sources: Vec<Source>,
    /// How many days it asks about, until today.
    pub days: u8,
    /// The question above the items.
    pub stem: String,
    /// The answers to every item.
    pub options: Vec<MeasureOption>,
    /// What is asked, in the order of its authors.
    pub items: Vec<MeasureItem>,
    /// A question beside them that no total counts.
    #[serde(default)]
    pub extra: Option<ExtraQuestion>,
    /// The words of its authors for totals, from the lowest.
    pub bands: Vec<PublishedBand>,
    /// By how many points two totals must differ to be more than chance.
    pub reliable: u16,
    /// From which baseline on a drop by half is spoken of; none where it never is.
    #[serde(default)]
    pub response_from: Option<u16>,
    /// Below which total studies speak of remission; none where they do not.
    #[serde(default)]
    pub remission_below: Option<u16>,
    /// From which total on services speak of a case; for the explanation alone.
    #[serde(default)]
    pub case_from: Option<u16>,
}

/// An answer that can be chosen.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureOption {
    /// What it counts.
    pub value: u8,
    /// What is read.
    pub text: String,
}

/// One thing that a measure asks.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureItem {
    /// Its id, which stays in diaries for ever.
    pub id: FieldId,
    /// What is read.
    pub text: String,
    /// Whether it asks about hurting oneself: any answer above the lowest opens the support panel.
    #[serde(default)]
    pub safety: bool,
}

/// A question that no total counts.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtraQuestion {
    /// Its id, which stays in diaries for ever.
    pub id: FieldId,
    /// What is read.
    pub text: String,
    /// Its answers.
    pub options: Vec<MeasureOption>,
}

/// A word of the authors for a stretch of totals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedBand {
    /// The lowest total that it is for; it ends where the next one begins.
    pub from: u16,
    /// The word.
    pub word: String,
}

impl Measure {
    /// The highest total.
    pub fn most(&self) -> u16 {
        let most = self.options.iter().map(|it| u16::from(it.value)).max().unwrap_or(0);
        self.items.iter().fold(0, |sum, _| sum + most)
    }

    /// The lowest total.
    pub fn least(&self) -> u16 {
        let least = self.options.iter().map(|it| u16::from(it.value)).min().unwrap_or(0);
        self.items.iter().fold(0, |sum, _| sum + least)
    }

    /// The sum of the answers to all items; none unless each has an answer that the measure offers.
    ///
    /// # Source
    /// Kroenke 2001 and Spitzer 2006: the plain sum. That nothing is filled in for a missing answer
    /// is our own rule.
    pub fn total(&self, answer: impl Fn(&str) -> Option<u8>) -> Option<u16> {
        let mut sum = 0;
        for item in &self.items {
            let value = answer(item.id.as_str())?;
            let option = self.options.iter().find(|it| it.value == value)?;
            sum += u16::from(option.value);
        }
        (!self.items.is_empty()).then_some(sum)
    }

    /// The authors' word for a total; none for a total below the lowest.
    pub fn band(&self, total: u16) -> Option<&PublishedBand> {
        self.bands.iter().rev().find(|it| it.from <= total)
    }

    /// Every text that people read, with its key.
    pub fn texts(&self) -> Vec<(&'static str, &str)> {
        let mut texts = vec![
            ("title", &*self.title),
            ("lead", &*self.lead),
            ("licence", &*self.licence),
            ("notice", &*self.notice),
            ("stem", &*self.stem),
        ];
        texts.extend(self.options.iter().map(|it| ("options", &*it.text)));
        texts.extend(self.items.iter().map(|it| ("items", &*it.text)));
        texts.extend(self.bands.iter().map(|it| ("bands", &*it.word)));
        if let Some(extra) = &self.extra {
            texts.push(("extra", &*extra.text));
            texts.extend(extra.options.iter().map(|it| ("extra", &*it.text)));
        }
        texts
    }
}
