//! What the types cannot say about the guide: ranges, lengths, ids used once, and the words we leave out.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Area,
    model::{
        Family, GoalWords, Goes, LineGroup, Page, PageGroup, Prompt, Questions, Region, SampleFile,
        Section, Sheet, Source, Step, Vocabulary, Way,
    },
    wording,
};

/// Collects every mistake of a language's guide.
pub(crate) struct Checker<'a> {
    wording: &'a wording::Rules,
    problems: Vec<String>,
}

impl<'a> Checker<'a> {
    /// Starts with no mistakes.
    pub(crate) fn new(wording: &'a wording::Rules) -> Self {
        Self { wording, problems: Vec::new() }
    }

    /// All mistakes found, each with its file and key.
    pub(crate) fn problems(self) -> Vec<String> {
        self.problems
    }

    pub(crate) fn complain(&mut self, file: &str, key: &str, reason: impl std::fmt::Display) {
        self.problems.push(format!("content/en/{file}: {key}: {reason}"));
    }

    /// A text that people read: present and without the words we leave out.
    pub(crate) fn text(&mut self, file: &str, key: &str, text: &str) {
        if text.trim().is_empty() {
            self.complain(file, key, "empty");
        }
        self.wished_text(file, key, text);
    }

    /// A text that may be empty.
    pub(crate) fn wished_text(&mut self, file: &str, key: &str, text: &str) {
        if text.contains('\'') || text.contains('"') {
            self.complain(file, key, "has straight quotes; write \u{2019} or \u{201c} \u{201d}");
        }
        self.problems.extend(self.wording.check(&format!("content/en/{file}: {key}"), text));
    }

    fn link(&mut self, file: &str, key: &str, link: &str) {
        if !link.starts_with("https://") || link.contains(char::is_whitespace) {
            self.complain(file, key, format_args!("{link} is not an https address"));
        }
    }

    /// Ids are used once, pages and sheets exist, and whatever is about a difficult relationship or
    /// leads to work between two people says what becomes of it where somebody is not safe.
    pub(crate) fn steps(
        &mut self,
        file: &str,
        steps: &[Step],
        pages: &[(String, Page)],
        sheets: &[(String, Sheet)],
    ) {
        let mut seen = BTreeSet::new();
        for step in steps {
            let id = step.id().as_str();
            if !seen.insert(id) {
                self.complain(file, id, "is here twice");
            }
            self.text(file, id, step.title());
            self.text(file, id, step.why());
            if step.title().chars().count() > 60 {
                self.complain(file, id, "its title is longer than 60 characters");
            }
            if (step.goes() == Goes::Page) != step.page().is_some() {
                self.complain(file, id, "goes = \"page\" and a page belong together");
            }
            let there = |page: &_| pages.iter().any(|(_, it)| it.id() == page);
            if let Some(page) = step.page().filter(|page| !there(page)) {
                self.complain(file, id, format_args!("there is no page {page}"));
            }
            if (step.goes() == Goes::Sheet) != step.sheet().is_some() {
                self.complain(file, id, "goes = \"sheet\" and a sheet belong together");
            }
            if let Some(sheet) = step.sheet() {
                match sheets.iter().map(|it| &it.1).find(|it| it.id == *sheet) {
                    None => self.complain(file, id, format_args!("there is no sheet {sheet}")),
                    Some(sheet) if sheet.gate.is_some() && !step.is_held_back() => {
                        self.complain(file, id, "its sheet wants unless = [\"held\"]");
                    }
                    Some(_) => {}
                }
            }
            if step.focus().contains(&crate::Area::Dispute) && !step.minds_safety() {
                self.complain(
                    file,
                    id,
                    "wants when = [\"safety\"] and unless = [\"held\"], or safe = true",
                );
            }
        }
    }

