"""A weekday and a date that are not the same day."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from detente.checks.dates.of_document import dates_of
from detente.checks.dates.stated import StatedDate
from detente.checks.record import Record
from detente.checks.registry import check
from detente.documents.document import Document
from detente.findings import Finding, Witness

# Before the calendars of Europe agreed, a date alone does not tell the weekday.
_FIRST_YEAR = 1924
# How far from the day of the document a date without a year is still taken for the nearest one.
_NEAR_DAYS = 150
_SURE_DAYS = 60


@check(
    code="TIM201",
    name="weekday-against-date",
    severity="error",
    summary="A weekday is stated with a date that falls on another day of the week.",
    why="One of the two is wrong, and a reader who plans by the other will be there on the wrong "
    "day. It is the commonest trace of a date changed or invented.",
    fix="Look the date up in a calendar and in the source, and correct the one that is wrong.",
    fires=(
        "The ministers will meet in Vienna on Tuesday, 6 March 2024.",
        "Talks resume in Oslo on Friday, March 7, the envoy said.",
    ),
    silent=(
        "The ministers will meet in Vienna on Wednesday, 6 March 2024.",
        "Talks resume in Oslo on Thursday, March 7, the envoy said.",
        "On Friday, March 7, 2014, the talks in Oslo ended.",
        "The talks in Oslo broke down on June 28, a Wednesday.",
    ),
    date=dt.date(2024, 3, 4),
)
def weekday_against_date(record: Record) -> Iterator[Finding]:
    """Dates with a weekday; without a year, the year that brings them nearest is meant."""
    for document in record.documents:
        for stated in dates_of(record, document):
            if stated.weekday is None or not stated.exists:
                continue
            meant = _meant(stated, record.date_of(document))
            if meant is None or meant.year < _FIRST_YEAR or meant.weekday() == stated.weekday:
                continue
            yield _finding(document, stated, meant)


def _meant(stated: StatedDate, today: dt.date | None) -> dt.date | None:
    if stated.year is not None:
        return stated.date
    if today is None:
        return None
    day = stated.nearest_to(today)
    if day is None or abs((day - today).days) > _NEAR_DAYS:
        return None
    if abs((day - today).days) > _SURE_DAYS:
        # Half-way round the year the one before, or behind, may be meant as well.
        for year in (day.year - 1, day.year + 1):
            other = stated.in_year(year)
            if other is not None and other.weekday() == stated.weekday:
                return None
    return day


def _finding(document: Document, stated: StatedDate, meant: dt.date) -> Finding:
    words = document.text[stated.start : stated.end]
    fact = calendar.day_name[meant.weekday()]
    day = f"{meant.day} {calendar.month_name[meant.month]} {meant.year}"
    reason = "The calendar leaves no choice."
    if stated.year is None:
        reason = "No year is stated; this is the year nearest to the day of the document."
    return Finding(
        code="TIM201",
        severity="error" if stated.year is not None else "warning",
        message=f"“{words}” does not exist: {day} is a {fact}.",
        reason=reason,
        witnesses=(Witness(document.id, document.span(stated.start, stated.end)),),
    )
