//! What a worker does for the vault: one job as bytes, and its answer as bytes.
//!
//! Job: carry a job to where it may take its time and memory, do it there, and carry the answer back.
//! Must not: start a worker, or keep anything of a job when it is done.
//!
//! ```text
//! job:     1 | memory 4 | passes 4 | lanes 4 | salt 16 | passphrase
//!          2 | work 1 | length of the passphrase 4 | passphrase | content
//!          3 | length of the passphrase 4 | passphrase | file
//! answer:  0 | what was asked for      or      number of the error from 1
//! ```
//!
//! Numbers are big-endian. Both ends are the same build, so nothing here has a version.

use thiserror::Error;
use zeroize::Zeroizing;

use super::age::{self, AgeError, AgeFile, WriteError};
use super::kdf::{self, Cost, DeriveError, Passphrase, SALT};
use crate::port::{Entropy, NoEntropy};

/// Bytes that are cleared when they are let go of.
pub type Cleared = Zeroizing<Vec<u8>>;
/// What a passphrase becomes: see [`kdf::derive()`].
pub type Key = Zeroizing<[u8; 32]>;

const DERIVE: u8 = 1;
const WRITE: u8 = 2;
const OPEN: u8 = 3;

const DONE: u8 = 0;

/// Every error of each job, in the order of its number from 1.
const DERIVE_ERRORS: [DeriveError; 2] = [DeriveError::NoMemory, DeriveError::Refused];
const WRITE_ERRORS: [WriteError; 4] = [
    WriteError::Entropy(NoEntropy),
    WriteError::NoMemory,
    WriteError::Work,
    WriteError::NotTheSame,
];
const OPEN_ERRORS: [AgeError; 9] = [
    AgeError::NotAge,
    AgeError::Version,
    AgeError::NoPassphrase,
    AgeError::Work,
    AgeError::Header,
    AgeError::NoMemory,
    AgeError::DoesNotOpen,
    AgeError::Changed,
    AgeError::Content,
];

/// The bytes are no job, or no answer to the one that was asked: the two ends differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a job of this build")]
pub struct Garbled;

/// The job of [`kdf::derive()`].
pub fn derive(passphrase: &Passphrase, salt: &[u8; SALT], cost: Cost) -> Cleared {
    let numbers = [cost.memory, cost.passes, cost.lanes].map(u32::to_be_bytes).concat();
    join(&[&[DERIVE], &numbers, salt, passphrase.bytes()])
}

/// The job of [`age::seal`].
pub fn write(plain: &[u8], passphrase: &Passphrase, work: u8) -> Cleared {
    join(&[&[WRITE, work], &length(passphrase), passphrase.bytes(), plain])
}

/// The job of [`AgeFile::open`], with [`AgeFile::parse`] before it.
pub fn open(file: &[u8], passphrase: &Passphrase) -> Cleared {
    join(&[&[OPEN], &length(passphrase), passphrase.bytes(), file])
}

/// The answer to [`derive`].
///
/// # Errors
/// [`Garbled`]; inside, what the job answered.
pub fn derived(answer: &[u8]) -> Result<Result<Key, DeriveError>, Garbled> {
    read(answer, &DERIVE_ERRORS, |key| key.try_into().map(Zeroizing::new).map_err(|_| Garbled))
}

/// The answer to [`write`]: the file.
///
/// # Errors
/// [`Garbled`]; inside, what the job answered.
pub fn written(answer: &[u8]) -> Result<Result<Vec<u8>, WriteError>, Garbled> {
    read(answer, &WRITE_ERRORS, |file| Ok(file.to_vec()))
}

/// The answer to [`open`]: the content.
///
/// # Errors
/// [`Garbled`]; inside, what the job answered.
pub fn opened(answer: &[u8]) -> Result<Result<Cleared, AgeError>, Garbled> {
    read(answer, &OPEN_ERRORS, |plain| Ok(Zeroizing::new(plain.to_vec())))
}

/// Does a job. What cannot be read as one is answered with nothing, which is no answer to any job.
pub fn run(job: &[u8], entropy: &impl Entropy) -> Cleared {
    attempt(job, entropy).unwrap_or_default()
}

fn attempt(job: &[u8], entropy: &impl Entropy) -> Option<Cleared> {
    let (kind, rest) = job.split_first()?;
    match *kind {
        DERIVE => {
            let ([memory, passes, lanes], rest) = numbers(rest)?;
            let (salt, passphrase) = rest.split_first_chunk()?;
            let passphrase = Passphrase::from_bytes(passphrase.to_vec());
            let key = kdf::derive(&passphrase, salt, Cost { memory, passes, lanes });
            answer(key.as_ref().map(|key| &key[..]), &DERIVE_ERRORS)
        }
        WRITE => {
            let (work, rest) = rest.split_first()?;
            let (passphrase, plain) = passphrase(rest)?;
            let file = age::seal(plain, &passphrase, *work, entropy);
            answer(file.as_deref(), &WRITE_ERRORS)
        }
        OPEN => {
            let (passphrase, file) = passphrase(rest)?;
            let plain = AgeFile::parse(file).and_then(|file| file.open(&passphrase));
            answer(plain.as_ref().map(|plain| &plain[..]), &OPEN_ERRORS)
        }
        _ => None,
    }
}

fn answer<E: PartialEq>(done: Result<&[u8], &E>, errors: &[E]) -> Option<Cleared> {
    match done {
        Ok(bytes) => Some(join(&[&[DONE], bytes])),
        Err(error) => {
            let index = errors.iter().position(|known| known == error)?;
            Some(join(&[&[u8::try_from(index + 1).ok()?]]))
        }
    }
}

