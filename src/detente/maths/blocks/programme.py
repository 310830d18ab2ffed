"""Mixed-integer programmes over deals, solved by HiGHS (Huangfu & Hall 2018).

Every number that goes in is an integer, and a floor is loosened by half a point of the finest
scale: within the solver's tolerances no deal that reaches it is lost, and one that does not is
still kept out. What comes out is looked at again in integers by whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import gcd

import numpy as np

from detente.maths.packages.model import Floats, Integers, PackageModel
from detente.maths.silent_highs import silent_highs

#: Branches of one programme after which HiGHS stops and only its bound is known.
MOST_NODES = 20_000
#: Coefficients above this are scaled down, so that tolerances stay far below half a point.
_LARGEST = 1 << 20
_INFINITE = float("inf")
#: What a programme costs before its first iteration, in iterations of the simplex method.
_WORK_OF_ONE = 80
#: Iterations that a branch takes, about.
_WORK_OF_A_NODE = 20
#: How the solver looks for solutions: usually, and where a good one is known.
_SEARCHING: tuple[tuple[str, float | bool, float | bool], ...] = (
    ("mip_heuristic_effort", 0.05, 0.0),
    ("mip_heuristic_run_feasibility_jump", True, False),
    ("mip_heuristic_run_rens", True, False),
    ("mip_heuristic_run_rins", True, False),
    ("mip_heuristic_run_root_reduced_cost", True, False),
)

Term = tuple[int, int]


@dataclass(frozen=True)
class Solved:
    """``status`` is optimal, infeasible or limit; ``bound`` holds for every solution.

    ``values`` are those of the columns, whole where they have to be; None if none was found.
    """

    status: str
    bound: float
    values: Floats | None = None


class Programme:
    """Columns, rows and an objective to make small; what is added later counts from then on."""

    def __init__(self) -> None:
        import highspy

        self._kinds = highspy.HighsVarType
        self._statuses = highspy.HighsModelStatus
        self._highs = silent_highs()
        for option, value in (
            ("threads", 1),
            ("random_seed", 0),
            ("mip_rel_gap", 0.0),
            ("mip_max_nodes", MOST_NODES),
            # On programmes of this size both cost more than they bring.
            ("mip_allow_restart", False),
            ("mip_allow_cut_separation_at_nodes", False),
        ):
            self._highs.setOptionValue(option, value)
        self._lower: list[float] = []
        self._upper: list[float] = []
        self._whole: list[bool] = []
        self._rows: list[tuple[float, float, list[int], list[float]]] = []
        self._sent_columns = 0
        self._cost: dict[int, float] = {}
        #: Effort so far: iterations of the simplex method, and a fixed share for each programme.
        self.work = 0

    def column(self, lower: int, upper: int, *, whole: bool = True) -> int:
        """A new column; returns its number."""
        self._lower.append(float(lower))
        self._upper.append(float(upper))
        self._whole.append(whole)
        return len(self._lower) - 1

    def columns(self, count: int) -> list[int]:
        """New columns that are 0 or 1."""
        return [self.column(0, 1) for _ in range(count)]

    def at_least(self, terms: Iterable[Term], least: int, *, loose: bool = False) -> None:
        """A row: the sum of coefficient × column is at least this; ``loose`` by a half."""
        added: dict[int, int] = {}
        for column, coefficient in terms:
            added[column] = added.get(column, 0) + coefficient
        kept = {c: v for c, v in added.items() if v}
        if not kept:
            if least > 0:
                # Nothing can make up for it: a row that cannot be met.
                self._rows.append((1.0, _INFINITE, [], []))
            return
        shared = gcd(*kept.values()) if loose else 1
        kept = {c: v // shared for c, v in kept.items()}
        least = -(-least // shared)
        scale = max(1.0, max(abs(v) for v in kept.values()) / _LARGEST)
        bound = (least - 0.5 if loose else least) / scale
        self._rows.append((bound, _INFINITE, list(kept), [v / scale for v in kept.values()]))

    def exactly(self, columns: Sequence[int], value: int) -> None:
        """A row: as many of these columns are 1."""
        row = (float(value), float(value), list(columns), [1.0] * len(columns))
        self._rows.append(row)

    def between(self, column: int, lower: int, upper: int) -> None:
        """New bounds of a column."""
        self._lower[column], self._upper[column] = float(lower), float(upper)
        if column < self._sent_columns:
            self._highs.changeColBounds(column, float(lower), float(upper))

    def least(
        self, cost: Mapping[int, int], *, step: int = 1, start: Mapping[int, int] | None = None
    ) -> Solved:
        """Make a sum of columns small; its values are multiples of ``step``.

        ``start`` are columns that are not 0 in a solution that is known to be good; the solver
        then spends its time on the proof and not on finding another.
        """
        self._send(cost, step)
        self._from(start)
        solved = self._run(cost, step)
        if start is not None and solved.status != "optimal":
            # HiGHS can mistake a start for its answer; what it says without one is taken.
            self._highs.clearSolver()
            self._from(None)
            solved = self._run(cost, step)
        return solved

    def _run(self, cost: Mapping[int, int], step: int) -> Solved:
        self._highs.run()
        status = self._highs.getModelStatus()
        info = self._highs.getInfo()
        self.work += _WORK_OF_ONE + max(0, int(info.simplex_iteration_count))
        if status in (self._statuses.kInfeasible, self._statuses.kUnboundedOrInfeasible):
            return Solved("infeasible", _INFINITE)
        found = abs(info.objective_function_value) < 1e29 and info.primal_solution_status == 2
        values = None
        if found:
            values = np.array(self._highs.getSolution().col_value)
            whole = np.array(self._whole)
            values[whole] = np.rint(values[whole])
        bound = float(info.mip_dual_bound)
        if status == self._statuses.kOptimal and values is not None:
            exact = sum(c * round(values[k]) for k, c in cost.items())
            # Only where the solver's own bound proves what its columns add up to.
            if exact - bound < 0.95 * step + 1e-6 * abs(exact):
                return Solved("optimal", float(exact), values)
        return Solved("limit", bound, values)

    def leave(self, work: int) -> None:
        """From now on a programme stops after about so much work."""
        nodes = max(1, min(MOST_NODES, work // _WORK_OF_A_NODE))
        self._highs.setOptionValue("mip_max_nodes", nodes)

    def _from(self, start: Mapping[int, int] | None) -> None:
        import highspy

        for option, usual, unless in _SEARCHING:
            self._highs.setOptionValue(option, usual if start is None else unless)
        if start is not None:
            solution = highspy.HighsSolution()
            values = np.zeros(len(self._lower))
            values[list(start)] = list(start.values())
            solution.col_value = values.tolist()
            self._highs.setSolution(solution)

    def _send(self, cost: Mapping[int, int], step: int) -> None:
        highs = self._highs
        new = range(self._sent_columns, len(self._lower))
        if new:
            highs.addVars(len(new), np.array(self._lower)[new], np.array(self._upper)[new])
            whole = np.array([k for k in new if self._whole[k]], np.int32)
            highs.changeColsIntegrality(
                whole.size, whole, np.full(whole.size, int(self._kinds.kInteger), np.uint8)
            )
            self._sent_columns = len(self._lower)
        if self._rows:
            starts = np.cumsum([0, *(len(row[2]) for row in self._rows)])
            highs.addRows(
                len(self._rows),
                np.array([row[0] for row in self._rows]),
                np.array([row[1] for row in self._rows]),
                int(starts[-1]),
                starts[:-1].astype(np.int32),
                np.array([c for row in self._rows for c in row[2]], np.int32),
                np.array([v for row in self._rows for v in row[3]], np.float64),
            )
            self._rows = []
        for column in {*self._cost, *cost}:
            value = float(cost.get(column, 0))
            if self._cost.get(column, 0.0) != value:
                highs.changeColCost(column, value)
        self._cost = {column: float(value) for column, value in cost.items()}
        # Sums that differ, differ by a step: a gap below it proves the least.
        highs.setOptionValue("mip_abs_gap", 0.9 * step)


class DealColumns:
    """One column an option, and what a deal is worth as terms of a row."""

    def __init__(self, programme: Programme, model: PackageModel) -> None:
        self.model = model
        self.options = [programme.columns(table.shape[0]) for table in model.points]
        for columns in self.options:
            programme.exactly(columns, 1)
        self._together: dict[tuple[int, int, int, int], int] = {}
        self._pairs: list[tuple[int, Integers]] = []
        for pair in model.pairs:
            a, b = pair.issues
            for at_a, at_b in zip(*np.nonzero(pair.points.any(axis=2)), strict=True):
                column = self._both(programme, a, int(at_a), b, int(at_b))
                self._pairs.append((column, pair.points[at_a, at_b]))

    def _both(self, programme: Programme, a: int, at_a: int, b: int, at_b: int) -> int:
        key = (a, at_a, b, at_b)
        if key not in self._together:
            one, other = self.options[a][at_a], self.options[b][at_b]
            both = programme.column(0, 1, whole=False)
            programme.at_least([(one, 1), (both, -1)], 0)
            programme.at_least([(other, 1), (both, -1)], 0)
            programme.at_least([(both, 1), (one, -1), (other, -1)], -1)
            self._together[key] = both
        return self._together[key]

    def worth(self, party: int) -> list[Term]:
        """A party's points as terms."""
        terms = [
            (column, int(points))
            for columns, table in zip(self.options, self.model.points, strict=True)
            for column, points in zip(columns, table[:, party], strict=True)
        ]
        terms += [(column, int(points[party])) for column, points in self._pairs]
        return terms

    def least_worth(self, party: int) -> int:
        """No deal is worth less to the party than this."""
        least = sum(int(table[:, party].min()) for table in self.model.points)
        return least + sum(min(0, int(points[party])) for _, points in self._pairs)

    def taking(self, deal: Integers) -> dict[int, int]:
        """Columns that are 1 where a solution takes this deal."""
        taken = {self.options[issue][int(option)] for issue, option in enumerate(deal)}
        made = dict.fromkeys(taken, 1)
        for (a, at_a, b, at_b), column in self._together.items():
            if {self.options[a][at_a], self.options[b][at_b]} <= taken:
                made[column] = 1
        return made

    def deal(self, values: Floats) -> Integers:
        """The deal that a solution takes, (n_issues,)."""
        return np.array([int(np.argmax(values[columns])) for columns in self.options], np.int64)
