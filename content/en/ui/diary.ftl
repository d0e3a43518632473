# The diary: list, calendar, year, search, bin.

diary-title = Diary
diary-new = New entry
diary-view-label = How to look back
diary-view-list = List
diary-view-month = Month
diary-view-year = Year
diary-empty-title = Your diary starts with one tap
diary-empty-body = Note how you are, and it will be here to look back on. Ten seconds is enough.
diary-empty-action = Check in
diary-day-entries = { $date }, { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
diary-older = Earlier
diary-newer = Later
diary-choose-title = Nothing open yet
diary-choose = Choose an entry, and it opens here beside the list.
diary-jump = Go to a day
diary-jump-day = Day
diary-jump-go = Go there
diary-pages = Pages of the list
diary-day-none = Nothing written on this day.

## Month

diary-month-previous = The month before
diary-month-next = The month after
diary-month-day-none = { $date }, nothing written
diary-month-day = { $date }, { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}, middle mood { $mood }
diary-month-day-no-mood = { $date }, { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}, no mood given

## Year

diary-year-label = { $year }
diary-year-previous = The year before
diary-year-next = The year after
diary-year-summary = { $days ->
    [0] Nothing written in { $year }.
    [one] You wrote on { $days } day in { $year }.
   *[other] You wrote on { $days } days in { $year }.
}
diary-year-hint = Each mark is a day; open it to see what you wrote. Its number is the middle mood of that day, and a dot in its corner says that more than one mood went into it. A mark without a number is a day with an entry and no mood. Days without an entry have no mark.
diary-year-with = Mark the days with
diary-year-with-nobody = Nobody
diary-year-with-day = { $day }, with { $name }
diary-year-with-days = { $days ->
    [0] No day of { $year } names { $name }.
    [one] { $days } day of { $year } names { $name }. It is round, with a line round it.
   *[other] { $days } days of { $year } name { $name }. They are round, with a line round them.
}
# Stands below the picture while the days with somebody are marked.
diary-year-round = Round: days with { $name }.
diary-year-months = Open a month
diary-year-days = Days with an entry
diary-year-table = The year as a table

## Search and filters

search-label = Search your diary
search-clear = Clear the search
search-found = { $n ->
    [0] Nothing found
    [one] { $n } entry found
   *[other] { $n } entries found
}
search-none-title = Nothing found
search-none-body = No entry fits this search. Try fewer words, or take a filter away.
search-none-action = Clear search and filters
filter-title = Filters
filter-person = Person
filter-feeling = Feeling
filter-area = Area
filter-kind = Kind of moment
filter-starred = Only starred
filter-active = { $n ->
    [one] { $n } filter in use
   *[other] { $n } filters in use
}
filter-remove = Take away the filter { $name }
filter-clear = Take all filters away

search-covered-left = Covered entries are not searched. Open one of them with your passphrase, and they are.

## Bin

bin-title = Bin
bin-body = What you delete stays here for 30 days. Then its words are gone for good.
bin-empty = The bin is empty.
bin-item-left = { $n ->
    [0] goes today
    [one] { $n } day left
   *[other] { $n } days left
}
bin-restore = Put back
bin-restored = It is back where it was.
bin-erase = Delete for good
bin-erase-title = Delete this for good?
bin-erase-body = It cannot be brought back, except from a backup file you made before.
bin-erase-confirm = Delete for good
bin-erased = Deleted for good.
bin-empty-all = Empty the bin
bin-empty-title = Empty the bin?
bin-empty-confirm = Delete everything in the bin
bin-empty-body = { $n ->
    [one] { $n } thing will be deleted for good.
   *[other] { $n } things will be deleted for good.
}
