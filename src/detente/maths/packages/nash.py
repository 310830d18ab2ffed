"""Nash's bargaining solution: the largest product of gains."""

from __future__ import annotations

from dataclasses import replace
from math import gcd

import numpy as np

from detente.maths.packages.by_solver import product_by_solver
from detente.maths.packages.by_weights import product_by_weights
from detente.maths.packages.choice import Chosen, Room
from detente.maths.packages.criteria import best_product
from detente.maths.packages.model import Integers
from detente.maths.packages.settle import Point, settle


def nash(room: Room, weights: tuple[int, ...] | None = None) -> Chosen:
    """Deals with the largest product of gains, each to the power of its party's weight.

    Only deals that give everyone more than its alternative count; where there are none, the
    answer says so. ``value`` is the logarithm of the product.

    Parameters
    ----------
    weights : tuple of int, optional
        Bargaining power of ``room.parties``, positive; only their ratios count. Equal by
        default, which is the solution with symmetry.

    Raises
    ------
    ValueError
        If weights do not fit or are not positive.

    References
    ----------
    J. F. Nash, The Bargaining Problem, Econometrica 18 (1950); with weights: E. Kalai,
    Nonsymmetric Nash Solutions, International Journal of Game Theory 6 (1977). Their axioms are
    about convex sets; over single deals the product is a rule of choice, and ties can occur.
    """
    power = reduced(weights, room)
    base = room.base

    def value(totals: Integers) -> float:
        return float(np.log(totals - base) @ np.array(power, float))

    made = settle(
        room,
        Point(
            pick=lambda totals: best_product(totals - base, power),
            value=value,
            search=lambda search: product_by_weights(search, power),
            solve=lambda search: product_by_solver(search, power),
            tolerance=1e-7,
        ),
    )
    if made.complete and not made.deals.size and room.parties.size:
        return replace(made, note="no deal gives everyone more than its alternative")
    return made


def reduced(weights: tuple[int, ...] | None, room: Room) -> tuple[int, ...]:
    """Weights in their smallest whole numbers."""
    if weights is None:
        return (1,) * room.parties.size
    if len(weights) != room.parties.size or min(weights, default=1) < 1:
        raise ValueError(f"{room.parties.size} positive whole numbers are needed as weights")
    divisor = gcd(*weights)
    return tuple(weight // divisor for weight in weights)
