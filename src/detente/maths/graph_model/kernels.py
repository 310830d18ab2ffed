"""Passes over states, compiled. ``inner`` is the distance of two neighbours in a cell.

Each function works on the cells ``first`` to ``last`` of a party, so that a long pass can be cut
into pieces; the pieces begin and end at a multiple of ``inner``. Where the order of work is free,
neighbouring cells are taken together in blocks of ``BLOCK`` lanes and row by row, because the rows
of one cell lie a power of two apart, which is what a cache likes least.

All of them leave infeasible states alone: those hold the largest value there is and are never a
step on the way (a gated pass that touched them would never come to rest).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, prange

from detente.maths.graph_model.model import BOTH, START, STOP

BLOCK = 64

_jit: Any = njit(cache=True, parallel=True, nogil=True)


@_jit
def cell_min(values, can_be, largest, inner, directions, first, last):  # type: ignore[no-untyped-def]
    """Each value becomes the least of those its party can move to, itself included."""
    size = 1 << directions.size
    free = np.all(directions == BOTH)
    lanes = min(BLOCK, inner)
    changed = 0
    for block in prange(first // lanes, last // lanes):
        cell = block * lanes
        start = (cell // inner) * inner * size + cell % inner
        if free:
            bottom = np.full(lanes, largest)
            for low in range(size):
                row = start + low * inner
                for lane in range(lanes):
                    bottom[lane] = min(bottom[lane], values[row + lane])
            for low in range(size):
                row = start + low * inner
                for lane in range(lanes):
                    if can_be[row + lane] and bottom[lane] < values[row + lane]:
                        values[row + lane] = bottom[lane]
                        changed += 1
            continue
        for bit in range(directions.size):
            for low in range(size):
                if (low >> bit) & 1:
                    continue
                left, taken = start + low * inner, start + (low | 1 << bit) * inner
                for lane in range(lanes):
                    a, b = left + lane, taken + lane
                    if directions[bit] != STOP and values[b] < values[a]:
                        values[a] = values[b]
                        changed += can_be[a]
                    elif directions[bit] != START and values[a] < values[b]:
                        values[b] = values[a]
                        changed += can_be[b]
        for low in range(size):
            for at in range(start + low * inner, start + low * inner + lanes):
                if not can_be[at]:
                    values[at] = largest
    return changed


@_jit
def cell_max(values, out, can_be, least, inner, directions, first, last):  # type: ignore[no-untyped-def]
    """``out`` becomes the largest of those the party can move to, itself included."""
    size = 1 << directions.size
    free = np.all(directions == BOTH)
    lanes = min(BLOCK, inner)
    for block in prange(first // lanes, last // lanes):
        cell = block * lanes
        start = (cell // inner) * inner * size + cell % inner
        top = np.full(lanes, least)
        for low in range(size):
            row = start + low * inner
            for lane in range(lanes):
                here = values[row + lane] if can_be[row + lane] else least
                out[row + lane] = here
                top[lane] = max(top[lane], here)
        if free:
            for low in range(size):
                row = start + low * inner
                for lane in range(lanes):
                    out[row + lane] = top[lane]
            continue
        for bit in range(directions.size):
            for low in range(size):
                if (low >> bit) & 1:
                    continue
                left, taken = start + low * inner, start + (low | 1 << bit) * inner
                for lane in range(lanes):
                    high = max(out[left + lane], out[taken + lane])
                    if directions[bit] != STOP:
                        out[left + lane] = high
                    if directions[bit] != START:
                        out[taken + lane] = high


@_jit
def order_cells(payoff, order, inner, size, first, last):  # type: ignore[no-untyped-def]
    """Twice the position of a cell's states from best to worst for its party, equal ones in any
    order; the last bit is set where a state is worse than the one before.
    """
    lanes = min(BLOCK, inner)
    for block in prange(first // lanes, last // lanes):
        cell = block * lanes
        start = (cell // inner) * inner * size + cell % inner
        mine = np.empty((lanes, size), payoff.dtype)
        coded = np.empty((lanes, size), order.dtype)
        ranks = np.empty(size, np.int64)
        for low in range(size):
            row = start + low * inner
            for lane in range(lanes):
                mine[lane, low] = payoff[row + lane]
        for lane in range(lanes):
            worth = mine[lane]
            if size <= 64:
                for low in range(size):
                    at = low
                    while at > 0 and worth[ranks[at - 1]] < worth[low]:
                        ranks[at] = ranks[at - 1]
                        at -= 1
                    ranks[at] = low
            else:
                rising = np.argsort(worth, kind="mergesort")
                for low in range(size):
                    ranks[low] = rising[size - 1 - low]
            for place in range(size):
                worse = place > 0 and worth[ranks[place]] < worth[ranks[place - 1]]
                coded[lane, place] = 2 * ranks[place] + worse
        for place in range(size):
            row = start + place * inner
            for lane in range(lanes):
                order[row + lane] = coded[lane, place]


@_jit
def gated_min(values, order, can_be, largest, inner, size, first, last):  # type: ignore[no-untyped-def]
    """Each value becomes the least of its own and those of improvements for the cell's party."""
    changed = 0
    for cell in prange(first, last):
        start = (cell // inner) * inner * size + cell % inner
        best = largest  # least value over strictly better states
        group = largest  # least value over these and states as good as the present one
        for place in range(size):
            rank = order[start + place * inner]
            at = start + (rank >> 1) * inner
            if rank & 1:
                best = group
            held = values[at]
            if best < held and can_be[at]:
                held = best
                values[at] = best
                changed += 1
            group = min(group, held)
    return changed


@_jit
def gated_min_directed(values, payoff, legal, can_be, inner, first, last):  # type: ignore[no-untyped-def]
    """As :func:`gated_min`, where some options cannot be taken back; ``legal`` is (K, K)."""
    size = legal.shape[0]
    changed = 0
    for cell in prange(first, last):
        start = (cell // inner) * inner * size + cell % inner
        for low in range(size):
            at = start + low * inner
            if not can_be[at]:
                continue
            least = values[at]
            for other in range(size):
                to = start + other * inner
                if legal[low, other] and can_be[to] and payoff[to] > payoff[at]:
                    least = min(least, values[to])
            if least < values[at]:
                values[at] = least
                changed += 1
    return changed


@_jit
def flag_stable(values, payoff, own, can_be, least, flags, bit, inner, directions, first, last):  # type: ignore[no-untyped-def]
    """Set ``bit`` where no move of the party ends above its payoff in min(payoff, values).

    ``own`` is room for one value a state.
    """
    size = 1 << directions.size
    free = np.all(directions == BOTH)
    lanes = min(BLOCK, inner)
    for block in prange(first // lanes, last // lanes):
        cell = block * lanes
        start = (cell // inner) * inner * size + cell % inner
        top = np.full(lanes, least)
        for low in range(size):
            row = start + low * inner
            for lane in range(lanes):
                at = row + lane
                here = min(payoff[at], values[at]) if can_be[at] else least
                own[at] = here
                top[lane] = max(top[lane], here)
        if free:
            for low in range(size):
                row = start + low * inner
                for lane in range(lanes):
                    own[row + lane] = top[lane]
        else:
            for b in range(directions.size):
                for low in range(size):
                    if (low >> b) & 1:
                        continue
                    left, taken = start + low * inner, start + (low | 1 << b) * inner
                    for lane in range(lanes):
                        high = max(own[left + lane], own[taken + lane])
                        if directions[b] != STOP:
                            own[left + lane] = high
                        if directions[b] != START:
                            own[taken + lane] = high
        for low in range(size):
            row = start + low * inner
            for lane in range(lanes):
                if can_be[row + lane] and own[row + lane] <= payoff[row + lane]:
                    flags[row + lane] |= np.uint8(bit)
