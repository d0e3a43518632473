//! One entry as a row of a list: time, mood, feelings, the first words, people, star.
//!
//! Role: `listitem` with one link, named by what stands in it. Keys: Enter, from the browser.
//! A covered entry shows its time and mood only. The row follows its record and shows nothing once that is gone.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::{EntryRef, Journal};
use satkarya_core::rating::Mood;
use satkarya_core::record::Origin;
use satkarya_core::search::Snippet;
use satkarya_core::time::Day;

use super::icon::{Icon, IconName};
use super::mood_mark::MoodMark;
use crate::i18n::{dates, labels, msg, names, t};

/// How many characters of the text go into the document; the sheet shows four lines of them.
const MOST_CHARACTERS: usize = 280;

/// What a row says, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct RowWords {
    day: Option<String>,
    time: String,
    mood: Option<(Mood, String)>,
    kind: Option<String>,
    feelings: String,
    people: Vec<String>,
    text: String,
    is_star: bool,
    is_covered: bool,
    is_quiet: bool,
    origin: Origin,
}

impl RowWords {
    /// The words of an entry. `today`: say the day too, as seen from this one.
    fn of(found: &EntryRef<'_>, journal: &Journal, today: Option<Day>) -> Self {
        let entry = found.entry;
        let seen = Self {
            origin: found.record.origin,
            day: today.map(|today| dates::near_day(entry.when.day, today)),
            time: dates::time(entry.when.time),
            mood: entry.mood.map(|mood| (mood, t(labels::mood(mood)))),
            is_star: entry.star,
            is_covered: entry.covered,
            ..Self::default()
        };
        if entry.covered {
            return seen;
        }
        let feelings = entry.feelings.iter().map(|feeling| names::feeling(&feeling.id, journal));
        Self {
            kind: entry.kind.map(|kind| t(labels::kind(kind))),
            feelings: feelings.collect::<Vec<_>>().join(", "),
            people: entry.people.iter().map(|id| names::person(*id, journal)).collect(),
            text: beginning(entry.texts().next().unwrap_or_default()),
            is_quiet: entry.quiet,
            ..seen
        }
    }
}

/// The first characters of a text, cut between words where it can be.
fn beginning(text: &str) -> String {
    let text = text.trim_start();
    let Some((end, _)) = text.char_indices().nth(MOST_CHARACTERS) else { return text.to_owned() };
    let cut = text.get(..end).unwrap_or_default();
    let word = cut.rfind(char::is_whitespace).filter(|at| *at > end / 2);
    format!("{}…", cut.get(..word.unwrap_or(end)).unwrap_or_default().trim_end())
}

/// One entry in a list of class `entries`.
#[component]
pub fn EntryRow(
    /// Which entry.
    id: Id,
    /// Where its page is.
    href: String,
    /// The records, for the entry itself and for the names in it.
    #[prop(into)]
    journal: Signal<Journal>,
    /// Says the day as well, as seen from this one: for lists without a heading for each day.
    #[prop(optional, into)]
    today: Option<Day>,
    /// Whether it is the entry that is open beside the list.
    #[prop(optional, into)]
    current: Signal<bool>,
    /// Where the search was found, in place of the first words.
    #[prop(optional, into)]
    found: Signal<Option<Snippet>>,
) -> impl IntoView {
    let words = Memo::new(move |_| {
        journal.with(|journal| Some(RowWords::of(&journal.entry(id)?, journal, today)))
    });
    move || {
        words.get().map(|words| {
            view! {
                <li>
                    <a
                        class="entry"
                        href=href.clone()
                        aria-current=move || current.get().then_some("page")
                    >
                        {row(words, found)}
                    </a>
                </li>
            }
        })
    }
}

/// What stands inside the link.
fn row(words: RowWords, found: Signal<Option<Snippet>>) -> AnyView {
    let mark = match words.mood {
        Some((mood, label)) => view! { <MoodMark value=mood.get() label /> }.into_any(),
        None => view! { <span class="entry__no-mood" aria-hidden="true"></span> }.into_any(),
    };
    let star = words.is_star.then(|| {
        view! {
            <span class="entry__star">
                <Icon name=IconName::Star />
                <span class="visually-hidden">{t(msg::entry_starred())}</span>
            </span>
        }
    });
    let note = match (words.is_covered, words.is_quiet) {
        (true, _) => Some((Some(IconName::Lock), t(msg::entry_covered()))),
        (_, true) => Some((None, t(msg::entry_quiet()))),
        _ => None,
    };
    let note = note.map(|(icon, text)| {
        let icon = icon.map(|name| view! { <Icon name size=1.0 /> });
        view! { <p class="entry__note">{icon}{text}</p> }
    });
    let has_more = !words.is_covered;
    let text = words.text;
    let text = move || match found.get().filter(|found| has_more && !found.matched.is_empty()) {
        Some(found) => Some(snippet(found)),
        None if text.is_empty() => None,
        None => Some(view! { <>{text.clone()}</> }.into_any()),
    };
    let text = move || {
        text()
            .map(|text| view! { <p class="entry__text clamp" translate="no" dir="auto">{text}</p> })
    };
    let people = (!words.people.is_empty()).then(|| {
        let tags = words.people.into_iter().map(|name| {
            view! { <span class="tag tag--person" translate="no">{name}</span> " " }
        });
        view! { <p class="tags">{tags.collect_view()}</p> }
    });
    view! {
        {mark}
        <div class="entry__body">
            <p class="entry__meta">
                <span class="numbers">{words.day.map(|day| format!("{day}, "))}{words.time}</span>
                {words.kind.map(|kind| view! { " " <span>{kind}</span> })}
                {(words.origin == Origin::Sample).then(|| view! { <span class="tag">{t(msg::sample_mark())}</span> })}
                {star}
            </p>
            {note}
            {(!words.feelings.is_empty())
                .then(|| view! { <p class="entry__feelings">{words.feelings}</p> })}
            {text}
            {people}
        </div>
    }
    .into_any()
}

/// The piece around what was searched, which is marked.
fn snippet(found: Snippet) -> AnyView {
    let (start, end) = (found.cut_before.then_some("… "), found.cut_after.then_some(" …"));
    view! { {start}{found.before}<mark>{found.matched}</mark>{found.after}{end} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::{MOST_CHARACTERS, beginning};

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(beginning("  short"), "short");
        let words = "word ".repeat(100);
        let cut = beginning(&words);
        assert!(cut.ends_with("word…") && cut.chars().count() <= MOST_CHARACTERS + 1, "{cut}");
        let one = beginning(&"क".repeat(1000));
        assert_eq!(one.chars().count(), MOST_CHARACTERS + 1);
    }
}
