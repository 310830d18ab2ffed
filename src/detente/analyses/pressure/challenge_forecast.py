"""Where the challenge model ends on each issue, for whoever wants only that."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from detente.maths.pressure.challenge.challenge import ROUNDS, play
from detente.maths.pressure.challenge.reading import SCHOLZ_PAPER, Reading

Floats = npt.NDArray[np.float64]


class ChallengeForecast(NamedTuple):
    """Weighted median and mean of the last places, by issue; nan where nobody has weight."""

    median: Floats
    mean: Floats


def challenge_forecast(
    positions: npt.ArrayLike,
    capability: npt.ArrayLike,
    salience: npt.ArrayLike,
    reading: Reading = SCHOLZ_PAPER,
    *,
    rounds: int = ROUNDS,
) -> ChallengeForecast:
    """Play the challenge model on several issues. Exploratory: show it only beside the mean.

    Parameters
    ----------
    positions : array of shape (issues, parties)
        Places; nan where a party has none.
    capability : array of shape (parties,) or (issues, parties)
        0 or more; only ratios on an issue count.
    salience : array of shape (issues, parties)
        0 to 100, as in a case.
    reading, rounds
        See :func:`detente.maths.pressure.challenge.challenge.play`.

    Returns
    -------
    ChallengeForecast

    Raises
    ------
    ValueError
        As for :func:`detente.maths.pressure.challenge.challenge.play`.

    Examples
    --------
    >>> made = challenge_forecast([[0, 50, 100], [20, 20, 20]], [1, 1, 1], [[50] * 3] * 2)
    >>> made.mean.round(3).tolist()
    [50.0, 20.0]
    """
    resists = np.asarray(salience, dtype=np.float64) / 100
    runs = play(positions, capability, resists, reading, rounds=rounds)
    return ChallengeForecast(runs.median[:, -1], runs.mean[:, -1])
