"""An issue of a case as positions and weights, and which of them the case does not say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from detente.case.case import Case
from detente.case.issue import Issue
from detente.case.numbers import Number
from detente.case.tables import Booleans, Floats, Integers
from detente.maths.pressure.compromise import mean_bounds, weighted_mean

#: Salience where the case gives a position and no salience: the middle of the scale, as studies
#: with the table of EU decisions do for a member state whose salience was not recorded.
MIDDLE_SALIENCE = 50.0


@dataclass(frozen=True)
class IssueOnAScale:
    """Who has a place on an issue, where, and with what weight.

    Arrays are by party with a place, ``parties`` are their numbers in the case. Where the case
    gives no salience, 50 is taken; where it gives no influence, the mean influence of those who
    have one, and 1 for all if nobody has. ``salience_known`` and ``influence_known`` tell.
    ``reference`` is the place that holds if the talks fail, nan where the case does not say.
    """

    number: int
    parties: Integers
    position: Floats
    salience: Floats
    influence: Floats
    salience_known: Booleans
    influence_known: Booleans
    reference: float
    lows: Floats  # (3, n): least position, salience, influence
    highs: Floats  # (3, n): greatest

    @cached_property
    def weight(self) -> Floats:
        """Influence times salience."""
        return self.influence * self.salience

    @cached_property
    def settlement(self) -> float:
        """The compromise mean; nan where nobody with a place has weight."""
        return float(weighted_mean(self.position, self.weight))

    @cached_property
    def bounds(self) -> tuple[float, float]:
        """Least and greatest compromise mean if every number lies anywhere in its range.

        A salience or influence that the case does not give lies anywhere from 0 to 100, save
        where no influence at all is given: then all count alike.
        """
        least, most = self.lows[1] * self.lows[2], self.highs[1] * self.highs[2]
        return (
            float(mean_bounds(self.lows[0], least, most)[0]),
            float(mean_bounds(self.highs[0], least, most)[1]),
        )

    @property
    def unsure(self) -> bool:
        """Whether any number of the issue is given as a range or not at all."""
        return bool((self.lows < self.highs).any())


def issues_on_scales(case: Case) -> tuple[list[IssueOnAScale], dict[int, str]]:
    """The issues on which positions have weight; and for the others, by number, why not.

    Raises
    ------
    detente.errors.UnsuitableCase
        If an entry of the case refers to what is not there.
    """
    tables = case.tables()
    influence, known = _influence(tables.influence)
    spread = {(p.party, p.issue): p for p in case.positions}
    made: list[IssueOnAScale] = []
    left_out: dict[int, str] = {}
    for number, issue in enumerate(case.issues):
        parties = np.flatnonzero(~np.isnan(tables.position[:, number]))
        if not parties.size:
            left_out[number] = "no party has a place on its scale"
            continue
        salience = tables.salience[parties, number]
        salience_known = ~np.isnan(salience)
        lows, highs = np.empty((3, parties.size)), np.empty((3, parties.size))
        for row, party in enumerate(parties):
            at = spread[tables.parties[party], issue.id]
            place = float(tables.position[party, number])
            for line, given, taken in (
                (0, at.at or _place_of_option(issue, at.option), place),
                (1, at.salience, None),
                (2, case.parties[party].influence, None if known.any() else 1.0),
            ):
                low, high = (0.0, 100.0) if given is None else given.bounds
                if given is None and taken is not None:
                    low = high = taken
                lows[line, row], highs[line, row] = max(low, 0.0), min(high, 100.0)
        one = IssueOnAScale(
            number=number,
            parties=parties,
            position=tables.position[parties, number],
            salience=np.where(salience_known, salience, MIDDLE_SALIENCE),
            influence=influence[parties],
            salience_known=salience_known,
            influence_known=known[parties],
            reference=_reference(case, number),
            lows=lows,
            highs=highs,
        )
        if one.weight.any():
            made.append(one)
        elif not one.salience.any():
            left_out[number] = "nobody who has a place on it cares (every salience is 0)"
        else:
            left_out[number] = "nobody who has a place on it has weight (influence or salience 0)"
    return made, left_out


def _place_of_option(issue: Issue, option: str | None) -> Number | None:
    return next((o.at for o in issue.options if o.id == option), None)


def _influence(given: Floats) -> tuple[Floats, Booleans]:
    """Influence with what is taken where none is given, and where one is given."""
    known = ~np.isnan(given)
    if not known.any():
        return np.ones_like(given), known
    return np.where(known, given, given[known].mean()), known


def _reference(case: Case, number: int) -> float:
    """The place that the case's reference point names for an issue."""
    issue = case.issues[number]
    named = case.reference_point.get(issue.id)
    if named is None:
        return np.nan
    if not isinstance(named, str):
        return named.central
    options = case.tables().options[number]
    return float(options.places[options.rows[named]]) if named in options.rows else np.nan
