"""The cheapest uses of levers for every goal that the question asks about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from detente.case.tables import LeverTable
from detente.maths.blocks.acceptance import acceptance, acceptance_of
from detente.maths.blocks.enumerated import all_deals
from detente.maths.levers.enumerated import MOST_DEALS, TooManySteps, enumerate_cheapest
from detente.maths.levers.model import Cheapest, Goal, Levers, all_shortfalls
from detente.maths.levers.programme import LeverProgramme
from detente.maths.packages.model import Booleans, Integers, PackageModel


@dataclass(frozen=True)
class Uses:
    """A model, its levers and what is wanted of them, with answers made on demand.

    ``priced`` is False where costs are not known and levers are counted instead: then every
    cost is 0 and of equal costs the fewest levers win.
    """

    model: PackageModel
    levers: Levers
    fixed: Mapping[int, int]
    priced: bool = True

    @cached_property
    def deals(self) -> Integers | None:
        """Every deal; None where there are too many."""
        return all_deals(self.model) if self.model.n_deals <= MOST_DEALS else None

    @cached_property
    def _short(self) -> Integers:
        assert self.deals is not None
        return all_shortfalls(self.model, self.deals)

    @cached_property
    def goal(self) -> Goal:
        """That a deal stands."""
        return Goal(acceptance_of(self.model), self.fixed)

    def accepted_by(self, count: int, *, with_vetoes: bool = False) -> Goal:
        """That so many of those whose acceptance counts accept."""
        counted = np.zeros(self.model.n_parties, bool)
        counted[self.model.counted] = True
        required = self.model.vetoes if with_vetoes else np.zeros_like(counted)
        return Goal(acceptance(required, counted, count), self.fixed)

    def cheapest(
        self, goal: Goal, *, usable: Booleans | None = None, ties: bool = False
    ) -> Cheapest:
        """The cheapest use for a goal, of some levers or all."""
        levers = self.levers if usable is None else self.levers.only(usable)
        if self.deals is not None:
            try:
                return enumerate_cheapest(levers, goal, self.deals, self._short)
            except TooManySteps:
                pass
        return LeverProgramme(self.model, levers, goal).cheapest(ties=ties)

    def with_one(self, goal: Goal, lever: int) -> Cheapest:
        """The cheapest use in which a lever has its part."""
        levers = self.levers
        if self.deals is not None:
            cap = levers.cap.copy()
            cap[lever] -= 1
            try:
                found = enumerate_cheapest(
                    replace(levers, cap=cap),
                    goal,
                    self.deals,
                    self._short - levers.effects[lever],
                )
            except TooManySteps:
                pass
            else:
                cost = None if found.cost is None else found.cost + int(levers.cost[lever])
                return replace(found, cost=cost)
        programme = LeverProgramme(self.model, levers, goal)
        programme.forced(lever)
        return programme.cheapest(ties=False)

    def standing(self, amounts: Integers) -> Integers | None:
        """Every wanted deal that stands with a use of levers; None where they are not listed."""
        if self.deals is None:
            return None
        stands = self.goal.rule.stands(self._short - amounts @ self.levers.effects <= 0)
        for issue, option in self.fixed.items():
            stands &= self.deals[:, issue] == option
        return self.deals[stands]


def levers_of(table: LeverTable, *, priced: bool) -> Levers:
    """The levers of a case; where costs are asked for, those without one cannot be used."""
    cap = np.maximum(table.cap, 0)
    if priced:
        return Levers(table.effects, table.cost, np.where(table.cost_known, cap, 0))
    return Levers(table.effects, np.zeros_like(table.cost), cap)
