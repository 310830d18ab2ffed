"""Tables of the question ``levers``."""

from __future__ import annotations

import numpy as np

from detente.analyses.base import Cell, Table
from detente.analyses.levers.answers import Answers, Worth, lacking
from detente.analyses.levers.lever_words import LeverWords
from detente.maths.levers.model import Cheapest
from detente.maths.packages.model import NEVER


def use_table(told: LeverWords, main: Cheapest) -> Table | None:
    """The cheapest use, and those that cost the same with as few levers."""
    if main.cost is None:
        return None
    rows: list[tuple[Cell, ...]] = []
    for number, amounts in enumerate(main.ties, 1):
        for at in np.flatnonzero(amounts):
            units = int(amounts[at])
            cost = int(told.uses.levers.cost[at]) * units
            rows.append(
                (
                    number,
                    told.table.ids[at],
                    told.name(int(at)),
                    told.giver(int(at)),
                    units,
                    told.money(cost) if told.uses.priced else None,
                    ", ".join(told.words.case.levers[at].evidence) or None,
                )
            )
    if not rows:
        return None
    note = "" if main.ties_complete else "There may be other uses at the same cost."
    columns = ("use", "lever", "name", "giver", "units", "cost", "evidence")
    title = "The cheapest use" if told.uses.priced else "The use with the fewest levers"
    return Table("use", title, columns, tuple(rows), note)


def package_table(told: LeverWords, main: Cheapest, most: int) -> Table | None:
    """Packages that stand with the cheapest use."""
    if main.amounts is None or main.deal is None:
        return None
    every = told.uses.standing(main.amounts)
    deals = main.deal[None, :] if every is None else every
    counted = [int(p) for p in told.uses.model.counted]
    added = main.amounts @ told.uses.levers.effects
    totals = told.uses.model.totals(deals[:most]) + added
    rows: list[tuple[Cell, ...]] = [
        (told.words.deal(int(o) for o in deal), *(told.words.points(int(t[p])) for p in counted))
        for deal, t in zip(deals[:most], totals, strict=True)
    ]
    return Table(
        "packages",
        "Packages that stand",
        ("package", *(told.words.tables.parties[p] for p in counted)),
        tuple(rows),
        "Points with the levers of the cheapest use added."
        + (" One of them; others may stand as well." if every is None else ""),
        max(0, deals.shape[0] - most),
    )


def curve_table(told: LeverWords, found: Answers) -> Table:
    """From nothing to unanimity."""
    vetoed = any(step.vetoed is not None for step in found.curve)
    rows: list[tuple[Cell, ...]] = []
    for step in found.curve:
        row: list[Cell] = [step.count, told.cost(step.any), told.use(step.any.amounts)]
        row[2] = _state(step.any) or row[2]
        if vetoed:
            row += [
                told.cost(step.vetoed),
                None
                if step.vetoed is None
                else _state(step.vetoed) or told.use(step.vetoed.amounts),
            ]
        rows.append(tuple(row))
    columns: tuple[str, ...] = ("accepting", "cost", "levers")
    if vetoed:
        columns += ("cost with every veto", "levers with every veto")
    everyone = int(told.uses.model.counted.size)
    return Table(
        "curve",
        "From nothing to unanimity: the cheapest way to have so many accept",
        columns,
        tuple(rows),
        f"Of {everyone} whose acceptance counts. Whether a deal stands depends on who they are; "
        "the answer above asks for every veto.",
    )


def _state(found: Cheapest) -> str | None:
    if found.cost is not None:
        return None if found.proven else "found, not proven to be the cheapest"
    return "not within reach" if found.proven else "none found, not proven"


def giver_table(told: LeverWords, found: Answers) -> Table | None:
    """What each giver can do alone."""
    if not found.givers:
        return None
    rows: list[tuple[Cell, ...]] = [
        (
            told.words.names[giver.party],
            giver.alone.found,
            told.cost(giver.alone),
            _state(giver.alone) or told.use(giver.alone.amounts),
            giver.without.found,
            told.cost(giver.without),
            _state(giver.without) or told.use(giver.without.amounts),
        )
        for giver in found.givers
    ]
    columns = (
        "giver", "opens a deal alone", "cost", "levers", "others can without it", "their cost",
        "their levers",
    )  # fmt: skip
    return Table("givers", "Who can do it alone", columns, tuple(rows))


