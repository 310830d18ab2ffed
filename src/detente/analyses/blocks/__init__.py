"""Why no deal stands, or what the red lines cost where some do."""
