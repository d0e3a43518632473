//! The header of a vault: who can open it, what a changed one is taken for, and what happens when
//! the world stops while it is written.

use crate::vault_support::*;
use satkarya_core::store::fault::{Fault, FaultStore};
use satkarya_core::store::{Damage, Frame, KeyValue, Kind, LogSnapshot, MemoryStore, Slot};
use satkarya_core::vault::header::header_key;
use satkarya_core::vault::{
    Cost, Derived, Found, Header, HeaderError, Method, Opener, Passphrase, RecoveryCode,
    UnlockError, Vault, copies, kdf,
};

const OTHER: [u8; 32] = [8; 32];

fn text(vault: &Vault, place: Slot) -> String {
    let mut kv = MemoryStore::new();
    let _ = copies::write(&mut kv, vault).unwrap();
    kv.get(header_key(place)).unwrap().unwrap()
}

fn header(vault: &Vault) -> Header {
    Header::parse(Slot::A, &text(vault, Slot::A)).unwrap()
}

/// The header with other bytes, and the frame's hash that belongs to them.
fn forged(vault: &Vault, change: impl FnOnce(&mut Vec<u8>)) -> Result<Header, HeaderError> {
    let frame = Frame::parse(header_key(Slot::A), &text(vault, Slot::A)).unwrap();
    let mut bytes = frame.payload;
    change(&mut bytes);
    let text = Frame::new(Kind::Vault, frame.generation, bytes).print(header_key(Slot::A));
    Header::parse(Slot::A, &text)
}

fn open_with(header: &Header, key: [u8; 32]) -> Option<UnlockError> {
    Vault::open(header, Opener::Passphrase(&key)).err()
}

#[test]
fn each_way_opens_it_and_nothing_else_does() {
    let entropy = Seeded::new(0x5EED_0610);
    let code = RecoveryCode::new([3; 16]);
    let vault = new_vault(&entropy);
    assert_eq!(
        [Method::Passphrase, Method::Recovery, Method::Passkey].map(|it| vault.has(it)),
        [true, false, false]
    );
    assert_eq!(open_with(&header(&vault), KEY), None);
    assert_eq!(open_with(&header(&vault), OTHER), Some(UnlockError::DoesNotOpen));
    let by_code = |vault: &Vault, code: &RecoveryCode| {
        Vault::open(&header(vault), Opener::Recovery(code)).err()
    };
    assert_eq!(by_code(&vault, &code), Some(UnlockError::DoesNotOpen));
    let vault = vault.with_recovery(&entropy, &code).unwrap();
    assert!(vault.has(Method::Recovery));
    assert_eq!(by_code(&vault, &code), None);
    let read = RecoveryCode::read(&code.print()).unwrap();
    assert_eq!(by_code(&vault, &read), None);
    assert_eq!(by_code(&vault, &RecoveryCode::new([4; 16])), Some(UnlockError::DoesNotOpen));
    let vault = vault.with_passkey(&entropy, &[6; 32]).unwrap();
    assert_eq!(Vault::open(&header(&vault), Opener::Passkey(&[6; 32])).err(), None);
    // V-20: opened by the code, another passphrase; the code goes on, the old one does not.
    let opened = Vault::open(&header(&vault), Opener::Recovery(&code)).unwrap_or_else(|_| panic!());
    let vault = opened.with_passphrase(&entropy, derived(&OTHER)).unwrap();
    assert_eq!(open_with(&header(&vault), KEY), Some(UnlockError::DoesNotOpen));
    assert_eq!(open_with(&header(&vault), OTHER), None);
    assert_eq!(by_code(&vault, &code), None);
    let vault = vault.without(&entropy, Method::Recovery).unwrap();
    assert_eq!(by_code(&vault, &code), Some(UnlockError::DoesNotOpen));
    assert!(!vault.has(Method::Recovery) && vault.has(Method::Passkey));
    // The slot of the passphrase is never emptied.
    assert!(vault.without(&entropy, Method::Passphrase).unwrap().has(Method::Passphrase));
    // A new key: only the passphrase that was given opens it.
    let vault = vault.with_recovery(&entropy, &code).unwrap();
    let vault = vault.with_new_key(&entropy, derived(&KEY)).unwrap();
    assert_eq!(open_with(&header(&vault), KEY), None);
    assert_eq!(by_code(&vault, &code), Some(UnlockError::DoesNotOpen));
    assert!(!vault.has(Method::Recovery) && !vault.has(Method::Passkey));
}

