"""How many deals are acceptable, exactly, where they are too many to be written out.

Issue by issue, beginnings with the same totals are counted together. A total that is already
enough for its floor whatever follows is cut down to just enough, so that few are different.
"""

from __future__ import annotations

from itertools import combinations
from math import comb

import numpy as np

from detente.maths.packages.dominance import merged
from detente.maths.packages.layers import Layers, best_after, layers_of
from detente.maths.packages.model import NEVER, Integers, PackageModel

#: Different beginnings kept at once; beyond, there is no exact count.
MOST_DIFFERENT = 400_000
_MOST_SUBSETS = 128


def count_reaching(layers: Layers, *, most: int = MOST_DIFFERENT) -> int | None:
    """Deals of the layers that reach ``layers.least``; None if there is too much to keep apart."""
    if layers.empty:
        return 0
    ahead, behind = best_after(layers), _worst_after(layers)
    asked = np.where(layers.least <= NEVER // 2, NEVER // 4, layers.least)
    state, counts = np.zeros(1, np.int64), np.ones(1, np.int64)
    totals = np.zeros((1, layers.parties.size), np.int64)
    for column, step in enumerate(layers.steps):
        then = step.then[state]
        grown = totals[:, None, :] + step.adds[state]
        fits = (then >= 0) & (ahead[column + 1][then] > NEVER // 2).all(axis=2)
        fits &= (grown + ahead[column + 1][then] >= asked).all(axis=2)
        at, option = np.nonzero(fits)
        if at.size > most * 12:
            return None
        state = then[at, option]
        enough = asked - behind[column + 1][state]
        totals = np.minimum(grown[at, option], enough)
        first, counts = merged(np.c_[state, totals], counts[at])
        state, totals = state[first], totals[first]
        if state.size > most:
            return None
    return int(counts.sum())


def _worst_after(layers: Layers) -> list[Integers]:
    """Per step, the least each party can still get from a state on, (S, n)."""
    far = 1 << 58
    worst = [np.zeros((1, layers.parties.size), np.int64)]
    for step in reversed(layers.steps):
        value = np.minimum(far, step.adds + worst[-1][step.then])
        value[step.then < 0] = far
        worst.append(value.min(axis=1, initial=far))
    return worst[::-1]


def count_accepted(model: PackageModel, members: tuple[int, ...]) -> int | None:
    """Deals that all of some parties accept; None where it cannot be counted exactly."""
    if model.n_deals >= 1 << 62:
        return None
    return count_reaching(layers_of(model, members, np.array(members, np.int64)))


def count_standing(model: PackageModel) -> int | None:
    """Deals that every veto player and a quorum accept; None where it cannot be counted.

    With ``S(j)`` the sum over groups of j voters without veto of the deals that the group and all
    veto players accept, at least q of them accept ``sum_j (-1)^(j - q) C(j - 1, q - 1) S(j)``.
    """
    vetoes = tuple(p for p in range(model.n_parties) if model.vetoes[p])
    others = [p for p in range(model.n_parties) if model.voters[p] and not model.vetoes[p]]
    wanted = max(0, model.quorum - sum(bool(model.voters[p]) for p in vetoes))
    if wanted > len(others):
        return 0
    sizes = range(wanted, len(others) + 1) if wanted else range(1)
    if sum(comb(len(others), size) for size in sizes) > _MOST_SUBSETS:
        return None
    total = 0
    for size in sizes:
        sign = (-1) ** (size - wanted) * (comb(size - 1, wanted - 1) if wanted else 1)
        for group in combinations(others, size):
            count = count_accepted(model, tuple(sorted((*vetoes, *group))))
            if count is None:
                return None
            total += sign * count
    return total
