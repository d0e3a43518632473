//! Several devices and one folder that somebody else carries about: they end alike, in every order,
//! and nothing is lost by what such a carrier does.

use std::collections::BTreeSet;

use crate::common::{NOW, Step, any_step, id, journal_of, now, stamp, take};
use crate::common::{any_journal, entry, stamp_of, timed};
use proptest::prelude::*;
use satkarya_core::generate;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::record::{Body, Record};
use satkarya_core::stamp::StampClock;
use satkarya_core::transfer::{
    Fate, Import, Lying, device_file, export_json, letters_in, n_devices, read_json, signature,
    unseen,
};

const DEVICES: usize = 3;

/// A folder: what lies there, and what is in it.
#[derive(Debug, Clone, Default)]
struct Folder(Vec<(Lying, String)>);

impl Folder {
    fn put(&mut self, name: &str, text: String, tick: &mut u64) -> Lying {
        *tick += 1;
        let lying = Lying { name: name.to_owned(), bytes: text.len() as u64, modified: *tick };
        self.0.retain(|(known, _)| known.name != name);
        self.0.push((lying.clone(), text));
        lying
    }

    fn lying(&self) -> Vec<Lying> {
        self.0.iter().map(|(lying, _)| lying.clone()).collect()
    }
}

/// A device as the app keeps it: its diary, what it has seen of its folder, what its copy holds.
struct Device {
    number: u32,
    journal: Journal,
    clock: StampClock,
    folder: Folder,
    seen: Vec<Lying>,
    copied: Option<u64>,
}

impl Device {
    fn new(number: u32) -> Self {
        let (journal, clock) = (Journal::new(), StampClock::new(number));
        let (folder, seen) = (Folder::default(), Vec::new());
        Self { number, journal, clock, folder, seen, copied: None }
    }

    /// Reads what is new, brings it in as one batch, and writes its own copy if it holds less.
    fn follow(&mut self, tick: &mut u64) -> usize {
        let lying = self.folder.lying();
        let mut all = Import::default();
        for file in unseen(&lying, &self.seen) {
            let text = &self.folder.0.iter().find(|it| it.0 == *file).expect("it lies there").1;
            // One that is half there yet is read when it has changed.
            if let Ok(import) = read_json(text.as_bytes()) {
                all = all.join(import);
            }
        }
        let plan = all.plan(&self.journal, &now());
        if let Some(latest) = plan.latest() {
            self.clock.observe(latest, NOW);
        }
        let n_changed = plan.apply(&mut self.journal).len();
        self.seen = lying;
        let (own, is_now) = (device_file(self.number), signature(&self.journal));
        let is_there = self.seen.iter().any(|it| it.name == own);
        if self.copied != Some(is_now) || !is_there {
            let left = self.folder.put(&own, export_json(&self.journal, &now(), "0.1.0"), tick);
            self.seen.retain(|it| it.name != own);
            self.seen.push(left);
            self.copied = Some(is_now);
        }
        n_changed
    }
}

/// What happens to devices and to what carries their files.
#[derive(Debug, Clone)]
enum Event {
    /// Somebody does something on a device.
    Step(usize, Step),
    /// A device looks at its folder.
    Follow(usize),
    /// The carrier brings one device's files to another's folder.
    Carry { from: usize, to: usize },
    /// It brings only the first half of one.
    Half { from: usize, to: usize },
    /// It keeps both of two versions, the second under a name of its own.
    Twice { from: usize, to: usize },
    /// It loses a file.
    Lose { at: usize, nth: usize },
}

fn any_event() -> impl Strategy<Value = Event> {
    let two = || (0..DEVICES, 0..DEVICES);
    prop_oneof![
        6 => (0..DEVICES, any_step()).prop_map(|(device, step)| Event::Step(device, step)),
        3 => (0..DEVICES).prop_map(Event::Follow),
        3 => two().prop_map(|(from, to)| Event::Carry { from, to }),
        1 => two().prop_map(|(from, to)| Event::Half { from, to }),
        1 => two().prop_map(|(from, to)| Event::Twice { from, to }),
        1 => (0..DEVICES, 0..4_usize).prop_map(|(at, nth)| Event::Lose { at, nth }),
    ]
}

