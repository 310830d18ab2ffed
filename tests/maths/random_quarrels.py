"""Random negotiations in which deals are hard to find, and levers that might help."""

from __future__ import annotations

import numpy as np

from detente.maths.levers.model import Levers
from detente.maths.packages.model import (
    Condition,
    FloorLine,
    Integers,
    PackageModel,
    Pair,
    RedLine,
    RefusedOptions,
)


def random_quarrel(rng: np.random.Generator) -> PackageModel:
    """Up to five issues and parties, high floors, many red lines, any quorum, also none."""
    issues, n = int(rng.integers(1, 6)), int(rng.integers(1, 6))
    shape = [int(k) for k in rng.integers(1, 4, issues)]
    low = int(rng.integers(-6, 1))
    points = tuple(rng.integers(low, 11, (k, n)) for k in shape)
    best = sum((table.max(axis=0) for table in points), np.zeros(n, np.int64))
    voters = rng.random(n) < 0.8
    quorum = int(rng.integers(0, voters.sum() + 1)) if rng.random() < 0.9 else int(voters.sum()) + 1
    return PackageModel(
        points,
        (best * rng.uniform(0.4, 1.05, n)).astype(np.int64),
        rng.random(n) < 0.8,
        voters,
        rng.random(n) < 0.4,
        quorum,
        tuple(_line(rng, shape, best) for _ in range(int(rng.integers(0, 8)))),
        tuple(_pairs(rng, shape, n)),
    )


def _line(rng: np.random.Generator, shape: list[int], best: Integers) -> RedLine:
    party, a, b = int(rng.integers(best.size)), *(int(i) for i in rng.integers(len(shape), size=2))
    kind = int(rng.integers(3))
    if kind == 0:
        return RefusedOptions(party, a, rng.random(shape[a]) < 0.6)
    if kind == 1:
        return FloorLine(party, int(rng.integers(0, max(1, int(best[party])) + 2)))
    return Condition(party, (a, b), rng.random(shape[a]) < 0.6, rng.random(shape[b]) < 0.4)


def _pairs(rng: np.random.Generator, shape: list[int], n: int) -> list[Pair]:
    made = []
    for _ in range(int(rng.integers(0, 3)) if len(shape) > 1 else 0):
        a, b = (int(i) for i in rng.choice(len(shape), 2, replace=False))
        points = rng.integers(-6, 7, (shape[a], shape[b], n))
        points[rng.random(points.shape) < 0.7] = 0
        made.append(Pair((a, b), points))
    return made


def random_levers(rng: np.random.Generator, n_parties: int) -> Levers:
    """Up to five levers, some with several units, some that cost nothing, some that hurt."""
    count = int(rng.integers(0, 6))
    effects = rng.integers(-2, 7, (count, n_parties))
    effects[rng.random(effects.shape) < 0.5] = 0
    cap = np.where(rng.random(count) < 0.7, 1, rng.integers(0, 5, count))
    cost = rng.integers(0, 9, count) * int(rng.choice([1, 3, 10]))
    return Levers(effects, cost, cap)
