"""The weighted median: the place that no majority of weight would leave for another.

D. Black, *Journal of Political Economy* 56 (1948): with single-peaked wishes on a line the median
voter's place beats every other. With weights in place of votes the same holds of the weighted
median.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from detente.maths.pressure.weights import Booleans, Floats, as_rows, placed

#: A sum of weights this close to the half, as a part of the whole, is the half: sums are rounded.
HALF = 1e-12
# Draws at a time, so that what is sorted stays in the processor's cache.
_CELLS = 100_000


class Median(NamedTuple):
    """Lower and upper median; they differ only where exactly half the weight lies on each side."""

    lower: Floats
    upper: Floats

    @property
    def midpoint(self) -> Floats:
        """The middle between the two."""
        return np.asarray((self.lower + self.upper) / 2)

    @property
    def tied(self) -> Booleans:
        """Whether every place between the two would do as well."""
        return np.asarray(self.lower < self.upper)


def weighted_median(position: npt.ArrayLike, weight: npt.ArrayLike | None = None) -> Median:
    """The weighted median with its stated rule for ties.

    The lower median is the least position such that at least half of the weight lies at or
    below it; the upper one the least such that more than half does. Where they differ, half the
    weight lies at or below the lower, half at or above the upper one, and no rule of majority
    decides between them: both are reported, and the midpoint is at hand.

    Parameters
    ----------
    position : array of shape (..., n)
        Draws first, actors last; nan where an actor has no position.
    weight : array that broadcasts to (..., n), optional
        0 or more; only ratios count. One for everybody if left out: the plain median.

    Returns
    -------
    Median
        Arrays of shape (...); nan where nobody with a position has weight.

    Raises
    ------
    ValueError
        See :func:`detente.maths.pressure.weights.placed`.

    Examples
    --------
    >>> found = weighted_median([10.0, 40.0, 90.0], [1, 1, 2])
    >>> float(found.lower), float(found.upper), float(found.midpoint)
    (40.0, 90.0, 65.0)
    """
    where, weights = placed(position, weight)
    shape, n = where.shape[:-1], where.shape[-1]
    flat_x, flat_w = as_rows(where), as_rows(weights)
    lower, upper = np.full(flat_x.shape[0], np.nan), np.full(flat_x.shape[0], np.nan)
    step = max(1, _CELLS // max(n, 1))
    for start in range(0, flat_x.shape[0] if n else 0, step):
        part = slice(start, start + step)
        lower[part], upper[part] = _medians(flat_x[part], flat_w[part])
    return Median(lower.reshape(shape), upper.reshape(shape))


def _medians(where: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Lower and upper median of rows."""
    rows = np.arange(where.shape[0])[:, None]
    order = np.argsort(where, axis=1)
    sums = np.cumsum(weights[rows, order], axis=1)
    whole = sums[:, -1]
    # The number of sums below the half is the place of the first that reaches it.
    first = (sums < ((0.5 - HALF) * whole)[:, None]).sum(axis=1)
    second = (sums <= ((0.5 + HALF) * whole)[:, None]).sum(axis=1)
    some, row = whole > 0, rows[:, 0]
    last = where.shape[1] - 1
    lower = where[row, order[row, np.minimum(first, last)]]
    upper = where[row, order[row, np.minimum(second, last)]]
    return np.where(some, lower, np.nan), np.where(some, upper, np.nan)


def median_lock(
    position: npt.ArrayLike,
    weight: npt.ArrayLike | None = None,
    *,
    low: float = 0.0,
    high: float = 100.0,
) -> Booleans:
    """Whether an actor alone, wherever it moves on the scale, leaves the median where it is.

    The median never falls when an actor moves up, so it stays for every place if it stays for
    both ends of the scale.

    Parameters
    ----------
    position, weight : arrays
        As for :func:`weighted_median`.
    low, high : float
        The ends of the scale.

    Returns
    -------
    array of shape (..., n)
        False for an actor that has no position.

    Raises
    ------
    ValueError
        See :func:`detente.maths.pressure.weights.placed`.

    Examples
    --------
    >>> median_lock([10.0, 40.0, 40.0, 40.0, 90.0]).tolist()
    [True, True, True, True, True]
    >>> median_lock([10.0, 40.0, 90.0]).tolist()
    [False, False, False]
    """
    given = np.asarray(position, dtype=np.float64)
    where, weights = placed(given, weight)
    now = weighted_median(where, weights)
    there = np.broadcast_to(~np.isnan(given), where.shape)
    stays = np.array(there)
    alone = np.eye(where.shape[-1], dtype=bool)
    for end in (low, high):
        moved = np.where(alone, end, where[..., None, :])
        then = weighted_median(moved, weights[..., None, :])
        stays &= (then.lower == now.lower[..., None]) & (then.upper == now.upper[..., None])
    return stays
