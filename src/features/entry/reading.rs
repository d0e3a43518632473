//! What an entry says: everything that was filled in, and nothing that was not.

use std::fmt::Write as _;

use leptos::prelude::*;
use satkarya_core::diary::{Entry, SaidLine, Speaker};
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::rating::Mood;

use crate::i18n::{Msg, dates, labels, msg, names, t};
use crate::route::Route;
use crate::ui::icon::{Icon, IconName};
use crate::ui::mood_mark::{MarkSize, MoodMark};

/// A question with its answer, both in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    label: String,
    answer: String,
    /// Whether the answer is in the person's own words.
    is_own: bool,
}

impl Fact {
    fn chosen(label: Msg, answer: Option<Msg>) -> Option<Self> {
        answer.map(|answer| Self { label: t(label), answer: t(answer), is_own: false })
    }

    fn listed(label: Msg, answers: impl Iterator<Item = String>) -> Option<Self> {
        let answers: Vec<_> = answers.collect();
        let answer = answers.join(", ");
        (!answers.is_empty()).then(|| Self { label: t(label), answer, is_own: false })
    }

    fn written(label: Msg, text: &str) -> Option<Self> {
        let answer = text.to_owned();
        (!text.trim().is_empty()).then(|| Self { label: t(label), answer, is_own: true })
    }

    fn plain(label: Msg, answer: Option<String>) -> Option<Self> {
        answer.map(|answer| Self { label: t(label), answer, is_own: false })
    }
}

