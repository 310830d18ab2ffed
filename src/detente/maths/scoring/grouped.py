"""Issues that hang together: folds that never split a group, and a bootstrap of whole groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_DRAWS = 10_000
# Numbers of groups drawn that are held at a time.
_CELLS = 5_000_000


class Difference(NamedTuple):
    """A mean difference and its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        """Whether the interval excludes zero."""
        return self.low > 0 or self.high < 0


def paired_bootstrap(
    difference: npt.ArrayLike,
    groups: Sequence[str],
    *,
    rng: np.random.Generator,
    draws: int = _DRAWS,
) -> Difference | None:
    """The mean of differences between two forecasts of the same issues, and how sure it is.

    Whole groups are drawn with replacement and the mean taken over all issues of those drawn;
    the interval lies between the 2.5th and the 97.5th percentile of these means.

    Parameters
    ----------
    difference : array of shape (n,)
        One method's error less the other's, issue by issue.
    groups : sequence of n str
        To which group (proposal) each issue belongs.
    rng : numpy.random.Generator
        Draws the groups.
    draws : int
        How many times.

    Returns
    -------
    Difference or None
        None where there are fewer than two groups: nothing can be said of how sure it is.

    References
    ----------
    A. C. Davison and D. V. Hinkley, *Bootstrap Methods and their Application* (1997), sec. 3.8.

    Examples
    --------
    >>> paired_bootstrap([1.0, 1.0, 1.0], "aab", rng=np.random.default_rng(0))
    Difference(mean=1.0, low=1.0, high=1.0)
    """
    values = np.asarray(difference, dtype=np.float64)
    names, member = np.unique(np.asarray(list(groups)), return_inverse=True)
    n = len(names)
    if n < 2:
        return None
    sums = np.bincount(member, weights=values, minlength=n)
    sizes = np.bincount(member, minlength=n).astype(np.float64)
    means = np.empty(draws)
    step = max(1, _CELLS // n)
    for start in range(0, draws, step):
        part = means[start : start + step]
        times = rng.multinomial(n, np.full(n, 1 / n), size=part.size).astype(np.float64)
        part[:] = (times @ sums) / (times @ sizes)
    low, high = np.quantile(np.sort(means), [0.025, 0.975])
    return Difference(float(values.mean()), float(low), float(high))


def folds_of(
    groups: Sequence[str], folds: int, *, rng: np.random.Generator
) -> npt.NDArray[np.int64]:
    """A fold for each issue, from 0, such that a group is never split.

    Groups are shuffled and dealt out in turn, so folds have nearly as many groups each.

    Raises
    ------
    ValueError
        If there are fewer groups than folds, or fewer than two folds.
    """
    names, member = np.unique(np.asarray(list(groups)), return_inverse=True)
    if not 2 <= folds <= len(names):
        raise ValueError(f"{len(names)} groups cannot make {folds} folds")
    dealt = np.empty(len(names), dtype=np.int64)
    dealt[rng.permutation(len(names))] = np.arange(len(names)) % folds
    return np.asarray(dealt[member])
