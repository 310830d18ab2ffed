"""Facts with sources and dates: states, organisations, cities; look up by name."""
