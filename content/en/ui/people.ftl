# The people in somebody's life. Nobody is scored or ranked.

people-title = People
people-add = Add someone
people-empty-title = Nobody here yet
people-empty-body = Add one person who is on your mind. Initials or a nickname will do, and an animal counts too. Many people start with an empty page.
people-empty-action = Add someone
people-present = In my life
people-out-of-touch = Out of touch
people-died = Died
people-archived = Put away
people-search = Find a person
people-many = The first { $shown } are shown. Search by name for the others.
people-trusted = You could turn to them
people-search-found = { $n ->
    [0] Nobody found
    [one] { $n } person found
   *[other] { $n } people found
}

person-new-title = Someone new
person-edit-title = Edit { $name }
person-name = Name, initials or nickname
person-name-hint = A nickname keeps their name private if someone else looks.
person-name-needed = Give them a name, even one letter.
person-name-long = That is longer than 40 characters. Shorten it a little.
person-name-taken = You already have someone called { $name }. You can keep both.
person-name-alike = This looks like { $name }, whom you already have, but some of its letters are others. You can keep both.
person-relation = Who are they to you?
person-status = Is this person…
person-trusted = I could turn to them on a bad evening
person-trusted-hint = They are then shown on your Support page.
person-phone = How to reach them
person-phone-hint = A phone number, if you want it on your Support page. Nothing is called by itself.
person-note = Anything worth remembering
person-archive = Put away
person-unarchive = Bring back
person-archive-hint = Not offered any more when you check in. Everything you wrote stays.
person-archived-note = { $name } is put away: not offered when you check in.
person-older = Show older entries
person-newer = Show newer entries
person-added = { $name } is added.
person-before-after-title = Before and after, with { $name }
person-feelings-title = Feelings in entries with { $name }
person-entries-title = Entries with { $name }
person-entries-none = Nothing written about { $name } yet.
person-write = Write about { $name }
person-last = Last written about on { $date }
person-delete = Delete { $name }
person-delete-title = Delete { $name }?
person-delete-body = { $n ->
    [0] No entry names them.
    [one] { $n } entry names them. The entry stays and will say “someone”.
   *[other] { $n } entries name them. The entries stay and will say “someone”.
} You can bring them back from the bin for 30 days.
person-delete-archive = Put away instead
person-deleted = { $name } is deleted. They stay in the bin for 30 days.
person-gone = someone

## The circle

circle-title = Your circle
circle-note = How near people feel to you just now. There is no right picture.
circle-open-note = { $n ->
    [0] See who stands where
    [one] { $n } person placed
   *[other] { $n } people placed
}
circle-me = Me
circle-waiting = Not placed yet
circle-how = Drag a dot to where it feels right, or choose a ring in the list below. A tap opens their page.
circle-keys = With the keyboard: up brings someone nearer, down moves them out, left and right go to the next person, Enter opens their page.
circle-none = An empty circle says something too, and many people begin with one. Add one person who is on your mind, then put them where it feels right.
circle-inner-empty = Nobody in the middle ring just now? That is worth knowing, and it can change.
circle-counts = Very close: { $first }. Close: { $second }. In my life: { $third }. Further away: { $fourth }.
circle-supporters = { $n ->
    [one] One of them supports you.
   *[other] { $n } of them support you.
}
circle-can-tell = { $n ->
    [one] You could tell one of them how you really feel.
   *[other] You could tell { $n } of them how you really feel.
}
circle-wish-nearer = { $n ->
    [one] You would like one person nearer.
   *[other] You would like { $n } people nearer.
}
circle-wish-further = { $n ->
    [one] You would like one person further away.
   *[other] You would like { $n } people further away.
}
circle-enough = Enough to start with. You can change it whenever you like.
circle-describe = A small next step: open one or two people and say a little more about them.
circle-dot = { $name }: { $words }
circle-mark-supporter = gives you support
circle-mark-tense = tense just now
circle-mark-died = died
circle-mark-wish = you would like this to change
circle-list-title = Who stands where
circle-list-note = “Further away” is also for people you have lost touch with and those who have died.
circle-moved = { $name }: { $ring }
circle-then-title = Then and now
circle-then-note = Keep a picture of the circle now, and compare it later.
circle-keep = Keep this picture
circle-kept = The circle of today is kept.
circle-compare = Compare with
circle-compare-none = no other day
circle-then-counts = { $day }. Very close: { $first }. Close: { $second }. In my life: { $third }. Further away: { $fourth }.
circle-moved-nearer = { $n ->
    [0] Nobody stands nearer than then.
    [one] One person stands nearer than then.
   *[other] { $n } people stand nearer than then.
}
circle-moved-further = { $n ->
    [0] Nobody stands further away.
    [one] One person stands further away.
   *[other] { $n } people stand further away.
}
circle-then-how = Small empty dots show where someone stood then.
circle-table = Person by person
circle-table-name = Person
circle-table-then = Then
circle-table-now = Now
circle-not-there = not in the circle
circle-forget = Delete this picture
circle-forgotten = The picture of { $day } is deleted.
circle-snapshot = Circle of { $day }
circle-print = Print the circle

