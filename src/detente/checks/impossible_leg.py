"""Two places that nobody can be in as told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from detente.checks.itinerary.legs import Leg, legs_of
from detente.checks.itinerary.wording import days_of, first_of, leg_facts, leg_words, witnesses
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding


@check(
    code="TIM211",
    name="impossible-leg",
    severity="error",
    summary="A person is said to be in two cities between which there is no time to travel.",
    why="At least one of the two places or times is wrong. Distance, clocks and stated hours are "
    "taken at their most generous: an aircraft ready to leave, 900 km/h from gate to gate and "
    "an hour and a half on the ground; parts of a day reach as far as the words can.",
    fix="Check both events in their sources; often one of them was held by somebody else, on "
    "another day or by video link.",
    fires=(
        "President Laura Chinchilla met Ricardo Lagos in Santiago on 4 March 2024 in the morning. "
        "President Laura Chinchilla met Lee Hsien Loong in Singapore on 4 March 2024 in the "
        "afternoon.",
    ),
    silent=(
        "President Laura Chinchilla met Ricardo Lagos in Santiago on 4 March 2024. President Laura "
        "Chinchilla met Lee Hsien Loong in Singapore on 6 March 2024.",
    ),
    date=dt.date(2024, 3, 14),
)
def impossible_leg(record: Record) -> Iterator[Finding]:
    """Legs with less than no time to spare."""
    for leg in legs_of(record):
        if leg.spare < 0:
            yield _finding(record, leg)


def _finding(record: Record, leg: Leg) -> Finding:
    return Finding(
        code="TIM211",
        severity="error",
        message=f"{first_of(record, leg)} cannot be in {leg.origin.name} and in {leg.target.name} "
        f"{days_of(record, leg)}.",
        reason=f"{leg_words(leg)} Even so {-leg.spare:.1f} hours are missing.",
        witnesses=witnesses(leg),
        facts=leg_facts(leg),
    )
