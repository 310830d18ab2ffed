"""Documents to a ledger of evidence that points at the exact words."""
