"""Two cities on one day: possible, and how often it is done."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.itinerary.legs import Leg, legs_of
from detente.checks.itinerary.wording import days_of, first_of, leg_facts, leg_words, witnesses
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding
from detente.reference.legs import legs

# Legs that more than this share of real ones match or beat are everyday business: within one
# day, and from one day to the next, which leaves a night to fly.
_RARE = {0: 1 / 3, 1: 0.02}


@check(
    code="TIM212",
    name="tight-leg",
    severity="note",
    summary="A person is said to be in two distant cities on one day: possible, but tight.",
    why="A day like that leaves little room, and one delay undoes it. It is no fault by itself: "
    "the share of real legs of that length, from the journeys of presidents and secretaries of "
    "state of the United States, says how unusual it is. A leg is counted from one stop to the "
    "next, in another city 50 km away or more, reached on the same day or the day after.",
    fix="Confirm both events; say so if the second depends on the first being short.",
    fires=(
        "On Tuesday President Laura Chinchilla will meet Keiko Sofia in Lima. On Tuesday evening "
        "President Laura Chinchilla will meet Ricardo Lagos in Santiago.",
    ),
    silent=(
        "On Tuesday President Laura Chinchilla will meet Keiko Sofia in Lima. On Thursday "
        "President Laura Chinchilla will meet Ricardo Lagos in Santiago.",
        "On Tuesday President Laura Chinchilla met Olaf Poulsen in Vienna. On Tuesday evening "
        "President Laura Chinchilla met Zuzana Holub in Prague.",
    ),
)
def tight_leg(record: Record) -> Iterator[Finding]:
    """Legs within one day, or to the next, that few real ones match."""
    for leg in legs_of(record):
        days = 0 if leg.same_day else 1
        if leg.spare >= 0 and legs().share_as_long(leg.km, days) < _RARE[days]:
            yield _finding(record, leg, days)


def _finding(record: Record, leg: Leg, days: int) -> Finding:
    real = legs()
    share = real.share_as_long(leg.km, days)
    kind = "next-day" if days else "same-day"
    return Finding(
        code="TIM212",
        severity="note",
        message=f"{first_of(record, leg)} in {leg.origin.name} and in {leg.target.name} "
        f"{days_of(record, leg)} is tight, not impossible: {leg.km:,.0f} km, matched or beaten by "
        f"{share:.0%} of real {kind} legs.",
        reason=leg_words(leg),
        witnesses=witnesses(leg),
        facts=(*leg_facts(leg), real.source),
    )