/// Somebody who compares a header with a code and one without sees the same.
#[test]
fn a_used_slot_looks_like_an_unused_one() {
    let entropy = Seeded::new(0x5EED_0611);
    let without = new_vault(&entropy);
    let with = without.with_recovery(&entropy, &RecoveryCode::new([3; 16])).unwrap();
    let bytes =
        |vault: &Vault| Frame::parse(header_key(Slot::A), &text(vault, Slot::A)).unwrap().payload;
    let (one, other) = (bytes(&without), bytes(&with));
    assert_eq!((one.len(), other.len()), (576, 576));
    for index in 0..4 {
        // Kind and costs; everything else in a slot is random.
        let at = 34 + index * 109;
        assert_eq!(one[at], other[at]);
        assert_eq!(one[at + 9..at + 21], other[at + 9..at + 21]);
        assert_eq!(one[at + 9..at + 21], one[34 + 9..34 + 21], "the same costs as the first");
    }
}

#[test]
fn v13_every_changed_byte_is_found_out() {
    let entropy = Seeded::new(0x5EED_0612);
    let vault = new_vault(&entropy).with_recovery(&entropy, &RecoveryCode::new([3; 16])).unwrap();
    let (mut refused, mut shut, mut tampered) = (0, 0, 0);
    for place in 0..576 {
        for bit in 0..8 {
            match forged(&vault, |bytes| bytes[place] ^= 1 << bit) {
                Err(_) => refused += 1,
                Ok(header) => match open_with(&header, KEY) {
                    Some(UnlockError::DoesNotOpen) => shut += 1,
                    Some(UnlockError::Tampered) => tampered += 1,
                    None => panic!("byte {place}, bit {bit}: opens"),
                },
            }
        }
    }
    assert_eq!(refused + shut + tampered, 576 * 8);
    println!(
        "V-13: changed bits {0}/{0}: refused before any work {refused}, slot shut {shut}, changed {tampered}",
        576 * 8
    );
}

#[test]
fn v13_hostile_headers_cost_no_work() {
    let entropy = Seeded::new(0x5EED_0613);
    let vault = new_vault(&entropy);
    let set = |at: usize, number: u32| {
        forged(&vault, |bytes| bytes[at..at + 4].copy_from_slice(&number.to_be_bytes())).err()
    };
    let (memory, passes, lanes) = (34 + 9, 34 + 13, 34 + 17);
    let mut tried = 0;
    for (at, numbers) in [
        (memory, &[0, 1, 19 * 1024 - 1, 512 * 1024 + 1, 4 * 1024 * 1024 - 1, u32::MAX][..]),
        (passes, &[0, 21, u32::MAX]),
        (lanes, &[0, 5, 255, u32::MAX]),
    ] {
        for number in numbers {
            for slot in 0..4 {
                assert_eq!(set(at + slot * 109, *number), Some(HeaderError::Costs), "{number}");
                tried += 1;
            }
        }
    }
    // A slot left out, a salt of no or one byte, two slots exchanged.
    let damaged = Some(HeaderError::Damaged(Damage::Schema));
    let cut = |at: usize, n: usize| forged(&vault, |bytes| drop(bytes.drain(at..at + n))).err();
    for (at, n) in [(34, 109), (34 + 109, 109), (34 + 21, 16), (34 + 21, 15), (0, 576), (575, 1)] {
        assert_eq!(cut(at, n), damaged, "{n} bytes at {at}");
        tried += 1;
    }
    let exchanged = forged(&vault, |bytes| {
        for index in 0..109 {
            bytes.swap(34 + index, 34 + 109 + index);
        }
    });
    assert_eq!(exchanged.err(), damaged);
    // A lower cost within the limits: the slot is bound to it.
    let lower = forged(&vault, |bytes| {
        bytes[memory..memory + 4].copy_from_slice(&(32 * 1024_u32).to_be_bytes());
    });
    assert_eq!(open_with(&lower.unwrap(), KEY), Some(UnlockError::DoesNotOpen));
    let newer = |at: usize| forged(&vault, |bytes| bytes[at] = 2).err();
    assert_eq!([newer(0), newer(2), newer(4)], [Some(HeaderError::Newer); 3]);
    println!("V-13: hostile headers refused {0}/{0}", tried + 5);
}

