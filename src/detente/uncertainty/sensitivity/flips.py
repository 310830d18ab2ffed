"""What would change the answer, in values of the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.maths.sensitivity.flip import Flip, Labels, pair_flips, single_flips
from detente.uncertainty.distribution import Floats
from detente.uncertainty.sensitivity.asking import Asking, Axis
from detente.uncertainty.sensitivity.headlines import Headline

_DIGITS = range(1, 13)
#: Numbers of which pairs are tried: the pairs of more than these cost more than all else.
PAIRED = 8
_FEW_STEPS = 6
# Rounding may cross so much more of a number's distribution.
_ROUNDED = 0.003


@dataclass(frozen=True)
class Change:
    """A smallest change that flips the answer: of each axis what it is, from and to where."""

    axes: tuple[Axis, ...]
    origins: tuple[str, ...]
    places: tuple[str, ...]
    change: float
    answer: str

    @property
    def words(self) -> str:
        """The change in words: ``China's alternative from 72 down to 69.9``."""
        return " and ".join(
            f"{axis.label} from {origin} {place}"
            for axis, origin, place in zip(self.axes, self.origins, self.places, strict=True)
        )


def changes(
    asking: Asking, headline: Headline, order: Sequence[int], *, heavy: bool
) -> tuple[list[Change], list[Change]]:
    """The smallest changes of one axis, and of two, that flip the answer.

    ``order`` lists axes, what matters most first: of the first ones pairs are tried. Where an
    answer is ``heavy`` only these are tried, alone and in fewer steps, and no pairs.
    """

    def ask(rows: Floats) -> Labels:
        return headline.labels(asking.at(rows))

    few = order[:PAIRED]
    if heavy:
        single, pairs = single_flips(asking.start, ask, few, steps=_FEW_STEPS), []
    else:
        single = single_flips(asking.start, ask)
        pairs = pair_flips(asking.start, ask, few, single)
    return (
        [_told(asking, headline, flip) for flip in single],
        [_told(asking, headline, flip) for flip in pairs],
    )


def _told(asking: Asking, headline: Headline, flip: Flip) -> Change:
    axes = tuple(asking.axes[number] for number in flip.numbers)
    shares = _readable(asking, headline, flip)
    places = []
    for axis, way, share in zip(axes, flip.ways, shares, strict=True):
        if axis.single is None:
            places.append(f"{_way(way)} to the {100 * share:.3g} % point of each")
        else:
            places.append(f"{_way(way)} to {share:.12g}")
    origins = tuple(
        f"{axis.single.central:.6g}" if axis.single else "what is given" for axis in axes
    )
    return Change(axes, origins, tuple(places), flip.change, headline.label_words(flip.answer))


def _way(way: int) -> str:
    return "down" if way < 0 else "up"


def _readable(asking: Asking, headline: Headline, flip: Flip) -> tuple[float, ...]:
    """Values with as few digits as still flip the answer as they stand; shares for groups."""
    axes = [asking.axes[number] for number in flip.numbers]
    exact = [
        share if axis.single is None else axis.value(share)
        for axis, share in zip(axes, flip.shares, strict=True)
    ]
    rows, tried = [], []
    for digits in _DIGITS:
        values = [
            value if axis.single is None else _rounded(value, way, digits)
            for axis, value, way in zip(axes, exact, flip.ways, strict=True)
        ]
        row = np.full(len(asking.axes), np.nan)
        near = True
        for number, axis, value, share in zip(flip.numbers, axes, values, flip.shares, strict=True):
            row[number] = value if axis.single is None else axis.share(value)
            near &= abs(row[number] - share) <= _ROUNDED
        if near:
            rows.append(row)
            tried.append(tuple(values))
    if rows:
        answers = headline.labels(asking.at(np.array(rows)))
        for readable, answer in zip(tried, answers.tolist(), strict=True):
            if answer == flip.answer:
                return readable
    return tuple(exact)


def _rounded(value: float, way: int, digits: int) -> float:
    """A value rounded the way it is moved, to so many digits that count."""
    if value == 0:
        return 0.0
    unit = 10.0 ** (int(np.floor(np.log10(abs(value)))) + 1 - digits)
    steps = np.floor(value / unit) if way < 0 else np.ceil(value / unit)
    # As people write it: 57.7, and not 57.7 as the product of two binary fractions.
    return float(f"{steps * unit:.{digits + 1}g}")
