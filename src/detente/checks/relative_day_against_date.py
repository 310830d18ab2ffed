"""*Yesterday, 3 March* in a text of another day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from detente.checks.dates.of_document import dates_of
from detente.checks.dates.stated import WEEKDAYS, StatedDate
from detente.checks.letters import small
from detente.checks.record import Record
from detente.checks.registry import check
from detente.checks.sourcing.reporting import words_of_others
from detente.documents.document import Document
from detente.findings import Finding, Witness

_WORD = re.compile(
    r"(?<!\w)(?P<rel>today|tonight|yesterday|tomorrow|last night|"
    r"this (?:morning|afternoon|evening))"
    r"(?:\s(?:morning|afternoon|evening))?,?\s?\(?(?:on\s)?(?P<day>(?:"
    + "|".join(WEEKDAYS)
    + r")(?!\w))?",
    re.IGNORECASE,
)
_SHIFT = {"yesterday": -1, "last night": -1, "tomorrow": 1}
# A text is often published the day after, and east of the event it is tomorrow already.
_SLACK_DAYS = 1


@check(
    code="TIM205",
    name="relative-day-against-date",
    severity="warning",
    summary="*Today*, *yesterday* or *tomorrow* stands beside a date that is another day.",
    why="The words were written for another day than the document's; every other relative time in "
    "them is then off by as much.",
    fix="Put the date in place of the relative word, or give the day of the document with --date.",
    fires=(
        "The envoy said yesterday, 1 March, that talks would resume.",
        "They will meet tomorrow (Monday) in Oslo.",
    ),
    silent=(
        "The envoy said yesterday, 13 March, that talks would resume.",
        "They will meet tomorrow (Friday) in Oslo.",
        "He said: “They met yesterday, on 1 March.”",
    ),
    date=dt.date(2024, 3, 14),
)
def relative_day_against_date(record: Record) -> Iterator[Finding]:
    """Relative words with a date or weekday right behind them, outside quotations."""
    for document in record.documents:
        today = record.date_of(document)
        if today is None or not dt.date.min < today < dt.date.max:
            continue
        dates = {d.start: d for d in dates_of(record, document)}
        quoted = words_of_others(record, document)
        for m in _WORD.finditer(document.text):
            if quoted.hold(m.start()):
                continue
            day = today + dt.timedelta(days=_SHIFT.get(small(m["rel"]), 0))
            stated = dates.get(m.end()) or (dates.get(m.start("day")) if m["day"] else None)
            off = _off(day, m["day"], stated)
            if off > _SLACK_DAYS:
                end = stated.end if stated is not None else m.end("day")
                yield _finding(document, today, m.start(), end)


def _off(day: dt.date, weekday: str | None, stated: StatedDate | None) -> int:
    """Days between the two readings; around the week where only a weekday is stated."""
    if stated is not None:
        meant = stated.nearest_to(day)
        return 0 if meant is None else abs((meant - day).days)
    if weekday is None:
        return 0
    gap = (WEEKDAYS.index(small(weekday)) - day.weekday()) % 7
    return min(gap, 7 - gap)


def _finding(document: Document, today: dt.date, start: int, end: int) -> Finding:
    return Finding(
        code="TIM205",
        severity="warning",
        message=f"“{document.text[start:end]}” does not fit a document of {today:%A} {today}.",
        reason="The sentence was written for another day, or the date of the document is wrong.",
        witnesses=(Witness(document.id, document.span(start, end)),),
    )
