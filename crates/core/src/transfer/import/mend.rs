//! One record: read as it is, or else mended piece by piece.
//!
//! The record types themselves say what is right. A piece is tried in a record that has
//! nothing else; if it does not read, it is cut, thinned out or dropped. So a new field of an
//! entry needs no line here.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::focus::Told;
use crate::id::Id;
use crate::people::Person;
use crate::record::{Body, Record, Version};
use crate::sheet::Answers;
use crate::stamp::Stamp;
use crate::text::is_clean;
use crate::time::{Now, Offset, Zone};
use crate::transfer::import::trim::trim;
use crate::transfer::import::{Refused, Report};

/// The kinds of bodies under their names in files.
const KINDS: [&str; 18] = [
    "entry",
    "person",
    "feeling",
    "course",
    "session",
    "snapshot",
    "focus",
    "network",
    "along",
    "event",
    "band",
    "spell",
    "reflection",
    "formulation",
    "goal",
    "sheet",
    "filled",
    "measures",
];
/// From this moment on a stamp is no clock's: 10^13 milliseconds, the year 2286.
const NO_CLOCK_MS: u64 = 10_000_000_000_000;
/// The longest text of any field, in characters.
const MAX_TEXT: usize = 20_000;
/// How often pieces of one record are tried before the rest is dropped untried.
const MAX_TRIALS: usize = 20_000;

/// Reads one record, mended if need be.
pub(super) fn record(value: Value, report: &mut Report) -> Result<Record, Refused> {
    report.n_cleaned += n_unclean(&value);
    let mut record = match read(&value) {
        Some(record) if stamps(&record).all(is_of_a_clock) && !is_empty(&record) => record,
        _ => Mender { report, n_trials: 0 }.record(value)?,
    };
    report.n_dropped += trim(&mut record);
    Ok(record)
}

fn is_of_a_clock(stamp: Stamp) -> bool {
    stamp.ms() < NO_CLOCK_MS
}

fn is_empty(record: &Record) -> bool {
    record.body.is_none() && record.removed.is_none()
}

fn stamps(record: &Record) -> impl Iterator<Item = Stamp> {
    [record.created, record.changed]
        .into_iter()
        .chain(record.removed)
        .chain(record.erased)
        .chain(record.versions.iter().map(|version| version.changed))
}

