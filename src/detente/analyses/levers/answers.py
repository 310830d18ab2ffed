"""Everything the question ``levers`` answers, before it is put into words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.analyses.levers.uses import Uses
from detente.case.tables import LeverTable
from detente.maths.levers.model import Cheapest, Goal, shortfalls
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
    """Whether a lever is any use: units in the cheapest use, and costs without and with it.

    Without a lever of ``instead_of`` the cheapest use takes this one; ``on_its_own``: it does so
    only where a giver acts alone or stays away. ``never`` is True where each
    use with it is dearer than the cheapest for every goal, and it stands in for nothing.
    """

    lever: int
    units: int
    without: Cheapest | None
    with_it: Cheapest | None
    never: bool
    instead_of: tuple[int, ...]
    on_its_own: bool
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
    return Answers(uses, main, curve, givers, _worth(uses, main, curve, givers))


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


def _worth(
    uses: Uses, main: Cheapest, curve: tuple[Step, ...], givers: tuple[Giver, ...]
) -> tuple[Worth, ...]:
    asked = [(uses.goal, main)]
    if uses.deals is not None:
        asked += [(uses.accepted_by(s.count), s.any) for s in curve]
        asked += [
            (uses.accepted_by(s.count, with_vetoes=True), s.vetoed)
            for s in curve
            if s.vetoed is not None
        ]
    reachable = [(goal, found) for goal, found in asked if found.cost is not None]
    used = _taken([found for _, found in reachable])
    left = _taken([found for giver in givers for found in (giver.alone, giver.without)])
    without = {}
    for lever in sorted(_taken([main])):
        if main.amounts is not None and main.amounts[lever]:
            without[lever] = uses.cheapest(uses.goal, usable=np.arange(len(uses.levers)) != lever)
    made = []
    for lever in range(len(uses.levers)):
        units = 0 if main.amounts is None else int(main.amounts[lever])
        there = uses.levers.cap[lever] > 0
        with_it = None
        if there and not units and main.cost is not None:
            with_it = uses.with_one(uses.goal, lever)
        instead_of = tuple(at for at, found in without.items() if lever in _taken([found]))
        idle = there and lever not in used and lever not in left and not instead_of
        made.append(
            Worth(
                lever=lever,
                units=units,
                without=without.get(lever),
                with_it=with_it,
                never=bool(idle and uses.priced and _dearer(uses, lever, reachable, with_it)),
                instead_of=instead_of,
                on_its_own=lever in left and lever not in used,
                beaten_by=_beaten_by(uses, lever),
            )
        )
    return tuple(made)


def _taken(found: Sequence[Cheapest]) -> set[int]:
    """Levers that some use takes."""
    return {int(at) for one in found for tie in one.ties for at in np.flatnonzero(tie)}


def _dearer(
    uses: Uses,
    lever: int,
    reachable: Sequence[tuple[Goal, Cheapest]],
    with_it: Cheapest | None,
) -> bool:
    """Whether for every goal each use with the lever is dearer than the cheapest."""
    for goal, cheapest in reachable:
        same = goal is uses.goal and with_it is not None
        found = with_it if same and with_it is not None else uses.with_one(goal, lever)
        assert cheapest.cost is not None
        if not found.proven or (found.cost is not None and found.cost <= cheapest.cost):
            return False
    # Where nothing has to be bought, no lever is tried.
    return any(cheapest.cost for _, cheapest in reachable)


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
    totals = uses.model.totals(deal[None, :])[0]
    return totals, shortfalls(uses.model, deal[None, :])[0]
