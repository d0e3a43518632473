//! Whether a tab that has just become the writer may trust what localStorage shows it.
//!
//! Job: compare the two generations. Another tab's last writes reach this one late, and after a
//! killed browser they never do.
//! Must not: wait, read a clock or replay; the shell does.

/// How often to look again, in milliseconds.
pub const FENCE_POLL_MS: u32 = 5;
/// How long to hope for the other tab's writes, in milliseconds.
pub const FENCE_PATIENCE_MS: u32 = 2000;

/// What to do before the store is opened for writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FenceStep {
    /// localStorage has everything that the log has: open.
    Proceed,
    /// localStorage is behind: look again after [`FENCE_POLL_MS`].
    Wait,
    /// localStorage stays behind: open, which replays the log.
    Replay,
}

/// Decides on the generation of the header in localStorage, that of the log (`None` when there is no
/// log), and how long it has been waited already.
pub fn fence(stored: Option<u64>, log: Option<u64>, waited_ms: u32) -> FenceStep {
    if log.is_none_or(|log| stored.unwrap_or(0) >= log) {
        FenceStep::Proceed
    } else if waited_ms < FENCE_PATIENCE_MS {
        FenceStep::Wait
    } else {
        FenceStep::Replay
    }
}

/// How long it has been waited for another tab's writes, told by a clock and not by counting: in a
/// tab that is hidden, a pause of [`FENCE_POLL_MS`] may take a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waited {
    since_ms: u64,
    before_ms: u32,
}

impl Waited {
    /// Begins at a moment, after other tabs were given some milliseconds already.
    pub fn begin(now_ms: u64, before_ms: u32) -> Self {
        Self { since_ms: now_ms, before_ms }
    }

    /// The milliseconds by now. A clock that was set back has not gone on.
    pub fn by(self, now_ms: u64) -> u32 {
        let since = now_ms.saturating_sub(self.since_ms);
        self.before_ms.saturating_add(u32::try_from(since).unwrap_or(u32::MAX))
    }
}