/// Number of texts with characters that are not taken in.
fn n_unclean(value: &Value) -> usize {
    match value {
        Value::String(text) => usize::from(!is_clean(text)),
        Value::Array(list) => list.iter().map(n_unclean).sum(),
        Value::Object(object) => object.values().map(n_unclean).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

struct Mender<'a> {
    report: &'a mut Report,
    n_trials: usize,
}

impl Mender<'_> {
    fn record(&mut self, value: Value) -> Result<Record, Refused> {
        let Value::Object(mut fields) = value else { return Err(Refused::NotARecord) };
        let id: Id = fields.get("id").and_then(read).ok_or(Refused::BadId)?;
        let created = self.stamp(fields.remove("created"));
        let changed = self.stamp(fields.remove("changed")).or(created).unwrap_or(Stamp::FIRST);
        let created = created.unwrap_or(changed);
        let has_removed = fields.get("removed").is_some_and(|value| !value.is_null());
        let removed = self.stamp(fields.remove("removed")).or(has_removed.then_some(changed));
        let erased = self.stamp(fields.remove("erased"));
        let body = match fields.remove("body") {
            None | Some(Value::Null) => None,
            Some(body) => {
                let (body, is_undated) = self.body(body, created)?;
                self.report.undated.extend(is_undated.then_some(id));
                Some(body)
            }
        };
        let listed = match fields.remove("versions") {
            Some(Value::Array(list)) => list,
            None | Some(Value::Null) => Vec::new(),
            Some(_) => {
                self.report.n_dropped += 1;
                Vec::new()
            }
        };
        let mut versions = Vec::new();
        for version in listed {
            match self.version(version, created) {
                Some(version) => versions.push(version),
                None => self.report.n_dropped += 1,
            }
        }
        if body.is_none() && removed.is_none() {
            return Err(Refused::Unreadable);
        }
        let empty = json!({ "id": id, "created": created, "changed": changed });
        let empty: Record = read(&empty).ok_or(Refused::Unreadable)?;
        Ok(Record { removed, erased, body, versions, ..empty })
    }

    /// A stamp; none if it is not there, and counted if it cannot be one.
    fn stamp(&mut self, value: Option<Value>) -> Option<Stamp> {
        let value = value.filter(|value| !value.is_null())?;
        let stamp = read(&value).filter(|stamp| is_of_a_clock(*stamp));
        self.report.n_dropped += usize::from(stamp.is_none());
        stamp
    }

    fn version(&mut self, value: Value, created: Stamp) -> Option<Version> {
        let Value::Object(mut fields) = value else { return None };
        let changed = self.stamp(fields.remove("changed"))?;
        let (body, _) = self.body(fields.remove("body")?, created).ok()?;
        Some(Version { changed, body })
    }

    /// A body, and whether the day of its entry could not be read.
    fn body(&mut self, value: Value, created: Stamp) -> Result<(Body, bool), Refused> {
        let Value::Object(object) = value else { return Err(Refused::Unreadable) };
        let mut kinds = object.into_iter();
        let (Some((kind, fields)), None) = (kinds.next(), kinds.next()) else {
            return Err(Refused::Unreadable);
        };
        if !KINDS.contains(&kind.as_str()) {
            return Err(Refused::UnknownKind(kind.chars().take(40).collect()));
        }
        let Value::Object(mut fields) = fields else { return Err(Refused::Unreadable) };
        let mut is_undated = false;
        let mut required = Map::new();
        match kind.as_str() {
            "entry" => {
                let (when, day_in_file) = self.when(fields.remove("when"), created);
                required.insert("when".to_owned(), when);
                is_undated = day_in_file.is_some();
                fields.extend(day_in_file.map(|day| ("day_in_file".to_owned(), day)));
            }
            "person" => {
                let name = fields.remove("name").unwrap_or_default();
                required.insert("name".to_owned(), self.name(name));
            }
            "course" => required.extend(fields.remove_entry("mode")),
            "session" => {
                required.extend(fields.remove_entry("course"));
                required.insert("day".to_owned(), self.day(fields.remove("day"), created));
            }
            // Nothing of them has to be there.
            "network" | "measures" | "event" | "band" | "spell" => {}
            "snapshot" | "along" | "formulation" | "goal" => {
                required.insert("day".to_owned(), self.day(fields.remove("day"), created));
            }
            "reflection" => {
                required.insert("day".to_owned(), self.day(fields.remove("day"), created));
                if let Some(safety) = fields.get_mut("safety") {
                    self.safety(safety);
                }
            }
            "sheet" => {
                required.extend(fields.remove_entry("sheet"));
                required.insert("day".to_owned(), self.day(fields.remove("day"), created));
                if let Some(answers) = fields.get_mut("answers") {
                    self.answers(answers);
                }
            }
            "filled" => {
                required.extend(fields.remove_entry("measure"));
                required.insert("day".to_owned(), self.day(fields.remove("day"), created));
            }
            "focus" => {
                required.extend(fields.remove_entry("main"));
                required.insert("day".to_owned(), self.day(fields.remove("day"), created));
            }
            _ => {
                for name in ["word", "family"] {
                    required.extend(fields.remove_entry(name));
                }
            }
        }
        let body = self.fields(&kind, &required, fields).ok_or(Refused::Unreadable)?;
        Ok((body, is_undated))
    }

    /// Adds to the fields that must be there each other one that can be read or mended.
    fn fields(
        &mut self,
        kind: &str,
        required: &Map<String, Value>,
        others: Map<String, Value>,
    ) -> Option<Body> {
        let wrap = |fields: &Map<String, Value>| json!({ kind: fields });
        read::<Body>(&wrap(required))?;
        let mut good = required.clone();
        for (name, value) in others {
            let reads = |candidate: &Value| {
                let mut fields = required.clone();
                fields.insert(name.clone(), candidate.clone());
                read::<Body>(&wrap(&fields)).is_some()
            };
            match self.mend(value, &reads) {
                Some(value) => {
                    good.insert(name, value);
                }
                None => self.report.n_dropped += 1,
            }
        }
        read(&wrap(&good))
    }

    /// The value if it reads, or the nearest thing to it that does.
    fn mend(&mut self, value: Value, reads: &dyn Fn(&Value) -> bool) -> Option<Value> {
        self.n_trials += 1;
        if self.n_trials > MAX_TRIALS {
            return None;
        }
        if reads(&value) {
            return Some(value);
        }
        match value {
            Value::String(text) => self.cut(&text, reads),
            Value::Array(list) => {
                let one = |item: &Value| reads(&Value::Array(vec![item.clone()]));
                let n_before = list.len();
                let kept: Vec<Value> =
                    list.into_iter().filter_map(|item| self.mend(item, &one)).collect();
                self.report.n_dropped += n_before - kept.len();
                Some(Value::Array(kept)).filter(|list| reads(list))
            }
            Value::Object(object) => self.thin(object, reads),
            Value::Null | Value::Bool(_) | Value::Number(_) => None,
        }
    }

    /// The longest beginning of a text that its field holds, if the field holds free text.
    fn cut(&mut self, text: &str, reads: &dyn Fn(&Value) -> bool) -> Option<Value> {
        let begin = |n: usize| Value::String(text.chars().take(n).collect());
        // A choice, an id or a time is never empty: it must not be cut into another one.
        if !reads(&begin(0)) {
            return None;
        }
        let (mut fits, mut exceeds) = (0, text.chars().count().min(MAX_TEXT + 1));
        while fits + 1 < exceeds {
            let half = usize::midpoint(fits, exceeds);
            if reads(&begin(half)) { fits = half } else { exceeds = half }
        }
        self.report.n_cut += 1;
        Some(begin(fits))
    }

    /// An object without the members that do not read.
    fn thin(
        &mut self,
        mut object: Map<String, Value>,
        reads: &dyn Fn(&Value) -> bool,
    ) -> Option<Value> {
        let names: Vec<String> = object.keys().cloned().collect();
        for name in names {
            let Some(value) = object.remove(&name) else { continue };
            // Other members may be missing or wrong still: what counts is whether this one
            // reads among those that do.
            let others = object.clone();
            let with = |candidate: &Value| {
                let mut members = others.clone();
                members.insert(name.clone(), candidate.clone());
                reads(&Value::Object(members))
            };
            match self.mend(value.clone(), &with) {
                Some(mended) => {
                    object.insert(name, mended);
                    return Some(Value::Object(object));
                }
                None if reads(&Value::Object(object.clone())) => {
                    self.report.n_dropped += 1;
                    return Some(Value::Object(object));
                }
                None => {
                    object.insert(name, value);
                }
            }
        }
        // More than one member is wrong: keep those that read alone.
        let alone = |name: &String, value: &Value| {
            reads(&Value::Object(Map::from_iter([(name.clone(), value.clone())])))
        };
        let n_before = object.len();
        object.retain(|name, value| alone(name, value));
        self.report.n_dropped += n_before - object.len();
        (!object.is_empty()).then_some(Value::Object(object)).filter(|object| reads(object))
    }

    /// The name of a person; a question mark if there is none to read.
    fn name(&mut self, value: Value) -> Value {
        let reads = |name: &Value| {
            read::<Person>(&json!({ "name": name })).is_some_and(|it| !it.name.is_blank())
        };
        if reads(&value) {
            return value;
        }
        let cut = match &value {
            Value::String(text) => crate::text::Name::cut(text).trim().to_owned(),
            _ => String::new(),
        };
        if cut.is_empty() {
            self.report.n_dropped += 1;
            return "?".into();
        }
        self.report.n_cut += 1;
        cut.into()
    }

    /// When an entry happened, and what the file said if that is not a day.
    fn when(&mut self, value: Option<Value>, created: Stamp) -> (Value, Option<Value>) {
        let mut fields = match value {
            Some(Value::Object(fields)) => fields,
            Some(other) => Map::from_iter([("day".to_owned(), other)]),
            None => Map::new(),
        };
        let made = Now { ms: created.ms(), offset: Offset::UTC, zone: Zone::default() };
        let day = fields.remove("day").unwrap_or_default();
        let (day, day_in_file) = match read::<crate::time::Day>(&day) {
            Some(day) => (day, None),
            None => (made.day(), Some(day)),
        };
        let time = self.or(fields.remove("time"), crate::time::TimeOfDay::NOON);
        let offset = self.or(fields.remove("offset"), Offset::UTC);
        let zone = self.or(fields.remove("zone"), Zone::default());
        let mut when = Map::from_iter([
            ("day".to_owned(), json!(day)),
            ("time".to_owned(), json!(time)),
            ("offset".to_owned(), json!(offset)),
        ]);
        if !zone.is_empty() {
            when.insert("zone".to_owned(), json!(zone));
        }
        (Value::Object(when), day_in_file)
    }

    /// The day of something, or that of its making.
    fn day(&mut self, value: Option<Value>, created: Stamp) -> Value {
        let made = Now { ms: created.ms(), offset: Offset::UTC, zone: Zone::default() };
        json!(self.or(value, made.day()))
    }

    /// Answers about being safe. One that cannot be read is not known: it must neither look like
    /// no danger nor like a question that was never reached.
    fn safety(&mut self, value: &mut Value) {
        let unknown = json!(Told::RatherNot);
        if !value.is_object() {
            *value = json!({ "afraid": unknown, "hurt": unknown, "controlled": unknown });
            self.report.n_dropped += 1;
            return;
        }
        for name in ["afraid", "hurt", "controlled"] {
            let Some(answer) = value.get_mut(name) else { continue };
            if read::<Option<Told>>(answer).is_none() {
                *answer = unknown.clone();
                self.report.n_dropped += 1;
            }
        }
    }

    /// The answers of a worksheet, each by itself: one that does not read takes no other with it.
    fn answers(&mut self, value: &mut Value) {
        let Value::Object(fields) = value else { return };
        let reads = |value: &Value| read::<Answers>(&json!({ "a": value })).is_some();
        let rows = fields.values_mut().filter_map(Value::as_array_mut).flatten();
        for row in rows.filter_map(Value::as_object_mut) {
            self.each(row, &|cell| reads(&json!([{ "a": cell }])));
        }
        self.each(fields, &reads);
    }

    /// Leaves the members that read by themselves, mended if need be.
    fn each(&mut self, members: &mut Map<String, Value>, reads: &dyn Fn(&Value) -> bool) {
        for (name, value) in std::mem::take(members) {
            match self.mend(value, reads) {
                Some(value) => {
                    members.insert(name, value);
                }
                None => self.report.n_dropped += 1,
            }
        }
    }

    /// A value, or another if it is not there or cannot be read.
    fn or<T: DeserializeOwned>(&mut self, value: Option<Value>, other: T) -> T {
        let Some(value) = value else { return other };
        read(&value).unwrap_or_else(|| {
            self.report.n_dropped += 1;
            other
        })
    }
}

/// Reads a value by way of its text: reading from values too would make the app larger by every
/// type that is read, and files are brought in rarely.
fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_str(&value.to_string()).ok()
}
