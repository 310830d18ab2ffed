"""Numbers of other scales onto 0 to 100, so that the original numbers come back exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from detente.formats.bounded import exact

_FACTOR = re.compile(r"(influence|salience) = \w+ x ([0-9.eE+-]{1,40})")


@dataclass(frozen=True)
class Scale:
    """A scale whose ``low`` becomes 0 and whose ``high`` becomes 100."""

    low: Fraction
    high: Fraction

    def place(self, number: Fraction) -> float:
        """Where a number of this scale lies from 0 to 100."""
        return float((number - self.low) * 100 / (self.high - self.low))

    def original(self, place: float) -> float:
        """The number at a place: of all that lie there, the one with the fewest digits.

        >>> scale = Scale(Fraction("13.2"), Fraction("14.25"))
        >>> scale.original(scale.place(Fraction("13.95")))
        13.95
        """
        if self.place(Fraction(0)) == place:
            return 0.0
        guess = float(self.low + Fraction(place) * (self.high - self.low) / 100)
        for digits in range(1, 18):
            shorter = f"{guess:.{digits}g}"
            if self.place(Fraction(shorter)) == place:
                return float(shorter)
        return guess


def times(factor: Fraction) -> Scale:
    """The scale on which every number is multiplied by a factor."""
    return Scale(Fraction(0), 100 / factor)


def scale_of_places(given: Iterable[Fraction | None]) -> Scale:
    """The scale that positions of a table without stated ends lie on.

    From 0 to 1 if all lie there; from 0 to 100 if they lie there and cover half of it or more;
    else the least and the greatest position are its ends (as in expected-utility models, which
    measure distances by the range of the positions).
    """
    places = [place for place in given if place is not None]
    low, high = min(places, default=Fraction(0)), max(places, default=Fraction(0))
    if low >= 0 and high <= 1:
        return Scale(Fraction(0), Fraction(1))
    if low >= 0 and high <= 100 and high - low >= 50:
        return Scale(Fraction(0), Fraction(100))
    return Scale(low, high) if low < high else Scale(low - 1, low + 1)


def scale_of_salience(weights: Iterable[Fraction]) -> Scale:
    """0 to 1 if no salience is above 1, else 0 to 100."""
    return Scale(Fraction(0), Fraction(1 if max(weights, default=Fraction(0)) <= 1 else 100))


def scale_of_power(powers: Iterable[Fraction]) -> Scale:
    """The largest power of ten by which every capability stays at most 100: digits are kept."""
    greatest = max(powers, default=Fraction(0))
    factor = Fraction(1)
    if greatest > 0:
        while greatest * factor * 10 <= 100:
            factor *= 10
        while greatest * factor > 100:
            factor /= 10
    return times(factor)


def factor_words(what: str, word: str, scale: Scale) -> str:
    """The factor of a scale in words that :func:`factor_in` reads: ``influence = power x 10``."""
    return f"{what} = {word} x {float(100 / scale.high):g}"


def factor_in(text: str, what: str) -> Scale:
    """The scale that words of :func:`factor_words` name; 0 to 100 as it stands without them."""
    for found in _FACTOR.finditer(text):
        if found[1] == what:
            return times(exact(found[2], "the factor"))
    return times(Fraction(1))
