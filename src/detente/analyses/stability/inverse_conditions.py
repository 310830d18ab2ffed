"""What a party must not prefer to a wanted state, for the state to be stable for it.

For a party with moves to q1, q2 ... from the wanted state, each q must be *met*: q itself is not
better than the wanted state, or some set of states that deters is. Nash knows only the first
way. The conditions speak of comparisons with the wanted state alone, save that the answers of
others in sequential stability follow from their comparisons of other states, taken as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.analyses.stability.conflict import BETTER, UNKNOWN, Conflict
from detente.analyses.stability.walks import improves, walks_from
from detente.maths.graph_model.concepts import Concept

States = frozenset[int]


@dataclass(frozen=True)
class Met:
    """One move of the party, and the ways in which it is met.

    Each way is a set of states none of which may be better for the party than the wanted one;
    the first is the target itself. An empty way: it is met whatever the party prefers.
    """

    target: int
    ways: tuple[States, ...]

    def holds(self, better: States) -> bool:
        """Whether it is met if exactly these states are better."""
        return any(not way & better for way in self.ways)


@dataclass(frozen=True)
class Condition:
    """All moves of a party from the wanted state; stable if every one is met."""

    party: int
    wanted: int
    concept: Concept
    moves: tuple[Met, ...]
    better: States  # what the party prefers to the wanted state now
    coupled: bool  # whether others' answers can run through the wanted state

    @property
    def states(self) -> tuple[int, ...]:
        """The states whose comparison with the wanted one matters, ascending."""
        return tuple(sorted({s for met in self.moves for way in met.ways for s in way}))

    def holds(self, better: States) -> bool:
        """Whether the wanted state is stable for the party if exactly these are better."""
        return all(met.holds(better) for met in self.moves)


def condition(conflict: Conflict, party: int, wanted: int, concept: Concept) -> Condition:
    """The condition of one party under one concept."""
    _, targets = conflict.steps(party, np.array([wanted], np.int64))
    others = [j for j in range(len(conflict.parties)) if j != party]
    follow = improves(conflict) if concept in ("seq", "sseq") else None
    coupled = False
    moves = []
    for target in sorted(int(t) for t in targets):
        ways: list[States] = [frozenset([target])]
        if concept != "nash":
            walks = walks_from(conflict, target, others, free=follow)
            ends = np.flatnonzero(walks.least() >= 0).astype(np.int64)
            coupled = coupled or (follow is not None and wanted in ends)
            ways += _deterring(conflict, party, wanted, [int(e) for e in ends], concept)
        moves.append(Met(target, _least(ways)))
    every = np.flatnonzero(conflict.can_be).astype(np.int64)
    marks = conflict.compare(party, every, wanted)
    better = every[(marks == BETTER) | (marks == UNKNOWN)]
    return Condition(party, wanted, concept, tuple(moves), frozenset(better.tolist()), coupled)


def _deterring(
    conflict: Conflict, party: int, wanted: int, ends: Sequence[int], concept: Concept
) -> list[States]:
    if concept in ("gmr", "seq"):
        return [frozenset([end]) - {wanted} for end in ends]
    rows, after = conflict.steps(party, np.array(ends, np.int64))
    sets = [{end} for end in ends]
    for row, state in zip(rows.tolist(), after.tolist(), strict=True):
        sets[row].add(state)
    return [frozenset(made) - {wanted} for made in sets]


def _least(ways: list[States]) -> tuple[States, ...]:
    """The ways without those that ask for more than another; the target's own stays first."""
    kept: list[States] = []
    for way in sorted(set(ways), key=lambda w: (w != ways[0], len(w), sorted(w))):
        if not any(other <= way for other in kept):
            kept.append(way)
    return tuple(kept)
