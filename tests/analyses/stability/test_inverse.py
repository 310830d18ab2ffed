"""Which preferences make a state hold: counts and least changes against going through all."""

from __future__ import annotations

from itertools import combinations, permutations, product
from math import factorial

import numpy as np
import pytest

from detente.analyses.stability.conflict import Conflict, Integers
from detente.analyses.stability.graph_of_case import conflict_of
from detente.analyses.stability.inverse import inverse
from detente.analyses.stability.inverse_conditions import condition
from detente.analyses.stability.inverse_counts import profiles_in_sequence, share_of_rankings
from detente.analyses.stability.least_change import least_change
from detente.errors import InputError
from detente.maths.graph_model.concepts import CONCEPTS, Concept
from tests.analyses.stability.conflicts import PRISONERS, SYRIA_IRAQ, case_of, random_case
from tests.analyses.stability.from_definitions import set_graph
from tests.maths.reference_graph_model import REFERENCE, SetGraph

Order = tuple[int, ...]
SMALL = [s for s in range(80) if len(set_graph(random_case(s))[1]) <= 6][:12]


def test_syria_iraq_rankings_of_syria_that_make_release_hold() -> None:
    found = inverse(case_of(SYRIA_IRAQ), want="release").table("counts")
    rows = {row[0]: row[2] for row in found.rows if row[1] == "syria"}
    assert rows == {"nash": 240, "gmr": 384, "smr": 300, "seq": 384, "sseq": 300}


def numbered(seed: int) -> tuple[Conflict, SetGraph, dict[int, int]]:
    case = random_case(seed)
    graph, states, _ = set_graph(case)
    conflict = conflict_of(case)
    of = {conflict.state(", ".join(t) or "-"): n for t, n in states.items()}
    return conflict, graph, of


def with_ranking(graph: SetGraph, party: int, order: tuple[int, ...]) -> SetGraph:
    place = {state: rank for rank, state in enumerate(order)}

    def better(i: int, a: int, b: int) -> bool:
        return place[a] < place[b] if i == party else graph.better(i, a, b)

    return SetGraph(graph.states, graph.moves, better)


@pytest.mark.parametrize("concept", CONCEPTS)
@pytest.mark.parametrize("seed", SMALL)
def test_counts_of_one_party_are_those_of_all_its_rankings(seed: int, concept: Concept) -> None:
    conflict, graph, of = numbered(seed)
    wanted = min(of)
    for party in graph.parties:
        share = share_of_rankings(condition(conflict, party, wanted, concept))
        count = sum(
            REFERENCE[concept](with_ranking(graph, party, order), party, of[wanted])
            for order in permutations(graph.states)
        )
        assert share is not None
        assert share * factorial(len(graph.states)) == count


@pytest.mark.parametrize("concept", ["seq", "sseq"])
@pytest.mark.parametrize("text", [PRISONERS])
@pytest.mark.parametrize("wanted", range(4))
def test_profiles_in_sequence_are_those_of_all_profiles(
    text: str, concept: Concept, wanted: int
) -> None:
    conflict = conflict_of(case_of(text))
    moves = tuple(
        {s: {int(t) for t in conflict.steps(j, array(s))[1]} for s in range(4)} for j in (0, 1)
    )
    count = 0
    for orders in product(permutations(range(4)), repeat=2):

        def better(i: int, a: int, b: int, orders: tuple[Order, ...] = orders) -> bool:
            return orders[i].index(a) < orders[i].index(b)

        graph = SetGraph(tuple(range(4)), moves, better)
        count += all(REFERENCE[concept](graph, i, wanted) for i in (0, 1))
    assert profiles_in_sequence(conflict, wanted, concept) == count


def array(state: int) -> Integers:
    return np.array([state], np.int64)


@pytest.mark.parametrize("concept", CONCEPTS)
@pytest.mark.parametrize("seed", range(25))
def test_the_least_change_works_and_nothing_smaller_does(seed: int, concept: Concept) -> None:
    conflict, graph, of = numbered(seed)
    for wanted in list(of)[:3]:
        for party in graph.parties:
            one = condition(conflict, party, wanted, concept)
            change = least_change(one)
            assert change.complete
            if one.coupled:
                continue

            def stable(ceased: frozenset[int], party: int = party, wanted: int = wanted) -> bool:
                gone = {of[s] for s in ceased}

                def better(i: int, a: int, b: int) -> bool:
                    if i == party and b == of[wanted] and a in gone:
                        return False
                    return graph.better(i, a, b)

                changed = SetGraph(graph.states, graph.moves, better)
                return REFERENCE[concept](changed, party, of[wanted])

            for states in change.sets:
                assert len(states) == change.size
                assert stable(states)
            if change.size:
                smaller = combinations(sorted(one.better), change.size - 1)
                assert not any(stable(frozenset(states)) for states in smaller)


def test_a_state_that_holds_needs_no_change() -> None:
    found = inverse(case_of(SYRIA_IRAQ), want="escalate, attack")
    assert found.table("least change").rows == ()
    assert "holds now under nash, gmr, smr, seq, sseq" in found.answer
    assert found.complete


def test_reasons_name_what_must_be_preferred_no_longer() -> None:
    found = inverse(case_of(SYRIA_IRAQ), want="release", concepts=["nash"])
    (reason,) = found.reasons
    assert reason.data["cease_to_prefer"] == ["-", "escalate"]
    assert reason.about == ("preferences[0]",)


def test_concepts_without_an_inverse_are_refused() -> None:
    with pytest.raises(InputError, match="not for nm"):
        inverse(case_of(SYRIA_IRAQ), want="release", concepts=["nm"])
