//! The diary: looking back by list, month and year, searching, and the bin.
//!
//! What somebody looks at lives in memory only; no address says which month or which words.

pub mod bin;
pub mod filters;
pub mod jump;
pub mod list;
pub mod month;
pub mod search;
pub mod year;

use leptos::prelude::*;

pub use self::bin::BinPage;
use self::list::List;
use self::month::MonthView;
use self::search::Search;
use self::year::YearView;
use crate::i18n::{msg, t};
use crate::platform::address;
use crate::route::{DiaryView, Route};
use crate::state::AppState;
use crate::ui::button::{LinkButton, Tone};
use crate::ui::chips::Choice;
use crate::ui::empty_state::EmptyState;
use crate::ui::icon::{Icon, IconName};
use crate::ui::page_head::PageHead;
use crate::ui::shown::Shown;
use crate::ui::tabs::Tabs;

/// The three ways to look back, with the words of their tabs.
fn views() -> Vec<Choice> {
    vec![
        Choice::new("list", t(msg::diary_view_list())),
        Choice::new("month", t(msg::diary_view_month())),
        Choice::new("year", t(msg::diary_view_year())),
    ]
}

const fn name(view: DiaryView) -> &'static str {
    match view {
        DiaryView::List => "list",
        DiaryView::Month => "month",
        DiaryView::Year => "year",
    }
}

/// The diary. It stays on screen beside the entry that is open, where there is room.
#[component]
pub fn DiaryPage() -> impl IntoView {
    let app = AppState::expect();
    let view = app.looking.view;
    let choose = move |chosen: String| {
        let chosen = match chosen.as_str() {
            "month" => DiaryView::Month,
            "year" => DiaryView::Year,
            _ => DiaryView::List,
        };
        if matches!(app.route.get_untracked(), Route::Diary(_)) {
            address::replace(&Route::Diary(chosen).to_string());
        } else {
            // The entry that is open beside it stays open.
            view.set(chosen);
        }
    };
    let is_empty = Memo::new(move |_| {
        app.loading.get().is_complete() && app.journal.with(|journal| journal.n_entries() == 0)
    });
    let is_aside = Memo::new(move |_| {
        matches!(app.route.get(), Route::Write | Route::Entry(_) | Route::EntryEdit(_))
    });
    let body = move || match view.get() {
        DiaryView::List => {
            let found = app.found();
            view! {
                <Search found />
                <List found />
            }
            .into_any()
        }
        DiaryView::Month => view! { <MonthView /> }.into_any(),
        DiaryView::Year => view! { <YearView /> }.into_any(),
    };
    view! {
        <div class="page diary">
            <PageHead title=t(msg::diary_title()) aside=is_aside>
                <LinkButton href=Route::Write.href() tone=Tone::Primary>
                    <Icon name=IconName::Add />
                    {t(msg::diary_new())}
                </LinkButton>
            </PageHead>
            <Shown
                when=move || !is_empty.get()
                fallback=|| {
                    view! {
                        <EmptyState
                            title=t(msg::diary_empty_title())
                            text=t(msg::diary_empty_body())
                        >
                            <LinkButton href=Route::CheckIn.href() tone=Tone::Primary>
                                {t(msg::diary_empty_action())}
                            </LinkButton>
                        </EmptyState>
                    }
                }
            >
                <Tabs
                    label=t(msg::diary_view_label())
                    tabs=views()
                    chosen=Signal::derive(move || name(view.get()).to_owned())
                    on_choose=Callback::new(choose)
                >
                    {body}
                </Tabs>
            </Shown>
            <p class="diary__bin">
                <a href=Route::Bin.href()>{t(msg::bin_title())}</a>
            </p>
        </div>
    }
}
