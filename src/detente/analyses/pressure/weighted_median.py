"""The weighted median of each issue."""

from __future__ import annotations

from detente.analyses.base import Analysis, Cell, Table, solver
from detente.analyses.packages.wording import Words
from detente.analyses.pressure.answers import (
    make_analysis,
    nothing_placed,
    open_case,
    place_in_a_sentence,
    placed_in_words,
    undisputed,
    warnings_of,
)
from detente.analyses.pressure.issue_on_a_scale import IssueOnAScale
from detente.analyses.pressure.one_shot import one_shot
from detente.analyses.pressure.place_in_words import nearest_option, rounded
from detente.analyses.pressure.settlement_tables import lock_sentences
from detente.case.case import Case
from detente.maths.pressure.weighted_median import Median, weighted_median

SOURCE = "Black 1948"


@solver(
    name="weighted-median",
    question="pressure",
    needs={"parties", "issues", "positions"},
    stochastic=False,
    source=SOURCE,
)
def median(case: Case) -> Analysis:
    """Place each issue at the weighted median, which no majority of weight would leave.

    Parameters
    ----------
    case : Case
        Uses places on the scales of issues (0 to 100), salience and influence; what counts where
        one is unknown is as for the method ``compromise``.

    Returns
    -------
    Analysis
        Tables ``medians`` (where exactly half the weight lies on each side, lower and upper
        differ, and any place between does as well) and ``movers`` (who could move it).

    Raises
    ------
    UnsuitableCase
        If an entry of the case refers to what is not there.

    References
    ----------
    D. Black, On the rationale of group decision-making, Journal of Political Economy 56 (1948).
    """
    words, issues, left_out = open_case(case)
    if not issues:
        answer = nothing_placed(words, left_out)
        return make_analysis(
            words, method="weighted-median", source=SOURCE, parameters={}, answer=answer
        )
    found = [one_shot(one) for one in issues]
    by_number = {one.number: by.median for one, by in zip(issues, found, strict=True)}

    def place(one: IssueOnAScale) -> str:
        here = by_number[one.number]
        low = place_in_a_sentence(words, one.number, float(here.lower))
        if not here.tied:
            return low
        high = place_in_a_sentence(words, one.number, float(here.upper))
        return f"anywhere from {low} to {high}"

    warnings = warnings_of(words, issues, left_out) + lock_sentences(words, issues, found)
    movers = tuple(
        (words.issues[one.number], words.names[one.parties[row]], rounded(one.position[row]))
        for one, by in zip(issues, found, strict=True)
        for row in range(one.parties.size)
        if not by.locked[row]
    )
    return make_analysis(
        words,
        method="weighted-median",
        source=SOURCE,
        parameters={},
        answer="No majority of weight (influence times salience) would leave these places for "
        f"another. {placed_in_words(words, issues, place)}",
        tables=[
            _medians(words, issues, [by.median for by in found]),
            Table(
                "movers",
                "Who, moving alone, could move the median",
                ("issue", "party", "place"),
                movers,
                "" if movers else "Nobody, on any issue.",
            ),
        ],
        warnings=warnings,
        reasons=undisputed(words, issues),
    )


def _medians(words: Words, issues: list[IssueOnAScale], found: list[Median]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for one, weighted in zip(issues, found, strict=True):
        plain = weighted_median(one.position)
        salient = weighted_median(one.position, one.salience)
        rows.append(
            (
                words.issues[one.number],
                rounded(float(weighted.lower)),
                rounded(float(weighted.upper)),
                nearest_option(words.case, one.number, float(weighted.midpoint)),
                rounded(float(salient.midpoint)),
                rounded(float(plain.midpoint)),
            )
        )
    columns = ("issue", "lower", "upper", "nearest option", "by salience", "unweighted")
    note = (
        "Lower and upper differ where exactly half the weight lies on each side; then the option "
        "nearest to the middle is named, and the last two columns show the middle too."
    )
    return Table("medians", "The weighted median of each issue", columns, tuple(rows), note)
