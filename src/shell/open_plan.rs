//! Keeps the copy of the staying-safe plan that can be read while the diary is locked.

use leptos::prelude::*;

use crate::features::sheets;
use crate::state::lock::Lock;
use crate::state::{Access, AppState, PlanPart, Prefs};

/// For as long as the app is mounted, the copy says what the plan says. Without a lock there is
/// none, and whoever turns a lock on is not taken to want one still.
pub(super) fn follow(app: AppState) {
    let lock = Lock::expect();
    let is_wanted = Memo::new(move |_| app.prefs.with(|prefs| prefs.plan_open().is_on()));
    if !lock.is_on {
        if is_wanted.get_untracked() {
            app.note_in_prefs(Prefs::close_plan);
        }
        return;
    }
    // Half loaded, the diary may seem to have no plan.
    let is_known =
        Memo::new(move |_| app.loading.get().is_complete() && app.access.get() == Access::Writer);
    let plan: Memo<Option<Vec<PlanPart>>> = Memo::new(move |_| {
        (is_known.get() && is_wanted.get()).then(|| sheets::plan(app)).flatten()
    });
    Effect::new(move || {
        let plan = plan.get();
        let is_kept = app.prefs.with_untracked(|prefs| prefs.has_open_plan(plan.as_deref()));
        if is_known.get() && !is_kept {
            app.note_in_prefs(|prefs| prefs.set_open_plan(plan.as_deref()));
        }
    });
}
