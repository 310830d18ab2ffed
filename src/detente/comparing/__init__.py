"""Beside each other: the methods of one question, two cases, two views of one case."""
