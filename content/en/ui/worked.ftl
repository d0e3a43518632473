# Ways to worksheets from the pages around them: an entry, a person, Today, Journey and Your focus.

worked-title = Worksheets
worked-begun = begun
worked-done = done
worked-aside = put aside
worked-with = with { $name }

## On the page of an entry

worked-slowly = Look at this slowly
worked-slowly-hint = One exchange in slow motion: what was said, what was heard, and what you wanted them to know.

## On the page of a person

worked-talk = Find words for a talk with { $name }
worked-memories = Keep moments with { $name }
worked-reviews = { $n ->
    [one] In { $n } note
   *[other] In { $n } notes
} on how it went, { $from } to { $to }: better than you expected { $better ->
    [one] { $better } time
   *[other] { $better } times
}, as you expected { $same ->
    [one] { $same } time
   *[other] { $same } times
}, worse { $worse ->
    [one] { $worse } time
   *[other] { $worse } times
}.

## On Today

worked-left = Pick up what was left
worked-how-with = How did it go with { $name }?
worked-how = How did the talk go?
worked-how-body = You had words ready for it. A few lines soon after keep what memory would drop.
worked-how-action = Note how it went
worked-date = A date you asked to remember
worked-date-action = See what you noted
worked-not-now = Not now

## On Journey and Your focus

worked-open-note = Small tools for a talk, a choice, a loss, a change. You pick, and stop when you like.
worked-area = Worksheets for this
worked-all = All worksheets
worked-more = { $n ->
    [one] Show one more
   *[other] Show more; { $n } are left
}
