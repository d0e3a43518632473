//! Backups against the crate `age`, and against whoever changes them.

use std::cell::Cell;
use std::io::{Read as _, Write as _};

use sha2::{Digest as _, Sha256};

use super::stream::PIECE;
use super::*;

/// Bytes that are never the same twice.
struct Counter(Cell<u64>);

impl Entropy for Counter {
    fn bytes(&self) -> Result<[u8; 16], NoEntropy> {
        self.0.set(self.0.get() + 1);
        let digest = Sha256::digest(self.0.get().to_be_bytes());
        Ok(std::array::from_fn(|index| digest[index]))
    }
}

fn counter() -> Counter {
    Counter(Cell::new(0))
}

const WORDS: &str = "a diary of small things";

fn words() -> Passphrase {
    Passphrase::typed(WORDS)
}

/// As little work as the format allows; no file of a person is written so.
fn quick(plain: &[u8]) -> Vec<u8> {
    write_unchecked(plain, &words(), 1, &counter()).unwrap()
}

fn read(file: &[u8]) -> Result<Vec<u8>, AgeError> {
    AgeFile::parse(file)?.open(&words()).map(|plain| plain.to_vec())
}

fn noise(length: usize) -> Vec<u8> {
    (0..length).map(|index| index.wrapping_mul(2_654_435_761).to_be_bytes()[5]).collect()
}

fn secret() -> ::age::secrecy::SecretString {
    WORDS.to_owned().into()
}

fn theirs(plain: &[u8], work: u8) -> Vec<u8> {
    let mut recipient = ::age::scrypt::Recipient::new(secret());
    recipient.set_work_factor(work);
    let recipient: &dyn ::age::Recipient = &recipient;
    let encryptor = ::age::Encryptor::with_recipients(std::iter::once(recipient)).unwrap();
    let mut file = Vec::new();
    let mut writer = encryptor.wrap_output(&mut file).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap();
    file
}

fn opened_by_them(file: &[u8]) -> Result<Vec<u8>, String> {
    let identity = ::age::scrypt::Identity::new(secret());
    let identity: &dyn ::age::Identity = &identity;
    let decryptor = ::age::Decryptor::new(file).map_err(|error| error.to_string())?;
    let mut plain = Vec::new();
    let reader = decryptor.decrypt(std::iter::once(identity)).map_err(|error| error.to_string());
    reader?.read_to_end(&mut plain).map_err(|error| error.to_string())?;
    Ok(plain)
}

#[test]
fn b02_ours_and_theirs_open_each_other() {
    let sizes = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 10_000_000];
    let mut done = 0;
    for size in sizes {
        let plain = noise(size);
        assert!(opened_by_them(&quick(&plain)).as_ref() == Ok(&plain), "{size} written here");
        assert!(read(&theirs(&plain, 2)).as_ref() == Ok(&plain), "{size} written there");
        done += 2;
    }
    // And with the work that people's files have.
    for work in [LEAST_WORK, 16, 17] {
        let plain = noise(3_000);
        let file = write(&plain, &words(), work, &counter()).unwrap();
        assert_eq!(AgeFile::parse(&file).map(|file| file.work()), Ok(work));
        assert!(opened_by_them(&file).as_ref() == Ok(&plain), "work {work}");
        done += 1;
    }
    println!("B-02: files opened by the other side {done}/{done}");
}

#[test]
fn b03_no_byte_may_change() {
    let plain = noise(2_000);
    let file = quick(&plain);
    let mut refused = [0; 9];
    for place in 0..file.len() {
        for bit in 0..8 {
            let mut wrong = file.clone();
            wrong[place] ^= 1 << bit;
            let error = read(&wrong).expect_err("a changed file opens");
            refused[error as usize] += 1;
        }
    }
    let total: usize = refused.iter().sum();
    assert_eq!(total, file.len() * 8);
    for length in 0..file.len() {
        assert!(read(&file[..length]).is_err(), "cut to {length}");
    }
    for more in 1..=64 {
        assert!(read(&[&file[..], &vec![0; more]].concat()).is_err(), "{more} more");
    }
    println!(
        "B-03: changed bits refused {total}/{total} (by error {refused:?}), cut {0}/{0}, longer 64/64",
        file.len()
    );
}

