"""Points as whole numbers: the scale on which a case's numbers are compared exactly."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np

from detente.case.tables import Floats, Integers
from detente.errors import UnsuitableCase

#: Powers of ten tried, smallest first.
POWERS = (1, 10, 100, 1_000, 10_000, 1_000_000, 1_000_000_000)
#: No sum of scaled numbers exceeds this, so that floating-point numbers hold each exactly.
MOST = 1 << 52
#: Where no scale is exact, numbers are rounded, but never more coarsely than one over this.
COARSEST = 1_000
# Saliences and places with more decimals than these together are calculated as they come.
_MOST_DECIMALS = 11
# Part of a unit that is left over from floating point and no reason to round away.
_NOISE = 1e-4


def choose_scale(
    summed: Mapping[str, Sequence[Floats]],
    single: Mapping[str, Sequence[Floats]],
    salience: Floats,
    *,
    largest_count: int = 1,
) -> tuple[int, bool]:
    """The smallest scale at which every number is whole, and True; else the finest, and False.

    Parameters
    ----------
    summed : mapping of str to arrays
        Numbers of which one of each array is added up, by what they are.
    single : mapping of str to arrays
        Numbers compared with such sums or with each other, by what they are.
    salience : array, (P, I)
        A party's weights are these over their sum, so the sums are tried as scales too.
    largest_count : int, optional
        How often one of the single numbers may be taken.

    Raises
    ------
    UnsuitableCase
        If the numbers are so large that they cannot be added exactly, or that rounding would
        be coarser than one over ``COARSEST``.
    """
    sizes = {what: sum(_largest(a) for a in arrays) for what, arrays in summed.items()}
    total = sum(sizes.values())
    sizes |= {
        what: largest_count * max(map(_largest, arrays), default=0.0)
        for what, arrays in single.items()
    }
    most = max(total, *sizes.values(), 1.0)
    arrays = [a for group in (summed, single) for part in group.values() for a in part]
    fitting = [scale for scale in POWERS if most * scale <= MOST]
    shares = _scale_of_shares(salience)
    more = [shares * p for p in POWERS if shares > 1 and shares * p <= POWERS[-1]]
    for scale in (*fitting, *(s for s in more if most * s <= MOST)):
        if all(np.array_equal(np.rint(a * scale) / scale, a) for a in arrays):
            return scale, True
    if not fitting or fitting[-1] < COARSEST:
        what = max(sizes, key=sizes.__getitem__)
        raise UnsuitableCase(
            f"the numbers are too large to be added exactly: {what} come to {sizes[what]:g}; "
            "use a larger unit"
        )
    return fitting[-1], False


def _largest(values: Floats) -> float:
    return float(np.abs(values).max(initial=0.0))


def _scale_of_shares(salience: Floats) -> int:
    """A number that makes all parties' shares of salience whole; 1 where there is no small one."""
    given = np.nan_to_num(salience)
    power = _power_of(given, _MOST_DECIMALS)
    if power is None:
        return 1
    made = 1
    for row in np.rint(given * power).astype(np.int64).tolist():
        divisor = math.gcd(*row)
        if divisor:
            made = math.lcm(made, sum(row) // divisor)
        if made > POWERS[-1]:
            return 1
    return made


def _power_of(values: Floats, most_decimals: int) -> int | None:
    """The smallest power of ten that makes all values whole; None if it has too many zeros."""
    known = values[~np.isnan(values)]
    for decimals in range(most_decimals + 1):
        power: int = 10**decimals
        if np.array_equal(np.rint(known * power) / power, known):
            return power
    return None


def points_by_place(salience: Floats, position: Floats, places: Sequence[Floats]) -> list[Floats]:
    """Points of every issue's options, (n_options, P): ``weight × (1 − |place − position| / 100)``.

    Numerators and denominators are whole, so that each value is the floating-point number next
    to the exact one. What is not known is 0.
    """
    total = np.nansum(salience, axis=1)
    cares = _power_of(salience, _MOST_DECIMALS)
    lies = _power_of(np.concatenate([position.ravel(), *places]), _MOST_DECIMALS)
    if cares is None or lies is None or cares * lies > 10**_MOST_DECIMALS:
        cares = lies = 1  # too fine to be exact: rounded like everything computed
    else:
        salience, position = np.rint(salience * cares), np.rint(position * lies)
        places = [np.rint(at * lies) for at in places]
        total = np.rint(total * cares)
    made = []
    for column, at in enumerate(places):
        away = np.abs(at[:, None] - position[None, :, column])
        worth = salience[None, :, column] * (100 * lies - away)
        made.append(
            np.nan_to_num(np.divide(worth, total * lies, out=np.zeros_like(worth), where=total > 0))
        )
    return made


def added(a: float, b: float) -> float:
    """The sum of two numbers as decimals: 0.1 and 0.2 are 0.3.

    >>> added(0.1, 0.2)
    0.3
    """
    return float(Decimal(repr(a)) + Decimal(repr(b)))


def whole(values: Floats, scale: int) -> Integers:
    """Scaled values as whole numbers, the nearest."""
    return np.rint(values * scale).astype(np.int64)


def whole_above(values: Floats, scale: int) -> Integers:
    """Scaled values rounded up, so that a deal that just reaches what is asked still does."""
    return np.ceil(values * scale - _NOISE).astype(np.int64)


def whole_below(values: Floats, scale: int) -> Integers:
    """Scaled values rounded down, as what is asked is where nothing is exact."""
    return np.floor(values * scale + _NOISE).astype(np.int64)
