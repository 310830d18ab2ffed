"""The senses in which a package is best, beside each other."""

from __future__ import annotations

from detente.analyses.base import Analysis, Cell, Reason, Table, solver_for
from detente.analyses.packages.wording import listed
from detente.case.case import Case
from detente.comparing.side_by_side import MARK, SideBySide


def package_senses(case: Case) -> SideBySide:
    """Issue by issue the option of each best package, and what each party has in it."""
    found = solver_for("packages").solve(case)
    points, gains = _table(found, "points"), _table(found, "gains")
    senses = [] if points is None else [row for row in points.rows if row[1]]
    if points is None or len(senses) < 2:
        return SideBySide(f"There are no senses of best to compare. {found.answer}", ())
    names = [str(row[0]) for row in senses]
    deals = [str(row[1]).split(", ") for row in senses]
    rows: list[tuple[Cell, ...]] = []
    for number, issue in enumerate(case.issues):
        first = deals[0][number]
        cells = [f"{d[number]}{MARK if d[number] != first else ''}" for d in deals]
        rows.append((issue.name, *cells))
    for at, party in enumerate(points.columns[2:], start=2):
        worth = [row[at] for row in senses]
        cells = [f"{_number(w)}{MARK if w != worth[0] else ''}" for w in worth]
        rows.append((f"points of {party}", *cells))
    same = [name for name, deal in zip(names[1:], deals[1:], strict=True) if deal == deals[0]]
    other = [name for name in names[1:] if name not in same]
    answer = f"The {names[0]} package"
    answer += f" is the {listed(same)} one too" if same else " is best in no other sense"
    answer += f"; the {listed(other)} one differs." if other else ", so every sense agrees."
    reasons = [
        _why(case, points, senses[0], row, gains) for row in senses[1:] if row[1] != senses[0][1]
    ]
    table = Table(
        "methods",
        "The best package in each sense",
        ("", *names),
        tuple(rows),
        f"{MARK.strip()}: not as in the {names[0]} package. Points of different parties are "
        "different units.",
    )
    return SideBySide(answer, (table,), tuple(reasons), found.warnings)


def _table(analysis: Analysis, name: str) -> Table | None:
    return next((table for table in analysis.tables if table.name == name), None)


def _number(cell: Cell) -> str:
    return f"{cell:g}" if isinstance(cell, int | float) else "–"


def _why(
    case: Case, points: Table, first: tuple[Cell, ...], row: tuple[Cell, ...], gains: Table | None
) -> Reason:
    """Where a package differs from the first, and who is better and worse off by it."""
    pairs = zip(str(first[1]).split(", "), str(row[1]).split(", "), strict=True)
    changed = [
        (number, f"{case.issues[number].name}: {b} instead of {a}")
        for number, (a, b) in enumerate(pairs)
        if a != b
    ]
    # Gains are of those whose acceptance counts; others have points too, but no say.
    counted = set(points.columns[2:] if gains is None else gains.columns[1:])
    up, down = [], []
    for at, party in enumerate(points.columns[2:], start=2):
        one, other = first[at], row[at]
        if party in counted and isinstance(one, int | float) and isinstance(other, int | float):
            if other > one:
                up.append(f"{party} by {other - one:g}")
            elif other < one:
                down.append(f"{party} by {one - other:g}")
    sides = [f"better for {listed(up)}" if up else "", f"worse for {listed(down)}" if down else ""]
    told = " and ".join(side for side in sides if side)
    return Reason(
        f"The {row[0]} package has {'; '.join(words for _, words in changed)}"
        + (f": {told}." if told else "."),
        tuple(f"issues[{number}]" for number, _ in changed),
    )
