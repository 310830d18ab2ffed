"""Which of the uncertain numbers an answer hangs on, and what would change it."""
