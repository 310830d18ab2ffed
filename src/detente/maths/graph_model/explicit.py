"""Conflicts drawn as a graph: any arcs, any pairwise preferences, no party twice in a row.

Everything is a Boolean matrix over pairs of states, so preferences need not be transitive and
may be unknown. Cost: the cube of the number of states; meant for up to a few thousand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.maths.graph_model.concepts import CONCEPTS, Concept
from detente.maths.graph_model.model import Booleans, OptionForm, Payoffs

MOST_STATES = 6_000


@dataclass(frozen=True)
class ExplicitGraph:
    """States, one-step moves and preferences.

    Parameters
    ----------
    arcs : boolean array of shape (n_parties, m, m)
        ``arcs[i, s, q]``: party i can move from s to q in one step. The diagonal is False.
    better : boolean array of shape (n_parties, m, m)
        ``better[i, q, s]``: party i strictly prefers q to s.
    unknown : boolean array of shape (n_parties, m, m), optional
        ``unknown[i, q, s]``: it is not known which of the two party i prefers; symmetric.

    Raises
    ------
    ValueError
        If shapes do not fit, there are too many states, or a preference goes both ways.
    """

    arcs: Booleans
    better: Booleans
    unknown: Booleans | None = None

    def __post_init__(self) -> None:
        shape = self.arcs.shape
        if len(shape) != 3 or shape[1] != shape[2] or self.better.shape != shape:
            raise ValueError(f"arcs {shape} and better {self.better.shape} need one (n, m, m)")
        if shape[1] > MOST_STATES:
            raise ValueError(
                f"{shape[1]} states; a drawn graph of up to {MOST_STATES} can be calculated"
            )
        if (self.better & self.better.transpose(0, 2, 1)).any():
            raise ValueError("a party prefers each of two states to the other")
        if np.einsum("iss->is", self.arcs).any():
            raise ValueError("a move leads from a state to itself")
        if self.unknown is not None:
            if self.unknown.shape != shape:
                raise ValueError(f"unknown needs shape {shape}")
            if (self.unknown & (self.better | self.better.transpose(0, 2, 1))).any():
                raise ValueError("a comparison is both known and unknown")

    @property
    def n_parties(self) -> int:
        """How many parties there are."""
        return int(self.arcs.shape[0])

    @property
    def n_states(self) -> int:
        """How many states there are."""
        return int(self.arcs.shape[1])

    @property
    def is_unknown(self) -> Booleans:
        """``unknown``, all False where it was left out."""
        return np.zeros_like(self.better) if self.unknown is None else self.unknown


def from_payoffs(arcs: Booleans, payoffs: Payoffs) -> ExplicitGraph:
    """A graph with preferences from payoffs of shape (n_parties, m): the larger, the better."""
    return ExplicitGraph(arcs, payoffs[:, :, None] > payoffs[:, None, :])


def from_option_form(model: OptionForm) -> tuple[ExplicitGraph, npt.NDArray[np.int64]]:
    """The same conflict as a graph of its feasible states, and those states as integers."""
    states = np.flatnonzero(model.can_be).astype(np.int64)
    arcs = np.zeros((model.n_parties, states.size, states.size), bool)
    for party in range(model.n_parties):
        first, size = model.first_bit[party], 1 << model.bits[party]
        mine = (states >> first) & (size - 1)
        rest = states & ~((size - 1) << first)
        same = rest[:, None] == rest[None, :]
        arcs[party] = same & model.reach(party)[mine[:, None], mine[None, :]]
    return from_payoffs(arcs, model.payoffs[:, states]), states


def reachable(steps: Booleans, movers: Iterable[int]) -> Booleans:
    """(m, m): where a sequence of ``movers`` leads, nobody moving twice in a row.

    ``steps[j, s, q]``: j can take the step from s to q. A state need not reach itself.
    """
    together = list(movers)
    last = {j: steps[j].copy() for j in together}
    while True:
        grown = False
        for j in together:
            others = [last[k] for k in together if k != j]
            if not others:
                continue
            new = last[j] | _join(np.logical_or.reduce(others), steps[j])
            grown = grown or bool((new != last[j]).any())
            last[j] = new
        if not grown:
            empty = np.zeros(steps.shape[1:], bool)
            reached: Booleans = np.logical_or.reduce([*last.values(), empty])
            return reached


def _join(first: Booleans, then: Booleans) -> Booleans:
    """Pairs joined by one step of each."""
    joined: Booleans = (first.astype(np.float32) @ then.astype(np.float32)) > 0
    return joined


@dataclass(frozen=True)
class Relations:
    """What tempts, what deters, and where opponents may go; each (n_parties, m, m).

    ``leave[i, s, q]``: i would leave s for q if nothing followed. ``deters[i, s, k]``: that it
    ends in k is enough to keep i in s. ``follow[j, s, q]``: in sequential stability, j may
    answer by going from s to q. All variants of the model differ in these three only.
    """

    leave: Booleans
    deters: Booleans
    follow: Booleans


def relations_of(graph: ExplicitGraph) -> Relations:
    """The classical ones: improvements tempt, what is not better deters."""
    prefers = graph.better.transpose(0, 2, 1)  # prefers[i, s, q]: q is better than s
    improve = graph.arcs & prefers
    return Relations(improve, ~prefers, improve)


def solve_relations(graph: ExplicitGraph, relations: Relations) -> dict[Concept, Booleans]:
    """Stability of each state for each party, (n_parties, m), under each classical concept."""
    n, m = graph.n_parties, graph.n_states
    found: dict[Concept, Booleans] = {c: np.zeros((n, m), bool) for c in CONCEPTS}
    for i in range(n):
        others = [j for j in range(n) if j != i]
        leave, deters = relations.leave[i], relations.deters[i]
        # inescapable[s, k]: k deters from s, and so does wherever i could go on from k.
        inescapable = deters & ~_join(~deters, graph.arcs[i].T)
        free = reachable(graph.arcs, others)
        answer = reachable(relations.follow, others)
        found["nash"][i] = ~leave.any(axis=1)
        ways: tuple[tuple[Concept, Booleans, Booleans], ...] = (
            ("gmr", free, deters),
            ("smr", free, inescapable),
            ("seq", answer, deters),
            ("sseq", answer, inescapable),
        )
        for concept, reach, held in ways:
            # met[s, s1]: from s1 opponents reach something that keeps i in s.
            met = _join(held, reach.T)
            found[concept][i] = ~(leave & ~met).any(axis=1)
    return found


def solve_explicit(graph: ExplicitGraph) -> dict[Concept, Booleans]:
    """Nash, GMR, SMR, SEQ and SSEQ stability, (n_parties, m) each.

    Where comparisons are unknown they are taken as "not better"; see
    :mod:`detente.maths.graph_model.unknown` for the ways to read them.
    """
    return solve_relations(graph, relations_of(graph))
