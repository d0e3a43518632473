//! What a file would do, told before it is done.

use leptos::prelude::*;
use satkarya_core::transfer::Fate;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, msg, t};
use crate::state::Incoming;
use crate::ui::button::{Button, Tone};

/// How many places of records that are left out are named.
const MOST_PLACES: usize = 5;

/// What is in the file, what it would do, and the question.
#[expect(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
#[component]
pub fn Preview(
    /// What stands above it.
    title: String,
    /// The file.
    incoming: Box<Incoming>,
    /// The person wants it.
    on_confirm: Callback<()>,
    /// The person does not.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let does_something = incoming.plan.n_changes() > 0;
    let lines =
        |lines: Vec<Msg>| lines.into_iter().map(|line| view! { <li>{t(line)}</li> }).collect_view();
    view! {
        <div class="card settings-preview">
            <h3 class="settings-import__head" tabindex="-1">
                {title}
            </h3>
            <ul>{lines(contents(&incoming))}</ul>
            {does_something
                .then(|| {
                    view! {
                        <h4>{t(msg::import_preview_what())}</h4>
                        <ul>{lines(effects(&incoming))}</ul>
                    }
                })}
            <ul class="soft small">{lines(mended(&incoming))}</ul>
            {if does_something {
                view! {
                    <div class="cluster">
                        <Button tone=Tone::Primary on_click=on_confirm>
                            {t(msg::import_confirm())}
                        </Button>
                        <Button on_click=on_cancel>{t(msg::common_cancel())}</Button>
                    </div>
                }
                    .into_any()
            } else {
                view! {
                    <p>{t(msg::import_nothing_new())}</p>
                    <Button on_click=on_cancel>{t(msg::common_close())}</Button>
                }
                    .into_any()
            }}
        </div>
    }
}

fn n(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn contents(file: &Incoming) -> Vec<Msg> {
    let mut lines = vec![msg::import_preview_entries(n(file.n_entries))];
    if file.n_people > 0 {
        lines.push(msg::import_preview_people(n(file.n_people)));
    }
    if let Some((first, last)) = file.span {
        let day = |day| dates::day(day, DateStyle::Medium);
        lines.push(msg::import_preview_span(day(first), day(last)));
    }
    lines
}

/// A line of the preview, with the number that goes into it.
type Line = fn(i64) -> Msg;

fn counted(lines: impl IntoIterator<Item = (usize, Line)>) -> Vec<Msg> {
    lines.into_iter().filter(|(count, _)| *count > 0).map(|(count, line)| line(n(count))).collect()
}

fn effects(file: &Incoming) -> Vec<Msg> {
    let plan = &file.plan;
    let same = plan.count(Fate::Same) + plan.count(Fate::Gone);
    counted([
        (plan.count(Fate::New), msg::import_preview_new as Line),
        (plan.count(Fate::Newer), msg::import_preview_newer),
        (plan.count(Fate::Conflict), msg::import_preview_conflict),
        (plan.count(Fate::Revived), msg::import_preview_revived),
        (plan.count(Fate::Erased), msg::import_preview_erased),
        (plan.count(Fate::Older), msg::import_preview_older),
        (same, msg::import_preview_same),
    ])
}

fn mended(file: &Incoming) -> Vec<Msg> {
    let report = &file.report;
    let mut lines = counted([
        (file.plan.from_old_file().len(), msg::import_preview_old as Line),
        (file.plan.ahead().len(), msg::import_preview_ahead),
        (report.n_cleaned + report.n_dropped, msg::import_preview_cleaned),
        (report.n_cut, msg::import_preview_cut),
        (report.undated.len(), msg::import_preview_undated),
        (file.n_aside, msg::aside_import),
    ]);
    let refused = &report.refused;
    if !refused.is_empty() {
        // In a file of ours each record has a line, after the one with the head.
        let places = refused.iter().take(MOST_PLACES);
        let places: Vec<String> = places
            .map(|it| t(msg::import_preview_left_out_line((it.nth + 1).to_string())))
            .collect();
        lines.push(msg::import_preview_left_out(n(refused.len()), places.join(", ")));
    }
    lines
}
