//! What the tests of the vault share: random numbers that are the same every time, a passphrase
//! that is already derived, and a search for what a person wrote.

use std::cell::Cell;
use std::rc::Rc;

use crate::store_support::*;
use satkarya_core::port::{Entropy, NoEntropy};
use satkarya_core::store::{
    KeyValue, LogBatch, LogSnapshot, MemoryStore, Repository, ShardName, units,
};
use satkarya_core::vault::{
    Cost, Derived, Found, Next, Opener, Passage, PassageError, SealedStore, Vault, copies,
};

/// Random numbers with a seed, which never come twice, also where it was cloned.
#[derive(Clone)]
pub(crate) struct Seeded(Rc<Cell<Option<u64>>>);

impl Seeded {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Rc::new(Cell::new(Some(seed))))
    }

    /// From now on there are none.
    pub(crate) fn fail(&self) {
        self.0.set(None);
    }
}

impl Entropy for Seeded {
    fn bytes(&self) -> Result<[u8; 16], NoEntropy> {
        let mut dice = Dice(self.0.get().ok_or(NoEntropy)?);
        let (high, low) = (dice.next(), dice.next());
        self.0.set(Some(dice.0));
        let both = u128::from(high) << 64 | u128::from(low);
        Ok(both.wrapping_mul(0xDA94_2042_E4DD_58B5_94D0_49BB_1331_11EB).to_be_bytes())
    }
}

/// What a passphrase might have been derived to: the tests of storage need no work.
pub(crate) const KEY: [u8; 32] = [9; 32];

pub(crate) fn derived(key: &[u8; 32]) -> Derived<'_> {
    Derived { key, salt: [4; 16], cost: Cost::USUAL }
}

pub(crate) fn new_vault(entropy: &Seeded) -> Vault {
    vault_of(entropy, derived(&KEY))
}

pub(crate) fn vault_of(entropy: &Seeded, passphrase: Derived<'_>) -> Vault {
    let made = copies::create(&MemoryStore::new(), None, entropy, passphrase);
    made.unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) type Sealed<K> = SealedStore<K, Seeded>;

/// What survives of a session.
#[derive(Clone)]
pub(crate) struct Home {
    pub(crate) disk: MemoryStore,
    pub(crate) log: LogSnapshot,
}

/// A diary that is open.
pub(crate) enum Opened {
    Plain(Repository<MemoryStore>),
    Sealed(Repository<Sealed<MemoryStore>>),
}

/// Goes all the way, with a log that works.
pub(crate) fn go<K: KeyValue>(
    passage: &mut Passage<Seeded>,
    kv: &mut K,
    log: &mut LogSnapshot,
) -> Result<(), PassageError> {
    loop {
        match passage.step(kv, Some(log))? {
            Next::Again => {}
            Next::Log(batch) => {
                log.apply(&batch);
                passage.logged();
            }
            Next::Over => return Ok(()),
        }
    }
}

/// Opens the vault of a home with one of two keys; panics where neither or both fit.
pub(crate) fn unlock(home: &Home, keys: &[[u8; 32]]) -> Option<Vault> {
    match copies::find(&home.disk, Some(&home.log)).unwrap() {
        Found::Nothing => None,
        Found::Unusable(error) => panic!("unusable: {error}"),
        Found::Locked(header) => {
            let opened: Vec<Vault> = keys
                .iter()
                .filter_map(|key| Vault::open(&header, Opener::Passphrase(key)).ok())
                .collect();
            let [vault] = <[Vault; 1]>::try_from(opened).ok().expect("exactly one key opens");
            Some(vault)
        }
    }
}

/// Does what an app does at the start: looks for a vault, opens it, finishes what is under way,
/// opens the diary.
pub(crate) fn start(home: &mut Home, entropy: &Seeded, keys: &[[u8; 32]]) -> Opened {
    if let Some(mut vault) = unlock(home, keys) {
        let batch = copies::write(&mut home.disk, &vault).unwrap();
        drop(batch);
        if let Some(mut passage) = Passage::of(vault.clone(), entropy.clone()) {
            go(&mut passage, &mut home.disk, &mut home.log).unwrap();
            vault = passage.vault().clone();
        }
        if copies::find(&home.disk, Some(&home.log)).unwrap() != Found::Nothing {
            return Opened::Sealed(open_sealed(home, entropy, &vault));
        }
    }
    let (repo, report) =
        Repository::open(home.disk.clone(), Some(home.log.clone()), options()).unwrap();
    home.log.apply(&report.log);
    Opened::Plain(repo)
}

