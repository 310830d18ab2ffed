"""How a share of the tagger is told: never as a probability, which it was not measured to be."""

from __future__ import annotations

from detente.types import Confidence

_MEDIUM = 0.8


def sureness(share: float) -> Confidence:
    """``medium`` for a share of 0.8 and more, else ``low``: a rule stays the surer witness."""
    return "medium" if share >= _MEDIUM else "low"
