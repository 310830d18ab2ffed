"""Random cases of moves against the definitions written with sets, and every witness checked."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from detente.analyses.stability import walks
from detente.analyses.stability.conflict import Conflict
from detente.analyses.stability.graph_of_case import conflict_of
from detente.analyses.stability.margins import margin
from detente.analyses.stability.reasons import Witness, as_data, sentence, witness
from detente.analyses.stability.solution import solve
from detente.analyses.stability.walks import Step, improves, walks_from
from detente.maths.graph_model.concepts import CONCEPTS, solve_option_form
from tests.analyses.stability.conflicts import random_case
from tests.analyses.stability.from_definitions import set_graph
from tests.maths.reference_graph_model import REFERENCE, SetGraph

SEEDS = range(60)


class Both:
    """A random case as the calculation's model and as sets, states numbered alike."""

    def __init__(self, seed: int) -> None:
        case = random_case(seed)
        self.graph, states, self.parties = set_graph(case)
        self.conflict: Conflict = conflict_of(case)
        assert list(self.conflict.parties) == self.parties
        self.of = {
            self.conflict.state(", ".join(taken) or "-"): number for taken, number in states.items()
        }
        assert sorted(self.of) == np.flatnonzero(self.conflict.can_be).tolist()


@pytest.mark.parametrize("seed", SEEDS)
def test_flags_and_witnesses(seed: int) -> None:
    both = Both(seed)
    conflict, graph = both.conflict, both.graph
    solution = solve(conflict, CONCEPTS)
    for concept in CONCEPTS:
        for party in graph.parties:
            for state, number in both.of.items():
                stable = REFERENCE[concept](graph, party, number)
                assert bool(solution.flags[concept][party, state]) == stable
                made = witness(conflict, party, state, concept)
                assert made.stable == stable
                check(both, made)


def check(both: Both, made: Witness) -> None:
    """Every step is legal and does what the witness says it does."""
    graph, of = both.graph, both.of
    party, start = made.party, of[made.state]
    better = graph.better
    gains = graph.improvements(party, start)
    assert {of[m.target] for m, _ in made.improvements} <= gains
    if made.stable:
        assert len(made.improvements) + made.left_out == len(gains)
    for move, answer in made.improvements:
        assert (move.mover, of[move.source]) == (party, start)
        if answer is None:
            continue
        walk_is_legal(both, answer.walk, move.target, party, made.concept in ("seq", "sseq"))
        end = of[answer.walk[-1].target]
        assert not better(party, end, start)
        if answer.escape is not None:
            assert of[answer.escape.source] == end
            assert of[answer.escape.target] in graph.moves[party][end]
            assert better(party, of[answer.escape.target], start)
        elif made.concept in ("smr", "sseq"):
            assert not any(better(party, s, start) for s in graph.moves[party][end])
    assert sentence(both.conflict, made).endswith(".")
    assert as_data(both.conflict, made)["stable"] == made.stable


def walk_is_legal(
    both: Both, walk: tuple[Step, ...], start: int, party: int, improving: bool
) -> None:
    here, last = start, party
    for step in walk:
        assert step.source == here
        assert step.mover not in (party, last)
        source, target = both.of[step.source], both.of[step.target]
        assert target in both.graph.moves[step.mover][source]
        if improving:
            assert both.graph.better(step.mover, target, source)
        here, last = step.target, step.mover


def distances(graph: SetGraph, start: int, *, budget: int | None) -> dict[int, int]:
    """Fewest steps to each state, breadth first; ``budget`` steps may not be improvements."""
    nodes = {(start, -1, 0)}
    seen, level = set(nodes), 0
    found: dict[int, int] = {}
    while nodes:
        level += 1
        new = set()
        for state, last, used in nodes:
            for j in graph.parties:
                for target in graph.moves[j][state] if j != last else ():
                    paid = used + (budget is not None and not graph.better(j, target, state))
                    if budget is None or paid <= budget:
                        new.add((target, j, paid))
        nodes = new - seen
        seen |= nodes
        for state, _, _ in nodes:
            found.setdefault(state, level)
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_walks_are_shortest_and_legal(seed: int) -> None:
    both = Both(seed)
    conflict = both.conflict
    start = next(iter(both.of))
    movers = range(len(both.parties))
    gains = improves(conflict)
    ways: list[tuple[int | None, dict[str, Any]]] = [
        (None, {}),
        (0, {"free": gains}),
        (1, {"free": gains, "budget": 1}),
    ]
    for budget, options in ways:
        walks = walks_from(conflict, start, movers, **options)
        wanted = distances(both.graph, both.of[start], budget=budget)
        least = walks.least()
        for state, number in both.of.items():
            assert least[state] == wanted.get(number, -1)
            if least[state] > 0:
                walk = walks.walk(state)
                assert len(walk) == least[state]
                assert walk[-1].target == state
                walk_is_legal(both, tuple(walk), start, -1, budget == 0)
                lost = sum(
                    not both.graph.better(s.mover, both.of[s.target], both.of[s.source])
                    for s in walk
                )
                assert budget is None or lost <= budget
                assert walk[-1].mover in walks.last_movers(state)


@pytest.mark.parametrize("seed", range(20))
def test_margins_carry_the_sign_of_stability_and_are_what_leaving_costs(seed: int) -> None:
    both = Both(seed)
    conflict, graph = both.conflict, both.graph
    state_of = {number: state for state, number in both.of.items()}
    form = conflict.form
    together = {} if form is None else solve_option_form(form, CONCEPTS, margins=True).margins
    for party in graph.parties:
        worth = {n: int(conflict.payoffs[party].values[s]) for n, s in state_of.items()}
        others = set(graph.parties) - {party}
        for state, number in both.of.items():
            for concept in CONCEPTS:
                own = margin(conflict, party, state, concept)
                if together:
                    assert together[concept][party, state] == own
                assert (own >= 0) == REFERENCE[concept](graph, party, number)
            sure = [
                min([worth[q], *(worth[k] for k in graph.reachable(others, q, improving=False))])
                for q in graph.moves[party][number]
            ]
            assert margin(conflict, party, state, "gmr") == worth[number] - max(
                sure, default=-np.inf
            )


@pytest.mark.parametrize("seed", SEEDS)
def test_compiled_walks_are_the_same_walks(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    conflict = conflict_of(random_case(seed))
    if conflict.form is None:
        return
    pytest.importorskip("numba")
    gains = improves(conflict)
    movers = range(len(conflict.parties))
    start = int(np.flatnonzero(conflict.can_be)[0])
    ways: list[dict[str, Any]] = [{}, {"free": gains}, {"free": gains, "budget": 1}]
    for options in ways:
        plain = walks_from(conflict, start, movers, **options)
        monkeypatch.setattr(walks, "_MANY", 0)
        monkeypatch.setattr(walks, "_CALL", 3)
        compiled = walks_from(conflict, start, movers, **options)
        monkeypatch.undo()
        np.testing.assert_array_equal(plain.distance, compiled.distance)
        reached = plain.distance > 0
        for name in ("parent", "losses"):
            np.testing.assert_array_equal(
                getattr(plain, name)[reached], getattr(compiled, name)[reached]
            )
