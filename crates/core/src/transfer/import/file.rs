//! The frame of a file: its name, its version, and the list of records, read one by one.
//!
//! A record is turned from text to its checked form before the next is read, so that memory
//! holds the file and the records but never all of its values.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::error::Category;

use crate::record::Body;
use crate::transfer::import::value::{Stop, Strict, stop};
use crate::transfer::import::{
    BadFile, Break, Import, MAX_ENTRIES, MAX_PEOPLE, MAX_RECORDS, Refusal, Size, mend, scan,
};
use crate::transfer::{FORMAT, VERSION, merge};

/// Reads a file in the format of [`crate::transfer::export_json`].
///
/// # Errors
/// [`BadFile`] tells exactly why it is not, or what in it goes beyond the limits.
pub fn read_json(bytes: &[u8]) -> Result<Import, BadFile> {
    let text = scan::scan(bytes)?;
    let mut reader = Reader::default();
    let mut json = serde_json::Deserializer::from_str(text);
    let read = FileSeed(&mut reader).deserialize(&mut json).and_then(|()| json.end());
    reader.finish(read)
}

#[derive(Default)]
struct Reader {
    import: Import,
    n_entries: usize,
    n_people: usize,
    format: Option<bool>,
    version: Option<u64>,
    stopped: Option<Stop>,
}

impl Reader {
    fn finish(self, read: Result<(), serde_json::Error>) -> Result<Import, BadFile> {
        if self.format != Some(true) {
            return Err(BadFile::NotOurs);
        }
        // A newer file may differ in any way, so its version speaks before its mistakes.
        if let Some(version) = self.version.filter(|version| *version > VERSION) {
            return Err(BadFile::Newer { version });
        }
        let Err(error) = read else { return Ok(self.import) };
        let (line, column) = (error.line(), error.column());
        let how = match (self.stopped, error.classify()) {
            (Some(Stop::TooMany(of)), _) => return Err(BadFile::TooMany { of, line, column }),
            (Some(Stop::Broken(how)), _) => how,
            (None, Category::Eof) => Break::EndsEarly,
            (None, Category::Data) => Break::Shape,
            (None, Category::Syntax | Category::Io) => Break::Syntax,
        };
        Err(BadFile::Broken { how, line, column })
    }

    /// Takes one record in, and tells what there is too much of.
    fn take(&mut self, value: serde_json::Value) -> Option<Size> {
        let report = &mut self.import.report;
        report.n_records += 1;
        let nth = report.n_records;
        let record = match mend::record(value, report) {
            Ok(record) => record,
            Err(why) => {
                report.refused.push(Refusal { nth, why });
                return (nth > MAX_RECORDS).then_some(Size::Records);
            }
        };
        match &record.body {
            Some(Body::Entry(_)) => self.n_entries += 1,
            Some(Body::Person(_)) => self.n_people += 1,
            Some(
                Body::Feeling(_)
                | Body::Course(_)
                | Body::Session(_)
                | Body::Snapshot(_)
                | Body::Focus(_)
                | Body::Network(_)
                | Body::Along(_)
                | Body::Event(_)
                | Body::Band(_)
                | Body::Spell(_)
                | Body::Reflection(_)
                | Body::Formulation(_)
                | Body::Goal(_)
                | Body::Sheet(_)
                | Body::Filled(_)
                | Body::Measures(_),
            )
            | None => {}
        }
        let record = match self.import.records.get(&record.id) {
            Some(other) => {
                report.n_duplicates += 1;
                merge(other, &record)
            }
            None => record,
        };
        self.import.records.insert(record.id, record);
        if self.n_entries > MAX_ENTRIES {
            Some(Size::Entries)
        } else if self.n_people > MAX_PEOPLE {
            Some(Size::People)
        } else {
            (nth > MAX_RECORDS).then_some(Size::Records)
        }
    }
}

struct FileSeed<'a>(&'a mut Reader);

impl<'de> DeserializeSeed<'de> for FileSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for FileSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a SatKarya file")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let reader = self.0;
        let mut has_records = false;
        while let Some(name) = map.next_key::<String>()? {
            let twice = match name.as_str() {
                "format" => {
                    let value = map.next_value_seed(Strict(&mut reader.stopped))?;
                    reader.format.replace(value == FORMAT).is_some()
                }
                "version" => reader.version.replace(map.next_value()?).is_some(),
                "records" if !has_records => {
                    map.next_value_seed(Records(reader))?;
                    has_records = true;
                    false
                }
                "records" => true,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    false
                }
            };
            if twice {
                return Err(stop(&mut reader.stopped, Stop::Broken(Break::DuplicateName)));
            }
        }
        if reader.version.is_none() || !has_records {
            return Err(A::Error::custom("version or records are missing"));
        }
        Ok(())
    }
}

struct Records<'a>(&'a mut Reader);

impl<'de> DeserializeSeed<'de> for Records<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Records<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let reader = self.0;
        while let Some(value) = seq.next_element_seed(Strict(&mut reader.stopped))? {
            if let Some(of) = reader.take(value) {
                return Err(stop(&mut reader.stopped, Stop::TooMany(of)));
            }
        }
        Ok(())
    }
}
