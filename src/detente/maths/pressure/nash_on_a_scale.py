"""Nash's bargaining solution on one scale, with an explicit disagreement.

J. F. Nash, *Econometrica* 18 (1950); with weights as bargaining power, J. C. Harsanyi and
R. Selten, *Management Science* 18 (1972). The place maximises the product of gains over
disagreement, each to the power of its weight. An actor gains at a place if it lies nearer than what
the actor puts up with, here called its *reach*:

* linear utility, ``u = 1 - |x - x_i| / width``: the gain is ``reach - |x - x_i|``,
* quadratic utility, ``u = 1 - ((x - x_i) / width)^2``: it is ``reach^2 - (x - x_i)^2``,

up to a factor that changes nothing. If no place gives a gain to everyone with weight, there is no
solution, and that is the answer: never the disagreement point in its stead.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from detente.maths.pressure.compromise import weighted_mean
from detente.maths.pressure.weights import Booleans, Floats, as_rows, placed

Utility = Literal["linear", "quadratic"]
_CELLS = 100_000
# Newton's method with a bracket needs 4 to 10 rounds; halving alone would need about 60.
_ROUNDS = 100
# A gain this small is a gain; rounding may make none of it.
_LEAST = 1e-100


class NashOnAScale(NamedTuple):
    """The place, nan where there is none; and why there is none.

    ``feasible`` is False where no place gives everyone with weight a gain; ``known`` is False
    where there is nothing to bargain about: nobody has a position and weight, or the
    disagreement is unknown (nan).
    """

    place: Floats
    feasible: Booleans
    known: Booleans


def nash_at_a_point(
    position: npt.ArrayLike,
    weight: npt.ArrayLike | None,
    disagreement: npt.ArrayLike,
    *,
    utility: Utility = "linear",
) -> NashOnAScale:
    """Nash's solution where no agreement means a place on the same scale.

    Parameters
    ----------
    position : array of shape (..., n)
        Draws first, actors last; nan where an actor has no position.
    weight : array that broadcasts to (..., n), optional
        Bargaining power, 0 or more; only ratios count. One for everybody if None: the symmetric
        solution. An actor without weight has no say: it need not gain.
    disagreement : array that broadcasts to (...)
        The place if there is no agreement, such as what holds today; nan where unknown.
    utility : "linear" or "quadratic"
        How it falls with the distance.

    Returns
    -------
    NashOnAScale
        Infeasible where actors stand on both sides of the disagreement point, or on it.

    Raises
    ------
    ValueError
        See :func:`detente.maths.pressure.weights.placed`.

    Examples
    --------
    >>> float(nash_at_a_point([40.0, 80.0], None, 0.0).place)
    40.0
    >>> found = nash_at_a_point([40.0, 80.0], None, 60.0)
    >>> float(found.place), bool(found.feasible)
    (nan, False)
    """
    where, weights = placed(position, weight)
    point = np.asarray(disagreement, dtype=np.float64)[..., None]
    return _nash(where, weights, np.abs(point - where), utility)


def nash_at_a_level(
    position: npt.ArrayLike,
    weight: npt.ArrayLike | None = None,
    *,
    level: npt.ArrayLike = 0.0,
    width: float = 100.0,
    utility: Utility = "linear",
) -> NashOnAScale:
    """Nash's solution where no agreement is worth so much to each actor.

    An actor's utility is 1 at its own position and 0 one width of the scale away. The lower the
    level, the nearer the quadratic solution is to the weighted mean (Achen 2006).

    Parameters
    ----------
    position, weight, utility
        As for :func:`nash_at_a_point`.
    level : array that broadcasts to (..., n)
        Utility of having no agreement, below 1; negative where that is worse than the far end.
    width : float
        Length of the scale.

    Returns
    -------
    NashOnAScale
        Infeasible where the levels ask for more than any place gives to all.

    Raises
    ------
    ValueError
        See :func:`detente.maths.pressure.weights.placed`.

    Examples
    --------
    >>> round(float(nash_at_a_level([0.0, 30.0, 90.0], level=-1e6, utility="quadratic").place), 3)
    40.0
    """
    where, weights = placed(position, weight)
    spare = np.maximum(0.0, 1.0 - np.asarray(level, dtype=np.float64))
    reach = width * (spare if utility == "linear" else np.sqrt(spare))
    return _nash(where, weights, reach, utility)


def _nash(where: Floats, weights: Floats, reach: Floats, utility: Utility) -> NashOnAScale:
    shape = np.broadcast_shapes(where.shape, reach.shape)
    where, weights, reach = (np.broadcast_to(a, shape) for a in (where, weights, reach))
    n = shape[-1]
    where, weights, reach = (as_rows(a) for a in (where, weights, reach))
    place = np.full(where.shape[0], np.nan)
    feasible, known = np.zeros(place.shape, bool), np.zeros(place.shape, bool)
    step = max(1, _CELLS // max(n, 1))
    for start in range(0, place.size if n else 0, step):
        part = slice(start, start + step)
        place[part], feasible[part], known[part] = _rows(
            where[part], weights[part], reach[part], utility
        )
    return NashOnAScale(*(a.reshape(shape[:-1]) for a in (place, feasible, known)))


def _rows(
    where: Floats, weights: Floats, reach: Floats, utility: Utility
) -> tuple[Floats, Booleans, Booleans]:
    counts = weights > 0
    known: Booleans = np.any(counts, axis=1) & ~np.any(counts & np.isnan(reach), axis=1)
    # All with weight gain strictly between these two.
    low = np.where(counts, where - reach, -np.inf).max(axis=1)
    high = np.where(counts, where + reach, np.inf).min(axis=1)
    feasible: Booleans = known & (low < high)
    place = np.full(where.shape[0], np.nan)
    rows = np.flatnonzero(feasible)
    if rows.size:
        place[rows] = _best(where[rows], weights[rows], reach[rows], low[rows], high[rows], utility)
    return place, feasible, known


def _slope(
    x: Floats, where: Floats, weights: Floats, reach: Floats, utility: Utility
) -> tuple[Floats, Floats]:
    """Slope of the log of the product at x, and how the slope changes there.

    An actor without weight may be out of reach; its part is 0. At a linear actor's own position
    its part of the slope counts as 0.
    """
    away = x[:, None] - where
    if utility == "quadratic":
        gain = np.maximum(reach * reach - away * away, _LEAST)
        pull = weights / gain
        slope = np.einsum("ij,ij->i", pull, away)
        pull *= 1 + 2 * away * away / gain
        return -2 * slope, -2 * pull.sum(axis=1)
    gain = np.maximum(reach - np.abs(away), _LEAST)
    pull = weights / gain
    slope = np.einsum("ij,ij->i", pull, np.sign(away))
    return -slope, -np.einsum("ij,ij->i", pull, 1 / gain)


def _best(
    where: Floats, weights: Floats, reach: Floats, low: Floats, high: Floats, utility: Utility
) -> Floats:
    """The best place of rows in which there is one; nobody gains by leaving the actors' range."""
    some = weights > 0
    if utility == "quadratic":
        low = np.maximum(low, np.where(some, where, np.inf).min(axis=1))
        high = np.minimum(high, np.where(some, where, -np.inf).max(axis=1))
        return _newton(where, weights, reach, low, high, utility)
    order = np.argsort(np.where(some, where, np.inf), axis=1)
    rows = np.arange(where.shape[0])
    where, weights, reach = (a[rows[:, None], order] for a in (where, weights, reach))
    # The slope jumps at positions and falls throughout. The first position to the right of which
    # the product no longer rises is the best place, or the best lies between it and the one
    # before; halve the list until it is found.
    least, most = np.zeros_like(rows), some.sum(axis=1) - 1
    while (open_ := least < most).any():
        middle = (least + most) // 2
        rises = _slopes_at(middle, where, weights, reach, low, high)[1] > 0
        least = np.where(open_ & rises, middle + 1, least)
        most = np.where(open_ & ~rises, middle, most)
    knot = where[rows, least]
    left, right = _slopes_at(least, where, weights, reach, low, high)
    place = knot.copy()
    rest = np.flatnonzero((left < 0) | (right > 0))
    if rest.size:
        before = where[rest, np.maximum(least[rest] - 1, 0)]
        place[rest] = _newton(
            where[rest], weights[rest], reach[rest],
            np.maximum(before, low[rest]), np.minimum(knot[rest], high[rest]), utility,
        )  # fmt: skip
    return place


