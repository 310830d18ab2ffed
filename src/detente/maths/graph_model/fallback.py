"""The passes of :mod:`detente.maths.graph_model.kernels` in plain numpy: same call, same bits."""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.maths.graph_model.model import START, STOP

Array = Any


def _cells(values: Array, inner: int, size: int, first: int, last: int) -> Array:
    """A view (outer, size, inner) of the cells ``first`` to ``last``, in whole rows."""
    rows = slice(first // inner, -(-last // inner))
    return values.reshape(-1, size, inner)[rows]


def _bits(view: Array, bit: int) -> tuple[Array, Array]:
    """The halves of a cell with an option left and with it taken."""
    split = view.reshape(view.shape[0], -1, 2, 1 << bit, view.shape[2])
    return split[:, :, 0], split[:, :, 1]


def cell_min(
    values: Array, can_be: Array, largest: Any, inner: int, directions: Array, first: int, last: int
) -> int:
    """See the kernel."""
    size = 1 << directions.size
    view = _cells(values, inner, size, first, last)
    possible = _cells(can_be, inner, size, first, last)
    before = view.copy()
    for bit, direction in enumerate(directions):
        left, taken = _bits(view, bit)
        if direction != STOP:
            np.minimum(left, taken, out=left)
        if direction != START:
            np.minimum(left, taken, out=taken)
    view[~possible] = largest
    return int(np.count_nonzero((view < before) & possible))


def cell_max(
    values: Array,
    out: Array,
    can_be: Array,
    least: Any,
    inner: int,
    directions: Array,
    first: int,
    last: int,
) -> None:
    """See the kernel."""
    size = 1 << directions.size
    view = _cells(out, inner, size, first, last)
    possible = _cells(can_be, inner, size, first, last)
    view[...] = np.where(possible, _cells(values, inner, size, first, last), least)
    for bit, direction in enumerate(directions):
        left, taken = _bits(view, bit)
        if direction != STOP:
            np.maximum(left, taken, out=left)
        if direction != START:
            np.maximum(left, taken, out=taken)


def order_cells(payoff: Array, order: Array, inner: int, size: int, first: int, last: int) -> None:
    """See the kernel."""
    view = _cells(payoff, inner, size, first, last)
    ranks = np.argsort(view, axis=1, kind="stable")[:, ::-1]
    worth = np.take_along_axis(view, ranks, axis=1)
    worse = np.zeros(ranks.shape, bool)
    worse[:, 1:] = worth[:, 1:] < worth[:, :-1]
    _cells(order, inner, size, first, last)[...] = 2 * ranks + worse


def gated_min(
    values: Array,
    order: Array,
    can_be: Array,
    largest: Any,
    inner: int,
    size: int,
    first: int,
    last: int,
) -> int:
    """See the kernel."""
    shape = (inner, size, first, last)
    coded = _cells(order, *shape).astype(np.int64)
    ranks, worse = coded >> 1, (coded & 1).astype(bool)
    view = _cells(values, *shape)
    possible = np.take_along_axis(_cells(can_be, *shape), ranks, axis=1)
    held = np.take_along_axis(view, ranks, axis=1)
    changed = 0
    best = np.full_like(held[:, 0], largest)
    group = best.copy()
    for place in range(size):
        best = np.where(worse[:, place], group, best)
        lower = possible[:, place] & (best < held[:, place])
        held[:, place] = np.where(lower, best, held[:, place])
        changed += int(np.count_nonzero(lower))
        group = np.minimum(group, held[:, place])
    np.put_along_axis(view, ranks, held, axis=1)
    return changed


def gated_min_directed(
    values: Array, payoff: Array, legal: Array, can_be: Array, inner: int, first: int, last: int
) -> int:
    """See the kernel."""
    size = legal.shape[0]
    view = _cells(values, inner, size, first, last)
    worth = _cells(payoff, inner, size, first, last)
    possible = _cells(can_be, inner, size, first, last)
    changed = 0
    for low in range(size):
        least = view[:, low].copy()
        for other in np.flatnonzero(legal[low]):
            better = possible[:, other] & (worth[:, other] > worth[:, low])
            least = np.where(better, np.minimum(least, view[:, other]), least)
        lower = possible[:, low] & (least < view[:, low])
        view[:, low] = np.where(lower, least, view[:, low])
        changed += int(np.count_nonzero(lower))
    return changed


def flag_stable(
    values: Array,
    payoff: Array,
    own: Array,
    can_be: Array,
    least: Any,
    flags: Array,
    bit: int,
    inner: int,
    directions: Array,
    first: int,
    last: int,
) -> None:
    """See the kernel."""
    size = 1 << directions.size
    shape = (inner, size, first, last)
    worth, possible = _cells(payoff, *shape), _cells(can_be, *shape)
    held = np.where(possible, np.minimum(worth, _cells(values, *shape)), least)
    for b, direction in enumerate(directions):
        left, taken = _bits(held, b)
        if direction != STOP:
            np.maximum(left, taken, out=left)
        if direction != START:
            np.maximum(left, taken, out=taken)
    _cells(own, *shape)[...] = held
    _cells(flags, *shape)[...] |= np.where(possible & (held <= worth), bit, 0).astype(np.uint8)
