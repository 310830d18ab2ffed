"""Legs between stops: which cannot be travelled, which are merely tight."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.checks.itinerary.stops import Stop, stops_of
from detente.checks.itinerary.travel import (
    ROAD_KM,
    clock_offset_hours,
    distance_km,
    spare_hours,
    travel_hours,
)
from detente.checks.record import Record
from detente.reference.cities import City


@dataclass(frozen=True)
class Leg:
    """From one stop of a person to the next."""

    origin: Stop
    target: Stop

    @cached_property
    def cities(self) -> tuple[City, City]:
        """The pair of cities of these names that lie nearest to each other."""
        pairs = itertools.product(self.origin.cities, self.target.cities)
        return min(pairs, key=lambda p: distance_km(*p))

    @cached_property
    def km(self) -> float:
        """Great-circle distance."""
        return distance_km(*self.cities)

    @property
    def hours(self) -> float:
        """Door to door, see :mod:`detente.checks.itinerary.travel`."""
        return travel_hours(self.km)

    @property
    def spare(self) -> float:
        """Hours left over at best; negative if no clock allows the leg."""
        one, other = self.cities
        return spare_hours(one, self.origin.at, other, self.target.at)

    @property
    def offset(self) -> float:
        """Hours that the clock of the target is ahead."""
        return clock_offset_hours(*self.cities, self.origin.at.day)

    @property
    def same_day(self) -> bool:
        """True if both stops fall on one date."""
        return self.origin.at.day == self.target.at.day


def legs_of(record: Record) -> tuple[Leg, ...]:
    """Every leg of every person, worked out once a record."""
    if "legs" not in record.memo:
        record.memo["legs"] = tuple(
            leg for stops in stops_of(record).values() for leg in _legs(stops)
        )
    found: tuple[Leg, ...] = record.memo["legs"]
    return found


def _legs(stops: Sequence[Stop]) -> Iterator[Leg]:
    dated = [s for s in stops if s.dated]
    # Days of the week without a date are compared within one document and one tense only:
    # "on Thursday" of another text, or of a week gone by, may be another Thursday.
    open_ = [s for s in stops if not s.dated]
    groups = [dated] if dated else []
    keys = sorted({(s.event.document, s.event.status) for s in open_})
    groups += [[s for s in open_ if (s.event.document, s.event.status) == k] for k in keys]
    for group in groups:
        for one, two in itertools.pairwise(_told_once(group)):
            leg = Leg(one, two)
            if (two.at.day - one.at.day).days <= 1 and leg.km > ROAD_KM:
                yield _better_order(leg)


def _told_once(stops: Sequence[Stop]) -> list[Stop]:
    """Stops at one place on one day as a single one; the telling with an hour wins."""
    kept: dict[tuple[object, ...], Stop] = {}
    for stop in stops:
        key = (stop.at.day, stop.cities[0].name)
        if key not in kept or (stop.stated and not kept[key].stated):
            kept[key] = stop
    return sorted(kept.values(), key=lambda s: (s.at.day, s.at.first if s.stated else 0.0))


def _better_order(leg: Leg) -> Leg:
    """Of two stops on one day, the order that the clock allows; as told where both do."""
    if not leg.same_day or (leg.origin.stated and leg.target.stated):
        return leg
    other = Leg(leg.target, leg.origin)
    return other if leg.spare < 0 <= other.spare else leg
