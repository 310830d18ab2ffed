"""Case to arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from detente.case.numbers import Number
from detente.case.option_places import IssueOptions, issue_options
from detente.case.red_line import Floor, Forbid, Tie
from detente.case.scale_of_tables import (
    added,
    choose_scale,
    points_by_place,
    whole,
    whole_above,
    whole_below,
)
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

#: Values of a table beyond which a case is refused; 200 parties on 100 issues have 100,000s.
MOST_CELLS = 20_000_000


class _Index:
    """Ids to row numbers; an unknown id is an :class:`UnsuitableCase` with its place."""

    def __init__(self, what: str, rows: Mapping[str, int]) -> None:
        self.what = what
        self.rows = rows

    def __call__(self, id_: str, where: str) -> int:
        if id_ not in self.rows:
            raise UnsuitableCase(f"{where} names the {self.what} {id_!r}, which is not in the case")
        return self.rows[id_]


def _rows(ids: Sequence[str]) -> dict[str, int]:
    return {id_: row for row, id_ in enumerate(ids)}


def _mask(options: IssueOptions, ids: Iterable[str], where: str) -> Booleans:
    index = _Index("option", options.rows)
    mask = np.zeros(len(options.ids), dtype=bool)
    for id_ in ids:
        mask[index(id_, where)] = True
    return mask


def _central(number: Number | None) -> float:
    return np.nan if number is None else number.central


def derive_tables(case: Case) -> Tables:
    """Arrays of a case.

    Raises
    ------
    UnsuitableCase
        If an entry names a party, issue or option that is not there, or numbers are too large
        to be added exactly.
    """
    parties = tuple(p.id for p in case.parties)
    issues = tuple(i.id for i in case.issues)
    party, issue = _Index("party", _rows(parties)), _Index("issue", _rows(issues))
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
            place = options[column].places[_Index("option", options[column].rows)(at.option, where)]
        position[row, column] = place
        salience[row, column] = _central(at.salience)
    points, known = _points(case, party, issue, options, position, salience)
    pair_values = _pairs(case, party, issue, options)
    alternative = np.array(
        [_central(p.alternative.points) if p.alternative else np.nan for p in case.parties]
    )
    floors = [line for line in case.red_lines if isinstance(line, Floor)]
    effects, cost = _lever_numbers(case, party)
    floor_points = np.array([line.points.central for line in floors])
    caps = _caps(case)
    scale, exact = choose_scale(
        {
            "points of options": points,
            "points of links": [value for _, _, value in pair_values],
            "points of an alternative": [np.nan_to_num(alternative)],
        },
        {
            "points of a floor": [floor_points],
            "effects of a lever": [effects],
            "cost of a lever": [np.nan_to_num(cost)],
        },
        salience,
        largest_count=int(caps.max(initial=1)),
    )
    least = whole if exact else whole_below
    most = whole if exact else whole_above
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
        points=tuple(most(table, scale) for table in points),
        known=known,
        scale=scale,
        alternative=least(np.nan_to_num(alternative), scale),
        has_alternative=~np.isnan(alternative),
        refusals=tuple(
            _refusal(line, party, issue, options)
            for line in case.red_lines
            if isinstance(line, Forbid)
        ),
        floors=tuple(
            LeastPoints(line.id, party(line.party, f"red line {line.id}"), int(needed))
            for line, needed in zip(floors, least(floor_points, scale), strict=True)
        ),
        conditions=tuple(
            _condition(line, party, issue, options)
            for line in case.red_lines
            if isinstance(line, Tie)
        ),
        pairs=tuple(
            PairPoints(id_, between, most(value, scale)) for id_, between, value in pair_values
        ),
        voters=voters,
        vetoes=vetoes,
        quorum=int(voters.sum()) if quorum is None else quorum,
        levers=_levers(case, party, most(effects, scale), whole(np.nan_to_num(cost), scale), caps),
    )


def _points(
    case: Case,
    party: _Index,
    issue: _Index,
    options: tuple[IssueOptions, ...],
    position: Floats,
    salience: Floats,
) -> tuple[list[Floats], Booleans]:
    known = ~np.isnan(salience) & (np.nansum(salience, axis=1, keepdims=True) > 0)
    known &= ~np.isnan(position)
    points = points_by_place(salience, position, [choice.places for choice in options])
    for table in case.utilities:
        where = f"the utility table of {table.party} on {table.issue}"
        row, column = party(table.party, where), issue(table.issue, where)
        index = _Index("option", options[column].rows)
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
                (issue(i, where), _Index("option", options[issue(i, where)].rows)(o, where))
                for i, o in effect.when.items()
            )
            shape = (len(options[a].ids), len(options[b].ids), len(case.parties))
            if (link.id, (a, b)) not in made:
                cells += shape[0] * shape[1] * shape[2]
            if cells > MOST_CELLS:
                raise UnsuitableCase(f"{where}: more than {MOST_CELLS:,} pairs of options")
            table = made.setdefault((link.id, (a, b)), np.zeros(shape))
            for id_, amount in effect.points.items():
                cell = at_a, at_b, party(id_, where)
                table[cell] = added(float(table[cell]), amount.central)
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


def _caps(case: Case) -> Integers:
    """The most units of each lever; one where no cap is given."""
    return np.array(
        [1 if lever.cap is None else int(lever.cap.central) for lever in case.levers],
        dtype=np.int64,
    )


def _levers(
    case: Case, party: _Index, effects: Integers, cost: Integers, cap: Integers
) -> LeverTable:
    return LeverTable(
        ids=tuple(lever.id for lever in case.levers),
        givers=tuple(party(lever.giver, f"lever {lever.id}") for lever in case.levers),
        effects=effects,
        cost=cost,
        cost_known=np.array([lever.cost is not None for lever in case.levers], dtype=bool),
        cap=cap,
        transfer=np.array([lever.kind == "transfer" for lever in case.levers], dtype=bool),
    )
