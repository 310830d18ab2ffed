"""Many versions of one negotiation at once, where numbers are uncertain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.maths.packages.enumeration import Enumeration
from detente.maths.packages.model import Booleans, FloorLine, Integers, PackageModel

# Small enough to stay in a processor's cache.
_CELLS = 200_000


@dataclass(frozen=True)
class Drawn:
    """Of each draw: deals that all accept and that stand, (D,), and Nash's deal (D,), -1 if none.

    A deal's number counts with the last issue running fastest; of deals that tie the first.
    """

    by_all: Integers
    standing: Integers
    nash: Integers


def solve_draws(model: PackageModel, points: Sequence[Integers], alternatives: Integers) -> Drawn:
    """Count and settle draws of points and alternatives; all else is as in the model.

    Parameters
    ----------
    points : sequence of integer arrays of shape (D, n_options, n_parties), one for each issue
    alternatives : integer array of shape (D, n_parties)
        Those of parties without an alternative are what gains are counted from.
    """
    count = alternatives.shape[0]
    kept = _kept(model)
    added = _added(model)
    step = max(1, _CELLS // (model.n_deals * model.n_parties))
    by_all, standing = np.zeros(count, np.int64), np.zeros(count, np.int64)
    nash = np.full(count, -1, np.int64)
    floors = np.where(model.has_alternative, alternatives, model.floors)
    for line in model.red_lines:
        if isinstance(line, FloorLine):
            floors[:, line.party] = np.maximum(floors[:, line.party], line.points)
    for first in range(0, count, step):
        part = slice(first, min(count, first + step))
        totals = added + np.zeros((part.stop - first, 1, 1), np.int64)
        made = np.zeros((part.stop - first, model.n_parties, 1), np.int64)
        for table in points:
            made = (made[:, :, :, None] + table[part].transpose(0, 2, 1)[:, :, None, :]).reshape(
                made.shape[0], model.n_parties, -1
            )
        totals = totals + made
        accepts = (totals >= floors[part][:, :, None]) & kept
        accepted = accepts[:, model.counted].all(axis=1)
        by_all[part] = accepted.sum(axis=1)
        voted = accepts[:, model.voters].sum(axis=1) >= model.quorum
        standing[part] = (voted & accepts[:, model.vetoes].all(axis=1)).sum(axis=1)
        draw, deal = np.nonzero(accepted)
        gains = totals[draw, :, deal] - alternatives[part][draw]
        gains = gains[:, model.counted]
        positive = (gains > 0).all(axis=1)
        draw, deal, logs = draw[positive], deal[positive], np.log(gains[positive]).sum(axis=1)
        order = np.lexsort((deal, -np.round(logs, 9), draw))
        each, at = np.unique(draw[order], return_index=True)
        nash[first + each] = deal[order][at]
    return Drawn(by_all, standing, nash)


def _kept(model: PackageModel) -> Booleans:
    """True where a deal breaks no red line of a party, floors apart, (n_parties, n_deals)."""
    everything = Enumeration(model)
    made = np.ones((model.n_parties, model.n_deals), bool)
    for line in model.red_lines:
        if not isinstance(line, FloorLine):
            made[line.party] &= everything.keeps(line)
    return made


def _added(model: PackageModel) -> Integers:
    """What pairs add to each deal, (n_parties, n_deals)."""
    deals = Enumeration(model).rows(np.arange(model.n_deals))
    made = np.zeros((model.n_parties, model.n_deals), np.int64)
    for pair in model.pairs:
        a, b = pair.issues
        made += pair.points[deals[:, a], deals[:, b]].T
    return made
