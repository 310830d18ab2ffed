"""Times in words: grammar of the calendar and resolution against a date."""
