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

## What every finding says

# Below the smallest number this stands there, and nothing else.
patterns-not-enough-of = Not enough yet: { $have } of { $need }
# Of two groups the smaller one is told.
patterns-covered = { $n ->
    [one] { $n } covered entry is left out.
   *[other] { $n } covered entries are left out.
}
patterns-leave-covered = Leave out covered entries
patterns-filter-people = With
patterns-filter-area = Area
patterns-filter-phase = Part of my sessions
patterns-filter-kind = Kind of moment
patterns-filter-none = All
patterns-filtered = Only the entries that you chose above are counted.
patterns-filter-clear = Clear
patterns-filter-nothing = No entry is like that in this time.
patterns-filter-add = Choose somebody
# Where there are more bars than a screen holds.
patterns-last-bars = The picture shows only the last { $n }; the table has them all.

## What belongs together

patterns-group-mood = Mood
patterns-group-people = People
patterns-group-feelings = Feelings
patterns-group-did = What happened and what you did
patterns-group-times = Times

## The mood line by its exact name

mood-line-entries-of = Your mood entries, { $from }–{ $to }

## Days with a difficult moment, and other days

hard-days-title = Harder days and other days
hard-days-said = On { $days ->
    [one] { $days } day
   *[other] { $days } days
} with a difficult moment, the middle mood was { $mood }. On { $others ->
    [one] { $others } other day
   *[other] { $others } other days
} it was { $other_mood }. This doesn’t show which came first.
hard-days-hard = With a difficult moment
hard-days-other = Other days
hard-days-people = Who you named on these days
hard-days-person = { $name }: { $hard ->
    [one] { $hard } day
   *[other] { $hard } days
} with a difficult moment, { $others ->
    [one] { $others } other day
   *[other] { $others } other days
}
hard-days-people-note = People stand by name. How often somebody is named says nothing about them.
hard-days-summary = Two rows of dots, one for each day: days with a difficult moment from { $low } to { $high }, other days from { $other_low } to { $other_high }.
hard-days-why = You noted an argument, a silence, or contact that didn’t come on some days, and gave moods on these and on other days. Here the two kinds of days stand side by side.
hard-days-why-more = A low mood may come before such a moment, or after it, and both may go with something else. Your entries can’t tell these apart.

## Before and after, with each person

before-after-title = Before and after, with people
before-after-said = In { $n ->
    [one] { $n } entry
   *[other] { $n } entries
} with { $name }, your mood afterwards was lower { $lower ->
    [one] { $lower } time
   *[other] { $lower } times
}, the same { $same ->
    [one] { $same } time
   *[other] { $same } times
}, higher { $higher ->
    [one] { $higher } time
   *[other] { $higher } times
}. Middle change { $change }.
before-after-small = That’s a small number; it could easily change.
before-after-lower = Lower
before-after-same = The same
before-after-higher = Higher
before-after-change = Middle change
before-after-none = Nobody stands here yet. An entry counts when it names somebody and has a mood just before and just after.
before-after-summary = One dot for each entry with { $name }, from { $low } to { $high }; 0 means that the mood was the same.
before-after-summary-bars = A bar for each size of change in entries with { $name }, from { $from } to { $to }, with the number of entries above it; 0 means that the mood was the same.
before-after-why = In some entries you gave a mood just before and just after, and named somebody. For each person the two are put next to each other. People stand by name, and nobody is compared.
before-after-why-more = It says how those entries were, not what somebody is like. You may write more often when something was hard.

## Feelings with each person

felt-with-title = Feelings with people
felt-with-said = Most often noted with { $name }: { $list }.
# One of that list, as in “Sad 4”.
felt-with-one = { $family } { $n }
felt-with-rests-on = { $n ->
    [one] { $n } entry that names
   *[other] { $n } entries that name
} a feeling, { $from } to { $to }
felt-with-summary = Families of feelings in entries with { $name }, the most often noted first: { $list }.
felt-with-why = In some entries you named somebody and a feeling. Here the feelings are counted by their family. One entry can name several.
felt-with-why-more = A feeling in an entry with somebody need not be about them.

## Feelings over time

fortnights-title = Feelings over time
fortnights-said = { $n ->
    [one] { $n } feeling
   *[other] { $n } feelings
} in { $fortnights ->
    [one] { $fortnights } fortnight
   *[other] { $fortnights } fortnights
}, counted by family
fortnights-first = From
fortnights-family = Family
fortnights-n = How often
fortnights-summary = A bar for each fortnight from { $from } to { $to }: the most feelings, { $most }, in the one from { $when }.
fortnights-why = You named feelings in these weeks. Each bar is two weeks, and each part of it one family of feelings, with its number.
fortnights-why-more = A taller bar means more words were written down, not that more was felt.

## What I did, and how it went

did-got-title = What you did and how it went
did-got-said = When you { $did }, it went as hoped or better { $k } of { $n } times.
did-got-something-else = did something else
did-got-did = What I did
did-got-n = How often
did-got-overlap = An entry in which you did several things stands in several rows.
did-got-row-small = Fewer than { $need } times: only the numbers.
did-got-summary = A table of { $rows ->
    [one] { $rows } thing
   *[other] { $rows } things
} you did, from { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}, each with how it went.
did-got-why = In some entries you noted what you did and what came of it. Here these answers are counted against each other.
did-got-why-more = How something went depends on much more than what you did, on the other person too. It doesn’t say what will happen next time.

## Support and mood

