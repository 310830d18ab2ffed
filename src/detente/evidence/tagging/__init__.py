"""The optional tagger: a frozen encoder, small learned layers, and what they add to the rules."""
