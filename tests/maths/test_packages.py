"""Deals on many issues: against the definitions, against each other, and cases worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.maths.packages.by_solver import (
    product_by_solver,
    sum_by_solver,
    worst_off_by_solver,
)
from detente.maths.packages.by_weights import product_by_weights, worst_off_by_weights
from detente.maths.packages.choice import NotVerified, Room
from detente.maths.packages.coalitions import smallest_groups
from detente.maths.packages.kalai_smorodinsky import kalai_smorodinsky
from detente.maths.packages.leximin import leximin
from detente.maths.packages.model import Condition, FloorLine, PackageModel, Pair, RefusedOptions
from detente.maths.packages.nash import nash
from detente.maths.packages.utilitarian import utilitarian
from tests.maths.agreement_packages import check
from tests.maths.random_packages import random_model
from tests.maths.reference_packages import Reference


def two_party_model(
    points: list[list[list[int]]], alternative: tuple[int, int] = (0, 0), **more: object
) -> PackageModel:
    yes = np.ones(2, bool)
    return PackageModel(
        tuple(np.array(table) for table in points),
        np.array(alternative),
        yes,
        yes,
        ~yes,
        2,
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("seed", range(90))
def test_every_answer_agrees_with_the_definitions(seed: int) -> None:
    rng = np.random.default_rng(seed)
    check(random_model(rng, most_deals=150), rng, written_out=True)


@pytest.mark.parametrize("seed", range(60))
def test_so_do_the_answers_for_what_is_too_much_to_write_out(seed: int) -> None:
    rng = np.random.default_rng(1_000 + seed)
    check(random_model(rng, most_deals=120), rng, written_out=False)


@pytest.mark.parametrize("seed", range(25))
def test_the_solver_alone_finds_deals_that_are_as_good(seed: int) -> None:
    rng = np.random.default_rng(2_000 + seed)
    model = random_model(rng, most_deals=100)
    reference, room = Reference(model), Room(model, "all", most_deals=0)
    deals, ones = reference.among("all"), (1,) * room.parties.size
    right = {
        "nash": reference.nash(deals, ones),
        "leximin": reference.leximin(deals),
        "sum": reference.utilitarian(deals, ones),
    }
    for search in room.searches:
        made = {
            "nash": product_by_solver(search, ones),
            "leximin": worst_off_by_solver(search, np.ones(room.parties.size, np.int64)),
            "sum": sum_by_solver(search, ones),
        }
        for name, best in made.items():
            got = [tuple(row) for row in best.deals.tolist()]
            assert bool(got) == bool(right[name])
            if best.complete:
                assert sorted(got) == sorted(right[name])
            else:
                assert set(got) <= set(right[name])


def large_model(parties: int, scale: int, seed: int) -> PackageModel:
    """Ten issues of eight options, and floors near the middle."""
    rng = np.random.default_rng(seed)
    weight = rng.dirichlet(np.ones(10), parties)
    points = tuple(
        np.rint(rng.random((8, parties)) * weight[:, issue] * scale).astype(np.int64)
        for issue in range(10)
    )
    best = sum(table.max(axis=0) for table in points)
    yes = np.ones(parties, bool)
    return PackageModel(points, (best * 0.4).astype(np.int64), yes, yes, ~yes, parties)


@pytest.mark.parametrize(("parties", "scale"), [(3, 100), (3, 10**9), (4, 100)])
def test_a_billion_deals_by_frontier_search_and_solver_agree(parties: int, scale: int) -> None:
    model = large_model(parties, scale, 5)
    room = Room(model, "all")
    assert not room.written_out
    base = room.base
    gains = room.frontier - base
    logs = np.log(np.maximum(gains, 1e-300)).sum(axis=1)
    search, ones = room.searches[0], np.ones(parties, np.int64)
    for best in (
        product_by_weights(search, (1,) * parties),
        product_by_solver(search, (1,) * parties),
    ):
        assert best is not None
        assert np.log(best.totals[0] - base).sum() == pytest.approx(logs.max(), rel=1e-12)
    right = max(sorted(row) for row in gains.tolist())
    for best in (worst_off_by_weights(search, ones), worst_off_by_solver(search, ones)):
        assert best is not None
        assert sorted((best.totals[0] - base).tolist()) == right
    assert nash(room).complete
    assert leximin(room).complete


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 50), st.integers(0, 6))
def test_another_unit_for_one_party_changes_neither_nash_nor_equal_shares(
    seed: int, factor: int, party: int
) -> None:
    model = random_model(np.random.default_rng(seed), most_deals=100)
    unit = np.ones(model.n_parties, np.int64)
    unit[party % model.n_parties] = factor
    lines = tuple(
        FloorLine(line.party, line.points * int(unit[line.party]))
        if isinstance(line, FloorLine)
        else line
        for line in model.red_lines
    )
    rescaled = PackageModel(
        tuple(table * unit for table in model.points),
        model.alternative * unit,
        model.has_alternative,
        model.voters,
        model.vetoes,
        model.quorum,
        lines,
        tuple(Pair(pair.issues, pair.points * unit) for pair in model.pairs),
    )
    before, after = Room(model, "all"), Room(rescaled, "all")
    for point in (nash, kalai_smorodinsky):
        assert point(before).deals.tolist() == point(after).deals.tolist()


def test_two_issues_by_hand() -> None:
    # Each cares more about another issue; giving each the one it wants most is 8 and 8.
    model = two_party_model([[[8, 0], [4, 2], [0, 3]], [[3, 0], [2, 4], [0, 8]]], (5, 5))
    room = Room(model)
    deals = [tuple(deal) for deal in room.everything.rows(room.inside).tolist()]
    assert deals == [(0, 2), (1, 1)]
    assert nash(room).deals.tolist() == [[0, 2]]
    assert room.frontier.tolist() == [[8, 8]]
    assert leximin(room).value == 3


def test_all_that_tie_are_given() -> None:
    model = two_party_model([[[3, 1], [1, 3]], [[3, 1], [1, 3]]])
    assert nash(Room(model)).deals.tolist() == [[0, 1], [1, 0]]
    assert utilitarian(Room(model)).deals.shape == (4, 2)


def test_without_a_gain_for_everyone_there_is_no_nash_deal_and_a_reason() -> None:
    made = nash(Room(two_party_model([[[5, 5], [9, 1]]], (5, 5))))
    assert made.deals.shape == (0, 1)
    assert made.complete
    assert made.note == "no deal gives everyone more than its alternative"
    assert leximin(Room(two_party_model([[[5, 5], [9, 1]]], (5, 5)))).deals.tolist() == [[0]]


def test_where_nobody_can_agree_every_point_says_that_there_is_no_deal() -> None:
    model = two_party_model([[[5, 0], [0, 5]]], (3, 3))
    for most_deals in (0, 100):
        room = Room(model, most_deals=most_deals)
        for point in (nash, leximin, utilitarian, kalai_smorodinsky):
            made = point(room)
            assert made.deals.size == 0
            assert made.complete
            assert "no deal" in made.note


def test_a_condition_between_the_options_of_one_issue_rules_options_out() -> None:
    line = Condition(0, (0, 0), np.array([True, False]), np.array([False, True]))
    model = two_party_model([[[9, 9], [1, 1]]], red_lines=(line,))
    for most_deals in (0, 100):
        assert utilitarian(Room(model, most_deals=most_deals)).deals.tolist() == [[1]]


def test_weights_move_the_product_towards_the_stronger() -> None:
    model = two_party_model([[[6, 2], [4, 4], [2, 6]]])
    assert nash(Room(model)).deals.tolist() == [[1]]
    assert nash(Room(model), (3, 1)).deals.tolist() == [[0]]
    assert nash(Room(model), (6, 2)).deals.tolist() == [[0]]
    with pytest.raises(ValueError, match="2 positive whole numbers"):
        nash(Room(model), (1, 0))


def test_groups_that_are_enough() -> None:
    yes = np.ones(4, bool)
    four = PackageModel(
        (np.zeros((1, 4), np.int64),), np.zeros(4, np.int64), yes, yes,
        np.array([True, False, False, False]), 3,
    )  # fmt: skip
    assert smallest_groups(four) == ((0, 1, 2), (0, 1, 3), (0, 2, 3))


def test_a_deal_that_does_not_add_up_is_refused() -> None:
    room = Room(two_party_model([[[5, 5], [9, 1]]], (5, 5)))
    with pytest.raises(NotVerified):
        room.verified(np.array([[0]]), np.array([[5, 6]]))
    with pytest.raises(NotVerified):
        room.verified(np.array([[1]]), np.array([[9, 1]]))


def test_shapes_are_looked_at() -> None:
    with pytest.raises(ValueError, match=r"points\[0\] has shape"):
        two_party_model([[[1], [2]]])
    with pytest.raises(ValueError, match="does not fit"):
        two_party_model([[[1, 1]]], red_lines=(RefusedOptions(0, 0, np.array([True, False])),))
    with pytest.raises(ValueError, match="too large"):
        two_party_model([[[1 << 53, 1]]])
