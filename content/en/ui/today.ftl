# Today, with the check-in.

today-title = Today

## Check-in: three taps, saved after the first

checkin-title = Check in
checkin-mood-question = How are you right now?
checkin-mood-lowest = 0, lowest I get
checkin-mood-highest = 10, best I get
checkin-feeling-question = Is there a word for it?
checkin-person-question = Was someone part of it?
checkin-saved-mood = Saved: { $mood }.
checkin-change = Change
checkin-change-mood = Change the mood
checkin-more = Say what happened
checkin-whole-form = Open the whole page
checkin-another = Another check-in
checkin-nothing-much = Nothing much
checkin-nothing-much-hint = A quiet day counts too. One tap and it is noted.
checkin-nothing-much-saved = Noted: a quiet day.
checkin-all-feelings = All the words
checkin-new-person = Someone new

## The rest of the page

today-earlier = Earlier today
today-draft-title = You were writing something
today-draft-continue = Carry on writing
today-draft-discard = Let it go
today-draft-from = Started { $when }
today-week-title = The last seven days
today-week-body = { $n ->
    [one] You wrote { $n } entry in the last seven days.
   *[other] You wrote { $n } entries in the last seven days.
}
today-prompt-title = Something to write about, if you like
today-prompt-write = Write about this
today-prompt-another = Show another
today-prompt-hide = Not today
today-starred = Starred to look at again

## The quiet card after a very heavy entry. Once for each entry; it never stops anyone from saving.

quiet-title = That sounds very heavy.
quiet-body = Would any of these help right now?
quiet-person = Someone I trust
quiet-lines = Help lines
quiet-not-now = Not now
quiet-note = Nobody reads this. If you need someone now, use Support.

## When much was written on one day. Once a day.

heavy-day-title = You have written a lot today.
heavy-day-body = Writing can help, and it can also keep a hard thing going round. Would a walk, a person or the Support page do you more good just now?
heavy-day-continue = I want to keep writing
heavy-day-support = Open Support

## A break from tracking

break-body = Watching yourself closely does not suit everyone all the time. Take a break whenever you like. Nothing is deleted and nobody counts the days.
break-one-day = For a day
break-one-week = For a week
break-until-back = Until I say
break-on-title = You are taking a break
break-on-until = Your break lasts until { $date }. Your diary is here when you want it.
break-on-open = Your break lasts until you end it. Your diary is here when you want it.
break-end = End the break
break-write-anyway = Write something anyway

## The next small step. Offered, never due.

step-title = A small next step
step-agreed = What you wanted to try
step-open = Go there
step-another = Something else
