"""Days as unions of closed ranges of day numbers (``date.toordinal``)."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterable

# Before and after every day a calendar here can hold: a range that ends there is open.
FIRST = dt.date.min.toordinal()
LAST = dt.date.max.toordinal()

Range = tuple[int, int]
"""First and last day number, both included."""
Days = tuple[Range, ...]
"""Ranges in order that neither touch nor overlap."""


def union(ranges: Iterable[Range]) -> Days:
    """The ranges in order, those that touch or overlap as one.

    >>> union([(5, 9), (1, 3), (4, 4), (20, 12)])
    ((1, 9),)
    """
    out: list[Range] = []
    for first, last in sorted(ranges):
        if last < first:
            continue
        if out and first <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return tuple(out)


def holds(days: Days, day: int) -> bool:
    """True if ``day`` is one of the days."""
    i = bisect.bisect_right(days, (day, LAST)) - 1
    return i >= 0 and days[i][0] <= day <= days[i][1]


def shown(days: Days) -> str:
    """The ranges in words.

    >>> shown(((738000, 738009), (739000, LAST)))
    '2021-07-29 to 2021-08-07, and from 2024-04-24 on'
    """
    return ", and ".join(_range_shown(*r) for r in days) or "on no day"


def _range_shown(first: int, last: int) -> str:
    begin, end = (dt.date.fromordinal(n).isoformat() for n in (first, last))
    if first == FIRST:
        return "on any day" if last == LAST else f"until {end}"
    if last == LAST:
        return f"from {begin} on"
    return f"on {begin}" if first == last else f"{begin} to {end}"
