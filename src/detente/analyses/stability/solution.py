"""Which states hold for whom, under the concepts asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from detente.analyses.stability.conflict import Booleans, Conflict, Integers, listed
from detente.analyses.stability.preferences_of_case import Floats
from detente.errors import InputError, UnsuitableCase
from detente.maths.graph_model.coalitions import (
    MOST_PARTIES,
    Coalition,
    CoalitionConcept,
    solve_coalitions,
)
from detente.maths.graph_model.concepts import CONCEPTS, Concept, Progress, solve_option_form
from detente.maths.graph_model.explicit import MOST_STATES, solve_explicit
from detente.maths.graph_model.limited_moves import limited_move_stable, non_myopic_stable
from detente.maths.graph_model.simultaneous import solve_simultaneous
from detente.maths.graph_model.unknown import (
    READINGS,
    Completions,
    Reading,
    completions,
    solve_unknown,
)

#: What each concept asks of a party, for tables and ``--concepts``.
MEANING: dict[str, str] = {
    "nash": "no move of its own makes it better off",
    "gmr": "whatever it gains by a move, others can undo, at whatever cost to themselves",
    "smr": "as gmr, and it could not escape from there by another move",
    "seq": "whatever it gains by a move, others undo by moves that they gain from",
    "sseq": "as seq, and it could not escape from there by another move",
    "sim": "whatever it gains, others spoil by what they gain from at the same moment",
    "nm": "it would stay with foresight of any length (two parties)",
    "cnash": "no coalition can make all its members better off",
    "cgmr": "whatever a coalition gains, others can undo for one of its members",
    "csmr": "as cgmr, and the coalition could not escape from there",
    "cseq": "whatever a coalition gains, others undo by moves that they gain from",
}
#: From the most demanding to the mildest, as far as they can be put in a row.
STRENGTH = ("cnash", "nash", "sseq", "seq", "smr", "gmr")
_LIMITED = re.compile(r"l([1-9][0-9]?)")
_COALITION: dict[str, CoalitionConcept] = {
    "cnash": "cnash",
    "cgmr": "cgmr",
    "csmr": "csmr",
    "cseq": "cseq",
}
# Small models are answered sooner without loading the compiler.
_SMALL = 1 << 13


def concepts_named(given: Iterable[str] | None) -> tuple[str, ...]:
    """Names of concepts as they are known here, each once; the five classical ones for None.

    Raises
    ------
    InputError
        If a name is not known.
    """
    if given is None:
        return CONCEPTS
    made = []
    for name in given:
        word = name.strip().lower()
        if word not in MEANING and not _LIMITED.fullmatch(word):
            raise InputError(
                f"no concept {name!r}; there are {', '.join(MEANING)}, and l1, l2 ... for "
                "limited moves"
            )
        made.append(word)
    if not made:
        raise InputError(f"name at least one concept of {', '.join(MEANING)}")
    return tuple(dict.fromkeys(made))


def meaning(concept: str) -> str:
    """What a concept asks of a party."""
    found = _LIMITED.fullmatch(concept)
    return MEANING[concept] if found is None else f"it would stay, looking {found[1]} moves ahead"


@dataclass(frozen=True)
class Solution:
    """Stability of every state.

    ``flags[concept]`` is (n_parties, n_states). ``together[concept]`` (n_states,) is for
    concepts that are no party's alone. Where comparisons are not known, ``flags`` holds those
    states that are stable under every reading, and ``readings`` the four of them. ``margins``
    are (n_parties, n_states), where moves combine freely and some party has utilities.
    """

    conflict: Conflict
    concepts: tuple[str, ...]
    flags: dict[str, Booleans]
    together: dict[str, Booleans] = field(default_factory=dict)
    readings: dict[Reading, dict[Concept, Booleans]] = field(default_factory=dict)
    completed: Completions | None = None
    broken_by: dict[Coalition, Booleans] = field(default_factory=dict)
    margins: dict[Concept, Floats] = field(default_factory=dict)

    @cached_property
    def _holds(self) -> dict[str, Booleans]:
        own = {c: np.logical_and.reduce(flags) for c, flags in self.flags.items()}
        return {**own, **self.together}

    def holds(self, concept: str) -> Booleans:
        """True where a state is an equilibrium, (n_states,)."""
        return self._holds[concept]

    def under(self, state: int) -> list[str]:
        """Concepts under which a state is an equilibrium."""
        return [c for c in self.concepts if self._holds[c][state]]

    def strongest(self, state: int) -> str:
        """The most demanding concept under which a state is an equilibrium; empty for none."""
        holding = self.under(state)
        known = [c for c in STRENGTH if c in holding]
        return (known or holding or [""])[0]

    @cached_property
    def held(self) -> Integers:
        """States that are an equilibrium under some concept, the most robust first."""
        count = np.zeros(self.conflict.n_states, np.int64)
        for concept in self.concepts:
            weight = 1 << (8 - STRENGTH.index(concept)) if concept in STRENGTH else 1
            count += self._holds[concept] * weight
        states = np.flatnonzero(count).astype(np.int64)
        return states[np.lexsort((states, -count[states]))]

    def equilibria(self, concept: str) -> Integers:
        """States that are stable for everyone, ascending."""
        return np.flatnonzero(self.holds(concept)).astype(np.int64)


def solve(
    conflict: Conflict, concepts: tuple[str, ...], *, progress: Progress | None = None
) -> Solution:
    """Stability of every state under each concept.

    Raises
    ------
    UnsuitableCase
        If a concept does not fit the case: it says why.
    """
    classical: tuple[Concept, ...] = tuple(c for c in CONCEPTS if c in concepts)
    flags: dict[str, Booleans] = {}
    readings: dict[Reading, dict[Concept, Booleans]] = {}
    margins: dict[Concept, Floats] = {}
    completed = None
    if classical and conflict.form is not None:
        compiled = None if conflict.n_states > _SMALL else False
        found = solve_option_form(
            conflict.form,
            classical,
            margins=any(p.is_utility for p in conflict.payoffs),
            progress=progress,
            compiled=compiled,
        )
        margins = found.margins
        flags = {c: found.stable(c) for c in classical}
    elif classical:
        graph = conflict.graph
        assert graph is not None
        if conflict.uncertain:
            readings = {r: solve_unknown(graph, r) for r in READINGS}
            flags = {c: readings["a"][c] for c in classical}
            completed = completions(graph, most=_completions_of(conflict.n_states))
        else:
            explicit = solve_explicit(graph)
            flags = {c: explicit[c] for c in classical}
    together: dict[str, Booleans] = {}
    broken: dict[Coalition, Booleans] = {}
    for concept in concepts:
        limited = _LIMITED.fullmatch(concept)
        if limited is not None or concept == "nm":
            flags[concept] = _with_foresight(conflict, int(limited[1]) if limited else None)
        elif concept == "sim":
            flags[concept] = _at_once(conflict)
        elif concept in _COALITION and concept not in together:
            together[concept], broken = _with_coalitions(conflict, _COALITION[concept])
    return Solution(conflict, concepts, flags, together, readings, completed, broken, margins)


def _completions_of(n_states: int) -> int:
    """How many completions can be looked at in a second or so: each costs the cube of states."""
    return max(50, min(20_000, 200_000_000 // max(n_states, 10) ** 3))


def calculated_state_by_state(conflict: Conflict, concept: str) -> None:
    """Refuse what the cube of the number of states would make too slow."""
    if conflict.n_feasible > MOST_STATES:
        raise UnsuitableCase(
            f"{concept} is calculated state by state, for up to {MOST_STATES:,} states; the case "
            f"has {conflict.n_feasible:,}. Leave it or some moves out"
        )


def _widened(conflict: Conflict, states: Integers, flags: Booleans) -> Booleans:
    """Flags over the feasible states as flags over all."""
    wide = np.zeros((*flags.shape[:-1], conflict.n_states), bool)
    wide[..., states] = flags
    return wide


def _at_once(conflict: Conflict) -> Booleans:
    if conflict.form is None:
        raise UnsuitableCase(
            "sim puts moves of the same moment together, and needs moves that combine freely "
            "and known comparisons; leave it out here"
        )
    calculated_state_by_state(conflict, "sim")
    return solve_simultaneous(conflict.form)


def _with_foresight(conflict: Conflict, horizon: int | None) -> Booleans:
    what = "nm" if horizon is None else f"l{horizon}"
    if len(conflict.parties) != 2:
        raise UnsuitableCase(
            f"{what} is defined for two parties; here {listed(list(conflict.parties))} can move"
        )
    if conflict.uncertain:
        raise UnsuitableCase(
            f"{what} needs every comparison of states; complete the preferences or leave it out"
        )
    calculated_state_by_state(conflict, what)
    graph, states = conflict.drawn_graph()
    payoffs = np.array([_ranks(graph.better[i]) for i in range(2)])
    if horizon is None:
        return _widened(conflict, states, non_myopic_stable(graph.arcs, payoffs))
    return _widened(conflict, states, limited_move_stable(graph.arcs, payoffs, horizon))


def _ranks(better: Booleans) -> Integers:
    """How many states each is better than: an order as numbers."""
    ranks: Integers = better.sum(axis=1).astype(np.int64)
    return ranks


def _with_coalitions(
    conflict: Conflict, concept: CoalitionConcept
) -> tuple[Booleans, dict[Coalition, Booleans]]:
    if len(conflict.parties) > MOST_PARTIES:
        raise UnsuitableCase(
            f"{concept} looks at every coalition, of up to {MOST_PARTIES} parties; here "
            f"{len(conflict.parties)} can move"
        )
    calculated_state_by_state(conflict, concept)
    graph, states = conflict.drawn_graph()
    found = solve_coalitions(graph)
    broken = {c: _widened(conflict, states, ~by[concept]) for c, by in found.items()}
    holds = np.logical_and.reduce([by[concept] for by in found.values()])
    return _widened(conflict, states, holds), broken
