"""Stability where some comparisons are unknown.

Four readings of Li, Hipel, Kilgour and Fang (2004), IEEE SMC-C 34(4) 507-520, by two questions:
does an unknown comparison tempt a party to leave (readings a, c), and does it deter (c, d)? So a
is the most aggressive reading and d the most cautious. Opponents' answers in sequential
stability run along improvements and unknown comparisons.

These are not the same as being stable for all, or for some, of the ways in which the unknown
comparisons could turn out (``completions``); those are counted apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from detente.maths.graph_model.concepts import CONCEPTS, Concept
from detente.maths.graph_model.explicit import (
    ExplicitGraph,
    Relations,
    solve_explicit,
    solve_relations,
)
from detente.maths.graph_model.model import Booleans

Reading = Literal["a", "b", "c", "d"]
READINGS: tuple[Reading, ...] = ("a", "b", "c", "d")
MOST_COMPLETIONS = 20_000


def solve_unknown(graph: ExplicitGraph, reading: Reading) -> dict[Concept, Booleans]:
    """Stability under one of the four readings, (n_parties, m) for each concept."""
    prefers = graph.better.transpose(0, 2, 1)
    unsure = graph.is_unknown
    perhaps = graph.arcs & (prefers | unsure)
    leave = perhaps if reading in ("a", "c") else graph.arcs & prefers
    deters = ~prefers if reading in ("c", "d") else ~prefers & ~unsure
    return solve_relations(graph, Relations(leave, deters, perhaps))


@dataclass(frozen=True)
class Completions:
    """In how many of the ways to settle the unknown comparisons a state is stable.

    ``counts`` is (n_parties, m) for each concept; ``total`` ways were looked at, all there are
    if ``complete``, else a random sample of them.
    """

    total: int
    complete: bool
    counts: dict[Concept, npt.NDArray[np.int64]]

    def in_all(self, concept: Concept) -> Booleans:
        """Stable whichever way they turn out (of those looked at)."""
        always: Booleans = self.counts[concept] == self.total
        return always

    def in_some(self, concept: Concept) -> Booleans:
        """Stable for at least one way."""
        sometimes: Booleans = self.counts[concept] > 0
        return sometimes


def completions(
    graph: ExplicitGraph, *, rng: np.random.Generator | None = None, most: int = MOST_COMPLETIONS
) -> Completions:
    """Count stability over the ways in which unknown comparisons can turn out.

    Each unknown pair is settled as better, worse or equal, each as likely; the outcome need not
    be transitive. Above ``most`` ways a sample of ``most`` is drawn with ``rng``.
    """
    party, one, other = np.nonzero(np.triu(graph.is_unknown))
    pairs = party.size
    complete = bool(pairs <= 40 and 3**pairs <= most)
    counts = {c: np.zeros(graph.arcs.shape[:2], np.int64) for c in CONCEPTS}
    total = 3**pairs if complete else most
    rng = rng or np.random.default_rng(0)
    for way in range(total):
        settled = (way // 3 ** np.arange(pairs)) % 3 if complete else rng.integers(0, 3, size=pairs)
        better = graph.better.copy()
        first, second = settled == 1, settled == 2
        better[party[first], one[first], other[first]] = True
        better[party[second], other[second], one[second]] = True
        for concept, stable in solve_explicit(ExplicitGraph(graph.arcs, better)).items():
            counts[concept] += stable
    return Completions(total, complete, counts)
