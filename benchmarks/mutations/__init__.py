"""One change at a time to a true text, so that the fault in it is known."""
