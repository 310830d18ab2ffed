"""The dates and ranges of a document, found once for all rules."""

from __future__ import annotations

from detente.checks.dates.ranges import StatedRange, find_ranges
from detente.checks.dates.stated import StatedDate, find_dates
from detente.checks.record import Record
from detente.documents.document import Document


def dates_of(record: Record, document: Document) -> tuple[StatedDate, ...]:
    """All dates written out, in text order."""
    key = f"dates {document.id}"
    if key not in record.memo:
        record.memo[key] = tuple(find_dates(document.text))
    found: tuple[StatedDate, ...] = record.memo[key]
    return found


def ranges_of(record: Record, document: Document) -> tuple[StatedRange, ...]:
    """All ranges of days or years, in text order."""
    key = f"ranges {document.id}"
    if key not in record.memo:
        dates = dates_of(record, document)
        ranges = find_ranges(document.text, dates, record.date_of(document))
        record.memo[key] = tuple(sorted(ranges, key=lambda r: (r.start, r.end)))
    found: tuple[StatedRange, ...] = record.memo[key]
    return found
