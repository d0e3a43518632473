# What somebody works on: the questions “Where does it pinch?”, the focus, the working summary and the goals.
#
# The questions themselves stand in content/en/pinch. Points sort somebody’s own answers and are never a verdict.

pinch-title = Where does it pinch?
pinch-lead = About 35 short questions, fewer if a topic doesn’t apply, to help you and your therapist choose a focus. It is not a test and cannot tell you what is wrong.
pinch-way = A way to think, not a test.
pinch-adults = These questions are for adults. If you are under 18, please think about them together with someone you trust.
pinch-later = If you have just been looking for help, or today is very hard, leave this for another day. It will still be here.
pinch-how = Every answer is saved at once. You can skip any of them, go back, and stop whenever you like.
pinch-begin = Begin
pinch-again = Answer them again
pinch-go-on = Go on
pinch-earlier = Your answers so far
pinch-row-open = Not finished. It goes on where you stopped.
pinch-row-done = Finished
pinch-of = Answers of { $day }
pinch-nth = { $n ->
    [2] { $day }, the second time
    [3] { $day }, the third time
   *[other] { $day }, time { $n }
}
pinch-topic = Topic { $n } of { $total }
pinch-stop = Stop here for today
pinch-finish = See what came out
pinch-skip-hint = Leave out whatever you don’t want to answer.
pinch-delete = Delete these answers
pinch-deleted = Your answers are in the bin.
pinch-safe-still = { $name }’s page says that you do not always feel safe with them.
pinch-safe-open = Change it on { $name }’s page
pinch-safe-kept = This is now kept on { $name }’s page as well.

much-none = Not at all
much-little = A little
much-quite = Quite a bit
much-lot = A great deal
gate-yes = Yes
gate-no = No
gate-unsure = Not sure
told-rather-not = Prefer not to say

## What came out

outcome-title = What came out
outcome-not-diagnosis = This isn’t a diagnosis.
outcome-points = { $n ->
    [one] { $n } point out of 20
   *[other] { $n } out of 20
}
outcome-not-apply = Doesn’t apply
outcome-not-enough = Not enough answers
outcome-open = Left out
outcome-skipped = { $n ->
    [one] { $n } question was skipped and counts as 0: { $which }
   *[other] { $n } questions were skipped and count as 0: { $which }
}
band-little = a little here
band-something = something here
band-lot = a lot here
outcome-one = Have a look at this one first: { $area }
outcome-close = These two are close
outcome-close-many = These are close
outcome-nothing = Nothing stands out
outcome-nothing-else = Nothing else stands out
outcome-part = Nothing stands out in what you answered
outcome-missing = Left out, or with too few answers to say anything, which is fine:
outcome-go-on = Answer these too
outcome-nothing-body = Talk it through, or choose for yourself
outcome-why = Why this came up: { $area }
outcome-own = “{ $item }” { $answer }
outcome-no-own = None of your answers here was “Quite a bit” or more.
outcome-else = What else it could be
outcome-else-less = { $n ->
    [0] { $area }, with the same number of points.
    [one] { $area }, with { $n } point less.
   *[other] { $area }, with { $n } points less.
}
outcome-else-more = { $n ->
    [one] { $area }, with { $n } point more.
   *[other] { $area }, with { $n } points more.
}
outcome-also = Also worth keeping in mind: { $area }
outcome-events-first = Things that happened, such as a loss, a clash or a change, come first here: IPT is built around them, and may help less where it has only loneliness to work on.
outcome-footer = These points are a way of sorting your own answers. They haven’t been tested scientifically. If your therapist sees it differently, go with the conversation.
outcome-safe-link = How to be safe
outcome-change = Change an answer
outcome-read-grief = The page about grief and loss
outcome-beside = Side by side with
outcome-beside-none = Nothing
outcome-beside-title = Then and now, side by side
outcome-area = Area

## Trying on and choosing

try-title = Try it on
try-lead = Choose one and see what working on it would be like. You decide, and you can change it at any time.
try-choose = An area to try on
try-suggested = suggested
try-confirm = Make this my focus
focus-next-summary = Next: put it into a few sentences
focus-next-goals = Next: write down one small goal
try-second = Keep it as my second focus
try-other = Look at another
try-held = Being safe comes first, so nothing is suggested for the two of you. You can still choose it.
try-read = Read more about it
focus-title = Your focus
focus-lead = One thing to work on first, and at most one more to keep in mind.
focus-none = You have not chosen one yet.
focus-since = Your focus since { $day }
focus-second-is = Second focus: { $area }
focus-second-drop = Let the second one go
focus-chosen = Your focus is now: { $area }
focus-second-chosen = Your second focus is now: { $area }
focus-second-dropped = The second focus is let go.
focus-history = What it was before
focus-both = { $main }, and second: { $second }
focus-halfway = Still the right focus?
focus-halfway-body = You are about halfway. Look at what you work on and at your goals once more.
focus-halfway-yes = Yes
focus-halfway-adjust = Adjust
focus-halfway-talk = Talk to my therapist
focus-halfway-kept = You looked at it again halfway.
focus-halfway-talk-body = Your summary and your goals print on one page, to take along.
focus-halfway-note = Asked halfway
focus-journey-none = A few questions can help you choose what to work on first.

