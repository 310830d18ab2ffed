"""Who stands behind what a text says."""
