//! The reading pages of the Journey.

use serde::{Deserialize, Serialize};

use super::super::Area;
use super::PageId;

/// Where a reading page stands in the Journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageGroup {
    /// What everybody may read first.
    Start,
    /// One of the parts of IPT.
    Phase,
    /// One of the four areas.
    Area,
    /// What is of use in any part.
    Along,
    /// What studies found.
    Evidence,
    /// How to find a person who offers it.
    Care,
}

/// A page to read, a few minutes long.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    id: PageId,
    group: PageGroup,
    #[serde(default)]
    area: Option<Area>,
    title: String,
    lead: String,
    sections: Vec<Section>,
    #[serde(rename = "try")]
    attempt: String,
    #[serde(default)]
    try_link: Option<TryLink>,
    unsure: String,
    reviewed: String,
    sources: Vec<Source>,
    words: u16,
}

/// A page of the app where the thing to try can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TryPlace {
    /// The questions about what to work on.
    Pinch,
}

/// A link to where the thing to try can be done.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TryLink {
    to: TryPlace,
    text: String,
}

impl TryLink {
    /// Where it leads.
    pub fn to(&self) -> TryPlace {
        self.to
    }

    /// What is read.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// A drawing of the app that a part of a page can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drawing {
    /// A course along a line: its three parts, and what comes after.
    Phases,
    /// What pulls on what, with no first place.
    Loop,
    /// The four areas as four doors.
    Areas,
    /// The circle, with made-up people.
    Rings,
}

/// A part of a page under its own heading.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    #[serde(default)]
    heading: String,
    #[serde(rename = "text")]
    paragraphs: Vec<String>,
    #[serde(default)]
    drawing: Option<Drawing>,
    #[serde(default)]
    links: Vec<Website>,
}

/// A website to go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Website {
    name: String,
    address: String,
}

/// Where a claim comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    citation: String,
    #[serde(default)]
    link: String,
}

impl Page {
    /// The page's id and the last part of its address.
    pub fn id(&self) -> &PageId {
        &self.id
    }

    /// Where it stands.
    pub fn group(&self) -> PageGroup {
        self.group
    }

    /// The area it explains, if any.
    pub fn area(&self) -> Option<Area> {
        self.area
    }

    /// The heading.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// One sentence for lists and for the top of the page.
    pub fn lead(&self) -> &str {
        &self.lead
    }

    /// The text.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// One small thing to try.
    pub fn attempt(&self) -> &str {
        &self.attempt
    }

    /// Where that can be done in the app, if it can.
    pub fn try_link(&self) -> Option<&TryLink> {
        self.try_link.as_ref()
    }

    /// What is not known, or whom it may not fit.
    pub fn unsure(&self) -> &str {
        &self.unsure
    }

    /// Where its claims come from.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// When it was last read through and compared with its sources: year and month, `2026-11`.
    pub fn reviewed(&self) -> &str {
        &self.reviewed
    }

    /// Minutes it takes to read at 180 words a minute, rounded up.
    pub fn minutes(&self) -> u16 {
        self.words.div_ceil(180)
    }

    /// Every text of the page in reading order, without the sources.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let sections = self.sections.iter().flat_map(|section| {
            std::iter::once(section.heading.as_str())
                .chain(section.paragraphs.iter().map(String::as_str))
        });
        std::iter::once(self.lead.as_str())
            .chain(sections)
            .chain([self.attempt.as_str(), self.unsure.as_str()])
            .filter(|text| !text.is_empty())
    }
}

impl Section {
    /// The heading, or empty for the first part of a page.
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// The paragraphs.
    pub fn paragraphs(&self) -> &[String] {
        &self.paragraphs
    }

    /// What is drawn below the paragraphs, if anything.
    pub fn drawing(&self) -> Option<Drawing> {
        self.drawing
    }

    /// Websites to go to, below the paragraphs.
    pub fn links(&self) -> &[Website] {
        &self.links
    }
}

impl Website {
    /// What is found there.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// An `https` address.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Source {
    /// Authors, title or subject, journal, year.
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// An `https` address, or empty.
    pub fn link(&self) -> &str {
        &self.link
    }
}
