"""Every method of the question ``pressure`` beside the others, issue by issue."""

from __future__ import annotations

from collections.abc import Sequence

from detente.analyses.base import Analysis, Cell, Reason, Table, solver_for, solvers
from detente.analyses.packages.wording import listed
from detente.case.case import Case
from detente.comparing.side_by_side import MARK, SideBySide

#: Where each method's places stand: solver, table, column, and what the column is called here.
_PLACES = (
    ("compromise", "settlement", "settlement", "compromise"),
    ("weighted-median", "medians", "lower", "median"),
    ("nash-on-a-scale", "nash", "at the level", "Nash"),
    ("condorcet-election", "expected", "conditional", "Condorcet"),
    ("position-exchange", "outcomes", "after", "exchange"),
    ("challenge-model", "forecast", "mean at end", "challenge"),
)
# Without options a place this far from the first method's, in points of the scale, is another.
_FAR = 10.0


def pressure_methods(case: Case) -> SideBySide:
    """Places by method; marked where another option is nearest than for the compromise."""
    names = [issue.name for issue in case.issues]
    answered = {s.name: s.solve(case) for s in solvers() if s.question == "pressure"}
    first = answered[solver_for("pressure").name]
    made: list[tuple[str, dict[str, float]]] = []
    for method, table, column, title in _PLACES:
        if method in answered:
            made.append((title, _column(answered[method], table, column)))
    rows: list[tuple[Cell, ...]] = []
    told: list[tuple[float, Reason]] = []
    for number, name in enumerate(names):
        base = made[0][1].get(name)
        if base is None:
            continue
        cells: list[Cell] = []
        apart = []
        for title, places in made:
            place = places.get(name)
            other = place is not None and _differs(case, number, base, place)
            cells.append(None if place is None else f"{place:g}{MARK if other else ''}")
            if other and place is not None:
                apart.append((title, place))
        rows.append((name, *cells))
        if apart:
            told.append(_why(case, number, first, base, apart))
    told.sort(key=lambda pair: -pair[0])
    agree = len(rows) - len(told)
    answer = (
        f"On {agree} of {len(rows)} issues all methods are nearest to the same option as the "
        f"compromise; on {len(told)} some are not."
    )
    if told:
        answer += " Furthest apart: " + listed([r.data["issue"] for _, r in told[:3]]) + "."
    table_made = Table(
        "methods",
        "Where each method places each issue",
        ("issue", *(title for title, _ in made)),
        tuple(rows),
        f"Places from 0 to 100. {MARK.strip()}: another option is nearest than for the compromise "
        f"(without options: {_FAR:g} points away or more). Exchange and challenge are exploratory: "
        "parties trade or press each other first.",
    )
    return SideBySide(answer, (table_made,), tuple(reason for _, reason in told))


def _column(analysis: Analysis, table: str, column: str) -> dict[str, float]:
    found = next((t for t in analysis.tables if t.name == table), None)
    if found is None or column not in found.columns:
        return {}
    pairs = zip(found.column("issue"), found.column(column), strict=True)
    return {str(issue): float(place) for issue, place in pairs if isinstance(place, int | float)}


def _nearest(case: Case, number: int, place: float) -> str | None:
    placed = [(abs(o.at.central - place), o.name) for o in case.issues[number].options if o.at]
    return min(placed, key=lambda pair: pair[0])[1] if placed else None


def _differs(case: Case, number: int, base: float, place: float) -> bool:
    one, other = _nearest(case, number, base), _nearest(case, number, place)
    return abs(base - place) >= _FAR if one is None else one != other


def _why(
    case: Case, number: int, first: Analysis, base: float, apart: Sequence[tuple[str, float]]
) -> tuple[float, Reason]:
    """Which methods lie elsewhere, and who holds the median, with how much of the weight."""
    name = case.issues[number].name
    there = "; ".join(
        f"{title} {place:g}" + (f" ({near})" if (near := _nearest(case, number, place)) else "")
        for title, place in apart
    )
    near = _nearest(case, number, base)
    text = f"{name}: the compromise is {base:g}{f' ({near})' if near else ''}; elsewhere: {there}."
    median = next((place for title, place in apart if title == "median"), None)
    if median is not None:
        text += _holders(case, number, first, median)
    far = max(abs(base - place) for _, place in apart)
    return far, Reason(text, (f"issues[{number}]",), {"issue": name})


def _holders(case: Case, number: int, first: Analysis, median: float) -> str:
    title = f"parties on {case.issues[number].id}"
    table = next((t for t in first.tables if t.name == title), None)
    if table is None:
        return ""
    at = [table.columns.index(name) for name in ("party", "place", "weight %")]
    rows = [(str(r[at[0]]), _float(r[at[1]]), _float(r[at[2]])) for r in table.rows]
    holding = [(party, weight) for party, place, weight in rows if place == median]
    below = sum(weight for _, place, weight in rows if place < median)
    above = sum(weight for _, place, weight in rows if place > median)
    if not holding:
        return ""
    who = listed([f"{party} ({weight:g} %)" for party, weight in holding])
    alone = " alone" if len(holding) == 1 else ""
    sides = f"{below:.3g} % of the weight stands below it and {above:.3g} % above"
    return f" The median is held by {who}{alone}: {sides}, so neither side outweighs the rest."


def _float(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else float("nan")
