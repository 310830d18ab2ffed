"""Which states hold for whom in each draw of utilities and of comparisons that are not known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from detente.analyses.stability.conflict import Conflict
from detente.analyses.stability.graph_of_case import conflict_of
from detente.case.case import Case
from detente.engines.blocks import Block
from detente.errors import InputError
from detente.maths.graph_model.concepts import CONCEPTS, solve_option_form
from detente.maths.graph_model.explicit import ExplicitGraph, solve_explicit
from detente.maths.graph_model.unknown import solve_unknown
from detente.uncertainty.distribution import Floats
from detente.uncertainty.drawn_tables import Booleans, Integers
from detente.uncertainty.parameters import Parameters, keyed

# The compiler is worth loading from here on where a model is solved thousands of times.
_SMALL = 1 << 7


@contextmanager
def _one_thread(wanted: bool) -> Iterator[bool]:
    """Compiled code on one thread, if wanted and there is numba; yields whether it is.

    Models of this size take longer to share out than to solve, and draws run side by side.
    """
    try:
        import numba
    except ImportError:
        wanted = False
    if not wanted:
        yield False
        return
    before = numba.get_num_threads()
    numba.set_num_threads(1)
    try:
        yield True
    finally:
        numba.set_num_threads(before)


@dataclass(frozen=True)
class StateDraws:
    """A conflict whose utilities and open comparisons are drawn.

    Parameters
    ----------
    conflict : Conflict
        With central values.
    cells : tuple of (column, party, state)
        Which drawn number is the utility of which state to which party.
    """

    conflict: Conflict
    cells: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, case: Case, used: Parameters) -> StateDraws:
        """The conflict of a case.

        Raises
        ------
        UnsuitableCase
            If the case lacks something.
        """
        conflict = conflict_of(case)
        cells = []
        for number, preference in enumerate(case.preferences):
            if preference.party not in conflict.parties:
                continue
            party = conflict.parties.index(preference.party)
            for text in preference.utilities:
                column = used.column.get(keyed(f"preferences[{number}].utilities", text))
                if column is None:
                    continue
                try:
                    cells.append((column, party, conflict.state(text)))
                except InputError:
                    continue  # a state that cannot be; its worth changes nothing
        return cls(conflict, tuple(cells))

    @cached_property
    def open_pairs(self) -> tuple[Integers, Integers, Integers]:
        """Party and two states of each comparison that is not known."""
        if self.conflict.graph is None:
            empty = np.zeros(0, np.int64)
            return empty, empty, empty
        party, one, other = np.nonzero(np.triu(self.conflict.graph.is_unknown))
        return party, one, other

    @property
    def n_open(self) -> int:
        """How many comparisons are not known."""
        return int(self.open_pairs[0].size)

    def holds(self, row: Floats, settled: Integers | None) -> Booleans:
        """True where a state holds for every party, (n_concepts, n_states), in one draw.

        ``settled`` says how each open comparison turns out: 0 equal, 1 the first state better, 2
        the second. None takes what holds under the most demanding reading of Li et al. (2004).
        """
        conflict = self.conflict
        if conflict.form is not None:
            payoffs = conflict.form.payoffs.astype(np.float64)
            for column, party, state in self.cells:
                payoffs[party, state] = row[column]
            form = replace(conflict.form, payoffs=payoffs)
            with _one_thread(form.n_states > _SMALL) as compiled:
                solved = solve_option_form(form, compiled=compiled)
            return np.array([solved.stable(c).all(axis=0) for c in CONCEPTS])
        assert conflict.graph is not None
        graph = conflict.graph
        better = graph.better
        for party in {party for _, party, _ in self.cells}:
            values = np.array(conflict.payoffs[party].values, np.float64)
            for column, holder, state in self.cells:
                if holder == party:
                    values[state] = row[column]
            better = better.copy()
            better[party] = values[:, None] > values[None, :]
            better[party] &= ~graph.is_unknown[party]
        if settled is None:
            found = solve_unknown(ExplicitGraph(graph.arcs, better, graph.unknown), "a")
        else:
            whose, one, other = self.open_pairs
            better = better.copy()
            first, second = settled == 1, settled == 2
            better[whose[first], one[first], other[first]] = True
            better[whose[second], other[second], one[second]] = True
            found = solve_explicit(ExplicitGraph(graph.arcs, better))
        return np.array([found[c].all(axis=0) for c in CONCEPTS])

    def ways(self, block: Block[object], *, exact: bool) -> Integers:
        """How open comparisons turn out in each draw of a block, (size, n_open).

        Each is settled as better, worse or equal, each as likely; ``exact`` takes every
        combination in turn instead, the number of the draw being that of the combination.
        """
        if exact:
            numbers = np.arange(block.first, block.first + block.size, dtype=np.int64)
            return (numbers[:, None] // 3 ** np.arange(self.n_open, dtype=np.int64)) % 3
        # A stream of its own, so that utilities are drawn as they are where all is known.
        sequence = np.random.SeedSequence(block.seed, spawn_key=(block.number, 1))
        chance = np.random.Generator(np.random.PCG64DXSM(sequence))
        return chance.integers(0, 3, size=(block.size, self.n_open))
