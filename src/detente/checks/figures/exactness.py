"""How exactly a figure is stated: the values that it leaves open."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from detente.evidence.items import Quantity

_ABOUT = 0.15
"""*About 100* is 85 to 115: wider than most writers mean, so that no doubt is made a fault."""
_DIGITS = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Span:
    """The values from ``low`` to ``high``, both included."""

    low: float
    high: float

    def meets(self, other: Span) -> bool:
        """True if some value lies in both."""
        return self.low <= other.high and other.low <= self.high


def values_of(quantity: Quantity) -> Span | None:
    """The values that the words leave open; None where there is no number (*thousands*).

    A rounded figure stands for all that round to it: *1.2 billion* for 1.15 to 1.25.
    *More than* has no upper end and *less than* no lower one.
    """
    if quantity.low is not None and quantity.high is not None:
        low, high = sorted((quantity.low, quantity.high))
        half = _half_step(quantity.span.text, high)
        return Span(low - half, high + half)
    if quantity.value is None:
        return None
    return around(quantity.value, quantity.span.text, quantity.approx)


def around(value: float, words: str, approx: str | None = None) -> Span:
    """The values that ``value``, written as ``words``, leaves open."""
    half = _half_step(words, value)
    if approx == "greater_than":
        return Span(value - half, math.inf)
    if approx == "less_than":
        return Span(0.0, value + half)
    if approx in ("about", "estimated"):
        half = max(half, abs(value) * _ABOUT)
    return Span(value - half, value + half)


def _half_step(words: str, value: float) -> float:
    """Half of the last place written: 0.05 billion for *1.2 billion*, 0 for *27*.

    Noughts at the end of a number of three digits or more are taken for places that were not
    counted: 61,000 stands for 60,500 to 61,500. Other whole numbers are exact.
    """
    found = _DIGITS.search(words)
    if not found or not value:
        return 0.0
    digits = found.group().rstrip(".,").replace(",", "")
    try:
        written = abs(float(digits))
    except ValueError:
        return 0.0
    if not written:
        return 0.0
    if "." in digits:
        step = 10.0 ** -len(digits.partition(".")[2])
    else:
        noughts = len(digits) - len(digits.rstrip("0"))
        step = 10.0**noughts if len(digits) > 2 else 1.0
        if step == 1.0 and math.isclose(written, abs(value)):
            return 0.0
    return step / 2 * abs(value) / written
