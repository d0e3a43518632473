//! One look at the folder with the copies.
//!
//! It reads first and writes then, so that whatever was written under this device's name by somebody
//! else is in the diary before it is written over. Nothing is written for anybody who may not write
//! the diary, and after every wait it is looked at again whether it is still open.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::record::Origin;
use satkarya_core::time::Now;
use satkarya_core::transfer::{
    BadFile, Fate, Import, Lying, MAX_BYTES, device_file, n_devices, signature, unseen,
};
use satkarya_core::vault::Passphrase;
use satkarya_core::vault::age::{AgeError, AgeFile, SILENT_WORK};

use super::{ENDING, FolderIs, FolderTrouble, Kept, Unread, WhyUnread};
use crate::platform::folder::{Failed, Folder};
use crate::state::backup::checked;
use crate::state::bring_in::read_file;
use crate::state::{Access, AppState, Home, NotBroughtIn, NotOpened, Refused, open_backup};

/// How often a round begins anew because somebody wrote under this device's name meanwhile.
const MOST_TURNS: usize = 3;

impl AppState {
    /// Looks at the folder, if there is one: brings in what is new, and writes this device's copy if
    /// it holds less than the diary. Where that is under way already it is done once more after it.
    pub async fn follow_folder(self) {
        if !self.may_follow() {
            return;
        }
        let is_under_way = self.inner.try_update_value(|inner| {
            inner.folder.once_more = inner.folder.is_under_way;
            std::mem::replace(&mut inner.folder.is_under_way, true)
        });
        if is_under_way != Some(false) {
            return;
        }
        loop {
            let ended = match self.round().await {
                Ok(()) => FolderIs::Fine,
                // It is in use still, and goes on with the next look.
                Err(FolderIs::Off) if self.kept_folder().is_some() => FolderIs::Waiting,
                Err(why) => why,
            };
            self.tell_folder(|told| told.is = ended);
            let once_more =
                self.inner.try_update_value(|inner| std::mem::take(&mut inner.folder.once_more));
            if once_more != Some(true) || !self.may_follow() {
                break;
            }
        }
        self.inner.try_update_value(|inner| inner.folder.is_under_way = false);
    }

    /// Whether this window keeps the folder in step just now.
    fn may_follow(self) -> bool {
        !self.is_over()
            && self.home == Home::Stored
            && self.access.try_get_untracked() == Some(Access::Writer)
            && self.loading.try_with_untracked(|it| it.is_complete()) == Some(true)
            && self.kept_folder().is_some()
    }

    /// One look at the folder.
    async fn round(self) -> Result<(), FolderIs> {
        let folder = Folder::kept().await.ok_or(FolderIs::Trouble(FolderTrouble::Gone))?;
        if !folder.is_allowed(false).await {
            return Err(FolderIs::Resting);
        }
        self.tell_folder(|told| told.is = FolderIs::Working);
        for _ in 0..MOST_TURNS {
            let lying = folder.list(ENDING).await?;
            let Some(mut kept) = self.kept_folder().filter(|_| self.may_follow()) else {
                return Err(FolderIs::Off);
            };
            let in_the_way = self.read_new(&folder, &lying, &mut kept).await?;
            if !self.keep_folder(&kept) {
                return Err(FolderIs::Off);
            }
            // What does not come in keeps nothing from going out.
            if self.write_own(&folder, &lying, &mut kept).await? {
                return in_the_way.map_or(Ok(()), Err);
            }
        }
        Err(FolderIs::Trouble(FolderTrouble::NotNow))
    }

    /// Whether everything that is stored here could be read.
    fn is_whole(self) -> bool {
        untrack(|| self.left_out()) == crate::state::Unread::default()
    }

