//! Backups: files in the age format, version 1, with a passphrase.
//!
//! Job: write and read what `age -p` writes and `age -d` reads (<https://age-encryption.org/v1>),
//! so that a diary can be opened in years to come without this app.
//! Must not: know what is inside, accept part of a file, or work before the costs are known.
//!
//! Of the format only the passphrase is here (one `scrypt` stanza, binary, not armored). The crate
//! `age` brings more, and weighs more than everything else in the vault; the tests compare with it.

mod stream;
#[cfg(test)]
mod tests;

use base64ct::{Base64Unpadded, Encoding as _};
use chacha20poly1305::aead::inout::InOutBuf;
use chacha20poly1305::aead::{AeadInOut as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use scrypt::Params;
use thiserror::Error;
use zeroize::Zeroizing;

use super::kdf::Passphrase;
use super::keys::{Secret, TAG, hkdf, is_mac, mac, random};
use crate::port::{Entropy, NoEntropy};

/// The first line of every file.
const VERSION: &[u8] = b"age-encryption.org/v1\n";
/// What the first line of files of other versions begins with.
const FAMILY: &[u8] = b"age-encryption.org/";
/// What the salt is labelled with.
const LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
/// Bytes of a salt, and of a file key.
const SMALL: usize = 16;

/// The least work that is written: a file of less could be guessed too fast.
pub const LEAST_WORK: u8 = 15;
/// The most work that is done without asking: 256 MiB, about two seconds in a browser.
pub const SILENT_WORK: u8 = 18;
/// The most work that is done at all: 1 GiB.
pub const MOST_WORK: u8 = 20;

/// Chooses the work for a file, as the logarithm of scrypt's N: 17 where there is memory to spare (eight
/// gibibytes, or a device that is no phone), else 16.
pub fn work_for_device(memory_gib: Option<u8>, is_phone: bool) -> u8 {
    let has_room = memory_gib.map_or(!is_phone, |gib| gib >= 8);
    if has_room { 17 } else { 16 }
}

/// Why a file was not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WriteError {
    /// There are no random numbers.
    #[error(transparent)]
    Entropy(#[from] NoEntropy),
    /// The device has not got the memory for so much work; try less.
    #[error("the memory for the key cannot be had")]
    NoMemory,
    /// Less than [`LEAST_WORK`] or more than [`MOST_WORK`] was asked for.
    #[error("the work is outside what is allowed")]
    Work,
    /// The file was made and does not open to what was put in.
    #[error("the file does not open to what was put in")]
    NotTheSame,
}

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AgeError {
    /// It is no age file.
    #[error("no age file")]
    NotAge,
    /// It is an age file of another version.
    #[error("another version of age")]
    Version,
    /// It is closed for somebody's key and not with a passphrase.
    #[error("not closed with a passphrase")]
    NoPassphrase,
    /// It asks for more work than [`MOST_WORK`]; none was done.
    #[error("asks for too much work")]
    Work,
    /// The header is not as the format says.
    #[error("the header is damaged")]
    Header,
    /// The device has not got the memory; the passphrase was not tried.
    #[error("the memory for the key cannot be had")]
    NoMemory,
    /// The passphrase is wrong, or the header is damaged where that looks the same.
    #[error("does not open")]
    DoesNotOpen,
    /// The passphrase is right, and the header was changed.
    #[error("the header was changed")]
    Changed,
    /// The passphrase is right, and the content is damaged, or part of it is missing.
    #[error("the content is damaged")]
    Content,
}

/// Writes a file. It counts as written only when it was opened again from the bytes that the
/// person gets: whoever calls does that, as [`write`] does, where both are in one place.
///
/// `work` is the logarithm of scrypt's N: see [`work_for_device`].
///
/// # Errors
/// [`WriteError`], but for [`WriteError::NotTheSame`].
pub fn seal(
    plain: &[u8],
    passphrase: &Passphrase,
    work: u8,
    entropy: &impl Entropy,
) -> Result<Vec<u8>, WriteError> {
    if !(LEAST_WORK..=MOST_WORK).contains(&work) {
        return Err(WriteError::Work);
    }
    write_unchecked(plain, passphrase, work, entropy)
}

/// Writes a file and opens it again before it counts as written.
///
/// `work` is the logarithm of scrypt's N: see [`work_for_device`]. Takes about twice the time of
/// opening.
///
/// # Errors
/// [`WriteError`].
pub fn write(
    plain: &[u8],
    passphrase: &Passphrase,
    work: u8,
    entropy: &impl Entropy,
) -> Result<Vec<u8>, WriteError> {
    let file = seal(plain, passphrase, work, entropy)?;
    match AgeFile::parse(&file).and_then(|read| read.open(passphrase)) {
        Ok(back) if *back == plain => Ok(file),
        Err(AgeError::NoMemory) => Err(WriteError::NoMemory),
        _ => Err(WriteError::NotTheSame),
    }
}

fn write_unchecked(
    plain: &[u8],
    passphrase: &Passphrase,
    work: u8,
    entropy: &impl Entropy,
) -> Result<Vec<u8>, WriteError> {
    let file_key: Zeroizing<[u8; SMALL]> = Zeroizing::new(random(entropy)?);
    let salt: [u8; SMALL] = random(entropy)?;
    let nonce: [u8; SMALL] = random(entropy)?;
    let wrapping = stretch(passphrase, &salt, work).ok_or(WriteError::NoMemory)?;
    let mut body = *file_key;
    let tag = ChaCha20Poly1305::new((&*wrapping).into())
        .encrypt_inout_detached(&Nonce::default(), b"", InOutBuf::from(&mut body[..]))
        .map_err(|_| WriteError::NotTheSame)?;
    let (salt, body) = (
        Base64Unpadded::encode_string(&salt),
        Base64Unpadded::encode_string(&[&body[..], &tag].concat()),
    );
    let mut file = [VERSION, format!("-> scrypt {salt} {work}\n{body}\n---").as_bytes()].concat();
    let mac = mac(&*hkdf(&*file_key, &[], "header"), &[&file]);
    file.extend(format!(" {}\n", Base64Unpadded::encode_string(&mac)).as_bytes());
    file.extend(nonce);
    stream::encrypt(&hkdf(&*file_key, &nonce, "payload"), plain, &mut file);
    Ok(file)
}

/// Derives the key that wraps the file key; `None` where the memory cannot be had.
fn stretch(passphrase: &Passphrase, salt: &[u8; SMALL], work: u8) -> Option<Secret> {
    let params = Params::new(work, 8, 1).ok()?;
    // scrypt would stop the program where there is no memory, so it is asked for beforehand.
    Vec::<u8>::new().try_reserve_exact((1 << work) * 1024 + 4096).ok()?;
    let mut key = Zeroizing::new([0; 32]);
    scrypt::scrypt(passphrase.bytes(), &[LABEL, salt].concat(), &params, &mut *key).ok()?;
    Some(key)
}

/// A file whose header was read.
#[derive(Debug, Clone)]
pub struct AgeFile<'a> {
    salt: [u8; SMALL],
    work: u8,
    wrapped: [u8; SMALL],
    tag: [u8; TAG],
    /// The header up to the three dashes.
    head: &'a [u8],
    mac: [u8; 32],
    payload: &'a [u8],
}

