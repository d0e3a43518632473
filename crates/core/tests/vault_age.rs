//! Backups against the test kit of their format.

use satkarya_core::vault::Passphrase;
use satkarya_core::vault::age::{AgeFile, content_by_file_key};
use sha2::{Digest as _, Sha256};

/// The test kit of the format (C2SP, CCTV), as the crate `age` carries it: those cases that have a
/// passphrase, and the content of all others by their file key.
#[test]
#[ignore = "AGE_TESTKIT must name the directory of the test kit"]
fn b01_the_test_kit_of_the_format() {
    let kit = std::env::var("AGE_TESTKIT").unwrap();
    let (mut whole, mut contents) = (0, 0);
    for entry in std::fs::read_dir(kit).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let end = bytes.windows(2).position(|pair| pair == b"\n\n").unwrap();
        let facts: Vec<(String, String)> = String::from_utf8(bytes[..end].to_vec())
            .unwrap()
            .lines()
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let fact = |name: &str| facts.iter().find(|it| it.0 == name).map(|it| it.1.clone());
        if fact("armored").is_some() {
            continue;
        }
        let mut file = bytes[end + 2..].to_vec();
        if fact("compressed").is_some() {
            file = miniz_oxide::inflate::decompress_to_vec_zlib(&file).unwrap();
        }
        let file = &file[..];
        let expect = fact("expect").unwrap();
        let sum = |plain: &[u8]| {
            let sum: Vec<String> =
                Sha256::digest(plain).iter().map(|byte| format!("{byte:02x}")).collect();
            sum.concat()
        };
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if let Some(passphrase) = fact("passphrase") {
            whole += 1;
            let read = AgeFile::parse(file)
                .and_then(|file| file.open(&Passphrase::from_bytes(passphrase.into_bytes())));
            match expect.as_str() {
                "success" => assert_eq!(read.map(|it| sum(&it)).ok(), fact("payload"), "{name}"),
                _ => assert!(read.is_err(), "{name}: {expect}"),
            }
        } else if let Some(file_key) = fact("file key").filter(|_| name.starts_with("stream")) {
            contents += 1;
            let key = u128::from_str_radix(&file_key, 16).unwrap().to_be_bytes();
            let dashes = file.windows(5).position(|five| five == b"\n--- ").unwrap() + 5;
            let line = file[dashes..].iter().position(|byte| *byte == b'\n').unwrap();
            let read = content_by_file_key(&key, &file[dashes + line + 1..]);
            match expect.as_str() {
                "success" => assert_eq!(read.map(|it| sum(&it)), fact("payload"), "{name}"),
                _ => assert!(read.is_none(), "{name}: {expect}"),
            }
            assert!(AgeFile::parse(file).is_err(), "{name} has no passphrase");
        }
    }
    assert!(whole > 0 && contents > 0);
    println!("B-01: files with a passphrase {whole}/{whole}, contents {contents}/{contents}");
}
