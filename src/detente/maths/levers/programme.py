"""The cheapest levers as a mixed-integer programme."""

from __future__ import annotations

import numpy as np

from detente.maths.blocks.programme import DealColumns, Programme, Term
from detente.maths.levers.model import Cheapest, Goal, Levers, cost_of, reaches
from detente.maths.packages.model import NEVER, FloorLine, Integers, PackageModel, RefusedOptions

METHOD = "mixed-integer programme"
#: Sets of levers at the same cost that are looked for.
MOST_TIES = 8


class LeverProgramme:
    """Deals, levers and who accepts, as columns; built once for a goal."""

    def __init__(self, model: PackageModel, levers: Levers, goal: Goal) -> None:
        self.model, self.levers, self.goal = model, levers, goal
        self.programme = Programme()
        self.deals = DealColumns(self.programme, model)
        for issue, option in goal.fixed.items():
            self.programme.between(self.deals.options[issue][option], 1, 1)
        self.units = [self.programme.column(0, int(cap)) for cap in levers.cap]
        #: 1 where a lever is used; for one unit this is the column of units itself.
        self.used = [
            units if cap <= 1 else self._in_use(units, int(cap))
            for units, cap in zip(self.units, levers.cap, strict=True)
        ]
        self.refuses = {
            int(p): self.programme.column(0, 1) for p in np.flatnonzero(goal.rule.others)
        }
        if self.refuses:
            most = len(self.refuses) - goal.rule.at_least
            self.programme.at_least([(c, -1) for c in self.refuses.values()], -most)
        self._floors()
        self._lines()

    def _in_use(self, units: int, cap: int) -> int:
        used = self.programme.column(0, 1)
        self.programme.at_least([(used, cap), (units, -1)], 0)
        return used

    def _floors(self) -> None:
        floors, effects, cap = self.model.floors, self.levers.effects, self.levers.cap
        for party in np.flatnonzero(self.goal.rule.counted):
            if floors[party] <= NEVER:
                continue
            lowest = int((np.minimum(effects[:, party], 0) * cap).sum())
            short = max(0, int(floors[party]) - self.deals.least_worth(int(party)) - lowest)
            terms = self.deals.worth(int(party))
            terms += [(c, int(e)) for c, e in zip(self.units, effects[:, party], strict=True)]
            terms += self._unless(int(party), short)
            self.programme.at_least(terms, int(floors[party]), loose=True)

    def _unless(self, party: int, much: int) -> list[Term]:
        return [(self.refuses[party], much)] if party in self.refuses else []

    def _lines(self) -> None:
        options = self.deals.options
        for line in self.model.red_lines:
            if isinstance(line, FloorLine) or not self.goal.rule.counted[line.party]:
                continue
            terms = self._unless(line.party, 1)
            if isinstance(line, RefusedOptions):
                terms += [(options[line.issue][o], -1) for o in np.flatnonzero(line.refused)]
            else:
                a, b = line.issues
                terms += [(options[a][o], -1) for o in np.flatnonzero(line.when)]
                terms += [(options[b][o], 1) for o in np.flatnonzero(line.then)]
            self.programme.at_least(terms, 0)

    def forced(self, lever: int) -> None:
        """From now on the lever is used."""
        self.programme.between(self.units[lever], 1, int(self.levers.cap[lever]))

    def cheapest(self, *, ties: bool = True) -> Cheapest:
        """The cheapest use, then of those one with the fewest levers, then others like it."""
        levers = self.levers
        if not self.goal.rule.possible:
            return _nothing(True, float("inf"))
        shared = max(1, int(np.gcd.reduce(levers.cost, initial=0)))
        price = {c: int(v) // shared for c, v in zip(self.units, levers.cost, strict=True) if v}
        solved = self.programme.least(price)
        if solved.status == "infeasible":
            return _nothing(True, float("inf"))
        if solved.values is None:
            return _nothing(False, max(0.0, solved.bound) * shared)
        amounts, deal = self._amounts(solved.values), self.deals.deal(solved.values)
        bound = solved.bound * shared
        proven = solved.status == "optimal" and self._right(amounts, deal)
        if not self._right(amounts, deal):
            return _nothing(False, max(0.0, bound))
        cost = cost_of(levers, amounts)
        if not proven:
            return Cheapest(cost, amounts, deal, (amounts,), False, False, bound, METHOD)
        amounts, deal, others, whole = self._fewest(price, cost // shared, amounts, deal, ties)
        return Cheapest(cost, amounts, deal, others, whole, True, float(cost), METHOD)

    def _fewest(
        self, price: dict[int, int], cost: int, amounts: Integers, deal: Integers, ties: bool
    ) -> tuple[Integers, Integers, tuple[Integers, ...], bool]:
        programme = self.programme
        programme.at_least([(c, -v) for c, v in price.items()], -cost)
        number = dict.fromkeys(self.used, 1)
        found: list[tuple[Integers, Integers]] = []
        fewest, whole = None, False
        while len(found) < (MOST_TIES if ties else 1):
            solved = programme.least(number)
            if solved.status == "infeasible":
                whole = True
                break
            if solved.status != "optimal" or solved.values is None:
                break
            here = self._amounts(solved.values), self.deals.deal(solved.values)
            count = int((here[0] > 0).sum())
            fewest = count if fewest is None else fewest
            if count > fewest:
                whole = True
                break
            if not self._right(*here):
                break
            found.append(here)
            taken = [c for c, a in zip(self.used, here[0], strict=True) if a > 0]
            programme.at_least([(c, -1) for c in taken], 1 - len(taken))
        if not found:
            return amounts, deal, (amounts,), False
        # Amounts can be split otherwise among transfers: the sets of levers are all there are.
        whole = whole and bool((self.levers.cap <= 1).all())
        return (*found[0], tuple(a for a, _ in found), whole)

    def _amounts(self, values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Integers:
        return np.rint(values[self.units]).astype(np.int64)

    def _right(self, amounts: Integers, deal: Integers) -> bool:
        return reaches(self.model, self.levers, self.goal, amounts, deal)


def _nothing(proven: bool, bound: float) -> Cheapest:
    return Cheapest(None, None, None, (), proven, proven, bound, METHOD)


def programme_cheapest(
    model: PackageModel, levers: Levers, goal: Goal, *, ties: bool = True
) -> Cheapest:
    """The cheapest levers for a goal, by a programme over deals and levers together."""
    return LeverProgramme(model, levers, goal).cheapest(ties=ties)
