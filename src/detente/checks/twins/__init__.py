"""Sentences told twice: the same words with one of them changed."""
