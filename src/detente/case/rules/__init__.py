"""Rules about cases, one a file; they find themselves."""
