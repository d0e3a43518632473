//! The end of a worksheet: whether what it is for is there, where it can lead, what belongs to it,
//! and what can be done with it.

use leptos::prelude::*;
use satkarya_core::content::{StepNote, Then, sheet};
use satkarya_core::id::Id;
use satkarya_core::record::Body;
use satkarya_core::sheet::{Progress, Worksheet, entries_of, latest, links_to, people_of};

use super::entries;
use super::paper::{foot, tell};
use super::runner::END;
use super::work::Work;
use crate::i18n::{content_text, msg, names, t};
use crate::platform::{address, dom};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::chips::ChipButton;
use crate::ui::icon::{Icon, IconName};
use crate::ui::keyed::Keyed;
use crate::ui::parts::{Parts, part, plain};
use crate::ui::row_link::RowLink;
use crate::ui::sheet_rows::note_of;
use crate::ui::shown::Shown;
use crate::ui::toggle_row::ToggleRow;
use crate::ui::versions::Versions;

/// The end.
#[component]
pub(super) fn End(
    work: Work,
    on_back: Callback<&'static str>,
    on_stop: Callback<()>,
    on_go: Callback<&'static str>,
) -> impl IntoView {
    let app = AppState::expect();
    let sheet = work.sheet;
    let progress = Memo::new(move |_| {
        let it = work.it.get();
        app.journal.with(|journal| it.map(|it| it.progress(journal)))
    });
    let is = move |wanted: Progress| progress.get() == Some(wanted);
    let done_words = move || {
        if sheet.done_text.is_empty() {
            t(msg::sheet_done())
        } else {
            content_text(&sheet.done_text)
        }
    };
    let brings = Memo::new(move |_| work.ask(|it| it.bring));
    let is_mine = Memo::new(move |_| work.ask(|it| it.mine));
    view! {
        <section
            class="sheet__step sheet__end"
            data-here=move || (work.here.get() == END).then_some("")
            aria-labelledby="sheet-end"
        >
            <h2 class="serif" id="sheet-end" tabindex="-1">
                {t(msg::sheet_end())}
            </h2>
            <Shown
                when=move || is(Progress::Done)
                fallback=move || view! { <Left work on_go /> }
            >
                <p role="status">
                    <Icon name=IconName::Check />
                    " "
                    {done_words}
                </p>
            </Shown>
            <div class="cluster">
                <Button tone=Tone::Primary on_click=on_stop>
                    {move || {
                        t(if is(Progress::Done) { msg::common_done() } else { msg::sheet_stop() })
                    }}
                </Button>
                {sheet.then.iter().map(|then| view! { <Hand work then /> }).collect_view()}
            </div>
            <Said work />
            <Belongs work />
            <ToggleRow
                label=t(msg::sheet_bring())
                hint=t(msg::sheet_bring_hint())
                on=brings
                on_change=Callback::new(move |on| work.change(|it| it.bring = on))
            />
            <ToggleRow
                label=t(msg::sheet_mine())
                hint=t(msg::sheet_mine_hint())
                on=is_mine
                on_change=Callback::new(move |on| work.change(|it| it.mine = on))
            />
            <Acts work progress />
            <Versions
                versions=app.versions_of(work.visit.id)
                now=app.now()
                said=said
                on_restore=Callback::new(move |body| app.bring_back(work.visit.id, body))
            />
            <div class="sheet__go cluster">
                <Button tone=Tone::Quiet on_click=Callback::new(move |()| on_back.run(END))>
                    {t(msg::sheet_back())}
                </Button>
            </div>
        </section>
    }
}

