from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from detente.maths.graph_model.coalitions import solve_coalitions, universal_equilibria
from detente.maths.graph_model.concepts import CONCEPTS, Concept
from detente.maths.graph_model.explicit import ExplicitGraph, from_payoffs, solve_explicit
from detente.maths.graph_model.limited_moves import limited_move_stable, non_myopic_stable
from detente.maths.graph_model.model import Booleans
from detente.maths.graph_model.unknown import READINGS, Reading, completions, solve_unknown
from tests.maths.random_models import random_graph, sets_of_graph
from tests.maths.reference_graph_model import REFERENCE, SetGraph

SQUARE = np.zeros((2, 4, 4), bool)
for s, q in ((0, 1), (1, 0), (2, 3), (3, 2)):
    SQUARE[0, s, q] = True
for s, q in ((0, 2), (2, 0), (1, 3), (3, 1)):
    SQUARE[1, s, q] = True
DILEMMA = np.array([[3, 4, 1, 2], [3, 1, 4, 2]])
CHICKEN = np.array([[3, 4, 2, 1], [3, 2, 4, 1]])


@pytest.mark.parametrize("seed", range(30))
def test_every_concept_agrees_with_the_definition(seed: int) -> None:
    """Intransitive arcs and preferences; opponents may come back to where they began."""
    rng = np.random.default_rng(seed)
    for _ in range(10):
        graph = random_graph(rng)
        sets = sets_of_graph(graph)
        found = solve_explicit(graph)
        for concept, reference in REFERENCE.items():
            for i in sets.parties:
                for state in sets.states:
                    stable = found[concept][i, state]
                    assert stable == reference(sets, i, state), concept


def matrix_form(graph: ExplicitGraph) -> dict[Concept, Booleans]:
    """Xu, Hipel & Kilgour (2009): sums and products of 0-1 matrices, the diagonal of P set."""
    n, m = graph.n_parties, graph.n_states
    ones = np.ones((m, m), int)
    j = [graph.arcs[i].astype(int) for i in range(n)]
    better = [graph.better[i].T.astype(int) for i in range(n)]  # [s, q]: q is better than s
    gain = [j[i] * better[i] for i in range(n)]

    def spread(steps: list[np.ndarray], h: list[int]) -> np.ndarray:
        layer = {k: steps[k] for k in h}
        total = sum(layer.values(), np.zeros((m, m), int))
        for _ in range(m * len(h) + 1):
            zero = np.zeros((m, m), int)
            layer = {k: np.sign(sum((layer[o] for o in h if o != k), zero) @ steps[k]) for k in h}
            total = total + sum(layer.values(), zero)
        signs: np.ndarray = np.sign(total)
        return signs

    found: dict[Concept, Booleans] = {c: np.zeros((n, m), bool) for c in REFERENCE}
    for i in range(n):
        others = [k for k in range(n) if k != i]
        no_better = ones - better[i]
        held = no_better * (ones - np.sign(j[i] @ better[i].T)).T
        free, answer = spread(j, others), spread(gain, others)
        found["nash"][i] = np.diag(gain[i] @ ones) == 0
        ways: tuple[tuple[Concept, Booleans, Booleans], ...] = (
            ("gmr", free, no_better),
            ("smr", free, held),
            ("seq", answer, no_better),
            ("sseq", answer, held),
        )
        for concept, reach, kept in ways:
            found[concept][i] = np.diag(gain[i] @ (ones - np.sign(reach @ kept.T))) == 0
    return found


@pytest.mark.parametrize("seed", range(20))
def test_the_matrix_form_agrees(seed: int) -> None:
    graph = random_graph(np.random.default_rng(500 + seed))
    found, matrices = solve_explicit(graph), matrix_form(graph)
    for concept, stable in found.items():
        np.testing.assert_array_equal(stable, matrices[concept], concept)


