"""Days and months of the calendar, in all usual English orders."""

from __future__ import annotations

import re

from detente.evidence.times.calendar_words import (
    DASH,
    DAY,
    MONTH,
    WEEKDAY,
    WORDS_TOO,
    YEAR,
    S,
    day_number,
    month_number,
)
from detente.evidence.times.resolution import (
    Relative,
    month_days,
)
from detente.evidence.times.time_words import TimeWords, date_of, with_part

_TO = rf"(?:{DASH}|{S}(?:to|through|until){S})"

_THE = rf"(?:the{S})?"

_MONTH_FIRST = re.compile(
    rf"(?P<m>{MONTH}){S}(?P<d>{DAY})"
    rf"(?:(?:(?P<to>{_TO})|{S}and{S})(?:(?P<m2>{MONTH}){S})?(?P<d2>{DAY}))?"
    rf"(?:,?{S}(?P<y>{YEAR}))?"
)

_MONTH_DAY = re.compile(rf"(?P<m>{MONTH}){S}(?P<d>{DAY})(?P<y>(?!))?")

_DAY_FIRST = re.compile(
    rf"(?P<d>{DAY})"
    rf"(?:(?:{S}(?P<m0>{MONTH}))?(?:(?P<to>{_TO})|{S}and{S}){_THE}(?P<d2>{DAY}))?"
    rf"(?:{S}|-)?(?:of{S})?(?P<m>{MONTH})(?:(?:,?{S}|-)(?P<y>{YEAR}))?"
)

_DAY_MONTH = re.compile(rf"(?P<d>{DAY})(?:{S}|-)?(?:of{S})?(?P<m>{MONTH})(?P<y>(?!))?")

_MONTH_YEAR = re.compile(
    rf"(?P<m>{MONTH})(?:{_TO}(?P<m2>{MONTH}))?(?:,?{S}(?:of{S})?(?P<y>{YEAR}))?"
)

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12]\d|3[01]))?(?![\d-])")

_SLASHED = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\d/])")

_WEEKDAY_DATE = re.compile(rf"{WEEKDAY},?{S}(?:the{S})?")


def iso(low: str, text: str, at: int) -> TimeWords | None:
    """*2024-05-04*; *2024-05* is a month."""
    m = _ISO.match(low, at)
    if m is None:
        return None
    year, month = int(m["y"]), int(m["m"])
    if m["d"] is None:
        # 2010-12 is a stretch of years in prose, 2023-05 is a month.
        if not 1900 <= year <= 2099 or month > year % 100:
            return None
        days = month_days(year, month)
        return TimeWords(at, m.end(), f"{year}-{month:02}", "month", "month", days, "month")
    date = date_of(year, month, int(m["d"]))
    # A day that the calendar lacks stays as it is written.
    return TimeWords(at, m.end(), m.group(), "date", "date", None if date is None else (date, date))


def slashed(low: str, text: str, at: int) -> TimeWords | None:
    """Figures only: resolved where one order alone makes a date."""
    m = _SLASHED.match(low, at)
    if m is None:
        return None
    one, two, year = int(m[1]), int(m[3]), int(m[4])
    options = {date_of(year, two, one), date_of(year, one, two)} - {None}
    if not options:
        return None
    date = options.pop() if len(options) == 1 else None
    if date is None:
        return TimeWords(at, m.end(), text[at : m.end()], "date", "date")
    return TimeWords(at, m.end(), date.isoformat(), "date", "date", (date, date))


def day_first(low: str, text: str, at: int) -> TimeWords | None:
    """*4 May 2024*, *4th of May*, *4-5 May*, *30 April to 2 May*."""
    m = _DAY_FIRST.match(low, at)
    if m is None or not text[m.start("m")].isupper():
        return None
    month, day = month_number(m["m"]), day_number(m["d"])
    if m["d2"] is None:
        return _named_days(text, m, (month, day), None)
    last = day_number(m["d2"])
    if m["to"] is None and not _and_is_a_range(low, at, day, last):
        alone = _DAY_MONTH.match(low, at)  # *6 June and 8 July*: two days
        if alone is None:
            return None
        return _named_days(text, alone, (month_number(alone["m"]), day), None)
    begin = month if m["m0"] is None else month_number(m["m0"])
    if (begin, day) == (month, last):
        return None
    return _named_days(text, m, (begin, day), (month, last))


def month_first(low: str, text: str, at: int) -> TimeWords | None:
    """*May 4, 2024*, *May 4-5*, *April 30 to May 2*."""
    if not text[at].isupper():
        return None
    m = _MONTH_FIRST.match(low, at)
    if m is None:
        return None
    month, day = month_number(m["m"]), day_number(m["d"])
    if m["d2"] is not None:
        last = day_number(m["d2"])
        if m["to"] is not None or _and_is_a_range(low, at, day, last):
            end_month = month if m["m2"] is None else month_number(m["m2"])
            return _named_days(text, m, (month, day), (end_month, last))
        m = _MONTH_DAY.match(low, at) or m
    return _named_days(text, m, (month, day), None)


