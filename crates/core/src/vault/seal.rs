//! One sealed value.
//!
//! Job: make of a stored text one that only the vault's key opens, and only under the same name,
//! kind, schema and generation; and give back exactly the same text.
//! Must not: give back anything of a value that is not whole, or mend one that was not.
//!
//! A plain frame `SK1|s|p|…` becomes `SK1|s|e|…`: the frame's own hash finds accidents, so that a
//! damaged value is told from a wrong key; the tag finds everything else. The bytes are
//!
//! ```text
//! "SKE" 1 | algorithm 1 | key id 4 | nonce 24 | sealed content | tag 16
//! content = form 1 | length 4 | bytes | zeros up to a multiple of 1024
//! ```
//!
//! where form 1 is a frame's hash and its deflated bytes, and form 0 any other text as it is.

use thiserror::Error;
use zeroize::Zeroizing;

use super::keys::{Keys, NONCE, Secret, TAG, decrypt, encrypt};
use crate::store::frame::Loose;
use crate::store::units;

/// What every sealed value begins with.
const MAGIC: &[u8; 4] = b"SKE\x01";
/// XChaCha20-Poly1305.
const ALGORITHM: u8 = 1;
/// The letter of the mode of a sealed frame.
const SEALED: char = 'e';
/// The letter of the kind of a sealed text that is no frame.
const LOOSE_TEXT: char = 'x';
/// Content is filled up to a multiple of so many bytes, to hide small changes.
const STEP: usize = 1024;
/// Bytes of a frame's hash inside.
const HASH: usize = 16;
/// Bytes before the bytes of the content.
const AHEAD: usize = 5;
/// Bytes round the content: magic, algorithm, key id, nonce and tag.
const AROUND: usize = 4 + 1 + 4 + NONCE + TAG;

/// Where a value is kept; each has its own key, so that none passes for one of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// localStorage.
    Store,
    /// The redo log.
    Log,
}

/// Why a sealed value does not open, in the order in which it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SealError {
    /// It is no sealed value.
    #[error("not sealed")]
    NotSealed,
    /// The content, or the name it lies under, is not the one that was written.
    #[error("the hash does not match")]
    Hash,
    /// A newer version sealed it.
    #[error("sealed by a newer version")]
    Newer,
    /// It was sealed with another key.
    #[error("sealed with another key")]
    OtherKey,
    /// Somebody changed it, or put it in another's place.
    #[error("changed or moved")]
    Auth,
    /// It opens, and makes no sense.
    #[error("the content makes no sense")]
    Content,
}

/// Whether a text is a sealed frame, by its first letters.
pub(super) fn is_sealed(text: &str) -> bool {
    let mut fields = text.splitn(4, '|');
    fields.next() == Some("SK1") && fields.nth(1) == Some("e")
}

/// Seals a text under a name.
pub(super) fn seal(
    keys: &Keys,
    place: Place,
    name: &str,
    text: &str,
    nonce: [u8; NONCE],
) -> String {
    let plain = Loose::parse(text).filter(|frame| frame.mode == 'p');
    let hash = plain.as_ref().and_then(|frame| super::unhex(&frame.hash));
    let (kind, schema, generation, mut content) = match (&plain, hash) {
        (Some(frame), Some(hash)) => {
            let content = content(1, &[&hash, &frame.packed]);
            (frame.kind, frame.schema, frame.generation, content)
        }
        _ => (LOOSE_TEXT, 0, 0, content(0, &[text.as_bytes()])),
    };
    let bound = bound(keys, name, kind, schema, generation);
    let tag = encrypt(key(keys, place, kind), &nonce, &bound, &mut content);
    let packed = [MAGIC, &[ALGORITHM][..], &keys.id, &nonce, &content, &tag].concat();
    let mut frame = Loose { kind, mode: SEALED, schema, generation, hash: "".into(), packed };
    frame.hash = frame.true_hash(name).into();
    frame.print()
}

