//! The header of a vault: four slots, each of which can give the data key to somebody.
//!
//! Job: the header's bytes, what they say before anybody has opened anything, and how a slot opens.
//! Must not: write it anywhere; see [`super::copies`].
//!
//! There are always four slots, of the same size and with the same costs, and what tells a used one
//! from an unused one is sealed. So whoever looks does not learn whether a recovery code exists.
//!
//! ```text
//! format 1 | min reader 2 | min writer 2 | generation 8 | vault 16 | phase 1 | key id 4
//! | 4 × (kind 1 | id 8 | memory 4 | passes 4 | lanes 4 | salt 16 | nonce 24 | wrapped key 48)
//! | state: nonce 24 | sealed 34 | tag 16
//! | mac 32
//! ```
//!
//! Numbers are big-endian. The MAC is over everything before it, with a key derived from the data
//! key: a header that somebody changed is found out as soon as a slot opens.

use thiserror::Error;
use zeroize::Zeroizing;

use super::code::RecoveryCode;
use super::kdf::{Cost, SALT};
use super::keys::{DataKey, NONCE, Secret, TAG, decrypt, encrypt, hkdf, is_mac, mac};
use crate::store::Slot;
use crate::store::frame::{Damage, Frame, FrameError, Kind};

/// The format that this version writes, and the newest that it reads.
const FORMAT: u8 = 1;
/// The version of the app's format that is needed to read and to write.
const MIN_VERSION: u16 = 1;
/// Slots of a header.
pub const SLOTS: usize = 4;
/// Bytes of the sealed state: which slots are used, whether there is a former key, and that key.
const STATE: usize = 1 + 1 + 32;

/// Where a copy of the header lies.
pub const fn header_key(slot: Slot) -> &'static str {
    match slot {
        Slot::A => "sk1.v.a",
        Slot::B => "sk1.v.b",
    }
}

/// What the vault is about. Everything but [`Phase::Sealed`] is under way, and is finished by
/// [`super::passage::Passage`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Everything is sealed.
    Sealed,
    /// What is still plain is being sealed.
    TurningOn,
    /// What is still sealed is being made plain.
    TurningOff,
    /// What was sealed with the former key is being sealed with the new one.
    NewKey,
}

impl Phase {
    const ALL: [Self; 4] = [Self::Sealed, Self::TurningOn, Self::TurningOff, Self::NewKey];

    const fn number(self) -> u8 {
        match self {
            Self::Sealed => 1,
            Self::TurningOn => 2,
            Self::TurningOff => 3,
            Self::NewKey => 4,
        }
    }
}

/// Ways to open a vault, each with a slot of its own. The fourth slot is for a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A passphrase.
    Passphrase,
    /// A recovery code.
    Recovery,
    /// A passkey's pseudo-random function.
    Passkey,
}

impl Method {
    pub(super) const fn index(self) -> usize {
        match self {
            Self::Passphrase => 0,
            Self::Recovery => 1,
            Self::Passkey => 2,
        }
    }
}

/// What somebody opens a vault with.
#[derive(Clone, Copy)]
pub enum Opener<'a> {
    /// What [`super::kdf::derive()`] made of the passphrase, with the salt and cost of
    /// [`Header::passphrase`].
    Passphrase(&'a [u8; 32]),
    /// The recovery code.
    Recovery(&'a RecoveryCode),
    /// What the passkey computed.
    Passkey(&'a [u8; 32]),
}

impl Opener<'_> {
    /// Which way this is.
    pub fn method(self) -> Method {
        match self {
            Self::Passphrase(_) => Method::Passphrase,
            Self::Recovery(_) => Method::Recovery,
            Self::Passkey(_) => Method::Passkey,
        }
    }

    /// The key that a slot wraps the data key with.
    fn wrapping_key(self, salt: &[u8; SALT]) -> Secret {
        match self {
            // The salt is in what was derived already.
            Self::Passphrase(derived) => hkdf(derived, &[], "sk1 kek pass"),
            Self::Recovery(code) => hkdf(code.bytes(), salt, "sk1 kek recovery"),
            Self::Passkey(output) => hkdf(output, salt, "sk1 kek prf"),
        }
    }
}

/// Why a text is no header that this version can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum HeaderError {
    /// It is broken.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// A newer version made it.
    #[error("made by a newer version")]
    Newer,
    /// It asks for costs that no header has: it is damaged or hostile, and no work is done for it.
    #[error("the header asks for costs that are not allowed")]
    Costs,
}

impl From<FrameError> for HeaderError {
    fn from(error: FrameError) -> Self {
        match error {
            FrameError::Damaged(damage) => Self::Damaged(damage),
            FrameError::Newer => Self::Newer,
        }
    }
}

