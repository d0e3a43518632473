//! The redo log in IndexedDB: a second copy of the latest writes, on disk when it says so.
//!
//! localStorage returns before anything reaches the disk; a browser that is killed in the next
//! seconds forgets the write. A finished IndexedDB transaction is kept. It is asked for with
//! `durability: "strict"`, which the `idb` crate cannot ask for, so this talks to the browser
//! itself.

use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;

use futures_util::future::{Either, select};
use js_sys::{Array, Function, Object, Promise, Reflect};
use satkarya_core::port::RedoLog;
use satkarya_core::store::log::replaces;
use satkarya_core::store::{Erased, LogAccess, LogBatch, LogItem, LogSnapshot};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

use super::window::window;

/// The name of the database.
const NAME: &str = "sk1log";
/// The store of values, by storage key.
const LOG: &str = "log";
/// The store of facts about the log itself.
const META: &str = "meta";
/// The fact: the highest generation of any batch.
const GENERATION: &str = "generation";
/// The fact: which diary was erased on purpose, and how far it had come.
const ERASED: &str = "erased";
/// How long the browser may take to open the database, and then to read it, before the app goes on
/// without it.
const PATIENCE_MS: u32 = 2000;

/// The redo log could not be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogUnavailable;

impl From<JsValue> for LogUnavailable {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// An open redo log.
#[derive(Debug, Clone)]
pub struct IdbLog(IdbDatabase);

impl IdbLog {
    async fn open_patiently() -> Result<Self, LogUnavailable> {
        let factory = window().ok_or(LogUnavailable)?.indexed_db()?.ok_or(LogUnavailable)?;
        let request = factory.open_with_u32(NAME, 1)?;
        let upgrading = request.clone();
        let upgrade = Closure::once(move || {
            let Ok(database) = upgrading.result().map(IdbDatabase::unchecked_from_js) else {
                return;
            };
            // Creation fails only if a store exists already, which is what is wanted.
            drop(database.create_object_store(LOG));
            drop(database.create_object_store(META));
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        Ok(Self(finished(&request).await?.unchecked_into()))
    }

    /// Everything in the log.
    ///
    /// # Errors
    /// [`LogUnavailable`] if the database fails.
    pub async fn read(&self) -> Result<LogSnapshot, LogUnavailable> {
        let transaction = self.begin("readonly")?;
        let log = transaction.object_store(LOG)?;
        let meta = transaction.object_store(META)?;
        let keys = log.get_all_keys()?;
        let values = log.get_all()?;
        let generation = meta.get(&GENERATION.into())?;
        let erased = meta.get(&ERASED.into())?;
        let keys = Array::from(&finished(&keys).await?);
        let values = Array::from(&finished(&values).await?);
        let generation = finished(&generation).await?.as_f64().map_or(0, whole);
        let erased = erased_from(&finished(&erased).await?);
        let items = keys.iter().zip(values.iter()).filter_map(|(key, value)| item(&key, &value));
        Ok(LogSnapshot { generation, erased, items: items.collect() })
    }

    /// Writes a batch in one transaction; returns once it is on disk.
    async fn write_batch(&self, batch: LogBatch) -> Result<(), LogUnavailable> {
        let transaction = self.begin("readwrite")?;
        if let Err(error) = Self::fill(&transaction, &batch) {
            // Half of a batch is not kept.
            drop(transaction.abort());
            return Err(error);
        }
        completed(&transaction).await
    }

    fn fill(transaction: &IdbTransaction, batch: &LogBatch) -> Result<(), LogUnavailable> {
        let log = transaction.object_store(LOG)?;
        let meta = transaction.object_store(META)?;
        if let Some(erased) = batch.erase {
            log.clear()?;
            meta.clear()?;
            meta.put_with_key(&erased_to(erased), &ERASED.into())?;
        }
        for key in &batch.forget {
            log.delete(&key.into())?;
        }
        for item in &batch.items {
            put(&log, item)?;
        }
        raise(&meta, batch.generation)
    }

    /// Begins a transaction that counts as finished only when it is on disk.
    fn begin(&self, mode: &str) -> Result<IdbTransaction, LogUnavailable> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let method: Function = Reflect::get(&self.0, &"transaction".into())?.unchecked_into();
        let stores = Array::of2(&LOG.into(), &META.into());
        let begun = method.call3(&self.0, &stores, &mode.into(), &options)?;
        Ok(begun.unchecked_into())
    }
}

/// The redo log of this window, which may open late.
///
/// A browser that is busy may take longer than the person should wait: then the app goes on
/// without the log and says so in its weaker words. When the log is there, the store is opened
/// again with it; until then nothing is written to it, since it may hold what localStorage lost.
#[derive(Clone, Default)]
pub struct LateLog(Rc<RefCell<Held>>);

/// The log and what is known of it.
#[derive(Default)]
struct Held {
    log: Option<IdbLog>,
    access: LogAccess,
    /// Whether the start's read is over, for which the person had to wait.
    is_started: bool,
    /// Called when the log opens after the wait for it has ended.
    on_late: Option<Rc<dyn Fn()>>,
}

impl LateLog {
    /// Begins to open the log and waits for it, but not longer than two seconds.
    pub async fn open() -> Self {
        let log = Self::default();
        log.join().await;
        log
    }

