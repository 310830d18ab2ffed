"""A text that does not say of what day it is."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.record import Record
from detente.checks.registry import check
from detente.documents.document import Document
from detente.findings import Finding, Witness


@check(
    code="DOC501",
    name="no-date",
    severity="warning",
    summary="The document states no date.",
    why="Weekdays and words such as *today* or *last year* cannot be resolved, and nobody can say "
    "whether an office was held or a figure was current.",
    fix="Find out when it was published and give the day with --date.",
    fires=("Peru and Chile agreed on Monday to open the bridge between the two towns.",),
    silent=(
        "LIMA, 4 March 2024 (Andina) – Peru and Chile agreed on Monday to open the bridge between "
        "the two towns.",
    ),
)
def no_date(record: Record) -> Iterator[Finding]:
    """Documents without a day of their own and without one given."""
    for document in record.documents:
        if record.date_of(document) is not None:
            continue
        loose = [t for t in record.times(document) if t.resolved is None]
        reason = "No time in it is relative to its day."
        if loose:
            words = "expression stays" if len(loose) == 1 else "expressions stay"
            reason = f"{len(loose)} time {words} unresolved."
        yield Finding(
            code="DOC501",
            severity="warning",
            message="The document states no date.",
            reason=reason,
            witnesses=opening(document),
        )


def opening(document: Document) -> tuple[Witness, ...]:
    """The first line, where a date or a publisher would stand."""
    if not document.paragraphs:
        return ()
    first = document.paragraphs[0]
    return (Witness(document.id, document.span(first.start, first.end)),)
