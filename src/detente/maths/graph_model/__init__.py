"""The graph model for conflict resolution: who can move where, and what then is stable."""
