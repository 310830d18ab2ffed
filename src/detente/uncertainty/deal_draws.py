"""Draws of a case as draws of its deals, for packages, blocks and levers."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

import numpy as np

from detente.case.tables import Tables
from detente.maths.packages.drawn_deals import DealDraws
from detente.maths.packages.model import NEVER, Booleans, Condition, PackageModel
from detente.uncertainty.drawn_tables import DrawnTables


def deal_draws(drawn: DrawnTables, keep: Container[int] | None = None) -> DealDraws:
    """The deals of every draw.

    With ``keep`` only these red lines hold: numbers of the model's lines (refusals, floors,
    conditions in the order of the case), and beyond them of each party's alternative.
    """
    base = drawn.base
    refusals, floors = len(base.refusals), len(base.floors)
    lines = refusals + floors + len(base.conditions)
    kept = np.array([keep is None or n in keep for n in range(lines + len(base.parties))], bool)
    asked = base.has_alternative & kept[lines:]
    least = np.where(asked, drawn.alternative, NEVER).astype(np.int64)
    for at, line in enumerate(base.floors):
        if kept[refusals + at]:
            least[:, line.party] = np.maximum(least[:, line.party], drawn.floors[:, at])
    return DealDraws(
        points=drawn.points,
        pairs=[(p.issues, table) for p, table in zip(base.pairs, drawn.pairs, strict=True)],
        floors=least,
        origin=drawn.alternative,
        refusals=[
            (r.party, r.issue, drawn.refused[at]) for at, r in enumerate(base.refusals) if kept[at]
        ],
        conditions=[
            Condition(c.party, c.issues, c.when, c.then)
            for at, c in enumerate(base.conditions)
            if kept[refusals + floors + at]
        ],
        voters=base.voters,
        vetoes=base.vetoes,
        quorum=base.quorum,
        scale=drawn.scale,
    )


def some_of(draws: DealDraws, which: Booleans) -> DealDraws:
    """Some of the draws."""
    return replace(
        draws,
        points=[table[which] for table in draws.points],
        pairs=[(between, table[which]) for between, table in draws.pairs],
        floors=draws.floors[which],
        origin=draws.origin[which],
        refusals=[(party, issue, table[which]) for party, issue, table in draws.refusals],
    )


def tables_of(drawn: DrawnTables, at: int) -> Tables:
    """One draw as the tables of a case."""
    base = drawn.base
    return replace(
        base,
        scale=drawn.scale,
        position=drawn.position[at],
        salience=drawn.salience[at],
        influence=drawn.influence[at],
        points=tuple(table[at] for table in drawn.points),
        alternative=drawn.alternative[at],
        refusals=tuple(
            replace(r, refused=table[at])
            for r, table in zip(base.refusals, drawn.refused, strict=True)
        ),
        floors=tuple(
            replace(f, points=int(drawn.floors[at, n])) for n, f in enumerate(base.floors)
        ),
        pairs=tuple(
            replace(p, points=table[at]) for p, table in zip(base.pairs, drawn.pairs, strict=True)
        ),
        levers=replace(
            base.levers, effects=drawn.effects[at], cost=drawn.cost[at], cap=drawn.cap[at]
        ),
    )


def model_at(drawn: DrawnTables, at: int) -> PackageModel:
    """One draw as a model of packages, with red lines in the order of the case's."""
    from detente.analyses.packages.model_of_case import model_of_tables

    return model_of_tables(tables_of(drawn, at))