    /// Reads what is new and brings it in as one step. Returns what keeps it from coming in.
    async fn read_new(
        self,
        folder: &Folder,
        lying: &[Lying],
        kept: &mut Kept,
    ) -> Result<Option<FolderIs>, FolderIs> {
        // Where something here cannot be read, this device's own copy may hold it.
        if self.is_unreached() {
            // What is here and cannot be seen would seem to be new, and older versions would win.
            return Err(FolderIs::Trouble(FolderTrouble::NotNow));
        }
        let is_whole = self.is_whole();
        kept.seen.retain(|file| lying.contains(file) && (is_whole || file.name != kept.own));
        kept.unread.retain(|it| lying.contains(&it.file));
        // What stayed out while a year was away may come now that it is back.
        let away: Vec<i32> = untrack(|| self.years_away()).iter().map(|it| it.year).collect();
        if kept.away.iter().any(|year| !away.contains(year)) {
            kept.seen.retain(|file| file.name == kept.own);
        }
        kept.away = away;
        let known: Vec<Lying> =
            kept.seen.iter().chain(kept.unread.iter().map(|it| &it.file)).cloned().collect();
        let (mut all, mut read) = (None, Vec::new());
        for file in unseen(lying, &known) {
            match open_copy(folder, file, &kept.words).await? {
                Ok(import) => {
                    if file.name == kept.own {
                        // Not as it was left: what is in it now may be less than the diary.
                        kept.copied = Some(signature_of(import.clone(), &self.now()));
                    }
                    all = Some(match all {
                        Some(before) => Import::join(before, import),
                        None => import,
                    });
                    read.push(file.clone());
                }
                Err(Some(why)) => kept.unread.push(Unread { file: file.clone(), why }),
                // It has just gone.
                Err(None) => {}
            }
            if !self.may_follow() {
                return Err(FolderIs::Off);
            }
        }
        if let Some(import) = all {
            // Words that no save has are not mixed with what comes.
            if self.is_unsaved.try_get_untracked() == Some(true) {
                return Err(FolderIs::Waiting);
            }
            let is_understood = import.report.refused.is_empty();
            if let Err(why) = self.take_in(import) {
                return Ok(Some(why));
            }
            if !is_understood {
                // A newer version may read what this one does not.
                let newer = |file| Unread { file, why: WhyUnread::Newer };
                kept.unread.extend(read.drain(..).map(newer));
            }
        }
        kept.seen.extend(read);
        kept.n_devices = n_devices(&kept.seen);
        Ok(None)
    }

    /// Brings in what other devices wrote, and tells of it.
    fn take_in(self, import: Import) -> Result<(), FolderIs> {
        let (import, _) = self.without_aside(import);
        let incoming = self.compare(import);
        if incoming.plan.n_changes() == 0 {
            return Ok(());
        }
        let met = self.journal.try_with_untracked(|journal| {
            let met = incoming.plan.ids(Fate::Conflict);
            met.filter(|id| journal.get(*id).is_some_and(|it| it.entry().is_some())).collect()
        });
        let (n, step) = self
            .bring_in_apart(incoming)
            .map_err(|why| match why {
                NotBroughtIn::NoRoom { .. } => FolderTrouble::NoRoom,
                _ => FolderTrouble::NotNow,
            })
            .map_err(FolderIs::Trouble)?;
        // What nobody has put away yet is told together with what comes now.
        self.tell_folder(|told| {
            if n > 0 {
                let came = told.came.get_or_insert_default();
                came.n += n;
                came.steps.extend(step);
                let met: Vec<Id> = met.unwrap_or_default();
                came.met.extend(
                    met.into_iter().filter(|id| !came.met.contains(id)).collect::<Vec<_>>(),
                );
            }
        });
        Ok(())
    }

