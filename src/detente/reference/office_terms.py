"""One term of one person in one office, and what a day says about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Answer = Literal["yes", "no", "unknown"]
Precision = Literal["day", "month", "year"]
Status = Literal["held", "acting", "suspended"]
EndBasis = Literal["exact", "successor", "upper-bound", "open"]
Basis = Literal["corroborated", "sourced", "general knowledge"]


@dataclass(frozen=True, slots=True)
class Term:
    """One row of ``offices.csv``: ``person`` held ``office`` of ``body`` in these days.

    ``body`` is an ISO 3166-1 alpha-3 code (``FRA``) or an organisation's id (``org:NATO``),
    ``office`` a key of :mod:`detente.reference.office_titles`, ``title`` what the office is
    called there. ``start`` is the first day it may have begun and ``end`` the last day it may
    have lasted (None: not known to have ended). Between ``start_by`` and ``end_from`` it
    surely ran; days outside these but inside the term are doubtful: a bound known to the month
    only, an end for which the sources give no more than a latest day, or an open term past
    ``as_of``. ``precision`` is that of the less exact bound. ``status`` *suspended*: still in
    office, without its powers. ``basis`` says how well the row is supported: *corroborated*
    (two stored sources agree), *sourced* (one), *general knowledge* (none: no error should
    rest on it alone).
    """

    person: str
    aliases: tuple[str, ...]
    wikidata: str | None
    body: str
    office: str
    title: str
    start: date
    end: date | None
    precision: Precision
    status: Status
    end_basis: EndBasis
    source: str
    as_of: date
    basis: Basis = "general knowledge"
    surname: str = ""
    start_by: date | None = None
    end_from: date | None = None

    @property
    def who(self) -> str:
        """What identifies the person: the Wikidata id, else the name (one person's only)."""
        return self.wikidata or self.person

    @property
    def is_firm(self) -> bool:
        """False where the row rests on general knowledge alone."""
        return self.basis != "general knowledge"

    def held_on(self, day: date) -> Answer:
        """Whether the person was in this office on ``day`` (first and last day included)."""
        if day < self.start or (self.end is not None and day > self.end):
            return "no"
        if self.start_by is not None and day < self.start_by:
            return "unknown"
        if self.end_from is not None and day > self.end_from:
            return "unknown"
        return "yes"

    def year_on(self, day: date) -> int | None:
        """Which year of the term ``day`` lies in, 1 in the first; None outside the term."""
        if self.held_on(day) == "no":
            return None
        before = (day.month, day.day) < (self.start.month, self.start.day)
        return day.year - self.start.year + 1 - before

    def days(self) -> str:
        """The term as a reader wants it: ``2022-05-10 to 2025-04-04``."""
        start = _to(self.start, self.start_by)
        if self.end is None:
            known = f", in office as of {self.end_from.isoformat()}" if self.end_from else ""
            return f"since {start}{known}"
        if self.end_basis == "upper-bound":
            return f"{start} to {self.end.isoformat()} at the latest"
        return f"{start} to {_to(self.end, self.end_from)}"

    def fact(self) -> str:
        """The row in one line, with its first sources."""
        first, *more = self.source.split("; ")
        source = "; ".join((first, *more[:1])) + (f" and {len(more) - 1} more" if more[1:] else "")
        shared = {"held": "", "acting": "acting ", "suspended": "suspended "}[self.status]
        return (
            f"{self.person}, {shared}{self.title} ({self.body.removeprefix('org:')}): "
            f"{self.days()} [{source}]"
        )


def _to(bound: date, other: date | None) -> str:
    """A bound as exactly as it is known: a day, a month or a year."""
    if other is None or other == bound:
        return bound.isoformat()
    if (bound.year, bound.month) == (other.year, other.month):
        return f"{bound:%Y-%m}"
    if bound.year == other.year:
        return str(bound.year)
    return f"{min(bound, other).isoformat()}/{max(bound, other).isoformat()}"
