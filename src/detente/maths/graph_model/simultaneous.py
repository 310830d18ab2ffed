"""Simultaneous stability: opponents who improve at the same moment spoil an improvement.

A state is stable for a party if each of its improvements, taken together with some combination
of its opponents' own improvements from the same state (each of them may also stay), ends in a
state that can be and is no better for it. Fraser and Hipel (1984) look at it only where all
movers are unstable; here, as in GMCR+, it is asked of each party on its own.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from detente.maths.graph_model.model import Booleans, OptionForm

MOST_COMBINATIONS = 1 << 22

States = npt.NDArray[np.int64]


def solve_simultaneous(model: OptionForm) -> Booleans:
    """True where a state is simultaneously stable for a party, (n_parties, n_states).

    Raises
    ------
    ValueError
        If one state has more combinations of improvements than can be looked at.
    """
    n, can_be = model.n_parties, model.can_be
    reach = [model.reach(p) for p in range(n)]
    stable = np.zeros((n, model.n_states), bool)
    for state in np.flatnonzero(can_be):
        improvements = [_improvements(model, p, int(state), reach[p]) for p in range(n)]
        for i in range(n):
            ends = improvements[i]
            if not ends.size:
                stable[i, state] = True
                continue
            for j in range(n):
                if j != i and improvements[j].size:
                    mask = ((1 << model.bits[j]) - 1) << model.first_bit[j]
                    parts = np.append(improvements[j], state) & mask
                    if ends.size * parts.size > MOST_COMBINATIONS:
                        raise ValueError("too many improvements at once; leave out 'sim'")
                    ends = ((ends[..., None] & ~mask) | parts).reshape(improvements[i].size, -1)
            ends = ends.reshape(improvements[i].size, -1)
            spoilt = can_be[ends] & (model.payoffs[i, ends] <= model.payoffs[i, state])
            stable[i, state] = spoilt.any(axis=1).all()
    return stable


def _improvements(model: OptionForm, party: int, state: int, reach: Booleans) -> States:
    first, size = model.first_bit[party], 1 << model.bits[party]
    mine = (state >> first) & (size - 1)
    others = state & ~((size - 1) << first)
    to = others | (np.flatnonzero(reach[mine]).astype(np.int64) << first)
    better = model.can_be[to] & (model.payoffs[party, to] > model.payoffs[party, state])
    found: States = to[better]
    return found
