# How somebody is getting along: six lines, made for this app and tried by nobody. No total.

along-title = How I’m getting along
along-note = Six lines, just for you. They are our own and have not been tested. They are never added up.
along-since = Since the last time you looked…
along-first = In the last week or so…
along-talk = I had someone to talk to
along-needs = I said what I needed
along-friction = I dealt with friction without shutting down or blowing up
along-keep-up = I kept up with people I care about
along-roles = I managed my everyday roles
along-belong = I felt part of something
along-lines = The six lines
along-lines-note = One dot for each time you looked. Up is more of it; there is no right height.
along-lines-none = The lines begin with your second look, on another day.
along-table = Every look
along-day = Day
along-no-answer = no answer
along-summary = { $statement }: { $n ->
    [one] { $n } answer
   *[other] { $n } answers
} from { $from } to { $to }, first { $first }, last { $last }.
along-summary-one = { $statement }: one answer on { $from }, { $first }.
along-earlier = Delete an earlier look
along-delete = Delete the look of { $day }
along-deleted = The look of { $day } is deleted. It stays in the bin for 30 days.
along-open = Look at how you’re getting along