#[test]
fn b03_no_piece_may_be_moved_doubled_or_left_out() {
    let plain = noise(3 * PIECE + 5);
    let file = quick(&plain);
    let start = file.len() - (plain.len() + 4 * TAG);
    let (head, content) = file.split_at(start);
    let pieces: Vec<&[u8]> = content.chunks(PIECE + TAG).collect();
    assert_eq!(read(&[head, &pieces.concat()].concat()), Ok(plain));
    let orders: [&[usize]; 9] = [
        &[1, 2, 3],
        &[0, 1, 2],
        &[0, 2, 3],
        &[0, 0, 1, 2, 3],
        &[0, 1, 2, 3, 3],
        &[1, 0, 2, 3],
        &[0, 1, 3, 2],
        &[3],
        &[],
    ];
    for order in orders {
        let wrong: Vec<&[u8]> = order.iter().map(|index| pieces[*index]).collect();
        assert_eq!(read(&[head, &wrong.concat()].concat()), Err(AgeError::Content), "{order:?}");
    }
    println!("B-03: orders of pieces refused {0}/{0}", orders.len());
}

#[test]
fn i14_headers_outside_the_format_are_refused_before_any_work() {
    let file = quick(b"zebra-77");
    let head = file.iter().rposition(|byte| *byte == b'\n').unwrap();
    let text: String = file[..head].iter().map(|byte| char::from(*byte)).collect();
    let lines: Vec<&str> = text.lines().collect();
    let (stanza, body) = (lines[1], lines[2]);
    let with = |from: &str, to: &str| {
        let text = text.replacen(from, to, 1);
        assert_ne!(text.as_bytes(), &file[..head], "{to}");
        AgeFile::parse(&[text.as_bytes(), &file[head..]].concat()).map(|file| file.work())
    };
    let work = |to: &str| with(stanza, &format!("{}{to}", stanza.strip_suffix('1').unwrap()));
    for wrong in ["0", "01", "018", "+18", "-1", "", "1 ", " 1", "1x", "99999999999"] {
        assert_eq!(work(wrong), Err(AgeError::Header), "work {wrong:?}");
    }
    for much in ["21", "22", "64", "255", "4294967295"] {
        assert_eq!(work(much), Err(AgeError::Work), "work {much}");
    }
    assert_eq!(work("20"), Ok(20));
    let two = format!("{stanza}\n{body}\n{stanza}\n{body}");
    let beside = format!("{stanza}\n{body}\n-> X25519 AAAA\n{body}");
    for (from, to, expected) in [
        (stanza, stanza.replace("scrypt", "X25519"), AgeError::NoPassphrase),
        (&format!("{stanza}\n{body}"), two, AgeError::Header),
        (&format!("{stanza}\n{body}"), beside, AgeError::Header),
        (body, body[1..].to_owned(), AgeError::Header),
        (body, format!("{body}A"), AgeError::Header),
        (body, format!("{body}="), AgeError::Header),
        (body, format!("{body}\r"), AgeError::Header),
        (body, format!("{body}\n"), AgeError::Header),
        ("/v1", "/v2".to_owned(), AgeError::Version),
        ("age-", "agf-".to_owned(), AgeError::NotAge),
    ] {
        assert_eq!(with(from, &to), Err(expected), "{to:?}");
    }
    println!("I-14: headers refused 25/25");
}

#[test]
fn a_wrong_passphrase_is_no_damage() {
    let file = quick(b"zebra-77");
    for wrong in ["", "A diary of small things", "a diary of small things ", "a diary"] {
        let opened = AgeFile::parse(&file).unwrap().open(&Passphrase::typed(wrong));
        assert_eq!(opened.map(|plain| plain.to_vec()), Err(AgeError::DoesNotOpen));
    }
}

#[test]
fn too_little_work_is_not_written() {
    for work in [0, 1, LEAST_WORK - 1, MOST_WORK + 1, 255] {
        assert_eq!(write(b"", &words(), work, &counter()), Err(WriteError::Work));
    }
    assert_eq!(work_for_device(Some(8), true), 17);
    assert_eq!(work_for_device(Some(4), false), 16);
    assert_eq!((work_for_device(None, true), work_for_device(None, false)), (16, 17));
}

/// RFC 7914, section 12: the vector with N = 1024.
#[test]
fn v01_scrypt_of_the_rfc() {
    let mut out = [0; 64];
    let params = Params::new(10, 8, 16).unwrap();
    scrypt::scrypt(b"password", b"NaCl", &params, &mut out).unwrap();
    assert_eq!(
        crate::vault::hex(&out),
        "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162\
         2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
    );
}
