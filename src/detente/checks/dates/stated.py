"""Dates written out in a text: *Tuesday, 4 March 2025*, *March 23-25*, *3 May (a Friday)*."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from detente.checks.letters import small

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name}
MONTHS["sept"] = 9
WEEKDAYS = tuple(name.lower() for name in calendar.day_name)
_SHORT_DAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3} | {
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
LONGEST_MONTH = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|" + (
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![^\W\d_])\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\w%°]|[.,:]\d|\s?%)"
_YEAR = r"(?:1[5-9]|20|21)\d\d(?!\w|[.,]\d)"
_DASH = r"\s?(?:-|–|—|to|through|until)\s?"
_DAY_NAME = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?![^\W\d_])\.?"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"

_DATE = re.compile(
    rf"""(?<![\w.,$€£-])
    (?:(?P<weekday>{_DAY_NAME}){_PART}[,\s]\s?\(?(?:the\s)?)?
    (?:
        (?P<m1>{_MONTH})\s(?:the\s)?(?P<d1>{_DAY})(?:{_DASH}(?P<d1b>{_DAY}))?
        (?:,?\s(?P<y1>{_YEAR}))?
      | (?P<d2>{_DAY})(?:{_DASH}(?P<d2b>{_DAY}))?\s(?:of\s)?(?P<m2>{_MONTH})
        (?:,?\s(?P<y2>{_YEAR}))?
      | (?P<y3>{_YEAR})-(?P<m3>\d\d)-(?P<d3>\d\d)(?![\w-])
    )
    (?:\s?[,(]\s?(?:an?\s)?(?P<after>{_DAY_NAME})(?=\)|,|\.|;|\s?$))?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class StatedDate:
    """A day and month as written at ``start:end``; ``year`` and ``weekday`` where given.

    ``weekday`` counts from Monday = 0. ``last_day`` is the end of a range inside one month.
    The day may be none that exists (31 June).
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    last_day: int | None = None

    @property
    def exists(self) -> bool:
        """False for a day that its month does not have."""
        if self.year is None:
            return 1 <= self.day <= LONGEST_MONTH[self.month]
        return 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]

    @cached_property
    def date(self) -> dt.date | None:
        """The day, None where the year is not given or the day does not exist."""
        if self.year is None or not self.exists:
            return None
        return dt.date(self.year, self.month, self.day)

    def nearest_to(self, day: dt.date) -> dt.date | None:
        """The day in the year that brings it nearest to ``day``; None if it never exists."""
        if self.year is not None:
            return self.date
        years = (day.year - 1, day.year, day.year + 1)
        found = [d for d in map(self.in_year, years) if d is not None]
        return min(found, key=lambda d: (abs((d - day).days), d), default=None)

    def in_year(self, year: int) -> dt.date | None:
        """The day in that year, None where it has no such day."""
        if not dt.MINYEAR <= year <= dt.MAXYEAR:
            return None
        if not 1 <= self.day <= calendar.monthrange(year, self.month)[1]:
            return None
        return dt.date(year, self.month, self.day)


def weekday_number(word: str) -> int | None:
    """0 for *Monday*, *Mon* or *Mon.* to 6 for Sunday; None for another word."""
    bare = small(word).rstrip(".")
    if bare in WEEKDAYS:
        return WEEKDAYS.index(bare)
    return _SHORT_DAYS.get(bare)


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[StatedDate]:
    """The dates that stand in ``text[start:end]``, with places in ``text``."""
    stop = len(text) if end is None else end
    for m in _DATE.finditer(text, start, stop):
        found = _stated(m)
        if found is not None:
            yield found


def _stated(m: re.Match[str]) -> StatedDate | None:
    for n in "123":
        if m[f"m{n}"]:
            break
    month = int(m["m3"]) if n == "3" else MONTHS[small(m[f"m{n}"]).rstrip(".")]
    if not 1 <= month <= 12:
        return None
    last = None if n == "3" else m[f"d{n}b"]
    year = m[f"y{n}"]
    named = m["weekday"] or m["after"]
    return StatedDate(
        start=m.start(),
        end=m.end(),
        day=_number(m[f"d{n}"]),
        month=month,
        year=None if year is None else int(year),
        weekday=None if named is None else weekday_number(named),
        last_day=None if last is None else _number(last),
    )


def _number(day: str) -> int:
    return int(day.rstrip("stndrh"))
