//! Names of keys that say nothing: neither a month nor what is being written.
//!
//! Job: turn `sk1.s.2026-11.1` into `sk1.s.` and 56 letters, and back, with the vault's key.
//! Must not: need a table; one name has one spelling for as long as the key is the same.
//!
//! The name, filled up to sixteen bytes or a multiple, is masked with a keystream that begins at a
//! value computed from the name itself (the construction of SIV, RFC 5297, on HMAC-SHA256). So equal
//! names look equal, different ones have nothing in common, and a changed one is refused.

use zeroize::Zeroizing;

use super::keys::{Keys, mac};
use crate::store::key::PREFIX;

/// Bytes of the value that stands for the name.
const MARK: usize = 12;
/// A name is filled up to a multiple of so many bytes, its length told by the first.
const STEP: usize = 16;

/// What a key of ours is to a vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Not sealed: a foreign key, the reserve, preferences, the probe.
    Outside,
    /// A copy of the vault's header.
    Header,
    /// The name is a fixed word; only the value is sealed.
    Fixed,
    /// The name is hidden as well. The letter of its kind is not.
    Hidden,
}

/// Says what a key is to a vault, in its readable form or its hidden one.
pub(super) fn sort(key: &str) -> Sort {
    let Some(rest) = key.strip_prefix(PREFIX) else { return Sort::Outside };
    match rest {
        "v.a" | "v.b" => Sort::Header,
        "h.a" | "h.b" | "j" | "t" => Sort::Fixed,
        _ if rest.starts_with("s.") || rest.starts_with("d.") || rest.starts_with("q.") => {
            Sort::Hidden
        }
        _ => Sort::Outside,
    }
}

/// Splits `sk1.s.…` behind the second point.
fn split(key: &str) -> Option<(&str, &str)> {
    key.split_at_checked(PREFIX.len() + 2)
}

/// Hides a name of [`Sort::Hidden`]; any other stays as it is.
pub(super) fn hide(keys: &Keys, key: &str) -> String {
    let Some((kind, name)) = split(key).filter(|_| sort(key) == Sort::Hidden) else {
        return key.to_owned();
    };
    let length = u8::try_from(name.len()).unwrap_or(u8::MAX);
    let mut padded = vec![length];
    // No name is that long; one that were would not come back, and would be refused by its mark.
    padded.extend(name.bytes().take(usize::from(u8::MAX)));
    padded.resize(padded.len().next_multiple_of(STEP), 0);
    let mark = mark(keys, kind, &padded);
    mask(keys, kind, &mark, &mut padded);
    [kind, &super::hex(&mark), &super::hex(&padded)].concat()
}

/// Reads a hidden name; `None` where it is none of this vault's.
pub(super) fn reveal(keys: &Keys, key: &str) -> Option<String> {
    let (kind, hidden) = split(key).filter(|_| sort(key) == Sort::Hidden)?;
    let bytes = super::unhex(hidden)?;
    let (stated, masked) = bytes.split_at_checked(MARK)?;
    if masked.is_empty() || masked.len() % STEP != 0 {
        return None;
    }
    let mut padded = masked.to_vec();
    mask(keys, kind, stated, &mut padded);
    if mark(keys, kind, &padded) != stated {
        return None;
    }
    let (length, rest) = padded.split_first()?;
    let name = str::from_utf8(rest.get(..usize::from(*length))?).ok()?;
    Some([kind, name].concat())
}

fn mark(keys: &Keys, kind: &str, padded: &[u8]) -> [u8; MARK] {
    let long = mac(&*keys.name, &[&[0], kind.as_bytes(), padded]);
    std::array::from_fn(|index| long.get(index).copied().unwrap_or(0))
}

fn mask(keys: &Keys, kind: &str, mark: &[u8], padded: &mut [u8]) {
    for (number, piece) in (0_u8..).zip(padded.chunks_mut(32)) {
        let stream = Zeroizing::new(mac(&*keys.name, &[&[1, number], kind.as_bytes(), mark]));
        for (byte, with) in piece.iter_mut().zip(stream.iter()) {
            *byte ^= with;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::store::StorageKey;
    use crate::vault::keys::DataKey;

    fn keys(seed: u8) -> Keys {
        Keys::new([7; 16], &DataKey::new([seed; 32]))
    }

    #[test]
    fn a_name_comes_back_and_only_with_its_key() {
        let mut seen = BTreeSet::new();
        let long = format!("sk1.d.{}.{}", "t".repeat(64), "i".repeat(64));
        let mut names = vec![long, "sk1.d.tab.01hx_2".to_owned()];
        for month in 1..=12 {
            names.extend((1..=3).map(|part| format!("sk1.s.2026-{month:02}.{part}")));
            names.push(format!("sk1.q.2026-{month:02}.1"));
        }
        for name in &names {
            let hidden = hide(&keys(1), name);
            assert_eq!(reveal(&keys(1), &hidden).as_ref(), Some(name));
            assert_eq!(reveal(&keys(2), &hidden), None);
            assert!(seen.insert(hidden.clone()), "{name} looks like another");
            assert_eq!(hidden.get(..6), name.get(..6));
            assert!(hidden.parse::<StorageKey>().is_err(), "an older version must not take it");
            // Every letter changed: refused.
            for place in 6..hidden.len() {
                let mut wrong = hidden.clone().into_bytes();
                wrong[place] = if wrong[place] == b'0' { b'1' } else { b'0' };
                assert_eq!(reveal(&keys(1), str::from_utf8(&wrong).unwrap()), None);
            }
        }
        let lengths: BTreeSet<usize> = names[2..].iter().map(|n| hide(&keys(1), n).len()).collect();
        assert_eq!(lengths, BTreeSet::from([62]), "all parts and notes look alike");
        println!("names hidden and found again: {}", names.len());
    }

    #[test]
    fn what_is_no_hidden_name_is_refused() {
        for key in ["sk1.s.", "sk1.s.2026-11.1", "sk1.s.00", "sk1.t", "other", "sk1.s.ÿÿ"] {
            assert_eq!(reveal(&keys(1), key), None, "{key}");
        }
        for key in ["sk1.h.a", "sk1.j", "sk1.u", "sk1.v.a", "elsewhere"] {
            assert_eq!(hide(&keys(1), key), key);
        }
    }
}
