"""Numbers as they stand in a text, with sign or unit where one is attached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.checks.figures.exactness import Span, around
from detente.checks.letters import small
from detente.evidence.figures.number_words import MAGNITUDES, SMALL

_MAGNITUDE = {k: v for k, v in MAGNITUDES.items() if v >= 1000} | {
    "bn": 1e9,
    "m": 1e6,
    "mn": 1e6,
    "tn": 1e12,
    "hundred": 100.0,
}
_COARSEST = 0.05
_WORDS = "|".join(sorted((w for w in SMALL if w != "zero"), key=len, reverse=True))
_SIZES = "|".join(sorted(_MAGNITUDE, key=len, reverse=True))
NUMBER = re.compile(
    rf"""(?<![\w.,/:-])
    (?P<sign>[$€£¥]|US\$|USD\s|EUR\s)?
    (?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORDS})(?:-(?:{_WORDS}))?)
    (?:[\s-]?(?P<size>{_SIZES})(?!\w))?
    (?P<percent>\s?%|[\s-]per\s?cent(?!\w))?
    (?![\w/]|[.,:]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``start:end``; ``kind`` is ``money``, ``percent`` or ``count``."""

    start: int
    end: int
    text: str
    value: float
    kind: str
    size: float = 1.0
    """The magnitude written with it: 1e9 for *7 billion*."""

    @property
    def values(self) -> Span:
        """The values that its rounding leaves open; noughts of a percentage are counted."""
        if self.kind == "percent":
            half = 0.5 * 10.0 ** -len(self.text.rstrip(" %").partition(".")[2].split(" ")[0])
            return Span(self.value - half, self.value + half)
        wide = around(self.value, self.text)
        # 100 beside the numbers it is reckoned with is no 50 to 150.
        half = min(wide.high - self.value, _COARSEST * abs(self.value))
        return Span(self.value - half, self.value + half)


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numbers of ``text[start:end]``, with places in ``text``."""
    for m in NUMBER.finditer(text, start, len(text) if end is None else end):
        yield number_of(m)


def number_of(m: re.Match[str]) -> Number:
    """The number of one match of ``NUMBER``."""
    digits = small(m["digits"])
    if digits[0].isdigit():
        value = float(digits.replace(",", ""))
    else:
        value = float(sum(SMALL[w] for w in digits.split("-")))
    size = _MAGNITUDE[small(m["size"])] if m["size"] else 1.0
    kind = "percent" if m["percent"] else "money" if m["sign"] else "count"
    return Number(m.start(), m.end(), m.group(), value * size, kind, size)
