"""Sequences of moves from one state, nobody moving twice in a row, shortest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from detente.analyses.stability.conflict import BETTER, EQUAL, Booleans, Conflict, Integers
from detente.maths.graph_model.model import START, STOP

# Nodes of a level that are looked at together.
_PIECE = 1 << 16
# From this many nodes on it pays to load the compiled passes; and what one call of them takes
# on, so that a user can stop.
_MANY, _CALL = 1 << 13, 1 << 18

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
    distance: Any = field(repr=False)  # (budget + 1, movers, states); 0 not reached
    parent: Any = field(repr=False)  # node it came from; -1 from the start
    losses: Any = field(repr=False)
    hits: Integers = field(repr=False)  # states that ended the search

    def least(self) -> Integers:
        """Fewest steps to each state, -1 where there is no walk."""
        none = np.iinfo(np.uint32).max
        best = np.full(self.n_states, none, np.uint32)
        for row in self.distance.reshape(-1, self.n_states):
            np.minimum(best, row, out=best, where=row != 0)
        return np.where(best == none, -1, best.astype(np.int64))

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
        return int(at[at > 0].min()) if at.any() else -1

    def walk(self, state: int, last: int | None = None) -> list[Step]:
        """A shortest walk to a state, by the last mover given or the one that costs least."""
        nodes = []
        for used in range(self.budget + 1):
            for row, mover in enumerate(self.movers):
                far = int(self.distance[used, row, state])
                if far and last in (None, mover):
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


@dataclass(frozen=True, slots=True)
class improves:  # noqa: N801 - a gate, called like the functions that are one
    """Steps by which the mover is known to gain."""

    conflict: Conflict

    def __call__(self, party: int, sources: Integers, targets: Integers) -> Booleans:
        """True for each step that is one."""
        better: Booleans = self.conflict.compare(party, targets, sources) == BETTER
        return better


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
        # Zeros and empty arrays take no memory before they are written to, and most walks end soon.
        np.zeros(shape, np.uint32),
        np.empty(shape, np.int32 if (budget + 1) * count * n < 1 << 31 else np.int64),
        np.empty(shape, np.uint32),
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
        if not self.made.movers:  # nobody else can move
            return frontier[:0]
        if frontier.size >= _MANY and self.compiles:
            return self.next_compiled(frontier)
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

    @property
    def compiles(self) -> bool:
        """Whether the compiled passes know these steps."""
        if self.conflict.form is None or not (self.free is None or isinstance(self.free, improves)):
            return False
        try:
            import detente.maths.graph_model.walk_levels  # noqa: F401
        except ImportError:  # numba lags behind new Python versions
            return False
        return True

    def next_compiled(self, frontier: Integers) -> Integers:
        """The same as :meth:`next`, state by state in place of array by array."""
        from detente.maths.graph_model import walk_levels

        made, form = self.made, self.conflict.form
        assert form is not None
        for row, mover in enumerate(made.movers):
            first, size = form.first_bit[mover], 1 << form.bits[mover]
            own = form.directions[first : first + form.bits[mover]]
            ways = np.zeros(3, np.int64)
            for way in (START, STOP):
                ways[way] = sum(1 << int(bit) for bit in np.flatnonzero(own == way))
            cells = np.empty((made.budget + 1, form.n_states // size), bool)
            walk_levels.still_open(made.distance, row, first, size, form.can_be, cells)
            for begin in range(0, frontier.size, _CALL):
                walk_levels.go_on(
                    frontier[begin : begin + _CALL],
                    made.start,
                    self.level,
                    self.free is not None,
                    row,
                    first,
                    size,
                    ways,
                    form.payoffs[mover],
                    form.can_be,
                    cells,
                    made.distance,
                    made.parent,
                    made.losses,
                )
        found: Integers = walk_levels.nodes_of(made.distance, self.level)
        return found

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
        new = self.distance[to] == 0
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
