//! The answers about a relationship: asked one by one, none needed, and told on the page of the person.

use leptos::prelude::*;
use satkarya_core::circle;
use satkarya_core::diary::toggle;
use satkarya_core::people::{
    CanTell, Contact, Disagree, Gives, KnowsLow, Person, Ring, Safe, Shift, Status, Way,
};
use satkarya_core::rating::Level;
use satkarya_core::text::Answer;

use super::fields::{Ask, change};
use crate::i18n::{Msg, labels, msg, t};
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::chips::{ChipChoice, ChipSet};
use crate::ui::choices::{at, numbered, place};
use crate::ui::disclosure::Disclosure;
use crate::ui::scale::Scale;
use crate::ui::shown::Shown;
use crate::ui::text_area::TextArea;
use crate::ui::toggle_row::ToggleRow;

/// The most of an answer that a field takes, in UTF-16 units.
#[expect(clippy::cast_possible_truncation, reason = "1,000 fits")]
pub(super) const MAX_ANSWER: u32 = Answer::MAX as u32;

/// What the questions need.
#[derive(Clone, Copy)]
struct About {
    visit: Visit,
    person: Memo<Option<Person>>,
}

impl About {
    /// One of some, or nothing.
    fn choice<T: Copy + PartialEq + Send + Sync + 'static>(
        self,
        legend: Msg,
        all: &'static [T],
        label: fn(T) -> Msg,
        read: fn(&Person) -> Option<T>,
        write: fn(&mut Person, Option<T>),
    ) -> AnyView {
        let chosen = move || self.person.with(|it| place(all, &it.as_ref().and_then(read)?));
        view! {
            <ChipChoice
                legend=t(legend)
                choices=numbered(all, label)
                clearable=true
                chosen=Signal::derive(chosen)
                on_choose=Callback::new(move |word: Option<String>| {
                    let chosen = word.and_then(|word| at(all, &word));
                    change(self.visit, |it| write(it, chosen));
                })
            />
        }
        .into_any()
    }

    /// Some of some.
    fn choices<T: Copy + PartialEq + Send + Sync + 'static>(
        self,
        legend: Msg,
        all: &'static [T],
        label: fn(T) -> Msg,
        field: fn(&mut Person) -> &mut Vec<T>,
    ) -> AnyView {
        let chosen = move || {
            let mut person = self.person.get();
            let chosen = person.as_mut().map(field).map(std::mem::take).unwrap_or_default();
            chosen.iter().filter_map(|it| place(all, it)).collect::<Vec<_>>()
        };
        let turn = move |word: String| {
            let Some(it) = at(all, &word) else { return };
            change(self.visit, |person| toggle(field(person), it));
        };
        view! {
            <ChipSet
                legend=t(legend)
                choices=numbered(all, label)
                chosen=Signal::derive(chosen)
                on_toggle=Callback::new(turn)
            />
        }
        .into_any()
    }

    /// Whether one feels safe with them, and the way to what helps where one does not.
    fn safety(self) -> AnyView {
        let is_unsafe = Memo::new(move |_| {
            self.person.with(|it| it.as_ref().is_some_and(Person::feels_unsafe))
        });
        let says_little = Memo::new(move |_| {
            self.person.with(|it| it.as_ref().is_some_and(|it| it.safe == Some(Safe::RatherNot)))
        });
        let id = self.visit.id;
        view! {
            {self
                .choice(
                    msg::person_safe(),
                    Safe::ALL,
                    labels::safe,
                    |it| it.safe,
                    |it, to| {
                        it.safe = to;
                        // Whoever says anew that they are not safe is asked anew.
                        it.wants_tools = false;
                    },
                )}
            <div role="status">
                <Shown when=move || is_unsafe.get() || says_little.get()>
                    <p class="cluster">
                        <Shown when=move || is_unsafe.get()>
                            <span>{t(msg::person_safe_note())}</span>
                        </Shown>
                        <a href=Route::Safety(Some(id)).href()>{t(msg::person_safe_open())}</a>
                    </p>
                </Shown>
            </div>
        }
        .into_any()
    }

    /// Some words.
    fn words(self, ask: Ask) -> AnyView {
        view! {
            <TextArea
                label=t(question(ask))
                value=ask.shown(self.visit)
                on_input=ask.type_in(self.visit)
                rows=2
                max_length=MAX_ANSWER
            />
        }
        .into_any()
    }
}

fn question(ask: Ask) -> Msg {
    match ask {
        Ask::TheyExpect => msg::person_they_expect(),
        Ask::IExpect => msg::person_i_expect(),
        Ask::Like => msg::person_like(),
        Ask::Hard => msg::person_hard(),
        Ask::Want => msg::person_want(),
        Ask::ChangedWhat => msg::person_changed_what(),
        Ask::Name => msg::person_name(),
        Ask::Phone => msg::person_phone(),
        Ask::Note => msg::person_note(),
    }
}

/// Puts them in a ring of the circle, where nobody else has to move.
pub(super) fn put(app: AppState, visit: Visit, ring: Option<Ring>) {
    let put = app.journal.with_untracked(|journal| {
        let mut person = journal.person(visit.id)?.person.clone();
        circle::put(&circle::people(journal), visit.id, &mut person, ring, None);
        Some((person.ring, person.spot))
    });
    if let Some((ring, spot)) = put {
        change(visit, |it| {
            it.ring = ring;
            it.spot = spot;
        });
    }
}

