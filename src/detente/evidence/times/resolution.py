"""Times against a calendar: what days a relative time means, seen from a given day.

Conventions where English leaves room: a week is Monday to Sunday; *early*, *mid* and *late*
are the thirds of a year (four months each), of a month (ten days) or of a decade (four, three
and three years); its start and end are the first and last month, week or year of these; a
season has its northern meteorological months; a century begins with year 1 of it (1901–2000).
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

from detente.evidence.items import Resolution
from detente.evidence.times.calendar_words import SEASONS

Precision = Literal["day", "week", "month", "quarter", "year", "decade", "range"]
Tense = Literal["past", "future", "mixed", "nearest"]
Days = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Relative:
    """A time that needs a day to count from.

    ``kind`` says how to count: ``shift`` (``by`` units from now), ``weekday``, ``month``,
    ``day`` (of a month, no year given), ``season``, ``period`` (``by`` units back or ahead).
    ``by`` is None where the words leave the direction to the sentence's tense. ``last`` is the
    month and day (0: the whole month) that a stretch beginning with ``number`` and ``day`` runs
    to, or its last weekday.
    """

    kind: Literal["shift", "weekday", "month", "day", "season", "period"]
    unit: str = "D"
    by: float | None = None
    number: int = 0
    day: int = 0
    part: str | None = None
    last: tuple[int, int] | None = None


def resolve(relative: Relative, today: dt.date, tense: Tense | None) -> Resolution | None:
    """The days meant, None where the words or the tense do not decide.

    A weekday, day or month without a year follows the tense: the last one before ``today``
    (``today`` included) after a past tense, the next after a future, whichever is closest with
    *nearest*; with no tense to go by, the closest to ``today`` if that is not far. Tenses that
    contradict each other leave a weekday open and are no tense to go by for a day or month.
    """
    try:
        found = _resolve(relative, today, tense)
    except (OverflowError, ValueError):
        return None  # beyond the years 1 to 9999, or 30 February
    if found is None:
        return None
    (first, last), precision = found
    if first > last:
        return None
    return Resolution(first.isoformat(), last.isoformat(), precision)


def _resolve(
    relative: Relative, today: dt.date, tense: Tense | None
) -> tuple[Days, Precision] | None:
    by = None if relative.by is None else int(relative.by)
    if relative.kind == "shift" and by is not None:
        return _shifted(today, relative.unit, by, relative.part)
    if relative.kind == "period" and by is not None:
        there = add(today, relative.unit, by)
        return ((there, today) if by < 0 else (today, there)), "range"
    if relative.kind == "weekday":
        day = _weekday(today, relative.number, by, tense)
        if day is not None and relative.last is not None:
            return (day, day + dt.timedelta((relative.last[0] - relative.number) % 7)), "range"
        return None if day is None else ((day, day), "day")
    if relative.kind == "day":
        year = _year_of(today, by, tense, relative.number, relative.day)
        if year is None:
            return None
        day = dt.date(year, relative.number, relative.day)
        return _until(day, relative) or ((day, day), "day")
    if relative.kind == "month":
        year = _year_of(today, by, tense, relative.number, None)
        if year is None:
            return None
        days = month_days(year, relative.number)
        return _until(days[0], relative) or part_of(days, relative.part, "month")
    if relative.kind == "season":
        return _season(today, list(SEASONS)[relative.number], by or 0), "quarter"
    return None


def _season(today: dt.date, name: str, by: int) -> Days:
    """The season that is on, or is this year's (0), the last that is over, the next to come."""
    seasons = [season_days(y, name) for y in range(today.year - 2, today.year + 3)]
    if by < 0:
        return [s for s in seasons if s[1] < today][-1]
    if by > 0:
        return next(s for s in seasons if s[0] > today)
    on = [s for s in seasons if s[0] <= today <= s[1]]
    return on[0] if on else season_days(today.year, name)


def _until(first: dt.date, relative: Relative) -> tuple[Days, Precision] | None:
    """The stretch from ``first`` to the next day or month that ``relative.last`` names."""
    if relative.last is None:
        return None
    month, day = relative.last
    year = first.year + ((month, day or 31) < (first.month, first.day))
    last = dt.date(year, month, day) if day else month_days(year, month)[1]
    return (first, last), "range"


def _shifted(today: dt.date, unit: str, by: int, part: str | None) -> tuple[Days, Precision] | None:
    there = add(today, unit, by)
    days, precision = around(there, unit)
    if part == "later":
        return (today, days[1]), precision
    if part == "earlier":
        return (days[0], today), precision
    return part_of(days, part, precision)


def _weekday(today: dt.date, weekday: int, by: int | None, tense: Tense | None) -> dt.date | None:
    ahead = (weekday - today.weekday()) % 7
    behind = (today.weekday() - weekday) % 7
    if by == -1:
        return today - dt.timedelta(days=behind or 7)
    if by == 1:
        return today + dt.timedelta(days=ahead or 7)
    if tense == "mixed":
        return None
    if tense == "past":
        return today - dt.timedelta(days=behind)
    if tense == "future" or by == 0:
        return today + dt.timedelta(days=ahead)
    # A condition or a day of taking effect lies ahead as a rule; else the closest is meant.
    return today + dt.timedelta(days=ahead if ahead <= 3 or tense == "nearest" else -behind)


