# Bringing in a diary of another app. Nothing is changed before the last button.

arrive-title = Bring in from another app
arrive-note = Daylio, Day One, Journey and others, or any table
arrive-lead = If you kept a diary somewhere else, its entries can come with you. You see first what is in the file, and one tap takes it all out again.
arrive-apps = It reads what these apps export: Daylio (table or backup), Day One, Journey, MoodTracker, Nomie, How We Feel, Bearable, Mini Diary, Mini Diarium, jrnl, Daily You and Pixels. Of any other table (CSV) you say yourself what its columns are.
arrive-choose = Choose the file

## The apps, as they call themselves

arrive-app-daylio = Daylio
arrive-app-day-one = Day One
arrive-app-journey = Journey
arrive-app-mood-tracker = MoodTracker
arrive-app-nomie = Nomie
arrive-app-how-we-feel = How We Feel
arrive-app-bearable = Bearable
arrive-app-mini-diary = Mini Diary
arrive-app-jrnl = jrnl
arrive-app-daily-you = Daily You
arrive-app-pixels = Pixels
arrive-app-table = a table

## What was found

arrive-found = What was found
arrive-from = From { $app }
arrive-entries = { $n ->
    [0] No new entries
    [one] { $n } new entry
   *[other] { $n } new entries
}
arrive-here = { $n ->
    [one] { $n } entry that was here before; it stays as it is
   *[other] { $n } entries that were here before; they stay as they are
}
arrive-undated = { $n ->
    [one] { $n } entry has no readable day and stays out (place in the file: { $places })
   *[other] { $n } entries have no readable day and stay out (places in the file: { $places })
}
arrive-bare = { $n ->
    [one] { $n } entry has neither words nor a mood and stays out (place in the file: { $places })
   *[other] { $n } entries have neither words nor a mood and stay out (places in the file: { $places })
}
arrive-more-bad = { $n ->
    [one] { $n } more entry cannot be read
   *[other] { $n } more entries cannot be read
}
arrive-device-time = Where the file gives only world time, an entry stands at the time this device’s clock showed then.
arrive-left = What is left behind
arrive-left-media = { $n ->
    [one] { $n } picture or recording
   *[other] { $n } pictures or recordings
}
arrive-left-places = { $n ->
    [one] The place of { $n } entry
   *[other] The places of { $n } entries
}
arrive-left-weather = { $n ->
    [one] The weather of { $n } entry
   *[other] The weather of { $n } entries
}
arrive-left-settings = Settings, reminders and a PIN
arrive-left-goals = { $n ->
    [one] { $n } goal
   *[other] { $n } goals and what was noted for them
}
arrive-left-numbers = { $n ->
    [one] { $n } number, such as steps
   *[other] { $n } numbers, such as steps
}
arrive-left-columns = { $n ->
    [one] { $n } column
   *[other] { $n } columns
}
arrive-left-files = { $n ->
    [one] { $n } other file
   *[other] { $n } other files
}
arrive-left-beyond = { $n ->
    [one] { $n } tag or name, because there are so many
   *[other] { $n } tags or names, because there are so many
}
arrive-left-cut = { $n ->
    [one] The end of { $n } text that is longer than an entry holds
   *[other] The ends of { $n } texts that are longer than an entry holds
}
arrive-left-twice = { $n ->
    [one] { $n } entry that is in the file twice
   *[other] { $n } entries that are in the file twice
}

## Choices

arrive-moods = Its moods on your scale
arrive-moods-hint = Your scale goes from 0 to 10. Change what does not fit. What the app called a mood stays in the words of the entry.
arrive-mood = { $n ->
    [one] { $mood } ({ $n } entry)
   *[other] { $mood } ({ $n } entries)
}
arrive-mood-none = No number
arrive-people = Which of these are people?
arrive-people-hint = Tags can be names. Whoever you tick comes into your people and stands in those entries. All others stay in the words of the entries.
arrive-people-more = { $n ->
    [one] { $n } more name stays in the words.
   *[other] { $n } more names stay in the words.
}
arrive-nothing-new = Everything in this file is already here. Nothing to do.
arrive-done = { $n ->
    [one] { $n } thing was brought in. “Undo bringing in” takes it out again, here and in Keeping your diary, until you close { -app }.
   *[other] { $n } things were brought in. “Undo bringing in” takes them out again, here and in Keeping your diary, until you close { -app }.
}

## The words of an entry

arrive-kept-mood = Mood in { $app }: { $mood }
arrive-kept-tags = Tags: { $tags }

## A table that is not known

arrive-table = A table with { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
arrive-table-hint = What is in its columns? The first value of each stands below it.
arrive-column-leave = Leave out
arrive-column-day = Day
arrive-column-time = Time
arrive-column-mood = Mood
arrive-column-text = Words
arrive-column-tags = Tags
arrive-column-people = People
arrive-column-sleep = Hours of sleep
arrive-column-value = Keep with its name
arrive-column-unnamed = Column { $n }
arrive-order = A date such as 4/5/2026 means
arrive-order-day = 4 May
arrive-order-month = 5 April
arrive-needs-day = Choose the column that holds the day.
arrive-go-on = Go on

## Files that cannot be used. Nothing has changed in any of these cases.

arrive-bad-empty = The file is empty. It may not have finished copying. Look for another copy.
arrive-bad-ours = This file was made by { -app }. Bring in a backup file under Keeping your diary; a table for spreadsheets cannot come back.
arrive-bad-archive = The archive (ZIP) is damaged or packed in a way that no diary is. Export it again, and copy it here whole.
arrive-bad-locked = The file is locked with a passphrase. Export it again without one.
arrive-bad-inside = Unpacked, the archive is larger than { $limit } or suspiciously larger than the file. It is probably not a diary. If it holds many pictures, export it without them.
arrive-bad-text = The file is not plain text in the usual form (UTF-8). Choose the file as the other app exported it, as CSV, JSON or ZIP.
arrive-bad-broken = The file ends early or was changed near line { $line }, column { $column }. Export it again.
arrive-bad-deep = The file is built in a way that no diary is.
arrive-bad-many = The file has more than { $limit } entries, which is the most that is brought in at once.
arrive-bad-unknown = { -app } does not know this kind of file. If the other app can export a table (CSV), choose that.
arrive-bad-none = There are no entries in this file.
arrive-bad-size = The file is { $size }. The most that is read is { $limit }. If it holds pictures, export it without them.
