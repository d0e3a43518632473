//! The backup with a passphrase: made beside the page and opened again before it counts, opened,
//! and held against what is here.

use std::sync::Arc;

use leptos::prelude::*;
use satkarya_core::record::{Origin, Record};
use satkarya_core::time::{Day, Now};
use satkarya_core::transfer::{Comparison, Import, read_json};
use satkarya_core::vault::Passphrase;
use satkarya_core::vault::age::{self, AgeError, WriteError};

use super::bring_in::read_file;
use super::{AppState, BackupMark, Refused, Unread};
use crate::platform::worker::{self, NotDone};
use crate::platform::{device, files, timer};

/// The media type of a file that says nothing of what is inside.
const BYTES: &str = "application/octet-stream";

/// How many changes are in no backup before a word is said about it.
const MUCH: usize = 10;
/// How many days are long ago.
const LONG_DAYS: i64 = 14;
/// The same where the browser may clear what a site stored after seven days without a visit.
const SAFARI_DAYS: i64 = 5;
/// The name under which the day is kept on which the line was put away.
const REMINDER: &str = "reminded";

/// Whether it is time for a word: so many changes are in no backup, and since the last one, or
/// since anything was written where there is none, so many days have gone by.
fn is_due(n_changed: usize, days: i64, is_safari_tab: bool) -> bool {
    n_changed >= MUCH && days >= if is_safari_tab { SAFARI_DAYS } else { LONG_DAYS }
}

/// A file that the browser's downloads took. No browser tells whether it arrived, so it counts
/// as a backup only when the person has seen it: see [`AppState::count_backup`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedFile {
    /// Its name.
    pub name: String,
    /// When it was made.
    pub mark: BackupMark,
}

/// A backup that opens to what was put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub file: SavedFile,
    /// Number of entries in it.
    pub n_entries: usize,
    /// Number of people in it.
    pub n_people: usize,
}

/// Why no backup was made. Nothing was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotMade {
    /// The browser lets nothing work beside the page, or has no random numbers.
    NoMeans,
    /// The device has not got the memory, not even for the least that is allowed.
    NoMemory,
    /// It was made and did not open to what was put in.
    NotTheSame,
    /// The browser's downloads did not take it.
    Refused,
}

/// Why a backup was not opened. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOpened {
    /// The browser lets nothing work beside the page.
    NoMeans,
    /// The device has not got the memory; the passphrase was not tried.
    NoMemory,
    /// The passphrase is wrong, or the file was changed where that looks the same.
    Wrong,
    /// The passphrase is right, and the file is damaged.
    Damaged(AgeError),
}

/// What a file was found to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tested {
    /// Number of entries in it.
    pub n_entries: usize,
    /// Number of people in it.
    pub n_people: usize,
    /// The same beside what is here.
    pub compared: Comparison,
    /// Whether all that is stored here can be read, and so was compared.
    pub is_all_read: bool,
}

impl AppState {
    /// Makes a backup of everything, opens it again from its own bytes, and hands it to the
    /// browser's downloads under a name that says nothing of what is inside. It does not count yet: see [`AppState::count_backup`].
    ///
    /// # Errors
    /// [`NotMade`]; nothing was saved then.
    pub async fn make_backup(self, passphrase: Passphrase, name: String) -> Result<Made, NotMade> {
        save_checked(self, || Ok(self.backup_text()), &passphrase, name).await
    }

    /// The person has a file that was made then: it counts as a backup, unless a later one did.
    pub fn count_backup(self, mark: BackupMark) {
        self.set_prefs(|prefs| {
            if prefs.backup().is_none_or(|last| last.ms <= mark.ms) {
                prefs.set_backup(mark);
            }
        });
    }

    /// The mark of a backup that is made now.
    pub(super) fn mark(self) -> BackupMark {
        let now = self.now();
        BackupMark { day: now.day(), ms: now.ms }
    }

    /// Number of things that are in no backup, if it is time for a word about it. Reactive.
    pub fn backup_due(self) -> Option<usize> {
        let today = self.today();
        let last = self.prefs.with(|prefs| {
            let is_wanted = !prefs.no_reminder().is_on() && prefs.cards_seen().is_on();
            let is_put_off = prefs.put_away(REMINDER) == Some(today);
            (is_wanted && !is_put_off).then(|| prefs.backup().map(|mark| mark.day))
        })?;
        let n_changed = self.changed_since_backup();
        let since = last.or_else(|| self.first_day())?;
        is_due(n_changed, today.days_since(since), device::is_safari_tab()).then_some(n_changed)
    }

    /// The day on which anything of the person's own was first written here.
    fn first_day(self) -> Option<Day> {
        let own = |it: &&Arc<Record>| it.origin == Origin::Own && it.body.is_some();
        let first = self.journal.with_untracked(|journal| {
            journal.records().filter(own).map(|record| record.created.ms()).min()
        })?;
        Some(Now { ms: first, ..self.now() }.day())
    }

    /// Says no more of it today.
    pub fn put_off_backup(self) {
        let today = self.today();
        self.set_prefs(|prefs| prefs.set_put_away(REMINDER, today));
    }

