"""A journey that begins in two places."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.itinerary.ends import contradictions, ends_of
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness


@check(
    code="TIM222",
    name="first-stop-twice",
    severity="warning",
    summary="Two places are called the first stop of one journey.",
    why="A journey has one first stop. Two of them come from two versions of a plan, or from text "
    "that was put together without one.",
    fix="Find the plan of the journey and keep one of the two.",
    fires=(
        "The envoy’s tour kicks off in Quito on Monday. The first stop of the tour is Lima, where "
        "he meets traders.",
    ),
    silent=(
        "The envoy’s tour kicks off in Quito on Monday. The first stop is Quito, where he meets "
        "traders.",
        "The envoy’s tour kicks off in Quito on Monday. Talks began in Lima in 2019.",
        "The envoy’s tour kicks off in Quito on Monday. Last year his first stop was Lima.",
    ),
)
def first_stop_twice(record: Record) -> Iterator[Finding]:
    """Claims of a first stop in one document that name different places."""
    for document in record.documents:
        for one, two in contradictions(ends_of(record, document, "first")):
            yield Finding(
                code="TIM222",
                severity="warning",
                message=f"The journey begins twice: in {one.place} and in {two.place}.",
                reason=f"“{one.span.text}”, but also “{two.span.text}”.",
                witnesses=(Witness(document.id, one.span), Witness(document.id, two.span)),
            )
