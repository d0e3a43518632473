# Writing and reading one entry. Every answer but the time may be left out.

entry-new-title = New entry
entry-edit-title = Edit entry
entry-view-title = Entry
entry-form-hint = Only answer what you want to. You can come back and add more at any time.
entry-add-event = Go deeper
entry-add-event-hint = A few more questions about what was said, felt and hoped for. Three to six minutes.
entry-add-more = Edit or add more
entry-stop-here = Stop here

## When

entry-when = When was it?
entry-when-now = Just now
entry-when-earlier = Earlier today
entry-when-yesterday = Yesterday
entry-when-other = Another day
entry-date = Day
entry-time = Time
entry-time-rough = A rough time is fine.
entry-future = That is still to come. Choose today or a day before.
entry-time-future = That time is still to come today. Choose an earlier one.
entry-time-unreal = There is no such time. Check the hour and the minutes.
entry-date-unreal = There is no such day. Check the day and the month.
entry-written-later = Written on { $date }
entry-changed-on = Changed on { $date }

## Mood

entry-mood-now = How are you right now?
entry-mood-then = How were you then?
entry-mood = Mood when I wrote this
entry-mood-before = Just before
entry-mood-after = Just after
entry-mood-around = How was your mood just before and just after?
entry-mood-change = { $before } before, { $after } after

## What happened

entry-what = What happened?
entry-what-hint = Just the facts, as a camera would have seen them. Type @ to name someone.
entry-kind = What kind of moment was it?
entry-people = Who was part of it?
entry-people-search = Find or add a person
entry-people-new = Add “{ $name }”
entry-person-added = { $name } added
entry-people-mention = People you could mean

## What was said

entry-lines = What was said?
entry-lines-hint = As close as you can remember. Two or three lines are plenty.
entry-line-who = Who spoke
entry-line-me = me
entry-line-other = someone else
entry-line-text = The words
entry-line-how = How it was said
entry-line-how-hint = a voice, a face, a message, silence
entry-line-add = Add a line
entry-line-remove = Remove this line
entry-line-full = Six lines is the most for one entry. Write the rest in “What happened?”.

## Feelings

entry-feelings = What did you feel?
entry-feelings-hint = Up to five. Mixed feelings are normal, and none of them is wrong.
entry-feelings-full = Five is the most. Take one away to add another.
entry-feelings-by-family = By family
entry-feelings-by-pad = By place
entry-feelings-by-search = By name
entry-feelings-ways = Three ways to find a word
entry-feelings-families = All families
entry-feelings-of-family = { $family }: words
entry-feelings-family-hint = Choose a family to see its words.
entry-feelings-near = Words near this place
entry-feelings-place-hint = Tap a place to see the words around it.
entry-feelings-search = Find a feeling
entry-feelings-found = { $n ->
    [0] No word found. You can add your own.
    [one] { $n } word found
   *[other] { $n } words found
}
entry-feelings-own = My own words
entry-feelings-own-add = Add “{ $word }” as my own word
entry-feelings-own-start = Add a word of my own
entry-feelings-own-hint = Type the word. If it is not here yet, you can add it.
entry-feelings-own-family = “{ $word }” is added. If you like: which family is it closest to?
entry-feelings-own-full = You have twenty words of your own. Remove one in Settings to add another.
entry-feelings-pad-label = Feelings placed from unpleasant to pleasant and from quiet to stirred up
entry-feelings-pad-unpleasant = unpleasant
entry-feelings-pad-pleasant = pleasant
entry-feelings-pad-quiet = quiet
entry-feelings-pad-stirred = stirred up
entry-feeling-strength = How strong was “{ $word }”?
entry-feeling-added = { $word } added
entry-feeling-removed = { $word } removed

## Between the two sides

entry-expected = What did you expect or hope for?
entry-got = What came instead?
entry-did = What did you do?
entry-outcome = How did it end?
entry-need = What did you need?
entry-support = How supported did you feel?
entry-connected = How connected did you feel?
entry-areas = Which area does it touch?
entry-areas-hint = If you work with IPT: the part of your life it belongs to.

## Body and day, off until somebody turns them on in Settings

entry-body = Body and day
entry-sleep-hours = Hours of sleep
entry-sleep-quality = How was your sleep?
entry-energy = Energy
entry-appetite = Appetite
entry-alcohol = Alcohol
entry-rhythm = Daily rhythm
entry-rhythm-up = Got up
entry-rhythm-out = Went out
entry-rhythm-contact = First contact with someone
entry-rhythm-bed = Went to bed

## Marks

entry-star = Star
entry-star-hint = To bring to your next session, or to look at again
entry-star-about = Star an entry to bring it to your next session, or to look at it again.
entry-starred = Starred
entry-cover = Cover
entry-cover-hint = Its words stay hidden in lists until you open it, and are never printed. Someone who can open this diary can still open it.
entry-covered = A covered entry
entry-cover-hint-locked = Its words stay hidden in lists, and are never printed. Opening it takes your passphrase once more, unless the recovery code opened the diary. A file that you save holds it too.
entry-covered-open = Open to read
entry-covered-locked = Once more, for what you covered. Other covered entries then open with a tap, until the diary is locked.

## Keeping

entry-delete = Delete this entry
entry-deleted = Entry deleted. It stays in the bin for 30 days.
entry-draft-found = There is a newer draft of this entry, from { $when }.
entry-draft-use = Use the draft
entry-draft-drop = Keep the entry as it is
entry-quiet = A quiet day
entry-empty = There is nothing in this entry yet. It was not saved.

## Earlier versions

versions-body = { -app } keeps the last few versions of what you write and answer, so that nothing is lost when you change your mind or write on two devices.
versions-count = { $n ->
    [one] { $n } earlier version
   *[other] { $n } earlier versions
}
versions-from = As it was on { $date }
versions-restore = Bring this version back
versions-restored = Brought back. The other version is kept too.
