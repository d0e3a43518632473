//! What takes long or much memory, beside the page: see `public/work.js`.
//!
//! The module runs a second time, in a worker that lives for one job: the page stays free, and the
//! memory of the job goes with the worker, with what was secret in it. What a job is stands in
//! `satkarya_core::vault::job`.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use satkarya_core::vault::age::{AgeError, WriteError};
use satkarya_core::vault::job::{self, Cleared, Garbled, Key};
use satkarya_core::vault::kdf::SALT;
use satkarya_core::vault::{Cost, DeriveError, Passphrase};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CustomEvent, CustomEventInit};

use super::entropy::BrowserEntropy;
use super::window::window;

/// Why a job has no answer. None says anything about what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotDone {
    /// The browser starts no worker, or not with this module.
    NoWorker,
    /// The device has not got the memory for the module or the job.
    NoMemory,
    /// It stopped on its way.
    Stopped,
}

impl From<Garbled> for NotDone {
    fn from(_: Garbled) -> Self {
        Self::Stopped
    }
}

/// Whether the module runs in a page, and not in a worker.
pub fn is_page() -> bool {
    window().is_some()
}

/// Does a job. Called in the worker, by `public/work.js` alone.
#[wasm_bindgen]
pub fn work(given: &Uint8Array) -> Uint8Array {
    let job = take(given);
    Uint8Array::from(&job::run(&job, &BrowserEntropy)[..])
}

/// Measures the device, to choose a cost by: the milliseconds of [`Cost::PROBE`].
///
/// # Errors
/// [`NotDone`].
pub async fn probe() -> Result<u32, NotDone> {
    let (answer, took) = ask(&job::derive(&Passphrase::typed(""), &[0; SALT], Cost::PROBE)).await?;
    match job::derived(&answer)? {
        Ok(_) => Ok(took),
        Err(DeriveError::NoMemory) => Err(NotDone::NoMemory),
        Err(DeriveError::Refused) => Err(NotDone::Stopped),
    }
}

/// Derives a key of a passphrase.
///
/// # Errors
/// [`NotDone`]. That the job's own memory cannot be had is [`NotDone::NoMemory`] too; costs
/// outside what is allowed are [`NotDone::Stopped`], and never get here from a header that was read.
pub async fn derive(
    passphrase: &Passphrase,
    salt: &[u8; SALT],
    cost: Cost,
) -> Result<Key, NotDone> {
    let (answer, _) = ask(&job::derive(passphrase, salt, cost)).await?;
    job::derived(&answer)?.map_err(|error| match error {
        DeriveError::NoMemory => NotDone::NoMemory,
        DeriveError::Refused => NotDone::Stopped,
    })
}

/// Writes an age file. It counts only when [`open`] has opened the bytes that are handed on.
///
/// # Errors
/// [`NotDone`]; inside, as [`satkarya_core::vault::age::seal`].
pub async fn write(
    plain: &[u8],
    passphrase: &Passphrase,
    work: u8,
) -> Result<Result<Vec<u8>, WriteError>, NotDone> {
    let (answer, _) = ask(&job::write(plain, passphrase, work)).await?;
    Ok(job::written(&answer)?)
}

/// Opens an age file. Read its header in the page before, to see what it asks for.
///
/// # Errors
/// [`NotDone`]; inside, as [`satkarya_core::vault::age::AgeFile::open`].
pub async fn open(
    file: &[u8],
    passphrase: &Passphrase,
) -> Result<Result<Cleared, AgeError>, NotDone> {
    let (answer, _) = ask(&job::open(file, passphrase)).await?;
    Ok(job::opened(&answer)?)
}

/// Hands a job to a worker and waits for its answer and the milliseconds that it took there.
async fn ask(job: &[u8]) -> Result<(Cleared, u32), NotDone> {
    let (sender, answered) = futures_channel::oneshot::channel();
    let sender = RefCell::new(Some(sender));
    let done = Closure::<dyn Fn(JsValue, f64)>::new(move |answer: JsValue, took: f64| {
        if let Some(sender) = sender.borrow_mut().take() {
            // Whoever asked may be gone; the answer is cleared all the same.
            _ = sender.send((read(&answer), took));
        }
    });
    // The copy for the worker is handed over, not copied again: nothing of it stays in the page.
    let detail =
        Array::of3(&wasm_bindgen::module(), &Uint8Array::from(job), done.as_ref().unchecked_ref());
    let options = CustomEventInit::new();
    options.set_detail(&detail);
    let event = CustomEvent::new_with_event_init_dict("sk:work", &options);
    let (Some(window), Ok(event)) = (window(), event) else { return Err(NotDone::NoWorker) };
    drop(window.dispatch_event(&event));
    let (answer, took) = answered.await.map_err(|_| NotDone::Stopped)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative")]
    let took = took.max(0.0) as u32;
    Ok((answer?, took))
}

fn read(answer: &JsValue) -> Result<Cleared, NotDone> {
    if let Some(bytes) = answer.dyn_ref::<Uint8Array>() {
        return Ok(take(bytes));
    }
    Err(match answer.as_string().as_deref() {
        Some("memory") => NotDone::NoMemory,
        Some("start") => NotDone::NoWorker,
        _ => NotDone::Stopped,
    })
}

/// Takes bytes over and leaves zeros behind.
fn take(bytes: &Uint8Array) -> Cleared {
    let taken = Cleared::new(bytes.to_vec());
    bytes.fill(0, 0, bytes.length());
    taken
}
