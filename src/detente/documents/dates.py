"""Dates as documents state them: on a line of their own, in a byline, in a dateline."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_MONTHS = {
    1: "january jan janvier januar jänner enero gennaio janeiro января січня",
    2: "february feb février februar febrero febbraio fevereiro февраля лютого",
    3: "march mar mars märz marzo março марта березня",
    4: "april apr avril abril aprile апреля квітня",
    5: "may mai mayo maggio maio мая травня",
    6: "june jun juin juni junio giugno junho июня червня",
    7: "july jul juillet juli julio luglio julho июля липня",
    8: "august aug août agosto августа серпня",
    9: "september sep sept septembre septiembre settembre setembro сентября вересня",
    10: "october oct octobre oktober octubre ottobre outubro октября жовтня",
    11: "november nov novembre noviembre novembro ноября листопада",
    12: "december dec décembre dezember diciembre dicembre dezembro декабря грудня",
}
_MONTH_OF = {name: number for number, names in _MONTHS.items() for name in names.split()}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_OF = {name[:n]: i for i, name in enumerate(_WEEKDAYS) for n in (3, 4, 5, len(name))}

_MONTH = "(?:" + "|".join(sorted(_MONTH_OF, key=lambda n: (-len(n), n))) + ")"
_WEEKDAY = "(?P<weekday>(?:mon|tues?|wed|thurs?|fri|sat|sun)(?:day|nesday|urday)?)"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|er)?\.?"
_YEAR = r"(?P<{0}>(?:1[6-9]|20)\d\d)"
_DATE = re.compile(
    rf"""
    (?:{_WEEKDAY}\.?,?\s{{1,3}})?
    (?:
      (?P<iso>(?:1[6-9]|20)\d\d)[-/](?P<iso_month>\d{{1,2}})[-/](?P<iso_day>\d{{1,2}})(?:T[\d:.]+Z?)?
    | {_DAY.format("day")}\s{{0,3}}(?:de\s|of\s)?\s{{0,2}}(?P<month>{_MONTH})\.?
        (?:,?\s{{1,3}}(?:de\s)?{_YEAR.format("year")})?
    | (?P<month2>{_MONTH})\.?\s{{1,3}}{_DAY.format("day2")}(?:,?\s{{1,3}}{_YEAR.format("year2")})?
    | (?P<a>\d{{1,2}})(?P<mark>[./])(?P<b>\d{{1,2}})(?P=mark)(?P<year3>(?:1[6-9]|20)\d\d)
    )
    (?!\w|[-–/]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What may stand around a date on a line that says nothing else.
TIME_OF_DAY = re.compile(
    r"(?:at\s)?\d{1,2}(?:[:.h]\d{2}(?::\d{2})?\s{0,2}(?:[ap]\.?\s?m\.?)?|\s{0,2}[ap]\.?\s?m\.?)"
    r"(?:\s{0,2}\(?[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that stands at ``start:end`` of a line.

    ``date`` is None where the words do not settle it; ``problem`` then says why. A date that
    can be read but contradicts itself (a wrong weekday) has both.
    """

    start: int
    end: int
    date: dt.date | None
    problem: str | None = None


def date_at(line: str, start: int = 0) -> StatedDate | None:
    """The date that begins exactly at ``start``, or None."""
    m = _DATE.match(line, start)
    return None if m is None else _judge(m)


def _judge(m: re.Match[str]) -> StatedDate:
    words = m.group()
    year, month, day = _parts(m)
    if m["a"] is not None and m["mark"] == "/":
        # 03/04/2024 is April in London and March in Washington; only a day above 12 settles it.
        a, b = int(m["a"]), int(m["b"])
        if a <= 12 and b <= 12 and a != b:
            problem = f"the date {words} could be day/month or month/day; give --date to settle it"
            return StatedDate(m.start(), m.end(), None, problem)
        if b > 12:
            month, day = a, b
    if year is None:
        problem = f"the date {words!r} has no year; give --date to settle it"
        return StatedDate(m.start(), m.end(), None, problem)
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return StatedDate(m.start(), m.end(), None, f"the date {words!r} is not in the calendar")
    contradiction = None
    if m["weekday"]:
        stated = _WEEKDAY_OF.get(m["weekday"].lower())
        if stated is not None and stated != date.weekday():
            actual = _WEEKDAYS[date.weekday()].capitalize()
            contradiction = f"the date {words!r} fell on a {actual}; the document says otherwise"
    return StatedDate(m.start(), m.end(), date, contradiction)


def _parts(m: re.Match[str]) -> tuple[int | None, int, int]:
    if m["iso"] is not None:
        return int(m["iso"]), int(m["iso_month"]), int(m["iso_day"])
    if m["month"] is not None:
        return _year(m["year"]), _MONTH_OF[m["month"].lower()], int(m["day"])
    if m["month2"] is not None:
        return _year(m["year2"]), _MONTH_OF[m["month2"].lower()], int(m["day2"])
    # Day, month, year with full stops between is day first wherever it is used.
    return int(m["year3"]), int(m["b"]), int(m["a"])


def _year(digits: str | None) -> int | None:
    return None if digits is None else int(digits)