/// Why a vault was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum UnlockError {
    /// The slot does not open: it is the wrong passphrase or code, there is none of this kind, or
    /// somebody changed the slot. These three cannot be told apart.
    #[error("does not open")]
    DoesNotOpen,
    /// The slot opens, and somebody changed something else in the header.
    #[error("the header was changed by somebody else")]
    Tampered,
}

/// One slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KeySlot {
    pub(super) id: [u8; 8],
    pub(super) cost: Cost,
    pub(super) salt: [u8; SALT],
    pub(super) nonce: [u8; NONCE],
    pub(super) wrapped: [u8; 32],
    pub(super) tag: [u8; TAG],
}

impl KeySlot {
    /// The number of a place among the slots, which says nothing about whether it is used.
    fn kind(index: usize) -> u8 {
        u8::try_from(index + 1).unwrap_or(0)
    }

    fn bound(&self, index: usize, vault: &[u8; 16]) -> Vec<u8> {
        let kind = [Self::kind(index)];
        let cost = cost_bytes(self.cost);
        [b"sk1slot", &[FORMAT][..], vault, &self.id, &kind, &cost, &self.salt].concat()
    }

    /// Wraps a data key.
    pub(super) fn wrap(&mut self, vault: &[u8; 16], key: &DataKey, with: Opener<'_>) {
        let mut text = Zeroizing::new(*key.bytes());
        let bound = self.bound(with.method().index(), vault);
        let wrapping = with.wrapping_key(&self.salt);
        self.tag = encrypt(&wrapping, &self.nonce, &bound, &mut *text);
        self.wrapped = *text;
    }

    fn unwrap(&self, vault: &[u8; 16], with: Opener<'_>) -> Option<DataKey> {
        let mut text = Zeroizing::new(self.wrapped);
        let bound = self.bound(with.method().index(), vault);
        let wrapping = with.wrapping_key(&self.salt);
        decrypt(&wrapping, &self.nonce, &bound, &mut *text, &self.tag).then(|| DataKey::new(*text))
    }
}

fn cost_bytes(cost: Cost) -> [u8; 12] {
    let mut bytes = [0; 12];
    let numbers = [cost.memory, cost.passes, cost.lanes].map(u32::to_be_bytes);
    for (to, from) in bytes.iter_mut().zip(numbers.as_flattened()) {
        *to = *from;
    }
    bytes
}

/// A copy of the header. Nothing in it is certain before [`Self::open`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub(super) generation: u64,
    pub(super) vault: [u8; 16],
    pub(super) phase: Phase,
    pub(super) key_id: [u8; 4],
    pub(super) slots: [KeySlot; SLOTS],
    pub(super) state: SealedState,
    pub(super) mac: [u8; 32],
}

/// What only who has the data key learns: which slots are used, and the former key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SealedState {
    pub(super) nonce: [u8; NONCE],
    pub(super) sealed: [u8; STATE],
    pub(super) tag: [u8; TAG],
}

/// An open state.
#[derive(Clone)]
pub(super) struct Inside {
    /// Which slots are used.
    pub(super) used: [bool; SLOTS],
    /// The key before this one, while what it sealed is being sealed anew.
    pub(super) former: Option<DataKey>,
}

impl Header {
    /// How often the header was written.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// What the vault is about, if nobody changed it.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// What the key of the passphrase is derived with.
    pub fn passphrase(&self) -> ([u8; SALT], Cost) {
        let [slot, ..] = &self.slots;
        (slot.salt, slot.cost)
    }

    /// Reads what is stored under [`header_key`].
    ///
    /// # Errors
    /// [`HeaderError`]. No work was done for any of them.
    pub fn parse(place: Slot, text: &str) -> Result<Self, HeaderError> {
        let frame = Frame::parse(header_key(place), text)?;
        if frame.kind != Kind::Vault {
            return Err(Damage::Schema.into());
        }
        match frame.payload.first() {
            Some(&FORMAT) => {}
            Some(newer) if *newer > FORMAT => return Err(HeaderError::Newer),
            _ => return Err(Damage::Schema.into()),
        }
        let mut bytes = Bytes(&frame.payload);
        let header = Self::read(&mut bytes).filter(|_| bytes.0.is_empty());
        let (header, [reader, writer]) = header.ok_or(Damage::Schema)?;
        if header.generation != frame.generation {
            return Err(Damage::Schema.into());
        }
        // A version that may not write could not change the passphrase either.
        if reader.max(writer) > MIN_VERSION {
            return Err(HeaderError::Newer);
        }
        if reader.min(writer) < MIN_VERSION {
            return Err(Damage::Schema.into());
        }
        if !header.slots.iter().all(|slot| slot.cost.is_allowed()) {
            return Err(HeaderError::Costs);
        }
        Ok(header)
    }

