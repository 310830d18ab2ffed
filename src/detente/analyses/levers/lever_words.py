"""Levers, amounts and costs in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.analyses.levers.uses import Uses
from detente.analyses.packages.wording import Words, listed
from detente.case.tables import LeverTable
from detente.maths.levers.model import Cheapest
from detente.maths.packages.model import NEVER, Integers


@dataclass(frozen=True)
class LeverWords:
    """Names for a case's levers, and what uses of them cost."""

    words: Words
    uses: Uses

    @property
    def table(self) -> LeverTable:
        """The case's levers as arrays."""
        return self.words.tables.levers

    def money(self, cost: float) -> float:
        """A cost in the currency of the case."""
        return self.words.points(cost)

    def cost(self, found: Cheapest | None) -> float | None:
        """What a use costs; None where there is none or costs are not known."""
        if found is None or found.cost is None or not self.uses.priced:
            return None
        return self.money(found.cost)

    def name(self, lever: int) -> str:
        """A lever's name."""
        return self.words.case.levers[lever].name

    def giver(self, lever: int) -> str:
        """The name of the party that gives it."""
        return self.words.names[self.table.givers[lever]]

    def use(self, amounts: Integers | None) -> str | None:
        """A use in one cell: ids, with units where there can be several."""
        if amounts is None:
            return None
        told = [
            f"{int(amounts[at])} × {self.table.ids[at]}"
            if self.table.transfer[at]
            else self.table.ids[at]
            for at in np.flatnonzero(amounts)
        ]
        return ", ".join(told) or "nothing"

    def named(self, amounts: Integers) -> str:
        """A use in a sentence."""
        told = [
            f"{int(amounts[at])} × {self.name(int(at))}"
            if self.table.transfer[at]
            else self.name(int(at))
            for at in np.flatnonzero(amounts)
        ]
        return listed([f'"{one}"' for one in told])

    def about(self, amounts: Integers) -> tuple[str, ...]:
        """Where the levers of a use stand in the case."""
        return tuple(f"levers[{int(at)}]" for at in np.flatnonzero(amounts))

    def evidence(self, amounts: Integers) -> list[str]:
        """Ids of the evidence behind the levers of a use."""
        found = [e for at in np.flatnonzero(amounts) for e in self.words.case.levers[at].evidence]
        return list(dict.fromkeys(found))

    def lost(self, short: Integers) -> list[int]:
        """Parties that no points win, since the deal breaks one of their red lines."""
        return [int(p) for p in self.uses.model.counted if short[p] >= -NEVER // 2]

    def amount_of(self, cost: float) -> str:
        """A cost in a sentence."""
        return f"{self.money(cost):,.10g}"
