"""Who says what: quotation marks, cues, clauses and speakers."""
