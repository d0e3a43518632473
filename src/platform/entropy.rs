//! Random bytes from the browser's generator.

use satkarya_core::port::{Entropy, NoEntropy};

use super::window::window;

/// The browser's cryptographic random generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserEntropy;

impl Entropy for BrowserEntropy {
    fn bytes(&self) -> Result<[u8; 16], NoEntropy> {
        let mut bytes = [0; 16];
        let crypto = window().ok_or(NoEntropy)?.crypto().map_err(|_| NoEntropy)?;
        crypto.get_random_values_with_u8_array(&mut bytes).map_err(|_| NoEntropy)?;
        Ok(bytes)
    }
}