/// Opens what was sealed under a name.
///
/// # Errors
/// [`SealError`].
pub(super) fn open(keys: &Keys, place: Place, name: &str, text: &str) -> Result<String, SealError> {
    let frame = Loose::parse(text).ok_or(SealError::NotSealed)?;
    if frame.mode != SEALED {
        return Err(SealError::NotSealed);
    }
    if frame.true_hash(name) != *frame.hash {
        return Err(SealError::Hash);
    }
    let packed = frame.packed.strip_prefix(MAGIC).ok_or(SealError::Newer)?;
    let (algorithm, packed) = packed.split_first().ok_or(SealError::Newer)?;
    if *algorithm != ALGORITHM {
        return Err(SealError::Newer);
    }
    let (id, packed) = packed.split_first_chunk().ok_or(SealError::Auth)?;
    let (nonce, packed) = packed.split_first_chunk().ok_or(SealError::Auth)?;
    let (sealed, tag) = packed.split_last_chunk().ok_or(SealError::Auth)?;
    if *id != keys.id {
        return Err(SealError::OtherKey);
    }
    let mut content = Zeroizing::new(sealed.to_vec());
    let bound = bound(keys, name, frame.kind, frame.schema, frame.generation);
    if !decrypt(key(keys, place, frame.kind), nonce, &bound, &mut content, tag) {
        return Err(SealError::Auth);
    }
    inside(&content)
        .and_then(|(form, bytes)| match form {
            0 if frame.kind == LOOSE_TEXT => str::from_utf8(bytes).ok().map(str::to_owned),
            1 => {
                let (hash, packed) = bytes.split_first_chunk::<HASH>()?;
                let hash = super::hex(hash).into();
                let (mode, packed) = ('p', packed.to_vec());
                Some(Loose { mode, hash, packed, ..frame }.print())
            }
            _ => None,
        })
        .ok_or(SealError::Content)
}

/// The name, kind and generation of a sealed value that is changed by nobody are these.
fn bound(keys: &Keys, name: &str, kind: char, schema: u16, generation: u64) -> Vec<u8> {
    let mut letter = [0; 4];
    let kind = kind.encode_utf8(&mut letter).as_bytes();
    // Only the name varies in length, so no two sets of these read alike.
    let (schema, generation) = (schema.to_be_bytes(), generation.to_be_bytes());
    [b"sk1", &keys.vault[..], name.as_bytes(), kind, &schema, &generation].concat()
}

fn key(keys: &Keys, place: Place, kind: char) -> &Secret {
    match (place, kind) {
        (Place::Log, _) => &keys.log,
        (Place::Store, 'd') => &keys.draft,
        (Place::Store, _) => &keys.shard,
    }
}

fn content(form: u8, pieces: &[&[u8]]) -> Vec<u8> {
    let length: usize = pieces.iter().map(|piece| piece.len()).sum();
    let mut all = Vec::with_capacity(padded(length) + TAG);
    all.push(form);
    // Five million units hold less than four gibibytes.
    all.extend(u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes());
    for piece in pieces {
        all.extend_from_slice(piece);
    }
    all.resize(padded(length), 0);
    all
}

fn inside(content: &[u8]) -> Option<(u8, &[u8])> {
    let (form, rest) = content.split_first()?;
    let (length, rest) = rest.split_first_chunk()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (bytes, fill) = rest.split_at_checked(length)?;
    (padded(length) == content.len() && fill.iter().all(|byte| *byte == 0))
        .then_some((*form, bytes))
}

fn padded(length: usize) -> usize {
    (AHEAD + length).next_multiple_of(STEP)
}

