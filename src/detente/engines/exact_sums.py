"""Sums of floats without rounding, whatever the order and the grouping.

A float64 is a whole number of units of 2**-1074. A sum is kept as such a whole number, cut into
limbs of 32 bits (a "superaccumulator", Kulisch 2013 [1]_), so addition is addition of integers:
associative, commutative, exact. It is rounded once, at the end, to the nearest float.

References
----------
.. [1] U. Kulisch, "Computer Arithmetic and Validity", 2nd edition, de Gruyter 2013, chapter 8.
"""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
from numpy.typing import ArrayLike, NDArray

_BITS = 32
_MASK = (1 << _BITS) - 1
_UNIT = 1074  # the smallest float64 above zero is 2**-_UNIT
_MANTISSA = 53
# The largest float64 has its highest bit at place 1023 + 1074; 2**60 of them need 60 bits more.
_LIMBS = -(-(1024 + _UNIT + 60) // _BITS)
# One number adds less than 2**34 to a limb, which has room for 2**63.
_ADDITIONS_BEFORE_CARRY = 1 << 28


class ExactSums:
    """A running sum for each entry of an array.

    Parameters
    ----------
    shape : tuple of int
        Shape of the array of sums.

    Examples
    --------
    >>> total = ExactSums((2,))
    >>> total.add_rows([[1e16, 0.1], [1.0, 0.1], [-1e16, 0.1]])
    >>> total.values()
    array([1. , 0.3])
    """

    __slots__ = ("_additions", "_limbs", "shape")

    def __init__(self, shape: tuple[int, ...] = ()) -> None:
        self.shape = shape
        self._limbs = np.zeros((_LIMBS, math.prod(shape)), np.int64)
        self._additions = 0

    @classmethod
    def of(cls, rows: ArrayLike) -> ExactSums:
        """Return the sums of ``rows`` over their first axis."""
        array = np.asarray(rows, np.float64)
        sums = cls(array.shape[1:])
        sums.add_rows(array)
        return sums

    def add_rows(self, rows: ArrayLike) -> None:
        """Add every row of an array of shape ``(n, *shape)``.

        Raises
        ------
        ValueError
            If the shape is another, or a number is infinite or NaN.
        """
        array = np.asarray(rows, np.float64)
        if array.shape[1:] != self.shape or array.ndim != len(self.shape) + 1:
            raise ValueError(f"rows of shape {array.shape[1:]}, sums of shape {self.shape}")
        if not np.isfinite(array).all():
            raise ValueError("a number to be added is infinite or NaN")
        step = _ADDITIONS_BEFORE_CARRY
        flat = array.reshape(len(array), self._limbs.shape[1])
        for start in range(0, len(flat), step):
            part = flat[start : start + step]
            self._make_room(len(part))
            self._add(part)

    def merge(self, other: ExactSums) -> None:
        """Add the sums of ``other`` to these.

        Raises
        ------
        ValueError
            If the shape is another.
        """
        if other.shape != self.shape:
            raise ValueError(f"sums of shape {other.shape}, not {self.shape}")
        self._make_room(other._additions + 1)
        self._limbs += other._limbs

    def values(self) -> NDArray[np.float64]:
        """Return the sums, each rounded once to the nearest float (infinite beyond the largest)."""
        rounded = [_nearest(whole) for whole in self._wholes()]
        return np.array(rounded, np.float64).reshape(self.shape)

    def fractions(self) -> list[Fraction]:
        """Return the sums unrounded, in the order of the flattened array."""
        return [Fraction(whole, 1 << _UNIT) for whole in self._wholes()]

    def limbs(self) -> NDArray[np.int64]:
        """Return the sums as integers to be stored, shape ``(limbs, *shape)``.

        Equal sums have equal limbs.
        """
        return self._carried().reshape(_LIMBS, *self.shape).copy()

    @classmethod
    def from_limbs(cls, limbs: NDArray[np.int64]) -> ExactSums:
        """Return the sums that :meth:`limbs` was taken of.

        Raises
        ------
        ValueError
            If these are no limbs of sums.
        """
        if limbs.ndim == 0 or limbs.shape[0] != _LIMBS or limbs.dtype != np.int64:
            raise ValueError(f"no limbs of sums: shape {limbs.shape}, type {limbs.dtype}")
        sums = cls(limbs.shape[1:])
        sums._limbs += limbs.reshape(_LIMBS, -1)
        sums._additions = 1
        return sums

    def _add(self, part: NDArray[np.float64]) -> None:
        columns = part.shape[1]
        fraction, exponent = np.frexp(part)
        whole = np.ldexp(fraction, _MANTISSA).astype(np.int64)
        place = exponent.astype(np.int64) + (_UNIT - _MANTISSA)
        # Below the normal range the last bits are zero: shift them out, the place cannot be less.
        whole >>= np.maximum(-place, 0)
        np.maximum(place, 0, out=place)
        limb, shift = np.divmod(place, _BITS)
        low = (whole & _MASK) << shift
        high = (whole >> _BITS) << shift
        target = (limb * columns + np.arange(columns)).ravel()
        flat = self._limbs.reshape(-1)
        np.add.at(flat, target, (low & _MASK).ravel())
        np.add.at(flat, target + columns, ((low >> _BITS) + (high & _MASK)).ravel())
        np.add.at(flat, target + 2 * columns, (high >> _BITS).ravel())

    def _make_room(self, additions: int) -> None:
        if self._additions + additions > _ADDITIONS_BEFORE_CARRY:
            self._carried()
        self._additions += additions

    def _carried(self) -> NDArray[np.int64]:
        """Bring every limb but the highest into 0 ... 2**32 - 1."""
        if self._additions:
            for limb in range(_LIMBS - 1):
                carry = self._limbs[limb] >> _BITS
                self._limbs[limb] &= _MASK
                self._limbs[limb + 1] += carry
            self._additions = 0
        return self._limbs

    def _wholes(self) -> list[int]:
        """Return the sums in units of 2**-1074."""
        columns = self._carried().T.tolist()
        return [sum(limb << (_BITS * i) for i, limb in enumerate(c) if limb) for c in columns]


def _nearest(whole: int) -> float:
    try:
        return whole / (1 << _UNIT)
    except OverflowError:
        return -math.inf if whole < 0 else math.inf
