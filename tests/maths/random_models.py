"""Random conflicts, and the same conflicts as sets for the reference."""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.maths.graph_model.explicit import ExplicitGraph
from detente.maths.graph_model.model import OptionForm
from tests.maths.reference_graph_model import SetGraph


def random_option_form(rng: np.random.Generator) -> OptionForm:
    """Up to four parties and 64 states; some infeasible, irreversible, tied or with one party."""
    while True:
        bits = tuple(int(b) for b in rng.integers(0, 4, int(rng.integers(1, 5))))
        if 1 <= sum(bits) <= 6:
            break
    states = 1 << sum(bits)
    kind = (np.int32, np.int64, np.float64)[int(rng.integers(3))]
    payoffs: Any = rng.integers(0, rng.choice([2, 4, states]), (len(bits), states)).astype(kind)
    directions = np.zeros(sum(bits), np.uint8)
    if rng.random() < 0.5:
        directions = rng.choice([0, 0, 0, 1, 2], sum(bits)).astype(np.uint8)
    feasible = None if rng.random() < 0.4 else rng.random(states) < rng.choice([0.5, 0.8])
    return OptionForm(bits, payoffs, directions, feasible)


def random_graph(rng: np.random.Generator) -> ExplicitGraph:
    """Up to four parties and eight states; preferences need not be transitive."""
    n, m = int(rng.integers(1, 5)), int(rng.integers(2, 9))
    arcs = rng.random((n, m, m)) < rng.choice([0.15, 0.3, 0.5])
    arcs[:, np.arange(m), np.arange(m)] = False
    better = rng.random((n, m, m)) < 0.5
    better &= ~better.transpose(0, 2, 1)
    better[:, np.arange(m), np.arange(m)] = False
    return ExplicitGraph(arcs, better)


def sets_of_option_form(model: OptionForm) -> SetGraph:
    """Moves written out from the definition: other options kept, directions respected."""
    states = tuple(int(s) for s in np.flatnonzero(model.can_be))
    moves = []
    for party in range(model.n_parties):
        mine = range(model.first_bit[party], model.first_bit[party] + model.bits[party])

        def legal(s: int, q: int, mine: range = mine) -> bool:
            changed = [b for b in range(sum(model.bits)) if (s ^ q) >> b & 1]
            return (
                s != q
                and all(b in mine for b in changed)
                and all(model.directions[b] != 1 or q >> b & 1 for b in changed)
                and all(model.directions[b] != 2 or s >> b & 1 for b in changed)
            )

        moves.append({s: {q for q in states if legal(s, q)} for s in states})
    payoffs = model.payoffs
    return SetGraph(states, tuple(moves), lambda p, a, b: bool(payoffs[p, a] > payoffs[p, b]))


def sets_of_graph(graph: ExplicitGraph) -> SetGraph:
    states = tuple(range(graph.n_states))
    moves = tuple(
        {s: {int(q) for q in np.flatnonzero(graph.arcs[i, s])} for s in states}
        for i in range(graph.n_parties)
    )
    return SetGraph(states, moves, lambda p, a, b: bool(graph.better[p, a, b]))
