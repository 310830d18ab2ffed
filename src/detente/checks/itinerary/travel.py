"""How long it takes from one city to the next, and how much of the clock there is.

Travel time is an assumption, stated here and in the page of the rule: great-circle distance at
``CRUISE_KMH``, which is what a long-range jet does from gate to gate, and ``GROUND_HOURS`` for
the way to the aircraft, from it, and both runways, as a motorcade with its own aircraft does it.
A scheduled traveller is slower, so a leg that fails this test fails every other.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from detente.reference.cities import City

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the earth (IUGG)."""
CRUISE_KMH = 900.0
GROUND_HOURS = 1.5
ROAD_KM = 150.0
"""Shorter ways are left to the road, at ``ROAD_KMH`` and without ground time."""
ROAD_KMH = 80.0


def distance_km(one: City, other: City) -> float:
    """Great-circle distance by the haversine formula."""
    a, b = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((b - a) / 2) ** 2
    turn = math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    square = min(1.0, half + math.cos(a) * math.cos(b) * turn)
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(square))


def travel_hours(km: float) -> float:
    """Door to door, at the speeds above."""
    if km <= ROAD_KM:
        return km / ROAD_KMH
    return GROUND_HOURS + km / CRUISE_KMH


@dataclass(frozen=True, slots=True)
class Window:
    """Between when and when, by local clock on ``day``, somebody is somewhere (hours 0–24)."""

    day: dt.date
    first: float = 0.0
    last: float = 24.0

    def opens(self, city: City) -> dt.datetime:
        """The first moment, in UTC."""
        return _moment(self.day, self.first, city)

    def closes(self, city: City) -> dt.datetime:
        """The last moment, in UTC."""
        return _moment(self.day, self.last, city)


def spare_hours(one: City, at: Window, other: City, then: Window) -> float:
    """Hours left over if one leaves as early and arrives as late as the windows allow.

    Negative: no clock allows it. Zones and dates are those of the places, so a flight over the
    date line gains or loses its day.
    """
    span = then.closes(other) - at.opens(one)
    return span.total_seconds() / 3600 - travel_hours(distance_km(one, other))


def clock_offset_hours(one: City, other: City, day: dt.date) -> float:
    """How much later the clock of ``other`` shows at noon of ``day``."""
    noon = dt.datetime.combine(day, dt.time(12))
    there = noon.replace(tzinfo=ZoneInfo(other.timezone)).utcoffset()
    here = noon.replace(tzinfo=ZoneInfo(one.timezone)).utcoffset()
    if there is None or here is None:
        return 0.0
    return (there - here).total_seconds() / 3600


def _moment(day: dt.date, hour: float, city: City) -> dt.datetime:
    local = dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=hour)
    return local.replace(tzinfo=ZoneInfo(city.timezone)).astimezone(dt.UTC)
