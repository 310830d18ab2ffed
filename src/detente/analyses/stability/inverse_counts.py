"""How many strict rankings fulfil a condition, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations, product
from math import comb, factorial

import numpy as np

from detente.analyses.stability.conflict import Conflict
from detente.analyses.stability.inverse_conditions import Condition, Met
from detente.maths.graph_model.concepts import Concept

# Comparisons that hang together and are tried in all combinations: a million.
_TOGETHER = 20
_MOST_STATES = 400
# Rankings of one party and combinations of kinds of ranking that are looked at one by one.
_MOST_RANKINGS = 5_040
_MOST_PROFILES = 600_000


def share_of_rankings(condition: Condition) -> Fraction | None:
    """The share of all strict rankings of a party that make the state stable for it.

    In a ranking drawn at random the place of the wanted state among the r states that matter is
    as likely to be any, so b of them being better than it, and which, is counted by b! (r - b)!
    of (r + 1)!. None where too many comparisons hang together to be counted.
    """
    states = condition.states
    r = len(states)
    if r > _MOST_STATES:
        return None
    ways = [1]
    for part in _components(condition.moves):
        counted = _by_size(part)
        if counted is None:
            return None
        ways = _times(ways, counted)
    favourable = sum(w * factorial(b) * factorial(r - b) for b, w in enumerate(ways))
    return Fraction(favourable, factorial(r + 1))


def _components(moves: Sequence[Met]) -> list[list[Met]]:
    """Moves that share no state with one another can be counted apart."""
    parts: list[tuple[set[int], list[Met]]] = []
    for met in moves:
        states = {s for way in met.ways for s in way}
        joined = [part for part in parts if part[0] & states]
        parts = [part for part in parts if not part[0] & states]
        everything = states.union(*(part[0] for part in joined))
        parts.append((everything, [m for part in joined for m in part[1]] + [met]))
    return [part[1] for part in parts]


def _by_size(moves: Sequence[Met]) -> list[int] | None:
    """For each number of better states, how many sets of that size meet all the moves."""
    states = sorted({s for met in moves for way in met.ways for s in way})
    n = len(states)
    if len(moves) == 1 and all(len(way) == 1 for way in moves[0].ways):
        # Any set but the whole: at least one of the states is not better.
        return [comb(n, b) for b in range(n)] + [0]
    if n > _TOGETHER:
        return None
    sets = np.arange(1 << n, dtype=np.int64)
    at = {state: place for place, state in enumerate(states)}
    good = np.ones(sets.size, bool)
    for met in moves:
        some = np.zeros(sets.size, bool)
        for way in met.ways:
            some |= (sets & sum(1 << at[s] for s in way)) == 0
        good &= some
    sizes = np.zeros(sets.size, np.int64)
    for place in range(n):
        sizes += (sets >> place) & 1
    return [int(c) for c in np.bincount(sizes[good], minlength=n + 1)]


def _times(one: list[int], other: list[int]) -> list[int]:
    made = [0] * (len(one) + len(other) - 1)
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            made[i + j] += a * b
    return made


def profiles_in_sequence(conflict: Conflict, wanted: int, concept: Concept) -> int | None:
    """In how many profiles of strict rankings the state is a sequential equilibrium.

    Here answers depend on what others prefer, so rankings of all parties are gone through,
    those alike in all that matters together. None where there are too many.
    """
    states = [int(s) for s in np.flatnonzero(conflict.can_be)]
    n = len(conflict.parties)
    if factorial(len(states)) > _MOST_RANKINGS:
        return None
    arcs = [
        [
            (int(states[row]), int(target))
            for row, target in zip(*conflict.steps(j, np.array(states, np.int64)), strict=True)
        ]
        for j in range(n)
    ]
    kinds: list[dict[tuple[frozenset[int], frozenset[tuple[int, int]]], int]] = []
    for j in range(n):
        found: dict[tuple[frozenset[int], frozenset[tuple[int, int]]], int] = {}
        for order in permutations(states):
            place = {state: rank for rank, state in enumerate(order)}
            better = frozenset(s for s in states if place[s] < place[wanted])
            gains = frozenset((s, t) for s, t in arcs[j] if place[t] < place[s])
            found[better, gains] = found.get((better, gains), 0) + 1
        kinds.append(found)
    total = 1
    for found in kinds:
        total *= len(found)
    if total > _MOST_PROFILES:
        return None
    follow = _Following(arcs, wanted, concept)
    count = 0
    for profile in product(*(found.items() for found in kinds)):
        together = tuple(kind[1] for kind, _ in profile)
        if all(follow.stable(j, profile[j][0][0], together) for j in range(n)):
            times = 1
            for _, many in profile:
                times *= many
            count += times
    return count


class _Following:
    """Sequential stability of one state from what each party prefers, answers remembered."""

    def __init__(self, arcs: list[list[tuple[int, int]]], wanted: int, concept: Concept) -> None:
        self.wanted = wanted
        self.symmetric = concept == "sseq"
        self.moves = [sorted(t for s, t in own if s == wanted) for own in arcs]
        self.after = [
            {s: {t for a, t in own if a == s} for s in {a for a, _ in own}} for own in arcs
        ]
        self.known: dict[object, frozenset[int]] = {}

    def stable(
        self, party: int, better: frozenset[int], gains: tuple[frozenset[tuple[int, int]], ...]
    ) -> bool:
        for target in self.moves[party]:
            if target not in better:
                continue
            ends = self._reached(party, target, gains)
            if not any(self._deters(party, end, better) for end in ends):
                return False
        return True

    def _deters(self, party: int, end: int, better: frozenset[int]) -> bool:
        if end in better:
            return False
        return not (self.symmetric and self.after[party].get(end, set()) & better)

    def _reached(
        self, party: int, start: int, gains: tuple[frozenset[tuple[int, int]], ...]
    ) -> frozenset[int]:
        others = tuple(g for j, g in enumerate(gains) if j != party)
        key = (party, start, others)
        if key not in self.known:
            nodes = {(t, j) for j, own in enumerate(others) for s, t in own if s == start}
            new = nodes
            while new:
                new = {
                    (t, k)
                    for state, j in new
                    for k, own in enumerate(others)
                    if k != j
                    for s, t in own
                    if s == state
                } - nodes
                nodes = nodes | new
            self.known[key] = frozenset(state for state, _ in nodes)
        return self.known[key]
