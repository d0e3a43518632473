# A page for somebody who helps: what is on it is chosen, and it is seen as it will be printed.

report-title = A page to show
report-lead = For a therapist or a doctor, or only for you. Choose what is on it; below you see it as it will be printed. Nobody gets it unless you give it to them.
report-open = A page to show
report-open-note = For a therapist or a doctor: choose what is on it, print it or save it.
report-span = The time it is about
report-span-30 = The last 30 days
report-span-90 = The last 90 days
report-span-month = This month
report-span-last = Last month
report-sections = What is on it
report-names = Write names out in full
report-names-hint = Otherwise they are initials. What you typed yourself stays as you typed it.
report-numbers = Save numbers as a table
report-numbers-hint = The table has the middle mood of each day of this time, and your totals where they are ticked. No words of yours are in it, and nothing that is covered.
report-preview = As it will be printed
report-none = Choose at least one section.
report-nothing = Nothing noted in this time.
report-from-to = { $from } to { $to }
report-course = Where I am
report-summary = How it hangs together
report-goals = Goals
report-mood = Mood
report-feelings = Feelings I named
report-patterns = What my entries show
report-patterns-pick = Patterns of this time, if you want them on it
report-patterns-none = No pattern of this time has enough entries yet.
report-around = Around “{ $event }”
report-people = People around me
report-people-now = As they stand today.
report-moments = Starred moments
report-tried = Tries I looked back at
report-totals = Totals of questionnaires
report-goal = “{ $text }”: { $then } of 10 on { $from }, { $now } of 10 on { $to }
report-focus = Working on: { $area }
report-focus-two = Working on: { $area }, and beside it { $second }
report-mood-said = { $n ->
    [one] One entry with a mood: { $middle }.
   *[other] { $n } entries with a mood: middle { $middle }, lowest { $low }, highest { $high }.
}
report-feelings-said = In { $n ->
    [one] one entry
   *[other] { $n } entries
} with a feeling: { $feelings }.
report-times = { $name } ({ $n ->
    [one] once
   *[other] { $n } times
})
report-numbers-day = Day
report-numbers-what = What
report-numbers-value = Value
report-numbers-entries = Entries
report-numbers-mood = Middle mood
