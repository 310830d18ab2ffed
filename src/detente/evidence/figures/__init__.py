"""Numbers with units: amounts, shares, counts, what they measure and whose they are."""
