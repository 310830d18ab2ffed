"""Statements and events of a record held against each other."""
