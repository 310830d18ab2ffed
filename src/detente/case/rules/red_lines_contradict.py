"""CASE117: red lines of one party that no deal can keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.red_line import Forbid, Tie
from detente.case.red_line_limits import can_hold, left_by, named_together, smallest_clash
from detente.case.rule_registry import rule

_CASE = (
    "parties: [{id: norland, name: Norland}]\n"
    "issues: [{id: water, name: Water, options: [{id: dam, name: Dam}, {id: canal, name: Canal}]}, "
    "{id: guard, name: Guard, options: [{id: joint, name: Joint}, {id: ours, name: Ours}]}]\n"
)
_TIE = (
    "{kind: link, id: t, party: norland, when: {issue: water, options: [dam, canal]}, "
    "then: {issue: guard, options: [ours]}}"
)


@rule(
    code="CASE117",
    name="red-lines-contradict",
    severity="error",
    summary="The red lines of one party cannot all be kept by any deal.",
    why="Each line leaves something, and together they leave nothing; one of them is not meant so.",
    fix="Look at the lines named: they are the fewest that clash.",
    fires=(
        f"{_CASE}red_lines: [{_TIE}, "
        "{kind: forbid, id: f, party: norland, issue: guard, options: [ours]}]",
    ),
    silent=(
        f"{_CASE}red_lines: [{_TIE}]",
        f"{_CASE}red_lines: [{_TIE}, "
        "{kind: forbid, id: f, party: norland, issue: guard, options: [joint]}]",
    ),
)
def red_lines_contradict(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each party whose ties and forbidden options clash."""
    by_party: dict[str, list[tuple[int, Forbid | Tie]]] = {}
    for number, line in enumerate(record.case.red_lines):
        if isinstance(line, Tie):
            known = {line.when.issue, line.then.issue} <= record.options.keys()
        else:
            known = isinstance(line, Forbid) and record.options.get(line.issue, None) is not None
            known = known and isinstance(line, Forbid) and record.options[line.issue].named
        if known and isinstance(line, Forbid | Tie):
            by_party.setdefault(line.party, []).append((number, line))
    for party, lines in by_party.items():
        ties = [line for _, line in lines if isinstance(line, Tie)]
        if not ties or not all(_left(record, lines).values()) or not _clash(record, lines):
            continue
        few = smallest_clash(lines, lambda some: _clash(record, some))
        yield CaseFinding(
            "CASE117",
            "error",
            f"The red lines of {party} contradict each other: no deal keeps "
            f"{named_together(line.id for _, line in few)}.",
            ("red_lines", few[-1][0]),
        )


def _left(
    record: CaseRecord, lines: Sequence[tuple[int, Forbid | Tie]]
) -> dict[str, tuple[str, ...]]:
    ties = [line for _, line in lines if isinstance(line, Tie)]
    tied = {t.when.issue for t in ties} | {t.then.issue for t in ties}
    forbids = [line for _, line in lines if isinstance(line, Forbid)]
    return left_by(forbids, {issue: record.options[issue] for issue in sorted(tied)})


def _clash(record: CaseRecord, lines: Sequence[tuple[int, Forbid | Tie]]) -> bool:
    ties = [line for _, line in lines if isinstance(line, Tie)]
    return can_hold(_left(record, lines), ties) is False
