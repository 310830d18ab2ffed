"""Fitting the distribution of settlements: penalised likelihood together with the CRPS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from detente.maths.pressure.settlement import SettlementModel, log_spread, parts_of
from detente.maths.pressure.settlement_distribution import PLACES, asked_for
from detente.maths.pressure.settlement_features import CORE, Places, places_of
from detente.maths.pressure.weights import Floats

#: Weight of the CRPS (in points of the scale) beside the log score (in nats).
CRPS_WEIGHT = 0.1
#: Half of it times the squared distance from the start is added to the loss over all issues.
PENALTY = 1.0
# Where the penalty pulls to: no trait matters, and the part around the mean, somewhat likelier
# than a place, has a width of 25 where positions have a standard deviation of 30.
_SMOOTH, _WIDTH = 1.0, (float(np.log(25.0)), 0.3)
_DIGITS = 6
_LEAST = 1e-12


def fit_settlement(
    positions: npt.ArrayLike,
    salience: npt.ArrayLike,
    outcome: npt.ArrayLike,
    *,
    reference: npt.ArrayLike,
    procedure: Sequence[str | None] | None = None,
    traits: Sequence[str] = CORE,
) -> SettlementModel:
    """Fit the model to issues whose outcome is known.

    Parameters
    ----------
    positions, salience : arrays of shape (n, actors)
        As for :meth:`SettlementModel.predict`.
    outcome : array of shape (n,)
        On 0 to 100.
    reference : array of shape (n,)
        nan where unknown.
    procedure : sequence of n str or None, optional
        Needed only if a trait looks at it.
    traits : sequence of str
        What to look at.

    Returns
    -------
    SettlementModel
        Coefficients rounded to six digits; without provenance, which the caller knows.

    Raises
    ------
    ValueError
        If there is no issue, an issue has no position, or a number lies off the scale.
    """
    where = np.asarray(positions, dtype=np.float64)
    ended = np.asarray(outcome, dtype=np.float64)
    if not len(ended) or np.isnan(where).all(axis=1).any():
        raise ValueError("fitting needs issues, each with a position")
    if not ((ended >= 0) & (ended <= 100)).all():
        raise ValueError("outcomes lie between 0 and 100")
    names = [None] * len(ended) if procedure is None else list(procedure)
    shares = _shares(names) if any(t.startswith("procedure") for t in traits) else {}
    places = places_of(where, salience, reference, names, traits, shares)
    blank = SettlementModel(tuple(traits), (0.0,) * places.traits.shape[2], _SMOOTH, _WIDTH, shares)
    start = _numbers(blank)
    cells = np.rint(ended).astype(np.int64)
    found = minimize(
        lambda at: _penalised(at, start, blank, places, cells),
        start,
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 1000, "ftol": 1e-13, "gtol": 1e-7},
    )
    model = _with_numbers(blank, np.round(found.x, _DIGITS))
    weights, around, _ = parts_of(model, places)
    return replace(model, asked=asked_for(weights[:, :101] + weights[:, 101:] * around))


def loss(
    model: SettlementModel, places: Places, cells: npt.NDArray[np.int64]
) -> tuple[float, Floats]:
    """Log score plus weighted CRPS over all issues, and its gradient by the coefficients."""
    weights, around, widening = parts_of(model, places)
    masses = weights[:, :101] + weights[:, 101:] * around
    row = np.arange(len(cells))
    # Far from everything the normal part is 0 in a computer's numbers; its logarithm is not.
    at = np.maximum(masses[row, cells], _LEAST)
    off = np.cumsum(masses, axis=1) - (cells[:, None] <= PLACES)
    off[:, 100] = 0.0
    value = float(-np.log(at).sum() + CRPS_WEIGHT * (off**2).sum())
    # What one more unit of mass in a cell does: to the log score there, to the sums from there on.
    by_mass = 2 * CRPS_WEIGHT * np.cumsum(off[:, ::-1], axis=1)[:, ::-1]
    by_mass[row, cells] -= 1 / at
    by_weight = np.concatenate([by_mass, np.einsum("ij,ij->i", by_mass, around)[:, None]], axis=1)
    usual = np.einsum("ij,ij->i", weights, by_weight)
    by_score = weights * (by_weight - usual[:, None])
    by_width = np.einsum("ij,ij->i", by_mass, widening) * weights[:, 101]
    gradient = np.concatenate(
        [
            np.tensordot(by_score[:, :101], places.traits, axes=2),
            [by_score[:, 101].sum(), by_width.sum(), by_width @ log_spread(places)],
        ]
    )
    return value, gradient


def _penalised(
    at: Floats,
    start: Floats,
    blank: SettlementModel,
    places: Places,
    cells: npt.NDArray[np.int64],
) -> tuple[float, Floats]:
    value, gradient = loss(_with_numbers(blank, at), places, cells)
    away = at - start
    return value + PENALTY / 2 * float(away @ away), gradient + PENALTY * away


def _numbers(model: SettlementModel) -> Floats:
    return np.array([*model.beta, model.smooth, *model.width])


def _with_numbers(model: SettlementModel, at: Floats) -> SettlementModel:
    *beta, smooth, a, b = (float(x) for x in at)
    return replace(model, beta=tuple(beta), smooth=smooth, width=(a, b))


def _shares(names: Sequence[str | None]) -> dict[str, float]:
    known = Counter(n for n in names if n is not None)
    return {name: known[name] / known.total() for name in sorted(known)}
