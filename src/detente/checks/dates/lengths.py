"""Lengths of time in words: *two-day*, *three weeks*, *a fortnight*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.checks.letters import small
from detente.evidence.figures.number_words import SMALL

_NUMBERS = {w: n for w, n in SMALL.items() if n}
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
"""Pattern of a small whole number in figures or one word."""
_UNITS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_LENGTH = re.compile(
    r"(?<![\w.,-])(?P<n>" + NUMBER + ")"
    r"(?P<half>(?:-and-a-half|\sand\sa\shalf))?"
    r"(?:-|\s)(?P<unit>day|week|month|year|decade)s?(?P<long>-long|-old)?(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedLength:
    """``count`` of ``unit`` at ``start:end``; ``days`` in all."""

    start: int
    end: int
    count: float
    unit: str
    adjective: bool

    @property
    def days(self) -> float:
        """The length in days, months and years at their mean."""
        return self.count * _UNITS[self.unit]


def whole_number(word: str) -> int:
    """*12* or *twelve* as a number."""
    return int(word) if word.isdigit() else _NUMBERS[small(word)]


def find_lengths(text: str, start: int = 0, end: int | None = None) -> Iterator[StatedLength]:
    """Lengths of time in ``text[start:end]``; ages (*five-year-old*) are none."""
    for m in _LENGTH.finditer(text, start, len(text) if end is None else end):
        if small(m["long"] or "") == "-old":
            continue
        count = float(whole_number(m["n"]))
        joined = text[m.end("half") if m["half"] else m.end("n")] == "-"
        plural = small(text[m.end("unit") : m.end("unit") + 1]) == "s"
        yield StatedLength(
            m.start(),
            m.end(),
            count + (0.5 if m["half"] else 0.0),
            small(m["unit"]),
            joined and not plural,
        )
