"""Blocking and relaxing sets of negotiations with too many deals to list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

import numpy as np

from detente.maths.blocks.blocks import Blocks, Set, smallest_first
from detente.maths.blocks.hitting_sets import HittingSets, OutOfSteps
from detente.maths.blocks.least_sets import least_sets, members_of
from detente.maths.blocks.line_programme import LineProgramme
from detente.maths.blocks.lines import Lines, Words, word, words_of
from detente.maths.blocks.near_deals import NearDeals
from detente.maths.packages.model import NEVER, Integers

METHOD = "mixed-integer programmes"
#: Iterations of the simplex method, eighty more for each programme: up to some seven seconds.
MOST_WORK = 120_000


class Stopped(Exception):
    """A programme was not solved to the end, or as many as allowed have been."""


@dataclass
class _Known:
    """Deals seen so far, by the lines they break."""

    lines: Lines
    deals: list[Integers] = field(default_factory=list)
    broken: Words = field(default_factory=lambda: np.zeros((0, 1), np.uint64))

    def add(self, deals: Integers) -> None:
        rows = words_of(self.lines.broken(deals))
        self.broken = np.concatenate([self.broken.reshape(-1, rows.shape[1]), rows])
        self.deals += list(deals)

    def standing(self, kept: Sequence[int]) -> Integers | None:
        if not self.deals:
            return None
        rows = self.broken & word(tuple(kept), len(self.lines))
        found = np.flatnonzero(self.lines.stands(rows))
        return self.deals[int(found[0])] if found.size else None


class BlockSearch:
    """Answers whether deals stand while some lines hold, by programmes and deals seen before."""

    def __init__(self, lines: Lines, most_work: int) -> None:
        self.lines = lines
        self.search = LineProgramme(lines)
        self.known = _Known(lines)
        self.most_work = most_work
        self.blocking: list[int] = []
        self._nearest: tuple[Integers, Set] | None = None

    def deal(self, kept: Sequence[int]) -> Integers | None:
        """A deal that stands while these lines hold, in integers; None if none does.

        Raises
        ------
        Stopped
            If that is not proven.
        """
        bits = sum(1 << i for i in kept)
        if any(not block & ~bits for block in self.blocking):
            return None
        self.nearest()
        seen = self.known.standing(kept)
        if seen is not None:
            return seen
        if self.search.programme.work > self.most_work:
            raise Stopped
        self.search.programme.leave(self.most_work - self.search.programme.work)
        self.search.only(tuple(kept))
        solved = self.search.programme.least({})
        if solved.status == "infeasible":
            return None
        if solved.values is None:
            raise Stopped
        deal = self.search.deals.deal(solved.values)
        self.known.add(deal[None, :])
        if self.known.standing(kept) is None:
            # Within the solver's tolerance and yet not in integers.
            raise Stopped
        return deal

    def nearest(self) -> tuple[Integers, Set]:
        """A deal that stands once few lines are given up, and these; perhaps not the fewest."""
        if self._nearest is None:
            near = NearDeals(self.lines)
            seen = near.look()
            self.known.add(seen[least_sets(words_of(near.broken(seen)))])
            self._nearest = near.nearest(seen)
        return self._nearest

    def shrink(self, kept: Sequence[int]) -> Set:
        """Of lines that leave no deal, some of which none can be spared.

        Lines are dropped by the handful while no deal stands, then one by one; floors first,
        since what only refusals and conditions leave over is quickly looked through.
        """
        floors = self.lines.floors
        left = sorted(kept, key=lambda line: (floors[line] == NEVER, line))
        start, width = 0, max(1, len(left) // 3)
        while start < len(left):
            rest = left[:start] + left[start + width :]
            if self.deal(rest) is None:
                left = rest
                width *= 2
            elif width > 1:
                width = max(1, width // 3)
                continue
            else:
                start += 1
            width = max(1, min(width, len(left) - start))
        return tuple(sorted(left))

    def least(self) -> tuple[int, Set | None]:
        """A proven least number of lines to give up, and lines that do, if found."""
        self.search.free()
        given_up = self.search.given_up
        start = self.search.taking(*self.nearest())
        self.search.programme.leave(self.most_work - self.search.programme.work)
        solved = self.search.programme.least(dict.fromkeys(given_up, 1), start=start)
        if solved.status == "infeasible":
            return len(given_up) + 1, None
        found = None
        if solved.values is not None:
            deal = self.search.deals.deal(solved.values)
            self.known.add(deal[None, :])
            members = tuple(at for at, c in enumerate(given_up) if solved.values[c] > 0.5)
            rest = [at for at in range(len(given_up)) if at not in set(members)]
            if solved.status == "optimal" and self.known.standing(rest) is not None:
                found = members
        return ceil(solved.bound - 1e-6), found


def search_blocks(
    lines: Lines, *, most: int = 2_000, most_work: int = MOST_WORK, most_steps: int = 500_000
) -> Blocks:
    """Blocking and relaxing sets, each found from the other.

    A smallest set that meets all blocking sets found so far is tried: either its giving up opens
    a deal, then it is a relaxing set; or the lines that are left hold another blocking set. When
    every such set opens a deal, both families are whole (Bailey & Stuckey 2005).

    Parameters
    ----------
    lines : Lines
    most, most_work, most_steps : int
        Relaxing sets, work of the solver and steps after which the search stops; what it has
        is right, and the answer says that there may be more.
    """
    size = len(lines)
    if not lines.rule.possible:
        return Blocks((), ((),), True, True, size + 1, (), METHOD)
    search = BlockSearch(lines, most_work)
    relaxing: dict[int, Integers] = {}
    least, complete = 0, True
    try:
        first = search.deal(range(size))
        if first is not None:
            return Blocks(((),), (), True, True, 0, (first,), METHOD)
        least, members = search.least()
        if members is None and search.deal(()) is None:
            return Blocks((), ((),), True, True, size + 1, (), METHOD)
        if members is not None:
            _try(search, sum(1 << i for i in members), relaxing)
        complete = _both(search, relaxing, most, most_steps)
    except Stopped:
        complete = False
    found = {members_of(r): deal for r, deal in relaxing.items()}
    ordered = smallest_first(found)
    return Blocks(
        relaxing=ordered,
        blocking=smallest_first(members_of(b) for b in search.blocking),
        relaxing_complete=complete,
        blocking_complete=complete,
        least=least,
        witness=tuple(found[r] for r in ordered),
        method=METHOD,
    )


def _try(search: BlockSearch, given_up: int, relaxing: dict[int, Integers]) -> bool:
    """Record a relaxing set, or else a blocking set that it misses."""
    rest = [i for i in range(len(search.lines)) if not given_up >> i & 1]
    deal = search.deal(rest)
    if deal is not None:
        relaxing[given_up] = deal
        return True
    search.blocking.append(sum(1 << i for i in search.shrink(rest)))
    return False


def _both(search: BlockSearch, relaxing: dict[int, Integers], most: int, most_steps: int) -> bool:
    steps = most_steps
    while True:
        candidates = HittingSets(search.blocking, steps)
        try:
            for given_up in candidates:
                if given_up in relaxing:
                    continue
                if len(relaxing) >= most:
                    return False
                if not _try(search, given_up, relaxing):
                    break
            else:
                return True
        except OutOfSteps:
            return False
        steps = candidates.steps_left