/// Brings what lies in one folder to another, older copies of third devices too.
fn carry(devices: &mut [Device], from: usize, to: usize, tick: &mut u64) {
    for (file, text) in devices[from].folder.clone().0 {
        let is_own = file.name == device_file(devices[to].number);
        let known = devices[to].folder.0.iter().find(|it| it.0.name == file.name);
        if !is_own && known.is_none_or(|it| it.1 != text) {
            devices[to].folder.put(&file.name, text, tick);
        }
    }
}

fn happen(devices: &mut [Device], event: Event, tick: &mut u64) {
    match event {
        Event::Step(at, step) => {
            let device = &mut devices[at];
            take(&mut device.journal, &mut device.clock, step);
        }
        Event::Follow(at) => {
            devices[at].follow(tick);
        }
        Event::Carry { from, to } => carry(devices, from, to, tick),
        Event::Half { from, to } if from != to => {
            let own = device_file(devices[from].number);
            let found = devices[from].folder.0.iter().find(|it| it.0.name == own).cloned();
            if let Some((_, text)) = found {
                let half = text.chars().take(text.chars().count() / 2).collect();
                devices[to].folder.put(&own, half, tick);
            }
        }
        Event::Twice { from, to } => {
            for (file, text) in devices[from].folder.clone().0 {
                let name = file.name.replace(".age", ".sync-conflict-20261124-070000-ABC.age");
                assert_eq!(letters_in(&name), letters_in(&file.name));
                devices[to].folder.put(&name, text, tick);
            }
        }
        Event::Lose { at, nth } => {
            if nth < devices[at].folder.0.len() {
                devices[at].folder.0.remove(nth);
            }
        }
        Event::Half { .. } => {}
    }
}

proptest! {
    #![proptest_config(crate::common::cases(300))]

    #[test]
    fn devices_over_a_folder_end_with_the_same_bytes(
        events in prop::collection::vec(any_event(), 1..60),
        order in prop::collection::vec(0..DEVICES, 3),
    ) {
        let mut devices: Vec<Device> = (1..=3).map(Device::new).collect();
        let mut tick = 0;
        for event in events {
            happen(&mut devices, event, &mut tick);
        }
        // Then the carrier comes round, in any order, with each device's newest copy.
        for round in 0..4 {
            let mut n_changed = 0;
            for at in order.iter().copied().chain(0..DEVICES) {
                for from in (0..DEVICES).filter(|from| *from != at) {
                    let own = device_file(devices[from].number);
                    let newest = devices[from].folder.0.iter().find(|it| it.0.name == own).cloned();
                    let known = |text: &String| {
                        devices[at].folder.0.iter().any(|it| it.0.name == own && it.1 == *text)
                    };
                    if let Some((_, text)) = newest.filter(|it| !known(&it.1)) {
                        devices[at].folder.put(&own, text, &mut tick);
                    }
                }
                n_changed += devices[at].follow(&mut tick);
            }
            prop_assert!(round < 3 || n_changed == 0, "it does not come to rest");
        }
        let files: BTreeSet<String> =
            devices.iter().map(|it| export_json(&it.journal, &now(), "0.1.0")).collect();
        prop_assert_eq!(files.len(), 1);
        let signatures: BTreeSet<u64> = devices.iter().map(|it| signature(&it.journal)).collect();
        prop_assert_eq!(signatures.len(), 1);
        // At rest nobody writes any more, so nobody has to read.
        let before = tick;
        for device in &mut devices {
            prop_assert_eq!(device.follow(&mut tick), 0);
        }
        prop_assert_eq!(tick, before);
    }

    #[test]
    fn the_signature_is_another_one_after_each_change(journal in any_journal(), step in any_step()) {
        let text = |it: &Journal| export_json(it, &now(), "0.1.0");
        let mut changed = journal.clone();
        take(&mut changed, &mut StampClock::new(9), step);
        prop_assert_eq!(text(&changed) == text(&journal), signature(&changed) == signature(&journal));
        let mut back = Journal::new();
        let records: Vec<Record> = journal.records().map(|it| Record::clone(it)).collect();
        for record in records.into_iter().rev() {
            back.load(record);
        }
        prop_assert_eq!(signature(&back), signature(&journal));
    }
}

