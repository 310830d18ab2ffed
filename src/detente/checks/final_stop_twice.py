"""A journey that ends in two places."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.itinerary.ends import contradictions, ends_of
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness


@check(
    code="TIM221",
    name="final-stop-twice",
    severity="warning",
    summary="Two places are called the last stop, or the culmination, of one journey.",
    why="A journey has one last stop. Two of them come from two versions of a plan, or from text "
    "that was put together without one.",
    fix="Find the plan of the journey and keep one of the two.",
    fires=(
        "The envoy’s tour takes in Quito and Bogota before ending in Lima on Friday. The tour "
        "culminates in Bogota on Thursday.",
        "President Ana Soto begins her trip in Oslo. The final stop of the trip is Riga. Later "
        "in the week she travels on, and the tour concludes in Tallinn.",
    ),
    silent=(
        "The envoy’s tour takes in Quito and Bogota before ending in Lima on Friday. The tour "
        "culminates in Lima on Friday.",
        "The tour ends in Peru on Friday. Its final stop is Lima.",
        "The talks culminated in an accord. The visit ends in Lima.",
        "The first leg of the tour ended in Quito on Monday. The tour ends in Lima.",
        "The envoy’s tour ends in Quito, while the minister’s own trip ends in Lima.",
        "Last year’s tour ended in Quito. This year’s tour ends in Lima.",
    ),
)
def final_stop_twice(record: Record) -> Iterator[Finding]:
    """Claims of a last stop in one document that name different places."""
    for document in record.documents:
        for one, two in contradictions(ends_of(record, document, "last")):
            yield Finding(
                code="TIM221",
                severity="warning",
                message=f"The journey ends twice: in {one.place} and in {two.place}.",
                reason=f"“{one.span.text}”, but also “{two.span.text}”.",
                witnesses=(Witness(document.id, one.span), Witness(document.id, two.span)),
            )
