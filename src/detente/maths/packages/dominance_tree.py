"""Dominance among many rows, compiled: blocks of rows that lie near each other, and their maxima.

Rows are put on a Z-order curve and cut into blocks; blocks are grouped eight by eight, level by
level. A row's dominators can only lie under maxima that are at least the row in every column,
so most of the rows are never looked at.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from detente.maths.packages.model import Booleans, Integers

_LEAF = 8
_FAN = 8

_jit: Any = njit(cache=True, nogil=True)


def efficient_by_tree(rows: Integers) -> Booleans:
    """See :func:`detente.maths.packages.dominance.efficient`."""
    order = np.argsort(_z_order(rows), kind="stable")
    ordered = np.ascontiguousarray(rows[order])
    sums = ordered.sum(axis=1)
    levels = []
    # The sum as one more column: rows of a block whose sums are no larger dominate nothing.
    block, size = np.c_[ordered, sums - 1], _LEAF
    while block.shape[0] > 1:
        block = np.maximum.reduceat(block, np.arange(0, block.shape[0], size), axis=0)
        levels.append(block)
        size = _FAN
    offsets = np.cumsum([0, *(level.shape[0] for level in levels)]).astype(np.int64)
    kept = np.zeros(rows.shape[0], bool)
    kept[order] = _search(ordered, sums, np.concatenate(levels), offsets)
    return kept


def _z_order(rows: Integers) -> Integers:
    """Where a row lies on the curve: the bits of its columns, interleaved."""
    width = rows.shape[1]
    bits = min(16, 60 // width)
    low, high = rows.min(axis=0), rows.max(axis=0)
    cell = (rows - low) / np.maximum(1, high - low) * ((1 << bits) - 1)
    whole = cell.astype(np.int64)
    code = np.zeros(rows.shape[0], np.int64)
    for bit in reversed(range(bits)):
        for column in range(width):
            code = code << 1 | whole[:, column] >> bit & 1
    return code


@_jit
def _search(rows, sums, maxima, offsets):  # type: ignore[no-untyped-def]
    count, width = rows.shape
    kept = np.ones(count, np.bool_)
    top = offsets.size - 2
    stack_level = np.empty(_FAN * (top + 2), np.int64)
    stack_node = np.empty(_FAN * (top + 2), np.int64)
    for at in range(count):
        depth = 1
        stack_level[0] = top
        stack_node[0] = 0
        while depth > 0:
            depth -= 1
            level = stack_level[depth]
            node = stack_node[depth]
            inside = maxima[offsets[level] + node, width] >= sums[at]
            if inside:
                for column in range(width):
                    if maxima[offsets[level] + node, column] < rows[at, column]:
                        inside = False
                        break
            if not inside:
                continue
            if level > 0:
                first = node * _FAN
                last = min(first + _FAN, offsets[level] - offsets[level - 1])
                for child in range(first, last):
                    stack_level[depth] = level - 1
                    stack_node[depth] = child
                    depth += 1
                continue
            first = node * _LEAF
            last = min(first + _LEAF, count)
            for other in range(first, last):
                if sums[other] <= sums[at] or not kept[other]:
                    continue
                beaten = True
                for column in range(width):
                    if rows[other, column] < rows[at, column]:
                        beaten = False
                        break
                if beaten:
                    kept[at] = False
                    depth = 0
                    break
    return kept
