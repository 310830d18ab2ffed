"""What the variants of the model have in common: a graph of known comparisons, and tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from detente.analyses.base import Cell, Table
from detente.analyses.stability.conflict import Booleans, Conflict, Integers
from detente.analyses.stability.graph_of_case import conflict_of
from detente.analyses.stability.solution import calculated_state_by_state, concepts_named
from detente.case.case import Case
from detente.case.move import Preference
from detente.errors import InputError, UnsuitableCase
from detente.maths.graph_model.concepts import CONCEPTS, Concept
from detente.maths.graph_model.explicit import ExplicitGraph

#: A word for a state: given the party (None for all of them), the concept and the state.
Word = Callable[[int | None, Concept, int], Cell]


def classical(given: Sequence[str] | None, among: Sequence[Concept]) -> tuple[Concept, ...]:
    """The concepts asked for, all of ``among`` if none was.

    Raises
    ------
    InputError
        If one is not known or not among them.
    """
    if given is None:
        return tuple(among)
    asked = concepts_named(given)
    unfit = [c for c in asked if c not in among]
    if unfit:
        raise InputError(f"this is worked out for {', '.join(among)}, not for {unfit[0]}")
    return tuple(c for c in CONCEPTS if c in asked)


def graph_of(case: Case, what: str) -> tuple[Conflict, ExplicitGraph, Integers]:
    """The model, the same as a graph, and the graph's states as numbers of the model.

    Raises
    ------
    UnsuitableCase
        If there are too many states or a comparison is not known.
    """
    conflict = conflict_of(case)
    calculated_state_by_state(conflict, what)
    if conflict.uncertain:
        raise UnsuitableCase(
            f"{what} needs every comparison of states; complete the preferences of the parties"
        )
    return (conflict, *conflict.drawn_graph())


def preferences_of(conflict: Conflict) -> list[tuple[str, Preference]]:
    """For each party the path of its preference, and the preference."""
    by_party = {p.party: (f"preferences[{n}]", p) for n, p in enumerate(conflict.case.preferences)}
    return [by_party[party] for party in conflict.parties]


def together(flags: dict[Concept, Booleans]) -> dict[Concept, Booleans]:
    """States that hold for all parties, (m,) for each concept."""
    return {c: np.logical_and.reduce(by_party) for c, by_party in flags.items()}


def tables(
    conflict: Conflict,
    states: Integers,
    shown: Sequence[int],
    chosen: Sequence[int],
    columns: Sequence[tuple[str, Concept, Word]],
    note: str,
    most: int,
) -> tuple[Table, Table]:
    """Tables ``equilibria`` and ``stability`` of graph states, a column for each word."""
    now = conflict.status_quo
    names = tuple(name for name, _, _ in columns)
    one = Table(
        "equilibria",
        "Equilibria: states that hold for every party",
        ("state", *names, "status quo"),
        tuple(
            (
                conflict.label(int(states[s])),
                *(word(None, concept, s) for _, concept, word in columns),
                int(states[s]) == now,
            )
            for s in shown[:most]
        ),
        f"Of {states.size:,} possible states. {note}",
        max(0, len(shown) - most),
    )
    rows = [(s, i) for s in (chosen or shown) for i in range(len(conflict.parties))]
    other = Table(
        "stability",
        "Who would stay where",
        ("state", "party", *names),
        tuple(
            (
                conflict.label(int(states[s])),
                conflict.parties[i],
                *(word(i, concept, s) for _, concept, word in columns),
            )
            for s, i in rows[:most]
        ),
        left_out=max(0, len(rows) - most),
    )
    return one, other


def places(conflict: Conflict, states: Integers, texts: Sequence[str]) -> list[int]:
    """Numbers in the graph of states that somebody wrote."""
    return [int(np.searchsorted(states, conflict.state(text))) for text in texts]


def named(conflict: Conflict, states: Integers, these: Sequence[int]) -> str:
    """The first of some graph states in a sentence."""
    labels = [conflict.label(int(states[s])) for s in these[:6]]
    more = f" and {len(these) - 6:,} more" if len(these) > 6 else ""
    return f"{'; '.join(labels) or 'none'}{more}"
