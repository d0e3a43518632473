//! The content of an age file: pieces of 64 KiB, each sealed by itself, the last one marked.
//!
//! Job: the STREAM construction over ChaCha20-Poly1305, so that no piece may be changed, moved,
//! doubled or left out, the last one included.
//! Must not: give back the beginning of a content whose end is missing.

use chacha20poly1305::aead::inout::InOutBuf;
use chacha20poly1305::aead::{AeadInOut as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use zeroize::Zeroizing;

use super::super::keys::{Secret, TAG};

/// Bytes of a piece, but for the last one.
pub(super) const PIECE: usize = 64 * 1024;

/// The nonce of a piece: its number in eleven bytes, and whether it is the last.
fn nonce(number: u64, is_last: bool) -> Nonce {
    let mut nonce = [0; 12];
    for (to, from) in nonce.iter_mut().skip(3).zip(number.to_be_bytes()) {
        *to = from;
    }
    let [.., last] = &mut nonce;
    *last = u8::from(is_last);
    nonce.into()
}

/// Appends the sealed content to a file.
pub(super) fn encrypt(key: &Secret, plain: &[u8], file: &mut Vec<u8>) {
    let cipher = ChaCha20Poly1305::new((&**key).into());
    // Nothing is one empty piece; otherwise the last one holds something.
    let n_pieces = plain.len().div_ceil(PIECE).max(1);
    file.reserve(plain.len() + n_pieces * TAG);
    let mut rest = plain;
    for number in 1..=n_pieces {
        let (piece, after) = rest.split_at_checked(PIECE).unwrap_or((rest, &[]));
        rest = after;
        let start = file.len();
        file.extend_from_slice(piece);
        let at = nonce(number as u64 - 1, number == n_pieces);
        let text = InOutBuf::from(file.get_mut(start..).unwrap_or_default());
        // Fails beyond 256 GiB only. Without a tag the file would not open, which is looked at next.
        if let Ok(tag) = cipher.encrypt_inout_detached(&at, b"", text) {
            file.extend_from_slice(&tag);
        }
    }
}

/// Opens a whole content.
pub(super) fn decrypt(key: &Secret, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let cipher = ChaCha20Poly1305::new((&**key).into());
    let n_pieces = sealed.len().div_ceil(PIECE + TAG);
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    for (number, piece) in sealed.chunks(PIECE + TAG).enumerate() {
        let is_last = number + 1 == n_pieces;
        let (text, tag) = piece.split_last_chunk::<TAG>()?;
        if text.is_empty() && number > 0 {
            return None;
        }
        let start = plain.len();
        plain.extend_from_slice(text);
        let text = InOutBuf::from(plain.get_mut(start..)?);
        cipher
            .decrypt_inout_detached(&nonce(number as u64, is_last), b"", text, &(*tag).into())
            .ok()?;
    }
    (n_pieces > 0).then_some(plain)
}
