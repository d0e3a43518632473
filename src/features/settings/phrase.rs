//! A passphrase drawn by lot: seven words of 1,024, which are 70 bits.
//!
//! The list is made of the shortest words of BIP-39's English one (MIT), without those that hurt.

use satkarya_core::port::{Entropy, NoEntropy};

/// The words, in the order of the alphabet.
const WORDS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/content/en/phrase.txt"));
/// How many words a phrase has.
const LENGTH: usize = 7;
/// The bits of one word.
const BITS: u32 = 10;

/// Draws a phrase.
///
/// # Errors
/// [`NoEntropy`] where there are no random numbers.
pub(super) fn draw(entropy: &impl Entropy) -> Result<String, NoEntropy> {
    let mut lot = u128::from_be_bytes(entropy.bytes()?);
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut phrase = String::new();
    for number in 0..LENGTH {
        let place = usize::try_from(lot % (1 << BITS)).unwrap_or(0);
        lot >>= BITS;
        if number > 0 {
            phrase.push(' ');
        }
        phrase.push_str(words.get(place).ok_or(NoEntropy)?);
    }
    Ok(phrase)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    struct Given(u128);

    impl Entropy for Given {
        fn bytes(&self) -> Result<[u8; 16], NoEntropy> {
            Ok(self.0.to_be_bytes())
        }
    }

    #[test]
    fn every_word_can_be_drawn_at_every_place_and_is_short_and_plain() {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        let different: BTreeSet<&str> = words.iter().copied().collect();
        assert_eq!((words.len(), different.len()), (1024, 1024));
        assert!(words.iter().all(|word| (3..=6).contains(&word.len())));
        assert!(words.iter().all(|word| word.bytes().all(|letter| letter.is_ascii_lowercase())));
        for (place, word) in words.iter().enumerate() {
            for at in 0..LENGTH {
                let lot = (place as u128) << (BITS as usize * at);
                let phrase = draw(&Given(lot)).expect("a phrase");
                assert_eq!(phrase.split(' ').nth(at), Some(*word));
            }
        }
        println!("{} words at {LENGTH} places: {} bits", words.len(), BITS as usize * LENGTH);
    }
}
