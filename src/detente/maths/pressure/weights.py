"""Positions and weights as every method on a scale takes them."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Booleans = npt.NDArray[np.bool_]


def placed(position: npt.ArrayLike, weight: npt.ArrayLike | None = None) -> tuple[Floats, Floats]:
    """Positions and weights of one shape, with weight 0 where there is no position.

    Parameters
    ----------
    position : array of shape (..., n)
        Draws first, actors last; nan where an actor has no position.
    weight : array that broadcasts to (..., n), optional
        Finite, 0 or more; only ratios count. One for everybody if left out.

    Returns
    -------
    position, weight : arrays of shape (..., n)
        The position is 0 where there is none, and has no weight there.

    Raises
    ------
    ValueError
        If a weight is negative, infinite or unknown (nan), or a position infinite. A weight
        where there is no position may be anything.
    """
    where = np.asarray(position, dtype=np.float64)
    given = np.asarray(1.0 if weight is None else weight, dtype=np.float64)
    if where.ndim == 0:
        raise ValueError("positions need an axis of actors")
    missing = np.isnan(where)
    if missing.any():
        where, given = np.where(missing, 0.0, where), np.where(missing, 0.0, given)
    kept, weights = np.broadcast_arrays(where, given)
    # Sums tell in one pass what a mask for each fault would take several for.
    if not (np.isfinite(weights.sum()) and weights.min(initial=0.0) >= 0):
        raise ValueError("weights are finite numbers of 0 or more")
    if not np.isfinite(kept.sum()):
        raise ValueError("positions are finite numbers, or nan where there is none")
    return kept, weights


def as_rows(array: Floats) -> Floats:
    """Draws of any shape in a row each: (..., n) as (draws, n), also where n is 0."""
    return array.reshape(math.prod(array.shape[:-1]), array.shape[-1])
