"""Which rows are best, in four senses of best; all ties, compared exactly.

Each function takes integers and gives the places of all rows that are equally best. Where
products or fractions are too large for 64 bits, rows within rounding error of the best are found
first and compared as exact numbers then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from detente.maths.packages.model import Floats, Integers

_NEAR = 1e-9
_SAFE = 1 << 62


def best_sum(totals: Integers, weights: Sequence[int]) -> Integers:
    """Rows with the largest weighted sum.

    Raises
    ------
    OverflowError
        If a weighted sum could exceed 62 bits.
    """
    if totals.shape[0] == 0:
        return np.zeros(0, np.int64)
    check_weighted(totals, weights)
    sums = totals @ np.array(weights, np.int64)
    return np.flatnonzero(sums == sums.max()).astype(np.int64)


def check_weighted(totals: Integers, weights: Sequence[int]) -> None:
    """Raise :class:`OverflowError` if a weighted sum could exceed 62 bits."""
    largest = int(np.abs(totals).max(initial=0)) * sum(abs(w) for w in weights)
    if largest >= _SAFE:
        raise OverflowError("weights are too large for points on this scale; use smaller ones")


def best_product(gains: Integers, weights: Sequence[int]) -> Integers:
    """Rows with the largest product of gains to the power of weights, all gains positive.

    Parameters
    ----------
    weights : sequence of int
        Positive; as small as they can be.
    """
    positive = np.flatnonzero((gains > 0).all(axis=1))
    if positive.size == 0 or gains.shape[1] == 0:
        return positive.astype(np.int64)
    logs = np.log(gains[positive]) @ np.array(weights, float)
    near = positive[logs >= logs.max() - _NEAR * (1 + abs(logs.max()))]
    return _exactly_best(gains, near, lambda row: product(row, weights))


def product(gains: Sequence[int], weights: Sequence[int]) -> int:
    """The product itself, as an exact number."""
    made = 1
    for gain, weight in zip(gains, weights, strict=True):
        made *= int(gain) ** weight
    return made


def best_worst_off(gains: Integers) -> Integers:
    """Rows best for the worst off; of those best for the second worst off; and so on."""
    ordered = np.sort(gains, axis=1)
    left = np.arange(gains.shape[0])
    for column in range(gains.shape[1]):
        values = ordered[left, column]
        left = left[values == values.max(initial=np.iinfo(np.int64).min)]
    return left


def best_shares(gains: Integers, ideals: Integers) -> Integers:
    """Rows whose gains as shares of ``ideals`` (positive) are best in that same sense."""
    if gains.shape[0] == 0 or gains.shape[1] == 0:
        return np.arange(gains.shape[0])
    shares: Floats = np.sort(gains / ideals, axis=1)
    left = np.arange(gains.shape[0])
    for column in range(gains.shape[1]):
        values = shares[left, column]
        left = left[values >= values.max() - _NEAR]
    return _exactly_best(gains, left, lambda row: _shares(row, ideals))


def _shares(row: Sequence[int], ideals: Integers) -> tuple[Fraction, ...]:
    return tuple(sorted(Fraction(int(g), int(i)) for g, i in zip(row, ideals, strict=True)))


def _exactly_best(gains: Integers, near: Integers, value: Callable[[list[int]], Any]) -> Integers:
    different, which = np.unique(gains[near], axis=0, return_inverse=True)
    values = [value(row.tolist()) for row in different]
    top = max(values)
    best = np.array([v == top for v in values])
    made: Integers = near[best[which.ravel()]]
    return made
