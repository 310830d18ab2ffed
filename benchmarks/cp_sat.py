"""The same negotiations for OR-tools' CP-SAT, written from the definitions and from nothing else.

One worker only, and no unsatisfiable core is ever taken: what blocks is tried set by set. Where
deals are listed every condition is an equivalence, so that each deal is one solution; else that
a line is kept or a party accepts is only implied, which is enough and easier to prove.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from detente.maths.packages.model import FloorLine, Integers, PackageModel, RefusedOptions

#: CP-SAT's own measure of work, the same on every machine; about seconds.
MOST_TIME = 15.0
#: Deals that are listed.
MOST_LISTED = 3_000


class NotProven(RuntimeError):
    """CP-SAT stopped before it had an answer."""


@dataclass
class Negotiation:
    """Columns of a model: options, totals, and who accepts.

    ``given_up`` are lines that do not count: numbers of red lines, and ``n_red_lines + party``
    for a party's alternative; with ``free`` each of them may be given up, at a cost of one.
    ``listed`` is for :meth:`every`.
    """

    model: PackageModel
    given_up: Collection[int] = ()
    free: bool = False
    listed: bool = False

    def __post_init__(self) -> None:
        self.sat: Any = cp_model.CpModel()
        self.x = [
            [self.sat.new_bool_var(f"x{i}.{o}") for o in range(table.shape[0])]
            for i, table in enumerate(self.model.points)
        ]
        for row in self.x:
            self.sat.add_exactly_one(row)
        self.given: dict[int, Any] = {}
        parties = range(self.model.n_parties)
        self.totals = [self._total(party) for party in parties]

    def _total(self, party: int) -> Any:
        terms = [
            int(points) * column
            for row, table in zip(self.x, self.model.points, strict=True)
            for column, points in zip(row, table[:, party], strict=True)
        ]
        for pair in self.model.pairs:
            a, b = pair.issues
            for (o, p), points in np.ndenumerate(pair.points[:, :, party]):
                if points:
                    both = self._and([self.x[a][o], self.x[b][p]])
                    terms.append(int(points) * both)
        return sum(terms)

    def _and(self, columns: Sequence[Any]) -> Any:
        made = self.sat.new_bool_var("")
        self.sat.add_bool_and(columns).only_enforce_if(made)
        self.sat.add_bool_or([c.negated() for c in columns]).only_enforce_if(made.negated())
        return made

    def _or(self, columns: Sequence[Any]) -> Any:
        made = self.sat.new_bool_var("")
        self.sat.add_bool_or(columns).only_enforce_if(made)
        self.sat.add_bool_and([c.negated() for c in columns]).only_enforce_if(made.negated())
        return made

    def at_least(self, expression: Any, least: int) -> Any:
        """1 exactly where an expression is at least this."""
        made = self.sat.new_bool_var("")
        self.sat.add(expression >= least).only_enforce_if(made)
        if self.listed:
            self.sat.add(expression <= least - 1).only_enforce_if(made.negated())
        return made

    def kept(self, added: Sequence[Any] | None = None) -> dict[int, Any]:
        """For each line 1 exactly where it is kept; ``added`` are points beyond the totals."""
        model, made = self.model, {}
        worth = [t + a for t, a in zip(self.totals, added or [0] * len(self.totals), strict=True)]
        for number, line in enumerate(model.red_lines):
            if isinstance(line, FloorLine):
                made[number] = self.at_least(worth[line.party], line.points)
            elif isinstance(line, RefusedOptions):
                bad = [self.x[line.issue][o] for o in np.flatnonzero(line.refused)]
                made[number] = self._or(bad).negated()
            else:
                a, b = line.issues
                when = self._or([self.x[a][o] for o in np.flatnonzero(line.when)])
                then = self._or([self.x[b][o] for o in np.flatnonzero(line.then)])
                made[number] = self._or([when.negated(), then])
        for party in np.flatnonzero(model.has_alternative):
            made[len(model.red_lines) + int(party)] = self.at_least(
                worth[party], int(model.alternative[party])
            )
        return made

    def accepts(self, added: Sequence[Any] | None = None) -> list[Any]:
        """For each party 1 exactly where it accepts the deal."""
        model = self.model
        own: list[list[Any]] = [[] for _ in range(model.n_parties)]
        for number, kept in self.kept(added).items():
            if number in self.given_up:
                continue
            if self.free:
                self.given[number] = self.sat.new_bool_var(f"given up {number}")
                kept = self._or([kept, self.given[number]])
            at = number - len(model.red_lines)
            own[at if at >= 0 else model.red_lines[number].party].append(kept)
        return [self._and(lines) if lines else self._and([]) for lines in own]

    def must_stand(self, *, all_counted: bool = False, added: Sequence[Any] | None = None) -> None:
        """Only deals that stand, or that everyone accepts whose acceptance counts."""
        model, accepts = self.model, self.accepts(added)
        if all_counted:
            self.sat.add_bool_and([accepts[int(p)] for p in model.counted])
            return
        self.sat.add_bool_and([accepts[int(p)] for p in np.flatnonzero(model.vetoes)])
        self.sat.add(sum(accepts[int(p)] for p in np.flatnonzero(model.voters)) >= model.quorum)

    def solve(self) -> Integers | None:
        """A deal, (n_issues,), None if there is none."""
        solver = _solver()
        status = solver.solve(self.sat)
        if status == cp_model.INFEASIBLE:
            return None
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise NotProven(solver.status_name(status))
        return self._deal(solver)

    def least(self, expression: Any) -> int | None:
        """The least value of an expression, proven; None if there is no deal."""
        self.sat.minimize(expression)
        solver = _solver()
        status = solver.solve(self.sat)
        if status == cp_model.INFEASIBLE:
            return None
        if status != cp_model.OPTIMAL:
            raise NotProven(solver.status_name(status))
        least: int = round(solver.objective_value)
        return least

    def every(self) -> list[tuple[int, ...]]:
        """All deals in order."""
        solver, found = _solver(), _Every(self)
        solver.parameters.enumerate_all_solutions = True
        status = solver.solve(self.sat, found)
        if found.too_many or status not in (cp_model.OPTIMAL, cp_model.INFEASIBLE):
            raise NotProven(f"{len(found.deals)} deals listed, {solver.status_name(status)}")
        return sorted(found.deals)

    def _deal(self, values: Any) -> Integers:
        return np.array([[values.value(c) for c in row].index(1) for row in self.x], np.int64)


class _Every(cp_model.CpSolverSolutionCallback):
    def __init__(self, negotiation: Negotiation) -> None:
        super().__init__()
        self.negotiation = negotiation
        self.deals: set[tuple[int, ...]] = set()
        self.too_many = False

    def on_solution_callback(self) -> None:
        self.deals.add(tuple(self.negotiation._deal(self).tolist()))
        if len(self.deals) > MOST_LISTED:
            self.too_many = True
            self.stop_search()


def _solver() -> Any:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time = MOST_TIME
    return solver
