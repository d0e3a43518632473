//! The lock and the months that only the redo log holds.

use crate::store_support::*;
use crate::vault_passage::{KEYS, Way, before};
use crate::vault_support::*;
use satkarya_core::store::KeyValue as _;
use satkarya_core::vault::{Passage, PassageError, SealedStore};

/// The bytes of a damaged part that only the log has are kept when the vault is turned off.
#[test]
fn a_damaged_part_that_only_the_log_has_is_kept() {
    let entropy = Seeded::new(0x5EED_060C);
    let (mut home, model, mut off) = before(Way::Off, &entropy);
    let vault = unlock(&home, &KEYS).unwrap();
    let store = SealedStore::new(home.disk.clone(), entropy.clone(), &vault);
    let key = part_key(month(2026, 10), 1);
    let name = store.sealed_key(&key).unwrap();
    let mut bytes = String::new();
    for item in home.log.items.iter_mut().filter(|item| item.key == name) {
        let mut text = item.value.take().unwrap();
        text.pop();
        bytes.clone_from(&text);
        item.value = Some(text);
    }
    go(&mut off, &mut home.disk, &mut home.log).unwrap();
    let Opened::Plain(mut repo) = start(&mut home, &entropy, &KEYS) else { panic!("sealed") };
    let kept = home.log.items.iter().find(|item| item.key == key).unwrap();
    assert!(kept.value.as_ref().unwrap().contains(&bytes), "its bytes are there");
    assert_eq!(count(&mut repo, month(2026, 10)).1.len(), 1, "and it is said");
    let others = model.records.keys().filter(|(shard, _)| *shard == month(2026, 9)).count();
    assert_eq!(count(&mut repo, month(2026, 9)), (others, vec![]));
}

/// Without the log nothing is turned on, off or over: what only it has would stay in the other form.
#[test]
fn no_passage_begins_without_a_log_that_holds_part_of_the_diary() {
    let entropy = Seeded::new(0x5EED_060D);
    for way in [Way::On, Way::NewKey, Way::Off] {
        let (mut home, model, mut passage) = before(way, &entropy);
        let disk = home.disk.clone();
        assert_eq!(passage.step(&mut home.disk, None), Err(PassageError::NeedsLog), "{way:?}");
        assert_eq!(home.disk, disk, "{way:?}: something was changed");
        let mut repo = start(&mut home, &entropy, &KEYS);
        let found = match &mut repo {
            Opened::Plain(repo) => contents(repo),
            Opened::Sealed(repo) => contents(repo),
        };
        assert_eq!(found, model, "{way:?}");
    }
    // Where everything is in localStorage it goes on as before.
    let (mut home, _) = home();
    let mut passage = Passage::of(new_vault(&entropy), entropy.clone()).unwrap();
    assert!(passage.step(&mut home.disk, None).is_ok());
}
