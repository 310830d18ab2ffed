"""Headings that were changed: a column that is missing, and one that stands in its place."""

from __future__ import annotations

from collections.abc import Mapping

from detente.case.near_words import did_you_mean
from detente.formats.xlsx.file_sheets import FileSheet
from detente.formats.xlsx.sheets import SHEETS, Sheet, all_columns


def renamed(sheets: Mapping[str, FileSheet]) -> list[str]:
    """A line for each column that seems to be one of a case's under another heading.

    Its values would be lost without a word. A column of a person's own is none of them: it
    stands beside the known ones, not in the place of one that is missing.
    """
    return [
        line
        for sheet in SHEETS
        if sheet.name in sheets and sheets[sheet.name].header
        for line in _in_sheet(sheet, sheets[sheet.name])
    ]


def _in_sheet(sheet: Sheet, given: FileSheet) -> list[str]:
    known = [column.heading for column in all_columns(sheet)]
    missing = [heading for heading in known if heading not in given.columns]
    filled = {heading for row in given.rows for heading, c in row.cells.items() if not c.blank}
    own = [heading for heading in given.columns if heading not in known and heading in filled]
    lines = []
    for heading in own if missing else ():
        near = did_you_mean(heading, missing)
        if near:
            lines.append(f"{given.title}: no column is called {heading[:60]!r}{near}")
            continue
        meant = _in_place_of(heading, given, known) or (missing if len(missing) == 1 else [])
        if meant:
            lines.append(
                f"{given.title}: no column is called {heading[:60]!r}, and {meant[0]!r} is "
                f"missing; did you mean {meant[0]!r}? If not, add an empty column {meant[0]!r}"
            )
    return lines


def _in_place_of(heading: str, given: FileSheet, known: list[str]) -> list[str]:
    """The missing column whose place between its known neighbours an unknown one has taken."""
    order = sorted(given.columns, key=given.columns.__getitem__)
    at = order.index(heading)
    left = max((i for i in range(at) if order[i] in known), default=-1)
    right = min((i for i in range(at, len(order)) if order[i] in known), default=len(order))
    first = known.index(order[left]) + 1 if left >= 0 else 0
    last = known.index(order[right]) if right < len(order) else len(known)
    between = known[first:last]
    if len(between) != right - left - 1 or any(name in given.columns for name in between):
        return []
    return [between[at - left - 1]]
