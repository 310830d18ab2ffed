"""What somebody could add so that a deal stands, and what it would cost."""
