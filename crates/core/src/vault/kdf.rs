//! From a passphrase to a key, slowly on purpose.
//!
//! Job: Argon2id with checked costs, and which costs to choose on a device whose speed was measured.
//! Must not: measure, or wait; the shell runs [`derive()`] in a worker and says how long it took.

use argon2::{Algorithm, Argon2, Params, Version};
use thiserror::Error;
use zeroize::Zeroizing;

/// Kibibytes in a mebibyte.
const MIB: u32 = 1024;
/// The longest that opening a diary may take on the device where it was closed, in milliseconds.
pub const PATIENCE_MS: u32 = 1000;
/// Fewest characters of a new passphrase.
pub const PASSPHRASE_MIN: usize = 10;
/// Bytes of salt.
pub const SALT: usize = 16;

/// What deriving a key costs: memory, passes over it, lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Kibibytes of memory.
    pub memory: u32,
    /// Passes.
    pub passes: u32,
    /// Lanes; more than one buys nothing in one thread.
    pub lanes: u32,
}

impl Cost {
    const fn new(mebibytes: u32, passes: u32) -> Self {
        Self { memory: mebibytes * MIB, passes, lanes: 1 }
    }

    /// What a device is measured with before a vault is made: 19 MiB, two passes, the least that
    /// the OWASP password storage cheat sheet allows for Argon2id.
    pub const PROBE: Self = Self::new(19, 2);

    /// What a vault is made with unless the device is much faster, or has too little memory.
    pub const USUAL: Self = Self::new(64, 3);

    /// What fits a faster device, the dearest first.
    const DEARER: [Self; 2] = [Self::new(128, 3), Self::new(64, 4)];

    /// What is tried in turn where memory cannot be had: less of it, and about as much work.
    const LADDER: [Self; 4] = [Self::USUAL, Self::new(46, 4), Self::new(32, 6), Self::new(19, 10)];

    /// Whether a header may ask for this: 19 to 512 MiB, 1 to 20 passes, 1 to 4 lanes. What asks
    /// for anything else is damaged or hostile, and no work is done for it.
    pub fn is_allowed(self) -> bool {
        (19 * MIB..=512 * MIB).contains(&self.memory)
            && (1..=20).contains(&self.passes)
            && (1..=4).contains(&self.lanes)
    }

    /// Chooses the dearest cost that is expected to take no longer than [`PATIENCE_MS`], from the
    /// milliseconds that [`Self::PROBE`] took; never less than [`Self::USUAL`].
    pub fn for_device(probe_ms: u32) -> Self {
        let affordable = |cost: &Self| cost.expected_ms(probe_ms) <= u64::from(PATIENCE_MS);
        Self::DEARER.into_iter().find(affordable).unwrap_or(Self::USUAL)
    }

    /// What to try next where the memory for this could not be had; `None` below 19 MiB.
    pub fn next_lower(self) -> Option<Self> {
        Self::LADDER.into_iter().find(|lower| lower.memory < self.memory)
    }

    /// The milliseconds that this is expected to take where [`Self::PROBE`] took so many: in
    /// proportion to memory times passes.
    pub fn expected_ms(self, probe_ms: u32) -> u64 {
        let work = |cost: Self| u64::from(cost.memory) * u64::from(cost.passes);
        (u64::from(probe_ms) * work(self)).div_ceil(work(Self::PROBE))
    }
}

/// Why no key was derived. Neither says anything about the passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DeriveError {
    /// The device has not got the memory.
    #[error("the memory for the key cannot be had")]
    NoMemory,
    /// The costs are outside what is allowed; nothing was done.
    #[error("the costs are outside what is allowed")]
    Refused,
}

/// Derives 32 bytes from a passphrase with Argon2id, version 1.3 (RFC 9106).
///
/// # Errors
/// [`DeriveError`]; the passphrase was then not tried.
pub fn derive(
    passphrase: &Passphrase,
    salt: &[u8; SALT],
    cost: Cost,
) -> Result<Zeroizing<[u8; 32]>, DeriveError> {
    if !cost.is_allowed() {
        return Err(DeriveError::Refused);
    }
    let params = Params::new(cost.memory, cost.passes, cost.lanes, Some(32))
        .map_err(|_| DeriveError::Refused)?;
    let mut key = Zeroizing::new([0; 32]);
    // With allowed costs and a salt of sixteen bytes, memory is all that can be missing.
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(&passphrase.0, salt, &mut *key)
        .map_err(|_| DeriveError::NoMemory)?;
    Ok(key)
}

/// A passphrase in the one form that is hashed: Unicode NFKC as UTF-8, so that a keyboard's way of
/// writing a letter makes no difference. Spaces count, those at the ends too.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<Vec<u8>>);

impl Passphrase {
    /// Takes what was typed, of any length: to open, everything may be tried.
    pub fn typed(text: &str) -> Self {
        let apart = Zeroizing::new(satkarya_normal::nfkd(text).into_owned());
        let text = Zeroizing::new(satkarya_normal::nfc(&apart).into_owned());
        Self(Zeroizing::new(text.as_bytes().to_vec()))
    }

