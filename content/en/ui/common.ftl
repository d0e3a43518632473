# Words that many pages share.
#
# For whoever writes here: plain, warm, short. Somebody may read this at two in the morning.
# Say what a button does. Never blame. Keys are small letters with hyphens, the page's name first.

-app = SatKarya

app-name = { -app }
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
nav-leave-hint = Leaves at once and shows a plain page. You can also press Esc or Shift three times.

## When a page is not there

page-not-found-title = Nothing here
page-not-found-body = This address leads nowhere, or what was here has been deleted. Your diary is safe.
page-not-found-action = Go to Today
