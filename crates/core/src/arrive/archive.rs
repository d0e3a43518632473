//! Archives of the kind ZIP, unpacked within limits. What lies in one is never an archive again.

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::{MAX_FILES, MAX_RATIO, MAX_UNPACKED, Refused, ends_with};

/// What a small file may come to however well it packs, in bytes.
const ALWAYS: usize = 1_000_000;

/// Whether these bytes begin as an archive does.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

struct Member {
    name: String,
    method: CompressionMethod,
    is_locked: bool,
    place: ZipArchiveEntryWayfinder,
}

/// An archive whose list of files was read.
pub(super) struct Archive<'a> {
    zip: ZipSliceArchive<&'a [u8]>,
    members: Vec<Member>,
    unpacked: usize,
}

impl<'a> Archive<'a> {
    /// Reads the list of files.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refused> {
        let zip = ZipArchive::from_slice(bytes).map_err(|_| Refused::BadArchive)?;
        let mut members = Vec::new();
        for entry in zip.entries() {
            let entry = entry.map_err(|_| Refused::BadArchive)?;
            if members.len() == MAX_FILES {
                return Err(Refused::TooMuchInside);
            }
            let name = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
            // What a Mac puts beside each file, and folders.
            if entry.is_dir() || name.starts_with("__MACOSX/") {
                continue;
            }
            members.push(Member {
                name,
                method: entry.compression_method(),
                is_locked: entry.flags().is_encrypted(),
                place: entry.wayfinder(),
            });
        }
        Ok(Self { zip, members, unpacked: 0 })
    }

    /// The files with a name like this, in the order of the archive.
    pub(super) fn all(&self, is_it: impl Fn(&str) -> bool) -> Vec<usize> {
        let with = self.members.iter().enumerate().filter(|(_, member)| is_it(&member.name));
        with.map(|(nth, _)| nth).collect()
    }

    /// The first file with a name like this.
    pub(super) fn find(&self, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        self.members.iter().position(|member| is_it(&member.name))
    }

    /// How many files are neither text nor a table.
    pub(super) fn n_media(&self) -> usize {
        let is_text =
            |name: &str| [".json", ".csv", ".daylio", ".txt"].iter().any(|it| ends_with(name, it));
        self.members.iter().filter(|member| !is_text(&member.name)).count()
    }

    /// Unpacks a file.
    pub(super) fn unpack(&mut self, nth: usize) -> Result<Vec<u8>, Refused> {
        let member = self.members.get(nth).ok_or(Refused::BadArchive)?;
        if member.is_locked {
            return Err(Refused::Locked);
        }
        let entry = self.zip.get_entry(member.place).map_err(|_| Refused::BadArchive)?;
        let packed = entry.data();
        let free = MAX_UNPACKED - self.unpacked;
        let bytes = if member.method == CompressionMethod::STORE {
            packed.to_vec()
        } else if member.method == CompressionMethod::DEFLATE {
            let most = packed.len().saturating_mul(MAX_RATIO).max(ALWAYS).min(free);
            decompress_to_vec_with_limit(packed, most).map_err(|error| {
                let is_full = error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput;
                if is_full { Refused::TooMuchInside } else { Refused::BadArchive }
            })?
        } else {
            return Err(Refused::BadArchive);
        };
        if bytes.len() > free {
            return Err(Refused::TooMuchInside);
        }
        let said = entry.claim_verifier();
        if said.uncompressed_size != bytes.len() as u64 || said.crc != checksum(&bytes) {
            return Err(Refused::BadArchive);
        }
        self.unpacked += bytes.len();
        Ok(bytes)
    }
}

/// The checksum that archives carry: CRC-32. Bit by bit, because the crate's own brings 16 KB of
/// tables into the app.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}
