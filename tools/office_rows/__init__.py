"""Rows of office terms from each source, and how they become one table."""
