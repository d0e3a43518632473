# The timeline: what happened, how the mood was, and when a low spell began.
#
# It puts things beside each other and never says that one came from the other. A title of one word is enough, and
# nobody is asked for more of what was hard.

line-title = Your timeline

event-untitled = Something that happened
band-untitled = A stretch of mood
spell-present = This low spell
spell-earlier = An earlier low spell