support-mood-title = Support and mood
support-mood-said = In { $much ->
    [one] { $much } entry
   *[other] { $much } entries
} where you felt supported, the middle mood was { $mood }. In { $little ->
    [one] { $little } other entry
   *[other] { $little } other entries
} where you felt little support, it was { $other_mood }. This doesn’t show which came first.
support-mood-much = Felt supported
support-mood-little = Felt little support
support-mood-summary = Two rows of dots, one for each entry: with support from { $low } to { $high }, with little support from { $other_low } to { $other_high }.
support-mood-why = In some entries you said how supported you felt. “Quite a bit” and “very much” stand on one side, “a little” and “not at all” on the other. “Somewhat” is left out.
support-mood-why-more = On a low day support can be harder to notice. Your entries can’t tell that apart from there being less of it.

## Part of the day, day of the week

day-times-title = Times of day and of the week
day-times-said = Middle moods on { $days ->
    [one] { $days } day
   *[other] { $days } days
}, by part of the day and by weekday
day-times-part = Part of the day
day-times-weekday = Weekday
day-times-days = Days
day-times-morning = Morning (5 to 12)
day-times-afternoon = Afternoon (12 to 17)
day-times-evening = Evening (17 to 22)
day-times-night = Night (22 to 5)
day-times-cell-small = fewer than { $need } days
day-times-summary = Middle moods by part of the day go from { $low } to { $high }, and by weekday from { $week_low } to { $week_high }.
day-times-why = You gave moods at different times, over at least three weeks. A part of the day or a weekday is shown once it has four days. Each day counts once.
day-times-why-more = You may write at some times more than at others, and when something has happened.

## Around an event

around-title = Around an event
around-note = The two weeks before something happened, and the two weeks after. It needs five days with a mood on each side.
around-open = See the days around it
around-pick = An event of your timeline
around-said = Before: { $before } ({ $days_before ->
    [one] { $days_before } day
   *[other] { $days_before } days
}). After: { $after } ({ $days_after ->
    [one] { $days_after } day
   *[other] { $days_after } days
}). Other things were happening too.
around-before = 14 days before
around-after = 14 days after
around-no-events = No event here has a date to the month yet.
around-summary = Two rows of dots, one for each day: before it from { $low } to { $high }, after it from { $other_low } to { $other_high }.
around-why = You chose an event. Here are the middle moods of the 14 days before it began and the 14 days after. The day itself is left out; so is its whole month, if that is all you know.
around-why-more = It shows two stretches of time side by side, and not why they are alike or different.

## The focus, week by week

focus-weeks-title = Your focus, week by week
focus-weeks-said = { $area }: { $n ->
    [one] { $n } entry
   *[other] { $n } entries
} in { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
focus-weeks-week = Week of
focus-weeks-n = Entries
focus-weeks-support = Middle support, 0 to 4
focus-weeks-connected = Middle connection, 0 to 4
focus-weeks-no-focus = Once you have chosen what to work on, its weeks can be seen here.
focus-weeks-summary = Entries about { $area } for each week from { $from } to { $to }; the most in one week are { $most }.
focus-weeks-why = You marked entries as being about what you work on. For each week there is their number, and how supported and connected you felt in them.
focus-weeks-why-more = More entries can mean that more happened, or that you looked at it more closely. Both are part of the work.

## Sleep and the day after, only where it was turned on

sleep-mood-title = Sleep and the day after
sleep-mood-said = On { $short ->
    [one] { $short } day
   *[other] { $short } days
} after shorter nights, the middle mood was { $mood }. On { $long ->
    [one] { $long } other day
   *[other] { $long } other days
} it was { $other_mood }. This doesn’t show which came first.
sleep-mood-short = After shorter nights
sleep-mood-long = After other nights
sleep-mood-hours = Shorter means below { $hours } hours, which is the middle of your own nights.
sleep-mood-turn-on = Show sleep next to mood
sleep-mood-turn-on-note = Off unless you turn it on. It only looks at hours that you noted yourself.
sleep-mood-summary = Two rows of dots, one for each day: after shorter nights from { $low } to { $high }, after other nights from { $other_low } to { $other_high }.
sleep-mood-why = You turned this on, and noted hours of sleep. The hours that you note on a day are read as those of the night before it, next to the mood of that day.
sleep-mood-why-more = How you slept is one of many things in a day. There is no right number of hours here.

## Goals over time

goal-lines-title = Goals and questionnaires over time
goal-lines-none = No goal is written down yet, and no questionnaire has two totals yet.
# The list is one or both of the two below.
goal-lines-summary = From { $from } to { $to }: { $list }.
goal-lines-goals = { $n ->
    [one] { $n } goal, from 0 (not at all) to 10 (it is there)
   *[other] { $n } goals, each from 0 (not at all) to 10 (it is there)
}
goal-lines-measures = { $n ->
    [one] { $n } questionnaire on its own scale
   *[other] { $n } questionnaires, each on its own scale
}
goal-lines-all = All the time there is is shown, whatever is chosen above.
goal-lines-goal = Goal or questionnaire
goal-lines-value = How near, or the total
# A total next to the highest that it can be.
goal-lines-total = { $total } of { $most }
goal-lines-now = { $goal }: { $first } on { $from }, { $last } on { $to }
goal-lines-unrated = { $goal }: not looked at yet
goal-lines-why = You said from time to time how near each goal is, or filled in a questionnaire. They stand on the same days, each on its own scale, and none is compared with another. Days without an answer are left blank. The ground shows the parts of your sessions.
