//! Copies in a folder of the person's own: this device's written when something has changed, those of
//! the others read when they are new.
//!
//! Here is what is kept and told of the folder, and how one is begun and left; `device` keeps it, `round` looks at it.

pub(super) mod device;
mod round;

pub(super) use self::device::unsaid;

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::transfer::{Lying, device_file, letters_in, n_devices};
use satkarya_core::vault::Passphrase;
use satkarya_core::vault::age::{AgeError, AgeFile, SILENT_WORK};
use serde::{Deserialize, Serialize};

use super::{Access, AppState, NotMade, NotOpened, open_backup};
use crate::platform::folder::{self, Failed, Folder};

/// What the name of a copy ends with.
const ENDING: &str = ".age";

/// What is kept of the folder, on this device alone, sealed where there is a lock.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The passphrase of the copies.
    pub(super) words: String,
    /// The name of this device's copy.
    pub(super) own: String,
    /// When it was chosen: milliseconds since 1970.
    #[serde(default)]
    pub(super) begun: u64,
    /// What the copy holds, by its signature; none before the first one.
    pub(super) copied: Option<u64>,
    /// When it was written: milliseconds since 1970.
    pub(super) last: Option<u64>,
    /// How many devices had a copy there.
    pub(super) n_devices: usize,
    /// The copies as they were read, and this device's as it was left.
    pub(super) seen: Vec<Lying>,
    /// Those that cannot be read as they are.
    pub(super) unread: Vec<Unread>,
    /// The years that were away when they were read.
    #[serde(default)]
    pub(super) away: Vec<i32>,
}

/// A copy that cannot be read as it is.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Unread {
    pub(super) file: Lying,
    pub(super) why: WhyUnread,
}

/// Why a copy in the folder is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhyUnread {
    /// It opens with another passphrase.
    Wrong,
    /// It is not whole, or was changed.
    Damaged,
    /// It is something else.
    NotOurs,
    /// A newer version made it.
    Newer,
    /// It is larger, or asks for more work, than any copy of ours.
    TooMuch,
}

/// How it stands with the folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FolderIs {
    /// There is none.
    #[default]
    Off,
    /// It was not looked at yet.
    Waiting,
    /// It is being looked at.
    Working,
    /// Everything is as it should be.
    Fine,
    /// The browser wants the person to allow it again.
    Resting,
    /// Something is in the way.
    Trouble(FolderTrouble),
}

/// What is in the way. Nothing is lost by any of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderTrouble {
    /// The folder is not there any more, or the browser has forgotten which it was.
    Gone,
    /// There is no space where it lies.
    Full,
    /// Nothing can be written there.
    ReadOnly,
    /// Part of the diary cannot be read here, so a copy would lack what an older one holds.
    NotWhole,
    /// The browser lets nothing work beside the page, or keeps no folder.
    NoMeans,
    /// The device has not got the memory.
    NoMemory,
    /// A copy did not open to what was put in.
    NotTheSame,
    /// What is new does not fit into the browser.
    NoRoom,
    /// It was not possible now.
    NotNow,
}

impl From<Failed> for FolderIs {
    fn from(failed: Failed) -> Self {
        Self::Trouble(match failed {
            Failed::NotAllowed => return Self::Resting,
            Failed::Gone => FolderTrouble::Gone,
            Failed::Full => FolderTrouble::Full,
            Failed::NotTheSame => FolderTrouble::NotTheSame,
            Failed::Refused => FolderTrouble::ReadOnly,
            Failed::Cancelled => FolderTrouble::NotNow,
        })
    }
}

impl From<NotMade> for FolderIs {
    fn from(why: NotMade) -> Self {
        Self::Trouble(match why {
            NotMade::NoMeans => FolderTrouble::NoMeans,
            NotMade::NoMemory => FolderTrouble::NoMemory,
            NotMade::NotTheSame => FolderTrouble::NotTheSame,
            NotMade::Refused => FolderTrouble::NotNow,
        })
    }
}

/// What came from other devices the last time that something did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Came {
    /// Number of things.
    pub n: usize,
    /// The entries among them where two texts met, or three.
    pub met: Vec<Id>,
    /// The steps in which they came.
    pub(super) steps: Vec<u64>,
}

/// What is told of the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FolderState {
    /// How it stands.
    pub is: FolderIs,
    /// When this device's copy was written last: milliseconds since 1970.
    pub last: Option<u64>,
    /// How many devices have a copy there.
    pub n_devices: usize,
    /// The name of this device's copy.
    pub own: String,
    /// Copies that are not read, and why.
    pub unread: Vec<(String, WhyUnread)>,
    /// What came.
    pub came: Option<Came>,
}

/// What the window knows of the folder.
#[derive(Default)]
pub(super) struct Following {
    /// What is told.
    pub(super) told: RwSignal<FolderState>,
    /// Whether it is being looked at.
    pub(super) is_under_way: bool,
    /// Whether to look once more after that.
    pub(super) once_more: bool,
}

/// A folder that the person has just chosen.
#[derive(Clone)]
pub struct NewFolder {
    folder: Folder,
    /// The copies that lie there, the newest first.
    lying: Vec<Lying>,
}

impl NewFolder {
    /// Whether there are copies already, which open with a passphrase that was chosen before.
    pub fn has_copies(&self) -> bool {
        !self.lying.is_empty()
    }
}

