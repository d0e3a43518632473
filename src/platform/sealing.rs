//! Closing and opening with the browser's own means: PBKDF2 with SHA-256, and AES-256-GCM.
//!
//! For the page that opens without this app: what closes it must be in every browser. The vault
//! and the backups have their own, stronger way.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use satkarya_core::port::{Entropy as _, NoEntropy};
use satkarya_core::transfer::{PAGE_NONCE, PAGE_SALT, Page, ROUNDS};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::entropy::BrowserEntropy;
use super::window::window;

/// Why nothing was closed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSealed {
    /// The browser has not got the means here; a page that came without https has none.
    NoMeans,
    /// The passphrase is wrong, or what is closed was changed. Of closing: the browser refused.
    Refused,
}

impl From<NoEntropy> for NotSealed {
    fn from(_: NoEntropy) -> Self {
        Self::NoMeans
    }
}

/// Closes `plain` with the bytes of a passphrase, a fresh salt and a fresh nonce.
///
/// # Errors
/// [`NotSealed`].
pub async fn seal(plain: &[u8], passphrase: &[u8]) -> Result<Page, NotSealed> {
    let salt: [u8; PAGE_SALT] = BrowserEntropy.bytes()?;
    let random = BrowserEntropy.bytes()?;
    let mut nonce = [0; PAGE_NONCE];
    for (to, from) in nonce.iter_mut().zip(random) {
        *to = from;
    }
    let subtle = subtle()?;
    let key = key(&subtle, passphrase, &salt, ROUNDS).await?;
    let made = subtle.encrypt_with_object_and_u8_array(&cipher(&nonce), &key, plain);
    Ok(Page::Sealed { rounds: ROUNDS, salt, nonce, data: bytes(made).await? })
}

/// Opens what [`seal`] closed; a plain page is open.
///
/// # Errors
/// [`NotSealed`].
pub async fn open(page: &Page, passphrase: &[u8]) -> Result<Vec<u8>, NotSealed> {
    match page {
        Page::Plain(data) => Ok(data.clone()),
        Page::Sealed { rounds, salt, nonce, data } => {
            let subtle = subtle()?;
            let key = key(&subtle, passphrase, salt, *rounds).await?;
            bytes(subtle.decrypt_with_object_and_u8_array(&cipher(nonce), &key, data)).await
        }
    }
}

fn subtle() -> Result<SubtleCrypto, NotSealed> {
    let crypto = window().and_then(|window| window.crypto().ok());
    let subtle = crypto.map(|crypto| crypto.subtle()).ok_or(NotSealed::NoMeans)?;
    // Without https the browser leaves it out, whatever its type says.
    if subtle.is_undefined() { Err(NotSealed::NoMeans) } else { Ok(subtle) }
}

async fn key(
    subtle: &SubtleCrypto,
    passphrase: &[u8],
    salt: &[u8],
    rounds: u32,
) -> Result<CryptoKey, NotSealed> {
    let uses = |names: &[&str]| names.iter().map(|name| JsValue::from(*name)).collect::<Array>();
    let typed = Uint8Array::from(passphrase);
    let raw = subtle.import_key_with_str("raw", &typed, "PBKDF2", false, &uses(&["deriveKey"]));
    let raw: CryptoKey = answer(raw).await?.unchecked_into();
    let way = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", rounds.into()),
    ]);
    let kind = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let uses = uses(&["encrypt", "decrypt"]);
    let key = subtle.derive_key_with_object_and_object(&way, &raw, &kind, false, &uses);
    Ok(answer(key).await?.unchecked_into())
}

fn cipher(nonce: &[u8]) -> Object {
    object(&[("name", "AES-GCM".into()), ("iv", Uint8Array::from(nonce).into())])
}

fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // Setting a member of a fresh object does not fail.
        drop(Reflect::set(&object, &(*name).into(), value));
    }
    object
}

async fn answer(promise: Result<Promise, JsValue>) -> Result<JsValue, NotSealed> {
    let promise = promise.map_err(|_| NotSealed::Refused)?;
    JsFuture::from(promise).await.map_err(|_| NotSealed::Refused)
}

async fn bytes(promise: Result<Promise, JsValue>) -> Result<Vec<u8>, NotSealed> {
    Ok(Uint8Array::new(&answer(promise).await?).to_vec())
}
