"""The answer where no package stands: who rules out what, and what comes closest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from detente.analyses.base import Cell, Figure, Reason, Table
from detente.analyses.packages.acceptable import Acceptable
from detente.analyses.packages.figure import Bars, bars_figure
from detente.analyses.packages.what_matters import break_even_table, pivotal_table
from detente.analyses.packages.wording import Words, listed, number_of
from detente.maths.packages.choice import Room
from detente.maths.packages.leximin import leximin
from detente.maths.packages.model import NEVER, PackageModel
from detente.maths.packages.settle import CANNOT_TELL


def nothing_stands(
    model: PackageModel, words: Words, found: Acceptable
) -> tuple[str, list[Table], list[Reason]]:
    """Answer, tables and reasons."""
    parties = model.counted.tolist()
    reasons: list[Reason] = []
    closed = [p for p, count in zip(parties, found.alone, strict=True) if count == 0]
    for party in closed:
        name = words.names[party]
        text = (
            f"{name} accepts no package at all: what it asks for in points and its red lines "
            "cannot be met together."
        )
        reasons.append(
            Reason(text, words.about_party(party), {"closed": words.tables.parties[party]})
        )
    if not model.n_issues:
        return "There is nothing to settle: the case has no issues.", [], reasons
    if int(model.voters.sum()) < model.quorum:
        voters = number_of(int(model.voters.sum()), "voter")
        text = f"The quorum of {model.quorum} cannot be reached: {voters}."
        reasons.append(Reason(text, ("acceptance.quorum",)))
    if int(model.voters.sum()) < model.quorum:
        answer = (
            f"No package stands whatever it says: the rule asks for {model.quorum} who accept, "
            f"and there are {number_of(int(model.voters.sum()), 'voter')}."
        )
    elif model.n_deals == 1:
        answer = "There is only one package, and it does not stand: every issue has one option."
    elif closed:
        answer = (
            f"No package stands: {listed([words.names[p] for p in closed])} would accept none of "
            f"the {model.n_deals:,}, whatever the others do."
        )
    else:
        answer = (
            f"No package stands: of {model.n_deals:,}, none is acceptable to every veto player "
            "and enough others. The question blocks shows which red lines stand against each "
            "other."
        )
    tables = [_closest(model, words)]
    for make in (break_even_table, pivotal_table):
        try:
            table, told = make(model, words)
        except CANNOT_TELL:
            continue
        tables.append(table)
        reasons += told
    return answer, tables, reasons


def _closest(model: PackageModel, words: Words) -> Table:
    """The package that leaves the worst off least below what it asks for, red lines aside."""
    asks = np.where(model.floors <= NEVER // 2, model.alternative, model.floors)
    room = Room(replace(model, alternative=asks), "any")
    chosen = leximin(room)
    columns = [words.names[party] for party in room.parties]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (words.deal(deal), *words.row(totals[room.parties] - room.base))
        for deal, totals in list(zip(chosen.deals.tolist(), chosen.totals, strict=True))[:5]
    )
    return Table(
        "closest",
        "Closest in points, other red lines aside: above (+) or below (-) what each asks for",
        ("package", *columns),
        rows,
        chosen.note,
        max(0, chosen.deals.shape[0] - 5),
    )


def closest_figure(words: Words, tables: Sequence[Table]) -> Figure | None:
    """What the packages that come closest give above or below what each party asks for."""
    table = next((t for t in tables if t.name == "closest"), None)
    if table is None:
        return None
    groups = []
    for package, *gains in table.rows:
        numbers = [gain for gain in gains if isinstance(gain, int | float)]
        groups.append(Bars("Closest in points; it breaks other red lines", str(package), numbers))
    return bars_figure(
        f"{words.case.title}: what comes closest, by party",
        table.columns[1:],
        groups,
        table="closest",
        above="would have above what it asks for",
    )
