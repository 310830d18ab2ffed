"""CASE116: red lines of one party that leave nothing of an issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.red_line import Forbid
from detente.case.red_line_limits import left_by, named_together, smallest_clash
from detente.case.rule_registry import rule

_CASE = (
    "parties: [{id: norland, name: Norland}]\n"
    "issues: [{id: water, name: Water, options: [{id: dam, name: Dam, at: 10}, "
    "{id: canal, name: Canal, at: 60}]}]\n"
)
_LINE = "{kind: forbid, party: norland, issue: water, "


@rule(
    code="CASE116",
    name="red-lines-refuse-all",
    severity="error",
    summary="The red lines of one party refuse every option of an issue.",
    why="No deal at all is possible then; a party that negotiates does not mean that.",
    fix="Look at the lines named: one goes too far, or an option is missing from the issue.",
    fires=(
        f"{_CASE}red_lines: [{_LINE}id: r, options: [dam, canal]}}]",
        f"{_CASE}red_lines: [{_LINE}id: r, below: 20}}, {_LINE}id: s, options: [canal]}}]",
        "parties: [{id: norland, name: Norland}]\nissues: [{id: water, name: Water}]\n"
        f"red_lines: [{_LINE}id: r, below: 70, above: 30}}]",
    ),
    silent=(
        f"{_CASE}red_lines: [{_LINE}id: r, options: [dam]}}]",
        f"{_CASE}red_lines: [{_LINE}id: r, below: 5, above: 90}}]",
        "parties: [{id: norland, name: Norland}]\nissues: [{id: water, name: Water}]\n"
        f"red_lines: [{_LINE}id: r, below: 30, above: 70}}]",
    ),
)
def red_lines_refuse_all(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each party and issue, with the fewest lines that do it together."""
    by_party: dict[tuple[str, str], list[tuple[int, Forbid]]] = {}
    for number, line in enumerate(record.case.red_lines):
        if isinstance(line, Forbid) and line.issue in record.options:
            by_party.setdefault((line.party, line.issue), []).append((number, line))
    for (party, issue), lines in by_party.items():
        clash = partial(_refuse_all, record, issue)
        if clash(lines):
            few = smallest_clash(lines, clash)
            yield CaseFinding(
                "CASE116",
                "error",
                f"{party} refuses everything on {issue}: "
                f"{named_together(line.id for _, line in few)} "
                f"{'leave' if len(few) > 1 else 'leaves'} no outcome.",
                ("red_lines", few[-1][0]),
            )


def _refuse_all(record: CaseRecord, issue: str, lines: Sequence[tuple[int, Forbid]]) -> bool:
    """True if the lines leave no option, or no place where the issue names no options."""
    options = record.options[issue]
    if options.named:
        return not left_by([line for _, line in lines], {issue: options})[issue]
    low = max((line.below.central for _, line in lines if line.below is not None), default=0)
    high = min((line.above.central for _, line in lines if line.above is not None), default=100)
    return low > high
