"""States and territories: how newspapers name them, their capitals, their people.

An entry says what a name refers to. It takes no side in who owns what: ``status`` is
membership of the United Nations, as a fact, and *other* for places such as Kosovo or Taiwan.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from detente.reference.tables import Former, former, rows, several

Status = Literal["un_member", "un_observer", "territory", "other", "former"]


@dataclass(frozen=True, slots=True)
class State:
    """One row of ``states.csv``.

    ``iso3`` is ISO 3166-1 alpha-3 (XKX for Kosovo, withdrawn codes for former states);
    ``iso2``, ``official``, ``capital``, ``utc`` and ``timezone`` are None where there is
    none. ``lat`` and ``lon`` are the capital's, in degrees, ``utc`` its offset without summer
    time; where there is no capital, ``utc`` and ``timezone`` are the place's.
    ``adjectives`` (*Dutch*), ``people`` (*Danes*) and ``singular`` (*Dane*, where it is not the
    adjective) are demonyms; ``metonyms`` stand for the government. ``careful`` lists
    those surfaces that are also ordinary words, given names or other places. ``since`` and
    ``until`` are the ISO days of a former state.
    """

    iso3: str
    iso2: str | None
    status: Status
    name: str
    official: str | None
    aliases: tuple[str, ...]
    former: tuple[Former, ...]
    acronyms: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    singular: tuple[str, ...]
    capital: str | None
    capital_aliases: tuple[str, ...]
    lat: float | None
    lon: float | None
    utc: str | None
    timezone: str | None
    metonyms: tuple[str, ...]
    careful: tuple[str, ...]
    since: str | None
    until: str | None
    note: str | None
    source: str
    as_of: str


@cache
def states() -> tuple[State, ...]:
    """All states and territories by code."""
    return tuple(_state(row) for row in rows("states.csv"))


@cache
def _by_code() -> dict[str, State]:
    return {s.iso3: s for s in states()}


def state(iso3: str) -> State | None:
    """The state of that alpha-3 code, or None."""
    return _by_code().get(iso3)


def _state(row: dict[str, str]) -> State:
    return State(
        iso3=row["iso3"],
        iso2=row["iso2"] or None,
        status=cast(Status, row["status"]),
        name=row["name"],
        official=row["official"] or None,
        aliases=several(row["aliases"]),
        former=former(row["former"]),
        acronyms=several(row["acronyms"]),
        adjectives=several(row["adjectives"]),
        people=several(row["people"]),
        singular=several(row["singular"]),
        capital=row["capital"] or None,
        capital_aliases=several(row["capital_aliases"]),
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        utc=row["utc"] or None,
        timezone=row["timezone"] or None,
        metonyms=several(row["metonyms"]),
        careful=several(row["careful"]),
        since=row["from"] or None,
        until=row["until"] or None,
        note=row["note"] or None,
        source=row["source"],
        as_of=row["as_of"],
    )
