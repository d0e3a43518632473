//! The guide as it is embedded: complete, in range, checked by date, and easy to read.

use std::collections::BTreeSet;

use satkarya_core::{
    content::{self, Drawing, LineGroup, PageGroup, PromptPhase, Way},
    diary::{Area, Entry, FeelingId},
    record::Body,
    time::{Now, Offset, Zone},
};

const GROUPS: [LineGroup; 3] = [LineGroup::Talk, LineGroup::Abuse, LineGroup::Grief];

#[test]
fn sixty_feelings_in_twelve_families() {
    let vocabulary = content::vocabulary();
    assert_eq!(vocabulary.families().len(), 12);
    assert_eq!(vocabulary.words().count(), 60);
    let ids: BTreeSet<_> = vocabulary.words().map(content::Word::id).collect();
    assert_eq!(ids.len(), 60, "an id is used twice");
    assert!(!vocabulary.note().is_empty());
}

#[test]
fn every_feeling_has_a_place_and_a_short_meaning() {
    let mut meanings = BTreeSet::new();
    for word in content::vocabulary().words() {
        assert!((-1.0..=1.0).contains(&word.pleasant()), "{}", word.id());
        assert!((-1.0..=1.0).contains(&word.stirred()), "{}", word.id());
        assert!((10..=120).contains(&word.meaning().chars().count()), "{}", word.meaning());
        assert!(meanings.insert(word.meaning()), "two words mean the same: {}", word.meaning());
    }
}

#[test]
fn feelings_are_found_by_id_and_know_their_family() {
    let vocabulary = content::vocabulary();
    let id = |id: &str| FeelingId::try_from(id).expect("id");
    assert_eq!(vocabulary.word(&id("a_burden")).map(content::Word::word), Some("a burden"));
    assert_eq!(vocabulary.family_of(&id("unsafe")).map(content::Family::name), Some("Afraid"));
    assert_eq!(vocabulary.family(&id("mixed")).map(|family| family.words().len()), Some(4));
    assert!(vocabulary.word(&id("my_own")).is_none());
}

#[test]
fn forty_prompts_and_some_for_every_moment() {
    assert!(content::prompts().len() >= 40, "{}", content::prompts().len());
    for phase in
        [PromptPhase::Beginning, PromptPhase::Middle, PromptPhase::Ending, PromptPhase::After]
    {
        for area in [
            None,
            Some(Area::Grief),
            Some(Area::Dispute),
            Some(Area::Change),
            Some(Area::Connection),
        ] {
            let n = content::prompts_for(phase, area).count();
            assert!(n >= 15, "{n} for {phase:?} {area:?}");
        }
        let own = content::prompts().iter().filter(|prompt| prompt.phase() == phase).count();
        assert!(own >= 4, "{own} of their own for {phase:?}");
    }
    let strange =
        content::prompts_for(PromptPhase::Beginning, None).any(|prompt| prompt.area().is_some());
    assert!(!strange, "somebody without an area is asked about one");
}

#[test]
fn every_region_has_an_emergency_number_and_somebody_to_talk_to() {
    let regions = content::regions();
    assert_eq!(regions.first().map(|region| region.id().as_str()), Some("gb"));
    assert_eq!(regions.last().map(|region| region.id().as_str()), Some("elsewhere"));
    for region in regions {
        assert!(!region.emergency().numbers().is_empty(), "{}", region.name());
        let talk =
            region.lines(LineGroup::Talk).count() + region.directories(LineGroup::Talk).count();
        let abuse =
            region.lines(LineGroup::Abuse).count() + region.directories(LineGroup::Abuse).count();
        assert!(talk >= 1 && abuse >= 1, "{}", region.name());
        let (year, month) = region.checked().split_once('-').expect("year and month");
        assert!(
            year >= "2026" && (1..=12).contains(&month.parse::<u8>().expect("month")),
            "{}",
            region.name()
        );
    }
}

#[test]
fn the_lines_that_matter_most_are_first() {
    let first = |id: &str| {
        let region =
            content::regions().iter().find(|region| region.id().as_str() == id).expect("region");
        let way =
            region.lines(LineGroup::Talk).next().expect("line").ways().first().expect("way").href();
        (way, region.emergency().numbers().join(" "))
    };
    assert_eq!(first("gb"), ("tel:116123".into(), "999".into()));
    assert_eq!(first("in"), ("tel:14416".into(), "112".into()));
    assert_eq!(first("us"), ("tel:988".into(), "911".into()));
    assert_eq!(first("au"), ("tel:131114".into(), "000".into()));
}