/// That it can be left so, and where something of what it is for is open.
#[component]
fn Left(work: Work, on_go: Callback<&'static str>) -> impl IntoView {
    let app = AppState::expect();
    let left = Memo::new(move |_| {
        let it = work.it.get();
        app.journal.with(|journal| {
            let left = it.map(|it| it.left(journal)).unwrap_or_default();
            left.into_iter().map(|it| it.id.as_str()).collect::<Vec<_>>()
        })
    });
    let one = move |id: &'static str| {
        let step = work.sheet.steps.iter().find(|it| it.id.as_str() == id)?;
        Some(view! {
            <ChipButton on_click=Callback::new(move |()| on_go.run(id))>
                {content_text(&step.title)}
            </ChipButton>
        })
    };
    view! {
        <p class="soft">{t(msg::sheet_not_done())}</p>
        <Shown when=move || !left.with(Vec::is_empty)>
            <div class="stack stack--tight">
                <p class="soft small">{t(msg::sheet_left())}</p>
                <div class="chips">
                    <Keyed each=move || left.get() key=|id: &&'static str| *id children=one />
                </div>
            </div>
        </Shown>
    }
}

/// What was answered, to be read over. On a desk it stands in its fields above.
#[component]
fn Said(work: Work) -> impl IntoView {
    let said = Memo::new(move |_| {
        let mut told = work.told.get();
        told.retain(|it| !it.lines.is_empty());
        told
    });
    view! {
        <div class="sheet__said stack">
            <Parts parts=said />
        </div>
    }
}

/// What an earlier version of a worksheet said.
fn said(body: &Body) -> Option<AnyView> {
    let Body::Sheet(it) = body else { return None };
    let told = untrack(|| tell(AppState::expect(), it));
    Some(told.into_iter().map(part).collect_view().into_any())
}

/// What can be done with the worksheet as a whole.
#[component]
fn Acts(work: Work, progress: Memo<Option<Progress>>) -> impl IntoView {
    let app = AppState::expect();
    let sheet = work.sheet;
    let is = move |wanted: Progress| progress.get() == Some(wanted);
    let leave_open = move |()| work.change(|it| it.open = !it.open);
    let is_open = Memo::new(move |_| work.ask(|it| it.open));
    let aside = move |()| {
        work.visit.save();
        let on = !is(Progress::Aside);
        work.change(|it| it.aside = on);
        if on {
            app.show_undo(msg::sheet_put_aside());
        }
    };
    let delete = move |()| {
        address::go(&Route::Sheets.to_string());
        app.remove(work.visit.id, msg::sheet_deleted());
    };
    let save = move |()| {
        work.visit.save();
        let told = work.it.with_untracked(|it| it.as_ref().map(|it| untrack(|| tell(app, it))));
        let text = plain(
            &content_text(&sheet.title),
            &told.unwrap_or_default(),
            &untrack(|| foot(app, work)),
        );
        app.save_text(&text);
    };
    let print = move |()| {
        work.visit.save();
        dom::print();
    };
    view! {
        <div class="cluster">
            <Button on_click=Callback::new(print)>
                <Icon name=IconName::Print />
                {t(msg::sheet_print())}
            </Button>
            <Button on_click=Callback::new(save)>
                <Icon name=IconName::Download />
                {t(msg::sheet_text())}
            </Button>
            <Button on_click=Callback::new(aside)>
                {move || {
                    t(if is(Progress::Aside) { msg::sheet_take_up() } else { msg::sheet_aside() })
                }}
            </Button>
            <Shown when=move || is(Progress::Done) || is_open.get()>
                <Button
                    pressed=Signal::derive(move || Some(is_open.get()))
                    on_click=Callback::new(leave_open)
                >
                    {t(msg::sheet_leave_open())}
                </Button>
            </Shown>
            <Button tone=Tone::Danger on_click=Callback::new(delete)>
                {t(msg::sheet_delete())}
            </Button>
        </div>
    }
}

/// A sheet that this one can lead to.
#[component]
fn Hand(work: Work, then: &'static Then) -> impl IntoView {
    let app = AppState::expect();
    let there = move || {
        !(then.hold && work.held.get())
            && then.when.as_ref().is_none_or(|when| work.ask(|it| it.holds(when)))
    };
    let go = move |()| {
        work.visit.save();
        let there = app.journal.with_untracked(|it| latest(it, then.to.as_str()).map(|it| it.0));
        match there.filter(|_| then.open) {
            Some(id) => address::go(&Route::Sheet(id).to_string()),
            None => app.hand_on(work.visit.id, then),
        }
    };
    view! {
        <Shown when=there>
            <Button on_click=Callback::new(go)>{content_text(&then.text)}</Button>
        </Shown>
    }
}

