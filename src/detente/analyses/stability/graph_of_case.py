"""Moves, infeasible combinations, bans, graph and preferences of a case as a model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from detente.analyses.stability.conflict import Conflict, listed, some
from detente.analyses.stability.preferences_of_case import (
    Booleans,
    Integers,
    Payoff,
    expression,
    listed_payoff,
    over_states,
    statement_payoff,
    unknown_pairs,
)
from detente.case.case import Case
from detente.case.move import Ban, Move, Preference
from detente.case.states import moves_of_state
from detente.errors import UnsuitableCase
from detente.maths.graph_model.explicit import MOST_STATES, ExplicitGraph
from detente.maths.graph_model.memory import too_large
from detente.maths.graph_model.model import BOTH, START, STOP, Bytes, OptionForm, Payoffs

_WAYS = {"both": BOTH, "start": START, "stop": STOP}


def conflict_of(case: Case) -> Conflict:
    """The model of a case.

    Parties are those that can move; one with preferences alone could never leave a state and is
    left out with a warning. States that a ranking or utilities leave out cannot be compared: the
    model then holds unknown comparisons.

    Raises
    ------
    UnsuitableCase
        If something is missing (it says what to add), or the model does not fit into memory.
    """
    return _of_graph(case) if case.graph is not None else _of_moves(case)


def _movers(case: Case, movers: Iterable[str]) -> tuple[tuple[str, ...], list[str]]:
    """Parties that can move, in the order of the case, and what to warn of."""
    can = set(movers)
    known = [p.id for p in case.parties]
    stranger = sorted(can - set(known))
    if stranger:
        raise UnsuitableCase(
            f"the party {stranger[0]!r} has a move and is not in the case; add it to parties"
        )
    parties = tuple(p for p in known if p in can)
    idle = [q.party for q in case.preferences if q.party not in can]
    warnings = []
    if idle:
        verb = "has preferences and no move" if len(idle) == 1 else "have preferences and no moves"
        warnings.append(f"{listed(idle)} {verb}, and so could never leave a state: left out")
    return parties, warnings


def _preference_of(case: Case, parties: Sequence[str]) -> list[tuple[int, Preference]]:
    """The preference of each party with its place in the case."""
    given: dict[str, tuple[int, Preference]] = {}
    for number, preference in enumerate(case.preferences):
        if preference.party in given:
            raise UnsuitableCase(
                f"preferences[{number}]: {preference.party} has preferences already; "
                "leave one entry for each party"
            )
        given[preference.party] = (number, preference)
    lacking = [party for party in parties if party not in given]
    if lacking:
        example = "{party: " + lacking[0] + ", statements: [...]}"
        raise UnsuitableCase(
            f"{listed(lacking)} can move, and nothing is said of what "
            f"{'it prefers' if len(lacking) == 1 else 'they prefer'}; add to preferences an "
            f"entry such as {example}, the most important "
            "statement first, or a ranking of states, or utilities"
        )
    return [given[party] for party in parties]


# Moves


def _of_moves(case: Case) -> Conflict:
    if not case.moves:
        raise UnsuitableCase("the case has no moves; add what each party can do on its own")
    parties, warnings = _movers(case, (m.party for m in case.moves))
    ordered = [m for party in parties for m in case.moves if m.party == party]
    moves = tuple(m.id for m in ordered)
    twice = next((m for m in moves if moves.count(m) > 1), None)
    if twice is not None:
        raise UnsuitableCase(f"two moves are called {twice!r}; give each an id of its own")
    preferences = _preference_of(case, parties)
    bits = tuple(sum(m.party == party for m in ordered) for party in parties)
    # Payoffs are made one by one before they stand together: twice the four bytes of each.
    # Beside the solver: five answers and a walk's twelve bytes for each party and state, what
    # holds for all, and a count. Measured at 2^24 states: 15 % above what is then used.
    reason = too_large(bits, bytes_per_payoff=8, beside=17 * len(bits) + 13)
    if reason is not None:
        raise UnsuitableCase(reason)
    can_be = _feasible(case, moves)
    directions, bans = _directions(case.bans, ordered)
    payoffs = [_payoff(p, n, moves, can_be) for n, p in preferences]
    if bans or any(p.compared is not None or p.unknown for p in payoffs):
        return _drawn_out(case, parties, ordered, can_be, directions, bans, payoffs, warnings)
    warnings += _told_of_ranges(parties, payoffs)
    together = _together(payoffs)
    payoffs = [replace(p, values=row) for p, row in zip(payoffs, together, strict=True)]
    form = OptionForm(bits, together, directions, None if can_be.all() else can_be)
    return Conflict(case, parties, form, None, moves, None, tuple(payoffs), tuple(warnings))


def _feasible(case: Case, moves: tuple[str, ...]) -> Booleans:
    made = [expression(t, moves, f"infeasible[{n}]") for n, t in enumerate(case.infeasible)]
    can_be = np.ones(1 << len(moves), bool)

    def rule_out(block: slice, truths: list[Booleans]) -> None:
        for truth in truths:
            can_be[block] &= ~truth

    over_states(made, moves, can_be.size, rule_out)
    if not can_be.any():
        raise UnsuitableCase("infeasible rules out every state; correct its expressions")
    return can_be


def _directions(
    bans: Sequence[Ban], ordered: Sequence[Move]
) -> tuple[Bytes, list[tuple[int, Ban]]]:
    """Directions of the moves, and the bans that are more than a direction."""
    ways = [_WAYS[m.direction] for m in ordered]
    at = {m.id: place for place, m in enumerate(ordered)}
    left = []
    for number, ban in enumerate(bans):
        if ban.move not in at:
            raise UnsuitableCase(
                f"bans[{number}].move: the move {ban.move!r} is not in the case; add it to moves"
            )
        always = ban.when.strip().lower() == "true"
        if always and ban.change != "both" and ways[at[ban.move]] == BOTH:
            ways[at[ban.move]] = STOP if ban.change == "start" else START
        else:
            left.append((number, ban))
    return np.array(ways, np.uint8), left


def _payoff(
    preference: Preference, number: int, moves: tuple[str, ...], can_be: Booleans
) -> Payoff:
    where = f"preferences[{number}]"
    at = {move: place for place, move in enumerate(moves)}

    def state_of(text: str, path: str) -> int | None:
        code = 0
        for move in moves_of_state(text):
            if move not in at:
                raise UnsuitableCase(
                    f"{path}: the move {move!r} is not in the case; add it to moves"
                )
            code |= 1 << at[move]
        return code if can_be[code] else None

    if preference.statements:
        made = statement_payoff(preference, where, moves, can_be.size)
        return Payoff(made.values, unknown=unknown_pairs(preference, where, state_of))
    return listed_payoff(preference, where, state_of, can_be.size, can_be)


def _narrowed(payoff: Payoff, codes: Integers) -> Payoff:
    """The same for the feasible states alone."""
    return replace(
        payoff,
        values=payoff.values[codes],
        compared=None if payoff.compared is None else payoff.compared[codes],
        unknown=tuple(
            (int(np.searchsorted(codes, one)), int(np.searchsorted(codes, other)))
            for one, other in payoff.unknown
        ),
    )


def _together(payoffs: Sequence[Payoff]) -> Payoffs:
    """Payoffs of all parties in one array of the smallest kind that keeps their order."""
    real = any(p.is_utility for p in payoffs)
    largest = [int(np.abs(p.values).max(initial=0)) for p in payoffs]
    rows = [
        # Beyond 2^52 a real number does not hold every integer; ranks do as well.
        np.unique(p.values, return_inverse=True)[1].reshape(-1)
        if real and not p.is_utility and top > 1 << 52
        else p.values
        for p, top in zip(payoffs, largest, strict=True)
    ]
    if real:
        return np.array(rows, np.float64)
    if max(largest) < 1 << 30:
        return np.array(rows, np.int32)
    return np.array(rows, np.int64)


def _told_of_ranges(parties: Sequence[str], payoffs: Sequence[Payoff]) -> list[str]:
    ranged = [party for party, p in zip(parties, payoffs, strict=True) if p.central]
    if not ranged:
        return []
    return [f"utilities of {listed(ranged)} are ranges; their middle or likeliest value is used"]


# Graphs


def _drawn_out(
    case: Case,
    parties: tuple[str, ...],
    ordered: Sequence[Move],
    can_be: Booleans,
    directions: Bytes,
    bans: Sequence[tuple[int, Ban]],
    payoffs: Sequence[Payoff],
    warnings: list[str],
) -> Conflict:
    """A model with bans or unknown comparisons, state by state."""
    moves = tuple(m.id for m in ordered)
    codes = np.flatnonzero(can_be).astype(np.int64)
    if codes.size > MOST_STATES:
        cause = "bans" if bans else "comparisons that are not known"
        raise UnsuitableCase(
            f"{codes.size:,} states with {cause}; up to {MOST_STATES:,} can be calculated. Leave "
            "moves out, rule combinations out (infeasible), or "
            + (
                "write the bans as directions of moves"
                if bans
                else "give statements, which rank every state"
            )
        )
    arcs = np.zeros((len(parties), codes.size, codes.size), bool)
    barred = _barred(bans, moves, codes)
    for number, party in enumerate(parties):
        mine = sum(1 << place for place, m in enumerate(ordered) if m.party == party)
        legal = (codes[:, None] & ~mine) == (codes[None, :] & ~mine)
        np.fill_diagonal(legal, False)
        for place, move in enumerate(ordered):
            if move.party != party:
                continue
            on = ((codes >> place) & 1).astype(bool)
            starts, stops = ~on[:, None] & on[None, :], on[:, None] & ~on[None, :]
            if directions[place] == START:
                legal &= ~stops
            elif directions[place] == STOP:
                legal &= ~starts
            for change, when in barred.get(move.id, ()):
                if change in ("both", "start"):
                    legal &= ~(starts & when[:, None])
                if change in ("both", "stop"):
                    legal &= ~(stops & when[:, None])
        arcs[number] = legal
    narrowed = [_narrowed(p, codes) for p in payoffs]
    graph, told = _compared(arcs, parties, narrowed)
    return Conflict(
        case,
        parties,
        None,
        graph,
        moves,
        codes,
        tuple(narrowed),
        (*warnings, *told, *_told_of_ranges(parties, payoffs)),
    )


def _barred(
    bans: Sequence[tuple[int, Ban]], moves: tuple[str, ...], codes: Integers
) -> dict[str, list[tuple[str, Booleans]]]:
    made = [expression(ban.when, moves, f"bans[{number}].when") for number, ban in bans]
    when = [np.zeros(codes.size, bool) for _ in bans]

    def put(block: slice, truths: list[Booleans]) -> None:
        for row, truth in zip(when, truths, strict=True):
            row[block] = truth

    over_states(made, moves, codes, put)
    found: dict[str, list[tuple[str, Booleans]]] = {}
    for (_, ban), row in zip(bans, when, strict=True):
        found.setdefault(ban.move, []).append((ban.change, row))
    return found


def _compared(
    arcs: Booleans,
    parties: Sequence[str],
    payoffs: Sequence[Payoff],
) -> tuple[ExplicitGraph, list[str]]:
    """The graph with comparisons from payoffs, and what is not known of them."""
    better = np.zeros_like(arcs)
    unknown = np.zeros_like(arcs)
    warnings = []
    for i, payoff in enumerate(payoffs):
        better[i] = payoff.values[:, None] > payoff.values[None, :]
        if payoff.compared is not None:
            left_out = ~payoff.compared
            unknown[i] |= left_out[:, None] | left_out[None, :]
            warnings.append(
                f"the preferences of {parties[i]} leave out {int(left_out.sum()):,} of "
                f"{left_out.size:,} states; how it compares them is taken as not known"
            )
        for one, other in payoff.unknown:
            unknown[i][one, other] = unknown[i][other, one] = True
    for i in range(len(payoffs)):
        np.fill_diagonal(unknown[i], False)
    better &= ~unknown
    return ExplicitGraph(arcs, better, unknown if unknown.any() else None), warnings


def _of_graph(case: Case) -> Conflict:
    assert case.graph is not None
    parties, warnings = _movers(case, (arc.party for arc in case.graph.arcs))
    if not parties:
        raise UnsuitableCase("the case's graph has no arcs; add who can bring about which change")
    ids = [state.id for state in case.graph.states]
    at = {id_: number for number, id_ in enumerate(ids)}
    if len(at) < len(ids):
        twice = next(id_ for id_ in ids if ids.count(id_) > 1)
        raise UnsuitableCase(f"two states of the graph are called {twice!r}; rename one")
    if len(ids) > MOST_STATES:
        raise UnsuitableCase(
            f"a graph of {len(ids):,} states; up to {MOST_STATES:,} can be calculated. Leave "
            "states out, or write the conflict as moves"
        )

    def state_of(text: str, path: str) -> int:
        if text.strip() not in at:
            raise UnsuitableCase(
                f"{path}: the state {text!r} is not in the graph; there are {some(ids)}"
            )
        return at[text.strip()]

    arcs = np.zeros((len(parties), len(ids), len(ids)), bool)
    for number, arc in enumerate(case.graph.arcs):
        source = state_of(arc.source, f"graph.arcs[{number}].source")
        target = state_of(arc.target, f"graph.arcs[{number}].target")
        if source == target:
            raise UnsuitableCase(f"graph.arcs[{number}] leads from {arc.source!r} to itself")
        arcs[parties.index(arc.party), source, target] = True
    preferences = _preference_of(case, parties)
    everywhere = np.ones(len(ids), bool)
    payoffs = []
    for number, preference in preferences:
        where = f"preferences[{number}]"
        if preference.statements:
            raise UnsuitableCase(
                f"{where}: statements speak of moves, and the states of a graph have none; give "
                f"a ranking of its states, or utilities"
            )
        payoffs.append(listed_payoff(preference, where, state_of, len(ids), everywhere))
    graph, told = _compared(arcs, parties, payoffs)
    told += _told_of_ranges(parties, payoffs)
    return Conflict(case, parties, None, graph, (), None, tuple(payoffs), (*warnings, *told))