#[test]
fn links_open_a_dialler_a_message_or_a_safe_site() {
    let mut n = 0;
    for region in content::regions() {
        for way in GROUPS
            .into_iter()
            .flat_map(|group| region.lines(group))
            .flat_map(content::HelpLine::ways)
        {
            let href = way.href();
            n += 1;
            match way {
                Way::Call(_) => assert!(is_dialled(&href, "tel:"), "{href}"),
                Way::Text { word, .. } if word.is_empty() => {
                    assert!(is_dialled(&href, "sms:"), "{href}");
                }
                Way::Text { word, .. } => {
                    assert!(href.starts_with("sms:") && href.ends_with(&format!("body={word}")));
                }
                Way::Chat(_) => assert!(href.starts_with("https://"), "{href}"),
            }
        }
        for directory in GROUPS.into_iter().flat_map(|group| region.directories(group)) {
            assert!(
                directory.link().is_empty() || directory.link().starts_with("https://"),
                "{}",
                directory.name()
            );
            assert!(
                !directory.link().is_empty() || !directory.note().is_empty(),
                "{}",
                directory.name()
            );
        }
    }
    println!("{n} ways to reach somebody in {} regions", content::regions().len());
}

fn is_dialled(href: &str, scheme: &str) -> bool {
    href.strip_prefix(scheme)
        .is_some_and(|number| number.len() >= 3 && number.bytes().all(|b| b.is_ascii_digit()))
}

#[test]
fn pages_explain_the_start_the_parts_the_areas_and_what_is_known() {
    let groups = |group| content::pages().iter().filter(|page| page.group() == group).count();
    assert_eq!(
        [
            PageGroup::Start,
            PageGroup::Phase,
            PageGroup::Area,
            PageGroup::Along,
            PageGroup::Evidence
        ]
        .map(groups),
        [6, 4, 4, 3, 5]
    );
    for area in [Area::Grief, Area::Dispute, Area::Change, Area::Connection] {
        assert_eq!(content::page_of_area(area).and_then(content::Page::area), Some(area));
    }
    for page in content::pages() {
        assert!(content::page(page.id().as_str()).is_some());
        assert!(
            (1..=2).contains(&page.minutes()),
            "{} takes {} minutes",
            page.id(),
            page.minutes()
        );
        assert!(!page.sources().is_empty());
    }
}

#[test]
fn every_drawing_helps_on_a_page_and_no_page_has_two() {
    let mut seen = Vec::new();
    for page in content::pages() {
        let drawn: Vec<_> = page.sections().iter().filter_map(content::Section::drawing).collect();
        assert!(drawn.len() <= 1, "{}: {drawn:?}", page.id());
        seen.extend(drawn.into_iter().map(|drawing| (page.id().as_str(), drawing)));
    }
    assert_eq!(
        seen,
        [
            ("about", Drawing::Phases),
            ("back-and-forth", Drawing::Loop),
            ("four-doors", Drawing::Areas),
            ("beginning", Drawing::Rings)
        ]
    );
}

#[test]
fn every_area_has_its_questions_and_there_are_about_35() {
    let areas: Vec<Area> = content::questions().iter().map(content::Questions::area).collect();
    assert_eq!(areas, Area::ALL);
    let mut n = 0;
    for questions in content::questions() {
        // The gate, the items, timing and leverage.
        n += 1 + questions.items().len() + 2;
        assert!(questions.misplaced().is_empty());
        assert!(content::questions_of(questions.area()).is_some());
    }
    let safety = content::questions_of(Area::Dispute).map(content::Questions::safety);
    n += safety.map_or(0, |it| it.questions.len());
    assert_eq!(n, 35, "the page before the questions says how many there are");
    let presets = content::questions_of(Area::Change).map(content::Questions::presets);
    assert_eq!(presets.map(|it| it.choices.len()), Some(13));
    println!("{n} questions about {} areas", areas.len());
}

