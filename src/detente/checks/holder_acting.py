"""OFF105: somebody who only acts in an office is given it in full."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from detente.checks.offices.claims import Claim, claims_of
from detente.checks.offices.wording import office_of
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding

_ACTING = frozenset({"acting", "interim", "caretaker"})


@check(
    code="OFF105",
    name="holder-acting",
    severity="note",
    summary="Somebody who acts in an office for the time being is given it in full.",
    why="Acting and interim holders often lack the standing to bind those who come after them.",
    fix="Write acting or interim before the title.",
    fires=("French Prime Minister Gabriel Attal met reporters on Monday.",),
    silent=(
        "Acting French Prime Minister Gabriel Attal met reporters on Monday.",
        "France’s caretaker Prime Minister Gabriel Attal met reporters on Monday.",
    ),
    date=dt.date(2024, 8, 6),
)
def holder_acting(record: Record) -> Iterator[Finding]:
    """Claims of a day on which each term of the person in the office is an acting one."""
    for document in record.documents:
        day = record.date_of(document)
        if day is None:
            continue
        for claim in claims_of(record, document):
            now = [t for t in claim.terms if t.held_on(day) == "yes"]
            if now and all(t.status == "acting" for t in now) and not _said(claim):
                yield Finding(
                    code="OFF105",
                    severity="note",
                    message=f"{claim.name} was acting {office_of(now[0])} on {day.isoformat()}, "
                    "which the text does not say.",
                    reason="An acting holder may lack the standing of an elected one.",
                    witnesses=(claim.witness,),
                    facts=tuple(t.fact() for t in now),
                )


def _said(claim: Claim) -> bool:
    words = {*claim.before, *claim.witness.span.text.lower().split()}
    return bool(words & _ACTING)
