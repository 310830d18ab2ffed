"""The solver of the question ``packages``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from detente.analyses.base import Analysis, Figure, Reason, Table, solver
from detente.analyses.packages.acceptable import (
    Acceptable,
    acceptable,
    acceptance_table,
    sample_table,
)
from detente.analyses.packages.efficient import efficient_table
from detente.analyses.packages.figure import gains_figure
from detente.analyses.packages.model_of_case import model_of_case
from detente.analyses.packages.nothing_stands import closest_figure, nothing_stands
from detente.analyses.packages.one_package import one_package
from detente.analyses.packages.points_of_agreement import (
    bargaining_points,
    gains_table,
    points_table,
    proof_table,
    whole_weights,
)
from detente.analyses.packages.what_matters import (
    break_even_table,
    logrolling_table,
    pivotal_table,
)
from detente.analyses.packages.wording import Words, listed, number_of, percent, share
from detente.case.case import Case
from detente.errors import InputError
from detente.maths.packages.choice import Among, Chosen, Room
from detente.maths.packages.logrolling import logrolling
from detente.maths.packages.model import PackageModel
from detente.maths.packages.settle import CANNOT_TELL
from detente.maths.packages.variations import any_stands, unanimous

SOURCE = "Nash 1950; Kalai and Smorodinsky 1975; Kalai 1977; Raiffa 1982"


@solver(
    name="packages",
    question="packages",
    needs={"parties", "issues", "positions"},
    stochastic=False,
    source=SOURCE,
)
def packages(
    case: Case,
    *,
    power: Mapping[str, float | int | str] | None = None,
    mediator: Mapping[str, float | int | str] | None = None,
    deal: str | None = None,
) -> Analysis:
    """Find which packages are acceptable, and which are best in which sense of best.

    Parameters
    ----------
    case : Case
        Uses issues, positions with salience or utility tables, alternatives, red lines, links
        between issues and the rule of acceptance. Points of a party are its own unit.
    power : mapping of party to number, optional
        Bargaining power for the weighted Nash solution; 1 for those not named.
    mediator : mapping of party to number, optional
        A mediator's own weights for the sum of points; 0 for those not named.
    deal : str, optional
        ``issue=option, ...`` for every issue: only this package is looked at, for what it is
        worth to each party, who accepts it and which red lines it breaks.

    Returns
    -------
    Analysis
        Best packages are looked for among those that everyone accepts whose acceptance counts;
        if there are none, among those that stand under the rule; if none stand, the answer says
        what comes closest.

    Raises
    ------
    UnsuitableCase
        If the case refers to something that is not there.
    InputError
        If weights name a stranger or are not positive, or the deal has an issue or option that
        is not there, leaves an issue out, or is given together with weights.

    References
    ----------
    J. F. Nash, Econometrica 18 (1950); E. Kalai and M. Smorodinsky, Econometrica 43 (1975);
    E. Kalai, Econometrica 45 (1977); H. Raiffa, The Art and Science of Negotiation (1982), for
    the zone of possible agreement and trading across issues.
    """
    model, words = model_of_case(case), Words(case, case.tables())
    warnings = _warnings(model, words)
    if deal is not None:
        if power is not None or mediator is not None:
            raise InputError("a deal is looked at without power and mediator; leave them out")
        return one_package(model, words, deal, warnings, SOURCE)
    everyone, rule = Room(model, "all"), Room(model, "rule")
    bargain = None if power is None else whole_weights(power, words, everyone, "power", 1)
    own = None if mediator is None else whole_weights(mediator, words, everyone, "mediator", 0)
    found = acceptable(model, everyone, rule)
    tables = [acceptance_table(model, words, found)]
    among, trouble = _among(everyone, model)
    if trouble:
        warnings.append(trouble)
    if among is None:
        answer, more, why = nothing_stands(model, words, found)
        tables += more
        figure = closest_figure(words, tables)
        return _analysis(case, power, mediator, answer, tables, why, warnings, True, figure=figure)
    room = everyone if among == "all" else rule
    made, best = bargaining_points(room, bargain, own)
    dark = _unknown(model, words)
    if dark:
        note = f"cannot be told without points or an alternative of {listed(dark)}"
        made = {n: c if c.deals.size else replace(c, note=note) for n, c in made.items()}
    efficient, whole = efficient_table(room, words)
    shown = [chosen.deals for chosen in made.values() if chosen.deals.size]
    some = np.concatenate(shown) if shown else np.zeros((0, model.n_issues), np.int64)
    tables += [
        points_table(words, made),
        gains_table(words, room, made, best),
        sample_table(words, room, found.by_all if among == "all" else found.standing, some),
        *efficient,
    ]
    reasons: list[Reason] = []
    # A trade that leaves nobody worse off cannot be looked for where points are not known.
    for make in (break_even_table, pivotal_table) if dark else (
        _traded, break_even_table, pivotal_table
    ):  # fmt: skip
        try:
            table, told = make(model, words)
            tables.append(table)
            reasons += told
        except CANNOT_TELL as error:
            warnings.append(f"left out, as it cannot be found out: {error}")
    tables.append(proof_table(made))
    if among == "rule":
        warnings.append(
            "no package is acceptable to everyone: the best are looked for among those that "
            "stand, and gains of those who are outvoted may be negative"
        )
    warnings.append(
        "the utilitarian and the egalitarian package compare points of different parties; "
        "another unit for one party can change them, as it cannot change the Nash and the "
        "Kalai-Smorodinsky package"
    )
    answer = _answer(model, words, found, made, among)
    complete = whole and all(chosen.complete for chosen in made.values())
    gaps = [chosen.gap for chosen in made.values() if chosen.gap == chosen.gap]
    return _analysis(
        case, power, mediator, answer, tables, reasons, warnings, complete,
        None if complete else max(gaps, default=None), gains_figure(words, room, made, best),
    )  # fmt: skip


def _traded(model: PackageModel, words: Words) -> tuple[Table, list[Reason]]:
    table, reason = logrolling_table(model, words, logrolling(model))
    return table, [reason]


def _among(everyone: Room, model: PackageModel) -> tuple[Among | None, str]:
    """Where the best are looked for, and what to warn of; None if no package stands."""
    if model.counted.size and int(model.voters.sum()) < model.quorum:
        return None, ""
    if everyone.written_out and everyone.inside.size:
        return "all", ""
    try:
        if not everyone.written_out and any_stands(unanimous(model)):
            return "all", ""
        return ("rule" if any_stands(model) else None), ""
    except CANNOT_TELL as error:
        return "all", f"whether any package stands cannot be found out: {error}"


def _warnings(model: PackageModel, words: Words) -> list[str]:
    told = []
    if dark := _unknown(model, words):
        told.append(
            f"nothing is known of the points or the alternative of {listed(dark)}: that a package "
            "is counted as acceptable there says only that no red line speaks against it"
        )
    if words.unknown:
        told.append(
            "no points are known, and 0 is counted, for " + "; ".join(words.unknown)
            + " (add a position with a salience above 0, or utilities)"
        )  # fmt: skip
    bare = [words.names[p] for p in model.counted if not model.has_alternative[p]]
    if bare:
        told.append(
            f"no alternative is given for {listed(bare)}: any points are enough, and gains are "
            "counted from 0 (add alternative: {points: ...})"
        )
    if not model.counted.size:
        told.append(
            "nobody's acceptance counts (no party has the role party or a veto): every package "
            "is taken as acceptable, and everyone's gains are counted"
        )
    silent = {line.party for line in model.red_lines} - set(model.counted.tolist())
    if silent:
        names = listed([words.names[p] for p in sorted(silent)])
        told.append(f"red lines of {names} bind nobody, as their acceptance does not count")
    return told


def _answer(
    model: PackageModel,
    words: Words,
    found: Acceptable,
    made: Mapping[str, Chosen],
    among: Among,
) -> str:
    whole = model.n_deals
    if whole == 1:
        return "There is only one package, and it stands: every issue has a single option."
    many = number_of(model.counted.size, "party", "parties")
    told = []
    for count, guess, what in (
        (found.by_all, found.estimate and found.estimate[0], f"acceptable to all ({many})"),
        (found.standing, found.estimate and found.estimate[1], "enough to stand under the rule"),
    ):
        if count is not None:
            verb = "is" if count == 1 else "are"
            told.append(f"{count:,} of {whole:,} packages ({share(count, whole)}) {verb} {what}")
        elif guess is not None:
            told.append(f"about {percent(guess)} of {whole:,} packages are {what}")
    unanimity = len(_needed(model)) == model.counted.size
    if unanimity or (found.by_all is not None and found.by_all == found.standing):
        told = told[:1]
    text = "; ".join(told) + "."
    if not model.counted.size:
        text = f"Nobody's acceptance counts, so each of {number_of(whole, 'package')} stands."
    if dark := _unknown(model, words):
        # Neither what they accept nor what is best for them follows from points of nothing.
        told_dark = (
            f"Nothing is known of the points or the alternative of {listed(dark)}, so which "
            "packages are acceptable there cannot be told, and neither which is best."
        )
        if found.by_all is None:
            return told_dark
        return f"{told_dark} What is known speaks against {whole - found.by_all:,} of {whole:,}."
    nash_best = made["Nash"]
    if nash_best.deals.shape[0]:
        best = [words.named(row) for row in nash_best.deals[:2].tolist()]
        ties = nash_best.deals.shape[0] - len(best)
        text += " The Nash package is " + " or ".join(best)
        text += f" (and {number_of(ties, 'more', 'more')} that tie)." if ties else "."
    elif nash_best.complete:
        text += f" There is no Nash package: {nash_best.note}."
    else:
        text += f" The Nash package is not known: {nash_best.note}."
    same = [
        name
        for name, chosen in made.items()
        if name != "Nash" and chosen.deals.size and nash_best.deals.size
        and chosen.deals.tolist() == nash_best.deals.tolist()
    ]  # fmt: skip
    if same:
        text += f" It is best in the {listed(same)} sense too."
    return text


def _unknown(model: PackageModel, words: Words) -> list[str]:
    """Parties whose acceptance counts and of whom neither points nor an alternative is known."""
    known = words.tables.known
    return [
        words.names[p]
        for p in model.counted.tolist()
        if not known[p].any() and not model.has_alternative[p]
    ]


def _needed(model: PackageModel) -> list[int]:
    """Parties without which nothing stands: all voters where the quorum is all of them."""
    all_voters = model.quorum >= int(model.voters.sum())
    return [p for p in model.counted.tolist() if model.vetoes[p] or all_voters]


def _analysis(
    case: Case,
    power: Mapping[str, float | int | str] | None,
    mediator: Mapping[str, float | int | str] | None,
    answer: str,
    tables: list[Table],
    reasons: list[Reason],
    warnings: list[str],
    complete: bool,
    gap: float | None = None,
    figure: Figure | None = None,
) -> Analysis:
    return Analysis(
        question="packages",
        method="packages",
        source=SOURCE,
        parameters={
            "power": None if power is None else dict(power),
            "mediator": None if mediator is None else dict(mediator),
        },
        case_title=case.title,
        case_sha256=case.sha256,
        answer=answer,
        # A table of the parties that count has no row where nobody's acceptance does.
        tables=tuple(table for table in tables if table.rows),
        complete=complete,
        gap=gap,
        warnings=tuple(warnings),
        reasons=tuple(reasons),
        figures=() if figure is None else (figure,),
    )