ring-very-close = Very close
ring-close = Close
ring-around = In my life
ring-outside = Further away

## What is known of a relationship

person-ring = How near are they to you?
person-more = More about this relationship
person-more-note = Answer only what you want to. Nothing adds up to a score.
person-ring-wish = Where would you like them to be?
person-contact = How often are you in touch?
person-contact-ways = How are you in touch?
person-lives-with = We live together
person-can-tell = Could you tell them how you really feel?
person-knows-low = Do they know you have been struggling?
person-support = What do they give you?
person-i-give = What do you give them?
person-disagree = When you disagree, what usually happens?
person-changed = Since your mood dropped, has it become…
person-changed-what = What changed, and when?
person-safe = Do you feel safe with this person?
person-safe-note = We’ve put safety first here.
person-safe-open = A page about your safety
person-they-expect = What do you think they expect of you?
person-i-expect = What do you expect or hope for from them?
person-expect-match = How much do the two fit together?
person-like = What is good between you?
person-hard = What is difficult or missing?
person-want = One thing you would like to be different

way-in-person = in person
way-phone = phone
way-messages = messages
way-video = video
way-online = online
safe-yes = yes
safe-not-always = not always
safe-no = no
safe-rather-not = prefer not to say
contact-daily = daily
contact-weekly = weekly
contact-monthly = monthly
contact-few-times-a-year = a few times a year
contact-hardly-ever = hardly ever
can-tell-yes = yes
can-tell-some-things = some things
can-tell-no = no
knows-low-yes = yes
knows-low-a-bit = a bit
knows-low-no = no
knows-low-rather-not = rather not say
gives-listening = listening
gives-practical-help = practical help
gives-advice = advice or information
gives-company = company and fun
gives-valued = feeling valued
gives-means = money or a lift
gives-purpose = a shared faith or purpose
disagree-talk-out = we talk it out
disagree-blows-up = it blows up
disagree-goes-quiet = it goes quiet
disagree-avoid = we avoid it
disagree-does-not-come-up = it doesn’t come up
shift-closer = closer
shift-same = the same
shift-distant = more distant
shift-tense = more tense

## All of them together

network-title = Everybody together
network-note = Six questions about all your people at once. Answer what you like; it is kept as you go.
network-open = Questions about everybody together
network-answered = { $n ->
    [0] Six questions, none answered yet
    [one] { $n } of six answered
   *[other] { $n } of six answered
}
network-everyone = That’s everyone
network-everyone-hint = Fewer than five people is fine. Press this when nobody is missing.
network-everyone-said = You said that this is everyone.
network-everyone-not = Someone is missing
network-call = Who would you call on a bad evening?
network-easier = Who makes everyday life easier?
network-was-close = Who used to be close and isn’t now?
network-belong = Are there groups, teams or places where you belong?
network-asking = What tends to happen when you need help?
network-pattern = Any pattern across your relationships you’d like to change?
asking-ask = I ask
asking-hint = I hint
asking-wait = I wait
asking-hide = I hide it

## Safety with somebody

safety-title = Your safety comes first
safety-body = What you’ve described isn’t a communication problem, and it isn’t yours to fix with better words. You deserve to be safe.
safety-rather-not = You don’t have to say anything here. If you are ever afraid of someone, these people will listen and will not rush you.
safety-held = { -app } now holds back what is meant for two people who are safe with each other: steps to talk things out with { $name }, or to work on the relationship. It never tells anyone to confront somebody, to see a counsellor together, or to leave on a certain day.
safety-device-title = If someone checks this device
safety-device-write = Add nothing about this here if someone checks your device.
safety-device-leave = “Leave” at the top blanks the page at once. It doesn’t delete your browsing history or this app’s data. Other people with your device passcode may still find it.
safety-device-other = Another phone or computer is safer for calls and for looking things up: one at a friend’s, at work, in a library.
safety-device-code = Change the passcode of this device if someone may know it, and only when that is safe for you.
safety-more-title = What may help now
safety-more-support = Support: help lines and your people
safety-more-questions = Go on with the questions
safety-more-person = Back to { $name }
safety-tools-title = The tools that are held back
safety-tools-want = I’ve talked this through with a specialist or my therapist and want these tools
safety-tools-sure-title = Show these tools for { $name }?
safety-tools-sure = Talking things out can make it more dangerous where one person frightens or controls the other. Only go on if someone who knows about this has looked at it with you.
safety-tools-confirm = Yes, show them
safety-tools-shown = You chose to see the tools for { $name }.
safety-tools-hold = Hold them back again
