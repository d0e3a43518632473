# Files: saving, bringing in, the sample diary. A message about a bad file names what happened, what is safe, what to do.

export-title = Save a file
export-json = Backup file without a passphrase
export-json-hint = Everything, exactly as it is, to bring back later or on another device. Anyone who has the file can read it.
export-json-action = Save backup file
export-csv = Table of entries
export-csv-hint = For a spreadsheet. It cannot be brought back in.
export-csv-action = Save table
export-markdown = Entries to read, day by day
export-markdown-hint = Plain text in Markdown, for any notebook or another diary. It cannot be brought back in.
export-markdown-action = Save text
export-done = Saved as { $file }. Check that it is where you want it.
export-none = There is nothing to save yet.
export-refused = The browser did not save the file. Your diary is unchanged. Try again, or try another browser.
export-plain = These three files are plain text: anyone who opens one can read everything in it. Keep them where only you can look, and away from shared folders.
export-without-parts = { $n ->
    [one] { $n } part of the diary could not be read and is not in the file. It is still stored in this browser.
   *[other] { $n } parts of the diary could not be read and are not in the file. They are still stored in this browser.
}
export-without-records = { $n ->
    [one] { $n } thing could not be read and is not in the file. It is still stored in this browser.
   *[other] { $n } things could not be read and are not in the file. They are still stored in this browser.
}
export-sample-left-out = The sample entries are left out.
export-last = Last backup: { $date }
export-last-days = { $n ->
    [0] today
    [one] { $n } day ago
   *[other] { $n } days ago
}
export-never = There is no backup yet.
export-changed-since = { $n ->
    [0] Nothing has changed since then.
    [one] { $n } thing has changed since then.
   *[other] { $n } things have changed since then.
}
backup-reminder = { $n ->
    [one] { $n } thing is not in a backup yet, and the last one is some time ago.
   *[other] { $n } things are not in a backup yet, and the last one is some time ago.
}
backup-reminder-first = { $n ->
    [one] { $n } thing is in no backup yet.
   *[other] { $n } things are in no backup yet.
}
backup-reminder-action = Make a backup
backup-reminder-later = Leave it for today
backup-reminder-off = Don’t remind me

## Bringing in

import-title = Bring in a file
import-hint = A backup made by { -app }, with a passphrase or without. What you have stays; what is new is added. The same file twice adds nothing.
import-choose = Choose a file
import-drop = or drop it here
import-limit = Up to { $limit }
import-reading = Reading the file…
import-preview-title = What is in this file
import-preview-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
import-preview-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
import-preview-span = From { $first } to { $last }
import-preview-what = What bringing it in does
import-preview-new = { $n ->
    [0] Nothing new
    [one] { $n } new
   *[other] { $n } new
}
import-preview-newer = { $n ->
    [one] { $n } newer than yours; your version is kept as an earlier one
   *[other] { $n } newer than yours; your versions are kept as earlier ones
}
import-preview-older = { $n ->
    [one] { $n } older than yours; yours stays
   *[other] { $n } older than yours; yours stay
}
import-preview-same = { $n ->
    [one] { $n } already here
   *[other] { $n } already here
}
import-preview-conflict = { $n ->
    [one] { $n } changed in both places; the later one is kept, the other as an earlier version
   *[other] { $n } changed in both places; the later ones are kept, the others as earlier versions
}
import-preview-revived = { $n ->
    [one] { $n } that you deleted for good was changed elsewhere after that, and comes back
   *[other] { $n } that you deleted for good were changed elsewhere after that, and come back
}
import-preview-erased = { $n ->
    [one] { $n } was deleted for good elsewhere after your last change, and goes here too
   *[other] { $n } were deleted for good elsewhere after your last change, and go here too
}
import-preview-old = { $n ->
    [one] { $n } has not changed for more than a year. You may have deleted it for good since.
   *[other] { $n } have not changed for more than a year. You may have deleted some of them for good since.
}
import-preview-ahead = { $n ->
    [one] { $n } was written by a clock that was days ahead
   *[other] { $n } were written by a clock that was days ahead
}
import-preview-left-out = { $n ->
    [one] { $n } cannot be read and is left out: { $lines }
   *[other] { $n } cannot be read and are left out: { $lines }
}
import-preview-left-out-line = line { $line }
import-preview-cut = { $n ->
    [one] { $n } text is longer than its field allows and is cut
   *[other] { $n } texts are longer than their fields allow and are cut
}
import-preview-cleaned = { $n ->
    [one] { $n } value could not be used and is left out; the rest of its entry comes in
   *[other] { $n } values could not be used and are left out; the rest of their entries comes in
}
import-preview-undated = { $n ->
    [one] { $n } entry has a date that does not exist; its text comes in without one
   *[other] { $n } entries have dates that do not exist; their texts come in without one
}
import-nothing-new = Everything in this file is already here. Nothing to do.
import-confirm = Bring it in
import-cancelled = Nothing was brought in.
import-done = { $n ->
    [one] { $n } thing was brought in.
   *[other] { $n } things were brought in.
}
import-undo = Undo bringing in
import-undone = Taken out again. Your diary is as it was before.
import-undone-but = { $n ->
    [one] Taken out again, but for { $n } thing that was changed since then. It stays.
   *[other] Taken out again, but for { $n } things that were changed since then. They stay.
}

