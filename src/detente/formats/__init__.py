"""Other tools' files, in and out: one file a format, found by the registry."""
