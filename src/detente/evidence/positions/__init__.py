"""Where each stands and what is asked: cue lexicons, subjects, clauses and targets."""
