"""Figures of a text compared with each other: what they measure, how exactly, of what."""
