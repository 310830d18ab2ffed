"""Scores of forecasts on a scale of 0 to 100 in cells of one point; less is better.

All distributions are compared as masses in the same 101 cells, so that points with a mass of
their own and densities can be compared. The mass of a cell sits at its whole number.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

#: Part of every forecast that is spread evenly before the log score, so that none is infinite.
EVENLY = 0.01
_STEPS = np.arange(100.0)


def crps(masses: npt.ArrayLike, outcome: npt.ArrayLike) -> Floats:
    """The continuous ranked probability score, in points of the scale.

    ``integral of (F(x) - [x >= y])^2 dx`` over the scale: the absolute error where one cell has
    all the mass.

    Parameters
    ----------
    masses : array of shape (n, 101)
        Sum to 1 along the last axis.
    outcome : array of shape (n,)
        On 0 to 100, whole or not.

    Returns
    -------
    array of shape (n,)

    References
    ----------
    T. Gneiting and A. E. Raftery, *J. of the American Statistical Association* 102 (2007), eq. 20.

    Examples
    --------
    >>> masses = np.zeros((1, 101))
    >>> masses[0, 30] = 1.0
    >>> crps(masses, [42.5]).tolist()
    [12.5]
    """
    ended = np.asarray(outcome, dtype=np.float64)
    sums = np.cumsum(np.asarray(masses, dtype=np.float64), axis=1)[:, :100]
    # Between two whole numbers F stays; the outcome may lie in between.
    reached = np.clip(_STEPS + 1 - ended[:, None], 0.0, 1.0)
    return np.asarray((sums**2 * (1 - reached) + (sums - 1) ** 2 * reached).sum(axis=1))


def log_score(masses: npt.ArrayLike, outcome: npt.ArrayLike) -> Floats:
    """The negative natural logarithm of the mass of the outcome's cell, of shape (n,).

    One part in a hundred of each forecast is first spread evenly over the cells.

    Examples
    --------
    >>> round(float(log_score(np.full((1, 101), 1 / 101), [7.0])[0] - np.log(101)), 12)
    0.0
    """
    given = np.asarray(masses, dtype=np.float64)
    cell = np.rint(np.asarray(outcome, dtype=np.float64)).astype(np.int64)
    at = given[np.arange(len(given)), cell]
    return np.asarray(-np.log((1 - EVENLY) * at + EVENLY / 101))


def covered(interval: npt.ArrayLike, outcome: npt.ArrayLike) -> npt.NDArray[np.bool_]:
    """Whether each outcome's cell lies in its interval, ends included; shape (n,)."""
    ends = np.asarray(interval, dtype=np.float64)
    cell = np.rint(np.asarray(outcome, dtype=np.float64))
    return np.asarray((ends[:, 0] <= cell) & (cell <= ends[:, 1]))


def pit_histogram(masses: npt.ArrayLike, outcome: npt.ArrayLike, bins: int = 10) -> Floats:
    """How the outcomes lie within their forecasts: flat if these are right.

    The share of the probability integral transform in each bin, without random draws: an
    outcome in a cell counts evenly over the step that the distribution function takes there.

    Parameters
    ----------
    masses : array of shape (n, 101)
    outcome : array of shape (n,)
    bins : int
        1 or more.

    Returns
    -------
    array of shape (bins,)
        Sums to 1.

    References
    ----------
    C. Czado, T. Gneiting and L. Held, *Biometrics* 65 (2009), sec. 2.1.
    """
    given = np.asarray(masses, dtype=np.float64)
    row = np.arange(len(given))
    cell = np.rint(np.asarray(outcome, dtype=np.float64)).astype(np.int64)
    upper = np.minimum(np.cumsum(given, axis=1)[row, cell], 1.0)
    step = np.maximum(given[row, cell], 1e-12)
    edges = np.linspace(0.0, 1.0, bins + 1)
    below = np.clip((edges - (upper - step)[:, None]) / step[:, None], 0.0, 1.0)
    # An outcome thought impossible has no step to lie on: it counts at the foot of it.
    below[:, 0], below[:, -1] = 0.0, 1.0
    return np.asarray(np.diff(below, axis=1).mean(axis=0))
