"""CASE124: a preference over states that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.expressions import holds
from detente.case.references import states_in
from detente.case.rule_registry import rule
from detente.case.states import moves_of_state

# States times combinations beyond which nobody would wait for the answer.
_MOST = 1_000_000
_MOVES = (
    "parties: [{id: norland, name: Norland}]\n"
    "moves: [{id: stay, party: norland, name: Stay}, {id: go, party: norland, name: Go}]\n"
    "infeasible: [stay and go]\n"
)


@rule(
    code="CASE124",
    name="preference-for-infeasible",
    severity="warning",
    summary="A preference names a state that the infeasible combinations rule out.",
    why="The state is not used; either the combination is wrong or the preference is left over.",
    fix="Take the state out of the preferences, or correct the combination.",
    fires=(f"{_MOVES}preferences: [{{party: norland, ranking: [['stay, go'], [stay]]}}]",),
    silent=(f"{_MOVES}preferences: [{{party: norland, ranking: [[go], [stay], ['-']]}}]",),
)
def preference_for_infeasible(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each state named by a party's preferences."""
    if record.case.graph is not None or not record.infeasible:
        return
    states = sum(len(list(states_in(p))) for p in record.case.preferences)
    if states * len(record.infeasible) > _MOST:
        return
    for number, preference in enumerate(record.case.preferences):
        for inner, state in states_in(preference):
            taken = frozenset(moves_of_state(state))
            for _, text, expression in record.infeasible:
                if holds(expression, taken):
                    yield CaseFinding(
                        "CASE124",
                        "warning",
                        f"{preference.party} has a preference for the state '{state}', which "
                        f"'{text}' rules out.",
                        ("preferences", number, *inner),
                    )
                    break
