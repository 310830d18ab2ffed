"""A case as the sets of the definitions, made without the arrays of the calculation."""

from __future__ import annotations

from itertools import product

from detente.case.case import Case
from detente.case.expressions import holds, parse_expression
from tests.maths.reference_graph_model import SetGraph

Taken = frozenset[str]


def set_graph(case: Case) -> tuple[SetGraph, dict[Taken, int], list[str]]:
    """The graph, the number of each feasible state by its moves, and the parties that move."""
    parties = [p.id for p in case.parties if any(m.party == p.id for m in case.moves)]
    ids = [m.id for m in case.moves]
    out = [parse_expression(text) for text in case.infeasible]
    states: dict[Taken, int] = {}
    for bits in product((False, True), repeat=len(ids)):
        taken = frozenset(m for m, bit in zip(ids, bits, strict=True) if bit)
        if not any(holds(e, taken) for e in out):
            states[taken] = len(states)
    worth = {p: _worth(case, p, list(states)) for p in parties}
    of = {number: taken for taken, number in states.items()}
    moves = tuple(
        {
            number: {
                states[other]
                for other in states
                if other != taken and _can(case, party, taken, other)
            }
            for taken, number in states.items()
        }
        for party in parties
    )
    graph = SetGraph(
        tuple(of), moves, lambda i, a, b: worth[parties[i]][of[a]] > worth[parties[i]][of[b]]
    )
    return graph, states, parties


def _can(case: Case, party: str, taken: Taken, other: Taken) -> bool:
    owners = {m.id: m for m in case.moves}
    for move in taken ^ other:
        starts = move in other
        if owners[move].party != party:
            return False
        if owners[move].direction == ("stop" if starts else "start"):
            return False
        for ban in case.bans:
            bars = ban.move == move and ban.change in ("both", "start" if starts else "stop")
            if bars and holds(parse_expression(ban.when), taken):
                return False
    return True


def _worth(case: Case, party: str, states: list[Taken]) -> dict[Taken, tuple[bool, ...]]:
    """Statements as a row of truth values: the first that differs decides."""
    (preference,) = (q for q in case.preferences if q.party == party)
    made = [parse_expression(text) for text in preference.statements]
    return {taken: tuple(holds(e, taken) for e in made) for taken in states}
