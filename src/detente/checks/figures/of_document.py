"""The numbers of a document, found once for all rules."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.figures.numbers import Number, find_numbers
from detente.checks.inside import sentence_number
from detente.checks.record import Record
from detente.documents.document import Document


def numbers_of(record: Record, document: Document) -> tuple[Number, ...]:
    """All numbers, in text order."""
    key = f"numbers {document.id}"
    if key not in record.memo:
        record.memo[key] = tuple(find_numbers(document.text))
    found: tuple[Number, ...] = record.memo[key]
    return found


def numbers_by_sentence(record: Record, document: Document) -> Iterator[list[Number]]:
    """The numbers of each sentence that has two or more."""
    last: int | None = None
    group: list[Number] = []
    for number in numbers_of(record, document):
        here = sentence_number(record, document, number.start)
        if here != last:
            if len(group) > 1:
                yield group
            last, group = here, []
        if here is not None:
            group.append(number)
    if len(group) > 1:
        yield group
