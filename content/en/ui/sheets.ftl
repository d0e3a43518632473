# Worksheets.

sheets-title = Worksheets
sheets-lead = One small piece of work at a time. You can stop at any point; everything is kept as you go.
sheets-open = Begun
sheets-rest = { $n ->
    [one] One that is done or put aside
   *[other] { $n } that are done or put aside
}

sheet-minutes = { $n ->
    [one] About a minute
   *[other] About { $n } minutes
}
sheet-minutes-between = About { $from } to { $to } minutes
sheet-begin = Begin
sheet-why = Why it may help
sheet-example = An example
sheet-before = Yours so far
sheet-place = { $n } of { $of }
sheet-next = Next
sheet-save-card = Save this card
sheet-back = Back
sheet-stop = Stop here for today
sheet-stopped = Kept. You can go on where you stopped.
sheet-not-today = Not today
sheet-end = That is all of it
sheet-done = You have done what this sheet is for. You can still change anything.
sheet-not-done = You can leave it like this. Everything you wrote is kept.
sheet-left = Still open, if you want to:
sheet-own-words = What you wrote here
sheet-belongs = Belongs to it
sheet-entry = Diary entry
sheet-person = Their page
sheet-bring = Bring to session
sheet-bring-hint = It is then offered for the page for your next session.
sheet-mine = For me only
sheet-mine-hint = It is never put on a page made for somebody else.
sheet-print = Print
sheet-text = Save as plain text
sheet-text-saved = Saved as { $name }. It lies where your browser keeps its downloads, and can be read by anybody who opens it.
sheet-aside = Put aside
sheet-take-up = Take up again
sheet-put-aside = Put aside.
sheet-leave-open = Not done for me yet
sheet-delete = Delete
sheet-deleted = Worksheet deleted.
sheet-take-back = Take back
sheet-one-less = One less
sheet-nothing-yet = Nothing there yet.
sheet-looks-like = This looks most like: { $what }. Does that fit?
sheet-fits = That fits
sheet-row = Row
sheet-row-name = { $name } { $n }
sheet-row-remove = Take away: { $name }
sheet-row-removed = Taken away.
sheet-row-down = Move { $name } down
sheet-row-up = Move { $name } up
sheet-entry-none = None
sheet-entry-open = Open this entry
sheet-feeling-choose = Choose a word …
sheet-feelings-more = All feeling words

sheet-told-part = { $label }: { $words }
sheet-told-of = { $n } of { $of }
sheet-foot = Made by me with { -app }. Not a medical document.
sheet-foot-lines = Made by me with { -app }. Not a medical document. Numbers can change; last checked { $date }.

## Being safe first

sheet-safe-title = First: are you safe?
sheet-safe-lead = This sheet is for two people who are safe with each other. Three questions, once for each person. Nobody sees your answers.
sheet-safe-first = We’ve put safety first here.
sheet-safe-said-nothing = You preferred not to say whether you are safe. If you are not, this sheet is not what helps.
sheet-held = This sheet is for two people who are safe with each other.
sheet-safe-open = What helps to be safe
sheet-safe-ask = Ask somebody for support

## The pace of grief

sheet-now-title = You can stop at any point. Is now a good time? Is someone around later?
sheet-now = Now
sheet-later = Later
sheet-later-said = It stays here. There is no hurry.
sheet-just-read = Just read
sheet-early = It’s early. Strong grief now is natural and doesn’t need fixing. These pages are here if you want them; many people prefer time and company first.
sheet-landing-title = Kept. Take a minute.
sheet-landing-feet = Put both feet on the floor.
sheet-landing-five = Name five things that you can see.
sheet-landing-who = Who could you send a message to?
sheet-how-now = How are you now?
sheet-now-low = lowest I get
sheet-now-high = best I get
sheet-unsafe = I don’t feel safe
sheet-go-on = Go on
sheet-landing-ask = Ask somebody for support

## Panels

sheet-word-times = { $word } ({ $n ->
    [one] once
   *[other] { $n } times
})
sheet-rung-next = The lowest rung with fewer than two tries: { $what }
sheet-rung-smaller = Can we make a smaller step?
sheet-no-region = Choose your country on the Support page, and its numbers stand here.
sheet-session = Session { $n } of { $total } · { $phase }
sheet-week = { $n ->
    [one] One mood since { $from }: { $middle }.
   *[other] { $n } moods since { $from }: middle { $middle }, lowest { $low }, highest { $high }.
}
sheet-week-none = No moods since { $from }.
sheet-then-circle = The circle since { $day }: { $moved }
sheet-then-circle-same = The circle since { $day }: nobody stands in another ring.
sheet-then-moved = { $name } from “{ $then }” to “{ $now }”
sheet-then-goal = “{ $text }”: { $then } of 10 at first, { $now } of 10 last
sheet-then-summary = Your summary: first of { $then }, latest of { $now }
sheet-try-sure = How sure you felt after a try
sheet-confidence = { $n ->
    [one] One try with a day and a number, { $first } to { $last }.
   *[other] { $n } tries with a day and a number, from { $first } to { $last }. A line between points says nothing about what lies between.
}
sheet-points-few = Not enough yet: { $n } of { $of }

sheet-log = Put it into the session log
sheet-log-none = Say on Journey that you are in IPT, and your sessions have a log.
sheet-harbour = My staying-safe plan
sheet-harbour-note = What helps you through the next hour, and who does. Best made with somebody you trust.
sheet-bring-open = A page for your next session

## Rehearsing

sheet-cards-none = Write an opening line or a likely reply first; then there is a card to rehearse with.
sheet-card-place = Card { $n } of { $of }
sheet-card-them = They may say
sheet-card-you = You could say
sheet-card-opening = It is your turn to begin.
sheet-card-turn = Show what I could say
sheet-card-front = Show what they may say
sheet-card-next = Next card
sheet-card-say = Read it aloud
sheet-say-again = Say it again
sheet-clock-start = Time two minutes
sheet-clock-left = { $left } left
sheet-clock-stop = Stop the clock
sheet-clock-over = Two minutes are over. You can stop here.
sheet-way-first = as written
sheet-way-shorter = shorter
sheet-way-kinder = kinder
sheet-way-firmer = firmer
