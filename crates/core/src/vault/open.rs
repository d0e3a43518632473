//! An open vault, and what its owner may change.
//!
//! Job: make a vault, give it another passphrase, code or key, and say what its header then is.
//! Must not: write; [`super::copies`] does, one storage call at a time.

use super::code::RecoveryCode;
use super::header::{
    Header, Inside, KeySlot, Method, Opener, Phase, SLOTS, SealedState, UnlockError,
};
use super::kdf::{Cost, SALT};
use super::keys::{DataKey, Keys, random};
use crate::port::{Entropy, NoEntropy};
use crate::store::Slot;

/// A passphrase as a slot takes it: what was derived of it, and how.
#[derive(Clone, Copy)]
pub struct Derived<'a> {
    /// What [`super::kdf::derive()`] gave.
    pub key: &'a [u8; 32],
    /// The random salt that it was derived with.
    pub salt: [u8; SALT],
    /// The cost that it was derived at.
    pub cost: Cost,
}

/// A vault that is open: its header and its keys.
#[derive(Clone)]
pub struct Vault {
    header: Header,
    key: DataKey,
    inside: Inside,
}

impl Vault {
    /// Makes a vault that is being turned on, with a random key.
    pub(super) fn create(
        entropy: &impl Entropy,
        passphrase: Derived<'_>,
    ) -> Result<Self, NoEntropy> {
        let vault = random(entropy)?;
        let mut slots = Vec::with_capacity(SLOTS);
        for _ in 0..SLOTS {
            slots.push(unused(entropy, passphrase.cost)?);
        }
        let Ok(slots) = slots.try_into() else { return Err(NoEntropy) };
        let state = SealedState { nonce: [0; 24], sealed: [0; 34], tag: [0; 16] };
        let header = Header {
            generation: 0,
            vault,
            phase: Phase::TurningOn,
            key_id: [0; 4],
            slots,
            state,
            mac: [0; 32],
        };
        let inside = Inside { used: [false; SLOTS], former: None };
        let mut made = Self { header, key: DataKey::new(random(entropy)?), inside };
        made.take_passphrase(entropy, passphrase)?;
        made.close(entropy)?;
        Ok(made)
    }

    /// Opens a vault.
    ///
    /// # Errors
    /// [`UnlockError`].
    pub fn open(header: &Header, with: Opener<'_>) -> Result<Self, UnlockError> {
        let (key, inside) = header.open(with)?;
        Ok(Self { header: header.clone(), key, inside })
    }

    /// Reads another copy of the same vault's header with the key at hand; `None` if it is not one,
    /// or was changed.
    pub(super) fn reopen(&self, header: &Header) -> Option<Self> {
        let inside = header.check(&self.key)?;
        Some(Self { header: header.clone(), key: self.key.clone(), inside })
    }

    /// The header.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Whether a way to open it exists.
    pub fn has(&self, method: Method) -> bool {
        let [passphrase, recovery, passkey, _] = self.inside.used;
        match method {
            Method::Passphrase => passphrase,
            Method::Recovery => recovery,
            Method::Passkey => passkey,
        }
    }

    /// Takes another passphrase in place of the old one: the same key, wrapped anew. What was
    /// copied before still opens with the old one; see [`Self::with_new_key`].
    ///
    /// # Errors
    /// [`NoEntropy`]; nothing has changed.
    pub fn with_passphrase(
        &self,
        entropy: &impl Entropy,
        passphrase: Derived<'_>,
    ) -> Result<Self, NoEntropy> {
        self.changed(entropy, |changed| changed.take_passphrase(entropy, passphrase))
    }

    /// Takes a recovery code, in place of an older one if there is one.
    ///
    /// # Errors
    /// [`NoEntropy`]; nothing has changed.
    pub fn with_recovery(
        &self,
        entropy: &impl Entropy,
        code: &RecoveryCode,
    ) -> Result<Self, NoEntropy> {
        self.changed(entropy, |changed| changed.take(entropy, Opener::Recovery(code)))
    }

    /// Takes a passkey, in place of an older one if there is one.
    ///
    /// # Errors
    /// [`NoEntropy`]; nothing has changed.
    pub fn with_passkey(
        &self,
        entropy: &impl Entropy,
        output: &[u8; 32],
    ) -> Result<Self, NoEntropy> {
        self.changed(entropy, |changed| changed.take(entropy, Opener::Passkey(output)))
    }

