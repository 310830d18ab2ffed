"""The probabilistic Condorcet election: how likely each place is to be the one that prevails.

Actors vote for one of two places with a strength that grows with what is at stake for them; the
stronger side wins with a probability; and the chances of all pairs make one for each place. This is
the one-shot election of KAPSARC's Toolkit for Behavioral Analysis (KTAB), see B. Wise, L. Lester
and B. Efird, *An Introduction to the KAPSARC Toolkit for Behavioral Analysis* (2015).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from detente.errors import InputError
from detente.maths.pressure.weights import Floats, placed

#: How strongly one votes for what is better by d: (a, b, c, g) stands for a d + b d^3 + c sign(d),
#: times g where d is above 0.
VOTING: dict[str, tuple[float, float, float, float]] = {
    "proportional": (1.0, 0.0, 0.0, 1.0),
    "binary": (0.0, 0.0, 1.0, 1.0),
    "cubic": (0.0, 1.0, 0.0, 1.0),
    "proportional-binary": (0.8, 0.0, 0.2, 1.0),
    "proportional-cubic": (0.5, 0.5, 0.0, 1.0),
    "prospect": (1.0, 0.0, 0.0, 2 / 3),
}
#: To which power the strengths of two sides are raised; 0: the stronger wins from a tenth more on.
LAWS: dict[str, int] = {"linear": 1, "square": 2, "quartic": 4, "octic": 8, "binary": 0}
FORMS = ("conditional", "markov-uniform", "markov-incentive")
#: Strength that every side has, as a part of all weight, so that none is without any chance.
LEAST = 1e-8
#: Chance of the weaker side where the stronger is certain to win.
FAINT = 1e-6
#: From which advantage on the stronger side is certain to win, by the law ``binary``.
CERTAIN = 1.1
#: What a place has as an incentive to challenge itself beside half the least strength.
IDLE = 1e-10
# Differences in utility below this count as a part of it in votes that only ask for its sign.
_SIGN = 1e-8
_CELLS = 2_000_000
_WORK = 5_000_000


class Election(NamedTuple):
    """Places that stand for election and the probability that each prevails.

    Arrays are (N, m): ``places`` ascending, each once, then nan; ``probability`` sums to 1 over
    them and is 0 for nan. All of a draw is nan and 0 where nobody with a place has weight.
    """

    places: Floats
    probability: Floats

    @property
    def mean(self) -> Floats:
        """The expected place, (N,); nan where there is no election."""
        made = (np.nan_to_num(self.places) * self.probability).sum(axis=1)
        return np.asarray(np.where(self.probability.any(axis=1), made, np.nan))


def condorcet_election(
    position: npt.ArrayLike,
    weight: npt.ArrayLike | None = None,
    *,
    form: str = "conditional",
    voting: str = "proportional",
    law: str = "linear",
    width: float = 100.0,
    compiled: bool | None = None,
) -> Election:
    """Hold the election among the places at which actors stand.

    Parameters
    ----------
    position : array of shape (n,) or (N, n)
        Draws first, actors last; nan where an actor has no position. Actors at the same place
        put up one candidate.
    weight : array that broadcasts to it, optional
        0 or more, only ratios count; one for everybody if left out.
    form : str
        ``conditional`` (that a place beats all others, given that one does), ``markov-uniform``
        (the share of time that it holds if all places challenge as often) or
        ``markov-incentive`` (if they challenge as often as their supporters gain by it).
    voting, law : str
        A key of ``VOTING`` and one of ``LAWS``.
    width : float
        Width of the scale: utility falls from 1 at one's own place to 0 a whole scale away.

    Returns
    -------
    Election

    Raises
    ------
    InputError
        If ``form``, ``voting`` or ``law`` is not known.
    ValueError
        For weights see :func:`detente.maths.pressure.weights.placed`.

    Examples
    --------
    >>> made = condorcet_election([0.0, 50.0, 100.0], [1.0, 1.0, 1.0])
    >>> [round(float(p), 3) for p in made.probability[0]]
    [0.214, 0.571, 0.214]
    """
    for what, word, known in (
        ("form", form, FORMS),
        ("voting", voting, VOTING),
        ("law", law, LAWS),
    ):
        if word not in known:
            raise InputError(
                f"the {what} of an election is one of {', '.join(known)}; got {word!r}"
            )
    given = np.atleast_2d(np.asarray(position, dtype=np.float64))
    where, weights = placed(given, weight)
    given = np.broadcast_to(given, where.shape)
    draws, n = where.shape
    total = weights.sum(axis=1, keepdims=True)
    weights = np.divide(weights, total, out=np.zeros_like(where), where=total > 0)
    places = np.sort(np.where(total > 0, given, np.nan), axis=1)
    again = np.zeros(places.shape, dtype=bool)
    again[:, 1:] = places[:, 1:] == places[:, :-1]
    places = np.sort(np.where(again, np.nan, places), axis=1)
    probability = np.zeros((draws, n))
    coefficients, power = VOTING[voting], LAWS[law]
    if compiled is None:
        compiled = draws * n**3 > _WORK
    if compiled:
        try:
            from detente.maths.pressure.condorcet_kernel import elect
        except ImportError:  # numba lags behind new Python versions
            compiled = False
    if compiled:
        x = np.ascontiguousarray(where)
        elect(x, weights, places, coefficients, power, FORMS.index(form), width, probability)
        return Election(places, probability)
    step = max(1, _CELLS // max(n**3, 1))
    for start in range(0, draws if n else 0, step):
        part = slice(start, start + step)
        strength = support(where[part], weights[part], places[part], coefficients, width)
        probability[part] = prevailing(strength, victory(strength, power), places[part], form)
    return Election(places, probability)


def support(
    x: Floats,
    weight: Floats,
    places: Floats,
    coefficients: tuple[float, float, float, float],
    width: float,
) -> Floats:
    """Strength of each place's side against each other place: (N, m, m)."""
    a, b, c, gain = coefficients
    utility = 1 - np.abs(x[:, :, None] - np.nan_to_num(places)[:, None, :]) / width
    better = utility[:, :, :, None] - utility[:, :, None, :]
    votes = a * better + b * better**3 + c * np.clip(better / _SIGN, -1, 1)
    for_first = np.where(votes > 0, gain * votes, 0.0)
    against = np.where(votes < 0, -votes, 0.0)
    # KTAB asks each pair once, the later place first: only ``prospect`` tells the two apart.
    later = np.tril(np.ones(votes.shape[2:], dtype=bool))
    first = np.einsum("dn,dnij->dij", weight, for_first)
    second = np.einsum("dn,dnij->dij", weight, against)
    return np.asarray(LEAST + np.where(later, first, np.swapaxes(second, 1, 2)))


