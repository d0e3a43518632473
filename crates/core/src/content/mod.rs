//! The guide: feelings, prompts, help lines and reading pages, as written in `content/`.
//!
//! The build script checks the TOML files and packs them; each part is read once, when first asked for.
//! Nothing here depends on what a person wrote.

mod model;
mod sample;

use std::sync::LazyLock;

use serde::de::DeserializeOwned;

use self::model::SampleFile;
pub use self::model::{
    Condition, ConditionPart, Confidence, Directory, Drawing, Emergency, EntryPart, ExtraQuestion,
    Fact, Family, Field, FieldId, GoalWords, Goes, HelpLine, Kind, Layout, LineGroup, LossTexts,
    Measure, MeasureId, MeasureItem, MeasureOption, NotACondition, NotAnId, Page, PageGroup,
    PageId, Panel, Preset, PresetId, Presets, Prompt, PromptId, PromptPhase, PublishedBand,
    Questions, RecentTexts, Region, RegionId, RowPreset, SafetyTexts, Section, Sheet, SheetGate,
    SheetGroup, SheetGroupId, SheetId, SheetOption, SheetPace, SheetStep, Source, Step, StepId,
    StepMode, StepNote, StepPhase, Suggestion, Test, Then, TimingQuestion, TryLink, TryPlace,
    Vocabulary, Way, Website, Word,
};
pub use self::sample::sample;
use crate::diary::{Area, FeelingId};

static VOCABULARY: LazyLock<Vocabulary> =
    LazyLock::new(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/feelings.bin"))));
static PROMPTS: LazyLock<Vec<Prompt>> =
    LazyLock::new(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/prompts.bin"))));
static STEPS: LazyLock<Vec<Step>> =
    LazyLock::new(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/steps.bin"))));
static REGIONS: LazyLock<Vec<Region>> =
    LazyLock::new(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/support.bin"))));
static QUESTIONS: LazyLock<Vec<Questions>> =
    LazyLock::new(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/pinch.bin"))));
static GOAL_WORDS: LazyLock<GoalWords> =
    LazyLock::new(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/goals.bin"))));
static SAMPLE: LazyLock<SampleFile> =
    LazyLock::new(|| read_json(include_str!(concat!(env!("OUT_DIR"), "/sample.json"))));
static PAGES: LazyLock<Vec<Page>> =
    LazyLock::new(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/journey.bin"))));
static SHEETS: LazyLock<Vec<Sheet>> =
    LazyLock::new(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/sheets.bin"))));
static MEASURES: LazyLock<Vec<Measure>> =
    LazyLock::new(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/measures.bin"))));
static SHEET_GROUPS: LazyLock<Vec<SheetGroup>> =
    LazyLock::new(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/sheet-groups.bin"))));

/// Reads what the build script packed with these very types. A test reads every part once.
fn read<T: DeserializeOwned + Default>(bytes: &[u8]) -> T {
    given(postcard::from_bytes(bytes))
}

/// The same for what holds fields of records, which only JSON tells apart.
fn read_json<T: DeserializeOwned + Default>(json: &str) -> T {
    given(serde_json::from_str(json))
}

fn given<T: Default, E: std::fmt::Debug>(read: Result<T, E>) -> T {
    debug_assert!(
        read.is_ok(),
        "the build script wrote content that cannot be read: {:?}",
        read.as_ref().err()
    );
    read.unwrap_or_default()
}

/// The vocabulary of feelings: 60 words in 12 families.
pub fn vocabulary() -> &'static Vocabulary {
    &VOCABULARY
}

impl Vocabulary {
    /// The word with this id; `None` for a person's own words.
    pub fn word(&self, id: &FeelingId) -> Option<&Word> {
        self.words().find(|word| word.id() == id)
    }

    /// Every word, family by family.
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.families().iter().flat_map(Family::words)
    }

    /// The family with this id.
    pub fn family(&self, id: &FeelingId) -> Option<&Family> {
        self.families().iter().find(|family| family.id() == id)
    }

    /// The family that a word belongs to; `None` for a person's own words.
    pub fn family_of(&self, word: &FeelingId) -> Option<&Family> {
        self.families().iter().find(|family| family.words().iter().any(|known| known.id() == word))
    }
}

/// Every prompt, in the order of the file.
pub fn prompts() -> &'static [Prompt] {
    &PROMPTS
}

/// The prompts for somebody in a phase who works on an area, or on none.
pub fn prompts_for(
    phase: PromptPhase,
    area: Option<Area>,
) -> impl Iterator<Item = &'static Prompt> {
    prompts().iter().filter(move |prompt| prompt.suits(phase, area))
}

/// The small steps, in the order in which they are looked at.
pub fn steps() -> &'static [Step] {
    &STEPS
}

/// The regions of the help lines, in the order they are offered.
pub fn regions() -> &'static [Region] {
    &REGIONS
}

/// The region with this id.
pub fn region(id: &RegionId) -> Option<&'static Region> {
    regions().iter().find(|region| region.id() == id)
}

/// The reading pages, in the order they are read.
pub fn pages() -> &'static [Page] {
    &PAGES
}

/// The reading page with this id.
pub fn page(id: &str) -> Option<&'static Page> {
    pages().iter().find(|page| page.id().as_str() == id)
}

/// The reading page that explains an area.
pub fn page_of_area(area: Area) -> Option<&'static Page> {
    pages().iter().find(|page| page.area() == Some(area))
}

/// The questions about each area, in the order of [`Area::ALL`].
pub fn questions() -> &'static [Questions] {
    &QUESTIONS
}

/// The questions about an area.
pub fn questions_of(area: Area) -> Option<&'static Questions> {
    questions().iter().find(|it| it.area() == area)
}

/// The words by which a goal is seen that names a feeling only.
pub fn goal_words() -> &'static GoalWords {
    &GOAL_WORDS
}

/// The worksheets, in the order in which they are offered.
pub fn sheets() -> &'static [Sheet] {
    &SHEETS
}

/// The worksheet of an id.
pub fn sheet(id: &str) -> Option<&'static Sheet> {
    sheets().iter().find(|it| it.id.as_str() == id)
}

/// The groups of worksheets, in the order in which they are offered.
pub fn sheet_groups() -> &'static [SheetGroup] {
    &SHEET_GROUPS
}

/// The measures, in the order in which they are offered.
pub fn measures() -> &'static [Measure] {
    &MEASURES
}

/// The measure of an id.
pub fn measure(id: &str) -> Option<&'static Measure> {
    measures().iter().find(|it| it.id.as_str() == id)
}
