//! The wrapper around every stored value: what it is, how it is packed, and whether it is whole.
//!
//! Job: print and parse `SK1|kind|mode|schema|generation|hash|payload`.
//! Must not: guess. A value is whole, or damaged in a named way, or made by a newer version.
//!
//! The hash covers the key as well, so a value moved to another key is found out.

use std::borrow::Cow;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::units;

/// The newest schema that this version writes and reads.
pub const SCHEMA: u16 = 1;

/// Most bytes that a payload may inflate to.
pub const INFLATE_LIMIT: usize = 64 * 1024 * 1024;
/// Most that a payload may grow, once beyond [`INFLATE_FLOOR`].
pub const INFLATE_RATIO: usize = 200;
/// Size below which any growth is accepted.
pub const INFLATE_FLOOR: usize = 1024 * 1024;

/// Level 6 of 10: level 9 gains a fifth of a per cent for twice the time.
const LEVEL: u8 = 6;
/// The first two letters of every frame, before its version digit.
const MAGIC: &str = "SK";
/// The version of the frame itself.
const VERSION: &str = "1";
/// Bytes of SHA-256 that are kept.
const HASH_BYTES: usize = 16;

/// What a frame holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `h`: a header copy.
    Header,
    /// `s`: a part of a shard.
    Shard,
    /// `j`: an operation on several keys.
    Journal,
    /// `d`: a draft.
    Draft,
    /// `q`: a note on an unreadable part.
    Quarantine,
    /// `t`: this device.
    Device,
    /// `v`: a copy of the header of a vault.
    Vault,
}

impl Kind {
    const ALL: [Self; 7] = [
        Self::Header,
        Self::Shard,
        Self::Journal,
        Self::Draft,
        Self::Quarantine,
        Self::Device,
        Self::Vault,
    ];

    const fn letter(self) -> &'static str {
        match self {
            Self::Header => "h",
            Self::Shard => "s",
            Self::Journal => "j",
            Self::Draft => "d",
            Self::Quarantine => "q",
            Self::Device => "t",
            Self::Vault => "v",
        }
    }
}

/// How a payload is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// `p`: deflated. (`e`, sealed, is what [`crate::vault`] makes of such a frame, and gives back.)
    Plain,
}

impl Mode {
    const fn letter(self) -> &'static str {
        match self {
            Self::Plain => "p",
        }
    }
}

/// How a stored value is broken, in the order in which it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Damage {
    /// The key is listed but holds nothing.
    #[error("the value is gone")]
    Missing,
    /// The text is not a frame.
    #[error("not a frame")]
    Frame,
    /// The content, or the key it lies under, is not the one that was written.
    #[error("the hash does not match")]
    Hash,
    /// The payload does not inflate within the limits.
    #[error("the payload does not inflate")]
    Inflate,
    /// The payload is not the JSON that belongs here.
    #[error("the payload is not valid json")]
    Json,
    /// The JSON is valid but says that it belongs elsewhere.
    #[error("the payload belongs to another place")]
    Schema,
    /// It is whole and was replaced since: somebody put an old value back. Looked for only where
    /// values are sealed.
    #[error("an older value was put back")]
    Stale,
}

/// Why a text is not a frame for this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FrameError {
    /// It is broken.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// It is whole, and a newer version made it.
    #[error("made by a newer version")]
    Newer,
}

/// A stored value, unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// What it holds.
    pub kind: Kind,
    /// How it was packed.
    pub mode: Mode,
    /// The schema of the payload, 1..=[`SCHEMA`].
    pub schema: u16,
    /// Grows with every write of the same key.
    pub generation: u64,
    /// The JSON.
    pub payload: Vec<u8>,
}

impl Frame {
    /// Makes a frame of today's mode and schema.
    pub fn new(kind: Kind, generation: u64, payload: Vec<u8>) -> Self {
        Self { kind, mode: Mode::Plain, schema: SCHEMA, generation, payload }
    }

    /// Reads the payload as the JSON that belongs there. It is read from text, since reading
    /// from bytes too would make the app larger by every type that is read.
    pub(super) fn json<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Damage> {
        let text = str::from_utf8(&self.payload).map_err(|_| Damage::Json)?;
        serde_json::from_str(text).map_err(|_| Damage::Json)
    }

