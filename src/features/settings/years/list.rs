//! The years that are here, and those that are in files.

use leptos::prelude::*;
use satkarya_core::store::Level;
use satkarya_core::time::Now;
use satkarya_core::transfer::{OldYear, YearAway};

use super::words::{no_access, number};
use super::{Step, Steps};
use crate::features::settings::keeping::bring_in::BringIn;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, sizes, t};
use crate::state::{Access, AppState};
use crate::ui::button::{Button, Tone};
use crate::ui::shown::Shown;

/// The old years that are here, each with one quiet button.
#[component]
pub fn Here(
    /// Where it goes on.
    steps: Steps,
) -> impl IntoView {
    let app = AppState::expect();
    let years = Memo::new(move |_| app.old_years());
    let space = app.space();
    let is_roomy = Memo::new(move |_| space.get().level == Level::Calm);
    let rows = move || {
        let row = |old: OldYear| view! { <HereYear old steps /> };
        years.get().into_iter().map(row).collect_view()
    };
    let access = app.access;
    view! {
        <h2 tabindex="-1">{t(msg::aside_here())}</h2>
        <Shown
            when=move || years.with(|years| !years.is_empty())
            fallback=|| view! { <p class="soft">{t(msg::aside_none())}</p> }
        >
            <Shown when=move || is_roomy.get()>
                <p class="soft">{t(msg::aside_small())}</p>
            </Shown>
            <Shown when=move || access.get() != Access::Writer>
                <p class="soft">{move || t(no_access(access.get()))}</p>
            </Shown>
            {rows}
        </Shown>
    }
}

/// One of them.
#[component]
fn HereYear(old: OldYear, steps: Steps) -> impl IntoView {
    let app = AppState::expect();
    let (n_goes, n_stays, year) = (old.goes.len(), old.n_stays(), old.year);
    let mut said = vec![t(msg::aside_year_here(number(n_goes + n_stays)))];
    if n_goes > 0 {
        said.push(t(msg::aside_year_space(sizes::bytes(app.space_of(n_goes)))));
        if n_stays > 0 {
            said.push(t(msg::aside_year_stays(number(n_stays))));
        }
    }
    let may_write = app.access;
    view! {
        <div class="settings-file">
            <div>
                <h3>{year.to_string()}</h3>
                <p class="soft numbers">{said.join(" · ")}</p>
                {(n_goes == 0).then(|| view! { <p class="soft small">{t(msg::aside_year_all_stay())}</p> })}
            </div>
            <Shown when=move || { n_goes > 0 && may_write.get() == Access::Writer }>
                <Button
                    tone=Tone::Quiet
                    on_click=Callback::new(move |()| steps.go(Step::Make(year)))
                >
                    {t(msg::aside_begin(year.to_string()))}
                </Button>
            </Shown>
        </div>
    }
}

/// The years that are in files, and how to bring one back.
#[component]
pub fn Away() -> impl IntoView {
    let app = AppState::expect();
    let years = Memo::new(move |_| app.years_away());
    let rows = move || {
        let row = |it: YearAway| view! { <AwayYear it /> };
        years.get().into_iter().map(row).collect_view()
    };
    // What became of the file is told where it was chosen, also when nothing is away any more.
    let was_away = Memo::new(move |was: Option<&bool>| {
        years.with(|years| !years.is_empty()) || was == Some(&true)
    });
    view! {
        <Shown when=move || years.with(|years| !years.is_empty())>
            <section class="section" id="years-away">
                <h2>{t(msg::aside_away())}</h2>
                {rows}
                <p class="soft">{t(msg::aside_away_back())}</p>
            </section>
        </Shown>
        <Shown when=move || was_away.get()>
            <BringIn />
        </Shown>
    }
}

/// One of them.
#[component]
fn AwayYear(it: YearAway) -> impl IntoView {
    let app = AppState::expect();
    let since = it.files.last().map_or(0, |file| file.at.ms());
    let day = Now { ms: since, ..app.now() }.day();
    let said = t(msg::aside_away_year(number(it.n), dates::day(day, DateStyle::Medium)));
    let file = |name: &str| {
        view! {
            <code translate="no" dir="auto">
                {name.to_owned()}
            </code>
            " "
        }
    };
    let names: Vec<&str> = it.files.iter().map(|file| file.file.as_str()).collect();
    view! {
        <div>
            <h3>{it.year.to_string()}</h3>
            <p class="soft numbers">{said}</p>
            <p class="soft">{names.into_iter().map(file).collect_view()}</p>
        </div>
    }
}
