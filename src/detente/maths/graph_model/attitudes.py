"""Attitudes: parties that also care how others fare, for or against them.

Inohara, Hipel and Walker (2007), Journal of Systems Science and Systems Engineering 16: a party
moves only where everybody it is well disposed to gains and everybody it is ill disposed to
loses. (Restated from the literature's summaries, not from the paper.)
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from detente.maths.graph_model.concepts import Concept
from detente.maths.graph_model.explicit import ExplicitGraph, Relations, solve_relations
from detente.maths.graph_model.model import Booleans


def solve_attitudes(
    graph: ExplicitGraph, attitudes: npt.NDArray[np.integer]
) -> dict[Concept, Booleans]:
    """Relational stability, (n_parties, m) for each concept.

    Parameters
    ----------
    attitudes : integer array of shape (n_parties, n_parties)
        Of the row's party towards the column's: 1 well disposed, 0 indifferent, -1 ill disposed.
        Ones on the diagonal and zeros elsewhere give the classical concepts.

    Raises
    ------
    ValueError
        If the shape does not fit or a value is not -1, 0 or 1.
    """
    n = graph.n_parties
    if attitudes.shape != (n, n) or not np.isin(attitudes, (-1, 0, 1)).all():
        raise ValueError(f"attitudes need {n} rows of {n} values of -1, 0 or 1")
    prefers = np.ones_like(graph.better)
    gains, loses = graph.better.transpose(0, 2, 1), graph.better
    for i in range(n):
        for j in range(n):
            if attitudes[i, j]:
                prefers[i] &= gains[j] if attitudes[i, j] > 0 else loses[j]
    leave = graph.arcs & prefers
    return solve_relations(graph, Relations(leave, ~prefers, leave))
