"""The definitions of the graph model, written with Python sets; slow, and the measure of the rest.

A graph is: parties 0..n-1, states 0..m-1, ``moves[party][state]`` a set of states, and
``worse_or_equal[party](a, b)``, true where the party does not prefer a to b. Sequences of
several parties never have one party moving twice in a row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.maths.graph_model.concepts import Concept


@dataclass(frozen=True)
class SetGraph:
    states: tuple[int, ...]
    moves: tuple[dict[int, set[int]], ...]
    better: Callable[[int, int, int], bool]  # (party, a, b): the party prefers a to b

    @property
    def parties(self) -> range:
        return range(len(self.moves))

    def improvements(self, party: int, state: int) -> set[int]:
        return {q for q in self.moves[party][state] if self.better(party, q, state)}

    def reachable(self, coalition: set[int], state: int, *, improving: bool) -> set[int]:
        """R_H(s) of the notes, section 1.1: by sequences in which nobody moves twice in a row."""
        step = self.improvements if improving else lambda j, s: self.moves[j][s]
        found = {(q, j) for j in coalition for q in step(j, state)}
        new = set(found)
        while new:
            new = {(r, k) for q, j in new for k in coalition if k != j for r in step(k, q)} - found
            found |= new
        return {q for q, _ in found}


def nash(g: SetGraph, i: int, s: int) -> bool:
    return not g.improvements(i, s)


def _sanctioned(g: SetGraph, i: int, s: int, *, improving: bool, no_escape: bool) -> bool:
    others = set(g.parties) - {i}
    for s1 in g.improvements(i, s):
        for s2 in g.reachable(others, s1, improving=improving):
            if g.better(i, s2, s):
                continue
            if no_escape and any(g.better(i, s3, s) for s3 in g.moves[i][s2]):
                continue
            break
        else:
            return False
    return True


def gmr(g: SetGraph, i: int, s: int) -> bool:
    return _sanctioned(g, i, s, improving=False, no_escape=False)


def smr(g: SetGraph, i: int, s: int) -> bool:
    return _sanctioned(g, i, s, improving=False, no_escape=True)


def seq(g: SetGraph, i: int, s: int) -> bool:
    return _sanctioned(g, i, s, improving=True, no_escape=False)


def sseq(g: SetGraph, i: int, s: int) -> bool:
    return _sanctioned(g, i, s, improving=True, no_escape=True)


REFERENCE: dict[Concept, Callable[[SetGraph, int, int], bool]] = {
    "nash": nash,
    "gmr": gmr,
    "smr": smr,
    "seq": seq,
    "sseq": sseq,
}
