# Names of the choices in an entry and on a person's page.

## What kind of event it was

kind-conversation = talking together
kind-argument = an argument
kind-silence = silence or keeping away
kind-message = a message or online
kind-time-together = time together
kind-no-contact = contact that didn’t come
kind-news = news
kind-reminder = a reminder of a loss
kind-good-moment = a good moment
kind-alone = time alone
kind-other = something else

## What came, against what was hoped for

got-better = better than I hoped
got-as-expected = about what I hoped
got-less = less than I hoped
got-opposite = the opposite
got-unsure = hard to say

## What I did

did-said-clearly = said it clearly
did-hinted = hinted
did-stayed-quiet = stayed quiet
did-snapped = snapped
did-apologised = said sorry
did-asked = asked
did-listened = listened
did-said-no = said no
did-left = left
did-other = something else

## What I needed

need-be-heard = to be heard
need-help = practical help
need-closeness = closeness
need-space = space
need-respect = respect
need-fairness = fairness
need-make-up = to make up
need-unsure = not sure

## The four areas of IPT, with the clinical name shown once beside each

area-grief = Grief and loss
area-dispute = A difficult relationship
area-change = A life change
area-connection = Loneliness and connection
area-grief-clinical = grief
area-dispute-clinical = role dispute
area-change-clinical = role transition
area-connection-clinical = interpersonal sensitivity

## Who somebody is

relation-partner = partner
relation-ex-partner = ex-partner
relation-parent = parent
relation-child = child
relation-sibling = brother or sister
relation-family = other family
relation-friend = friend
relation-colleague = colleague
relation-manager = manager
relation-neighbor = neighbour
relation-community = community or faith
relation-professional = doctor, therapist or helper
relation-online-friend = online friend
relation-pet = pet
relation-other = someone else

## Whether somebody is there

status-present = in my life
status-out-of-touch = out of touch
status-died = died

## Body, routine, support

alcohol-none = none
alcohol-some = some
alcohol-lots = a lot
level-0 = not at all
level-1 = a little
level-2 = somewhat
level-3 = quite a bit
level-4 = very much
quality-0 = very bad
quality-1 = bad
quality-2 = so-so
quality-3 = good
quality-4 = very good
amount-0 = none
amount-1 = little
amount-2 = some
amount-3 = good
amount-4 = plenty
strength-1 = a touch
strength-2 = mild
strength-3 = medium
strength-4 = strong
strength-5 = very strong

## Mood from 0 to 10: the word that stands beside the number

mood-0 = as low as I get
mood-1 = very low
mood-2 = low
mood-3 = rather low
mood-4 = a bit low
mood-5 = in between
mood-6 = all right
mood-7 = fairly good
mood-8 = good
mood-9 = very good
mood-10 = as good as I get
mood-value = { $n } of 10, { $word }
mood-none = mood not given
