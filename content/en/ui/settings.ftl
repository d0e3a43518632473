# Settings.

settings-title = Settings
initials-title = Names
initials-switch = Show people by their initials
initials-hint = On screen, on paper and in tables. Full names stay in the diary and in backup files, and where you change a name. What you wrote yourself is left as it is; a name put in with @ is written as initials while this is on.
settings-look = Look
settings-look-note = Light or dark, text size, movement, language
settings-theme = Light or dark
settings-theme-system = Like this device
settings-theme-light = Light
settings-theme-dark = Dark
settings-text-size = Text size
settings-text-usual = Usual
settings-text-larger = Larger
settings-text-largest = Largest
settings-motion = Movement
settings-motion-system = Like this device
settings-motion-less = Less movement
settings-low-energy = Low-energy mode
settings-low-energy-hint = Larger text and one question at a time, for days when everything is much. Your diary stays the same.
settings-language = Language
settings-language-en = English
settings-language-long = English, longer
settings-language-rtl = English, right to left
settings-translators = For translators
settings-translators-hint = Two invented languages that show where a translation would not fit. They are of no other use.
settings-writing = Writing
settings-writing-note = Questions, prompts, own words, a break
settings-questions = Extra questions in a full entry
settings-body-panel = Ask about sleep, energy, appetite and alcohol
settings-rhythm-panel = Ask about daily rhythm
settings-panels-hint = Off unless you want them.
settings-prompts = Show something to write about on Today
settings-own-words = My own words for feelings
settings-own-words-none = You have added no words yet. You can do so while choosing a feeling.
settings-own-word-remove = Remove { $word }
settings-own-word-removed = { $word } is removed. Entries that use it keep it.
settings-break = A break from tracking
settings-region = Where I am, for Support
settings-region-hint = Support then shows the numbers of this place first. Nothing finds out where you are.
settings-region-none = Not chosen
settings-leave = Hiding and leaving quickly
settings-hide-body = Hide puts a plain page of notes over this one at once. Alt and H do the same, also while you type. “Open” on it brings back what was there, and what you were typing. It is not a lock: anyone can tap Open.
settings-hide-locks = Hide puts a plain page of notes over this one at once, and locks your diary. Alt and H do the same, also while you type. “Open” on it leads to the question for your passphrase; what you were typing is kept.
settings-leave-body = Leave clears the screen at once and shows a plain page of notes. Pressing Esc or Shift three times quickly does the same. Coming back takes one more tap.
settings-leave-limits = It does not delete your browsing history or this diary. Someone who can use this device may still find both.
settings-plain = A plain name and icon
settings-plain-switch = Call it Notes
settings-plain-hint = The app then goes by that name on the tab and on every page, with a plain icon. Everything else stays as it is. It is not a lock.
settings-plain-home = To have it so on your home screen, open the app anew before you install it. One that is there already may keep its old name and icon until you install it again. Save a backup file first: on some devices, taking the app off the home screen deletes what it keeps. Your browser’s history keeps the old name for the days before.
settings-keeping = Keeping your diary
settings-keeping-note = Backup files, bringing in, space, installing
settings-keeping-lead = Your diary lives only in this browser. A file is the only copy that is safe from a lost or cleared device.
settings-shortcuts = Keyboard shortcuts
settings-shortcuts-note = The list, and a switch to turn them off
settings-shortcuts-on = Use keyboard shortcuts
settings-privacy = What is stored, and what leaves this device
settings-privacy-note = See it, test it yourself, initials only, a plain name
settings-about = About { -app }
settings-about-note = What it is, what it is not, version
settings-bin = Bin
settings-bin-note = What you deleted in the last 30 days
settings-reminder = Remind me to make a backup
settings-reminder-hint = One quiet line on Today, when ten things or more are in no backup and the last one is two weeks old. In Safari, which may clear a website after a week, already after five days.
settings-space = Space

## Erase

erase-title = Erase everything on this device
erase-body = This removes every entry, person and setting from this browser. It cannot be undone. What stays: files you saved, your copies in a folder, the browser’s history, and copies your device makes of itself.
erase-backup-first = Save a backup file first
erase-type = Type { $word } to go on
erase-word = ERASE
erase-confirm = Erase everything
erase-done-title = Erased
erase-done = Everything is erased from this browser.
erase-counted = Counted after that, what is left of { -app } in this browser:
erase-left-keys = Stored values
erase-left-databases = Databases
erase-left-caches = Stores of the app’s own files
erase-left-workers = Workers for use without a connection
erase-left-unknown = the browser does not tell
erase-left-note = The one database holds nothing you wrote: two numbers that keep everything erased should the browser stop right now. It goes when you leave this page.
erase-left-files = The app’s own files hold nothing you wrote. Without a connection they stay, so that { -app } can be opened again.
erase-elsewhere = Everything was erased in another tab. Nothing of it is left in this one, and what was being written here is gone as well.
erase-incomplete-title = Not everything is erased
erase-again = Open { -app } afresh
erase-incomplete = Some of it could not be erased. Close the other tabs of { -app } and try again, or clear this site’s data in the browser’s settings.

