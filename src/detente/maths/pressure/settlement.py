"""Where an issue would end, as chances: learned from decisions whose outcome is known.

An issue ends exactly on one of a few places (a stated position, an end of the scale, the
reference point, the middle between the outermost positions), or anywhere around the compromise:

    p(k) = w_0 N(k; mean, s) + sum over places c of w_c [k = c],

with weights by softmax, ``log w_c = beta . traits(c)`` and ``log w_0 = smooth``, the mean
weighted by salience, and ``s = exp(a + b log((spread + 10) / 40))``, where the spread is the
standard deviation of positions, weighted likewise. The normal part lives in cells of one point;
what lies beyond an end is at the end.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr

from detente.maths.pressure.settlement_distribution import Settlement
from detente.maths.pressure.settlement_features import Places, places_of
from detente.maths.pressure.weights import Floats

#: The coefficients of :func:`default_model` and where they come from.
COEFFICIENTS = Path(__file__).with_name("settlement.json")
_EDGES = np.arange(0.5, 100)
_ROWS = 2_000


@dataclass(frozen=True)
class SettlementModel:
    """A fitted model; :func:`default_model` gives the one of this package.

    ``traits`` names what it looks at (:mod:`detente.maths.pressure.settlement_features`),
    ``beta`` has a number for each, ``smooth`` and ``width`` (a, b) are as above. ``shares`` tells
    how frequent each procedure was. ``asked`` is for :class:`Settlement`.
    """

    traits: tuple[str, ...]
    beta: tuple[float, ...]
    smooth: float
    width: tuple[float, float]
    shares: Mapping[str, float]
    asked: tuple[tuple[float, float], ...] = ()
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def predict(
        self,
        positions: npt.ArrayLike,
        salience: npt.ArrayLike,
        *,
        reference: npt.ArrayLike = np.nan,
        procedure: str | Sequence[str | None] | None = None,
    ) -> Settlement:
        """The distribution of where each issue ends.

        Parameters
        ----------
        positions : array of shape (..., n)
            On a scale of 0 to 100; draws or issues first, actors last; nan for an actor that
            is absent.
        salience : array that broadcasts to (..., n)
            0 or more; only ratios count. nan beside a position: the mean of the others.
        reference : array that broadcasts to (...)
            What holds if nothing is decided; nan where unknown.
        procedure : str, None, or a sequence of them for issues of shape (n_issues, n)
            None for unknown. Matters only to a model that looks at it; the one of this package
            does not, since knowing it did not help (see docs/explanation/backtest.md).

        Returns
        -------
        Settlement
            Masses of shape (..., 101), nan where nobody has a position.

        Raises
        ------
        ValueError
            If a position or reference lies off the scale, or a salience is negative.

        Examples
        --------
        >>> found = default_model().predict([0.0, 0.0, 70.0, 100.0], [10.0, 50.0, 40.0, 60.0])
        >>> found.masses.shape, bool(found.cdf(100) == 1)
        ((101,), True)
        """
        where = np.asarray(positions, dtype=np.float64)
        if where.ndim == 0:
            raise ValueError("positions need an axis of actors")
        head = where.shape[:-1]
        where = where.reshape(-1, where.shape[-1])
        cares = np.broadcast_to(np.asarray(salience, dtype=np.float64), (*head, where.shape[1]))
        cares = cares.reshape(where.shape)
        point = np.broadcast_to(np.asarray(reference, dtype=np.float64), head).reshape(-1)
        names = [procedure] if procedure is None or isinstance(procedure, str) else procedure
        names = list(names) * (len(where) if len(names) == 1 else 1)
        if len(names) != len(where):
            raise ValueError(f"{len(names)} procedures for {len(where)} issues")
        masses = np.empty((len(where), 101))
        for start in range(0, len(where), _ROWS):
            part = slice(start, start + _ROWS)
            found = places_of(
                where[part], cares[part], point[part], names[part], self.traits, dict(self.shares)
            )
            weights, around, _ = parts_of(self, found)
            masses[part] = weights[:, :101] + weights[:, 101:] * around
            masses[part][np.isnan(where[part]).all(axis=1)] = np.nan
        return Settlement(masses.reshape(*head, 101), self.asked)


def parts_of(model: SettlementModel, places: Places) -> tuple[Floats, Floats, Floats]:
    """Weights of places and of the part around the mean, that part, and how it widens.

    Returns
    -------
    weights : array of shape (n, 102)
        Of the 101 places, 0 for those that are none, and last of the part around the mean.
    around : array of shape (n, 101)
        The normal part in cells.
    widening : array of shape (n, 101)
        Its derivative by the logarithm of its width.
    """
    scores = np.full((*places.candidate.shape[:1], 102), model.smooth)
    scores[:, :101] = np.where(places.candidate, places.traits @ np.array(model.beta), -np.inf)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    width = np.exp(model.width[0] + model.width[1] * log_spread(places))
    away = (_EDGES - places.mean[:, None]) / width[:, None]
    slope = -away * np.exp(-0.5 * away**2) / np.sqrt(2 * np.pi)
    return weights, _between(ndtr(away), 1.0), _between(slope, 0.0)


def normal_in_cells(mean: Floats, width: float) -> Floats:
    """Masses of normal distributions of one width, shape (n, 101); tails are at the ends."""
    return _between(ndtr((_EDGES - np.asarray(mean)[:, None]) / width), 1.0)


def log_spread(places: Places) -> Floats:
    """How widely positions are spread, in logs, 0 for a standard deviation of 30."""
    return np.asarray(np.log((places.spread + 10) / 40))


def _between(sums: Floats, whole: float) -> Floats:
    column = np.zeros((len(sums), 1))
    return np.diff(np.concatenate([column, sums, column + whole], axis=1), axis=1)


@cache
def default_model() -> SettlementModel:
    """The model with the coefficients of this package; its ``provenance`` says whence they are."""
    return from_json(COEFFICIENTS.read_text(encoding="utf-8"))


def from_json(text: str) -> SettlementModel:
    """The model that :func:`to_json` wrote."""
    data = json.loads(text)
    return SettlementModel(
        tuple(data["traits"]),
        tuple(data["beta"]),
        data["smooth"],
        (data["width"][0], data["width"][1]),
        data["shares"],
        tuple((level, asked) for level, asked in data["asked"]),
        data["provenance"],
    )


def to_json(model: SettlementModel) -> str:
    """The model as a file holds it."""
    data = {
        "traits": model.traits,
        "beta": model.beta,
        "smooth": model.smooth,
        "width": model.width,
        "shares": model.shares,
        "asked": model.asked,
        "provenance": model.provenance,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
