"""More than the whole of a group, or a range of figures that runs backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.figures.of_document import numbers_of
from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness

_OF_A_GROUP = re.compile(
    r"\sof\s(?:(?:the|its|their|all|those|registered|eligible|adult|his|her)\s){0,2}(?:[\w’-]+\s)?"
    r"(?:population|people|voters|votes|respondents|citizens|members|adults|households|children|women|"
    r"men|residents|seats|students|inhabitants|delegates|refugees|soldiers|troops|countries|states)"
    r"(?!\w)",
    re.IGNORECASE,
)


@check(
    code="NUM306",
    name="share-over-whole",
    severity="error",
    summary="A share of a group is more than the whole of it.",
    why="No more than all of a group can vote, flee or agree; a digit or a decimal point is wrong.",
    fix="Find the share in its source.",
    fires=("A poll shows that 168 percent of voters back the accord.",),
    silent=(
        "A poll shows that 68 percent of voters back the accord.",
        "Debt stands at 168 percent of output.",
    ),
)
def share_over_whole(record: Record) -> Iterator[Finding]:
    """Percentages above 100 of people, votes, seats or states."""
    for document in record.documents:
        for number in numbers_of(record, document):
            if number.kind != "percent" or number.value <= 100:
                continue
            group = _OF_A_GROUP.match(document.text, number.end)
            if group is None:
                continue
            words = document.text[number.start : group.end()]
            yield Finding(
                code="NUM306",
                severity="error",
                message=f"“{words}” is more than all of them.",
                reason="A digit or the decimal point is wrong.",
                witnesses=(Witness(document.id, document.span(number.start, group.end())),),
            )
