"""Nash, GMR, SMR, SEQ and SSEQ stability of every state for every party, exactly.

The value of the worst an opponent can do is carried over all states at once by passes of minima
over option bits; no arc and no matrix is stored. Where a party's moves are the free combinations
of its options (some perhaps only started or only stopped), its moves are transitive, so that the
rule "no party moves twice in a row" changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal

import numpy as np

from detente.maths.graph_model.margins import margins_of
from detente.maths.graph_model.model import BOTH, Booleans, Bytes, OptionForm

Concept = Literal["nash", "gmr", "smr", "seq", "sseq"]
CONCEPTS: tuple[Concept, ...] = ("nash", "gmr", "smr", "seq", "sseq")
_BIT: dict[Concept, int] = {concept: 1 << at for at, concept in enumerate(CONCEPTS)}
#: States that one call of a kernel works on: about a tenth of a second, so that a user can stop.
PIECE = 1 << 22
SMALL = 1 << 11

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Stability:
    """Which states are stable for whom.

    ``flags`` is (n_parties, n_states); a set bit says that the state is stable for the party
    under that concept. A state that cannot be has no bit set.
    """

    flags: Bytes
    concepts: tuple[Concept, ...]
    margins: dict[Concept, Any]

    def stable(self, concept: Concept) -> Booleans:
        """True where a state is stable for a party, of shape (n_parties, n_states)."""
        self._check(concept)
        stable: Booleans = (self.flags & _BIT[concept]) != 0
        return stable

    def equilibria(self, concept: Concept) -> list[int]:
        """States that are stable for all parties."""
        self._check(concept)
        together = np.bitwise_and.reduce(self.flags, axis=0)
        return [int(s) for s in np.flatnonzero(together & _BIT[concept])]

    def _check(self, concept: Concept) -> None:
        if concept not in self.concepts:
            raise ValueError(f"{concept} was not asked for; there are {', '.join(self.concepts)}")


def solve_option_form(
    model: OptionForm,
    concepts: Sequence[Concept] = CONCEPTS,
    *,
    margins: bool = False,
    progress: Progress | None = None,
    compiled: bool | None = None,
) -> Stability:
    """Stability of every state for every party.

    Parameters
    ----------
    concepts : sequence of {"nash", "gmr", "smr", "seq", "sseq"}
    margins : bool
        Also give, for each concept, how far each state is from losing its stability for each
        party (n_parties, n_states), in the unit of the payoffs: its payoff less the best it
        can be sure of by moving. Negative where it is not stable, infinite where the party has
        no move, nan where the state cannot be.
    progress : callable, optional
        Called with steps done and steps in all.
    compiled : bool, optional
        Whether to use numba; by default for more than 2,048 states, where it pays to load it.
        Both ways give the same bits.

    References
    ----------
    Fang, Hipel & Kilgour (1993) for the definitions; Rego & Vieira (2017) for SSEQ.
    """
    passes = _passes(model.n_states > SMALL if compiled is None else compiled)
    wanted = tuple(c for c in CONCEPTS if c in set(concepts))
    flags = np.zeros((model.n_parties, model.n_states), np.uint8)
    found = {c: np.full(flags.shape, np.nan) for c in wanted} if margins else {}
    work = _Work(model, passes)
    steps = model.n_parties * len(wanted)
    done = 0
    for party in range(model.n_parties):
        for concept in wanted:
            values = work.sanctioned(party, concept)
            work.flag(party, concept, values, flags[party])
            if margins:
                found[concept][party] = margins_of(model, party, values)
            done += 1
            if progress is not None:
                progress(done, steps)
    return Stability(flags, wanted, found)


def _passes(compiled: bool) -> ModuleType:
    if compiled:
        try:
            from detente.maths.graph_model import kernels
        except ImportError:  # numba lags behind new Python versions; numpy gives the same bits
            pass
        else:
            return kernels
    from detente.maths.graph_model import fallback

    return fallback


class _Work:
    """Room for one value a state, and the passes over it."""

    def __init__(self, model: OptionForm, passes: ModuleType) -> None:
        self.model = model
        self.passes = passes
        kind = model.payoffs.dtype
        limits: Any = np.iinfo(kind) if kind.kind == "i" else np.finfo(kind)
        # Scalars of the payoffs' own type, or the compiled passes would be made twice.
        self.largest = kind.type(limits.max)
        self.least = kind.type(limits.min)
        self.values = np.empty(model.n_states, kind)
        self.best = np.empty(model.n_states, kind)
        self.own = np.empty(model.n_states, kind)
        self.can_be = model.can_be
        self.orders: dict[int, Any] = {}
        self.reaches: dict[int, Any] = {}

    def directions(self, party: int) -> Bytes:
        first = self.model.first_bit[party]
        return self.model.directions[first : first + self.model.bits[party]]

    def pieces(self, party: int) -> Iterator[tuple[int, int]]:
        """Cells of a party, in pieces of whole rows."""
        size, inner = 1 << self.model.bits[party], 1 << self.model.first_bit[party]
        cells = self.model.n_states // size
        step = max(inner, PIECE // size)
        for first in range(0, cells, step):
            yield first, min(cells, first + step)

    def sanctioned(self, party: int, concept: Concept) -> Any:
        """The worst that opponents can lead to from each state, in the party's payoff."""
        payoff = self.model.payoffs[party]
        if concept == "nash":
            return payoff
        if concept in ("smr", "sseq"):
            inner = 1 << self.model.first_bit[party]
            for first, last in self.pieces(party):
                self.passes.cell_max(
                    payoff,
                    self.values,
                    self.can_be,
                    self.least,
                    inner,
                    self.directions(party),
                    first,
                    last,
                )
        else:
            np.copyto(self.values, payoff)
        if self.model.feasible is not None:
            self.values[~self.can_be] = self.largest
        opponents = [j for j in range(self.model.n_parties) if j != party and self.model.bits[j]]
        sweep = self._gated if concept in ("seq", "sseq") else self._free
        # A pass of one party, repeated at once, changes nothing: its moves are transitive. So the
        # values are at rest when every other party has passed in vain since the last change.
        # Free moves with every state possible reach everything in one round.
        one_round = sweep == self._free and self.model.feasible is None
        in_vain, turn = 0, 0
        while opponents and in_vain < len(opponents):
            changed = sweep(opponents[turn % len(opponents)])
            in_vain = 1 if changed else in_vain + 1
            turn += 1
            if one_round and turn == len(opponents):
                break
        return self.values

    def _free(self, party: int) -> int:
        inner = 1 << self.model.first_bit[party]
        ways = self.directions(party)
        return sum(
            int(self.passes.cell_min(self.values, self.can_be, self.largest, inner, ways, *piece))
            for piece in self.pieces(party)
        )

    def _gated(self, party: int) -> int:
        size, inner = 1 << self.model.bits[party], 1 << self.model.first_bit[party]
        payoff = self.model.payoffs[party]
        if (self.directions(party) != BOTH).any():
            legal = self.reaches.setdefault(party, self.model.reach(party))
            return sum(
                int(
                    self.passes.gated_min_directed(
                        self.values, payoff, legal, self.can_be, inner, *piece
                    )
                )
                for piece in self.pieces(party)
            )
        if party not in self.orders:
            order = np.empty(self.model.n_states, np.uint16 if size <= 1 << 15 else np.uint32)
            for piece in self.pieces(party):
                self.passes.order_cells(payoff, order, inner, size, *piece)
            self.orders[party] = order
        return sum(
            int(
                self.passes.gated_min(
                    self.values,
                    self.orders[party],
                    self.can_be,
                    self.largest,
                    inner,
                    size,
                    *piece,
                )
            )
            for piece in self.pieces(party)
        )

    def flag(self, party: int, concept: Concept, values: Any, flags: Bytes) -> None:
        """Set the concept's bit where no move ends better than the state, sanctions counted."""
        for piece in self.pieces(party):
            self.passes.flag_stable(
                values,
                self.model.payoffs[party],
                self.own,
                self.can_be,
                self.least,
                flags,
                _BIT[concept],
                1 << self.model.first_bit[party],
                self.directions(party),
                *piece,
            )
