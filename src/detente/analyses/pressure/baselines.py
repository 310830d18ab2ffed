"""Forecasts that take no model: what any other has to beat."""

from __future__ import annotations

import numpy as np

from detente.analyses.base import Analysis, Cell, Table, solver
from detente.analyses.pressure.answers import (
    make_analysis,
    nothing_placed,
    open_case,
    undisputed,
    warnings_of,
)
from detente.analyses.pressure.place_in_words import rounded, span
from detente.case.case import Case
from detente.maths.pressure.baselines import constant, midrange, plurality
from detente.maths.pressure.compromise import weighted_mean

SOURCE = "baselines of Achen 2006, in The European Union Decides"


@solver(
    name="scale-baselines",
    question="pressure",
    needs={"parties", "issues", "positions"},
    stochastic=False,
    source=SOURCE,
)
def baselines(case: Case) -> Analysis:
    """Place each issue by rules of thumb that any model has to beat.

    Parameters
    ----------
    case : Case
        Uses places on the scales of issues (0 to 100), salience and influence; what counts where
        one is unknown is as for the method ``compromise``.

    Returns
    -------
    Analysis
        Table ``baselines``: the middle of the scale, the middle between the outermost parties,
        the place with the most weight behind it, the mean of all parties alike.

    Raises
    ------
    UnsuitableCase
        If an entry of the case refers to what is not there.
    """
    words, issues, left_out = open_case(case)
    if not issues:
        answer = nothing_placed(words, left_out)
        return make_analysis(
            words, method="scale-baselines", source=SOURCE, parameters={}, answer=answer
        )
    rows: list[tuple[Cell, ...]] = []
    for one in issues:
        most = plurality(one.position, one.weight)
        rows.append(
            (
                words.issues[one.number],
                rounded(float(constant(one.position))),
                rounded(float(midrange(one.position, one.weight))),
                span(float(most.lower), float(most.upper)),
                rounded(float(weighted_mean(one.position))),
                rounded(one.settlement),
            )
        )
    apart = [abs(one.settlement - float(midrange(one.position, one.weight))) for one in issues]
    furthest = issues[int(np.argmax(apart))]
    answer = (
        "These are no models but what a model has to beat: the middle of the scale, the middle "
        "between the outermost parties, the place with the most weight, the plain mean. The "
        f"compromise is furthest from the middle between the parties on "
        f"{words.issues[furthest.number]}: {max(apart):.3g} points."
    )
    columns = ("issue", "constant", "midrange", "plurality", "plain mean", "compromise")
    note = (
        "Plurality: from the least to the greatest place where several have the same weight behind "
        "them. A party without weight counts in the plain mean only."
    )
    return make_analysis(
        words,
        method="scale-baselines",
        source=SOURCE,
        parameters={},
        answer=answer,
        tables=[Table("baselines", "Rules of thumb", columns, tuple(rows), note)],
        warnings=warnings_of(words, issues, left_out),
        reasons=undisputed(words, issues),
    )