    /// Reads a backup and compares it with what is here; nothing comes in. One that holds
    /// everything that is here counts as a backup made now.
    ///
    /// # Errors
    /// [`Refused`] tells exactly why the file cannot be read.
    pub fn test_backup(self, bytes: &[u8]) -> Result<Tested, Refused> {
        let import = read_file(bytes)?;
        self.load_everything();
        let (n_entries, n_people) = (import.n_entries(), import.n_people());
        let (now, mark) = (self.now(), self.mark());
        let compared =
            self.journal.with_untracked(|journal| import.plan(journal, &now).compare(journal));
        let is_all_read = untrack(|| self.left_out()) == Unread::default();
        if compared.holds_everything() && compared.n_same > 0 && is_all_read {
            self.count_backup(mark);
        }
        Ok(Tested { n_entries, n_people, compared, is_all_read })
    }
}

/// Makes a file of a text, opens it again from its own bytes and hands it to the browser's downloads.
pub(super) async fn save_checked(
    app: AppState,
    text: impl FnOnce() -> Result<String, NotMade>,
    passphrase: &Passphrase,
    name: String,
) -> Result<Made, NotMade> {
    // Lets the browser say what is being done before the work begins.
    timer::pause(30).await;
    if app.is_over() {
        return Err(NotMade::Refused);
    }
    let (mark, plain) = (app.mark(), text()?);
    let (file, read) = checked(plain.as_bytes(), passphrase).await?;
    // Locked meanwhile: nothing is saved behind the person's back.
    if app.is_over() || !files::download(&name, BYTES, &file) {
        return Err(NotMade::Refused);
    }
    let (n_entries, n_people) = (read.n_entries(), read.n_people());
    Ok(Made { file: SavedFile { name, mark }, n_entries, n_people })
}

/// A file that was opened again from its own bytes, and what was read out of it.
pub(super) async fn checked(
    plain: &[u8],
    passphrase: &Passphrase,
) -> Result<(Vec<u8>, Import), NotMade> {
    let file = sealed(plain, passphrase).await?;
    let back = worker::open(&file, passphrase).await.map_err(not_made)?;
    let back = back.map_err(|error| match error {
        AgeError::NoMemory => NotMade::NoMemory,
        _ => NotMade::NotTheSame,
    })?;
    // What is told of it is read out of the file and not out of the diary.
    let read = read_json(&back).map_err(|_| NotMade::NotTheSame)?;
    if *back == *plain { Ok((file, read)) } else { Err(NotMade::NotTheSame) }
}

/// A file of as much work as the device is thought to bear, or of less where it is not.
async fn sealed(plain: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, NotMade> {
    let mut work = age::work_for_device(device::memory_gib(), device::is_phone());
    loop {
        let why = match worker::write(plain, passphrase, work).await {
            Ok(Ok(file)) => return Ok(file),
            Ok(Err(WriteError::NoMemory)) => NotMade::NoMemory,
            Ok(Err(WriteError::Entropy(_))) => NotMade::NoMeans,
            Ok(Err(WriteError::Work | WriteError::NotTheSame)) => NotMade::NotTheSame,
            Err(not_done) => not_made(not_done),
        };
        if why != NotMade::NoMemory || work <= age::LEAST_WORK {
            return Err(why);
        }
        work -= 1;
    }
}

fn not_made(why: NotDone) -> NotMade {
    match why {
        NotDone::NoMemory => NotMade::NoMemory,
        NotDone::NoWorker => NotMade::NoMeans,
        NotDone::Stopped => NotMade::NotTheSame,
    }
}

/// Opens an age file and takes the backup out of it, for [`AppState::look_into`] and
/// [`AppState::test_backup`]. Read its header before, to see what work it asks for.
///
/// # Errors
/// [`NotOpened`].
pub async fn open_backup(file: &[u8], passphrase: &str) -> Result<Vec<u8>, NotOpened> {
    let one_form = Passphrase::typed(passphrase);
    let mut opened = worker::open(file, &one_form).await;
    // Another program may have taken the very characters that were typed.
    let exact = Passphrase::from_bytes(passphrase.as_bytes().to_vec());
    if exact != one_form && matches!(opened, Ok(Err(AgeError::DoesNotOpen))) {
        opened = worker::open(file, &exact).await;
    }
    match opened {
        Ok(Ok(plain)) => Ok(plain.to_vec()),
        Ok(Err(AgeError::NoMemory)) | Err(NotDone::NoMemory) => Err(NotOpened::NoMemory),
        Ok(Err(AgeError::DoesNotOpen)) => Err(NotOpened::Wrong),
        Ok(Err(error)) => Err(NotOpened::Damaged(error)),
        Err(NotDone::NoWorker | NotDone::Stopped) => Err(NotOpened::NoMeans),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_said_only_of_much_and_after_long() {
        let cases = [
            (0, 400, false, false),
            (9, 400, true, false),
            (10, 13, false, false),
            (10, 14, false, true),
            (10, 4, true, false),
            (10, 5, true, true),
            (4800, 0, false, false),
        ];
        for (n, days, is_safari, expected) in cases {
            assert_eq!(is_due(n, days, is_safari), expected, "{n} changes, {days} days");
        }
        println!("cases: {}", cases.len());
    }
}