fn read<T, E: Copy>(
    answer: &[u8],
    errors: &[E],
    take: impl FnOnce(&[u8]) -> Result<T, Garbled>,
) -> Result<Result<T, E>, Garbled> {
    match answer.split_first() {
        Some((&DONE, bytes)) => take(bytes).map(Ok),
        Some((number, [])) => {
            errors.get(usize::from(*number).wrapping_sub(1)).map(|error| Err(*error)).ok_or(Garbled)
        }
        _ => Err(Garbled),
    }
}

fn length(passphrase: &Passphrase) -> [u8; 4] {
    // A passphrase of four gibibytes cannot be typed; its job would be read as garbled.
    u32::try_from(passphrase.bytes().len()).unwrap_or(u32::MAX).to_be_bytes()
}

fn passphrase(bytes: &[u8]) -> Option<(Passphrase, &[u8])> {
    let ([length], rest) = numbers(bytes)?;
    let (passphrase, rest) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    Some((Passphrase::from_bytes(passphrase.to_vec()), rest))
}

fn numbers<const N: usize>(bytes: &[u8]) -> Option<([u32; N], &[u8])> {
    let (mut numbers, mut rest) = ([0; N], bytes);
    for number in &mut numbers {
        let (four, after) = rest.split_first_chunk()?;
        (*number, rest) = (u32::from_be_bytes(*four), after);
    }
    Some((numbers, rest))
}

/// Joins bytes into a buffer that never moves, so that no copy of it is left behind.
fn join(parts: &[&[u8]]) -> Cleared {
    let mut joined = Zeroizing::new(Vec::with_capacity(parts.iter().map(|part| part.len()).sum()));
    for part in parts {
        joined.extend_from_slice(part);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Zeros;

    impl Entropy for Zeros {
        fn bytes(&self) -> Result<[u8; 16], NoEntropy> {
            Ok([0; 16])
        }
    }

    struct Nothing;

    impl Entropy for Nothing {
        fn bytes(&self) -> Result<[u8; 16], NoEntropy> {
            Err(NoEntropy)
        }
    }

    fn words() -> Passphrase {
        Passphrase::typed("small things, न")
    }

    #[test]
    fn jobs_give_what_their_functions_give() {
        let (salt, least) = ([7; SALT], Cost { memory: 19 * 1024, passes: 1, lanes: 1 });
        let by_job = derived(&run(&derive(&words(), &salt, least), &Zeros)).unwrap();
        assert_eq!(by_job, kdf::derive(&words(), &salt, least));
        let refused = Cost { memory: 1, ..least };
        let by_job = derived(&run(&derive(&words(), &salt, refused), &Zeros)).unwrap();
        assert_eq!(by_job, Err(DeriveError::Refused));

        for plain in [&b""[..], b"one", &b"two".repeat(25_000)] {
            let job = write(plain, &words(), age::LEAST_WORK);
            let file = written(&run(&job, &Zeros)).unwrap().unwrap();
            let back = opened(&run(&open(&file, &words()), &Zeros)).unwrap().unwrap();
            assert_eq!(back[..], *plain);
            let other = open(&file, &Passphrase::typed("other"));
            assert_eq!(opened(&run(&other, &Zeros)).unwrap(), Err(AgeError::DoesNotOpen));
        }
        let job = write(b"one", &words(), age::MOST_WORK + 1);
        assert_eq!(written(&run(&job, &Zeros)).unwrap(), Err(WriteError::Work));
        let job = write(b"one", &words(), age::LEAST_WORK);
        assert_eq!(written(&run(&job, &Nothing)).unwrap(), Err(WriteError::Entropy(NoEntropy)));
        assert_eq!(opened(&run(&open(b"x", &words()), &Zeros)).unwrap(), Err(AgeError::NotAge));
    }

    #[test]
    fn every_error_comes_back_as_itself() {
        let mut n_errors = 0;
        for error in DERIVE_ERRORS {
            assert_eq!(derived(&answer(Err(&error), &DERIVE_ERRORS).unwrap()), Ok(Err(error)));
            n_errors += 1;
        }
        for error in WRITE_ERRORS {
            assert_eq!(written(&answer(Err(&error), &WRITE_ERRORS).unwrap()), Ok(Err(error)));
            n_errors += 1;
        }
        for error in OPEN_ERRORS {
            assert_eq!(opened(&answer(Err(&error), &OPEN_ERRORS).unwrap()), Ok(Err(error)));
            n_errors += 1;
        }
        println!("errors that come back as themselves: {n_errors}");
    }

    #[test]
    fn what_is_no_job_is_answered_with_nothing() {
        let whole = [
            derive(&words(), &[7; SALT], Cost::PROBE),
            write(b"", &words(), age::MOST_WORK + 1),
            open(b"", &words()),
        ];
        let mut n_cut = 0;
        // Cut anywhere before its passphrase, a job is none.
        for (job, head) in whole.iter().zip([1 + 12 + SALT, 2 + 4, 1 + 4]) {
            for length in 0..head {
                assert!(run(&job[..length], &Zeros).is_empty(), "cut to {length}");
                n_cut += 1;
            }
        }
        assert!(run(&[9, 9, 9], &Zeros).is_empty());
        for garbled in [&[][..], &[0, 1, 2], &[3], &[1, 1], &[255]] {
            assert_eq!(derived(garbled), Err(Garbled), "{garbled:?}");
        }
        println!("jobs cut short: {n_cut}");
    }
}
