# The timeline: what happened, how the mood was, and when a low spell began.
#
# It puts things beside each other and never says that one came from the other. A title of one word is enough, and
# nobody is asked for more of what was hard.

line-title = Your timeline
line-lead = What happened, and how your mood was, side by side.
line-open-note = See what happened around the time your mood dropped.
line-add = Add something that happened
line-empty = Nothing stands here yet. Good things belong here as much as hard ones.
line-list = Everything in order
line-more = More for your timeline
line-more-body = You can also say how your mood was over a longer time, such as a school year or a winter.
line-add-band = Add a stretch of mood
line-add-spell = Add an earlier low spell
line-print = Print
line-undated = No date yet
line-between = { $from } to { $to }
line-near = around the time your mood dropped

## The beginning of the present low spell

line-onset = Low spell began
line-onset-title = One date to begin with
line-onset-why = Once it is marked, you can see what happened around it. A rough date will do, and you can change it whenever you like.
line-onset-ask = When did this low spell start?
line-onset-kept = The date is kept.
line-onset-cleared = The date is taken away.
line-began = This low spell began in { $when }.
line-began-on = This low spell began on { $when }.
line-change-onset = Change the date
line-window = These happened around the time your mood dropped. That doesn’t prove one caused the other. IPT is interested in the link either way.
line-window-none = Sometimes there’s no single event. That’s fine; what you note about your people may show slower changes.
line-window-key = The shaded part between dashed lines goes from six months before to two months after that date. Events in it have a frame.

## The picture

line-head-mood = Mood, 0 to 10
line-mood-ends = low … better
line-head-events = What happened
line-fold = { $first } to { $last }
line-span = Your timeline from { $first } to { $last }.
line-events = { $n ->
    [0] Nothing that happened is noted.
    [one] { $n } thing that happened.
   *[other] { $n } things that happened.
}
line-bands = { $n ->
    [one] { $n } stretch of mood.
   *[other] { $n } stretches of mood.
}
line-pins = { $n ->
    [one] { $n } page of your diary.
   *[other] { $n } pages of your diary.
}
line-n-near = { $n ->
    [0] None of them is dated around that time.
    [one] One was around that time.
   *[other] { $n } were around that time.
}
line-sign-hard = was hard
line-sign-good = was good
line-sign-plain = neither, or not said
line-sign-pin = from your diary
line-sign-onset = this low spell began
line-sign-earlier = an earlier low spell began
line-sign-band = how your mood was
line-pin-untitled = A page of your diary
line-months = { $n ->
    [one] The thin line is the middle mood of each month: { $n } entry, { $from } to { $to }.
   *[other] The thin line is the middle mood of each month: { $n } entries, { $from } to { $to }.
} Months with moods on fewer than five days are left out.
line-months-table = Mood of each month in numbers
line-months-middle = Middle mood
line-months-entries = Entries
line-months-days = Days

## Kinds of things that happen

sort-loss = Loss
sort-conflict = Conflict
sort-change = Change
sort-isolation = Being cut off
sort-health = Health
sort-work = Work or money
sort-good = A good thing
sort-other = Something else

## How it felt

impact-very-hard = −3, very hard
impact-hard = −2, hard
impact-a-bit-hard = −1, a bit hard
impact-neither = 0, neither
impact-a-bit-good = +1, a bit good
impact-good = +2, good
impact-very-good = +3, very good

## Adding and changing

event-untitled = Something that happened
event-title = What happened
event-title-hint = A word or two is enough.
event-when = When was it?
event-sort = What kind of thing was it?
event-people = Who was part of it?
event-people-pages = Their pages:
event-impact = How did it feel?
event-impact-note = A change you wanted can still be hard.
event-more = It went on for a time, or there is more to say
event-until = Until when?
event-until-hint = Only if it went on for a time.
band-untitled = A stretch of mood
band-when = When was it, or when did it begin?
band-until = Until when?
band-until-hint = Leave it empty if the first date says it all.
band-level = How was your mood, roughly?
band-label = A name for it
band-label-hint = If you like: “the first year here”.
spell-present = This low spell
spell-earlier = An earlier low spell
spell-when = When did that low spell start?
spell-until = When did it end?
spell-until-hint = Leave it empty if it goes on, or if you are not sure.
spell-is-earlier = This is an earlier low spell
spell-is-earlier-hint = Then you can mark when the present one started.
part-order-left = A date was not kept, because the end would have been before the beginning. Everything else is saved.
part-order = The end would lie before the beginning. What you gave stays here, and is kept once the two fit.
part-note = A note
part-note-hint = Only if you want to. You don’t have to go into it.
part-delete = Delete this
part-deleted = Taken off your timeline. It stays in the bin for 30 days.
entry-pin = Put it on the timeline
entry-pinned = On your timeline
person-line-title = On your timeline
person-died-when = Roughly when?
