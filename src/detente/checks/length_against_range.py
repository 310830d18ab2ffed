"""A length of time that does not fit the dates beside it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from detente.checks.dates.lengths import StatedLength, find_lengths
from detente.checks.dates.of_document import ranges_of
from detente.checks.dates.ranges import StatedRange
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness

# *a two-day visit, from 3 to 5 May*; *the talks of 3–5 May, a three-day meeting*.
_BEFORE = re.compile(
    r"(?:\s[\w’'-]+){1,5}?,?\s(?:\(|—\s?|–\s?)?(?:(?:held|scheduled|running|lasting|set|planned)\s)?"
    r"(?:on|of|from|between|for)?\s?(?:the\s)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\sin\s[A-Z][\w’-]+)?,?\s(?:(?:was|is|were|made|for)\s)?(?:a|an|the)\s", re.IGNORECASE
)
_REACH = 120
# How many days a stated length may be off: the days of arrival and departure count or not.
_SLACK = {"day": 1.0, "week": 4.0, "month": 31.0, "year": 366.0, "decade": 1500.0}


@check(
    code="TIM204",
    name="length-against-range",
    severity="warning",
    summary="A stated length of time does not fit the dates stated for it.",
    why="Either the length or one of the dates is wrong, and both end up in calendars.",
    fix="Count from the source; correct the length or the dates.",
    fires=(
        "The minister begins a two-day visit from 3 to 9 May 2024.",
        "The ten-day meeting of March 3-5, 2024, ended without a text.",
    ),
    silent=(
        "The six-month mandate runs from July 1 to December 31.",
        "The minister begins a two-day visit from 3 to 4 May 2024.",
        "The three-day meeting of March 3-5, 2024, ended without a text.",
        "The two-day meeting of March 3-5, 2024, ended without a text.",
        "After ten days of fighting the envoys met on March 3-5, 2024.",
    ),
)
def length_against_range(record: Record) -> Iterator[Finding]:
    """Lengths used as an adjective (*two-day*) directly beside a range of dates."""
    for document in record.documents:
        lengths = [n for n in find_lengths(document.text) if n.adjective]
        ranges = ranges_of(record, document) if lengths else ()
        for length in lengths:
            first = bisect.bisect_left(ranges, length.start - _REACH, key=_start)
            last = bisect.bisect_right(ranges, length.end + _REACH, key=_start)
            for stated in ranges[first:last]:
                if _beside(document.text, length, stated) and _differ(length, stated):
                    yield _finding(record, document.id, length, stated)


def _start(stated: StatedRange) -> int:
    return stated.start


def _beside(text: str, length: StatedLength, stated: StatedRange) -> bool:
    if length.end <= stated.start:
        return _BEFORE.fullmatch(text, length.end, stated.start) is not None
    return _AFTER.fullmatch(text, stated.end, length.start) is not None


def _differ(length: StatedLength, stated: StatedRange) -> bool:
    if stated.backwards:
        return False
    if stated.by_year:
        gap = abs((stated.last.year - stated.first.year + 0.5) - length.days / 365.25)
        return length.unit in ("year", "decade") and gap > 1.6
    return abs(stated.days - length.days) > _SLACK[length.unit]


def _finding(record: Record, key: str, length: StatedLength, stated: StatedRange) -> Finding:
    document = record.document(key)
    said = document.text[length.start : length.end]
    dates = document.text[stated.start : stated.end]
    if stated.by_year:
        true = f"{stated.last.year - stated.first.year} years apart"
    else:
        true = f"{stated.days} days, first and last included"
    return Finding(
        code="TIM204",
        severity="warning",
        message=f"“{said}” does not fit “{dates}”, which is {true}.",
        reason="The length or one of the dates is wrong.",
        witnesses=(
            Witness(key, document.span(length.start, length.end)),
            Witness(key, document.span(stated.start, stated.end)),
        ),
    )
