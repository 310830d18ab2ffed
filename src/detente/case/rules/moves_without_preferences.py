"""CASE126: one who can act, and of whom nothing is known."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule

_MOVES = (
    "parties: [{id: norland, name: Norland}]\nmoves: [{id: stay, party: norland, name: Stay}]\n"
)


@rule(
    code="CASE126",
    name="moves-without-preferences",
    severity="warning",
    summary="A party can make moves, and no preferences over what comes of them are given.",
    why="Whether it would move cannot be said, and stability is a question about just that.",
    fix="Add preferences: statements over moves, a ranking of states, or utilities.",
    fires=(_MOVES,),
    silent=(f"{_MOVES}preferences: [{{party: norland, statements: [stay]}}]",),
)
def moves_without_preferences(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each such party, at its first move."""
    known = {p.party for p in record.case.preferences}
    arcs = record.case.graph.arcs if record.case.graph else ()
    first: dict[str, tuple[str | int, ...]] = {}
    for number, move in enumerate(record.case.moves):
        first.setdefault(move.party, ("moves", number))
    for number, arc in enumerate(arcs):
        first.setdefault(arc.party, ("graph", "arcs", number))
    for party, path in first.items():
        if party not in known:
            message = f"{party} can make moves, and what it prefers is not given."
            yield CaseFinding("CASE126", "warning", message, path)
