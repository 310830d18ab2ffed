"""A stretch of time that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.dates.of_document import ranges_of
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness


@check(
    code="TIM203",
    name="range-backwards",
    severity="error",
    summary="A stretch of time ends before it begins.",
    why="One end is wrong; whatever is counted or planned over it is wrong too.",
    fix="Find both ends in the source.",
    fires=(
        "The ministers met in Riyadh on March 25-23, 2025.",
        "He led the mission from 2019 to 2015.",
        "The truce held from 12 May to 3 May 2024.",
    ),
    silent=(
        "The ministers met in Riyadh on March 23-25, 2025.",
        "He led the mission from 2015 to 2019.",
        "The truce held from 28 December to 3 January 2024.",
        "The mandate runs from 1 April to 31 March 2025.",
        "The mission grew from 2019 to 1950 troops.",
    ),
)
def range_backwards(record: Record) -> Iterator[Finding]:
    """Ranges of days or years, both ends stated."""
    for document in record.documents:
        for stated in ranges_of(record, document):
            if not stated.backwards:
                continue
            words = document.text[stated.start : stated.end]
            yield Finding(
                code="TIM203",
                severity="error",
                message=f"“{words}” ends before it begins.",
                reason="The ends are exchanged, or one of them is wrong.",
                witnesses=(Witness(document.id, document.span(stated.start, stated.end)),),
            )
