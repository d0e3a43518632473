# Words that many pages share.
#
# For whoever writes here: plain, warm, short. Somebody may read this at two in the morning.
# Say what a button does. Never blame. Keys are small letters with hyphens, the page's name first.

-app = SatKarya

app-name = { -app }
app-loading = Opening your diary…
app-skip-to-content = Skip to the page

## Buttons

common-save = Save
common-done = Done
common-close = Close
common-cancel = Cancel
common-back = Back
common-next = Next
common-undo = Undo
common-undone = Undone.
common-delete = Delete
common-edit = Edit
common-open = Open
common-add = Add
common-remove = Remove
common-restore = Put back
common-copy = Copy
common-copied = Copied
common-print = Print
common-hide = Hide
common-show = Show
common-not-now = Not now
common-skip = Skip
common-more = More
common-less = Less
common-show-all = Show all
common-try-again = Try again
common-yes = Yes
common-no = No
common-choose = Choose
common-clear = Clear
common-clear-answer = Clear this answer
common-download = Save as a file
common-why = Why am I seeing this?

## Small words

common-optional = if you like
common-none = none
common-unknown = not known
common-someone = someone
common-other = something else
common-and = { $first } and { $last }
common-of = { $n } of { $total }
common-none-chosen = nothing chosen
common-chosen = chosen
common-today = Today
common-yesterday = Yesterday
common-now = Now
common-all = All
common-from = From
common-to = To
common-on = On
common-off = Off

## Counts

common-entries = { $n ->
    [0] no entries
    [one] { $n } entry
   *[other] { $n } entries
}
common-people = { $n ->
    [0] nobody yet
    [one] { $n } person
   *[other] { $n } people
}
common-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
common-feelings = { $n ->
    [one] { $n } feeling
   *[other] { $n } feelings
}
common-characters-left = { $n ->
    [one] { $n } character left
   *[other] { $n } characters left
}
common-with-person = With { $name }

## Sizes

size-bytes = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}
size-kilobytes = { $n } kB
size-megabytes = { $n } MB

## Places and doors

nav-label = Main
nav-doors = Support and leaving
nav-today = Today
nav-diary = Diary
nav-people = People
nav-journey = Journey
nav-patterns = Patterns
nav-settings = Settings
nav-support = Support
nav-leave = Leave
nav-leave-hint = Leaves at once and shows a plain page. You can also press Esc three times.

## When a page is not there

page-not-found-title = Nothing here
page-not-found-body = This address leads nowhere, or what was here has been deleted. Your diary is safe.
page-not-found-action = Go to Today

## When something goes wrong

error-title = Something went wrong here
error-body = This page could not be shown. What you have saved is safe.
error-action = Open { -app } again
