"""Tables of many draws equal those of each case with the numbers put in."""

from __future__ import annotations

import numpy as np
import pytest

from detente.case.case import Case
from detente.uncertainty.drawn_tables import TableDraws
from detente.uncertainty.parameters import parameters_of
from tests.uncertainty.drawn_cases import random_case, with_values

NEAR = 2e-9


def compare(case: Case, seed: int, draws: int, spread: float | None = None) -> None:
    used = parameters_of(case, "levers", assume_spread=spread)
    values = used.ppf(np.random.default_rng(seed).random((draws, used.dimensions)))
    drawn = TableDraws(case, used).draw(values)
    for at in range(draws):
        slow = with_values(case, used, values[at]).tables()
        assert drawn.position[at] == pytest.approx(slow.position, nan_ok=True)
        assert drawn.salience[at] == pytest.approx(slow.salience, nan_ok=True)
        for fast, table in zip(drawn.points, slow.points, strict=True):
            mine, theirs = fast[at] / drawn.scale, table / slow.scale
            if len(mine) != len(theirs):
                # Places that meet by chance are one option in a case and two in the draws.
                mine = np.unique(np.round(mine, 7), axis=0)
                theirs = np.unique(np.round(theirs, 7), axis=0)
            order = [np.lexsort(np.round(x, 6).T) for x in (mine, theirs)]
            assert mine[order[0]] == pytest.approx(theirs[order[1]], abs=NEAR, rel=0)
        scaled = (
            (drawn.alternative[at], slow.alternative),
            (drawn.floors[at], np.array([f.points for f in slow.floors])),
            (drawn.effects[at], slow.levers.effects),
            (drawn.cost[at], slow.levers.cost),
        )
        for fast, table in scaled:
            assert fast / drawn.scale == pytest.approx(table / slow.scale, abs=NEAR, rel=0)
        assert (drawn.cap[at] == slow.levers.cap).all()
        if all(choice.named for choice in slow.options):
            for refused, refusal in zip(drawn.refused, slow.refusals, strict=True):
                assert (refused[at] == refusal.refused).all()
        for fast, pair in zip(drawn.pairs, slow.pairs, strict=True):
            assert fast[at] / drawn.scale == pytest.approx(
                pair.points / slow.scale, abs=NEAR, rel=0
            )


@pytest.mark.parametrize("seed", range(25))
def test_cases_of_every_kind_of_number(seed: int) -> None:
    compare(random_case(np.random.default_rng(seed), levers=True), seed, 4)


@pytest.mark.parametrize("seed", range(10))
def test_issues_without_options_have_the_parties_places(seed: int) -> None:
    compare(random_case(np.random.default_rng(seed), named=False), seed, 4)


@pytest.mark.parametrize("seed", range(5))
def test_spread_numbers_go_where_known_ones_stood(seed: int) -> None:
    compare(random_case(np.random.default_rng(seed), levers=True), seed, 3, spread=5)
