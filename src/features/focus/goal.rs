//! One goal: its words, how near it is today, and a small line of how near it was.

use leptos::prelude::*;
use satkarya_core::focus::{Goal, Rated, names_a_feeling_only};
use satkarya_core::id::Id;
use satkarya_core::rating::Nearness;
use satkarya_core::record::Body;
use satkarya_core::text::Line;

use crate::i18n::{msg, t};
use crate::platform::address;
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::button::{Button, Tone};
use crate::ui::gone::Gone;
use crate::ui::not_kept::NotKept;
use crate::ui::page_head::PageHead;
use crate::ui::rating_line::RatingLine;
use crate::ui::scale::Scale;
use crate::ui::shown::Shown;
use crate::ui::text_area::TextArea;

/// The most of a line that a field takes, in UTF-16 units.
#[expect(clippy::cast_possible_truncation, reason = "300 fits")]
pub(super) const MAX_LINE: u32 = Line::MAX as u32;

fn read(visit: Visit) -> Option<Goal> {
    visit.read(|body| if let Body::Goal(it) = body { Some(it.clone()) } else { None })
}

fn change(visit: Visit, act: impl FnOnce(&mut Goal)) {
    visit.change(|body| {
        if let Body::Goal(goal) = body {
            act(goal);
        }
    });
}

/// The page.
#[component]
pub fn GoalPage(
    /// Which goal.
    id: Id,
) -> impl IntoView {
    let app = AppState::expect();
    let fill = |body: &mut Body, _: usize, text: &str| {
        if let Body::Goal(goal) = body {
            goal.text = Line::cut(text);
        }
        true
    };
    let visit = Visit::begin(app, id, fill);
    let is_there = Memo::new(move |_| read(visit).is_some());
    let gone = || view! { <Gone back=Route::Goals.href() title=t(msg::goals_title()) /> };
    view! {
        <Shown when=move || is_there.get() fallback=gone>
            <There visit />
        </Shown>
    }
}

/// A goal that is there.
#[component]
fn There(visit: Visit) -> impl IntoView {
    let app = AppState::expect();
    let goal = Memo::new(move |_| read(visit));
    let text = Memo::new(move |_| {
        let stored = || goal.with(|it| it.as_ref().map(|it| it.text.to_string()));
        visit.typed(0).or_else(stored).unwrap_or_default()
    });
    let hint = move || {
        let only = text.with(|text| names_a_feeling_only(text));
        Some(t(if only { msg::goal_notice() } else { msg::goal_hint() }))
    };
    let today = app.today();
    let near = move || goal.with(|it| it.as_ref()?.rated(today)).map(Nearness::get);
    let rate = move |n: Option<u8>| {
        change(visit, |it| it.rate(today, n.and_then(|n| Nearness::try_from(n).ok())));
    };
    let words = (0..=Nearness::MAX)
        .map(|n| match n {
            0 => t(msg::goal_near_low()),
            Nearness::MAX => t(msg::goal_near_high()),
            _ => String::new(),
        })
        .collect::<Vec<_>>();
    let is_archived = Memo::new(move |_| goal.with(|it| it.as_ref().is_some_and(|it| it.archived)));
    // Taken up again, it is one of those that there can be at one time.
    let is_full = Memo::new(move |_| is_archived.get() && app.journal.with(Goal::is_full));
    let archive = move |()| change(visit, |it| it.archived = !it.archived);
    let delete = move |()| {
        address::go(&Route::Goals.to_string());
        app.remove(visit.id, msg::goal_deleted());
    };
    let done = move |()| {
        visit.save();
        address::go(&Route::Goals.to_string());
    };
    let has_ratings =
        Memo::new(move |_| goal.with(|it| it.as_ref().is_some_and(|it| !it.ratings.is_empty())));
    view! {
        <div class="page" on:focusout=move |_| visit.save()>
            <PageHead
                title=t(msg::goal_title())
                back=(Route::Goals.href(), t(msg::goals_title()))
            />
            <NotKept when=app.is_read_only() />
            <TextArea
                label=t(msg::goal_text())
                hint=Signal::derive(hint)
                value=text
                on_input=Callback::new(move |text| visit.type_in(0, text))
                rows=2
                max_length=MAX_LINE
            />
            <section class="section stack">
                <Scale
                    legend=t(msg::goal_near())
                    words
                    value=Signal::derive(near)
                    on_choose=Callback::new(rate)
                />
                <p class="soft small">{t(msg::goal_near_hint())}</p>
                <Shown when=move || has_ratings.get()>
                    <Ratings goal />
                </Shown>
            </section>
            <Shown when=move || is_full.get()>
                <p class="soft">{t(msg::goals_full())}</p>
            </Shown>
            <div class="cluster cluster--between">
                <Button tone=Tone::Primary on_click=Callback::new(done)>
                    {t(msg::common_done())}
                </Button>
                <Button disabled=is_full on_click=Callback::new(archive)>
                    {move || {
                        t(if is_archived.get() { msg::goal_unarchive() } else { msg::goal_archive() })
                    }}
                </Button>
                <Button tone=Tone::Danger on_click=Callback::new(delete)>
                    {t(msg::goal_delete())}
                </Button>
            </div>
        </div>
    }
}

/// The line of the ratings, with how many there are and the same as a table.
#[component]
fn Ratings(goal: Memo<Option<Goal>>) -> impl IntoView {
    let ratings = Memo::new(move |_| {
        let pair = |it: &Rated| (it.day, it.near.get());
        goal.with(|it| it.as_ref().map(|it| it.ratings.iter().map(pair).collect::<Vec<_>>()))
            .unwrap_or_default()
    });
    view! { <RatingLine caption=t(msg::goal_near()) ratings summary=msg::goal_line /> }
}
