"""Whose acceptance is enough: the smallest groups that make a deal stand."""

from __future__ import annotations

from itertools import combinations
from math import comb

from detente.maths.packages.model import PackageModel

#: Groups beyond which a question is not taken apart group by group.
MOST_GROUPS = 300


class TooManyGroups(ValueError):
    """So many groups of parties could carry a deal that they are not gone through."""


def smallest_groups(model: PackageModel) -> tuple[tuple[int, ...], ...]:
    """Groups of parties that make a deal stand, none inside another; none if nothing can stand.

    Raises
    ------
    TooManyGroups
        If there are more than ``MOST_GROUPS``.
    """
    vetoes = [p for p in range(model.n_parties) if model.vetoes[p]]
    others = [p for p in range(model.n_parties) if model.voters[p] and not model.vetoes[p]]
    wanted = max(0, model.quorum - sum(bool(model.voters[p]) for p in vetoes))
    if wanted > len(others):
        return ()
    if comb(len(others), wanted) > MOST_GROUPS:
        raise TooManyGroups(f"{comb(len(others), wanted):,} groups of parties could carry a deal")
    return tuple(tuple(sorted((*vetoes, *more))) for more in combinations(others, wanted))
