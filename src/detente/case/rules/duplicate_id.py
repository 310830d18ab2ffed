"""CASE107: two entries go by one name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.case.case import Case
from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule
from detente.case.yaml_reading import Path

# What an entry is called, its section, and where in the entry the name stands.
_Named = tuple[str, Sequence[str], Path, Path]


@rule(
    code="CASE107",
    name="duplicate-id",
    severity="error",
    summary="Two entries of one kind have the same id, or say the same thing of the same two.",
    why="It is not clear which of the two is meant, and one of them is silently not used.",
    fix="Give one of them another id, or make one entry of the two.",
    fires=(
        "parties: [{id: norland, name: Norland}, {id: norland, name: North}]",
        "parties: [{id: norland, name: Norland}]\nissues: [{id: water, name: Water}]\npositions: "
        "[{party: norland, issue: water, at: 5}, {party: norland, issue: water, at: 8}]",
    ),
    silent=("parties: [{id: norland, name: Norland}, {id: sudland, name: Sudland}]",),
)
def duplicate_id(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each entry whose name an earlier one has."""
    for what, names, section, inner in _named(record.case):
        first: dict[str, int] = {}
        for number, name in enumerate(names):
            if name in first:
                yield CaseFinding(
                    "CASE107",
                    "error",
                    f"{what} {name!r} is there twice: entries {first[name] + 1} and {number + 1}.",
                    (*section, number, *inner),
                )
            first.setdefault(name, number)


def _named(case: Case) -> Iterator[_Named]:
    for what, section, entries in (
        ("The party", "parties", case.parties),
        ("The issue", "issues", case.issues),
        ("The red line", "red_lines", case.red_lines),
        ("The link", "links", case.links),
        ("The lever", "levers", case.levers),
        ("The move", "moves", case.moves),
        ("The perspective", "perspectives", case.perspectives),
        ("The evidence", "evidence", case.evidence),
    ):
        yield what, [e.id for e in entries], (section,), ("id",)
    for number, issue in enumerate(case.issues):
        options = [o.id for o in issue.options]
        yield f"In the issue {issue.id} the option", options, ("issues", number, "options"), ("id",)
    if case.graph is not None:
        yield "The state", [s.id for s in case.graph.states], ("graph", "states"), ("id",)
    on = "{0.party} on {0.issue}".format
    yield "The position of", [on(p) for p in case.positions], ("positions",), ()
    yield "The utility table of", [on(u) for u in case.utilities], ("utilities",), ()
    preferring = [p.party for p in case.preferences]
    yield "The preferences of", preferring, ("preferences",), ("party",)