    /// Writes this device's copy if it is not there as it was left, or holds less than the diary.
    /// Returns whether nothing is left to do.
    async fn write_own(
        self,
        folder: &Folder,
        lying: &[Lying],
        kept: &mut Kept,
    ) -> Result<bool, FolderIs> {
        let has_own = self.journal.try_with_untracked(|journal| {
            journal.records().any(|record| record.origin == Origin::Own)
        });
        let is_now = self.journal.try_with_untracked(signature).ok_or(FolderIs::Off)?;
        let there = lying.iter().find(|file| file.name == kept.own);
        let is_as_left = there.is_some_and(|file| kept.seen.contains(file));
        if has_own != Some(true) || (is_as_left && kept.copied == Some(is_now)) {
            return Ok(true);
        }
        if !self.is_whole() {
            return Err(FolderIs::Trouble(FolderTrouble::NotWhole));
        }
        // What lies under this name and cannot be read is somebody's: it is never written over.
        let mut number = self.device().map_or(0, |device| device.number);
        let is_taken = |own: &String| kept.unread.iter().any(|it| it.file.name == *own);
        while is_taken(&kept.own) {
            number = number.wrapping_add(1);
            kept.own = device_file(number);
            kept.copied = None;
        }
        let before = lying.iter().find(|file| file.name == kept.own).cloned();
        let plain = self.backup_text();
        let mark = self.mark();
        let words = Passphrase::typed(&kept.words);
        let (file, _) = checked(plain.as_bytes(), &words).await?;
        if !self.may_follow() {
            return Err(FolderIs::Off);
        }
        let just_now = match folder.look(&kept.own).await {
            Ok(file) => Some(file),
            Err(Failed::Gone) => None,
            Err(failed) => return Err(failed.into()),
        };
        if just_now != before {
            // Somebody wrote under this name meanwhile: read that first.
            return Ok(false);
        }
        let left = folder.write(&kept.own, &file, || self.may_follow()).await?;
        kept.seen.retain(|file| file.name != kept.own);
        kept.seen.push(left);
        kept.n_devices = n_devices(&kept.seen);
        kept.copied = Some(is_now);
        kept.last = Some(mark.ms);
        if !self.keep_folder(kept) {
            return Err(FolderIs::Off);
        }
        self.count_backup(mark);
        Ok(true)
    }
}

/// The signature of what a copy holds.
fn signature_of(import: Import, now: &Now) -> u64 {
    let mut alone = Journal::new();
    import.plan(&alone, now).apply(&mut alone);
    signature(&alone)
}

/// Opens a copy; where it cannot be read, says why, or nothing where it has just gone.
async fn open_copy(
    folder: &Folder,
    file: &Lying,
    words: &str,
) -> Result<Result<Import, Option<WhyUnread>>, FolderIs> {
    if file.bytes > MAX_BYTES as u64 {
        return Ok(Err(Some(WhyUnread::TooMuch)));
    }
    let bytes = match folder.read(&file.name).await {
        Ok(bytes) => bytes,
        Err(failed @ (Failed::NotAllowed | Failed::Full)) => return Err(failed.into()),
        // It has just gone, or cannot be read now: it is tried again at the next look.
        Err(_) => return Ok(Err(None)),
    };
    let why = match AgeFile::parse(&bytes).map(|file| file.work()) {
        Ok(work) if work > SILENT_WORK => WhyUnread::TooMuch,
        Ok(_) => match open_backup(&bytes, words).await {
            Ok(plain) => match read_file(&plain) {
                Ok(import) => return Ok(Ok(import)),
                Err(Refused::Bad(BadFile::Newer { .. })) => WhyUnread::Newer,
                Err(_) => WhyUnread::NotOurs,
            },
            Err(NotOpened::Wrong) => WhyUnread::Wrong,
            Err(NotOpened::Damaged(_)) => WhyUnread::Damaged,
            Err(NotOpened::NoMeans) => return Err(FolderIs::Trouble(FolderTrouble::NoMeans)),
            Err(NotOpened::NoMemory) => return Err(FolderIs::Trouble(FolderTrouble::NoMemory)),
        },
        // What is not there yet is not somebody else's.
        Err(AgeError::NotAge) if !bytes.is_empty() => WhyUnread::NotOurs,
        Err(AgeError::Version | AgeError::Work) => WhyUnread::TooMuch,
        Err(_) => WhyUnread::Damaged,
    };
    Ok(Err(Some(why)))
}
