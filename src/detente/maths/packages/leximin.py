"""The egalitarian solution: best for the worst off, then for the second worst off, and so on."""

from __future__ import annotations

import numpy as np

from detente.maths.packages.by_solver import worst_off_by_solver
from detente.maths.packages.by_weights import worst_off_by_weights
from detente.maths.packages.choice import Chosen, Room
from detente.maths.packages.criteria import best_worst_off
from detente.maths.packages.settle import Point, settle


def leximin(room: Room) -> Chosen:
    """Deals whose gains, from the smallest up, come last in the order of a dictionary.

    Compares points of different parties: it depends on their scales. ``value`` is the smallest
    gain.

    References
    ----------
    E. Kalai, Proportional Solutions to Bargaining Situations, Econometrica 45 (1977), for equal
    gains; the lexicographic order after A. Sen, Collective Choice and Social Welfare (1970).
    """
    base, ones = room.base, np.ones(room.parties.size, np.int64)
    return settle(
        room,
        Point(
            pick=lambda totals: best_worst_off(totals - base),
            value=lambda totals: float((totals - base).min()),
            search=lambda search: worst_off_by_weights(search, ones),
            solve=lambda search: worst_off_by_solver(search, ones),
            tolerance=0.5,
        ),
    )
