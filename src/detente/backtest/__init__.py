"""How well methods would have forecast decisions whose outcome is known."""
