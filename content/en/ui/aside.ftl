# Old years that go into a file of their own. Nothing here may sound like deleting: a year goes only when its file was opened and compared.

aside-title = Old years
aside-note = Put years that are long over into a file, when space runs out
aside-note-away = In files of their own: { $years }
aside-lead = When the space of this browser fills up, a year that is long over can go into a file of its own. It leaves this device only once that file has been opened here and holds every entry. You can bring it back whenever you like.

aside-here = Years that are here
aside-none = This year and the one before always stay here, and you have no entries from before that. There is nothing to do.
aside-not-whole = Something that is stored here cannot be read just now, so no year can be set aside. What is in files stays there.
aside-small = You have plenty of space, so there is no need to do anything.
aside-year-here = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
aside-year-space = about { $size }
aside-year-stays = { $n ->
    [one] { $n } of them stays here
   *[other] { $n } of them stay here
}
aside-year-all-stay = All of them stay here: they are starred, or used elsewhere in your diary.
aside-other-tab = Another tab is writing just now. Choose “Continue here” at the top first.
aside-begin = Put { $year } into a file

## The file

aside-file-title = { $year } into a file
aside-goes = { $n ->
    [one] { $n } entry of { $year } goes into the file, with its earlier versions and the people it names.
   *[other] { $n } entries of { $year } go into the file, with their earlier versions and the people they name.
}
aside-goes-not-yet = Making the file takes nothing away.
aside-stays = What stays here
aside-stays-rest = People, sessions, worksheets, questionnaires, goals and your timeline, all of them
aside-stays-starred = { $n ->
    [one] { $n } starred entry of that year
   *[other] { $n } starred entries of that year
}
aside-stays-named = { $n ->
    [one] { $n } entry of that year that a worksheet uses
   *[other] { $n } entries of that year that worksheets use
}
aside-stays-open = { $n ->
    [one] { $n } entry of that year with a text that is not saved yet
   *[other] { $n } entries of that year with a text that is not saved yet
}
aside-stays-bin = What is in the bin, until its thirty days are over
aside-passphrase = A passphrase for this file
aside-passphrase-hint = At least ten characters. { -app } does not keep it: without it nobody can open the file, you included. Write it down where you will find it in ten years.
aside-make = Make the file
aside-have = I have this file already
aside-not-now = Not now

## Comparing it

aside-made = { $n ->
    [one] The file is made, and was opened again: { $n } entry.
   *[other] The file is made, and was opened again: { $n } entries.
}
aside-name = Its name:
aside-choose-hint = Put it where you want to keep it, in two places if you can. Then choose it here, from there. It is opened and compared with your diary, entry by entry. Nothing leaves yet.
aside-choose = Choose the file
aside-other-title = Not the file of { $year }
aside-other = It opens, but none of the entries of { $year } that would go are in it. Look for the file called { $file }.
aside-lacks-title = This file does not hold everything
aside-lacks = { $n ->
    [one] { $n } entry of { $year } is not in it as it is here, so { $year } stays. Make the file again: it then holds the entry as it is now.
   *[other] { $n } entries of { $year } are not in it as they are here, so { $year } stays. Make the file again: it then holds them as they are now.
}
aside-again = Make the file again
aside-safe = Nothing was changed. Everything of { $year } that was here still is.

## The last step

aside-holds-title = The file holds all of it
aside-holds = { $n ->
    [one] It opens, and the entry of { $year } is in it just as it is here.
   *[other] It opens, and all { $n } entries of { $year } are in it just as they are here.
}
aside-then = If you set { $year } aside now
aside-then-gone = These entries are no longer in this browser: not in the diary, not in search, not in Patterns.
aside-then-only = Only the file together with its passphrase brings them back. If one of the two is lost, nobody can, you included.
aside-then-copies = Backups, and this device’s copy in a folder, no longer have them from then on. Your other devices keep them.
aside-type = Type { $year } to go on
aside-confirm = Set { $year } aside
aside-done = { $n ->
    [one] { $n } entry of { $year } is in its file now, and no longer here.
   *[other] { $n } entries of { $year } are in their file now, and no longer here.
}
aside-changed = Something in that year was changed meanwhile, so the file no longer holds all of it. Nothing was changed now. Make the file again.

## Years in files

aside-away = Years in files
aside-away-year = { $n ->
    [one] { $n } entry, since { $day }
   *[other] { $n } entries, since { $day }
}
aside-away-back = To read a year here again, bring its file in. It needs its passphrase, and space.
aside-span = { $first } to { $last }
aside-list-one = Entries of { $years } are in a file.
aside-list-more = Entries of { $years } are in files.
aside-import = { $n ->
    [one] { $n } entry of a year in a file stays there. To read it here again, bring that file in under “Keeping your diary”.
   *[other] { $n } entries of years in files stay there. To read them here again, bring those files in under “Keeping your diary”.
}
