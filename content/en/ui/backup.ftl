# The backup with a passphrase: making it, whether it arrived, testing it, opening it.

backup-title = Backup with a passphrase
backup-hint = Everything, in a file that nobody can read without the passphrase. You can bring it back here or on another device. Other programs for the “age” format open it too, so it does not depend on { -app }.
backup-open = Make a backup
backup-passphrase = A passphrase for this backup
backup-passphrase-hint = At least ten characters; a few words that only you would put together are good. { -app } does not keep it: without it nobody can open the file, you included.
backup-action = Make backup
backup-working = Making the backup and opening it once to check. This takes a few seconds, on an older phone longer.
backup-made = Backup made: { $entries }, { $people }. It was opened again and holds all of it.
backup-saved-as = Its name is { $file }.
backup-no-means = This browser lets nothing work beside the page, so no backup with a passphrase can be made here. Nothing was saved. Try another browser, or save another kind of file below.
backup-no-memory = This device has not enough free memory for a backup with a passphrase. Nothing was saved. Close other tabs and apps and try again.
backup-not-same = The backup did not open to what was put in, so it was not saved. Your diary is unchanged. Try again.
backup-arrived = Is it where you want it? The browser does not tell { -app } what became of a file, so please look. It counts as a backup once you have seen it.
backup-arrived-yes = Yes, it is there
backup-arrived-no = No, I can’t find it
backup-counted = Good. This counts as your latest backup.
backup-not-counted = Then it does not count as a backup. Try again: the browser may ask where to put it, or have blocked the download.

## Testing a backup

test-title = Test my backup
test-hint = Opens a backup and compares it with this diary. Nothing is brought in.
test-choose = Choose a backup to test
test-opens = This backup opens
test-holds = It holds { $entries }, { $people }.
test-same = { $n ->
    [one] { $n } thing is the same here
   *[other] { $n } things are the same here
}
test-only-here = { $n ->
    [one] { $n } thing is only here, and not in the backup
   *[other] { $n } things are only here, and not in the backup
}
test-newer-here = { $n ->
    [one] { $n } thing was changed or deleted here after the backup
   *[other] { $n } things were changed or deleted here after the backup
}
test-both = { $n ->
    [one] { $n } thing was changed here and elsewhere
   *[other] { $n } things were changed here and elsewhere
}
test-newer-there = { $n ->
    [one] { $n } thing is newer in the backup
   *[other] { $n } things are newer in the backup
}
test-only-there = { $n ->
    [one] { $n } thing is only in the backup
   *[other] { $n } things are only in the backup
}
test-good = Everything that is here now would come back from this file. It counts as a backup of today.
test-but-unread = Everything that can be read here now would come back from this file. Some of what is stored here cannot be read, and is not in it.
test-older = { $n ->
    [one] If you lost this device now, this file would bring everything back but for the last state of { $n } thing. Make a new backup when you like.
   *[other] If you lost this device now, this file would bring everything back but for the last state of { $n } things. Make a new backup when you like.
}
test-other-diary = The file is in order, but nothing in it is in this diary. It belongs to another one, or this one is still empty.

## Opening a file with a passphrase

file-ask-memory = This device has not enough free memory to open the file, so the passphrase was not tried. Close other tabs and apps and try again, or use another device. Your diary is unchanged.
file-heavy = This file asks for unusually much work
file-heavy-body = Opening it can take up to a gigabyte of memory and a minute or more. No file made by { -app } asks for so much. If you know where it comes from, you can try; your diary is safe either way.
file-heavy-action = Try it all the same
age-bad-version = The file was made by a newer version of the age format. Open it with a newer program for it, and bring in what comes out.
age-bad-key = This file is closed for somebody’s key and not with a passphrase. Open it with the program that made it, and bring in what comes out.
age-bad-work = This file asks for more work than is safe on any device, so it was not opened.
age-bad-damaged = The file was changed, or part of it is missing. It probably did not finish copying. Look for another copy.
