"""Strength of preference: which states hold by the threat of something much worse.

After Hamouda, Kilgour and Hipel (2004), Group Decision and Negotiation 13: a state is strongly
stable if every improvement is deterred by something much worse; weakly, if it is stable but not
strongly. (The definitions were restated from the literature's summaries, not from the paper.)
"""

from __future__ import annotations

from detente.maths.graph_model.concepts import Concept
from detente.maths.graph_model.explicit import ExplicitGraph, Relations, solve_relations
from detente.maths.graph_model.model import Booleans


def solve_strong(graph: ExplicitGraph, much_better: Booleans) -> dict[Concept, Booleans]:
    """Strong stability, (n_parties, m) for each concept.

    Parameters
    ----------
    much_better : boolean array of shape (n_parties, m, m)
        ``much_better[i, q, s]``: party i much prefers q to s; only where it prefers it at all.

    Raises
    ------
    ValueError
        If something is much better that is not better.
    """
    if much_better.shape != graph.better.shape or (much_better & ~graph.better).any():
        raise ValueError("what is much better must be better, in an array of the same shape")
    improve = graph.arcs & graph.better.transpose(0, 2, 1)
    return solve_relations(graph, Relations(improve, much_better, improve))
