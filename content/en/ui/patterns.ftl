# Looking back in numbers. Only counts and middles of what was written; never a cause, never a score for a person.

patterns-title = Patterns
patterns-lead = What you have written, seen from further away. It describes your entries, not you.
patterns-not-enough = Not enough yet: { $n } of { $needed } days with a mood
patterns-not-enough-hint = With so few, a picture would say more than it knows.
patterns-empty-title = Nothing to see yet
patterns-empty-body = After three days with a check-in, the first line appears here. There is no hurry.
patterns-empty-action = Check in
patterns-range = Time shown
patterns-range-month = 30 days
patterns-range-quarter = 90 days
patterns-range-year = A year
patterns-range-all = Everything
# What a finding rests on, always beside it.
patterns-rests-on = { $from } to { $to }: { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} on { $days ->
    [one] { $days } day.
   *[other] { $days } days.
}
patterns-days-without = { $n ->
    [0] No day between is empty.
    [one] { $n } day between has no entry.
   *[other] { $n } days between have no entry.
}
patterns-hide = Hide: { $name }
patterns-show = Show: { $name }
patterns-open-month = See it as a calendar
patterns-open-year = See the whole year
patterns-week-of = Week of { $date }
patterns-as-table = Show as a table
patterns-missing = People often write more when they are upset. Days without an entry are left blank.
patterns-excludes-quarantined = Some entries could not be read and are not counted here.

mood-line-title = Your mood
mood-line-table = Your mood in numbers
mood-line-summary = Middle { $middle }, lowest { $lowest }, highest { $highest }.
mood-line-days-without = { $n ->
    [0] No day between is without a mood.
    [one] { $n } day between has no mood.
   *[other] { $n } days between have no mood.
}
mood-line-by-day = Each dot is the middle mood of one day.
mood-line-by-week = So that it fits on one screen, each dot is the middle of one week.
mood-line-by-month = So that it fits on one screen, each dot is the middle of one month.
mood-line-by-year = So that it fits on one screen, each dot is the middle of one year.
mood-line-trend = The broken line is the middle of seven days, where at least four have a mood.
mood-line-why = You gave moods on these days, and this is how they lie side by side. The middle is the value with as many below it as above. Where you gave none, the line is only dotted across.
mood-line-why-longer = It says how it was, not why, and not what comes next.
mood-line-day = Day
mood-line-mood = Middle mood
mood-line-entries = Entries

counts-why = How often you chose each word or person. More often does not mean more important.
counts-feelings = Feelings you named
counts-people = People in your entries
counts-kinds = Kinds of moments
counts-no-family = In no family
counts-name = Name
counts-number = How often
counts-left-out = { $n ->
    [one] { $n } more is not shown here.
   *[other] { $n } more are not shown here.
}
counts-none = None named in this time.

## How things went next to what was expected: counted from the worksheets that say so, from all the time there is

predictions-title = Next to what you expected
predictions-not-enough = Not enough yet: { $n } of { $needed }
predictions-not-enough-hint = Counted are the times you noted how something went, next to what you expected.
predictions-said = It went better than you expected { $k } of { $n } times.
predictions-rests-on = { $from } to { $to }: { $n ->
    [one] { $n } time
   *[other] { $n } times
} that you noted how something went.
predictions-better = Better than I expected
predictions-same = As I expected
predictions-worse = Worse than I expected
predictions-why = In some worksheets you note how a talk or a meeting was, next to what you expected. Here these answers are counted, from all the time there is, whatever time is chosen above.
predictions-why-more = It says how it was, not how it will be. What was easier to note is here more often.
