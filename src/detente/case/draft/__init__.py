"""A first draft of a case from a ledger: every field with its words, nothing without."""
