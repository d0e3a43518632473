//! The recovery code: what opens a vault when the passphrase is forgotten.
//!
//! Job: write 128 random bits so that a person can copy them by hand, and read them back forgivingly.
//! Must not: keep the code; it is shown once.
//!
//! 28 characters of Crockford's base 32 in groups of four: 26 for the bits, the last two of those
//! bits zero, and two to find a slip with. The check is the number that the 26 make, modulo the
//! prime 1021: one wrong character, or two neighbours exchanged, always change it.

use thiserror::Error;
use zeroize::Zeroizing;

/// Crockford's alphabet: without I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The largest prime below 1024, the values that two characters have.
const PRIME: u32 = 1021;
/// Characters of the bits.
const BODY: usize = 26;
/// Characters of the check.
const CHECK: usize = 2;
/// Characters of a group.
const GROUP: usize = 4;

/// Why a text is no recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CodeError {
    /// It has too few or too many characters.
    #[error("{0} characters instead of 28")]
    Length(usize),
    /// This character is in no code.
    #[error("no code has the character {0:?}")]
    Character(char),
    /// There is a slip somewhere.
    #[error("the check does not match")]
    Check,
}

/// A recovery code.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<[u8; 16]>);

impl RecoveryCode {
    /// Makes a code of sixteen random bytes.
    pub fn new(bytes: [u8; 16]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The secret itself.
    pub(super) fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Writes the code as it is shown.
    pub fn print(&self) -> Zeroizing<String> {
        let mut digits = Zeroizing::new([0_u8; BODY]);
        let (mut held, mut bits) = (0_u32, 0);
        let mut bytes = self.0.iter();
        for digit in digits.iter_mut() {
            if bits < 5 {
                // After the last byte come the two zeros.
                held = (held << 8) | u32::from(bytes.next().copied().unwrap_or(0));
                bits += 8;
            }
            bits -= 5;
            *digit = low(held >> bits);
        }
        let check = check(&*digits);
        let mut text = Zeroizing::new(String::with_capacity(34));
        for (index, digit) in digits.iter().copied().chain(check).enumerate() {
            if index > 0 && index % GROUP == 0 {
                text.push('-');
            }
            text.extend(ALPHABET.get(usize::from(digit)).map(|letter| char::from(*letter)));
        }
        text
    }

    /// Reads a code as people copy it: in capitals or not, with any spaces or dashes, O for 0, and
    /// I or L for 1.
    ///
    /// # Errors
    /// [`CodeError`].
    pub fn read(text: &str) -> Result<Self, CodeError> {
        let mut digits = Zeroizing::new(Vec::with_capacity(BODY + CHECK));
        for letter in text.chars() {
            if letter.is_whitespace()
                || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
            {
                continue;
            }
            let meant = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let mut known = (0_u8..).zip(ALPHABET);
            let digit = known.find(|(_, known)| char::from(**known) == meant);
            digits.push(digit.ok_or(CodeError::Character(letter))?.0);
        }
        let (body, stated) =
            digits.split_at_checked(BODY).ok_or(CodeError::Length(digits.len()))?;
        if stated.len() != CHECK {
            return Err(CodeError::Length(digits.len()));
        }
        let mut bytes = Zeroizing::new([0_u8; 16]);
        let (mut held, mut bits) = (0_u32, 0);
        let mut digit = body.iter();
        for byte in bytes.iter_mut() {
            while bits < 8 {
                held = (held << 5) | u32::from(digit.next().copied().unwrap_or(0));
                bits += 5;
            }
            bits -= 8;
            *byte = ((held >> bits) & 0xFF) as u8;
        }
        if check(body) != *stated || held & 3 != 0 {
            return Err(CodeError::Check);
        }
        Ok(Self(bytes))
    }
}

/// The lowest five bits.
fn low(value: u32) -> u8 {
    (value & 31) as u8
}

fn check(body: &[u8]) -> [u8; CHECK] {
    let rest = body.iter().fold(0, |rest, digit| (rest * 32 + u32::from(*digit)) % PRIME);
    [low(rest >> 5), low(rest)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(seed: u8) -> RecoveryCode {
        let mut bytes = [0_u8; 16];
        for (index, byte) in (0_u8..).zip(&mut bytes) {
            *byte =
                seed.wrapping_mul(73).wrapping_add(index.wrapping_mul(151)) ^ seed.rotate_left(3);
        }
        RecoveryCode::new(bytes)
    }

    #[test]
    fn the_shape_is_frozen() {
        let zero = RecoveryCode::new([0; 16]);
        assert_eq!(*zero.print(), "0000-0000-0000-0000-0000-0000-0000");
        let counted = RecoveryCode::new([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
        assert_eq!(*counted.print(), "000G-40R4-0M30-E209-185G-R38E-1WNR");
        let full = RecoveryCode::new([255; 16]);
        assert_eq!(*full.print(), "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZWGT");
    }

    #[test]
    fn v19_every_slip_of_one_character_is_found() {
        let (mut tried, mut found, mut exchanged) = (0, 0, 0);
        for seed in 0..=255 {
            let code = sample(seed);
            let text: Vec<u8> = code.print().bytes().filter(|byte| *byte != b'-').collect();
            for place in 0..text.len() {
                for letter in ALPHABET.iter().filter(|letter| **letter != text[place]) {
                    let mut wrong = text.clone();
                    wrong[place] = *letter;
                    tried += 1;
                    let read = RecoveryCode::read(str::from_utf8(&wrong).unwrap());
                    found += usize::from(read.err() == Some(CodeError::Check));
                }
                if place > 0 && text[place] != text[place - 1] {
                    let mut wrong = text.clone();
                    wrong.swap(place, place - 1);
                    exchanged += 1;
                    assert!(RecoveryCode::read(str::from_utf8(&wrong).unwrap()).is_err());
                }
            }
        }
        assert_eq!(found, tried);
        println!("V-19: wrong characters found {found}/{tried}, neighbours exchanged {exchanged}");
    }

    #[test]
    fn v19_what_looks_alike_is_accepted() {
        for seed in 0..=255 {
            let code = sample(seed);
            let shown = code.print();
            let forms = [
                shown.to_string(),
                shown.to_lowercase(),
                shown.replace('-', ""),
                shown.replace('-', "  "),
                shown.replace('-', " \u{2013} "),
                shown.replace('0', "O").replace('1', "l"),
                shown.replace('0', "o").replace('1', "I"),
                format!("\n{}\t", shown.replace('1', "i")),
            ];
            for form in forms {
                assert!(RecoveryCode::read(&form).ok() == Some(code.clone()), "{form}");
            }
        }
    }

    #[test]
    fn what_is_no_code_says_why() {
        let read = |text: &str| RecoveryCode::read(text).err();
        assert_eq!(read(""), Some(CodeError::Length(0)));
        assert_eq!(read("0000-0000-0000-0000-0000-0000-000"), Some(CodeError::Length(27)));
        assert_eq!(read("0000-0000-0000-0000-0000-0000-0000-0"), Some(CodeError::Length(29)));
        assert_eq!(read("U000"), Some(CodeError::Character('U')));
        assert_eq!(read("00é0"), Some(CodeError::Character('é')));
        // The two bits beyond sixteen bytes are zero in every code, even with a check that matches.
        let beyond: Vec<u8> = [vec![0; BODY - 1], vec![1]].concat();
        let text: String = beyond
            .iter()
            .chain(&check(&beyond))
            .map(|digit| char::from(ALPHABET[usize::from(*digit)]))
            .collect();
        assert_eq!(read(&text), Some(CodeError::Check));
    }
}
