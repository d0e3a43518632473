//! Keys, and the two primitives that everything here is built on.
//!
//! Job: HMAC-SHA256, HKDF-SHA256 and XChaCha20-Poly1305 on fixed sizes, so that none of them can
//! fail for want of a right length; the data key and what is derived from it.
//! Must not: draw random numbers.

use chacha20poly1305::aead::inout::InOutBuf;
use chacha20poly1305::aead::{AeadInOut as _, KeyInit as _};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::port::{Entropy, NoEntropy};

/// Thirty-two secret bytes that are overwritten when they are let go of.
pub(super) type Secret = Zeroizing<[u8; 32]>;

/// Bytes of a nonce of `XChaCha20`.
pub(super) const NONCE: usize = 24;
/// Bytes of a tag of Poly1305.
pub(super) const TAG: usize = 16;
/// The block of SHA-256, to which HMAC fills up a key.
const BLOCK: usize = 64;

/// HMAC-SHA256 (RFC 2104) of pieces one after the other, with a key of at most 64 bytes.
pub(super) fn mac(key: &[u8], pieces: &[&[u8]]) -> [u8; 32] {
    keyed(key, pieces).finalize().into_bytes().into()
}

/// Whether that is the HMAC, compared in constant time.
pub(super) fn is_mac(key: &[u8], pieces: &[&[u8]], stated: &[u8]) -> bool {
    keyed(key, pieces).verify_slice(stated).is_ok()
}

fn keyed(key: &[u8], pieces: &[&[u8]]) -> Hmac<Sha256> {
    let mut block = Zeroizing::new([0; BLOCK]);
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    for piece in pieces {
        mac.update(piece);
    }
    mac
}

/// HKDF-SHA256 (RFC 5869) to 32 bytes, which are its first block. No salt is an empty one.
pub(super) fn hkdf(secret: &[u8], salt: &[u8], label: &str) -> Secret {
    let extracted = Zeroizing::new(mac(salt, &[secret]));
    Zeroizing::new(mac(&*extracted, &[label.as_bytes(), &[1]]))
}

/// Encrypts in place and returns the tag.
pub(super) fn encrypt(
    key: &Secret,
    nonce: &[u8; NONCE],
    bound: &[u8],
    text: &mut [u8],
) -> [u8; TAG] {
    let cipher = XChaCha20Poly1305::new((&**key).into());
    let sealed = cipher.encrypt_inout_detached(&XNonce::from(*nonce), bound, InOutBuf::from(text));
    // Fails beyond 256 GiB; an all-zero tag would then be refused by whoever reads.
    sealed.map(Into::into).unwrap_or_default()
}

/// Decrypts in place; false, and nothing of use in `text`, where the tag does not fit.
pub(super) fn decrypt(
    key: &Secret,
    nonce: &[u8; NONCE],
    bound: &[u8],
    text: &mut [u8],
    tag: &[u8; TAG],
) -> bool {
    let cipher = XChaCha20Poly1305::new((&**key).into());
    let (nonce, text) = (XNonce::from(*nonce), InOutBuf::from(text));
    cipher.decrypt_inout_detached(&nonce, bound, text, &(*tag).into()).is_ok()
}

/// Random bytes of any number.
pub(super) fn random<const N: usize>(entropy: &impl Entropy) -> Result<[u8; N], NoEntropy> {
    let mut all = [0; N];
    for piece in all.chunks_mut(16) {
        for (to, from) in piece.iter_mut().zip(entropy.bytes()?) {
            *to = from;
        }
    }
    Ok(all)
}

/// The random key of a vault, from which every key that touches data is derived.
#[derive(Clone)]
pub(super) struct DataKey(Secret);

impl DataKey {
    pub(super) fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key for one purpose.
    pub(super) fn derive(&self, label: &str) -> Secret {
        hkdf(&*self.0, &[], label)
    }

    /// Four bytes that tell keys apart and say nothing about them.
    pub(super) fn id(&self) -> [u8; 4] {
        let long = self.derive("sk1 key id");
        std::array::from_fn(|index| long.get(index).copied().unwrap_or(0))
    }
}

/// What values and names are sealed with.
#[derive(Clone)]
pub(super) struct Keys {
    pub(super) vault: [u8; 16],
    pub(super) id: [u8; 4],
    pub(super) shard: Secret,
    pub(super) draft: Secret,
    pub(super) log: Secret,
    pub(super) name: Secret,
}

impl Keys {
    pub(super) fn new(vault: [u8; 16], key: &DataKey) -> Self {
        Self {
            vault,
            id: key.id(),
            shard: key.derive("sk1 shard"),
            draft: key.derive("sk1 draft"),
            log: key.derive("sk1 log"),
            name: key.derive("sk1 name"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::hex;

    fn bytes(hex: &str) -> Vec<u8> {
        crate::vault::unhex(hex).unwrap()
    }

    /// Bytes that count up.
    fn counting<const N: usize>(from: u8) -> [u8; N] {
        let mut bytes = [0; N];
        for (byte, number) in bytes.iter_mut().zip(from..) {
            *byte = number;
        }
        bytes
    }

    /// RFC 4231, cases 1 to 4 (with keys of at most a block).
    #[test]
    fn v01_hmac_of_the_rfc() {
        let cases: [(Vec<u8>, Vec<u8>, &str); 4] = [
            (
                vec![0x0b; 20],
                b"Hi There".to_vec(),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
            ),
            (
                b"Jefe".to_vec(),
                b"what do ya want for nothing?".to_vec(),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (
                vec![0xaa; 20],
                vec![0xdd; 50],
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
            ),
            (
                (1..=25).collect(),
                vec![0xcd; 50],
                "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
            ),
        ];
        for (key, text, expected) in cases {
            assert_eq!(hex(&mac(&key, &[&text])), expected);
            assert!(is_mac(&key, &[&text], &bytes(expected)));
            assert!(!is_mac(&key, &[&text], &bytes(expected)[..31]));
        }
    }

    /// RFC 5869, cases 1 and 3: the first 32 of 42 bytes.
    #[test]
    fn v01_hkdf_of_the_rfc() {
        // Its labels are bytes; those of case 1 are no UTF-8, so the two steps are taken apart.
        let salt: Vec<u8> = (0..=12).collect();
        let info: Vec<u8> = (0xf0..=0xf9).collect();
        let extracted = mac(&salt, &[&[0x0b; 22]]);
        assert_eq!(
            hex(&mac(&extracted, &[&info, &[1]])),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
        );
        assert_eq!(
            hex(&*hkdf(&[0x0b; 22], &[], "")),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
        );
    }

    /// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
    #[test]
    fn v01_xchacha20_poly1305_of_the_draft() {
        let key: Secret = Zeroizing::new(counting(0x80));
        let nonce: [u8; NONCE] = counting(0x40);
        let bound = bytes("50515253c0c1c2c3c4c5c6c7");
        let plain: &[u8] = b"Ladies and Gentlemen of the class of '99: If I could offer you \
            only one tip for the future, sunscreen would be it.";
        let mut text = plain.to_vec();
        let tag = encrypt(&key, &nonce, &bound, &mut text);
        assert_eq!(
            hex(&text),
            "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb\
             731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452\
             2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
             21f9664c97637da9768812f615c68b13b52e"
        );
        assert_eq!(hex(&tag), "c0875924c1c7987947deafd8780acf49");
        assert!(decrypt(&key, &nonce, &bound, &mut text, &tag));
        assert_eq!(text, plain);
        println!("V-01: RFC 9106, 4231 (4), 5869 (2), XChaCha20-Poly1305 draft");
    }
}
