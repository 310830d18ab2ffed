"""What the distribution of settlements looks at: places where an issue may end, their traits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.maths.pressure.settlement_distribution import PLACES
from detente.maths.pressure.weights import Booleans, Floats, placed

#: Traits of a place, as named below; those that the model was specified with beforehand.
CORE = ("stated", "log_share", "distance", "reference", "end", "midpoint")
#: What else was tried: see docs/explanation/backtest.md.
MORE = ("extreme", "unknown_reference", "procedure", "procedure_reference")
# Salience behind a place, as a share, is taken in logs; so much is added, for places with none.
_SHARE = 0.02


@dataclass(frozen=True)
class Places:
    """Rows of issues, each with its places on 0 to 100 and its spread of positions.

    ``traits`` holds numbers of shape (n, 101, k); ``candidate`` says of each place whether an
    issue may end exactly there: stated positions, both ends, the reference point and the
    midpoint of the stated positions. ``mean`` and ``spread`` are the mean of positions weighted
    by salience and their standard deviation likewise, shape (n,).
    """

    traits: Floats
    candidate: Booleans
    stated: Booleans
    mean: Floats
    spread: Floats

    def of(self, rows: npt.NDArray[np.int64]) -> Places:
        """Some of the rows."""
        return Places(
            self.traits[rows],
            self.candidate[rows],
            self.stated[rows],
            self.mean[rows],
            self.spread[rows],
        )


def places_of(
    position: npt.ArrayLike,
    salience: npt.ArrayLike,
    reference: npt.ArrayLike,
    procedure: Sequence[str | None],
    names: Sequence[str],
    shares: dict[str, float],
) -> Places:
    """The places of issues and their traits.

    Parameters
    ----------
    position, salience : arrays of shape (n, actors)
        nan where an actor has no position; a salience of nan beside a position is taken for the
        mean of the known saliences of the issue.
    reference : array of shape (n,)
        nan where unknown.
    procedure : sequence of n str or None
        None where unknown.
    names : sequence of str
        Traits wanted, of ``CORE`` and ``MORE``.
    shares : dict
        How frequent each procedure was where the model was learned; an unknown procedure has
        these shares, one of another name as well.

    Raises
    ------
    ValueError
        If a position or reference lies off the scale, or a salience is negative or infinite.
    """
    given = np.asarray(position, dtype=np.float64)
    where, weight = placed(given, filled(given, salience))
    point = np.asarray(reference, dtype=np.float64)
    for what, numbers in (("positions", given), ("reference points", point)):
        if ((numbers < 0) | (numbers > 100)).any():
            raise ValueError(f"{what} lie between 0 and 100")
    n = len(where)
    weight = np.where(weight.sum(axis=1, keepdims=True) > 0, weight, ~np.isnan(given))
    with np.errstate(invalid="ignore"):
        share = weight / weight.sum(axis=1, keepdims=True)
    mean = np.einsum("ij,ij->i", share, where)
    spread = np.sqrt(np.einsum("ij,ij->i", share, (where - mean[:, None]) ** 2))
    there = ~np.isnan(given)
    cells = np.rint(where).astype(np.int64) + 101 * np.arange(n)[:, None]
    of_place = np.bincount(cells[there], weights=share[there], minlength=101 * n).reshape(n, 101)
    stated = np.bincount(cells[there], minlength=101 * n).reshape(n, 101) > 0
    low = np.where(there, where, np.inf).min(axis=1, initial=np.inf)
    high = np.where(there, where, -np.inf).max(axis=1, initial=-np.inf)
    with np.errstate(invalid="ignore"):
        middle = np.rint((low + high) / 2)[:, None] == PLACES
        is_reference = np.rint(point)[:, None] == PLACES
        extreme = stated & ((np.rint(low)[:, None] == PLACES) | (np.rint(high)[:, None] == PLACES))
    end = np.broadcast_to((PLACES == 0) | (PLACES == 100), (n, 101))
    every: dict[str, list[npt.NDArray[np.generic]]] = {
        "stated": [stated],
        "log_share": [np.log(of_place + _SHARE)],
        "distance": [np.abs(PLACES - mean[:, None]) / 100],
        "reference": [is_reference],
        "end": [end],
        "midpoint": [middle],
        "extreme": [extreme],
        "unknown_reference": [np.broadcast_to(np.isnan(point)[:, None], (n, 101))],
        "procedure": [],
        "procedure_reference": [],
    }
    for name in sorted(shares)[1:]:
        # Against its average, so that a procedure that is not known adds nothing.
        is_it = np.array([shares[name] if p not in shares else float(p == name) for p in procedure])
        centred = np.broadcast_to((is_it - shares[name])[:, None], (n, 101))
        every["procedure"].append(centred)
        every["procedure_reference"].append(centred * is_reference)
    columns = [column for name in names for column in every[name]]
    traits = np.stack([np.asarray(c, dtype=np.float64) for c in columns], axis=-1)
    return Places(traits, stated | end | is_reference | middle, stated, mean, spread)


def filled(position: Floats, salience: npt.ArrayLike) -> Floats:
    """Saliences with the mean of the known ones of a row for those missing beside a position."""
    cares = np.broadcast_to(np.asarray(salience, dtype=np.float64), position.shape)
    there = ~np.isnan(position)
    known = there & ~np.isnan(cares)
    count = known.sum(axis=-1, keepdims=True)
    total = np.where(known, cares, 0.0).sum(axis=-1, keepdims=True)
    usual = np.where(count > 0, total / np.maximum(count, 1), 1.0)
    return np.where(known, cares, np.where(there, usual, 0.0))