## Files that cannot be brought in. Nothing has changed in any of these cases.

import-other-tab = Another tab is writing just now. Choose “Continue here” at the top, then bring the file in.
import-newer-here = A newer version of { -app } wrote here, so this one may not change anything. Your file is untouched.
import-bad-title = This file can’t be brought in
import-bad-safe = Nothing was changed. Your diary is as it was.
import-bad-not-ours = This is not a file made by { -app }. Look for a file called { $example }.
import-bad-empty = The file is empty. It may not have finished copying. Look for another copy.
import-bad-too-big = The file is { $size }. The most that { -app } reads is { $limit }. It is probably not a diary.
import-bad-cut-off = The file ends in the middle. It probably did not finish copying. Copy it again from where you keep it, or try an earlier backup.
import-bad-damaged = The file has been changed or damaged near line { $line }, column { $column }. Try an earlier backup. If you edited it by hand, that is the place to look.
import-bad-text = The file is not plain text in the usual form (UTF-8). A program may have converted it. Try the original file.
import-bad-newer = The file was made by a newer version of { -app }. Close all tabs, open { -app } again while online, and try once more.
import-bad-too-many-entries = The file has more than { $limit } entries, which is the most that { -app } brings in at once.
import-bad-too-many-people = The file has more than { $limit } people, which is the most that { -app } brings in at once.
import-bad-too-many-records = The file has more than { $limit } things in it, which is the most that { -app } brings in at once.
import-bad-too-long-list = Near line { $line } the file has a list of more than { $limit } things, which no version of { -app } writes. It may not be a diary at all.
import-bad-too-deep = The file is built in a way that no version of { -app } writes. It may not be a diary at all.
import-bad-twice = Near line { $line }, column { $column }, the file says the same thing twice. It has been changed. Try an earlier backup.
import-bad-shape = Near line { $line }, column { $column }, the file is not built like a backup file of { -app }. Try an earlier backup. If you edited it by hand, that is the place to look.
import-bad-encrypted = What is inside this file is closed with a passphrase once more. Open it with the program that made it, and bring in what comes out.
import-bad-table = This is the table for spreadsheets. To bring your diary back, use the backup file, which ends in .json.
import-bad-unreadable = The browser could not read the file. If it is on a stick or in a cloud folder, copy it to this device first.

## The sample diary

sample-title = Look around with a sample diary
sample-body = Three months of an invented person’s life, to see what { -app } looks like in use. Its entries carry the word “sample”, are never part of a file you save, and go with one tap.
sample-add = Show the sample diary
sample-shown = The sample diary is shown. Look around in Diary, People and Patterns.
sample-banner = A sample diary is shown, each entry marked as a sample. Pages that count include it until you remove it.
sample-remove = Remove the sample
sample-removed = The sample is gone. Only what is yours is left.
sample-mark = sample

## The heads of the table for spreadsheets

column-day = Day
column-time = Time
column-zone = Time zone
column-mood = Mood, 0 to 10
column-before = Mood before
column-after = Mood after
column-feelings = Feelings (strength 1 to 5)
column-people = People
column-kind = Kind of moment
column-what = What happened
column-said = What was said
column-expected = What I hoped for
column-got = What came
column-did = What I did
column-outcome = How it ended
column-need = What I needed
column-areas = Areas
column-support = How supported, 0 to 4
column-connected = How connected, 0 to 4
column-sleep-hours = Hours of sleep
column-sleep-quality = Sleep, 0 to 4
column-energy = Energy, 0 to 4
column-appetite = Appetite, 0 to 4
column-alcohol = Alcohol
column-up = Got up
column-out = Went out
column-first-contact = First contact
column-bed = Went to bed
column-quiet = Nothing much
column-star = Starred
column-covered = Covered
column-yes = yes
column-me = me
column-somebody = someone
