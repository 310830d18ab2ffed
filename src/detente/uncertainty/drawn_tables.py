"""The tables of a case for many draws at once: arrays with the draw first.

What is drawn goes where :func:`detente.case.derive_tables.derive_tables` would put it; all else
is as in the case's own tables. Where an issue names no options its options are the two ends and
the parties' own places: those move with the draw, and keep their column.

Points are scaled by one number for all draws, as fine as fits; rounded up, and what parties ask
for rounded down, as the tables of a case do where nothing is exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.case.case import Case
from detente.case.option_places import IssueOptions
from detente.case.red_line import Floor, Forbid
from detente.case.scale_of_tables import COARSEST, MOST, POWERS, whole, whole_above, whole_below
from detente.case.tables import Tables
from detente.errors import UnsuitableCase
from detente.uncertainty.distribution import Floats
from detente.uncertainty.drawn_parts import Draw
from detente.uncertainty.parameters import Parameters

Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]
# Draws may reach beyond the case's own numbers by so much before scaled sums are too large.
_HEADROOM = 64


@dataclass(frozen=True)
class DrawnTables:
    """D draws of a case's numbers; P parties, F floors, R refusals, L levers as in ``base``.

    ``places[i]`` is (D, n_options), ``points[i]`` (D, n_options, P) scaled by ``scale``,
    ``pairs[l]`` (D, n_options a, n_options b, P). What is the same in every draw is a view of
    one row. ``base`` are the case's own tables, with the options of the draws.
    """

    base: Tables
    scale: int
    position: Floats
    salience: Floats
    influence: Floats
    places: tuple[Floats, ...]
    points: tuple[Integers, ...]
    alternative: Integers
    floors: Integers
    refused: tuple[Booleans, ...]
    pairs: tuple[Integers, ...]
    effects: Integers
    cost: Integers
    cap: Integers


@dataclass(frozen=True)
class DrawnScales:
    """Positions and saliences (D, P, I) and influence (D, P); nan where the case says nothing."""

    position: Floats
    salience: Floats
    influence: Floats


class TableDraws:
    """Makes the tables of draws of one case.

    Raises
    ------
    UnsuitableCase
        If the case refers to what is not there, or numbers are too large to be added exactly.
    """

    def __init__(self, case: Case, parameters: Parameters) -> None:
        self.case = case
        self.column: Mapping[str, int] = parameters.column
        own = case.tables()
        self.row = {p: n for n, p in enumerate(own.parties)}
        self.issue = {i: n for n, i in enumerate(own.issues)}
        self.placing = [self._placed(n, own) for n in range(len(own.issues))]
        self.base = self._with_own_columns(own)
        self.own = own
        self.scale = self._scale(own, parameters)

    # Which column of an issue is what

    def _placed(self, issue: int, own: Tables) -> list[tuple[int, int | None]]:
        """For each option of the draws: its row in the case's tables, and what moves it."""
        options, made = own.options[issue], []
        if options.named:
            for row in range(len(options.ids)):
                made.append((row, self.column.get(f"issues[{issue}].options[{row}].at")))
            return made
        where = {float(place): row for row, place in enumerate(options.places)}
        fixed = {where[0.0], where[100.0]}
        moving: list[tuple[int, int | None]] = []
        for number, at in enumerate(self.case.positions):
            if at.issue != own.issues[issue] or at.at is None:
                continue
            column = self.column.get(f"positions[{number}].at")
            row = where[at.at.central]
            if column is None:
                fixed.add(row)
            else:
                moving.append((row, column))
        return sorted([*((row, None) for row in fixed), *moving], key=lambda one: one[0])

    def _with_own_columns(self, own: Tables) -> Tables:
        """The case's tables with an option for each column of the draws."""
        rows = [np.array([row for row, _ in placing], np.int64) for placing in self.placing]
        options = []
        for issue, (choice, placing) in enumerate(zip(own.options, self.placing, strict=True)):
            if choice.named:
                options.append(choice)
                continue
            ids = [choice.ids[row] for row, _ in placing]
            names = [
                choice.names[row] if moved is None else self._whose(issue, moved)
                for row, moved in placing
            ]
            options.append(
                IssueOptions(tuple(ids), tuple(names), choice.places[rows[issue]], False)
            )
        return replace(
            own,
            options=tuple(options),
            points=tuple(table[rows[i]] for i, table in enumerate(own.points)),
            refusals=tuple(
                replace(r, refused=r.refused[rows[r.issue]]) for r in own.refusals
            ),
            conditions=tuple(
                replace(c, when=c.when[rows[c.issues[0]]], then=c.then[rows[c.issues[1]]])
                for c in own.conditions
            ),
            pairs=tuple(
                replace(p, points=p.points[np.ix_(rows[p.issues[0]], rows[p.issues[1]])])
                for p in own.pairs
            ),
        )  # fmt: skip

    def _whose(self, issue: int, column: int) -> str:
        names = {p.id: p.name for p in self.case.parties}
        for number, at in enumerate(self.case.positions):
            if self.column.get(f"positions[{number}].at") == column:
                return f"the place of {names.get(at.party, at.party)}"
        raise AssertionError("a column that moves nothing")

    def _scale(self, own: Tables, parameters: Parameters) -> int:
        sizes = [
            int(np.abs(t).max(initial=0)) for t in (*own.points, *(p.points for p in own.pairs))
        ]
        most = (sum(sizes) + int(np.abs(own.alternative).max(initial=0))) / own.scale
        lever = own.levers
        for table in (lever.effects, lever.cost):
            most = max(
                most,
                float(np.abs(table).max(initial=0))
                / own.scale
                * max(1, int(lever.cap.max(initial=1))),
            )
        ends = [abs(e) for p in parameters.each for e in p.distribution.plausible]
        most = max(most, 100.0, *ends) if ends else max(most, 100.0)
        fitting = [scale for scale in POWERS if most * scale * _HEADROOM <= MOST]
        if not fitting or fitting[-1] < COARSEST:
            raise UnsuitableCase("the numbers are too large to be added exactly; use a larger unit")
        return fitting[-1]

    # Draws

    def draw_scales(self, values: Floats) -> DrawnScales:
        """Only what lies on scales, of D draws."""
        made = Draw(self, values)
        return DrawnScales(*made.scales(), made.influence())

    def draw(self, values: Floats) -> DrawnTables:
        """The tables of D draws, from values (D, k) in the order of the parameters."""
        made = Draw(self, values)
        position, salience = made.scales()
        places = made.places(position)
        points = [made.worth(i, position, salience, places[i]) for i in range(len(places))]
        base, scale = self.base, self.scale
        result = DrawnTables(
            base=base,
            scale=scale,
            position=position,
            salience=salience,
            influence=made.influence(),
            places=tuple(places),
            points=tuple(_by_rows(whole_above, table, scale) for table in points),
            alternative=_by_rows(
                whole_below,
                made.vector(
                    [f"parties[{n}].alternative.points" for n in range(len(base.parties))],
                    base.alternative / base.scale,
                ),
                scale,
            ),
            floors=_by_rows(whole_below, made.floors(), scale),
            refused=tuple(made.refused(places)),
            pairs=tuple(_by_rows(whole_above, table, scale) for table in made.pairs()),
            effects=_by_rows(whole_above, made.effects(), scale),
            cost=_by_rows(
                whole, made.vector(self._levers("cost"), base.levers.cost / base.scale), scale
            ),
            cap=made.vector(self._levers("cap"), base.levers.cap.astype(float)).astype(np.int64),
        )
        largest = sum(int(np.abs(t).max(initial=0)) for t in (*result.points, *result.pairs))
        if largest + int(np.abs(result.alternative).max(initial=0)) > MOST:
            raise UnsuitableCase("a draw is too large to be added exactly; cut its distribution")
        return result

    def _levers(self, field: str) -> list[str]:
        return [f"levers[{n}].{field}" for n in range(len(self.case.levers))]

    @cached_property
    def floor_paths(self) -> list[str]:
        """Paths of the floors' points, in the order of the tables."""
        return [
            f"red_lines[{n}].points"
            for n, line in enumerate(self.case.red_lines)
            if isinstance(line, Floor)
        ]

    @cached_property
    def moving_refusals(self) -> list[tuple[int, Forbid] | None]:
        """Of each refusal its place and line where a bound or a place is drawn, else None."""
        made: list[tuple[int, Forbid] | None] = []
        for number, line in enumerate(self.case.red_lines):
            if not isinstance(line, Forbid):
                continue
            moves = any(f"red_lines[{number}].{b}" in self.column for b in ("below", "above"))
            bounded = line.below is not None or line.above is not None
            issue = self.issue[line.issue]
            moves |= bounded and any(moved is not None for _, moved in self.placing[issue])
            made.append((number, line) if moves else None)
        return made


def _by_rows(rounded: Any, table: Floats, scale: int) -> Integers:
    """Scaled whole numbers; a table that is the same for all draws is worked on once."""
    if table.shape[0] > 1 and table.strides[0] == 0:
        return np.asarray(np.broadcast_to(rounded(table[:1], scale), table.shape))
    return np.asarray(rounded(table, scale))