    /// Takes a new passphrase.
    ///
    /// # Errors
    /// [`TooShort`] below [`PASSPHRASE_MIN`] characters. There are no other rules.
    pub fn chosen(text: &str) -> Result<Self, TooShort> {
        let chosen = Self::typed(text);
        let length = str::from_utf8(&chosen.0).map_or(0, |text| text.chars().count());
        if length < PASSPHRASE_MIN { Err(TooShort { length }) } else { Ok(chosen) }
    }

    /// Takes bytes that [`Self::bytes`] gave, as a worker is handed them.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes that are hashed, to hand to a worker or to a backup.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A new passphrase has too few characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a passphrase of {length} characters is too short")]
pub struct TooShort {
    /// How many it has.
    pub length: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 9106, section 5.3: Argon2id with a secret and associated data.
    #[test]
    fn v01_argon2id_of_the_rfc() {
        let params = argon2::ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
            .build()
            .unwrap();
        let argon =
            Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut tag = [0; 32];
        argon.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
        let expected = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";
        assert_eq!(crate::vault::hex(&tag), expected);
    }

    /// Every row: what the probe took, what is chosen.
    #[test]
    fn the_dearest_cost_within_a_second_is_chosen() {
        let rows = [
            // Work is 38 for the probe, 384, 256 and 192 for the three.
            (0, 128, 3),
            (98, 128, 3),
            (99, 64, 4),
            (148, 64, 4),
            (149, 64, 3),
            (198, 64, 3),
            // Slower than a second: never less than usual.
            (500, 64, 3),
            (u32::MAX, 64, 3),
        ];
        for (probe_ms, mebibytes, passes) in rows {
            assert_eq!(Cost::for_device(probe_ms), Cost::new(mebibytes, passes), "{probe_ms} ms");
        }
        // A quarter of a second is expected where the paper's three browsers took one.
        assert_eq!(Cost::USUAL.expected_ms(50), 253);
        println!("calibration: {} rows", rows.len());
    }

    #[test]
    fn v14_the_ladder_ends_at_the_floor() {
        let ladder: Vec<(u32, u32)> =
            std::iter::successors(Some(Cost::new(128, 3)), |cost| cost.next_lower())
                .map(|cost| (cost.memory / MIB, cost.passes))
                .collect();
        assert_eq!(ladder, [(128, 3), (64, 3), (46, 4), (32, 6), (19, 10)]);
        assert_eq!(Cost::new(64, 4).next_lower(), Some(Cost::new(46, 4)));
        for (mebibytes, passes) in ladder {
            assert!(Cost::new(mebibytes, passes).is_allowed());
        }
    }

    #[test]
    fn v13_costs_outside_the_limits_cost_nothing() {
        let outside = [
            (19 * MIB - 1, 1, 1),
            (512 * MIB + 1, 1, 1),
            (4 * 1024 * MIB - 1, 3, 1),
            (u32::MAX, u32::MAX, u32::MAX),
            (64 * MIB, 0, 1),
            (64 * MIB, 21, 1),
            (64 * MIB, 3, 0),
            (64 * MIB, 3, 5),
            (64 * MIB, 3, 255),
            (0, 0, 0),
        ];
        for (memory, passes, lanes) in outside {
            let cost = Cost { memory, passes, lanes };
            let refused = derive(&Passphrase::typed("a"), &[0; SALT], cost);
            assert_eq!(refused, Err(DeriveError::Refused), "{cost:?}");
        }
        println!("V-13: costs refused before any work {}/{}", outside.len(), outside.len());
    }

    #[test]
    fn v11_one_form_of_what_was_typed() {
        let same = [
            ("caf\u{e9} au lait", "cafe\u{301} au lait"),
            ("\u{ff11}\u{ff12}\u{ff13} go", "123 go"),
            ("\u{fb01}ne weather", "fine weather"),
            ("\u{915}\u{93c}\u{93f}", "\u{958}\u{93f}"),
            ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
        ];
        for (one, other) in same {
            assert_eq!(Passphrase::typed(one).0, Passphrase::typed(other).0, "{one}");
        }
        let different = [
            ("correct horse", "Correct horse"),
            ("correct horse", "correct horse "),
            ("correct horse", "correct  horse"),
            // A family and the same people side by side are two things.
            ("\u{1f468}\u{200d}\u{1f469}", "\u{1f468}\u{1f469}"),
        ];
        for (one, other) in different {
            assert_ne!(Passphrase::typed(one).0, Passphrase::typed(other).0, "{one}");
        }
        println!("V-11: same {}, different {}", same.len(), different.len());
    }

    #[test]
    fn a_new_passphrase_has_ten_characters() {
        assert_eq!(Passphrase::chosen("नमस्ते").err(), Some(TooShort { length: 6 }));
        assert_eq!(Passphrase::chosen("123456789").err(), Some(TooShort { length: 9 }));
        assert!(Passphrase::chosen("1234567890").is_ok());
    }
}
