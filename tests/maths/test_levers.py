"""The cheapest levers against every use there is, and known answers."""

from __future__ import annotations

import numpy as np
import pytest

from detente.maths.blocks.acceptance import acceptance, acceptance_of
from detente.maths.blocks.enumerated import all_deals
from detente.maths.levers.enumerated import TooManySteps, enumerate_cheapest
from detente.maths.levers.model import Goal, Levers, all_shortfalls, cost_of, reaches, shortfalls
from detente.maths.levers.programme import LeverProgramme, programme_cheapest
from detente.maths.packages.model import PackageModel, RefusedOptions
from tests.maths.random_quarrels import random_levers, random_quarrel
from tests.maths.reference_quarrels import cheapest_uses


@pytest.mark.parametrize("start", range(0, 400, 100))
def test_both_ways_find_the_least_cost(start: int) -> None:
    bought = out_of_reach = 0
    for seed in range(start, start + 100):
        rng = np.random.default_rng(seed)
        model = random_quarrel(rng)
        levers = random_levers(rng, model.n_parties)
        if model.n_deals > 150 or np.prod(levers.cap + 1) > 300:
            continue
        fixed = {} if rng.random() < 0.7 else {0: 0}
        required, voters, quorum = model.vetoes, model.voters, model.quorum
        if rng.random() < 0.5:
            required, voters = np.zeros_like(required), model.voters | model.vetoes
            quorum = int(rng.integers(0, voters.sum() + 1))
        goal = Goal(acceptance(required, voters, quorum), fixed)
        wanted = cheapest_uses(model, levers, required, voters, quorum, fixed)
        deals = all_deals(model)
        listed = enumerate_cheapest(levers, goal, deals, all_shortfalls(model, deals))
        assert (all_shortfalls(model, deals) == shortfalls(model, deals)).all()
        solved = programme_cheapest(model, levers, goal)
        if wanted is None:
            out_of_reach += 1
            assert (listed.cost, solved.cost) == (None, None)
            assert listed.proven
            assert solved.proven
            continue
        cost, fewest, uses = wanted
        bought += cost > 0
        assert {tuple(a.tolist()) for a in listed.ties} == uses
        assert listed.ties_complete
        sets = {tuple(np.flatnonzero(use)) for use in uses}
        assert {tuple(np.flatnonzero(a)) for a in solved.ties} <= sets
        for found in (listed, solved):
            assert found.cost == cost
            assert found.proven
            assert found.amounts is not None
            assert found.deal is not None
            assert cost_of(levers, found.amounts) == cost
            assert int((found.amounts > 0).sum()) == fewest
            assert reaches(model, levers, goal, found.amounts, found.deal)
    assert bought >= 3
    assert out_of_reach >= 3


def two(alternative: tuple[int, int], *lines: RefusedOptions) -> PackageModel:
    """One cake in three pieces: 10 and 0, 5 and 5, 0 and 10."""
    return PackageModel(
        (np.array([[10, 0], [5, 5], [0, 10]], np.int64),),
        np.array(alternative, np.int64),
        np.ones(2, bool), np.ones(2, bool), np.zeros(2, bool), 2, lines,
    )  # fmt: skip


def both(model: PackageModel, levers: Levers, **fixed: int) -> list[int | None]:
    goal = Goal(acceptance_of(model), dict.fromkeys([0], fixed["at"]) if fixed else {})
    deals = all_deals(model)
    listed = enumerate_cheapest(levers, goal, deals, all_shortfalls(model, deals))
    return [listed.cost, programme_cheapest(model, levers, goal).cost]


def levers_of(*rows: tuple[list[int], int, int]) -> Levers:
    return Levers(
        np.array([r[0] for r in rows], np.int64).reshape(-1, 2),
        np.array([r[1] for r in rows], np.int64),
        np.array([r[2] for r in rows], np.int64),
    )


def test_a_transfer_is_bought_by_whole_units() -> None:
    # Both ask for 6 and have 5 each at best together.
    transfer = levers_of(([2, 0], 3, 9), ([0, 1], 4, 9))
    assert both(two((6, 6)), transfer) == [7, 7]
    assert both(two((7, 7)), transfer) == [11, 11]
    # Where only the first can be given something, the second takes the whole cake.
    assert both(two((6, 6)), levers_of(([2, 0], 3, 9))) == [9, 9]
    assert both(two((6, 6)), levers_of(([2, 0], 3, 2))) == [None, None]


def test_a_lever_that_hurts_one_needs_another_to_mend_it() -> None:
    hurts = ([3, -2], 1, 1)
    assert both(two((6, 5)), levers_of(hurts)) == [None, None]
    assert both(two((6, 5)), levers_of(hurts, ([0, 2], 5, 1))) == [6, 6]


def test_a_wanted_deal_costs_no_less_than_any() -> None:
    levers = levers_of(([0, 1], 2, 20))
    assert both(two((5, 6)), levers) == [2, 2]
    assert both(two((5, 6)), levers, at=0) == [12, 12]


def test_points_do_not_buy_a_red_line() -> None:
    line = RefusedOptions(1, 0, np.array([True, True, True]))
    assert both(two((1, 1), line), levers_of(([50, 50], 1, 1))) == [None, None]


def test_a_lever_can_be_forced() -> None:
    model, levers = two((5, 5)), levers_of(([1, 0], 3, 4), ([0, 1], 2, 1))
    programme = LeverProgramme(model, levers, Goal(acceptance_of(model)))
    programme.forced(0)
    assert programme.cheapest().cost == 3


def test_no_levers_and_an_impossible_rule() -> None:
    none = levers_of()
    assert both(two((5, 5)), none) == [0, 0]
    assert both(two((6, 6)), none) == [None, None]
    model = two((0, 0))
    hopeless = Goal(acceptance(model.vetoes, model.voters, 3))
    assert programme_cheapest(model, none, hopeless).proven
    assert programme_cheapest(model, none, hopeless).cost is None


def test_a_search_that_grows_too_large_is_refused() -> None:
    levers = levers_of(*(([1, 0], 1, 9) for _ in range(8)))
    model = two((60, 5))
    deals = all_deals(model)
    with pytest.raises(TooManySteps):
        enumerate_cheapest(
            levers, Goal(acceptance_of(model)), deals, shortfalls(model, deals), most_steps=200
        )
    assert programme_cheapest(model, levers, Goal(acceptance_of(model))).cost == 55


def test_large_points_are_compared_exactly() -> None:
    # One unit of a billionth of a point too little.
    scale = 10**9
    model = PackageModel(
        (np.array([[50 * scale - 1, 50 * scale]], np.int64),),
        np.array([50 * scale, 50 * scale], np.int64),
        np.ones(2, bool), np.ones(2, bool), np.zeros(2, bool), 2,
    )  # fmt: skip
    goal, deals = Goal(acceptance_of(model)), all_deals(model)
    lever = levers_of(([1, 0], 5, 1))
    listed = enumerate_cheapest(lever, goal, deals, shortfalls(model, deals))
    assert listed.cost == 5
    solved = programme_cheapest(model, lever, goal)
    # The solver's tolerance is coarser than that: it may only say that it has no proof.
    assert solved.cost == 5 or not solved.proven
