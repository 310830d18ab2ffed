"""Dates as they stand in a text, with their weekdays and ranges."""
