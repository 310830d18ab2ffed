"""How far off a settlement may be, learned from decisions whose outcome is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.analyses.pressure.issue_on_a_scale import IssueOnAScale

LEVELS = (0.5, 0.8, 0.95)
#: What a reader of the intervals must know.
LEARNED_FROM = (
    "Middle, 50, 80 and 95 %: half of the outcomes lie below the middle, and about so many of 100 "
    "in each interval (the shortest such for 80 %, the others inside and around it), as learned "
    "from 353 legislative decisions of the European Union (DEU III), where outcomes gather on "
    "stated positions and on the ends of the scale; so the compromise may lie outside. They may "
    "not carry over to other negotiations."
)


@dataclass(frozen=True)
class Outlook:
    """Where an issue may end: the middle of the outcomes, and an interval for each level."""

    middle: float
    ends: tuple[tuple[float, float], ...]

    @property
    def eighty(self) -> tuple[float, float]:
        """The 80 % interval."""
        return self.ends[LEVELS.index(0.8)]


def outlooks(issues: Sequence[IssueOnAScale]) -> list[Outlook | None]:
    """For each issue where it may end; None where nothing is in dispute.

    The model was learned with salience as the weight, since its table has no influence. Here the
    weight is influence times salience, as in the compromise; where no influence is given the two
    are the same. Decisions that nobody disputed were not in the table, so nothing is said of such.
    """
    from detente.maths.pressure.settlement import default_model

    model = default_model()
    made: list[Outlook | None] = []
    for one in issues:
        if np.ptp(one.position[one.weight > 0]) == 0:
            made.append(None)
            continue
        found = model.predict(one.position, one.weight, reference=one.reference)
        made.append(Outlook(float(found.quantile(0.5)), found.nested(LEVELS)))
    return made
