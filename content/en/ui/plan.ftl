# Where somebody is with IPT: the plan, its three parts and the log of sessions.
#
# Parts guide and never lock. A session that did not take place is nobody's fault and is not counted against anyone.

plan-title = Your plan
plan-where = Where are you with IPT?
plan-where-lead = Choose what fits today. You can change it whenever you like, and everything stays open.
plan-invite = Say where you are with IPT, and this page keeps your place: how far along you are, and what comes next.
plan-invite-action = Choose where you are
plan-now = Where you are
plan-open = Your plan
plan-choose = Choose: { $mode }
plan-steps = First steps:

## The four choices, each with its limits and first steps

mode-in-ipt = I am in IPT
mode-in-ipt-limits = A notebook beside your sessions. It does not take their place, and your therapist sees nothing unless you show it.
mode-in-ipt-steps = Set how many sessions you have. Log each one after it, in a line or two. Read the page about the beginning.
mode-waiting = I am waiting for IPT
mode-waiting-limits = Nothing here takes the place of your appointment, so no sessions are counted. If things get worse while you wait, tell your doctor or the service. Support is always one tap away.
mode-waiting-steps = Add a few people who matter to you. Write a line when something happens between you. Read what IPT is.
mode-self-guided = I am working on my own
mode-self-guided-limits = IPT was made for two people talking. Working alone has been studied far less, and many people stop before the end. If you can, have someone beside you.
mode-self-guided-steps = Choose a quiet time, about 20 minutes once a week. Each one counts as a session, and eight is usual. Read what IPT is.
mode-keeping-well = I am keeping well
mode-keeping-well-limits = For after a course. Nobody can say whether a low time will come back, and { -app } cannot notice it for you. If it does, tell someone early.
mode-keeping-well-steps = Choose how often to look back. Once a month is a good start. Read the page about keeping well.
plan-medicine = Perhaps medicine was part of how you got well. Then please don’t stop because you feel better. Talk first to the person who prescribed it.

## Before somebody works alone

alone-title = Before you start on your own
alone-lead = If any of this is true for you, please talk to a person who can help first. Use { -app } beside that if they agree.
alone-life = You think about ending your life, or you hurt yourself.
alone-senses = You hear or believe things that others do not. Or you have had times of very high energy with little sleep.
alone-eating = You are losing weight fast, make yourself sick, or feel faint.
alone-low = You are very low for most of the day, hardly eat, or cannot look after yourself.
alone-drink = Your drinking or drug use worries you.
alone-safe = You are not safe with someone at home.
alone-young = You are under 18.
alone-baby = You have just had a baby and feel very unwell in your mind.
alone-note = This does not stop you. It is your choice.
alone-help = Show me help
alone-understand = I understand

## Where one is

phase-beginning = Beginning
phase-middle = Middle
phase-ending = Ending
plan-at-beginning = You are at session { $n } of { $total }, in the beginning.
plan-at-middle = You are at session { $n } of { $total }, in the middle.
plan-at-ending = You are at session { $n } of { $total }, in the ending.
plan-at-done = All { $total } sessions are done.
plan-at-waiting = Waiting for IPT. No sessions are counted yet.
plan-at-keeping-well = Keeping well, with a look back { $pace }.
plan-from-to = { $from } to { $to }
plan-parts = Beginning { $beginning }, middle { $middle }, ending { $ending }
plan-next = Next session: { $day }
plan-next-look = Next look back: { $day }
plan-next-none = No next session is noted.
plan-calendar = Save the day for my calendar
plan-calendar-saved = Saved as { $name }. It is called “{ $title }” and says nothing else.
plan-calendar-refused = The browser did not take the file.
plan-calendar-title = Appointment

## Said once, calmly

milestone-halfway = About halfway
milestone-halfway-body = Is what you work on still the right thing? If you are not sure, say so to your therapist, or to someone you trust.
milestone-ending = The ending begins next time
milestone-ending-body = People often have feelings about this. Sad, proud, cross and relieved all belong here, and you can talk about them.
milestone-done = Your sessions are done
milestone-done-body = You can keep well from here, or start a new course. If things are not better, then the treatment did not do enough, and you did nothing wrong. There are other ways: ask your therapist or doctor.
milestone-done-action = Keep well from here

## Changing the plan

plan-mode = Where you are with IPT
plan-lengths = How many sessions
plan-total = Sessions in all
plan-total-hint = From 8 to 20. For any other number pick the nearest, and set the parts yourself.
plan-total-range = Choose between 8 and 20 sessions.
plan-rule = The first and the last quarter of your sessions are the beginning and the ending: never fewer than two, never more than four. Everything between is the middle. This is a custom, not a law, so you or your therapist can change it.
plan-beginning = Sessions of the beginning
plan-ending = Sessions of the ending
plan-usual = As usual
plan-short-middle = Leave at least two sessions for the middle.
plan-reset = Reset to usual
plan-changed = Your plan is changed.
plan-moved = Before: { $before }. Now: { $after }. Everything you wrote stays.
plan-not-held = A session that did not take place does not move you on, unless you say so on its page.
plan-pace = How often do you want to look back?
pace-weekly = every week
pace-two-weeks = every two weeks
pace-monthly = every month
pace-three-months = every three months

plan-new = A new course
plan-new-body = Your present plan and its sessions are put away, and you can still read them. Your people and your diary stay as they are.
plan-new-action = Start a new course
plan-new-title = Start a new course?
plan-new-confirm = Put it away and start
plan-new-done = Your earlier course is put away.

## The log of sessions

sessions-title = Sessions
sessions-empty-title = No sessions yet
sessions-empty-body = Log one after it took place, or note the day of the next one. A line is enough.
sessions-log = Log a session
sessions-earlier = { $n ->
    [0] An earlier course, without sessions
    [one] An earlier course with { $n } session
   *[other] An earlier course with { $n } sessions
}
session-numbered = Session { $n }
session-plain = A session
session-day = The day
session-day-bad = That is not a day. The session keeps the day it had.
session-state = What became of it?
attendance-planned = It is still to come
attendance-attended = It took place
attendance-missed = It did not take place
session-moves-on = Count it all the same
session-moves-on-hint = The next one then has the next number.
session-talked = What we talked about
session-talked-alone = What I thought about
session-try = What to try before the next one
session-try-hint = One small thing is plenty. It is never a duty.
session-next = The day of the next one
session-delete = Delete this session
session-deleted = The session is deleted. It stays in the bin for 30 days.
undone-plan = Undone: the last change to your plan.
undone-session = Undone: the last change to the session of { $when }.
bin-plan = Your plan
bin-session = Session of { $when }
