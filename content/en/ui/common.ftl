# Words that many pages share.
#
# For whoever writes here: plain, warm, short. Somebody may read this at two in the morning.
# Say what a button does. Never blame. Keys are small letters with hyphens, the page's name first.

-app = SatKarya

app-name = { -app }
# What the app is called in the discreet mode.
app-plain = Notes
app-loading = Opening your diary…
app-skip-to-content = Skip to the page

## Buttons

common-done = Done
common-close = Close
common-cancel = Cancel
common-back = Back
common-next = Next
common-undo = Undo
common-undone = Undone.
common-delete = Delete
common-edit = Edit
common-add = Add
common-copied = Copied
common-hide = Hide
common-show = Show
common-not-now = Not now
common-show-all = Show all
common-try-again = Try again
common-clear = Clear
common-clear-answer = Clear this answer
common-why = Why am I seeing this?

## What was undone

undone-check-in = Undone: the check-in of { $when }.
undone-entry = Undone: the entry of { $when }.
undone-change = Undone: the last change to the entry of { $when }.
undone-deletion = Back again: the entry of { $when }.
undone-named = Undone: the last change to { $name }.
undone-many = { $n ->
    [one] Undone: { $n } change.
   *[other] Undone: { $n } changes.
}

## Small words

common-none = none
common-unknown = not known
common-of = { $n } of { $total }
common-none-chosen = nothing chosen
common-chosen = chosen
common-today = Today
common-yesterday = Yesterday
common-all = All
common-from = From
common-to = To

## A date as exactly as somebody knows it

season-spring = spring
season-summer = summer
season-autumn = autumn
season-winter = winter
common-printed = Printed on { $day }
fuzzy-season-of = { $season } { $year }
fuzzy-how = How exactly do you know?
fuzzy-how-day = The day
fuzzy-how-month = The month
fuzzy-how-season = The season
fuzzy-how-year = Only the year
fuzzy-day = Day
fuzzy-month = Month
fuzzy-season = Season
fuzzy-year = Year
fuzzy-clear = Clear the date
fuzzy-year-bad = Write the year with four digits, such as 2024. The first that fits is 1900.
fuzzy-wants-day = Now finish the day.
fuzzy-wants-month = Now choose the month.
fuzzy-wants-season = Now choose the season.
fuzzy-wants-year = Now add the year.
fuzzy-wants-near = The last year that fits here is { $last }.
fuzzy-until = { $wanted } Until then it stays { $when }.
fuzzy-counted = Counted as { $from } to { $to }.

## Counts

common-characters-left = { $n ->
    [one] { $n } character left
   *[other] { $n } characters left
}

## Sizes

size-bytes = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}
size-kilobytes = { $n } kB
size-megabytes = { $n } MB

## Places and doors

nav-label = Main
nav-today = Today
nav-diary = Diary
nav-people = People
nav-journey = Journey
nav-patterns = Patterns
nav-settings = Settings
nav-support = Support
nav-leave = Leave
nav-hide = Hide
nav-hide-hint = Puts a plain page over this one, until you tap Open. You can also press Alt and H.
nav-leave-hint = Leaves at once and shows a plain page. You can also press Esc or Shift three times.

## When a page is not there

page-not-found-title = Nothing here
page-not-found-body = Nothing was written here, or it has been deleted. Your diary is safe.
page-not-found-action = Go to Today
common-not-kept = This tab may not write just now, so nothing you type here is kept. The message at the top says why.

## A picture as a file

picture-save = Save as a picture
picture-unprotected = The file is not protected: anybody who opens it sees the picture and the names in it.
picture-svg = Drawing (SVG), sharp at every size
picture-png = Image (PNG), opens everywhere

## Looking closer at a picture over time

near-title = Look closer
near-closer = Closer
near-further = Further away
near-earlier = Earlier
near-later = Later
near-shown = Shown: { $from } to { $to }