    /// Empties the slot of the recovery code or of the passkey; that of the passphrase stays.
    ///
    /// # Errors
    /// [`NoEntropy`]; nothing has changed.
    pub fn without(&self, entropy: &impl Entropy, method: Method) -> Result<Self, NoEntropy> {
        self.changed(entropy, |changed| match method {
            Method::Passphrase => Ok(()),
            Method::Recovery => changed.empty(entropy, 1),
            Method::Passkey => changed.empty(entropy, 2),
        })
    }

    /// Takes a new random key, so that older copies are of no use with it. Everything that is
    /// sealed has to be sealed anew ([`super::passage::Passage`]). The recovery code and the
    /// passkey no longer open it.
    ///
    /// # Errors
    /// [`NoEntropy`]; nothing has changed.
    pub fn with_new_key(
        &self,
        entropy: &impl Entropy,
        passphrase: Derived<'_>,
    ) -> Result<Self, NoEntropy> {
        self.changed(entropy, |changed| {
            let old = std::mem::replace(&mut changed.key, DataKey::new(random(entropy)?));
            changed.inside.former = Some(old);
            changed.header.phase = Phase::NewKey;
            for index in 1..SLOTS {
                changed.empty(entropy, index)?;
            }
            changed.take_passphrase(entropy, passphrase)
        })
    }

    /// The same vault at another point of its way.
    ///
    /// # Errors
    /// [`NoEntropy`]; nothing has changed.
    pub(super) fn at(&self, entropy: &impl Entropy, phase: Phase) -> Result<Self, NoEntropy> {
        self.changed(entropy, |changed| {
            changed.header.phase = phase;
            if phase == Phase::Sealed {
                changed.inside.former = None;
            }
            Ok(())
        })
    }

    pub(super) fn keys(&self) -> Keys {
        Keys::new(self.header.vault, &self.key)
    }

    pub(super) fn former_keys(&self) -> Option<Keys> {
        self.inside.former.as_ref().map(|key| Keys::new(self.header.vault, key))
    }

    /// Writes a copy of the header.
    pub(super) fn print(&self, place: Slot) -> String {
        self.header.print(place)
    }

    fn changed(
        &self,
        entropy: &impl Entropy,
        change: impl FnOnce(&mut Self) -> Result<(), NoEntropy>,
    ) -> Result<Self, NoEntropy> {
        let mut changed = self.clone();
        change(&mut changed)?;
        changed.close(entropy)?;
        Ok(changed)
    }

    fn close(&mut self, entropy: &impl Entropy) -> Result<(), NoEntropy> {
        self.header.generation += 1;
        self.header.close(&self.key, &self.inside, random(entropy)?);
        Ok(())
    }

    fn take_passphrase(
        &mut self,
        entropy: &impl Entropy,
        passphrase: Derived<'_>,
    ) -> Result<(), NoEntropy> {
        let [slot, ..] = &mut self.header.slots;
        let [used, ..] = &mut self.inside.used;
        *slot = KeySlot { salt: passphrase.salt, ..unused(entropy, passphrase.cost)? };
        slot.wrap(&self.header.vault, &self.key, Opener::Passphrase(passphrase.key));
        *used = true;
        Ok(())
    }

    fn take(&mut self, entropy: &impl Entropy, with: Opener<'_>) -> Result<(), NoEntropy> {
        let index = with.method().index();
        self.empty(entropy, index)?;
        if let Some(slot) = self.header.slots.get_mut(index) {
            slot.wrap(&self.header.vault, &self.key, with);
        }
        self.inside.used.iter_mut().skip(index).take(1).for_each(|used| *used = true);
        Ok(())
    }

    /// Fills a slot with what nobody can tell from a used one.
    fn empty(&mut self, entropy: &impl Entropy, index: usize) -> Result<(), NoEntropy> {
        if let Some(slot) = self.header.slots.get_mut(index) {
            // Its cost stays, so that it does not tell when the slot was used last.
            *slot = unused(entropy, slot.cost)?;
        }
        self.inside.used.iter_mut().skip(index).take(1).for_each(|used| *used = false);
        Ok(())
    }
}

fn unused(entropy: &impl Entropy, cost: Cost) -> Result<KeySlot, NoEntropy> {
    Ok(KeySlot {
        id: random(entropy)?,
        cost,
        salt: random(entropy)?,
        nonce: random(entropy)?,
        wrapped: random(entropy)?,
        tag: random(entropy)?,
    })
}
