"""Who is said to hold which office, and on which days that can be so."""
