"""The question ``levers``: what would have to be added so that a deal stands."""

from __future__ import annotations

from detente.analyses.base import Analysis, Table, solver
from detente.analyses.levers.answers import answers_of
from detente.analyses.levers.cost_curve import cost_curve
from detente.analyses.levers.lever_tables import (
    curve_table,
    giver_table,
    lever_table,
    package_table,
    party_table,
    use_table,
)
from detente.analyses.levers.lever_words import LeverWords
from detente.analyses.levers.sentences import answer_of, reasons_of, warnings_of
from detente.analyses.levers.uses import Uses, levers_of
from detente.analyses.levers.wanted import wanted_options
from detente.analyses.packages.model_of_case import model_of_case
from detente.analyses.packages.wording import Words
from detente.case.case import Case

SOURCE = "mixed-integer programming (Huangfu & Hall 2018, HiGHS) and enumeration; two levels: \
Putnam 1988"


@solver(
    name="cheapest-levers",
    question="levers",
    needs={"parties", "issues", "positions"},
    stochastic=False,
    source=SOURCE,
)
def levers(case: Case, *, want: str | None = None, most: int = 20) -> Analysis:
    """Find the cheapest levers and transfers that make some deal stand.

    Measures are used whole or not at all, transfers by whole units up to their cap. Levers add
    points; a red line that a package breaks is not bought with points. A deal stands if every
    veto player and ratifier accepts it, and enough voters.

    Parameters
    ----------
    case : Case
        Uses issues, positions or utilities, red lines, alternatives, levers and the rule of
        acceptance. Costs are in the case's own currency.
    want : str, optional
        ``issue=option, ...``: the deal is to have these options; the other issues are free.
    most : int
        Rows that a table shows at most.

    Returns
    -------
    Analysis
        Tables ``use`` (the cheapest use, with those that cost the same), ``packages``,
        ``curve`` (the cheapest cost for each number of parties that accept), ``givers`` (what
        each can do alone, and the others without it), ``levers`` and, for a wanted package that
        is fixed on every issue, ``parties``.

    Raises
    ------
    UnsuitableCase
        If the case lacks something or refers to what is not there.
    InputError
        If the wanted package has an issue or option that is not there.
    """
    tables = case.tables()
    model = model_of_case(case)
    fixed = {} if want is None else wanted_options(tables, want)
    words = Words(case, tables)
    known = tables.levers.cost_known
    priced = bool(known.any()) or not known.size
    uses = Uses(model, levers_of(tables.levers, priced=priced), fixed, priced)
    found = answers_of(uses, tables.levers)
    told = LeverWords(words, uses)
    fewest = None
    if priced and not known.all():
        counted = Uses(model, levers_of(tables.levers, priced=False), fixed, priced=False)
        fewest = counted.cheapest(counted.goal, ties=True)
    made: list[Table | None] = [
        use_table(told, found.main),
        package_table(told, found.main, most),
        curve_table(told, found),
        giver_table(told, found),
        lever_table(told, found, most),
        party_table(told, found.main),
    ]
    figure = cost_curve(told, found)
    return Analysis(
        question="levers",
        method="cheapest-levers",
        source=SOURCE,
        parameters={"want": want, "most": most, "by": found.main.method},
        case_title=case.title,
        case_sha256=case.sha256,
        answer=answer_of(told, found, fewest),
        tables=tuple(t for t in made if t is not None and t.rows),
        complete=found.proven,
        bound=None if found.main.proven else told.money(found.main.bound),
        gap=(
            None
            if found.main.proven or found.main.cost is None
            else told.money(found.main.cost - found.main.bound)
        ),
        warnings=tuple(warnings_of(told, found)),
        reasons=tuple(reasons_of(told, found, fewest)),
        figures=() if figure is None else (figure,),
    )
