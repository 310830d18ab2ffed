"""Nash's bargaining solution on the scale of each issue."""

from __future__ import annotations

from typing import Literal

import numpy as np

from detente.analyses.base import Analysis, Cell, Reason, Table, solver
from detente.analyses.packages.wording import Words, listed
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
from detente.analyses.pressure.place_in_words import in_points, nearest_option, rounded
from detente.case.case import Case
from detente.errors import InputError
from detente.maths.pressure.nash_on_a_scale import nash_at_a_level, nash_at_a_point

SOURCE = "Nash 1950; Harsanyi and Selten 1972"
Utility = Literal["linear", "quadratic"]


@solver(
    name="nash-on-a-scale",
    question="pressure",
    needs={"parties", "issues", "positions"},
    stochastic=False,
    source=SOURCE,
)
def nash(
    case: Case, *, utility: Utility = "linear", level: float = 0.0, equal_power: bool = False
) -> Analysis:
    """Place each issue at Nash's bargaining solution, against a level and the reference point.

    Parameters
    ----------
    case : Case
        Uses places on the scales of issues (0 to 100), salience, influence and the reference
        point; what counts where one is unknown is as for the method ``compromise``.
    utility : "linear" or "quadratic"
        How a party's utility falls with the distance from its place: 1 there, 0 a whole scale
        away.
    level : float
        Utility of having no agreement, below 1, for every party.
    equal_power : bool
        The symmetric solution; else influence times salience is bargaining power.

    Returns
    -------
    Analysis
        Table ``nash``: the place if no agreement is worth the level, and the place if the
        reference point held without agreement, with why there is none.

    Raises
    ------
    UnsuitableCase
        If an entry of the case refers to what is not there.
    InputError
        If the utility is none of the two or the level not below 1.

    References
    ----------
    J. F. Nash, The bargaining problem, Econometrica 18 (1950); J. C. Harsanyi and R. Selten, A
    generalized Nash solution for two-person bargaining games with incomplete information,
    Management Science 18 (1972), for unequal power.
    """
    if utility not in ("linear", "quadratic"):
        raise InputError(f"utility is linear or quadratic, not {utility!r}")
    if not (level < 1 and np.isfinite(level)):
        raise InputError(f"the level of having no agreement is a number below 1, not {level!r}")
    words, issues, left_out = open_case(case)
    parameters = {"utility": utility, "level": level, "equal_power": equal_power}
    if not issues:
        answer = nothing_placed(words, left_out)
        return make_analysis(
            words, method="nash-on-a-scale", source=SOURCE, parameters=parameters, answer=answer
        )
    rows: list[tuple[Cell, ...]] = []
    reasons = undisputed(words, issues)
    places: dict[int, str] = {}
    for one in issues:
        power = (one.weight > 0).astype(float) if equal_power else one.weight
        found = nash_at_a_level(one.position, power, level=level, utility=utility)
        beside = nash_at_a_point(one.position, power, one.reference, utility=utility)
        place, other = float(found.place), float(beside.place)
        known = bool(beside.known)
        rows.append(
            (
                words.issues[one.number],
                rounded(place),
                nearest_option(case, one.number, place) if found.feasible else None,
                rounded(one.reference),
                rounded(other) if known else None,
                "place" if beside.feasible else "no gain for all" if known else "not known",
                rounded(one.settlement),
            )
        )
        if not found.feasible:
            places[one.number] = "no place gives every party more than that"
        else:
            places[one.number] = place_in_a_sentence(words, one.number, place)
        if known and not beside.feasible:
            reasons.append(_no_gain(words, one))
    feasible = sum(row[5] == "place" for row in rows)
    known_points = sum(row[5] != "not known" for row in rows)
    answer = (
        f"If having no agreement were worth {level:g} to every party (1: all it wants, 0: a whole "
        "scale away), the product of gains is largest here. "
        + placed_in_words(words, issues, lambda one: places[one.number])
    )
    if known_points:
        answer += (
            f" Against what holds if the talks fail, {feasible} of {known_points} issues have a "
            "place where every party gains."
        )
    columns = ("issue", "at the level", "nearest option", "reference", "over the reference")
    note = (
        "No gain for all: parties stand on both sides of the reference point, or on it, so "
        "no place on this issue alone is better for each; a package across issues may be. Not "
        "known: the case has no reference point there."
    )
    return make_analysis(
        words,
        method="nash-on-a-scale",
        source=SOURCE,
        parameters=parameters,
        answer=answer,
        tables=[
            Table(
                "nash",
                "Nash's solution on each issue",
                (*columns, "which is", "compromise"),
                tuple(rows),
                note,
            )
        ],
        warnings=warnings_of(words, issues, left_out),
        reasons=reasons,
    )


def _no_gain(words: Words, one: IssueOnAScale) -> Reason:
    """Who stands where around a reference point that no place improves on for all."""
    counts = one.weight > 0
    sides = []
    for what, there in (
        ("below it", one.position < one.reference),
        ("on it", one.position == one.reference),
        ("above it", one.position > one.reference),
    ):
        names = [words.names[party] for party in one.parties[there & counts]]
        if names:
            shown = names if len(names) <= 3 else [*names[:2], f"{len(names) - 2} more"]
            sides.append(f"{listed(shown)} {what}")
    return Reason(
        f"{words.issues[one.number]}: no place is better for all than the reference point "
        f"{in_points(one.reference)}; {listed(sides)}",
        (f"issues[{one.number}]", "reference_point"),
    )
