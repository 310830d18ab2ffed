"""Arrays in, arrays out: what the analyses calculate with. Knows no object of a case."""
