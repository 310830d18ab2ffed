"""Everything the question ``levers`` answers, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.analyses.levers.uses import Uses
from detente.case.tables import LeverTable
from detente.maths.levers.model import Cheapest
from detente.maths.packages.model import Integers

#: Parties up to which the curve is drawn; beyond, only its end.
MOST_PARTIES = 40


@dataclass(frozen=True)
class Step:
    """The cheapest way to have ``count`` accept; ``vetoed`` the same with every veto player."""

    count: int
    any: Cheapest
    vetoed: Cheapest | None


@dataclass(frozen=True)
class Giver:
    """What a giver can do with its own levers, and what the others can without it."""

    party: int
    alone: Cheapest
    without: Cheapest


@dataclass(frozen=True)
class Worth:
    """Whether a lever is any use: units in the cheapest use, and costs without and with it."""

    lever: int
    units: int
    without: Cheapest | None
    with_it: Cheapest | None
    never: bool
    beaten_by: int | None


@dataclass(frozen=True)
class Answers:
    """All of them; ``main`` is the cheapest use for a deal to stand."""

    uses: Uses
    main: Cheapest
    curve: tuple[Step, ...]
    givers: tuple[Giver, ...]
    worth: tuple[Worth, ...]

    @property
    def proven(self) -> bool:
        """Whether every answer is proven."""
        asked = [self.main, *(s.any for s in self.curve)]
        asked += [s.vetoed for s in self.curve if s.vetoed is not None]
        for giver in self.givers:
            asked += [giver.alone, giver.without]
        asked += [c for w in self.worth for c in (w.without, w.with_it) if c is not None]
        return all(c.proven for c in asked)


def answers_of(uses: Uses, table: LeverTable) -> Answers:
    """Solve every goal."""
    main = uses.cheapest(uses.goal, ties=True)
    curve = _curve(uses)
    givers = _givers(uses, table, main)
    return Answers(uses, main, curve, givers, _worth(uses, main, curve))


def _curve(uses: Uses) -> tuple[Step, ...]:
    parties = int(uses.model.counted.size)
    vetoes = int(uses.model.vetoes.sum())
    counts = range(parties + 1) if parties <= MOST_PARTIES else [parties]
    made: list[Step] = []
    lost: Cheapest | None = None
    lost_vetoed: Cheapest | None = None
    for count in counts:
        # What cannot be had for few cannot be had for more.
        any_ = lost or uses.cheapest(uses.accepted_by(count))
        lost = any_ if any_.cost is None and any_.proven else None
        vetoed: Cheapest | None = None
        if 0 < vetoes < parties and count >= vetoes and uses.deals is not None:
            goal = uses.accepted_by(count, with_vetoes=True)
            vetoed = lost_vetoed or uses.cheapest(goal)
            lost_vetoed = vetoed if vetoed.cost is None and vetoed.proven else None
        made.append(Step(count, any_, vetoed))
    return tuple(made)


def _givers(uses: Uses, table: LeverTable, main: Cheapest) -> tuple[Giver, ...]:
    if main.cost == 0 and main.amounts is not None and not main.amounts.any():
        return ()
    givers = np.array(table.givers, np.int64)
    made = []
    for party in sorted(set(table.givers)):
        own = givers == party
        alone = uses.cheapest(uses.goal, usable=own)
        without = uses.cheapest(uses.goal, usable=~own)
        made.append(Giver(party, alone, without))
    return tuple(made)


def _worth(uses: Uses, main: Cheapest, curve: tuple[Step, ...]) -> tuple[Worth, ...]:
    asked = [(uses.goal, main)]
    asked += [(uses.accepted_by(s.count), s.any) for s in curve]
    asked += [
        (uses.accepted_by(s.count, with_vetoes=True), s.vetoed)
        for s in curve
        if s.vetoed is not None
    ]
    if uses.deals is None:
        asked = asked[:1]
    reachable = [(g, c) for g, c in asked if c.cost is not None]
    used = {int(at) for _, c in reachable for tie in c.ties for at in np.flatnonzero(tie)}
    made = []
    for lever in range(len(uses.levers)):
        units = 0 if main.amounts is None else int(main.amounts[lever])
        without = with_it = None
        if uses.levers.cap[lever] > 0:
            if units:
                rest = np.arange(len(uses.levers)) != lever
                without = uses.cheapest(uses.goal, usable=rest)
            elif main.cost is not None:
                with_it = uses.with_one(uses.goal, lever)
        never = _never(uses, lever, used, reachable, with_it)
        made.append(Worth(lever, units, without, with_it, never, _beaten_by(uses, lever)))
    return tuple(made)


def _never(
    uses: Uses,
    lever: int,
    used: set[int],
    reachable: list[tuple[object, Cheapest]] | list[tuple[object, Cheapest]],
    with_it: Cheapest | None,
) -> bool:
    """True if for every goal each use with the lever is dearer than the cheapest."""
    if lever in used or uses.levers.cap[lever] == 0 or not reachable or not uses.priced:
        return False
    for goal, cheapest in reachable:
        found = with_it if goal is uses.goal and with_it else uses.with_one(goal, lever)  # type: ignore[arg-type]
        if not found.proven or (found.cost is not None and found.cost <= (cheapest.cost or 0)):
            return False
    return True


def _beaten_by(uses: Uses, lever: int) -> int | None:
    """A single lever that gives all as much for no more, and one of them more or it for less."""
    levers, counted = uses.levers, uses.model.counted
    mine = levers.effects[lever][counted]
    for other in range(len(levers)):
        if other == lever or levers.cap[other] < levers.cap[lever] or not uses.priced:
            continue
        theirs = levers.effects[other][counted]
        if (theirs >= mine).all() and levers.cost[other] <= levers.cost[lever]:
            better = (theirs > mine).any() or levers.cost[other] < levers.cost[lever]
            if better:
                return other
    return None


def lacking(uses: Uses, deal: Integers) -> tuple[Integers, Integers]:
    """What a deal is worth to each party, and what it lacks (see ``shortfalls``)."""
    from detente.maths.levers.model import shortfalls

    totals = uses.model.totals(deal[None, :])[0]
    return totals, shortfalls(uses.model, deal[None, :])[0]
