//! Where older entries are kept: in localStorage with everything else, or in the redo log alone, so
//! that there is room for new ones.

use futures_channel::oneshot;
use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::store::{Level, LogBatch, SaveOutcome, Saved};

use super::prefs::Older;
use super::{Access, AppState, Home};
use crate::platform::timer;

/// About how many units move at a time, so that nobody waits for them.
const STEP_UNITS: u64 = 256 * 1024;
/// How many months before this one stay where the space is filling up.
const MONTHS_USUAL: i32 = 24;
/// The same of a large diary.
const MONTHS_LARGE: i32 = 2;

/// How far older entries are where the person wants them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// They are there.
    Done,
    /// The browser has no second store, or did not write to it. They are where they were.
    NotMoved,
    /// Not all of them fit back. Those that do not stay in the second store.
    NoRoom,
}

/// What has to be done next.
enum Step {
    /// The log has to hold this.
    Away(LogBatch),
    /// One month is back, and has to be saved.
    Back(Saved),
    /// Nothing.
    Over,
}

impl AppState {
    /// Brings older entries to where the person wants them, step by step; what they write meanwhile
    /// goes first. Interrupted anywhere, the next start goes on.
    pub async fn settle_older(self) -> Settled {
        loop {
            let may_write = self.access.try_get_untracked() == Some(Access::Writer);
            if self.is_over() || !may_write || self.home != Home::Stored || self.is_unreached() {
                return Settled::NotMoved;
            }
            match self.next_step() {
                None => return Settled::NotMoved,
                Some(Step::Over) => {
                    let is_back = self.prefs.try_with_untracked(|it| it.older() == Older::Here);
                    let has_cold = self.with_store(|store| !store.cold_months().is_empty());
                    let is_short = is_back == Some(true) && has_cold == Some(true);
                    return if is_short { Settled::NoRoom } else { Settled::Done };
                }
                Some(Step::Away(batch)) => {
                    if !self.logged(batch.clone()).await {
                        return Settled::NotMoved;
                    }
                    let told = self.inner.try_update_value(|inner| inner.store.cooled(batch));
                    let Some(Ok(told)) = told else { return Settled::NotMoved };
                    // Where it fails, the log hears of it with the next save.
                    let generation = told.generation;
                    let logged = self.logged(told).await;
                    // There may be room now for what was waiting for it.
                    self.tell_store(generation, logged);
                    self.tell_of_move();
                }
                Some(Step::Back(Saved { outcome, log })) => {
                    let generation = log.generation;
                    let logged = self.logged(log).await;
                    let brought_in = self.tell_store(generation, logged);
                    self.tell_of_move();
                    if outcome != SaveOutcome::InStore && !brought_in {
                        return Settled::NoRoom;
                    }
                }
            }
            // Whoever types comes first.
            timer::pause(0).await;
        }
    }

    /// What has to be done next; `None` where nothing can be written.
    fn next_step(self) -> Option<Step> {
        let older = self.prefs.try_with_untracked(super::Prefs::older)?;
        let this = self.today().month();
        let months = match older {
            Older::Here => {
                let warmed = self.inner.try_update_value(|inner| inner.store.warm())?;
                return Some(warmed.ok()?.map_or(Step::Over, Step::Back));
            }
            Older::Large => MONTHS_LARGE,
            Older::WhenFilling if self.space_now().level >= Level::Notice => MONTHS_USUAL,
            Older::WhenFilling => return Some(Step::Over),
        };
        let Some(before) = this.plus_months(-months) else { return Some(Step::Over) };
        let batch =
            self.inner.try_update_value(|inner| inner.store.cool(before, STEP_UNITS))?.ok()?;
        Some(if batch.items.is_empty() { Step::Over } else { Step::Away(batch) })
    }

    /// Writes a batch to the redo log and waits for it.
    async fn logged(self, batch: LogBatch) -> bool {
        let (sender, logged) = oneshot::channel();
        self.write_log(batch, move |logged| {
            // Nobody waits any more where the window is gone.
            _ = sender.send(logged);
        });
        logged.await.unwrap_or(false)
    }

    /// Other tabs read again; the pages that tell of space count again.
    fn tell_of_move(self) {
        self.inner.try_with_value(|inner| (inner.ports.on_written)());
        // The window may be gone by now.
        _ = self.loading.try_update(|_| ());
    }

    /// How many entries are in the second store alone. Reactive; looks at each of them.
    pub fn n_cold_entries(self) -> usize {
        self.loading.track();
        self.saving.track();
        self.journal.track();
        self.journal.with_untracked(|journal| {
            let is_entry = |id: &&str| id.parse::<Id>().is_ok_and(|id| journal.entry(id).is_some());
            self.with_store(|store| store.cold_ids().filter(is_entry).count()).unwrap_or(0)
        })
    }

    /// Whether some of the diary is in the second store, and that is out of reach now.
    pub fn is_unreached(self) -> bool {
        self.unread.try_with_untracked(|unread| unread.n_unreached > 0) != Some(false)
    }

    /// Whether there is a second store that entries can move to.
    pub fn has_second_store(self) -> bool {
        let log = self.inner.try_with_value(|inner| inner.ports.log.clone()).flatten();
        self.home == Home::Stored && log.is_some_and(|log| !log.is_missing())
    }
}
