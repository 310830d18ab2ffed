"""Parts of a time: *early 2022*, *end of the year*, *morning of 2 April*."""

from __future__ import annotations

import datetime as dt
import re

from detente.evidence.times.calendar_grammar import absolute_at
from detente.evidence.times.calendar_words import (
    COUNT,
    END,
    ORDINAL,
    WEEKDAYS,
    S,
    count_of,
    first_word,
    ordinal_code,
    ordinal_number,
    unit_code,
)
from detente.evidence.times.date_grammar import month_alone
from detente.evidence.times.relative_grammar import period, this, weekday
from detente.evidence.times.resolution import Days, add
from detente.evidence.times.time_words import TimeWords, shift, with_part

_EDGE = re.compile(
    rf"(?:(?P<e>end|close|start|beginning|outset|middle){S}of|(?P<t>turn){S}of|"
    rf"(?P<p>early|late|mid)(?:-|{S}(?:in{S}|on{S})?))(?:{S})?(?P<the>the{S})?"
)

_EDGES = {
    "end": "end",
    "close": "end",
    "start": "start",
    "beginning": "start",
    "outset": "start",
    "middle": "mid",
    "early": "early",
    "late": "late",
    "mid": "mid",
    "turn": "start",
}

_PART_FIRST = re.compile(rf"(?P<p>morning|afternoon|evening|night|eve|dawn){S}of{S}")

_UNIT_NOW = re.compile(rf"(?P<u>week|month|quarter|year|decade|century){END}(?!{S}of)")


_COUNTED_EDGE = re.compile(
    rf"(?:(?P<w>first|last|final|opening|closing)(?:{S}(?P<n>{COUNT}))?|(?P<o>{ORDINAL})){S}"
    rf"(?P<u>(?:day|week|month|year|decade)s?{END}){S}of{S}(?:the{S})?"
)


def counted_edge(low: str, text: str, at: int) -> TimeWords | None:
    """*last two months of 2025*, *first week of May 2024*, *opening years of the 20th century*."""
    m = _COUNTED_EDGE.match(low, at)
    if m is None or m.end() >= len(low):
        return None
    inner = absolute_at(low, text, m.end())
    if inner is None or inner.type in {"date", "range"}:
        return None
    plural = m["u"].endswith("s")
    count = count_of(m["n"]) or (None if plural else 1.0)
    unit = unit_code(m["u"])
    last = m["w"] in {"last", "final", "closing"}
    nth = ordinal_number(m["o"]) if m["o"] else 1
    if not isinstance(count, float) or count != int(count):
        return TimeWords(at, inner.end, f"{inner.value} {m['w']} {m['u']}", "range", "range")
    if m["o"]:
        value = f"{inner.value} {ordinal_code(nth)} {m['u']}"
    else:
        value = f"{inner.value} {'last' if last else 'first'} P{count:g}{unit}"
    if inner.days is None:
        return TimeWords(at, inner.end, value, "range", "range")
    days = _piece(inner.days, unit, int(count), nth, last=last)
    return TimeWords(at, inner.end, value, "range", "range", days, "range")


def _piece(whole: Days, unit: str, count: int, nth: int, *, last: bool) -> Days | None:
    """So many units at the beginning or end of ``whole``, or the nth; None if it has no room."""
    first, end = whole
    day = dt.timedelta(days=1)
    try:
        if last:
            piece = add(end + day, unit, -count), end
        else:
            piece = add(first, unit, nth - 1), add(first, unit, nth - 1 + count) - day
    except (OverflowError, ValueError):
        return None
    return piece if first <= piece[0] <= piece[1] <= end else None


def edge(low: str, text: str, at: int) -> TimeWords | None:
    """*early 2022*, *mid-May*, *end of the year*, *beginning of next month*."""
    m = _EDGE.match(low, at)
    if m is None or m.end() >= len(low):
        return None
    part = _EDGES[m["e"] or m["p"] or "turn"]
    inner = absolute_at(low, text, m.end())
    if inner is None:
        inner = month_alone(low, text, m.end())
    if inner is None:
        inner = this(low, text, m.end()) or period(low, text, m.end())
    if inner is None and first_word(low, m.end()) in WEEKDAYS:
        inner = weekday(low, text, m.end())
        return inner
    if inner is None and m["the"] and m["e"]:
        inner = _unit_now(low, m.end())
    if inner is None or inner.start != m.end():
        return inner
    if inner.type in {"date", "range"}:
        return inner
    return with_part(inner, at, part)


def _unit_now(low: str, at: int) -> TimeWords | None:
    """*the year* of *the end of the year* is the present one."""
    m = _UNIT_NOW.match(low, at)
    return None if m is None else shift(at, m.end(), unit_code(m["u"]), 0)


def part_first(low: str, text: str, at: int) -> TimeWords | None:
    """*morning of 2 April*, *night of Monday*."""
    m = _PART_FIRST.match(low, at)
    if m is None or m.end() >= len(low):
        return None
    inner = absolute_at(low, text, m.end())
    if inner is None and first_word(low, m.end()) in WEEKDAYS:
        inner = weekday(low, text, m.end())
    if inner is None or inner.type not in {"date", "weekday"}:
        return None
    return TimeWords(
        at,
        inner.end,
        f"{inner.value} T {m['p']}",
        inner.type,
        "part_of_day",
        inner.days,
        inner.precision,
        inner.relative,
    )