## The working summary

summary-title = How it hangs together
summary-label = A working summary, not a diagnosis.
summary-lead = A few answers become one paragraph that you can agree with. Leave out what you don’t want to answer.
summary-begin = Begin
summary-empty = In a few sentences: what you have been feeling, since when, and what goes on with the people around you.
summary-feelings = What have you been feeling?
summary-feelings-hint = These are the ones you noted most in the last four weeks. Choose those that fit.
summary-times = { $n ->
    [one] once
   *[other] { $n } times
}
summary-felt = What you have been feeling, in your own words
summary-felt-hint = For example: flat, tired and irritable
summary-since-when = Since when?
summary-context = What was happening with people around that time?
summary-context-hint = For example: I was made redundant and my partner began paying for everything
summary-people = Whom does it have to do with?
summary-area = What you work on
summary-area-none = Nothing is chosen yet.
summary-area-choose = Choose a focus
summary-round = How does it go round?
summary-round-lead = Often it goes in a circle. Finish the four sentences.
summary-round-when = When this happens
summary-round-when-hint = For example: Sam pays for the shopping
summary-round-feel = I feel
summary-round-feel-hint = For example: useless
summary-round-act-label = What I do
summary-round-act-hint = For example: go quiet
summary-round-others = Others then
summary-round-others-hint = For example: stop asking
summary-round-back = … and round it goes.
summary-strengths = What helps you, and who?
summary-strengths-hint = For example: my sister and a good work record
summary-goals = Your goals
summary-goals-none = No goal is written down yet.
summary-goals-open = Your goals
summary-yours = Your summary
summary-words = In one paragraph
summary-words-hint = It is made of your answers. Change any word you like; then it stays as you wrote it.
summary-anew = Make it anew from my answers
summary-anew-done = The paragraph is made of your answers again.
summary-agreed = This sounds right enough
summary-agreed-hint = It need not be perfect. You can change it later.
summary-missing = It is still without a focus or a goal. That is fine for now.
summary-done = Agreed with. It has a focus and a goal: enough to work with.
summary-new = Begin a new version
summary-new-done = A new version. The one before is kept below.
summary-print = Print
summary-of = Version of { $day }
summary-versions = Earlier versions
summary-deleted = The version is in the bin.
summary-delete = Delete this version
summary-sentence-both = Since { $since } I’ve been feeling { $feelings }.
summary-sentence-feelings = I’ve been feeling { $feelings }.
summary-sentence-since = It has been like this since { $since }.
summary-sentence-context = Around that time { $context }.
summary-sentence-area = This looks mostly like { $area }.
summary-sentence-areas = This looks mostly like { $area }, and partly like { $second }.
summary-sentence-people = It has to do with { $people }.
summary-sentence-round = It seems to go round like this: { $round }
summary-sentence-strengths = I also have { $strengths }.
summary-sentence-goals = I’d like to work on: { $goals }
summary-sentence-goals-sessions = Over { $total } sessions I’d like to work on: { $goals }
summary-sentence-close = My low mood is a condition that can get better; it isn’t my fault, and I have a part to play in getting well.
summary-part-when = when { $text }
summary-part-feel = I feel { $text }
summary-part-act = I { $text }
summary-part-others = others then { $text }
list-end = { $text }.
list-and = { $before } and { $last }
area-inline-grief = grief and loss
area-inline-dispute = a difficult relationship
area-inline-change = a life change
area-inline-connection = loneliness and the wish for connection

## Goals

goals-title = Your goals
goals-lead = Up to three. Small, about people, and something you could see within a few weeks.
goals-empty = For example: tell Sam what the job meant to me. Or: see one old colleague a fortnight.
goals-add = Add a goal
goals-full = Three are enough at one time. Put one away to make room for another.
goals-unwritten = A goal without words yet
goals-put-away = Put away
goal-title = A goal
goal-text = What would you like to do, or have happen?
goal-hint = Small, about people, and something you could see.
goal-notice = How would someone else notice?
goal-near = How near is it today?
goal-near-hint = 0 is not at all, 10 is there. It may go up and down; nobody counts it.
goal-near-low = not at all
goal-near-high = it is there
goal-rated = { $n ->
    [one] Rated once: { $last }, on { $day }.
   *[other] Rated { $n } times, the last time { $last }, on { $day }.
}
goal-not-rated = Not rated yet
goal-line = { $n ->
    [one] { $n } rating, on { $first }.
   *[other] { $n } ratings, from { $first } to { $last }.
}
goal-table = Show the numbers
goal-day = Day
goal-value = How near, 0 to 10
goal-archive = Put it away
goal-unarchive = Take it up again
goal-delete = Delete
goal-deleted = The goal is in the bin.
