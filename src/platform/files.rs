//! Files that the person saves and opens. Nothing is sent anywhere.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

use super::window::document;

/// Hands a file to the browser's downloads. Returns whether the browser took it.
///
/// `name` must say nothing of what is inside.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    blob(media_type, bytes).is_some_and(|blob| hand_over(name, &blob).is_some())
}

/// Bytes as the browser holds them.
pub(super) fn blob(media_type: &str, bytes: &[u8]) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()
}

/// Hands what the browser holds to its downloads; none where it refuses.
pub(super) fn hand_over(name: &str, blob: &Blob) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let link = document()?.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own hold on the blob only after it began.
    gloo_timers::callback::Timeout::new(60_000, move || {
        drop(Url::revoke_object_url(&url));
    })
    .forget();
    Some(())
}

/// Why a chosen file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// Larger than the limit, which is checked before anything is read.
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// The browser could not read it.
    Failed,
}

/// Reads the file chosen in an `<input type="file">`, if it is no larger than `limit` bytes,
/// and empties the input so that the same file can be chosen again.
pub fn read_chosen(
    input: &HtmlInputElement,
    limit: u32,
    done: impl FnOnce(Result<Vec<u8>, Unreadable>) + 'static,
) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    input.set_value("");
    if let Some(too_large) = too_large(&file, limit) {
        return done(Err(too_large));
    }
    wasm_bindgen_futures::spawn_local(async move { done(read(&file).await) });
}

/// The name of the file that was just chosen, as it lies there.
pub fn chosen_name(input: &HtmlInputElement) -> Option<String> {
    Some(input.files()?.get(0)?.name())
}

/// As [`read_chosen`], for all the files that were chosen: each with its name, one after the other.
pub fn read_all(
    input: &HtmlInputElement,
    limit: u32,
    done: impl FnOnce(Vec<(String, Result<Vec<u8>, Unreadable>)>) + 'static,
) {
    let Some(list) = input.files() else { return };
    let files: Vec<File> = (0..list.length()).filter_map(|nth| list.get(nth)).collect();
    input.set_value("");
    wasm_bindgen_futures::spawn_local(async move {
        let mut all = Vec::with_capacity(files.len());
        for file in files {
            let read = match too_large(&file, limit) {
                Some(too_large) => Err(too_large),
                None => read(&file).await,
            };
            all.push((file.name(), read));
        }
        done(all);
    });
}

/// Whether a file is larger than the limit, which is looked at before anything is read.
fn too_large(file: &File, limit: u32) -> Option<Unreadable> {
    // Sizes are whole numbers far below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
    (file.size() > f64::from(limit)).then(|| Unreadable::TooLarge { bytes: file.size() as u64 })
}

async fn read(file: &File) -> Result<Vec<u8>, Unreadable> {
    let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| Unreadable::Failed)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
