"""How far a state is from losing its stability, in the unit of a party's utilities."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.base import Cell, Table
from detente.analyses.stability.conflict import Conflict, Integers
from detente.analyses.stability.preferences_of_case import Floats
from detente.analyses.stability.solution import Solution
from detente.analyses.stability.walks import improves, walks_from
from detente.maths.graph_model.concepts import Concept

# States that walks from all targets may visit together.
_MOST_WORK = 1 << 25


def margins_at(
    solution: Solution, concepts: Sequence[Concept], states: Sequence[int]
) -> Table | None:
    """Margins of some states for the parties that have utilities; None where nobody has.

    The margin of a state for a party is its utility less the best that the party can be sure of
    by moving, answers counted as the concept counts them. Errors in utilities of at most e move
    a margin by at most 2e as long as they change nobody's improvements. Where moves combine
    freely the margins of all states were found with the solution; in a drawn graph each is
    found by itself, and there may be too many.
    """
    conflict = solution.conflict
    with_utilities = [i for i, p in enumerate(conflict.payoffs) if p.is_utility]
    if not with_utilities or conflict.uncertain or not concepts or not states:
        return None
    affordable = len(states)
    if not solution.margins:
        affordable = _work_left(conflict, concepts, states, with_utilities)
    rows: list[tuple[Cell, ...]] = []
    for state in states[:affordable]:
        for i in with_utilities:
            values = [
                float(solution.margins[c][i, state])
                if solution.margins
                else margin(conflict, i, state, c)
                for c in concepts
            ]
            shown = (None if np.isinf(v) else round(v, 9) for v in values)
            rows.append((conflict.label(state), conflict.parties[i], *shown))
    return Table(
        "margins",
        "Margins: how much a party would lose, or gain if negative, by leaving",
        ("state", "party", *concepts),
        tuple(rows),
        "In the party's own utility; – where it has no move. Parties without utilities have none.",
        (len(states) - affordable) * len(with_utilities),
    )


def _work_left(
    conflict: Conflict, concepts: Sequence[Concept], states: Sequence[int], parties: Sequence[int]
) -> int:
    """How many of the states can be worked out without a long wait."""
    work = 0
    for number, state in enumerate(states):
        here = np.array([state], np.int64)
        targets = sum(conflict.steps(i, here)[1].size for i in parties)
        work += targets * len(concepts) * conflict.n_states
        if work > _MOST_WORK:
            return number
    return len(states)


def margin(conflict: Conflict, party: int, state: int, concept: Concept) -> float:
    """The margin of one state for one party; infinite where it has no move."""
    worth = conflict.payoffs[party].values.astype(np.float64)
    _, targets = conflict.steps(party, np.array([state], np.int64))
    others = [j for j in range(len(conflict.parties)) if j != party]
    best = -np.inf
    for target in targets:
        sure = worth[target]
        if concept != "nash":
            free = improves(conflict) if concept in ("seq", "sseq") else None
            reached = walks_from(conflict, int(target), others, free=free).least() >= 0
            ends = np.append(np.flatnonzero(reached), target).astype(np.int64)
            value = worth[ends]
            if concept in ("smr", "sseq"):
                value = _after_own(conflict, party, worth, ends)
                value[-1] = worth[target]
            sure = min(sure, float(value.min()))
        best = max(best, sure)
    return float(worth[state] - best)


def _after_own(
    conflict: Conflict,
    party: int,
    worth: Floats,
    ends: Integers,
) -> Floats:
    """The best that the party can make of each end, by staying or one more move."""
    value = worth[ends].copy()
    rows, after = conflict.steps(party, ends)
    np.maximum.at(value, rows, worth[after])
    return value