/// Lets the person choose a folder; none if they chose none. Call it while a tap is being answered.
///
/// # Errors
/// [`FolderTrouble`].
pub async fn choose_folder() -> Result<Option<NewFolder>, FolderTrouble> {
    let trouble = |failed: Failed| match FolderIs::from(failed) {
        FolderIs::Trouble(trouble) => trouble,
        _ => FolderTrouble::ReadOnly,
    };
    let folder = match folder::choose().await {
        Ok(folder) => folder,
        Err(Failed::Cancelled) => return Ok(None),
        Err(failed) => return Err(trouble(failed)),
    };
    let mut lying = folder.list(ENDING).await.map_err(trouble)?;
    lying.retain(|file| letters_in(&file.name).is_some());
    lying.sort_by_key(|file| std::cmp::Reverse(file.modified));
    Ok(Some(NewFolder { folder, lying }))
}

impl AppState {
    /// What is told of the folder. Reactive.
    pub fn folder(self) -> RwSignal<FolderState> {
        self.inner.with_value(|inner| inner.folder.told)
    }

    pub(super) fn tell_folder(self, change: impl FnOnce(&mut FolderState)) {
        let told = self.inner.try_with_value(|inner| inner.folder.told);
        // The window may be gone by now.
        _ = told.and_then(|told| told.try_update(change));
    }

    pub(super) fn kept_folder(self) -> Option<Kept> {
        self.device()?.folder
    }

    /// Keeps what is known of the folder, and tells of it. Says whether it is still in use: the
    /// person may have stopped that meanwhile, or locked, or erased everything.
    pub(super) fn keep_folder(self, kept: &Kept) -> bool {
        if self.is_over() {
            return false;
        }
        let Some(mut device) = self.device() else { return false };
        let is_same = |before: &Kept| (before.begun, &before.words) == (kept.begun, &kept.words);
        if !device.folder.as_ref().is_some_and(is_same) {
            return false;
        }
        device.folder = Some(kept.clone());
        self.put_device(&device);
        self.tell_kept(kept);
        true
    }

    fn tell_kept(self, kept: &Kept) {
        self.tell_folder(|told| {
            told.last = kept.last;
            told.n_devices = kept.n_devices;
            told.own.clone_from(&kept.own);
            told.unread = kept.unread.iter().map(|it| (it.file.name.clone(), it.why)).collect();
        });
    }

    /// Tries a passphrase on the copies that lie in a folder.
    ///
    /// # Errors
    /// [`NotOpened`]: it opens none of them.
    pub async fn try_folder(self, new: &NewFolder, typed: &str) -> Result<(), NotOpened> {
        let mut why = NotOpened::Damaged(AgeError::Content);
        for file in &new.lying {
            let Ok(bytes) = new.folder.read(&file.name).await else { continue };
            if AgeFile::parse(&bytes).is_ok_and(|file| file.work() <= SILENT_WORK) {
                match open_backup(&bytes, typed).await {
                    Ok(_) => return Ok(()),
                    Err(NotOpened::Damaged(_)) => {}
                    Err(other) => why = other,
                }
            }
        }
        Err(why)
    }

    /// Uses a folder from now on, with the passphrase of its copies, and looks at it once.
    ///
    /// # Errors
    /// [`FolderTrouble::NoMeans`]: the browser cannot keep it.
    pub async fn begin_folder(
        self,
        new: &NewFolder,
        passphrase: &Passphrase,
    ) -> Result<(), FolderTrouble> {
        let words = String::from_utf8(passphrase.bytes().to_vec());
        let (Ok(words), true) = (words, new.folder.keep().await) else {
            return Err(FolderTrouble::NoMeans);
        };
        let Some(mut device) = self.device().filter(|_| !self.is_over()) else {
            Folder::forget();
            return Err(FolderTrouble::NotNow);
        };
        let kept = Kept {
            words,
            own: device_file(device.number),
            begun: self.now().ms,
            copied: None,
            last: None,
            n_devices: n_devices(&new.lying),
            seen: Vec::new(),
            unread: Vec::new(),
            away: Vec::new(),
        };
        self.tell_kept(&kept);
        self.tell_folder(|told| told.is = FolderIs::Waiting);
        device.folder = Some(kept);
        self.put_device(&device);
        self.follow_folder().await;
        Ok(())
    }

    /// Uses no folder any more. What lies there stays there.
    pub fn stop_folder(self) {
        if self.is_over() || self.access.get_untracked() != Access::Writer {
            return;
        }
        Folder::forget();
        if let Some(mut device) = self.device() {
            device.folder = None;
            self.put_device(&device);
        }
        self.tell_folder(|told| *told = FolderState::default());
    }

    /// Lets the browser ask the person for the folder again, and looks at it. Call it while a tap is
    /// being answered.
    pub async fn allow_folder(self) {
        if let Some(folder) = Folder::kept().await
            && folder.is_allowed(true).await
        {
            self.follow_folder().await;
        }
    }

    /// Takes out again what came and was not put away. Returns whether there was something.
    pub fn undo_came(self) -> bool {
        let steps =
            self.folder().with_untracked(|told| told.came.as_ref().map(|it| it.steps.clone()));
        let is_undone = steps.is_some_and(|steps| self.undo_steps(&steps));
        if is_undone {
            self.put_away_came();
        }
        is_undone
    }

    /// The person has seen what came.
    pub fn put_away_came(self) {
        self.tell_folder(|told| told.came = None);
    }

    /// Tells of the folder what is kept, before it is looked at.
    pub fn remember_folder(self) {
        if let Some(mut kept) = self.kept_folder() {
            // This may be the newer version that could read it.
            kept.unread.retain(|it| it.why != WhyUnread::Newer);
            self.tell_kept(&kept);
            self.tell_folder(|told| told.is = FolderIs::Waiting);
        }
    }
}
