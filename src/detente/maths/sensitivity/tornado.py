"""Tornado: one number at a time at its low and its high point, all others as they are.

T. Eschenbach, Interfaces 22 (1992), for the diagram and how it is read.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

#: Shares of a number's distribution that lie below its low and its high point.
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True)
class Tornado:
    """Answers with one number moved: ``base`` and, for each number, ``low`` and ``high``.

    ``order`` lists numbers from the widest swing down; those that tie in their order, and those
    with an answer that is not known (nan) at the end.
    """

    base: float
    low: Floats
    high: Floats
    order: Integers


def tornado_points(n_numbers: int) -> Floats:
    """Where to ask, (1 + 2 × n_numbers, n_numbers): shares of each distribution, nan as it is.

    First nothing moved, then each number at ``LOW``, then each at ``HIGH``.
    """
    made = np.full((1 + 2 * n_numbers, n_numbers), np.nan)
    each = np.arange(n_numbers)
    made[1 + each, each] = LOW
    made[1 + n_numbers + each, each] = HIGH
    return made


def tornado(answers: npt.ArrayLike) -> Tornado:
    """The answers at :func:`tornado_points`, put in order.

    Raises
    ------
    ValueError
        If they are not an odd number of answers in a row.
    """
    told = np.asarray(answers, dtype=float)
    if told.ndim != 1 or told.size % 2 == 0:
        raise ValueError(f"{told.shape} answers do not fit: one, and two for each number")
    n_numbers = told.size // 2
    low, high = told[1 : 1 + n_numbers], told[1 + n_numbers :]
    with_base = np.stack([np.full(n_numbers, told[0]), low, high])
    wide = np.ptp(with_base, axis=0)
    order = np.argsort(-np.where(np.isnan(wide), -np.inf, wide), kind="stable")
    return Tornado(float(told[0]), low, high, order.astype(np.int64))
