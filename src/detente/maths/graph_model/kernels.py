"""Passes over states, compiled. ``inner`` is the distance of two neighbours in a cell.

Each function works on the cells ``first`` to ``last`` of a party, so that a long pass can be cut
into pieces. All of them leave infeasible states alone: those hold the largest value there is and
are never a step on the way (a gated pass that touched them would never come to rest).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, prange

from detente.maths.graph_model.model import BOTH, START, STOP

_jit: Any = njit(cache=True, parallel=True, nogil=True)


@_jit
def cell_min(values, can_be, largest, inner, directions, first, last):  # type: ignore[no-untyped-def]
    """Each value becomes the least of those its party can move to, itself included."""
    size = 1 << directions.size
    free = np.all(directions == BOTH)
    changed = 0
    for cell in prange(first, last):
        start = (cell // inner) * inner * size + cell % inner
        if free:
            bottom = largest
            for low in range(size):
                bottom = min(bottom, values[start + low * inner])
            for low in range(size):
                at = start + low * inner
                if can_be[at] and bottom < values[at]:
                    values[at] = bottom
                    changed += 1
            continue
        for bit in range(directions.size):
            for low in range(size):
                if (low >> bit) & 1:
                    continue
                a, b = start + low * inner, start + (low | 1 << bit) * inner
                if directions[bit] == START:
                    if values[b] < values[a]:
                        values[a] = values[b]
                        changed += can_be[a]
                elif directions[bit] == STOP:
                    if values[a] < values[b]:
                        values[b] = values[a]
                        changed += can_be[b]
                elif values[b] < values[a]:
                    values[a] = values[b]
                    changed += can_be[a]
                elif values[a] < values[b]:
                    values[b] = values[a]
                    changed += can_be[b]
        for low in range(size):
            if not can_be[start + low * inner]:
                values[start + low * inner] = largest
    return changed


@_jit
def cell_max(values, out, can_be, least, inner, directions, first, last):  # type: ignore[no-untyped-def]
    """``out`` becomes the largest of those the party can move to, itself included."""
    size = 1 << directions.size
    free = np.all(directions == BOTH)
    for cell in prange(first, last):
        start = (cell // inner) * inner * size + cell % inner
        if free:
            top = least
            for low in range(size):
                at = start + low * inner
                if can_be[at]:
                    top = max(top, values[at])
            for low in range(size):
                out[start + low * inner] = top
            continue
        for low in range(size):
            at = start + low * inner
            out[at] = values[at] if can_be[at] else least
        for bit in range(directions.size):
            for low in range(size):
                if (low >> bit) & 1:
                    continue
                a, b = start + low * inner, start + (low | 1 << bit) * inner
                if directions[bit] == START:
                    out[a] = max(out[a], out[b])
                elif directions[bit] == STOP:
                    out[b] = max(out[a], out[b])
                else:
                    top = max(out[a], out[b])
                    out[a] = top
                    out[b] = top


@_jit
def order_cells(payoff, order, inner, size, first, last):  # type: ignore[no-untyped-def]
    """Twice the position of a cell's states from best to worst for its party, equal ones in any
    order; the last bit is set where a state is worse than the one before.
    """
    for cell in prange(first, last):
        start = (cell // inner) * inner * size + cell % inner
        mine = np.empty(size, payoff.dtype)
        ranks = np.empty(size, np.int64)
        for low in range(size):
            mine[low] = payoff[start + low * inner]
        if size <= 64:
            for low in range(size):
                at = low
                while at > 0 and mine[ranks[at - 1]] < mine[low]:
                    ranks[at] = ranks[at - 1]
                    at -= 1
                ranks[at] = low
        else:
            rising = np.argsort(mine, kind="mergesort")
            for low in range(size):
                ranks[low] = rising[size - 1 - low]
        for place in range(size):
            worse = place > 0 and mine[ranks[place]] < mine[ranks[place - 1]]
            order[start + place * inner] = 2 * ranks[place] + worse


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
    for cell in prange(first, last):
        start = (cell // inner) * inner * size + cell % inner
        if free:
            top = least
            for low in range(size):
                at = start + low * inner
                if can_be[at]:
                    top = max(top, min(payoff[at], values[at]))
            for low in range(size):
                at = start + low * inner
                own[at] = top
                if can_be[at] and top <= payoff[at]:
                    flags[at] |= np.uint8(bit)
            continue
        for low in range(size):
            at = start + low * inner
            own[at] = min(payoff[at], values[at]) if can_be[at] else least
        for b in range(directions.size):
            for low in range(size):
                if (low >> b) & 1:
                    continue
                p, q = start + low * inner, start + (low | 1 << b) * inner
                if directions[b] == START:
                    own[p] = max(own[p], own[q])
                elif directions[b] == STOP:
                    own[q] = max(own[p], own[q])
                else:
                    top = max(own[p], own[q])
                    own[p] = top
                    own[q] = top
        for low in range(size):
            at = start + low * inner
            if can_be[at] and own[at] <= payoff[at]:
                flags[at] |= np.uint8(bit)


@_jit
def flag_at_top(values, payoff, can_be, flags, bit, first, last):  # type: ignore[no-untyped-def]
    """Set ``bit`` on states ``first`` to ``last`` where ``values`` is not above the payoff."""
    for at in prange(first, last):
        if can_be[at] and values[at] <= payoff[at]:
            flags[at] |= np.uint8(bit)
