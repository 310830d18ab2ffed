"""One level of a search over sequences of moves in option form, compiled.

A node is a state, the party that moved last, and how many paid steps were used:
``(used * movers + row) * states + state``. Nobody moves twice in a row.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from detente.maths.graph_model.model import START, STOP

_jit: Any = njit(cache=True, nogil=True)


@_jit
def go_on(  # type: ignore[no-untyped-def]
    frontier,
    start,
    level,
    gated,
    row,
    first,
    size,
    ways,
    payoff,
    can_be,
    open_cells,
    distance,
    parent,
    losses,
):
    """Take every step of the mover in ``row`` from the nodes of a frontier.

    ``distance``, ``parent`` and ``losses`` are (paid steps, movers, states); ``open_cells`` says
    for each number of paid steps and cell of the mover whether a state of it is not reached
    before this level. A node keeps the way with the fewest losing steps, of equals the one from
    the lowest node. With ``gated`` a step that is no gain is paid for; else none is.
    """
    budget, count, states = distance.shape
    inner = 1 << first
    for node in frontier:
        if node < 0:
            source, used, cost = start, 0, 0
        else:
            if node // states % count == row:
                continue
            source, used = node % states, node // (states * count)
            cost = losses[used, node // states % count, source]
        own = (source >> first) & (size - 1)
        rest = source - (own << first)
        cell = (source // (inner * size)) * inner + source % inner
        paid = used + 1 if gated else used
        if not open_cells[used, cell] and not (paid < budget and open_cells[paid, cell]):
            continue
        for other in range(size):
            up, down = other & ~own, own & ~other
            if other == own or (up & ways[STOP]) or (down & ways[START]):
                continue
            target = rest + (other << first)
            if not can_be[target]:
                continue
            gains = payoff[target] > payoff[source]
            to = used if gains or not gated else used + 1
            if to >= budget:
                continue
            before = distance[to, row, target]
            if before and before != level:
                continue
            spent = cost + (payoff[target] < payoff[source])
            if (
                before
                and losses[to, row, target] <= spent
                and (losses[to, row, target] != spent or parent[to, row, target] <= node)
            ):
                continue
            distance[to, row, target] = level
            losses[to, row, target] = spent
            parent[to, row, target] = node


@_jit
def still_open(distance, row, first, size, can_be, out):  # type: ignore[no-untyped-def]
    """Say of each cell of the mover in ``row`` whether a state of it is not reached yet."""
    budget, _, states = distance.shape
    inner = 1 << first
    for used in range(budget):
        for cell in range(states // size):
            begin = (cell // inner) * inner * size + cell % inner
            out[used, cell] = False
            for low in range(size):
                at = begin + low * inner
                if can_be[at] and not distance[used, row, at]:
                    out[used, cell] = True
                    break


@_jit
def nodes_of(distance, level):  # type: ignore[no-untyped-def]
    """Nodes that were reached at a level, ascending."""
    flat = distance.reshape(-1)
    total = 0
    for value in flat:
        total += value == level
    found = np.empty(total, np.int64)
    at = 0
    for node in range(flat.size):
        if flat[node] == level:
            found[at] = node
            at += 1
    return found
