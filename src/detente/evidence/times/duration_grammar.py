"""How long and the how-many-th: *for three years*, *a 90-day pause*, *the third year*."""

from __future__ import annotations

import re

from detente.evidence.times.calendar_words import (
    COUNT,
    END,
    ORDINAL,
    UNITS,
    S,
    count_of,
    ordinal_code,
    ordinal_number,
    unit_code,
    whole_units,
)
from detente.evidence.times.time_words import TimeWords

_DURATION = re.compile(
    rf"(?P<n>{COUNT})(?:(?:{S}|-)(?:long{S}|full{S}|consecutive{S}|straight{S}|more{S})?)(?P<u>{UNITS})"
)

_NTH = re.compile(
    rf"(?P<o>{ORDINAL}){S}(?:straight{S}|consecutive{S}|successive{S}|full{S}|calendar{S})?"
    rf"(?P<u>(?:day|night|week|month|quarter|year|decade){END})"
)

_FOR_LONG = re.compile(
    rf"(?:for|after|over|in|within){S}(?P<u>(?:day|week|month|year|decade|centurie|hour)s{END})"
)


def duration(low: str, text: str, at: int) -> TimeWords | None:
    """A number of units (*90 days*, *three-week*, *several months*), ages left out."""
    m = _DURATION.match(low, at)
    if m is None:
        return None
    after = low[m.end() : m.end() + 5]
    # An age is no duration: *a 75-year-old*, *75 years old*.
    if after[:4] in {"-old", " old"} or (unit_code(m["u"]) == "s" and m["n"] == "one"):
        return None
    count = count_of(m["n"])
    if count is None:
        return None
    unit = unit_code(m["u"])
    if isinstance(count, str):
        return TimeWords(at, m.end(), f"P-{count}-{m['u']}", "duration", "duration")
    count, unit = whole_units(count, unit)
    return TimeWords(at, m.end(), f"P{count:g}{unit}", "duration", "duration")


def for_long(low: str, text: str, at: int) -> TimeWords | None:
    """*for decades*, *after months*: units without a number, behind a preposition."""
    m = _FOR_LONG.match(low, at)
    if m is None:
        return None
    return TimeWords(m.start("u"), m.end(), f"P-{m['u']}", "duration", "duration")


def nth(low: str, text: str, at: int) -> TimeWords | None:
    """*third year*, *100th day*; other ordinals (*second chance*) need no unit of time."""
    m = _NTH.match(low, at)
    if m is None:
        return None
    value = f"{ordinal_code(ordinal_number(m['o']))} {m['u']}"
    return TimeWords(at, m.end(), value, "duration_ordinal", "duration_ordinal")
