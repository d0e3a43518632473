//! A folder of this device that the person chose, where the browser lets a page have one.
//!
//! Today that is Chromium on a computer and on Android. What is used is named by its words and not
//! by a list of what browsers have, so it works wherever it comes. The browser asks the person; a
//! page that was closed may have to ask again. The handle is kept in a database of its own, since
//! nothing else can hold one.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use satkarya_core::transfer::Lying;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbTransaction};

use super::redo_log::{completed, finished};
use super::window::{error_name, window};

/// The name of the database.
const NAME: &str = "sk1dir";
/// Its one store, and the one key in it.
const KEY: &str = "dir";
/// How many files of a folder are looked at.
const MOST: usize = 500;

/// Why something could not be done with a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// It, or the file, is not there any more.
    Gone,
    /// The person has not allowed it, or not in this visit.
    NotAllowed,
    /// There is no space left where it lies.
    Full,
    /// The person chose none.
    Cancelled,
    /// Another file was read back than was written.
    NotTheSame,
    /// The browser or the system would not.
    Refused,
}

impl From<JsValue> for Failed {
    fn from(error: JsValue) -> Self {
        match error_name(&error).as_str() {
            "NotFoundError" => Self::Gone,
            "NotAllowedError" | "SecurityError" => Self::NotAllowed,
            "QuotaExceededError" => Self::Full,
            "AbortError" => Self::Cancelled,
            _ => Self::Refused,
        }
    }
}

/// A folder.
#[derive(Debug, Clone)]
pub struct Folder(JsValue);

/// Whether this browser lets a page have a folder.
pub fn can_choose() -> bool {
    window().is_some_and(|window| {
        Reflect::get(&window, &"showDirectoryPicker".into()).is_ok_and(|it| it.is_function())
    })
}

/// Lets the person choose a folder. Call it while a tap is being answered.
///
/// # Errors
/// [`Failed`].
pub async fn choose() -> Result<Folder, Failed> {
    let window = window().ok_or(Failed::Refused)?;
    let options = options(&[("id", "copies".into()), ("mode", "readwrite".into())]);
    Ok(Folder(call(&window, "showDirectoryPicker", &[options]).await?))
}

impl Folder {
    /// The folder that is kept for this app; none where there is none.
    pub async fn kept() -> Option<Self> {
        let database = open().await.ok()?;
        let asked =
            begin(&database, "readonly").and_then(|it| it.object_store(KEY)?.get(&KEY.into()));
        let found = match asked {
            Ok(asked) => finished(&asked).await.ok(),
            Err(_) => None,
        };
        database.close();
        found.filter(JsValue::is_object).map(Self)
    }

    /// Keeps it for the next visits. Says whether that is possible.
    pub async fn keep(&self) -> bool {
        let Ok(database) = open().await else { return false };
        let begun = begin(&database, "readwrite").and_then(|begun| {
            begun.object_store(KEY)?.put_with_key(&self.0, &KEY.into())?;
            Ok(begun)
        });
        let is_kept = match begun {
            Ok(begun) => completed(&begun).await.is_ok(),
            Err(_) => false,
        };
        database.close();
        is_kept
    }

    /// Forgets whichever is kept, and the place where it was.
    pub fn forget() {
        if let Some(Ok(Some(factory))) = window().map(|window| window.indexed_db()) {
            // Where it cannot go now, it says nothing of what was written.
            drop(factory.delete_database(NAME));
        }
    }

    /// Whether it may be read and written in this visit. With `ask` the browser asks the person, if
    /// it has to; call it so only while a tap is being answered.
    pub async fn is_allowed(&self, ask: bool) -> bool {
        let name = if ask { "requestPermission" } else { "queryPermission" };
        let answer = call(&self.0, name, &[options(&[("mode", "readwrite".into())])]).await;
        answer.is_ok_and(|answer| answer.as_string().as_deref() == Some("granted"))
    }

    /// The files in it whose name ends so, not those in folders inside.
    ///
    /// # Errors
    /// [`Failed`].
    pub async fn list(&self, ending: &str) -> Result<Vec<Lying>, Failed> {
        let entries = call(&self.0, "values", &[]).await?;
        let mut found = Vec::new();
        while found.len() < MOST {
            let next = call(&entries, "next", &[]).await?;
            let Ok(entry) = Reflect::get(&next, &"value".into()) else { break };
            if !entry.is_object() {
                break;
            }
            let is_wanted =
                text(&entry, "kind") == "file" && text(&entry, "name").ends_with(ending);
            // One that has just gone is not there.
            if is_wanted && let Ok(file) = call(&entry, "getFile", &[]).await {
                found.push(lying(&file));
            }
        }
        Ok(found)
    }

