"""The draws that sensitivity is read from, and what is worked out of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.maths.sensitivity.pawn import PawnIndices, pawn_indices
from detente.maths.sensitivity.prim import Box, boxes
from detente.maths.sensitivity.sobol import SobolIndices, saltelli_points, sobol_indices
from detente.maths.sensitivity.tornado import Tornado, tornado, tornado_points
from detente.maths.sensitivity.value_of_information import (
    Worth,
    value_of_information,
    variance_saved,
)
from detente.uncertainty.distribution import Floats
from detente.uncertainty.sensitivity.asking import Asking
from detente.uncertainty.sensitivity.headlines import Headline

# Of draws in the lowest and the highest tenth of a number the share of yes is told.
_TENTH = 10
_LEAST_BASE = 64
# Of an outcome that is rarer than this no scenario is told.
_FEWEST = 20
#: What of an answer that is a number counts as much: its highest quarter.
UPPER = 0.75


@dataclass(frozen=True)
class Sample:
    """Shares (D, n_axes) evenly spread, and the outputs there."""

    shares: Floats
    outputs: dict[str, Floats]


@dataclass(frozen=True)
class Sobol:
    """The outputs at Saltelli's points, for indices of any of them."""

    outputs: dict[str, Floats]
    n_axes: int
    seed: int

    def indices(self, headline: Headline) -> SobolIndices | None:
        """Indices of a headline; None where it never moves or is not known somewhere."""
        told = headline.numbers(self.outputs)
        return sobol_indices(told, self.n_axes, self.seed) if np.isfinite(told).all() else None


@dataclass(frozen=True)
class Measured:
    """All that is worked out for one headline; None where the answer never moves."""

    told: Floats
    known: npt.NDArray[np.bool_]
    sobol: SobolIndices | None
    pawn: PawnIndices | None
    variance: Worth
    guess: Worth | None
    tornado: Tornado
    lowest: Floats
    highest: Floats
    boxes: tuple[tuple[bool, Box], ...]
    upper: float


def draw(asking: Asking, draws: int, seed: int) -> Sample:
    """Draws by Sobol's sequence; their number is a power of two."""
    from scipy.stats import qmc

    shares = qmc.Sobol(len(asking.axes), scramble=True, seed=seed).random(draws)
    return Sample(shares, asking.at(shares))


def draw_for_indices(asking: Asking, most: int, seed: int) -> Sobol:
    """Outputs at Saltelli's points, at the most so many where that is enough to begin with."""
    n_axes = len(asking.axes)
    base = _LEAST_BASE
    while 2 * base * (n_axes + 2) <= most:
        base *= 2
    return Sobol(asking.at(saltelli_points(n_axes, base, seed)), n_axes, seed)


def measure(
    asking: Asking, headline: Headline, sample: Sample, sobol: Sobol | None, seed: int
) -> Measured:
    """Every measure of a headline."""
    told = headline.numbers(sample.outputs)
    known = np.isfinite(told)
    shares, answers = sample.shares[known], told[known]
    order = np.argsort(shares, axis=0, kind="stable")
    tenth = max(1, len(answers) // _TENTH)
    guess = None
    if headline.is_yes_or_no:
        guess = value_of_information(shares, np.stack([answers, 1 - answers], axis=1), seed)
    upper = float(np.quantile(answers, UPPER))
    return Measured(
        told=told,
        known=known,
        sobol=sobol.indices(headline) if sobol else None,
        pawn=pawn_indices(shares, answers, seed),
        variance=variance_saved(shares, answers, seed),
        guess=guess,
        tornado=tornado(headline.numbers(asking.at(tornado_points(len(asking.axes))))),
        lowest=answers[order[:tenth]].mean(axis=0),
        highest=answers[order[-tenth:]].mean(axis=0),
        boxes=tuple(_boxes(headline, shares, answers, upper)),
        upper=upper,
    )


def _boxes(
    headline: Headline, shares: Floats, answers: Floats, upper: float
) -> list[tuple[bool, Box]]:
    """Boxes for yes and for no, or for a number in its highest quarter."""
    if not headline.is_yes_or_no:
        return [(True, box) for box in boxes(shares, answers > upper)]
    yes = answers > 0
    return [
        (wanted, box)
        for wanted in (True, False)
        if (yes == wanted).sum() >= _FEWEST
        for box in boxes(shares, yes == wanted)
    ]
