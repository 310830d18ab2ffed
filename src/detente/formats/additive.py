"""Additive games: what most formats hold, and the way from there to a case.

**Points.** A party's worth of an option is an exact fraction until it becomes a point of the
case. Points of the case are written to nine decimals, rounded *up* where they do not fit, and
the worth of the alternative is rounded *down*. So ``points >= alternative`` in the integers of
``case.tables()`` holds for every deal whose exact worth reaches the alternative: a tie is
acceptable, and so is what falls short of it by less than 1e-9 points an issue. Where all numbers
have nine decimals or fewer, as they nearly always do, the comparison is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.case.load import case_from_data
from detente.errors import InputError
from detente.formats.bounded import MOST_OPTIONS
from detente.formats.slugs import slugs

#: Points of a case are whole multiples of one over this.
GRID = 1_000_000_000
#: Larger points than this are a slip of the pen, or made to overflow.
MOST_POINTS = 1_000_000
#: Values of options for all parties together.
MOST_VALUES = 100_000
# Sums of decimal roundings may leave a number one over this of a unit off the grid.
_NOISE = 10_000


@dataclass(frozen=True)
class AdditiveIssue:
    """An issue and its options, by the names of the file; ids are made from them if not given."""

    name: str
    options: tuple[str, ...]
    id: str | None = None
    option_ids: tuple[str, ...] | None = None
    note: str | None = None


@dataclass(frozen=True)
class AdditiveParty:
    """A party with its points: ``points[issue][option]``, 100 for the best package there is.

    ``weights`` are the file's own, as parts of 100, or None where it states none. ``source`` is
    the file the numbers come from.
    """

    name: str
    points: tuple[tuple[Fraction, ...], ...]
    source: str
    weights: tuple[Fraction, ...] | None = None
    alternative: Fraction | None = None
    note: str | None = None
    id: str | None = None


def additive_case(
    name: str,
    title: str,
    issues: Sequence[AdditiveIssue],
    parties: Sequence[AdditiveParty],
    *,
    kind: str,
    summary: str | None = None,
    more: Mapping[str, Any] | None = None,
) -> Case:
    """The case of an additive game.

    Parameters
    ----------
    name : str
        The file or folder as the user named it, for messages.
    kind : str
        What the sources are, e.g. ``Genius profile``.
    more : mapping, optional
        Further sections of the case as plain data, with the ids given in issues and parties.

    Raises
    ------
    InputError
        If a number is out of range or the case does not hold together.
    """
    _refuse_many(name, issues, parties)
    issue_ids = _ids([i.id for i in issues], [i.name for i in issues], "issue")
    party_ids = _ids([p.id for p in parties], [p.name for p in parties], "party")
    files = list(dict.fromkeys(p.source for p in parties))
    cited = dict(zip(files, slugs([f"source {f}" for f in files], "source"), strict=True))
    option_ids = [i.option_ids or slugs(i.options, "option") for i in issues]
    data: dict[str, Any] = {
        "title": title,
        "parties": [
            _party(p, id_, cited[p.source], name) for p, id_ in zip(parties, party_ids, strict=True)
        ],
        "issues": [
            _without_none(
                {
                    "id": id_,
                    "name": issue.name,
                    "options": [
                        {"id": o, "name": n} for o, n in zip(ids, issue.options, strict=True)
                    ],
                    "note": issue.note,
                }
            )
            for issue, id_, ids in zip(issues, issue_ids, option_ids, strict=True)
        ],
        "positions": [],
        "utilities": [],
        "evidence": [
            {"id": id_, "kind": "source", "title": file, "note": kind}
            for file, id_ in cited.items()
        ],
        **(more or {}),
    }
    if summary is not None:
        data["summary"] = summary
    for party, party_id in zip(parties, party_ids, strict=True):
        for column, (issue_id, ids) in enumerate(zip(issue_ids, option_ids, strict=True)):
            where = f"{name}: what {party.name} gets from {issues[column].name}"
            values = [_rounded_up(p, where) for p in party.points[column]]
            entry = {"party": party_id, "issue": issue_id, "evidence": [cited[party.source]]}
            data["utilities"].append({**entry, "values": dict(zip(ids, values, strict=True))})
            position = _position(party, column, ids)
            if position:
                data["positions"].append({**entry, **position})
    return case_from_data(data, name)


def _refuse_many(
    name: str, issues: Sequence[AdditiveIssue], parties: Sequence[AdditiveParty]
) -> None:
    for issue in issues:
        if len(issue.options) > MOST_OPTIONS:
            raise InputError(
                f"{name}: {issue.name[:60]!r} has {len(issue.options):,} options; "
                f"{MOST_OPTIONS:,} fit"
            )
    values = len(parties) * sum(len(issue.options) for issue in issues)
    if values > MOST_VALUES:
        raise InputError(
            f"{name}: {len(parties)} parties value {values // len(parties):,} options each, "
            f"{values:,} values; {MOST_VALUES:,} fit"
        )


def _ids(given: Sequence[str | None], names: Sequence[str], kind: str) -> tuple[str, ...]:
    return tuple(id_ or made for id_, made in zip(given, slugs(names, kind), strict=True))


def _party(party: AdditiveParty, id_: str, source: str, name: str) -> dict[str, Any]:
    made: dict[str, Any] = {"id": id_, "name": party.name, "evidence": [source]}
    if party.alternative is not None:
        where = f"{name}: the alternative of {party.name}"
        made["alternative"] = {
            "points": _rounded_down(party.alternative, where),
            "evidence": [source],
        }
    if party.note is not None:
        made["note"] = party.note
    return made


def _position(party: AdditiveParty, column: int, ids: Sequence[str]) -> dict[str, Any]:
    """Which option is best, where one is, and the file's weight; nothing where neither is known."""
    points = party.points[column]
    most = max(points)
    best = [id_ for id_, p in zip(ids, points, strict=True) if p == most]
    made: dict[str, Any] = {"option": best[0]} if len(best) == 1 and len(ids) > 1 else {}
    weight = None if party.weights is None else party.weights[column]
    if weight is not None and 0 <= weight <= 100:
        made["salience"] = float(weight)
    return made


def _without_none(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value is not None}


def _rounded_up(points: Fraction, where: str) -> float:
    units, rest, whole = _units(points, where)
    return (units if rest * _NOISE <= whole else units + 1) / GRID


def _rounded_down(points: Fraction, where: str) -> float:
    units, rest, whole = _units(points, where)
    return (units + 1 if (whole - rest) * _NOISE <= whole else units) / GRID


def _units(points: Fraction, where: str) -> tuple[int, int, int]:
    """Whole units of the grid, and what is left over as a fraction of one."""
    numerator, denominator = points.numerator, points.denominator
    if abs(numerator) > MOST_POINTS * denominator:
        raise InputError(f"{where}: {float(points):g} points; at most {MOST_POINTS:,} fit")
    units, rest = divmod(numerator * GRID, denominator)
    return units, rest, denominator


def same_issues(
    name: str, there: Iterable[AdditiveIssue], here: Iterable[AdditiveIssue], file: str
) -> None:
    """Refuse a profile whose issues or options are not those of the others.

    Raises
    ------
    InputError
        Naming the first issue that differs.
    """
    known = {i.name: set(i.options) for i in there}
    for issue in here:
        if issue.name not in known:
            raise InputError(f"{name}: {file} has an issue {issue.name!r} that others have not")
        if known[issue.name] != set(issue.options):
            raise InputError(f"{name}: {file} has other options for {issue.name!r} than others")
