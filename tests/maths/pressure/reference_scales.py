"""Settlements on a scale straight from their definitions: slow, and for one draw only."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from hypothesis import strategies as st

Rows = Sequence[tuple[float | None, int]]


def mean(actors: Rows) -> Fraction | None:
    """The exact weighted mean."""
    there = [(Fraction(x), w) for x, w in actors if x is not None]
    whole = sum(w for _, w in there)
    return sum((x * w for x, w in there), Fraction(0)) / whole if whole else None


def winners(actors: Rows) -> tuple[float, float] | None:
    """Least and greatest stated place that loses against no other by majority of weight.

    Every actor with weight is for the nearer of two places; one that is as near to both is for
    neither.
    """
    there = [(x, w) for x, w in actors if x is not None and w]
    places = sorted({x for x, _ in there})

    def for_it(one: float, other: float) -> int:
        return sum(w for x, w in there if abs(x - one) < abs(x - other))

    # Between a stated place and one just beside it nobody is as near to both.
    near = 1e-6
    stands = [
        p
        for p in places
        if all(for_it(p + s * near, p) <= for_it(p, p + s * near) for s in (-1, 1))
    ]
    return (stands[0], stands[-1]) if stands else None


def heaviest(actors: Rows) -> tuple[float, float] | None:
    """Least and greatest of the places with the most weight."""
    weight: dict[float, int] = {}
    for x, w in actors:
        if x is not None:
            weight[x] = weight.get(x, 0) + w
    if not any(weight.values()):
        return None
    best = [x for x, w in weight.items() if w == max(weight.values())]
    return min(best), max(best)


def log_product(x: float, actors: Rows, reach: Sequence[float], utility: str) -> float:
    """The log of Nash's product at a place; minus infinity where somebody does not gain."""
    total = 0.0
    for (at, w), r in zip(actors, reach, strict=True):
        if at is None or not w:
            continue
        gain = r - abs(x - at) if utility == "linear" else r * r - (x - at) ** 2
        if gain <= 0:
            return -math.inf
        total += w * math.log(gain)
    return total


def best_on_a_grid(actors: Rows, reach: Sequence[float], utility: str, step: float) -> float:
    """The greatest log product over places of the scale, a step apart."""
    grid = np.arange(0, 100 + step / 2, step)
    return max(log_product(float(x), actors, reach, utility) for x in grid)


def columns(actors: Rows) -> tuple[np.ndarray, np.ndarray]:
    """Positions (nan where there is none) and weights."""
    position = [math.nan if x is None else float(x) for x, _ in actors]
    return np.array(position), np.array([float(w) for _, w in actors])


#: Actors on whole places, some without one, with whole weights, so that ties are exact.
actors = st.lists(
    st.tuples(st.none() | st.integers(0, 20).map(lambda k: 5 * k), st.integers(0, 6)),
    min_size=1,
    max_size=8,
)
