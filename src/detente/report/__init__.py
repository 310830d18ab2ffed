"""A ledger to a briefing; solves nothing."""
