"""Sequences of moves from one state, nobody moving twice in a row, shortest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from detente.analyses.stability.conflict import BETTER, EQUAL, Booleans, Conflict, Integers

# Nodes of a level that are looked at together.
_PIECE = 1 << 16

#: Which of a party's steps count: given party, sources and targets.
Gate = Callable[[int, Integers, Integers], Booleans]
#: Which of some newly reached states end the search.
Stop = Callable[[Integers], Booleans]


@dataclass(frozen=True, slots=True)
class Step:
    """One party's change of state."""

    mover: int
    source: int
    target: int


@dataclass
class Walks:
    """All states that walks from ``start`` reach, and a shortest walk to each.

    A node is a state, who moved last, and how many paid steps were used. Of the shortest walks
    to a node that with the fewest steps on which a mover does not gain is kept.
    """

    start: int
    n_states: int
    movers: tuple[int, ...]
    budget: int
    distance: Integers = field(repr=False)  # (budget + 1, movers, states); -1 not reached
    parent: Integers = field(repr=False)  # node it came from; -1 from the start
    losses: Integers = field(repr=False)
    hits: Integers = field(repr=False)  # states that ended the search

    def least(self) -> Integers:
        """Fewest steps to each state, -1 where there is no walk."""
        flat = self.distance.reshape(-1, self.n_states)
        none = np.iinfo(np.int32).max
        best = np.where(flat < 0, none, flat).min(axis=0)
        return np.where(best == none, -1, best).astype(np.int64)

    def last_movers(self, state: int) -> tuple[int, ...]:
        """Who can make the last step of a shortest walk to a state."""
        at = self.distance[:, :, state]
        shortest = self.least_to(state)
        if shortest < 0:
            return ()
        return tuple(
            mover for row, mover in enumerate(self.movers) if (at[:, row] == shortest).any()
        )

    def least_to(self, state: int) -> int:
        """Fewest steps to one state, -1 where there is no walk."""
        at = self.distance[:, :, state]
        return int(at[at >= 0].min()) if (at >= 0).any() else -1

    def walk(self, state: int, last: int | None = None) -> list[Step]:
        """A shortest walk to a state, by the last mover given or the one that costs least."""
        nodes = []
        for used in range(self.budget + 1):
            for row, mover in enumerate(self.movers):
                far = int(self.distance[used, row, state])
                if far >= 0 and last in (None, mover):
                    nodes.append((far, int(self.losses[used, row, state]), used, row))
        if not nodes:
            return []
        _, _, used, row = min(nodes)
        node = (used * len(self.movers) + row) * self.n_states + state
        steps: list[Step] = []
        while node >= 0:
            here = node % self.n_states
            mover = self.movers[node // self.n_states % len(self.movers)]
            before = int(self.parent.reshape(-1)[node])
            source = self.start if before < 0 else before % self.n_states
            steps.append(Step(mover, source, here))
            node = before
        return steps[::-1]


def improves(conflict: Conflict) -> Gate:
    """Steps by which the mover is known to gain."""

    def gate(party: int, sources: Integers, targets: Integers) -> Booleans:
        better: Booleans = conflict.compare(party, targets, sources) == BETTER
        return better

    return gate


def walks_from(
    conflict: Conflict,
    start: int,
    movers: Sequence[int],
    *,
    free: Gate | None = None,
    budget: int = 0,
    stop: Stop | None = None,
    until: Sequence[int] = (),
) -> Walks:
    """Walk from a state until nothing new is reached, or ``stop`` knows a state of a level.

    Parameters
    ----------
    free : gate, optional
        Steps that cost nothing; all legal ones if left out.
    budget : int
        How many other legal steps a walk may take.
    until : sequence of int
        Stop as well once all of these states are reached.
    """
    n, count = conflict.n_states, len(movers)
    shape = (budget + 1, count, n)
    made = Walks(
        start,
        n,
        tuple(movers),
        budget,
        np.full(shape, -1, np.int32),
        np.full(shape, -1, np.int64),
        np.zeros(shape, np.int32),
        np.zeros(0, np.int64),
    )
    level = _Level(conflict, made, free)
    # The frontier as nodes; the start has no last mover, and is -1.
    frontier = np.array([-1], np.int64)
    while frontier.size:
        frontier = level.next(frontier)
        if stop is not None and frontier.size:
            reached = np.unique(frontier % n)
            hits = reached[stop(reached)]
            if hits.size:
                made.hits = hits
                break
        if until and all(made.least_to(state) > 0 for state in until):
            break
    return made


class _Level:
    """Goes from all nodes of one distance to those of the next."""

    def __init__(self, conflict: Conflict, made: Walks, free: Gate | None) -> None:
        self.conflict = conflict
        self.made = made
        self.free = free
        self.distance, self.parent, self.losses = (
            a.reshape(-1) for a in (made.distance, made.parent, made.losses)
        )
        self.level = 0

    def next(self, frontier: Integers) -> Integers:
        """The nodes that one more step reaches first, each from where it costs least."""
        self.level += 1
        found = [
            self.steps(frontier[begin : begin + _PIECE], row)
            for begin in range(0, frontier.size, _PIECE)
            for row in range(len(self.made.movers))
        ]
        nodes, came, cost = (np.concatenate([f[k] for f in found]) for k in range(3))
        first = _least(nodes, came, cost)
        nodes = nodes[first]
        self.distance[nodes] = self.level
        self.parent[nodes] = came[first]
        self.losses[nodes] = cost[first]
        return nodes

    def steps(self, frontier: Integers, row: int) -> tuple[Integers, Integers, Integers]:
        """Unreached nodes that one mover reaches, the nodes they come from, and what it costs."""
        n, count = self.made.n_states, len(self.made.movers)
        mover = self.made.movers[row]
        last = np.where(frontier < 0, -1, frontier // n % count)
        nodes = frontier[last != row]
        states = np.where(nodes < 0, self.made.start, nodes % n)
        origin, targets = self.conflict.steps(mover, states)
        sources, came = states[origin], nodes[origin]
        used = np.where(came < 0, 0, came // (n * count))
        if self.free is not None:
            used = used + ~self.free(mover, sources, targets)
            kept = used <= self.made.budget
            sources, targets, came, used = (a[kept] for a in (sources, targets, came, used))
        to = (used * count + row) * n + targets
        new = self.distance[to] < 0
        sources, targets, came, to = (a[new] for a in (sources, targets, came, to))
        loses = ~np.isin(self.conflict.compare(mover, targets, sources), (BETTER, EQUAL))
        cost = np.where(came < 0, 0, self.losses[np.maximum(came, 0)]) + loses
        first = _least(to, came, cost)
        return to[first], came[first], cost[first]


def _least(nodes: Integers, came: Integers, cost: Integers) -> Integers:
    """Places of each node once, where it costs least; of equals the first origin."""
    order = np.lexsort((came, cost, nodes))
    ordered = nodes[order]
    once = np.ones(ordered.size, bool)
    once[1:] = ordered[1:] != ordered[:-1]
    chosen: Integers = order[once]
    return chosen
