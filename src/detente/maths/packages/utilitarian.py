"""The largest sum of points, plain or with a mediator's own weights."""

from __future__ import annotations

import numpy as np

from detente.maths.packages.by_solver import sum_by_solver
from detente.maths.packages.by_weights import sum_by_weights
from detente.maths.packages.choice import Chosen, Room
from detente.maths.packages.criteria import best_sum
from detente.maths.packages.settle import Point, settle


def utilitarian(room: Room, weights: tuple[int, ...] | None = None) -> Chosen:
    """Deals with the largest weighted sum of totals.

    Adds up points of different parties: a party that measures its points in a finer unit counts
    for more. With ``weights`` of ``room.parties``, not negative, it is a mediator's own best.

    Raises
    ------
    ValueError
        If weights do not fit or one is negative.
    OverflowError
        If a weighted sum could exceed 62 bits.
    """
    count = (1,) * room.parties.size if weights is None else weights
    if len(count) != room.parties.size or min(count, default=0) < 0:
        raise ValueError(f"{room.parties.size} weights of 0 or more are needed")
    return settle(
        room,
        Point(
            pick=lambda totals: best_sum(totals, count),
            value=lambda totals: float(totals @ np.array(count, np.int64)),
            search=lambda search: sum_by_weights(search, count),
            solve=lambda search: sum_by_solver(search, count),
            tolerance=0.5,
            on_frontier=min(count, default=1) > 0,
        ),
    )


def most_for(room: Room, party: int) -> Chosen:
    """A deal that is worth most to the party in a column of the room, and its total as value."""
    alone = tuple(int(column == party) for column in range(room.parties.size))
    return settle(
        room,
        Point(
            pick=lambda totals: best_sum(totals, alone)[:1],
            value=lambda totals: float(totals[party]),
            search=lambda search: sum_by_solver(search, alone),
            solve=lambda search: sum_by_solver(search, alone),
            tolerance=0.5,
        ),
    )
