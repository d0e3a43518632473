//! Base64 as age's header has it: the usual alphabet, without padding, one spelling only.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Writes bytes.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity((bytes.len() * 4).div_ceil(3));
    let (mut held, mut bits) = (0_u32, 0);
    let mut push = |value: u32| {
        let letter = ALPHABET.get((value & 63) as usize);
        text.extend(letter.map(|letter| char::from(*letter)));
    };
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 6 {
            bits -= 6;
            push(held >> bits);
        }
        held &= 63;
    }
    if bits > 0 {
        push(held << (6 - bits));
    }
    text
}

/// Reads exactly so many bytes; `None` for anything else.
pub(super) fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = Vec::with_capacity(N);
    let (mut held, mut bits) = (0_u32, 0);
    for letter in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == letter)?;
        held = (held << 6) | u32::try_from(value).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(((held >> bits) & 0xFF) as u8);
        }
        held &= 0xFF;
    }
    let bytes: [u8; N] = bytes.try_into().ok()?;
    // Any other spelling of the same bytes has other bits at the end, or another length.
    (encode(&bytes) == text).then_some(bytes)
}
