"""Every deal whose weighted sums of totals reach given bounds, issue by issue.

A beginning is dropped once not even the best continuation lifts a weighted sum to its bound, or a
party's total to its floor. With weights from a relaxation and bounds near the best there is, few
deals are left, and the best and all ties are among them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from detente.maths.packages.layers import Layers, best_after, best_weighted, placed
from detente.maths.packages.model import NEVER, Booleans, Floats, Integers

#: Beginnings looked at in one step; beyond, the search gives up.
MOST_BEGINNINGS = 150_000
_ROUNDING = 1e-9

Hopeful = Callable[[Integers], Booleans]


@dataclass(frozen=True)
class Found:
    """Deals (N, n_issues) with totals of the counted parties (N, n)."""

    deals: Integers
    totals: Integers


class Search:
    """Looks for deals of layers; keeps what does not change from one bound to the next.

    ``looked_at`` is how many beginnings the last search kept at most.
    """

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.ahead = best_after(layers)
        self.looked_at = 0

    def reaching(
        self,
        weights: Floats,
        bounds: Floats,
        least: Integers,
        *,
        hopeful: Hopeful | None = None,
        most: int = MOST_BEGINNINGS,
    ) -> Found | None:
        """Deals with ``totals @ weights[j] >= bounds[j]`` for all j and ``totals >= least``.

        None if more than ``most`` beginnings would have to be kept.

        Parameters
        ----------
        weights : array of shape (m, n)
        bounds : array of shape (m,)
        least : integer array of shape (n,)
        hopeful : callable, optional
            Given the most that beginnings can still reach, (N, n), says which to keep.
        """
        layers = self.layers
        after = best_weighted(layers, weights)
        slack = bounds - _ROUNDING * (1 + np.abs(bounds))
        state = np.zeros(1, np.int64)
        totals = np.zeros((1, layers.parties.size), np.int64)
        sums = np.zeros((1, bounds.size))
        chosen: list[tuple[Integers, Integers]] = []
        self.looked_at = 0
        for column, step in enumerate(layers.steps):
            weighted = step.adds @ weights.T
            then = step.then[state]
            reach = sums[:, None, :] + weighted[state] + after[column + 1][then]
            fits = (then >= 0) & (reach >= slack).all(axis=2)
            fits &= (self.ahead[column + 1][then] > NEVER // 2).all(axis=2)
            at, option = np.nonzero(fits)
            following = then[at, option]
            grown = totals[at] + step.adds[state[at], option]
            most_there = grown + self.ahead[column + 1][following]
            stays: Booleans = np.all(most_there >= least, axis=1)
            if hopeful is not None:
                stays[stays] = hopeful(most_there[stays])
            at, option = at[stays], option[stays]
            self.looked_at = max(self.looked_at, at.size)
            if at.size > most:
                return None
            sums = sums[at] + weighted[state[at], option]
            state, totals = following[stays], grown[stays]
            chosen.append((at, option))
        return Found(self._deals(chosen, state.size), totals)

    def _deals(self, chosen: list[tuple[Integers, Integers]], count: int) -> Integers:
        rows = np.empty((count, len(chosen)), np.int64)
        place = np.arange(count)
        for column in reversed(range(len(chosen))):
            before, option = chosen[column]
            rows[:, column] = option[place]
            place = before[place]
        return placed(self.layers, rows)