    /// Opens the log again if it was let go of, as [`Self::open`] does. For a tab that writes:
    /// where everything was erased this makes a new log.
    pub async fn reopen(&self) {
        if self.get().is_none() {
            self.join().await;
        }
    }

    /// Calls back when the log opens late, to open the store again with it: at once if it is
    /// there already and nobody has read it.
    pub fn on_late(&self, then: impl Fn() + 'static) {
        let then: Rc<dyn Fn()> = Rc::new(then);
        self.0.borrow_mut().on_late = Some(Rc::clone(&then));
        if self.0.borrow().access.is_late() {
            then();
        }
    }

    /// Everything in the log; nothing if it is not open or fails. From now on it may be written
    /// to, or, if it failed, no more.
    ///
    /// The first read, with which the app starts, is waited for two seconds: `WebKit` lets it stand
    /// for as long as a page that was left in the middle of a write is not gone. It then counts as
    /// late, and the next one takes as long as it takes.
    pub async fn read(&self) -> Option<LogSnapshot> {
        let is_started = std::mem::replace(&mut self.0.borrow_mut().is_started, true);
        let log = self.get()?;
        let read = if is_started {
            log.read().await.ok()
        } else {
            let patience = gloo_timers::future::TimeoutFuture::new(PATIENCE_MS);
            match select(pin!(log.read()), patience).await {
                Either::Left((read, _)) => read.ok(),
                Either::Right(_) => None,
            }
        };
        let mut held = self.0.borrow_mut();
        if held.log.is_some() {
            held.access = if read.is_some() { LogAccess::Read } else { LogAccess::Unread };
        }
        read
    }

    async fn join(&self) {
        let (sender, opened) = futures_channel::oneshot::channel();
        let late = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            late.take(IdbLog::open_patiently().await);
            // Nobody listens any more if it took too long.
            if sender.send(()).is_err() {
                let held = late.0.borrow();
                let then = held.on_late.clone().filter(|_| held.access.is_late());
                drop(held);
                if let Some(then) = then {
                    then();
                }
            }
        });
        let patience = gloo_timers::future::TimeoutFuture::new(PATIENCE_MS);
        select(opened, patience).await;
    }

    fn take(&self, opened: Result<IdbLog, LogUnavailable>) {
        if let Ok(log) = &opened {
            self.let_go_when_asked(&log.0);
        }
        let mut held = self.0.borrow_mut();
        held.access = if opened.is_ok() { LogAccess::Unread } else { LogAccess::Missing };
        held.log = opened.ok();
    }

    /// Whoever erases everything must be able to: nobody holds on to a log that is to go.
    fn let_go_when_asked(&self, database: &IdbDatabase) {
        let (held, closing) = (Rc::downgrade(&self.0), database.clone());
        let close = Closure::<dyn FnMut()>::new(move || {
            closing.close();
            if let Some(held) = held.upgrade() {
                let mut held = held.borrow_mut();
                held.log = None;
                held.access = LogAccess::Closed;
            }
        });
        database.set_onversionchange(Some(close.as_ref().unchecked_ref()));
        close.forget();
    }

    /// The log, if it is open.
    fn get(&self) -> Option<IdbLog> {
        self.0.borrow().log.clone()
    }
}

impl RedoLog for LateLog {
    fn write(&self, batch: LogBatch, done: Box<dyn FnOnce(bool)>) {
        let may_write = self.0.borrow().access.may_write();
        match self.get().filter(|_| may_write) {
            Some(log) => log.write(batch, done),
            None => done(false),
        }
    }

    fn is_missing(&self) -> bool {
        self.0.borrow().access == LogAccess::Missing
    }
}

