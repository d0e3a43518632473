# What somebody works on: the questions “Where does it pinch?”, the focus, the working summary and the goals.
#
# The questions themselves stand in content/en/pinch. Points sort somebody’s own answers and are never a verdict.

pinch-title = Where does it pinch?
summary-title = How it hangs together
goals-title = Your goals
