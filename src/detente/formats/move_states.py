"""The feasible states of a case's moves, numbered as graph-model tools number them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from detente.case.expressions import Expression, evaluate
from detente.errors import UnsuitableCase

MOST_MOVES = 20


def feasible(moves: Sequence[str], infeasible: Sequence[Expression]) -> npt.NDArray[np.int64]:
    """The states that no expression rules out, ascending; bit k is move k.

    Raises
    ------
    UnsuitableCase
        If there are more than 20 moves, whose states are too many to number one by one.
    """
    if len(moves) > MOST_MOVES:
        raise UnsuitableCase(
            f"{len(moves)} moves have too many states to be ranked one by one; at most "
            f"{MOST_MOVES} fit"
        )
    states = np.arange(2 ** len(moves), dtype=np.int64)
    ruled_out = np.zeros(len(states), dtype=bool)
    for expression in infeasible:
        ruled_out |= holds_in(expression, moves, states)
    return states[~ruled_out]


def holds_in(
    expression: Expression, moves: Sequence[str], states: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """For each state whether the expression is true there."""
    rows = {move: row for row, move in enumerate(moves)}

    def taken(move: str) -> npt.NDArray[np.bool_]:
        if move not in rows:
            raise UnsuitableCase(f"an expression names the move {move!r}, which is not there")
        bit: npt.NDArray[np.bool_] = ((states >> rows[move]) & 1).astype(bool)
        return bit

    return np.broadcast_to(np.asarray(evaluate(expression, taken), dtype=bool), states.shape)


def ranked(
    statements: Sequence[Expression], moves: Sequence[str], states: npt.NDArray[np.int64]
) -> list[list[int]]:
    """States from best to worst by statements, the most important first; ties together.

    The j-th of n statements weighs 2 to the power n - j (option prioritisation).
    """
    # Python integers: more than 62 statements would not fit into 64 bits.
    weight = [0] * len(states)
    for statement in statements:
        true = holds_in(statement, moves, states)
        weight = [2 * w + int(t) for w, t in zip(weight, true, strict=True)]
    groups: dict[int, list[int]] = {}
    for state, w in zip(states.tolist(), weight, strict=True):
        groups.setdefault(w, []).append(state)
    return [groups[w] for w in sorted(groups, reverse=True)]


def written_state(state: int, moves: Sequence[str]) -> str:
    """A state as a case writes it: the moves taken, or ``-``.

    >>> written_state(5, ["release", "escalate", "attack"])
    'release, attack'
    """
    return ", ".join(m for k, m in enumerate(moves) if state >> k & 1) or "-"
