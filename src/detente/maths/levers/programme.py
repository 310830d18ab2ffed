"""The cheapest levers as a mixed-integer programme."""

from __future__ import annotations

import numpy as np

from detente.maths.blocks.programme import DealColumns, Programme, Term
from detente.maths.levers.model import Cheapest, Goal, Levers, cost_of, reaches
from detente.maths.packages.model import NEVER, FloorLine, Integers, PackageModel, RefusedOptions

METHOD = "mixed-integer programme"
#: Sets of levers at the same cost that are looked for.
MOST_TIES = 8
#: Costs up to which cost and number of levers are weighed in one objective.
_LARGEST_COST = 10**8


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
        """The cheapest use with the fewest levers, and if asked for others like it."""
        levers = self.levers
        if not self.goal.rule.possible:
            return _nothing(True, float("inf"))
        shared = max(1, int(np.gcd.reduce(levers.cost, initial=0)))
        price = {c: int(v) // shared for c, v in zip(self.units, levers.cost, strict=True) if v}
        weight = self._weight(price)
        objective = {column: weight * cost for column, cost in price.items()}
        if weight > 1:
            for column in self.used:
                objective[column] = objective.get(column, 0) + 1
        solved = self.programme.least(objective)
        if solved.status == "infeasible":
            return _nothing(True, float("inf"))
        bound = max(0.0, solved.bound // weight * shared)
        if solved.values is None:
            return _nothing(False, bound)
        amounts, deal = self._amounts(solved.values), self.deals.deal(solved.values)
        if not self._right(amounts, deal):
            return _nothing(False, bound)
        cost = cost_of(levers, amounts)
        if solved.status != "optimal":
            return Cheapest(cost, amounts, deal, (amounts,), False, False, bound, METHOD)
        found = [(amounts, deal)] if weight > 1 else []
        if ties or not found:
            whole = self._others(price, cost // shared, found, MOST_TIES if ties else 1)
        else:
            whole = False
        amounts, deal = found[0] if found else (amounts, deal)
        every = tuple(a for a, _ in found) or (amounts,)
        return Cheapest(cost, amounts, deal, every, whole, True, float(cost), METHOD)

    def _weight(self, price: dict[int, int]) -> int:
        """What cost counts for, where a lever more counts 1; 1 if numbers would grow too large."""
        most = sum(
            cost * int(cap)
            for cost, cap in zip(
                (price.get(c, 0) for c in self.units), self.levers.cap, strict=True
            )
        )
        weight = len(self.levers) + 1
        return weight if most * weight <= _LARGEST_COST else 1

    def _others(
        self,
        price: dict[int, int],
        cost: int,
        found: list[tuple[Integers, Integers]],
        most: int,
    ) -> bool:
        """Add uses at a cost with as few levers to those found; True if these are all."""
        programme = self.programme
        programme.at_least([(c, -v) for c, v in price.items()], -cost)
        number = dict.fromkeys(self.used, 1)
        for amounts, _ in found:
            self._not_again(amounts)
        while len(found) < most:
            solved = programme.least(number)
            if solved.status == "infeasible":
                break
            if solved.status != "optimal" or solved.values is None:
                return False
            here = self._amounts(solved.values), self.deals.deal(solved.values)
            if not self._right(*here):
                return False
            if found and (here[0] > 0).sum() > (found[0][0] > 0).sum():
                break
            found.append(here)
            self._not_again(here[0])
        else:
            return False
        # Amounts can be split otherwise among transfers; only of measures these are all uses.
        return bool((self.levers.cap <= 1).all())

    def _not_again(self, amounts: Integers) -> None:
        taken = [c for c, a in zip(self.used, amounts, strict=True) if a > 0]
        self.programme.at_least([(c, -1) for c in taken], 1 - len(taken))

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