impl RedoLog for IdbLog {
    fn write(&self, batch: LogBatch, done: Box<dyn FnOnce(bool)>) {
        let log = self.clone();
        // Tasks begin in the order in which they are spawned, and so do their transactions.
        wasm_bindgen_futures::spawn_local(async move {
            done(log.write_batch(batch).await.is_ok());
        });
    }
}

fn item(key: &JsValue, value: &JsValue) -> Option<LogItem> {
    Some(LogItem {
        key: key.as_string()?,
        generation: generation_of(value)?,
        value: Reflect::get(value, &"value".into()).ok()?.as_string(),
    })
}

/// Puts an item in place of an older one. The look at the old one belongs to the transaction, so
/// that no other tab comes in between.
fn put(log: &IdbObjectStore, item: &LogItem) -> Result<(), LogUnavailable> {
    let (key, generation) = (JsValue::from_str(&item.key), item.generation);
    let value = Object::new();
    let text = item.value.as_deref().map_or(JsValue::NULL, JsValue::from_str);
    Reflect::set(&value, &"gen".into(), &number(generation))?;
    Reflect::set(&value, &"value".into(), &text)?;
    let (asked, target) = (log.get(&key)?, log.clone());
    then(&asked, move |old| {
        if generation_of(old).is_none_or(|old| replaces(generation, old)) {
            put_or_abort(&target, &value, &key);
        }
    });
    Ok(())
}

/// Within a transaction that is under way: where nothing can be put, all of it is undone, which
/// whoever waits for it is told.
fn put_or_abort(store: &IdbObjectStore, value: &JsValue, key: &JsValue) {
    if store.put_with_key(value, key).is_err() {
        drop(store.transaction().abort());
    }
}

fn generation_of(value: &JsValue) -> Option<u64> {
    Reflect::get(value, &"gen".into()).ok()?.as_f64().map(whole)
}

/// Goes on with the answer to a request, within its transaction.
fn then(request: &IdbRequest, act: impl FnOnce(&JsValue) + 'static) {
    let asked = request.clone();
    let act = Closure::once_into_js(move || {
        if let Ok(answer) = asked.result() {
            act(&answer);
        }
    });
    request.set_onsuccess(Some(act.unchecked_ref()));
}

/// An identity is any 64 bits, which a JavaScript number cannot hold: it is kept as text.
fn erased_to(erased: Erased) -> JsValue {
    JsValue::from_str(&format!("{} {}", erased.identity, erased.generation))
}

fn erased_from(value: &JsValue) -> Option<Erased> {
    let text = value.as_string()?;
    let (identity, generation) = text.split_once(' ')?;
    Some(Erased { identity: identity.parse().ok()?, generation: generation.parse().ok()? })
}

/// Raises the log's generation; it never goes back.
fn raise(meta: &IdbObjectStore, generation: u64) -> Result<(), LogUnavailable> {
    let (asked, target) = (meta.get(&GENERATION.into())?, meta.clone());
    then(&asked, move |old| {
        if generation > old.as_f64().map_or(0, whole) {
            put_or_abort(&target, &number(generation), &GENERATION.into());
        }
    });
    Ok(())
}

/// Generations count writes; a JavaScript number holds the first 9,007,199,254,740,992 exactly.
#[expect(clippy::cast_precision_loss, reason = "exact below 2^53, which no diary reaches")]
fn number(generation: u64) -> JsValue {
    JsValue::from_f64(generation as f64)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "written by `number`")]
fn whole(value: f64) -> u64 {
    value.max(0.0) as u64
}

/// Waits for a request.
pub(super) async fn finished(request: &IdbRequest) -> Result<JsValue, LogUnavailable> {
    let promise = promise(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
    });
    JsFuture::from(promise).await?;
    Ok(request.result()?)
}

/// Waits until a transaction is on disk.
pub(super) async fn completed(transaction: &IdbTransaction) -> Result<(), LogUnavailable> {
    let promise = promise(|resolve, reject| {
        transaction.set_oncomplete(Some(resolve));
        transaction.set_onerror(Some(reject));
        transaction.set_onabort(Some(reject));
    });
    JsFuture::from(promise).await?;
    Ok(())
}

fn promise(listen: impl FnOnce(&Function, &Function)) -> Promise {
    let listen = Rc::new(RefCell::new(Some(listen)));
    Promise::new(&mut |resolve, reject| {
        if let Some(listen) = listen.borrow_mut().take() {
            listen(&resolve, &reject);
        }
    })
}
