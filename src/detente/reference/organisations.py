"""Organisations and groups that act in the news under their own name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.reference.tables import Former, former, rows, several


@dataclass(frozen=True, slots=True)
class Organisation:
    """One row of ``organisations.csv``.

    ``type`` is an actor type of the evidence scheme; ``affiliation`` the actor id it belongs
    to or acts for (``state:USA``, ``org:UN``), None where it stands for itself.
    """

    id: str
    type: str
    name: str
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    former: tuple[Former, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    metonyms: tuple[str, ...]
    affiliation: str | None
    careful: tuple[str, ...]
    source: str
    as_of: str


@cache
def organisations() -> tuple[Organisation, ...]:
    """All organisations, in the order of the table."""
    return tuple(
        Organisation(
            id=row["id"],
            type=row["type"],
            name=row["name"],
            acronyms=several(row["acronyms"]),
            aliases=several(row["aliases"]),
            former=former(row["former"]),
            adjectives=several(row["adjectives"]),
            people=several(row["people"]),
            metonyms=several(row["metonyms"]),
            affiliation=row["affiliation"] or None,
            careful=several(row["careful"]),
            source=row["source"],
            as_of=row["as_of"],
        )
        for row in rows("organisations.csv")
    )


@cache
def _by_id() -> dict[str, Organisation]:
    return {o.id: o for o in organisations()}


def organisation(id: str) -> Organisation | None:
    """The organisation of that actor id (``org:NATO``), or None."""
    return _by_id().get(id)
