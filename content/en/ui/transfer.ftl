# Files: saving, bringing in, the sample diary. A message about a bad file names what happened, what is safe, what to do.

export-title = Save a file
export-json = Backup file
export-json-hint = Everything, exactly as it is, to bring back later or on another device. Anyone who has the file can read it.
export-json-action = Save backup file
export-csv = Table of entries
export-csv-hint = For a spreadsheet. It cannot be brought back in.
export-csv-action = Save table
export-done = Saved as { $file }. Check that it is where you want it.
export-none = There is nothing to save yet.
export-refused = The browser did not save the file. Your diary is unchanged. Try again, or try another browser.
export-sample-left-out = The sample entries are left out.
export-last = Last backup file: { $date }
export-never = You have not saved a backup file yet.
export-changed-since = { $n ->
    [0] Nothing has changed since then.
    [one] { $n } thing has changed since then.
   *[other] { $n } things have changed since then.
}
backup-reminder = { $n ->
    [one] { $n } thing is not in any backup file yet.
   *[other] { $n } things are not in any backup file yet.
}
backup-reminder-action = Save backup file
backup-reminder-off = Don’t remind me

## Bringing in

import-title = Bring in a file
import-hint = A backup file made by { -app }. What you have stays; what is new is added. The same file twice adds nothing.
import-choose = Choose a file
import-drop = or drop it here
import-reading = Reading the file…
import-preview-title = What is in this file
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
import-preview-removed = { $n ->
    [one] { $n } deleted in the file
   *[other] { $n } deleted in the file
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

## Files that cannot be brought in. Nothing has changed in any of these cases.

import-bad-title = This file can’t be brought in
import-bad-safe = Nothing was changed. Your diary is as it was.
import-bad-not-ours = This is not a file made by { -app }. Look for a file called { $example }.
import-bad-empty = The file is empty. It may not have finished copying. Look for another copy.
import-bad-too-big = The file is { $size }. The most that { -app } reads is { $limit }. It is probably not a diary.
import-bad-cut-off = The file ends in the middle. It probably did not finish copying. Copy it again from where you keep it, or try an earlier backup.
import-bad-damaged = The file has been changed or damaged near line { $line }, column { $column }. Try an earlier backup. If you edited it by hand, that is the place to look.
import-bad-text = The file is not plain text in the usual form (UTF-8). A program may have converted it. Try the original file.
import-bad-newer = The file was made by a newer version of { -app }. Close all tabs, open { -app } again while online, and try once more.
import-bad-too-many = The file has { $n } entries. The most that { -app } brings in at once is { $limit }.
import-bad-too-deep = The file is built in a way that no version of { -app } writes. It may not be a diary at all.
import-bad-checksum = The file does not match its own check. A part of it was changed or lost. Try an earlier backup.
import-bad-encrypted = This file is locked with a passphrase, and this version of { -app } cannot open locked files.
import-bad-table = This is the table for spreadsheets. To bring your diary back, use the backup file, which ends in .json.
import-bad-unreadable = The browser could not read the file. If it is on a stick or in a cloud folder, copy it to this device first.

## The sample diary

sample-title = Look around with a sample diary
sample-body = Three months of an invented person’s life, to see what { -app } looks like in use. It never mixes with your own entries and is never part of a file you save.
sample-add = Show the sample diary
sample-banner = You are looking at a sample diary. None of this is yours.
sample-remove = Remove the sample
sample-removed = The sample is gone. Only what is yours is left.
sample-mark = sample