/// A row that leads to what belongs to a worksheet.
type Row = (String, String, String);

/// What belongs to a worksheet: where it came from, what came of it, its entries and people.
#[component]
fn Belongs(work: Work) -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let rows = Memo::new(move |_| {
        let Some(it) = work.it.get() else { return Vec::new() };
        app.journal.with(|journal| {
            let sheet = |id: Id| {
                let it = journal.get(id)?.sheet()?;
                Some((Route::Sheet(id).href(), names::sheet(it), note_of(it, journal, today)))
            };
            let entry = |id: Id| {
                let line = entries::line(journal, id, today)?;
                Some((Route::Entry(id).href(), t(msg::sheet_entry()), line))
            };
            let person = |id: Id| {
                journal.person(id)?;
                Some((Route::Person(id).href(), names::person(id, journal), t(msg::sheet_person())))
            };
            let after = links_to(journal, work.visit.id).into_iter().map(|(id, _)| id);
            let sheets = it.from.into_iter().chain(after).filter_map(sheet);
            let entries = entries_of(&it).into_iter().filter_map(entry);
            let people = people_of(&it).into_iter().filter_map(person);
            sheets.chain(entries).chain(people).collect::<Vec<Row>>()
        })
    });
    view! {
        <Shown when=move || !rows.with(Vec::is_empty)>
            <div class="stack stack--tight">
                <h3>{t(msg::sheet_belongs())}</h3>
                <ul class="rows" role="list">
                    <Keyed
                        each=move || rows.get()
                        key=Clone::clone
                        children=|(href, title, note): Row| {
                            view! {
                                <li>
                                    <RowLink href title note />
                                </li>
                            }
                        }
                    />
                </ul>
            </div>
        </Shown>
    }
}

/// A sentence that is there while something holds.
#[component]
pub(super) fn Note(work: Work, note: &'static StepNote) -> impl IntoView {
    let app = AppState::expect();
    let there = move || note.when.as_ref().is_none_or(|when| work.ask(|it| it.holds(when)));
    let href = move || {
        let with = work.it.with(|it| it.as_ref().and_then(Worksheet::with));
        let there = app.journal.with(|it| latest(it, &note.to).map(|it| it.0));
        let there = there.filter(|_| note.open).map(Route::Sheet);
        there.or_else(|| address_of(&note.to, with)).map(Route::href)
    };
    view! {
        <Shown when=there>
            <p class="sheet__note">
                {content_text(&note.text)}
                {move || {
                    href()
                        .map(|href| {
                            view! {
                                " "
                                <a href=href>{content_text(&note.link)}</a>
                            }
                        })
                }}
            </p>
        </Shown>
    }
}

/// Where a link of a note leads.
fn address_of(to: &'static str, with: Option<Id>) -> Option<Route> {
    Some(match to {
        "" => return None,
        "support" => Route::Support,
        "safety" => Route::Safety(with),
        "circle" => Route::Circle,
        "timeline" => Route::Line,
        "people" => Route::People,
        "goals" => Route::Goals,
        "focus" => Route::Focus,
        "sessions" => Route::Sessions,
        "diary" => Route::Diary(crate::route::DiaryView::List),
        _ => match to.strip_prefix("page:") {
            Some(page) => Route::Article(satkarya_core::content::page(page)?.id().as_str()),
            None => Route::SheetKind(sheet(to)?.id.as_str()),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use satkarya_core::content;

    #[test]
    fn every_link_of_a_note_leads_somewhere() {
        let mut n = 0;
        for note in content::sheets().iter().flat_map(|it| &it.steps).flat_map(|it| &it.notes) {
            if !note.to.is_empty() {
                let route = address_of(&note.to, None).expect("a place");
                assert_eq!(Route::parse(&route.href()), route);
                n += 1;
            }
        }
        println!("links of notes that lead somewhere: {n}");
    }
}
