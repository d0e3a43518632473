//! The backup as a page that opens without the app: out as a file, and in again.

use satkarya_core::transfer::{Page, pack, unpack, write_page};
use satkarya_core::vault::Passphrase;

use super::{AppState, SavedFile};
use crate::platform::sealing::{self, NotSealed};
use crate::platform::{files, timer};

/// The page, with gaps for words and for what is saved.
const TEMPLATE: &str = include_str!(concat!(env!("OUT_DIR"), "/notes.html"));
/// The media type of a page.
const HTML: &str = "text/html;charset=utf-8";

/// Why no page was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageNotSaved {
    /// The browser cannot close it here.
    NoMeans,
    /// It was made and did not open to what was put in.
    NotTheSame,
    /// The browser's downloads did not take it.
    Refused,
}

impl AppState {
    /// Saves everything as a page, closed with a passphrase if there is one, with the words that
    /// stand outside and inside. Returns it; it does not count as a backup yet: see
    /// [`AppState::count_backup`].
    ///
    /// # Errors
    /// [`PageNotSaved`]; nothing was saved then.
    pub async fn save_page(
        self,
        (outside, inside): (&[(&str, String)], &str),
        passphrase: Option<Passphrase>,
    ) -> Result<SavedFile, PageNotSaved> {
        // Lets the browser say what is being done before the work begins.
        timer::pause(30).await;
        if self.is_over() {
            return Err(PageNotSaved::Refused);
        }
        let (mark, name) = (self.mark(), self.file_name("html"));
        let packed = pack(inside, &self.backup_text());
        let page = match &passphrase {
            None => Page::Plain(packed.clone()),
            Some(words) => sealing::seal(&packed, words.bytes()).await.map_err(not_saved)?,
        };
        let written = write_page(TEMPLATE, outside, &page);
        let words = passphrase.as_ref().map_or(&[][..], Passphrase::bytes);
        if !opens_to(&written, words, &packed).await {
            return Err(PageNotSaved::NotTheSame);
        }
        // Locked meanwhile: nothing is saved behind the person's back.
        if self.is_over() || !files::download(&name, HTML, written.as_bytes()) {
            return Err(PageNotSaved::Refused);
        }
        Ok(SavedFile { name, mark })
    }
}

fn not_saved(why: NotSealed) -> PageNotSaved {
    match why {
        NotSealed::NoMeans => PageNotSaved::NoMeans,
        NotSealed::Refused => PageNotSaved::NotTheSame,
    }
}

/// Whether a page that was just written can be read and opens to what was put in.
async fn opens_to(written: &str, passphrase: &[u8], packed: &[u8]) -> bool {
    let Ok(page) = satkarya_core::transfer::read_page(written.as_bytes()) else { return false };
    sealing::open(&page, passphrase).await.is_ok_and(|back| back == packed)
}

/// Opens a page and takes the backup out of it, for [`AppState::look_into`].
///
/// # Errors
/// [`NotSealed::Refused`] for a wrong passphrase as well as for a page that was changed.
pub async fn open_page(page: &Page, passphrase: &str) -> Result<Vec<u8>, NotSealed> {
    let packed = sealing::open(page, Passphrase::typed(passphrase).bytes()).await?;
    unpack(&packed).map(<[u8]>::to_vec).ok_or(NotSealed::Refused)
}
