//! Keeps the copy of the staying-safe plan that can be read while the diary is locked.

use leptos::prelude::*;

use crate::features::sheets;
use crate::state::lock::Lock;
use crate::state::{Access, AppState, PlanPart, Prefs};

/// For as long as the app is mounted, the copy says what the plan says. Without a lock there is
/// none, and whoever turns a lock on is not taken to want one still.
pub(super) fn follow(app: AppState) {
    if !Lock::expect().is_on {
        let is_left = |prefs: &Prefs| prefs.plan_open().is_on() || !prefs.has_open_plan(None);
        if app.prefs.with_untracked(is_left) {
            app.note_in_prefs(Prefs::close_plan);
        }
        return;
    }
    let plan = Memo::new(move |_| is_known(app).then(|| wanted(app)));
    Effect::new(move || {
        if let Some(plan) = plan.get() {
            keep(app, &plan);
        }
    });
}

/// Copies the plan as it is now, before the diary locks: what follows it comes a moment later, when
/// there is nothing to copy any more.
pub fn keep_open_plan(app: AppState) {
    if untrack(|| is_known(app)) {
        keep(app, &untrack(|| wanted(app)));
    }
}

/// Whether the plan is known: half loaded, the diary may seem to have none.
fn is_known(app: AppState) -> bool {
    app.loading.get().is_complete() && app.access.get() == Access::Writer
}

/// What the copy is to say; nothing where none is wanted, or there is no plan.
fn wanted(app: AppState) -> Vec<PlanPart> {
    let is_wanted = app.prefs.with(|prefs| prefs.plan_open().is_on());
    is_wanted.then(|| sheets::plan(app)).flatten().unwrap_or_default()
}

fn keep(app: AppState, plan: &[PlanPart]) {
    let plan = Some(plan).filter(|plan| !plan.is_empty());
    if !app.prefs.with_untracked(|prefs| prefs.has_open_plan(plan)) {
        app.note_in_prefs(|prefs| prefs.set_open_plan(plan));
    }
}
