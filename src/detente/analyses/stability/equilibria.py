"""The question ``stability``: which states hold against every party's own moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from detente.analyses.base import NEEDS, Analysis, Cell, Reason, Table, solver
from detente.analyses.stability.conflict import Conflict, Integers, some
from detente.analyses.stability.figure import figure_of
from detente.analyses.stability.graph_of_case import conflict_of
from detente.analyses.stability.margins import margins_at
from detente.analyses.stability.reasons import reason
from detente.analyses.stability.solution import STRENGTH, Solution, concepts_named, meaning, solve
from detente.case.case import Case
from detente.errors import InputError
from detente.maths.graph_model.concepts import CONCEPTS, Progress
from detente.maths.graph_model.unknown import READINGS

SOURCE = "Fang, Hipel & Kilgour 1993, Interactive Decision Making: the graph model"
_UNSURE = (
    " Not every comparison is known: shown is what holds under the most demanding reading, and so "
    "under every one."
)
_RANKED = 1 << 16
_REASONED = 4


@solver(
    name="graph-model",
    question="stability",
    needs={"moves", "preferences"},
    stochastic=False,
    source=SOURCE,
)
def stability(
    case: Case,
    *,
    concepts: Sequence[str] | None = None,
    states: Sequence[str] = (),
    why: Sequence[str] = (),
    most: int = 200,
    progress: Progress | None = None,
) -> Analysis:
    """Find the states that no party, looking ahead in one way or another, would leave.

    Parameters
    ----------
    case : Case
        Uses moves, infeasible, bans and directions, or the graph; preferences; the status quo
        where it is known.
    concepts : sequence of str, optional
        Of nash, gmr, smr, seq, sseq (the default), sim, nm, l1, l2 ..., cnash, cgmr, csmr, cseq.
    states : sequence of str, optional
        States to show party by party; the equilibria and the status quo by default.
    why : sequence of str, optional
        ``PARTY:STATE`` of which to say why the party would stay or leave.
    most : int
        Rows that a table shows at most.
    progress : callable, optional
        Called with steps done and steps in all.

    Returns
    -------
    Analysis
        Tables ``equilibria``, ``stability``; ``margins`` where utilities are used; ``unknown``
        where comparisons are not known; ``coalitions`` where a coalition concept was asked for.

    Raises
    ------
    UnsuitableCase
        If the case lacks something or does not fit a concept.
    InputError
        If a state, party or concept is not known.

    References
    ----------
    Fang, Hipel & Kilgour (1993); Rego & Vieira (2017) for sseq; Kilgour (1985) for limited
    moves; Inohara & Hipel (2008) for coalitions; Li, Hipel, Kilgour & Fang (2004) for unknown
    comparisons.
    """
    asked = concepts_named(concepts)
    conflict = conflict_of(case)
    chosen = [conflict.state(text) for text in states]
    questions = [_why(conflict, text) for text in why]
    solution = solve(conflict, asked, progress=progress)
    found = solution.held
    shown = _shown(solution, found, chosen)
    tables = [_equilibria(solution, found, most), _stability(solution, shown, most)]
    warnings = [*conflict.warnings, *_left_aside(case)]
    margins = margins_at(solution, [c for c in CONCEPTS if c in asked], shown[:most])
    if margins is not None:
        tables.append(margins)
    if conflict.uncertain and solution.readings:
        tables.append(_unknown(solution, most))
    if solution.broken_by:
        tables.append(_coalitions(solution, shown[:most]))
    reasons = _reasons(solution, found, questions)
    drawn = figure_of(
        conflict,
        found,
        conflict.status_quo,
        mark=solution.strongest,
    )
    if drawn is not None:
        figure, arcs = drawn
        tables.append(arcs)
    return Analysis(
        question="stability",
        method="graph-model",
        source=SOURCE,
        parameters={
            "concepts": list(asked),
            "states": list(states),
            "why": list(why),
            "most": most,
        },
        case_title=case.title,
        case_sha256=case.sha256,
        answer=_answer(solution, found),
        tables=tuple(tables),
        complete=solution.completed is None or solution.completed.complete,
        warnings=tuple(warnings),
        reasons=tuple(reasons),
        figures=() if drawn is None else (figure,),
    )


def _left_aside(case: Case) -> list[str]:
    told = []
    for what, need in (("what is much preferred", "strength"), ("attitudes", "attitudes")):
        if NEEDS[need][0](case):
            told.append(f"the case gives {what}; the method graph-model-{need} counts that")
    return told


def _why(conflict: Conflict, text: str) -> tuple[int, int]:
    party, colon, state = text.partition(":")
    if not colon:
        raise InputError(f"{text!r} is no question; write PARTY:STATE, such as 'usa:blockade'")
    return conflict.party(party), conflict.state(state)


def _shown(solution: Solution, found: Integers, chosen: list[int]) -> list[int]:
    if chosen:
        return list(dict.fromkeys(chosen))
    now = solution.conflict.status_quo
    states = [int(s) for s in found]
    return states if now is None or now in states else [*states, now]


def _equilibria(solution: Solution, found: Integers, most: int) -> Table:
    conflict = solution.conflict
    holds = {c: solution.holds(c) for c in solution.concepts}
    ranks = _ranks(conflict)
    rows: list[tuple[Cell, ...]] = []
    for state in found[:most]:
        row: list[Cell] = [conflict.label(int(state))]
        row += [bool(holds[c][state]) for c in solution.concepts]
        row += [int(r[state]) for r in ranks]
        rows.append((*row, int(state) == conflict.status_quo))
    columns = ("state", *solution.concepts)
    if ranks:
        columns += tuple(f"rank for {party}" for party in conflict.parties)
    told = "; ".join(f"{c}: {meaning(c)}" for c in solution.concepts)
    return Table(
        "equilibria",
        "Equilibria: states that hold for every party",
        (*columns, "status quo"),
        tuple(rows),
        f"Of {conflict.n_feasible:,} possible states. {told}."
        + (" A rank of 1 is the party's best state." if ranks else "")
        + (_UNSURE if conflict.uncertain else ""),
        max(0, found.size - most),
    )


def _ranks(conflict: Conflict) -> list[Integers]:
    """For each party the rank of each state, 1 the best; none where too many or not known."""
    if conflict.n_states > _RANKED or conflict.uncertain:
        return []
    made = []
    for payoff in conflict.payoffs:
        values = np.unique(payoff.values[conflict.can_be])
        made.append(values.size - np.searchsorted(values, payoff.values).astype(np.int64))
    return made


def _stability(solution: Solution, shown: list[int], most: int) -> Table:
    conflict = solution.conflict
    own = [c for c in solution.concepts if c in solution.flags]
    rows: list[tuple[Cell, ...]] = [
        (
            conflict.label(state),
            conflict.parties[party],
            *(bool(solution.flags[c][party, state]) for c in own),
        )
        for state in shown[:most]
        for party in range(len(conflict.parties))
    ]
    return Table(
        "stability",
        "Who would stay where",
        ("state", "party", *own),
        tuple(rows[:most]),
        left_out=max(0, len(shown) * len(conflict.parties) - most),
    )


def _unknown(solution: Solution, most: int) -> Table:
    conflict, completed = solution.conflict, solution.completed
    assert completed is not None
    rows: list[tuple[Cell, ...]] = []
    for state in range(conflict.n_states):
        for concept in CONCEPTS:
            if concept not in solution.concepts:
                continue
            by = [bool(solution.readings[r][concept][:, state].all()) for r in READINGS]
            least = int(completed.counts[concept][:, state].min())
            if any(by) or least:
                share = 100.0 * least / completed.total
                rows.append((conflict.label(state), concept, *by, round(share, 1)))
    ways = "all" if completed.complete else "a sample of"
    return Table(
        "unknown",
        "Where comparisons are not known",
        ("state", "concept", *(f"reading {r}" for r in READINGS), "% of completions, at most"),
        tuple(rows[:most]),
        "Readings of Li et al. 2004, a the most demanding and d the least: in a and c an unknown "
        "comparison tempts, in c and d it deters. Completions: the share in which the least "
        f"settled party stays, over {ways} {completed.total:,} ways in which the unknown "
        "comparisons can turn out; no probability.",
        max(0, len(rows) - most),
    )


def _coalitions(solution: Solution, shown: list[int]) -> Table:
    conflict = solution.conflict
    rows: list[tuple[Cell, ...]] = []
    for state in shown:
        breakers = [
            " + ".join(conflict.parties[p] for p in coalition)
            for coalition, broken in solution.broken_by.items()
            if broken[state]
        ]
        rows.append((conflict.label(state), "; ".join(breakers) or "none"))
    return Table(
        "coalitions",
        "Coalitions that would leave",
        ("state", "coalitions"),
        tuple(rows),
        f"Under {next(c for c in reversed(solution.concepts) if c in solution.together)}.",
    )


def _reasons(solution: Solution, found: Integers, questions: list[tuple[int, int]]) -> list[Reason]:
    conflict = solution.conflict
    classical = [c for c in CONCEPTS if c in solution.concepts]
    if questions:
        return [
            found for p, s in questions for found in _asked(conflict, p, s, classical or ["nash"])
        ]
    made = []
    for state in found[:_REASONED]:
        holding = [c for c in STRENGTH if c in classical and solution.holds(c)[state]]
        for party in range(len(conflict.parties) if holding else 0):
            made.append(reason(conflict, party, int(state), holding[0]))
    now = conflict.status_quo
    if now is not None and now not in found[:_REASONED]:
        # The mildest concept that the status quo fails says most.
        for concept in reversed([c for c in STRENGTH if c in classical]):
            leaving = np.flatnonzero(~solution.flags[concept][:, now])
            if leaving.size:
                made += [reason(conflict, int(p), now, concept) for p in leaving]
                break
    return made


def _asked(conflict: Conflict, party: int, state: int, concepts: Sequence[str]) -> list[Reason]:
    """The reasons of each concept; one for all where nothing tempts the party."""
    nash = reason(conflict, party, state, "nash")
    if nash.data["stable"] and len(concepts) > 1:
        return [replace(nash, text=f"{nash.text} So it stays under every other concept too.")]
    return [reason(conflict, party, state, c) for c in concepts]


def _answer(solution: Solution, found: Integers) -> str:
    conflict = solution.conflict
    if not found.size:
        text = f"No state holds under {some(list(solution.concepts))}."
    else:
        told, before = [], None
        for concept in sorted(
            solution.concepts, key=lambda c: STRENGTH.index(c) if c in STRENGTH else 9
        ):
            states = solution.equilibria(concept)
            if before is not None and np.array_equal(states, before):
                told[-1] = told[-1].replace(": ", f", {concept}: ", 1)
                continue
            before = states
            labels = [conflict.label(int(s)) for s in states[:6]]
            more = f" and {states.size - 6:,} more" if states.size > 6 else ""
            told.append(f"{concept}: {'; '.join(labels) or 'none'}{more}")
        text = "States that hold for every party, by concept. " + ". ".join(told) + "."
    now = conflict.status_quo
    if now is None:
        return text
    if now in found:
        under = solution.under(now)
        return f"{text} The status quo {conflict.said(now)} holds under {', '.join(under)}."
    return f"{text} The status quo {conflict.said(now)} holds under none of them."
