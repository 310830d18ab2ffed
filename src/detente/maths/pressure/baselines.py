"""Forecasts that any model of pressure has to beat: midrange, plurality, a constant."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from detente.maths.pressure.weights import Floats, as_rows, placed

#: Sums of weights this close, as a part of the whole, are equal: sums are rounded.
EQUAL = 1e-12
_CELLS = 100_000


def midrange(position: npt.ArrayLike, weight: npt.ArrayLike | None = None) -> Floats:
    """The middle between the two outermost positions that have any weight.

    Parameters
    ----------
    position : array of shape (..., n)
        Draws first, actors last; nan where an actor has no position.
    weight : array that broadcasts to (..., n), optional
        Only whether it is above 0 counts.

    Returns
    -------
    array of shape (...)
        nan where nobody with a position has weight.

    Raises
    ------
    ValueError
        See :func:`detente.maths.pressure.weights.placed`.

    Examples
    --------
    >>> float(midrange([0.0, 10.0, 30.0, 80.0], [1, 5, 2, 0]))
    15.0
    """
    where, weights = placed(position, weight)
    counts = weights > 0
    least = np.where(counts, where, np.inf).min(axis=-1, initial=np.inf)
    most = np.where(counts, where, -np.inf).max(axis=-1, initial=-np.inf)
    with np.errstate(invalid="ignore"):
        return np.asarray(np.where(np.isinf(least), np.nan, (least + most) / 2))


class Plurality(NamedTuple):
    """Least and greatest of the positions with the most weight; equal unless several tie."""

    lower: Floats
    upper: Floats

    @property
    def midpoint(self) -> Floats:
        """The middle between the two."""
        return np.asarray((self.lower + self.upper) / 2)


def plurality(position: npt.ArrayLike, weight: npt.ArrayLike | None = None) -> Plurality:
    """The position that has the most weight behind it.

    Parameters
    ----------
    position : array of shape (..., n)
        Draws first, actors last; nan where an actor has no position. Only equal numbers are one
        position.
    weight : array that broadcasts to (..., n), optional
        0 or more; only ratios count. One for everybody if left out.

    Returns
    -------
    Plurality
        Arrays of shape (...); nan where nobody with a position has weight.

    Raises
    ------
    ValueError
        See :func:`detente.maths.pressure.weights.placed`.

    Examples
    --------
    >>> found = plurality([0.0, 0.0, 40.0, 90.0], [1, 1, 1, 2])
    >>> float(found.lower), float(found.upper)
    (0.0, 90.0)
    """
    where, weights = placed(position, weight)
    shape, n = where.shape[:-1], where.shape[-1]
    flat_x, flat_w = as_rows(where), as_rows(weights)
    lower, upper = np.full(flat_x.shape[0], np.nan), np.full(flat_x.shape[0], np.nan)
    step = max(1, _CELLS // max(n, 1))
    for start in range(0, flat_x.shape[0] if n else 0, step):
        part = slice(start, start + step)
        lower[part], upper[part] = _heaviest(flat_x[part], flat_w[part])
    return Plurality(lower.reshape(shape), upper.reshape(shape))


def _heaviest(where: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Least and greatest of the heaviest positions of rows."""
    rows = np.arange(where.shape[0])[:, None]
    order = np.argsort(where, axis=1)
    sorted_x = where[rows, order]
    sums = np.cumsum(weights[rows, order], axis=1)
    # A position's weight is the sum at its last actor less the sum at the last one before it.
    last = np.ones_like(sorted_x, dtype=bool)
    last[:, :-1] = sorted_x[:, 1:] != sorted_x[:, :-1]
    upto = np.maximum.accumulate(np.where(last, sums, 0.0), axis=1)
    before = np.zeros_like(upto)
    before[:, 1:] = upto[:, :-1]
    of_place = np.where(last, sums - before, 0.0)
    whole = sums[:, -1]
    best = of_place >= (of_place.max(axis=1) - EQUAL * whole)[:, None]
    best &= last
    least = np.where(best, sorted_x, np.inf).min(axis=1)
    most = np.where(best, sorted_x, -np.inf).max(axis=1)
    some = whole > 0
    return np.where(some, least, np.nan), np.where(some, most, np.nan)


def constant(position: npt.ArrayLike, place: float = 50.0) -> Floats:
    """The same place whatever the positions are; the middle of the scale unless told otherwise.

    Parameters
    ----------
    position : array of shape (..., n)
        Only its shape counts.
    place : float
        The place.

    Returns
    -------
    array of shape (...)

    Examples
    --------
    >>> constant([[0.0, 1.0], [2.0, 3.0]]).tolist()
    [50.0, 50.0]
    """
    return np.full(np.shape(position)[:-1], float(place))
