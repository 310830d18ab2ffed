"""One event on two dates."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.contradiction.days import ranges_that_cross, redated_sentences
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness


@check(
    code="CON603",
    name="event-date-differs",
    severity="warning",
    summary="Two texts, or two places of one text, put the same event on different days.",
    why="At most one of the dates is right.",
    fix="Find the date in the source of both.",
    fires=(
        "The ministers signed the accord at the northern bridge on 6 March 2024.\n---\n"
        "The ministers signed the accord at the northern bridge on 8 March 2024.",
        "The talks in Lima, 3-6 May 2024\n\nOn the first day of the talks nobody spoke. The talks "
        "held in Lima on 4-8 May 2024 ended without a text.",
    ),
    silent=(
        "The ministers signed the accord at the northern bridge on 6 March 2024.\n---\n"
        "The ministers signed the accord at the northern bridge on March 6, 2024.",
        "The talks in Lima, 3-6 May 2024\n\nOn the first day of the talks nobody spoke. The talks "
        "held in Lima on 3-6 May 2024 ended without a text.",
        "The exercise off Lima, 1-10 May 2024\n\nThe talks held in Lima on 8-12 May 2024 ended "
        "without a text.",
    ),
)
def event_date_differs(record: Record) -> Iterator[Finding]:
    """Sentences told twice with another date, and ranges at one place that cross."""
    for one, was, other, now in redated_sentences(record):
        yield Finding(
            code="CON603",
            severity="warning",
            message=f"{one.name} has “{was.text}” where {other.name} has “{now.text}”.",
            reason="The sentence is the same but for the date.",
            witnesses=(Witness(one.id, was), Witness(other.id, now)),
        )
    for place, first, second in ranges_that_cross(record):
        yield Finding(
            code="CON603",
            severity="warning",
            message=f"{place} has two dates: “{first.span.text}” and “{second.span.text}”.",
            reason="The two cross, so they cannot be two meetings after each other.",
            witnesses=(first, second),
        )
