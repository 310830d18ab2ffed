"""How far a state is from losing its stability, in the unit of the payoffs."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from detente.maths.graph_model.model import OptionForm

Floats = npt.NDArray[np.float64]


def margins_of(model: OptionForm, party: int, sanctioned: Any) -> Floats:
    """A party's payoff in each state less the best it can be sure of by moving, (n_states,).

    ``sanctioned`` is the worst that opponents can lead to from each state. Negative where the
    state is not stable, infinite where the party has no move, nan where the state cannot be.
    An error of at most e in the payoffs moves a margin by at most 2e as long as it changes
    nobody's improvements.
    """
    inner, size = 1 << model.first_bit[party], 1 << model.bits[party]
    payoff = model.payoffs[party].astype(np.float64)
    sure = np.where(model.can_be, np.minimum(payoff, np.asarray(sanctioned, float)), -np.inf)
    cells = sure.reshape(-1, size, inner)
    best = np.full_like(cells, -np.inf)
    for row, legal in enumerate(model.reach(party)):
        for other in np.flatnonzero(legal):
            np.maximum(best[:, row], cells[:, other], out=best[:, row])
    margin: Floats = np.where(model.can_be, payoff - best.reshape(-1), np.nan)
    return margin
