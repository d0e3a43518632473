# Words that many pages share.

-app = SatKarya

app-name = { -app }
common-save = Save
common-done = Done
common-close = Close
common-cancel = Cancel
common-back = Back
common-undo = Undo
common-delete = Delete
common-edit = Edit
common-not-now = Not now
common-more = More
common-optional = optional
common-try-again = Try again

common-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
common-with-person = With { $name }

nav-today = Today
nav-diary = Diary
nav-people = People
nav-journey = Journey
nav-patterns = Patterns
nav-settings = Settings
nav-support = Support
nav-leave = Leave
