"""The moves and preferences of a case as a graph-model save file."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from detente.case.case import Case
from detente.case.expressions import parse_expression
from detente.case.move import Preference
from detente.case.states import moves_of_state
from detente.errors import InputError, UnsuitableCase
from detente.formats.gmcr_conditions import Member, members_in
from detente.formats.move_states import feasible, ranked

_DIRECTIONS = {"both": "both", "start": "fwd", "stop": "back"}


def gmcr_data(case: Case) -> dict[str, Any]:
    """The data of a save file, moves in the order of their parties.

    A party with neither moves nor preferences is left out. Where one party ranks states or
    gives utilities, every party's order is written as a ranking, since the file has one switch
    for all; statements stay in it as well.

    Raises
    ------
    UnsuitableCase
        If the case is drawn as a graph, bans single changes, does not say what a party with
        moves prefers, leaves comparisons unknown, or has expressions that cannot be read.
    """
    _fits(case)
    order = [p.id for p in case.parties]
    moves = sorted(case.moves, key=lambda m: order.index(m.party))
    ids = [m.id for m in moves]
    rows = {id_: row for row, id_ in enumerate(ids)}
    preferences = {p.party: p for p in case.preferences}
    acting = {m.party for m in moves}
    makers = [p for p in case.parties if p.id in acting or p.id in preferences]
    by_hand = any(not p.statements for p in preferences.values())
    states = None
    if by_hand:
        states = feasible(ids, [_parsed(text) for text in case.infeasible])
    written = []
    for party in makers:
        preference = preferences[party.id]
        entry: dict[str, Any] = {
            "name": party.name,
            "options": [rows[m.id] for m in moves if m.party == party.id],
            "preferences": [_condition(members_in(s, rows)) for s in preference.statements],
        }
        if states is not None:
            entry["preferenceRanking"] = _ordinals(preference, ids, states)
        written.append(entry)
    return {
        "program": "detente",
        "options": [
            {"name": m.name, "permittedDirection": _DIRECTIONS[m.direction]} for m in moves
        ],
        "decisionMakers": written,
        "infeasibles": [
            _pairs(member) for text in case.infeasible for member in members_in(text, rows)
        ],
        "useManualPreferenceRanking": by_hand,
    }


def _fits(case: Case) -> None:
    if case.graph is not None:
        raise UnsuitableCase("a conflict drawn as a graph does not fit; the file has options only")
    if not case.moves:
        raise UnsuitableCase("the case has no moves, which are all that such a file holds")
    if case.bans:
        raise UnsuitableCase("bans of single changes do not fit; the file knows directions only")
    known = {p.id for p in case.parties}
    for move in case.moves:
        if move.party not in known:
            raise UnsuitableCase(f"the move {move.id} is {move.party}'s, which is not in the case")
    ids = [m.id for m in case.moves]
    if len(set(ids)) < len(ids):
        raise UnsuitableCase("two moves have one id")
    parties = [p.party for p in case.preferences]
    for party in dict.fromkeys([m.party for m in case.moves]):
        if party not in parties:
            raise UnsuitableCase(f"the case does not say what {party} prefers")
    for preference in case.preferences:
        if parties.count(preference.party) > 1 or preference.party not in known:
            raise UnsuitableCase(f"{preference.party} must be one party with one preference")
        if preference.unknown:
            raise UnsuitableCase(
                f"{preference.party} leaves comparisons unknown, which the file cannot say"
            )
        if preference.attitudes or _is_strong(preference):
            raise UnsuitableCase(
                f"{preference.party} has attitudes or strong preferences, which the file cannot say"
            )


def _is_strong(preference: Preference) -> bool:
    return bool(preference.much or preference.much_statements or preference.much_gap)


def _parsed(text: str) -> Any:
    try:
        return parse_expression(text)
    except InputError as error:
        raise UnsuitableCase(str(error)) from None


def _pairs(member: Member) -> list[list[Any]]:
    return [[row, "Y" if taken else "N"] for row, taken in sorted(member.items())]


def _condition(members: list[Member]) -> Any:
    if len(members) == 1:
        return _pairs(members[0])
    return {"compound": True, "members": [_pairs(member) for member in members]}


def _ordinals(
    preference: Preference, ids: list[str], states: npt.NDArray[np.int64]
) -> list[int | list[int]]:
    """The ranking by numbers of feasible states, from 1; ties as inner lists."""
    if preference.statements:
        groups = ranked([_parsed(s) for s in preference.statements], ids, states)
    elif preference.ranking:
        groups = [[_state(text, ids) for text in tied] for tied in preference.ranking]
    else:
        worth: dict[float, list[int]] = {}
        for text, number in preference.utilities.items():
            worth.setdefault(number.central, []).append(_state(text, ids))
        groups = [worth[value] for value in sorted(worth, reverse=True)]
    number_of = {int(state): n for n, state in enumerate(states, start=1)}
    flat = [state for group in groups for state in group]
    if sorted(flat) != sorted(number_of):
        raise UnsuitableCase(
            f"{preference.party} must rank each of the {len(number_of)} feasible states once"
        )
    numbered = [[number_of[state] for state in group] for group in groups]
    return [group[0] if len(group) == 1 else group for group in numbered]


def _state(text: str, ids: list[str]) -> int:
    state = 0
    for move in moves_of_state(text):
        if move not in ids:
            raise UnsuitableCase(
                f"the state '{text[:80]}' has the move {move!r}, which is not there"
            )
        state |= 1 << ids.index(move)
    return state
