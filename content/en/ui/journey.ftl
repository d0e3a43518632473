# Journey: the pages that explain IPT. The pages themselves stand in content/en/journey.

journey-title = Journey
journey-lead = IPT has a beginning, a middle and an ending. These pages explain its parts, what it works on and what is known about it, in a few minutes each. Read them in any order.
journey-start = Start here
journey-phases = The parts
journey-areas = The four areas
journey-areas-lead = Most work in IPT starts in one of these. More than one can fit.
journey-along = Along the way
journey-care = Finding someone
journey-care-lead = Ways to a person who offers IPT. Links open only when you tap them.
journey-evidence = What studies found
journey-evidence-lead = IPT was made for depression and has been tried for other things since. The results differ.
journey-clinical = Therapists call it { $name }.
journey-minutes = { $n ->
    [one] { $n } minute to read
   *[other] { $n } minutes to read
}
journey-reviewed = Last read through in { $month }.
journey-try = Try this
journey-unsure = Not sure about
journey-sources = Where this comes from
journey-leaves = opens outside { -app }
journey-leaves-note = Links open outside { -app }.
journey-around = The pages before and after
journey-next = Next: { $title }
journey-previous = Before: { $title }
journey-all = All pages
journey-print = Print this page
journey-not-therapy = A way to think, not a test and not a treatment. { -app } itself has not been studied.

## The drawings: a few words beside the strokes, and one sentence that says the same

drawing-phases = A course of sixteen sessions has a beginning (1 to 4), a middle (5 to 12) and an ending (13 to 16), and then comes keeping well.
drawing-after = Keeping well
drawing-loop = What happens between people, how you feel and what you then do all pull on each other, and often nobody can say which came first.
drawing-between = What happens between people
drawing-feel = How you feel
drawing-do = What you then do
drawing-areas = Four doors stand round you, and IPT begins at one of them: grief and loss, a difficult relationship, a life change, or loneliness and connection.
drawing-rings = An example with made-up people: Asha stands nearest to you, Ben and Mina are close, and Omar, Ruth and Lee are further out.
drawing-nearest = Asha
drawing-close = Ben, Mina
drawing-further = Omar, Ruth, Lee
