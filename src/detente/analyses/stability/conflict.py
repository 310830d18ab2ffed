"""A case's moves and preferences as one model that stability, path and the rest ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from detente.analyses.stability.preferences_of_case import Payoff
from detente.case.case import Case
from detente.case.states import moves_of_state
from detente.errors import InputError
from detente.maths.graph_model.explicit import ExplicitGraph, from_option_form
from detente.maths.graph_model.model import OptionForm

Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]
Marks = npt.NDArray[np.int8]

WORSE, EQUAL, BETTER, UNKNOWN = -1, 0, 1, 2
# Targets that one call works out at once: some 100 MB.
_PIECE = 1 << 22


@dataclass(frozen=True)
class Conflict:
    """Who can move where, and who prefers what; states are numbers of the model's arrays.

    Exactly one of ``form`` (moves combine freely, every comparison is known) and ``graph`` is
    given. ``codes`` are the combinations of moves behind the graph's states, None where the
    case draws its states itself; ``moves`` are ids in the order of the bits.
    """

    case: Case
    parties: tuple[str, ...]
    form: OptionForm | None
    graph: ExplicitGraph | None
    moves: tuple[str, ...] = ()
    codes: Integers | None = None
    payoffs: tuple[Payoff, ...] = ()
    warnings: tuple[str, ...] = ()

    # What there is

    @property
    def n_states(self) -> int:
        """Length of the model's arrays, states that cannot be included."""
        if self.form is not None:
            return self.form.n_states
        assert self.graph is not None
        return self.graph.n_states

    @cached_property
    def can_be(self) -> Booleans:
        """True where a state is feasible."""
        return np.ones(self.n_states, bool) if self.form is None else self.form.can_be

    @cached_property
    def n_feasible(self) -> int:
        """How many states can be."""
        return int(self.can_be.sum())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the parties that can move, as the case has them."""
        known = {p.id: p.name for p in self.case.parties}
        return tuple(known.get(party, party) for party in self.parties)

    @cached_property
    def drawn(self) -> dict[str, int]:
        """Ids of the states that the case's graph draws."""
        if self.case.graph is None:
            return {}
        return {state.id: number for number, state in enumerate(self.case.graph.states)}

    @property
    def uncertain(self) -> bool:
        """True where some comparison is not known."""
        return self.graph is not None and bool(self.graph.is_unknown.any())

    # Names

    def label(self, state: int) -> str:
        """How a state is written: the moves taken in it, or its id."""
        if self.codes is None and self.form is None:
            assert self.case.graph is not None
            return self.case.graph.states[state].id
        code = self.code(state)
        taken = {m for at, m in enumerate(self.moves) if code >> at & 1}
        return ", ".join(m.id for m in self.case.moves if m.id in taken) or "-"

    def said(self, state: int) -> str:
        """A state in a sentence."""
        label = self.label(state)
        if label == "-":
            return "'-' (no move taken)"
        named = self.case.graph.states[state].name if self.drawn and self.case.graph else None
        return f"'{label}' ({named})" if named else f"'{label}'"

    def aside(self, state: int) -> str:
        """A state put after the moves that lead to it, in brackets; nothing in a drawn graph."""
        if self.drawn:
            return ""
        label = self.label(state)
        return " (no move taken)" if label == "-" else f" ('{label}')"

    def code(self, state: int) -> int:
        """The bits of a state: which moves are taken in it."""
        return state if self.codes is None else int(self.codes[state])

    def state(self, text: str) -> int:
        """The state that a text writes.

        Raises
        ------
        InputError
            If there is no such state, or it cannot be.
        """
        if self.drawn:
            found = self.drawn.get(text.strip())
            if found is None:
                raise InputError(
                    f"no state {text.strip()!r} in the case's graph; there are "
                    f"{some(list(self.drawn))}"
                )
            return found
        code = 0
        for move in moves_of_state(text):
            if move not in self.moves:
                raise InputError(
                    f"{text!r} takes the move {move!r}, which is not there; a state is written "
                    f"as moves with commas, - for none, of {some(list(self.moves))}"
                )
            code |= 1 << self.moves.index(move)
        if self.codes is not None:
            place = int(np.searchsorted(self.codes, code))
            if place < self.codes.size and self.codes[place] == code:
                return place
        elif self.can_be[code]:
            return code
        raise InputError(f"the state {text!r} cannot be: the case's infeasible rules it out")

    def party(self, text: str) -> int:
        """The number of a party that can move, by id or name.

        Raises
        ------
        InputError
            If none is called so.
        """
        for known in (self.parties, self.names):
            if text.strip() in known:
                return known.index(text.strip())
        raise InputError(
            f"no party {text.strip()!r} that can move; there are {some(list(self.parties))}"
        )

    @cached_property
    def status_quo(self) -> int | None:
        """Where things stand; None where the case does not say."""
        now = self.case.status_quo
        if self.drawn:
            return self.state(now.state) if now is not None and now.state is not None else None
        if now is not None and now.moves is not None:
            return self.state(", ".join(now.moves) or "-")
        if any(m.now is None for m in self.case.moves):
            return None
        return self.state(", ".join(m.id for m in self.case.moves if m.now) or "-")

    # Moves and preferences

    def steps(self, party: int, states: Integers) -> tuple[Integers, Integers]:
        """Every step of a party from any of the states: place in ``states``, and the target."""
        if self.graph is not None:
            rows, targets = np.nonzero(self.graph.arcs[party][states])
            return rows.astype(np.int64), targets.astype(np.int64)
        assert self.form is not None
        size, first = 1 << self.form.bits[party], self.form.first_bit[party]
        legal = self._legal[party]
        rows_found, targets_found = [], []
        for begin in range(0, states.size, max(1, _PIECE // size)):
            some_states = states[begin : begin + max(1, _PIECE // size)]
            mine = (some_states >> first) & (size - 1)
            rows, after = np.nonzero(legal[mine])
            targets = (some_states[rows] & ~((size - 1) << first)) | (after << first)
            kept = self.can_be[targets]
            rows_found.append(rows[kept] + begin)
            targets_found.append(targets[kept])
        empty = np.zeros(0, np.int64)
        return (
            np.concatenate([empty, *rows_found]),
            np.concatenate([empty, *targets_found]),
        )

    @cached_property
    def _legal(self) -> list[Booleans]:
        assert self.form is not None
        return [self.form.reach(party) for party in range(len(self.parties))]

    def compare(self, party: int, these: Integers, those: Integers | int) -> Marks:
        """For each of ``these`` states: better than those for the party, equal, worse, unknown."""
        if self.form is not None:
            payoff = self.form.payoffs[party]
            one, other = payoff[these], payoff[those]
            order: Marks = (one > other).astype(np.int8) - (one < other).astype(np.int8)
            return order
        assert self.graph is not None
        better = self.graph.better[party]
        marks: Marks = better[these, those].astype(np.int8) - better[those, these].astype(np.int8)
        if self.graph.unknown is not None:
            marks[self.graph.unknown[party][these, those]] = UNKNOWN
        return marks

    def drawn_graph(self) -> tuple[ExplicitGraph, Integers]:
        """The model as a graph, and its states as numbers of this model."""
        if self.graph is not None:
            return self.graph, np.arange(self.n_states, dtype=np.int64)
        assert self.form is not None
        return from_option_form(self.form)

    def change(self, source: int, target: int, *, can: bool = False) -> str:
        """What a mover does between two states, without its name: ``takes a and drops b``.

        With ``can`` the verbs stand as after "can" or "would".
        """
        s = "" if can else "s"
        if self.drawn:
            return f"move{s} to {self.said(target)}"
        before, after = self.code(source), self.code(target)
        takes = [m for at, m in enumerate(self.moves) if after >> at & 1 and not before >> at & 1]
        drops = [m for at, m in enumerate(self.moves) if before >> at & 1 and not after >> at & 1]
        told = []
        if takes:
            told.append(f"take{s} {listed(takes)}")
        if drops:
            told.append(f"drop{s} {listed(drops)}")
        return " and ".join(told)

    def about_party(self, party: int) -> tuple[str, ...]:
        """The path of a party's preferences in the case."""
        return tuple(
            f"preferences[{number}]"
            for number, preference in enumerate(self.case.preferences)
            if preference.party == self.parties[party]
        )

    def about_step(self, mover: int, source: int, target: int) -> tuple[str, ...]:
        """The paths of the moves or the arc that a step uses."""
        if self.drawn and self.case.graph is not None:
            ends = self.label(source), self.label(target)
            return tuple(
                f"graph.arcs[{number}]"
                for number, arc in enumerate(self.case.graph.arcs)
                if (arc.party, arc.source, arc.target) == (self.parties[mover], *ends)
            )
        changed = self.code(source) ^ self.code(target)
        ids = {m for at, m in enumerate(self.moves) if changed >> at & 1}
        return tuple(f"moves[{n}]" for n, move in enumerate(self.case.moves) if move.id in ids)


def listed(words: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def some(words: list[str], most: int = 12) -> str:
    """The first of many words, and how many more there are."""
    more = f" and {len(words) - most:,} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more
