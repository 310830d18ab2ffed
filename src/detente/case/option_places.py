"""The options of an issue and their places, also where an issue names none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from detente.case.case import Case
    from detente.case.issue import Issue


@dataclass(frozen=True)
class IssueOptions:
    """Ids, names and places of an issue's options; a place is nan where none is given.

    ``named`` is False where the case names no options: then the two ends of the scale and the
    parties' own positions are the options, with their places as ids.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    places: npt.NDArray[np.float64]
    named: bool

    @cached_property
    def rows(self) -> dict[str, int]:
        """Row number of every option, by id."""
        return {id_: row for row, id_ in enumerate(self.ids)}


def issue_options(case: Case) -> tuple[IssueOptions, ...]:
    """Options of every issue of a case, in the order of the file."""
    taken: dict[str, set[float]] = {issue.id: {0.0, 100.0} for issue in case.issues}
    for position in case.positions:
        if position.at is not None and position.issue in taken:
            taken[position.issue].add(position.at.central)
    return tuple(_options(issue, taken[issue.id]) for issue in case.issues)


def _options(issue: Issue, places: set[float]) -> IssueOptions:
    if issue.options:
        at = [np.nan if o.at is None else o.at.central for o in issue.options]
        ids = tuple(o.id for o in issue.options)
        return IssueOptions(ids, tuple(o.name for o in issue.options), np.array(at), True)
    ordered = sorted(places)
    short = [f"{place:g}" for place in ordered]
    ids = tuple(s if float(s) == p else repr(p) for s, p in zip(short, ordered, strict=True))
    return IssueOptions(ids, ids, np.array(ordered), False)