/// The other questions, folded away. Those who died are not asked about.
#[component]
pub(super) fn MoreAbout(visit: Visit, person: Memo<Option<Person>>) -> impl IntoView {
    let about = About { visit, person };
    let read = move |read: fn(&Person) -> bool| person.with(|it| it.as_ref().is_some_and(read));
    let has_died = Memo::new(move |_| read(|it| it.status == Status::Died));
    let lives_with = Memo::new(move |_| read(|it| it.lives_with));
    let fit = move || person.with(|it| it.as_ref().and_then(|it| it.expect_match).map(Level::get));
    let questions = move || {
        view! {
            <p class="soft small">{t(msg::person_more_note())}</p>
            {about
                .choice(
                    msg::person_ring_wish(),
                    Ring::ALL,
                    labels::ring,
                    |it| it.ring_wish,
                    |it, to| it.ring_wish = to,
                )}
            {about
                .choice(
                    msg::person_contact(),
                    Contact::ALL,
                    labels::contact,
                    |it| it.contact,
                    |it, to| it.contact = to,
                )}
            {about
                .choices(
                    msg::person_contact_ways(),
                    Way::ALL,
                    labels::way,
                    |it| &mut it.contact_ways,
                )}
            <ToggleRow
                label=t(msg::person_lives_with())
                on=lives_with
                on_change=Callback::new(move |on| change(visit, |it| it.lives_with = on))
            />
            {about.words(Ask::Like)}
            {about.words(Ask::Hard)}
            {about.words(Ask::TheyExpect)}
            {about.words(Ask::IExpect)}
            <Scale
                legend=t(msg::person_expect_match())
                words=Level::all().map(|level| t(labels::level(level))).collect()
                value=Signal::derive(fit)
                on_choose=Callback::new(move |level: Option<u8>| {
                    change(visit, |it| it.expect_match = level.map(Level::nearest));
                })
            />
            {about
                .choices(msg::person_support(), Gives::ALL, labels::gives, |it| &mut it.support)}
            {about.choices(msg::person_i_give(), Gives::ALL, labels::gives, |it| &mut it.i_give)}
            {about
                .choice(
                    msg::person_can_tell(),
                    CanTell::ALL,
                    labels::can_tell,
                    |it| it.can_tell,
                    |it, to| it.can_tell = to,
                )}
            {about
                .choice(
                    msg::person_knows_low(),
                    KnowsLow::ALL,
                    labels::knows_low,
                    |it| it.knows_low,
                    |it, to| it.knows_low = to,
                )}
            {about
                .choice(
                    msg::person_disagree(),
                    Disagree::ALL,
                    labels::disagree,
                    |it| it.disagree,
                    |it, to| it.disagree = to,
                )}
            {about
                .choice(
                    msg::person_changed(),
                    Shift::ALL,
                    labels::shift,
                    |it| it.changed,
                    |it, to| it.changed = to,
                )}
            {about.words(Ask::ChangedWhat)}
            {about.safety()}
            {about.words(Ask::Want)}
        }
    };
    move || {
        (!has_died.get()).then(|| {
            view! {
                <Disclosure summary=t(msg::person_more())>
                    <div class="stack person__more">{questions()}</div>
                </Disclosure>
            }
        })
    }
}

/// What was answered, as question and answer. Nothing of it is told of those who died but where
/// they stand.
pub(super) fn told(person: &Person) -> Vec<(String, String)> {
    let mut told = Vec::new();
    let mut tell = |question: Msg, answer: Option<String>| {
        told.extend(answer.filter(|it| !it.trim().is_empty()).map(|answer| (t(question), answer)));
    };
    tell(msg::person_ring(), person.stands().map(|it| t(labels::ring(it))));
    if person.status == Status::Died {
        return told;
    }
    tell(msg::person_ring_wish(), person.wished().map(|it| t(labels::ring(it))));
    tell(msg::person_contact(), person.contact.map(|it| t(labels::contact(it))));
    let ways = person.contact_ways.iter().map(|it| t(labels::way(*it))).collect::<Vec<_>>();
    tell(msg::person_contact_ways(), Some(ways.join(", ")));
    let words = |ask: Ask| Some(ask.of(person).to_string());
    tell(msg::person_like(), words(Ask::Like));
    tell(msg::person_hard(), words(Ask::Hard));
    tell(msg::person_they_expect(), words(Ask::TheyExpect));
    tell(msg::person_i_expect(), words(Ask::IExpect));
    tell(msg::person_expect_match(), person.expect_match.map(|it| t(labels::level(it))));
    let given = |all: &[Gives]| {
        Some(all.iter().map(|it| t(labels::gives(*it))).collect::<Vec<_>>().join(", "))
    };
    tell(msg::person_support(), given(&person.support));
    tell(msg::person_i_give(), given(&person.i_give));
    tell(msg::person_can_tell(), person.can_tell.map(|it| t(labels::can_tell(it))));
    tell(msg::person_knows_low(), person.knows_low.map(|it| t(labels::knows_low(it))));
    tell(msg::person_disagree(), person.disagree.map(|it| t(labels::disagree(it))));
    tell(msg::person_changed(), person.changed.map(|it| t(labels::shift(it))));
    tell(msg::person_changed_what(), words(Ask::ChangedWhat));
    tell(msg::person_want(), words(Ask::Want));
    told
}
