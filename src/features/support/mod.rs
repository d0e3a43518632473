//! Support: who to call, in one tap, before anything else is read and without a connection.
//!
//! The place is the person's own choice and is never guessed. Nothing is called by itself, and
//! nothing here looks like an alarm.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod lines;
mod mine;
mod place;
mod safety;
mod sheet;
mod shown;

use leptos::prelude::*;
use satkarya_core::content::{self, LineGroup, Region, RegionId};

use self::lines::{Closed, Sources, Talk};
use self::mine::MyPeople;
use self::place::{Emergency, RegionPicker};
pub use self::safety::SafetyPage;
use self::sheet::Sheet;
use crate::i18n::{msg, t};
use crate::platform::{connection, dom};
use crate::state::lock::Lock;
use crate::state::{AppState, PlanPart, Prefs};
use crate::ui::banner::Banner;
use crate::ui::button::{Button, Tone};
use crate::ui::icon::{Icon, IconName};
use crate::ui::page_head::PageHead;
use crate::ui::parts::{Block, Parts};
use crate::ui::row_link::RowLink;
use crate::ui::shown::Shown;

/// The page.
#[component]
pub fn SupportPage() -> impl IntoView {
    let app = AppState::expect();
    let chosen = Memo::new(move |_| app.prefs.with(|prefs| prefs.region().and_then(known)));
    let choosing = RwSignal::new(false);
    let shown = Memo::new(move |_| chosen.get().filter(|_| !choosing.get()));
    let choose = move |id: &'static RegionId| {
        app.set_prefs(|prefs| prefs.set_region(id.as_str()));
        choosing.set(false);
        dom::scroll_to_top();
        dom::focus("main h1");
    };
    let change = move |()| {
        choosing.set(true);
        dom::scroll_to_top();
        dom::focus("main h1");
    };
    view! {
        <div class="page support no-print">
            <PageHead title=t(msg::support_title()) note=t(msg::support_lead()) />
            <Offline />
            {move || match shown.get().and_then(content::region) {
                Some(region) => view! { <Numbers region on_change=Callback::new(change) /> }.into_any(),
                None => {
                    view! {
                        <RegionPicker
                            chosen=chosen.get_untracked()
                            on_choose=Callback::new(choose)
                        />
                        <Own />
                    }
                        .into_any()
                }
            }}
        </div>
        {move || shown.get().and_then(content::region).map(|region| view! { <Sheet region /> })}
    }
}

/// The region of a name that was kept, if it still exists.
fn known(name: &str) -> Option<&'static RegionId> {
    content::regions().iter().map(Region::id).find(|id| id.as_str() == name)
}

/// Everything for a region, the most urgent first.
#[component]
fn Numbers(region: &'static Region, on_change: Callback<()>) -> impl IntoView {
    view! {
        <Emergency region />
        <Talk region on_change />
        <Own />
        <section class="section" aria-labelledby="support-other">
            <h2 id="support-other">{t(msg::support_other_title())}</h2>
            <Closed region group=LineGroup::Abuse />
            <Closed region group=LineGroup::Grief />
            <Sources region />
        </section>
        <section class="section stack">
            <p>{t(msg::support_tap_note())}" "{t(msg::support_no_answer())}</p>
            <div class="stack stack--tight">
                <div>
                    <Button on_click=Callback::new(|()| dom::print())>
                        <Icon name=IconName::Print />
                        {t(msg::support_print())}
                    </Button>
                </div>
                <p class="soft small">{t(msg::support_print_hint())}</p>
            </div>
            <div>
                <button class="button" type="button" data-sk-leave="">
                    <Icon name=IconName::Leave />
                    {t(msg::support_leave())}
                </button>
            </div>
        </section>
    }
}

/// What the person has written down for such a time. While the diary is locked it is out of reach,
/// but for the plan where they asked for that.
#[component]
fn Own() -> impl IntoView {
    let lock = Lock::expect();
    if lock.is_closed() {
        return view! { <OpenPlan /> }.into_any();
    }
    view! {
        <MyPeople />
        <StayingSafe />
    }
    .into_any()
}

/// The staying-safe plan, to be read without the passphrase.
#[component]
fn OpenPlan() -> impl IntoView {
    let app = AppState::expect();
    let plan = Memo::new(move |_| app.prefs.with(Prefs::open_plan).unwrap_or_default());
    let part = |(title, lines): PlanPart| Block { title, lines, is_own: true };
    let parts = Signal::derive(move || plan.get().into_iter().map(part).collect());
    view! {
        <Shown when=move || plan.with(|plan| !plan.is_empty())>
            <section class="section stack" aria-labelledby="support-plan">
                <h2 id="support-plan">{t(msg::sheet_harbour())}</h2>
                <Parts parts />
            </section>
        </Shown>
    }
}

/// The way to the staying-safe plan: the latest one, or how to begin it.
#[component]
fn StayingSafe() -> impl IntoView {
    let app = AppState::expect();
    let href = move || app.staying_safe().href();
    move || {
        view! {
            <RowLink href=href() title=t(msg::sheet_harbour()) note=t(msg::sheet_harbour_note()) />
        }
    }
}

/// Says what still works while there is no connection.
#[component]
fn Offline() -> impl IntoView {
    // What says the same in fewer words would lie over the numbers.
    let notices = AppState::expect().notices;
    if let Some(note) = notices.current().get_untracked()
        && note.message == msg::offline_note()
    {
        notices.close(note.number);
    }
    let online = RwSignal::new(connection::is_online());
    // The page may be gone when the browser tells.
    let listeners = connection::on_change(move |now| {
        _ = online.try_set(now);
    });
    StoredValue::new_local(listeners);
    view! {
        <Shown when=move || !online.get()>
            <Banner text=t(msg::support_offline()) />
        </Shown>
    }
}

/// A quiet button that copies a number and says so.
#[component]
fn CopyNumber(#[prop(into)] number: String) -> impl IntoView {
    let app = AppState::expect();
    let number = StoredValue::new(number);
    let copy = move |()| {
        let number = number.get_value();
        let told = number.clone();
        dom::copy(&number, move |done| {
            let message = if done { msg::support_copied(told) } else { msg::support_copy_failed() };
            app.notices.show(message, None);
        });
    };
    view! {
        <Button
            tone=Tone::Quiet
            icon_only=true
            label=t(msg::support_copy_number(number.get_value()))
            on_click=Callback::new(copy)
        >
            <Icon name=IconName::Copy />
        </Button>
    }
}
