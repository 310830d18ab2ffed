"""Packages: which could be agreed on, and which is best in which sense of best."""
