"""The compromise model: a mean of positions, weighted by influence and salience.

J. Van den Bos, *Dutch EC Policy Making* (1991), gives it as the base model of collective
decisions; C. H. Achen, in Thomson et al. (eds), *The European Union Decides* (2006), ch. 4, derives
it as the Nash bargaining solution where having no agreement is very bad for everybody.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from detente.maths.pressure.weights import Floats, placed


def weighted_mean(position: npt.ArrayLike, weight: npt.ArrayLike | None = None) -> Floats:
    """The mean of positions, each with its weight: ``sum(w x) / sum(w)``.

    Parameters
    ----------
    position : array of shape (..., n)
        Draws first, actors last; nan where an actor has no position.
    weight : array that broadcasts to (..., n), optional
        0 or more; only ratios count. One for everybody if left out: the plain mean.

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
    >>> float(weighted_mean([0.0, 100.0, float("nan")], [3, 1, 9]))
    25.0
    """
    where, weights = placed(position, weight)
    total = weights.sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.einsum("...n,...n->...", where, weights) / total)


def compromise(
    position: npt.ArrayLike, influence: npt.ArrayLike, salience: npt.ArrayLike
) -> Floats:
    """The mean of positions weighted by influence times salience (the compromise model).

    Parameters
    ----------
    position, influence, salience : arrays that broadcast to (..., n)
        As for :func:`weighted_mean`; the two weights are multiplied.

    Returns
    -------
    array of shape (...)

    Raises
    ------
    ValueError
        See :func:`detente.maths.pressure.weights.placed`.

    Examples
    --------
    >>> float(compromise([0.0, 100.0], [2, 1], [1, 2]))
    50.0
    """
    return weighted_mean(position, np.multiply(influence, salience, dtype=np.float64))


def weight_shares(position: npt.ArrayLike, weight: npt.ArrayLike | None = None) -> Floats:
    """What part of the whole weight each actor has: how far the mean follows its moves.

    If actor i moves by d, the weighted mean moves by ``share[i] * d``.

    Parameters
    ----------
    position, weight : arrays
        As for :func:`weighted_mean`.

    Returns
    -------
    array of shape (..., n)
        Sums to 1; nan for all where nobody with a position has weight.

    Raises
    ------
    ValueError
        See :func:`detente.maths.pressure.weights.placed`.

    Examples
    --------
    >>> weight_shares([0.0, 100.0], [3, 1]).tolist()
    [0.75, 0.25]
    """
    _, weights = placed(position, weight)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(weights / weights.sum(axis=-1, keepdims=True))


def move_needed(
    position: npt.ArrayLike, weight: npt.ArrayLike | None, wanted: npt.ArrayLike
) -> Floats:
    """Where each actor alone would have to stand to bring the weighted mean to a place.

    Parameters
    ----------
    position, weight : arrays
        As for :func:`weighted_mean`.
    wanted : array that broadcasts to (...)
        The place that the mean is to have.

    Returns
    -------
    array of shape (..., n)
        The position needed, which may lie off the scale: then the actor cannot do it alone.
        nan for an actor without weight, whose moves change nothing.

    Raises
    ------
    ValueError
        See :func:`detente.maths.pressure.weights.placed`.

    Examples
    --------
    >>> move_needed([0.0, 100.0], [3, 1], 40.0).tolist()
    [20.0, 160.0]
    """
    where, weights = placed(position, weight)
    gap = np.asarray(wanted, dtype=np.float64) - weighted_mean(where, weights)
    share = weight_shares(where, weights)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(share > 0, where + gap[..., None] / share, np.nan))


def mean_bounds(
    position: npt.ArrayLike, low: npt.ArrayLike, high: npt.ArrayLike
) -> tuple[Floats, Floats]:
    """The least and greatest weighted mean when each weight lies anywhere in a range.

    A mean rises with the weight of whoever stands above it and falls with that of whoever
    stands below, so at the greatest mean all above some place have their greatest weight and
    all others their least; every such division is tried.

    Parameters
    ----------
    position : array of shape (n,)
        nan where an actor has no position.
    low, high : arrays of shape (n,)
        Least and greatest weight, ``0 <= low <= high``.

    Returns
    -------
    least, greatest : arrays of shape ()
        nan where nobody with a position can have weight. Where all weights can be 0 at once, such
        a mean, which is none, is left aside.

    Raises
    ------
    ValueError
        If a range is upside down; else see :func:`detente.maths.pressure.weights.placed`.

    Examples
    --------
    >>> [float(x) for x in mean_bounds([0, 50, 100], [1, 0, 1], [1, 2, 1])]
    [50.0, 50.0]
    >>> [float(x) for x in mean_bounds([0, 100], [1, 1], [1, 3])]
    [50.0, 75.0]
    """
    where, least = placed(position, low)
    _, most = placed(position, high)
    if (least > most).any():
        raise ValueError("a least weight is above its greatest")
    order = np.argsort(where, kind="stable")
    where, least, most = where[order], least[order], most[order]
    above = np.arange(where.size) >= np.arange(where.size + 1)[:, None]
    ends = []
    for weights in (np.where(above, least, most), np.where(above, most, least)):
        means = weighted_mean(where, weights)
        ends.append(means[~np.isnan(means)])
    if not ends[0].size or not ends[1].size:
        return np.asarray(np.nan), np.asarray(np.nan)
    return np.asarray(ends[0].min()), np.asarray(ends[1].max())
