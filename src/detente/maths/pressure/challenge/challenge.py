"""The challenge model played round by round: many draws at once, or one with all its offers.

J. B. Scholz, G. J. Calbert and G. A. Smith, *Journal of Theoretical Politics* 23 (2011), Appendix,
after B. Bueno de Mesquita, *American Political Science Review* 79 (1985) and *International
Interactions* 23 (1997).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.maths.pressure.challenge.expectations import EQUAL, views
from detente.maths.pressure.challenge.offers import Taken, take_offers
from detente.maths.pressure.challenge.reading import SCHOLZ_PAPER, Reading
from detente.maths.pressure.compromise import weighted_mean
from detente.maths.pressure.weighted_median import weighted_median
from detente.maths.pressure.weights import Floats, placed

ROUNDS = 10
#: The median rests when it moves by less than this part of the range at the start.
REST = 1e-6
# From here on it pays to load compiled code.
_ROUNDS, _WORK = 2_000, 4_000_000


@dataclass(frozen=True)
class Runs:
    """What became of draws; N draws, T rounds, n actors.

    ``lower``, ``upper`` and ``mean`` are (N, T + 1), the first column at the start; ``places``
    (N, n) at the end, nan where an actor has none; ``played`` (N,) the rounds that were played.
    Once a run rests, its last numbers are repeated.
    """

    lower: Floats
    upper: Floats
    mean: Floats
    places: Floats
    played: npt.NDArray[np.int64]

    @property
    def median(self) -> Floats:
        """The weighted median, the middle between lower and upper where they differ."""
        return np.asarray((self.lower + self.upper) / 2)


@dataclass(frozen=True)
class Round:
    """One round of one draw: places before it, exponents of risk, and the offers taken."""

    before: Floats
    exponent: Floats
    taken: Taken


@dataclass(frozen=True)
class Trace:
    """One draw with its rounds; ``there`` are the numbers of the actors that have a place."""

    there: npt.NDArray[np.int64]
    rounds: tuple[Round, ...]
    runs: Runs


def play(
    position: npt.ArrayLike,
    capability: npt.ArrayLike,
    salience: npt.ArrayLike,
    reading: Reading = SCHOLZ_PAPER,
    *,
    rounds: int = ROUNDS,
    until_rest: bool = False,
    compiled: bool | None = None,
) -> Runs:
    """Play the challenge model on one issue, for one draw or many.

    Parameters
    ----------
    position : array of shape (n,) or (N, n)
        Draws first, actors last; nan where an actor has no position and takes no part.
    capability, salience : arrays that broadcast to it
        Capability 0 or more, only ratios count; salience 0 to 1, the chance to resist. What
        stands where there is no position does not count.
    reading : Reading
        Which of the published readings.
    rounds : int
        The most rounds to play, 1 or more.
    until_rest : bool
        Stop when the median no longer moves from one round to the next (not before the second).
        The paper has no such rule and finds no reason why the model should come to rest.
    compiled : bool, optional
        Whether to use numba; by default where there is enough work for it.

    Returns
    -------
    Runs

    Raises
    ------
    ValueError
        If salience is not between 0 and 1, ``rounds`` less than 1, or for weights see
        :func:`detente.maths.pressure.weights.placed`.

    Examples
    --------
    >>> runs = play([0.0, 40.0, 100.0], [1.0, 1.0, 3.0], [0.9, 0.2, 0.9], rounds=2)
    >>> [round(float(m), 3) for m in runs.mean[0]]
    [73.158, 73.628, 74.11]
    """
    x, w, s = _arrays(position, capability, salience, rounds)
    draws, n = x.shape
    played = np.zeros(draws, np.int64)
    lower, upper, mean = (np.full((draws, rounds + 1), np.nan) for _ in range(3))
    work = draws * rounds * n * n
    if compiled is None:
        compiled = draws * rounds > _ROUNDS or work > _WORK
    if compiled:
        try:
            from detente.maths.pressure.challenge.kernel import run_draws
        except ImportError:  # numba lags behind new Python versions
            compiled = False
    if compiled:
        run_draws(
            x, w, s, _codes(reading), reading.q, rounds, until_rest, lower, upper, mean, played
        )
        return Runs(lower, upper, mean, x, played)
    for draw in range(draws):
        there = np.flatnonzero(~np.isnan(x[draw]))
        if not there.size or not w[draw, there].sum() > 0:
            continue
        at, steps = _played(
            x[draw, there], w[draw, there], s[draw, there], reading, rounds, until_rest
        )
        x[draw, there] = at[-1]
        played[draw] = len(steps)
        states = np.array([*at, *[at[-1]] * (rounds + 1 - len(at))])
        middle = weighted_median(states, w[draw, there])
        lower[draw], upper[draw] = middle.lower, middle.upper
        mean[draw] = weighted_mean(states, w[draw, there])
    return Runs(lower, upper, mean, x, played)


def trace(
    position: npt.ArrayLike,
    capability: npt.ArrayLike,
    salience: npt.ArrayLike,
    reading: Reading = SCHOLZ_PAPER,
    *,
    rounds: int = ROUNDS,
    until_rest: bool = False,
) -> Trace:
    """One draw with every offer that was taken; parameters as for :func:`play`.

    Raises
    ------
    ValueError
        As for :func:`play`; also if there are several draws.
    """
    x, w, s = _arrays(position, capability, salience, rounds)
    if x.shape[0] != 1:
        raise ValueError("a trace is of one draw")
    runs = play(
        position, capability, salience, reading,
        rounds=rounds, until_rest=until_rest, compiled=False,
    )  # fmt: skip
    there = np.flatnonzero(~np.isnan(x[0]))
    if not there.size or not w[0, there].sum() > 0:
        return Trace(there, (), runs)
    _, steps = _played(x[0, there], w[0, there], s[0, there], reading, rounds, until_rest)
    return Trace(there, steps, runs)


def _arrays(
    position: npt.ArrayLike, capability: npt.ArrayLike, salience: npt.ArrayLike, rounds: int
) -> tuple[Floats, Floats, Floats]:
    """Places (a copy), weights and saliences of one shape (N, n)."""
    if rounds < 1:
        raise ValueError(f"at least one round is played; got {rounds}")
    given = np.atleast_2d(np.asarray(position, dtype=np.float64))
    there = ~np.isnan(given)
    saliences = np.where(there, np.asarray(salience, dtype=np.float64), 0.0)
    if not ((saliences >= 0) & (saliences <= 1)).all():
        raise ValueError("saliences are numbers between 0 and 1, the chance to resist")
    _, weights = placed(given, np.where(there, np.asarray(capability, np.float64), 0.0) * saliences)
    shape = np.broadcast_shapes(given.shape, weights.shape)
    x, w, s = (np.broadcast_to(array, shape).copy() for array in (given, weights, saliences))
    return x, w, s


def _codes(reading: Reading) -> tuple[bool, bool, int, bool, int, bool, bool]:
    """The choices as the kernel takes them."""
    return (
        reading.chance == "all-pairs",
        reading.conflict == "loser-moves",
        ("enforceable", "least-move", "code-order").index(reading.offer),
        reading.other_risk == "theirs",
        ("none", "1985", "1997").index(reading.risk),
        reading.otherwise == "median",
        reading.span == "each-round",
    )


def _played(
    x: Floats, w: Floats, s: Floats, reading: Reading, rounds: int, until_rest: bool
) -> tuple[list[Floats], tuple[Round, ...]]:
    """Places at the start and after every round, and what happened in each."""
    places, steps = [x], []
    unit = float(np.ptp(x))
    span = unit
    before = weighted_median(x, w)
    for step in range(1, rounds + 1):
        now = float(np.ptp(x))
        if reading.span == "each-round":
            span = now
        if not now > EQUAL * unit:
            break
        own, other, r = views(x, w, s, float(before.midpoint), span, reading)
        taken = take_offers(x, own, other, unit, reading)
        steps.append(Round(x, r, taken))
        x = taken.place
        places.append(x)
        after = weighted_median(x, w)
        moved = float(abs(after.lower - before.lower) + abs(after.upper - before.upper))
        before = after
        if until_rest and step > 1 and moved <= REST * unit:
            break
    return places, tuple(steps)