    /// Ids are used once, meanings are short, places lie on the pad.
    pub(crate) fn vocabulary(&mut self, file: &str, vocabulary: &Vocabulary) {
        self.text(file, "note", vocabulary.note());
        let mut seen = BTreeSet::new();
        for family in vocabulary.families() {
            self.text(file, family.id(), family.name());
            for word in family.words() {
                let id = word.id().as_str();
                if !seen.insert(id.to_owned()) {
                    self.complain(file, id, "is here twice");
                }
                self.text(file, id, word.word());
                self.text(file, id, word.meaning());
                if word.meaning().chars().count() > 120 {
                    self.complain(file, id, "its meaning is longer than 120 characters");
                }
                for (axis, value) in [("v", word.pleasant()), ("a", word.stirred())] {
                    if !(-1.0..=1.0).contains(&value) {
                        self.complain(file, id, format_args!("{axis} is not between -1 and 1"));
                    }
                }
            }
        }
        for id in vocabulary.first().iter().filter(|id| !seen.contains(id.as_str())) {
            self.complain(file, "first", format_args!("{id} is not a word of the vocabulary"));
        }
    }

    /// Ids are used once; a prompt is one short question or invitation.
    pub(crate) fn prompts(&mut self, file: &str, prompts: &[Prompt]) {
        let mut seen = BTreeSet::new();
        for prompt in prompts {
            let id = prompt.id().as_str();
            if !seen.insert(id) {
                self.complain(file, id, "is here twice");
            }
            self.text(file, id, prompt.text());
            if prompt.text().chars().count() > 200 {
                self.complain(file, id, "is longer than 200 characters");
            }
        }
    }

    /// Every region has something to call and somewhere to look; every line says where it was seen and when.
    pub(crate) fn regions(&mut self, regions: &[(String, Region)]) {
        let mut seen = BTreeSet::new();
        for (file, region) in regions {
            if !seen.insert(region.id().as_str()) {
                self.complain(file, "id", "another region has it");
            }
            self.text(file, "name", region.name());
            self.wished_text(file, "emergency", region.emergency().note());
            if !is_month(region.checked()) {
                self.complain(file, "checked", "write year and month, as in 2026-11");
            }
            if region.emergency().numbers().is_empty() {
                self.complain(file, "emergency", "no number");
            }
            let groups = [LineGroup::Talk, LineGroup::Abuse, LineGroup::Grief];
            for line in groups.into_iter().flat_map(|group| region.lines(group)) {
                self.text(file, line.name(), line.name());
                self.text(file, line.name(), line.source());
                self.wished_text(file, line.name(), line.about());
                self.wished_text(file, line.name(), line.hours());
                if line.ways().is_empty() {
                    self.complain(file, line.name(), "no way to reach it");
                }
                for way in line.ways() {
                    match way {
                        Way::Call(number) | Way::Text { number, .. } => {
                            if !number.chars().any(|c| c.is_ascii_digit()) {
                                self.complain(
                                    file,
                                    line.name(),
                                    format_args!("{number} is not a number"),
                                );
                            }
                        }
                        Way::Chat(link) => self.link(file, line.name(), link),
                    }
                }
            }
            for directory in groups.into_iter().flat_map(|group| region.directories(group)) {
                self.text(file, directory.name(), directory.name());
                self.wished_text(file, directory.name(), directory.note());
                if !directory.link().is_empty() {
                    self.link(file, directory.name(), directory.link());
                }
            }
            if region.lines(LineGroup::Talk).chain(region.lines(LineGroup::Abuse)).next().is_none()
                && region.directories(LineGroup::Talk).next().is_none()
            {
                self.complain(file, "line", "neither a line nor a directory");
            }
        }
    }

    /// Links are https.
    pub(crate) fn sources(&mut self, file: &str, sources: &BTreeMap<String, Source>) {
        for (name, source) in sources {
            if source.citation().trim().is_empty() {
                self.complain(file, name, "no citation");
            }
            if !source.link().is_empty() {
                self.link(file, name, source.link());
            }
        }
    }

