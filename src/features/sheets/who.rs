//! Choosing people and feelings in a worksheet.

use leptos::prelude::*;
use satkarya_core::content::{self, Kind};
use satkarya_core::diary::FeelingId;
use satkarya_core::id::Id;
use satkarya_core::people::Status;
use satkarya_core::record::Origin;
use satkarya_core::sheet::Worksheet;

use super::field::{Asked, MOST};
use super::work::Work;
use crate::i18n::{content_text, msg, names, t};
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::chips::{ChipSet, Choice};
use crate::ui::people_picker::PeoplePicker;
use crate::ui::select::Select;
use crate::ui::shown::Shown;

/// How many people and feelings are offered.
const OFFERED: usize = 8;
/// The most feelings of one moment.
const MOST_FEELINGS: usize = 5;

/// Who is offered before a name is typed. In a sheet about a loss that is whoever died. As help, nobody
/// with whom somebody does not feel safe, nor the one whom the sheet is about.
fn offered(app: AppState, work: Work, is_about: bool) -> Vec<Id> {
    app.journal.with(|journal| {
        if is_about && work.sheet.pace.is_some() {
            let all = journal.people().into_iter();
            let died = all.filter(|it| it.person.status == Status::Died && !it.person.archived);
            let own = died.filter(|it| it.record.origin == Origin::Own);
            return own.map(|it| it.record.id).take(OFFERED).collect();
        }
        let about = work.it.with(|it| it.as_ref().and_then(Worksheet::with));
        let is_tool = is_about && work.sheet.gate.is_some();
        let is_unsafe = |id: Id| journal.person(id).is_some_and(|it| it.person.feels_unsafe());
        let mut offered = app.favorite_people(OFFERED);
        offered.retain(|id| is_tool || !(is_unsafe(*id) || !is_about && about == Some(*id)));
        offered
    })
}

/// One person, or several.
pub(super) fn people(work: Work, asked: Asked) -> AnyView {
    let Asked { field, slot, label, hint } = asked;
    let is_one = field.kind == Kind::Person;
    let app = AppState::expect();
    let chosen = Memo::new(move |_| -> Vec<Id> {
        work.ask(|it| {
            if is_one {
                it.answers.text_at(slot).parse().into_iter().collect()
            } else {
                it.answers.list_at(slot).filter_map(|it| it.parse().ok()).collect()
            }
        })
    });
    let toggle = move |id: Id| {
        // What was answered about somebody else says nothing of them.
        if slot.field == "with" {
            work.change(|it| (it.safe, it.safe_on) = (None, None));
        }
        work.answer(slot, |answers| {
            if is_one {
                let is_same = answers.text_at(slot) == id.to_string();
                let text = if is_same { String::new() } else { id.to_string() };
                answers.set_text(slot, &text);
            } else {
                answers.toggle(slot, &id.to_string(), MOST);
            }
        });
    };
    let add = move |name| {
        if let Some(id) = app.add_person(name) {
            toggle(id);
        }
    };
    let favorites = untrack(|| offered(app, work, slot.field == "with"));
    view! {
        <PeoplePicker
            legend=label
            journal=app.journal
            favorites
            chosen
            on_toggle=Callback::new(toggle)
            on_add=Callback::new(add)
        />
        {hint.map(|hint| view! { <p class="soft small">{hint}</p> })}
    }
    .into_any()
}

/// A few feelings as chips, and all words one tap away.
#[component]
pub(super) fn FeelingsField(
    work: Work,
    /// What is asked.
    asked: Asked,
) -> impl IntoView {
    let app = AppState::expect();
    let Asked { slot, label, hint, .. } = asked;
    let chosen = Memo::new(move |_| {
        work.ask(|it| it.answers.list_at(slot).map(str::to_owned).collect::<Vec<_>>())
    });
    let first = StoredValue::new(app.favorite_feelings(OFFERED));
    let choices = Signal::derive(move || {
        let mut ids: Vec<FeelingId> = first.get_value();
        let extra = chosen.get().into_iter().filter_map(|it| FeelingId::try_from(it).ok());
        let extra: Vec<_> = extra.filter(|it| !ids.contains(it)).collect();
        ids.extend(extra);
        let choice = |id: &FeelingId| {
            app.journal.with(|journal| Choice::new(id.as_str(), names::feeling(id, journal)))
        };
        ids.iter().map(choice).collect::<Vec<_>>()
    });
    let toggle = move |it: String| {
        work.answer(slot, |answers| answers.toggle(slot, &it, MOST_FEELINGS));
    };
    let more = RwSignal::new(false);
    let words = move || {
        let none = [Choice::new("", t(msg::sheet_feeling_choose()))];
        let all = content::vocabulary().words();
        none.into_iter()
            .chain(all.map(|it| Choice::new(it.id().as_str(), content_text(it.word()))))
            .collect::<Vec<_>>()
    };
    let pick = move |it: String| {
        if !it.is_empty() && !chosen.get_untracked().contains(&it) {
            toggle(it);
        }
    };
    view! {
        <ChipSet legend=label choices chosen on_toggle=Callback::new(toggle) full=t(msg::entry_feelings_full()) />
        {hint.map(|hint| view! { <p class="soft small">{hint}</p> })}
        <Shown
            when=move || more.get()
            fallback=move || {
                view! {
                    <div>
                        <Button tone=Tone::Quiet on_click=Callback::new(move |()| more.set(true))>
                            {t(msg::sheet_feelings_more())}
                        </Button>
                    </div>
                }
            }
        >
            <Select
                label=t(msg::sheet_feelings_more())
                choices=Signal::derive(words)
                chosen=Signal::derive(String::new)
                on_choose=Callback::new(pick)
            />
        </Shown>
    }
}
