"""Deals on many issues at once: which are acceptable, which are efficient, which are best."""
