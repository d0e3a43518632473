//! Shows the page of the present address, and does what a browser does for a real page: moves the
//! focus to its heading and scrolls to its top.

use leptos::prelude::*;

use super::calm::{Calm, CalmPage};
use super::diary_panes::DiaryPanes;
use crate::features::{
    diary, focus, journey, measures, patterns, people, report, settings, sheets, support, timeline,
    today,
};
use crate::i18n::{msg, t};
use crate::platform::{dom, timer::Timer};
use crate::route::{DiaryView, Route};
use crate::state::AppState;
use crate::ui::button::LinkButton;
use crate::ui::page_head::PageHead;

/// The page of the present address.
#[component]
pub fn Outlet() -> impl IntoView {
    let app = AppState::expect();
    // The three ways to look back and the entry that is open are one page, and so are the people
    // and each of them: they must not be made anew between them.
    let page = Memo::new(move |_| match app.route.get() {
        Route::Diary(_) | Route::Write | Route::Entry(_) | Route::EntryEdit(_) => {
            Route::Diary(DiaryView::List)
        }
        Route::Circle | Route::Network | Route::Person(_) => Route::People,
        route => route,
    });
    let is_first = StoredValue::new(true);
    let timer = StoredValue::new_local(None::<Timer>);
    Effect::new(move || {
        page.track();
        // The first page is where the browser put the person; moving them would be rude.
        if !is_first.get_value() {
            dom::scroll_to_top();
            let is_entry = matches!(
                app.route.get_untracked(),
                Route::Write | Route::Entry(_) | Route::EntryEdit(_)
            );
            let heading = if is_entry { ".pane-page h1" } else { "main h1" };
            let landing = app.take_landing();
            timer.set_value(Some(Timer::after(0, move || {
                let landing = landing.filter(|it| dom::is_there(it));
                dom::focus(landing.unwrap_or(heading));
                // The sheet leaves room above it for what it belongs to.
                landing.into_iter().for_each(dom::scroll_to);
            })));
        }
        is_first.set_value(false);
    });
    let calm = Memo::new(move |_| Calm::now(app).filter(|_| Calm::covers(page.get())));
    move || match page.get() {
        _ if calm.get().is_some() => calm.get().map(|calm| view! { <CalmPage calm /> }).into_any(),
        Route::Today => view! { <today::TodayPage /> }.into_any(),
        Route::CheckIn => view! { <today::CheckInPage /> }.into_any(),
        Route::Diary(_) | Route::Write | Route::Entry(_) | Route::EntryEdit(_) => {
            view! { <DiaryPanes /> }.into_any()
        }
        Route::Bin => view! { <diary::BinPage /> }.into_any(),
        Route::People | Route::Circle | Route::Network | Route::Person(_) => {
            view! { <people::PeoplePage /> }.into_any()
        }
        Route::Journey => view! { <journey::JourneyPage /> }.into_any(),
        Route::Article(name) => view! { <journey::ArticlePage name /> }.into_any(),
        Route::Plan => view! { <journey::PlanPage /> }.into_any(),
        Route::Sessions => view! { <journey::SessionsPage /> }.into_any(),
        Route::Session(id) => view! { <journey::SessionPage id /> }.into_any(),
        Route::Safety(person) => view! { <support::SafetyPage person /> }.into_any(),
        Route::Along => view! { <patterns::AlongPage /> }.into_any(),
        Route::Report => view! { <report::ReportPage /> }.into_any(),
        Route::Measures => view! { <measures::MeasuresPage /> }.into_any(),
        Route::Measure(name) => view! { <measures::OverTimePage name /> }.into_any(),
        Route::Filled(id) => view! { <measures::FilledPage id /> }.into_any(),
        Route::Told => view! { <measures::TakePage /> }.into_any(),
        Route::Week => view! { <patterns::WeekPage /> }.into_any(),
        Route::Around(event) => view! { <patterns::AroundPage event /> }.into_any(),
        Route::Line => view! { <timeline::TimelinePage /> }.into_any(),
        Route::LinePart(id) => view! { <timeline::PartPage id /> }.into_any(),
        Route::Focus => view! { <focus::FocusPage /> }.into_any(),
        Route::Pinch => view! { <focus::PinchPage /> }.into_any(),
        Route::Sitting(id) => view! { <focus::SittingPage id /> }.into_any(),
        Route::Summary => view! { <focus::SummaryPage /> }.into_any(),
        Route::Goals => view! { <focus::GoalsPage /> }.into_any(),
        Route::Goal(id) => view! { <focus::GoalPage id /> }.into_any(),
        Route::Sheets => view! { <sheets::SheetsPage /> }.into_any(),
        Route::SheetKind(name) => view! { <sheets::StartPage name /> }.into_any(),
        Route::Sheet(id) => view! { <sheets::SheetPage id /> }.into_any(),
        Route::Patterns => view! { <patterns::PatternsPage /> }.into_any(),
        Route::Settings => view! { <settings::SettingsPage /> }.into_any(),
        Route::SettingsPart(part) => view! { <settings::SettingsPartPage part /> }.into_any(),
        Route::Folder => view! { <settings::folder::FolderPage /> }.into_any(),
        Route::Years => view! { <settings::years::YearsPage /> }.into_any(),
        Route::Arriving => view! { <settings::arriving::ArrivingPage /> }.into_any(),
        Route::Support => view! { <support::SupportPage /> }.into_any(),
        Route::NotFound => view! { <NotFound /> }.into_any(),
    }
}

/// What stands at an address that leads nowhere.
#[component]
fn NotFound() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t(msg::page_not_found_title()) />
            <p>{t(msg::page_not_found_body())}</p>
            <LinkButton href=Route::Today.href()>{t(msg::page_not_found_action())}</LinkButton>
        </div>
    }
}
