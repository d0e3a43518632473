//! The circle of an earlier day beside that of today: keeping it, comparing, letting it go.

use leptos::prelude::*;
use satkarya_core::circle::{self, Snapshot};
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::people::Ring;
use satkarya_core::record::{Body, Origin};

use super::circle::{Someone, count};
use crate::i18n::{dates, labels, msg, names, t};
use crate::platform::dom;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::chips::Choice;
use crate::ui::data_table::{DataTable, TableData};
use crate::ui::select::Select;
use crate::ui::shown::Shown;

/// Keeping today's circle, and looking at that of an earlier day.
#[component]
pub(super) fn ThenAndNow(
    people: Memo<Vec<Someone>>,
    chosen: RwSignal<Option<Id>>,
    then: Memo<Option<Snapshot>>,
) -> impl IntoView {
    let app = AppState::expect();
    let kept = Memo::new(move |_| {
        app.journal.with(|journal| {
            let all = circle::snapshots(journal).into_iter();
            all.map(|(id, it)| (id, it.day)).collect::<Vec<_>>()
        })
    });
    let can_keep = Memo::new(move |_| {
        people.with(|all| all.iter().any(|it| it.1.stands().is_some() && !app.is_sample(it.0)))
    });
    let keep = move |()| {
        let day = app.today();
        let known = app.journal.with_untracked(|journal| {
            let mine = |id: Id| journal.get(id).is_some_and(|it| it.origin == Origin::Own);
            let mut all = circle::snapshots(journal).into_iter();
            all.find(|(id, it)| it.day == day && mine(*id)).map(|(id, _)| id)
        });
        let Some(id) = known.or_else(|| app.fresh_id()) else { return };
        let snapshot = app.journal.with_untracked(|journal| Snapshot::of(journal, day));
        app.put(id, Body::Snapshot(snapshot), Earlier::Kept);
        app.show_undo(msg::circle_kept());
    };
    let choices = move || -> Vec<Choice> {
        let days = kept.get().into_iter();
        let days =
            days.map(|(id, day)| Choice::new(id.to_string(), dates::near_day(day, app.today())));
        std::iter::once(Choice::new("", t(msg::circle_compare_none()))).chain(days).collect()
    };
    let value =
        move || then.with(Option::is_some).then(|| chosen.get()).flatten().map(|id| id.to_string());
    view! {
        <section class="section">
            <h2 class="no-print">{t(msg::circle_then_title())}</h2>
            <Shown when=move || can_keep.get()>
                <p class="soft no-print">{t(msg::circle_then_note())}</p>
                <div>
                    <Button on_click=Callback::new(keep)>{t(msg::circle_keep())}</Button>
                </div>
            </Shown>
            <Shown when=move || kept.with(|all| !all.is_empty())>
                <div class="no-print">
                    <Select
                        label=t(msg::circle_compare())
                        choices=Signal::derive(choices)
                        chosen=Signal::derive(move || value().unwrap_or_default())
                        on_choose=Callback::new(move |word: String| chosen.set(word.parse().ok()))
                    />
                </div>
            </Shown>
            <Shown when=move || then.with(Option::is_some)>
                <Compared people chosen then />
            </Shown>
        </section>
    }
}

/// What is different from that day.
#[component]
fn Compared(
    people: Memo<Vec<Someone>>,
    chosen: RwSignal<Option<Id>>,
    then: Memo<Option<Snapshot>>,
) -> impl IntoView {
    let app = AppState::expect();
    let moves = Memo::new(move |_| {
        let then = then.get();
        then.map(|then| {
            people.with(|people| circle::moves(&then, people.iter().map(|it| (it.0, &it.1))))
        })
        .unwrap_or_default()
    });
    let day = move || {
        then.with(|it| it.as_ref().map(|it| dates::near_day(it.day, app.today())))
            .unwrap_or_default()
    };
    let said = move || {
        let n = |ring: Ring| then.with(|it| it.as_ref().map_or(0, |it| it.n_in(ring))).to_string();
        let (nearer, further) = moves.with(|all| {
            let nearer = all.iter().filter(|it| it.is_nearer()).count();
            (nearer, all.iter().filter(|it| it.is_further()).count())
        });
        let counts = msg::circle_then_counts(
            day(),
            n(Ring::VeryClose),
            n(Ring::Close),
            n(Ring::Around),
            n(Ring::Outside),
        );
        [
            t(counts),
            t(msg::circle_moved_nearer(count(nearer))),
            t(msg::circle_moved_further(count(further))),
        ]
        .join(" ")
    };
    let table = move || {
        let ring = |ring: Option<Ring>| t(ring.map_or_else(msg::circle_not_there, labels::ring));
        let name = |id: Id| app.journal.with(|it| names::person(id, it));
        TableData {
            caption: t(msg::circle_table()),
            columns: vec![
                t(msg::circle_table_name()),
                t(msg::circle_table_then()),
                t(msg::circle_table_now()),
            ],
            rows: moves.with(|all| {
                all.iter().map(|it| vec![name(it.id), ring(it.then), ring(it.now)]).collect()
            }),
        }
    };
    let forget = move |()| {
        let Some(id) = chosen.get_untracked() else { return };
        let day = untrack(day);
        app.remove(id, msg::circle_forgotten(day));
        dom::focus_soon([".circle-page select"]);
    };
    view! {
        <p role="status">{said}</p>
        <p class="soft small no-print">{t(msg::circle_then_how())}</p>
        <DataTable summary=t(msg::circle_table()) data=Signal::derive(table) />
        <div>
            <Button tone=Tone::Danger on_click=Callback::new(forget)>
                {t(msg::circle_forget())}
            </Button>
        </div>
    }
}
