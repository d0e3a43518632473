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
    let plan = Memo::new(move |_| wanted(app));
    Effect::new(move || {
        if let Some(plan) = plan.get() {
            keep(app, plan.as_deref());
        }
    });
}

/// Copies the plan as it is now, before the diary locks: what follows it comes a moment later, when
/// there is nothing to copy any more.
pub fn keep_open_plan(app: AppState) {
    if let Some(plan) = untrack(|| wanted(app)) {
        keep(app, plan.as_deref());
    }
}

/// What the copy is to say, if that is known: half loaded, the diary may seem to have no plan.
fn wanted(app: AppState) -> Option<Option<Vec<PlanPart>>> {
    let is_known = app.loading.get().is_complete() && app.access.get() == Access::Writer;
    let is_wanted = app.prefs.with(|prefs| prefs.plan_open().is_on());
    is_known.then(|| is_wanted.then(|| sheets::plan(app)).flatten())
}

fn keep(app: AppState, plan: Option<&[PlanPart]>) {
    if !app.prefs.with_untracked(|prefs| prefs.has_open_plan(plan)) {
        app.note_in_prefs(|prefs| prefs.set_open_plan(plan));
    }
}
