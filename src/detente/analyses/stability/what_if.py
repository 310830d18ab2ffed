"""The question ``what-if``: what another party, move or preference does to every equilibrium."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.base import Analysis, Cell, Reason, Table, solver
from detente.analyses.stability.conflict import Conflict, listed
from detente.analyses.stability.graph_of_case import conflict_of
from detente.analyses.stability.reasons import reason
from detente.analyses.stability.solution import Solution, concepts_named, solve
from detente.case.case import Case, Perspective
from detente.case.perspectives import as_seen_by
from detente.errors import UnsuitableCase
from detente.maths.graph_model.concepts import CONCEPTS

SOURCE = "Fang, Hipel & Kilgour 1993, Interactive Decision Making: the graph model"


@solver(
    name="what-if-graph-model",
    question="what-if",
    needs={"moves", "preferences"},
    stochastic=False,
    source=SOURCE,
)
def what_if(
    case: Case,
    *,
    what_if: str | Perspective,
    concepts: Sequence[str] | None = None,
    most: int = 200,
) -> Analysis:
    """Compare the equilibria of a case with those after a change, such as a mediator's move.

    A state of the case is followed into the changed case: with the added moves left, and with
    each combination of them taken.

    Parameters
    ----------
    case : Case
        Uses moves or graph, and preferences.
    what_if : str or Perspective
        The change: a perspective of the case (by id) or one that is given, with parties, moves
        or preferences that are added or replaced.
    concepts : sequence of str, optional
        The five classical ones by default.
    most : int
        Rows that a table shows at most.

    Returns
    -------
    Analysis
        Table ``before and after``: for each equilibrium of either, and each concept, whether it
        holds before and after.

    Raises
    ------
    UnsuitableCase
        If either case lacks something.
    InputError
        If the case has no such perspective, or it does not fit.
    """
    asked = concepts_named(concepts)
    changed = _changed(case, what_if)
    before, after = solve(conflict_of(case), asked), solve(conflict_of(changed), asked)
    added = [m for m in after.conflict.moves if m not in before.conflict.moves]
    new = [p for p in after.conflict.parties if p not in before.conflict.parties]
    rows, fates = _compared(before, after)
    name = what_if if isinstance(what_if, str) else what_if.id
    return Analysis(
        question="what-if",
        method="what-if-graph-model",
        source=SOURCE,
        parameters={"what_if": name, "concepts": list(asked), "most": most},
        case_title=case.title,
        case_sha256=case.sha256,
        answer=_answer(before, after, fates, added, new, name),
        tables=(
            Table(
                "before and after",
                "Equilibria before and after the change",
                ("state", "in the changed case", *(f"{c}: before > after" for c in asked)),
                tuple(rows[:most]),
                "yes > no: it holds before and no longer after. – where the state is not in one "
                "of the two cases.",
                max(0, len(rows) - most),
            ),
        ),
        warnings=tuple(dict.fromkeys((*before.conflict.warnings, *after.conflict.warnings))),
        reasons=tuple(_reasons(after, fates)),
    )


def _changed(case: Case, change: str | Perspective) -> Case:
    if isinstance(change, str):
        return as_seen_by(case, change)
    others = tuple(p for p in case.perspectives if p.id != change.id)
    return as_seen_by(case.model_copy(update={"perspectives": (*others, change)}), change.id)


def _compared(
    before: Solution, after: Solution
) -> tuple[list[tuple[Cell, ...]], list[tuple[int | None, int, str]]]:
    """Rows of the table, and (old state, new state, concept) where an equilibrium is lost."""
    old, new = before.conflict, after.conflict
    pairs = _pairs(old, new)
    rows: list[tuple[Cell, ...]] = []
    lost: list[tuple[int | None, int, str]] = []
    holds_before = {c: before.holds(c) for c in before.concepts}
    holds_after = {c: after.holds(c) for c in after.concepts}
    for one, other in pairs:
        cells: list[Cell] = []
        for concept in before.concepts:
            was = None if one is None else bool(holds_before[concept][one])
            now = None if other is None else bool(holds_after[concept][other])
            cells.append(f"{_word(was)} > {_word(now)}")
            if was and now is False and other is not None:
                lost.append((one, other, concept))
        if any("yes" in str(cell) for cell in cells):
            rows.append(
                (
                    None if one is None else old.label(one),
                    None if other is None else new.label(other),
                    *cells,
                )
            )
    return rows, lost


def _word(holds: bool | None) -> str:
    return "–" if holds is None else "yes" if holds else "no"


def _pairs(old: Conflict, new: Conflict) -> list[tuple[int | None, int | None]]:
    """Every state of the changed case with the one it comes from, then those that are gone."""
    if bool(old.drawn) != bool(new.drawn):
        raise UnsuitableCase(
            "one case is drawn as a graph and the other put together from moves; their states "
            "cannot be matched"
        )
    of: dict[object, int] = {}
    for state in np.flatnonzero(old.can_be):
        of[_key(old, int(state), old.moves)] = int(state)
    pairs: list[tuple[int | None, int | None]] = []
    seen = set()
    for state in np.flatnonzero(new.can_be):
        from_ = of.get(_key(new, int(state), old.moves))
        seen.add(from_)
        pairs.append((from_, int(state)))
    pairs += [(state, None) for state in of.values() if state not in seen]
    return pairs


def _key(conflict: Conflict, state: int, moves: Sequence[str]) -> object:
    """What a state is told by in both cases: its id, or those of ``moves`` that it takes."""
    if conflict.drawn:
        return conflict.label(state)
    code = conflict.code(state)
    taken = {m for at, m in enumerate(conflict.moves) if code >> at & 1}
    return frozenset(taken & set(moves))


def _answer(
    before: Solution,
    after: Solution,
    lost: list[tuple[int | None, int, str]],
    added: list[str],
    new: list[str],
    name: str,
) -> str:
    told = []
    if new:
        told.append(f"{listed(new)} can move as well")
    if added:
        told.append(f"the move{'s' if len(added) > 1 else ''} {listed(added)} added")
    text = f"{name}: {', '.join(told) if told else 'it adds no move'}."
    for concept in before.concepts:
        text += (
            f" {concept}: {before.equilibria(concept).size:,} before, "
            f"{after.equilibria(concept).size:,} after."
        )
    return text


def _reasons(after: Solution, lost: list[tuple[int | None, int, str]]) -> list[Reason]:
    """Who leaves a state that held before, under the mildest concept that it fails."""
    made: dict[int, Reason] = {}
    for concept in ("gmr", "smr", "seq", "sseq", "nash"):
        if concept not in CONCEPTS or concept not in after.flags:
            continue
        for _, state, failed in lost:
            if failed != concept or state in made or len(made) >= 6:
                continue
            party = int(np.flatnonzero(~after.flags[concept][:, state])[0])
            made[state] = reason(after.conflict, party, state, concept)
    return list(made.values())
