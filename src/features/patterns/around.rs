//! Around an event of the timeline: the days before it beside the days after.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::pattern::{DatedEvent, Filter, around, dated_events};

use crate::i18n::{dates, msg, names, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::LinkButton;
use crate::ui::chips::Choice;
use crate::ui::disclosure::Disclosure;
use crate::ui::page_head::PageHead;
use crate::ui::printed_on::PrintedOn;
use crate::ui::rings::Waiting;
use crate::ui::select::Select;
use crate::ui::shown::Shown;
use crate::ui::{sides, told};

/// The page.
#[component]
pub fn AroundPage(
    /// The event to begin with.
    event: Option<Id>,
) -> impl IntoView {
    let app = AppState::expect();
    let chosen = RwSignal::new(event);
    let events = Memo::new(move |_| app.journal.with(dated_events));
    let has_events = Memo::new(move |_| events.with(|it| !it.is_empty()));
    let choice = move |it: &DatedEvent| {
        let (title, when) = app.journal.with(|journal| {
            let event = journal.get(it.id).and_then(|record| record.event());
            let title = event.map_or("", |it| &*it.title);
            (names::titled(title, msg::event_untitled()), event.and_then(|it| it.when))
        });
        let when = when.map_or_else(String::new, dates::fuzzy);
        Choice::new(it.id.to_string(), format!("{title}, {when}"))
    };
    let choices = Signal::derive(move || {
        let none = Choice::new("", t(msg::common_none_chosen()));
        // The latest is the likeliest.
        let events = events.with(|all| all.iter().rev().map(choice).collect::<Vec<_>>());
        std::iter::once(none).chain(events).collect::<Vec<_>>()
    });
    let found = Memo::new(move |_| {
        let event = chosen.get()?;
        let found = app.journal.with(|it| around(it, &Filter::everything(), event))?;
        Some(sides::around(&found.days))
    });
    let told = Signal::derive(move || found.get().unwrap_or_default());
    let is_loaded = move || app.loading.get().is_complete();
    view! {
        <div class="page">
            <PageHead
                title=t(msg::around_title())
                back=(Route::Patterns.href(), t(msg::patterns_title()))
                note=t(msg::around_note())
            />
            <PrintedOn day=app.day_of_printing() />
            <Shown when=is_loaded fallback=|| view! { <Waiting label=t(msg::app_loading()) /> }>
                <Shown
                    when=move || has_events.get()
                    fallback=|| {
                        view! {
                            <p>{t(msg::around_no_events())}</p>
                            <p>
                                <LinkButton href=Route::Line.href()>
                                    {t(msg::line_title())}
                                </LinkButton>
                            </p>
                        }
                    }
                >
                    <Select
                        label=t(msg::around_pick())
                        choices
                        chosen=Signal::derive(move || {
                            chosen.get().map_or_else(String::new, |it| it.to_string())
                        })
                        on_choose=Callback::new(move |id: String| chosen.set(id.parse().ok()))
                    />
                    <div class="stack" role="status">
                        <Shown when=move || {
                            found.with(Option::is_some)
                        }>
                            {told::shown(told)}
                            <Disclosure summary=t(msg::common_why())>
                                <p>{t(msg::around_why())}</p>
                                <p>{t(msg::around_why_more())}</p>
                                <p>{t(msg::patterns_missing())}</p>
                            </Disclosure>
                        </Shown>
                    </div>
                </Shown>
            </Shown>
        </div>
    }
}
