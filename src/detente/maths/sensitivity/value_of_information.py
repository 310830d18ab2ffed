"""What it would be worth to find out one number, from a sample of numbers and answers.

Draws are ordered by the number and cut into slices of as many draws; within a slice the number is
as good as known (M. Strong and J. E. Oakley, Medical Decision Making 33 (2013)).

For a yes/no question, forecast with a probability, the loss is the Brier score p (1 − p); knowing
a number takes away the variance of the probability given that number. For an answer that is
a number the loss is its variance, and what knowing takes away is the first-order Sobol' index
times the variance. Both are the one quantity Var(E[answer | number]), estimated without the share
that slices show by chance alone. For a choice between actions the gain is the expected value of
perfect information on that number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_LEAST_IN_A_SLICE, _MOST_SLICES = 20, 50
_DUMMIES = 20


@dataclass(frozen=True)
class Worth:
    """What knowing each number alone takes off the loss, (n_numbers,), of the ``loss`` now.

    ``dummy`` is what 19 of 20 numbers that play no part would seem to take off.
    """

    loss: float
    saved: Floats
    dummy: float


def variance_saved(numbers: npt.ArrayLike, answers: npt.ArrayLike, seed: int) -> Worth:
    """How much less spread the answer has, on average, once one number is known.

    Parameters
    ----------
    numbers : array of shape (n_draws, n_numbers)
    answers : array of shape (n_draws,)
        Numbers, or 0 and 1 for no and yes: then this is the gain in Brier score.

    Raises
    ------
    ValueError
        If shapes do not fit, an answer is not finite, or there are fewer than 40 draws.
    """
    drawn, told = _checked(numbers, answers)
    rng = np.random.default_rng([seed, 3])
    saved = np.array([_between(told[order]) for order in _orders(drawn)])
    dummy = [_between(told[rng.permutation(told.size)]) for _ in range(_DUMMIES)]
    return Worth(float(told.var()), saved, max(0.0, float(np.quantile(dummy, 0.95))))


def value_of_information(numbers: npt.ArrayLike, payoffs: npt.ArrayLike, seed: int) -> Worth:
    """The expected value of perfect information on each number alone, for a choice of actions.

    Parameters
    ----------
    numbers : array of shape (n_draws, n_numbers)
    payoffs : array of shape (n_draws, n_actions)
        What each action brings in each draw. For a guess at a category: 1 where it is right;
        then this is by how much more often the best guess would be right.

    Returns
    -------
    Worth
        ``loss`` is the value of knowing everything: how far the best action for all draws falls
        short of the best one in each.

    Notes
    -----
    The action of a slice is chosen on one half of its draws and valued on the other, so that
    chance finds are not counted as knowledge; less than nothing counts as nothing.

    Raises
    ------
    ValueError
        If shapes do not fit, a payoff is not finite, or there are fewer than 40 draws.
    """
    drawn, told = _checked(numbers, payoffs)
    if told.ndim != 2 or not told.shape[1]:
        raise ValueError(f"payoffs have shape {told.shape}; (n_draws, n_actions) is needed")
    rng = np.random.default_rng([seed, 4])
    saved = np.array([_chosen(told[order]) for order in _orders(drawn)])
    dummy = [_chosen(told[rng.permutation(told.shape[0])]) for _ in range(_DUMMIES)]
    loss = float(told.max(axis=1).mean() - told.mean(axis=0).max())
    return Worth(loss, saved, float(np.quantile(dummy, 0.95)))


def _checked(numbers: npt.ArrayLike, answers: npt.ArrayLike) -> tuple[Floats, Floats]:
    drawn, told = np.asarray(numbers, dtype=float), np.asarray(answers, dtype=float)
    if drawn.ndim != 2 or told.shape[:1] != drawn.shape[:1]:
        raise ValueError(f"numbers {drawn.shape} and answers {told.shape} do not fit")
    if not np.isfinite(told).all():
        raise ValueError("an answer is not a finite number")
    if told.shape[0] < 2 * _LEAST_IN_A_SLICE:
        raise ValueError(f"{told.shape[0]} draws are too few; {2 * _LEAST_IN_A_SLICE} at the least")
    return drawn, told


def _orders(drawn: Floats) -> list[npt.NDArray[np.intp]]:
    return [np.argsort(column, kind="stable") for column in drawn.T]


def _starts(n_draws: int) -> npt.NDArray[np.intp]:
    """Where slices begin: so many that both their number and their size grow with the draws."""
    count = min(_MOST_SLICES, max(2, int(np.sqrt(n_draws / _LEAST_IN_A_SLICE) * 2)))
    return (np.arange(count) * n_draws // count).astype(np.intp)


def _between(ordered: Floats) -> float:
    """Variance of the means of slices, less what draws without any order would show."""
    starts = _starts(ordered.size)
    sizes = np.diff(np.append(starts, ordered.size))
    means = np.add.reduceat(ordered, starts) / sizes
    between = float((sizes * (means - ordered.mean()) ** 2).sum())
    within = float(((ordered - np.repeat(means, sizes)) ** 2).sum()) / (ordered.size - sizes.size)
    return float(max(0.0, (between - (sizes.size - 1) * within) / ordered.size))


def _chosen(ordered: Floats) -> float:
    """What choosing slice by slice brings over one choice for all."""
    starts = _starts(ordered.shape[0])
    gained = 0.0
    for part in np.split(ordered, starts[1:]):
        halves = part[0::2], part[1::2]
        for own, other in (halves, halves[::-1]):
            gained += float(other[:, int(own.mean(axis=0).argmax())].sum())
    return float(max(0.0, gained / ordered.shape[0] - ordered.mean(axis=0).max()))
