//! What the storage tests share: a model to compare with, scripts, and seeded dice.

use std::collections::BTreeMap;

use satkarya_core::store::fault::FaultStore;
use satkarya_core::store::{
    DraftName, FenceStep, FrameError, KeyValue, LogBatch, LogSnapshot, MemoryStore, Options,
    PartName, RecordChange, Repository, SaveOutcome, Saved, ShardName, StartReport, StorageKey,
    StoreError, fence, stored_generation,
};
use satkarya_core::time::Month;

pub(crate) type Disk = FaultStore<MemoryStore>;
pub(crate) type Repo = Repository<Disk>;

/// Everything that a person would miss.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Model {
    pub(crate) records: BTreeMap<(ShardName, String), String>,
    pub(crate) drafts: BTreeMap<DraftName, String>,
}

/// One step of a script.
#[derive(Debug, Clone)]
pub(crate) enum Op {
    Put(Vec<(ShardName, String, Option<String>)>),
    Draft(DraftName, String),
    Drop(DraftName),
    Read(ShardName),
}

impl Model {
    pub(crate) fn apply(&mut self, op: &Op) {
        match op {
            Op::Put(changes) => {
                for (shard, id, json) in changes {
                    let key = (*shard, id.clone());
                    match json {
                        Some(json) => drop(self.records.insert(key, json.clone())),
                        None => drop(self.records.remove(&key)),
                    }
                }
            }
            Op::Draft(name, json) => drop(self.drafts.insert(name.clone(), json.clone())),
            Op::Drop(name) => drop(self.drafts.remove(name)),
            Op::Read(_) => {}
        }
    }
}

pub(crate) fn month(year: i32, month: u32) -> ShardName {
    ShardName::Month(Month::new(year, month).unwrap())
}

pub(crate) fn part(shard: ShardName, number: u32) -> PartName {
    PartName { shard, number }
}

pub(crate) fn part_key(shard: ShardName, number: u32) -> String {
    StorageKey::Part(part(shard, number)).to_string()
}

pub(crate) fn options() -> Options {
    Options { identity: 77, ..Options::default() }
}

pub(crate) fn open(disk: &MemoryStore, log: Option<&LogSnapshot>) -> (Repo, StartReport) {
    Repository::open(FaultStore::new(disk.clone()), log.cloned(), options()).unwrap()
}

/// Does a step: where it is now, and what the log has to write. Nothing if it was refused.
pub(crate) fn run<K: KeyValue>(
    repo: &mut Repository<K>,
    op: &Op,
) -> Option<(SaveOutcome, LogBatch)> {
    let saved = match op {
        Op::Put(changes) => {
            let changes: Vec<_> = changes
                .iter()
                .map(|(shard, id, json)| RecordChange { shard: *shard, id, json: json.as_deref() })
                .collect();
            repo.put_records(&changes).ok()?
        }
        Op::Draft(name, json) => repo.put_draft(name, json),
        Op::Drop(name) => {
            let log = repo.drop_draft(name);
            Saved { outcome: SaveOutcome::InStore, log }
        }
        Op::Read(shard) => {
            let _ = repo.read(*shard);
            return None;
        }
    };
    Some((saved.outcome, saved.log))
}

/// Takes in what only the log has, as the app does: of two copies the greater JSON counts as the
/// newer one. Returns whether the log could be joined again.
pub(crate) fn rejoin<K: KeyValue>(
    repo: &mut Repository<K>,
    report: &StartReport,
    log: &mut LogSnapshot,
) -> bool {
    let mut known = BTreeMap::new();
    for shard in repo.shards() {
        let Ok(contents) = repo.read(shard) else { return false };
        let records = contents.records.into_iter();
        known.extend(records.map(|(id, json)| (id.to_owned(), json.to_owned())));
    }
    let newer = report.strays.iter().filter(|it| known.get(&it.id).is_none_or(|j| it.json > *j));
    let op = Op::Put(
        newer.map(|it| (it.shard, it.id.clone(), Some(it.json.clone()))).collect::<Vec<_>>(),
    );
    let Some((_, batch)) = run(repo, &op) else { return false };
    log.apply(&batch);
    if repo.is_apart_from_log() {
        let Ok(batch) = repo.rejoin_log() else { return false };
        log.apply(&batch);
        log.apply(&repo.log_rejoined());
    }
    true
}

/// Lets the log alone hold the months before one, with a log that works. Returns how many parts.
pub(crate) fn cool<K: KeyValue>(
    repo: &mut Repository<K>,
    log: &mut LogSnapshot,
    before: Month,
) -> usize {
    let Ok(batch) = repo.cool(before, u64::MAX) else { return 0 };
    let n_parts = batch.items.len();
    log.apply(&batch);
    let Ok(batch) = repo.cooled(batch) else { return 0 };
    log.apply(&batch);
    n_parts
}

/// Reads everything; panics on a damaged part.
pub(crate) fn contents<K: KeyValue>(repo: &mut Repository<K>) -> Model {
    let mut model = Model::default();
    for shard in repo.shards() {
        let contents = repo.read(shard).unwrap();
        assert_eq!(contents.problems, vec![], "{shard}");
        for (id, json) in contents.records {
            let old = model.records.insert((shard, id.to_owned()), json.to_owned());
            assert_eq!(old, None, "an id twice in {shard}");
        }
    }
    for name in repo.drafts().unwrap() {
        if let Some(json) = repo.draft(&name).unwrap() {
            model.drafts.insert(name, json);
        }
    }
    model
}

