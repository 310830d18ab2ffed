"""What to add so that a deal stands, at the least cost."""
