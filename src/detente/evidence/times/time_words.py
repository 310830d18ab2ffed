"""What a time grammar finds."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass

from detente.evidence.times.calendar_words import LONG_CODES
from detente.evidence.times.resolution import (
    Days,
    Precision,
    Relative,
    part_of,
)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A time as found: its place, the scheme's value and type, the rule, and what days it means.

    ``days`` with ``precision`` where the words alone fix them, ``relative`` where a day to
    count from is needed; neither where nothing can be said.
    """

    start: int
    end: int
    value: str
    type: str
    rule: str
    days: Days | None = None
    precision: Precision = "day"
    relative: Relative | None = None


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """The date, None if the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def with_part(found: TimeWords, start: int, part: str) -> TimeWords:
    """``found`` with *early*, *mid-* or *end of* in front of it, at ``start``."""
    days, precision = found.days, found.precision
    relative = found.relative
    if days is not None:
        days, precision = part_of(days, part, precision)
    elif relative is not None:
        relative = dataclasses.replace(relative, part=part)
    return TimeWords(
        start,
        found.end,
        f"{found.value} {part}",
        found.type,
        found.rule,
        days,
        precision,
        relative,
    )


def shift(start: int, end: int, unit: str, by: int, suffix: str = "") -> TimeWords:
    """*last week* is ``W-1``, *this month* ``M+0``, *last decade* ``DECADE-1``."""
    return TimeWords(
        start,
        end,
        f"{LONG_CODES.get(unit, unit)}{by:+d}{suffix}",
        "relative",
        "relative",
        relative=Relative("shift", unit, by),
    )
