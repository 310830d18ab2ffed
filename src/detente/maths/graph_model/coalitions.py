"""Stability against coalitions: Nash, GMR, SMR and SEQ of Inohara and Hipel (2008).

A coalition improves if every member is better off. A sanction works if it leaves at least one
member no better off. A state is stable against all coalitions if it is stable for each.
"""

from __future__ import annotations

from itertools import combinations
from typing import Literal

import numpy as np

from detente.maths.graph_model.explicit import ExplicitGraph, _join, reachable
from detente.maths.graph_model.model import Booleans

CoalitionConcept = Literal["cnash", "cgmr", "csmr", "cseq"]
COALITION_CONCEPTS: tuple[CoalitionConcept, ...] = ("cnash", "cgmr", "csmr", "cseq")
MOST_PARTIES = 8

Coalition = tuple[int, ...]


def coalitions(n_parties: int) -> list[Coalition]:
    """Every coalition with at least one member, small ones first."""
    if n_parties > MOST_PARTIES:
        raise ValueError(f"{n_parties} parties; coalitions of up to {MOST_PARTIES} are looked at")
    return [c for size in range(1, n_parties + 1) for c in combinations(range(n_parties), size)]


def solve_coalitions(
    graph: ExplicitGraph,
) -> dict[Coalition, dict[CoalitionConcept, Booleans]]:
    """For each coalition and concept, (m,): True where the state is stable against it."""
    prefers = graph.better.transpose(0, 2, 1)
    every = coalitions(graph.n_parties)
    reach = {c: reachable(graph.arcs, c) for c in every}
    improve = {c: reach[c] & np.logical_and.reduce(prefers[list(c)]) for c in every}
    found: dict[Coalition, dict[CoalitionConcept, Booleans]] = {}
    nothing = np.zeros((graph.n_states, graph.n_states), bool)
    for c in every:
        rest = tuple(j for j in range(graph.n_parties) if j not in c)
        deters = ~np.logical_and.reduce(prefers[list(c)])  # [s, k]: somebody is no better off in k
        inescapable = deters & ~_join(~deters, reach[c].T)
        free = reach[rest] if rest else nothing
        answers = [improve[k] for k in every if set(k) <= set(rest)]
        answer = reachable(np.array(answers), range(len(answers))) if answers else nothing
        found[c] = {
            "cnash": ~improve[c].any(axis=1),
            "cgmr": ~(improve[c] & ~_join(deters, free.T)).any(axis=1),
            "csmr": ~(improve[c] & ~_join(inescapable, free.T)).any(axis=1),
            "cseq": ~(improve[c] & ~_join(deters, answer.T)).any(axis=1),
        }
    return found


def universal_equilibria(graph: ExplicitGraph) -> dict[CoalitionConcept, list[int]]:
    """States that are stable against every coalition."""
    found = solve_coalitions(graph)
    return {
        concept: [
            int(s)
            for s in np.flatnonzero(np.logical_and.reduce([by[concept] for by in found.values()]))
        ]
        for concept in COALITION_CONCEPTS
    }
