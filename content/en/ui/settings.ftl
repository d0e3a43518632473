# Settings.

settings-title = Settings
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
settings-theme-hint = It changes at once.
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
settings-body-panel = Ask about sleep, energy and appetite
settings-rhythm-panel = Ask about daily rhythm
settings-panels-hint = Off unless you want them.
settings-prompts = Show something to write about on Today
settings-own-words = My own words for feelings
settings-own-words-none = You have added no words yet. You can do so while choosing a feeling.
settings-own-word-remove = Remove { $word }
settings-own-word-removed = { $word } is removed. Entries that use it keep it.
settings-break = A break from tracking
settings-break-running = You are taking a break.
settings-region = Where I am, for Support
settings-region-hint = Support then shows the numbers of this place first. Nothing finds out where you are.
settings-region-none = Not chosen
settings-leave = Leaving quickly
settings-leave-body = Leave clears the screen at once and shows a plain page of notes. Pressing Esc three times does the same. Coming back takes one more tap.
settings-leave-limits = It does not delete your browsing history or this diary. Someone who can use this device may still find both.
settings-leave-button = Show the Leave button on every page
settings-keeping = Keeping your diary
settings-keeping-note = Backup files, bringing in, space, installing
settings-keeping-lead = Your diary lives only in this browser. A file is the only copy that is safe from a lost or cleared device.
settings-installed = Use it like an app
settings-shortcuts = Keyboard shortcuts
settings-shortcuts-note = The list, and a switch to turn them off
settings-shortcuts-on = Use keyboard shortcuts
settings-privacy = What is stored, and what leaves this device
settings-privacy-note = See it, and test it yourself
settings-about = About { -app }
settings-about-note = What it is, what it is not, version
settings-bin = Bin
settings-bin-note = What you deleted in the last 30 days
settings-reminder = Remind me to save a backup file
settings-space = Space

## Erase

erase-title = Erase everything on this device
erase-body = This removes every entry, person and setting from this browser. It cannot be undone. What stays: files you saved, the browser’s history, and copies your device makes of itself.
erase-backup-first = Save a backup file first
erase-type = Type { $word } to go on
erase-word = ERASE
erase-confirm = Erase everything
erase-done = Everything is erased from this browser.
erase-incomplete = Some of it could not be erased. Close the other tabs of { -app } and try again, or clear this site’s data in the browser’s settings.

## About

about-what = A private diary and guide based on ideas from Interpersonal Therapy (IPT).
about-not = It isn’t a doctor, a therapist or an emergency service, and it can’t see or respond to what you write.
about-evidence = IPT has good evidence for depression when delivered by trained people. { -app } itself hasn’t been studied.
about-adults = It is made for people of 18 and over.
about-version = Version { $version }
about-build = Build { $build }
about-icons = Icons from Lucide (ISC licence).

## Privacy

privacy-lead = Your words stay in this browser. After the page has loaded, { -app } makes no connection to anywhere, and tells the browser to refuse any.
privacy-stored = What is stored
privacy-leaves = What leaves this device
privacy-leaves-none = Nothing, unless you save a file, print, copy, or tap a phone number or link.
privacy-browser-check = From time to time the browser itself looks for a new version of the app’s files. It sends nothing you wrote.
privacy-who = Who could read it
privacy-who-body = Anyone who can use this device and this browser. A screen lock on the device is the best protection today.
privacy-test = Test it yourself: switch to flight mode and use everything.
privacy-item = { $what }, { $size }
privacy-store-entries = Your entries
privacy-store-profile = Your people and own words
privacy-store-drafts = Unfinished texts
privacy-store-log = A second copy of the latest changes
privacy-store-settings = Your settings
privacy-store-files = The app’s own files, to work offline
privacy-store-cookies = Cookies: none
