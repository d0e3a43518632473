# Measures: questionnaires of others, shown word for word and asked for only where somebody chose that. What is said of a
# total is said in the order of the core (measure::lines). Never what somebody has or is, and never what to take or to do.

measures-title = Questionnaires
measures-lead = Optional questionnaires you can show your therapist. None is asked unless you choose it.
measures-open-note = Optional. None is asked unless you choose it.
measures-about = { $n ->
    [one] { $n } question.
   *[other] { $n } questions.
} About three minutes. Optional, and not a test: there are no right answers.
measures-begin = Begin
measures-go-on = Go on
measures-again = Fill it in again
measures-latest = Latest: { $total } out of { $most }, { $day }
measures-none-yet = Not filled in yet.
measures-none-whole = Begun, and not finished.
measures-means = What the numbers mean
measures-terms = Where it comes from, and its terms
measures-ask = Ask me to fill in { $title }
measures-often = How often
measures-often-period = Every two weeks
measures-often-session = Before each session
measures-often-note = The questions are about the last two weeks, so every two weeks is enough for most people.
measures-not-enough = Not enough yet: { $n } of { $needed }
measures-unfinished = Unfinished
measures-unfinished-note = { $n ->
    [one] { $n } question has no answer, so there is no total. What you answered is kept.
   *[other] { $n } questions have no answer, so there is no total. What you answered is kept.
}

## The form

measures-keeps = Each answer is kept as you tap it. You can leave any out, and go on today or tomorrow.
measures-not-counted = The next question is not counted in the total.
measures-nth = Question { $n } of { $of }
measures-finish = Finish
measures-stop = Stop for now
measures-of-day = Begun on { $day }
measures-finished = Your answers are kept.
measures-finished-unfinished = What you answered is kept, as unfinished. There is no total.

## What can be done with one that was filled in

measures-answers = Your answers
measures-question = Question
measures-answer = Answer
measures-no-answer = no answer
measures-change = Change my answers
measures-delete = Delete this one
measures-deleted = It is deleted, and stays in the bin for 30 days.
measures-filled-on = Filled in on { $day }
measures-anew = Start anew from here
measures-anew-note = Later totals are then compared with this one. The earlier ones stay.
measures-anew-on = Later totals are now compared with this one.
measures-anew-off = Later totals are now compared with where you started before.

## The result, line by line

measures-safety-matters = Your answer about hurting yourself matters whatever the total.
measures-total = { $total } out of { $most }
measures-band = described by the authors as ‘{ $word }’
measures-lower = lower by { $k }: more than questionnaire wobble
measures-higher = higher by { $k }: more than questionnaire wobble
# $signed has its sign, as in +3 or −4.
measures-same = about the same ({ $signed }); small differences can happen by chance
measures-harder = Things look harder than before. That happens. Please tell someone who can help: your therapist, GP or one of these lines.
measures-half = half or less of where you started: yes
measures-below = below { $below }, which studies call remission: yes
measures-overlap = { $days ->
    [0] You filled this in earlier today as well. Both times ask about the same days.
    [one] You filled this in yesterday as well. Both times ask about nearly the same days.
   *[other] You filled this in { $days } days before as well. Both times ask in part about the same days.
}
measures-no-diagnosis = This questionnaire can’t diagnose anything. A doctor or therapist looks at much more.
measures-gp = What to tell my GP or therapist

## The support panel, after the answer about hurting oneself. It locks nothing, and tells nobody.

measures-support-said = You said you’ve had thoughts of being better off dead or of hurting yourself. Many people with low mood have them, and they can pass. You deserve support with this today.
measures-support-tell = Please tell a doctor, therapist or someone you trust today.
measures-door-danger = I’m in danger now
measures-door-talk = Talk to someone now
measures-door-people = My people
measures-door-plan = My staying-safe plan
measures-door-ok = I’m OK for now

## What the numbers mean, folded away

measures-info-talk = A high total is a reason to talk to someone, not an answer.
measures-info-over = Questionnaires like these raise the alarm too often. Many people with a high total turn out not to have the illness that they ask about.
measures-info-wobble = Totals go up and down a little by themselves. Here a difference of { $reliable } or more counts as more than that.
measures-info-words = The words for totals, such as “mild”, come from the authors. They sort totals, not people.
measures-info-recovery = NHS services call it recovery when both PHQ-9 < 10 and GAD-7 < 8 after starting above at least one of those lines.
measures-info-not-at-all = An answer of “Not at all” proves nothing either. Support is one tap away on every page.

## One of them over time

measures-over-time = Over time
measures-over-time-of = { $title } over time
measures-summary = { $n ->
    [one] { $n } total
   *[other] { $n } totals
} from { $from } to { $to }: first { $first }, latest { $latest }, out of { $most }.
measures-none-here = No total lies in these days.
measures-shaded = The shaded part is round { $start }, where you started. Inside it, a difference is less than { $reliable } points and can happen by chance.
measures-point = { $day }: { $total }
measures-table = The totals as a table
measures-day = Day
measures-total-head = Total
measures-band-head = The authors’ word
measures-change-head = Since you started
measures-start = where you started
measures-each = Each time
measures-line-total = { $total } out of { $most }

## What to tell a doctor or therapist

measures-take-lead = One page from what you tick, to print or to show. It stays on this device.
measures-take-choose = What should stand on it?
measures-take-totals = The latest totals
measures-take-difficulty = How difficult things have been
measures-take-words = In my own words
measures-take-words-hint = What has changed, since when, and what you would like help with.
measures-take-preview = The page
measures-take-none = There is no total yet, so only your own words can stand here.
measures-take-total = { $total } out of { $most } on { $day }, described by the authors as ‘{ $word }’
measures-take-since = On { $day } it was { $total }.

## In worksheets

measures-told-latest = { $title }: { $total } out of { $most }, { $day }
measures-told-change = { $title }: { $from } ({ $first }), { $to } ({ $last }), { $change }
measures-not-moved = The numbers haven’t moved much. That means this treatment hasn’t done enough yet, not that you failed. Other treatments may suit you better; ask your therapist or doctor about next steps.

## Today. Whoever looks over a shoulder learns nothing.

measures-due = A few questions, if you like
measures-due-body = You wanted to be asked from time to time. It takes a few minutes.
measures-due-open = Have a look
