"""The question ``stability`` with strength of preference: what is feared, or merely disliked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.base import Analysis, solver
from detente.analyses.stability.conflict import Booleans, Conflict, Integers
from detente.analyses.stability.preferences_of_case import statement_payoff
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
from detente.case.states import moves_of_state
from detente.errors import UnsuitableCase
from detente.maths.graph_model.concepts import Concept
from detente.maths.graph_model.explicit import ExplicitGraph, solve_explicit
from detente.maths.graph_model.strength import solve_strong

SOURCE = "Hamouda, Kilgour & Hipel 2004, Strength of preference in the graph model"
# Nash stability asks for no deterrent, so that it has no strength.
_CONCEPTS: tuple[Concept, ...] = ("gmr", "smr", "seq", "sseq")


@solver(
    name="graph-model-strength",
    question="stability",
    needs={"moves", "preferences", "strength"},
    stochastic=False,
    source=SOURCE,
)
def strength(
    case: Case,
    *,
    concepts: Sequence[str] | None = None,
    states: Sequence[str] = (),
    most: int = 200,
) -> Analysis:
    """Tell states that hold by the threat of something much worse from those that merely hold.

    Parameters
    ----------
    case : Case
        Uses moves or graph, and preferences with ``much``, ``much_statements`` or ``much_gap``.
        A pair of ``much`` counts for whatever is at least as good as its first state against
        whatever is at most as good as its second.
    concepts : sequence of str, optional
        Of gmr, smr, seq, sseq; all four by default.
    states : sequence of str, optional
        States to show party by party; the equilibria by default.
    most : int
        Rows that a table shows at most.

    Returns
    -------
    Analysis
        Tables ``equilibria`` and ``stability``: strong, weak or no for each concept.

    Raises
    ------
    UnsuitableCase
        If the case lacks something, a comparison is not known, or a pair is the wrong way round.
    InputError
        If a state or concept is not known.
    """
    asked = classical(concepts, _CONCEPTS)
    conflict, graph, numbers = graph_of(case, "strength of preference")
    chosen = places(conflict, numbers, states)
    general = solve_explicit(graph)
    strong = solve_strong(graph, much_better(conflict, graph, numbers))
    all_general, all_strong = together(general), together(strong)

    def word(party: int | None, concept: Concept, state: int) -> str:
        wide = all_general[concept] if party is None else general[concept][party]
        narrow = all_strong[concept] if party is None else strong[concept][party]
        # What is much worse is worse: strong is a part of general, and tested to be.
        return "strong" if narrow[state] else "weak" if wide[state] else "no"

    count = np.sum([2 * all_strong[c].astype(int) + all_general[c] for c in asked], axis=0)
    held = np.flatnonzero(count)
    shown = [int(s) for s in held[np.lexsort((held, -count[held]))]]
    told = [
        f"{c}: {named(conflict, numbers, [s for s in shown if all_strong[c][s]])} "
        f"({sum(word(None, c, s) == 'weak' for s in shown):,} more weakly)"
        for c in asked
    ]
    return Analysis(
        question="stability",
        method="graph-model-strength",
        source=SOURCE,
        parameters={"concepts": list(asked), "states": list(states), "most": most},
        case_title=case.title,
        case_sha256=case.sha256,
        answer=f"States that hold strongly for every party, by concept. {'. '.join(told)}.",
        tables=tables(
            conflict,
            numbers,
            shown,
            chosen,
            [(c, c, word) for c in asked],
            "Strong: every gain would be met by something much worse for the party, or there is "
            "no gain; weak: it holds, and for some gain the answer is not much worse.",
            most,
        ),
        warnings=conflict.warnings,
    )


def much_better(conflict: Conflict, graph: ExplicitGraph, states: Integers) -> Booleans:
    """(n_parties, m, m): where the party much prefers the first graph state to the second.

    Raises
    ------
    UnsuitableCase
        If a pair names a state as much better that is not better.
    """
    much = np.zeros_like(graph.better)
    for i, (where, preference) in enumerate(preferences_of(conflict)):
        if preference.much_statements is not None:
            leading = preference.model_copy(
                update={"statements": preference.statements[: preference.much_statements]}
            )
            codes = states if conflict.codes is None else conflict.codes
            total = 1 << len(conflict.moves)
            top = statement_payoff(leading, where, conflict.moves, total).values[codes]
            much[i] |= top[:, None] > top[None, :]
        if preference.much_gap is not None:
            worth = conflict.payoffs[i].values[states]
            much[i] |= worth[:, None] - worth[None, :] >= preference.much_gap
        at_least = ~graph.better[i].T
        for number, pair in enumerate(preference.much):
            one, other = (_place(conflict, states, text) for text in pair)
            if one is None or other is None:
                continue
            if not graph.better[i, one, other]:
                raise UnsuitableCase(
                    f"{where}.much[{number}]: {pair[0]!r} is not better than {pair[1]!r} for "
                    f"{conflict.parties[i]}; turn the pair round or correct the preferences"
                )
            much[i] |= at_least[:, one, None] & at_least[None, other, :]
    return much & graph.better


def _place(conflict: Conflict, states: Integers, text: str) -> int | None:
    """A written state as a number of the graph; None where it cannot be."""
    if conflict.drawn:
        return conflict.drawn[text.strip()]
    taken = set(moves_of_state(text))
    code = sum(1 << at for at, move in enumerate(conflict.moves) if move in taken)
    codes = states if conflict.codes is None else conflict.codes
    place = int(np.searchsorted(codes, code))
    return place if place < codes.size and codes[place] == code else None
