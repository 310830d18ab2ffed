"""The frontier: how many packages waste nothing."""

from __future__ import annotations

from detente.analyses.base import Cell, Table
from detente.analyses.packages.wording import Words, number_of
from detente.maths.packages.choice import Room
from detente.maths.packages.settle import CANNOT_TELL

_SHOWN = 30
_MOST_PARTIES, _MOST_DEALS = 5, 20_000


def efficient_table(room: Room, words: Words) -> tuple[list[Table], bool]:
    """Efficient packages in points, and whether they are complete.

    With six or more parties nearly everything is efficient; where packages are many besides, the
    frontier is left out.
    """
    if room.parties.size > _MOST_PARTIES and room.model.n_deals > _MOST_DEALS:
        return [], True
    try:
        totals = room.frontier
    except CANNOT_TELL:
        return [], True
    columns = [words.names[party] for party in room.parties]
    rows: tuple[tuple[Cell, ...], ...] = tuple(words.row(row) for row in totals[:_SHOWN])
    note = "Packages for which none is better for one party and as good for all others."
    count = room.n_efficient
    if count is not None and count != totals.shape[0]:
        note += f" {count:,} packages give these points."
    whole = room.frontier_whole
    if not whole:
        note += " Cut off: some efficient packages are missing, and some of these may not be."
    table = Table(
        "efficient",
        "Efficient packages: "
        + number_of(totals.shape[0], "outcome in points", "different outcomes in points"),
        tuple(columns),
        rows,
        note,
        max(0, totals.shape[0] - _SHOWN),
    )
    return [table], whole
