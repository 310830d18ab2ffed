"""The question ``blocks``: why does no deal stand, and what is the least to give up."""

from __future__ import annotations

import numpy as np

from detente.analyses.base import Analysis, Cell, Table, solver
from detente.analyses.blocks.red_line_words import LineWords
from detente.analyses.blocks.sentences import answer_of, reasons_of, warnings_of
from detente.analyses.packages.model_of_case import model_of_case
from detente.analyses.packages.wording import Words, listed, number_of
from detente.case.case import Case
from detente.maths.blocks.blocks import Blocks
from detente.maths.blocks.costs import Costs, enumerated_costs, programmed_costs
from detente.maths.blocks.enumerated import (
    MOST_DEALS,
    TooManyChoices,
    all_deals,
    enumerate_blocks,
    nearest_deals,
)
from detente.maths.blocks.lines import Lines, lines_of, words_of
from detente.maths.blocks.searched import search_blocks
from detente.maths.packages.model import NEVER, Integers

SOURCE = "Liffiton & Sakallah 2008, Journal of Automated Reasoning 40; Murakami & Uno 2014"


@solver(
    name="blocking-sets",
    question="blocks",
    needs={"parties", "issues", "positions"},
    stochastic=False,
    source=SOURCE,
)
def blocks(case: Case, *, most: int = 40) -> Analysis:
    """Find the smallest sets of red lines that leave no deal, and the least to give up.

    Red lines are what parties refuse, their floors and conditions, and as a floor what each
    falls back on without a deal. Only those of parties whose acceptance can matter are looked
    at; where a quorum leaves a choice whom to win, every way is.

    Parameters
    ----------
    case : Case
        Uses issues, positions or utilities, red lines, alternatives and the rule of acceptance.
    most : int
        Sets and lines that a table shows at most.

    Returns
    -------
    Analysis
        Where no deal stands: tables ``relaxing`` (each row a smallest set of red lines whose
        giving up opens a deal), ``blocking`` (each a smallest set that leaves none) and
        ``lines``. Where deals stand: table ``costs``, what there would be without each line.

    Raises
    ------
    UnsuitableCase
        If the case lacks something or refers to what is not there.

    References
    ----------
    Liffiton & Sakallah (2008) for the two families and their duality; Bailey & Stuckey (2005)
    for finding each from the other; Murakami & Uno (2014) for the hitting sets.
    """
    model = model_of_case(case)
    words = Words(case, case.tables())
    lines = lines_of(model)
    told = LineWords(words, lines)
    small = model.n_deals <= MOST_DEALS
    deals = all_deals(model) if small else None
    found = _found(lines, deals)
    costs: Costs | None = None
    near: list[tuple[Integers, int | None]] = []
    if found.open:
        costs = _costs(lines, deals)
        tables = [_cost_table(told, costs, most)]
    else:
        near = [_near(lines, deals, found, at) for at in range(min(most, len(found.relaxing)))]
        tables = [
            _relaxing_table(told, found, near, most),
            _blocking_table(told, found, most),
            _line_table(told, found, most),
        ]
    complete = found.complete if costs is None else bool(costs.looked_at.all())
    return Analysis(
        question="blocks",
        method="blocking-sets",
        source=SOURCE,
        parameters={"most": most, "by": found.method},
        case_title=case.title,
        case_sha256=case.sha256,
        answer=answer_of(told, found, costs),
        # Where a table has no row, the answer says so.
        tables=tuple(table for table in tables if table.rows),
        complete=complete,
        bound=None if complete else float(found.least),
        warnings=tuple(warnings_of(told, found, complete)),
        reasons=tuple(reasons_of(told, found, near)),
    )


def _found(lines: Lines, deals: Integers | None) -> Blocks:
    if deals is not None:
        try:
            return enumerate_blocks(lines, deals)
        except TooManyChoices:
            pass
    return search_blocks(lines)


def _costs(lines: Lines, deals: Integers | None) -> Costs:
    if deals is None:
        return programmed_costs(lines)
    return enumerated_costs(lines, lines.model.totals(deals), words_of(lines.broken(deals)))


def _near(
    lines: Lines, deals: Integers | None, found: Blocks, at: int
) -> tuple[Integers, int | None]:
    if deals is None:
        return found.witness[at], None
    broken = words_of(lines.broken(deals))
    return nearest_deals(lines, found.relaxing[at], deals, broken)


def _parties(told: LineWords, members: tuple[int, ...]) -> str:
    holders = sorted({int(told.lines.holders[m]) for m in members})
    return listed([told.words.names[p] for p in holders])


