"""What happens and who holds what: rows of words with actors, figures and times in them."""
