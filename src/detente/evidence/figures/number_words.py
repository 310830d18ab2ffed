"""Numbers in words and figures: *twenty-one*, *two million*, *1,250.5*, *half a billion*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

UNITS: Mapping[str, int] = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: Mapping[str, int] = {
    w: 10 * n
    for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SMALL: Mapping[str, int] = {**UNITS, **TENS}

MAGNITUDES: Mapping[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
# Behind these a magnitude stands for itself: *Kenya's thousand policemen*.
OWNERS = frozenset("'s ’s the its their our his her these those every another".split())
# Written after figures only; the one-letter forms need a currency or a counted noun beside
# them, as 5m may be metres and 20k a race.
SUFFIXES: Mapping[str, float] = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mm": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "t": 1e12,
    "tn": 1e12,
    "trn": 1e12,
    "tln": 1e12,
    "cr": 1e7,
}
AMBIGUOUS_SUFFIXES = frozenset({"k", "m", "mm", "b", "t", "cr"})
# An unknown many of something (*hundreds of thousands*), and what it is at least.
MANY: Mapping[str, float] = {
    "tens": 10.0,
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "lakhs": 1e5,
    "crores": 1e7,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}

ORDINALS: Mapping[str, int] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}
DENOMINATORS: Mapping[str, int] = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}

# Longer figures are not numbers that anybody reports; the cut keeps conversion cheap.
_LONGEST = 24
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
# Full stops as thousands marks: only where no decimal reading makes sense, that is two groups
# or more, or one group of three zeros, which nobody writes as a fraction.
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|\.000)")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


def figure(text: str) -> float | None:
    """The number written in figures, None if the marks in it make no number.

    >>> figure("1,250.5"), figure("10.000"), figure("2.5"), figure("3,4")
    (1250.5, 10000.0, 2.5, None)
    """
    if len(text) > _LONGEST:
        return None
    if _PLAIN.fullmatch(text) and not _DOTTED.fullmatch(text):
        return float(text)
    if _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text):
        return float(text.replace(",", ""))
    if _DOTTED.fullmatch(text):
        return float(text.replace(".", ""))
    return None


def spelled(words: Sequence[str], start: int = 0) -> tuple[float, int] | None:
    """Read a number in words from ``words[start:]``, lower case, hyphens as words of their own.

    Returns
    -------
    (value, end) or None
        ``end`` is the index after the last word used; None if no number word stands there.

    >>> spelled(["two", "hundred", "and", "fifty", "-", "three", "thousand", "men"])
    (253000.0, 7)
    """
    total = 0.0
    group = 0.0
    i = start
    used = start
    last = "start"
    lowest = float("inf")
    while i < len(words) and i - start < 16:
        word = words[i]
        if word in TENS and last in {"start", "hundred", "magnitude", "and"}:
            group += TENS[word]
            last = "tens"
        elif word in UNITS and last in {"start", "hundred", "magnitude", "and", "tens-"}:
            if last == "tens-" and not 1 <= UNITS[word] <= 9:
                break
            group += UNITS[word]
            last = "unit"
        elif word == "-" and last == "tens":
            last = "tens-"
            i += 1
            continue
        elif word in UNITS and last == "tens" and 1 <= UNITS[word] <= 9:
            group += UNITS[word]
            last = "unit"
        elif word == "hundred" and last in {"unit", "tens"} and 0 < group < 100:
            group *= 100
            last = "hundred"
        elif word == "and" and last in {"hundred", "magnitude"} and used > start:
            last = "and"
            i += 1
            continue
        elif word in MAGNITUDES and word != "hundred" and last in {"unit", "tens", "hundred"}:
            size = MAGNITUDES[word]
            if size >= lowest:
                break
            total += group * size
            group = 0.0
            lowest = size
            last = "magnitude"
        else:
            break
        i += 1
        used = i
    if used == start:
        return None
    return total + group, used
