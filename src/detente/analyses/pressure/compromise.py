"""The headline of the question ``pressure``: the compromise mean, with all else beside it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.base import Analysis, Table, solver
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
from detente.analyses.pressure.challenge_forecast import ChallengeForecast, challenge_forecast
from detente.analyses.pressure.figure import scales_figure
from detente.analyses.pressure.issue_on_a_scale import IssueOnAScale
from detente.analyses.pressure.one_shot import one_shot
from detente.analyses.pressure.persuading import (
    persuading_table,
    wanted_places,
    wanted_sentence,
    wanted_table,
)
from detente.analyses.pressure.settlement_interval import Outlook, outlooks
from detente.analyses.pressure.settlement_tables import (
    ends_table,
    exact_table,
    lock_sentences,
    methods_table,
    party_tables,
    places_table,
    settlement_table,
)
from detente.case.case import Case

SOURCE = "Van den Bos 1991; Achen 2006"


@solver(
    name="compromise",
    question="pressure",
    needs={"parties", "issues", "positions"},
    stochastic=False,
    source=SOURCE,
    headline=True,
)
def compromise(case: Case, *, want: str | None = None) -> Analysis:
    """Place each issue at the mean of positions, weighted by influence and salience.

    Parameters
    ----------
    case : Case
        Uses places on the scales of issues (0 to 100), salience, influence and the reference
        point. A party without a place on an issue has no pull there; a position without salience
        counts with 50; a party without influence with the mean of the others, and if none has
        one, all count alike.
    want : str, optional
        ``issue=place, ...``: where each party alone would have to stand to bring the settlement
        there. A place is a number or an option.

    Returns
    -------
    Analysis
        Tables ``settlement`` (with intervals), ``places`` (in units and options), ``wanted``,
        ``methods`` (the other methods beside it), ``persuading``, ``scales``, ``parties on
        ISSUE`` for each issue, and ``exact``.

    Raises
    ------
    UnsuitableCase
        If an entry of the case refers to what is not there.
    InputError
        If a wanted place names an issue or option that is not there, or lies off the scale.

    References
    ----------
    J. Van den Bos, Dutch EC Policy Making (1991); C. H. Achen, Institutional realism and
    bargaining models, in R. Thomson et al. (eds), The European Union Decides (2006).
    """
    words, issues, left_out = open_case(case)
    wanted = {} if want is None else wanted_places(words.tables, want)
    parameters = {"want": want}
    if not issues:
        answer = nothing_placed(words, left_out)
        return make_analysis(
            words, method="compromise", source=SOURCE, parameters=parameters, answer=answer
        )
    found = [one_shot(one) for one in issues]
    ahead = outlooks(issues)
    challenge = _challenge(issues, len(words.names))
    tables: list[Table | None] = [
        settlement_table(words, issues, ahead),
        places_table(words, issues),
        wanted_table(words, issues, wanted) if wanted else None,
        methods_table(words, issues, found, challenge),
        persuading_table(words, issues, found),
        ends_table(words, issues),
        *party_tables(words, issues),
        exact_table(words, issues, found, ahead, challenge),
    ]
    warnings = warnings_of(words, issues, left_out) + lock_sentences(words, issues, found)
    return make_analysis(
        words,
        method="compromise",
        source=SOURCE,
        parameters=parameters,
        answer=_answer(words, issues, ahead, wanted),
        tables=tables,
        warnings=warnings,
        reasons=undisputed(words, issues),
        figures=scales_figure(words, issues, found, ahead),
    )


def _challenge(issues: Sequence[IssueOnAScale], n_parties: int) -> ChallengeForecast:
    """Where the challenge model ends on the issues, by its preset reading."""
    position, influence, salience = np.full((3, len(issues), n_parties), np.nan)
    for row, one in enumerate(issues):
        position[row, one.parties] = one.position
        influence[row, one.parties] = one.influence
        salience[row, one.parties] = one.salience
    return challenge_forecast(position, influence, salience)


def _weights(issues: Sequence[IssueOnAScale]) -> str:
    influence = any(one.influence_known.any() for one in issues)
    salience = any(one.salience_known.any() for one in issues)
    if not influence and not salience:
        return "With all parties counted alike"
    named = [word for word, known in (("influence", influence), ("salience", salience)) if known]
    return f"Weighted by {' and '.join(named)}"


def _answer(
    words: Words,
    issues: Sequence[IssueOnAScale],
    ahead: Sequence[Outlook | None],
    wanted: dict[int, float],
) -> str:
    if wanted:
        told = [
            wanted_sentence(words, one, wanted[one.number])
            for one in issues
            if one.number in wanted
        ]
        silent = [words.issues[n] for n in wanted if all(one.number != n for one in issues)]
        told += [f"{name} cannot be placed." for name in silent]
        return " ".join(told)
    eighty = {
        one.number: may.eighty for one, may in zip(issues, ahead, strict=True) if may is not None
    }
    places = placed_in_words(
        words,
        issues,
        lambda one: place_in_a_sentence(words, one.number, one.settlement, eighty.get(one.number)),
    )
    text = f"{_weights(issues)}, the parties' positions balance here. {places}"
    if eighty:
        text += (
            " The intervals were learned from decisions of the European Union and may not carry "
            "over."
        )
    return text
