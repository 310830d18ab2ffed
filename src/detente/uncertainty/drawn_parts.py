"""One set of draws of a case's numbers, part by part: where each drawn number goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from detente.uncertainty.distribution import Floats
from detente.uncertainty.parameters import keyed

if TYPE_CHECKING:
    from detente.uncertainty.drawn_tables import TableDraws

Booleans = npt.NDArray[np.bool_]


class Draw:
    """One call: the values, and what is made of them in turn."""

    def __init__(self, tables: TableDraws, values: Floats) -> None:
        self.of = tables
        self.values = values
        self.count = values.shape[0]

    def _spread(self, array: Any) -> Any:
        """One row for all draws."""
        return np.broadcast_to(array, (self.count, *array.shape))

    def vector(self, paths: list[str], known: Floats) -> Floats:
        """Numbers in a row, (D, n): drawn where there is a path for them."""
        drawn = [
            (n, self.of.column[path]) for n, path in enumerate(paths) if path in self.of.column
        ]
        if not drawn:
            return np.asarray(self._spread(known))
        made = np.array(self._spread(known))
        for n, column in drawn:
            made[:, n] = self.values[:, column]
        return made

    def influence(self) -> Floats:
        """Influence, (D, P)."""
        known = self.of.base.influence
        return self.vector([f"parties[{n}].influence" for n in range(known.size)], known)

    def scales(self) -> tuple[Floats, Floats]:
        """Positions and saliences, (D, P, I)."""
        of, column = self.of, self.of.column
        made = [np.asarray(self._spread(t)) for t in (of.own.position, of.own.salience)]
        for number, at in enumerate(of.case.positions):
            row, issue = of.row[at.party], of.issue[at.issue]
            place = f"positions[{number}].at"
            if at.option is not None:
                option = of.own.options[issue].rows[at.option]
                place = f"issues[{issue}].options[{option}].at"
            for which, path in ((0, place), (1, f"positions[{number}].salience")):
                if path in column:
                    if not made[which].flags.writeable:
                        made[which] = made[which].copy()
                    made[which][:, row, issue] = self.values[:, column[path]]
        return made[0], made[1]

    def places(self, position: Floats) -> list[Floats]:
        """Places of options, (D, n_options) for each issue."""
        made = []
        for issue, placing in enumerate(self.of.placing):
            known = self.of.base.options[issue].places
            moving = [(n, column) for n, (_, column) in enumerate(placing) if column is not None]
            table = np.asarray(self._spread(known))
            if moving:
                table = table.copy()
                for n, column in moving:
                    table[:, n] = self.values[:, column]
            made.append(table)
        return made

    def worth(self, issue: int, position: Floats, salience: Floats, places: Floats) -> Floats:
        """Points of an issue's options, (D or 1, n_options, P), before they are scaled."""
        of, column = self.of, self.of.column
        still = all(array.strides[0] == 0 for array in (position, salience, places))
        if still:
            made = of.base.points[issue][None] / of.base.scale
        else:
            # The same steps as points_by_place, a draw a row.
            total = np.nansum(salience, axis=2)
            away = np.abs(places[:, :, None] - position[:, None, :, issue])
            worth = salience[:, None, :, issue] * (100 - away)
            weights = np.broadcast_to(total[:, None, :], worth.shape)
            made = np.divide(worth, weights, out=np.zeros_like(worth), where=weights > 0)
            made = np.nan_to_num(made)
        tables = [(n, t) for n, t in enumerate(of.case.utilities) if of.issue[t.issue] == issue]
        drawn = any(
            keyed(f"utilities[{n}].values", option) in column
            for n, t in tables
            for option in t.values
        )
        if drawn and made.shape[0] == 1:
            made = np.repeat(made, self.count, axis=0)
        for number, table in tables:
            party = of.row[table.party]
            made[:, :, party] = of.base.points[issue][None, :, party] / of.base.scale
            for at, id_ in enumerate(of.base.options[issue].ids):
                path = keyed(f"utilities[{number}].values", id_)
                if path in column:
                    made[:, at, party] = self.values[:, column[path]]
        if made.shape[0] == 1:
            return np.asarray(self._spread(made[0]))
        return np.asarray(made)

    def floors(self) -> Floats:
        """Points of floors, (D, F)."""
        base = self.of.base
        return self.vector(
            self.of.floor_paths, np.array([f.points for f in base.floors]) / base.scale
        )

    def refused(self, places: list[Floats]) -> list[Booleans]:
        """Options that each line refuses, (D, n_options)."""
        made: list[Booleans] = []
        column = self.of.column
        for refusal, moving in zip(self.of.base.refusals, self.of.moving_refusals, strict=True):
            if moving is None:
                made.append(np.asarray(self._spread(refusal.refused)))
                continue
            number, line = moving
            ids = self.of.base.options[refusal.issue].ids
            table = np.repeat(np.isin(ids, line.options)[None], self.count, axis=0)
            for bound, number_of in (("below", line.below), ("above", line.above)):
                if number_of is None:
                    continue
                path = f"red_lines[{number}].{bound}"
                at = self.values[:, column[path]] if path in column else number_of.central
                least = np.asarray(at).reshape(-1, 1)
                where = places[refusal.issue]
                with np.errstate(invalid="ignore"):
                    table |= where < least if bound == "below" else where > least
            made.append(table)
        return made

    def pairs(self) -> list[Floats]:
        """What pairs of options add, (D, n_options a, n_options b, P), before they are scaled."""
        of, made = self.of, []
        drawn: dict[tuple[str, tuple[int, int]], list[tuple[int, int, int, int, float]]] = {}
        for number, link in enumerate(of.case.links):
            for place, effect in enumerate(link.effects):
                ends = sorted(
                    (of.issue[i], of.base.options[of.issue[i]].rows[o])
                    for i, o in effect.when.items()
                )
                for id_, amount in effect.points.items():
                    path = keyed(f"links[{number}].effects[{place}].points", id_)
                    if path in of.column:
                        key = link.id, (ends[0][0], ends[1][0])
                        cell = ends[0][1], ends[1][1], of.row[id_]
                        drawn.setdefault(key, []).append((*cell, of.column[path], amount.central))
        for pair in of.base.pairs:
            table = np.asarray(self._spread(pair.points / of.base.scale))
            moving = drawn.get((pair.id, pair.issues))
            if moving:
                table = table.copy()
                for a, b, party, column, central in moving:
                    # Effects on one pair add up: the others of the cell stay.
                    table[:, a, b, party] += self.values[:, column] - central
            made.append(table)
        return made

    def effects(self) -> Floats:
        """Effects of levers, (D, L, P), before they are scaled."""
        of = self.of
        table = np.asarray(self._spread(of.base.levers.effects / of.base.scale))
        for number, lever in enumerate(of.case.levers):
            for id_ in lever.effects:
                path = keyed(f"levers[{number}].effects", id_)
                if path in of.column:
                    if not table.flags.writeable:
                        table = table.copy()
                    table[:, number, of.row[id_]] = self.values[:, of.column[path]]
        return table
