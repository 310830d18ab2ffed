"""Whether combinations that cannot be leave any state at all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.case.expressions import Expression, evaluate, moves_in

# Beyond this many moves in one web of expressions the question is left open (2^18 states).
MOST_MOVES = 18
# States times words of the expressions, likewise.
MOST_WORK = 1 << 28


def rules_out_everything(expressions: Sequence[Expression]) -> bool:
    """True if in every state of the moves at least one expression holds; False if not or open."""
    return any(_covers(group) for group in _webs(expressions))


def _webs(expressions: Sequence[Expression]) -> list[list[Expression]]:
    """Expressions gathered by the moves they share; two webs can be chosen freely of each other."""
    above: dict[str, str] = {}

    def first(move: str) -> str:
        while above[move] != move:
            above[move] = move = above[above[move]]
        return move

    starts = []
    for expression in expressions:
        moves = list(moves_in(expression))
        for move in moves:
            above.setdefault(move, move)
            above[first(move)] = first(moves[0])
        starts.append(moves[0] if moves else "")
    webs: dict[str, list[Expression]] = {}
    for expression, start in zip(expressions, starts, strict=True):
        webs.setdefault(first(start) if start else "", []).append(expression)
    return list(webs.values())


def _covers(expressions: Sequence[Expression]) -> bool:
    words = [m for e in expressions for m in moves_in(e)]
    moves = sorted(set(words))
    if len(moves) > MOST_MOVES or len(words) << len(moves) > MOST_WORK:
        return False
    states = np.arange(2 ** len(moves))
    taken = {move: (states >> place) & 1 == 1 for place, move in enumerate(moves)}
    out = np.zeros(len(states), dtype=bool)
    for expression in expressions:
        out |= evaluate(expression, taken.__getitem__)
    return bool(out.all())