/// The UTF-16 units that a sealed frame takes whose plain one takes so many: at most one step too
/// many.
pub(super) fn sealed_units(plain: u64) -> u64 {
    // Every plain frame is as much longer than its payload as its sealed one is.
    const PREFACE: u64 = 60;
    let payload = usize::try_from(plain.saturating_sub(PREFACE)).unwrap_or(usize::MAX / 16);
    let packed = payload * 15 / 8 + HASH;
    units::units_for(padded(packed) + AROUND) as u64 + PREFACE
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use proptest::test_runner::{Config, TestRunner};

    use super::*;
    use crate::store::{Frame, FrameError, Kind};
    use crate::vault::keys::DataKey;

    const NAME: &str = "sk1.s.2026-11.1";
    const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";

    fn keys() -> Keys {
        Keys::new([7; 16], &DataKey::new([1; 32]))
    }

    fn sample() -> String {
        let json = br#"{"shard":"2026-11","part":1,"records":{"a1":{"text":"zebra-77"}}}"#;
        Frame::new(Kind::Shard, 42, json.to_vec()).print(NAME)
    }

    /// The sealed sample with other bytes, and the hash that belongs to them.
    fn forged(sealed: &str, change: impl FnOnce(&mut Loose<'_>)) -> String {
        let mut frame = Loose::parse(sealed).unwrap();
        change(&mut frame);
        frame.hash = frame.true_hash(NAME).into();
        frame.print()
    }

    #[test]
    fn v03_what_is_sealed_comes_back() {
        let config = Config { cases: 2_000, failure_persistence: None, ..Config::default() };
        let texts = prop_oneof![
            6 => proptest::collection::vec(any::<u8>(), 0..5_000)
                .prop_map(|json| Frame::new(Kind::Draft, 9, json).print(NAME)),
            1 => proptest::collection::vec(any::<u8>(), 150_000..200_000)
                .prop_map(|json| Frame::new(Kind::Shard, u64::MAX, json).print(NAME)),
            2 => ".{0,300}",
            // Nearly a frame.
            1 => "SK1\\|[a-z]\\|[pe]\\|[0-9]{1,3}\\|[0-9]{1,3}\\|[0-9a-f]{32}\\|[\u{3400}-\u{b3ff}]{0,9}",
        ];
        let place = prop_oneof![Just(Place::Store), Just(Place::Log)];
        TestRunner::new(config)
            .run(&(texts, place, any::<[u8; NONCE]>()), |(text, place, nonce)| {
                let sealed = seal(&keys(), place, NAME, &text, nonce);
                prop_assert!(is_sealed(&sealed));
                prop_assert_eq!(open(&keys(), place, NAME, &sealed), Ok(text));
                Ok(())
            })
            .unwrap();
        println!("V-03: sealed and opened 2000/2000");
    }

    #[test]
    fn an_older_version_sees_a_newer_one() {
        let sealed = seal(&keys(), Place::Store, NAME, &sample(), [3; NONCE]);
        assert!(sealed.starts_with("SK1|s|e|1|42|"), "{sealed}");
        assert_eq!(Frame::parse(NAME, &sealed), Err(FrameError::Newer));
    }

    #[test]
    fn v04_no_bit_may_change() {
        let sealed = seal(&keys(), Place::Store, NAME, &sample(), [3; NONCE]);
        let bits = Loose::parse(&sealed).unwrap().packed.len() * 8;
        let (mut by_hash, mut by_tag, mut newer, mut other) = (0, 0, 0, 0);
        for bit in 0..bits {
            let flip = |frame: &mut Loose<'_>| frame.packed[bit / 8] ^= 1 << (bit % 8);
            // An accident.
            let mut frame = Loose::parse(&sealed).unwrap();
            flip(&mut frame);
            by_hash += usize::from(
                open(&keys(), Place::Store, NAME, &frame.print()) == Err(SealError::Hash),
            );
            // Somebody who makes the hash anew.
            match open(&keys(), Place::Store, NAME, &forged(&sealed, flip)) {
                Err(SealError::Auth) => by_tag += 1,
                Err(SealError::Newer) => newer += 1,
                Err(SealError::OtherKey) => other += 1,
                opened => panic!("bit {bit}: {opened:?}"),
            }
        }
        assert_eq!((by_hash, newer, other), (bits, 40, 32));
        println!(
            "V-04: bits refused {bits}/{bits} by the hash, {by_tag} by the tag, {newer} as newer, {other} as of another key"
        );
    }

    #[test]
    fn v05_no_length_may_change() {
        let sealed = seal(&keys(), Place::Store, NAME, &sample(), [3; NONCE]);
        let length = Loose::parse(&sealed).unwrap().packed.len();
        let mut tried = 0;
        for kept in 0..length {
            let cut = forged(&sealed, |frame| frame.packed.truncate(kept));
            assert!(open(&keys(), Place::Store, NAME, &cut).is_err(), "{kept}");
            tried += 1;
        }
        for more in 1..=64 {
            let long = forged(&sealed, |frame| frame.packed.resize(length + more, 0));
            assert_eq!(open(&keys(), Place::Store, NAME, &long), Err(SealError::Auth));
            tried += 1;
        }
        println!("V-05: lengths refused {tried}/{tried}");
    }

    #[test]
    fn v06_a_value_opens_only_in_its_place() {
        let sealed = seal(&keys(), Place::Store, NAME, &sample(), [3; NONCE]);
        let auth = Err(SealError::Auth);
        assert_eq!(open(&keys(), Place::Store, NAME, &sealed), Ok(sample()));
        // Under another name the hash is wrong already; made anew, the tag is.
        let elsewhere = "sk1.s.2026-10.1";
        assert_eq!(open(&keys(), Place::Store, elsewhere, &sealed), Err(SealError::Hash));
        let mut moved = Loose::parse(&sealed).unwrap();
        moved.hash = moved.true_hash(elsewhere).into();
        assert_eq!(open(&keys(), Place::Store, elsewhere, &moved.print()), auth);
        let in_vault = |vault| Keys::new(vault, &DataKey::new([1; 32]));
        assert_eq!(open(&in_vault([8; 16]), Place::Store, NAME, &sealed), auth);
        let with = |change: fn(&mut Loose<'_>)| {
            open(&keys(), Place::Store, NAME, &forged(&sealed, change))
        };
        assert_eq!(with(|frame| frame.kind = 'd'), auth);
        assert_eq!(with(|frame| frame.kind = 'j'), auth);
        assert_eq!(with(|frame| frame.schema = 2), auth);
        assert_eq!(with(|frame| frame.generation = 41), auth);
        assert_eq!(with(|frame| frame.generation = 43), auth);
        assert_eq!(with(|frame| frame.mode = 'p'), Err(SealError::NotSealed));
        assert_eq!(open(&keys(), Place::Log, NAME, &sealed), auth);
        let other = Keys::new([7; 16], &DataKey::new([2; 32]));
        assert_eq!(open(&other, Place::Store, NAME, &sealed), Err(SealError::OtherKey));
        println!("V-06: moved values refused 10/10");
    }

    #[test]
    fn a_damaged_frame_is_not_mended() {
        let damaged = sample().replace("|42|", "|43|");
        let sealed = seal(&keys(), Place::Store, NAME, &damaged, [3; NONCE]);
        assert_eq!(open(&keys(), Place::Store, NAME, &sealed), Ok(damaged));
    }

    #[test]
    fn v08_two_seals_of_one_text_share_nothing() {
        let mut seen = BTreeSet::new();
        for number in 0..100_000_u32 {
            let mut nonce = [0; NONCE];
            nonce[..4].copy_from_slice(&number.to_be_bytes());
            // A short text, since each is packed.
            assert!(seen.insert(seal(&keys(), Place::Store, NAME, "x", nonce)));
        }
        println!("V-08: {} seals of one text, repeats 0", seen.len());
    }

    #[test]
    fn v18_small_changes_do_not_show_in_the_length() {
        let mut lengths = BTreeSet::new();
        for letters in 1..=900_usize {
            // Text that does not shrink.
            let text: Vec<u8> = (0..letters).map(|i| LETTERS[(i * i * 7 + i / 3) % 26]).collect();
            let frame = Frame::new(Kind::Draft, 1, text).print(NAME);
            let sealed = seal(&keys(), Place::Store, NAME, &frame, [3; NONCE]);
            let units = sealed.encode_utf16().count();
            assert!(sealed_units(frame.encode_utf16().count() as u64) >= units as u64 - 20);
            lengths.insert(units);
        }
        assert_eq!(lengths.len(), 1, "{lengths:?}");
        println!("V-18: texts of 1 to 900 letters, lengths {lengths:?}");
    }

    #[test]
    fn the_account_of_a_sealed_value_is_near() {
        let mut most = 0;
        for bytes in (0..60_000_usize).step_by(977) {
            let noise = (0..bytes).map(|i| (i * 2_654_435_761_usize).to_be_bytes()[5]).collect();
            let frame = Frame::new(Kind::Shard, 123_456, noise).print(NAME);
            let sealed = seal(&keys(), Place::Store, NAME, &frame, [3; NONCE]);
            let real = sealed.encode_utf16().count() as u64;
            most = most.max(sealed_units(frame.encode_utf16().count() as u64).abs_diff(real));
        }
        // One step of 1024 bytes is 547 units.
        assert!(most < 580, "{most}");
        println!("sealed lengths told without sealing: off by at most {most} units");
    }
}
