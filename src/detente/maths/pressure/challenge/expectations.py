"""What actors expect from challenging each other, and how risk bends it: one round, in numpy."""

from __future__ import annotations

import numpy as np

from detente.maths.pressure.challenge.reading import Reading
from detente.maths.pressure.weights import Floats

#: Utilities, which are of the order of 1, and places as parts of the range that are closer than
#: this are equal. What is left of a difference below it is rounding.
EQUAL = 1e-9
#: Parts of a range below this are nothing.
ROUNDING = 1e-12


def chances(x: Floats, weight: Floats) -> Floats:
    """The probability that the votes between two places go to the first: (n, n).

    Each actor votes its weight times how much nearer one place is to its own than the other.
    ``P[i, j]`` is the share of i's place in the votes cast between the places of i and j, one half
    where nobody votes; so ``P + P.T`` is 1.
    """
    n = x.size
    order = np.argsort(x, kind="stable")
    at = x[order] - x[order[0]]
    w = weight[order]
    sums = np.concatenate([[0.0], np.cumsum(w)])
    moments = np.concatenate([[0.0], np.cumsum(w * at)])
    low, high = np.minimum.outer(at, at), np.maximum.outer(at, at)
    middle = np.searchsorted(at, (low + high) / 2, side="left")
    upto = np.searchsorted(at, low, side="right")
    since = np.searchsorted(at, high, side="left")
    # Who stands beyond a place votes the whole distance, who stands between a part of it.
    for_low = sums[upto] * (high - low)
    for_low += (sums[middle] - sums[upto]) * (low + high) - 2 * (moments[middle] - moments[upto])
    for_high = (sums[n] - sums[since]) * (high - low)
    for_high += 2 * (moments[since] - moments[middle])
    for_high -= (sums[since] - sums[middle]) * (low + high)
    votes = for_low + for_high
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where((votes > 0) & (low < high), for_low / votes, 0.5)
    share = np.where(at[:, None] <= at[None, :], share, 1 - share)
    back = np.empty_like(share)
    back[np.ix_(order, order)] = share
    return back


def chances_among_all(x: Floats, weight: Floats, exponent: Floats, span: float) -> Floats:
    """Votes between two places as a part of the votes between all pairs of actors: (n, n).

    Distances are bent by each voter's exponent. ``P + P.T`` is not 1; both are small.
    """
    n = x.size
    order = np.argsort(x, kind="stable")
    at, w, r = x[order], weight[order], exponent[order]
    far = w[:, None] * (np.abs(at[:, None] - at[None, :]) / span) ** r[:, None]
    ranked = np.sort(far, axis=1)
    whole = 2 * float((ranked @ (2.0 * np.arange(n) - n + 1)).sum())
    if not whole > 0:
        return np.zeros((n, n))
    upto = np.vstack([np.zeros(n), np.cumsum(far, axis=0)])
    low, high = np.minimum.outer(at, at), np.maximum.outer(at, at)
    middle = np.searchsorted(at, (low + high) / 2, side="left")
    one, two = np.indices((n, n))
    left, right = np.minimum(one, two), np.maximum(one, two)
    for_low = upto[middle, right] - upto[middle, left]
    for_high = (upto[n, left] - upto[middle, left]) - (upto[n, right] - upto[middle, right])
    votes = np.where(one <= two, for_low, for_high)
    votes[low == high] = 0.0
    back = np.empty_like(votes)
    back[np.ix_(order, order)] = np.maximum(votes, 0.0) / whole
    return back


def expected(
    x: Floats,
    salience: Floats,
    chance: Floats,
    middle: float | None,
    span: float,
    q: float,
    r: Floats,
) -> Floats:
    """``E[i, j]``: what i expects from challenging j, (n, n).

    Parameters
    ----------
    x, salience : arrays of shape (n,)
        Places, and how much each cares (0 to 1): the chance that it resists a challenge.
    chance : array of shape (n, n)
        That i wins against j.
    middle : float or None
        The weighted median, to which j moves with chance 1 - q if i does not challenge; None if
        that is left out.
    span : float
        What distances are divided by.
    q : float
        The chance that nothing changes if i does not challenge.
    r : array that broadcasts to (n, n)
        Exponents of risk: of row i for its own view.
    """
    apart = np.abs(x[:, None] - x[None, :]) / span
    with np.errstate(divide="ignore"):
        # A root of what rounding leaves of nothing would be far from nothing.
        near = np.where(apart > 1 - ROUNDING, 0.0, 0.5 - 0.5 * apart)
        success = 2 - 4 * np.exp(r * np.log(near))
        failure = 2 - 4 * np.exp(r * np.log(0.5 + 0.5 * apart))
        nothing = 2 - 4 * 0.5**r
        made = salience * (chance * success + (1 - chance) * failure) + (1 - salience) * success
        made -= q * nothing
        if q < 1 and middle is not None:
            from_middle = np.abs(x - middle)[:, None] / span
            shift = 0.25 * (from_middle + apart)
            base = np.where(shift > 0.5 - ROUNDING, 0.0, 0.5 - shift)
            better = 2 - 4 * np.exp(r * np.log(base))
            worse = 2 - 4 * np.exp(r * np.log(0.5 + shift))
            made -= (1 - q) * np.where(from_middle < apart - EQUAL, better, worse)
    return np.asarray(made)


def exponents(expectation: Floats, reading: Reading) -> Floats:
    """Exponents of risk, 0.5 (averse) to 2 (acceptant), from expectations without risk: (n,)."""
    n = expectation.shape[0]
    if reading.risk == "none":
        return np.ones(n)
    own = np.diag(expectation)
    against = expectation.sum(axis=0) - own
    least, most = against.min(), against.max()
    if most - least <= EQUAL * n:
        return np.ones(n)
    summed = against if reading.risk == "1985" else expectation.sum(axis=1) - own
    basis = np.clip((2 * summed - most - least) / (most - least), -1.0, 1.0)
    return np.asarray((1 - basis / 3) / (1 + basis / 3))


def views(
    x: Floats, weight: Floats, salience: Floats, median: float, span: float, reading: Reading
) -> tuple[Floats, Floats, Floats]:
    """What each expects and thinks the other expects: ``own[i, j]``, ``other[i, j]``, exponents."""
    n = x.size
    flat = np.ones(n)
    middle = median if reading.otherwise == "median" else None

    def chance(r: Floats) -> Floats:
        if reading.chance == "pair":
            return chances(x, weight)
        return chances_among_all(x, weight, r, span)

    p = chance(flat)
    first = expected(x, salience, p, middle, span, reading.q, np.ones((n, 1)))
    r = exponents(first, reading)
    if reading.chance == "all-pairs":
        p = chance(r)
    own = expected(x, salience, p, middle, span, reading.q, r[:, None])
    if reading.other_risk == "theirs":
        return own, own.T, r
    # In i's eyes j has i's exponent: rows are j, columns i.
    other = expected(x, salience, p, middle, span, reading.q, r[None, :])
    return own, other.T, r