def _slopes_at(
    knot: npt.NDArray[np.int64],
    where: Floats,
    weights: Floats,
    reach: Floats,
    low: Floats,
    high: Floats,
) -> tuple[Floats, Floats]:
    """Slopes to the left and right of the actor's position of each row (linear utility).

    Outside the range where all gain, the product counts as rising towards it.
    """
    x = where[np.arange(knot.size), knot]
    away = x[:, None] - where
    pull = weights / np.maximum(reach - np.abs(away), _LEAST)
    slope = -np.einsum("ij,ij->i", pull, np.sign(away))
    here = np.where(away == 0, pull, 0.0).sum(axis=1)
    outside = np.where(x <= low, np.inf, np.where(x >= high, -np.inf, 0.0))
    inside = outside == 0
    return np.where(inside, slope + here, outside), np.where(inside, slope - here, outside)


def _newton(
    where: Floats, weights: Floats, reach: Floats, low: Floats, high: Floats, utility: Utility
) -> Floats:
    """Where the slope, smooth between two places, is 0: Newton's method kept in a bracket."""
    low, high = low.copy(), high.copy()
    mean = weighted_mean(where, weights)
    x = np.where((mean > low) & (mean < high), mean, (low + high) / 2)
    todo = np.flatnonzero(low < high)
    for _ in range(_ROUNDS):
        if not todo.size:
            break
        at = x[todo]
        slope, bend = _slope(at, where[todo], weights[todo], reach[todo], utility)
        low[todo] = np.where(slope >= 0, at, low[todo])
        high[todo] = np.where(slope <= 0, at, high[todo])
        with np.errstate(invalid="ignore", divide="ignore"):
            to = at - slope / bend
        # Off the bracket, or hardly nearer: halve.
        held = (to > low[todo]) & (to < high[todo])
        to = np.where(held, to, (low[todo] + high[todo]) / 2)
        x[todo] = to
        moved = np.abs(to - at)
        size = np.maximum(np.abs(low[todo]), np.abs(high[todo]))
        todo = todo[(moved > 1e-13 * size) & (slope != 0)]
    return x
