"""Places that the news speaks of and that are neither states nor big cities.

Sites of talks, regions, disputed territories, waters. ``iso3s`` are all the states that
hold or claim a place, or lie on a water, in the order of their codes: no side is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.reference.tables import rows, several, without_accents


@dataclass(frozen=True, slots=True)
class Place:
    """One row of ``places.csv``.

    ``kind`` is a word such as town, site, region, territory, area, island, sea, strait,
    river or continent. ``iso3s`` is empty where a place spans too many states to list.
    ``lat`` and ``lon`` in degrees and ``timezone``, an IANA name, are given for towns and sites
    of talks that the table of cities lacks.
    """

    name: str
    kind: str
    iso3s: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    timezone: str | None = None
    careful: tuple[str, ...] = ()
    source: str = ""
    as_of: str = ""


@cache
def places() -> tuple[Place, ...]:
    """All places, in the order of the table."""
    return tuple(
        Place(
            name=row["name"],
            kind=row["kind"],
            iso3s=several(row["iso3s"]),
            aliases=several(row["aliases"]),
            lat=float(row["lat"]) if row["lat"] else None,
            lon=float(row["lon"]) if row["lon"] else None,
            timezone=row["timezone"] or None,
            careful=several(row["careful"]),
            source=row["source"],
            as_of=row["as_of"],
        )
        for row in rows("places.csv")
    )


@cache
def place_names() -> dict[str, Place]:
    """All places by exact surface form, accents or not, without a leading *the*."""
    found: dict[str, Place] = {}
    for place in places():
        for text in (place.name, *place.aliases):
            form = text.removeprefix("The ")
            for one in {form: None, without_accents(form): None, text: None}:
                found.setdefault(one, place)
    return found


def place(name: str) -> Place | None:
    """The place called ``name``, or None; a leading *the* does not count.

    >>> place("the Black Sea").kind
    'sea'
    """
    known = place_names()
    if name not in known and name[:4] in ("the ", "The "):
        name = name[4:]
    return known.get(name)
