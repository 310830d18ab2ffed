"""How far people who travel for a living go from one stop to the next.

The legs are those of presidents and secretaries of state of the United States between two
stops abroad since 1990, by ``tools/build_legs.py`` from the list of the Office of the Historian.
They fly in their own aircraft: what is rare among them is rarer for others.

A leg leads from the last city of one stop to the first of the next, reached on the same day (1,276
of them) or the day after, 50 km away or more; nearly all of them cross a border. Of 2,600 km or
more are 23 in 100 same-day legs. Counted by days instead (the first and last stop of every day
spent in two countries or more) it is 24 in 100; single legs are what a text tells of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from detente.errors import InputError
from detente.reference.tables import rows


@dataclass(frozen=True)
class Legs:
    """Great-circle lengths in km of real legs, ascending, by days between the two stops.

    Day 0: left one city and reached the other on the same day; 1: reached it the day after.
    """

    km: Mapping[int, tuple[int, ...]]
    source: str

    def share_as_long(self, km: float, days: int = 0) -> float:
        """The share of real legs, 0 to 1, that were ``km`` long or longer.

        Raises
        ------
        InputError
            If there are no legs of so many days.

        Examples
        --------
        >>> legs().share_as_long(0)
        1.0
        >>> legs().share_as_long(5_000) < legs().share_as_long(5_000, days=1)
        True
        """
        lengths = self._of(days)
        return (len(lengths) - bisect_left(lengths, km)) / len(lengths)

    def longest(self, days: int = 0) -> int:
        """The longest real leg, km."""
        return self._of(days)[-1]

    def _of(self, days: int) -> tuple[int, ...]:
        if days not in self.km:
            known = ", ".join(map(str, sorted(self.km)))
            raise InputError(f"legs: there are none of {days} days; known: {known}")
        return self.km[days]


@cache
def legs() -> Legs:
    """The shipped table."""
    found: dict[int, list[int]] = {}
    for row in rows("legs.csv"):
        found.setdefault(int(row["days"]), []).append(int(row["km"]))
    count = len(found[0])
    return Legs(
        {days: tuple(sorted(km)) for days, km in found.items()},
        f"{count:,} same-day legs of US presidents and secretaries of state, 1990 to 2025 "
        "(HistoryAtState/travels 3170c773f22c)",
    )