    /// Reads the bytes of a header, and the versions that it needs.
    fn read(bytes: &mut Bytes<'_>) -> Option<(Self, [u16; 2])> {
        let [_] = bytes.take::<1>()?;
        let reader = u16::from_be_bytes(bytes.take()?);
        let writer = u16::from_be_bytes(bytes.take()?);
        let generation = u64::from_be_bytes(bytes.take()?);
        let vault = bytes.take()?;
        let [phase] = bytes.take()?;
        let phase = Phase::ALL.into_iter().find(|known| known.number() == phase)?;
        let key_id = bytes.take()?;
        let mut slots = Vec::with_capacity(SLOTS);
        for index in 0..SLOTS {
            let [kind] = bytes.take()?;
            if kind != KeySlot::kind(index) {
                return None;
            }
            let id = bytes.take()?;
            let mut number = || Some(u32::from_be_bytes(bytes.take()?));
            let cost = Cost { memory: number()?, passes: number()?, lanes: number()? };
            let (salt, nonce) = (bytes.take()?, bytes.take()?);
            let (wrapped, tag) = (bytes.take()?, bytes.take()?);
            slots.push(KeySlot { id, cost, salt, nonce, wrapped, tag });
        }
        let slots = slots.try_into().ok()?;
        let state = SealedState { nonce: bytes.take()?, sealed: bytes.take()?, tag: bytes.take()? };
        let mac = bytes.take()?;
        Some((Self { generation, vault, phase, key_id, slots, state, mac }, [reader, writer]))
    }

    /// Everything before the MAC.
    fn body(&self) -> Vec<u8> {
        let version = MIN_VERSION.to_be_bytes();
        let mut body = vec![FORMAT];
        body.extend([version, version].concat());
        body.extend(self.generation.to_be_bytes());
        body.extend(self.vault);
        body.push(self.phase.number());
        body.extend(self.key_id);
        for (index, slot) in self.slots.iter().enumerate() {
            body.push(KeySlot::kind(index));
            body.extend(slot.id);
            body.extend(cost_bytes(slot.cost));
            body.extend([&slot.salt[..], &slot.nonce, &slot.wrapped, &slot.tag].concat());
        }
        body.extend([&self.state.nonce[..], &self.state.sealed, &self.state.tag].concat());
        body
    }

    /// Writes the header as it is stored under [`header_key`].
    pub(super) fn print(&self, place: Slot) -> String {
        let bytes = [&self.body()[..], &self.mac].concat();
        Frame::new(Kind::Vault, self.generation, bytes).print(header_key(place))
    }

    /// Opens a slot and checks everything else.
    ///
    /// # Errors
    /// [`UnlockError`].
    pub(super) fn open(&self, with: Opener<'_>) -> Result<(DataKey, Inside), UnlockError> {
        let slot = self.slots.get(with.method().index()).ok_or(UnlockError::DoesNotOpen)?;
        let key = slot.unwrap(&self.vault, with).ok_or(UnlockError::DoesNotOpen)?;
        let inside = self.check(&key).ok_or(UnlockError::Tampered)?;
        Ok((key, inside))
    }

    /// What the data key finds inside, if the header is as it was written.
    pub(super) fn check(&self, key: &DataKey) -> Option<Inside> {
        let whole = is_mac(&*key.derive("sk1 header mac"), &[&self.body()], &self.mac);
        if !whole || self.key_id != key.id() {
            return None;
        }
        let mut text = Zeroizing::new(self.state.sealed);
        let SealedState { nonce, tag, .. } = &self.state;
        let bound = self.state_bound();
        if !decrypt(&key.derive("sk1 state"), nonce, &bound, &mut *text, tag) {
            return None;
        }
        let ([used, has_former], former) = text.split_first_chunk()?;
        let former = DataKey::new(*former.first_chunk()?);
        let used = std::array::from_fn(|index| used & (1 << index) != 0);
        Some(Inside { used, former: (*has_former == 1).then_some(former) })
    }

    /// Seals the state and makes the MAC, after anything was changed.
    pub(super) fn close(&mut self, key: &DataKey, inside: &Inside, nonce: [u8; NONCE]) {
        let mut text = Zeroizing::new([0; STATE]);
        if let Some(([used, has_former], former)) = text.split_first_chunk_mut() {
            for (index, is_used) in inside.used.iter().enumerate() {
                *used |= u8::from(*is_used) << index;
            }
            if let Some(key) = &inside.former {
                *has_former = 1;
                former.copy_from_slice(key.bytes());
            }
        }
        let bound = self.state_bound();
        let tag = encrypt(&key.derive("sk1 state"), &nonce, &bound, &mut *text);
        self.key_id = key.id();
        self.state = SealedState { nonce, sealed: *text, tag };
        self.mac = mac(&*key.derive("sk1 header mac"), &[&self.body()]);
    }

    fn state_bound(&self) -> Vec<u8> {
        [b"sk1state", &self.vault[..], &self.generation.to_be_bytes()].concat()
    }
}

/// Bytes that are taken from the front.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*first)
    }
}
