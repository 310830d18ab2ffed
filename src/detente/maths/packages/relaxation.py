"""Deals as a linear programme over mixtures of options (or, with whole numbers, over deals).

A variable for each state and option says how much of the way through the issues goes there; what
flows into a state flows out of it. One variable a party is its total, counted from ``base`` and
divided by ``unit`` so that the solver works with numbers of ordinary size. The multipliers of
the rows that define totals are the weights by which a bound on every deal is proven.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.maths.packages.layers import Layers
from detente.maths.packages.model import NEVER, Floats, Integers
from detente.maths.silent_highs import silent_highs

#: Variables beyond which the programme is not built.
MOST_VARIABLES = 60_000
#: Branches of one whole-number programme; a limit on time would make answers differ.
MOST_NODES = 20_000


@dataclass(frozen=True)
class Solved:
    """``value`` (in units) and a proven ``bound`` on it, the gains (n,), weights (n,), and deal.

    ``chosen`` (n_steps,) are option places by step where whole numbers were asked for.
    ``multipliers`` are those of the rows added, in order. None in place of a Solved means that
    there is nothing to find.
    """

    value: float
    bound: float
    gains: Floats
    weights: Floats
    multipliers: Floats
    chosen: Integers | None
    columns: Floats


class SolverStopped(RuntimeError):
    """The solver stopped before it had an answer."""


class Relaxation:
    """A programme to which rows and columns are added; maximises."""

    def __init__(
        self,
        layers: Layers,
        least: Integers,
        *,
        whole: bool = False,
    ) -> None:
        import highspy

        if sum(step.then.size for step in layers.steps) > MOST_VARIABLES:
            raise SolverStopped(f"more than {MOST_VARIABLES:,} variables")

        self.layers, self.whole = layers, whole
        self.n = layers.parties.size
        spread = sum(
            (step.adds.max(axis=(0, 1)) - step.adds.min(axis=(0, 1)) for step in layers.steps),
            np.zeros(self.n, np.int64),
        )
        self.unit = float(max(1, spread.max(initial=1))) / 100
        self._infinity = highspy.kHighsInf
        self._solver = silent_highs()
        for name, value in (
            ("threads", 1),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 1e-9),
            ("mip_max_nodes", MOST_NODES),
        ):
            self._solver.setOptionValue(name, value)
        self._build(highspy, least)
        self._rows_before = self._solver.getNumRow()

    @property
    def first_gain(self) -> int:
        """Number of the first party's column."""
        return self._edges

    def _build(self, highspy: Any, least: Integers) -> None:
        layers, n = self.layers, self.n
        sizes = [step.then.shape[0] for step in layers.steps]
        first_row = np.r_[n, n + np.cumsum(sizes)].astype(np.int64)
        starts, indices, values = [0], [], []
        self._places: list[tuple[int, int, int]] = []
        for column, step in enumerate(layers.steps):
            for state, option in zip(*np.nonzero(step.then >= 0), strict=True):
                worth = step.adds[state, option] / self.unit
                used = np.flatnonzero(worth)
                indices += [*used, first_row[column] + state]
                values += [*worth[used], 1.0]
                if column + 1 < len(layers.steps):
                    indices.append(first_row[column + 1] + step.then[state, option])
                    values.append(-1.0)
                starts.append(len(indices))
                self._places.append((column, int(state), int(option)))
        self._edges = len(self._places)
        for party in range(n):
            indices.append(party)
            values.append(-1.0)
            starts.append(len(indices))
        base = layers.base / self.unit
        sides = np.r_[base, np.zeros(int(first_row[-1]) - n)]
        if len(sizes):
            sides[n] = 1.0
        low = np.where(least <= NEVER // 2, -self._infinity, (least - layers.base) / self.unit)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = self._edges + n, int(first_row[-1])
        lp.col_cost_ = np.zeros(lp.num_col_)
        lp.col_lower_ = np.r_[np.zeros(self._edges), low]
        lp.col_upper_ = np.r_[np.ones(self._edges), np.full(n, self._infinity)]
        lp.row_lower_ = lp.row_upper_ = sides
        lp.sense_ = highspy.ObjSense.kMaximize
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.array(starts, np.int32)
        lp.a_matrix_.index_ = np.array(indices, np.int32)
        lp.a_matrix_.value_ = np.array(values, float)
        if self.whole:
            kinds = highspy.HighsVarType
            lp.integrality_ = [kinds.kInteger] * self._edges + [kinds.kContinuous] * n
        self._solver.passModel(lp)
        statuses = highspy.HighsModelStatus
        self._optimal = statuses.kOptimal
        self._nothing = (statuses.kInfeasible, statuses.kUnboundedOrInfeasible)

    def column(self, cost: float = 0.0, low: float | None = None, high: float | None = None) -> int:
        """Add a variable; unbounded where no bound is given."""
        self._solver.addCol(
            cost,
            -self._infinity if low is None else low,
            self._infinity if high is None else high,
            0, np.zeros(0, np.int32), np.zeros(0),
        )  # fmt: skip
        return int(self._solver.getNumCol()) - 1

    def cost(self, column: int, cost: float) -> None:
        """Set what a variable counts in the objective."""
        self._solver.changeColCost(column, cost)

    def row(self, columns: list[int], values: list[float], low: float, high: float) -> None:
        """Add ``low <= values . columns <= high``."""
        self._solver.addRow(
            low, high, len(columns), np.array(columns, np.int32), np.array(values, float)
        )

    @property
    def infinity(self) -> float:
        """What the solver takes for no bound."""
        return float(self._infinity)

    def rule_out(self, solved: Solved) -> None:
        """No solution takes the way of this one again."""
        taken = [int(edge) for edge in np.flatnonzero(solved.columns[: self._edges] > 0.5)]
        self.row(taken, [1.0] * len(taken), -self._infinity, len(taken) - 1.0)

    def solve(self) -> Solved | None:
        """The best there is, None if nothing fits.

        Raises
        ------
        SolverStopped
            If the solver proved neither.
        """
        self._solver.run()
        status = self._solver.getModelStatus()
        if status in self._nothing:
            return None
        if status != self._optimal:
            raise SolverStopped(self._solver.modelStatusToString(status))
        solution, info = self._solver.getSolution(), self._solver.getInfo()
        columns = np.array(solution.col_value)
        duals = np.zeros(self._solver.getNumRow()) if self.whole else np.array(solution.row_dual)
        chosen = None
        if self.whole:
            chosen = np.zeros(len(self.layers.steps), np.int64)
            for edge in np.flatnonzero(columns[: self._edges] > 0.5):
                column, _, option = self._places[edge]
                chosen[column] = option
        value = float(info.objective_function_value)
        return Solved(
            value,
            float(info.mip_dual_bound) if self.whole else value,
            columns[self._edges : self._edges + self.n],
            np.maximum(0.0, np.abs(duals[: self.n])),
            duals[self._rows_before :],
            chosen,
            columns,
        )
