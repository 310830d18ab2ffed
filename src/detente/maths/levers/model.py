"""Levers, what is wanted of them, and an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from detente.maths.blocks.acceptance import Acceptance
from detente.maths.packages.enumeration import all_totals
from detente.maths.packages.model import (
    NEVER,
    Booleans,
    Condition,
    Integers,
    PackageModel,
    RefusedOptions,
)


@dataclass(frozen=True)
class Levers:
    """Effects in points (L, P), costs of one unit (L,) and the most units there are (L,).

    A measure has one unit. Costs are 0 or more.
    """

    effects: Integers
    cost: Integers
    cap: Integers

    def __len__(self) -> int:
        return int(self.cost.size)

    def only(self, usable: Booleans) -> Levers:
        """The same with no unit of the others."""
        return Levers(self.effects, self.cost, np.where(usable, self.cap, 0))


@dataclass(frozen=True)
class Goal:
    """Who must accept, on which deals: those with the options in ``fixed``, by issue."""

    rule: Acceptance
    fixed: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Cheapest:
    """The cheapest use of levers for a goal.

    Parameters
    ----------
    cost : int or None
        None where no use of the levers reaches the goal, or none was found.
    amounts : integer array of shape (L,), or None
        Units of each; of those at that cost one with the fewest levers.
    deal : integer array of shape (n_issues,), or None
        A deal that stands then.
    ties : tuple of (L,) integer arrays
        All uses at that cost with as few levers, the one in ``amounts`` among them, where
        ``ties_complete``; else some of them.
    proven : bool
        Whether nothing cheaper can do (where ``cost`` is None: that nothing does).
    bound : float
        Nothing cheaper than this does.
    """

    cost: int | None
    amounts: Integers | None
    deal: Integers | None
    ties: tuple[Integers, ...]
    ties_complete: bool
    proven: bool
    bound: float
    method: str

    @property
    def found(self) -> bool:
        """Whether the goal can be reached, as far as is known."""
        return self.cost is not None


def shortfalls(model: PackageModel, deals: Integers) -> Integers:
    """Points that each party lacks to accept a deal, (n_deals, n_parties).

    0 or less if it would accept, ``NEVER`` turned round (more than any points) where the deal
    breaks a red line that no points make good.
    """
    return _lacking(model, deals, model.totals(deals))


def all_shortfalls(model: PackageModel, deals: Integers) -> Integers:
    """The same as :func:`shortfalls` for every deal of a model in order, and much sooner."""
    return _lacking(model, deals, all_totals(model).T)


def _lacking(model: PackageModel, deals: Integers, totals: Integers) -> Integers:
    least = model.floors
    made = np.where(least > NEVER, least - totals, NEVER)
    for line in model.red_lines:
        if isinstance(line, RefusedOptions):
            made[line.refused[deals[:, line.issue]], line.party] = -NEVER
        elif isinstance(line, Condition):
            a, b = line.issues
            made[line.when[deals[:, a]] & ~line.then[deals[:, b]], line.party] = -NEVER
    return made


def reaches(
    model: PackageModel, levers: Levers, goal: Goal, amounts: Integers, deal: Integers
) -> bool:
    """Whether a use of levers makes a deal stand, in integers."""
    if any(int(deal[issue]) != option for issue, option in goal.fixed.items()):
        return False
    if (amounts < 0).any() or (amounts > levers.cap).any():
        return False
    short = shortfalls(model, deal[None, :]) - amounts @ levers.effects
    return bool(goal.rule.stands(short <= 0)[0])


def cost_of(levers: Levers, amounts: Integers) -> int:
    """What a use of levers costs."""
    return int(sum(int(a) * int(c) for a, c in zip(amounts, levers.cost, strict=True)))
