"""The question ``stability`` among parties that also care how others fare."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.base import Analysis, solver
from detente.analyses.stability.conflict import Conflict, Integers, some
from detente.analyses.stability.variants import (
    classical,
    graph_of,
    named,
    places,
    preferences_of,
    tables,
    together,
)
from detente.case.case import Case
from detente.errors import UnsuitableCase
from detente.maths.graph_model.attitudes import solve_attitudes
from detente.maths.graph_model.concepts import CONCEPTS, Concept
from detente.maths.graph_model.explicit import solve_explicit

SOURCE = "Inohara, Hipel & Walker 2007, Conflict analysis approaches for attitudes"
_MARK = {"well": 1, "ill": -1}


@solver(
    name="graph-model-attitudes",
    question="stability",
    needs={"moves", "preferences", "attitudes"},
    stochastic=False,
    source=SOURCE,
)
def attitudes(
    case: Case,
    *,
    concepts: Sequence[str] | None = None,
    states: Sequence[str] = (),
    most: int = 200,
) -> Analysis:
    """Find states that hold among parties that wish each other well or ill.

    A party moves only where it gains, everybody it is well disposed to gains, and everybody it
    is ill disposed to loses; what is no such gain deters it.

    Parameters
    ----------
    case : Case
        Uses moves or graph, and preferences with ``attitudes``.
    concepts : sequence of str, optional
        Of nash, gmr, smr, seq, sseq; all of them by default.
    states : sequence of str, optional
        States to show party by party; the equilibria by default.
    most : int
        Rows that a table shows at most.

    Returns
    -------
    Analysis
        Tables ``equilibria`` and ``stability``: for each concept with attitudes and without.

    Raises
    ------
    UnsuitableCase
        If the case lacks something, a comparison is not known, or an attitude is to a party
        that cannot move.
    InputError
        If a state or concept is not known.
    """
    asked = classical(concepts, CONCEPTS)
    conflict, graph, numbers = graph_of(case, "an attitude")
    chosen = places(conflict, numbers, states)
    plain = solve_explicit(graph)
    related = solve_attitudes(graph, attitudes_of(conflict))
    all_plain, all_related = together(plain), together(related)

    def with_them(party: int | None, concept: Concept, state: int) -> bool:
        return bool((all_related[concept] if party is None else related[concept][party])[state])

    def without(party: int | None, concept: Concept, state: int) -> bool:
        return bool((all_plain[concept] if party is None else plain[concept][party])[state])

    count = np.sum([2 * all_related[c].astype(int) + all_plain[c] for c in asked], axis=0)
    held = np.flatnonzero(count)
    shown = [int(s) for s in held[np.lexsort((held, -count[held]))]]
    told = [
        f"{c}: {named(conflict, numbers, [s for s in shown if all_related[c][s]])}" for c in asked
    ]
    return Analysis(
        question="stability",
        method="graph-model-attitudes",
        source=SOURCE,
        parameters={"concepts": list(asked), "states": list(states), "most": most},
        case_title=case.title,
        case_sha256=case.sha256,
        answer=f"States that hold among these attitudes, by concept. {'. '.join(told)}.",
        tables=tables(
            conflict,
            numbers,
            shown,
            chosen,
            [
                column
                for c in asked
                for column in ((c, c, with_them), (f"{c} without attitudes", c, without))
            ],
            "With attitudes a party moves only where those it wishes well gain as well and those "
            "it wishes ill lose.",
            most,
        ),
        warnings=conflict.warnings,
    )


def attitudes_of(conflict: Conflict) -> Integers:
    """(n_parties, n_parties): 1 well disposed, 0 indifferent, -1 ill disposed.

    Raises
    ------
    UnsuitableCase
        If an attitude is to a party that has no move, whose preferences the model leaves out.
    """
    made = np.eye(len(conflict.parties), dtype=np.int64)
    for i, (where, preference) in enumerate(preferences_of(conflict)):
        for other, attitude in preference.attitudes.items():
            if other not in conflict.parties:
                raise UnsuitableCase(
                    f"{where}.attitudes: {other} cannot move, and the model leaves it out; there "
                    f"are {some(list(conflict.parties))}"
                )
            made[i, conflict.parties.index(other)] = _MARK[attitude]
    return made