## About

about-what = A private diary and guide based on ideas from Interpersonal Therapy (IPT).
about-not = It isn’t a doctor, a therapist or an emergency service, and it can’t see or respond to what you write.
about-evidence = IPT has good evidence for depression when delivered by trained people. { -app } itself hasn’t been studied.
about-adults = It is made for people of 18 and over.
about-version = Version { $version }
about-build = Build
about-made = What it is made of
about-licence = Free software, under the MIT or Apache-2.0 licence, as you like.
about-icons = Icons from Lucide (ISC licence).

## Privacy

privacy-lead = Your words stay in this browser. After the page has loaded, { -app } makes no connection to anywhere, and tells the browser to refuse any.
privacy-leaves = What leaves this device
privacy-leaves-none = Nothing, unless you save a file, print, copy, or tap a phone number or link.
privacy-leaves-folder = You use a folder for copies: this device’s copy is written there when something has changed, closed with the folder’s passphrase. Whatever synchronises that folder takes it along, and sees how large it is and when it changed.
privacy-browser-check = From time to time the browser itself looks for a new version of the app’s files. It sends nothing you wrote. A browser extension, a device that is watched or a false copy of this app could still leak what you write.
privacy-requests = { $n ->
    [0] No requests since the app opened
    [one] { $n } request since the app opened
   *[other] { $n } requests since the app opened
}
privacy-requests-before = { $n ->
    [one] { $n } file of its own was fetched to open it
   *[other] { $n } files of its own were fetched to open it
}
privacy-requests-list = Every address
privacy-request-late = { $address } (after it opened)
privacy-try = Try to send something
privacy-try-hint = Four ways to send a single letter to an address that exists nowhere. Your browser says whether it let any of them out.
privacy-tried = { $blocked } of { $n } blocked by your browser
privacy-tried-not = Not reported as blocked: { $ways }. Your browser may do without a report, or be too old to be told. The check with flight mode works everywhere.
privacy-tried-silent = The page did not answer. Open { -app } again and try once more.
privacy-way-fetch = Fetch
privacy-way-image = Image
privacy-way-beacon = Beacon
privacy-way-socket = Open line (WebSocket)
privacy-way-blocked = blocked
privacy-way-unsure = no report
privacy-test = Test it yourself: switch to flight mode and use everything.

privacy-stored = What is stored
privacy-stored-hint = This is all of it that is from { -app }. Sizes are as the browser counts them.
privacy-stored-total = Together
privacy-stored-limit = Limit of the browser
privacy-item-changed = Last change
privacy-stored-more = { $n ->
    [one] Show one more
   *[other] Show { $n } more
}
privacy-item-cold = in the larger store
privacy-show-of = Show what is inside { $key }
privacy-hide-of = Hide what is inside { $key }
privacy-unreadable = It cannot be read. Its bytes are kept as they are.
privacy-covered = It may hold what you covered. Open a covered entry with your passphrase first; then it is shown.
privacy-cut = Only the beginning is shown.
privacy-store-month = Your entries of { $month }
privacy-store-profile = Your people and own words
privacy-store-draft = An unfinished text
privacy-store-list = The list of what is stored, twice
privacy-store-journal = A note of work under way
privacy-store-reserve = Space held back for the last saves
privacy-store-quarantine = A note on a part that cannot be read
privacy-store-device = A random number for this device; with copies in a folder also the folder’s passphrase and what was read there
privacy-store-settings = Your settings
privacy-store-unknown = Not known to this version; it is left alone
privacy-elsewhere = Beside that
privacy-store-log = A second copy of the latest changes: { $size }
privacy-store-files = The app’s own files, to work offline: { $size }
privacy-store-cookies = Cookies: { $n }
privacy-kept = How safely it is kept
privacy-persist-unknown = This browser does not say whether it may clear what is stored here.
privacy-backup-last = The last backup file was saved on { $day }.
privacy-backup-none = No backup file was saved from this browser yet.
privacy-version = Which version this is
privacy-compare = The number of the build is made from all files of this version. Built twice in different folders, the same source gave the same files: the command cargo xtask reproduce tries it, and the list SHA256SUMS beside the app has the hash of each file.
privacy-others = Stored here by others
privacy-others-none = Nothing. All that this browser keeps for this address is listed above.
privacy-others-some = { $n ->
    [one] { $n } value at this address, { $size }, is not from { -app }.
   *[other] { $n } values at this address, { $size } together, are not from { -app }.
}
privacy-others-why = { -app } leaves them alone. But whatever shares this address shares its storage: it takes space from your diary, and it could read, change or clear it. If you do not know what it is, save a backup file and use { -app } at an address of its own.
privacy-others-list = Their names, the largest first
privacy-who = Who could read it
privacy-who-body = Anyone who can use this device and this browser. A screen lock on the device is the best protection today.
