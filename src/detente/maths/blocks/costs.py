"""What each red line costs, where deals stand: what there would be without it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.maths.blocks.line_programme import LineProgramme
from detente.maths.blocks.lines import Lines, Words, word
from detente.maths.packages.model import NEVER, Integers

#: Programmes after which the rest of the lines is left out.
MOST_PROGRAMMES = 600


@dataclass(frozen=True)
class Costs:
    """``best`` (P,): the most points a deal that stands has for each party, ``NEVER`` unknown.

    ``without`` (L, P) is the same once a line is given up; ``deals`` is how many deals stand and
    ``deals_without`` (L,) how many then, None where they were not counted. ``looked_at`` (L,)
    is False for lines that were left out.
    """

    best: Integers
    without: Integers
    deals: int | None
    deals_without: Integers | None
    looked_at: np.ndarray[tuple[int], np.dtype[np.bool_]]


def enumerated_costs(lines: Lines, totals: Integers, broken: Words) -> Costs:
    """By looking at every deal; ``totals`` is (n_deals, n_parties).

    Raises
    ------
    ValueError
        If no deal stands.
    """
    size = len(lines)
    standing = lines.stands(broken)
    if not standing.any():
        raise ValueError("no deal stands")
    best = totals[standing].max(axis=0)
    without = np.empty((size, best.size), np.int64)
    deals = np.empty(size, np.int64)
    for at in range(size):
        kept = word(tuple(i for i in range(size) if i != at), size)
        # Only a deal that breaks the line can be new.
        one = word((at,), size)
        new = np.flatnonzero(np.any(broken & one, axis=1) & ~standing)
        new = new[lines.stands(broken[new] & kept)]
        deals[at] = int(standing.sum()) + new.size
        without[at] = np.maximum(best, totals[new].max(axis=0, initial=NEVER))
    return Costs(best, without, int(standing.sum()), deals, np.ones(size, bool))


def programmed_costs(lines: Lines) -> Costs:
    """By programmes, where there are too many deals; deals are not counted.

    A line's own holder is left out: what the line is worth to it is its own affair.
    """
    model, size = lines.model, len(lines)
    search = LineProgramme(lines)
    parties = [int(p) for p in np.flatnonzero(lines.rule.counted)]
    best = np.full(model.n_parties, NEVER, np.int64)
    without = np.full((size, model.n_parties), NEVER, np.int64)
    done = np.zeros(size, bool)
    search.only(tuple(range(size)))
    for party in parties:
        best[party] = _most(search, party)
    left = MOST_PROGRAMMES
    for at in range(size):
        left -= len(parties)
        if left < 0:
            break
        search.only(tuple(i for i in range(size) if i != at))
        for party in parties:
            if party != lines.holders[at]:
                without[at, party] = _most(search, party)
        done[at] = True
    return Costs(best, without, None, None, done)


def _most(search: LineProgramme, party: int) -> int:
    """The most a deal that stands is worth to a party, ``NEVER`` if it is not proven."""
    cost: dict[int, int] = {}
    for column, points in search.deals.worth(party):
        cost[column] = cost.get(column, 0) - points
    solved = search.programme.least(cost)
    if solved.status != "optimal" or solved.values is None:
        return NEVER
    deal = search.deals.deal(solved.values)
    return int(search.lines.model.totals(deal[None, :])[0, party])
