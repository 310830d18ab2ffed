"""How the briefing says numbers, dates and the words of the annotation scheme in plain English."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from detente.evidence.items import Quantity, Resolution

_SMALL = "none one two three four five six seven eight nine ten eleven twelve".split()
# Not strftime: the page must not depend on the machine's locale.
MONTHS = (
    "January February March April May June July August September October November December"
).split()
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_APPROXIMATION = {
    "greater_than": "more than",
    "less_than": "less than",
    "about": "about",
    "estimated": "an estimated",
}
_UNITS = {
    "percent": "per cent",
    "percent_of_GDP": "% of GDP",
    "percentage_points": "percentage points",
}
BASIS = {
    "direct_quote": "own words",
    "reported": "reported",
    "reported_statistic": "reported figure",
    "narration": "narration",
    "narrator_speculation": "the author’s conjecture",
}
# Bidirectional and other format controls have no business in a window's title or a tooltip.
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F,
                           *range(0x202A, 0x202F), *range(0x2066, 0x206A)], " ")  # fmt: skip


def number(n: int) -> str:
    """``n`` as a word up to twelve, in figures from there; 0 is ``none``.

    >>> number(3), number(0), number(1300)
    ('three', 'none', '1,300')
    """
    return _SMALL[n] if 0 <= n < len(_SMALL) else f"{n:,}"


def counted(n: int, noun: str, plural: str | None = None) -> str:
    """``n`` in figures with its noun.

    >>> counted(1, "figure"), counted(2, "party", "parties")
    ('1 figure', '2 parties')
    """
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def told(distinct: int, tellings: int, noun: str) -> str:
    """How many there are, and how often they are told where some are told again.

    >>> told(3, 3, "event"), told(3, 5, "event")
    ('3 events', '3 distinct events in 5 tellings')
    """
    if distinct == tellings:
        return counted(distinct, noun)
    return f"{counted(distinct, f'distinct {noun}')} in {tellings:,} tellings"


def sentence_case(words: str) -> str:
    """``words`` with its first letter raised, the rest as it is."""
    return words[:1].upper() + words[1:]


def spaced(scheme_word: str) -> str:
    """A word of the scheme as people write it.

    >>> spaced("sanction_asset_freeze")
    'sanction asset freeze'
    """
    return scheme_word.replace("_", " ")


def joined(parts: Sequence[str]) -> str:
    """A list in a sentence.

    >>> joined(["a", "b", "c"])
    'a, b and c'
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def amount(value: float) -> str:
    """A number as read aloud.

    >>> amount(2.5e9), amount(6200), amount(6.7)
    ('2.5 billion', '6,200', '6.7')
    """
    if not math.isfinite(value):
        return "not a number"
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:,.6g} {word}"
    return f"{value:,.0f}" if value == round(value) else f"{value:,.6g}"


def unit(name: str | None) -> str:
    """A unit of the scheme in words."""
    return "not stated" if name is None else _UNITS.get(name, spaced(name))


def value(item: Quantity) -> str:
    """The figure's value with its approximation, or its range."""
    how = _APPROXIMATION[item.approx] + " " if item.approx else ""
    if item.value is not None:
        return how + amount(item.value)
    bounds = [amount(b) for b in (item.low, item.high) if b is not None]
    if len(bounds) == 2:
        return f"{how}{bounds[0]} to {bounds[1]}"
    if bounds:  # *hundreds*: at least 100
        return ("at least " if item.low is not None else "up to ") + bounds[0]
    return "not stated"


def day(iso: str) -> str:
    """An ISO day in words; as it stands if it is none.

    >>> day("2025-03-04"), day("2025-03")
    ('4 March 2025', '2025-03')
    """
    try:
        date = dt.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def days(resolved: Resolution) -> str:
    """The days a time was resolved to."""
    if resolved.first == resolved.last:
        return day(resolved.first)
    if resolved.precision == "year" and resolved.first[:4] == resolved.last[:4]:
        return resolved.first[:4]
    return f"{day(resolved.first)} to {day(resolved.last)}"


def plain(text: str) -> str:
    r"""``text`` on one line and without control characters, for titles that take no markup.

    >>> plain("a\u202eb\n c")
    'a b c'
    """
    return " ".join(text.translate(_CONTROLS).split())
