"""How a leg is told: one sentence for a reader who has the map before him."""

from __future__ import annotations

from detente.checks.itinerary.legs import Leg
from detente.checks.record import Record
from detente.findings import Witness


def first_of(record: Record, leg: Leg) -> str:
    """The name of the person who travels."""
    return record.name(leg.origin.person)


def days_of(record: Record, leg: Leg) -> str:
    """*on Thursday*, *on 4 March 2024*, *on 4 and 5 March 2024*."""
    one, two = leg.origin.at.day, leg.target.at.day
    if not leg.origin.dated:
        return f"on {one:%A}" if one == two else f"on {one:%A} and {two:%A}"
    if one == two:
        return f"on {one.day} {one:%B %Y}"
    return f"on {one.day} {one:%B} and {two.day} {two:%B %Y}"


def leg_words(leg: Leg) -> str:
    """Distance, travel time and clocks."""
    ahead = leg.offset
    clock = ""
    if ahead:
        clock = f", clocks {abs(ahead):g} hour{'' if abs(ahead) == 1 else 's'} "
        clock += "ahead" if ahead > 0 else "behind"
    return f"{leg.km:,.0f} km, at least {leg.hours:.1f} hours door to door{clock}."


def witnesses(leg: Leg) -> tuple[Witness, ...]:
    """The words that say when each of the two is."""
    return (
        Witness(leg.origin.event.document, leg.origin.span),
        Witness(leg.target.event.document, leg.target.span),
    )


def leg_facts(leg: Leg) -> tuple[str, ...]:
    """The places as the reference table has them."""
    return tuple(
        f"{c.name} ({c.iso3}) {c.lat:.2f}, {c.lon:.2f}, {c.timezone}; GeoNames, 2026-11-24"
        for c in leg.cities
    )
