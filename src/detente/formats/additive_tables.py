"""What of a case an additive file can hold: options, exact points and alternatives of parties."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from detente.case.case import Case
from detente.errors import UnsuitableCase


@dataclass(frozen=True)
class AdditiveTables:
    """Names and exact points: ``points[party][issue][option]``, ``alternatives[party]``."""

    party_ids: tuple[str, ...]
    party_names: tuple[str, ...]
    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    points: tuple[tuple[tuple[Decimal, ...], ...], ...]
    alternatives: tuple[Decimal | None, ...]


def additive_tables(case: Case, what: str) -> AdditiveTables:
    """The parties that must accept, with their points; ``what`` names the format in messages.

    Raises
    ------
    UnsuitableCase
        If the case has red lines, links or a rule other than that all must accept, or if a
        party's points for an issue are not known: an additive file would say something else.
    """
    for there, means in (
        (case.red_lines, "red lines"),
        (case.links, "links between issues"),
        (case.acceptance and case.acceptance.ratifiers, "ratifiers"),
    ):
        if there:
            raise UnsuitableCase(f"the case has {means}, which {what} cannot hold; take them out")
    tables = case.tables()
    rows = [n for n, voter in enumerate(tables.voters | tables.vetoes) if voter]
    if not rows or not tables.issues:
        raise UnsuitableCase(f"{what} needs issues and parties that must accept a deal")
    if tables.quorum < int(tables.voters.sum()):
        raise UnsuitableCase(
            f"{tables.quorum} of {int(tables.voters.sum())} parties suffice for a deal, and "
            f"{what} knows only deals of all; take the quorum out"
        )
    unnamed = [i for i, o in zip(tables.issues, tables.options, strict=True) if not o.named]
    if unnamed:
        raise UnsuitableCase(f"the issue {unnamed[0]} names no options; {what} needs them")
    for row in rows:
        for column, issue in enumerate(tables.issues):
            if not tables.known[row, column]:
                raise UnsuitableCase(
                    f"what {tables.parties[row]} gets from {issue} is not known; add a utility "
                    "table, or a position with salience"
                )
    scale = Decimal(tables.scale)
    return AdditiveTables(
        party_ids=tuple(case.parties[row].id for row in rows),
        party_names=tuple(case.parties[row].name for row in rows),
        issues=_unique([issue.name for issue in case.issues], tables.issues),
        options=tuple(_unique(list(o.names), o.ids) for o in tables.options),
        points=tuple(
            tuple(tuple(Decimal(int(p)) / scale for p in table[:, row]) for table in tables.points)
            for row in rows
        ),
        alternatives=tuple(
            Decimal(int(tables.alternative[row])) / scale if tables.has_alternative[row] else None
            for row in rows
        ),
    )


def _unique(names: list[str], ids: tuple[str, ...]) -> tuple[str, ...]:
    """Names, told apart by the id where two are the same: other tools know things by name."""
    clean = [" ".join(name.split()) or id_ for name, id_ in zip(names, ids, strict=True)]
    return tuple(
        name if clean.count(name) == 1 else f"{name} ({id_})"
        for name, id_ in zip(clean, ids, strict=True)
    )


def plain(number: Decimal) -> str:
    """A decimal without an exponent and without zeros at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
