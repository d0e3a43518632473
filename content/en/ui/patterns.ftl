# Looking back in numbers. Only counts and middles of what was written; never a cause, never a score for a person.

patterns-title = Patterns
patterns-lead = What you have written, seen from further away. It describes your entries, not you.
patterns-not-enough = Not enough yet: { $n } of { $needed }
patterns-not-enough-hint = With so few, a picture would say more than it knows.
patterns-empty-title = Nothing to see yet
patterns-empty-body = After three days with a check-in, the first line appears here. There is no hurry.
patterns-empty-action = Check in
patterns-range = Time shown
patterns-range-month = 30 days
patterns-range-quarter = 90 days
patterns-range-year = A year
patterns-range-all = Everything
patterns-period = { $from } to { $to }
patterns-week-of = Week of { $date }
patterns-as-table = Show as a table
patterns-as-picture = Show as a picture
patterns-missing = People often write more when they are upset. Days without an entry are left blank.
patterns-excludes-quarantined = Some entries could not be read and are not counted here.

mood-line-title = Your mood
mood-line-caption = Your mood entries, { $from } to { $to }
mood-line-summary = { $days ->
    [one] { $days } day with a mood
   *[other] { $days } days with a mood
}, { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
}. Middle { $middle }, lowest { $lowest }, highest { $highest }.
mood-line-why-weeks = So that a long time fits on one screen, each dot is the middle of one week. The line breaks where you gave no mood.
mood-line-why-months = So that a long time fits on one screen, each dot is the middle of one month. The line breaks where you gave no mood.
mood-line-why = Each dot is the middle of the moods you gave on one day. The line breaks where you gave none.
mood-line-day = Day
mood-line-mood = Middle mood
mood-line-entries = Entries
mood-line-week = Middle of seven days

counts-title = What you wrote about
counts-why = How often you chose each word or person. More often does not mean more important.
counts-feelings = Feelings you named
counts-people = People in your entries
counts-kinds = Kinds of moments
counts-times = { $n ->
    [one] { $n } time
   *[other] { $n } times
}
counts-none = None named yet.
