//! A hybrid logical clock: when a change was made, in an order no wrong clock can break.
//!
//! # Source
//! Kulkarni, Demirbas, Madappa, Avva, Leone, "Logical Physical Clocks", OPODIS 2014.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How far another device's clock may drag ours forward: 48 hours, in milliseconds.
pub const MAX_DRIFT_MS: u64 = 48 * 60 * 60 * 1000;

/// The largest instant that a stamp can carry: 44 bits of milliseconds, the year 2527.
const MAX_MS: u64 = (1 << 44) - 1;

/// When a change was made, and on which device.
///
/// Later changes of one device are always greater, whatever its clock does.
/// Printed as `milliseconds-counter-device` in hexadecimal of fixed width, which sorts alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Stamp {
    ms: u64,
    counter: u16,
    device: u32,
}

/// A text that is not a stamp.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a stamp")]
pub struct NotAStamp;

impl Stamp {
    /// Before every stamp.
    pub const FIRST: Self = Self { ms: 0, counter: 0, device: 0 };
    /// After every stamp.
    pub const LAST: Self = Self { ms: MAX_MS, counter: u16::MAX, device: u32::MAX };

    /// The instant of the change: milliseconds since 1970, UTC, never behind the device's last one.
    pub const fn ms(self) -> u64 {
        self.ms
    }

    /// The device that made the change.
    pub const fn device(self) -> u32 {
        self.device
    }

    /// This stamp, or if it does not come after `earlier` the next one that does.
    ///
    /// A record may carry a stamp from a device whose clock is far ahead. A change of it here
    /// comes after that stamp, although our clock is not dragged along.
    #[must_use]
    pub fn after(self, earlier: Self) -> Self {
        if self > earlier {
            return self;
        }
        let (ms, counter) = match earlier.counter.checked_add(1) {
            Some(next) => (earlier.ms, next),
            None => ((earlier.ms + 1).min(MAX_MS), 0),
        };
        Self { ms, counter, device: self.device }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:011x}-{:04x}-{:08x}", self.ms, self.counter, self.device)
    }
}

impl FromStr for Stamp {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Self, NotAStamp> {
        let mut parts = text.split('-');
        let (Some(ms), Some(counter), Some(device), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotAStamp);
        };
        let fixed = |part: &str, width: usize| {
            let ok = part.len() == width
                && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
            if ok { u64::from_str_radix(part, 16).map_err(|_| NotAStamp) } else { Err(NotAStamp) }
        };
        Ok(Self {
            ms: fixed(ms, 11)?,
            counter: u16::try_from(fixed(counter, 4)?).map_err(|_| NotAStamp)?,
            device: u32::try_from(fixed(device, 8)?).map_err(|_| NotAStamp)?,
        })
    }
}

impl TryFrom<String> for Stamp {
    type Error = NotAStamp;

    fn try_from(text: String) -> Result<Self, NotAStamp> {
        text.parse()
    }
}

impl From<Stamp> for String {
    fn from(stamp: Stamp) -> Self {
        stamp.to_string()
    }
}

/// Hands out the stamps of one device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StampClock {
    device: u32,
    ms: u64,
    counter: u16,
}

impl StampClock {
    /// A clock that has not ticked, for the device of that number.
    pub const fn new(device: u32) -> Self {
        Self { device, ms: 0, counter: 0 }
    }

    /// The next stamp at `now_ms` (milliseconds since 1970): greater than every one before.
    pub fn tick(&mut self, now_ms: u64) -> Stamp {
        let now_ms = now_ms.min(MAX_MS);
        if now_ms > self.ms {
            self.ms = now_ms;
            self.counter = 0;
        } else if let Some(next) = self.counter.checked_add(1) {
            self.counter = next;
        } else {
            self.ms = (self.ms + 1).min(MAX_MS);
            self.counter = 0;
        }
        Stamp { ms: self.ms, counter: self.counter, device: self.device }
    }

    /// Takes note of a stamp seen in storage or in a file, so that ours come after it.
    ///
    /// A stamp more than [`MAX_DRIFT_MS`] ahead of `now_ms` does not drag the clock further.
    /// Returns whether the stamp lay within that bound.
    pub fn observe(&mut self, seen: Stamp, now_ms: u64) -> bool {
        let bound = now_ms.saturating_add(MAX_DRIFT_MS);
        let within = seen.ms <= bound;
        let (ms, counter) = if within { (seen.ms, seen.counter) } else { (bound.min(MAX_MS), 0) };
        if (ms, counter) > (self.ms, self.counter) {
            self.ms = ms;
            self.counter = counter;
        }
        within
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const YEAR_MS: u64 = 365 * 24 * 60 * 60 * 1000;
    const NOW: u64 = 1_790_000_000_000;

    #[test]
    fn refuses_what_is_not_a_stamp() {
        for bad in [
            "",
            "1-2-3",
            "00000000001-0000-0000000g",
            "00000000001-0000-00000000-",
            "00000000001-0000",
        ] {
            assert_eq!(bad.parse::<Stamp>(), Err(NotAStamp), "{bad:?}");
        }
    }

    #[test]
    fn a_far_stamp_does_not_drag_the_clock() {
        let far = StampClock::new(2).tick(NOW + YEAR_MS);
        let mut clock = StampClock::new(1);
        assert!(!clock.observe(far, NOW));
        let next = clock.tick(NOW);
        assert!(next < far && next.ms() <= NOW + MAX_DRIFT_MS);
    }

    #[test]
    fn a_full_counter_moves_on() {
        let mut clock = StampClock::new(1);
        let stamps: Vec<Stamp> = (0..70_000).map(|_| clock.tick(NOW)).collect();
        assert!(stamps.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn a_change_of_a_record_from_the_future_comes_after_it() {
        let far = StampClock::new(9).tick(NOW + YEAR_MS);
        let here = StampClock::new(1).tick(NOW);
        assert!(here < far && here.after(far) > far);
        assert_eq!(here.after(far).device(), 1);
        assert_eq!(far.after(here), far);
        let full = Stamp { counter: u16::MAX, ..far };
        assert!(here.after(full) > full);
    }

    proptest! {
        #[test]
        fn always_later_whatever_the_clock_does(
            clocks in prop::collection::vec(NOW - 10 * YEAR_MS..NOW + 10 * YEAR_MS, 1..40),
        ) {
            let mut clock = StampClock::new(7);
            let stamps: Vec<Stamp> = clocks.iter().map(|now| clock.tick(*now)).collect();
            prop_assert!(stamps.is_sorted_by(|a, b| a < b));
            let texts: Vec<String> = stamps.iter().map(ToString::to_string).collect();
            prop_assert!(texts.is_sorted());
            for (stamp, text) in stamps.iter().zip(&texts) {
                prop_assert_eq!(text.parse::<Stamp>(), Ok(*stamp));
            }
        }
    }
}
