"""Concepts and readings of stability beside each other, state by state."""

from __future__ import annotations

from detente.analyses.base import Analysis, Cell, Reason, Table, solvers
from detente.analyses.packages.wording import listed
from detente.case.case import Case
from detente.comparing.side_by_side import MARK, SideBySide
from detente.errors import UnsuitableCase

_REASONS = 6
#: What a concept looks at that the one before it does not.
_LOOKS = {
    "nash": "its own next move alone",
    "gmr": "what others can do in return, at whatever cost to themselves",
    "smr": "what others can do in return, and whether it could escape from there",
    "seq": "what others would do in return, by moves that they gain from",
    "sseq": "what others would gain from doing, and whether it could escape from there",
}


def stability_concepts(case: Case) -> SideBySide:
    """Which states hold under which concept and reading, and who would leave where they differ.

    Raises
    ------
    UnsuitableCase
        If stability cannot be asked of the case.
    """
    answered = []
    missing: UnsuitableCase | None = None
    left_out = []
    for solver in solvers():
        if solver.question == "stability":
            try:
                answered.append((solver.name, solver.solve(case)))
            except UnsuitableCase as error:
                missing = missing or error
                left_out.append(solver.name)
    if not answered:
        assert missing is not None
        raise missing
    columns: list[str] = []
    held: dict[str, set[str]] = {}
    for name, analysis in answered:
        table = next((t for t in analysis.tables if t.name == "equilibria"), None)
        if table is None or "state" not in table.columns:
            continue
        reading = name.removeprefix("graph-model").strip("-")
        for concept in analysis.parameters.get("concepts", []):
            if concept not in table.columns:
                continue
            column = f"{concept} ({reading})" if reading else concept
            columns.append(column)
            pairs = zip(table.column("state"), table.column(concept), strict=True)
            held[column] = {str(state) for state, flag in pairs if flag is True}
    states = list(dict.fromkeys(s for column in columns for s in _ordered(held[column], answered)))
    apart = [s for s in states if len({s in held[c] for c in columns}) > 1]
    rows: list[tuple[Cell, ...]] = [
        (f"{s}{MARK if s in apart else ''}", *(s in held[c] for c in columns)) for s in states
    ]
    agree = len(states) - len(apart)
    answer = (
        f"{agree} of {len(states)} states hold under all of {listed(columns)}; {len(apart)} under "
        "some only, and there the answer hangs on how far parties look ahead."
        if apart
        else f"All {len(states)} states that hold do so under each of {listed(columns)}."
    )
    table = Table(
        "methods",
        "Which states hold, by concept and reading",
        ("state", *columns),
        tuple(rows),
        f"{MARK.strip()}: the concepts differ.",
    )
    warnings = (f"not asked, as the case lacks what they need: {listed(left_out)}",)
    return SideBySide(
        answer, (table,), tuple(_reasons(case, answered[0][1], apart)), warnings if left_out else ()
    )


def _ordered(states: set[str], answered: list[tuple[str, Analysis]]) -> list[str]:
    order: dict[str, int] = {}
    for _, analysis in answered:
        table = next((t for t in analysis.tables if t.name == "equilibria"), None)
        for state in [] if table is None else table.column("state"):
            order.setdefault(str(state), len(order))
    return sorted(states, key=lambda state: order[state])


def _reasons(case: Case, analysis: Analysis, apart: list[str]) -> list[Reason]:
    """Who would leave a state under the concepts that it does not hold under."""
    table = next((t for t in analysis.tables if t.name == "stability"), None)
    made: list[Reason] = []
    if table is None:
        return made
    concepts = [c for c in table.columns if c in _LOOKS]
    names = {party.id: party.name for party in case.parties}
    for state in apart[:_REASONS]:
        rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
        mine = [row for row in rows if row["state"] == state]
        leavers: dict[tuple[str, ...], list[str]] = {}
        for concept in concepts:
            leaving = (str(row["party"]) for row in mine if row[concept] is False)
            leavers.setdefault(tuple(names.get(p, p) for p in leaving), []).append(concept)
        leavers.pop((), None)
        if not leavers:
            continue
        clauses = [
            f"under {listed(under)} {listed(leaving)} would leave it"
            for leaving, under in leavers.items()
        ]
        holding = [c for c in concepts if all(row[c] is True for row in mine)]
        text = f"'{state}': {'; '.join(clauses)}"
        if holding:
            text += f". It holds where parties look at {_LOOKS[holding[0]]} ({holding[0]})"
        made.append(Reason(text + "."))
    return made
