"""CASE123: the status quo and the moves say different things of now."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule

_MOVE = "parties: [{id: norland, name: Norland}]\nmoves: [{id: go, party: norland, name: Go, now: "


@rule(
    code="CASE123",
    name="status-quo-told-twice",
    severity="error",
    summary="A move is taken now by its own entry and not by the status quo, or the reverse.",
    why="The two places must agree, or the analysis starts from the wrong state.",
    fix="Say it in one of the two places.",
    fires=(
        f"{_MOVE}true}}]\nstatus_quo: {{moves: []}}",
        f"{_MOVE}false}}]\nstatus_quo: {{moves: [go]}}",
    ),
    silent=(f"{_MOVE}true}}]\nstatus_quo: {{moves: [go]}}", f"{_MOVE}true}}]"),
)
def status_quo_told_twice(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each move on which they differ."""
    quo = record.case.status_quo
    if quo is None or quo.moves is None:
        return
    for number, move in enumerate(record.case.moves):
        if move.now is not None and move.now != (move.id in quo.moves):
            yield CaseFinding(
                "CASE123",
                "error",
                f"The move {move.id} is {'' if move.now else 'not '}taken now by its own entry, "
                f"and {'not ' if move.now else ''}by the status quo.",
                ("moves", number, "now"),
            )
