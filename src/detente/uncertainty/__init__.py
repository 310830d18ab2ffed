"""How sure an answer is: draws over every uncertain number of a case, put through its methods."""