def victory(strength: Floats, power: int) -> Floats:
    """The probability that the first of two sides wins: (N, m, m), one half on the diagonal."""
    back = np.swapaxes(strength, 1, 2)
    if power:
        made = strength**power / (strength**power + back**power)
    else:
        share = strength / (strength + back)
        made = (share * (CERTAIN + 1) - 1) / (CERTAIN - 1)
        made = np.where(strength >= CERTAIN * back, 1 / (1 + FAINT), made)
        made = np.where(back >= CERTAIN * strength, FAINT / (1 + FAINT), made)
    diagonal = np.arange(strength.shape[1])
    made[:, diagonal, diagonal] = 0.5
    return np.asarray(made)


def prevailing(strength: Floats, wins: Floats, places: Floats, form: str) -> Floats:
    """The probability of each place, (N, m), from the chances of all pairs."""
    there = ~np.isnan(places)
    both = there[:, :, None] & there[:, None, :]
    if form == "conditional":
        with np.errstate(divide="ignore"):
            logs = np.where(both, np.log(wins), 0.0).sum(axis=2)
        logs = np.where(there, logs, -np.inf)
        most = np.max(logs, axis=1, keepdims=True)
        made = np.exp(logs - np.where(np.isfinite(most), most, 0.0))
        total = made.sum(axis=1, keepdims=True)
        return np.asarray(np.divide(made, total, out=np.zeros_like(made), where=total > 0))
    if form == "markov-uniform":
        count = np.maximum(there.sum(axis=1), 1)[:, None, None]
        step = np.where(both, wins / count, 0.0)
    else:
        incentive = np.where(both, strength * wins, 0.0)
        diagonal = np.arange(places.shape[1])
        incentive[:, diagonal, diagonal] = np.where(there, LEAST / 2 + IDLE, 0.0)
        total = incentive.sum(axis=1, keepdims=True)
        challenge = np.divide(incentive, total, out=np.zeros_like(incentive), where=total > 0)
        step = np.where(both, wins * challenge, 0.0)
    return _resting(step, there)


def _resting(step: Floats, there: npt.NDArray[np.bool_]) -> Floats:
    """Where a walk rests in the long run; ``step[i, j]`` is the chance to go from j to i.

    By elimination without subtractions (Grassmann, Taksar and Heyman 1985), so that small chances
    keep their digits.
    """
    a = step.copy()
    n = a.shape[1]
    leaves = np.zeros((a.shape[0], n))
    for k in range(n - 1, 0, -1):
        leaves[:, k] = a[:, :k, k].sum(axis=1)
        part = np.divide(
            a[:, k, :k], leaves[:, k, None], out=np.zeros((a.shape[0], k)), where=there[:, k, None]
        )
        a[:, :k, :k] += a[:, :k, k, None] * part[:, None, :]
        a[:, k, :k] = part
    rest = np.zeros((a.shape[0], n))
    rest[:, 0] = there[:, 0]
    for k in range(1, n):
        rest[:, k] = np.where(there[:, k], (a[:, k, :k] * rest[:, :k]).sum(axis=1), 0.0)
    total = rest.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(rest, total, out=np.zeros_like(rest), where=total > 0))