def weekday_date(low: str, text: str, at: int) -> TimeWords | None:
    """*Monday, 4 May 2024*: the date counts, the weekday is part of its words."""
    m = _WEEKDAY_DATE.match(low, at)
    if m is None or not text[at].isupper() or m.end() >= len(low):
        return None
    read = day_first if low[m.end()].isdigit() else month_first
    found = read(low, text, m.end())
    if found is None:
        return None
    return TimeWords(
        at,
        found.end,
        found.value,
        found.type,
        found.rule,
        found.days,
        found.precision,
        found.relative,
    )


def month(low: str, text: str, at: int) -> TimeWords | None:
    """*May 2024*, *March-April*, or a month alone where it cannot be another word."""
    if not text[at].isupper():
        return None
    m = _MONTH_YEAR.match(low, at)
    if m is None:
        return None
    month = month_number(m["m"])
    year = None if m["y"] is None else int(m["y"])
    end = m.end()
    if m["m2"] is not None and text[m.start("m2")].isupper():
        last = month_number(m["m2"])
        stem = "XXXX" if year is None else str(year)
        if year is None:
            value = f"XXXX-{month:02}/XXXX-{last:02}"
            relative = Relative("month", number=month, last=(last, 0))
            return TimeWords(at, end, value, "range", "range", relative=relative)
        first = year - (last < month)
        days = month_days(first, month)[0], month_days(year, last)[1]
        return TimeWords(
            at, end, f"{first}-{month:02}/{stem}-{last:02}", "range", "range", days, "range"
        )
    if year is not None:
        days = month_days(year, month)
        return TimeWords(at, end, f"{year}-{month:02}", "month", "month", days, "month")
    name = m["m"].rstrip(".")
    if name in WORDS_TOO and not _month_context(low, at, end):
        return None
    relative = Relative("month", number=month)
    return TimeWords(at, end, f"XXXX-{month:02}", "month", "month", relative=relative)


_MONTH = re.compile(MONTH)


def month_alone(low: str, text: str, at: int) -> TimeWords | None:
    """A month that is also a word (May), where the words before leave no doubt."""
    m = _MONTH.match(low, at)
    if m is None or not text[at].isupper():
        return None
    number = month_number(m.group())
    relative = Relative("month", number=number)
    end = at + len(m.group().rstrip("."))
    return TimeWords(at, end, f"XXXX-{number:02}", "month", "month", relative=relative)


_HALF = re.compile(rf"(?P<o>first|second|latter|1st|2nd){S}half{S}of{S}")


def month_half(low: str, text: str, at: int) -> TimeWords | None:
    """*second half of April*, *first half of May 2024*: days 1 to 15, or the rest."""
    m = _HALF.match(low, at)
    if m is None or m.end() >= len(low) or not text[m.end()].isupper():
        return None
    inner = month(low, text, m.end()) or month_alone(low, text, m.end())
    if inner is None or inner.type != "month":
        return None
    return with_part(inner, at, "H1" if m["o"] in {"first", "1st"} else "H2")


def _named_days(
    text: str, m: re.Match[str], first: tuple[int, int], last: tuple[int, int] | None
) -> TimeWords | None:
    """A day or days (month, day) with or without a year."""
    at, end = m.start(), m.end()
    year = None if m["y"] is None else int(m["y"])
    stem = "XXXX" if year is None else str(year)
    value = f"{stem}-{first[0]:02}-{first[1]:02}"
    if last is None:
        if year is None:
            if date_of(2000, *first) is None:
                return TimeWords(at, end, value, "date", "date")
            relative = Relative("day", number=first[0], day=first[1])
            return TimeWords(at, end, value, "date", "date", relative=relative)
        date = date_of(year, *first)
        return TimeWords(at, end, value, "date", "date", None if date is None else (date, date))
    value = f"{value}/{stem}-{last[0]:02}-{last[1]:02}"
    if year is None:
        relative = Relative("day", number=first[0], day=first[1], last=last)
        return TimeWords(at, end, value, "range", "range", relative=relative)
    begin = date_of(year - (first > last), *first)
    finish = date_of(year, *last)
    if begin is None or finish is None:
        return None
    value = f"{begin.isoformat()}/{finish.isoformat()}"
    return TimeWords(at, end, value, "range", "range", (begin, finish), "range")


def _and_is_a_range(low: str, at: int, first: int, last: int) -> bool:
    """*4 and 5 May* are two days on end; *between 4 and 9 May* is a stretch."""
    return last == first + 1 or low[max(0, at - 9) : at].rstrip().endswith("between")


_MONTH_BEFORE = re.compile(
    r"(?:^|[^\w])(?:in|since|by|until|till|from|of|before|after|through|throughout|during|early|"
    r"mid|late|between|last|next|this|to|and|every|as of)[ \u00a0-]$"
)

_AFTER_OTHER_MONTH = re.compile(rf"{MONTH}(?:,| and| or| to|,? and){S}$")


def _month_context(low: str, at: int, end: int) -> bool:
    """True if the words before say that a month is meant (*in May*), not a verb or a name."""
    before = low[max(0, at - 12) : at]
    m = _MONTH_BEFORE.search(before)
    if m is None:
        return False
    word = before.rstrip(" \u00a0-").rsplit(None, 1)[-1].strip("(“\"'")
    # *to March*, *and may*: a verb or a name follows these words as easily as a month.
    if word in {"to", "and", "of", "after", "before"}:
        return _AFTER_OTHER_MONTH.search(low[max(0, at - 18) : at]) is not None
    return True
