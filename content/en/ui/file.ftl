# The backup as one page that opens in any browser without the app: in Settings, and inside the page.

## In Settings

file-title = A page to read, for good
file-hint = One file that any browser on a computer opens, without { -app } and without a network. It shows everything you wrote, asks for a passphrase, and can be brought back in here like a backup.
file-open = Save a page to read
file-passphrase = A passphrase for this page
file-passphrase-hint = At least ten characters. { -app } does not keep it: without it nobody can open the page, you included.
file-action = Save page
file-without = Without a passphrase
file-without-sure = Anyone who has this page can read everything in it, on any device. Save it like that?
file-without-action = Save it without a passphrase
file-working = Making the page and opening it once to check…
file-no-means = This browser cannot close the page with a passphrase here. Nothing was saved. Try another browser, or the address that begins with https.
file-not-same = The page did not open to what was put in, so it was not saved. Try again.
file-ask = The passphrase of this file
file-ask-body = This file opens with a passphrase.
file-ask-action = Open it
file-ask-working = Trying the passphrase…
file-ask-wrong = It did not open. Check the passphrase; it may also be that the file was changed. Nothing here was touched.
file-ask-means = This browser cannot open the file here. Your diary is unchanged. Try another browser, or the address that begins with https.
file-bad = This page was changed, or part of it is missing. Look for another copy.
file-bad-work = This page asks for an amount of work that no page of { -app } asks for, so it was not opened.

## On the page before it is open: it says nothing of what is inside

page-title = Notes
page-passphrase = Passphrase
page-open = Open
page-opening = Opening…
page-wrong = That did not open it. Check the passphrase, letter by letter.
page-cannot = This browser cannot open this file. Try a newer one.
page-broken = It opened, but what is inside is not whole. Look for another copy of this file.
page-no-script = Please allow this page to run its script. It sends nothing anywhere.

## On the page once it is open

page-places = Places
page-entries = Entries
page-people = People
page-sheets = Worksheets
page-plan = Plan and sessions
page-focus = Focus and goals
page-other = Other things
page-bin = In the bin
page-search = Search
page-everything = Everything
page-save = Save as JSON
page-close = Close
page-print = Print
page-month = Month
page-before = Before
page-after = After
page-found = Found
page-of = of
page-no = no
page-covered = A covered entry: open to read
page-earlier = Earlier versions
page-mood = Mood

## What things are called there

page-kind-entry = Entry
page-kind-person = Person
page-kind-feeling = Own word
page-kind-course = Plan
page-kind-session = Session
page-kind-snapshot = Who stood where
page-kind-focus = Focus
page-kind-network = Everybody together
page-kind-along = How I was getting along
page-kind-event = Something that happened
page-kind-band = A stretch of mood
page-kind-spell = A low spell
page-kind-reflection = Where does it pinch?
page-kind-formulation = Working summary
page-kind-goal = Goal
page-kind-sheet = Worksheet
page-kind-filled = Questionnaire
page-kind-measures = Choice of questionnaires

## What their parts are called there, where the app has no word of its own for them

page-part-who = Who
page-part-how = How
page-part-text = Words
page-part-strength = Strength
page-part-wellbeing = Body
page-part-rhythm = Daily rhythm
page-part-pinned = On the timeline
page-part-archived = Put away
page-part-relation = Who they are to me
page-part-status = Where they are
page-part-ring = How near
page-part-mode = Way of working
page-part-pace = Pace
page-part-total = Number of sessions
page-part-beginning = Sessions of the beginning
page-part-ending = Sessions of the ending
page-part-course = Plan
page-part-state = Whether it took place
page-part-moves-on = Counted although missed
page-part-talked = What we talked about
page-part-to-try = To try
page-part-next = Next session
page-part-places = Places
page-part-main = Working on
page-part-second = Second focus
page-part-halfway = Looked at again halfway
page-part-until = Until
page-part-impact = How it felt
page-part-level = Mood, roughly
page-part-title = Title
page-part-note = Note
page-part-word = Word
page-part-family = Family of feelings
page-part-ratings = How near, over time
page-part-near = How near
page-part-day = Day
page-part-when = When
page-part-loss = When the loss was
page-part-changes = Which changes
page-part-timing = How near it lies in time
page-part-leverage = How much the mood would change
page-part-wants-tools = Tools wanted all the same
page-part-mine = For nobody else
page-part-aside = Put aside
page-part-safe-on = Asked on
page-part-support-owed = Support to be shown
page-part-gate = The first question
page-part-items = The questions
page-part-done = Finished
page-part-safety = Safety
page-part-answers = Answers
page-part-words = In my own words
page-part-felt = How I felt
page-part-context = What was going on
page-part-strengths = What helps me
page-part-since = Since
page-part-asked = Asked for
page-part-often = How often
page-part-ended = Finished
page-part-anew = Start anew from here
page-part-bring = For the next session
page-part-from = From
page-part-open = Not done yet