pub(crate) fn open_sealed(
    home: &mut Home,
    entropy: &Seeded,
    vault: &Vault,
) -> Repository<Sealed<MemoryStore>> {
    let store = SealedStore::new(home.disk.clone(), entropy.clone(), vault);
    let log = store.open_log(home.log.clone());
    let (repo, report) = Repository::open(store, Some(log), options()).unwrap();
    home.log.apply(&repo.store().seal_batch(report.log).unwrap());
    repo
}

/// Does a step in a sealed diary, with a log that works.
pub(crate) fn run_sealed(
    repo: &mut Repository<Sealed<MemoryStore>>,
    log: &mut LogSnapshot,
    op: &Op,
) {
    if let Some((_, batch)) = run(repo, op) {
        let batch: LogBatch = repo.store().seal_batch(batch).unwrap();
        log.apply(&batch);
    }
}

/// Everything in a home that somebody can read: every key and value, unpacked as far as it goes.
pub(crate) fn readable(home: &Home) -> String {
    let mut all = String::new();
    let kept = home.disk.keys().unwrap().into_iter().map(|key| {
        let value = home.disk.get(&key).unwrap();
        (key, value)
    });
    let logged = home.log.items.iter().map(|item| (item.key.clone(), item.value.clone()));
    for (key, value) in kept.chain(logged) {
        all.push_str(&key);
        all.push('\n');
        let mut layers = value.into_iter().collect::<Vec<String>>();
        while let Some(text) = layers.pop() {
            all.push_str(&text);
            all.push('\n');
            // Whatever follows any bar may be packed bytes, which may be deflated or not.
            for piece in text.split('|').filter_map(|piece| units::decode(piece.trim()).ok()) {
                all.push_str(&String::from_utf8_lossy(&piece));
                if let Ok(inflated) = miniz_oxide::inflate::decompress_to_vec(&piece) {
                    let inner = String::from_utf8_lossy(&inflated).into_owned();
                    // An operation under way holds frames, in quotation marks.
                    layers.extend(
                        inner.split('"').filter(|it| it.starts_with("SK1|")).map(str::to_owned),
                    );
                    all.push_str(&inner);
                }
            }
        }
    }
    all
}

/// Words that the diary of [`home`] holds, and names that would tell of it.
pub(crate) const CANARIES: [&str; 9] = [
    "zebra-77",
    "Asha",
    "nobody-knows",
    "half-typed",
    "this-device",
    "2026-11",
    "2026-10",
    "profile",
    "\"records\"",
];

/// A plain diary with a log: records in several months, drafts, the device, one deleted.
pub(crate) fn home() -> (Home, Model) {
    let (mut repo, _) =
        Repository::open(MemoryStore::new(), Some(LogSnapshot::default()), options()).unwrap();
    let mut log = LogSnapshot::default();
    let mut model = Model::default();
    let text = |text: &str| Some(format!(r#"{{"text":"{text}"}}"#));
    let mut ops = script(12, 0x5EED_0600);
    ops.extend([
        Op::Put(vec![
            (month(2026, 11), "z1".to_owned(), text("zebra-77")),
            (month(2026, 10), "z2".to_owned(), text("nobody-knows")),
            (shards()[0], "z3".to_owned(), text("Asha")),
        ]),
        Op::Draft(
            satkarya_core::store::DraftName::new("tab", "entry").unwrap(),
            text("half-typed").unwrap(),
        ),
        // Saved again, so that the log and localStorage stand at different generations.
        Op::Put(vec![(month(2026, 11), "z4".to_owned(), text("zebra-77 again"))]),
    ]);
    for op in ops {
        if let Some((_, batch)) = run(&mut repo, &op) {
            log.apply(&batch);
        }
        model.apply(&op);
    }
    log.apply(&repo.put_device(r#"{"name":"this-device"}"#).log);
    (Home { disk: repo.into_store(), log }, model)
}

/// The same, in which the log holds the only copy of the older months.
pub(crate) fn home_with_cold() -> (Home, Model) {
    let (Home { disk, mut log }, model) = home();
    let (mut repo, _) = Repository::open(disk, Some(log.clone()), options()).unwrap();
    let ShardName::Month(newest) = month(2026, 11) else { panic!("a month") };
    assert!(cool(&mut repo, &mut log, newest) > 0);
    (Home { disk: repo.into_store(), log }, model)
}