    /// Prints the frame as it is stored under `key`.
    pub fn print(&self, key: &str) -> String {
        let packed = compress_to_vec(&self.payload, LEVEL);
        let preface = format!(
            "{}|{}|{}|{}",
            self.kind.letter(),
            self.mode.letter(),
            self.schema,
            self.generation
        );
        let hash = hash(key, &preface, &packed);
        format!("{MAGIC}{VERSION}|{preface}|{hash}|{}", units::encode(&packed))
    }

    /// Parses what is stored under `key`.
    ///
    /// # Errors
    /// [`FrameError::Damaged`] when it is broken, [`FrameError::Newer`] when it is whole but of a
    /// kind, mode, schema or version that this version does not know.
    pub fn parse(key: &str, text: &str) -> Result<Self, FrameError> {
        let (version, preface, stated, payload) = split(text).ok_or(Damage::Frame)?;
        if version != VERSION {
            // A flipped digit must not pass for a newer version: what verifies as ours is ours.
            let ours =
                units::decode(payload).is_ok_and(|packed| hash(key, preface, &packed) == stated);
            return Err(if ours { Damage::Frame.into() } else { FrameError::Newer });
        }
        let packed = units::decode(payload).map_err(|_| Damage::Frame)?;
        if hash(key, preface, &packed) != stated {
            return Err(Damage::Hash.into());
        }
        let mut fields = preface.split('|');
        let mut next = || fields.next().unwrap_or_default();
        let (kind, mode, schema, generation) = (next(), next(), next(), next());
        let schema: u16 = number(schema).ok_or(Damage::Frame)?;
        let generation = number(generation).ok_or(Damage::Frame)?;
        let kind = Kind::ALL.into_iter().find(|known| known.letter() == kind);
        let (Some(kind), "p", 1..=SCHEMA) = (kind, mode, schema) else {
            return Err(FrameError::Newer);
        };
        let limit =
            (packed.len().saturating_mul(INFLATE_RATIO)).clamp(INFLATE_FLOOR, INFLATE_LIMIT);
        let payload = decompress_to_vec_with_limit(&packed, limit).map_err(|_| Damage::Inflate)?;
        Ok(Self { kind, mode: Mode::Plain, schema, generation, payload })
    }
}

/// A frame of this version taken apart without looking inside, so that the vault can seal it and
/// give back the same text, whether it is whole or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Loose<'a> {
    /// The letter of its kind.
    pub(crate) kind: char,
    /// The letter of its mode.
    pub(crate) mode: char,
    pub(crate) schema: u16,
    pub(crate) generation: u64,
    /// The hash that it states, right or not.
    pub(crate) hash: Cow<'a, str>,
    pub(crate) packed: Vec<u8>,
}

impl<'a> Loose<'a> {
    /// Takes a text apart; `None` where it is not a frame in its only spelling.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let (_, preface, hash, payload) = split(text).filter(|it| it.0 == VERSION)?;
        let mut fields = preface.split('|');
        let mut letter = || {
            let mut letters = fields.next()?.chars();
            letters.next().filter(|it| it.is_ascii_lowercase() && letters.next().is_none())
        };
        let (kind, mode) = (letter()?, letter()?);
        let (schema, generation) = (number(fields.next()?)?, number(fields.next()?)?);
        let packed = units::decode(payload).ok()?;
        Some(Self { kind, mode, schema, generation, hash: hash.into(), packed })
    }

    fn preface(&self) -> String {
        format!("{}|{}|{}|{}", self.kind, self.mode, self.schema, self.generation)
    }

    /// The hash that belongs to the content under this key.
    pub(crate) fn true_hash(&self, key: &str) -> String {
        hash(key, &self.preface(), &self.packed)
    }

    /// Puts the text together again.
    pub(crate) fn print(&self) -> String {
        let payload = units::encode(&self.packed);
        format!("{MAGIC}{VERSION}|{}|{}|{payload}", self.preface(), self.hash)
    }
}

/// Splits a text into version digit, preface, hash and payload, or says that it is no frame at all.
fn split(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (version, rest) = text.strip_prefix(MAGIC)?.split_once('|')?;
    let digits = !version.is_empty() && version.bytes().all(|b| b.is_ascii_digit());
    // The preface is four fields; its end is the fourth bar.
    let end = rest.match_indices('|').nth(3)?.0;
    let preface = rest.get(..end)?;
    let (hash, payload) = rest.get(end + 1..)?.split_once('|')?;
    let hex = hash.len() == HASH_BYTES * 2
        && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    (digits && hex).then_some((version, preface, hash, payload))
}

