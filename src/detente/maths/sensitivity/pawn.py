"""PAWN: how far the whole distribution of an answer moves where one number is fixed.

F. Pianosi and T. Wagener, Environmental Modelling & Software 67 (2015) and 108 (2018), from any
sample of numbers and answers. What a number that plays no part would score on the same sample is
told beside it (the dummy of F. Khorashadi Zadeh and others, 91 (2017)).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

import numpy as np
import numpy.typing as npt

from detente.errors import MissingExtra

Floats = npt.NDArray[np.float64]

_DUMMIES = 20
# SALib steps from 0 to 1 in floating point and misses the last edge for some other counts.
_SLICES = 10


@dataclass(frozen=True)
class PawnIndices:
    """Kolmogorov-Smirnov distances between 0 and 1, over slices of each number, (n_numbers,).

    ``dummy`` is the distance that 19 of 20 numbers without any part would stay below.
    """

    median: Floats
    largest: Floats
    dummy: float


def pawn_indices(numbers: npt.ArrayLike, answers: npt.ArrayLike, seed: int) -> PawnIndices | None:
    """The indices from a sample: ``numbers`` (n_draws, n_numbers) and ``answers`` (n_draws,).

    None if the answer is the same in every draw.

    Raises
    ------
    ValueError
        If shapes do not fit, an answer is not finite, or there are fewer than 100 draws.
    MissingExtra
        If SALib is not installed (extra ``sensitivity``).
    """
    drawn, told = np.asarray(numbers, dtype=float), np.asarray(answers, dtype=float)
    if drawn.ndim != 2 or told.shape != drawn.shape[:1] or not drawn.shape[1]:
        raise ValueError(f"numbers {drawn.shape} and answers {told.shape} do not fit")
    if not np.isfinite(told).all():
        raise ValueError("an answer is not a finite number")
    if told.size < 10 * _SLICES:
        raise ValueError(f"{told.size} draws are too few for {_SLICES} slices")
    pawn = _analysis()
    if np.ptp(told) == 0:
        return None
    # By rank: numbers that many draws share are spread over slices and not one slice alone.
    ranked = np.argsort(np.argsort(drawn, axis=0, kind="stable"), axis=0, kind="stable")
    rng = np.random.default_rng([seed, 2])
    dummies = np.stack([rng.permutation(told.size) for _ in range(_DUMMIES)], axis=1)
    ranks = np.concatenate([ranked, dummies], axis=1).astype(float)
    made = pawn.analyze(_problem(ranks.shape[1]), ranks, told, S=_SLICES)
    median, largest = np.array(made["median"]), np.array(made["maximum"])
    n_numbers = drawn.shape[1]
    return PawnIndices(
        median[:n_numbers],
        largest[:n_numbers],
        float(np.quantile(median[n_numbers:], 0.95)),
    )


def _problem(n_numbers: int) -> dict[str, object]:
    return {
        "num_vars": n_numbers,
        "names": [str(number) for number in range(n_numbers)],
        "bounds": [[0.0, 1.0]] * n_numbers,
    }


def _analysis() -> ModuleType:
    try:
        from SALib.analyze import pawn
    except ImportError:
        raise MissingExtra("SALib", "sensitivity", "PAWN indices") from None
    module: ModuleType = pawn
    return module
