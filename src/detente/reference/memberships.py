"""Who belongs to which organisation since when, for those that matter in diplomacy.

Members are complete for every organisation in ``memberships.csv``, so that a state without a row
is no member. Starts are the days of accession in general use; where the World Factbook has the
membership too, the row says so. Saudi Arabia was invited to BRICS and has not said that it joined.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, cast

from detente.reference.office_terms import Answer
from detente.reference.tables import rows

MemberStatus = Literal["member", "permanent", "observer", "partner", "invited", "suspended"]


@dataclass(frozen=True, slots=True)
class Membership:
    """One row of ``memberships.csv``.

    ``organisation`` is an id (``org:NATO``), ``member`` an ISO alpha-3 code or an
    organisation's id. ``end`` is the last day, None where none is known by ``as_of``.
    *permanent* is a permanent seat in the Security Council, *suspended* a member without rights.
    """

    organisation: str
    member: str
    status: MemberStatus
    start: date
    end: date | None
    source: str
    as_of: date

    def covers(self, day: date) -> bool:
        """True if the row speaks of ``day``."""
        return self.start <= day and (self.end is None or day <= self.end)


@cache
def memberships() -> tuple[Membership, ...]:
    """All memberships by organisation and member."""
    return tuple(
        Membership(
            organisation=row["organisation"],
            member=row["member"],
            status=cast(MemberStatus, row["status"]),
            start=date.fromisoformat(row["start"]),
            end=date.fromisoformat(row["end"]) if row["end"] else None,
            source=row["source"],
            as_of=date.fromisoformat(row["as_of"]),
        )
        for row in rows("memberships.csv")
    )


def membership(organisation: str, member: str, day: date) -> Membership | None:
    """The row of a member, observer, partner … on ``day``; None if there is none."""
    found = _by_pair().get((organisation, member.removeprefix("state:")), ())
    return next((m for m in found if m.covers(day)), None)


def is_member(organisation: str, member: str, day: date) -> Answer:
    """Whether a state belonged to an organisation on ``day``, suspended or not.

    *unknown* for an organisation that the table lacks and for a day past its state of knowledge.

    >>> [is_member("org:NATO", "FIN", date(year, 6, 1)) for year in (2022, 2024)]
    ['no', 'yes']
    """
    if organisation not in _known():
        return "unknown"
    if day > _known()[organisation]:
        return "unknown"
    found = membership(organisation, member, day)
    return "yes" if found and found.status in ("member", "permanent", "suspended") else "no"


def members(organisation: str, day: date) -> tuple[str, ...]:
    """Full members on ``day``, in order of their codes."""
    return tuple(
        m.member
        for m in memberships()
        if m.organisation == organisation
        and m.status in ("member", "permanent", "suspended")
        and m.covers(day)
    )


@cache
def _by_pair() -> Mapping[tuple[str, str], tuple[Membership, ...]]:
    found: dict[tuple[str, str], list[Membership]] = {}
    for m in memberships():
        found.setdefault((m.organisation, m.member), []).append(m)
    return {pair: tuple(of) for pair, of in found.items()}


@cache
def _known() -> Mapping[str, date]:
    return {m.organisation: m.as_of for m in memberships()}
