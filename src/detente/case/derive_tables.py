"""Case to arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from detente.case.numbers import Number
from detente.case.option_places import IssueOptions, issue_options
from detente.case.red_line import Floor, Forbid, Tie
from detente.case.tables import (
    Booleans,
    Condition,
    Floats,
    Integers,
    LeastPoints,
    LeverTable,
    PairPoints,
    Refusal,
    Tables,
)
from detente.errors import UnsuitableCase

if TYPE_CHECKING:
    from detente.case.case import Case

#: Powers of ten tried, smallest first; the last is taken with rounding where none is exact.
SCALES = (1, 10, 100, 1_000, 10_000, 1_000_000, 1_000_000_000)


#: Values of a table beyond which a case is refused; 200 parties on 100 issues have 100,000s.
MOST_CELLS = 20_000_000


class _Index:
    """Ids to row numbers; an unknown id is an :class:`UnsuitableCase` with its place."""

    def __init__(self, what: str, ids: Sequence[str]) -> None:
        self.what = what
        self.rows = {id_: row for row, id_ in enumerate(ids)}

    def __call__(self, id_: str, where: str) -> int:
        if id_ not in self.rows:
            raise UnsuitableCase(f"{where} names the {self.what} {id_!r}, which is not in the case")
        return self.rows[id_]


def _mask(options: IssueOptions, ids: Iterable[str], where: str) -> Booleans:
    index = _Index("option", options.ids)
    mask = np.zeros(len(options.ids), dtype=bool)
    for id_ in ids:
        mask[index(id_, where)] = True
    return mask


def _central(number: Number | None) -> float:
    return np.nan if number is None else number.central


def _scale(values: Iterable[Floats]) -> int:
    flat = np.concatenate([np.ravel(v) for v in values] or [np.zeros(0)])
    for scale in SCALES:
        whole = np.rint(flat * scale)
        if np.all(np.abs(flat * scale - whole) <= 1e-9 * np.maximum(1.0, np.abs(whole))):
            return scale
    return SCALES[-1]


def _whole(values: Floats, scale: int) -> Integers:
    return np.rint(values * scale).astype(np.int64)


def derive_tables(case: Case) -> Tables:
    """Arrays of a case.

    Raises
    ------
    UnsuitableCase
        If an entry names a party, issue or option that is not there.
    """
    parties = tuple(p.id for p in case.parties)
    issues = tuple(i.id for i in case.issues)
    party, issue = _Index("party", parties), _Index("issue", issues)
    options = issue_options(case)
    cells = len(parties) * sum(len(o.ids) for o in options)
    if cells > MOST_CELLS:
        raise UnsuitableCase(
            f"{len(parties):,} parties and their options make {cells:,} values; "
            f"at most {MOST_CELLS:,} are calculated with"
        )
    shape = (len(parties), len(issues))
    position, salience = np.full(shape, np.nan), np.full(shape, np.nan)
    for at in case.positions:
        where = f"the position of {at.party} on {at.issue}"
        row, column = party(at.party, where), issue(at.issue, where)
        place = _central(at.at)
        if at.option is not None:
            place = options[column].places[_Index("option", options[column].ids)(at.option, where)]
        position[row, column] = place
        salience[row, column] = _central(at.salience)
    points, known = _points(case, party, issue, options, position, salience)
    pair_values = _pairs(case, party, issue, options)
    alternative = np.array(
        [_central(p.alternative.points) if p.alternative else np.nan for p in case.parties]
    )
    floors = [line for line in case.red_lines if isinstance(line, Floor)]
    effects, cost = _lever_numbers(case, party)
    scale = _scale(
        [
            *points,
            *(value for _, _, value in pair_values),
            np.nan_to_num(alternative),
            np.array([line.points.central for line in floors]),
            effects,
            np.nan_to_num(cost),
        ]
    )
    voters = np.array([p in set(case.voters) for p in parties], dtype=bool)
    vetoes = np.array([p in set(case.vetoes) for p in parties], dtype=bool)
    for id_, ratifiers in (case.acceptance.ratifiers if case.acceptance else {}).items():
        for ratifier in ratifiers:
            vetoes[party(ratifier, f"ratifiers of {id_}")] = True
    quorum = case.acceptance.quorum if case.acceptance else None
    return Tables(
        parties=parties,
        issues=issues,
        options=options,
        position=position,
        salience=salience,
        influence=np.array([_central(p.influence) for p in case.parties]),
        points=tuple(_whole(table, scale) for table in points),
        known=known,
        scale=scale,
        alternative=_whole(np.nan_to_num(alternative), scale),
        has_alternative=~np.isnan(alternative),
        refusals=tuple(
            _refusal(line, party, issue, options)
            for line in case.red_lines
            if isinstance(line, Forbid)
        ),
        floors=tuple(
            LeastPoints(
                line.id,
                party(line.party, f"red line {line.id}"),
                round(line.points.central * scale),
            )
            for line in floors
        ),
        conditions=tuple(
            _condition(line, party, issue, options)
            for line in case.red_lines
            if isinstance(line, Tie)
        ),
        pairs=tuple(
            PairPoints(id_, between, _whole(value, scale)) for id_, between, value in pair_values
        ),
        voters=voters,
        vetoes=vetoes,
        quorum=int(voters.sum()) if quorum is None else quorum,
        levers=_levers(case, party, effects, cost, scale),
    )


def _points(
    case: Case,
    party: _Index,
    issue: _Index,
    options: tuple[IssueOptions, ...],
    position: Floats,
    salience: Floats,
) -> tuple[list[Floats], Booleans]:
    total = np.nansum(salience, axis=1, keepdims=True)
    weight = 100 * np.divide(salience, total, out=np.full_like(salience, np.nan), where=total > 0)
    known = ~np.isnan(weight) & ~np.isnan(position)
    points: list[Floats] = []
    for column, choice in enumerate(options):
        away = np.abs(choice.places[:, None] - position[None, :, column])
        points.append(np.nan_to_num(weight[None, :, column] * (1 - away / 100)))
    for table in case.utilities:
        where = f"the utility table of {table.party} on {table.issue}"
        row, column = party(table.party, where), issue(table.issue, where)
        index = _Index("option", options[column].ids)
        missing = set(options[column].ids) - set(table.values)
        if missing:
            raise UnsuitableCase(f"{where} has no value for {', '.join(sorted(missing))}")
        for id_, amount in table.values.items():
            points[column][index(id_, where), row] = amount.central
        known[row, column] = True
    return points, known


def _pairs(
    case: Case, party: _Index, issue: _Index, options: tuple[IssueOptions, ...]
) -> list[tuple[str, tuple[int, int], Floats]]:
    made: dict[tuple[str, tuple[int, int]], Floats] = {}
    cells = 0
    for link in case.links:
        where = f"link {link.id}"
        for effect in link.effects:
            (a, at_a), (b, at_b) = sorted(
                (issue(i, where), _Index("option", options[issue(i, where)].ids)(o, where))
                for i, o in effect.when.items()
            )
            shape = (len(options[a].ids), len(options[b].ids), len(case.parties))
            if (link.id, (a, b)) not in made:
                cells += shape[0] * shape[1] * shape[2]
            if cells > MOST_CELLS:
                raise UnsuitableCase(f"{where}: more than {MOST_CELLS:,} pairs of options")
            table = made.setdefault((link.id, (a, b)), np.zeros(shape))
            for id_, amount in effect.points.items():
                table[at_a, at_b, party(id_, where)] += amount.central
    return [(id_, between, table) for (id_, between), table in made.items()]


def _refusal(
    line: Forbid, party: _Index, issue: _Index, options: tuple[IssueOptions, ...]
) -> Refusal:
    where = f"red line {line.id}"
    column = issue(line.issue, where)
    refused = _mask(options[column], line.options, where)
    with np.errstate(invalid="ignore"):
        if line.below is not None:
            refused |= options[column].places < line.below.central
        if line.above is not None:
            refused |= options[column].places > line.above.central
    return Refusal(line.id, party(line.party, where), column, refused)


def _condition(
    line: Tie, party: _Index, issue: _Index, options: tuple[IssueOptions, ...]
) -> Condition:
    where = f"red line {line.id}"
    a, b = issue(line.when.issue, where), issue(line.then.issue, where)
    return Condition(
        line.id,
        party(line.party, where),
        (a, b),
        _mask(options[a], line.when.options, where),
        _mask(options[b], line.then.options, where),
    )


def _lever_numbers(case: Case, party: _Index) -> tuple[Floats, Floats]:
    effects = np.zeros((len(case.levers), len(case.parties)))
    for row, lever in enumerate(case.levers):
        for id_, amount in lever.effects.items():
            effects[row, party(id_, f"lever {lever.id}")] = amount.central
    return effects, np.array([_central(lever.cost) for lever in case.levers])


def _levers(case: Case, party: _Index, effects: Floats, cost: Floats, scale: int) -> LeverTable:
    return LeverTable(
        ids=tuple(lever.id for lever in case.levers),
        givers=tuple(party(lever.giver, f"lever {lever.id}") for lever in case.levers),
        effects=_whole(effects, scale),
        cost=_whole(np.nan_to_num(cost), scale),
        cost_known=~np.isnan(cost),
        cap=np.array(
            [1 if lever.cap is None else int(lever.cap.central) for lever in case.levers],
            dtype=np.int64,
        ),
        transfer=np.array([lever.kind == "transfer" for lever in case.levers], dtype=bool),
    )
