"""The negotiation in one file: parties, issues, positions, red lines, levers, moves."""