def coalition_by_sets(g: SetGraph, h: tuple[int, ...]) -> dict[str, list[bool]]:
    """Inohara & Hipel (2008), by sets."""
    every = [c for k in range(1, len(g.moves) + 1) for c in combinations(g.parties, k)]

    def gains(c: tuple[int, ...], s: int) -> set[int]:
        ends = g.reachable(set(c), s, improving=False)
        return {q for q in ends if all(g.better(i, q, s) for i in c)}

    rest = [c for c in every if not set(c) & set(h)]

    def answers(s: int) -> set[int]:
        found = {(q, c) for c in rest for q in gains(c, s)}
        new = set(found)
        while new:
            new = {(r, d) for q, c in new for d in rest if d != c for r in gains(d, q)} - found
            found |= new
        return {q for q, _ in found}

    def deterred(s: int, s2: int) -> bool:
        return any(not g.better(i, s2, s) for i in h)

    out: dict[str, list[bool]] = {"cnash": [], "cgmr": [], "csmr": [], "cseq": []}
    outside = set(g.parties) - set(h)
    for s in g.states:
        ways = gains(h, s)
        free = {q: g.reachable(outside, q, improving=False) for q in ways}
        out["cnash"].append(not ways)
        out["cgmr"].append(all(any(deterred(s, k) for k in free[q]) for q in ways))
        out["csmr"].append(
            all(
                any(
                    deterred(s, k)
                    and all(deterred(s, e) for e in g.reachable(set(h), k, improving=False))
                    for k in free[q]
                )
                for q in ways
            )
        )
        out["cseq"].append(all(any(deterred(s, k) for k in answers(q)) for q in ways))
    return out


@pytest.mark.parametrize("seed", range(25))
def test_coalitions_agree_with_the_definition(seed: int) -> None:
    graph = random_graph(np.random.default_rng(700 + seed))
    sets = sets_of_graph(graph)
    for coalition, found in solve_coalitions(graph).items():
        expected = coalition_by_sets(sets, coalition)
        for concept, stable in found.items():
            assert stable.tolist() == expected[concept], (coalition, concept)


def test_together_they_leave_the_dilemma() -> None:
    """Both are better off cooperating, so mutual defection falls to the two together."""
    graph = from_payoffs(SQUARE, DILEMMA.astype(np.int64))
    assert solve_explicit(graph)["nash"].all(axis=0).tolist() == [False, False, False, True]
    assert universal_equilibria(graph)["cnash"] == []
    assert universal_equilibria(graph)["cgmr"] == [0]


@pytest.mark.parametrize(
    ("payoffs", "by_horizon"),
    [
        (DILEMMA, {1: [3], 2: [0, 3], 3: [0, 3], 8: [0, 3]}),
        (CHICKEN, {1: [1, 2], 2: [], 3: [0], 8: [0]}),
    ],
)
def test_limited_moves(payoffs: np.ndarray, by_horizon: dict[int, list[int]]) -> None:
    """Known sets of both games (methods notes, 1.2)."""
    for horizon, states in by_horizon.items():
        stable = limited_move_stable(SQUARE, payoffs, horizon).all(axis=0)
        assert np.flatnonzero(stable).tolist() == states, horizon
    assert np.flatnonzero(non_myopic_stable(SQUARE, payoffs).all(axis=0)).tolist() == by_horizon[8]


@pytest.mark.parametrize("seed", range(20))
def test_readings_of_the_unknown_are_nested(seed: int) -> None:
    rng = np.random.default_rng(900 + seed)
    known = random_graph(rng)
    unknown = np.triu(rng.random(known.better.shape) < 0.15, 1)
    unknown |= unknown.transpose(0, 2, 1)
    graph = ExplicitGraph(known.arcs, known.better & ~unknown, unknown)
    by = {reading: solve_unknown(graph, reading) for reading in READINGS}
    nested: list[tuple[Reading, Reading]] = [("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")]
    for small, large in nested:
        for concept in CONCEPTS:
            assert (by[large][concept] | ~by[small][concept]).all()


def test_without_unknowns_the_readings_are_the_classical_one() -> None:
    graph = random_graph(np.random.default_rng(1))
    for reading in READINGS:
        for concept, stable in solve_unknown(graph, reading).items():
            np.testing.assert_array_equal(stable, solve_explicit(graph)[concept])


def test_completions_are_counted_one_by_one() -> None:
    """One unknown pair: of its three outcomes two leave the state Nash stable."""
    arcs = np.zeros((1, 2, 2), bool)
    arcs[0, 0, 1] = True
    unknown = np.array([[[False, True], [True, False]]])
    found = completions(ExplicitGraph(arcs, np.zeros((1, 2, 2), bool), unknown))
    assert (found.total, found.complete) == (3, True)
    assert found.counts["nash"].tolist() == [[2, 3]]
    assert found.in_some("nash").tolist() == [[True, True]]
    assert found.in_all("nash").tolist() == [[False, True]]


def test_what_is_no_graph() -> None:
    better = np.zeros((1, 2, 2), bool)
    better[0, 0, 1] = better[0, 1, 0] = True
    with pytest.raises(ValueError, match="each of two states to the other"):
        ExplicitGraph(np.zeros((1, 2, 2), bool), better)
    loop = np.ones((1, 2, 2), bool)
    with pytest.raises(ValueError, match="to itself"):
        ExplicitGraph(loop, np.zeros((1, 2, 2), bool))
