"""CASE127: a lever that moves nobody."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule

_PARTIES = "parties: [{id: norland, name: Norland}, {id: sudland, name: Sudland}]\n"


@rule(
    code="CASE127",
    name="lever-without-effect",
    severity="warning",
    summary="A lever has no effect on any party's points.",
    why="It costs something and changes nothing, so no answer will ever name it.",
    fix="Say what it is worth to whom (effects), or leave the lever out.",
    fires=(
        f"{_PARTIES}levers: [{{id: aid, name: Aid, giver: norland, receiver: sudland}}]",
        f"{_PARTIES}levers: [{{id: aid, name: Aid, giver: norland, effects: {{sudland: 0}}}}]",
    ),
    silent=(
        f"{_PARTIES}levers: [{{id: aid, name: Aid, giver: norland, effects: {{sudland: 9}}}}]",
    ),
)
def lever_without_effect(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each lever."""
    for number, lever in enumerate(record.case.levers):
        if not any(n.bounds != (0, 0) for n in lever.effects.values()):
            yield CaseFinding(
                "CASE127",
                "warning",
                f"The lever {lever.id} has no effect on anybody's points.",
                ("levers", number),
            )
