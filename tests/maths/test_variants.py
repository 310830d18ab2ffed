"""Strength of preference, attitudes, simultaneous moves, and what a model needs."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from detente.maths.graph_model import memory
from detente.maths.graph_model.attitudes import solve_attitudes
from detente.maths.graph_model.explicit import solve_explicit
from detente.maths.graph_model.model import OptionForm
from detente.maths.graph_model.simultaneous import solve_simultaneous
from detente.maths.graph_model.strength import solve_strong
from tests.maths.random_models import (
    random_graph,
    random_option_form,
    sets_of_graph,
    sets_of_option_form,
)
from tests.maths.reference_graph_model import SetGraph


@pytest.mark.parametrize("seed", range(15))
def test_strong_is_stable_and_more(seed: int) -> None:
    rng = np.random.default_rng(seed)
    graph = random_graph(rng)
    much = graph.better & (rng.random(graph.better.shape) < 0.6)
    sets = sets_of_graph(graph)
    strong, general = solve_strong(graph, much), solve_explicit(graph)
    for concept in ("gmr", "seq"):
        assert (general[concept] | ~strong[concept]).all()
        for i in sets.parties:
            others = set(sets.parties) - {i}
            for s in sets.states:
                by_definition = all(
                    any(
                        much[i, s, k] for k in sets.reachable(others, q, improving=concept == "seq")
                    )
                    for q in sets.improvements(i, s)
                )
                assert strong[concept][i, s] == by_definition


def test_all_much_better_is_not_the_general_concept() -> None:
    """What is merely no better deters in general, never strongly."""
    arcs = np.zeros((2, 3, 3), bool)
    arcs[0, 0, 1] = arcs[1, 1, 2] = True
    better = np.zeros((2, 3, 3), bool)
    better[0, 1, 0] = True  # state 2 is as good as state 0 for the first party
    from detente.maths.graph_model.explicit import ExplicitGraph

    graph = ExplicitGraph(arcs, better)
    assert solve_explicit(graph)["gmr"][0, 0]
    assert not solve_strong(graph, better)["gmr"][0, 0]


@pytest.mark.parametrize("seed", range(15))
def test_indifference_to_others_is_the_classical_model(seed: int) -> None:
    graph = random_graph(np.random.default_rng(seed))
    found = solve_attitudes(graph, np.eye(graph.n_parties, dtype=int))
    for concept, stable in solve_explicit(graph).items():
        np.testing.assert_array_equal(found[concept], stable)


@pytest.mark.parametrize("seed", range(15))
def test_attitudes_by_the_definition(seed: int) -> None:
    rng = np.random.default_rng(seed)
    graph = random_graph(rng)
    attitudes = rng.integers(-1, 2, (graph.n_parties, graph.n_parties))
    sets = sets_of_graph(graph)

    def prefers(i: int, q: int, s: int) -> bool:
        return all(
            attitudes[i, j] == 0
            or (sets.better(j, q, s) if attitudes[i, j] > 0 else sets.better(j, s, q))
            for j in sets.parties
        )

    related = SetGraph(sets.states, sets.moves, prefers)
    found = solve_attitudes(graph, attitudes)
    for i in sets.parties:
        for s in sets.states:
            ways = related.improvements(i, s)
            assert found["nash"][i, s] == (not ways)
            others = set(sets.parties) - {i}
            assert found["seq"][i, s] == all(
                any(not prefers(i, k, s) for k in related.reachable(others, q, improving=True))
                for q in ways
            )


@pytest.mark.parametrize("seed", range(25))
def test_simultaneous_by_the_definition(seed: int) -> None:
    model = random_option_form(np.random.default_rng(seed))
    sets = sets_of_option_form(model)
    found = solve_simultaneous(model)
    masks = [((1 << b) - 1) << f for b, f in zip(model.bits, model.first_bit, strict=True)]
    for i in sets.parties:
        others = [j for j in sets.parties if j != i]
        for s in sets.states:
            answers = [[*sets.improvements(j, s), s] for j in others]
            spoilt = []
            for s1 in sets.improvements(i, s):
                ends = set()
                for combination in product(*answers):
                    end = s1 & masks[i]
                    for j, q in zip(others, combination, strict=True):
                        end |= q & masks[j]
                    ends.add(end)
                spoilt.append(any(e in sets.states and not sets.better(i, e, s) for e in ends))
            assert found[i, s] == all(spoilt)


def test_simultaneous_in_the_dilemma() -> None:
    """{CC, DD}, as the sample file of the graph model's other program says."""
    model = OptionForm((1, 1), np.array([[3, 4, 1, 2], [3, 1, 4, 2]], np.int32))
    assert np.flatnonzero(solve_simultaneous(model).all(axis=0)).tolist() == [0, 3]


def test_a_model_too_large_is_named_with_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "memory_available", lambda: 1_000_000_000)
    assert memory.too_large((5, 5)) is None
    said = memory.too_large((10, 10, 10))
    assert said is not None
    assert "1,073,741,824 states" in said
    assert "Leave out 6 of the moves" in said


def test_need_is_what_the_arrays_take() -> None:
    """4 bytes for 2 payoffs and 3 numbers, 2 + 2 for orders, 2 answers, 1 for what can be."""
    assert memory.memory_needed((3, 2)) == 32 * (4 * 5 + 4 + 2 + 1)
