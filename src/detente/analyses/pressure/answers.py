"""What the answers of every one-shot method share: what was taken for unknown, what is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from detente.analyses.base import Analysis, Figure, Reason, Table
from detente.analyses.packages.wording import Words, listed, number_of
from detente.analyses.pressure.issue_on_a_scale import IssueOnAScale, issues_on_scales
from detente.analyses.pressure.place_in_words import (
    in_its_unit,
    in_points,
    nearest_option,
    span,
)
from detente.case.case import Case

# Issues that a sentence names; the table has the others.
_MOST = 5


def open_case(case: Case) -> tuple[Words, list[IssueOnAScale], dict[int, str]]:
    """A case in words, its issues on scales, and why others are on none.

    Raises
    ------
    detente.errors.UnsuitableCase
        If an entry of the case refers to what is not there.
    """
    issues, left_out = issues_on_scales(case)
    return Words(case, case.tables()), issues, left_out


def nothing_placed(words: Words, left_out: Mapping[int, str]) -> str:
    """The answer where no issue can be placed."""
    every = listed([f"{words.issues[number]}: {why}" for number, why in left_out.items()])
    return f"No issue can be placed, so there is no pressure to weigh up. {every}."


def place_in_a_sentence(
    words: Words, number: int, place: float, eighty: tuple[float, float] | None = None
) -> str:
    """``62 of 100 (80 % interval 40–70; 114 km²; nearest option: half)``."""
    near = nearest_option(words.case, number, place)
    told = [
        eighty and f"80 % interval {span(*eighty)}",
        in_its_unit(words.case, number, place),
        near and f"nearest option: {near}",
    ]
    inside = "; ".join(part for part in told if part)
    return f"{in_points(place)} of 100" + (f" ({inside})" if inside else "")


def placed_in_words(
    words: Words,
    issues: Sequence[IssueOnAScale],
    place_of: Callable[[IssueOnAScale], str],
) -> str:
    """Issues with their places in a sentence: all, or the most disputed where there are many."""
    chosen = list(issues)
    if len(chosen) > _MOST:
        chosen.sort(key=lambda one: (-_dispute(one), one.number))
        chosen = sorted(chosen[:_MOST], key=lambda one: one.number)
    told = "; ".join(f"{words.issues[one.number]}: {place_of(one)}" for one in chosen)
    if len(chosen) < len(issues):
        return f"The {len(chosen)} most disputed of {len(issues)} issues: {told}."
    return f"{told}."


def _dispute(one: IssueOnAScale) -> float:
    """Weighted variance of the places."""
    share = one.weight / one.weight.sum()
    return float(share @ (one.position - one.settlement) ** 2)


def undisputed(words: Words, issues: Sequence[IssueOnAScale]) -> list[Reason]:
    """Issues on which nothing pulls against anything."""
    told = []
    for one in issues:
        name, about = words.issues[one.number], (f"issues[{one.number}]",)
        pulling = one.parties[one.weight > 0]
        if one.parties.size == 1:
            party = words.names[one.parties[0]]
            text = f"{name}: only {party} has a place on it, so nothing pulls the other way"
        elif pulling.size == 1:
            party = words.names[pulling[0]]
            text = f"{name}: only {party} has weight on it, so nothing pulls the other way"
        elif np.ptp(one.position) == 0:
            place = in_points(one.position[0])
            text = f"{name}: all {one.parties.size} parties stand at {place}; nothing is in dispute"
        else:
            continue
        told.append(Reason(text, about))
    return told


def warnings_of(
    words: Words, issues: Sequence[IssueOnAScale], left_out: Mapping[int, str]
) -> list[str]:
    """What the case does not say, and what was taken in its stead."""
    told = []
    if not any(one.influence_known.any() for one in issues):
        told.append("no influence is given: all parties count alike (add influence to parties)")
    else:
        bare = {
            words.names[party]: None
            for one in issues
            for party in one.parties[~one.influence_known]
        }
        if bare:
            told.append(
                f"no influence is given for {listed(list(bare))}: the mean of the others is taken"
            )
    silent = [
        f"{words.issues[one.number]}: "
        + (
            "nobody's is given"
            if not one.salience_known.any()
            else listed([words.names[party] for party in one.parties[~one.salience_known]])
        )
        for one in issues
        if not one.salience_known.all()
    ]
    if silent[_MOST:]:
        silent[_MOST:] = [f"and on {number_of(len(silent) - _MOST, 'other issue')}"]
    if silent:
        told.append(
            "where a position has no salience, 50 is taken, the middle of its scale; "
            + "; ".join(silent)
        )
    for number, why in left_out.items():
        told.append(f"{words.issues[number]} is left out: {why}")
    return told


def make_analysis(
    words: Words,
    *,
    method: str,
    source: str,
    parameters: Mapping[str, Any],
    answer: str,
    tables: Sequence[Table | None] = (),
    warnings: Sequence[str] = (),
    reasons: Sequence[Reason] = (),
    figures: Sequence[Figure] = (),
) -> Analysis:
    """An analysis of the question ``pressure``."""
    return Analysis(
        question="pressure",
        method=method,
        source=source,
        parameters=parameters,
        case_title=words.case.title,
        case_sha256=words.case.sha256,
        answer=answer,
        tables=tuple(table for table in tables if table is not None),
        warnings=tuple(warnings),
        reasons=tuple(reasons),
        figures=tuple(figures),
    )
