"""A day that no calendar has."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from detente.checks.dates.of_document import dates_of
from detente.checks.dates.stated import LONGEST_MONTH, StatedDate
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness

# What may follow a date. A noun may not: *in May 40 people* is no date.
_AFTER_A_DATE = re.compile(
    r"\s*(?:$|[.,;:)\]—–]|(?:in|at|to|and|or|the|with|when|where|as|by|for|from|after|before|that|"
    r"on|but|while|until|of|a|an|is|was|will|would|he|she|it|they|we|his|her)\b)"
)


@check(
    code="TIM202",
    name="no-such-date",
    severity="error",
    summary="A date names a day that its month does not have.",
    why="Nothing can have happened or be planned for that day; the true date is another.",
    fix="Find the date in the source.",
    fires=(
        "The truce was signed on 31 April 2023.",
        "The envoys met on February 29, 2023, in Geneva.",
        "They will meet again on June 31.",
    ),
    silent=(
        "The truce was signed on 30 April 2023.",
        "The envoys met on February 29, 2024, in Geneva.",
        "In June 31 observers were sent home.",
    ),
)
def no_such_date(record: Record) -> Iterator[Finding]:
    """Dates whose day lies beyond the end of the month."""
    for document in record.documents:
        for stated in dates_of(record, document):
            days = [stated.day, *([stated.last_day] if stated.last_day else [])]
            if max(days) <= _last(stated) and min(days) >= 1:
                continue
            if stated.year is None and not _AFTER_A_DATE.match(document.text, stated.end):
                continue
            words = document.text[stated.start : stated.end]
            month = calendar.month_name[stated.month]
            when = month if stated.year is None else f"{month} {stated.year}"
            yield Finding(
                code="TIM202",
                severity="error",
                message=f"“{words}” is no date: {when} has {_last(stated)} days.",
                reason="The day, the month or the year is wrong.",
                witnesses=(Witness(document.id, document.span(stated.start, stated.end)),),
            )


def _last(stated: StatedDate) -> int:
    if stated.year is None:
        return LONGEST_MONTH[stated.month]
    return calendar.monthrange(stated.year, stated.month)[1]
