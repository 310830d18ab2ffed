"""Spans of time written as two ends: *from 3 May to 7 May*, *2015–2019*, *March 23-25*."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.checks.dates.stated import StatedDate

_JOIN = re.compile(r"\s?(?:[-–—]|to|until|till|through|and)\s?(?:the\s)?")
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\s(?:the\s)?$", re.IGNORECASE)
_YEARS = re.compile(
    r"(?<![\w.,$€£/-])(?P<lead>(?:[Ff]rom|[Bb]etween)\s(?:the\syears?\s(?:of\s)?)?)?"
    r"(?P<a>(?:1[5-9]|20)\d\d)\s?(?P<join>-|–|to|until|and|through)\s?(?P<b>(?:1[5-9]|20)\d\d)"
    r"(?![\w%-]|[.,]\d)(?!\s(?:troops|people|men|women|soldiers|tonnes|tons|dollars|euros|km|miles"
    r"|BC|BCE|percent|per\scent|million|billion|thousand))"
)


@dataclass(frozen=True, slots=True)
class StatedRange:
    """Two ends at ``start:end``; days, or years with ``by_year`` (1 January to 31 December)."""

    start: int
    end: int
    first: dt.date
    last: dt.date
    by_year: bool = False

    @property
    def backwards(self) -> bool:
        """True if it ends before it begins."""
        if self.by_year:
            return self.last.year < self.first.year
        return self.last < self.first

    @property
    def days(self) -> int:
        """Days from the first to the last, both included."""
        return (self.last - self.first).days + 1


def find_ranges(
    text: str, dates: Sequence[StatedDate], today: dt.date | None
) -> Iterator[StatedRange]:
    """The ranges of a text, given its dates; a date without a year borrows it from its other end.

    Where neither end has a year the one that brings it nearest to ``today`` is meant, or any
    year if that is None: the order of two days in it is the same, but for 29 February.
    """
    for stated in dates:
        found = _inside(stated, today)
        if found is not None:
            yield found
    for one, two in pairwise(dates):
        found = _pair(text, one, two, today)
        if found is not None:
            yield found
    for m in _YEARS.finditer(text):
        if m["join"] == "and" and (m["lead"] or "").lower()[:7] != "between":
            continue
        if m["join"] != "and" and not m["lead"] and m["join"] not in "-–":
            continue
        a, b = int(m["a"]), int(m["b"])
        yield StatedRange(m.start("a"), m.end("b"), dt.date(a, 1, 1), dt.date(b, 12, 31), True)


def _inside(stated: StatedDate, today: dt.date | None) -> StatedRange | None:
    if stated.last_day is None:
        return None
    first = _day(stated, stated.year, today)
    if first is None:
        return None
    try:
        last = first.replace(day=stated.last_day)
    except ValueError:
        return None
    return StatedRange(stated.start, stated.end, first, last)


def _pair(text: str, one: StatedDate, two: StatedDate, today: dt.date | None) -> StatedRange | None:
    if not 0 <= two.start - one.end <= 14:
        return None
    join = _JOIN.fullmatch(text, one.end, two.start)
    if join is None or one.last_day or two.last_day:
        return None
    lead = text[max(0, one.start - 14) : one.start]
    if "and" in join.group():
        if not _BETWEEN.search(lead):
            return None
    elif not _FROM.search(lead) and join.group().strip() not in "-–—":
        return None
    year = one.year or two.year
    first = _day(one, one.year or year, today)
    last = None if first is None else _day(two, two.year or year or first.year, today)
    if first is None or last is None:
        return None
    if one.year is None and last < first:
        # From 1 April to 31 March 2024: the year belongs to the end.
        first = _day(one, last.year - 1 if _may_wrap(one, two) else last.year, today)
    if first is None:
        return None
    if two.year is None and last < first and _may_wrap(one, two):
        last = _day(two, first.year + 1, today) or last
    return StatedRange(one.start, two.end, first, last)


def _may_wrap(one: StatedDate, two: StatedDate) -> bool:
    """True if the end may lie in the next year: in another month, or just short of a full year."""
    return one.month != two.month or two.day == one.day - 1


def _day(stated: StatedDate, year: int | None, today: dt.date | None) -> dt.date | None:
    if year is None:
        return stated.nearest_to(today or dt.date(2001, 6, 1))
    try:
        return dt.date(year, stated.month, stated.day)
    except ValueError:
        return None