def _relaxing_table(
    told: LineWords, found: Blocks, near: list[tuple[Integers, int | None]], most: int
) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for number, (members, (deal, count)) in enumerate(zip(found.relaxing, near, strict=False), 1):
        missing = told.lines.missing(deal[None, :])[0]
        short = [
            f"{told.id(m)} by {told.words.points(int(missing[m])):g}"
            for m in members
            if told.lines.floors[m] > NEVER
        ]
        rows.append(
            (
                number,
                _parties(told, members),
                ", ".join(told.id(m) for m in members),
                "; ".join(short) or None,
                count,
                told.words.deal(int(o) for o in deal),
            )
        )
    return Table(
        "relaxing",
        "The least to give up: each row alone opens a deal",
        ("set", "of", "red lines", "floors would fall", "packages then", "nearest package"),
        tuple(rows),
        "Fewer of the lines of a row open nothing. The nearest package asks for the fewest points "
        "below the floors named."
        + ("" if found.relaxing_complete else " There may be further sets."),
        len(found.relaxing) - len(rows),
    )


def _blocking_table(told: LineWords, found: Blocks, most: int) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (number, len(members), _parties(told, members), ", ".join(told.id(m) for m in members))
        for number, members in enumerate(found.blocking[:most], 1)
    ]
    return Table(
        "blocking",
        "What blocks: the lines of each row leave no package",
        ("set", "lines", "of", "red lines"),
        tuple(rows),
        "Without any one line of a row the others of that row would leave packages."
        + ("" if found.blocking_complete else " There may be further sets."),
        len(found.blocking) - len(rows),
    )


def _line_table(told: LineWords, found: Blocks, most: int) -> Table:
    size = len(told.lines)
    blocking = np.zeros(size, int)
    relaxing = np.zeros(size, int)
    for sets, counts in ((found.blocking, blocking), (found.relaxing, relaxing)):
        for members in sets:
            counts[list(members)] += 1
    alone = {members[0] for members in found.relaxing if len(members) == 1}
    used = [i for i in range(size) if blocking[i] or relaxing[i]]
    used.sort(key=lambda i: (i not in alone, -blocking[i], i))
    rows: list[tuple[Cell, ...]] = [
        (
            told.id(i),
            told.party(i),
            told.asks(i),
            i in alone,
            int(blocking[i]),
            int(relaxing[i]),
            ", ".join(told.evidence(i)) or None,
        )
        for i in used[:most]
    ]
    columns = (
        "red line", "party", "asks", "opens a deal alone", "blocking sets", "relaxing sets",
        "evidence",
    )  # fmt: skip
    idle = size - len(used)
    note = (
        f"In no set, and so blocking nothing: {number_of(idle, 'more red line')}." if idle else ""
    )
    return Table(
        "lines", "The red lines in these sets", columns, tuple(rows), note, len(used) - len(rows)
    )


def _cost_table(told: LineWords, costs: Costs, most: int) -> Table:
    lines, words = told.lines, told.words
    parties = [int(p) for p in np.flatnonzero(lines.rule.counted)]
    more = costs.without - costs.best
    more[(costs.without == NEVER) | (costs.best == NEVER)] = 0
    more[np.arange(len(lines)), lines.holders] = 0
    opened = (
        np.zeros(len(lines), np.int64)
        if costs.deals_without is None or costs.deals is None
        else costs.deals_without - costs.deals
    )
    binding = [i for i in range(len(lines)) if opened[i] or more[i].any()]
    binding.sort(key=lambda i: (-int(more[i][parties].sum()), -int(opened[i]), i))
    rows: list[tuple[Cell, ...]] = [
        (
            told.id(i),
            told.party(i),
            told.asks(i),
            None if costs.deals is None else int(opened[i]),
            *(None if p == lines.holders[i] else words.points(int(more[i, p])) for p in parties),
            ", ".join(told.evidence(i)) or None,
        )
        for i in binding[:most]
    ]
    idle = [told.id(i) for i in range(len(lines)) if i not in set(binding) and costs.looked_at[i]]
    note = "Points: how much better each party's best package would be without the line."
    if idle:
        note += f" Given up alone, these change nothing: {', '.join(idle)}."
    return Table(
        "costs",
        "Which red lines bind, and what each costs the others",
        (
            "red line", "party", "asks", "packages more",
            *(f"points for {words.tables.parties[p]}" for p in parties), "evidence",
        ),
        tuple(rows),
        note,
        len(binding) - len(rows),
    )  # fmt: skip