#[test]
fn both_texts_of_a_conflict_come_over_and_again_adds_nothing() {
    let mut one = Device::new(1);
    one.journal = journal_of([entry("2026-11-24", "10:00", Some(5), "at noon")]);
    let mut tick = 0;
    let mut devices = vec![one, Device::new(2)];
    let round = |devices: &mut Vec<Device>, tick: &mut u64| -> Vec<usize> {
        (0..2)
            .map(|at| {
                carry(devices, 1 - at, at, tick);
                devices[at].follow(tick)
            })
            .collect()
    };
    assert_eq!(round(&mut devices, &mut tick), [0, 1]);
    for (at, what) in [(0, "at noon, here"), (1, "at noon, there")] {
        let body = Body::Entry(entry("2026-11-24", "10:00", Some(5), what));
        let number = devices[at].number;
        let stamp = stamp_of(number, NOW + 10 + at as u64);
        devices[at].journal.put(id(0), body, stamp, Earlier::Kept);
    }
    let file = export_json(&devices[1].journal, &now(), "0.1.0");
    let plan = read_json(file.as_bytes()).expect("file").plan(&devices[0].journal, &now());
    assert_eq!(plan.ids(Fate::Conflict).collect::<Vec<_>>(), [id(0)]);
    let n_first: usize = (0..3).map(|_| round(&mut devices, &mut tick).iter().sum::<usize>()).sum();
    let n_again: usize = round(&mut devices, &mut tick).iter().sum();
    for device in &devices {
        let all = export_json(&device.journal, &now(), "0.1.0");
        assert!(all.contains("at noon, here") && all.contains("at noon, there"), "{all}");
    }
    assert_eq!((n_first, n_again), (2, 0));
    assert_eq!(n_devices(&devices[0].folder.lying()), 2);
    println!("M-11 both texts kept on both devices; brought in {n_first}, again {n_again}");
}

#[test]
fn ten_thousand_records_over_a_folder() {
    let mut devices = vec![Device::new(1), Device::new(2)];
    for record in generate::years(3, crate::common::day("2026-11-24"), 10_000) {
        devices[0].journal.load(record);
    }
    devices[1].journal.put(
        id(900),
        Body::Entry(entry("2026-11-24", "10:00", None, "there")),
        stamp(NOW),
        Earlier::Kept,
    );
    let mut tick = 0;
    devices[0].follow(&mut tick);
    carry(&mut devices, 0, 1, &mut tick);
    let mut n_changed = 0;
    let took = timed(|| n_changed = devices[1].follow(&mut tick));
    let looked = timed(|| {
        assert_ne!(signature(&devices[0].journal), signature(&devices[1].journal));
    });
    carry(&mut devices, 1, 0, &mut tick);
    assert_eq!(devices[0].follow(&mut tick), 1);
    // What was erased so long ago that nobody needs to know of it is not taken over.
    let living = |it: &Device| -> Vec<String> {
        let file = export_json(&it.journal, &now(), "0.1.0");
        let lines = file.lines().filter(|line| line.contains("\"body\":"));
        lines.map(|line| line.trim_end_matches(',').to_owned()).collect()
    };
    assert!(living(&devices[0]) == living(&devices[1]), "the two differ");
    assert!(living(&devices[0]).len() > 10_000);
    println!("M-15 {n_changed} records over a folder in {took:?}, two signatures in {looked:?}");
}
