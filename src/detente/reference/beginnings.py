"""When wars and other long affairs began, to check counts such as *its third year*.

Dates are those in general use. An affair that is counted from two days (an invasion, and the
conflict before it) has a row for each.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from detente.reference.tables import rows, several


@dataclass(frozen=True, slots=True)
class Beginning:
    """One row of ``beginnings.csv``: ``names`` are the words an affair goes by."""

    affair: str
    names: tuple[str, ...]
    start: dt.date
    what: str
    source: str
    as_of: str


@cache
def beginnings() -> tuple[Beginning, ...]:
    """All beginnings, in the order of the table."""
    return tuple(
        Beginning(
            affair=row["affair"],
            names=several(row["names"]),
            start=dt.date.fromisoformat(row["start"]),
            what=row["what"],
            source=row["source"],
            as_of=row["as_of"],
        )
        for row in rows("beginnings.csv")
    )
