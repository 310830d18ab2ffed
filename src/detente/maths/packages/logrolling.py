"""What settling issues together adds to settling them one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from detente.maths.packages.choice import Chosen, Room
from detente.maths.packages.criteria import best_shares
from detente.maths.packages.kalai_smorodinsky import kalai_smorodinsky
from detente.maths.packages.model import FloorLine, Integers, PackageModel, RefusedOptions


@dataclass(frozen=True)
class Logrolling:
    """The deal of settling issue by issue, (n_issues,), its totals (n_parties,), and the better.

    ``package`` are the deals that leave nobody worse off than ``deal`` and are best for everyone
    as shares of what each could gain so.
    """

    deal: Integers
    totals: Integers
    package: Chosen


def logrolling(model: PackageModel) -> Logrolling:
    """Compare the compromise on each issue alone with the best trade across issues.

    Alone, an issue is settled at the option whose worst-off party has the largest share of its
    own range on that issue (then the second worst off, and so on; the first of those that tie),
    among the options that nobody whose acceptance counts refuses, if there are any.

    References
    ----------
    L. Froman and M. Cohen, Compromise and Logroll, Behavioral Science 15 (1970), for the two
    ways of settling.
    """
    room = Room(model, "all")
    deal = np.array([_alone(model, issue, room.parties) for issue in range(model.n_issues)])
    deal = deal.reshape(1, model.n_issues).astype(np.int64)
    totals = model.totals(deal)[0]
    has = model.has_alternative.copy()
    has[room.parties] = True
    lines = tuple(line for line in model.red_lines if not isinstance(line, FloorLine))
    raised = replace(model, alternative=totals, has_alternative=has, red_lines=lines)
    return Logrolling(deal[0], totals, kalai_smorodinsky(Room(raised, "all")))


def _alone(model: PackageModel, issue: int, parties: Integers) -> int:
    allowed = np.ones(model.points[issue].shape[0], bool)
    for line in model.red_lines:
        if isinstance(line, RefusedOptions) and line.issue == issue and line.party in parties:
            allowed &= ~line.refused
    options = np.flatnonzero(allowed if allowed.any() else ~allowed)
    points = model.points[issue][options][:, parties]
    above = points - points.min(axis=0)
    cares = above.max(axis=0) > 0
    return int(options[best_shares(above[:, cares], above.max(axis=0)[cares])[0]])