def lever_table(told: LeverWords, found: Answers, most: int) -> Table | None:
    """Each lever and whether it is worth using."""
    rows: list[tuple[Cell, ...]] = []
    for one in found.worth:
        at = one.lever
        known = bool(told.table.cost_known[at])
        rows.append(
            (
                told.table.ids[at],
                told.giver(at),
                told.money(int(told.table.cost[at])) if known else None,
                int(told.table.cap[at]),
                one.units,
                told.cost(one.without),
                told.cost(one.with_it),
                verdict(told, found, one),
            )
        )
    if not rows:
        return None
    columns = (
        "lever", "giver", "cost of one", "units", "used", "cheapest without it",
        "cheapest with it", "is it worth using",
    )  # fmt: skip
    return Table(
        "levers", "The levers", columns, tuple(rows[:most]), left_out=max(0, len(rows) - most)
    )


def verdict(told: LeverWords, found: Answers, one: Worth) -> str:
    """Whether a lever is worth using, in a few words."""
    levers, counted = told.uses.levers, told.uses.model.counted
    if one.units:
        if one.without is not None and one.without.cost is None and one.without.proven:
            return "indispensable: no deal without it"
        return "in the cheapest use"
    if not told.table.cost_known[one.lever] and told.uses.priced:
        return "its cost is not known"
    if levers.cap[one.lever] == 0:
        return "there is no unit of it"
    if not (levers.effects[one.lever][counted] > 0).any():
        return "helps nobody whose acceptance counts"
    if one.instead_of:
        return f"in place of {', '.join(told.table.ids[at] for at in one.instead_of)}"
    if one.on_its_own:
        return "only where a giver acts alone or stays away"
    if one.never:
        if one.beaten_by is not None:
            return f"never: {told.table.ids[one.beaten_by]} gives as much for no more"
        return "never for a deal" if told.uses.deals is None else "never"
    if found.main.cost is None:
        return "opens no deal, alone or with the others"
    if not any(step.any.cost for step in found.curve) and not found.main.cost:
        return "not needed"
    if found.main.proven and one.with_it is not None and one.with_it.cost == found.main.cost:
        return "as good as the cheapest use" if found.main.cost else "free"
    if any(step.any.amounts is not None and step.any.amounts[one.lever] for step in found.curve):
        return "to win more than a deal needs"
    return "only to win more than a deal needs"


def party_table(told: LeverWords, main: Cheapest) -> Table | None:
    """Of a package that is wanted in full: who lacks what."""
    uses = told.uses
    if len(uses.fixed) < uses.model.n_issues or not uses.fixed:
        return None
    deal = np.array([uses.fixed[i] for i in range(uses.model.n_issues)], np.int64)
    totals, short = lacking(uses, deal)
    lost = set(told.lost(short))
    rows: list[tuple[Cell, ...]] = []
    for party in (int(p) for p in uses.model.counted):
        floor = int(uses.model.floors[party])
        added = 0 if main.amounts is None else int((main.amounts @ uses.levers.effects)[party])
        rows.append(
            (
                told.words.names[party],
                told.words.points(int(totals[party])),
                told.words.points(floor) if floor > NEVER else None,
                None
                if party in lost or floor <= NEVER
                else told.words.points(max(0, int(short[party]))),
                party in lost,
                told.words.points(added),
                party not in lost and int(short[party]) <= added,
            )
        )
    columns = (
        "party", "points", "asks for", "lacks", "red line broken", "levers add", "accepts then",
    )  # fmt: skip
    return Table(
        "parties",
        "The wanted package, party by party",
        columns,
        tuple(rows),
        "A broken red line is not made good by points.",
    )
