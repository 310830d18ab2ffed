"""The question ``path``: by which steps do things get from here to a state that holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from detente.analyses.base import Analysis, Cell, Reason, Table, solver
from detente.analyses.stability.conflict import (
    BETTER,
    EQUAL,
    UNKNOWN,
    WORSE,
    Conflict,
    listed,
)
from detente.analyses.stability.figure import figure_of
from detente.analyses.stability.graph_of_case import conflict_of
from detente.analyses.stability.solution import Solution, concepts_named, solve
from detente.analyses.stability.walks import Step, Walks, improves, walks_from
from detente.case.case import Case
from detente.errors import UnsuitableCase
from detente.maths.graph_model.concepts import Progress

SOURCE = "Li, Kilgour & Hipel 2005, Status quo analysis in the graph model"
#: Ways of walking, in the order of what they ask of the parties.
WAYS = ("improvements", "one concession", "legal moves")
_BY = {
    "improvements": "by improvements alone",
    "one concession": "with one concession",
    "legal moves": "only with two or more concessions",
}
_MARK = {BETTER: "gains", EQUAL: "neither", WORSE: "loses", UNKNOWN: "not known"}
# One number for each party and state, three times over: some hundred bytes a state.
_MOST_STATES = 1 << 22


@solver(
    name="status-quo-analysis",
    question="path",
    needs={"moves", "preferences", "status_quo"},
    stochastic=False,
    source=SOURCE,
)
def path(
    case: Case,
    *,
    concepts: Sequence[str] | None = None,
    states: Sequence[str] = (),
    most: int = 200,
    progress: Progress | None = None,
) -> Analysis:
    """Find the shortest sequences of moves from the status quo to each state that holds.

    Nobody moves twice in a row. Three ways of walking: every step an improvement for its mover;
    all but one (one concession); any legal steps. Of the shortest sequences the one with the
    fewest steps on which the mover loses is shown, one for each party that can be last.

    Parameters
    ----------
    case : Case
        Uses moves or graph, preferences and the status quo.
    concepts : sequence of str, optional
        Equilibria under any of these are looked for; the five classical ones by default.
    states : sequence of str, optional
        States to go to in place of the equilibria.
    most : int
        Rows that a table shows at most.
    progress : callable, optional
        Called with steps done and steps in all.

    Returns
    -------
    Analysis
        Tables ``reach`` (how many states each way reaches), ``paths`` (a sequence to each
        state), ``steps`` (their steps, with those that need a guarantor), ``endings`` (a path for
        each possible last mover), ``reachable``.

    Raises
    ------
    UnsuitableCase
        If the case lacks something, or has too many states.

    References
    ----------
    Li, Kilgour & Hipel (2005); Xu, Kilgour, Hipel & Kemkes (2010) for coloured paths.
    """
    asked = concepts_named(concepts)
    conflict = conflict_of(case)
    start = conflict.status_quo
    assert start is not None
    if conflict.n_states > _MOST_STATES:
        raise UnsuitableCase(
            f"paths are looked for among up to {_MOST_STATES:,} states; the case has "
            f"{conflict.n_states:,}. Leave moves out"
        )

    def solved(done: int, total: int) -> None:
        # Each way of walking takes about as long as a fifth of the solution.
        if progress is not None:
            progress(done, total + len(WAYS) * max(1, total // 5))

    solution = solve(conflict, asked, progress=solved)
    wanted = [conflict.state(text) for text in states]
    walks = walks_of(conflict, start)
    targets = wanted or [int(s) for s in solution.held]
    shown = [t for t in targets if t != start][:most]
    rows = [(t, w) for t in shown for w in _worthwhile(walks, t)]
    told = _paths(solution, walks, rows)
    figure = figure_of(
        conflict,
        np.array(targets, np.int64),
        start,
        mark=lambda s: solution.strongest(s) or ("wanted" if s in wanted else ""),
        paths=[_cheapest(walks, t) for t in targets[:6] if t != start],
    )
    tables = [
        _cut(table, most)
        for table in (
            _reach(conflict, walks, targets),
            told,
            _steps(conflict, walks, rows, start),
            _endings(conflict, walks["legal moves"], shown),
            _reachable(conflict, walks),
        )
    ]
    if figure is not None:
        tables.append(figure[1])
    return Analysis(
        question="path",
        method="status-quo-analysis",
        source=SOURCE,
        parameters={"concepts": list(asked), "states": list(states), "most": most},
        case_title=case.title,
        case_sha256=case.sha256,
        answer=_answer(solution, walks, targets, start),
        tables=tuple(tables),
        warnings=conflict.warnings,
        reasons=tuple(_reason(conflict, walks, t, start) for t in targets[:6] if t != start),
        figures=() if figure is None else (figure[0],),
    )


def walks_of(conflict: Conflict, start: int) -> dict[str, Walks]:
    """Walks from the status quo in each of the three ways."""
    movers = range(len(conflict.parties))
    gains = improves(conflict)
    return {
        "improvements": walks_from(conflict, start, movers, free=gains),
        "one concession": walks_from(conflict, start, movers, free=gains, budget=1),
        "legal moves": walks_from(conflict, start, movers),
    }


def _cheapest(walks: dict[str, Walks], target: int) -> list[Step]:
    """The walk that asks least of the parties, empty where there is none."""
    return next((walks[w].walk(target) for w in WAYS if walks[w].least_to(target) > 0), [])


def _under(solution: Solution, state: int) -> str:
    return ", ".join(solution.under(state)) or "wanted"


def _worthwhile(walks: dict[str, Walks], target: int) -> list[str]:
    """Ways that lead to a state, without those that ask more and are no shorter."""
    made: list[str] = []
    shortest = np.inf
    for way in WAYS:
        steps = walks[way].least_to(target)
        if 0 < steps < shortest:
            shortest = steps
            made.append(way)
    return made


def step_mark(conflict: Conflict, step: Step) -> int:
    """What a step does to its mover, as a mark of :mod:`conflict`."""
    return int(conflict.compare(step.mover, np.array([step.target], np.int64), step.source)[0])


def _reach(conflict: Conflict, walks: dict[str, Walks], targets: list[int]) -> Table:
    rows = []
    for way in WAYS:
        least = walks[way].least()
        rows.append(
            (
                way,
                int((least > 0).sum()),
                int((least[np.array(targets, np.int64)] > 0).sum()),
                int(least.max(initial=0)),
            )
        )
    return Table(
        "reach",
        "How far each way of walking leads from the status quo",
        ("way", "states reached", "of those wanted", "longest shortest path"),
        tuple(rows),
        "Improvements: every mover gains by its step. One concession: one step may cost its "
        "mover. Legal moves: whatever the parties can do, nobody twice in a row.",
    )


def _paths(solution: Solution, walks: dict[str, Walks], rows: list[tuple[int, str]]) -> Table:
    conflict = solution.conflict
    made: list[tuple[Cell, ...]] = []
    for target, way in rows:
        steps = walks[way].walk(target)
        made.append(
            (
                conflict.label(target),
                _under(solution, target),
                way,
                len(steps),
                " > ".join(conflict.parties[s.mover] for s in steps),
                sum(step_mark(conflict, s) not in (BETTER, EQUAL) for s in steps),
                ", ".join(conflict.parties[m] for m in walks[way].last_movers(target)),
            )
        )
    return Table(
        "paths",
        "Shortest paths from the status quo",
        ("to", "holds under", "way", "steps", "movers", "losing steps", "can be last"),
        tuple(made),
        "A way that asks more of the parties is shown where it is shorter. Of the shortest paths "
        "of a way the one with the fewest losing steps is shown.",
    )


def _endings(conflict: Conflict, walks: Walks, targets: list[int]) -> Table:
    made: list[tuple[Cell, ...]] = []
    for target in targets:
        for last in walks.last_movers(target):
            steps = walks.walk(target, last)
            states = [conflict.label(s.target) for s in steps]
            movers = " > ".join(conflict.parties[s.mover] for s in steps)
            made.append(
                (conflict.label(target), conflict.parties[last], movers, " > ".join(states))
            )
    return Table(
        "endings",
        "A shortest legal path for each party that can make its last move",
        ("to", "last mover", "movers", "states"),
        tuple(made),
        detail=True,
    )


def _steps(
    conflict: Conflict, walks: dict[str, Walks], rows: list[tuple[int, str]], start: int
) -> Table:
    made: list[tuple[Cell, ...]] = []
    for target, way in rows:
        for number, step in enumerate(walks[way].walk(target), 1):
            mark = step_mark(conflict, step)
            end = int(conflict.compare(step.mover, np.array([target], np.int64), start)[0])
            made.append(
                (
                    conflict.label(target),
                    way,
                    number,
                    conflict.parties[step.mover],
                    conflict.label(step.source),
                    conflict.label(step.target),
                    _MARK[mark],
                    _MARK[end],
                    mark not in (BETTER, EQUAL),
                )
            )
    return Table(
        "steps",
        "The steps of one shortest path of each way",
        (
            "to",
            "way",
            "step",
            "mover",
            "from state",
            "to state",
            "by the step",
            "by the whole",
            "needs a guarantor",
        ),
        tuple(made),
        "A step needs a guarantor where its mover loses by it, or may: it must trust that the rest "
        "follows. Where the mover also loses by the whole, a guarantor is not enough; it must be "
        "given something.",
    )


def _reachable(conflict: Conflict, walks: dict[str, Walks]) -> Table:
    least = {way: walks[way].least() for way in WAYS}
    states = np.flatnonzero(least["legal moves"] > 0)
    states = states[np.lexsort((states, least["legal moves"][states]))]
    rows: list[tuple[Cell, ...]] = []
    for state in states[:1_000]:
        cells = [int(least[way][state]) for way in WAYS]
        rows.append(
            (
                conflict.label(int(state)),
                *(None if c < 0 else c for c in cells),
                ", ".join(
                    conflict.parties[m] for m in walks["legal moves"].last_movers(int(state))
                ),
            )
        )
    return Table(
        "reachable",
        "States reached from the status quo, by the fewest steps of each way",
        ("state", *WAYS, "last movers by legal moves"),
        tuple(rows),
        left_out=max(0, states.size - 1_000),
        detail=True,
    )


def _cut(table: Table, most: int) -> Table:
    left = table.left_out + max(0, len(table.rows) - most)
    return replace(table, rows=table.rows[:most], left_out=left)


def _answer(solution: Solution, walks: dict[str, Walks], targets: list[int], start: int) -> str:
    conflict = solution.conflict
    here = conflict.said(start)
    if not targets:
        return f"No state holds, so there is nowhere to go from {here}."
    told, left = [], np.array([t for t in targets if t != start], np.int64)
    for way in WAYS:
        there = walks[way].least()[left] > 0
        new, left = left[there], left[~there]
        if new.size:
            names = listed([f"'{conflict.label(int(t))}'" for t in new[:4]])
            more = f" and {new.size - 4:,} more" if new.size > 4 else ""
            told.append(f"{names}{more} {_BY[way]}")
    text = f"From {here}: {'; '.join(told)}." if told else f"From {here} none can be reached."
    if start in targets:
        text += f" The status quo itself holds under {_under(solution, start)}."
    if left.size and told:
        text += f" {left.size:,} cannot be reached by any legal moves."
    return text


def _reason(conflict: Conflict, walks: dict[str, Walks], target: int, start: int) -> Reason:
    steps = _cheapest(walks, target)
    if not steps:
        return Reason(
            f"No legal moves lead from {conflict.said(start)} to {conflict.said(target)}.",
            ("status_quo",),
        )
    told, paths = [], ["status_quo"]
    for step in steps:
        text = f"{conflict.names[step.mover]} {conflict.change(step.source, step.target)}"
        mark = step_mark(conflict, step)
        if mark not in (BETTER, EQUAL):
            end = int(conflict.compare(step.mover, np.array([target], np.int64), start)[0])
            text += _needs(mark, end)
        told.append(text)
        paths += conflict.about_step(step.mover, step.source, step.target)
        paths += conflict.about_party(step.mover)
    text = f"To {conflict.said(target)}: {', then '.join(told)}."
    data: dict[str, Any] = {
        "to": conflict.label(target),
        "steps": [
            {
                "mover": conflict.parties[s.mover],
                "from": conflict.label(s.source),
                "to": conflict.label(s.target),
                "mark": _MARK[step_mark(conflict, s)],
            }
            for s in steps
        ],
    }
    return Reason(text, tuple(dict.fromkeys(paths)), data)


def _needs(mark: int, end: int) -> str:
    lead = "loses by it" if mark == WORSE else "may lose by it"
    if end == BETTER:
        return f" ({lead}, and gains by the whole: it needs a guarantor)"
    if end == WORSE:
        return f" ({lead}, and by the whole: it needs something in return)"
    return f" ({lead}: it needs a guarantor)"
