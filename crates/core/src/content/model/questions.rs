//! The questions of “Where does it pinch?”, one file for each area.

use serde::{Deserialize, Serialize};

use super::super::Area;
use super::PresetId;

/// Everything that is asked and said about one area.
///
/// Every area has one gate, five items, a question of timing and one of leverage; the rest is
/// there only where it belongs, which the build checks.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    area: Area,
    gate: String,
    items: [String; 5],
    leverage: String,
    preview: String,
    timing: TimingQuestion,
    #[serde(default)]
    loss: LossTexts,
    #[serde(default)]
    safety: SafetyTexts,
    #[serde(default)]
    presets: Presets,
    #[serde(default)]
    recent: RecentTexts,
}

/// How the mood and what happened lie in time.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimingQuestion {
    question: String,
    close: String,
    year: String,
    other: String,
}

/// What is asked and said about a loss alone.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LossTexts {
    /// When it was.
    pub when: String,
    /// Whether there was a loss of another kind.
    pub other: String,
    /// Where such a loss belongs.
    pub door: String,
    /// What is said in the first half year.
    pub early: String,
    /// What is said of strong grief after a year.
    pub long: String,
}

/// What is asked about being safe with somebody.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyTexts {
    /// With whom it is difficult.
    pub who: String,
    /// The three questions.
    pub questions: [String; 3],
    /// What stands in place of the points after any yes.
    pub first: String,
}

/// The changes that can be named by one tap.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presets {
    /// The question.
    pub question: String,
    /// What can be chosen.
    pub choices: Vec<Preset>,
}

/// A change that can be named by one tap.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    id: PresetId,
    text: String,
}

/// What is said where it has not been like this for long.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecentTexts {
    /// That a low mood itself makes people withdraw.
    pub withdrawal: String,
}

impl Questions {
    /// The area.
    pub fn area(&self) -> Area {
        self.area
    }

    /// The question that opens the others.
    pub fn gate(&self) -> &str {
        &self.gate
    }

    /// The five sentences, in order.
    pub fn items(&self) -> &[String; 5] {
        &self.items
    }

    /// How much the mood would change.
    pub fn leverage(&self) -> &str {
        &self.leverage
    }

    /// What working on it involves, in one paragraph.
    pub fn preview(&self) -> &str {
        &self.preview
    }

    /// How the mood and what happened lie in time.
    pub fn timing(&self) -> &TimingQuestion {
        &self.timing
    }

    /// What is asked and said about a loss; empty elsewhere.
    pub fn loss(&self) -> &LossTexts {
        &self.loss
    }

    /// What is asked about being safe; empty elsewhere.
    pub fn safety(&self) -> &SafetyTexts {
        &self.safety
    }

    /// The changes to choose from; empty elsewhere.
    pub fn presets(&self) -> &Presets {
        &self.presets
    }

    /// What is said where it has not been like this for long; empty elsewhere.
    pub fn recent(&self) -> &RecentTexts {
        &self.recent
    }

    /// Every text of the file that people read, with its key.
    pub fn texts(&self) -> Vec<(&'static str, &str)> {
        let Self { timing, loss, safety, presets, recent, .. } = self;
        let mut texts = vec![
            ("gate", &*self.gate),
            ("leverage", &*self.leverage),
            ("preview", &*self.preview),
            ("timing", &*timing.question),
            ("timing", &*timing.close),
            ("timing", &*timing.year),
            ("timing", &*timing.other),
        ];
        texts.extend(self.items.iter().map(|item| ("items", &**item)));
        match self.area {
            Area::Grief => {
                let all = [&loss.when, &loss.other, &loss.door, &loss.early, &loss.long];
                texts.extend(all.map(|text| ("loss", &**text)));
            }
            Area::Dispute => {
                texts.extend([&safety.who, &safety.first].map(|text| ("safety", &**text)));
                texts.extend(safety.questions.iter().map(|text| ("safety", &**text)));
            }
            Area::Change => {
                texts.push(("presets", &presets.question));
                texts.extend(presets.choices.iter().map(|it| ("presets", &*it.text)));
            }
            Area::Connection => texts.push(("recent", &recent.withdrawal)),
        }
        texts
    }

    /// The keys of parts that belong to other areas.
    pub fn misplaced(&self) -> Vec<&'static str> {
        let is_of = |area: Area| self.area == area;
        [
            ("loss", is_of(Area::Grief) || self.loss.when.is_empty()),
            ("safety", is_of(Area::Dispute) || self.safety.who.is_empty()),
            ("presets", is_of(Area::Change) || self.presets.choices.is_empty()),
            ("recent", is_of(Area::Connection) || self.recent.withdrawal.is_empty()),
        ]
        .into_iter()
        .filter(|(_, fits)| !fits)
        .map(|(key, _)| key)
        .collect()
    }
}

impl TimingQuestion {
    /// The question.
    pub fn question(&self) -> &str {
        &self.question
    }

    /// The answers, from the nearest in time to the furthest: 2, 1 and 0 points.
    pub fn choices(&self) -> [&str; 3] {
        [&self.close, &self.year, &self.other]
    }
}

impl Preset {
    /// Its id, which stays in diaries for ever.
    pub fn id(&self) -> &PresetId {
        &self.id
    }

    /// What is read.
    pub fn text(&self) -> &str {
        &self.text
    }
}
