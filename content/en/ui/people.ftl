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
people-choose-title = Choose someone
people-choose-body = Their page opens here.
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
person-not-kept = This tab may not write just now, so nothing you type about people here is kept. The message at the top says why.
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
