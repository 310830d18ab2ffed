from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from detente.maths.graph_model.concepts import CONCEPTS, Concept, Stability, solve_option_form
from detente.maths.graph_model.explicit import from_option_form, solve_explicit
from detente.maths.graph_model.model import START, OptionForm
from tests.maths.random_models import random_option_form, sets_of_option_form
from tests.maths.reference_graph_model import REFERENCE, SetGraph

# State bits: 0 the first party defects, 1 the second does. A party defects or not.
DILEMMA = np.array([[3, 4, 1, 2], [3, 1, 4, 2]], np.int32)
CHICKEN = np.array([[3, 4, 2, 1], [3, 2, 4, 1]], np.int32)


@pytest.mark.parametrize("seed", range(40))
def test_every_concept_agrees_with_the_definition(seed: int) -> None:
    rng = np.random.default_rng(seed)
    compared = 0
    while compared < 400:
        model = random_option_form(rng)
        sets = sets_of_option_form(model)
        found = solve_option_form(model, compiled=True)
        for concept, reference in REFERENCE.items():
            stable = found.stable(concept)
            assert not stable[:, ~model.can_be].any()
            for party in sets.parties:
                for state in sets.states:
                    compared += 1
                    assert stable[party, state] == reference(sets, party, state), (concept, model)


@pytest.mark.parametrize("seed", range(10))
def test_plain_numpy_gives_the_same_bits(seed: int) -> None:
    rng = np.random.default_rng(1000 + seed)
    for _ in range(10):
        model = random_option_form(rng)
        compiled = solve_option_form(model, margins=True, compiled=True)
        plain = solve_option_form(model, margins=True, compiled=False)
        np.testing.assert_array_equal(compiled.flags, plain.flags)
        for concept in CONCEPTS:
            np.testing.assert_array_equal(compiled.margins[concept], plain.margins[concept])


@pytest.mark.parametrize("seed", range(10))
def test_drawn_as_a_graph_it_says_the_same(seed: int) -> None:
    rng = np.random.default_rng(2000 + seed)
    for _ in range(10):
        model = random_option_form(rng)
        graph, states = from_option_form(model)
        drawn = solve_explicit(graph)
        found = solve_option_form(model)
        for concept in CONCEPTS:
            np.testing.assert_array_equal(drawn[concept], found.stable(concept)[:, states])


def worth(g: SetGraph, payoffs: npt.NDArray[np.generic], i: int, s: int, concept: Concept) -> float:
    """What i can be sure of by leaving s: the nesting of min and max in the definitions."""
    p = payoffs[i]
    improving = concept in ("seq", "sseq")
    no_escape = concept in ("smr", "sseq")

    def held(s2: int) -> float:
        after = [float(p[s3]) for s3 in g.moves[i][s2]] if no_escape else []
        return max([float(p[s2]), *after])

    best = -np.inf
    for s1 in g.moves[i][s]:
        ends = g.reachable(set(g.parties) - {i}, s1, improving=improving) | {s1}
        sure = min(held(s2) for s2 in ends) if concept != "nash" else float(p[s1])
        best = max(best, min(float(p[s1]), sure))
    return best


@pytest.mark.parametrize("seed", range(8))
def test_margins_are_the_nested_minima_and_maxima(seed: int) -> None:
    rng = np.random.default_rng(3000 + seed)
    for _ in range(4):
        model = random_option_form(rng)
        sets = sets_of_option_form(model)
        found = solve_option_form(model, margins=True)
        for concept in CONCEPTS:
            for i in sets.parties:
                for s in sets.states:
                    margin = found.margins[concept][i, s]
                    assert (margin >= 0) == found.stable(concept)[i, s]
                    assert margin == model.payoffs[i, s] - worth(sets, model.payoffs, i, s, concept)
            assert np.isnan(found.margins[concept][:, ~model.can_be]).all()


@pytest.mark.parametrize("seed", range(20))
def test_one_concept_implies_another(seed: int) -> None:
    model = random_option_form(np.random.default_rng(4000 + seed))
    found = solve_option_form(model)
    implied: list[tuple[Concept, Concept]] = [
        ("nash", "seq"),
        ("seq", "gmr"),
        ("nash", "sseq"),
        ("sseq", "seq"),
        ("sseq", "smr"),
        ("smr", "gmr"),
    ]
    for strong, weak in implied:
        assert (found.stable(weak) | ~found.stable(strong)).all()


def equilibria(found: Stability) -> dict[Concept, list[int]]:
    return {concept: found.equilibria(concept) for concept in CONCEPTS}


def test_prisoners_dilemma() -> None:
    """Fang, Hipel & Kilgour (1993): cooperation holds against farsighted sanctions only."""
    found = equilibria(solve_option_form(OptionForm((1, 1), DILEMMA)))
    assert found == {"nash": [3], "gmr": [0, 3], "smr": [0, 3], "seq": [0, 3], "sseq": [0, 3]}


def test_a_step_that_cannot_be_taken_back() -> None:
    """Once both have defected for good, nothing else is left."""
    directions = np.array([START, START], np.uint8)
    found = solve_option_form(OptionForm((1, 1), DILEMMA, directions))
    assert found.equilibria("nash") == [3]
    assert 0 in found.equilibria("gmr")


def test_chicken() -> None:
    found = solve_option_form(OptionForm((1, 1), CHICKEN))
    assert found.equilibria("nash") == [1, 2]


def test_infeasible_states_are_no_step_of_a_sanction() -> None:
    """A gated pass that touched infeasible states would never come to rest (methods notes)."""
    rng = np.random.default_rng(5)
    payoffs = rng.integers(0, 100, (3, 512)).astype(np.int64)
    feasible = rng.random(512) < 0.3
    found = solve_option_form(OptionForm((3, 3, 3), payoffs, feasible=feasible))
    assert not found.flags[:, ~feasible].any()


def test_progress_reaches_its_end() -> None:
    seen: list[tuple[int, int]] = []
    solve_option_form(
        OptionForm((1, 1), DILEMMA), ("nash", "seq"), progress=lambda a, b: seen.append((a, b))
    )
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize(
    ("bits", "payoffs", "fault"),
    [
        ((1, 1), np.zeros((2, 3), np.int32), "shape"),
        ((), np.zeros((0, 1), np.int32), "at least one party"),
        ((1,), np.array([[1.0, np.nan]]), "not finite"),
        ((1,), np.zeros((1, 2), np.int8), "int32, int64 or float64"),
    ],
)
def test_what_is_no_model(
    bits: tuple[int, ...], payoffs: npt.NDArray[np.int32], fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        OptionForm(bits, payoffs)


def test_a_concept_that_was_not_asked_for() -> None:
    found = solve_option_form(OptionForm((1, 1), DILEMMA), ("nash",))
    with pytest.raises(ValueError, match="seq was not asked for"):
        found.equilibria("seq")