/// Everything has reached the disk, so the next start must not wait for it.
pub(crate) fn assert_no_wait(disk: &MemoryStore, log: &LogSnapshot, when: &str) {
    let (stored, logged) = (stored_generation(disk), log.generation);
    let step = fence(stored, Some(logged), 0);
    assert_eq!(step, FenceStep::Proceed, "{when}: stored {stored:?}, logged {logged}");
}

/// Number of readable records, and the parts that are not.
pub(crate) fn count<K: KeyValue>(
    repo: &mut Repository<K>,
    shard: ShardName,
) -> (usize, Vec<FrameError>) {
    let contents = repo.read(shard).unwrap();
    (contents.records.len(), contents.problems.iter().map(|problem| problem.error).collect())
}

/// Dice with a seed (xorshift).
#[derive(Debug, Clone)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, n: u64) -> u64 {
        (self.next() >> 11) % n
    }

    pub(crate) fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[usize::try_from(self.below(list.len() as u64)).unwrap()]
    }

    /// Text that does not shrink.
    pub(crate) fn noise(&mut self, letters: usize) -> String {
        (0..letters).map(|_| char::from(b'a' + u8::try_from(self.below(26)).unwrap())).collect()
    }
}

pub(crate) const IDS: [&str; 9] = ["a1", "b2", "c3", "d4", "e5", "f6", "g7", "h\"8", "ई"];

pub(crate) fn shards() -> [ShardName; 4] {
    [ShardName::Profile, month(2026, 9), month(2026, 10), month(2026, 11)]
}

/// A step that people could take: mostly one record, sometimes several, moves, drafts.
pub(crate) fn random_op(dice: &mut Dice) -> Op {
    let change = |dice: &mut Dice| {
        let json = format!(r#"{{"text":"{}"}}"#, dice.below(1_000_000));
        let json = (dice.below(4) > 0).then_some(json);
        (*dice.of(&shards()), (*dice.of(&IDS)).to_owned(), json)
    };
    let name = |dice: &mut Dice| {
        let id: &str = IDS[usize::try_from(dice.below(3)).unwrap()];
        DraftName::new("tab", id).unwrap()
    };
    match dice.below(10) {
        0..=3 => Op::Put(vec![change(dice)]),
        4..=5 => Op::Put((0..=dice.below(5)).map(|_| change(dice)).collect()),
        6 => {
            let (from, to) = (*dice.of(&shards()), *dice.of(&shards()));
            let id = (*dice.of(&IDS)).to_owned();
            let moved = r#"{"moved":true}"#.to_owned();
            Op::Put(vec![(from, id.clone(), None), (to, id, Some(moved))])
        }
        7 => Op::Draft(name(dice), format!(r#"{{"draft":{}}}"#, dice.below(1000))),
        8 => Op::Drop(name(dice)),
        _ => Op::Read(*dice.of(&shards())),
    }
}

/// The same steps every time.
pub(crate) fn script(steps: usize, seed: u64) -> Vec<Op> {
    let mut dice = Dice(seed);
    (0..steps).map(|_| random_op(&mut dice)).collect()
}

/// A session before each step of a script, with what the log has.
pub(crate) struct Moment {
    pub(crate) repo: Repo,
    pub(crate) log: LogSnapshot,
    pub(crate) before: Model,
    pub(crate) after: Model,
    pub(crate) op: Op,
    pub(crate) next: Op,
    pub(crate) calls: u64,
}

pub(crate) fn moments(steps: usize, seed: u64) -> Vec<Moment> {
    let script = script(steps + 1, seed);
    let (mut repo, _) = open(&MemoryStore::new(), Some(&LogSnapshot::default()));
    let mut log = LogSnapshot::default();
    let mut model = Model::default();
    let mut moments = Vec::new();
    for pair in script.windows(2) {
        let before = model.clone();
        model.apply(&pair[0]);
        if moments.len() % 3 == 0 {
            // A fresh session, which has to read before it writes.
            repo = open(repo.store().inner(), Some(&log)).0;
        }
        let saved_repo = repo.clone();
        let saved_log = log.clone();
        let start = repo.store().calls();
        if let Some((_, batch)) = run(&mut repo, &pair[0]) {
            log.apply(&batch);
        }
        moments.push(Moment {
            calls: repo.store().calls() - start,
            repo: saved_repo,
            log: saved_log,
            before,
            after: model.clone(),
            op: pair[0].clone(),
            next: pair[1].clone(),
        });
    }
    assert_eq!(contents(&mut repo), model, "the script itself");
    moments
}

/// A store that remembers what it was before every change.
#[derive(Default)]
pub(crate) struct Recorder {
    pub(crate) now: MemoryStore,
    pub(crate) past: Vec<MemoryStore>,
}

impl KeyValue for Recorder {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.now.get(key)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.past.push(self.now.clone());
        self.now.set(key, value)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.past.push(self.now.clone());
        self.now.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.now.keys()
    }
}