    /// How a file lies there.
    ///
    /// # Errors
    /// [`Failed::Gone`] where there is none of this name; others as they come.
    pub async fn look(&self, name: &str) -> Result<Lying, Failed> {
        Ok(lying(&self.file(name).await?))
    }

    /// What is in a file.
    ///
    /// # Errors
    /// [`Failed`].
    pub async fn read(&self, name: &str) -> Result<Vec<u8>, Failed> {
        bytes(&self.file(name).await?).await
    }

    /// Writes a file whole: the browser writes beside it, and puts that in its place when all of it
    /// is there. Then it is read back and compared. Returns how it lies there now.
    ///
    /// It is put in its place only if `may_be` says so in that moment.
    ///
    /// # Errors
    /// [`Failed`]; what was there before is there still, but for [`Failed::NotTheSame`].
    pub async fn write(
        &self,
        name: &str,
        content: &[u8],
        may_be: impl Fn() -> bool,
    ) -> Result<Lying, Failed> {
        let is_new = self.file(name).await == Err(Failed::Gone);
        let written = self.put(name, content, may_be).await;
        if written.is_err() && is_new {
            // An empty file would be nobody's. One with something in it is somebody's.
            let left = self.look(name).await;
            if left.is_ok_and(|left| left.bytes == 0) {
                drop(call(&self.0, "removeEntry", &[name.into()]).await);
            }
        }
        written
    }

    async fn put(
        &self,
        name: &str,
        content: &[u8],
        may_be: impl Fn() -> bool,
    ) -> Result<Lying, Failed> {
        let create = options(&[("create", JsValue::TRUE)]);
        let handle = call(&self.0, "getFileHandle", &[name.into(), create]).await?;
        let stream = call(&handle, "createWritable", &[]).await?;
        let mut written = call(&stream, "write", &[Uint8Array::from(content).into()]).await;
        if !may_be() {
            written = Err(Failed::Cancelled);
        }
        if written.is_ok() {
            written = call(&stream, "close", &[]).await;
        }
        if let Err(failed) = written {
            // What was written beside it goes.
            drop(call(&stream, "abort", &[]).await);
            return Err(failed);
        }
        let file = call(&handle, "getFile", &[]).await?;
        if bytes(&file).await? == content { Ok(lying(&file)) } else { Err(Failed::NotTheSame) }
    }

    async fn file(&self, name: &str) -> Result<JsValue, Failed> {
        let handle = call(&self.0, "getFileHandle", &[name.into()]).await?;
        call(&handle, "getFile", &[]).await
    }
}

async fn open() -> Result<IdbDatabase, JsValue> {
    let refused = || JsValue::UNDEFINED;
    let factory = window().ok_or_else(refused)?.indexed_db()?.ok_or_else(refused)?;
    let request = factory.open_with_u32(NAME, 1)?;
    let upgrading = request.clone();
    let upgrade = Closure::once(move || {
        if let Ok(database) = upgrading.result().map(IdbDatabase::unchecked_from_js) {
            // Creation fails only if it exists already, which is what is wanted.
            drop(database.create_object_store(KEY));
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    Ok(finished(&request).await.map_err(|_| refused())?.unchecked_into())
}

fn begin(database: &IdbDatabase, mode: &str) -> Result<IdbTransaction, JsValue> {
    let method: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    Ok(method.call2(database, &KEY.into(), &mode.into())?.unchecked_into())
}

/// Calls a method by its name and waits for what it answers.
async fn call(this: &JsValue, name: &str, given: &[JsValue]) -> Result<JsValue, Failed> {
    let method: Function = Reflect::get(this, &name.into())?.dyn_into()?;
    let answer = Reflect::apply(&method, this, &given.iter().collect::<Array>())?;
    Ok(JsFuture::from(Promise::resolve(&answer)).await?)
}

fn options(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // Setting a member of a fresh object does not fail.
        drop(Reflect::set(&object, &(*name).into(), value));
    }
    object.into()
}

fn text(of: &JsValue, name: &str) -> String {
    Reflect::get(of, &name.into()).ok().and_then(|it| it.as_string()).unwrap_or_default()
}

fn number(of: &JsValue, name: &str) -> u64 {
    let found = Reflect::get(of, &name.into()).ok().and_then(|it| it.as_f64());
    // Sizes and milliseconds are whole numbers far below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
    let whole = found.unwrap_or_default().max(0.0) as u64;
    whole
}

fn lying(file: &JsValue) -> Lying {
    let (bytes, modified) = (number(file, "size"), number(file, "lastModified"));
    Lying { name: text(file, "name"), bytes, modified }
}

async fn bytes(file: &JsValue) -> Result<Vec<u8>, Failed> {
    Ok(Uint8Array::new(&call(file, "arrayBuffer", &[]).await?).to_vec())
}
