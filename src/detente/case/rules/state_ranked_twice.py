"""CASE125: one state at two places of a ranking."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.references import states_in
from detente.case.rule_registry import rule
from detente.case.states import moves_of_state

_MOVES = (
    "parties: [{id: norland, name: Norland}]\n"
    "moves: [{id: stay, party: norland, name: Stay}, {id: go, party: norland, name: Go}]\n"
)


@rule(
    code="CASE125",
    name="state-ranked-twice",
    severity="error",
    summary="A party's ranking or utilities name one state twice.",
    why="It is not clear at which of the two places it stands.",
    fix="Leave the state at one place; 'stay, go' and 'go, stay' are the same state.",
    fires=(
        f"{_MOVES}preferences: [{{party: norland, ranking: [['stay, go'], ['go, stay']]}}]",
        f"{_MOVES}preferences: [{{party: norland, utilities: {{'stay,go': 1, 'go,stay': 2}}}}]",
    ),
    silent=(f"{_MOVES}preferences: [{{party: norland, ranking: [[stay], [go], ['-']]}}]",),
)
def state_ranked_twice(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each further place of a state."""
    graph = record.case.graph is not None
    for number, preference in enumerate(record.case.preferences):
        seen: set[frozenset[str]] = set()
        for inner, state in states_in(preference):
            if inner[0] in ("unknown", "much"):
                continue
            key = frozenset([state] if graph else moves_of_state(state))
            if key in seen:
                yield CaseFinding(
                    "CASE125",
                    "error",
                    f"{preference.party} ranks the state '{state}' twice.",
                    ("preferences", number, *inner),
                )
            seen.add(key)
