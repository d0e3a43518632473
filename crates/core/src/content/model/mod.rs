//! What the guide is made of: feelings, prompts, help lines and reading pages.
//!
//! The build script reads the TOML files into these same types, so that a file which does not fit stops the build.
//! Fields are read through methods; nothing here can be changed at run time.
//! [`super`] must offer `Area` and `FeelingId`: the core its own, the build script stand-ins.

mod condition;
mod feelings;
mod goals;
mod measures;
mod pages;
mod prompts;
mod questions;
mod sample;
mod sheets;
mod steps;
mod support;

use std::fmt;

use serde::{Deserialize, Serialize};

pub(crate) use self::sample::{
    SampleDate, SampleEntry, SampleExactness, SampleFile, SampleLife, SampleSnapshot,
};
pub use self::{
    feelings::{Family, Vocabulary, Word},
    goals::GoalWords,
    measures::{ExtraQuestion, Measure, MeasureItem, MeasureOption, PublishedBand},
    pages::{Drawing, Page, PageGroup, Section, Source, TryLink, TryPlace, Website},
    prompts::{Prompt, PromptPhase},
    questions::{LossTexts, Preset, Presets, Questions, RecentTexts, SafetyTexts, TimingQuestion},
    sheets::{
        Condition, EntryPart, Field, Kind, Layout, NotACondition, Panel, Part as ConditionPart,
        RowPreset, Sheet, SheetGate, SheetGroup, SheetOption, SheetPace, SheetStep, StepNote,
        Suggestion, Test, Then,
    },
    steps::{Fact, Goes, Step, StepMode, StepPhase},
    support::{Confidence, Directory, Emergency, HelpLine, LineGroup, Region, Way},
};

/// Defines an id of small letters, digits and hyphens.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The id as it is stored and written in addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                let fits = (1..=32).contains(&text.len())
                    && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_');
                if fits { Ok(Self(text)) } else { Err(NotAnId) }
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

/// A text that cannot be an id of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id: 1 to 32 characters of a–z, 0–9, - and _")
    }
}

impl std::error::Error for NotAnId {}

id! {
    /// Names a prompt.
    PromptId
}
id! {
    /// Names a step.
    StepId
}
id! {
    /// Names a region of the help lines; kept in the person's settings.
    RegionId
}
id! {
    /// Names a reading page; the last part of its address, so it says nothing about the subject.
    PageId
}
id! {
    /// Names a change in somebody's life that can be chosen by one tap; kept in diaries.
    PresetId
}
id! {
    /// Names a worksheet; a part of its address, so it says nothing about the subject.
    SheetId
}
id! {
    /// Names a group of worksheets.
    SheetGroupId
}
id! {
    /// Names a measure; kept in diaries, and a part of its address, so it says nothing about the subject.
    MeasureId
}
id! {
    /// Names a step, a field or an option of a worksheet, or what a measure asks; kept in diaries.
    FieldId
}
