"""Limited-move and non-myopic stability for two parties (Kilgour 1985; Fang et al. 1993)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from detente.maths.graph_model.model import Booleans

States = npt.NDArray[np.int64]


def anticipated(arcs: Booleans, payoffs: npt.NDArray[np.generic], horizon: int) -> States:
    """Where it ends if a party may begin and ``horizon`` moves are left, (2, m).

    A mover goes where the end it foresees is best for it, and stays if no end is better than
    where it is; of equally good moves it takes the one of the lowest number (the end foreseen is
    not unique under ties).
    """
    if arcs.shape[0] != 2:
        raise ValueError(f"limited moves are defined for two parties, not {arcs.shape[0]}")
    m = arcs.shape[1]
    ends = np.tile(np.arange(m, dtype=np.int64), (2, 1))
    for _ in range(horizon):
        ends = np.array([_one_more(arcs[i], payoffs[i], ends[1 - i]) for i in (0, 1)])
    return ends


def _one_more(moves: Booleans, payoff: npt.NDArray[np.generic], answer: States) -> States:
    ends = np.arange(payoff.size, dtype=np.int64)
    for state in range(payoff.size):
        ways = np.flatnonzero(moves[state])
        if ways.size:
            best = answer[ways[np.argmax(payoff[answer[ways]])]]
            if payoff[best] > payoff[state]:
                ends[state] = best
    return ends


def limited_move_stable(arcs: Booleans, payoffs: npt.NDArray[np.generic], horizon: int) -> Booleans:
    """True where a party with the first of ``horizon`` moves stays, (2, m). One move is Nash."""
    stays: Booleans = anticipated(arcs, payoffs, horizon) == np.arange(arcs.shape[1])
    return stays


def non_myopic_stable(arcs: Booleans, payoffs: npt.NDArray[np.generic]) -> Booleans:
    """True where a party stays for every horizon from some length on, (2, m).

    The ends at one horizon decide those at the next, so once a whole vector comes again the
    rest repeats; a state is stable if the party stays all through that cycle.
    """
    here = anticipated(arcs, payoffs, 0)
    seen: dict[bytes, int] = {}
    history: list[States] = []
    while here.tobytes() not in seen:
        seen[here.tobytes()] = len(history)
        history.append(here)
        here = np.array([_one_more(arcs[i], payoffs[i], here[1 - i]) for i in (0, 1)])
    cycle = history[seen[here.tobytes()] :]
    stays: Booleans = np.logical_and.reduce([ends == np.arange(arcs.shape[1]) for ends in cycle])
    return stays