    /// A page takes a few minutes to read, ends with something to try and says where its claims come from.
    pub(crate) fn pages(&mut self, pages: &[(String, Page)]) {
        let mut seen = BTreeSet::new();
        for (file, page) in pages {
            if !seen.insert(page.id().as_str()) {
                self.complain(file, "id", "another page has it");
            }
            if (page.group() == PageGroup::Area) != page.area().is_some() {
                self.complain(file, "area", "pages of the group area, and only they, name one");
            }
            self.text(file, "title", page.title());
            for text in page.texts() {
                self.text(file, "sections", text);
            }
            for (key, text) in
                [("lead", page.lead()), ("try", page.attempt()), ("unsure", page.unsure())]
            {
                self.text(file, key, text);
            }
            if let Some(link) = page.try_link() {
                self.text(file, "try_link", link.text());
            }
            let words = page.texts().flat_map(str::split_whitespace).count();
            if !(150..=350).contains(&words) {
                self.complain(
                    file,
                    "sections",
                    format_args!("{words} words; a page has 150 to 350"),
                );
            }
            for site in page.sections().iter().flat_map(Section::links) {
                self.text(file, "links", site.name());
                self.link(file, "links", site.address());
            }
            let is_month = |text: &str| {
                let (year, month) = text.split_once('-')?;
                let month = month.parse::<u8>().ok().filter(|it| (1..=12).contains(it))?;
                (year.len() == 4 && year.parse::<u16>().is_ok()).then_some(month)
            };
            if is_month(page.reviewed()).is_none() {
                self.complain(file, "reviewed", "is not a month such as 2026-11");
            }
            if page.sources().is_empty() {
                self.complain(file, "sources", "none");
            }
        }
    }

    /// Every area has its questions once, and only those parts that belong to it.
    pub(crate) fn questions(&mut self, all: &[(String, Questions)]) {
        for area in [Area::Grief, Area::Dispute, Area::Change, Area::Connection] {
            if all.iter().filter(|(_, it)| it.area() == area).count() != 1 {
                self.complain("pinch", "area", "every area has one file");
            }
        }
        for (file, questions) in all {
            for (key, text) in questions.texts() {
                self.text(file, key, text);
            }
            for key in questions.misplaced() {
                self.complain(file, key, "belongs to another area");
            }
            let mut seen = BTreeSet::new();
            for preset in &questions.presets().choices {
                if !seen.insert(preset.id()) {
                    self.complain(file, preset.id().as_str(), "is here twice");
                }
            }
        }
    }

    /// Words are in small letters, with curly apostrophes, so that they are found.
    pub(crate) fn goal_words(&mut self, file: &str, words: &GoalWords) {
        for word in words.all() {
            if word.is_empty() || word.to_lowercase() != word || word.contains('\'') {
                self.complain(file, word, "write it in small letters, with a curly apostrophe");
            }
        }
    }

    /// Entries name people and feelings that exist, run from old to new, and none is of today or later.
    pub(crate) fn sample(&mut self, file: &str, sample: &SampleFile, vocabulary: &Vocabulary) {
        for person in &sample.people {
            for (field, value) in &person.fields {
                if let Some(text) = value.as_str() {
                    self.text(file, &format!("{}, {field}", person.name), text);
                }
            }
        }
        for name in sample.snapshots.iter().flat_map(|it| it.rings.keys()) {
            if !sample.people.iter().any(|person| person.name == *name) {
                self.complain(file, "snapshots", format_args!("{name} is nobody of the list"));
            }
        }
        let mut ago = u16::MAX;
        for entry in &sample.entries {
            let key = format!("ago = {}", entry.ago);
            if entry.ago == 0 || entry.ago >= ago {
                self.complain(file, &key, "entries run from old to new and end yesterday");
            }
            ago = entry.ago;
            for name in &entry.people {
                if !sample.people.iter().any(|person| person.name == *name) {
                    self.complain(file, &key, format_args!("{name} is not in the list of people"));
                }
            }
            for feeling in &entry.feelings {
                let mut words = vocabulary.families().iter().flat_map(Family::words);
                if !words.any(|word| word.id() == &feeling.id) {
                    self.complain(
                        file,
                        &key,
                        format_args!("{} is not in the vocabulary", feeling.id),
                    );
                }
            }
            for (field, value) in &entry.fields {
                if let Some(text) = value.as_str() {
                    self.text(file, &format!("{key}, {field}"), text);
                }
            }
        }
    }
}

/// `2026-11`.
fn is_month(text: &str) -> bool {
    let Some((year, month)) = text.split_once('-') else { return false };
    year.len() == 4
        && month.len() == 2
        && year.parse::<u16>().is_ok()
        && month.parse().is_ok_and(|m: u8| (1..=12).contains(&m))
}
