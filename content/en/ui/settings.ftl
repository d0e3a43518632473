# Settings.

settings-title = Settings
settings-look = Look
settings-theme = Light or dark
settings-theme-system = Like this device
settings-theme-light = Light
settings-theme-dark = Dark
settings-text-size = Text size
settings-text-smaller = Smaller
settings-text-usual = Usual
settings-text-larger = Larger
settings-text-largest = Largest
settings-motion = Movement
settings-motion-system = Like this device
settings-motion-less = Less movement
settings-low-energy = Low-energy mode
settings-low-energy-hint = Larger text and one question at a time, for days when everything is much. Your diary stays the same.
settings-language = Language
settings-first-day = The week starts on
settings-writing = Writing
settings-body-panel = Ask about sleep, energy and appetite
settings-rhythm-panel = Ask about daily rhythm
settings-panels-hint = Off unless you want them.
settings-prompts = Show something to write about on Today
settings-own-words = My own words for feelings
settings-own-words-none = You have added no words yet. You can do so while choosing a feeling.
settings-own-word-remove = Remove { $word }
settings-break = A break from tracking
settings-region = Where I am, for Support
settings-leave = Leaving quickly
settings-leave-body = Leave clears the screen at once and shows a plain page of notes. Pressing Esc three times does the same. Coming back takes one more tap.
settings-leave-limits = It does not delete your browsing history or this diary. Someone who can use this device may still find both.
settings-leave-button = Show the Leave button on every page
settings-keeping = Keeping your diary
settings-keeping-lead = Your diary lives only in this browser. A file is the only copy that is safe from a lost or cleared device.
settings-installed = Use it like an app
settings-shortcuts = Keyboard shortcuts
settings-privacy = What is stored, and what leaves this device
settings-about = About { -app }
settings-bin = Bin

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