def _year_of(
    today: dt.date, by: int | None, tense: Tense | None, month: int, day: int | None
) -> int | None:
    """The year in which a month, or a day of it, is meant."""
    begun = (month, day or 1) <= (today.month, today.day)
    over = (month, day or 31) < (today.month, today.day)
    if by == 0:
        return today.year
    if by == -1:
        return today.year - (0 if month < today.month else 1)
    if by == 1:
        return today.year + (0 if month > today.month else 1)
    if tense == "past":
        return today.year - (0 if begun else 1)
    if tense == "future":
        return today.year + (1 if over else 0)
    middle = day or 15
    options = [dt.date(y, month, middle) for y in _years_with(today.year, month, middle)]
    nearest = min(options, key=lambda d: abs(d - today), default=None)
    if nearest is None or (tense != "nearest" and abs(nearest - today) > _NEAR):
        return None
    return nearest.year


# With no tense to go by, a date of this or the last quarter is meant, or of the next.
_NEAR = dt.timedelta(days=100)


def _years_with(year: int, month: int, day: int) -> list[int]:
    """The years around ``year`` that have that day (29 February)."""
    return [y for y in (year - 1, year, year + 1) if day <= calendar.monthrange(y, month)[1]]


def add(day: dt.date, unit: str, by: int) -> dt.date:
    """``day`` moved by so many units; a month has its last day where the day is missing.

    Raises
    ------
    OverflowError, ValueError
        Beyond the years 1 to 9999.

    >>> add(dt.date(2024, 3, 31), "M", -1)
    datetime.date(2024, 2, 29)
    """
    days = {"D": 1, "W": 7, "WE": 7, "2W": 14}.get(unit)
    if days is not None:
        return day + dt.timedelta(days=days * by)
    if unit in {"s", "min", "h"}:
        return day
    months = {"M": 1, "Q": 3, "Y": 12, "10Y": 120, "C": 1200}[unit] * by
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def around(day: dt.date, unit: str) -> tuple[Days, Precision]:
    """The whole week, month, quarter … that holds ``day``."""
    monday = day - dt.timedelta(days=day.weekday())
    if unit == "W":
        return (monday, monday + dt.timedelta(days=6)), "week"
    if unit == "WE":
        return (monday + dt.timedelta(days=5), monday + dt.timedelta(days=6)), "range"
    if unit == "M":
        return month_days(day.year, day.month), "month"
    if unit == "Q":
        return quarter_days(day.year, (day.month + 2) // 3), "quarter"
    if unit == "Y":
        return year_days(day.year), "year"
    if unit == "10Y":
        first = day.year // 10 * 10
        return (dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), "decade"
    if unit == "C":
        return century_days((day.year + 99) // 100), "range"
    return (day, day), "day"


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, 1), dt.date(year, month, last)


def quarter_days(year: int, quarter: int) -> Days:
    """First and last day of a quarter, 1 to 4."""
    return month_days(year, 3 * quarter - 2)[0], month_days(year, 3 * quarter)[1]


def half_days(year: int, half: int) -> Days:
    """First and last day of half a year, 1 or 2."""
    return month_days(year, 6 * half - 5)[0], month_days(year, 6 * half)[1]


def year_days(year: int) -> Days:
    """First and last day of a year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def century_days(century: int) -> Days:
    """First and last day of the nth century."""
    return dt.date(100 * century - 99, 1, 1), dt.date(100 * century, 12, 31)


def season_days(year: int, name: str) -> Days:
    """First and last day of a northern season that begins in ``year``."""
    first, last = SEASONS[name]
    return month_days(year, first)[0], month_days(year + (last < first), last)[1]


def part_of(days: Days, part: str | None, precision: Precision) -> tuple[Days, Precision]:
    """A named part of a stretch of days (see the conventions of this module)."""
    first, last = days
    if part is None or first == last:
        return days, precision
    if part[0] == "Q":
        return quarter_days(first.year, int(part[1])), "quarter"
    if part[0] == "H" and (last - first).days < 31:
        half = first.replace(day=15)
        return ((first, half) if part == "H1" else (half + dt.timedelta(days=1), last)), "range"
    if part[0] == "H":
        return half_days(first.year, int(part[1])), "range"
    thirds, edge = _cuts(first, last)
    day = dt.timedelta(days=1)
    if part == "early":
        return (first, thirds[0] - day), "range"
    if part == "mid":
        return (thirds[0], thirds[1] - day), "range"
    if part == "late":
        return (thirds[1], last), "range"
    if part == "start":
        return (first, add(first, edge, 1) - day), "range"
    if part == "end":
        return (add(last + day, edge, -1), last), "range"
    return days, precision


def _cuts(first: dt.date, last: dt.date) -> tuple[tuple[dt.date, dt.date], str]:
    """Where the thirds begin, and the unit that start and end stand for."""
    length = (last - first).days + 1
    if length > 20000:
        return (add(first, "Y", 33), add(first, "Y", 66)), "10Y"
    if length > 3000:
        return (add(first, "Y", 4), add(first, "Y", 7)), "Y"
    if length > 300:
        return (add(first, "M", 4), add(first, "M", 8)), "M"
    if length > 80:
        return (add(first, "M", 1), add(first, "M", 2)), "M"
    if length > 20:
        return (add(first, "D", 10), add(first, "D", 20)), "W"
    return (add(first, "D", 2), add(first, "D", 4)), "D"
