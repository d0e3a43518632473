//! The staying-safe plan as it can be read while the diary is locked, where the person asked for it.
//!
//! A copy of its words, kept beside the preferences: the only words of the person that a lock
//! leaves readable.

use super::{Prefs, Switch};

/// One step of the plan: its heading, and what was said, with the name of the question where it
/// has one of its own.
pub type PlanPart = (String, Vec<(String, String)>);

/// Where the copy lies among the preferences. Its text is never one word, so the page makes no
/// attribute of it.
const COPY: &str = "planwords";

impl Prefs {
    /// The plan as it was copied last, if it can be read while locked.
    pub fn open_plan(&self) -> Option<Vec<PlanPart>> {
        self.plan_open().is_on().then_some(())?;
        serde_json::from_str(self.words_of(COPY)?).ok()
    }

    /// Copies the plan, or takes the copy away.
    pub fn set_open_plan(&mut self, plan: Option<&[PlanPart]>) {
        self.set_text(COPY, plan.and_then(|plan| serde_json::to_string(plan).ok()));
    }

    /// Whether this is what [`Prefs::set_open_plan`] would leave.
    pub fn has_open_plan(&self, plan: Option<&[PlanPart]>) -> bool {
        self.words_of(COPY) == plan.and_then(|plan| serde_json::to_string(plan).ok()).as_deref()
    }

    /// Takes the copy and the wish for it away.
    pub fn close_plan(&mut self) {
        self.set_open_plan(None);
        self.set_plan_open(Switch::Off);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_is_there_while_it_is_wanted_and_leaves_no_trace() {
        let line = (String::new(), "Asha · Number: 555 0100".to_owned());
        let plan: Vec<PlanPart> = vec![("Signs".to_owned(), vec![line])];
        let mut prefs = Prefs::default();
        prefs.set_open_plan(Some(&plan));
        assert_eq!(prefs.open_plan(), None, "nobody asked for it");
        prefs.set_plan_open(Switch::On);
        let read = Prefs::read(&prefs.write());
        assert_eq!(read.open_plan(), Some(plan.clone()));
        assert!(read.has_open_plan(Some(&plan)) && !read.has_open_plan(None));
        prefs.close_plan();
        assert_eq!(prefs, Prefs::default());
        for bad in ["", "x", "{}", "[1]", "[[\"a\"]]"] {
            let stored = serde_json::json!({"planopen": "on", COPY: bad}).to_string();
            assert_eq!(Prefs::read(&stored).open_plan(), None, "{bad}");
        }
    }
}
