"""Stability: would it hold against each party's own moves, and how is it reached."""
