"""The cheapest levers by going through deals and uses of levers, in integers alone."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from detente.maths.levers.model import Cheapest, Goal, Levers
from detente.maths.packages.model import NEVER, Floats, Integers

#: Deals, and steps of the search, up to which it is done this way.
MOST_DEALS = 200_000
MOST_STEPS = 60_000
#: Ties that are kept.
MOST_TIES = 64


class TooManySteps(ValueError):
    """The search grew beyond what is reasonable; a programme does better."""


@dataclass
class _Search:
    """Depth first over levers, those with few units first; deals that are lost are dropped."""

    levers: Levers
    goal: Goal
    order: list[int]
    after: Integers
    price: Floats
    steps_left: int
    cost: int | None = None
    used: int = 0
    ties: list[Integers] = field(default_factory=list)
    all_ties: bool = True

    def go(self, depth: int, cost: int, used: int, amounts: Integers, short: Integers) -> None:
        self.steps_left -= 1
        if self.steps_left < 0:
            raise TooManySteps
        if self.goal.rule.stands(short <= 0).any():
            self._record(cost, used, amounts)
            # More levers could only cost more, or use more levers.
            return
        if depth == len(self.order):
            return
        short = short[self._alive(depth, cost, used, short)]
        if not short.shape[0]:
            return
        lever = self.order[depth]
        effects, price = self.levers.effects[lever], int(self.levers.cost[lever])
        for units in range(int(self.levers.cap[lever]) + 1):
            if units and self._beaten(cost + units * price, used + 1):
                break
            taken = amounts
            if units:
                taken = amounts.copy()
                taken[lever] = units
            self.go(
                depth + 1, cost + units * price, used + (units > 0), taken, short - units * effects
            )

    def _alive(self, depth: int, cost: int, used: int, short: Integers) -> Integers:
        """Rows that could still stand at a cost that is no higher than the best."""
        rule = self.goal.rule
        alive = rule.stands(short <= self.after[depth])
        if self.cost is None:
            return np.flatnonzero(alive)
        # What the dearest of those who must be won asks for at the best price there is left.
        with np.errstate(invalid="ignore"):
            ask = np.where(short > 0, short * self.price[depth], 0.0)
        least = ask[:, rule.required].max(axis=1, initial=0.0)
        if rule.at_least:
            others = np.sort(ask[:, rule.others], axis=1)
            least = np.maximum(least, others[:, rule.at_least - 1])
        alive &= cost + least * (1 - 1e-9) <= self.cost
        return np.flatnonzero(alive)

    def _beaten(self, cost: int, used: int) -> bool:
        return self.cost is not None and (cost, used) > (self.cost, self.used)

    def _record(self, cost: int, used: int, amounts: Integers) -> None:
        if self._beaten(cost, used):
            return
        if self.cost is None or (cost, used) < (self.cost, self.used):
            self.cost, self.used, self.ties, self.all_ties = cost, used, [], True
        if len(self.ties) >= MOST_TIES:
            self.all_ties = False
            return
        self.ties.append(amounts.copy())


def enumerate_cheapest(
    levers: Levers, goal: Goal, deals: Integers, short: Integers, *, most_steps: int = MOST_STEPS
) -> Cheapest:
    """The cheapest levers for a goal, exact, with every tie.

    Parameters
    ----------
    deals, short : integer arrays of shapes (n_deals, n_issues) and (n_deals, n_parties)
        All deals, and what each lacks to be accepted.

    Raises
    ------
    TooManySteps
        If the search takes more than ``most_steps`` steps.
    """
    for issue, option in goal.fixed.items():
        inside = deals[:, issue] == option
        deals, short = deals[inside], short[inside]
    usable = [at for at in range(len(levers)) if levers.cap[at] > 0]
    gain = np.maximum(levers.effects, 0) * levers.cap[:, None]
    loss = np.minimum(levers.effects, 0) * levers.cap[:, None]
    rows = _rows(goal, short, gain.sum(axis=0), loss.sum(axis=0))
    order = sorted(usable, key=lambda at: (int(levers.cap[at]), -int(gain[at].sum()), at))
    after = np.zeros((len(order) + 1, short.shape[1]), np.int64)
    price = np.full(after.shape, np.inf)
    for depth in reversed(range(len(order))):
        at = order[depth]
        after[depth] = after[depth + 1] + gain[at]
        with np.errstate(divide="ignore", invalid="ignore"):
            mine = np.where(gain[at] > 0, levers.cost[at] / levers.effects[at], np.inf)
        price[depth] = np.minimum(price[depth + 1], mine)
    search = _Search(levers, goal, order, after, price, most_steps)
    if rows.shape[0]:
        search.go(0, 0, 0, np.zeros(len(levers), np.int64), rows)
    if search.cost is None:
        return Cheapest(None, None, None, (), True, True, float("inf"), "enumeration")
    ties = sorted(search.ties, key=lambda a: tuple(-a))
    first = goal.rule.stands(short - ties[0] @ levers.effects <= 0)
    return Cheapest(
        cost=search.cost,
        amounts=ties[0],
        deal=deals[int(np.argmax(first))],
        ties=tuple(ties),
        ties_complete=search.all_ties,
        proven=True,
        bound=float(search.cost),
        method="enumeration",
    )


def _rows(goal: Goal, short: Integers, gain: Integers, loss: Integers) -> Integers:
    """Different rows of what is lacking, as far as levers can make a difference."""
    within = np.where(short > gain, -NEVER, np.maximum(short, loss))
    within[:, ~goal.rule.counted] = 0
    alive = within[goal.rule.stands(within < -NEVER)]
    return np.unique(alive, axis=0) if alive.shape[0] else alive
