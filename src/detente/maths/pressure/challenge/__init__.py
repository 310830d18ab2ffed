"""The expected-utility challenge model of group decisions, in each of its published readings."""
