//! What the app's build script does: interface messages and icons become Rust.
//!
//! Messages are read from Fluent files and become a text with gaps and one typed function each. Icons are picked by
//! name from the Lucide set and become plain data. A mistake in a message stops the build with
//! its file and key.

mod file;
mod icons;
mod marks;
mod messages;
#[path = "../../core/build/problems.rs"]
mod problems;
#[path = "../../core/build/wording.rs"]
mod wording;

use std::{fs, path::Path};

pub use problems::Problems;

/// Writes `ui.txt`, `msg.rs`, `icons.rs` and `notes.html` into `out`, from the messages in `ui`, the
/// rules of wording and the parts of the page in `file`.
///
/// # Errors
/// Every mistake found in the messages and icons; a file that cannot be read or written.
pub fn prepare(ui: &Path, wording: &Path, file: &Path, out: &Path) -> Result<(), Problems> {
    let wording = wording::Rules::read(wording)?;
    let compiled = messages::compile(ui, &wording)?;
    fs::write(out.join("ui.txt"), compiled.texts)?;
    fs::write(out.join("msg.rs"), compiled.rust)?;
    fs::write(out.join("notes.html"), file::template(file)?)?;
    fs::write(out.join("icons.rs"), icons::generate()?)?;
    Ok(())
}
