"""The probabilistic Condorcet election as a question to a case."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.base import Analysis, Cell, Table, solver
from detente.analyses.packages.wording import Words, listed
from detente.analyses.pressure.answers import (
    make_analysis,
    nothing_placed,
    open_case,
    placed_in_words,
    undisputed,
    warnings_of,
)
from detente.analyses.pressure.issue_on_a_scale import IssueOnAScale
from detente.analyses.pressure.place_in_words import in_points, nearest_option, rounded
from detente.case.case import Case
from detente.case.tables import Floats
from detente.maths.pressure.condorcet import FORMS, condorcet_election

SOURCE = "Wise, Lester and Efird 2015 (KAPSARC Toolkit for Behavioral Analysis)"
# Places named beside an issue, and rows that people read.
_FIRST, _LONG = 3, 40


@solver(
    name="condorcet-election",
    question="pressure",
    needs={"parties", "issues", "positions"},
    stochastic=False,
    source=SOURCE,
)
def condorcet(
    case: Case,
    *,
    form: str = "conditional",
    voting: str = "proportional",
    law: str = "linear",
) -> Analysis:
    """Give each place at which a party stands the probability that it prevails over the others.

    Parameters
    ----------
    case : Case
        Uses places on the scales of issues (0 to 100), salience and influence; what is taken
        where they are not given is as for the compromise.
    form : str
        Which form the answer is taken from; all are in the tables.
    voting, law : str
        How votes grow with what is at stake, and how chances grow with strength.

    Returns
    -------
    Analysis
        Tables ``expected`` and ``probabilities``.

    Raises
    ------
    UnsuitableCase
        If an entry of the case refers to what is not there.
    InputError
        If the form, the voting rule or the law is not known.

    References
    ----------
    B. Wise, L. Lester and B. Efird, An Introduction to the KAPSARC Toolkit for Behavioral
    Analysis (2015).
    """
    words, issues, left_out = open_case(case)
    parameters = {"form": form, "voting": voting, "law": law}
    # So that a wrong word is met also where no issue can be placed.
    condorcet_election([0.0], form=form, voting=voting, law=law)
    if not issues:
        answer = nothing_placed(words, left_out)
        return make_analysis(
            words, method="condorcet-election", source=SOURCE, parameters=parameters, answer=answer
        )
    made = [_elections(one, voting, law) for one in issues]
    chosen = FORMS.index(form)
    rows = {one.number: row for row, one in enumerate(issues)}

    def likeliest(one: IssueOnAScale) -> str:
        places, chances = made[rows[one.number]]
        if places.size == 1:
            return f"{in_points(places[0])} of 100, where all stand"
        best = int(np.argmax(chances[chosen]))
        expected = in_points(float(chances[chosen] @ places))
        return (
            f"{in_points(places[best])} of 100 with probability {chances[chosen][best]:.2g} "
            f"(expected: {expected})"
        )

    return make_analysis(
        words,
        method="condorcet-election",
        source=SOURCE,
        parameters=parameters,
        answer=f"The place that most probably prevails over all others is this. "
        f"{placed_in_words(words, issues, likeliest)}",
        tables=[
            _expected_table(words, issues, made, chosen),
            _probabilities_table(words, issues, made),
        ],
        warnings=warnings_of(words, issues, left_out),
        reasons=undisputed(words, issues),
    )


def _elections(one: IssueOnAScale, voting: str, law: str) -> tuple[Floats, Floats]:
    """Places, (m,), and their probabilities by form, (forms, m)."""
    found = [
        condorcet_election(one.position, one.weight, form=form, voting=voting, law=law)
        for form in FORMS
    ]
    there = ~np.isnan(found[0].places[0])
    return found[0].places[0][there], np.array([f.probability[0][there] for f in found])


def _expected_table(
    words: Words,
    issues: Sequence[IssueOnAScale],
    made: Sequence[tuple[Floats, Floats]],
    chosen: int,
) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for one, (places, chances) in zip(issues, made, strict=True):
        first = np.lexsort((places, -chances[chosen]))[:_FIRST]
        rows.append(
            (
                words.issues[one.number],
                *(rounded(float(row @ places)) for row in chances),
                rounded(one.settlement),
                ", ".join(f"{in_points(places[k])}: {chances[chosen][k]:.2f}" for k in first),
            )
        )
    return Table(
        "expected",
        "Where the election ends on the average, and the most probable places",
        ("issue", *FORMS, "compromise", f"most probable ({FORMS[chosen]})"),
        tuple(rows),
        "Conditional: a place beats each other one, given that one does. Markov: the share of time "
        "that a place holds if all challenge it as often (uniform) or as often as their supporters "
        "gain by it (incentive).",
    )


def _probabilities_table(
    words: Words, issues: Sequence[IssueOnAScale], made: Sequence[tuple[Floats, Floats]]
) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for one, (places, chances) in zip(issues, made, strict=True):
        for column, place in enumerate(places):
            there = [words.names[p] for p in one.parties[one.position == place]]
            rows.append(
                (
                    words.issues[one.number],
                    rounded(float(place)),
                    nearest_option(words.case, one.number, float(place)),
                    listed(there),
                    *(round(float(row[column]), 3) for row in chances),
                )
            )
    return Table(
        "probabilities",
        "How probable it is that each place prevails",
        ("issue", "place", "nearest option", "who stands there", *FORMS),
        tuple(rows),
        detail=len(rows) > _LONG,
    )
