"""Random negotiations of a few hundred deals at most, with everything that a model can hold."""

from __future__ import annotations

from math import prod

import numpy as np

from detente.maths.packages.model import (
    Condition,
    FloorLine,
    Integers,
    PackageModel,
    Pair,
    RedLine,
    RefusedOptions,
)


def random_model(rng: np.random.Generator, *, most_deals: int = 260) -> PackageModel:
    """Two to eight issues and two to seven parties; some with links, ties, negative points."""
    n_parties = int(rng.integers(2, 8))
    while True:
        shape = tuple(int(k) for k in rng.integers(1, 6, int(rng.integers(2, 9))))
        if prod(shape) <= most_deals:
            break
    kind = rng.choice(["few", "whole", "fine", "split", "signed"])
    points = tuple(_points(rng, k, n_parties, kind) for k in shape)
    best = sum(table.max(axis=0) for table in points)
    worst = sum(table.min(axis=0) for table in points)
    share = rng.choice([0.0, 0.2, 0.4, 0.6, 0.8])
    alternative = (worst + share * rng.random(n_parties) * (best - worst)).astype(np.int64)
    voters = rng.random(n_parties) < rng.choice([0.7, 1.0])
    vetoes = rng.random(n_parties) < rng.choice([0.0, 0.3, 1.0])
    if not (voters | vetoes).any():
        voters[0] = True
    return PackageModel(
        points,
        alternative,
        rng.random(n_parties) < 0.9,
        voters,
        vetoes,
        int(rng.integers(0, voters.sum() + 1)) if rng.random() < 0.6 else int(voters.sum()),
        tuple(_red_lines(rng, shape, n_parties, worst, best)),
        tuple(_pairs(rng, shape, n_parties)),
    )


def _points(rng: np.random.Generator, k: int, n: int, kind: str) -> Integers:
    if kind == "few":
        return rng.integers(0, 3, (k, n))
    if kind == "whole":
        return rng.integers(0, 30, (k, n))
    if kind == "fine":
        return rng.integers(0, 10**9, (k, n))
    if kind == "signed":
        return rng.integers(-20, 21, (k, n))
    cake = rng.integers(0, 12, (k, n))
    cake[:, 0] = 12 * n - cake[:, 1:].sum(axis=1)
    return cake


def _red_lines(
    rng: np.random.Generator, shape: tuple[int, ...], n: int, worst: Integers, best: Integers
) -> list[RedLine]:
    lines: list[RedLine] = []
    for _ in range(int(rng.integers(0, 4))):
        party, issue = int(rng.integers(n)), int(rng.integers(len(shape)))
        what = rng.integers(3)
        if what == 0:
            lines.append(RefusedOptions(party, issue, rng.random(shape[issue]) < 0.4))
        elif what == 1:
            least = worst[party] + rng.random() * 0.6 * (best[party] - worst[party])
            lines.append(FloorLine(party, int(least)))
        else:
            other = int(rng.integers(len(shape)))
            when, then = rng.random(shape[issue]) < 0.5, rng.random(shape[other]) < 0.5
            lines.append(Condition(party, (issue, other), when, then))
    return lines


def _pairs(rng: np.random.Generator, shape: tuple[int, ...], n: int) -> list[Pair]:
    pairs = []
    if rng.random() < 0.4:
        for _ in range(int(rng.integers(1, 4))):
            a, b = (int(i) for i in rng.choice(len(shape), 2, replace=False))
            pairs.append(Pair((a, b), rng.integers(-5, 6, (shape[a], shape[b], n))))
    return pairs