/// The answers about the event, in the order of the form.
pub(super) fn facts(entry: &Entry) -> Vec<Fact> {
    let body = &entry.wellbeing;
    let rhythm = &entry.rhythm;
    [
        Fact::chosen(msg::entry_kind(), entry.kind.map(labels::kind)),
        Fact::written(msg::entry_expected(), &entry.expected),
        Fact::chosen(msg::entry_got(), entry.got.map(labels::got)),
        Fact::listed(msg::entry_did(), entry.did.iter().map(|did| t(labels::did(*did)))),
        Fact::written(msg::entry_outcome(), &entry.outcome),
        Fact::chosen(msg::entry_need(), entry.need.map(labels::need)),
        Fact::chosen(msg::entry_support(), entry.support.map(labels::level)),
        Fact::chosen(msg::entry_connected(), entry.connected.map(labels::level)),
        Fact::listed(msg::entry_areas(), entry.areas.iter().map(|it| t(labels::area(*it)))),
        Fact::plain(msg::entry_sleep_hours(), body.sleep_hours.map(|it| it.get().to_string())),
        Fact::chosen(msg::entry_sleep_quality(), body.sleep_quality.map(labels::quality)),
        Fact::chosen(msg::entry_energy(), body.energy.map(labels::amount)),
        Fact::chosen(msg::entry_appetite(), body.appetite.map(labels::amount)),
        Fact::chosen(msg::entry_alcohol(), body.alcohol.map(labels::alcohol)),
        Fact::plain(msg::entry_rhythm_up(), rhythm.up.map(dates::time)),
        Fact::plain(msg::entry_rhythm_contact(), rhythm.first_contact.map(dates::time)),
        Fact::plain(msg::entry_rhythm_out(), rhythm.out.map(dates::time)),
        Fact::plain(msg::entry_rhythm_bed(), rhythm.bed.map(dates::time)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Feelings in one line, each with its strength if it was given.
fn feelings(entry: &Entry, journal: &Journal) -> String {
    let mut text = String::new();
    for feeling in &entry.feelings {
        let gap = if text.is_empty() { "" } else { ", " };
        let word = names::feeling(&feeling.id, journal);
        let strength = feeling.strength.map(|it| format!(" ({})", t(labels::strength(it))));
        // Writing to a string cannot go wrong.
        let _ = write!(text, "{gap}{word}{}", strength.unwrap_or_default());
    }
    text
}

/// The mood before and after, or the one of the two that was given.
fn around(entry: &Entry) -> Option<String> {
    let words = |label: Msg, mood: Mood| format!("{}: {}", t(label), t(labels::mood(mood)));
    match (entry.before, entry.after) {
        (Some(before), Some(after)) => {
            Some(t(msg::entry_mood_change(before.get().to_string(), after.get().to_string())))
        }
        (Some(before), None) => Some(words(msg::entry_mood_before(), before)),
        (None, Some(after)) => Some(words(msg::entry_mood_after(), after)),
        (None, None) => None,
    }
}

/// Everything an entry says.
pub(super) fn reading(entry: &Entry, journal: &Journal) -> AnyView {
    let mood = entry.mood.map(|mood| {
        view! {
            <div class="reading__mood">
                <MoodMark value=mood.get() label=t(labels::mood(mood)) size=MarkSize::Large />
                <span class="reading__mood-word" aria-hidden="true">
                    {t(labels::mood_word(mood))}
                </span>
            </div>
        }
    });
    let quiet = entry.quiet.then(|| view! { <p class="soft">{t(msg::entry_quiet())}</p> });
    let around = around(entry).map(|text| view! { <p class="soft numbers">{text}</p> });
    let feelings = feelings(entry, journal);
    let feelings = (!feelings.is_empty()).then(|| {
        view! { <p class="reading__feelings">{feelings}</p> }
    });
    let what = (!entry.what.is_blank()).then(|| {
        view! {
            <p class="own-words" translate="no" dir="auto">
                {entry.what.to_string()}
            </p>
        }
    });
    let facts = facts(entry);
    let facts = (!facts.is_empty()).then(|| {
        let row = |Fact { label, answer, is_own }: Fact| {
            let class = if is_own { "own-words" } else { "" };
            let translate = if is_own { "no" } else { "yes" };
            view! {
                <dt>{label}</dt>
                <dd class=class translate=translate dir="auto">
                    {answer}
                </dd>
            }
        };
        view! { <dl class="reading__facts">{facts.into_iter().map(row).collect_view()}</dl> }
    });
    view! {
        <div class="reading">
            {mood} {quiet} {around} {feelings} {people(&entry.people, journal)} {what}
            {said(&entry.lines, journal)} {facts}
        </div>
    }
    .into_any()
}

/// The people as links to their pages.
fn people(ids: &[Id], journal: &Journal) -> Option<AnyView> {
    let link = |id: &Id| {
        let name = names::person(*id, journal);
        let person = journal.person(*id).is_some().then(|| Route::Person(*id).href());
        view! {
            <li>
                {match person {
                    Some(href) => {
                        view! {
                            <a class="chip" href=href translate="no">
                                <Icon name=IconName::Person size=1.0 />
                                {name}
                            </a>
                        }
                            .into_any()
                    }
                    None => view! { <span class="tag tag--person">{name}</span> }.into_any(),
                }}
            </li>
        }
    };
    (!ids.is_empty()).then(|| {
        view! {
            <ul class="cluster" role="list" aria-label=t(msg::entry_people())>
                {ids.iter().map(link).collect_view()}
            </ul>
        }
        .into_any()
    })
}

/// What was said, line by line.
fn said(lines: &[SaidLine], journal: &Journal) -> Option<AnyView> {
    let row = |line: &SaidLine| {
        let who = match line.who {
            Speaker::Me => t(msg::entry_line_me()),
            Speaker::Other => t(msg::entry_line_other()),
            Speaker::Person(id) => names::person(id, journal),
        };
        let how = (!line.how.is_blank()).then(|| {
            view! { <span class="soft small" translate="no">{format!(" {}", line.how)}</span> }
        });
        view! {
            <dt>{who}{how}</dt>
            <dd class="own-words" translate="no" dir="auto">
                {line.text.to_string()}
            </dd>
        }
    };
    (!lines.is_empty()).then(|| {
        view! {
            <div class="reading__said">
                <h2>{t(msg::entry_lines())}</h2>
                <dl>{lines.iter().map(row).collect_view()}</dl>
            </div>
        }
        .into_any()
    })
}

#[cfg(test)]
mod tests {
    use satkarya_core::diary::{Did, Feeling, Got, When};
    use satkarya_core::rating::{Level, Strength};
    use satkarya_core::text::Line;
    use satkarya_core::time::{Now, Offset, Zone};

    use super::*;

    fn entry() -> Entry {
        Entry::new(When::from(&Now { ms: 0, offset: Offset::UTC, zone: Zone::default() }))
    }

    #[test]
    fn nothing_is_said_that_was_not_filled_in() {
        assert_eq!(facts(&entry()), []);
        assert_eq!(around(&entry()), None);
    }

    #[test]
    fn what_was_filled_in_is_said_in_the_order_of_the_form() {
        let mut entry = entry();
        entry.got = Some(Got::Better);
        entry.expected = Line::cut("a call");
        entry.did = vec![Did::Asked, Did::Listened];
        entry.support = Level::try_from(4).ok();
        let answers: Vec<_> = facts(&entry).into_iter().map(|fact| fact.answer).collect();
        assert_eq!(answers, ["a call", "better than I hoped", "asked, listened", "very much"]);
    }

    #[test]
    fn feelings_stand_with_their_strength() {
        let mut entry = entry();
        let feeling = |id: &str, strength: Option<u8>| Feeling {
            id: id.try_into().expect("id"),
            strength: strength.and_then(|n| Strength::try_from(n).ok()),
        };
        entry.feelings = vec![feeling("sad", Some(4)), feeling("a_burden", None)];
        assert_eq!(feelings(&entry, &Journal::new()), "sad (strong), a burden");
    }
}
