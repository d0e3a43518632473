# The week in words. Plain and kind: what was there, who was there, what was done. It praises nothing, blames nobody
# and never says what comes next. Below each number stands what it rests on.

review-title = Your week in words
review-of = { $from } to { $to }
review-lead = What you wrote in these seven days, gathered in one place.
review-empty = Nothing was written in this week. That is fine, and there is nothing to catch up on.
review-only-covered = { $n ->
    [one] You wrote one entry in this week. It is covered, so it is left out here.
   *[other] You wrote { $n } entries in this week. They are covered, so they are left out here.
}
review-rests-on = { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} on { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
review-best = { $n ->
    [one] Your highest mood was { $mood }, in this entry.
   *[other] Your highest mood was { $mood }, in these entries.
}
review-worst = { $n ->
    [one] Your lowest mood was { $mood }, in this entry.
   *[other] Your lowest mood was { $mood }, in these entries.
}
review-level = Your moods were all { $mood }.
review-one-mood = You gave one mood this week: { $mood }.
review-no-moods = You gave no mood this week.
review-more-moments = Only the first three are shown.
review-people-title = Who was there
review-people = You wrote about { $list }.
# One of that list, as in “Asha (3)”.
review-person = { $name } ({ $n })
review-nobody = No entry of this week names anybody.
review-feelings-title = What you felt
review-feelings = You named most often: { $list }.
# One of that list, as in “hurt (2)”.
review-feeling = { $word } ({ $n })
review-no-feelings = No entry of this week names a feeling.
review-ended-title = What you did, and how it ended
review-did = What you did: { $did }
review-got = How it went: { $got }
review-outcome = In your words: “{ $words }”
review-nothing-done = No entry of this week says what you did or how it ended.
review-heavy = There were hard moments in this week. You need not look at them alone: Support is one tap away.
review-keep = Is there one thing in it that you would like to keep, or to bring to a session?
review-sheet = Go on with the worksheet “Since last time”
review-earlier = The week before
review-later = The week after
review-why = These are your own entries of seven days. Highest and lowest are the moods that you gave; names and feelings are counted by entry. Covered entries are left out of all of it.
review-why-more = People often write more when they are upset, so a week on paper can look harder than it was.
