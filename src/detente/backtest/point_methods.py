"""Every method that names one place on the scale, as a table: a name, what it is, a function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from detente.maths.pressure.baselines import constant, midrange, plurality
from detente.maths.pressure.challenge.challenge import ROUNDS, Runs, play
from detente.maths.pressure.challenge.reading import SCHOLZ_CODE, SCHOLZ_PAPER, Reading
from detente.maths.pressure.compromise import weighted_mean
from detente.maths.pressure.nash_on_a_scale import nash_at_a_level, nash_at_a_point
from detente.maths.pressure.weighted_median import weighted_median

Floats = npt.NDArray[np.float64]
#: Positions, saliences and influences of shape (n, actors), reference points of shape (n,); gives
#: forecasts of shape (n,), nan where the method has no answer. Influence is 1 where unknown.
Forecast = Callable[[Floats, Floats, Floats, Floats], Floats]

#: What every other method is compared with.
COMPROMISE = "compromise"


@dataclass(frozen=True)
class PointMethod:
    """A method and what it is, in a few words; ``influence``: only where influence is known."""

    name: str
    what: str
    forecast: Forecast
    influence: bool = False


def _challenge(
    reading: Reading, part: Callable[[Runs], Floats], *, rounds: int = ROUNDS, rest: bool = True
) -> Forecast:
    """The challenge model to its end; a salience is taken for the chance to resist."""

    def forecast(x: Floats, s: Floats, c: Floats, r: Floats) -> Floats:
        there = ~np.isnan(x)
        cares, able = np.where(there, s, 0.0) / 100, np.where(there, c, 0.0)
        return part(play(x, able, cares, reading, rounds=rounds, until_rest=rest))

    return forecast


def _last_median(runs: Runs) -> Floats:
    return runs.lower[:, -1]


def _last_mean(runs: Runs) -> Floats:
    return runs.mean[:, -1]


_Q07 = replace(SCHOLZ_PAPER, q=0.7, otherwise="left-out")

POINT_METHODS: tuple[PointMethod, ...] = (
    PointMethod(
        COMPROMISE,
        "mean weighted by influence and salience",
        lambda x, s, c, r: weighted_mean(x, c * s),
    ),
    PointMethod("mean", "plain mean", lambda x, s, c, r: weighted_mean(x)),
    PointMethod(
        "salience-mean", "mean weighted by salience", lambda x, s, c, r: weighted_mean(x, s), True
    ),
    PointMethod(
        "median", "plain median, middle of ties", lambda x, s, c, r: weighted_median(x).midpoint
    ),
    PointMethod(
        "weighted-median",
        "median weighted by influence and salience",
        lambda x, s, c, r: weighted_median(x, c * s).midpoint,
    ),
    PointMethod(
        "nash-linear",
        "Nash, linear, no agreement as bad as the far end, weighted",
        lambda x, s, c, r: nash_at_a_level(x, c * s).place,
    ),
    PointMethod(
        "nash-linear-equal",
        "Nash, linear, as bad as the far end, equal weights",
        lambda x, s, c, r: nash_at_a_level(x).place,
    ),
    PointMethod(
        "nash-quadratic",
        "Nash, quadratic, no agreement as bad as the far end, weighted",
        lambda x, s, c, r: nash_at_a_level(x, c * s, utility="quadratic").place,
    ),
    PointMethod(
        "nash-at-reference",
        "Nash, linear, reference point without agreement",
        lambda x, s, c, r: nash_at_a_point(x, c * s, r).place,
    ),
    PointMethod(
        "challenge",
        "challenge model of the paper, final median",
        _challenge(SCHOLZ_PAPER, _last_median),
    ),
    PointMethod(
        "challenge-mean",
        "challenge model of the paper, final mean",
        _challenge(SCHOLZ_PAPER, _last_mean),
    ),
    PointMethod(
        "challenge-q07",
        "challenge, Q = 0.7, final median",
        _challenge(_Q07, _last_median),
    ),
    PointMethod(
        "challenge-q07-mean", "challenge, Q = 0.7, final mean", _challenge(_Q07, _last_mean)
    ),
    PointMethod(
        "challenge-least-move",
        "challenge, least move taken, final median",
        _challenge(replace(SCHOLZ_PAPER, offer="least-move"), _last_median),
    ),
    PointMethod(
        "challenge-loser-moves",
        "challenge, losers of conflicts move, final median",
        _challenge(replace(SCHOLZ_PAPER, conflict="loser-moves"), _last_median),
    ),
    PointMethod(
        "challenge-code",
        "challenge model of the programme, median after 5 rounds",
        _challenge(SCHOLZ_CODE, _last_median, rounds=5, rest=False),
    ),
    PointMethod(
        "challenge-code-mean",
        "challenge model of the programme, mean after 5 rounds",
        _challenge(SCHOLZ_CODE, _last_mean, rounds=5, rest=False),
    ),
    PointMethod("midrange", "middle of the outermost positions", lambda x, s, c, r: midrange(x)),
    PointMethod(
        "plurality",
        "position of most actors, lowest of ties",
        lambda x, s, c, r: plurality(x).lower,
    ),
    PointMethod("constant", "50 every time", lambda x, s, c, r: constant(x)),
    PointMethod("reference", "the reference point", lambda x, s, c, r: np.array(r)),
)