/// Parses a number that is spelt in its only correct way.
fn number<N: std::str::FromStr + ToString>(text: &str) -> Option<N> {
    text.parse().ok().filter(|number: &N| number.to_string() == text)
}

fn hash(key: &str, preface: &str, packed: &[u8]) -> String {
    let mut hasher = Sha256::new();
    // No key and no preface holds a line break, so the three cannot run into each other.
    for piece in [MAGIC, VERSION, "\n", key, "\n", preface, "\n"] {
        hasher.update(piece.as_bytes());
    }
    hasher.update(packed);
    let digest = hasher.finalize();
    let mut text = String::with_capacity(HASH_BYTES * 2);
    for byte in digest.iter().take(HASH_BYTES) {
        for half in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(u32::from(half), 16));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "sk1.s.2026-11.1";

    fn sample() -> Frame {
        Frame::new(Kind::Shard, 42, br#"{"shard":"2026-11"}"#.to_vec())
    }

    /// A whole frame as another version would print it.
    fn foreign(preface: &str) -> String {
        let packed = compress_to_vec(b"{}", LEVEL);
        format!("SK1|{preface}|{}|{}", hash(KEY, preface, &packed), units::encode(&packed))
    }

    #[test]
    fn a_frame_comes_back() {
        let text = sample().print(KEY);
        assert!(text.starts_with("SK1|s|p|1|42|"), "{text}");
        assert_eq!(Frame::parse(KEY, &text), Ok(sample()));
    }

    #[test]
    fn under_another_key_it_is_damaged() {
        let text = sample().print(KEY);
        assert_eq!(Frame::parse("sk1.s.2026-10.1", &text), Err(Damage::Hash.into()));
    }

    #[test]
    fn a_newer_version_is_not_damage() {
        for preface in ["s|e|1|42", "s|p|2|42", "z|p|1|42", "s|lz4|9|42"] {
            assert_eq!(Frame::parse(KEY, &foreign(preface)), Err(FrameError::Newer), "{preface}");
        }
        assert_eq!(
            Frame::parse(KEY, &sample().print(KEY).replace("|s|p|1|", "|s|p|2|")),
            Err(Damage::Hash.into())
        );
        let other = foreign("s|p|1|42").replace("SK1", "SK2");
        assert_eq!(Frame::parse(KEY, &other), Err(Damage::Frame.into()), "a flipped digit");
        let newer = other.replacen(
            &hash(KEY, "s|p|1|42", &compress_to_vec(b"{}", LEVEL)),
            &"a".repeat(32),
            1,
        );
        assert_eq!(Frame::parse(KEY, &newer), Err(FrameError::Newer));
    }

    #[test]
    fn a_frame_taken_apart_is_put_together_to_the_same_text() {
        let texts = [sample().print(KEY), foreign("z|e|7|9"), sample().print("elsewhere")];
        for text in texts {
            assert_eq!(Loose::parse(&text).map(|loose| loose.print()), Some(text));
        }
        for preface in ["s|p|01|42", "s|p|1|+42", "ss|p|1|42", "S|p|1|42", "s||1|42"] {
            assert_eq!(Loose::parse(&foreign(preface)), None, "{preface}");
        }
    }

    #[test]
    fn numbers_have_one_spelling() {
        for preface in ["s|p|01|42", "s|p|1|042", "s|p|1|+42", "s|p|1|"] {
            assert_eq!(
                Frame::parse(KEY, &foreign(preface)),
                Err(Damage::Frame.into()),
                "{preface}"
            );
        }
    }

    #[test]
    fn what_grows_too_much_is_refused() {
        let bomb = |bytes: usize| Frame::new(Kind::Shard, 1, vec![b'['; bytes]).print(KEY);
        assert!(Frame::parse(KEY, &bomb(INFLATE_FLOOR)).is_ok());
        // A run of one letter shrinks about a thousandfold, beyond the ratio.
        let large = bomb(4 * INFLATE_FLOOR);
        assert_eq!(Frame::parse(KEY, &large), Err(Damage::Inflate.into()));
    }
}