#[test]
fn v22_the_passphrase_is_changed_and_every_call_stops_the_world() {
    let entropy = Seeded::new(0x5EED_0614);
    let vault = new_vault(&entropy);
    let mut disk = MemoryStore::new();
    let mut log = LogSnapshot::default();
    log.apply(&copies::write(&mut disk, &vault).unwrap());
    let changed = vault.with_passphrase(&entropy, derived(&OTHER)).unwrap();
    let mut whole = FaultStore::new(disk.clone());
    copies::write(&mut whole, &changed).unwrap();
    let (mut old, mut new) = (0, 0);
    for call in 1..=whole.calls() {
        for fault in [Fault::CrashBefore, Fault::CrashAfter] {
            let mut store = FaultStore::new(disk.clone()).at(call, fault);
            let _ = copies::write(&mut store, &changed);
            let left = store.into_inner();
            for log in [Some(&log), None] {
                let Ok(Found::Locked(header)) = copies::find(&left, log) else {
                    panic!("no header")
                };
                match (open_with(&header, KEY), open_with(&header, OTHER)) {
                    (None, Some(UnlockError::DoesNotOpen)) => old += 1,
                    (Some(UnlockError::DoesNotOpen), None) => new += 1,
                    both => panic!("call {call}: {both:?}"),
                }
                // The next start writes both copies again; then only one passphrase opens any.
                let key = if open_with(&header, KEY).is_none() { KEY } else { OTHER };
                let opened =
                    Vault::open(&header, Opener::Passphrase(&key)).unwrap_or_else(|_| panic!());
                let mut healed = left.clone();
                let _ = copies::write(&mut healed, &opened).unwrap();
                for place in [Slot::A, Slot::B] {
                    let text = healed.get(header_key(place)).unwrap().unwrap();
                    assert_eq!(open_with(&Header::parse(place, &text).unwrap(), key), None);
                }
            }
        }
    }
    // The log has the new one; localStorage falls back.
    log.apply(&copies::write(&mut disk.clone(), &changed).unwrap());
    let Ok(Found::Locked(header)) = copies::find(&disk, Some(&log)) else { panic!("no header") };
    assert_eq!(open_with(&header, OTHER), None);
    assert!(old > 0 && new > 0);
    println!(
        "V-22: {}/{} open with the old ({old}) or the new passphrase ({new})",
        old + new,
        whole.calls() * 4
    );
}

#[test]
fn one_whole_copy_is_enough_and_none_is_told() {
    let entropy = Seeded::new(0x5EED_0615);
    let vault = new_vault(&entropy);
    let mut disk = MemoryStore::new();
    let mut log = LogSnapshot::default();
    assert_eq!(copies::find(&disk, Some(&log)), Ok(Found::Nothing));
    log.apply(&copies::write(&mut disk, &vault).unwrap());
    let known = Found::Locked(Box::new(header(&vault)));
    let mut broken = disk.clone();
    broken.set("sk1.v.a", "SK1|v|broken").unwrap();
    assert_eq!(copies::find(&broken, None), Ok(known.clone()));
    broken.set("sk1.v.b", "").unwrap();
    assert_eq!(copies::find(&broken, Some(&log)), Ok(known.clone()));
    // As long as nothing is sealed, that is the leftover of a first attempt.
    assert_eq!(copies::find(&broken, None), Ok(Found::Nothing));
    broken.set("sk1.t", "SK1|t|e|1|4|00|\u{3400}").unwrap();
    assert_eq!(copies::find(&broken, None), Ok(Found::Unusable(Damage::Frame.into())));
    assert_eq!(copies::find(&MemoryStore::new(), Some(&log)), Ok(known));
    // Sealed, and no header anywhere.
    let mut orphan = MemoryStore::new();
    orphan.set("sk1.h.a", "SK1|h|e|1|4|00|\u{3400}").unwrap();
    assert_eq!(copies::find(&orphan, None), Ok(Found::Unusable(Damage::Missing.into())));
}

/// The whole way of a passphrase, with the least cost that is allowed.
#[test]
fn v10_only_the_passphrase_itself_opens() {
    let entropy = Seeded::new(0x5EED_0616);
    let cost = Cost { memory: 19 * 1024, passes: 1, lanes: 1 };
    let salt = [5; 16];
    let words = "क्षितिज café 2026";
    let key = kdf::derive(&Passphrase::chosen(words).unwrap(), &salt, cost).unwrap();
    let made = vault_of(&entropy, Derived { key: &key, salt, cost });
    let header = header(&made);
    assert_eq!(header.passphrase(), (salt, cost));
    let tries = |text: &str| {
        let (salt, cost) = header.passphrase();
        let key = kdf::derive(&Passphrase::typed(text), &salt, cost).unwrap();
        Vault::open(&header, Opener::Passphrase(&key)).err()
    };
    assert_eq!(tries(words), None);
    assert_eq!(tries("क्षितिज cafe\u{301} \u{ff12}026"), None, "another keyboard");
    let wrong = [
        "",
        "क्षितिज café 2027",
        "क्षितिज Café 2026",
        "क्षितिज café 2026 ",
        " क्षितिज café 2026",
        "क्षितिज cafe 2026",
    ];
    for text in wrong {
        assert_eq!(tries(text), Some(UnlockError::DoesNotOpen), "{text:?}");
    }
    // By hand with `V10_TRIES=1000`: so many more, each one character away.
    let n: u32 = std::env::var("V10_TRIES").ok().and_then(|n| n.parse().ok()).unwrap_or(20);
    let letters: Vec<char> = words.chars().collect();
    for nth in 0..n {
        let mut other = letters.clone();
        let at = nth as usize % other.len();
        other[at] = char::from_u32(0x3041 + nth % 80 + nth / 80).unwrap();
        let text: String = other.into_iter().collect();
        assert_eq!(tries(&text), Some(UnlockError::DoesNotOpen), "{text:?}");
    }
    println!("V-10: wrong passphrases refused {0}/{0}", wrong.len() + n as usize);
}
