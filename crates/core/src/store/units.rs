//! Bytes as UTF-16 code units, fifteen bits in each.
//!
//! Job: put as many bytes as possible into a store that counts UTF-16 units.
//! Must not: know what the bytes mean, or accept two spellings of the same bytes.
//!
//! The value v (0..=0x7FFF) is the code unit U+3400 + v, so the alphabet is the unbroken range
//! U+3400..=U+B3FF. It holds no surrogate and no control character, and localStorage does not
//! normalize. The bits end with a single 1 and then zeros up to the end of the last unit, so the
//! length of the bytes is known and every byte string has exactly one spelling.

use thiserror::Error;

/// Code unit of the value zero.
const FIRST: u32 = 0x3400;
/// Bits carried by one unit.
const BITS: u32 = 15;
/// Largest value of one unit.
const MAX: u32 = (1 << BITS) - 1;

/// Why a text is no spelling of any bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum UnitsError {
    /// A character lies outside U+3400..=U+B3FF.
    #[error("character {0} is outside the alphabet")]
    Alphabet(usize),
    /// The last unit does not hold the closing 1 where the only correct spelling has it.
    #[error("the closing bit is missing or misplaced")]
    Padding,
}

/// Returns how many units `bytes` bytes take.
pub const fn units_for(bytes: usize) -> usize {
    (bytes * 8 + 1).div_ceil(BITS as usize)
}

/// Spells bytes as units.
pub fn encode(bytes: &[u8]) -> String {
    // Every character of the alphabet takes three bytes in UTF-8.
    let mut text = String::with_capacity(units_for(bytes.len()) * 3);
    let mut held: u32 = 0;
    let mut count: u32 = 0;
    for &byte in bytes {
        held = (held << 8) | u32::from(byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            push(&mut text, held >> count);
            held &= (1 << count) - 1;
        }
    }
    held = (held << 1) | 1;
    count += 1;
    // `count` is now 1..=15: fewer than fifteen bits were held before the closing one.
    push(&mut text, held << (BITS - count));
    text
}

fn push(text: &mut String, value: u32) {
    // Always a character: the alphabet holds no surrogate.
    if let Some(letter) = char::from_u32(FIRST + (value & MAX)) {
        text.push(letter);
    }
}

/// Reads bytes back from units.
///
/// # Errors
/// [`UnitsError`] when `text` is not exactly what [`encode`] gives for some bytes.
pub fn decode(text: &str) -> Result<Vec<u8>, UnitsError> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 15 / 8);
    let mut held: u32 = 0;
    let mut count: u32 = 0;
    let mut last = 0;
    for (index, letter) in text.chars().enumerate() {
        let value = (letter as u32).wrapping_sub(FIRST);
        if value > MAX {
            return Err(UnitsError::Alphabet(index));
        }
        held = (held << BITS) | value;
        count += BITS;
        while count >= 8 {
            count -= 8;
            // Keeps the eight bits just completed.
            bytes.push(((held >> count) & 0xFF) as u8);
        }
        held &= (1 << count) - 1;
        last = value;
    }
    // The closing 1 must be in the last unit: an all-zero one would be a second spelling.
    if last == 0 {
        return Err(UnitsError::Padding);
    }
    // From the closing 1 to the end; what is left before it must be whole bytes.
    match (last.trailing_zeros() + 1).checked_sub(count) {
        Some(0) => {}
        Some(8) => {
            bytes.pop();
        }
        _ => return Err(UnitsError::Padding),
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_comes_back_and_has_the_stated_size() {
        for length in 0..200_usize {
            let bytes: Vec<u8> = (0_u8..=255).cycle().step_by(37).take(length).collect();
            let text = encode(&bytes);
            assert_eq!(text.encode_utf16().count(), units_for(length));
            assert_eq!(decode(&text), Ok(bytes));
            for fill in [0_u8, 0xFF] {
                let bytes = vec![fill; length];
                assert_eq!(decode(&encode(&bytes)), Ok(bytes));
            }
        }
    }

    #[test]
    fn the_alphabet_is_the_unbroken_range() {
        assert_eq!(encode(&[]), "\u{7400}");
        assert_eq!(encode(&[0, 0]), "\u{3400}\u{5400}");
        assert_eq!(encode(&[0xFF, 0xFF]), "\u{B3FF}\u{9400}");
    }

    #[test]
    fn other_spellings_are_refused() {
        assert_eq!(decode(""), Err(UnitsError::Padding));
        assert_eq!(decode("a"), Err(UnitsError::Alphabet(0)));
        assert_eq!(decode("\u{7400}\u{B400}"), Err(UnitsError::Alphabet(1)));
        // Every two-unit text either fails or is the one spelling of what it decodes to.
        let mut accepted = 0;
        for high in [0_u32, 1, 0x4000, 0x7FFF] {
            for low in 0..=MAX {
                let mut text = String::new();
                push(&mut text, high);
                push(&mut text, low);
                if let Ok(bytes) = decode(&text) {
                    accepted += 1;
                    assert_eq!(encode(&bytes), text);
                }
            }
        }
        assert!(accepted > 0);
    }
}