impl<'a> AgeFile<'a> {
    /// Reads the header. No work is done.
    ///
    /// # Errors
    /// [`AgeError`].
    pub fn parse(file: &'a [u8]) -> Result<Self, AgeError> {
        let Some(rest) = file.strip_prefix(VERSION) else {
            let is_other = file.starts_with(FAMILY);
            return Err(if is_other { AgeError::Version } else { AgeError::NotAge });
        };
        let (stanza, rest) = line(rest).ok_or(AgeError::Header)?;
        let mut words = stanza.strip_prefix("-> ").ok_or(AgeError::Header)?.split(' ');
        if words.next() != Some("scrypt") {
            return Err(AgeError::NoPassphrase);
        }
        let (Some(salt), Some(work), None) = (words.next(), words.next(), words.next()) else {
            return Err(AgeError::Header);
        };
        let salt = exactly(salt).ok_or(AgeError::Header)?;
        let work = number(work).ok_or(AgeError::Header)?;
        if work > u32::from(MOST_WORK) {
            return Err(AgeError::Work);
        }
        let (body, rest) = line(rest).ok_or(AgeError::Header)?;
        let body: [u8; SMALL + TAG] = exactly(body).ok_or(AgeError::Header)?;
        let head = file.get(..file.len() - rest.len() + 3).ok_or(AgeError::Header)?;
        let (last, payload) = line(rest).ok_or(AgeError::Header)?;
        // Another stanza would stand here; beside a passphrase there must be none.
        let mac = last.strip_prefix("--- ").and_then(exactly).ok_or(AgeError::Header)?;
        let (wrapped, tag) = body.split_first_chunk().ok_or(AgeError::Header)?;
        Ok(Self {
            salt,
            work: u8::try_from(work).map_err(|_| AgeError::Header)?,
            wrapped: *wrapped,
            tag: tag.try_into().map_err(|_| AgeError::Header)?,
            head,
            mac,
            payload,
        })
    }

    /// The logarithm of scrypt's N that opening takes. Ask before more than [`SILENT_WORK`].
    pub fn work(&self) -> u8 {
        self.work
    }

    /// Opens the file: all of it or nothing.
    ///
    /// # Errors
    /// [`AgeError`].
    pub fn open(&self, passphrase: &Passphrase) -> Result<Zeroizing<Vec<u8>>, AgeError> {
        let wrapping = stretch(passphrase, &self.salt, self.work).ok_or(AgeError::NoMemory)?;
        let mut file_key = Zeroizing::new(self.wrapped);
        ChaCha20Poly1305::new((&*wrapping).into())
            .decrypt_inout_detached(
                &Nonce::default(),
                b"",
                InOutBuf::from(&mut file_key[..]),
                &self.tag.into(),
            )
            .map_err(|_| AgeError::DoesNotOpen)?;
        if !is_mac(&*hkdf(&*file_key, &[], "header"), &[self.head], &self.mac) {
            return Err(AgeError::Changed);
        }
        payload(&file_key, self.payload).ok_or(AgeError::Content)
    }
}

/// Opens what follows a header.
fn payload(file_key: &[u8; SMALL], payload: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = payload.split_first_chunk::<SMALL>()?;
    stream::decrypt(&hkdf(file_key, nonce, "payload"), sealed)
}

/// Opens what follows the header of a file whose file key is known, as the format's test kit does.
#[cfg(any(test, feature = "test-util"))]
pub fn content_by_file_key(file_key: &[u8; SMALL], content: &[u8]) -> Option<Vec<u8>> {
    payload(file_key, content).map(|plain| plain.to_vec())
}

/// Reads exactly so many bytes of the one spelling that they have; `None` for anything else.
fn exactly<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let n_read = Base64Unpadded::decode(text, &mut bytes).ok()?.len();
    (n_read == N).then_some(bytes)
}

/// Splits the first line off, without its end.
fn line(text: &[u8]) -> Option<(&str, &[u8])> {
    let end = text.iter().position(|byte| *byte == b'\n')?;
    let (line, rest) = text.split_at_checked(end)?;
    Some((str::from_utf8(line).ok()?, rest.get(1..)?))
}

/// A decimal number from 1, in its only spelling.
fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| *number > 0 && number.to_string() == text)
}