#[test]
fn the_sample_diary_is_whole_and_lies_in_the_past() {
    let now = Now { ms: 1_795_483_800_000, offset: Offset::UTC, zone: Zone::default() };
    let sample = content::sample(&now);
    let mut people = BTreeSet::new();
    let (mut n, mut n_snapshots, mut n_life) = (0, 0, 0);
    for (id, body) in &sample {
        match body {
            Body::Person(person) => {
                assert!(people.insert(*id));
                assert!(person.stands().is_some() && person.unknown.is_empty(), "{person:?}");
            }
            Body::Entry(entry) => {
                n += 1;
                assert!(
                    (1..=92).contains(&now.day().days_since(entry.when.day)),
                    "{}",
                    entry.when.day
                );
                assert!(entry.people.iter().all(|person| people.contains(person)));
                assert!(entry.unknown.is_empty(), "{:?}", entry.unknown);
                assert!(
                    entry.feelings.len() <= Entry::MAX_FEELINGS
                        && entry.lines.len() <= Entry::MAX_LINES
                );
                assert!(!entry.is_blank());
            }
            Body::Feeling(_)
            | Body::Course(_)
            | Body::Session(_)
            | Body::Focus(_)
            | Body::Network(_)
            | Body::Along(_)
            | Body::Reflection(_)
            | Body::Formulation(_)
            | Body::Goal(_)
            | Body::Sheet(_)
            | Body::Filled(_)
            | Body::Measures(_) => {}
            Body::Snapshot(snapshot) => {
                n_snapshots += 1;
                assert_eq!(snapshot.places.len(), people.len());
                assert!((1..=92).contains(&now.day().days_since(snapshot.day)));
            }
            Body::Event(event) => {
                n_life += 1;
                assert!(
                    event.unknown.is_empty() && event.sort.is_some() && !event.title.is_blank()
                );
                assert!(event.when.is_some_and(|it| it.midpoint() < now.day()));
                assert!(event.people.iter().all(|person| people.contains(person)));
            }
            Body::Band(band) => {
                n_life += 1;
                assert!(band.unknown.is_empty() && band.level.is_some() && band.when.is_some());
            }
            Body::Spell(spell) => {
                n_life += 1;
                assert!(spell.unknown.is_empty() && spell.when.is_some());
            }
        }
    }
    assert_eq!(
        (people.len(), n, n_snapshots, n_life),
        (7, 59, 1, 14),
        "something in content/en/sample.toml is not what its list holds"
    );
    assert_eq!(content::sample(&now).len(), sample.len());
}

/// Addresses stand in the browser's history, where others may see them.
#[test]
fn addresses_of_pages_say_nothing_about_their_subject() {
    let telling = [
        "grief", "loss", "dispute", "lonel", "therap", "depress", "ipt", "mood", "safe", "help",
        "abuse", "anxi", "eating", "bipolar", "trauma", "ptsd", "sick", "unwell",
    ];
    for page in content::pages() {
        assert!(!telling.iter().any(|word| page.id().as_str().contains(word)), "{}", page.id());
    }
}

/// A reading age of about eleven: grade 6 on average and never beyond 7.5. Prints a line for each page.
#[test]
fn pages_can_be_read_at_eleven() {
    let mut grades = Vec::new();
    println!("{:<16}{:>7}{:>9}{:>7}", "page", "words", "minutes", "grade");
    for page in content::pages() {
        let text = page.texts().collect::<Vec<_>>().join("\n");
        let grade = grade(&text);
        println!(
            "{:<16}{:>7}{:>9}{:>7.1}",
            page.id(),
            text.split_whitespace().count(),
            page.minutes(),
            grade
        );
        assert!(grade <= 7.5, "{} has grade {grade:.1}", page.id());
        grades.push(grade);
    }
    let mean = grades.iter().sum::<f64>() / grades.len() as f64;
    println!("{:<16}{:>30.1}", "mean", mean);
    assert!(mean <= 6.0, "mean grade {mean:.1}");
}

/// Our own sentences of the measures; those of their authors stand as they are.
#[test]
fn what_we_say_of_measures_can_be_read_at_eleven() {
    for measure in content::measures() {
        let grade = grade(&format!("{}\n{}", measure.lead, measure.licence));
        println!("{:<16}{grade:>7.1}", measure.title);
        assert!(grade <= 7.5, "{} has grade {grade:.1}", measure.title);
    }
}

/// The school grade of a text after Flesch and Kincaid; a reader's age is about five years more.
///
/// # Source
/// Kincaid JP and others, "Derivation of new readability formulas", 1975.
/// Syllables are counted as groups of vowels, less a silent e at the end.
pub(crate) fn grade(text: &str) -> f64 {
    let sentences = text
        .split(['.', '?', '!', '\n'])
        .filter(|part| part.chars().any(char::is_alphabetic))
        .count();
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| {
            word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
        })
        .filter(|word: &String| !word.is_empty())
        .collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    0.39 * words.len() as f64 / sentences as f64 + 11.8 * syllables as f64 / words.len() as f64
        - 15.59
}

fn syllables(word: &str) -> usize {
    let is_vowel = |c: char| "aeiouyé".contains(c);
    let groups = word.split(|c| !is_vowel(c)).filter(|group| !group.is_empty()).count();
    let silent = word.ends_with('e') && !word.ends_with("le")
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    groups.saturating_sub(usize::from(silent)).max(1)
}
