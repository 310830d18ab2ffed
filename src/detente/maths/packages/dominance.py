"""Which rows are efficient: no other row is at least as good everywhere and better somewhere."""

from __future__ import annotations

from math import prod

import numpy as np

from detente.maths.packages.model import Booleans, Integers

#: Rows from which it pays to load the compiled search.
LARGE = 6_000
#: Rows of two parties beyond which most are ruled out before the rest is put in order.
_MANY = 5_000
_BLOCK = 48
_MOST_KEYS = 1 << 62


def efficient(rows: Integers, *, compiled: bool | None = None) -> Booleans:
    """True where no row dominates; equal rows do not dominate each other.

    Parameters
    ----------
    rows : integer array of shape (n_rows, n_columns)
        The larger, the better.
    compiled : bool, optional
        Whether to use numba; by default for many rows. Both ways give the same answer.
    """
    count, width = rows.shape
    if count <= 1 or width == 0:
        return np.ones(count, bool)
    if width == 1:
        alone: Booleans = rows[:, 0] == rows[:, 0].max()
        return alone
    if width == 2:
        return _two(rows)
    if compiled is None:
        compiled = count > LARGE
    if not compiled:
        return _blocks(rows)
    from detente.maths.packages.dominance_tree import efficient_by_tree

    return efficient_by_tree(rows)


def _two(rows: Integers) -> Booleans:
    if rows.shape[0] > _MANY:
        left = _beyond_a_few(rows)
        kept = np.zeros(rows.shape[0], bool)
        kept[left] = _sorted_two(rows[left])
        return kept
    return _sorted_two(rows)


def _beyond_a_few(rows: Integers) -> Integers:
    """Places of the rows that none of three good ones dominates: mostly few, and quickly found."""
    spread = np.maximum(1, rows.max(axis=0) - rows.min(axis=0)).astype(float)
    left = np.arange(rows.shape[0])
    for weights in ((1.0, 1.0), (1.0, 3.0), (3.0, 1.0)):
        first, second = rows[left, 0], rows[left, 1]
        best = int(np.argmax(first * (weights[0] / spread[0]) + second * (weights[1] / spread[1])))
        equal = (first == first[best]) & (second == second[best])
        left = left[(first > first[best]) | (second > second[best]) | equal]
    return left


def _sorted_two(rows: Integers) -> Booleans:
    order = np.lexsort((-rows[:, 1], -rows[:, 0]))
    first, second = rows[order, 0], rows[order, 1]
    starts = np.flatnonzero(np.r_[True, first[1:] != first[:-1]])
    # The best second value among rows with a strictly larger first one.
    top = np.maximum.accumulate(second[starts])
    before = np.r_[np.iinfo(np.int64).min, top[:-1]]
    group = np.cumsum(np.r_[True, first[1:] != first[:-1]]) - 1
    kept = np.zeros(rows.shape[0], bool)
    kept[order] = (second == second[starts][group]) & (second > before[group])
    return kept


def _blocks(rows: Integers) -> Booleans:
    """Rows by falling sum: a row is dominated only by rows before it."""
    sums = rows.sum(axis=1)
    left = np.argsort(-sums, kind="stable")
    kept = np.zeros(rows.shape[0], bool)
    while left.size:
        head, left = left[:_BLOCK], left[_BLOCK:]
        head = head[~_dominated(rows[head], sums[head], rows[head], sums[head])]
        kept[head] = True
        left = left[~_dominated(rows[left], sums[left], rows[head], sums[head])]
    return kept


def _dominated(rows: Integers, sums: Integers, by: Integers, by_sums: Integers) -> Booleans:
    beaten = np.asarray(sums[:, None] < by_sums[None, :])
    for column in range(rows.shape[1]):
        np.logical_and(beaten, rows[:, column, None] <= by[None, :, column], out=beaten)
    return np.asarray(beaten.any(axis=1), bool)


def merged(rows: Integers, counts: Integers) -> tuple[Integers, Integers]:
    """First places of the different rows, in rising order of the rows, and their counts added."""
    if rows.shape[0] == 0:
        return np.zeros(0, np.int64), counts
    key = _packed(rows)
    if key is not None:
        order = np.argsort(key, kind="stable")
        new = np.r_[True, key[order][1:] != key[order][:-1]]
    else:
        order = np.lexsort(rows.T[::-1])
        ordered = rows[order]
        new = np.r_[True, (ordered[1:] != ordered[:-1]).any(axis=1)]
    starts = np.flatnonzero(new)
    return order[starts], np.add.reduceat(counts[order], starts)


def is_packable(rows: Integers) -> bool:
    """Whether a row fits into one integer, so that putting rows in order is cheap."""
    return rows.shape[0] == 0 or _size(rows) < _MOST_KEYS


def _size(rows: Integers) -> int:
    """How many different rows there could be between the least and the largest values."""
    return prod(int(r) + 1 for r in rows.max(axis=0) - rows.min(axis=0))


def _packed(rows: Integers) -> Integers | None:
    """Rows as single integers in the same order, None where 63 bits are too few."""
    low = rows.min(axis=0)
    ranges = [int(r) + 1 for r in rows.max(axis=0) - low]
    if prod(ranges) >= _MOST_KEYS:
        return None
    key = np.zeros(rows.shape[0], np.int64)
    for column, r in enumerate(ranges):
        key = key * r + (rows[:, column] - low[column])
    return key
