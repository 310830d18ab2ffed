"""The moves of a case as a graph of sets, for the definitions as the literature writes them."""

from __future__ import annotations

from detente.case.case import Case
from detente.case.expressions import holds, parse_expression
from detente.case.states import moves_of_state
from detente.maths.graph_model.concepts import Concept
from tests.maths.reference_graph_model import REFERENCE, SetGraph

State = frozenset[str]


def equilibria(case: Case, concept: Concept) -> set[State]:
    """States that are stable for every party under one concept, each as the moves taken in it."""
    states = _states(case)
    movers = list(dict.fromkeys(m.party for m in case.moves))
    worth = {p: _worth(case, p, states) for p in movers}
    graph = SetGraph(
        tuple(range(len(states))),
        tuple(
            {
                s: {q for q in range(len(states)) if _can(case, p, states[s], states[q])}
                for s in range(len(states))
            }
            for p in movers
        ),
        lambda i, a, b: worth[movers[i]][states[a]] > worth[movers[i]][states[b]],
    )
    stable = REFERENCE[concept]
    return {
        state
        for number, state in enumerate(states)
        if all(stable(graph, i, number) for i in graph.parties)
    }


def _states(case: Case) -> list[State]:
    moves = [m.id for m in case.moves]
    ruled_out = [parse_expression(text) for text in case.infeasible]
    every = (
        frozenset(m for bit, m in enumerate(moves) if code >> bit & 1)
        for code in range(2 ** len(moves))
    )
    return [s for s in every if not any(holds(e, s) for e in ruled_out)]


def _can(case: Case, party: str, state: State, target: State) -> bool:
    changed = state ^ target
    if not changed:
        return False
    for move in case.moves:
        if move.id not in changed:
            continue
        change = "start" if move.id in target else "stop"
        if move.party != party or move.direction not in ("both", change):
            return False
        bans = [b.when for b in case.bans if b.move == move.id and b.change in ("both", change)]
        if any(holds(parse_expression(text), state) for text in bans):
            return False
    return True


def _worth(case: Case, party: str, states: list[State]) -> dict[State, int]:
    preference = next(p for p in case.preferences if p.party == party)
    if preference.ranking:
        return {
            frozenset(moves_of_state(text)): -rank
            for rank, tied in enumerate(preference.ranking)
            for text in tied
        }
    wanted = [parse_expression(text) for text in preference.statements]
    return {
        state: sum(2 ** (len(wanted) - 1 - n) for n, e in enumerate(wanted) if holds(e, state))
        for state in states
    }
