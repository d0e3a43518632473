//! Random bytes from the browser's generator.

use satkarya_core::port::{Entropy, NoEntropy};

use wasm_bindgen::JsCast as _;

/// The browser's cryptographic random generator, in a page and in a worker.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserEntropy;

impl Entropy for BrowserEntropy {
    fn bytes(&self) -> Result<[u8; 16], NoEntropy> {
        let mut bytes = [0; 16];
        let crypto = js_sys::Reflect::get(&js_sys::global(), &"crypto".into());
        let crypto: web_sys::Crypto =
            crypto.ok().and_then(|found| found.dyn_into().ok()).ok_or(NoEntropy)?;
        crypto.get_random_values_with_u8_array(&mut bytes).map_err(|_| NoEntropy)?;
        Ok(bytes)
    }
}
