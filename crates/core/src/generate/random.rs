//! Numbers that look random and come from a seed.

use crate::id::Id;

/// A stream of numbers, the same for the same seed.
///
/// # Source
/// Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014
/// (`SplitMix64`).
#[derive(Debug, Clone)]
pub struct Random {
    state: u64,
}

impl Random {
    /// The stream of a seed.
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, but without, `n`; 0 if `n` is 0. Close to even for small `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.bits().checked_rem(n).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included; `low` if there is none.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = u64::from(high.saturating_sub(low).max(0).unsigned_abs());
        low.saturating_add(i32::try_from(self.below(span + 1)).unwrap_or(0))
    }

    /// A place in a list of `len` items; 0 if it is empty.
    pub fn place(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).unwrap_or(0)
    }

    /// One of some numbers; 0 if there is none.
    pub fn one_of<const N: usize>(&mut self, numbers: [u32; N]) -> u32 {
        numbers.get(self.place(N)).copied().unwrap_or(0)
    }

    /// True once in `n` times.
    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    /// An id.
    pub fn id(&mut self) -> Id {
        Id::from_bytes((u128::from(self.bits()) << 64 | u128::from(self.bits())).to_be_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_numbers_are_those_of_the_paper() {
        let mut random = Random::new(1_234_567);
        let found: Vec<u64> = (0..3).map(|_| random.bits()).collect();
        assert_eq!(
            found,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }
}
