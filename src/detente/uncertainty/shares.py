"""A share of draws with its interval, in numbers and words."""

from __future__ import annotations

import math

#: Two-sided 95 % of a normal distribution.
Z95 = 1.959963984540054


def wilson(count: int, of: int, z: float = Z95) -> tuple[float, float]:
    """The interval of E. B. Wilson, JASA 22 (1927), for a share of independent draws.

    Unlike the share plus and minus a standard error it stays within 0 and 1, and does not
    shrink to nothing where the share is 0 or 1.

    >>> [round(end, 4) for end in wilson(0, 10)]
    [0.0, 0.2775]
    """
    if not of:
        return 0.0, 1.0
    part = count / of
    centre = part + z * z / (2 * of)
    half = z * math.sqrt(part * (1 - part) / of + z * z / (4 * of * of))
    whole = 1 + z * z / of
    low = 0.0 if count == 0 else max(0.0, (centre - half) / whole)
    high = 1.0 if count == of else min(1.0, (centre + half) / whole)
    return low, high


class Part(float):
    """A part of 1 in a table: printed in per cent, kept exactly in the table of details."""

    __slots__ = ()

    @property
    def rounded(self) -> float:
        """Per cent to one decimal, or to so many that none and all are told from nearly so.

        >>> Part(0.12345).rounded, Part(0.99997).rounded, Part(0.00002).rounded, Part(1).rounded
        (12.3, 99.997, 0.002, 100.0)
        """
        exact = 100 * float(self)
        for decimals in range(1, 7):
            made = round(exact, decimals)
            if (made in (0, 100)) == (exact in (0, 100)):
                break
        return made

    @property
    def exact(self) -> float:
        """Per cent to six decimals."""
        return round(100 * float(self), 6)


def in_percent(part: float) -> str:
    """A part of 1 in per cent: to one figure behind the point, never rounded to none or all.

    >>> in_percent(0.12345), in_percent(0.99999), in_percent(0.00001), in_percent(1.0)
    ('12.3 %', 'over 99.9 %', 'under 0.1 %', '100 %')
    """
    if 0 < part < 0.0005:
        return "under 0.1 %"
    if 0.9995 <= part < 1:
        return "over 99.9 %"
    return f"{100 * part:.3g} %" if part >= 0.1 else f"{100 * part:.2g} %"
